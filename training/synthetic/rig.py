"""Puts a body into a pose: forward kinematics with swing and twist, two-bone reaches, feet on the floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from training.synthetic.body import GROUPS, Figure
from training.synthetic.geometry import Array, between, cross, partly, shortest, turn, twist_angle, unit
from training.synthetic.poses import Arm, BodyPose, Direction, Leg

_NOMINAL: Final = 1.70
_LEFT: Final = np.array([1.0, 0.0, 0.0])
_FRONT: Final = np.array([0.0, -1.0, 0.0])
_UP: Final = np.array([0.0, 0.0, 1.0])
_SPINE: Final = (("spine05", 0.1), ("spine04", 0.35), ("spine03", 0.6), ("spine02", 0.85), ("spine01", 1.0))
_NECK: Final = (("neck01", 0.2), ("neck02", 0.4), ("neck03", 0.6), ("head", 1.0))


@dataclass(frozen=True)
class PosedFigure:
    """A figure in a pose: `vertices` [V, 3] on a floor at z = 0, `rotations` [B, 3, 3] of the bones from rest,
    `heads` [B, 3] where the bones begin now, `joints` [18, 3]; metres."""

    figure: Figure
    vertices: Array
    rotations: Array
    heads: Array
    joints: Array

    def carried(self, points: Array, *, bone: str) -> Array:
        """Points [N, 3] of the rest shape, moved stiffly with one bone."""
        i = self.figure.body.bone_index[bone]
        return np.asarray((points - self.figure.heads[i]) @ self.rotations[i].T + self.heads[i])


@dataclass(frozen=True)
class BonePose:
    """Where a pose takes a figure's bones, floor unknown: `rotations` [B, 3, 3] from rest, `heads` [B, 3], metres."""

    rotations: Array
    heads: Array

    def matrices(self, figure: Figure) -> Array:
        """[B, 12] each bone's 3 x 4 matrix, rows one after the other, that takes places at rest to the pose."""
        shift = self.heads - np.einsum("bij,bj->bi", self.rotations, figure.heads)
        return np.concatenate([self.rotations, shift[:, :, None]], axis=2).reshape(len(self.heads), 12)


def pose_bones(figure: Figure, pose: BodyPose) -> BonePose:
    """The bones of a figure in a pose, without its surface."""
    return _Poser(figure).bones(pose)


def pose_figure(figure: Figure, pose: BodyPose) -> PosedFigure:
    """The figure in the pose, standing or sitting with its lowest point on the floor."""
    return _Poser(figure).pose(pose)


def at_rest(figure: Figure) -> PosedFigure:
    """The figure as the body model gives it, arms held away from the body."""
    turns = np.broadcast_to(np.eye(3), (len(figure.heads), 3, 3))
    return PosedFigure(figure, figure.vertices, turns, figure.heads, figure.joints(figure.vertices))


class _Poser:
    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.body = figure.body
        self.scale = figure.height / _NOMINAL
        self.rotation: dict[str, Array] = {}

    def rest(self, bone: str) -> Array:
        return self.figure.head(bone)

    def pose(self, pose: BodyPose) -> PosedFigure:
        bones = self.bones(pose)
        rotations, heads = bones.rotations, bones.heads
        vertices = self._skin(bones)
        start, end = GROUPS["body"]
        drop = float(vertices[start:end, 2].min())
        vertices[:, 2] -= drop
        heads[:, 2] -= drop
        return PosedFigure(self.figure, vertices, rotations, heads, self.figure.joints(vertices))

    def bones(self, pose: BodyPose) -> BonePose:
        pelvis = turn(_UP, pose.hips_twist) @ turn(_LEFT, pose.hips_bend) @ turn(_FRONT, pose.hips_side)
        bend = turn(_UP, pose.twist) @ turn(_FRONT, -pose.side) @ turn(_LEFT, pose.bend)
        self.rotation["root"] = pelvis
        for bone, share in _SPINE:
            self.rotation[bone] = pelvis @ partly(bend, share)
        chest = pelvis @ bend
        look = turn(_UP, pose.turn) @ turn(_FRONT, -pose.head_side) @ turn(_LEFT, pose.nod)
        for bone, share in _NECK:
            self.rotation[bone] = chest @ partly(look, share)
        root = self._stand(pose, pelvis)
        for side, arm in (("L", pose.left_arm), ("R", pose.right_arm)):
            self._arm(side, arm, chest)
        for side, leg in (("L", pose.left_leg), ("R", pose.right_leg)):
            self._leg(side, leg, pelvis, root)
        return self._chain(root)

    # ------------------------------------------------------------------ directions

    @staticmethod
    def _direction(side: str, direction: Direction) -> Array:
        out = 1.0 if side == "L" else -1.0
        return unit(_LEFT * out * direction[0] + _FRONT * direction[1] + _UP * direction[2])

    def _offset(self, side: str, offset: Direction) -> Array:
        out = 1.0 if side == "L" else -1.0
        return np.asarray((_LEFT * out * offset[0] + _FRONT * offset[1] + _UP * offset[2]) * self.scale)

    def _place(self, bone: str, root: Array) -> Array:
        """[3] where a bone begins, with the rotations known so far."""
        chain = [bone]
        while chain[-1] != "root":
            chain.append(self.body.bones[self.body.parents[self.body.bone_index[chain[-1]]]])
        place, rotation = root, self.rotation["root"]
        for parent, child in zip(chain[::-1], chain[-2::-1], strict=False):
            rotation = self.rotation.get(parent, rotation)
            place = place + rotation @ (self.rest(child) - self.rest(parent))
        return np.asarray(place)

    # ------------------------------------------------------------------ legs

    def _ankle(self, side: str, leg: Leg) -> Array:
        """[3] where a standing foot's ankle is, over the floor at z = 0."""
        rest_ankle, ball = self.rest(f"foot.{side}"), self.rest(f"toe2-1.{side}")
        floor = self._floor
        spot = self._offset(side, (leg.foot[0], leg.foot[1], 0.0))
        ankle = spot + _UP * (rest_ankle[2] - floor + leg.lift * self.scale)
        if leg.heel:
            yaw = self._foot_yaw(side, leg)
            arm = rest_ankle - ball
            ankle = ankle - yaw @ arm + yaw @ turn(_LEFT, leg.heel) @ arm
        return np.asarray(ankle)

    @property
    def _floor(self) -> float:
        start, end = GROUPS["body"]
        return float(self.figure.vertices[start:end, 2].min())

    @staticmethod
    def _foot_yaw(side: str, leg: Leg) -> Array:
        return np.asarray(turn(_UP, leg.toes_out if side == "L" else -leg.toes_out))

    def _leg_lengths(self, side: str) -> tuple[float, float]:
        hip, knee, ankle = (self.rest(f"{name}.{side}") for name in ("upperleg01", "lowerleg01", "foot"))
        return float(np.linalg.norm(knee - hip)), float(np.linalg.norm(ankle - knee))

    def _stand(self, pose: BodyPose, pelvis: Array) -> Array:
        """[3] the root's place: as high as the standing legs allow."""
        root = _LEFT * pose.shift[0] * self.scale + _FRONT * pose.shift[1] * self.scale
        heights = []
        for side, leg in (("L", pose.left_leg), ("R", pose.right_leg)):
            if leg.thigh is not None or leg.lift > 0:
                continue
            hip = root + pelvis @ (self.rest(f"upperleg01.{side}") - self.rest("root"))
            ankle = self._ankle(side, leg)
            reach = sum(self._leg_lengths(side)) * pose.straight
            flat = float(np.hypot(*(hip - ankle)[:2]))
            heights.append(ankle[2] + np.sqrt(max(reach**2 - flat**2, 0.01)) - hip[2])
        return np.asarray(root + _UP * (min(heights) if heights else 0.5))

    def _leg(self, side: str, leg: Leg, pelvis: Array, root: Array) -> None:
        hip0, knee0, ankle0 = (self.rest(f"{name}.{side}") for name in ("upperleg01", "lowerleg01", "foot"))
        self.rotation[f"pelvis.{side}"] = pelvis
        hip = self._place(f"upperleg01.{side}", root)
        if leg.thigh is not None:
            thigh = pelvis @ self._direction(side, leg.thigh)
            shin = pelvis @ self._direction(side, leg.shin or leg.thigh)
            pole = thigh * float(thigh @ shin) - shin
            if np.linalg.norm(pole) < 0.1:
                pole = pelvis @ self._direction(side, leg.pole)
        else:
            pole = pelvis @ self._direction(side, leg.pole)
            knee = _elbow(hip, self._ankle(side, leg), *self._leg_lengths(side), pole)
            thigh = unit(knee - hip)
            shin = unit(self._ankle(side, leg) - knee)
        bones = (f"upperleg01.{side}", f"upperleg02.{side}")
        upper = between(knee0 - hip0, _FRONT, to_main=thigh, to_second=pole)
        self._twisted(bones, upper, base=pelvis, axis=knee0 - hip0, shares=(0.45, 1.0))
        lower = between(ankle0 - knee0, _FRONT, to_main=shin, to_second=pole + 0.001 * thigh)
        yaw = self._foot_yaw(side, leg)
        foot = yaw @ turn(_LEFT, leg.heel) if leg.thigh is None else self._free_foot(lower, leg)
        around = twist_angle(foot @ lower.T, lower @ unit(ankle0 - knee0))
        self.rotation[f"lowerleg01.{side}"] = lower
        self.rotation[f"lowerleg02.{side}"] = turn(shin, float(np.degrees(around)) * 0.6) @ lower
        self.rotation[f"foot.{side}"] = foot
        if leg.heel and leg.thigh is None:
            for toe in range(1, 6):
                self.rotation[f"toe{toe}-1.{side}"] = yaw

    @staticmethod
    def _free_foot(lower: Array, leg: Leg) -> Array:
        return np.asarray(lower @ turn(_LEFT, leg.heel))

    # ------------------------------------------------------------------ arms

    def _arm(self, side: str, arm: Arm, chest: Array) -> None:
        names = (f"upperarm01.{side}", f"lowerarm01.{side}", f"wrist.{side}")
        shoulder0, elbow0, wrist0 = (self.rest(name) for name in names)
        lengths = float(np.linalg.norm(elbow0 - shoulder0)), float(np.linalg.norm(wrist0 - elbow0))
        if arm.reach is None:
            upper, fore = (chest @ self._direction(side, way) for way in (arm.upper, arm.fore))
            self._shoulder(side, chest, upper)
        else:
            pole = chest @ self._direction(side, arm.pole)
            target = self._target(side, arm.reach)
            upper = fore = chest @ self._direction(side, (0.3, 0.0, -1.0))
            for _ in range(2):  # the shoulder follows the arm, and the arm the shoulder
                self._shoulder(side, chest, upper)
                shoulder = self._place(names[0], np.zeros(3))
                elbow = _elbow(shoulder, target, *lengths, pole)
                upper, fore = unit(elbow - shoulder), unit(target - elbow)
        hinge0 = cross(elbow0 - shoulder0, wrist0 - elbow0)
        ahead = chest @ self._direction(side, (-0.35, 1.0, 0.0))
        hinge = unit(cross(upper, fore) + 0.12 * cross(upper, ahead))
        turned = between(elbow0 - shoulder0, hinge0, to_main=upper, to_second=hinge)
        self._twisted(
            (f"upperarm01.{side}", f"upperarm02.{side}"),
            turned,
            base=self.rotation[f"shoulder01.{side}"],
            axis=elbow0 - shoulder0,
            shares=(0.5, 1.0),
        )
        lower = between(wrist0 - elbow0, hinge0, to_main=fore, to_second=hinge)
        hand = self._hand(side, arm, lower, chest)
        around = float(np.degrees(twist_angle(hand @ lower.T, fore)))
        self.rotation[f"lowerarm01.{side}"] = turn(fore, around * 0.3) @ lower
        self.rotation[f"lowerarm02.{side}"] = turn(fore, around * 0.75) @ lower
        self.rotation[f"wrist.{side}"] = hand
        self._fingers(side, arm.curl, hand)

    def _shoulder(self, side: str, chest: Array, upper: Array) -> None:
        """Collar bone and shoulder blade follow an arm that is raised or brought forward."""
        rise = float(np.clip((upper @ (chest @ _UP) + 0.75) / 1.75, 0.0, 1.0))
        ahead = float(np.clip(upper @ (chest @ _FRONT), -0.5, 1.0))
        sign = 1.0 if side == "L" else -1.0
        lift = turn(_FRONT, -sign * (24.0 * rise - 2.0)) @ turn(_UP, -sign * 12.0 * ahead)
        self.rotation[f"clavicle.{side}"] = chest @ partly(lift, 0.6)
        self.rotation[f"shoulder01.{side}"] = chest @ lift

    def _target(self, side: str, reach: tuple[str, Direction]) -> Array:
        """[3] where a wrist goes, with the root at the origin."""
        name, offset = reach
        bone = {"hip": f"upperleg01.{side}", "head": "head", "chest": "spine01"}[name]
        frame = {"hip": "root", "head": "head", "chest": "spine01"}[name]
        return np.asarray(self._place(bone, np.zeros(3)) + self.rotation[frame] @ self._offset(side, offset))

    def _palm0(self, side: str) -> tuple[Array, Array]:
        wrist, first, last = (self.rest(f"{name}.{side}") for name in ("wrist", "finger2-1", "finger5-1"))
        along = unit(self.rest(f"finger3-1.{side}") - wrist)
        palm = cross(first - wrist, last - wrist)
        bent = self.rest(f"finger3-3.{side}") - wrist
        palm = palm * np.sign(palm @ bent)
        return along, unit(palm - along * (palm @ along))

    def _hand(self, side: str, arm: Arm, lower: Array, chest: Array) -> Array:
        along0, palm0 = self._palm0(side)
        along = lower @ along0 if arm.hand is None else chest @ self._direction(side, arm.hand)
        if arm.hand is None:
            fore = lower @ unit(self.rest(f"wrist.{side}") - self.rest(f"lowerarm01.{side}"))
            along = unit(along + fore)
        palm = lower @ palm0 if arm.palm is None else chest @ self._direction(side, arm.palm)
        return between(along0, palm0, to_main=along, to_second=palm)

    def _fingers(self, side: str, curl: float, hand: Array) -> None:
        along0, palm0 = self._palm0(side)
        axis = cross(along0, palm0)
        for finger in range(2, 6):
            total = 0.0
            for part, most in ((1, 62.0), (2, 80.0), (3, 55.0)):
                ease = curl * (1.0 + 0.06 * (finger - 3)) - 0.12
                total += most * ease
                self.rotation[f"finger{finger}-{part}.{side}"] = hand @ turn(axis, total)
        for part in (1, 2, 3):
            self.rotation[f"finger1-{part}.{side}"] = hand @ turn(axis, 18.0 * curl * (part - 1))

    # ------------------------------------------------------------------ bones to vertices

    def _twisted(
        self, bones: tuple[str, str], full: Array, *, base: Array, axis: Array, shares: tuple[float, float]
    ) -> None:
        """Give a limb's two bones their rotation, the twist round the limb coming in by shares."""
        swing = shortest(base @ unit(axis), full @ unit(axis)) @ base
        around = float(np.degrees(twist_angle(full @ swing.T, full @ unit(axis))))
        for bone, share in zip(bones, shares, strict=True):
            self.rotation[bone] = turn(full @ unit(axis), around * share) @ swing

    def _chain(self, root: Array) -> BonePose:
        count = len(self.body.bones)
        rotations, heads = np.zeros((count, 3, 3)), np.zeros((count, 3))
        local = self.figure.offsets
        for i, bone in enumerate(self.body.bones):
            parent = self.body.parents[i]
            if bone == "root":
                rotations[i], heads[i] = self.rotation["root"], root
                continue
            rotations[i] = self.rotation.get(bone, rotations[parent])
            heads[i] = heads[parent] + rotations[parent] @ local[i]
        return BonePose(rotations, heads)

    def _skin(self, bones: BonePose) -> Array:
        """Linear blend skinning of all vertices."""
        blended = (self.body.weights @ bones.matrices(self.figure)).reshape(-1, 3, 4)
        return np.asarray(np.einsum("vij,vj->vi", blended[:, :, :3], self.figure.vertices) + blended[:, :, 3])


def _elbow(start: Array, end: Array, first: float, second: float, pole: Array) -> Array:
    """[3] the middle joint of a two-bone limb from `start` to `end`, bent towards `pole`."""
    way = end - start
    distance = float(np.clip(np.linalg.norm(way), abs(first - second) + 1e-3, first + second - 1e-4))
    ahead = unit(way)
    aside = pole - ahead * float(pole @ ahead)
    along = (first**2 - second**2 + distance**2) / (2 * distance)
    return np.asarray(start + ahead * along + unit(aside) * np.sqrt(max(first**2 - along**2, 0.0)))
