"""Measures a figure for clothes: which part each vertex belongs to, how far down arm or leg it lies, where hems go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from training.synthetic.body import Figure
from training.synthetic.geometry import Array, unit

TORSO: Final = 0
LEFT_ARM: Final = 1
RIGHT_ARM: Final = 2
LEFT_LEG: Final = 3
RIGHT_LEG: Final = 4
RADIUS: Final = np.array([0.16, 0.05, 0.075])
"""Metres per radian round torso, arm and leg, for patterns."""

_ARM_BONES: Final = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
_LEG_BONES: Final = ("upperleg", "lowerleg", "foot", "toe")


@dataclass(frozen=True)
class Measures:
    """What clothes are cut by, for N vertices of the rest shape; metres.

    `place` [N, 3]; `part` [N] (`TORSO`, ...); `arm` [N] distance from the shoulder along the arm and `leg` [N] from
    the hip along the leg (-0.2 elsewhere); `turns` [N, 3] angle round torso, arm and leg from the middle of the
    front; `hand` and `foot` [N] share of the vertex that moves with them,
    `limb` [N, 2] the share that moves with an arm and with a leg.
    """

    place: Array
    part: npt.NDArray[np.int64]
    arm: Array
    leg: Array
    turns: Array
    hand: Array
    foot: Array
    limb: Array


class Tailor:
    """One figure's measures."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.scale = figure.height / 1.7

    @cached_property
    def neck(self) -> Array:
        """[3] the base of the neck."""
        return self.figure.head("neck01")

    @cached_property
    def hip(self) -> float:
        """Height of the hip joints."""
        return float(self.figure.head("upperleg01.L")[2])

    @cached_property
    def waist(self) -> float:
        """Height of the narrow of the waist."""
        return float(self.figure.head("spine03")[2])

    @cached_property
    def arm_length(self) -> tuple[float, float]:
        """Shoulder to elbow and elbow to wrist."""
        shoulder, elbow, wrist = (self.figure.head(f"{n}.L") for n in ("upperarm01", "lowerarm01", "wrist"))
        return float(np.linalg.norm(elbow - shoulder)), float(np.linalg.norm(wrist - elbow))

    @cached_property
    def leg_length(self) -> tuple[float, float]:
        """Hip to knee and knee to ankle."""
        hip, knee, ankle = (self.figure.head(f"{n}.L") for n in ("upperleg01", "lowerleg01", "foot"))
        return float(np.linalg.norm(knee - hip)), float(np.linalg.norm(ankle - knee))

    def sleeve(self, share: float) -> float:
        """Metres down the arm for a share: 1 is the elbow, 2 the wrist."""
        upper, lower = self.arm_length
        return upper * min(share, 1.0) + lower * max(share - 1.0, 0.0)

    def leg(self, share: float) -> float:
        """Metres down the leg for a share: 1 is the knee, 2 the ankle."""
        upper, lower = self.leg_length
        return upper * min(share, 1.0) + lower * max(share - 1.0, 0.0)

    def measure(self, weights: Array, places: Array) -> Measures:
        """Measures for vertices with bone `weights` [N, B] at rest `places` [N, 3]."""
        body = self.figure.body
        left = np.array([bone.endswith(".L") for bone in body.bones])
        share = {
            name: weights @ np.array([bone.startswith(bones) for bone in body.bones], dtype=np.float64)
            for name, bones in (
                ("arm", _ARM_BONES), ("leg", _LEG_BONES), ("lower arm", ("lowerarm", "wrist", "finger", "metacarpal")),
                ("lower leg", ("lowerleg", "foot", "toe")), ("hand", ("wrist", "finger", "metacarpal")),
                ("foot", ("foot", "toe")),
            )
        }  # fmt: skip
        on_left = weights @ left > 0.5 * (weights @ np.array(["." in bone for bone in body.bones]))
        on_left = np.where(np.abs(places[:, 0]) > 0.01, places[:, 0] > 0, on_left)
        part = np.full(len(places), TORSO)
        part[(share["arm"] > 0.5) & on_left] = LEFT_ARM
        part[(share["arm"] > 0.5) & ~on_left] = RIGHT_ARM
        part[(share["leg"] > 0.5) & on_left] = LEFT_LEG
        part[(share["leg"] > 0.5) & ~on_left] = RIGHT_LEG
        arm, around_arm = self._limb(places, on_left, share["lower arm"], ("upperarm01", "lowerarm01", "wrist"))
        leg, around_leg = self._limb(places, on_left, share["lower leg"], ("upperleg01", "lowerleg01", "foot"))
        arm = np.where(share["arm"] > 0.02, arm, -0.2)
        leg = np.where(share["leg"] > 0.02, leg, -0.2)
        around = np.arctan2(places[:, 0], -(places[:, 1] - 0.01))
        turns = np.stack([around, around_arm, around_leg], axis=1)
        limb = np.stack([share["arm"], share["leg"]], axis=1)
        return Measures(places, part, arm, leg, turns, share["hand"], share["foot"], limb)

    def _limb(
        self, places: Array, on_left: npt.NDArray[np.bool_], lower: Array, bones: tuple[str, str, str]
    ) -> tuple[Array, Array]:
        """[N] metres along a limb and [N] angle round it."""
        along, angle = np.zeros(len(places)), np.zeros(len(places))
        for side, chosen in (("L", on_left), ("R", ~on_left)):
            start, middle, end = (self.figure.head(f"{bone}.{side}") for bone in bones)
            first, second = unit(middle - start), unit(end - middle)
            upper_way = (places - start) @ first
            lower_way = float(np.linalg.norm(middle - start)) + (places - middle) @ second
            here = upper_way * (1 - lower) + lower_way * lower
            axis = np.where((lower > 0.5)[:, None], second, first)
            origin = np.where((lower > 0.5)[:, None], middle, start)
            local = places - origin
            local = local - axis * (local * axis).sum(axis=1, keepdims=True)
            front = np.array([0.0, -1.0, 0.0]) - axis * axis[:, 1:2] * -1.0
            side_way = np.cross(axis, front)
            turned = np.arctan2((local * side_way).sum(axis=1), (local * front).sum(axis=1))
            along = np.where(chosen, here, along)
            angle = np.where(chosen, turned, angle)
        return along, angle
