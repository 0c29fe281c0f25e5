"""Batches in a project: every picture once, out together and in again, and nothing lost by a crash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.batch import Batch, BatchOptions, BatchPhoto, BatchPose, Item
from engine.images import save_picture
from engine.picture_sets import PictureSets, set_of_batch
from engine.project.project import Project
from engine.provenance import Provenance, file_sha256
from engine.review_cards import cards_of
from tests.engine.test_transfer import arms_out, arms_up, person_at


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "spring.repose") as made:
        yield made


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    """Two photos in two poses by two generators; nothing made yet."""
    rng = np.random.default_rng(1)
    photos = [
        save_picture(tmp_path / f"{name}.png", rng.integers(0, 255, (30, 20, 3), np.uint8)) for name in ("ada", "ben")
    ]
    return Batch.create(
        tmp_path / "looks",
        photos=[BatchPhoto(path, path.stem) for path in photos],
        poses=[BatchPose("up", arms_up(person_at())), BatchPose("out", arms_out(person_at()))],
        options=BatchOptions(),
        weights=("mine", "theirs"),
    )


def make(batch: Batch, item: Item) -> tuple[Path, Provenance]:
    """A picture of a batch, as a run writes it."""
    photo, pose = batch.photos[item.photo], batch.poses[item.pose]
    assert pose.pose is not None
    made = Provenance(
        photo=photo.path.name,
        photo_sha256=file_sha256(photo.path),
        photo_size=(30, 20),
        photo_pose=person_at(),
        target=pose.name,
        target_pose=pose.pose,
        options={"background": "white", "batch": batch.key},
        facts={"generator": batch.models[item.model].label, "generator sha256": f"{item.model}" * 64},
    )
    path = batch.path_of(item)
    path.parent.mkdir(exist_ok=True)
    grey = np.full((9, 6, 3), 20 * item.photo + 5 * item.pose + item.model, np.uint8)
    save_picture(path, grey, text=made.to_text())
    batch.mark_done(item)
    return path, made


def test_a_picture_comes_in_once_with_all_that_is_known_of_it(project: Project, batch: Batch) -> None:
    ada = project.photos.add(batch.photos[0].path, title="Ada")
    sets = PictureSets(project)
    sets.remember(set_of_batch(batch))
    first, second = batch.items()[0], batch.items()[5]
    assert sets.enter(batch.key, *make(batch, first)) and sets.enter(batch.key, *make(batch, second))
    assert not sets.enter(batch.key, *make(batch, first)), "made anew after it was deleted: it is known already"
    assert sets.count(batch.key) == 2
    one, two = project.pictures.all()
    assert (one.photo, one.kind, one.target, one.model) == (ada, "batch", "up", "mine")
    assert one.made().facts["generator sha256"] == "0" * 64
    assert one.file.parent == project.pictures.folder and one.file.name == "looks - mine - ada-up.png"
    assert (two.photo, two.model) == (None, "theirs"), "a photo that is not in the project"
    assert sets.photos()[two.number] == batch.photos[1].path, "but whoever judges sees it all the same"
    assert project.pictures.newest(ada) is None, "what is shown with a photo is what was made by hand"
    assert len(list(project.pictures.folder.glob("*.png"))) == 2


def test_what_a_crash_left_out_comes_in_later(project: Project, batch: Batch) -> None:
    sets = PictureSets(project)
    sets.remember(set_of_batch(batch))
    for item in batch.items()[:3]:
        made = make(batch, item)
        if item.model == 0:
            sets.enter(batch.key, *made)
    again = PictureSets(project)
    assert again.settle() == 1 and again.settle() == 0 and again.count(batch.key) == 3
    for item in batch.items()[3:]:
        make(batch, item)
    assert again.settle() == 5 and again.count(batch.key) == batch.total
    kept = again.get(batch.key)
    assert kept is not None and kept.settled, "a batch that is finished is not looked at any more"


def test_a_batch_goes_out_and_comes_in_again(project: Project, batch: Batch) -> None:
    sets = PictureSets(project)
    sets.remember(set_of_batch(batch))
    for item in batch.items():
        sets.enter(batch.key, *make(batch, item))
    by_hand = project.pictures.write(np.zeros((9, 6, 3), np.uint8), replace_batch(batch), title="by hand")
    project.pictures.add(by_hand, replace_batch(batch), photo=None)
    cards = cards_of(project.pictures.all(), photos={})
    rated = project.ratings.add("Ada", card=cards[0].key, model=cards[0].model, score=4)
    sets.set_inside(batch.key, False)
    assert sets.settle() == batch.total and sets.count(batch.key) == 0
    assert [record.file for record in project.pictures.all()] == [by_hand] == list(project.pictures.folder.glob("*"))
    assert all(batch.path_of(item).is_file() for item in batch.items()), "the batch itself stays"
    assert not sets.enter(batch.key, *make(batch, batch.items()[0])), "what was taken out stays out"
    sets.remember(set_of_batch(batch))
    assert sets.get(batch.key).inside is False
    sets.set_inside(batch.key, True)
    assert sets.settle() == batch.total
    back = {card.key for card in cards_of(project.pictures.all(), photos={})}
    assert back == {card.key for card in cards} and rated.card in back, "what was said of them still stands"


def replace_batch(batch: Batch) -> Provenance:
    """How a picture was made that is of no batch."""
    item = batch.items()[0]
    return replace(make(batch, item)[1], options={"background": "white"})


def test_a_project_that_cannot_take_pictures_takes_none(tmp_path: Path, batch: Batch) -> None:
    made = make(batch, batch.items()[0])
    with Project.in_memory() as project:
        sets = PictureSets(project)
        sets.remember(set_of_batch(batch))
        assert not sets.usable and not sets.enter(batch.key, *made) and sets.settle() == 0 and not sets.all()


def test_where_the_disk_has_no_second_names_pictures_are_copied(
    project: Project, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_names: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("os.link", refuse)
    sets = PictureSets(project)
    sets.remember(set_of_batch(batch))
    file, made = make(batch, batch.items()[0])
    assert sets.enter(batch.key, file, made)
    (record,) = project.pictures.all()
    assert record.file.read_bytes() == file.read_bytes() and not record.file.samefile(file)


def test_a_folder_that_is_gone_is_waited_for(project: Project, batch: Batch, tmp_path: Path) -> None:
    sets = PictureSets(project)
    sets.remember(set_of_batch(batch))
    sets.enter(batch.key, *make(batch, batch.items()[0]))
    make(batch, batch.items()[1])
    batch.folder.rename(tmp_path / "away")
    assert sets.settle() == 0 and sets.count(batch.key) == 1
    assert all(record.file.is_file() for record in project.pictures.all()), "what came in needs the folder no more"
    (tmp_path / "away").rename(batch.folder)
    assert sets.settle() == 1
