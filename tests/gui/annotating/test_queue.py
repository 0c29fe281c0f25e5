"""The photos' states and the order in which they are worked on, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.project.history import Edit, Kind
from engine.project.records import People, PhotoState
from engine.skeleton import Facing, Joint, Pose
from gui.document import Document, Photo
from gui.flows.photo_queue import PhotoQueue, Sort, View
from gui.flows.photo_states import PhotoStates, facing_word, state_word
from tests.gui.canvas.conftest import astronaut_pose

DONE, DOUBTFUL, UNTOUCHED = PhotoState.DONE, PhotoState.DOUBTFUL, PhotoState.UNTOUCHED


class Bench:
    """A document with photos, their states and queue."""

    def __init__(self, count: int) -> None:
        self.document = Document()
        self.states = PhotoStates(self.document)
        self.queue = PhotoQueue(self.document, self.states)
        self.photos = [self.document.add_photo(Path(f"/x/{name}.jpg"), title=name) for name in "edcba"[:count]]

    def titles(self) -> str:
        photos = [self.document.photo(key) for key in self.queue.listed_keys()]
        return "".join(photo.title for photo in photos if photo is not None)

    def detect(self, photo: Photo, pose: Pose) -> None:
        self.document.set_detected(photo, (pose,))


@pytest.fixture
def bench(qapp: QApplication) -> Bench:
    return Bench(5)


def side_on(pose: Pose) -> Pose:
    points = pose.points.copy()
    points[:, 0] = 100 + 0.05 * points[:, 0]
    return pose.with_points(points)


def test_photos_are_listed_as_they_were_opened(bench: Bench, qtbot: QtBot) -> None:
    grown: list[tuple[int, int]] = []
    bench.queue.grown.connect(lambda first, last: grown.append((first, last)))
    assert bench.titles() == "edcba"
    with qtbot.waitSignal(bench.queue.counted):
        for name in "zy":
            bench.document.add_photo(Path(f"/x/{name}.jpg"), title=name)
    assert bench.titles() == "edcbazy" and grown[-1] == (5, 6), "a burst is one change"


def test_marks_filter_and_can_be_taken_back(bench: Bench) -> None:
    first, second = bench.photos[:2]
    bench.states.mark([first, second], DONE)
    assert bench.queue.counts() == {DONE: 2, UNTOUCHED: 3}
    bench.queue.set_states(frozenset({DONE}))
    assert bench.titles() == "ed" and bench.queue.view.filters
    steps = bench.document.undo_stack.count()
    bench.states.mark([first], DONE)
    assert bench.document.undo_stack.count() == steps, "what is so already is no step"
    bench.document.undo_stack.undo()
    assert bench.titles() == "" and first.state is UNTOUCHED
    bench.document.undo_stack.redo()
    bench.queue.set_view(View())
    assert bench.titles() == "edcba" and second.state is DONE


def test_an_edit_tells_that_a_photo_is_in_work(bench: Bench) -> None:
    photo = bench.photos[0]
    bench.detect(photo, astronaut_pose())
    assert bench.states.of(photo) is UNTOUCHED
    moved = People((astronaut_pose().moved(3, 0),), 0)
    bench.document.change(Edit(Kind.PEOPLE, photo.key, moved), text="Move")
    assert bench.states.of(photo) is PhotoState.IN_WORK
    bench.document.undo_stack.undo()
    assert bench.states.of(photo) is UNTOUCHED
    bench.document.undo_stack.redo()
    bench.states.mark([photo], DOUBTFUL)
    assert bench.states.of(photo) is DOUBTFUL, "what a person said counts"


def test_sorting(bench: Bench) -> None:
    bench.queue.set_view(View(sort=Sort.NAME))
    assert bench.titles() == "abcde"
    sure = astronaut_pose()
    bench.detect(bench.photos[3], sure)
    bench.detect(bench.photos[1], sure.with_joint(Joint.NOSE, confidence=0.01))
    bench.queue.set_view(View(sort=Sort.CONFIDENCE))
    assert bench.titles()[:2] == "db" and bench.queue.confidence(bench.photos[1]) == 0.01
    bench.states.mark([bench.photos[0]], DONE)
    bench.states.mark([bench.photos[4]], DOUBTFUL)
    bench.queue.set_view(View(sort=Sort.STATE))
    assert bench.titles() == "dcbea"
    bench.document.set_detected(bench.photos[2], (side_on(sure),))
    bench.queue.set_view(View(sort=Sort.FACING))
    assert bench.titles()[:3] == "dbc" and bench.queue.facing(bench.photos[2]) is Facing.SIDE


def test_filtering_by_facing_and_sureness(bench: Bench) -> None:
    bench.detect(bench.photos[0], astronaut_pose())
    bench.document.set_detected(bench.photos[1], (side_on(astronaut_pose()),))
    bench.queue.set_view(View(facings=frozenset({Facing.SIDE})))
    assert bench.titles() == "d"
    bench.queue.set_view(View(unsure=0.3))
    assert bench.titles() == "ed", "its left elbow has 0.2"
    bench.queue.set_view(View(unsure=0.1))
    assert bench.titles() == ""


def test_the_way_through(bench: Bench) -> None:
    keys = [photo.key for photo in bench.photos]
    assert bench.queue.neighbour(keys[1], 1) == keys[2] and bench.queue.neighbour(keys[1], -1) == keys[0]
    assert bench.queue.neighbour(keys[4], 1) is None and bench.queue.neighbour(None, 1) == keys[0]
    bench.states.mark([bench.photos[2]], DONE)
    bench.states.mark([bench.photos[3]], PhotoState.REJECTED)
    assert bench.queue.next_open(keys[1]) == keys[4] and bench.queue.next_open(keys[4]) == keys[0]
    bench.states.mark(bench.photos[1:], DONE)
    assert bench.queue.next_open(keys[0]) is None, "itself is no other"


def test_a_photo_that_goes_is_not_listed_and_comes_back_to_its_place(bench: Bench) -> None:
    key = bench.photos[2].key
    assert bench.titles() == "edcba"
    bench.document.change(Edit(Kind.PRESENT, key, False), text="Close")
    assert bench.titles() == "edba" and bench.queue.row_of(key) is None
    bench.document.undo_stack.undo()
    assert bench.titles() == "edcba"


def test_demo_people_are_not_counted(bench: Bench) -> None:
    bench.document.add_photo(Path("/x/ada.jpg"), title="Ada", demo="ada")
    assert sum(bench.queue.counts().values()) == 5


def test_states_and_facings_have_words() -> None:
    assert len({state_word(state) for state in PhotoState}) == 5 and len({facing_word(one) for one in Facing}) == 3


def test_many_photos_are_added_as_one(bench: Bench, tmp_path: Path) -> None:
    fresh = bench.document.add_photos([tmp_path / "one.jpg", tmp_path / "two.jpg"])
    assert bench.titles() == "edcbaonetwo" and [photo.path for photo in fresh] == [
        tmp_path / "one.jpg",
        tmp_path / "two.jpg",
    ]
    records = bench.document.project.photos.all()
    assert [record.title for record in records[-2:]] == ["one", "two"] and records[-1].number == fresh[1].key
    assert [record.path for record in records[-2:]] == [tmp_path / "one.jpg", tmp_path / "two.jpg"]


def test_the_next_doubtful_photo_is_one_that_is_not_done(bench: Bench) -> None:
    pose = astronaut_pose()
    unsure = Pose.from_points(pose.points, confidence=[0.3] * 18, states=pose.states)
    sure = Pose.from_points(pose.points, confidence=[1.0] * 18, states=pose.states)
    for photo, found in zip(bench.photos, (sure, unsure, sure, unsure, unsure), strict=True):
        bench.detect(photo, found)
    first, second, _, fourth, fifth = (photo.key for photo in bench.photos)
    assert bench.queue.next_doubtful(first) == second and bench.queue.next_doubtful(second) == fourth
    assert bench.queue.next_doubtful(fifth) == second, "from the beginning after the end"
    assert bench.queue.next_doubtful(second, most=1) is None, "only so many are looked at"
    bench.states.mark(bench.photos[3:], DONE)
    assert bench.queue.next_doubtful(second) is None, "who is done with is in doubt no more"
    assert bench.queue.doubtful(bench.photos[1]) and not bench.queue.doubtful(bench.photos[0])
