"""What a pose is, in a person's own terms (limbs' directions, reaches and steps), apart from any one body."""

from __future__ import annotations

from dataclasses import dataclass, replace

Direction = tuple[float, float, float]
"""(out, forward, up): away from the body's middle on that side, to where the person faces, and upwards."""


@dataclass(frozen=True)
class Arm:
    """An arm, by the directions of its parts seen from the chest, or by where its wrist reaches.

    `reach` names a place ("hip", "head", "chest") and an offset from it in metres (for a person of 1.7 m); `pole`
    then says where the elbow points. `palm` is the direction that the palm faces, None for at ease; `hand` the
    direction of the hand, None for along the forearm; `curl` how far the fingers close, 0..1.
    """

    upper: Direction = (0.22, -0.04, -1.0)
    fore: Direction = (0.10, 0.22, -1.0)
    reach: tuple[str, Direction] | None = None
    pole: Direction = (0.8, -0.6, 0.0)
    palm: Direction | None = None
    hand: Direction | None = None
    curl: float = 0.25


@dataclass(frozen=True)
class Leg:
    """A leg, by where its foot stands, or by the directions of its parts seen from the pelvis.

    `foot` is (out, forward) of the ankle from the middle of the body on the floor, metres for a person of 1.7 m;
    `toes_out` and `heel` are degrees, `lift` the foot's height over the floor in metres. `thigh` and `shin`, where
    given, take the place of `foot`. `pole` says where the knee points, from the pelvis.
    """

    foot: tuple[float, float] = (0.10, 0.0)
    toes_out: float = 8.0
    heel: float = 0.0
    lift: float = 0.0
    thigh: Direction | None = None
    shin: Direction | None = None
    pole: Direction = (0.12, 1.0, 0.0)


@dataclass(frozen=True)
class BodyPose:
    """A whole pose; angles in degrees.

    Positive `bend` and `nod` lean forward, positive `side` leans to the person's left, positive `twist` and `turn`
    turn to the person's left. `hips_side` raises the left hip, `shift` moves the pelvis (left, forward) in metres.
    `straight` is how far the standing leg is stretched.
    """

    left_arm: Arm = Arm()
    right_arm: Arm = Arm()
    left_leg: Leg = Leg()
    right_leg: Leg = Leg()
    bend: float = 0.0
    side: float = 0.0
    twist: float = 0.0
    hips_bend: float = 0.0
    hips_side: float = 0.0
    hips_twist: float = 0.0
    nod: float = 0.0
    head_side: float = 0.0
    turn: float = 0.0
    shift: tuple[float, float] = (0.0, 0.0)
    straight: float = 0.992

    def mirrored(self) -> BodyPose:
        """The same pose with left and right exchanged."""
        return replace(
            self,
            left_arm=self.right_arm,
            right_arm=self.left_arm,
            left_leg=self.right_leg,
            right_leg=self.left_leg,
            side=-self.side,
            twist=-self.twist,
            hips_side=-self.hips_side,
            hips_twist=-self.hips_twist,
            head_side=-self.head_side,
            turn=-self.turn,
            shift=(-self.shift[0], self.shift[1]),
        )
