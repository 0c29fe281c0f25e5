"""Photo in, people out: size, network, mirror image, decoding, and a second look at a small person."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.images import Picture
from engine.openpose.decode import Decoding, Person, decode
from engine.openpose.network import PoseNetwork
from engine.openpose.second_look import Box, Place, Seen, chosen, newcomers, places, without_doubles
from engine.progress import CancelToken, check
from engine.skeleton import AFFINITY_LIMBS, JOINT_COUNT, MIRROR, Pose

Floats = npt.NDArray[np.float32]
_Seen = tuple[Floats, Floats, Floats | None]
"""Maps, fields and mask probability of a view."""

STRIDE: Final = 8
"""Input pixels a cell of maps and fields."""
MASK_STRIDE: Final = 4
"""Input pixels a cell of the person mask."""
_OUTSIDE: Final = (128, 128, 128)
"""What lies outside the photo: our network was trained on grey there too, the published one only on it."""
FAINT_PEAK: Final = 0.2
"""Least peak of a joint that a calibrated network's decoding looks at."""
_MAP_ORDER: Final = (*MIRROR, JOINT_COUNT)
_FIELD_ORDER: Final = tuple(
    2 * AFFINITY_LIMBS.index((MIRROR[a], MIRROR[b])) + axis for a, b in AFFINITY_LIMBS for axis in (0, 1)
)
"""Channel of the field that a mirror turns into each channel; the x channels change sign as well."""


@dataclass(frozen=True)
class EstimatorOptions:
    """How a network is fed.

    height        input height that a whole photo is scaled to
    most_width    the widest input; wider photos are scaled down further
    mirror        whether the mirror image is looked at too, and both averaged
    closer        whether a person who fills less than this share of the input's height is looked at again, closer
    person        share of the input's height that a person fills in the closer look
    most_people   how many people are looked at closer
    """

    height: int = 256
    most_width: int = 448
    mirror: bool = True
    closer: float = 0.7
    person: float = 0.8
    most_people: int = 4


COMPACT_OPTIONS: Final = EstimatorOptions()
PUBLISHED_OPTIONS: Final = EstimatorOptions(height=368, most_width=656, mirror=False, closer=0.0)


@dataclass(frozen=True)
class Estimate:
    """What is known of a photo: its people, the main person first, and where people are.

    `person_probability` [h, w] float32 in 0..1 over the whole photo, at the network's resolution; None when the
    network has no mask head. `closer_probability` is the same for the box `closer_box` (photo pixels) round the main
    person, finer.
    """

    people: tuple[Person, ...]
    person_probability: Floats | None
    closer_probability: Floats | None = None
    closer_box: Box | None = None


@dataclass(frozen=True)
class _View:
    """A part of the photo as the network sees it: input pixel = (photo pixel - offset) * scale, centres to centres."""

    scale: float
    left: float
    top: float
    width: int
    height: int

    @property
    def box(self) -> Box:
        """left, top, right, bottom in photo pixels."""
        return self.left, self.top, self.left + self.width / self.scale, self.top + self.height / self.scale

    def to_photo(self, pose: Pose) -> Pose:
        points = (pose.points + 0.5) / self.scale - 0.5 + (self.left, self.top)
        return pose.with_points(points)


class PoseEstimator:
    """A pose network with the work around it. Not for several threads at once."""

    def __init__(
        self,
        network: PoseNetwork,
        *,
        device: torch.device | str = "cpu",
        options: EstimatorOptions | None = None,
        decoding: Decoding | None = None,
    ) -> None:
        compact = network.architecture.trunk == "pyramid"
        self.network = network.to(device).eval()
        self.device = torch.device(device)
        self.options = options or (COMPACT_OPTIONS if compact else PUBLISHED_OPTIONS)
        # A calibrated network says itself which of its fainter peaks are worth reporting.
        self.decoding = decoding or (Decoding(peak=FAINT_PEAK) if network.calibration else Decoding())

    def estimate(self, picture: Picture, *, cancel: CancelToken | None = None) -> Estimate:
        """People and person probability of a photo, uint8 [H, W, 3] RGB.

        Raises Cancelled before each look at the photo.
        """
        return self.estimate_many([picture], cancel=cancel)[0]

    def estimate_many(
        self, pictures: Sequence[Picture], *, cancel: CancelToken | None = None, threads: Executor | None = None
    ) -> list[Estimate]:
        """As `estimate` for several photos: those of one size go through the network together.

        `threads`, where given, share what is done outside of the network. Raises Cancelled before each round of looks.
        """
        steps = [self._estimating(picture) for picture in pictures]
        estimates: dict[int, Estimate] = {}

        def go_on(index: int, seen: _Seen | None) -> _View | None:
            """Until the next view that is wanted; None at the end."""
            try:
                return next(steps[index]) if seen is None else steps[index].send(seen)
            except StopIteration as end:
                estimates[index] = end.value
                return None

        # `map` of threads keeps the order, and every photo is in the hands of one of them at a time.
        spread = map if threads is None else threads.map
        wanted = dict(enumerate(spread(go_on, range(len(steps)), [None] * len(steps))))
        while views := {index: view for index, view in wanted.items() if view is not None}:
            check(cancel)
            seen = self._look([(pictures[index], view) for index, view in views.items()])
            wanted = dict(zip(views, spread(go_on, views, seen), strict=True))
        return [estimates[index] for index in range(len(steps))]

    def _estimating(self, picture: Picture) -> Generator[_View, _Seen, Estimate]:
        """The work on one photo: asks for views, is given what the network says of them."""
        whole = self._whole(picture)
        maps, fields, mask = yield whole
        found = decode(maps, fields, stride=STRIDE, options=self.decoding)
        people = [_within(replace(p, pose=whole.to_photo(p.pose)), picture, scale=whole.scale) for p in found]
        closer_mask: Floats | None = None
        closer_box: Box | None = None
        for place in self._places(Seen(people, mask, MASK_STRIDE / whole.scale), whole):
            view = self._closer(picture, place.box)
            if place.person is not None and view.scale < 1.15 * whole.scale:
                continue
            maps, fields, probability = yield view
            again = [
                _within(replace(p, pose=view.to_photo(p.pose)), picture, scale=view.scale)
                for p in decode(maps, fields, stride=STRIDE, options=self.decoding)
            ]
            better = chosen(place, again, people)
            if better is not None:
                if place.person is None:
                    people.append(better)
                else:
                    people[place.person] = better
                if probability is not None and (len(people) == 1 or place.person == 0):
                    closer_mask, closer_box = probability, view.box
            people += newcomers(again, people)
        return Estimate(self._calibrated(without_doubles(people)), mask, closer_mask, closer_box)

    def _places(self, seen: Seen, whole: _View) -> list[Place]:
        if not self.options.closer:
            return []
        small = self.options.closer * self.options.height / whole.scale
        return places(seen, small=small, most=self.options.most_people)

    def _calibrated(self, people: list[Person]) -> tuple[Person, ...]:
        calibration = self.network.calibration
        if calibration is None:
            return tuple(people)
        likely = [replace(person, pose=calibration.applied(person.pose)) for person in people]
        return tuple(person for person in likely if person.pose.present.sum() >= self.decoding.joints)

    def _whole(self, picture: Picture) -> _View:
        height, width = picture.shape[:2]
        scale = min(self.options.height / height, self.options.most_width / width)
        return _View(scale, 0.0, 0.0, max(8, round(width * scale)), max(8, round(height * scale)))

    def _closer(self, picture: Picture, box: Box) -> _View:
        """A view in which the person with joints in `box` fills the wanted share, hair and feet included."""
        left, top, right, bottom = box
        tall, wide = bottom - top, right - left
        tall = max(tall, 1.4 * wide, 16.0)
        high = self.options.height
        scale = self.options.person * high / tall
        room_x = max(wide * scale + 0.35 * high, 0.6 * high)
        width = int(min(-(-room_x // 8) * 8, self.options.most_width))
        middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
        return _View(scale, middle_x - width / scale / 2, middle_y - high / scale / 2, width, high)

    def _look(self, wanted: Sequence[tuple[Picture, _View]]) -> list[_Seen]:
        """What the network says of views; those of one input size at once."""
        inputs = [self._input(picture, view) for picture, view in wanted]
        alike: dict[tuple[int, ...], list[int]] = {}
        for index, x in enumerate(inputs):
            alike.setdefault(tuple(x.shape), []).append(index)
        seen: dict[int, _Seen] = {}
        for group in alike.values():
            answers = self._ask(torch.cat([inputs[index] for index in group]))
            for index, (maps, fields, mask) in zip(group, answers, strict=True):
                seen[index] = (maps, fields, None if mask is None else _over_view(mask, wanted[index][1]))
        return [seen[index] for index in range(len(wanted))]

    def _ask(self, x: Tensor) -> list[_Seen]:
        """Maps [19, h, w], fields [38, h, w] and mask probability [2h, 2w] of each of [B, 3, 8h, 8w]."""
        count = len(x)
        batch = torch.cat([x, x.flip(3)]) if self.options.mirror else x
        with torch.inference_mode():
            output = self.network(batch.to(self.device))
        maps, fields = output.maps[-1].float().cpu(), output.fields[-1].float().cpu()
        mask = None if output.mask is None else output.mask.float().sigmoid().cpu()
        if self.options.mirror:
            maps = (maps[:count] + maps[count:, list(_MAP_ORDER)].flip(3)) / 2
            turned = fields[count:, list(_FIELD_ORDER)].flip(3)
            turned[:, 0::2] *= -1
            fields = (fields[:count] + turned) / 2
            mask = None if mask is None else (mask[:count] + mask[count:].flip(3)) / 2
        masks = [None] * count if mask is None else [m.numpy() for m in mask[:, 0]]
        return [(maps[i].numpy(), fields[i].numpy(), masks[i]) for i in range(count)]

    def _input(self, picture: Picture, view: _View) -> Tensor:
        """[1, 3, H, W]: the view, scaled with all pixels counted, BGR, x / 256 - 0.5, padded below and right."""
        height, width = picture.shape[:2]
        x0, y0 = int(np.floor(view.left)), int(np.floor(view.top))
        x1, y1 = int(np.ceil(view.left + view.width / view.scale)), int(np.ceil(view.top + view.height / view.scale))
        cut = picture[max(y0, 0) : min(y1, height), max(x0, 0) : min(x1, width)]
        left, top = float(max(x0, 0)), float(max(y0, 0))
        shrink = min(1.0, max(view.scale, 1e-4))
        fx = fy = 1.0
        if shrink < 1.0:
            size = (max(1, round(cut.shape[1] * shrink)), max(1, round(cut.shape[0] * shrink)))
            fx, fy = size[0] / cut.shape[1], size[1] / cut.shape[0]
            cut = np.asarray(cv2.resize(cut, size, interpolation=cv2.INTER_AREA))
        # From pixels of the shrunk cut to pixels of the view: undo the shrinking, shift, scale; centres to centres.
        ax, ay = view.scale / fx, view.scale / fy
        matrix = np.array(
            [
                [ax, 0.0, (left - view.left) * view.scale + 0.5 * ax - 0.5],
                [0.0, ay, (top - view.top) * view.scale + 0.5 * ay - 0.5],
            ]
        )
        multiple = self.network.multiple
        size = (-(-view.width // multiple) * multiple, -(-view.height // multiple) * multiple)
        seen = cv2.warpAffine(
            cut, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=_OUTSIDE
        )
        x = torch.from_numpy(np.ascontiguousarray(seen[:, :, ::-1])).permute(2, 0, 1)[None]
        return x.float() / 256 - 0.5


def _over_view(mask: Floats, view: _View) -> Floats:
    """The part of a mask at stride 4 that shows the view: the input was padded to a multiple of the network's stride.

    The view's width is seldom a multiple of 4: cells are made a little narrower, so that they cover it exactly.
    """
    rows, columns = -(-view.height // MASK_STRIDE), -(-view.width // MASK_STRIDE)
    if rows * MASK_STRIDE == view.height and columns * MASK_STRIDE == view.width:
        return mask[:rows, :columns]
    ax, ay = MASK_STRIDE * columns / view.width, MASK_STRIDE * rows / view.height
    matrix = np.array([[ax, 0.0, 0.5 * ax - 0.5], [0.0, ay, 0.5 * ay - 0.5]])
    fitted = cv2.warpAffine(mask, matrix, (columns, rows), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(fitted, dtype=np.float32)


def _within(person: Person, picture: Picture, *, scale: float) -> Person:
    """Joints that were put outside the photo (in the padding) are not there; half a cell beyond means on the edge."""
    height, width = picture.shape[:2]
    points, slack = person.pose.points, 0.5 * STRIDE / scale
    edge = np.clip(points, 0.0, (width - 1.0, height - 1.0))
    near = np.abs(points - edge).max(axis=1) <= slack + 0.5  # false for NaN
    points = np.where(near[:, None], edge, np.nan)
    return replace(person, pose=Pose.from_points(points, confidence=person.pose.confidence))
