"""Draws poses by lot within human limits, and turns down those in which limbs run through the body."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from training.synthetic.body import GROUPS, Figure
from training.synthetic.geometry import Array
from training.synthetic.poses import Arm, BodyPose, Direction, Leg
from training.synthetic.rig import BonePose, pose_bones

Rng = np.random.Generator

ARMS: Final[dict[str, float]] = {
    "down": 0.20, "loose": 0.14, "free": 0.20, "hip": 0.08, "pocket": 0.07, "raised": 0.06, "bent": 0.10,
    "face": 0.04, "head": 0.03, "behind": 0.04, "out": 0.04,
}  # fmt: skip
STANCES: Final[dict[str, float]] = {
    "stand": 0.20, "ease": 0.27, "walk": 0.20, "wide": 0.08, "crossed": 0.04, "step": 0.06, "sit": 0.09, "lifted": 0.03,
    "squat": 0.03,
}  # fmt: skip


def draw_pose(solid: Solid, rng: Rng, *, tries: int = 14) -> tuple[BodyPose, BonePose, str]:
    """A pose for a figure, its bones, and what kind it is."""
    figure = solid.figure
    kind = "stand"
    stance = _choose(STANCES, rng)  # chosen once: poses that are turned down do not change the shares
    for _ in range(tries):
        kind, pose = _propose(stance, rng)
        bones = pose_bones(figure, pose)
        if solid.clear(bones):
            return pose, bones, kind
    pose = BodyPose()
    return pose, pose_bones(figure, pose), "stand"


# ---------------------------------------------------------------------- proposals


def _propose(stance: str, rng: Rng) -> tuple[str, BodyPose]:
    pose = _stance(stance, rng)
    if rng.random() < 0.5:
        pose = pose.mirrored()
    names = _choose(ARMS, rng), _choose(ARMS, rng)
    lot = rng.random()
    if lot < 0.05:
        arms = _crossed(rng)
        names = ("crossed", "crossed")
    else:
        if lot < 0.25:
            names = names[0], names[0]
        if stance == "walk" and rng.random() < 0.6:
            arms = pose.left_arm, pose.right_arm
            names = ("swing", "swing")
        elif stance in ("sit", "squat") and rng.random() < 0.6:
            arms = _lap(rng), _lap(rng)
            names = ("lap", "lap")
        else:
            arms = _arm(names[0], rng), _arm(names[1], rng)
    pose = replace(pose, left_arm=arms[0], right_arm=arms[1])
    pose = replace(
        pose,
        bend=pose.bend + float(rng.normal(0, 4)),
        side=pose.side + float(rng.normal(0, 3)),
        twist=pose.twist + float(rng.normal(0, 7)),
        nod=float(np.clip(rng.normal(3, 9), -25, 32)),
        head_side=float(np.clip(rng.normal(0, 6), -20, 20)),
        turn=float(np.clip(rng.normal(0, 18) if rng.random() < 0.7 else rng.normal(0, 38), -62, 62)),
    )
    if rng.random() < 0.05:
        pose = replace(pose, bend=float(rng.uniform(15, 45)), hips_bend=float(rng.uniform(0, 20)))
    return f"{stance}, {names[0]}, {names[1]}", pose


def _stance(name: str, rng: Rng) -> BodyPose:
    def n(mean: float, spread: float) -> float:
        return float(rng.normal(mean, spread))

    def u(low: float, high: float) -> float:
        return float(rng.uniform(low, high))

    if name == "stand":
        w = u(0.08, 0.13)
        return BodyPose(
            left_leg=Leg(foot=(w, n(0, 0.03)), toes_out=u(0, 25)),
            right_leg=Leg(foot=(w, n(0, 0.03)), toes_out=u(0, 25)),
        )
    if name == "ease":
        side = u(2, 8)
        return BodyPose(
            left_leg=Leg(foot=(u(0.13, 0.22), n(0.06, 0.05)), toes_out=u(10, 35), heel=0.0),
            right_leg=Leg(foot=(u(0.04, 0.08), 0.0), toes_out=u(0, 18)),
            hips_side=-side, side=-0.8 * side, shift=(-u(0.02, 0.05), 0.0), hips_twist=n(0, 6),
        )  # fmt: skip
    if name == "wide":
        w = u(0.18, 0.34)
        return BodyPose(
            left_leg=Leg(foot=(w, n(0, 0.05)), toes_out=u(10, 35)),
            right_leg=Leg(foot=(w, n(0, 0.05)), toes_out=u(10, 35)),
            shift=(n(0, 0.04), 0.0), straight=u(0.95, 0.992),
        )  # fmt: skip
    if name == "walk":
        s = u(0.4, 1.15)
        swing = u(0.5, 1.2) * s
        return BodyPose(
            left_arm=Arm(upper=(u(0.1, 0.2), -0.45 * swing, -1.0), fore=(0.06, u(-0.1, 0.2), -1.0)),
            right_arm=Arm(upper=(u(0.1, 0.2), 0.3 * swing, -1.0), fore=(0.0, 0.3 + 0.5 * swing, -1.0)),
            left_leg=Leg(foot=(u(0.03, 0.09), 0.27 * s), toes_out=u(-2, 12), heel=-12.0 * s * u(0, 1)),
            right_leg=Leg(foot=(u(0.03, 0.09), -0.42 * s), toes_out=u(-2, 14), heel=34.0 * s,
                          lift=0.0 if rng.random() < 0.6 else u(0.02, 0.12)),
            hips_twist=-7.0 * s, twist=11.0 * s, bend=n(2, 2), straight=u(0.96, 0.99),
        )  # fmt: skip
    if name == "step":
        return BodyPose(
            left_leg=Leg(foot=(u(0.06, 0.16), u(0.12, 0.3)), toes_out=u(0, 25)),
            right_leg=Leg(foot=(u(0.05, 0.12), u(-0.15, 0.0)), toes_out=u(5, 35)),
            shift=(0.0, u(0.0, 0.1)), hips_twist=n(0, 10),
        )  # fmt: skip
    if name == "crossed":
        return BodyPose(
            left_leg=Leg(foot=(u(-0.09, -0.02), u(0.11, 0.16)), toes_out=u(0, 20), heel=u(0, 25)),
            right_leg=Leg(foot=(u(0.03, 0.07), 0.0), toes_out=u(5, 15)), hips_side=-u(0, 5),
        )  # fmt: skip
    if name == "lifted":
        return BodyPose(
            left_leg=Leg(foot=(u(0.06, 0.12), u(-0.25, 0.25)), lift=u(0.08, 0.4), toes_out=u(0, 15), heel=u(0, 40)),
            right_leg=Leg(foot=(u(0.0, 0.04), 0.0), toes_out=u(0, 12)), hips_side=u(-5, 3), side=-u(0, 6),
        )  # fmt: skip
    if name == "squat":
        t = u(0.3, 1.1)
        leg = Leg(foot=(u(0.14, 0.24), 0.0), toes_out=u(10, 35), pole=(u(0.2, 0.5), 1.0, 0.0))
        return BodyPose(
            left_leg=leg, right_leg=replace(leg, foot=(leg.foot[0], n(0, 0.06))), straight=0.97 - 0.2 * t,
            hips_bend=24 * t, bend=10 * t, shift=(0.0, -0.06 * t),
        )  # fmt: skip
    return _sitting(rng)


def _sitting(rng: Rng) -> BodyPose:
    def leg() -> Leg:
        out = float(rng.uniform(0.03, 0.32))
        return Leg(
            thigh=(out, 1.0, float(rng.uniform(-0.25, 0.12))),
            shin=(float(rng.uniform(-0.1, 0.12)), float(rng.uniform(-0.35, 0.6)), -1.0),
            heel=float(rng.uniform(-5, 25)),
        )

    first = leg()
    second = leg() if rng.random() < 0.6 else replace(first)
    if rng.random() < 0.15:  # one leg over the other
        first = Leg(thigh=(-0.16, 1.0, 0.22), shin=(-0.12, 0.35, -1.0), heel=15.0)
        second = Leg(thigh=(0.02, 1.0, -0.06), shin=(0.05, 0.05, -1.0))
    return BodyPose(left_leg=first, right_leg=second, bend=float(rng.normal(6, 9)), hips_bend=float(rng.normal(-4, 6)))


def _arm(name: str, rng: Rng) -> Arm:
    def n(mean: float, spread: float) -> float:
        return float(rng.normal(mean, spread))

    def u(low: float, high: float) -> float:
        return float(rng.uniform(low, high))

    curl = u(0.05, 0.7)
    if name == "down":
        return Arm(upper=(u(0.16, 0.30), n(-0.05, 0.06), -1.0), fore=(u(0.04, 0.16), u(0.08, 0.30), -1.0), curl=curl)
    if name == "loose":
        return Arm(upper=(u(0.18, 0.5), n(-0.05, 0.2), -1.0), fore=(n(0.05, 0.15), u(0.1, 0.8), -1.0), curl=curl)
    if name == "hip":
        return Arm(reach=("hip", (u(0.09, 0.13), n(0.04, 0.03), u(0.06, 0.17))), pole=(1.0, n(-0.4, 0.35), 0.0),
                   hand=(-0.62, 0.62, -0.5), palm=(-0.75, -0.55, 0.0), curl=u(0.1, 0.9))  # fmt: skip
    if name == "pocket":
        return Arm(reach=("hip", (u(0.115, 0.15), n(0.06, 0.03), u(0.0, 0.06))), pole=(u(0.4, 0.9), -1.0, 0.0),
                   hand=(-0.1, 0.14, -1.0), palm=(-1.0, -0.1, 0.0), curl=0.3)  # fmt: skip
    if name == "raised":
        return Arm(upper=(u(0.3, 1.2), u(-0.1, 0.6), u(0.3, 1.2)), fore=(n(0.0, 0.45), u(0.0, 0.5), 1.0), curl=curl)
    if name == "bent":
        return Arm(upper=(u(0.12, 0.4), u(-0.3, 0.35), -1.0), fore=(u(-0.8, 0.2), 1.0, u(-0.4, 0.9)),
                   palm=None if rng.random() < 0.5 else (-0.8, 0.0, 0.5), curl=curl)  # fmt: skip
    if name == "face":
        return Arm(reach=("head", (u(0.02, 0.11), -1.0 * u(-0.13, -0.06), u(-0.06, 0.06))),
                   pole=(u(0.3, 1.0), 0.4, -1.0), hand=(-0.3, 0.0, 1.0), palm=(-0.4, -1.0, 0.0),
                   curl=u(0.2, 0.8))  # fmt: skip
    if name == "head":
        return Arm(reach=("head", (u(0.08, 0.13), u(-0.13, 0.02), u(0.04, 0.14))),
                   pole=(1.0, u(0.0, 0.5), u(-0.1, 0.5)), hand=(-0.9, -0.3, 0.3), palm=(-0.3, 0.9, -0.4),
                   curl=0.25)  # fmt: skip
    if name == "behind":
        return Arm(reach=("hip", (u(-0.06, 0.09), u(-0.21, -0.16), u(0.05, 0.17))), pole=(1.0, -0.7, 0.0),
                   hand=(-1.0, 0.0, -0.2), palm=(0.0, -1.0, 0.0), curl=0.3)  # fmt: skip
    if name == "out":
        return Arm(
            upper=(1.0, n(0.1, 0.3), u(-0.9, 0.3)), fore=(u(0.5, 1.0), u(0.0, 0.7), u(-0.5, 0.6)), curl=u(0.0, 0.4)
        )
    upper = _upper_way(rng)
    return Arm(upper=upper, fore=_fore_way(upper, rng), curl=curl)


def _upper_way(rng: Rng) -> Direction:
    """A direction that an upper arm can take: out, ahead or up, little across and little behind."""
    while True:
        way = rng.normal(size=3) + np.array([0.5, 0.25, -0.75])
        way /= np.linalg.norm(way)
        across = way[0] > (-0.15 if way[1] > 0.4 else 0.08)
        behind = way[1] > -0.55 - 0.3 * min(way[2], 0.0)
        high = not (way[2] > 0.2 and way[1] < -0.15)
        if across and behind and high:
            return float(way[0]), float(way[1]), float(way[2])


def _fore_way(upper: Direction, rng: Rng) -> Direction:
    """A direction for the forearm: an elbow bends 0 to 140 degrees, forwards, upwards or inwards."""
    u = np.array(upper)
    bent = np.array([-0.55, 1.0, 0.55]) + rng.normal(0, 0.45, 3)
    bent = bent - u * float(u @ bent)
    bent /= max(float(np.linalg.norm(bent)), 1e-6)
    angle = np.radians(min(abs(rng.normal(0, 60)), 138))
    way = u * np.cos(angle) + bent * np.sin(angle)
    return float(way[0]), float(way[1]), float(way[2])


def _lap(rng: Rng) -> Arm:
    return Arm(
        upper=(float(rng.uniform(0.05, 0.3)), float(rng.uniform(0.1, 0.5)), -1.0),
        fore=(float(rng.uniform(-0.35, 0.1)), 1.0, float(rng.uniform(-0.6, 0.0))), palm=(0.0, 0.0, -1.0), curl=0.25,
    )  # fmt: skip


def _crossed(rng: Rng) -> tuple[Arm, Arm]:
    over = Arm(
        reach=("chest", (-0.015, 0.285, -0.085)), pole=(0.75, -0.05, -1.0), hand=(-1.0, 0.05, 0.35),
        palm=(0.1, -1.0, 0.0),
    )  # fmt: skip
    under = Arm(
        reach=("chest", (-0.03, 0.215, -0.125)), pole=(0.75, -0.05, -1.0), hand=(-1.0, -0.15, 0.1),
        palm=(0.1, -1.0, 0.0),
    )  # fmt: skip
    return (over, under) if rng.random() < 0.5 else (under, over)


def _choose(table: dict[str, float], rng: Rng) -> str:
    shares = np.array(list(table.values()))
    return str(rng.choice(list(table), p=shares / shares.sum()))


# ---------------------------------------------------------------------- limbs through the body


@dataclass(frozen=True)
class _Slice:
    """The trunk's outline between two heights, an ellipse: middle (y) and half widths, metres at rest."""

    height: float
    y: float
    a: float
    b: float


class Solid:
    """A figure's trunk, head and limbs as simple solids, to see whether a pose runs one through another."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        body, index = figure.body, figure.body.bone_index
        start, end = GROUPS["body"]
        arms = np.array(
            [
                bone.startswith(("upperarm", "lowerarm", "wrist", "finger", "metacarpal", "shoulder"))
                for bone in body.bones
            ]
        )
        legs = np.array([bone.startswith(("upperleg", "lowerleg", "foot", "toe")) for bone in body.bones])
        free = (body.weights[start:end] @ (arms | legs)) < 0.35
        trunk = figure.vertices[start:end][free]
        low, high = float(figure.head("upperleg01.L")[2]) - 0.02, float(figure.head("neck01")[2]) - 0.06
        self.slices: list[_Slice] = []
        for z in np.linspace(low, high, 9):
            here = trunk[np.abs(trunk[:, 2] - z) < 0.035]
            if len(here) < 6:
                continue
            y0, y1 = np.percentile(here[:, 1], [3, 97])
            self.slices.append(
                _Slice(float(z), float(y0 + y1) / 2, float(np.abs(here[:, 0]).max()), float(y1 - y0) / 2)
            )
        self._bones = [index["root"], index["spine01"]]
        self._cut = float(figure.head("spine03")[2])
        self.scale = figure.height / 1.7
        joints = figure.joints(figure.vertices)
        self._head = (joints[16] + joints[17]) / 2 + np.array([0.0, -0.02, 0.03])

    def clear(self, bones: BonePose) -> bool:
        """Whether limbs keep out of trunk, head and each other."""
        index, heads = self.figure.body.bone_index, bones.heads
        at = {name: heads[index[name]] for name in (
            "upperarm01.L", "lowerarm01.L", "wrist.L", "finger3-1.L", "upperarm01.R", "lowerarm01.R", "wrist.R",
            "finger3-1.R", "upperleg01.L", "lowerleg01.L", "foot.L", "upperleg01.R", "lowerleg01.R", "foot.R",
        )}  # fmt: skip
        s = self.scale
        for side in "LR":
            elbow, wrist, knuckle = at[f"lowerarm01.{side}"], at[f"wrist.{side}"], at[f"finger3-1.{side}"]
            line = [elbow + (wrist - elbow) * t for t in (0.0, 0.35, 0.7, 1.0)] + [
                knuckle,
                knuckle + 0.6 * (knuckle - wrist),
            ]
            points = np.array(line)
            radius = np.array([0.04, 0.042, 0.035, 0.028, 0.022, 0.015]) * s
            if self._in_trunk(points, bones, radius):
                return False
            head = self._carried(self._head[None], bones, "head")[0]
            if (
                np.linalg.norm((points - head) / np.array([0.078, 0.095, 0.115]) / s, axis=1) < 1.0 + 0.6 * radius / 0.1
            ).any():
                return False
            for other in "LR":
                hip, knee, foot = (at[f"{n}.{other}"] for n in ("upperleg01", "lowerleg01", "foot"))
                for i, (a, b, r) in enumerate(((hip, knee, 0.075 * s), (knee, foot, 0.045 * s))):
                    far = _distances(points, a + 0.25 * (b - a) * (i == 0), b)
                    if (far < r + 0.55 * radius).any():
                        return False
        left, right = (at["lowerarm01.L"], at["wrist.L"]), (at["lowerarm01.R"], at["wrist.R"])
        if _apart(left, right) < 0.055 * s:
            return False
        legs = [
            [(at[f"upperleg01.{k}"], at[f"lowerleg01.{k}"]), (at[f"lowerleg01.{k}"], at[f"foot.{k}"])] for k in "LR"
        ]
        for i, first in enumerate(legs[0]):
            for k, second in enumerate(legs[1]):
                a = (first[0] + 0.5 * (first[1] - first[0]), first[1]) if i == 0 else first
                b = (second[0] + 0.5 * (second[1] - second[0]), second[1]) if k == 0 else second
                if _apart(a, b) < (0.082 if i == k == 1 else 0.10) * s:
                    return False
        return True

    def _carried(self, points: Array, bones: BonePose, bone: str) -> Array:
        i = self.figure.body.bone_index[bone]
        return np.asarray((points - self.figure.heads[i]) @ bones.rotations[i].T + bones.heads[i])

    def _in_trunk(self, points: Array, bones: BonePose, radius: Array) -> bool:
        heights = np.array([piece.height for piece in self.slices])
        for i, lower in zip(self._bones, (True, False), strict=True):
            local = (points - bones.heads[i]) @ bones.rotations[i] + self.figure.heads[i]
            z = local[:, 2]
            here = (z > heights[0] - 0.03) & (z < heights[-1]) & ((z < self._cut) if lower else (z >= self._cut))
            if not here.any():
                continue
            y, a, b = (np.interp(z, heights, [getattr(p, n) for p in self.slices]) for n in ("y", "a", "b"))
            inside = (local[:, 0] / (a + 0.5 * radius)) ** 2 + ((local[:, 1] - y) / (b + 0.5 * radius)) ** 2
            if (here & (inside < 1.0)).any():
                return True
        return False


def _distances(points: Array, start: Array, end: Array) -> Array:
    """[N] metres from points [N, 3] to a line from start to end."""
    way = end - start
    share = np.clip((points - start) @ way / max(float(way @ way), 1e-9), 0.0, 1.0)
    return np.asarray(np.linalg.norm(points - start - share[:, None] * way, axis=1))


def _apart(first: tuple[Array, Array], second: tuple[Array, Array]) -> float:
    """Metres between two lines, near enough: from points along the one to the other."""
    spots = np.linspace(0, 1, 7)[:, None]
    return float(_distances(first[0] + spots * (first[1] - first[0]), *second).min())
