from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import pytest
import torch
from torch import Tensor

from engine.errors import Cancelled
from engine.openpose.estimator import (
    COMPACT_OPTIONS,
    PUBLISHED_OPTIONS,
    Estimate,
    EstimatorOptions,
    PoseEstimator,
)
from engine.openpose.network import COMPACT, PUBLISHED, PoseArchitecture, PoseNetwork, PoseOutput
from engine.openpose.targets import affinity_fields, confidence_maps
from engine.progress import CancelToken
from engine.skeleton import MIRROR, Joint, Pose

MARK = 250
"""Blue of the ramp photos: what else is blue is not the photo."""


def ramp(height: int, width: int) -> np.ndarray:
    """A photo whose pixels say where they are: red grows to the right, green downwards."""
    red = np.linspace(0, 255, width).round()
    green = np.linspace(0, 255, height).round()
    photo = np.full((height, width, 3), MARK, np.uint8)
    photo[:, :, 0] = red[None]
    photo[:, :, 1] = green[:, None]
    return photo


class RampReader(PoseNetwork):
    """Sees where in a ramp photo its input lies, and answers the true maps of the people that stand there.

    In a mirror image it takes right for left, as any network must. `looks` keeps the inputs' sizes.
    """

    def __init__(
        self, people: list[np.ndarray], photo_size: tuple[int, int], *, architecture: PoseArchitecture = COMPACT
    ) -> None:
        torch.nn.Module.__init__(self)
        self.architecture = architecture
        self.calibration = None
        self.people = people
        self.photo_size = photo_size
        self.looks: list[tuple[int, ...]] = []

    @property
    def multiple(self) -> int:
        return 32 if self.architecture.trunk == "pyramid" else 8

    def seen(self, picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Scale and offset [2] each, from photo to input pixels, by least squares over the ramp's pixels."""
        rows, columns = np.nonzero(picture[:, :, 0] > MARK - 3)
        fits = []
        for place, colour, length in (
            (columns, picture[rows, columns, 2], self.photo_size[1]),
            (rows, picture[rows, columns, 1], self.photo_size[0]),
        ):
            inside = (colour > 0) & (colour < 255)
            photo = colour[inside].astype(float) / 255 * (length - 1)
            fits.append(np.polyfit(photo, place[inside], 1))
        (ax, bx), (ay, by) = fits
        return np.array([ax, ay]), np.array([bx, by])

    def forward(self, x: Tensor) -> PoseOutput:
        self.looks.append(tuple(x.shape))
        size = (x.shape[2] // 8, x.shape[3] // 8)
        maps, fields, masks = [], [], []
        for one in x:
            picture = ((one + 0.5) * 256).round().byte().permute(1, 2, 0).numpy()
            scale, offset = self.seen(picture)
            assert abs(abs(scale[0]) - scale[1]) < 0.05 * scale[1]
            points = np.stack(self.people) * scale + offset
            if scale[0] < 0:
                points = points[:, list(MIRROR)]
            batch = torch.from_numpy(points).float()[None]
            maps.append(confidence_maps(batch, size))
            fields.append(affinity_fields(batch, size))
            masks.append(self.mask(points[0], (x.shape[2] // 4, x.shape[3] // 4)))
        mask = torch.stack(masks) if self.architecture.mask_width else None
        return PoseOutput((maps[0] * 0, torch.cat(maps)), (fields[0] * 0, torch.cat(fields)), mask)

    @staticmethod
    def mask(points: np.ndarray, size: tuple[int, int]) -> Tensor:
        """[1, h, w] logits: the box of the first person's joints."""
        logits = torch.full((1, *size), -8.0)
        (left, top), (right, bottom) = np.nanmin(points, axis=0), np.nanmax(points, axis=0)
        x = (torch.arange(size[1]) + 0.5) * 4 - 0.5
        y = (torch.arange(size[0]) + 0.5) * 4 - 0.5
        inside = ((y >= top) & (y <= bottom))[:, None] & ((x >= left) & (x <= right))[None]
        logits[0][inside] = 8.0
        return logits


def placed(standing: np.ndarray, *, height: float, middle: float, top: float) -> np.ndarray:
    """The standing person `height` pixels from eyes to ankles, at x = `middle`, the eyes at y = `top`."""
    scale = height / (standing[:, 1].max() - standing[:, 1].min())
    return (standing - (96, standing[:, 1].min())) * scale + (middle, top)


def estimate(
    people: list[np.ndarray], size: tuple[int, int], *, options: EstimatorOptions | None = None
) -> tuple[Estimate, RampReader]:
    network = RampReader(people, size)
    return PoseEstimator(network, options=options).estimate(ramp(*size)), network


def error(pose: Pose, wanted: np.ndarray) -> float:
    assert pose.present.all()
    return float(np.abs(pose.points - wanted).max())


# --- Photo coordinates come back right. ---


@pytest.mark.parametrize(
    ("height", "width"),
    [(800, 600), (600, 900), (301, 211), (256, 192), (90, 70), (40, 31), (4000, 2900), (2500, 6000), (700, 2800)],
)
@pytest.mark.parametrize("mirror", [True, False])
def test_landscape_portrait_tiny_and_huge(standing: np.ndarray, height: int, width: int, mirror: bool) -> None:
    wanted = placed(standing, height=0.78 * height, middle=0.52 * width, top=0.13 * height)
    options = EstimatorOptions(mirror=mirror, closer=0.0)
    found, network = estimate([wanted], (height, width), options=options)
    assert len(found.people) == 1 and len(network.looks) == 1
    scale = min(256 / height, 448 / width)
    # 0.3 cells of 8 input pixels.
    assert error(found.people[0].pose, wanted) <= 2.4 / scale + 0.2
    batch, _, rows, columns = network.looks[0]
    assert batch == (2 if mirror else 1)
    assert rows % 32 == columns % 32 == 0 and rows <= 256 and columns <= 448


@pytest.mark.parametrize(("height", "width"), [(700, 500), (500, 700)])
def test_the_mirror_image_agrees_with_the_picture(standing: np.ndarray, height: int, width: int) -> None:
    wanted = placed(standing, height=0.8 * height, middle=0.5 * width, top=0.1 * height)
    once, _ = estimate([wanted], (height, width), options=EstimatorOptions(mirror=False, closer=0))
    twice, _ = estimate([wanted], (height, width), options=EstimatorOptions(mirror=True, closer=0))
    assert twice.people[0].pose.same_as(once.people[0].pose, tolerance=1.0)
    assert once.people[0].pose.points[Joint.RIGHT_WRIST, 0] < once.people[0].pose.points[Joint.LEFT_WRIST, 0]
    assert once.person_probability is not None and twice.person_probability is not None
    differ = np.abs(once.person_probability - twice.person_probability) > 0.4
    assert differ.mean() < 0.03


def test_a_small_person_is_looked_at_closer(standing: np.ndarray) -> None:
    height, width = 1600, 2000
    wanted = placed(standing, height=300, middle=1500, top=1000)
    from_afar, far = estimate([wanted], (height, width), options=EstimatorOptions(closer=0.0))
    found, network = estimate([wanted], (height, width))
    assert len(far.looks) == 1 and len(network.looks) == 2
    closer_scale = 0.8 * 256 / 300
    assert error(found.people[0].pose, wanted) <= 2.4 / closer_scale
    assert error(found.people[0].pose, wanted) < error(from_afar.people[0].pose, wanted)
    assert from_afar.closer_probability is None and from_afar.closer_box is None
    assert found.closer_probability is not None and found.closer_box is not None
    left, top, right, bottom = found.closer_box
    assert left < wanted[:, 0].min() and wanted[:, 0].max() < right
    assert top < wanted[:, 1].min() and wanted[:, 1].max() < bottom
    rows, columns = found.closer_probability.shape
    # Square cells, and the person's box where the box says that it is.
    assert (right - left) / columns == pytest.approx((bottom - top) / rows, rel=1e-6)
    ys, xs = np.nonzero(found.closer_probability > 0.5)
    cell = (right - left) / columns
    assert left + xs.min() * cell == pytest.approx(wanted[:, 0].min(), abs=1.5 * cell)
    assert left + (xs.max() + 1) * cell == pytest.approx(wanted[:, 0].max(), abs=1.5 * cell)
    assert top + ys.min() * cell == pytest.approx(wanted[:, 1].min(), abs=1.5 * cell)


def test_a_small_person_at_the_edge(standing: np.ndarray) -> None:
    """The closer look reaches beyond the photo, whose feet are cut off."""
    height, width = 1000, 800
    wanted = placed(standing, height=400, middle=85, top=690)
    found, network = estimate([wanted], (height, width))
    assert len(network.looks) == 2
    pose = found.people[0].pose
    inside = (wanted[:, 0] >= 0) & (wanted[:, 1] <= height - 1)
    assert 10 <= inside.sum() < 18
    assert np.array_equal(pose.present, inside)
    assert np.abs(pose.points[inside] - wanted[inside]).max() <= 4 / (0.8 * 256 / 310)


def test_several_people_the_main_person_first(standing: np.ndarray) -> None:
    height, width = 900, 1200
    main = placed(standing, height=640, middle=420, top=150)
    other = placed(standing, height=420, middle=900, top=350)
    found, _ = estimate([other, main], (height, width))
    assert len(found.people) == 2
    assert error(found.people[0].pose, main) <= 2.4 * height / 256
    assert error(found.people[1].pose, other) <= 2.4 * height / 256


def test_joints_at_the_very_edge_stay_in_the_photo(standing: np.ndarray) -> None:
    height, width = 512, 384
    wanted = placed(standing, height=440, middle=192, top=30)
    wanted[Joint.RIGHT_WRIST] = (0.5, 300)
    wanted[Joint.LEFT_WRIST] = (383, 300)
    wanted[Joint.LEFT_ANKLE, 1] = 511
    found, _ = estimate([wanted], (height, width))
    pose = found.people[0].pose
    assert error(pose, wanted) <= 8
    assert pose.points.min() >= 0
    assert (pose.points <= (width - 1, height - 1)).all()


def test_joints_beyond_the_photo_are_missing(standing: np.ndarray) -> None:
    """The network may see legs in the padding; the photo does not show them."""
    height, width = 400, 600
    wanted = placed(standing, height=620, middle=300, top=60)
    found, _ = estimate([wanted], (height, width))
    pose = found.people[0].pose
    assert np.array_equal(pose.present, wanted[:, 1] <= height - 1)


@pytest.mark.parametrize(("height", "width"), [(640, 425), (500, 333), (333, 500), (1100, 800), (97, 71), (800, 2000)])
def test_the_probability_lies_over_the_whole_photo(standing: np.ndarray, height: int, width: int) -> None:
    wanted = placed(standing, height=0.8 * height, middle=0.7 * width, top=0.1 * height)
    for mirror in (False, True):
        options = EstimatorOptions(mirror=mirror, closer=0)
        found, _ = estimate([wanted], (height, width), options=options)
        assert found.person_probability is not None and found.person_probability.dtype == np.float32
        assert found.person_probability.min() >= 0 and found.person_probability.max() <= 1
        large = cv2.resize(found.person_probability, (width, height), interpolation=cv2.INTER_LINEAR)
        ys, xs = np.nonzero(large > 0.5)
        cell = 4 / min(256 / height, 448 / width)
        for given, true in (
            (xs.min(), wanted[:, 0].min()),
            (xs.max(), wanted[:, 0].max()),
            (ys.min(), wanted[:, 1].min()),
            (ys.max(), wanted[:, 1].max()),
        ):
            assert abs(given - true) <= 0.65 * cell + 0.5


# --- What goes into the network. ---


class Recorder(RampReader):
    def __init__(self, architecture: PoseArchitecture) -> None:
        super().__init__([], (1, 1), architecture=architecture)
        self.inputs: list[Tensor] = []

    def forward(self, x: Tensor) -> PoseOutput:
        self.inputs.append(x.clone())
        empty = torch.zeros(x.shape[0], 19, x.shape[2] // 8, x.shape[3] // 8)
        mask = torch.zeros(x.shape[0], 1, x.shape[2] // 4, x.shape[3] // 4)
        return PoseOutput((empty,), (empty.repeat(1, 2, 1, 1),), mask if self.architecture.mask_width else None)


def test_the_published_network_gets_what_the_published_code_gives_it() -> None:
    """BGR, x / 256 - 0.5, 368 high, padded below and on the right with 128 to a multiple of 8."""
    network = Recorder(PUBLISHED)
    photo = np.zeros((736, 500, 3), np.uint8)
    photo[:] = (10, 20, 30)
    found = PoseEstimator(network).estimate(photo)
    assert found.people == () and found.person_probability is None
    (x,) = network.inputs
    assert x.shape == (1, 3, 368, 256)
    colours = ((x + 0.5) * 256).round()
    assert (colours[0, :, :, :249] == torch.tensor([30.0, 20.0, 10.0])[:, None, None]).all()
    assert (colours[0, :, :, 251:] == 128).all()


def test_ours_looks_twice_in_one_go() -> None:
    network = Recorder(COMPACT)
    random = np.random.default_rng(0)
    found = PoseEstimator(network).estimate(random.integers(0, 256, (300, 300, 3)).astype(np.uint8))
    assert found.people == ()
    (x,) = network.inputs
    assert x.shape == (2, 3, 256, 256)
    assert torch.equal(x[0], x[1].flip(2))
    assert COMPACT_OPTIONS.mirror and not PUBLISHED_OPTIONS.mirror


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (500, 1), (5, 3), (3, 4000), (9000, 30), (8, 8)])
@pytest.mark.parametrize("architecture", [COMPACT, PUBLISHED], ids=["compact", "published"])
def test_any_size_is_looked_at(size: tuple[int, int], architecture: PoseArchitecture) -> None:
    network = Recorder(architecture)
    found = PoseEstimator(network).estimate(np.full((*size, 3), 200, np.uint8))
    assert found.people == ()
    (x,) = network.inputs
    assert torch.isfinite(x).all() and x.shape[2] % network.multiple == x.shape[3] % network.multiple == 0


def test_a_read_only_or_turned_picture_is_welcome() -> None:
    network = Recorder(COMPACT)
    estimator = PoseEstimator(network)
    photo = np.random.default_rng(1).integers(0, 256, (120, 90, 3)).astype(np.uint8)
    view = photo[::-1, ::-1]
    view.setflags(write=False)
    estimator.estimate(view)
    estimator.estimate(np.ascontiguousarray(view))
    assert torch.equal(network.inputs[0], network.inputs[1])


def test_a_real_network_on_a_real_photo(astronaut: np.ndarray) -> None:
    """Untrained, so nobody is found for sure, but every part runs and the answer is well formed."""
    torch.manual_seed(0)
    found = PoseEstimator(PoseNetwork(COMPACT)).estimate(astronaut)
    assert found.person_probability is not None and found.person_probability.shape == (64, 64)
    for person in found.people:
        assert 0 <= person.score <= 1
        points = person.pose.points[person.pose.present]
        assert (points >= 0).all() and (points <= 511).all()


class Cancelling(RampReader):
    cancel = CancelToken()

    def forward(self, x: Tensor) -> PoseOutput:
        self.cancel.cancel()
        return super().forward(x)


def test_cancelling_stops_before_the_next_look(standing: np.ndarray) -> None:
    size = (1600, 2000)
    network = Cancelling([placed(standing, height=300, middle=900, top=600)], size)
    for looks in (1, 1):
        with pytest.raises(Cancelled):
            PoseEstimator(network).estimate(ramp(*size), cancel=network.cancel)
        assert len(network.looks) == looks


@pytest.mark.parametrize("threads", [0, 2])
def test_several_photos_of_one_size_go_through_the_network_together(standing: np.ndarray, threads: int) -> None:
    size = (1000, 800)
    wanted = placed(standing, height=300, middle=400, top=400)
    alone, _ = estimate([wanted], size)
    network = RampReader([wanted], size)
    pool = ThreadPoolExecutor(threads) if threads else None
    found = PoseEstimator(network).estimate_many([ramp(*size)] * 3, threads=pool)
    assert [look[0] for look in network.looks] == [6, 6], "each look at three photos and their mirror images"
    for one in found:
        assert one.people[0].pose.same_as(alone.people[0].pose, tolerance=1e-3)
        assert one.closer_box == alone.closer_box and one.closer_probability is not None
    assert PoseEstimator(network).estimate_many([]) == []


def test_photos_of_several_sizes_keep_their_order(astronaut: np.ndarray) -> None:
    torch.manual_seed(0)
    estimator = PoseEstimator(PoseNetwork(COMPACT))
    photos = [astronaut, astronaut[:300, :200], astronaut[:, ::-1]]
    for photo, found in zip(photos, estimator.estimate_many(photos), strict=True):
        alone = estimator.estimate(photo).person_probability
        assert alone is not None and found.person_probability is not None
        assert np.allclose(found.person_probability, alone, atol=1e-4)
