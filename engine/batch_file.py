"""The file of a batch's plan.

Format: `repose-batch.json` of version 2 holds an id, the options, photos, poses, generators (weights, label, sha256)
and what failed. Version 1 knew one generator and called it in the options, or not at all.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from engine.backgrounds import BACKGROUNDS
from engine.batch import FILE, Batch, BatchModel, BatchOptions, BatchPhoto, BatchPose, Failure, label_of
from engine.errors import PoseFileError
from engine.files import write_bytes
from engine.formats.reading import parse_json, read_text
from engine.provenance import pose_of_rows, pose_rows

VERSION: Final = 2


def write_plan(batch: Batch) -> None:
    """Write a plan and what failed into its folder, whole or not at all. Raises OutputError."""
    content = {
        "version": VERSION,
        "id": batch.key,
        "options": {"background": batch.options.background},
        "models": [{"weights": model.weights, "label": model.label, "sha256": model.sha256} for model in batch.models],
        "photos": [
            {"path": str(photo.path), "stem": photo.stem, "pose": photo.pose and pose_rows(photo.pose)}
            for photo in batch.photos
        ],
        "poses": [
            {
                "name": pose.name,
                "title": pose.title,
                "pose": pose.pose and pose_rows(pose.pose),
                "photo": None if pose.photo is None else str(pose.photo),
            }
            for pose in batch.poses
        ],
        "failed": [{"photo": fail.photo, "pose": fail.pose, "why": fail.why} for fail in batch.failures],
    }
    write_bytes(batch.folder / FILE, (json.dumps(content, indent=1) + "\n").encode())


def read_plan(folder: Path) -> Batch:
    """The plan in a folder, as if nothing were done yet. Raises PoseFileError when there is none or it is damaged."""
    path = folder / FILE
    if not path.is_file():
        raise PoseFileError(
            "There is no batch in this folder",
            where=str(folder),
            hint="Choose the folder that has a {file}.",
            file=FILE,
        )
    name = str(path)
    content = parse_json(read_text(path), name=name)
    try:
        version = content["version"]
        if version not in (1, VERSION):
            raise PoseFileError(
                "This batch is of version {version} of the format",
                where=name,
                hint="Update Repose Studio to go on with it.",
                version=version,
            )
        options = content["options"]
        background = options["background"]
        if background not in BACKGROUNDS:
            raise ValueError(background)
        photos = [
            BatchPhoto(Path(row["path"]), _part(row["stem"]), row["pose"] and pose_of_rows(row["pose"], name=name))
            for row in content["photos"]
        ]
        poses = [
            BatchPose(
                _part(row["name"]),
                row["pose"] and pose_of_rows(row["pose"], name=name),
                Path(row["photo"]) if row["photo"] else None,
                str(row["title"]),
            )
            for row in content["poses"]
        ]
        models = _models(content, version)
        if not photos or not models or not all(pose.pose is not None or pose.photo is not None for pose in poses):
            raise ValueError("a pose without a place")
        failures = [Failure(_place(row["photo"]), _place(row["pose"]), str(row["why"])) for row in content["failed"]]
        return Batch(
            folder,
            key=str(content["id"]),
            photos=photos,
            poses=poses,
            models=models,
            options=BatchOptions(background),
            failures=failures,
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise PoseFileError("The plan of this batch is damaged", where=name, hint="Begin a new batch.") from error


def _models(content: Any, version: int) -> list[BatchModel]:
    if version == 1:
        weights = str(content["options"]["weights"])
        return [BatchModel(weights, _part(label_of(weights) or "generator"))]
    return [BatchModel(str(row["weights"]), _part(row["label"]), str(row["sha256"])) for row in content["models"]]


def _part(value: Any) -> str:
    """A part of a file name, which must not lead to another folder."""
    text = str(value)
    if not text or Path(text).name != text:
        raise ValueError(text)
    return text


def _place(value: Any) -> int | None:
    return None if value is None else int(value)
