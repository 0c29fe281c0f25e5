from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import OutputError, PictureError, UsageError
from engine.skeleton import Pose
from training.prepare.compact import pack
from training.prepare.journal import JOURNAL_FILE, Entry, Journal, prints_of, read_entries, stamp_of
from training.prepare.shards import ShardWriter
from training.prepared import SHARD_ROWS, shard_file


def kept(source: str, row: int) -> Entry:
    pose = Pose.from_points(np.arange(36.0).reshape(18, 2))
    return Entry(source, "12-34", "", row, packed=pack(pose), fingerprint=np.arange(128, dtype="<i2").tobytes())


DROPPED = Entry("ana/2.jpg", "1-2", "abc", reason="broken", detail="cut short: é")


def test_entries_come_back(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append([kept("ana/1.jpg", 0), DROPPED])
    again = Journal(tmp_path)
    assert again.entries == journal.entries == read_entries(tmp_path) and again.rows == 1
    assert again.entries["ana/2.jpg"] == DROPPED
    first = again.entries["ana/1.jpg"]
    assert first.pose.points[17].tolist() == [34.0, 35.0]
    assert prints_of([first, first]).shape == (2, 128) and prints_of([]).shape[0] == 0


def test_later_lines_win_and_rows_are_never_given_twice(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append([kept("1.jpg", 4), kept("2.jpg", 5)])
    journal.append([Entry("2.jpg", "new", "", reason="nobody")])
    again = Journal(tmp_path)
    assert again.entries["2.jpg"].reason == "nobody" and again.rows == 6


@pytest.mark.parametrize("tail", [b'{"source": "3.jpg", "sta', b"\0\0\0\0", b'{"source": "3.jpg"}\n', b"\xff\xfe\n"])
def test_what_a_power_cut_left_unfinished_is_cut_off(tmp_path: Path, tail: bytes) -> None:
    Journal(tmp_path).append([kept("1.jpg", 0)])
    whole = (tmp_path / JOURNAL_FILE).read_bytes()
    with (tmp_path / JOURNAL_FILE).open("ab") as file:
        file.write(tail)
    assert list(read_entries(tmp_path)) == ["1.jpg"]
    journal = Journal(tmp_path)
    assert (tmp_path / JOURNAL_FILE).read_bytes() == whole
    journal.append([kept("3.jpg", 1)])
    assert list(Journal(tmp_path).entries) == ["1.jpg", "3.jpg"]


def test_a_whole_line_without_its_end_is_done_again(tmp_path: Path) -> None:
    """Its rows may not be on the disk."""
    (tmp_path / JOURNAL_FILE).write_text(kept("1.jpg", 0).to_line().rstrip("\n"))
    assert Journal(tmp_path).entries == {}


def test_the_journal_says_when_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        Journal(tmp_path / "nowhere")


def test_stamps_change_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "1.jpg"
    path.write_bytes(b"12")
    first = stamp_of(path)
    path.write_bytes(b"123")
    assert stamp_of(path) != first
    with pytest.raises(PictureError):
        stamp_of(tmp_path / "2.jpg")


# --- Files of bytes ---


def pictures(*values: int) -> list[np.ndarray]:
    return [np.full((256, 176, 3), value, np.uint8) for value in values]


def masks(*values: int) -> list[np.ndarray]:
    return [np.full((256, 176), value, np.uint8) for value in values]


def test_rows_are_appended_and_read_by_numpy(tmp_path: Path) -> None:
    with ShardWriter(tmp_path, rows=0) as shards:
        assert list(shards.write(pictures(1, 2), masks(11, 12))) == [0, 1]
        assert list(shards.write([], [])) == []
        shards.finish()
    with ShardWriter(tmp_path, rows=2) as shards:
        assert list(shards.write(pictures(3), masks(13))) == [2]
        shards.finish()
    for what, shape in (("pictures", (3, 256, 176, 3)), ("masks", (3, 256, 176))):
        found = np.load(tmp_path / shard_file(what, 0), mmap_mode="r")
        assert found.shape == shape and found.dtype == np.uint8
        assert [int(row.max()) % 10 for row in found] == [1, 2, 3]


def test_a_batch_that_was_never_finished_is_written_over(tmp_path: Path) -> None:
    with ShardWriter(tmp_path, rows=0) as shards:
        shards.write(pictures(1, 9, 9), masks(1, 9, 9))
    with ShardWriter(tmp_path, rows=1) as shards:
        shards.write(pictures(2), masks(2))
        shards.finish()
    found = np.load(tmp_path / shard_file("pictures", 0))
    assert [int(row.max()) for row in found] == [1, 2]


def test_a_new_file_begins_when_one_is_full(tmp_path: Path) -> None:
    start = SHARD_ROWS - 1
    with ShardWriter(tmp_path, rows=0) as shards:
        shards.rows = start  # as if the others had been written
        assert list(shards.write(pictures(1, 2), masks(1, 2))) == [start, start + 1]
        shards.finish()
    first = np.load(tmp_path / shard_file("pictures", 0), mmap_mode="r")
    second = np.load(tmp_path / shard_file("pictures", 1), mmap_mode="r")
    assert first.shape[0] == SHARD_ROWS and int(first[start].max()) == 1
    assert second.shape[0] == 1 and int(second[0].max()) == 2


def test_missing_pictures_are_noticed(tmp_path: Path) -> None:
    with ShardWriter(tmp_path, rows=0) as shards:
        shards.write(pictures(1, 2), masks(1, 2))
        shards.finish()
    with pytest.raises(UsageError, match="missing"):
        ShardWriter(tmp_path, rows=3)
    (tmp_path / shard_file("masks", 0)).unlink()
    with pytest.raises(UsageError, match="masks"):
        ShardWriter(tmp_path, rows=2)


def test_other_shapes_are_refused(tmp_path: Path) -> None:
    with ShardWriter(tmp_path, rows=0) as shards, pytest.raises(ValueError, match="pictures are bytes of"):
        shards.write([np.zeros((255, 176, 3), np.uint8)], masks(1))
