"""The main job: a photo, the pose of its person, a target pose, and the picture of that person in that pose.

transfer = Transfer.load()
session = transfer.open(load_picture("photo.jpg"))
picture = session.render(target).picture
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

import cv2
import numpy as np
import numpy.typing as npt

from engine.alignment import Moved, move_picture
from engine.background import blend_over, doubted, into_photo, without_person
from engine.backgrounds import Background
from engine.detail import Detail, detail_of, finer
from engine.errors import NoPersonError, UsageError
from engine.fitting import fit_to_person
from engine.framing import DRAFT_SIZE, FRAME_SIZE, Framing, frame_person
from engine.images import Mask, Picture
from engine.openpose.estimator import Estimate, PoseEstimator
from engine.painter import Painter
from engine.person_mask import person_mask
from engine.progress import CancelToken, Progress, check, no_progress
from engine.skeleton import Joint, Pose
from engine.text import Text
from engine.turning import Turn, from_behind, mirrored, turn_between

Floats = npt.NDArray[np.float32]

_NEAR: Final = 3.0
"""Size of the photo that a session works with, in parts of the frame's."""
FEWEST_JOINTS: Final = 5
"""A person of whom fewer joints show (a hand, a foot) cannot be moved."""


@dataclass(frozen=True)
class RenderedPicture:
    """A finished picture.

    picture    uint8 [256, 176, 3] RGB; [128, 88, 3] for a draft; of the photo's size when the background is "photo"
    target     the target pose in this picture's pixels
    asked      the target pose in the person's own frame, 176 x 256, as `render` takes it with `fit` false
    framing    where the picture lies in the photo
    facts      how it was made, for the picture's provenance: weights, hash, device, precision, options
    note       a word for the person, when something had to be done differently; else empty
    """

    picture: Picture
    target: Pose
    framing: Framing
    asked: Pose
    facts: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class InsideView:
    """A picture, and where each block of the generator changed it.

    picture    uint8 [256, 176, 3] RGB on white
    target     the target pose in its pixels
    masks      float32 [blocks, 64, 44] in 0..1: the attention mask of each block, averaged over its channels
    """

    picture: Picture
    target: Pose
    masks: Floats


class Transfer:
    """The models, loaded once: an estimator that finds people, its mask, and a generator that paints them."""

    def __init__(self, estimator: PoseEstimator, painter: Painter, *, masker: PoseEstimator | None = None) -> None:
        """`masker` is an estimator with a mask head, where `estimator` (the published network) has none."""
        self.estimator = estimator
        self.painter = painter
        self.masker = masker or estimator

    @classmethod
    def load(
        cls,
        *,
        estimator: str | Path = "repose-pose",
        generator: str | Path = "repose-patn",
        device: str = "auto",
        progress: Progress = no_progress,
    ) -> Transfer:
        """Load weights by name or file. Raises WeightsError or DeviceError; nothing falls back to random weights."""
        from engine.loading import load_estimator, load_masker, load_painter

        progress(0, 2, Text("Loading the pose estimator"))
        found = load_estimator(estimator, device=device)
        progress(1, 2, Text("Loading the generator"))
        painter = load_painter(generator, device=device)
        progress(2, 2, Text("Models loaded"))
        return cls(found, painter, masker=load_masker(found, device=device))

    def detect(self, picture: Picture, *, cancel: CancelToken | None = None) -> Estimate:
        """The people in a photo, uint8 [H, W, 3], the main person first."""
        return self.estimator.estimate(picture, cancel=cancel)

    def open(
        self,
        picture: Picture,
        *,
        pose: Pose | None = None,
        estimate: Estimate | None = None,
        framing: Literal["auto", "none"] = "auto",
        cancel: CancelToken | None = None,
    ) -> TransferSession:
        """Set the photo once; the session then answers pose after pose.

        picture uint8 [H, W, 3]; `pose` in its pixels, or None to detect it; `estimate` is what `detect` said of this
        photo, where that is known. With framing "none" the photo must be 176 x 256 already and goes into the network
        as it is. Raises NoPersonError when nobody, or too little of somebody, is in the photo, UsageError when the
        size does not fit.
        """
        if framing == "none":
            return self._open_framed(picture, pose, estimate, cancel=cancel)
        if estimate is None and (pose is None or self.masker is self.estimator):
            estimate = self.detect(picture, cancel=cancel)
        if pose is None:
            pose = _main_pose(estimate)
        _require_person(pose)
        estimate = self._with_mask(picture, estimate, cancel=cancel)
        check(cancel)
        mask = person_mask(picture, estimate, pose=pose)
        check(cancel)
        frame = frame_person((picture.shape[0], picture.shape[1]), pose, mask=mask)
        return TransferSession(self.painter, picture, pose=pose, mask=mask, framing=frame)

    def _open_framed(
        self, picture: Picture, pose: Pose | None, estimate: Estimate | None, *, cancel: CancelToken | None
    ) -> TransferSession:
        height, width = picture.shape[:2]
        if (height, width) != FRAME_SIZE:
            raise UsageError(
                "Without framing the photo must be 176 x 256 pixels, and this one is {width} x {height}",
                hint="Leave framing on, or resize the photo.",
                width=width,
                height=height,
            )
        if pose is None:
            estimate = estimate or self.detect(picture, cancel=cancel)
            pose = _main_pose(estimate)
            _require_person(pose)
        mask: Mask = np.ones(FRAME_SIZE, np.bool_)
        if self.painter.wants_moved:
            mask = person_mask(picture, self._with_mask(picture, estimate, cancel=cancel), pose=pose)
        return TransferSession(
            self.painter, picture, pose=pose, mask=mask, framing=Framing(1.0, (0.0, 0.0)), framed=True
        )

    def _with_mask(self, picture: Picture, estimate: Estimate | None, *, cancel: CancelToken | None) -> Estimate:
        """The estimate where it says what is person and what is background; else the masker's."""
        if estimate is None or estimate.person_probability is None:
            return self.masker.estimate(picture, cancel=cancel)
        return estimate


class TransferSession:
    """One photo with its person, ready for pose after pose."""

    def __init__(
        self, painter: Painter, photo: Picture, *, pose: Pose, mask: Mask, framing: Framing, framed: bool = False
    ) -> None:
        self.photo = photo
        self.pose = pose
        self.mask = mask
        self.framing = framing
        self._painter = painter
        self._framed = framed
        self._empty: dict[bool, Picture] = {}
        self._from_behind: Picture | None = None
        # A photo far larger than the frame is made smaller once, not for every pose anew.
        ratio = _NEAR * framing.scale
        self._near_size = ratio if ratio < 0.7 else 1.0
        self._near = _resized(photo, self._near_size)
        self._near_mask = _resized(mask.astype(np.uint8) * np.uint8(255), self._near_size) > 127

    @property
    def frame(self) -> Picture:
        """The person as the generator is shown it: uint8 [256, 176, 3] on white."""
        return self.photo if self._framed else self._cut_out(self.framing)

    def _cut_out(self, framing: Framing, *, behind: bool = False) -> Picture:
        near = self._behind() if behind else self._near
        return framing.for_resized(self._near_size).frame(near, mask=self._near_mask)

    def _behind(self) -> Picture:
        """The photo, or its smaller copy, as from behind; made when it is first needed, the same for every size."""
        if self._from_behind is None:
            # The origin is the middle of the first pixel, hence the halves.
            points = (self.pose.points + 0.5) * self._near_size - 0.5
            self._from_behind = from_behind(self._near, self._near_mask, pose=self.pose.with_points(points))
        return self._from_behind

    @property
    def frame_pose(self) -> Pose:
        """The person's pose in the frame's pixels."""
        return self.framing.to_frame(self.pose)

    def fitted(self, target: Pose) -> Pose:
        """A target pose, in whatever pixels, as this person would take it; in the frame's pixels."""
        return fit_to_person(target, person=self.frame_pose)

    def render(
        self,
        target: Pose,
        *,
        fit: bool = True,
        background: Background = "white",
        draft: bool = False,
        room_for: Sequence[Pose] = (),
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> RenderedPicture:
        """The person in the target pose.

        With `fit`, `target` may be in any pixels and is fitted to the person; else it is in the frame's pixels. A
        pose that reaches beyond the frame makes the person smaller, not cut; pictures that belong together stay of one
        size when each is given `room_for` all their poses, in the frame's pixels. Raises Cancelled, and UsageError for
        a target without joints or a background that is not known.
        """
        if not target.present.any():
            raise UsageError("The target pose has no joints", hint="Choose a pose, or draw one.")
        if background != "white" and self._framed and self.mask.all():
            raise UsageError(
                "Without framing it is not known where the person is, so there is no background to keep",
                hint="Take the white background, or leave framing on.",
            )
        progress(0, 3, Text("Moving the photo into the pose"))
        asked = self.fitted(target) if fit else target
        framing, wanted = self._with_room(asked, draft=draft, beside=room_for)
        moved, source, shown, note = self._condition(framing, wanted)
        check(cancel)
        progress(1, 3, Text("Painting"))
        painted = self._painter.paint(moved, source=source, target=shown)
        check(cancel)
        picture = painted.picture
        if background != "white":
            progress(2, 3, Text("Laying the picture over the photo"))
        if background == "keep":
            behind = framing.for_resized(self._near_size).frame(self._without_person(near=True))
            picture = blend_over(picture, behind, shape=moved.mask, doubt=doubted(moved.picture, moved.holes))
        elif background == "photo":
            within = framing.for_resized(self._near_size) if draft else framing
            empty = self._without_person(near=draft)
            doubt = doubted(moved.picture, moved.holes)
            detail = None if draft else self._detail(picture, moved, framing=framing, target=wanted)
            picture = into_photo(picture, empty, framing=within, shape=moved.mask, doubt=doubt, detail=detail)
            wanted = within.to_photo(wanted)
        progress(3, 3, Text("Done"))
        return RenderedPicture(picture, wanted, framing, asked, self._painter.facts(), painted.note or note)

    def look(self, target: Pose, *, fit: bool = True, cancel: CancelToken | None = None) -> InsideView:
        """The person in the target pose, with the attention mask of each of the generator's blocks.

        `target` as for `render`. Raises Cancelled, and UsageError for a target without joints.
        """
        if not target.present.any():
            raise UsageError("The target pose has no joints", hint="Choose a pose, or draw one.")
        framing, wanted = self._with_room(self.fitted(target) if fit else target, draft=False)
        moved, source, shown, _ = self._condition(framing, wanted)
        check(cancel)
        picture, masks = self._painter.look(moved, source=source, target=shown)
        return InsideView(picture, wanted, masks)

    def before(self, made: RenderedPicture, *, background: Background) -> Picture:
        """The photo as a picture of it is framed, of that picture's size, to compare the two: uint8 [H, W, 3]."""
        if self._framed:
            return self.photo
        if background == "white":
            return self._cut_out(made.framing)
        if background == "photo":
            return self.photo if made.picture.shape == self.photo.shape else self._near
        return made.framing.for_resized(self._near_size).frame(self._near)

    def _with_room(self, target: Pose, *, draft: bool, beside: Sequence[Pose] = ()) -> tuple[Framing, Pose]:
        framing = self.framing
        if self._framed:
            return framing, target
        in_photo = framing.to_photo(target)
        # The same poses in the same order give the same framing to the last bit, whichever of them is painted.
        known = any(pose is target for pose in beside)
        for pose in beside if known else (*beside, target):
            framing = framing.with_room_for(_with_ends(self.framing.to_photo(pose)))
        if draft:
            framing = framing.at_size(DRAFT_SIZE)
        return framing, framing.to_frame(in_photo)

    def _condition(self, framing: Framing, target: Pose) -> tuple[Moved, Pose, Pose, str]:
        """The condition image for this pose, both poses as the generator is told them, and a word on what is a guess.

        It is turned to the side that the pose shows and moved into the pose, or as it is for the published generators.
        """
        source = framing.to_frame(self.pose)
        turn = turn_between(source, target) if self._painter.wants_moved else Turn()
        if self._framed:
            picture = self._behind() if turn.behind else self.photo
            share = self.mask.astype(np.float32)
        else:
            picture = self._cut_out(framing, behind=turn.behind)
            share = framing.for_resized(self._near_size).frame_mask(self._near_mask)
        if not self._painter.wants_moved:
            none = np.zeros(share.shape, np.float32)
            return Moved(picture, none, none.copy()), source, target, ""
        if turn.mirrored:
            picture, share, source = mirrored(picture, share, pose=source)
        return move_picture(picture, share, source=source, target=target), source, turn.shown(target), turn.note

    def _detail(self, painted: Picture, moved: Moved, *, framing: Framing, target: Pose) -> Detail | None:
        """What the photo shows finer than the frame; None where there is no more, or nothing was moved."""
        fine = None if self._framed or not self._painter.wants_moved else finer(framing)
        if fine is None:
            return None
        wanted = fine.to_frame(framing.to_photo(target))
        return detail_of(painted, moved, self._condition(fine, wanted)[0], framing=fine)

    def _without_person(self, *, near: bool) -> Picture:
        """The photo, or its smaller copy, with the person painted over; made when it is first needed."""
        near = near or self._near is self.photo
        if near not in self._empty:
            photo, mask = (self._near, self._near_mask) if near else (self.photo, self.mask)
            self._empty[near] = without_person(photo, mask)
        return self._empty[near]


def _resized(picture: Picture, ratio: float) -> Picture:
    if ratio == 1.0:
        return picture
    size = (max(1, round(picture.shape[1] * ratio)), max(1, round(picture.shape[0] * ratio)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _with_ends(pose: Pose) -> Pose:
    """The pose with its wrists as far out as finger tips reach and its nose nearly at the crown, for finding out how
    much room it needs."""
    points = pose.points.copy()
    for inner, outer, beyond in (
        (Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST, 0.6),
        (Joint.LEFT_ELBOW, Joint.LEFT_WRIST, 0.6),
        (Joint.NECK, Joint.NOSE, 0.6),
    ):
        if pose.has(inner, outer):
            points[outer] += beyond * (points[outer] - points[inner])
    return pose.with_points(points)


def _main_pose(estimate: Estimate | None) -> Pose:
    return estimate.people[0].pose if estimate is not None and estimate.people else Pose.empty()


def _require_person(pose: Pose) -> None:
    found = int(pose.present.sum())
    if found == 0:
        raise NoPersonError("No person was found in the photo", hint="Choose a photo that shows a person.")
    if found < FEWEST_JOINTS:
        raise NoPersonError(
            "Only {count} joints of a person were found, too few to move",
            hint="Use a photo that shows at least head and shoulders, or set the joints by hand.",
            count=found,
        )
