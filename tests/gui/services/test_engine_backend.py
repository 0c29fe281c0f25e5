"""The engine's models behind the window: what pictures need beside drawing them. With the weights of the box."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.batch import Batch, BatchOptions, BatchPhoto, BatchPose
from engine.batch_run import BatchRun
from engine.framing import FRAME_SIZE
from engine.images import load_picture
from engine.presets import find_preset, load_people
from engine.progress import CancelToken, no_progress
from engine.skeleton import Joint
from gui.services.backend import Background, Picture, RenderedPerson
from gui.services.engine_backend import EngineBackend

PERSON = load_people()[0]


@pytest.fixture(scope="module")
def backend() -> EngineBackend:
    return EngineBackend()


@pytest.fixture(scope="module")
def photo() -> Picture:
    return load_picture(PERSON.path)


def drawn(backend: EngineBackend, photo: Picture, background: Background, *, draft: bool = False) -> RenderedPerson:
    assert PERSON.pose is not None
    framed = backend.prepare(photo, PERSON.pose, cancel=CancelToken())
    return backend.render(
        photo,
        PERSON.pose,
        target=framed.pose,
        background=background,
        draft=draft,
        progress=no_progress,
        cancel=CancelToken(),
    )


def test_every_picture_comes_with_the_photo_to_compare_it_with(backend: EngineBackend, photo: Picture) -> None:
    for background, draft in (("white", False), ("keep", True), ("photo", False), ("photo", True)):
        made = drawn(backend, photo, background, draft=draft)  # type: ignore[arg-type]
        assert made.before is not None and made.before.shape == made.picture.shape
        if background == "photo" and not draft:
            assert made.before is photo and made.picture.shape == photo.shape
            # Their own pose again: the person is the photo's person still.
            x, y = (round(value) for value in PERSON.pose.place(Joint.NECK))  # type: ignore[union-attr]
            near = np.s_[y + 20 : y + 60, x - 20 : x + 20]
            assert np.abs(made.picture[near].astype(int) - photo[near]).mean() < 30


def test_a_look_inside_has_as_many_masks_as_the_generator_has_blocks(backend: EngineBackend, photo: Picture) -> None:
    assert PERSON.pose is not None
    framed = backend.prepare(photo, PERSON.pose, cancel=CancelToken())
    seen = backend.look(photo, PERSON.pose, target=framed.pose, cancel=CancelToken())
    assert seen.picture.shape == (*FRAME_SIZE, 3) and seen.masks.shape[1:] == (64, 44)
    assert len(seen.masks) >= 5 and 0 < seen.masks.min() < seen.masks.max() < 1


def test_a_batch_is_made_picture_by_picture(backend: EngineBackend, photo: Picture, tmp_path: Path) -> None:
    batch = Batch.create(
        tmp_path / "out",
        photos=[BatchPhoto(PERSON.path, "ada", PERSON.pose)],
        poses=[BatchPose("front", find_preset("front").pose)],
        options=BatchOptions("keep"),
    )
    run = BatchRun(batch)
    step = backend.make_next(run, cancel=CancelToken())
    assert step is not None and step.path is not None and load_picture(step.path).shape == (*FRAME_SIZE, 3)
    assert backend.make_next(run, cancel=CancelToken()) is None
