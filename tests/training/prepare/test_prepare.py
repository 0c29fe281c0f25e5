from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine.errors import Cancelled, OutputError, UsageError
from engine.formats.openpose_json import write_openpose
from engine.formats.patn_csv import read_annotations, read_pairs
from engine.images import load_picture, save_picture
from engine.progress import CancelToken
from engine.skeleton import Joint
from tests.training.prepare.conftest import write_annotated
from training.prepare import prepare as story
from training.prepare.journal import JOURNAL_FILE, read_entries
from training.prepare.prepare import Work, plan_for, prepare
from training.prepare.recipe import Recipe
from training.prepare.sources import read_source
from training.prepared import PreparedDataset, is_prepared

ROOT = Path(__file__).resolve().parents[3]
FLIPPED = Recipe(flip=True)
SMALL = Work(batch=2)


def made(folder: Path, out: Path, recipe: Recipe = FLIPPED, **options: Any) -> Any:
    options.setdefault("work", SMALL)
    return prepare(read_source(folder, leave_out=out), out, recipe, **options)


def test_a_folder_of_annotated_photos_becomes_a_data_set(annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / "set"
    report = made(annotated, out)
    assert (report["in"], report["kept"], report["dropped"], report["pictures"]) == (12, 11, 1, 22)
    assert report["splits"] == {"train": 18, "val": 4} and report["pairs"] == {"train": 18, "val": 4}
    assert report["why"][0]["reason"] == "unusable"
    data = PreparedDataset.open(out)
    assert len(data) == 22 and data.size == (256, 176)
    item, mirror = data.items[0], data.items[1]
    assert item.source == "photos/00002.jpg" and item.split == "train" and not item.corrected
    assert mirror.flipped and mirror.name == "00002_flipped"
    assert np.array_equal(data.picture(1), data.picture(0)[:, ::-1])
    assert np.array_equal(data.mask(1), data.mask(0)[:, ::-1])
    assert mirror.pose.same_as(item.pose.mirrored(176), tolerance=0.01)
    assert sorted(data.pairs("val").tolist()) == [[i, i] for i in data.indices("val").tolist()]
    train = read_annotations(out / "annotation-train.csv")
    assert len(train) == 18 and train["00002"].same_as(train["00002_flipped"].mirrored(176), tolerance=1.0)
    assert len(read_pairs(out / "pairs-train.csv")) == 18
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "sheets/kept.jpg" in page and (out / "sheets" / "kept.jpg").stat().st_size > 10_000
    assert "sheets/unusable.jpg" in page and "52,019" in page
    assert (out / "dropped.csv").read_text().splitlines()[1].startswith("photos/00001.jpg,unusable,rejected")


def test_a_second_run_has_nothing_to_do(annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / "set"
    first = made(annotated, out)
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    told: list[tuple[int, int, str]] = []
    assert made(annotated, out, progress=lambda *a: told.append(a)) == first
    assert not told and before == {path.name: path.stat().st_mtime_ns for path in out.iterdir()}


def test_new_and_changed_photos_are_looked_at_and_no_others(annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / "set"
    made(annotated, out)
    shutil.copy(annotated / "photos" / "00003.jpg", annotated / "photos" / "00002.jpg")
    os.utime(annotated / "photos" / "00002.jpg", ns=(1, 1))
    plan = plan_for(read_source(annotated), out, FLIPPED)
    assert [wish.photo.name for wish in plan.todo] == ["00002"]
    report = made(annotated, out)
    assert report["photos_looked_at"] == 1 and report["kept"] == 11
    data = PreparedDataset.open(out)
    assert data.items[0].row == 11, "its first picture stays where it was, and counts no more"


def test_a_limit_can_be_raised_later(annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / "set"
    few = made(annotated, out, work=Work(limit=4, batch=2))
    assert few["kept"] == 4 and {row["reason"] for row in few["why"]} == {"unusable", "limit"}
    sources = {item.source for item in PreparedDataset.open(out).items}
    rest = made(annotated, out)
    assert rest["kept"] == 11 and rest["photos_looked_at"] == 7
    assert sources < {item.source for item in PreparedDataset.open(out).items}


def test_corrections_win_and_are_kept(annotated: Path, tmp_path: Path) -> None:
    out, corrections = tmp_path / "set", tmp_path / "corrections"
    made(annotated, out)
    before = PreparedDataset.open(out).items[0]
    source = read_source(annotated)
    pose = next(photo.pose for photo in source.photos if photo.name == "00002")
    assert pose is not None
    corrections.mkdir()
    x, y = pose.place(Joint.NOSE)
    write_openpose(corrections / "00002.json", [pose.with_joint(Joint.NOSE, (x + 20, y), state=pose.states[0])])
    report = made(annotated, out, corrections=[corrections])
    assert report["photos_looked_at"] == 1 and report["corrections"]["given"] == report["corrections"]["kept"] == 1
    item = PreparedDataset.open(out).items[0]
    assert item.corrected and not before.corrected
    assert item.pose.place(Joint.NOSE)[0] > before.pose.place(Joint.NOSE)[0] + 15
    shutil.rmtree(corrections)
    again = made(annotated, out)
    assert again["corrections"]["kept"] == 1, "the data set keeps its corrections"
    assert PreparedDataset.open(out).items[0].corrected


def test_another_recipe_or_source_in_the_same_folder_is_refused(annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / "set"
    made(annotated, out)
    with pytest.raises(UsageError, match="begun with flip yes and not no"):
        made(annotated, out, Recipe())
    other = write_annotated(tmp_path / "other", people=2)
    with pytest.raises(UsageError, match="begun with source .*annotated and not .*other"):
        made(other, out)
    assert is_prepared(out)


def test_a_folder_of_something_else_is_refused(annotated: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds something else already"):
        made(annotated, annotated / "photos")
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="file, not a folder"):
        made(annotated, tmp_path / "file")
    assert not (annotated / "photos" / "prepare.json").exists()


def test_when_nothing_is_kept_the_report_says_why(annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / "set"
    with pytest.raises(UsageError, match="Nothing of the source was kept"):
        made(annotated, out, Recipe(facings=("back",)))
    assert not is_prepared(out) and "another side" in (out / "report.html").read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="unfinished"):
        PreparedDataset.open(out)


def test_one_person_alone_leaves_nothing_for_validation(annotated: Path, tmp_path: Path) -> None:
    report = made(annotated, tmp_path / "set", Recipe(split="person"), work=Work(limit=1))
    assert report["splits"] == {"train": 1, "val": 0}
    assert any("Nothing is left for validation" in note for note in report["notes"])


def test_a_photo_that_is_in_both_parts_is_found(annotated: Path, tmp_path: Path) -> None:
    """A photo for training is there again for validation, saved once more."""
    photo = load_picture(annotated / "photos" / "00007.jpg")
    save_picture(annotated / "photos" / "00005.jpg", photo)
    shutil.copy(annotated / "masks" / "00007.png", annotated / "masks" / "00005.png")
    table = json.loads((annotated / "keypoints18.json").read_text())
    table["00005"]["keypoints"] = table["00007"]["keypoints"]
    (annotated / "keypoints18.json").write_text(json.dumps(table))
    report = made(annotated, tmp_path / "set")
    (nearest,) = report["near_duplicates"]["nearest"]
    assert (nearest["val"], nearest["train"]) == ("photos/00005.jpg", "photos/00007.jpg") and nearest["bits"] <= 3
    assert any("near-duplicate" in note for note in report["notes"])
    assert (tmp_path / "set" / "sheets" / "near-duplicates.jpg").is_file()


# --- Interrupted ---


def contents(out: Path) -> dict[str, bytes]:
    """What a data set says, less times."""
    names = ("items.jsonl", "pairs-train.csv", "annotation-val.csv", "pictures-00000.npy", "masks-00000.npy")
    return {name: (out / name).read_bytes() for name in names}


def test_stopped_between_batches_it_goes_on(annotated: Path, tmp_path: Path) -> None:
    out, cancel = tmp_path / "set", CancelToken()

    def stop(done: int, total: int, message: str) -> None:
        if done >= 4:
            cancel.cancel()

    with pytest.raises(Cancelled):
        made(annotated, out, progress=stop, cancel=cancel)
    assert len(read_entries(out)) == 4 and not is_prepared(out)
    report = made(annotated, out)
    assert report["photos_looked_at"] == 7
    made(annotated, tmp_path / "at once")
    assert contents(out) == contents(tmp_path / "at once")


def killed_when(folder: Path, out: Path, *, entries: int) -> int:
    """Prepare in a process of its own, kill it when its journal has as many entries; answers how many it had."""
    command = [sys.executable, "-c", "import sys; from training.cli import main; sys.exit(main())"]
    command += ["prepare", str(folder), "--out", str(out), "--batch", "1", "--flip"]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    journal = out / JOURNAL_FILE
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        while process.poll() is None and (not journal.exists() or journal.read_bytes().count(b"\n") < entries):
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert process.returncode == -signal.SIGKILL, process.stderr.read() if process.stderr else ""
    return journal.read_bytes().count(b"\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_killed_it_goes_on_and_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    folder = write_annotated(tmp_path / "annotated", people=60, size=(96, 70))
    out = tmp_path / "set"
    for entries in (3, 20):
        assert entries <= killed_when(folder, out, entries=entries) < 60
        assert not is_prepared(out)
        with pytest.raises(UsageError, match="unfinished"):
            PreparedDataset.open(out)
    done = len(read_entries(out))
    report = made(folder, out)
    assert report["photos_looked_at"] == 60 - done <= 40, "what was done is not done again"
    made(folder, tmp_path / "at once")
    assert contents(out) == contents(tmp_path / "at once")


# --- Disks that do not take it ---


def test_a_disk_with_too_little_room_is_noticed_before_the_work(
    annotated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=10_000_000))
    with pytest.raises(OutputError, match="has 0.0 GB left, and 11 pictures need 0.1 GB"):
        made(annotated, tmp_path / "set")


RUN_WITH_LITTLE_ROOM = """
import resource, signal, sys
from training.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
sys.exit(main())
"""


def run(script: str, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", script, "prepare", *arguments]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind there")
def test_a_file_that_cannot_grow_is_one_clear_sentence(annotated: Path, tmp_path: Path) -> None:
    """As when the disk is full: the file's limit comes from the system in the same way."""
    out = tmp_path / "set"
    done = run(RUN_WITH_LITTLE_ROOM, [str(annotated), "--out", str(out), "--flip", "--batch", "2"])
    assert done.returncode == 2
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("repose-train:")]
    assert "pictures-00000.npy" in line and "Choose another disk" in line and "Traceback" not in done.stderr
    assert 0 < len(read_entries(out)) < 11
    assert made(annotated, out)["kept"] == 11, "with room again, it goes on"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that nobody can write to")
def test_a_place_that_cannot_be_written_is_one_clear_sentence(annotated: Path) -> None:
    with pytest.raises(OutputError):
        made(annotated, Path("/proc/self/set"))


def test_two_at_once_are_one_too_many(annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / "set"

    def second(done: int, total: int, message: str) -> None:
        with pytest.raises(UsageError, match="Another process"):
            made(annotated, out)

    made(annotated, out, progress=second)


def test_the_report_is_the_same_from_the_file(annotated: Path, tmp_path: Path) -> None:
    report = made(annotated, tmp_path / "set")
    assert json.loads((tmp_path / "set" / story.REPORT_FILE).read_text()) == report
