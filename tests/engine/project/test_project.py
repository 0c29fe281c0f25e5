"""What is put into a project is there when it is opened again, in every kind of thing that it holds."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.errors import OutputError, PoseFileError, ProjectError, UsageError
from engine.project.faults import ProjectLockedError, ProjectReadOnlyError
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import Aim, People, PhotoState, Target
from engine.provenance import Provenance, read_provenance
from engine.skeleton import facing_of
from tests.engine.project.conftest import some_pose


def made_of(photo: str = "one.jpg") -> Provenance:
    return Provenance(
        photo,
        "ab" * 32,
        (512, 400),
        some_pose(1),
        "Arms raised",
        some_pose(2),
        {"background": "white"},
        {"generator": "clear"},
    )


def test_photos_come_back_as_they_were_put_in(file: Path, project: Project) -> None:
    photo = project.photos.add(file.parent / "photos" / "one.jpg", title="one", note="a note", shape=(512, 400))
    demo = project.photos.add(None, title="Ada", demo="ada")
    project.photos.set_detected(photo, (some_pose(1), some_pose(2)))
    before = project.photos.all()
    project.close()
    with Project.open(file) as again:
        assert again.photos.all() == before
        one, two = again.photos.all()
        assert (one.number, two.number) == (photo, demo) and two.path is None and two.demo == "ada"
        assert one.path == file.parent / "photos" / "one.jpg" and one.shape == (512, 400)
        assert one.searched and one.count == 2 and one.facing is facing_of(some_pose(1)) and not two.searched
        assert one.confidence == some_pose(1).confidence[some_pose(1).present].min()
        people = again.photos.people(photo)
        assert [pose.same_as(some_pose(n)) for n, pose in enumerate(people.poses, start=1)] == [True, True]
        people, found = again.photos.all_people()[photo]
        assert people.poses[1].same_as(some_pose(2)) and found is people.poses
        assert len(again.photos.detected(photo)) == 2 and set(again.photos.all_people()) == {photo}


def test_a_photo_is_found_by_its_file(file: Path, project: Project) -> None:
    numbers = [project.photos.add(file.parent / f"{name}.jpg", title=name) for name in "abc"]
    assert project.photos.of_path(file.parent / "b.jpg").number == numbers[1]
    assert project.photos.of_path(file.parent / "z.jpg") is None
    assert [record.title for record in project.photos.all()] == ["a", "b", "c"]
    assert project.photos.counts()[PhotoState.UNTOUCHED] == 3 and project.photos.counts()[PhotoState.DONE] == 0


def test_what_was_found_once_more_leaves_a_persons_own_work_alone(project: Project) -> None:
    photo = project.photos.add(None, title="one")
    project.photos.set_detected(photo, (some_pose(1),))
    project.history.change(Edit(Kind.PEOPLE, photo, People((some_pose(5),))), text="Draw")
    project.photos.set_detected(photo, (some_pose(2),))
    assert project.photos.people(photo).pose.same_as(some_pose(5))
    assert project.photos.detected(photo)[0].same_as(some_pose(2))


def test_settings_and_the_shelf(file: Path, project: Project) -> None:
    project.settings.set("open photo", 3)
    project.shelf.put("batch", "today", {"done": [1, 2]})
    project.shelf.put("batch", "today", {"done": [1, 2, 3]})
    project.shelf.put("batch", "later", None)
    project.close()
    with Project.open(file) as again:
        assert again.settings.get("open photo") == 3 and again.settings.get("nothing", "x") == "x"
        assert again.shelf.get("batch", "today") == {"done": [1, 2, 3]}
        assert list(again.shelf.all("batch")) == ["today", "later"] and again.shelf.get("other", "today", 7) == 7
        again.shelf.remove("batch", "today")
        assert list(again.shelf.all("batch")) == ["later"]


def test_pictures_lie_beside_the_project_with_how_they_were_made(file: Path, project: Project) -> None:
    photo = project.photos.add(None, title="one")
    pixels = np.full((8, 6, 3), 200, dtype=np.uint8)
    first = project.pictures.add(
        project.pictures.write(pixels, made_of(), title="one - Arms: raised"), made_of(), photo=photo
    )
    second = project.pictures.add(
        project.pictures.write(pixels, made_of(), title="one - Arms: raised"), made_of(), photo=None, kind="batch"
    )
    assert first.file == file.parent / "Spring pictures" / "one - Arms_ raised.png"
    assert second.file.name == "one - Arms_ raised 2.png" and second.model == "clear"
    assert read_provenance(first.file).target == first.made().target == "Arms raised"
    assert project.pictures.newest(photo) == first and project.pictures.all(photo) == [first]
    rating = project.ratings.add("Ada", picture=first.number, score=4)
    project.pictures.remove(first.number)
    assert not first.file.exists() and project.pictures.all() == [second]
    assert project.ratings.all() == [type(rating)(**{**vars(rating), "picture": None})]
    with Project.in_memory() as nowhere, pytest.raises(ProjectError, match="in memory"):
        nowhere.pictures.write(pixels, made_of(), title="x")


def test_ratings_are_kept_taken_back_and_merged(file: Path, project: Project, tmp_path: Path) -> None:
    mine = project.ratings.add("Ada", card="c1", model="m", score=5, note="lovely", more={"order": "3"})
    wrong = project.ratings.add("Ada", card="c2", accepted=False)
    project.ratings.take_back(wrong.number)
    assert project.ratings.all() == [mine] and len(project.ratings.all(taken_back=True)) == 2
    with pytest.raises(UsageError, match="1, 2, 3, 4 or 5"):
        project.ratings.add("Ada", score=6)
    with pytest.raises(UsageError, match="no picture 99"):
        project.ratings.add("Ada", picture=99)
    with Project.create(tmp_path / "other.repose") as other:
        other.ratings.add("Bo", card="c1", score=2)
        assert other.ratings.merge(project.ratings.all(taken_back=True)) == 2
        assert other.ratings.merge(project.ratings.all(taken_back=True)) == 0
        assert {one.rater for one in other.ratings.all()} == {"Ada", "Bo"}
        assert other.ratings.all(rater="Ada")[0].more == {"order": "3"}
    project.ratings.give_again(wrong.number)
    assert len(project.ratings.all()) == 2


def test_many_changes_together_are_one_transaction(file: Path, project: Project) -> None:
    with pytest.raises(PoseFileError, match="halfway"), project.together():
        project.photos.add(None, title="one")
        project.history.change(Edit(Kind.AIM, 0, Aim(Target(some_pose(), "T"))), text="Choose")
        raise PoseFileError("halfway")
    assert not project.photos.all() and project.history.count == 0 and project.history.undo() is None


def test_a_second_opener_is_told_who_has_it_and_may_read(file: Path, project: Project) -> None:
    project.photos.add(None, title="one")
    with pytest.raises(ProjectLockedError, match="open already") as told:
        Project.open(file)
    assert told.value.holder.process and told.value.holder.host and str(told.value.holder.process) in str(told.value)
    with Project.open(file, read_only=True) as reader:
        assert [record.title for record in reader.photos.all()] == ["one"] and reader.read_only
        with pytest.raises(ProjectReadOnlyError, match="for reading only"):
            reader.photos.add(None, title="two")
    project.close()
    project.close()
    with Project.open(file) as again, Project.open(file, read_only=True) as reader:
        assert len(reader.photos.all()) == len(again.photos.all()) == 1
    with Project.open(file, read_only=True) as alone:
        assert len(alone.photos.all()) == 1


def test_the_lock_is_of_this_computer_and_dies_with_its_process(file: Path, project: Project) -> None:
    project.close()
    code = (
        "import sys; from engine.project.project import Project\n"
        f"p = Project.open({str(file)!r}); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"open"
        with pytest.raises(ProjectLockedError) as told:
            Project.open(file)
        assert told.value.holder.process == other.pid
        other.kill()
    with Project.open(file) as again:
        assert not again.read_only


def test_a_copy_holds_everything_and_finds_the_photos(file: Path, project: Project, tmp_path: Path) -> None:
    there = file.parent / "one.png"
    there.write_bytes(b"x")
    photo = project.photos.add(there, title="one")
    pixels = np.zeros((4, 4, 3), dtype=np.uint8)
    project.pictures.add(project.pictures.write(pixels, made_of(), title="p"), made_of(), photo=photo)
    target = project.copy_to(tmp_path / "elsewhere" / "deep" / "Copy.repose")
    with Project.open(target) as copy:
        assert copy.photos.all() == project.photos.all()
        assert copy.pictures.all()[0].file == target.parent / "Copy pictures" / "p.png"
        assert copy.pictures.all()[0].file.is_file()
    with pytest.raises(OutputError, match="already"):
        project.copy_to(target)


def test_photos_move_along_with_the_project_or_stay(file: Path, project: Project, tmp_path: Path) -> None:
    beside, far = file.parent / "photos" / "one.png", tmp_path / "far.png"
    beside.parent.mkdir()
    for place in (beside, far):
        place.write_bytes(b"x")
    project.photos.add(beside, title="one")
    project.photos.add(far, title="two")
    project.close()
    moved = tmp_path / "a" / "b" / "other place"
    moved.parent.mkdir(parents=True)
    shutil.move(file.parent, moved)
    with Project.open(moved / file.name) as again:
        assert [record.path for record in again.photos.all()] == [moved / "photos" / "one.png", far]


def test_what_is_no_project(tmp_path: Path, file: Path, project: Project) -> None:
    with pytest.raises(ProjectError, match="no such project"):
        Project.open(tmp_path / "none.repose")
    with pytest.raises(OutputError, match="already"):
        Project.create(file)
    import sqlite3

    other = tmp_path / "other.repose"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(ProjectError, match="another program"):
        Project.open(other)
    assert not [entry for entry in tmp_path.iterdir() if entry.suffix == ".part"]
