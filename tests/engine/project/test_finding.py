"""Photos that were moved or renamed are found by what they are, and changed ones are noticed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import Cancelled
from engine.progress import CancelToken
from engine.project.finding import Found, find_moved, look_at
from engine.project.project import Project
from engine.project.records import PhotoRecord
from engine.provenance import file_sha256


@pytest.fixture
def photos(file: Path, project: Project) -> dict[str, int]:
    """Three files, the last of which was never read; every one of the same size."""
    numbers = {}
    for name in ("a", "b", "c"):
        path = file.parent / "photos" / f"{name}.jpg"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode() * 100)
        numbers[name] = project.photos.add(path, title=name)
        if name != "c":
            project.photos.note_file(numbers[name], sha256=file_sha256(path), shape=(10, 20))
    return numbers


def test_files_as_they_were_are_not_remarked_on(file: Path, project: Project, photos: dict[str, int]) -> None:
    assert look_at(project.photos.all()) == type(look_at([]))()
    os.utime(file.parent / "photos" / "a.jpg", (5, 5))
    assert not look_at(project.photos.all()).changed, "the same bytes at another time are the same photo"
    record = project.photos.get(photos["a"])
    assert (record.shape, record.size) == ((10, 20), 100)


def test_changed_and_missing_files_are_noticed(file: Path, project: Project, photos: dict[str, int]) -> None:
    folder = file.parent / "photos"
    (folder / "a.jpg").write_bytes(b"z" * 100)
    os.utime(folder / "a.jpg", (5, 5))
    (folder / "b.jpg").write_bytes(b"longer" * 100)
    (folder / "c.jpg").unlink()
    found = look_at(project.photos.all())
    assert found.changed == (photos["a"], photos["b"]) and found.missing == (photos["c"],)


def test_moved_and_renamed_photos_are_found(
    file: Path, project: Project, photos: dict[str, int], tmp_path: Path
) -> None:
    folder, there = file.parent / "photos", tmp_path / "archive" / "2025"
    there.mkdir(parents=True)
    (folder / "a.jpg").rename(there / "renamed.jpg")
    (folder / "b.jpg").rename(there / "b.jpg")
    (folder / "c.jpg").rename(there / "c.jpg")
    (there / "same size.jpg").write_bytes(b"q" * 100)
    lost = [record for record in project.photos.all() if record.number in look_at(project.photos.all()).missing]
    assert len(lost) == 3
    found = find_moved(lost, [tmp_path / "archive"])
    assert {one.photo: (one.path.name, one.sure) for one in found} == {
        photos["a"]: ("renamed.jpg", True), photos["b"]: ("b.jpg", True), photos["c"]: ("c.jpg", False),
    }  # fmt: skip
    for one in found:
        project.photos.relink(one.photo, one.path)
    assert not look_at(project.photos.all()).missing
    assert project.photos.of_path(there / "renamed.jpg").number == photos["a"]


def test_a_search_can_be_given_up(file: Path, project: Project, photos: dict[str, int]) -> None:
    cancel = CancelToken()
    cancel.cancel()
    for work in (
        lambda: look_at(project.photos.all(), cancel=cancel),
        lambda: find_moved(project.photos.all(), [file.parent], cancel=cancel),
    ):
        with pytest.raises(Cancelled):
            work()


def test_a_folder_that_is_not_there_holds_nothing(project: Project, photos: dict[str, int], tmp_path: Path) -> None:
    assert find_moved(project.photos.all(), [tmp_path / "none"]) == []
    assert Found(1, tmp_path, True).sure


def test_copies_of_one_photo_are_all_found_and_each_by_its_own_name(project: Project, tmp_path: Path) -> None:
    there = tmp_path / "elsewhere"
    there.mkdir()
    for name in ("a.jpg", "m.jpg", "z.jpg"):
        (there / name).write_bytes(b"one photo")
    sha256, lost = file_sha256(there / "a.jpg"), list[PhotoRecord]()
    for name in ("z.jpg", "a.jpg", "gone.jpg"):
        number = project.photos.add(tmp_path / "before" / name, title=name)
        project.photos.note_file(number, sha256=sha256)
        record = project.photos.get(number)
        assert record is not None
        lost.append(record)
    sized = [replace(record, size=9) for record in lost]
    found = {one.photo: one.path.name for one in find_moved(sized, [there])}
    assert [found[record.number] for record in lost[:2]] == ["z.jpg", "a.jpg"] and len(found) == 3
