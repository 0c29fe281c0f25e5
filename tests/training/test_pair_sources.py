"""Where training pairs come from: given and made, moved and as they are, and batches of them."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn.functional import pad

from engine.errors import UsageError
from engine.skeleton import Joint, Pose
from tests.drawn_person import standing, with_arms, write_photo_folder
from tests.prepared_people import ARMS, write_prepared
from training.config import GeneratorConfig, LoopConfig
from training.distributed import Team
from training.pair_batches import PairBatches, collate, trimmed
from training.pair_sources import (
    GivenPairs,
    MadePairs,
    MixedPairs,
    RenderedPairs,
    Sources,
    on_white,
    open_sources,
    resized,
)
from training.pairs import Pair

SIZE = (256, 176)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_prepared(tmp_path_factory.mktemp("prepared"))


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos") / "people"
    write_photo_folder(folder, train=3, val=2)
    return folder


def sources(data: Path, **changes: object) -> Sources:
    config = GeneratorConfig(data=str(data), **changes)  # type: ignore[arg-type]
    return open_sources(config, cache=data / "cache")


def test_given_pairs_as_published(dataset: Path) -> None:
    both = sources(dataset, condition="photo")
    assert isinstance(both.train, GivenPairs) and len(both.train) == 6 and len(both.held_out) == 4
    pair = both.train.steady(0, size=SIZE)
    there, back = both.train.steady(0, size=SIZE), both.train.steady(1, size=SIZE)
    # Pictures as they are, grey ground and all; the condition of one is the target of the other.
    assert np.array_equal(there.condition, back.target) and np.array_equal(there.target, back.condition)
    assert (pair.condition[0, 0] == 120).all() and pair.holes.max() == 0
    poses = [with_arms(standing(), right=spread, left=-spread) for spread in ARMS]
    assert pair.source_pose.same_as(poses[0], tolerance=1e-3) and pair.target_pose.same_as(poses[1], tolerance=1e-3)
    assert pair.person.max() == 1 and pair.person.shape == SIZE


def test_given_pairs_moved_first(dataset: Path) -> None:
    pair = sources(dataset, condition="moved").train.steady(0, size=SIZE)
    assert (pair.target[0, 0] == 255).all() and (pair.unmoved[0, 0] == 255).all()
    off = np.abs(pair.condition.astype(int) - pair.target).mean()
    assert off < 0.5 * np.abs(pair.unmoved.astype(int) - pair.target).mean()


def test_pairs_at_another_size_fit_their_joints(dataset: Path) -> None:
    source = sources(dataset, condition="photo").train
    large, small = source.steady(2, size=SIZE), source.steady(2, size=(128, 88))
    assert small.condition.shape == (128, 88, 3) and small.person.shape == (128, 88)
    # Pixel centres: half of the size maps x to (x + 1/2) / 2 - 1/2.
    expected = (large.target_pose.points + 0.5) / 2 - 0.5
    assert np.allclose(small.target_pose.points, expected)


def test_pairs_of_another_shape_are_cut_and_not_squeezed(dataset: Path) -> None:
    source = sources(dataset, condition="photo").train
    large, narrow = source.steady(0, size=(128, 88)), source.steady(0, size=(128, 64))
    assert np.array_equal(narrow.condition, large.condition[:, 12:76])
    there = narrow.target_pose.present
    assert np.allclose(narrow.target_pose.points[there], large.target_pose.points[there] - (12, 0))
    # A wrist that is spread out of the picture is missing.
    spread = large.target_pose.points[:, 0]
    assert ((spread < 11.5) | (spread > 75.5)).sum() == (~there).sum()


def test_single_photos_of_both_kinds_of_folder(dataset: Path, photos: Path) -> None:
    for data in (dataset, photos):
        both = sources(data, pairs="made")
        assert isinstance(both.train, MadePairs)
        moved, again = (both.held_out.steady(0, size=SIZE) for _ in range(2))
        assert np.array_equal(moved.condition, again.condition) and (moved.target[0, 0] == 255).all()
        plain = sources(data, pairs="made", condition="photo").held_out.steady(0, size=SIZE)
        assert np.array_equal(plain.condition, plain.unmoved) and plain.holes.max() == 0
        assert np.array_equal(plain.target, moved.target)
    assert "people" in sources(photos).train.about and "drawn-people" in sources(dataset).train.about


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two people: one seen from the front, the side and the back, one from the front alone, in two poses."""
    folder = tmp_path_factory.mktemp("rendered") / "people"
    write_photo_folder(folder, train=5, val=0)
    table = json.loads((folder / "keypoints18.json").read_text())
    seen = [(0, "front"), (0, "side"), (0, "back"), (1, "front"), (1, "front")]
    for row, (person, facing) in zip(table.values(), seen, strict=True):
        row |= {"person": person, "facing": facing}
    (folder / "keypoints18.json").write_text(json.dumps(table))
    return folder


def test_rendered_people_in_two_poses(rendered: Path, tmp_path: Path) -> None:
    source = RenderedPairs(rendered, cache=tmp_path, condition="moved")
    assert len(source) == 5
    names = {}
    for index in range(5):
        partners = [source.pair(index, size=SIZE, rng=np.random.default_rng(seed)) for seed in range(12)]
        names[index] = {pair.target.tobytes() for pair in partners}
    whole = [on_white(*(getattr(resized(person, SIZE), part) for part in ("picture", "mask"))).tobytes()
             for person in source.people]  # fmt: skip
    wanted = {0: {1}, 1: {0, 2}, 2: {1}, 3: {4}, 4: {3}}
    assert names == {index: {whole[number] for number in numbers} for index, numbers in wanted.items()}


def test_rendered_people_who_do_not_turn(photos: Path, rendered: Path, tmp_path: Path) -> None:
    source = RenderedPairs(rendered, cache=tmp_path, condition="moved", turned=False)
    assert len(source) == 2, "the person who is seen from three sides has no partner"
    mixed = sources(photos, rendered=str(rendered), turned=False).train
    assert isinstance(mixed, MixedPairs) and len(mixed.other) == 2


def test_rendered_pairs_among_others_in_their_share(photos: Path, rendered: Path) -> None:
    usual = sources(photos)
    mixed = sources(photos, rendered=str(rendered), rendered_share=0.4)
    assert isinstance(mixed.train, MixedPairs) and isinstance(mixed.held_out, MadePairs)
    assert len(mixed.train) == len(usual.train)
    assert "rendered" in mixed.train.about and "40% rendered pairs" in mixed.train.way
    assert np.array_equal(mixed.train.steady(1, size=SIZE).target, usual.train.steady(1, size=SIZE).target)


class Numbered:
    """Pairs that are told apart by their colour alone."""

    about, way = "numbered", "numbers"

    def __init__(self, colour: int) -> None:
        self.picture = np.full((8, 8, 3), colour, np.uint8)

    def __len__(self) -> int:
        return 5

    def pair(self, index: int, *, size: tuple[int, int], rng: np.random.Generator) -> Pair:
        return self.steady(index, size=size)

    def steady(self, index: int, *, size: tuple[int, int]) -> Pair:
        none = np.zeros((8, 8), np.float32)
        return Pair(self.picture, none, self.picture, none, Pose.empty(), Pose.empty(), self.picture)


def test_the_share_of_the_other_source() -> None:
    mixed = MixedPairs(Numbered(0), Numbered(1), share=0.4)
    drawn = [mixed.pair(0, size=SIZE, rng=np.random.default_rng(seed)).target[0, 0, 0] for seed in range(400)]
    assert 0.32 < np.mean(drawn) < 0.48


def test_rendered_people_must_be_there_twice(photos: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="two poses"):
        RenderedPairs(photos, cache=tmp_path, condition="moved")


def test_what_the_data_lacks_is_said(dataset: Path, photos: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gives no pairs"):
        sources(photos, pairs="given")
    alone = write_prepared(tmp_path / "alone", pairs=False)
    with pytest.raises(UsageError, match="No pairs are in the split 'train'"):
        sources(alone, pairs="given")
    assert isinstance(sources(alone, pairs="auto").train, MadePairs)
    assert isinstance(sources(dataset, pairs="auto").train, GivenPairs)
    with pytest.raises(UsageError, match="no training data"):
        sources(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="not a prepared data set"):
        sources(tmp_path / "empty")


def test_on_white_blends_by_the_mask() -> None:
    picture = np.full((1, 3, 3), 100, np.uint8)
    assert on_white(picture, np.array([[0, 255, 51]], np.uint8))[0, :, 0].tolist() == [255, 100, 224]


# --- Batches. ---


def batches(data: Path, team: Team | None = None, **changes: object) -> PairBatches:
    base = GeneratorConfig(data=str(data), loop=LoopConfig(steps=6, batch=4), height=128, width=88, tiny_until=0.0)
    config = replace(base, small_until=0.0, large_batch=1.0, **changes)  # type: ignore[arg-type]
    return PairBatches(config, open_sources(config, cache=data / "cache").train, team=team or Team())


def test_batches_come_from_the_step_alone(dataset: Path) -> None:
    one, other = batches(dataset, views=1), batches(dataset, views=1)
    for step in (3, 0, 2):
        mine, theirs = one.make(step), other.make(step)
        assert mine["condition"].shape == (4, 128, 88, 3) and mine["points"].shape == (4, 2, 18, 2)
        assert all(torch.equal(mine[key].nan_to_num(-1), theirs[key].nan_to_num(-1)) for key in mine)
    # One pass over all six pairs before any comes again.
    drawn = [number for step in range(3) for number in one.names(step)]
    assert sorted(drawn[:6]) == sorted(drawn[6:]) == list(range(6))


def test_processes_share_a_batch_out(dataset: Path) -> None:
    for views in (1, 2):
        whole = batches(dataset, views=views).make(1)
        parts = [batches(dataset, Team(rank, 2), views=views).make(1) for rank in (0, 1)]
        for key, value in whole.items():
            together = torch.cat([part[key] for part in parts])
            assert torch.equal(value.nan_to_num(-1), together.nan_to_num(-1)), (views, key)
    with pytest.raises(UsageError, match="cannot be shared out evenly"):
        batches(dataset, Team(0, 3)).make(0)


def test_batches_can_be_handed_to_other_processes(dataset: Path) -> None:
    source = batches(dataset, views=1)
    copy = pickle.loads(pickle.dumps(source))
    assert torch.equal(source.make(0)["target"], copy.make(0)["target"])


def test_published_batches_are_neither_mirrored_nor_recoloured(dataset: Path) -> None:
    still = batches(dataset, condition="photo", recolour=False, flip=0.0, views=1)
    pairs = [still.source.steady(number, size=(128, 88)) for number in still.names(0)]
    made, wanted = still.make(0), collate(pairs)
    assert all(torch.equal(made[key].nan_to_num(-1), wanted[key].nan_to_num(-1)) for key in made)


def test_a_flip_swaps_left_and_right(dataset: Path) -> None:
    still = batches(dataset, condition="photo", recolour=False, flip=0.0, views=1).make(0)
    flipped = batches(dataset, condition="photo", recolour=False, flip=1.0, views=1).make(0)
    assert torch.equal(flipped["target"], still["target"].flip(2))
    left, right = still["points"][:, :, Joint.LEFT_WRIST], flipped["points"][:, :, Joint.RIGHT_WRIST]
    assert torch.allclose(right[..., 0], 87 - left[..., 0], atol=1e-4) and torch.allclose(right[..., 1], left[..., 1])


def test_trimming_takes_white_away_and_moves_the_joints(dataset: Path) -> None:
    plain = batches(dataset, condition="moved", views=1, recolour=False, flip=0.0).make(0)
    # The same people with 40 white columns more on both sides.
    batch = {
        key: pad(value, (0, 0, 40, 40), value=255) for key, value in plain.items() if key in ("condition", "target")
    }
    batch |= {key: pad(plain[key], (40, 40), value=0) for key in ("holes", "person")}
    batch["points"] = plain["points"] + torch.tensor([40.0, 0.0])
    less = trimmed(batch)
    width = less["target"].shape[2]
    assert batch["target"].shape[2] == 168 and width <= 104 and width % 4 == 0
    assert less["holes"].shape == less["person"].shape == (4, 128, width)
    for row in range(4):
        x, y = (int(v) for v in batch["points"][row, 1, Joint.NECK])
        nx, ny = (int(v) for v in less["points"][row, 1, Joint.NECK])
        assert torch.equal(batch["target"][row, y, x], less["target"][row, ny, nx])
