from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from engine.errors import UsageError
from engine.openpose.checkpoints import read_pose_network
from training import checkpoints, pack_command
from training.cli import main
from training.config import EstimatorConfig, GeneratorConfig, read
from training.events import read_events
from training.hardware import training_device

ROOT = Path(checkpoints.__file__).parent.parent
SMALL = ["height=64", "width=64", "loop.batch=1", "evaluate_photos=1", "loop.evaluate_every=0", "loop.device=cpu"]


def settings(*more: str) -> list[str]:
    return [part for setting in (*SMALL, *more) for part in ("--set", setting)]


@pytest.fixture(autouse=True)
def _signals() -> object:
    """A training takes Ctrl+C for itself; the tests want it back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def one_line(text: str) -> str:
    assert text.startswith("repose-train: ") and text.endswith("\n") and text.count("\n") == 1, text
    assert "Traceback" not in text
    return text


# --- Before anything is done. ---


@pytest.mark.parametrize("name", ["estimator", "generator"])
def test_a_dry_run_says_what_it_would_do_and_does_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    code = main([name, "--data", "photos", "--run", str(run), "--set", "loop.steps=7", "--dry-run", "--no-measure"])
    out, err = capsys.readouterr()
    assert code == 0 and err == ""
    told = json.loads(out)
    assert told["config"]["loop"]["steps"] == 7 and told["config"]["data"] == "photos"
    assert told["cost"]["parameters"] > 1e6 and told["cost"]["gflops_per_picture"] > 1
    assert told["cost"]["memory_bytes"] > 1e8 and told["cost"]["steps"] == 7
    assert not told["cost"]["measured"] and told["cost"]["seconds"] == 0
    assert not run.exists()


def test_presets_by_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text('{"loop": {"batch": 3}, "gan": 4}', encoding="utf-8")
    common = ["generator", "--preset", "tiny", "--config", str(path), "--set", "gan=3", "--dry-run", "--no-measure"]
    assert main(common) == 0
    config = json.loads(capsys.readouterr().out)["config"]
    # Settings over the file, the file over the preset, the preset over the defaults.
    assert (config["gan"], config["loop"]["batch"], config["loop"]["steps"]) == (3, 3, 12)
    assert config["preset"] == "tiny" and config["ngf"] == 4
    assert main(["generator", "--preset", "big", "--dry-run"]) == 2
    assert "published-fashion" in one_line(capsys.readouterr().err)
    assert main(["generator", "--preset", "tiny", "--run", str(tmp_path), "--resume"]) == 2
    assert "--preset" in one_line(capsys.readouterr().err)


def test_a_step_of_the_tiny_preset_is_timed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generator", "--preset", "tiny", "--set", "loop.device=cpu", "--dry-run"]) == 0
    cost = json.loads(capsys.readouterr().out)["cost"]
    assert cost["measured"] and cost["seconds_per_step"] > 0
    assert cost["seconds"] == pytest.approx(12 * cost["seconds_per_step"], abs=0.1)


def test_a_configuration_file_settings_and_the_data_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.json"
    path.write_text('{"loop": {"steps": 3, "seed": 5}, "rate": 0.5, "data": "there"}', encoding="utf-8")
    common = ["estimator", "--config", str(path), "--dry-run", "--no-measure"]
    assert main(common) == 0
    assert json.loads(capsys.readouterr().out)["config"]["data"] == "there"
    assert main([*common, "--data", "here", "--set", "loop.seed=6"]) == 0
    resolved = json.loads(capsys.readouterr().out)["config"]
    assert (resolved["data"], resolved["rate"]) == ("here", 0.5)
    assert resolved["loop"]["seed"] == 6 and resolved["loop"]["steps"] == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--data", "no-such-folder"], "keypoints18.json"),
        ([], "--data"),
        (["--data", "x", "--set", "colour=1"], "no setting called colour"),
        (["--data", "x", "--set", "loop.steps=many"], "steps must be"),
        (["--data", "x", "--set", "rate"], "key=value"),
        (["--data", "x", "--config", "none.json"], "none.json"),
        (["--data", "x", "--set", "loop.device=gpu"], "no device called"),
        (["--data", "x", "--set", "loop.precision=half"], "no precision called"),
        (["--data", "x", "--resume"], "config.json"),
        (["--data", "x", "--set", "loop.best=l1"], "best must be"),
        (["--data", "x", "--evaluate-only"], "config.json"),
    ],
)
@pytest.mark.parametrize("name", ["estimator", "generator"])
def test_what_a_person_can_mend_is_one_line_and_code_2(
    name: str,
    arguments: list[str],
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([name, "--run", str(tmp_path / "run"), *arguments]) == 2
    out, err = capsys.readouterr()
    assert words in one_line(err) and out == ""
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("arguments", [[], ["painter"], ["estimator", "--run"], ["estimator", "--colour"]])
def test_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2
    assert "usage: repose-train" in capsys.readouterr().err


def test_ctrl_c_of_a_command_that_does_not_listen_for_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(pack_command, "_pack", stopped)
    assert main(["pack", "photos", "--out", "small"]) == 130
    assert one_line(capsys.readouterr().err) == "repose-train: Cancelled.\n"


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["estimator", "--help"])
    assert raised.value.code == 0
    text = capsys.readouterr().out
    for option in ("--data", "--run", "--config", "--set", "--resume", "--listen", "--export", "--dry-run"):
        assert option in text


def test_the_precision_of_a_training(monkeypatch: pytest.MonkeyPatch) -> None:
    cpu = torch.device("cpu")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    for fast in (True, False):
        monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda fast=fast: fast)
        assert training_device("auto", precision="auto") == training_device("cpu", precision="auto") == (cpu, fast)
        assert training_device("cpu", precision="bf16") == (cpu, True)
        assert training_device("cpu", precision="float32") == (cpu, False)
    with pytest.raises(UsageError, match="no device 'cuda'"):
        training_device("cuda", precision="auto")


# --- A real, small training. ---


def test_training_stopping_going_on_and_exporting(
    stick_people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, weights = tmp_path / "run", tmp_path / "weights" / "small.safetensors"
    common = ["estimator", "--data", str(stick_people), "--run", str(run)]
    assert main([*common, *settings("loop.steps=1"), "--export", str(weights)]) == 0
    out, err = capsys.readouterr()
    told = [json.loads(line) for line in out.splitlines()]
    kinds = [row["kind"] for row in told]
    assert kinds == ["started", "step", "checkpointed", "evaluated", "checkpointed", "finished"]
    assert str(weights) in err
    assert [event.kind for event in read_events(run / "events.jsonl")] == [row["kind"] for row in told]
    assert read(EstimatorConfig, run / "config.json").loop.steps == 1
    assert checkpoints.load(run / "checkpoints" / "last.pt")["step"] == 1
    assert read_pose_network(weights).header["name"] == "repose-pose"

    # What was trained is not lost to a second training in the same folder.
    before = (run / "checkpoints" / "last.pt").read_bytes()
    assert main([*common, *settings("loop.steps=1")]) == 2
    assert "--resume" in one_line(capsys.readouterr().err)
    assert (run / "checkpoints" / "last.pt").read_bytes() == before

    # Going on needs the run alone: its settings are kept there. The cut line of a power cut is no trouble.
    with (run / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"version": 1, "kind": "st')
    assert main(["estimator", "--run", str(run), "--resume", "--set", "loop.steps=2"]) == 0
    kinds = [(event.kind, event.step) for event in read_events(run / "events.jsonl")]
    assert kinds[6] == ("started", 1) and ("step", 2) in kinds and kinds[-1] == ("finished", 2)
    capsys.readouterr()

    again = tmp_path / "again.safetensors"
    assert main(["estimator", "--run", str(run), "--export-only", "--export", str(again)]) == 0
    assert read_pose_network(again).network.architecture == read_pose_network(weights).network.architecture
    assert main(["estimator", "--run", str(run), "--evaluate-only"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["kind"] == "evaluated"

    # Other settings than the run began with: a sentence, and the run's file says that it failed.
    assert main(["estimator", "--run", str(run), "--resume", "--set", "network=published"]) == 2
    assert "does not fit" in one_line(capsys.readouterr().err)
    assert [event.kind for event in read_events(run / "events.jsonl")][-1] == "failed"
    assert checkpoints.load(run / "checkpoints" / "last.pt")["step"] == 2


def test_a_generators_configuration_is_not_an_estimators(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "generator.json"
    path.write_text(json.dumps({"ngf": 8}), encoding="utf-8")
    assert main(["estimator", "--data", "x", "--run", str(tmp_path / "run"), "--config", str(path)]) == 2
    assert "ngf" in one_line(capsys.readouterr().err)
    assert main(["generator", "--data", "x", "--config", str(path), "--dry-run", "--no-measure"]) == 0
    assert read(GeneratorConfig, path).ngf == 8


def started(stick_people: Path, run: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", "import sys; from training.cli import main; sys.exit(main())"]
    command += ["estimator", "--data", str(stick_people), "--run", str(run), "--threads", "1"]
    return subprocess.Popen(
        [*command, *settings("loop.steps=100000", "loop.log_every=1", "loop.checkpoint_every=3"), *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
        text=True,
    )


def wait_for(process: subprocess.Popen[str], kind: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if json.loads(line)["kind"] == kind:
            return
    raise AssertionError(f"ended without {kind}: {process.communicate()[1]}")


@pytest.mark.slow
@pytest.mark.parametrize("way", ["a word", "the end of its input", "Ctrl+C"])
def test_a_wish_to_stop_ends_with_a_checkpoint(stick_people: Path, tmp_path: Path, way: str) -> None:
    run = tmp_path / "run"
    with started(stick_people, run, "--listen") as process:
        assert process.stdin is not None
        wait_for(process, "step")
        if way == "a word":
            process.stdin.write("stop\n")
            process.stdin.flush()
        elif way == "the end of its input":
            process.stdin.close()
        else:
            process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        kinds = [json.loads(line)["kind"] for line in process.stdout]
        assert process.wait() == 0
        assert process.stderr is not None and process.stderr.read() == ""
    assert kinds[-2:] == ["checkpointed", "stopped"]
    events = list(read_events(run / "events.jsonl"))
    assert checkpoints.load(run / "checkpoints" / "last.pt")["step"] == events[-1].step


@pytest.mark.slow
def test_a_training_outlives_whoever_listened(stick_people: Path, tmp_path: Path) -> None:
    """The window is closed in the middle: its pipes go, the training stops at a whole step by itself."""
    run = tmp_path / "run"
    with started(stick_people, run, "--listen") as process:
        wait_for(process, "step")
        assert process.stdout is not None and process.stdin is not None and process.stderr is not None
        process.stdout.close()
        process.stdin.close()
        assert process.wait() == 0
        assert "Traceback" not in process.stderr.read()
    events = list(read_events(run / "events.jsonl"))
    assert [event.kind for event in events[-2:]] == ["checkpointed", "stopped"]


@pytest.mark.slow
def test_a_killed_training_goes_on(stick_people: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    with started(stick_people, run) as process:
        wait_for(process, "checkpointed")
        wait_for(process, "step")
        process.kill()
    step = int(checkpoints.load(run / "checkpoints" / "last.pt")["step"])
    assert step >= 3 and step % 3 == 0
    code = main(["estimator", "--run", str(run), "--resume", "--set", f"loop.steps={step + 1}"])
    assert code == 0
    assert checkpoints.load(run / "checkpoints" / "last.pt")["step"] == step + 1
