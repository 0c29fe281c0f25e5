"""COCO keypoints JSON: 17 points x, y, v a person (v: 0 not labelled, 1 hidden, 2 visible), for data sets.

The neck is the middle of the shoulders, missing when either is: COCO has none. Confidences are not part of the
format: what has a place comes back with 1.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from engine.errors import PoseFileError
from engine.files import write_bytes
from engine.formats.reading import Turn, no_turn, number, parse_json, place, plain_numbers, read_text
from engine.formats.spots import Spot
from engine.skeleton import Joint, JointState, Points, Pose
from engine.text import Text, json_text

J = Joint
COCO_JOINTS: Final[tuple[Joint, ...]] = (
    J.NOSE, J.LEFT_EYE, J.RIGHT_EYE, J.LEFT_EAR, J.RIGHT_EAR, J.LEFT_SHOULDER, J.RIGHT_SHOULDER, J.LEFT_ELBOW,
    J.RIGHT_ELBOW, J.LEFT_WRIST, J.RIGHT_WRIST, J.LEFT_HIP, J.RIGHT_HIP, J.LEFT_KNEE, J.RIGHT_KNEE, J.LEFT_ANKLE,
    J.RIGHT_ANKLE,
)
"""COCO's order of the joints: all of ours but the neck."""

COCO_NAMES: Final[tuple[str, ...]] = tuple(joint.name.lower() for joint in COCO_JOINTS)

_SKELETON: Final = (
    (J.LEFT_ANKLE, J.LEFT_KNEE), (J.LEFT_KNEE, J.LEFT_HIP), (J.RIGHT_ANKLE, J.RIGHT_KNEE),
    (J.RIGHT_KNEE, J.RIGHT_HIP), (J.LEFT_HIP, J.RIGHT_HIP), (J.LEFT_SHOULDER, J.LEFT_HIP),
    (J.RIGHT_SHOULDER, J.RIGHT_HIP), (J.LEFT_SHOULDER, J.RIGHT_SHOULDER), (J.LEFT_SHOULDER, J.LEFT_ELBOW),
    (J.RIGHT_SHOULDER, J.RIGHT_ELBOW), (J.LEFT_ELBOW, J.LEFT_WRIST), (J.RIGHT_ELBOW, J.RIGHT_WRIST),
    (J.LEFT_EYE, J.RIGHT_EYE), (J.NOSE, J.LEFT_EYE), (J.NOSE, J.RIGHT_EYE), (J.LEFT_EYE, J.LEFT_EAR),
    (J.RIGHT_EYE, J.RIGHT_EAR), (J.LEFT_EAR, J.LEFT_SHOULDER), (J.RIGHT_EAR, J.RIGHT_SHOULDER),
)
_STATES: Final = {0: JointState.MISSING, 1: JointState.HIDDEN, 2: JointState.VISIBLE}
_NUMBERS: Final = {state: value for value, state in _STATES.items()}
_DECIMALS: Final = 6
# The published annotations of COCO itself are 240 MB.
_MAX_BYTES: Final = 512_000_000
_HINT: Final = "Export it as COCO keypoints with `images`, `annotations` and `categories`."


@dataclass(frozen=True)
class CocoPhoto:
    """One picture of a COCO file: its name, height, width (0 when the file does not say) and people in its pixels."""

    name: str
    size: tuple[int, int]
    people: tuple[Pose, ...]


def read_coco(path: Path | str, *, turn: Turn = no_turn) -> tuple[CocoPhoto, ...]:
    """Read a COCO keypoints file, photo by photo in its order; photos without people have none.

    Annotations of groups (`iscrowd`) and without a labelled joint are passed over. Raises PoseFileError.
    """
    return parse_coco(read_text(path, max_bytes=_MAX_BYTES), name=str(path), turn=turn)


def parse_coco(text: str, *, name: str, turn: Turn = no_turn) -> tuple[CocoPhoto, ...]:
    """Read a JSON text as `read_coco` reads a file; `name` says in errors where it came from."""
    top = parse_json(text, name=name, turn=turn)
    file_spot = Spot(name, text)
    if not isinstance(top, dict) or not isinstance(top.get("annotations"), list):
        openpose = isinstance(top, dict) and "people" in top
        raise PoseFileError("This is not COCO keypoints JSON: it looks like OpenPose" if openpose else
                            "This is not COCO keypoints JSON: it has no list `annotations`", where=name, hint=_HINT)
    images = top.get("images")
    if not isinstance(images, list) or not images:
        raise PoseFileError("The file lists no `images`", where=file_spot.at("images").said, hint=_HINT)
    orders = _orders(top.get("categories"))
    people: dict[int | str, list[Pose]] = {}
    entries: list[tuple[int | str, str, tuple[int, int]]] = []
    for index, image in enumerate(images):
        turn(index, len(images))
        spot = file_spot.at("images", index, words=Text("image {number}", number=index + 1))
        entry = _image(image, where=spot)
        if entry[0] in people:
            raise PoseFileError("Two images have the id {key}", where=spot.said, hint="Give each its own.",
                                key=entry[0])
        people[entry[0]] = []
        entries.append(entry)
    for index, annotation in enumerate(top["annotations"]):
        turn(index, len(top["annotations"]))
        spot = file_spot.at("annotations", index, words=Text("annotation {number}", number=index + 1))
        if not isinstance(annotation, dict):
            raise PoseFileError("The annotation is not an object", where=spot.said, hint=_HINT)
        if annotation.get("iscrowd") == 1 or "keypoints" not in annotation:
            continue
        owner = annotation.get("image_id")
        if not isinstance(owner, (int, str)) or owner not in people:
            raise PoseFileError("There is no image with the id {key!r}", where=spot.at("image_id").said,
                                hint="Add it to `images`.", key=owner)
        order = orders.get(str(annotation.get("category_id")), COCO_JOINTS)
        if order is None:
            raise PoseFileError("The category's keypoints are not COCO's 17", where=spot.at("category_id").said,
                                hint="Name them {names} and so on.", names=", ".join(COCO_NAMES[:3]))
        pose = _pose(annotation["keypoints"], order, where=spot.at("keypoints"))
        if pose.present.any():
            people[owner].append(pose)
    return tuple(CocoPhoto(file, size, tuple(people[key])) for key, file, size in entries)


def coco_text(photos: Sequence[CocoPhoto], *, turn: Turn = no_turn) -> str:
    """The JSON text of some photos and their people. Places are exact to 0.000001 pixels."""
    annotations: list[str] = []
    for image_id, photo in enumerate(photos, start=1):
        turn(image_id - 1, len(photos))
        for pose in photo.people:
            left, top, right, bottom = pose.box() or (0.0, 0.0, 0.0, 0.0)
            box = [round(value, _DECIMALS) for value in (left, top, right - left, bottom - top)]
            states = [pose.states[joint] for joint in COCO_JOINTS]
            # One by one: the whole at once would keep everything else in the process from going on.
            annotations.append(json.dumps({
                "id": len(annotations) + 1, "image_id": image_id, "category_id": 1, "iscrowd": 0,
                "num_keypoints": sum(state is not JointState.MISSING for state in states),
                "keypoints": _numbers(pose), "bbox": box, "area": round(box[2] * box[3], _DECIMALS),
            }))
    images = [
        json_text({"id": index, "file_name": photo.name, "width": photo.size[1], "height": photo.size[0]})
        for index, photo in enumerate(photos, start=1)
    ]
    pairs = [[COCO_JOINTS.index(first) + 1, COCO_JOINTS.index(second) + 1] for first, second in _SKELETON]
    person = {"id": 1, "name": "person", "supercategory": "person", "keypoints": list(COCO_NAMES), "skeleton": pairs}
    lists = {"images": images, "annotations": annotations, "categories": [json.dumps(person)]}
    return "{" + ", ".join(f'"{name}": [{", ".join(entries)}]' for name, entries in lists.items()) + "}"


def write_coco(path: Path | str, photos: Sequence[CocoPhoto], *, turn: Turn = no_turn) -> Path:
    """Write `coco_text` to a file, whole or not at all. Raises OutputError."""
    return write_bytes(path, (coco_text(photos, turn=turn) + "\n").encode("utf-8"))


def _numbers(pose: Pose) -> list[float | int]:
    numbers: list[float | int] = []
    for joint in COCO_JOINTS:
        state = pose.states[joint]
        if state is JointState.MISSING:
            numbers += [0, 0, 0]
        else:
            numbers += [*(round(value, _DECIMALS) for value in pose.place(joint)), _NUMBERS[state]]
    return numbers


def _orders(categories: object) -> dict[str, tuple[Joint, ...] | None]:
    """The order of the joints by category id, where a category names its keypoints; None where they are others."""
    by_name = dict(zip(COCO_NAMES, COCO_JOINTS, strict=True))
    orders: dict[str, tuple[Joint, ...] | None] = {}
    for category in categories if isinstance(categories, list) else []:
        names = category.get("keypoints") if isinstance(category, dict) else None
        if not isinstance(names, list):
            continue
        keys = [str(name).lower().replace(" ", "_").replace("-", "_") for name in names]
        same = sorted(keys) == sorted(by_name)
        orders[str(category.get("id"))] = tuple(by_name[key] for key in keys) if same else None
    return orders


def _image(image: object, *, where: Spot) -> tuple[int | str, str, tuple[int, int]]:
    if not isinstance(image, dict) or not isinstance(image.get("id"), (int, str)):
        raise PoseFileError("The image has no `id`", where=where.said, hint=_HINT)
    file = image.get("file_name")
    if not isinstance(file, str) or not file:
        raise PoseFileError("The image has no `file_name`", where=where.said, hint=_HINT)
    width, height = (place(image.get(key, 0), where=where.at(key), what=key) for key in ("width", "height"))
    return image["id"], file, (round(height), round(width))


def _pose(values: object, order: Sequence[Joint], *, where: Spot) -> Pose:
    count = len(COCO_JOINTS)
    if not isinstance(values, list) or len(values) != 3 * count:
        if not isinstance(values, list):
            raise PoseFileError("The keypoints are no list of 17 triples of x, y and v", where=where.said, hint=_HINT)
        if len(values) in (54, 75):
            raise PoseFileError(
                "The keypoints are {count} numbers, not 17 triples of x, y and v, which looks like OpenPose",
                where=where.said, hint="Import OpenPose's files as OpenPose JSON.", count=len(values))
        raise PoseFileError("The keypoints are {count} numbers, not 17 triples of x, y and v", where=where.said,
                            hint=_HINT, count=len(values))
    points, states = np.full((len(Joint), 2), np.nan), [JointState.MISSING] * len(Joint)
    plain = plain_numbers(values)
    if plain is not None and all(value in _STATES for value in values[2::3]):
        for index, joint in enumerate(order):
            if values[3 * index + 2]:
                points[joint] = plain[3 * index : 3 * index + 2]
                states[joint] = _STATES[int(values[3 * index + 2])]
        return _with_neck(points, states)
    for index, joint in enumerate(order):
        at = [where.at(3 * index + offset, words=joint) for offset in range(3)]
        seen = number(values[3 * index + 2], where=at[2], what="v")
        if seen not in _STATES:
            raise PoseFileError("v is {number:g}, not 0, 1 or 2", where=at[2].said,
                                hint="0 is missing, 1 hidden, 2 visible.", number=seen)
        x, y = (place(values[3 * index + axis], where=at[axis], what="xy"[axis]) for axis in (0, 1))
        if seen > 0:
            points[joint], states[joint] = (x, y), _STATES[int(seen)]
    return _with_neck(points, states)


def _with_neck(points: Points, states: list[JointState]) -> Pose:
    shoulders = J.RIGHT_SHOULDER, J.LEFT_SHOULDER
    if JointState.MISSING not in (both := [states[joint] for joint in shoulders]):
        points[J.NECK] = points[list(shoulders)].mean(axis=0)
        states[J.NECK] = JointState.HIDDEN if JointState.HIDDEN in both else JointState.VISIBLE
    return Pose.from_points(points, states=states)
