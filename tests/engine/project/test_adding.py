"""Thousands of photos are added as if one by one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from engine.picture_sets import PictureSet, PictureSets, Source
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import PhotoState
from engine.project.rescue import rescue


def test_many_are_as_each_alone(tmp_path: Path) -> None:
    paths = [tmp_path / "photos" / "a.jpg", tmp_path / "b.jpg", tmp_path.parent / "c.jpg"]
    with Project.create(tmp_path / "spring.repose") as project:
        alone = [project.photos.add(path, title=path.stem) for path in paths]
        together = project.photos.add_all(paths)
        records = {record.number: record for record in project.photos.all()}
        assert list(records) == [*alone, *together], "at the end, in order"
        for one, two in zip(alone, together, strict=True):
            assert (records[one].title, records[one].path) == (records[two].title, records[two].path)
            assert len(set(project.photos.columns([one, two], "path"))) == 1
        assert project.photos.add_all([]) == []
    with Project.in_memory() as project:
        assert project.photos.columns(project.photos.add_all(paths)[:1], "path") == [""]


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names of files that are in no encoding")
def test_a_photo_whose_name_is_in_no_encoding(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"old\xe9")
    folder.mkdir()
    one, two, three = (folder / os.fsdecode(b"bad\xff%d.jpg" % number) for number in range(3))
    for path in (one, two, three):
        path.write_bytes(b"a photo")
    file = tmp_path / "spring.repose"
    with Project.create(file) as project:
        first = project.photos.add(one, title=one.stem)
        (second,) = project.photos.add_all([two])
        kept = PictureSet("key", "sequence", folder, (Source(one, first),))
        PictureSets(project).remember(kept)
        project.history.change(Edit(Kind.STATE, first, PhotoState.DONE), text=f"Mark {one.stem}")
    moved = tmp_path / "elsewhere" / "summer.repose"
    with Project.open(file) as project:
        assert [record.path for record in project.photos.all()] == [one, two]
        assert all(record.title.isprintable() for record in project.photos.all())
        found = project.photos.of_path(two)
        assert found is not None and found.number == second
        project.photos.relink(second, three)
        assert PictureSets(project).get("key") == kept
        project.copy_to(moved)
    file.rename(moved.with_name("again.repose"))
    for path in (moved, moved.with_name("again.repose")):
        with Project.open(path) as project:
            assert [record.path for record in project.photos.all()] == [one, three]
    saved = rescue(moved)
    assert saved.kept["photos"] == 2 and saved.whole
