"""Moving a photo's own pixels along its skeleton, limb by limb, into another pose.

Body and arms are layers of a paper doll.  Within a layer, every target pixel blends the rigid moves of the parts near
it and looks up where it comes from; it may take a pixel only from the part that it goes to or from that part's
neighbour.  Arms are laid over the body, or under it where the target pose hides them.  What the photo never showed,
because an arm lay before it or because it was cut off, is a hole: filled with the colours round it, and told apart in
a map of holes for a generator to paint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.body_parts import (
    ARMS,
    BODY,
    LEGS,
    TWIN,
    Part,
    body_height,
    complete,
    cut,
    shift,
)
from engine.fitting import body_scale
from engine.limb_order import arms_behind, hem, legs_apart
from engine.pixel_maps import (
    Bools,
    Bytes,
    Floats,
    as_share,
    continued,
    enclosed,
    least,
    resized,
    sample,
    sample_numbers,
    sample_sharply,
    smeared,
    soft,
    spread_colours,
    within,
    without_crumbs,
)
from engine.skeleton import Pose

_ROWS: Final = 128
_WHITE: Final = np.float32(255)
_SHARPNESS: Final = 6.0
_RIM: Final = 0.8
"""A target pixel nearer to a bone than this share of the part's radius is the person's, whatever the photo had."""
_UNDER_ARMS: Final = 0.3
"""The same where an arm lay before the body: arms mostly lie beside it, so little is taken for body."""
_NOTCH: Final = 21
"""Gaps in the body's outline, narrower than this many of about 128 rows, are filled where an arm lay before it."""
_BESIDE: Final = 1.8
"""They are filled no farther from the bones than this, over the part's radius."""
_REACH: Final = 2.2
"""An arm's pixels lie within this many radii of its bones: wide sleeves and hands with what they hold."""


@dataclass(frozen=True)
class Moved:
    """A moved photo."""

    picture: Bytes
    """[H, W, 3] RGB on white."""
    holes: Floats
    """[H, W] in 0..1: 1 where the photo had nothing to show and colours are a guess."""
    mask: Floats
    """[H, W] in 0..1: where the moved person is, holes included."""


def move_picture(
    picture: Bytes,
    mask: npt.NDArray[np.bool_] | npt.NDArray[np.uint8] | Floats,
    *,
    source: Pose,
    target: Pose,
    holes: Floats | None = None,
) -> Moved:
    """Move the person of `picture` from pose `source` to pose `target`, on white.

    :param picture: [H, W, 3] RGB, 0..255, the person cut out on white.
    :param mask: [H, W] the person: bool, or bytes 0..255, or numbers 0..1.
    :param source: the person's joints in the picture's pixels.
    :param target: the joints to move to, in pixels of the result, which has the picture's size.
    :param holes: [H, W] in 0..1, where the picture itself is a guess; such places stay holes when they are moved.
    :raises ValueError: when the sizes do not match.
    """
    size = picture.shape[:2]
    if picture.ndim != 3 or picture.shape[2] != 3 or mask.shape != size or (holes is not None and holes.shape != size):
        raise ValueError(f"picture {picture.shape}, mask {mask.shape} and holes must have one size and three colours")
    return _Mover(size, source=source, target=target).move(picture, as_share(mask), holes)


@dataclass(frozen=True)
class _Layer:
    """Body or one arm at the target, on the coarse grid: where its pixels come from and which may be taken."""

    map_x: Floats
    map_y: Floats
    allowed: Floats
    """0..1: whether the place that the map points to belongs to this layer."""
    missing: Floats
    """0..1: the layer should be here, but the photo has nothing for it."""


@dataclass(frozen=True)
class _Shares:
    """The photo's pixels shared out among the parts, on the coarse grid."""

    mask: Floats
    body_of: Bytes
    """Number (within BODY) of the body part nearest to each place."""
    arms: list[Floats]
    """0..1 for the right and the left arm: what is the arm's."""
    legs: list[Floats]
    """The same for the legs."""
    hem: float
    """How far down the legs cloth hangs free between them: 0 at the hips, 1 at the knees, 2 at the ankles."""


class _Mover:
    """Both poses cut into parts, and the steps from one to the other.

    Distances and moves are smooth, so they are worked out on a grid of about 128 rows and enlarged.
    """

    def __init__(self, size: tuple[int, int], *, source: Pose, target: Pose) -> None:
        self.size = size
        scale = body_scale(source, target=target)
        # Only the torso may be guessed in a photo: limbs that it does not show have no pixels.
        source = complete(source, like=target, limbs=False)
        target = complete(target, like=source)
        height = body_height(source, default=0.9 * size[0])
        self.source = cut(source, height=height)
        self.target = cut(target, height=height / scale)
        self.scale = scale
        self.stride = max(1, round(size[0] / _ROWS))
        self.grid = (-(-size[0] // self.stride), -(-size[1] // self.stride))
        middle = (self.stride - 1) / 2
        self.x = (np.arange(self.grid[1], dtype=np.float32) * self.stride + middle)[None, :]
        self.y = (np.arange(self.grid[0], dtype=np.float32) * self.stride + middle)[:, None]
        self.givers = self._givers()
        self.behind = arms_behind(target, self.target)

    def _givers(self) -> dict[Part, Part]:
        """Which part of the photo fills each part of the target: itself, or its twin where the photo hides it."""
        givers: dict[Part, Part] = {}
        for part in self.target.pieces:
            twin = TWIN.get(part)
            # An arm that is hidden lies behind the body; a leg lies behind cloth, which is what is wanted of it.
            behind = part in self.source.hidden and part in ARMS[0] + ARMS[1]
            own = part in self.source.pieces and not behind
            if not own and twin is not None and twin in self.source.pieces and twin not in self.source.hidden:
                givers[part] = twin
            elif part in self.source.pieces:
                givers[part] = part
        return givers

    def move(self, picture: Bytes, mask: Floats, holes: Floats | None) -> Moved:
        """The whole way: share the photo out, build the layers, lay them over each other."""
        if not self.givers:
            empty = np.zeros(self.size, np.float32)
            return Moved(np.full_like(picture, 255), empty, empty.copy())
        shares = self._share_out(mask, picture)
        there = self.target.distances(self.x, self.y)
        legs = [self._limb_layer(leg, there, shares, shares.legs) for leg in self._crossed_legs()]
        under = [leg for leg in legs if leg is not None]
        layers = [*under, self._body_layer(there, shares, under=under)]
        for side, arm in enumerate(ARMS):
            layer = self._limb_layer(arm, there, shares, shares.arms)
            if layer is not None:
                layers.insert(0 if self.behind[side] else len(layers), layer)
        extra = mask if holes is None else np.dstack([mask, holes])
        result = np.full((*self.size, 3), _WHITE, np.float32)
        gone = np.zeros(self.size, np.float32)
        person = np.zeros(self.size, np.float32)
        for layer in layers:
            map_x, map_y = self._enlarge(layer.map_x), self._enlarge(layer.map_y)
            found = sample(extra, map_x, map_y)
            whole = found if holes is None else found[..., 0]
            # Half allowed is the border: make it as sharp as the picture's own edges.
            allowed, missing = self._enlarge(layer.allowed), self._enlarge(layer.missing)
            taken = np.clip(allowed * 3 - 1, 0, 1)
            known = whole * taken
            lost = np.clip(missing * 3 - 1, 0, 1) * (1 - known)
            # Where what is known ends at a hole both are slopes: together they must leave no white between them.
            seam = np.clip((allowed + missing) * 3 - 1, 0, 1) - taken
            lost = np.maximum(lost, seam * np.minimum(missing * 10, 1))
            rgb = sample_sharply(picture, map_x, map_y)
            # The photo's edges are mixed with white already: take the white out again, not in a second time.
            rgb -= _WHITE * (1 - whole[..., None])
            rgb *= taken[..., None]
            if lost.max() > 0.02:
                rgb += lost[..., None] * continued(rgb, known, holes=lost, inside=whole)
            amount = np.minimum(known + lost, 1.0)
            result *= 1 - amount[..., None]
            result += rgb
            guessed = lost if holes is None else np.maximum(lost, known * found[..., 1])
            # A layer's known pixels end the holes of those below it.
            gone += amount * (np.minimum(guessed / np.maximum(amount, 1e-3), 1.0) - gone)
            person = np.maximum(person, amount)
        return Moved(np.clip(np.rint(result), 0, 255).astype(np.uint8), gone, person)

    def _enlarge(self, values: Floats) -> Floats:
        if self.stride == 1:
            return values
        large = resized(values, (self.grid[0] * self.stride, self.grid[1] * self.stride), smaller=False)
        return np.ascontiguousarray(large[: self.size[0], : self.size[1]])

    def _share_out(self, mask: Floats, picture: Bytes) -> _Shares:
        """Share the photo's pixels out: each place's nearest body part, and each arm's claim."""
        coarse = resized(mask, self.grid, smaller=True) if self.stride > 1 else mask
        colours = resized(picture.astype(np.float32), self.grid, smaller=True)
        near = self.source.distances(self.x, self.y)
        far = np.full(self.grid, 99.0, np.float32)
        body_far, body_of = least([near.get(part, far) for part in BODY])
        reach = [np.minimum(*(near.get(part, far) for part in arm)) for arm in ARMS]
        claims = []
        for side, arm in enumerate(ARMS):
            own, other = reach[side], reach[1 - side]
            claim = (own < body_far) & (own < _REACH)
            if not all(part in self.source.hidden for part in arm):
                claim |= own < 1.0
            claim &= own <= other
            if claim.any():
                claim &= ~_coloured_as_body(colours, coarse, arm=own, arms=np.minimum(own, other))
            claims.append(claim.astype(np.float32))
        free = 1 - np.maximum(*claims)
        legs = [((body_of == thigh) | (body_of == shin)) * free for thigh, shin in LEGS]
        return _Shares(coarse, body_of, claims, legs, hem(mask, self.source))

    def _at_source(self, values: Floats, map_x: Floats, map_y: Floats) -> Floats:
        """Look values of the coarse grid up at places in the photo's pixels."""
        s = np.float32(self.stride)
        return sample(values, (map_x + 0.5) / s - 0.5, (map_y + 0.5) / s - 0.5)

    def _sources(
        self, parts: Sequence[Part], there: dict[Part, Floats], softness: Floats | None = None
    ) -> tuple[Floats, Floats, Bytes]:
        """Blend the parts' moves: source x, source y and the number (within `parts`) of the nearest part."""
        pulls = [there[part] * np.abs(there[part]) for part in parts]
        best, nearest = least(pulls)
        sharp = np.float32(-_SHARPNESS) if softness is None else np.float32(-_SHARPNESS) / softness
        map_x, map_y, total = (np.zeros(self.grid, np.float32) for _ in range(3))
        for part, pull in zip(parts, pulls, strict=True):
            move = shift(part, target=self.target, source=self.source, source_part=self.givers[part], scale=self.scale)
            x, y = move.sources(self.x, self.y)
            weight = np.exp(sharp * (pull - best))
            map_x += weight * x
            map_y += weight * y
            total += weight
        return map_x / total, map_y / total, nearest

    def _crossed_legs(self) -> list[tuple[Part, Part]]:
        """The legs, the farther one first, when they cross or cover each other in the target; else none."""
        if not all(part in self.target.pieces and part in self.source.pieces for leg in LEGS for part in leg):
            return []
        (before, was), (after, crossed) = legs_apart(self.source), legs_apart(self.target)
        if crossed != was or (not was and after < min(1.2, 0.6 * before)):
            low = [max(self.target.pieces[part].end[1] for part in leg) for leg in LEGS]
            return list(LEGS) if low[1] > low[0] else list(LEGS)[::-1]
        return []

    def _body_layer(self, there: dict[Part, Floats], shares: _Shares, *, under: list[_Layer]) -> _Layer:
        parts = [part for part in BODY if part in self.givers]
        rim, _ = least([there[part] for part in BODY if part in there] or [np.full(self.grid, 9.0, np.float32)])
        if not parts:
            return self._nothing(rim)
        skirt = self._skirt(there, shares.hem)
        map_x, map_y, nearest = self._sources(parts, there, 1.0 + 3.0 * skirt * np.maximum(rim, 0.0))
        inside = within(map_x, map_y, self.size)
        covered = np.maximum(*shares.arms)
        found = self._at_source(np.dstack([shares.mask, covered]), map_x, map_y)
        s = np.float32(self.stride)
        label = sample_numbers(shares.body_of, (map_x + 0.5) / s - 0.5, (map_y + 0.5) / s - 0.5)
        kin = _kin(parts, self.givers, skirt=False)[nearest, label]
        kin &= ~self._past_the_knee(parts, nearest, label)
        kin |= (skirt > 0.5) & _kin(parts, self.givers, skirt=True)[nearest, label]
        # Parts that only the target has: their pixels may not be taken from elsewhere.
        absent = [there[part] for part in BODY if part in there and part not in self.givers]
        unknown = np.zeros(self.grid, bool)
        if absent:
            beyond, _ = least(absent)
            here, _ = least([there[part] for part in parts])
            kin &= ~((beyond < here) & (here > 0.5))
            unknown = (beyond < here) & (beyond < _RIM)
        fan = smeared(map_x, map_y, stride=self.stride, scale=self.scale) & (rim > 0.9)
        allowed = inside & kin & ~fan & (found[..., 1] < 0.5)
        person = found[..., 0] > 0.5
        missing = unknown | (rim < _RIM) & (~inside | (person & ~kin))
        missing |= person & inside & (found[..., 1] > 0.1) & (rim < _UNDER_ARMS)
        missing |= person & fan & (skirt > 0.5)
        for leg in under:
            missing &= leg.allowed < 0.5
        clean = without_crumbs(allowed, drawn=allowed & person)
        missing |= person & ~clean & enclosed(clean & person | missing)
        # A notch that an arm, a hand or a bag in it has left in the body's outline.
        drawn = (clean & person | missing).astype(np.uint8)
        whole = cv2.morphologyEx(drawn, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_NOTCH, _NOTCH)))
        missing |= (whole > 0) & person & ~clean & inside & (found[..., 1] > 0.1) & (rim < _BESIDE)
        return _Layer(map_x, map_y, soft(clean), soft(missing))

    def _past_the_knee(self, parts: Sequence[Part], nearest: Bytes, label: Bytes) -> Bools:
        """Where a thigh would show a shin's pixels, or a shin a thigh's, away from the knee that they share."""
        past = np.zeros(self.grid, bool)
        for thigh, shin in LEGS:
            if thigh in parts and shin in parts:
                knee = self.target.pieces[shin]
                here = nearest == parts.index(thigh), nearest == parts.index(shin)
                there = label == BODY.index(self.givers[thigh]), label == BODY.index(self.givers[shin])
                away = np.hypot(self.x - knee.start[0], self.y - knee.start[1]) > 2.4 * knee.radius
                past |= away & ((here[0] & there[1]) | (here[1] & there[0]))
        return past

    def _nothing(self, rim: Floats) -> _Layer:
        """A layer that the target has and the photo has not."""
        none = np.zeros(self.grid, np.float32)
        return _Layer(none - 9, none - 9, none, soft(rim < _RIM))

    def _skirt(self, there: dict[Part, Floats], hem: float) -> Floats:
        """[grid] 1 where the target's pixels hang between the two legs' bones above the hem, else 0."""
        nothing = np.zeros(self.grid, np.float32)
        if hem <= 0 or not all(part in there and part in self.givers for leg in LEGS for part in leg[:1]):
            return nothing
        above, sides = np.zeros(self.grid, bool), []
        near = [least([there[part] for part in leg if part in there and part in self.givers]) for leg in LEGS]
        for leg, (_, nearest) in zip(LEGS, near, strict=True):
            level, side = nothing.copy(), nothing.copy()
            for number, part in enumerate(part for part in leg if part in there and part in self.givers):
                piece = self.target.pieces[part]
                axis = piece.axis.astype(np.float32)
                x, y = self.x - np.float32(piece.start[0]), self.y - np.float32(piece.start[1])
                along = (x * axis[0] + y * axis[1]) / np.float32(max(piece.length, 1.0))
                np.copyto(level, along + np.float32(part is leg[1]), where=nearest == number)
                np.copyto(side, y * axis[0] - x * axis[1], where=nearest == number)
            above |= level < hem
            sides.append(side)
        return (above & (sides[0] * sides[1] < 0)).astype(np.float32)

    def _limb_layer(
        self, limb: tuple[Part, Part], there: dict[Part, Floats], shares: _Shares, claims: list[Floats]
    ) -> _Layer | None:
        """An arm or a leg by itself; `claims` are those of right and left limb."""
        wanted = [part for part in limb if part in there]
        if not wanted:
            return None
        rim, _ = least([there[part] for part in wanted])
        parts = [part for part in wanted if part in self.givers]
        if not parts:
            return self._nothing(rim)
        map_x, map_y, nearest = self._sources(parts, there)
        found = self._at_source(np.dstack([shares.mask, *claims]), map_x, map_y)
        sides = np.array([0 if self.givers[part].name.startswith("RIGHT") else 1 for part in parts])[nearest]
        claim = np.where(sides == 0, found[..., 1], found[..., 2])
        inside = within(map_x, map_y, self.size)
        kin = rim < _REACH
        if len(parts) == 2:
            # Both halves share the elbow or knee only: a bent limb must not leave a ghost beside a straight one.
            ends = [self.source.distance_of(self.givers[part], map_x, map_y) for part in parts]
            own, other = np.where(nearest == 0, ends[0], ends[1]), np.where(nearest == 0, ends[1], ends[0])
            far = self.target.pieces[parts[1]]
            near_joint = np.hypot(self.x - far.start[0], self.y - far.start[1]) < 2.0 * far.radius
            kin &= (own <= other + 0.15) | near_joint
        fan = smeared(map_x, map_y, stride=self.stride, scale=self.scale) & (rim > 0.9)
        allowed = inside & kin & ~fan & (claim > 0.5)
        person = found[..., 0] > 0.5
        missing = (rim < _RIM) & (~inside | (person & ~allowed))
        return _Layer(map_x, map_y, soft(without_crumbs(allowed, drawn=allowed & person)), soft(missing))


def _coloured_as_body(colours: Floats, mask: Floats, *, arm: Floats, arms: Floats) -> Bools:
    """Where cloth at an arm's rim has the colours of the body beside it rather than those along the arm's bones.

    `arm` and `arms` are the distances from this arm and from the nearer of both, over their radius.
    """
    # At the person's outline colours are mixed with white and say nothing.
    known = cv2.erode(mask, np.ones((5, 5), np.uint8)) > 0.9
    core, body = known & (arm < 0.7), known & (arms > _REACH)
    if core.sum() < 8 or body.sum() < 8:
        return np.zeros(mask.shape, bool)
    gaps = []
    for share in (core.astype(np.float32), body.astype(np.float32)):
        near = spread_colours(colours * share[..., None], share)
        gaps.append(np.abs(colours - near).sum(axis=2))
    return np.asarray(known & (arm > 0.9) & (gaps[0] > gaps[1] + 24.0))


def _kin(parts: Sequence[Part], givers: dict[Part, Part], *, skirt: bool) -> Bools:
    """[target part, source part] whether a body pixel may go there; rows follow `parts`, columns BODY."""
    beside = {
        Part.HEAD: {Part.TORSO},
        Part.TORSO: {Part.HEAD, Part.RIGHT_THIGH, Part.LEFT_THIGH},
        Part.RIGHT_THIGH: {Part.TORSO, Part.RIGHT_SHIN},
        Part.LEFT_THIGH: {Part.TORSO, Part.LEFT_SHIN},
        Part.RIGHT_SHIN: {Part.RIGHT_THIGH},
        Part.LEFT_SHIN: {Part.LEFT_THIGH},
    }
    legs = LEGS[0] + LEGS[1]
    table = np.zeros((len(parts), len(BODY)), bool)
    for row, part in enumerate(parts):
        giver = givers[part]
        for column, other in enumerate(BODY):
            table[row, column] = other is giver or other in beside[giver] or (skirt and giver in legs and other in legs)
    return table
