from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.training.prepare.conftest import write_annotated
from training.cli import main
from training.events import Event
from training.prepared import PreparedDataset, is_prepared

ROOT = Path(__file__).resolve().parents[3]


def test_a_dry_run_says_what_it_would_do_and_does_nothing(
    tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "set"
    assert main(["prepare", str(tree), "--out", str(out), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "14 photos, read as deepfashion" in said and "facings: front, side" in said
    assert "Left out   3: another view, by name" in said and "To look at 9 photos of 3 people" in said
    assert "7 for training, 2 for validation" in said and "Pairs      " in said
    assert "9 photos for the estimator" in said and not out.exists()


def test_prepare_says_what_became_of_the_photos(
    annotated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "set"
    arguments = ["prepare", str(annotated), "--out", str(out), "--flip", "--pairs-from-singles", "--batch", "4"]
    assert main(arguments) == 0
    said = capsys.readouterr()
    assert "12 photos in, 11 kept, 1 dropped" in said.out and "22 pictures, mirror images counted" in said.out
    assert str(out / "report.html") in said.out and is_prepared(out)
    assert main([*arguments, "--dry-run"]) == 0
    assert "11 of them are done already" in capsys.readouterr().out


def test_the_recipe_option_by_option(annotated: Path, tmp_path: Path) -> None:
    arguments = ["prepare", str(annotated), "--out", str(tmp_path / "set"), "--recipe", "seed", "--types", "all"]
    arguments += ["--views", "all", "--facings", "front,side,back", "--whole-figures", "--no-flip", "--joints", "9"]
    arguments += ["--split", "person", "--val-share", "0.4", "--seed", "3", "--pairs", "singles", "--partners", "2"]
    arguments += ["--crop", "person"]
    assert main(arguments) == 0
    data = PreparedDataset.open(tmp_path / "set")
    recipe = data.facts["recipe"]
    assert recipe["joints"] == 9 and recipe["types"] == [] and recipe["split"] == "person" and not recipe["flip"]
    assert data.facts["splits"] == {"train": 7, "val": 4}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (["--views", "top"], "no 'top' among the views"),
        (["--corrections", "nowhere"], "no corrections here"),
        (["--pairs", "given"], "no list of pairs"),
        (["--joints", "40"], "Out of range"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    annotated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: list[str], words: str
) -> None:
    assert main(["prepare", str(annotated), "--out", str(tmp_path / "set"), *change]) == 2
    assert words in capsys.readouterr().err.splitlines()[-1]


def test_a_program_is_told_in_events(
    annotated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    arguments = ["prepare", str(annotated), "--out", str(tmp_path / "set"), "--events", "--batch", "4"]
    assert main(arguments) == 0
    events = [Event.from_line(line) for line in capsys.readouterr().out.splitlines()]
    assert events[0].kind == "started" and events[0].steps == 11
    assert events[-1].kind == "finished" and events[-1].message.endswith("report.html")
    assert main([*arguments, "--flip"]) == 2
    assert Event.from_line(capsys.readouterr().out.splitlines()[-1]).kind == "failed"


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize("how", ["interrupt", "listen"])
def test_stopped_when_asked_it_can_go_on(tmp_path: Path, how: str) -> None:
    folder = write_annotated(tmp_path / "annotated", people=60, size=(96, 70))
    out = tmp_path / "set"
    command = [sys.executable, "-c", "import sys; from training.cli import main; sys.exit(main())"]
    command += ["prepare", str(folder), "--out", str(out), "--batch", "1", "--events"]
    command += ["--listen"] if how == "listen" else []
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=surroundings, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None and process.stdin is not None and process.stderr is not None
        line = process.stdout.readline()
        assert json.loads(line)["kind"] == "started"
        if how == "listen":
            process.stdin.write("stop\n")
            process.stdin.flush()
        else:
            process.send_signal(signal.SIGINT)
        rest = process.stdout.read().splitlines()
        assert process.wait() == 130, process.stderr.read()
    assert json.loads(rest[-1])["kind"] == "stopped" and not is_prepared(out)
    assert main(["prepare", str(folder), "--out", str(out)]) == 0
    assert len(PreparedDataset.open(out)) == 60
