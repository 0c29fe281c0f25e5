"""The fixed cases: the same every time, what the window would make, true pairs where there are any."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import UsageError
from engine.framing import Framing
from engine.painter import Painter
from engine.patn.checkpoints import read_generator
from engine.presets import load_presets
from engine.skeleton import Joint
from engine.transfer import TransferSession
from tests.drawn_person import write_photo_folder
from tests.training.judging.small_data import SIZE, generator_file, prepared_folder
from training.judging.cases import answer, pairs_of, poses_of, presets_of, same_of, with_white_holes
from training.judging.people import PhotoPeople, open_people, spread


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> PhotoPeople:
    folder = tmp_path_factory.mktemp("photos") / "data"
    write_photo_folder(folder, train=1, val=4)
    people = open_people(folder, split="val", cache=folder / "cache", labels={"0003": {"gender": "men"}})
    assert isinstance(people, PhotoPeople)
    return people


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared_folder(tmp_path_factory.mktemp("prepared") / "data")


def test_pairs_by_moving_are_those_of_the_trainings_figures(photos: PhotoPeople) -> None:
    cases = pairs_of(photos, range(len(photos)), size=(128, 88))
    assert cases.count == 4 and "moved" in cases.what
    case, again = cases.make(1), cases.make(1)
    assert case is not None and again is not None
    assert np.array_equal(case.condition, again.condition) and np.array_equal(case.moved.picture, again.moved.picture)
    assert case.size == (128, 88) and case.truth is not None and case.turned is case.source
    assert case.groups["gender"] == "men"
    # The condition is another picture than the truth, and what was moved is nearer to it.
    off = [np.abs(p.astype(float) - case.truth).mean() for p in (case.condition, case.moved.picture)]
    assert off[1] < 0.5 * off[0]


def test_white_holes_are_white_where_the_mover_guessed(photos: PhotoPeople) -> None:
    case = pairs_of(photos, range(4), size=SIZE).make(0)
    assert case is not None
    white = with_white_holes(case.moved)
    guessed, known = case.moved.holes == 1, case.moved.holes == 0
    assert guessed.any() and (white[guessed] == 255).all()
    assert np.array_equal(white[known], case.moved.picture[known])


@pytest.mark.parametrize("condition", ["photo", "moved"])
def test_a_transfer_is_painted_as_the_window_would_paint_it(photos: PhotoPeople, tmp_path: Path, condition) -> None:
    painter = Painter(read_generator(generator_file(tmp_path / "g.safetensors", condition)))
    cases = presets_of(photos, range(4), count=24)
    presets = load_presets()
    assert cases.count == len(presets)
    order = [preset.name for preset in presets]
    for name in ("arms-raised", "back"):
        index = order.index(name)
        case = cases.make(index)
        assert case is not None and case.groups["preset"] == name and case.truth is None
        subject = next(s for s in (photos[i] for i in range(4)) if s.name == case.who)
        session = TransferSession(
            painter, subject.picture, pose=subject.pose, mask=subject.mask > 127, framing=Framing.whole((384, 264))
        )
        rendered = session.render(presets[index].pose)
        assert np.array_equal(answer(painter, case), rendered.picture)
        assert rendered.target.same_as(case.target)
    assert case.groups["turn"] == "front to back"
    mirrored = case.source.points.copy()
    mirrored[:, 0] = case.size[1] - 1 - mirrored[:, 0]
    assert np.allclose(case.turned.points, mirrored, equal_nan=True)
    assert case.target.has(Joint.RIGHT_EAR) and not case.shown.has(Joint.RIGHT_EAR)


def test_transfers_take_another_persons_pose_each_time(photos: PhotoPeople) -> None:
    cases = poses_of(photos, range(4), count=200)
    made = [cases.make(index) for index in range(cases.count)]
    assert cases.count == 12 and len({case.name for case in made}) == 12
    assert all(case.who not in case.name.split(" as ")[1] for case in made)
    assert poses_of(photos, [0], count=5).count == 0


def test_the_same_pose_asks_for_the_photo_itself(photos: PhotoPeople) -> None:
    case = same_of(photos, range(4), count=9).make(2)
    assert case is not None and case.truth is case.condition
    assert case.target.same_as(case.source, tolerance=1e-6)
    assert np.abs(case.moved.picture.astype(float) - case.truth).mean() < 3


def test_true_pairs_leave_flipped_copies_out(prepared: Path, tmp_path: Path) -> None:
    people = open_people(prepared, split="val", cache=tmp_path)
    cases = pairs_of(people, range(len(people)), size=SIZE)
    assert len(people) == 6 and cases.count == 6 and "two photos" in cases.what
    case = cases.make(0)
    assert case is not None and case.truth is not None
    assert "flipped" not in case.name and case.groups["gender"] in ("men", "women") and case.groups["clothes"] == "Tees"
    assert (case.truth[0, 0] == 180).all()
    # What our own generators are given is cut out, as in the window.
    assert (case.moved.picture[0, 0] == 255).all()
    assert pairs_of(people, range(6), size=SIZE, limit=2).count == 2
    on_white = open_people(prepared, split="val", cache=tmp_path, background="white")
    made = pairs_of(on_white, range(6), size=SIZE).make(0)
    assert made is not None and made.truth is not None and (made.truth[0, 0] == 255).all()
    assert on_white.fingerprint != people.fingerprint


def test_a_prepared_set_without_pairs_is_moved(tmp_path: Path) -> None:
    people = open_people(prepared_folder(tmp_path / "data", pairs=False), split="val", cache=tmp_path)
    assert people.pairs() is None
    cases = pairs_of(people, range(2), size=SIZE)
    assert "moved" in cases.what and cases.make(0).truth is not None


def test_what_is_no_data_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="keypoints18.json"):
        open_people(tmp_path, split="val", cache=tmp_path / "cache")
    with pytest.raises(UsageError, match="split 'test'"):
        open_people(prepared_folder(tmp_path / "data"), split="test", cache=tmp_path)


def test_a_few_photos_are_spread_over_all() -> None:
    assert list(spread(5, 0)) == list(spread(5, 9)) == [0, 1, 2, 3, 4]
    assert list(spread(100, 4)) == [0, 25, 50, 75]
