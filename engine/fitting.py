"""Fitting a target pose to a person: the person's place and bone lengths, the target's angles."""

from __future__ import annotations

import numpy as np

from engine.skeleton import LIMBS, MIRROR, Joint, Limb, Pose, bone_lengths


def body_scale(person: Pose, *, target: Pose) -> float:
    """How much larger `person` is than `target`: the median ratio of the bones that both show, weighted to long ones.

    Foreshortened bones make a ratio too large or too small; the median is little moved by a few of them. Answers 1
    when no bone is shared.
    """
    own, other = bone_lengths(person), bone_lengths(target)
    rows = [(own[limb] / other[limb], own[limb]) for limb in own if limb in other and other[limb] > 1e-6]
    if not rows:
        heights = person.height(), target.height()
        return heights[0] / heights[1] if min(heights) > 1e-6 else 1.0
    rows.sort()
    total, seen = sum(weight for _, weight in rows), 0.0
    for ratio, weight in rows:
        seen += weight
        if seen >= total / 2:
            return ratio
    return rows[-1][0]


def fit_to_person(target: Pose, *, person: Pose) -> Pose:
    """The target pose as this person would take it: the person's place and bone lengths, the target's angles.

    The torso's root (neck, else the middle of what both show) stays where the person has it, unless the feet give a
    better ground: when both show ankles the lowest ankle keeps its height in the picture, so that nobody floats.
    A bone keeps the person's length times the target's own foreshortening (its length against what the target's
    body scale predicts), limited to 0.35..1.15, so that an arm that points at the camera stays short. The person's
    length is that of the longer of both sides, since the photo may foreshorten one of them; somebody who asks for
    their own pose gets it unchanged. Bones that the person does not show take the target's length scaled to the
    person. Joints that hang on a joint which the target does not have are placed by the same scale.
    """
    if not target.present.any() or not person.present.any():
        return target
    scale = body_scale(person, target=target)
    own, other = bone_lengths(person), bone_lengths(target)
    root = Joint.NECK if person.has(Joint.NECK) and target.has(Joint.NECK) else None
    if root is None:
        shared = person.present & target.present
        if not shared.any():
            return target
        middle_target, middle_person = target.points[shared].mean(axis=0), person.points[shared].mean(axis=0)
        return target.with_points((target.points - middle_target) * scale + middle_person)
    points = (target.points - target.points[root]) * scale + person.points[root]
    fitted = points.copy()
    for parent, child in LIMBS:
        if not target.has(parent, child):
            continue
        limb = (parent, child)
        direction = target.points[child] - target.points[parent]
        length = other[limb] * scale
        typical = max(own[limb], _partner_length(own, limb, default=own[limb])) if limb in own else 0.0
        if typical > 1e-6:
            shortest = min(0.35, own[limb] / typical)
            length = typical * float(np.clip(length / typical, shortest, 1.15))
        norm = float(np.hypot(*direction))
        fitted[child] = fitted[parent] + (direction / norm * length if norm > 1e-6 else 0.0)
    result = target.with_points(fitted)
    return result.moved(0.0, _ground_shift(result, person=person))


def _partner_length(lengths: dict[Limb, float], limb: Limb, *, default: float) -> float:
    """The same bone on the body's other side."""
    return lengths.get((MIRROR[limb[0]], MIRROR[limb[1]]), default)


def _ground_shift(fitted: Pose, *, person: Pose) -> float:
    """How far down the fitted pose must go for its lowest ankle to stand where the person's lowest ankle stands."""
    ankles = (Joint.RIGHT_ANKLE, Joint.LEFT_ANKLE)
    theirs = [float(person.points[a, 1]) for a in ankles if person.present[a]]
    ours = [float(fitted.points[a, 1]) for a in ankles if fitted.present[a]]
    return max(theirs) - max(ours) if theirs and ours else 0.0
