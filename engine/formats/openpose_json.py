"""OpenPose JSON: people as flat lists of x, y, confidence, as OpenPose and the web's pose editors write them.

Format: `{"version": 1.1, "people": [{"pose_keypoints_2d": [x, y, c, ...]}]}` with 18 or 25 triples, 0, 0, 0 where a
joint is missing. Editors add `canvas_width` and `canvas_height` and may store values scaled to 0..1; some write a list
of such objects, older ones `pose_keypoints`, others `{"width", "height", "keypoints": [[x, y], ...]}`. What OpenPose
has no word for (a pose's title, tags and photo, and which joints are hidden) stands in an object `repose` of version 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine.errors import PoseFileError
from engine.files import write_bytes
from engine.formats.reading import number, parse_json, place, plain_numbers, read_text
from engine.formats.spots import Spot
from engine.skeleton import JOINT_COUNT, Joint, JointState, Pose
from engine.text import Text, json_text

_BODY_25: Final = (*range(8), *range(9, 19))
_COCO_COUNT: Final = 17
_KEYS: Final = ("pose_keypoints_2d", "pose_keypoints")
_DECIMALS: Final = 6
_LEAST_CONFIDENCE: Final = 10.0**-_DECIMALS
_REPOSE_VERSION: Final = 1
_EXPORT_HINT: Final = "Export it as OpenPose JSON with 18 or 25 points a person."


@dataclass(frozen=True)
class PoseFile:
    """What an OpenPose JSON file holds.

    `people` in the file's order and pixels, `canvas` the height, width they lie in (None when the file does not say),
    and the pose's `title` and `tags` and the name of its `photo` where this program wrote them.
    """

    people: tuple[Pose, ...]
    canvas: tuple[int, int] | None = None
    title: str = ""
    tags: tuple[str, ...] = field(default=())
    photo: str = ""


def read_openpose(
    path: Path | str, *, size: tuple[int, int] | None = None, nobody: bool = False
) -> PoseFile:
    """Read a file; `size` (height, width) is what values scaled to 0..1 are multiplied by when the file has no canvas.

    With `nobody` a file may hold no person, as a detector writes it for a photo in which it found none. Raises
    PoseFileError, which names the file, the line, the person and the joint.
    """
    return parse_openpose(read_text(path), name=str(path), size=size, nobody=nobody)


def parse_openpose(
    text: str, *, name: str, size: tuple[int, int] | None = None, nobody: bool = False
) -> PoseFile:
    """Read a JSON text as `read_openpose` reads a file; `name` says in errors where it came from."""
    top, spot = parse_json(text, name=name), Spot(name, text)
    if isinstance(top, list) and top and isinstance(top[0], dict):
        top, spot = top[0], spot.at(0)  # some editors write a list with one entry a frame
    flat = _is_flat(top)
    if not isinstance(top, dict) and not flat:
        raise PoseFileError("This is JSON, but not a pose file", where=name, hint=_EXPORT_HINT)
    canvas = None if flat else _canvas(top, spot=spot)
    people = [(top, spot)] if flat else _people(top, spot=spot, nobody=nobody)
    rows = [_triples(entry, spot=at) for entry, at in people]
    repose = {} if flat else top.get("repose")
    repose = repose if isinstance(repose, dict) else {}
    if not nobody and not any(row is not None and (row[:, 2] > 0).any() for row in rows):
        raise PoseFileError("The file holds no person with a joint", where=name, hint="Choose a file that has a pose.")
    scale = _scale(rows, canvas or size, name=name)
    states = spot.at("repose", "states")
    poses = tuple(
        _pose(row, scale=scale, states=_states(repose, index, spot=states))
        for index, row in enumerate(rows)
        if row is not None and (row[:, 2] > 0).any()
    )
    tags = repose.get("tags")
    return PoseFile(
        poses, canvas, str(repose.get("title") or ""), tuple(map(str, tags)) if isinstance(tags, list) else (),
        str(repose.get("photo") or ""),
    )


def openpose_text(
    people: Sequence[Pose],
    *,
    canvas: tuple[int, int] | None = None,
    title: str = "",
    tags: Sequence[str] = (),
    photo: str = "",
) -> str:
    """The JSON text of some people in pixels; `canvas` is height, width. Places are exact to 0.000001 pixels."""
    content: dict[str, Any] = {
        "version": 1.1,
        "people": [{"person_id": [-1], "pose_keypoints_2d": _numbers(pose)} for pose in people],
    }
    if canvas is not None:
        content |= {"canvas_width": canvas[1], "canvas_height": canvas[0]}
    states = [[state.value for state in pose.states] for pose in people]
    content["repose"] = {
        "version": _REPOSE_VERSION, "title": title, "tags": list(tags),
        "states": states[0] if len(states) == 1 else states,
    }
    if photo:
        content["repose"]["photo"] = photo
    return json_text(content)


def write_openpose(
    path: Path | str,
    people: Sequence[Pose],
    *,
    canvas: tuple[int, int] | None = None,
    title: str = "",
    tags: Sequence[str] = (),
) -> Path:
    """Write `openpose_text` to a file, whole or not at all. Raises OutputError."""
    text = openpose_text(people, canvas=canvas, title=title, tags=tags)
    return write_bytes(path, (text + "\n").encode("utf-8"))


def _numbers(pose: Pose) -> list[float]:
    numbers: list[float] = []
    for (x, y), trust, here in zip(pose.points, pose.confidence, pose.present.tolist(), strict=True):
        # A confidence of 0 says "missing" in this format, so a joint with a place has a little at least.
        confidence = max(float(trust), _LEAST_CONFIDENCE)
        numbers += [round(float(v), _DECIMALS) for v in (x, y, confidence)] if here else [0.0, 0.0, 0.0]
    return numbers


def _is_flat(value: object) -> bool:
    return isinstance(value, list) and bool(value) and not isinstance(value[0], (dict, str))


def _canvas(top: dict[str, Any], *, spot: Spot) -> tuple[int, int] | None:
    for across, down in (("canvas_width", "canvas_height"), ("width", "height")):
        if top.get(across) is None or top.get(down) is None:
            continue
        width, height = (place(top[key], where=spot.at(key), what=key) for key in (across, down))
        if min(width, height) < 1:
            raise PoseFileError("The canvas is {width:g} x {height:g} pixels", where=spot.at(across).said,
                                hint="Correct canvas_width and canvas_height.", width=width, height=height)
        return round(height), round(width)
    return None


def _people(top: dict[str, Any], *, spot: Spot, nobody: bool) -> list[tuple[Any, Spot]]:
    """What may be the people of a file, each with its place in the text."""
    if "people" in top:
        people, at = top["people"], spot.at("people")
        if not isinstance(people, list):
            raise PoseFileError("`people` is not a list", where=at.said, hint=_EXPORT_HINT)
        if not people and not nobody:
            raise PoseFileError("The file holds no people", where=at.said, hint="Choose a file that has a pose.")
        return _numbered(people, at)
    if "annotations" in top:
        raise PoseFileError("This looks like COCO keypoints, not like OpenPose JSON", where=spot.name,
                            hint="Import it as COCO keypoints JSON.")
    if "keypoints" in top:
        points, at = top["keypoints"], spot.at("keypoints")
        several = (isinstance(points, list) and points and isinstance(points[0], list) and points[0]
                   and isinstance(points[0][0], (list, type(None))))
        return _numbered(points, at) if several else [(points, at)]
    if any(key in top for key in _KEYS):
        return [(top, spot)]
    raise PoseFileError("This is JSON, but it has no `people`", where=spot.name, hint=_EXPORT_HINT)


def _numbered(people: list[Any], at: Spot) -> list[tuple[Any, Spot]]:
    return [
        (entry, at.at(number - 1, words=Text("person {number}", number=number)))
        for number, entry in enumerate(people, start=1)
    ]


def _triples(entry: object, *, spot: Spot) -> np.ndarray[tuple[int, int], np.dtype[np.float64]] | None:
    """One person as [18, 3] x, y, confidence, 0 where missing; None for a person without body points."""
    values = entry
    if isinstance(entry, dict):
        found = [key for key in _KEYS if key in entry]
        if not found:
            raise PoseFileError("The person has no `pose_keypoints_2d`", where=spot.said, hint=_EXPORT_HINT)
        values, spot = entry[found[0]], spot.at(found[0])
    if values is None or values == []:
        return None
    if not isinstance(values, list):
        raise PoseFileError("The keypoints are not a list", where=spot.said, hint=_EXPORT_HINT)
    if len(values) in (3 * JOINT_COUNT, 75) and (plain := plain_numbers(values)) is not None:
        rows = plain.reshape(-1, 3)[list(_BODY_25 if len(values) == 75 else range(JOINT_COUNT))]
        if rows[:, 2].min() >= 0:
            rows[rows[:, 2] == 0] = 0.0
            rows[:, 2] = np.minimum(rows[:, 2], 1.0)
            return rows
    points = _grouped(values, spot=spot)
    order = _BODY_25 if len(points) == 25 else range(JOINT_COUNT)
    nested = any(isinstance(value, list) for value in values)
    step = len(values) // len(points)
    return np.array([
        _triple(points[at], spots=[
            spot.at(at, axis, words=joint) if nested else spot.at(at * step + axis, words=joint)
            for axis in range(3)
        ])
        for joint, at in zip(Joint, order, strict=True)
    ])


def _grouped(values: list[Any], *, spot: Spot) -> list[list[Any]]:
    """Flat or nested numbers as 18 or 25 points of two or three numbers (none for a missing one)."""
    if any(isinstance(value, list) for value in values):
        points = [value if isinstance(value, list) else [] if value is None else [value] for value in values]
    else:
        # Two numbers a point is rare: it is only read where it cannot be anything else.
        step = 2 if len(values) in (2 * JOINT_COUNT, 2 * _COCO_COUNT, 50) else 3
        if len(values) % step:
            raise PoseFileError("{count} numbers are not triples of x, y and confidence", where=spot.said,
                                hint=_EXPORT_HINT, count=len(values))
        points = [values[at : at + step] for at in range(0, len(values), step)]
    if len(points) == _COCO_COUNT:
        raise PoseFileError("The person has 17 points, which looks like COCO, not like OpenPose", where=spot.said,
                            hint="Import it as COCO keypoints JSON, or export it with 18 or 25 points.")
    if len(points) not in (JOINT_COUNT, 25):
        raise PoseFileError("The person has {count} points, not 18 or 25", where=spot.said, hint=_EXPORT_HINT,
                            count=len(points))
    return points


def _triple(point: list[Any], *, spots: Sequence[Spot]) -> tuple[float, float, float]:
    if not point or all(value is None for value in point):
        return 0.0, 0.0, 0.0
    if len(point) not in (2, 3):
        raise PoseFileError("A point has {count} numbers, not x, y and confidence", where=spots[0].said,
                            hint=_EXPORT_HINT, count=len(point))
    x, y = place(point[0], where=spots[0], what="x"), place(point[1], where=spots[1], what="y")
    default = 0.0 if x == y == 0 else 1.0
    confidence = number(point[2], where=spots[2], what=Text("confidence")) if len(point) == 3 else default
    if confidence < 0:
        raise PoseFileError("The confidence is {confidence:g}, less than 0", where=spots[2].said,
                            hint="Confidences are from 0 to 1.", confidence=confidence)
    return (x, y, min(confidence, 1.0)) if confidence > 0 else (0.0, 0.0, 0.0)


def _scale(
    rows: Sequence[np.ndarray[tuple[int, int], np.dtype[np.float64]] | None],
    size: tuple[int, int] | None, *, name: str,
) -> tuple[float, float]:
    """What x and y are multiplied by: 1, or the canvas where all values are scaled to 0..1."""
    found = [row[row[:, 2] > 0, :2] for row in rows if row is not None]
    places = np.concatenate(found) if found else np.zeros((0, 2))
    if len(places) < 2 or np.abs(places).max() > 1.0:
        return 1.0, 1.0
    if size is None:
        raise PoseFileError("The places are scaled to 0..1, and the file does not say to what size", where=name,
                            hint="Add canvas_width and canvas_height to it.")
    return float(size[1]), float(size[0])


def _states(repose: dict[str, Any], index: int, *, spot: Spot) -> tuple[JointState, ...] | None:
    states = repose.get("states")
    if not isinstance(states, list) or not states:
        return None
    if isinstance(states[0], list):
        states, spot = (states[index] if index < len(states) else []), spot.at(index)
    elif index > 0:
        return None
    spot = spot.at(words=Text("person {number}", number=index + 1))
    try:
        found = tuple(JointState(state) for state in states)
    except (ValueError, TypeError) as error:
        raise PoseFileError("A joint's state is not visible, hidden or missing", where=spot.said,
                            hint="Correct `states` in the file's `repose` part.") from error
    if len(found) != JOINT_COUNT:
        raise PoseFileError("There are {count} joint states, not 18", where=spot.said,
                            hint="Correct `states` in the file's `repose` part.", count=len(found))
    return found


def _pose(
    row: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    *,
    scale: tuple[float, float],
    states: tuple[JointState, ...] | None,
) -> Pose:
    points = np.where(row[:, 2:] > 0, row[:, :2] * scale, np.nan)
    if states is not None:
        # A place that came later, from another program, is seen: only "hidden" and "visible" add something to it.
        states = tuple(JointState.VISIBLE if s is JointState.MISSING else s for s in states)
    return Pose.from_points(points, confidence=row[:, 2], states=states)
