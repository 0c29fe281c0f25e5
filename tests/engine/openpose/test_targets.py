from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.openpose.network import PoseOutput
from engine.openpose.targets import affinity_fields, annotation_weights, confidence_maps, pose_loss
from engine.skeleton import AFFINITY_LIMBS, Joint

NAN = math.nan


def people(seed: int, *, batch: int = 2, count: int = 3, missing: float = 0.2) -> Tensor:
    """[B, P, 18, 2] joints anywhere in and a little beyond a picture of 64 x 48, some missing."""
    random = np.random.default_rng(seed)
    points = random.uniform((-8, -8), (56, 72), (batch, count, 18, 2))
    points[random.random((batch, count, 18)) < missing] = NAN
    return torch.from_numpy(points).float()


def centre(cell: int, stride: int) -> float:
    return (cell + 0.5) * stride - 0.5


def slow_maps(points: Tensor, size: tuple[int, int], stride: int, sigma: float) -> np.ndarray:
    """3.1.2.3 and 3.1.2.4, place by place."""
    batch = points.shape[0]
    maps = np.zeros((batch, 19, *size))
    for b in range(batch):
        for row in range(size[0]):
            for column in range(size[1]):
                for joint in range(18):
                    for person in points[b]:
                        x, y = person[joint].tolist()
                        if not math.isnan(x):
                            d2 = (centre(column, stride) - x) ** 2 + (centre(row, stride) - y) ** 2
                            maps[b, joint, row, column] = max(maps[b, joint, row, column], math.exp(-d2 / sigma**2))
                maps[b, 18, row, column] = 1 - maps[b, :18, row, column].max()
    return maps


def slow_fields(points: Tensor, size: tuple[int, int], stride: int, width: float) -> np.ndarray:
    """3.1.2.5 and 3.1.2.6, place by place; a limb reaches half its width beyond its ends."""
    batch = points.shape[0]
    fields = np.zeros((batch, 38, *size))
    for b in range(batch):
        for limb, (first, second) in enumerate(AFFINITY_LIMBS):
            for row in range(size[0]):
                for column in range(size[1]):
                    here = np.array([centre(column, stride), centre(row, stride)])
                    found = []
                    for person in points[b].double().numpy():
                        start, end = person[first], person[second]
                        length = float(np.hypot(*(end - start)))
                        if not math.isfinite(length) or length < 1e-6:
                            continue
                        v = (end - start) / length
                        along, across = float(v @ (here - start)), float(v @ ((here - start)[::-1] * (-1, 1)))
                        if -width / 2 <= along <= length + width / 2 and abs(across) <= width:
                            found.append(v)
                    if found:
                        fields[b, 2 * limb : 2 * limb + 2, row, column] = np.mean(found, axis=0)
    return fields


@pytest.mark.parametrize(("stride", "sigma"), [(8, 7.0), (4, 3.0)])
def test_confidence_maps_are_those_of_the_equations(stride: int, sigma: float) -> None:
    points, size = people(1), (64 // stride, 48 // stride)
    given = confidence_maps(points, size, stride=stride, sigma=sigma)
    assert given.shape == (2, 19, *size) and given.dtype == torch.float32
    np.testing.assert_allclose(given.numpy(), slow_maps(points, size, stride, sigma), atol=2e-5)


@pytest.mark.parametrize(("stride", "width"), [(8, 8.0), (4, 3.0)])
def test_affinity_fields_are_those_of_the_equations(stride: int, width: float) -> None:
    points, size = people(2), (64 // stride, 48 // stride)
    given = affinity_fields(points, size, stride=stride, width=width)
    assert given.shape == (2, 38, *size) and given.dtype == torch.float32
    wanted = slow_fields(points, size, stride, width)
    assert np.abs(wanted).max() > 0.5
    np.testing.assert_allclose(given.numpy(), wanted, atol=2e-5)


def test_the_channels_are_in_the_published_order() -> None:
    """x before y, limb by limb; here the right forearm alone, pointing right and down."""
    points = torch.full((1, 1, 18, 2), NAN)
    points[0, 0, Joint.RIGHT_ELBOW] = torch.tensor([10.0, 10.0])
    points[0, 0, Joint.RIGHT_WRIST] = torch.tensor([10.0 + 24.0, 10.0 + 32.0])
    fields = affinity_fields(points, (8, 6), width=6.0)[0]
    used = [channel for channel in range(38) if fields[channel].abs().max() > 0]
    assert used == [16, 17]
    on = fields[16] != 0
    assert torch.allclose(fields[16][on], torch.tensor(0.6)) and torch.allclose(fields[17][on], torch.tensor(0.8))


def test_joints_that_may_not_show_have_lower_peaks() -> None:
    points = people(5, batch=1, count=2, missing=0)
    share = torch.rand(1, 2, 18, generator=torch.Generator().manual_seed(0))
    given = confidence_maps(points, (8, 6), share=share)
    one, other = (confidence_maps(points[:, n : n + 1], (8, 6))[:, :18] * share[:, n, :, None, None] for n in (0, 1))
    torch.testing.assert_close(given[:, :18], torch.maximum(one, other))
    torch.testing.assert_close(given[:, 18], 1 - given[:, :18].amax(dim=1))
    full = confidence_maps(points, (8, 6), share=torch.ones(1, 2, 18))
    assert torch.equal(full, confidence_maps(points, (8, 6)))
    points[0, 0, 3] = NAN
    assert torch.isfinite(confidence_maps(points, (8, 6), share=share)).all()


def test_nobody_gives_empty_maps_and_all_background() -> None:
    nobody = torch.full((1, 2, 18, 2), NAN)
    maps = confidence_maps(nobody, (4, 3))
    assert maps[:, :18].abs().max() == 0 and (maps[:, 18] == 1).all()
    assert affinity_fields(nobody, (4, 3)).abs().max() == 0


def test_two_joints_at_one_place_have_no_field() -> None:
    points = torch.full((1, 1, 18, 2), NAN)
    points[0, 0, [Joint.NECK, Joint.NOSE]] = torch.tensor([20.0, 20.0])
    fields = affinity_fields(points, (6, 6))
    assert torch.isfinite(fields).all() and fields.abs().max() == 0


# --- What is not known is not learnt. ---


def test_weights_are_zero_where_the_annotation_is_missing() -> None:
    doubtful = torch.full((2, 2, 18, 2), NAN)
    doubtful[0, 1, Joint.LEFT_KNEE] = torch.tensor([35.5, 27.5])
    maps, fields = annotation_weights(doubtful, (8, 6), stride=8, radius=12.0)
    assert maps.shape == (2, 19, 8, 6) and fields.shape == (2, 38, 8, 6)
    assert maps[1].min() == 1 and fields[1].min() == 1
    assert set(maps.unique().tolist()) == {0.0, 1.0}
    near = torch.zeros(8, 6, dtype=torch.bool)
    for row in range(8):
        for column in range(6):
            near[row, column] = (centre(column, 8) - 35.5) ** 2 + (centre(row, 8) - 27.5) ** 2 < 144
    assert torch.equal(maps[0, Joint.LEFT_KNEE] == 0, near)
    assert torch.equal(maps[0, 18] == 0, near)
    others = [joint for joint in range(18) if joint != Joint.LEFT_KNEE]
    assert maps[0, others].min() == 1
    unsure = [limb for limb, pair in enumerate(AFFINITY_LIMBS) if Joint.LEFT_KNEE in pair]
    assert len(unsure) == 2
    for limb in range(19):
        assert (fields[0, 2 * limb : 2 * limb + 2] == (0 if limb in unsure else 1)).all()


def answers(seed: int, stages: int, size: tuple[int, int] = (8, 6)) -> PoseOutput:
    random = torch.Generator().manual_seed(seed)
    maps = tuple(torch.randn(2, 19, *size, generator=random, requires_grad=True) for _ in range(stages))
    fields = tuple(torch.randn(2, 38, *size, generator=random, requires_grad=True) for _ in range(stages))
    return PoseOutput(maps, fields, None)


def test_the_loss_is_the_masked_squared_error_summed_over_stages() -> None:
    points = people(3, count=1)
    maps, fields = confidence_maps(points, (8, 6)), affinity_fields(points, (8, 6))
    doubtful = torch.full((2, 1, 18, 2), NAN)
    doubtful[:, 0, Joint.NOSE] = torch.tensor([20.0, 20.0])
    map_weights, field_weights = annotation_weights(doubtful, (8, 6))
    output = answers(0, 3)
    losses = pose_loss(output, maps, fields, map_weights=map_weights, field_weights=field_weights)
    for name, stages, truth, weights in (
        ("maps", output.maps, maps, map_weights),
        ("fields", output.fields, fields, field_weights),
    ):
        wanted = sum((weights * (stage - truth) ** 2).sum().item() for stage in stages) / (2 * 8 * 6) * 18
        assert losses[name].item() == pytest.approx(wanted, rel=1e-4)
    sum(losses.values(), start=torch.zeros(())).backward()  # type: ignore[no-untyped-call]
    for stage in output.maps:
        assert stage.grad is not None
        assert stage.grad[map_weights == 0].abs().max() == 0
        assert (stage.grad[map_weights == 1] != 0).all()
    for stage in output.fields:
        assert stage.grad is not None
        assert stage.grad[field_weights == 0].abs().max() == 0


def test_the_truth_has_no_loss_and_sizes_compare() -> None:
    points = people(4, missing=0)
    for size in ((8, 6), (16, 12)):
        maps, fields = confidence_maps(points, size), affinity_fields(points, size)
        ones = torch.ones_like(maps), torch.ones_like(fields)
        perfect = PoseOutput((maps,), (fields,), None)
        losses = pose_loss(perfect, maps, fields, map_weights=ones[0], field_weights=ones[1])
        assert float(losses["maps"]) == float(losses["fields"]) == 0
        off = PoseOutput((maps + 0.5,), (fields + 0.5,), None)
        losses = pose_loss(off, maps, fields, map_weights=ones[0], field_weights=ones[1])
        assert float(losses["maps"]) == pytest.approx(0.25 * 19 * 18, rel=1e-4)
        assert float(losses["fields"]) == pytest.approx(0.25 * 38 * 18, rel=1e-4)
