"""How many rendered pictures there are of which kind, beside the shares that were meant."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any, Final

from engine.skeleton import Joint
from training.synthetic.acting import STANCES
from training.synthetic.folder import Rows
from training.synthetic.scenery import CUTS, FACINGS

AGES: Final = (0.72, 0.82)
"""The body model's ages at which middle and later life begin here (0.62 is about twenty, 0.92 old)."""
WEIGHTS: Final = (0.35, 0.60)
"""The body model's weights at which a medium and a heavy build begin here."""

_POSES: Final = {name: share / sum(STANCES.values()) for name, share in STANCES.items()}
STATED: Final[dict[str, dict[str, float]]] = {
    "facing": {name: share for name, (share, _, _) in FACINGS.items()},
    "sex": {"female": 0.5, "male": 0.5},
    "skin": {"light": 0.3125, "medium": 0.375, "dark": 0.3125},
    "age": {"younger": 0.391, "middle": 0.444, "older": 0.165},
    "build": {"slim": 0.259, "medium": 0.536, "heavy": 0.205},
    "pose": _POSES,
    "cut": {"none": 1.0 - sum(CUTS.values()), **CUTS},
    "split": {"train": 0.9, "val": 0.1},
}
"""What is meant: facings, poses and cuts as their tables say; skin evenly along `cast.SKINS`; age and build as the
distributions that `cast.draw_person` draws them from."""
OF_PEOPLE: Final = frozenset({"sex", "skin", "age", "build", "split"})
"""What goes with the person: as many independent drawings as there are people, not pictures."""
_FAR: Final = 3.0


def values_of(row: dict[str, Any]) -> dict[str, str]:
    """A picture's value for each key of `STATED`."""
    age = "younger" if row["age"] < AGES[0] else "middle" if row["age"] < AGES[1] else "older"
    build = "slim" if row["weight"] < WEIGHTS[0] else "medium" if row["weight"] < WEIGHTS[1] else "heavy"
    stance = str(row["pose"]).split(",")[0]
    return {**{key: str(row[key]) for key in ("facing", "sex", "skin", "cut", "split")}, "age": age, "build": build,
            "pose": stance}  # fmt: skip


def count_shares(rows: Rows) -> dict[str, list[dict[str, Any]]]:
    """For each key of `STATED` its values, with pictures, people, share of the pictures and the share that was meant.

    `off` is true where the difference is more than three standard errors of a fair drawing of so many.
    """
    told = [(values_of(row), row["person"]) for row in rows.values()]
    everybody = {person for _, person in told}
    result = {}
    for key, meant in STATED.items():
        pictures = Counter(values[key] for values, _ in told)
        people = {value: len({person for values, person in told if values[key] == value}) for value in pictures}
        drawings = len(everybody) if key in OF_PEOPLE else len(told)
        result[key] = [
            {
                "value": value, "pictures": pictures[value], "people": people.get(value, 0),
                "share": round(pictures[value] / len(told), 4), "stated": round(meant.get(value, 0.0), 4),
                "off": _is_off(pictures[value] / len(told), meant.get(value, 0.0), drawings),
            }
            for value in [*meant, *sorted(set(pictures) - set(meant))]
        ]  # fmt: skip
    return result


def _is_off(share: float, meant: float, drawings: int) -> bool:
    error = math.sqrt(max(meant * (1.0 - meant), 0.0) / drawings)
    return abs(share - meant) > _FAR * error + 1.0 / drawings


def count_arms(rows: Rows) -> dict[str, int]:
    """How often an arm is held in which way, the commonest first."""
    counts = Counter(word.strip() for row in rows.values() for word in str(row["pose"]).split(",")[1:])
    return dict(counts.most_common())


def count_joints(rows: Rows) -> dict[str, dict[str, float]]:
    """By joint the shares of the pictures in which it shows, is covered by the person, is outside the picture, or is
    of the face and looks away."""
    result = {}
    for joint in Joint:
        shown = covered = outside = 0
        for row in rows.values():
            confidence = row["keypoints"][joint][2]
            shown += confidence >= 0.5
            covered += 0.0 < confidence < 0.5
            outside += confidence == 0.0 and int(joint) in row.get("outside", ())
        count = len(rows)
        result[joint.name.lower()] = {
            "visible": round(shown / count, 4), "covered": round(covered / count, 4),
            "outside": round(outside / count, 4), "turned_away": round((count - shown - covered - outside) / count, 4),
        }  # fmt: skip
    return result
