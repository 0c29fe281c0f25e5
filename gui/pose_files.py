"""Pose files and poses on the clipboard, as the window reads and writes them: OpenPose JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from engine.errors import PoseFileError
from engine.formats.openpose_json import PoseFile, openpose_text, parse_openpose, read_openpose, write_openpose
from engine.framing import FRAME_SIZE, frame_person
from engine.skeleton import Pose


def _tr(text: str) -> str:
    return QCoreApplication.translate("PoseFiles", text)


@dataclass(frozen=True, eq=False)
class FoundPose:
    """A pose in the pixels of a 176 x 256 frame, and its title where the file has one."""

    pose: Pose
    title: str


def read_target(path: Path) -> FoundPose:
    """The first person of a pose file. Raises PoseFileError."""
    return _first(read_openpose(path, size=FRAME_SIZE), name=str(path), title=path.stem)


def target_of_text(text: str, *, title: str) -> FoundPose:
    """The first person of a copied pose. Raises PoseFileError."""
    if not text.strip():
        raise PoseFileError(_tr("There is no pose to paste"), where=_tr("Clipboard"), hint=_tr("Copy a pose first."))
    name = _tr("Clipboard")
    return _first(parse_openpose(text, name=name, size=FRAME_SIZE), name=name, title=title)


def photo_pose_of_text(text: str, *, size: tuple[int, int]) -> Pose:
    """The first person of a copied pose in the pixels of a photo of `size` (height, width). Raises PoseFileError.

    A pose copied from a photo of the same size keeps its place; another is made to fit into the photo, unless the
    copied text does not say what it lay in and every joint is inside as it is.
    """
    if not text.strip():
        raise PoseFileError(_tr("There is no pose to paste"), where=_tr("Clipboard"), hint=_tr("Copy a pose first."))
    found = parse_openpose(text, name=_tr("Clipboard"), size=None)
    pose = _present(found, name=_tr("Clipboard"))
    left, top, right, bottom = pose.box() or (0.0, 0.0, 0.0, 0.0)
    inside = min(left, top) >= 0 and right <= size[1] - 1 and bottom <= size[0] - 1
    if found.canvas == size or (found.canvas is None and inside):
        return pose
    height, width = found.canvas or _room_for(pose)
    ratio = min(size[0] / height, size[1] / width)
    across, down = (size[1] - width * ratio) / 2, (size[0] - height * ratio) / 2
    # Pixel centres: x + 1/2 grows with the picture.
    return pose.with_points((pose.points + 0.5) * ratio - 0.5 + (across, down))


def text_of_pose(pose: Pose, *, size: tuple[int, int], title: str) -> str:
    """A pose as text for the clipboard; `size` is height, width of what its pixels lie in."""
    return openpose_text([pose], canvas=size, title=title)


def write_target(path: Path, pose: Pose, *, title: str) -> None:
    """Save a target pose in the frame's pixels. Raises OutputError."""
    write_openpose(path, [pose], canvas=FRAME_SIZE, title=title)


def _first(found: PoseFile, *, name: str, title: str) -> FoundPose:
    pose = _present(found, name=name)
    if found.canvas != FRAME_SIZE:
        pose = frame_person(found.canvas or _room_for(pose), pose).to_frame(pose)
    return FoundPose(pose, found.title or title)


def _present(found: PoseFile, *, name: str) -> Pose:
    pose = next((person for person in found.people if person.present.any()), None)
    if pose is None:
        text, hint = _tr("The pose has no joint that is present"), _tr("Choose another pose.")
        raise PoseFileError(text, where=name, hint=hint)
    return pose


def _room_for(pose: Pose) -> tuple[int, int]:
    """Height, width of a picture that holds the pose, for files that name none."""
    left, top, right, bottom = pose.box() or (0.0, 0.0, 1.0, 1.0)
    return round(max(bottom + max(top, 0.0), 2.0)) + 1, round(max(right + max(left, 0.0), 2.0)) + 1
