"""Whatever is done in any order: undoing all leads to the start, redoing all to the end, the file is the memory."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engine.project.codec import aim_text, people_text
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import PhotoState
from engine.skeleton import Joint, JointState, Pose
from gui.commands import PoseEditor
from gui.document import BACKGROUNDS, Document
from gui.loaded_project import load_project

PLACES = st.tuples(st.floats(-1e3, 1e4), st.floats(-1e3, 1e4))


def pose_of(seed: int) -> Pose:
    return Pose.from_points(np.random.default_rng(seed).uniform(0, 400, (18, 2)))


def shown(document: Document) -> list[Any]:
    """What the window would show, without what lies in the widgets alone."""
    photos = [(photo.key, people_text(photo.people), photo.state, photo.remark) for photo in document]
    return [photos, aim_text(document.aim), document.background]


def kept(path: Path) -> list[Any]:
    """The same, as another program reads it from the file at this moment."""
    with Project.open(path, read_only=True) as project:
        photos = [
            (record.number, people_text(project.photos.people(record.number)), record.state, record.note)
            for record in project.photos.all()
        ]
        return [photos, aim_text(project.aim()), project.background()]


class Person(RuleBasedStateMachine):
    """A person at work; `states[n]` is what was shown when n steps were done."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "work.repose"
        Project.create(self.path).close()
        self._open()
        self.states = [shown(self.document)]

    @initialize()
    def begin(self) -> None:
        self.open_photo(people=2)
        self.document.make_current(1)

    def _open(self) -> None:
        self.document = Document()
        self.document.show_project(load_project(Project.open(self.path), demos={}))
        self.editor = PoseEditor(self.document)
        self.document.undo_stack.indexChanged.connect(self._note_step)
        self.stepped = False

    def _note_step(self) -> None:
        self.stepped = True

    def _did(self) -> None:
        """After a wish: it was a step of its own, a part of the one before, or nothing."""
        if not self.stepped:
            return
        self.stepped = False
        index = self.document.undo_stack.index()
        self.states = [*self.states[:index], shown(self.document)] if index else [shown(self.document)]

    @property
    def photo(self) -> Any:
        return self.document.current

    # what happens by itself

    @rule(people=st.integers(0, 3))
    def open_photo(self, people: int) -> None:
        """No step: it is there whatever is taken back."""
        photo = self.document.add_photo(self.folder / "a.jpg", title="photo")
        self.document.set_detected(photo, tuple(pose_of(photo.key * 7 + number) for number in range(people)))
        row = (photo.key, people_text(photo.people), photo.state, photo.remark)
        self.states = [[[*photos, row], aim, background] for photos, aim, background in self.states]

    @rule(number=st.integers(0, 5))
    def look_at(self, number: int) -> None:
        photos = list(self.document)
        if photos:
            self.document.make_current(photos[number % len(photos)].key)

    # what a person does

    @precondition(lambda self: self.photo is not None and self.photo.people.pose is not None)
    @rule(joint=st.sampled_from(Joint), place=PLACES, merge=st.sampled_from(["", "", "nudge nose", "nudge neck"]))
    def move_joint(self, joint: Joint, place: tuple[float, float], merge: str) -> None:
        self.editor.edit_photo_pose(self.photo.people.pose.with_joint(joint, place), text="Move", merge=merge)
        self._did()

    @precondition(lambda self: self.photo is not None and self.photo.people.pose is not None)
    @rule(joint=st.sampled_from(Joint), state=st.sampled_from([JointState.HIDDEN, JointState.MISSING]))
    def restate_joint(self, joint: Joint, state: JointState) -> None:
        pose = self.photo.people.pose
        if pose.has(joint):
            self.editor.edit_photo_pose(pose.with_joint(joint, state=state), text="State")
        else:
            self.editor.reset_joint(joint)
        self._did()

    @rule(number=st.integers(0, 3))
    def pick(self, number: int) -> None:
        self.editor.pick_person(number)
        self._did()

    @rule(what=st.sampled_from(["reset_photo_pose", "swap_photo_sides", "mirror_target"]))
    def whole(self, what: str) -> None:
        getattr(self.editor, what)()
        self._did()

    @rule(seed=st.integers(0, 9), title=st.text(max_size=8), by_hand=st.booleans())
    def choose_target(self, seed: int, title: str, by_hand: bool) -> None:
        self.editor.choose_target(pose_of(seed), title=title, by_hand=by_hand)
        self._did()

    @rule(place=PLACES, merge=st.sampled_from(["", "nudge"]))
    def edit_target(self, place: tuple[float, float], merge: str) -> None:
        pose = self.document.target_pose() or pose_of(1)
        self.editor.edit_target(pose.with_joint(Joint.NOSE, place), text="Move", merge=merge)
        self._did()

    @rule(fit=st.booleans())
    def fit(self, fit: bool) -> None:
        self.editor.set_fit(fit)
        self._did()

    @precondition(lambda self: self.photo is not None)
    @rule(state=st.sampled_from(PhotoState), note=st.text(max_size=12))
    def mark(self, state: PhotoState, note: str) -> None:
        key = self.photo.key
        self.document.change(Edit(Kind.STATE, key, state), Edit(Kind.NOTE, key, note), text="Mark")
        self._did()

    @rule(background=st.sampled_from(BACKGROUNDS))
    def background(self, background: str) -> None:
        self.document.change(Edit(Kind.BACKGROUND, 0, background), text="Background")
        self._did()

    @precondition(lambda self: self.photo is not None)
    @rule()
    def close_photo(self) -> None:
        self.editor.close_photo(self.photo)
        self._did()

    # back and forth

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.document.undo_stack.undo()
        self.stepped = False

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.document.undo_stack.redo()
        self.stepped = False

    @rule()
    def restart(self) -> None:
        """The program is closed and opens the project again."""
        self.document.close()
        self._open()

    @invariant()
    def as_it_was(self) -> None:
        stack = self.document.undo_stack
        assert stack.count() == len(self.states) - 1
        assert shown(self.document) == self.states[stack.index()]
        assert kept(self.path) == shown(self.document)

    def teardown(self) -> None:
        stack = self.document.undo_stack
        while stack.canUndo():
            stack.undo()
        assert shown(self.document) == kept(self.path) == self.states[0]
        while stack.canRedo():
            stack.redo()
        assert shown(self.document) == kept(self.path) == self.states[-1]
        self.document.close()
        shutil.rmtree(self.folder)


TestPerson = Person.TestCase
TestPerson.settings = settings(
    max_examples=8,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
