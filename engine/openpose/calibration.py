"""What an estimator's confidences are worth: from a peak's height to how likely the joint is right, joint by joint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from engine.skeleton import JOINT_COUNT, Pose

Doubles = npt.NDArray[np.float64]

_MOST_KNOTS: Final = 256


@dataclass(frozen=True)
class Calibration:
    """A rising curve for each joint, linear between its knots, which was measured on photos with known joints.

    knots     raw confidences, rising, 0..1
    values    [18][knots] how many of the joints with that confidence were right, 0..1
    least     joints that are less likely right than this are not reported
    """

    knots: tuple[float, ...]
    values: tuple[tuple[float, ...], ...]
    least: float

    def __post_init__(self) -> None:
        table = [self.knots, *self.values]
        if not 2 <= len(self.knots) <= _MOST_KNOTS or len(self.values) != JOINT_COUNT:
            raise ValueError("a calibration has a curve of 2 to 256 knots for each of the 18 joints")
        if any(len(row) != len(self.knots) for row in table) or not all(0 <= v <= 1 for row in table for v in row):
            raise ValueError("a calibration's curves have one number in 0..1 a knot")
        if any(b <= a for a, b in zip(self.knots, self.knots[1:], strict=False)) or not 0 <= self.least <= 1:
            raise ValueError("a calibration's knots rise, and its least confidence is in 0..1")

    def probability(self, confidence: Doubles) -> Doubles:
        """How likely joints [18] of these raw confidences are right, 0..1."""
        pairs = zip(confidence, self.values, strict=True)
        return np.array([float(np.interp(raw, self.knots, curve)) for raw, curve in pairs])

    def applied(self, pose: Pose) -> Pose:
        """The pose with probabilities for confidences, without the joints that are too unlikely."""
        likely = self.probability(pose.confidence)
        points = np.where((pose.present & (likely >= self.least))[:, None], pose.points, np.nan)
        return Pose.from_points(points, confidence=likely)

    def to_json(self) -> dict[str, Any]:
        """Plain values, for a weights file's header."""
        return {"knots": list(self.knots), "values": [list(row) for row in self.values], "least": self.least}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Calibration:
        """The calibration back from a header; TypeError, KeyError or ValueError when it is none."""
        knots = tuple(float(v) for v in values["knots"])
        curves = tuple(tuple(float(v) for v in row) for row in values["values"])
        return cls(knots, curves, float(values["least"]))
