"""Framing a person: the similarity between a photo's pixels and the 256 x 176 frame that the generator works in.

A framed picture looks as DeepFashion's in-shop pictures do (the data set of the thesis, 4.1): the person in the middle
on white, the head near the upper edge, the feet near the lower one; somebody whom the photo cuts off at the waist or
the knees goes on touching the lower edge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.errors import NoPersonError
from engine.images import Mask, Picture
from engine.skeleton import Joint, Pose

Size = tuple[int, int]
"""Height, width in pixels."""

FRAME_SIZE: Final[Size] = (256, 176)
"""The generator's own size."""

DRAFT_SIZE: Final[Size] = (128, 88)
"""Half of it, for answers while a joint is dragged."""

_HEAD_ROOM: Final = 0.045
_FOOT_ROOM: Final = 0.035
_SIDE_ROOM: Final = 0.03
_WHITE: Final = 255


@dataclass(frozen=True)
class Framing:
    """A similarity from photo to frame: `frame = scale * photo + offset`, in pixels.

    Both sides have their origin at the centre of the top left pixel. `offset` is x, y in frame pixels, `size` the
    frame's height, width.
    """

    scale: float
    offset: tuple[float, float]
    size: Size = FRAME_SIZE

    def __post_init__(self) -> None:
        numbers = (self.scale, *self.offset)
        if not all(math.isfinite(number) for number in numbers) or self.scale <= 0 or min(self.size) < 1:
            raise ValueError(f"no framing: scale {self.scale}, offset {self.offset}, size {self.size}")

    @classmethod
    def whole(cls, photo_size: Size, *, size: Size = FRAME_SIZE) -> Framing:
        """The whole photo in the middle of the frame, as large as fits. A photo of the frame's size stays as it is."""
        height, width = photo_size
        scale = min(size[0] / height, size[1] / width)
        return cls(scale, ((size[1] - 1 - scale * (width - 1)) / 2, (size[0] - 1 - scale * (height - 1)) / 2), size)

    @property
    def matrix(self) -> npt.NDArray[np.float64]:
        """[2, 3] affine map from photo to frame pixels."""
        return np.array([[self.scale, 0.0, self.offset[0]], [0.0, self.scale, self.offset[1]]])

    def to_frame(self, pose: Pose) -> Pose:
        """A pose in photo pixels, in frame pixels."""
        return pose.with_points(pose.points * self.scale + self.offset)

    def to_photo(self, pose: Pose) -> Pose:
        """A pose in frame pixels, in photo pixels."""
        return pose.with_points((pose.points - self.offset) / self.scale)

    def at_size(self, size: Size) -> Framing:
        """The same framing at another size, for example `DRAFT_SIZE`; the shorter ratio counts, and it is centred."""
        ratio = min(size[0] / self.size[0], size[1] / self.size[1])
        rest = ((size[1] - ratio * self.size[1]) / 2, (size[0] - ratio * self.size[0]) / 2)
        # Edges, not centres, keep their place when the grid changes: hence the halves.
        x, y = ((o + 0.5) * ratio - 0.5 + r for o, r in zip(self.offset, rest, strict=True))
        return Framing(self.scale * ratio, (x, y), size)

    def for_resized(self, ratio: float) -> Framing:
        """The framing that shows the same of the photo once that has been resized by `ratio`."""
        x, y = (o + (0.5 / ratio - 0.5) * self.scale for o in self.offset)
        return Framing(self.scale / ratio, (x, y), self.size)

    def with_room_for(self, pose: Pose) -> Framing:
        """This framing, or one just so much smaller round the lower edge's middle that `pose` (photo pixels) fits.

        For target poses with raised arms. Joints below the frame are left out of account: a person whom the photo
        cuts off is cut off in every pose.
        """
        x, y = self.to_frame(pose).points[pose.present].T
        if not x.size:
            return self
        height, width = self.size
        side, head = _SIDE_ROOM * width, _HEAD_ROOM * height
        half, reach = (width - 1) / 2, height - 0.5
        above = y < height
        shrink = min(
            1.0,
            (half - side) / max(float(np.abs(x[above] - half).max(initial=0.0)), 1e-9),
            (reach - head) / max(float((reach - y).max()), 1e-9),
        )
        if shrink == 1.0:
            return self
        offset = (half + (self.offset[0] - half) * shrink, reach + (self.offset[1] - reach) * shrink)
        return Framing(self.scale * shrink, offset, self.size)

    def frame(self, picture: Picture, *, mask: Mask | None = None) -> Picture:
        """The framed picture, uint8 [h, w, 3] of this framing's size, white outside of the photo.

        `picture` uint8 [H, W, 3] and `mask` bool [H, W] are the photo's; with a mask the background is white too,
        with a soft edge.
        """
        return self._into_frame(_cut_out(picture, mask) if mask is not None else picture, _WHITE)

    def frame_mask(self, mask: Mask) -> npt.NDArray[np.float32]:
        """A photo's mask [H, W] as the share of each frame pixel that it covers, float32 [h, w] in 0..1."""
        framed = self._into_frame(np.asarray(mask, dtype=np.uint8) * np.uint8(255), 0)
        return framed.astype(np.float32) / np.float32(255)

    def unframe(self, picture: npt.NDArray[np.uint8], photo_size: Size, *, fill: int = _WHITE) -> npt.NDArray[np.uint8]:
        """A framed picture, uint8 [h, w, 3] or [h, w], back at its place in the photo's pixels, [H, W, ...].

        What the frame does not cover is `fill`.
        """
        x, y = self.offset
        return _resample(picture, 1 / self.scale, (-x / self.scale, -y / self.scale), photo_size, fill)

    def _into_frame(self, picture: npt.NDArray[np.uint8], fill: int) -> npt.NDArray[np.uint8]:
        return _resample(picture, self.scale, self.offset, self.size, fill)


def frame_person(
    photo_size: Size, pose: Pose, *, mask: Mask | None = None, size: Size = FRAME_SIZE
) -> Framing:
    """Find the framing that shows a person as DeepFashion's in-shop pictures do.

    `photo_size` is height, width; `pose` and `mask` [H, W] are in photo pixels. Hair, hats and shoes, for which there
    are no joints, are taken from the mask where it is given and plausible, else by proportion. Raises NoPersonError
    when the pose has fewer than three joints or they all lie at one place.
    """
    extent = _extent(photo_size, pose, mask=mask)
    height, width = size
    # Edges of the frame that the person goes to: a margin, or the very edge where the photo cuts the person off.
    top = -0.5 if extent.cut_above else _HEAD_ROOM * height
    bottom = height - 0.5 if extent.cut_below else height - 1 - _FOOT_ROOM * height
    side = _SIDE_ROOM * width
    scale = min((bottom - top) / (extent.bottom - extent.top), (width - 1 - 2 * side) / (extent.right - extent.left))
    left, right = side, width - 1 - side
    x = (width - 1) / 2 - scale * extent.middle
    # The torso is in the middle, unless an outstretched arm would leave the frame on one side.
    x += max(0.0, left - (x + scale * extent.left)) - max(0.0, x + scale * extent.right - right)
    spare = (bottom - top) - scale * (extent.bottom - extent.top)
    if extent.cut_below or not extent.cut_above:
        # Everybody stands on the lower edge; who is framed small because of wide arms stands a little above it.
        y = bottom - scale * extent.bottom - (0.0 if extent.cut_below else 0.25 * spare)
    else:
        y = top - scale * extent.top
    return Framing(float(scale), (float(x), float(y)), size)


@dataclass(frozen=True)
class _Extent:
    """How far a person reaches, in photo pixels, and where the photo cuts the person off."""

    left: float
    top: float
    right: float
    bottom: float
    middle: float
    cut_above: bool
    cut_below: bool


def _extent(photo_size: Size, pose: Pose, *, mask: Mask | None) -> _Extent:
    height, width = photo_size
    box = pose.box()
    if box is None or int(pose.present.sum()) < 3 or max(box[2] - box[0], box[3] - box[1]) < 1.0:
        raise NoPersonError("Too little of a person shows to frame", hint="Use a photo that shows the upper body.")
    head, shin = _head_length(pose), _shin_length(pose)
    face = [pose.points[j, 1] for j in (Joint.NOSE, Joint.RIGHT_EYE, Joint.LEFT_EYE, Joint.RIGHT_EAR, Joint.LEFT_EAR)
            if pose.present[j]]
    top = (min(face) - 0.62 * head) if face else _headless_top(pose, head=head)
    top = min(top, box[1] - 0.05 * head)
    ankles = [float(pose.points[j, 1]) for j in (Joint.RIGHT_ANKLE, Joint.LEFT_ANKLE) if pose.present[j]]
    bottom = max(box[3] + 0.1 * shin, max(ankles) + 0.3 * shin) if ankles else box[3] + _missing_below(pose, head=head)
    arm = 0.25 * head
    left, right = box[0] - arm, box[2] + arm
    if mask is not None and mask.shape == photo_size:
        left, top, right, bottom = _by_mask(
            mask, (left, top, right, bottom), head=head, shin=shin, open_below=not ankles, top_known=bool(face))
    # Pixel rows reach half a pixel beyond their centres.
    cut_above, cut_below = top <= -0.5, bottom >= height - 1 - 0.02 * (bottom - top)
    top, bottom = max(top, -0.5), (height - 0.5 if cut_below else bottom)
    left, right = max(left, -0.5), min(right, width - 0.5)
    left, right = min(left, box[0]), max(right, box[2])
    return _Extent(left, min(top, box[1]), right, max(bottom, min(box[3], height - 0.5), top + 1.0),
                   _middle(pose, box), cut_above, cut_below)


def _head_length(pose: Pose) -> float:
    """Chin to crown, in photo pixels, from what is seen: the longest guess, as foreshortening only ever shortens."""
    guesses = [0.5 * _distance(pose, Joint.NECK, joint) / share
               for joint, share in ((Joint.NOSE, 0.40), (Joint.RIGHT_EAR, 0.46), (Joint.LEFT_EAR, 0.46))]
    guesses += [0.42 * _distance(pose, Joint.NECK, hip) for hip in (Joint.RIGHT_HIP, Joint.LEFT_HIP)]
    guesses += [0.55 * _distance(pose, Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER),
                1.25 * _distance(pose, Joint.RIGHT_EAR, Joint.LEFT_EAR)]
    known = [guess for guess in guesses if guess > 0]
    return max(known) if known else max(pose.height() / 6, 1.0)


def _shin_length(pose: Pose) -> float:
    shins = [_distance(pose, knee, ankle) for knee, ankle in (
        (Joint.RIGHT_KNEE, Joint.RIGHT_ANKLE), (Joint.LEFT_KNEE, Joint.LEFT_ANKLE))]
    return max(max(shins), 0.9 * _head_length(pose))


def _distance(pose: Pose, first: Joint, second: Joint) -> float:
    return float(np.hypot(*(pose.points[second] - pose.points[first]))) if pose.has(first, second) else 0.0


def _headless_top(pose: Pose, *, head: float) -> float:
    """The crown of somebody of whom no point of the head is known."""
    shoulders = [float(pose.points[j, 1]) for j in (Joint.NECK, Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER)
                 if pose.present[j]]
    return min(shoulders) - 1.35 * head if shoulders else float(np.nanmin(pose.points[:, 1])) - 0.3 * head


def _missing_below(pose: Pose, *, head: float) -> float:
    """How far a person whose ankles are not known may reach below the lowest joint that is."""
    if pose.present[Joint.RIGHT_KNEE] or pose.present[Joint.LEFT_KNEE]:
        return 2.1 * head
    if pose.present[Joint.RIGHT_HIP] or pose.present[Joint.LEFT_HIP]:
        return 3.8 * head
    return 6.0 * head


def _middle(pose: Pose, box: tuple[float, float, float, float]) -> float:
    trunk = [pose.points[j, 0] for j in (Joint.NECK, Joint.RIGHT_HIP, Joint.LEFT_HIP) if pose.present[j]]
    return float(np.mean(trunk)) if trunk else (box[0] + box[2]) / 2


def _by_mask(
    mask: Mask, guess: tuple[float, float, float, float], *, head: float, shin: float, open_below: bool,
    top_known: bool,
) -> tuple[float, float, float, float]:
    """The guessed box, corrected by the mask as far as that is plausible for one person."""
    height, width = mask.shape
    left, top, right, bottom = guess
    near = mask[:, max(0, math.floor(left - 0.3 * head)) : min(width, math.ceil(right + 0.3 * head) + 1)]
    rows = np.flatnonzero(near.any(axis=1))
    rows = rows[(rows >= top - 1.0 * head) & (rows <= bottom + (3.0 if open_below else 0.5) * shin)]
    if not rows.size:
        return guess
    lowest = min(bottom, top + 0.45 * head) if top_known else bottom
    top = float(np.clip(rows[0] - 0.5, top - 1.0 * head, lowest))
    if open_below:
        # Legs that the photo does not show: the mask knows where the person ends, not proportion.
        bottom = float(rows[-1] + 0.5)
    else:
        bottom = float(np.clip(rows[-1] + 0.5, bottom - 0.3 * shin, bottom + 0.3 * shin))
    band = mask[max(0, math.floor(top)) : max(1, math.ceil(bottom))]
    columns = np.flatnonzero(band.any(axis=0))
    columns = columns[(columns >= left - 0.5 * head) & (columns <= right + 0.5 * head)]
    if columns.size:
        left, right = float(columns[0] - 0.5), float(columns[-1] + 0.5)
    return left, top, right, bottom


def _cut_out(picture: Picture, mask: Mask) -> Picture:
    """The person on white, at the photo's size: averaging into the frame makes the edge soft and free of background."""
    if mask.shape != picture.shape[:2]:
        raise ValueError(f"the mask {mask.shape} is not of the photo's size {picture.shape[:2]}")
    return np.where(mask[:, :, None], picture, np.uint8(_WHITE))


def _resample(
    picture: npt.NDArray[np.uint8], scale: float, offset: tuple[float, float], size: Size, fill: int
) -> npt.NDArray[np.uint8]:
    """Resample [H, W, ...] under x' = scale * x + offset to [h, w, ...] with a filter as wide as an output pixel."""
    height, width = picture.shape[:2]
    result = np.full((*size, *picture.shape[2:]), fill, np.uint8)
    # Only the part of the output that the input reaches is computed: a photo may be far larger than what is framed.
    x, y = offset
    left, top = max(0, math.floor(x - scale)), max(0, math.floor(y - scale))
    right, bottom = min(size[1], math.ceil(x + scale * width) + 1), min(size[0], math.ceil(y + scale * height) + 1)
    if left >= right or top >= bottom:
        return result
    # What the output's outer edges span of the input, in edge coordinates (0 is the first pixel's left edge).
    x0, y0 = (left - 0.5 - x) / scale + 0.5, (top - 0.5 - y) / scale + 0.5
    x1, y1 = (right - 0.5 - x) / scale + 0.5, (bottom - 0.5 - y) / scale + 0.5
    # Some pixels more, so that the filter sees the neighbours.
    margin = math.ceil(2 + 2 / scale)
    part, (px, py) = _part(
        picture, (math.floor(x0) - margin, math.floor(y0) - margin, math.ceil(x1) + margin, math.ceil(y1) + margin))
    image = Image.fromarray(part).resize(
        (right - left, bottom - top), Image.Resampling.BICUBIC, box=(x0 - px, y0 - py, x1 - px, y1 - py),
        reducing_gap=3.0 if scale < 1 / 6 else None)
    resized = np.array(image)
    _fade(resized, _covered(top, bottom, y - 0.5 * scale, y + (height - 0.5) * scale), fill)
    _fade(resized.swapaxes(0, 1), _covered(left, right, x - 0.5 * scale, x + (width - 0.5) * scale), fill)
    result[top:bottom, left:right] = resized
    return result


def _covered(first: int, end: int, low: float, high: float) -> npt.NDArray[np.float32]:
    """How much of each pixel first..end-1 lies between the edges `low` and `high`, 0..1."""
    centres = np.arange(first, end, dtype=np.float64)
    share = np.minimum(centres + 0.5, high) - np.maximum(centres - 0.5, low)
    return np.asarray(np.clip(share, 0.0, 1.0), dtype=np.float32)


def _fade(picture: npt.NDArray[np.uint8], share: npt.NDArray[np.float32], fill: int) -> None:
    """Mix `fill` into the rows that the input covers only in part, in place."""
    rows = np.flatnonzero(share < 1)
    weight = share[rows].reshape(-1, *(1,) * (picture.ndim - 1))
    picture[rows] = np.rint(weight * picture[rows] + (1 - weight) * np.float32(fill)).astype(np.uint8)


def _part(
    picture: npt.NDArray[np.uint8], box: tuple[int, int, int, int]
) -> tuple[npt.NDArray[np.uint8], tuple[int, int]]:
    """The picture's part left, top, right, bottom, its outermost pixels repeated beyond it; and its left, top."""
    left, top, right, bottom = box
    height, width = picture.shape[:2]
    inside = picture[max(top, 0) : bottom, max(left, 0) : right]
    beyond = [(max(-top, 0), max(bottom - height, 0)), (max(-left, 0), max(right - width, 0))]
    if not any(map(any, beyond)):
        return np.ascontiguousarray(inside), (left, top)
    return np.pad(inside, beyond + [(0, 0)] * (picture.ndim - 2), mode="edge"), (left, top)
