"""The pose presets: names, tags and how the body stands in each, seen from where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from training.synthetic.poses import Arm, BodyPose, Leg


@dataclass(frozen=True)
class Preset:
    """A pose worth keeping: `azimuth` is the camera's, 0 in front of the person and 90 on the left."""

    name: str
    title: str
    tags: tuple[str, ...]
    pose: BodyPose
    azimuth: float = 0.0
    demo: bool = False


_DOWN = Arm(upper=(0.20, -0.04, -1.0), fore=(0.10, 0.14, -1.0))
_DOWN_SOFT = Arm(upper=(0.24, -0.10, -1.0), fore=(0.08, 0.28, -1.0), curl=0.3)
ON_HIP = Arm(
    reach=("hip", (0.105, 0.05, 0.125)),
    pole=(1.0, -0.42, 0.0),
    hand=(-0.62, 0.62, -0.5),
    palm=(-0.75, -0.55, 0.0),
    curl=0.18,
)
_IN_POCKET = Arm(
    reach=("hip", (0.125, 0.075, 0.045)),
    pole=(0.7, -1.0, 0.0),
    hand=(-0.1, 0.14, -1.0),
    palm=(-1.0, -0.1, 0.0),
    curl=0.3,
)
_FREE = Leg(foot=(0.17, 0.06), toes_out=22.0)
_BEARS = Leg(foot=(0.055, 0.0), toes_out=10.0)

_STAND = BodyPose(left_arm=_DOWN, right_arm=_DOWN, left_leg=Leg(foot=(0.095, 0.0)), right_leg=Leg(foot=(0.095, 0.0)))
_RELAXED = BodyPose(
    left_arm=_DOWN_SOFT,
    right_arm=_DOWN,
    left_leg=_FREE,
    right_leg=_BEARS,
    hips_side=-4.0,
    side=-3.5,
    shift=(-0.035, 0.0),
    head_side=2.0,
)
_WALK = BodyPose(
    left_arm=Arm(upper=(0.16, -0.42, -1.0), fore=(0.06, 0.02, -1.0)),
    right_arm=Arm(upper=(0.16, 0.26, -1.0), fore=(0.02, 0.75, -1.0)),
    left_leg=Leg(foot=(0.05, 0.27), toes_out=4.0, heel=-12.0),
    right_leg=Leg(foot=(0.06, -0.42), toes_out=6.0, heel=32.0),
    hips_twist=-7.0,
    twist=11.0,
    turn=-4.0,
    bend=2.0,
    straight=0.985,
)
_ARMS_UP = Arm(upper=(0.85, 0.12, 1.0), fore=(-0.12, 0.22, 1.0), palm=(0.0, 1.0, 0.0), curl=0.15)
_CROSSED_OVER = Arm(
    reach=("chest", (-0.015, 0.285, -0.085)),
    pole=(0.75, -0.05, -1.0),
    hand=(-1.0, 0.05, 0.35),
    palm=(0.1, -1.0, 0.0),
    curl=0.25,
)
_CROSSED_UNDER = Arm(
    reach=("chest", (-0.03, 0.215, -0.125)),
    pole=(0.75, -0.05, -1.0),
    hand=(-1.0, -0.15, 0.1),
    palm=(0.1, -1.0, 0.0),
    curl=0.25,
)
_SEATED = BodyPose(
    left_arm=Arm(upper=(0.16, 0.28, -1.0), fore=(-0.16, 1.0, -0.30), palm=(0.0, 0.0, -1.0), curl=0.2),
    right_arm=Arm(upper=(0.16, 0.28, -1.0), fore=(-0.16, 1.0, -0.30), palm=(0.0, 0.0, -1.0), curl=0.2),
    left_leg=Leg(thigh=(0.14, 1.0, -0.06), shin=(0.02, 0.04, -1.0)),
    right_leg=Leg(thigh=(0.14, 1.0, -0.06), shin=(0.02, 0.04, -1.0)),
    bend=3.0,
    nod=2.0,
)

PRESETS: Final[tuple[Preset, ...]] = (
    Preset("front", "Front, arms down", ("front", "standing"), _STAND, demo=True),
    Preset("relaxed", "Front, at ease", ("front", "standing"), _RELAXED),
    Preset(
        "hands-on-hips",
        "Hands on hips",
        ("front", "standing", "arms"),
        replace(_RELAXED, left_arm=ON_HIP, right_arm=ON_HIP, side=-2.0, head_side=0.0),
        demo=True,
    ),
    Preset(
        "hand-on-hip",
        "One hand on hip",
        ("front", "standing", "arms"),
        replace(_RELAXED, right_arm=ON_HIP, turn=6.0),
        azimuth=-6.0,
    ),
    Preset(
        "hand-in-pocket",
        "One hand in pocket",
        ("front", "standing", "arms"),
        replace(_RELAXED.mirrored(), right_arm=_IN_POCKET, turn=-5.0),
        azimuth=8.0,
    ),
    Preset(
        "hands-in-pockets",
        "Hands in pockets",
        ("front", "standing", "arms"),
        replace(
            _STAND,
            left_arm=_IN_POCKET,
            right_arm=_IN_POCKET,
            left_leg=Leg(foot=(0.13, 0.03), toes_out=16.0),
            right_leg=Leg(foot=(0.12, 0.0), toes_out=14.0),
        ),
    ),
    Preset(
        "arms-crossed",
        "Arms crossed",
        ("front", "standing", "arms"),
        replace(_RELAXED, left_arm=_CROSSED_UNDER, right_arm=_CROSSED_OVER, head_side=0.0, side=-1.5),
    ),
    Preset(
        "arms-raised",
        "Arms raised",
        ("front", "standing", "arms up"),
        replace(
            _STAND,
            left_arm=_ARMS_UP,
            right_arm=replace(_ARMS_UP, upper=(0.95, 0.08, 1.0)),
            left_leg=Leg(foot=(0.13, 0.02), toes_out=14.0),
            right_leg=Leg(foot=(0.11, 0.0), toes_out=12.0),
        ),
    ),
    Preset(
        "hands-behind-head",
        "Hands behind the head",
        ("front", "standing", "arms up"),
        replace(
            _RELAXED,
            left_arm=Arm(
                reach=("head", (0.105, -0.13, 0.045)),
                pole=(1.0, 0.1, 0.35),
                hand=(-1.0, -0.45, 0.15),
                palm=(-0.2, 1.0, 0.0),
                curl=0.25,
            ),
            right_arm=Arm(
                reach=("head", (0.105, -0.13, 0.045)),
                pole=(1.0, 0.1, 0.35),
                hand=(-1.0, -0.45, 0.15),
                palm=(-0.2, 1.0, 0.0),
                curl=0.25,
            ),
        ),
    ),
    Preset(
        "waving",
        "Waving",
        ("front", "standing", "arms up"),
        replace(
            _RELAXED, right_arm=Arm(upper=(1.0, 0.25, -0.12), fore=(0.32, 0.30, 1.0), palm=(0.1, 1.0, 0.0), curl=0.1)
        ),
    ),
    Preset(
        "arms-out",
        "Arms spread",
        ("front", "standing", "arms"),
        replace(
            _STAND,
            left_arm=Arm(upper=(1.0, 0.10, -0.80), fore=(0.85, 0.50, -0.42), palm=(0.1, 1.0, 0.2)),
            right_arm=Arm(upper=(1.0, 0.10, -0.80), fore=(0.85, 0.50, -0.42), palm=(0.1, 1.0, 0.2)),
        ),
        demo=True,
    ),
    Preset("walking", "Walking towards you", ("front", "walking"), _WALK, azimuth=10.0),
    Preset("walking-side", "Walking, from the side", ("side", "walking"), _WALK.mirrored(), azimuth=-78.0),
    Preset(
        "three-quarter-left",
        "Three-quarter, facing left",
        ("three-quarter", "standing"),
        replace(_RELAXED, turn=-8.0),
        azimuth=42.0,
    ),
    Preset(
        "three-quarter-right",
        "Three-quarter, facing right",
        ("three-quarter", "standing"),
        replace(_RELAXED.mirrored(), turn=8.0, left_arm=ON_HIP),
        azimuth=-42.0,
        demo=True,
    ),
    Preset(
        "side-left",
        "Side, facing left",
        ("side", "standing"),
        replace(_STAND, left_arm=_DOWN_SOFT, left_leg=Leg(foot=(0.09, 0.05)), right_leg=Leg(foot=(0.09, -0.06))),
        azimuth=88.0,
    ),
    Preset(
        "side-right",
        "Side, facing right",
        ("side", "standing"),
        replace(_STAND, right_arm=_IN_POCKET, right_leg=Leg(foot=(0.09, -0.04)), left_leg=Leg(foot=(0.09, 0.10))),
        azimuth=-86.0,
    ),
    Preset("back", "Back", ("back", "standing"), _STAND, azimuth=180.0),
    Preset(
        "back-hand-on-hip",
        "Back, one hand on hip",
        ("back", "standing", "arms"),
        replace(_RELAXED, left_arm=ON_HIP),
        azimuth=172.0,
    ),
    Preset(
        "back-three-quarter",
        "Back three-quarter, looking over the shoulder",
        ("back", "three-quarter", "standing"),
        replace(_RELAXED, turn=38.0, twist=8.0),
        azimuth=142.0,
    ),
    Preset("seated", "Sitting", ("front", "sitting"), _SEATED, azimuth=14.0),
    Preset(
        "seated-side",
        "Sitting, three-quarter",
        ("three-quarter", "sitting"),
        replace(
            _SEATED,
            bend=14.0,
            nod=-6.0,
            left_leg=Leg(thigh=(0.12, 1.0, -0.06), shin=(0.0, 0.30, -1.0)),
            right_leg=Leg(thigh=(0.12, 1.0, -0.06), shin=(0.0, -0.16, -1.0)),
        ),
        azimuth=52.0,
    ),
    Preset(
        "leaning",
        "Leaning to one side",
        ("front", "standing"),
        replace(
            _RELAXED,
            hips_side=-9.0,
            side=-15.0,
            shift=(-0.06, 0.0),
            head_side=-4.0,
            right_arm=ON_HIP,
            left_arm=Arm(upper=(0.32, 0.05, -1.0), fore=(0.15, 0.2, -1.0)),
            left_leg=Leg(foot=(0.24, 0.05), toes_out=26.0),
        ),
        azimuth=-10.0,
    ),
    Preset(
        "hand-to-hair",
        "Hand to the hair",
        ("three-quarter", "standing", "arms up"),
        replace(
            _RELAXED,
            left_arm=Arm(
                reach=("head", (0.125, 0.0, 0.075)),
                pole=(1.0, 0.35, -0.1),
                hand=(-0.75, -0.2, 0.75),
                palm=(-0.8, 0.1, -0.55),
                curl=0.3,
            ),
            turn=-6.0,
            head_side=4.0,
        ),
        azimuth=22.0,
    ),
)
"""In gallery order; exactly four are the demo's."""
