"""Training pictures for the pose estimator: photos cut, turned, scaled, mirrored, recoloured, on other backgrounds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.alignment import move_picture
from engine.skeleton import MIRROR, Joint, Pose
from training.annotations import ABSENT, SURE, Annotation
from training.pairs import Change, random_pose

Picture = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class PoseSample:
    """One training picture.

    `picture` [H, W, 3] RGB, `mask` [H, W] 0..255, `points` [people, 18, 2] in the picture's pixels, NaN where there
    is none, and `share` [people, 18] how far each is taken to show: 1 from a label's confidence of 0.5 on, falling to
    0 at 0.1. `doubtful` [people, 18, 2] are places where nothing is known, because something was laid over them.
    """

    picture: Picture
    mask: Picture
    points: Floats
    doubtful: Floats
    share: Floats


Box = tuple[float, float, float, float]

_SECOND: Final = 0.12
_THIRD: Final = 0.04
"""Shares of the pictures that show two people or more, and three."""
MOST_PEOPLE: Final = 3
"""How many people a training picture shows at most."""
_CUT_AT_SHINS: Final = 0.3
"""Share of the cut photos that are cut between knees and ankles."""
_HALF_ENOUGH: Final = 0.6
"""Below this scale a picture is made from the photo's half-size copy, so that pixels are not skipped."""


class Photos:
    """Photos with their masks, decoded once and kept with a half-size copy: some 2.3 MB a photo of 550 x 830."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self.annotations = annotations
        self._kept: dict[int, tuple[Picture, Picture, Box]] = {}
        self._halves: dict[int, tuple[Picture, Picture]] = {}

    def __len__(self) -> int:
        return len(self.annotations)

    def read(self, index: int) -> tuple[Picture, Picture, Box]:
        """The photo [H, W, 3] RGB, its mask [H, W] 0 or 255, and left, top, right, bottom of mask and joints.

        FileNotFoundError when either file cannot be read, ValueError when neither mask nor joints show anybody.
        """
        if index not in self._kept:
            self._kept[index] = self._decode(self.annotations[index])
        return self._kept[index]

    def read_for(self, index: int, *, scale: float) -> tuple[Picture, Picture, float]:
        """Photo and mask as large as a picture at `scale` of it needs them, and their own scale, 1 or 0.5."""
        photo, mask, _ = self.read(index)
        if scale > _HALF_ENOUGH or min(mask.shape) < 4:
            return photo, mask, 1.0
        if index not in self._halves:
            # Even sizes make halving exact, and the joints' places with it.
            height, width = mask.shape[0] // 2, mask.shape[1] // 2
            halves = [
                cv2.resize(a[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA)
                for a in (photo, mask)
            ]
            self._halves[index] = np.asarray(halves[0], np.uint8), np.asarray(halves[1], np.uint8)
        return *self._halves[index], 0.5

    def _decode(self, annotation: Annotation) -> tuple[Picture, Picture, Box]:
        photo = cv2.imread(str(annotation.photo), cv2.IMREAD_COLOR)
        mask = cv2.imread(str(annotation.mask), cv2.IMREAD_GRAYSCALE)
        if photo is None or mask is None:
            raise FileNotFoundError(f"{annotation.photo} or {annotation.mask} cannot be read")
        rows, columns = np.nonzero(mask > 127)
        known = annotation.points(at_least=ABSENT)
        xs = np.concatenate([columns, known[np.isfinite(known[:, 0]), 0]])
        ys = np.concatenate([rows, known[np.isfinite(known[:, 1]), 1]])
        if not xs.size:
            raise ValueError(f"{annotation.photo} shows nobody: neither its mask nor its keypoints")
        box = float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max())
        return np.ascontiguousarray(photo[:, :, ::-1]), np.asarray(mask), box


def make_sample(
    photos: Photos, index: int, *, size: tuple[int, int], rng: np.random.Generator, backgrounds: Photos | None = None
) -> PoseSample:
    """Photo `index` as a training picture of `size` (height, width); now and then with one or two people beside.

    New backgrounds are cut from `backgrounds`, which are the photos themselves unless given.
    """
    sample = _placed(photos, index, size=size, rng=rng)
    changed = rng.random() < 0.22
    if changed:
        sample = _articulated(sample, rng=rng)
    if changed or rng.random() < 0.5:
        sample = _on_background(sample, _background(backgrounds or photos, size=size, rng=rng))
    crowd = rng.random()
    side = int(rng.choice([-1, 1]))
    for number in range((crowd < _SECOND) + (crowd < _THIRD)):
        other = _placed(photos, int(rng.integers(len(photos))), size=size, rng=rng)
        # The third stands on the other side, else the two who came in would hide the first.
        shift = int(size[1] * (side if number == 0 else -side) * rng.uniform(0.25, 0.6))
        sample = _with_another(sample, _shifted(other, shift))
    if rng.random() < 0.2:
        sample = _with_patches(sample, rng=rng)
    return replace(sample, picture=_recoloured(sample.picture, rng=rng))


def _placed(photos: Photos, index: int, *, size: tuple[int, int], rng: np.random.Generator) -> PoseSample:
    annotation = photos.annotations[index]
    box = photos.read(index)[2]
    height, width = size
    matrix = _placement(annotation, box, size=size, rng=rng)
    points = _mapped(annotation.points(at_least=ABSENT), matrix)
    share = np.clip((annotation.keypoints[:, 2] - ABSENT) / (SURE - ABSENT), 0.0, 1.0)
    if rng.random() < 0.5:
        flip = np.array([[-1.0, 0.0, width - 1.0], [0.0, 1.0, 0.0]])
        matrix = flip @ np.vstack([matrix, [0.0, 0.0, 1.0]])
        order = list(MIRROR)
        points, share = _mapped(points, flip)[order], share[order]
    scale = math.sqrt(abs(float(np.linalg.det(matrix[:, :2]))))
    photo, mask, own = photos.read_for(index, scale=scale)
    # Pixel centres: x_photo = (x_copy + 0.5) / own - 0.5.
    back = np.array([[1 / own, 0.0, 0.5 / own - 0.5], [0.0, 1 / own, 0.5 / own - 0.5], [0.0, 0.0, 1.0]])
    matrix = matrix @ back
    edge = [cv2.BORDER_REPLICATE, cv2.BORDER_CONSTANT, cv2.BORDER_CONSTANT][int(rng.integers(3))]
    colour = [(255, 255, 255), (128, 128, 128)][int(rng.integers(2))]
    picture = cv2.warpAffine(photo, matrix, (width, height), borderMode=edge, borderValue=colour)
    cut = cv2.warpAffine(mask, matrix, (width, height))
    points = _inside(points, size=size)[None]
    nothing = np.full_like(points, np.nan)
    return PoseSample(
        np.asarray(picture, dtype=np.uint8), np.asarray(cut, dtype=np.uint8), points, nothing, share[None]
    )


def _placement(annotation: Annotation, box: Box, *, size: tuple[int, int], rng: np.random.Generator) -> Floats:
    """[2, 3] from photo pixels to the training picture's: whole people, upper bodies, small people; turned a little."""
    left, top, right, bottom = box
    kind = rng.random()
    share = rng.uniform(0.55, 1.1)
    if kind < 0.3:
        cut = _lower_edge(annotation, rng=rng)
        if cut > top + 60:
            bottom = min(bottom, cut)
        share = rng.uniform(0.85, 1.1)
    elif kind < 0.42:
        share = rng.uniform(0.3, 0.55)
    height, width = size
    scale = share * height / max(bottom - top, 20.0)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    angle = float(np.clip(rng.normal(0, 12 if rng.random() < 0.6 else 2), -40, 40))
    matrix = np.asarray(cv2.getRotationMatrix2D((middle_x, middle_y), angle, scale), dtype=np.float64)
    room = max(height * (1 - share) / 2, 0.02 * height)
    aim_x = (width - 1) / 2 + rng.uniform(-0.15, 0.15) * width
    aim_y = (height - 1) / 2 + rng.uniform(-1.0, 1.0) * room
    if kind < 0.3:
        # An upper body goes on below the picture's lower edge: what lies under the cut must not be seen.
        aim_y = height - 1 - (bottom - middle_y) * scale + rng.uniform(0.0, 0.03) * height
    matrix[:, 2] += (aim_x - middle_x, aim_y - middle_y)
    return matrix


def _lower_edge(annotation: Annotation, *, rng: np.random.Generator) -> float:
    """The row below which a photo shall show nothing: from above the hips to below the knees, or down to the ankles."""
    hips, knees, ankles = (
        float(annotation.keypoints[list(pair), 1].mean())
        for pair in (
            (Joint.RIGHT_HIP, Joint.LEFT_HIP),
            (Joint.RIGHT_KNEE, Joint.LEFT_KNEE),
            (Joint.RIGHT_ANKLE, Joint.LEFT_ANKLE),
        )
    )
    if rng.random() < _CUT_AT_SHINS:
        return float(rng.uniform(knees, max(ankles, knees + 20.0)))
    return float(rng.uniform(hips - 0.25 * max(knees - hips, 0.0), max(knees + 20.0, hips + 40.0)))


def _mapped(points: Floats, matrix: Floats) -> Floats:
    return np.asarray(points @ matrix[:, :2].T + matrix[:, 2])


def _inside(points: Floats, *, size: tuple[int, int]) -> Floats:
    x, y = points[:, 0], points[:, 1]
    inside = (x >= 0) & (y >= 0) & (x <= size[1] - 1) & (y <= size[0] - 1)
    return np.where(inside[:, None], points, np.nan)


ARMS: Final = Change(upper_arm=0.7, forearm=1.1, leg=0.25, shin=0.25, head=0.1, torso=0.0, scale=0.0, shift=0.0)
"""Raised and bent arms are rare in photos of standing people, and wrists are what is missed most."""


def _articulated(sample: PoseSample, *, rng: np.random.Generator) -> PoseSample:
    """The person with limbs turned at random, their own pixels moved along; on white, where holes are a guess."""
    height, width = sample.mask.shape
    pose = Pose.from_points(sample.points[0], confidence=sample.share[0])
    if int(pose.present.sum()) < 14:
        return sample
    target = random_pose(pose, size=(height, width), change=ARMS, rng=rng)
    moved = move_picture(sample.picture, sample.mask, source=pose, target=target)
    mask = np.asarray(moved.mask * 255 + 0.5, dtype=np.float32).astype(np.uint8)
    return replace(sample, picture=moved.picture, mask=mask, points=_inside(target.points, size=(height, width))[None])


def rarity(annotation: Annotation) -> int:
    """How many of the person's visible arms are bent by more than 50 degrees: 0, 1 or 2."""
    k = annotation.keypoints
    bent = 0
    for side in (
        (Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST),
        (Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW, Joint.LEFT_WRIST),
    ):
        shoulder, elbow, wrist = (k[joint, :2] for joint in side)
        upper, fore = elbow - shoulder, wrist - elbow
        cosine = float(upper @ fore) / max(float(np.linalg.norm(upper) * np.linalg.norm(fore)), 1e-6)
        bent += k[side[2], 2] >= SURE and cosine < math.cos(math.radians(50))
    return int(bent)


def _background(photos: Photos, *, size: tuple[int, int], rng: np.random.Generator) -> Picture:
    height, width = size
    kind = rng.random()
    if kind < 0.35:
        light = 255 if rng.random() < 0.6 else int(rng.integers(0, 256))
        return np.full((height, width, 3), light, np.uint8)
    if kind < 0.55:
        corners = rng.integers(0, 256, (2, 2, 3)).astype(np.uint8)
        return np.asarray(cv2.resize(corners, (width, height), interpolation=cv2.INTER_LINEAR))
    if kind < 0.7:
        cells = int(rng.integers(3, 40))
        noise = rng.integers(0, 256, (cells, cells, 3)).astype(np.uint8)
        way = cv2.INTER_CUBIC if rng.random() < 0.6 else cv2.INTER_NEAREST
        return np.asarray(cv2.resize(noise, (width, height), interpolation=way))
    photo, mask, _ = photos.read(int(rng.integers(len(photos))))
    columns = np.nonzero((mask > 127).any(axis=0))[0]
    left, right = (int(columns[0]), int(columns[-1])) if columns.size else (photo.shape[1], photo.shape[1])
    strip = photo[:, :left] if left >= photo.shape[1] - right else photo[:, right + 1 :]
    if strip.shape[1] < 40:
        return np.full((height, width, 3), rng.integers(0, 256, 3), np.uint8)
    if rng.random() < 0.5:
        strip = np.concatenate([strip, strip[:, ::-1]], axis=1)
    return np.asarray(cv2.resize(np.ascontiguousarray(strip), (width, height), interpolation=cv2.INTER_AREA))


def _blend(over: Picture, under: Picture, alpha: Picture) -> Picture:
    a = alpha[:, :, None].astype(np.float32) / 255.0
    return np.asarray(over * a + under * (1 - a) + 0.5, dtype=np.float32).astype(np.uint8)


def _on_background(sample: PoseSample, background: Picture) -> PoseSample:
    alpha: Picture = np.asarray(cv2.GaussianBlur(sample.mask, (3, 3), 0.0), dtype=np.uint8)
    return replace(sample, picture=_blend(sample.picture, background, alpha))


def _shifted(sample: PoseSample, shift: int) -> PoseSample:
    matrix = np.array([[1.0, 0.0, float(shift)], [0.0, 1.0, 0.0]])
    height, width = sample.mask.shape
    picture = np.asarray(cv2.warpAffine(sample.picture, matrix, (width, height)), dtype=np.uint8)
    mask = np.asarray(cv2.warpAffine(sample.mask, matrix, (width, height)), dtype=np.uint8)
    points = _inside(_mapped(sample.points[0], matrix), size=(height, width))[None]
    return replace(sample, picture=picture, mask=mask, points=points)


def _covered(points: Floats, cover: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """[people, 18] true where a joint lies under the cover."""
    here = np.isfinite(points[..., 0])
    x = np.where(here, points[..., 0], 0).round().astype(int)
    y = np.where(here, points[..., 1], 0).round().astype(int)
    return np.asarray(here & cover[y, x])


def _hidden(sample: PoseSample, cover: npt.NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Joints under the cover become doubtful."""
    under = _covered(sample.points, cover)[..., None]
    return np.where(under, np.nan, sample.points), np.where(under, sample.points, sample.doubtful)


def _with_another(sample: PoseSample, other: PoseSample) -> PoseSample:
    points, doubtful = _hidden(sample, other.mask > 127)
    return PoseSample(
        _blend(other.picture, sample.picture, other.mask),
        np.maximum(sample.mask, other.mask),
        np.concatenate([points, other.points]),
        np.concatenate([doubtful, other.doubtful]),
        np.concatenate([sample.share, other.share]),
    )


def _with_patches(sample: PoseSample, *, rng: np.random.Generator) -> PoseSample:
    height, width = sample.mask.shape
    picture: Picture = sample.picture.copy()
    cover = np.zeros((height, width), np.bool_)
    for _ in range(int(rng.integers(1, 4))):
        h, w = int(height * rng.uniform(0.05, 0.2)), int(width * rng.uniform(0.05, 0.25))
        y, x = int(rng.integers(0, height - h)), int(rng.integers(0, width - w))
        picture[y : y + h, x : x + w] = rng.integers(0, 256, 3)
        cover[y : y + h, x : x + w] = True
    points, doubtful = _hidden(sample, cover)
    mask = np.where(cover, 0, sample.mask).astype(np.uint8)
    return PoseSample(picture, mask, points, doubtful, sample.share)


def _recoloured(picture: Picture, *, rng: np.random.Generator) -> Picture:
    out = picture
    if rng.random() < 0.15:
        out = out[:, :, rng.permutation(3)]
    if rng.random() < 0.1:
        out = np.repeat(out.mean(axis=2, keepdims=True).astype(np.uint8), 3, axis=2)
    gamma, contrast = math.exp(rng.normal(0, 0.3)), math.exp(rng.normal(0, 0.15))
    tone = (np.linspace(0.0, 1.0, 256) ** gamma - 0.5) * contrast + 0.5 + rng.normal(0, 0.06)
    tables = np.clip(tone[:, None] * rng.uniform(0.85, 1.15, 3), 0, 1) * 255 + 0.5
    out = np.asarray(cv2.LUT(np.ascontiguousarray(out), tables.astype(np.uint8)[None]), dtype=np.uint8)
    if rng.random() < 0.15:
        out = np.asarray(cv2.GaussianBlur(out, (0, 0), float(rng.uniform(0.4, 1.6))), dtype=np.uint8)
    if rng.random() < 0.15:
        noise = rng.standard_normal(out.shape, dtype=np.float32) * np.float32(255 * rng.uniform(0.01, 0.06))
        out = np.clip(out + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.12:
        quality = [int(cv2.IMWRITE_JPEG_QUALITY), int(rng.integers(20, 80))]
        done, data = cv2.imencode(".jpg", out, quality)
        if done:
            out = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR))
    return np.ascontiguousarray(out)
