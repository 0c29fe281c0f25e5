"""Thousands of photos are added as if one by one."""

from __future__ import annotations

from pathlib import Path

from engine.project.project import Project


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
