"""`repose detect` and `repose mask`: who is in a photo, and where."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from engine.cli_terminal import INPUT, Terminal
from engine.errors import DeviceError, NoPersonError, OutputError, ReposeError, WeightsError
from engine.files import make_folder, require_place, write_bytes
from engine.images import Picture, load_picture, save_mask, save_picture
from engine.skeleton import Pose, facing_of

if TYPE_CHECKING:
    from engine.openpose.estimator import PoseEstimator

STANDARD_OUTPUT: Final = "-"
_NOBODY: Final = "No person was found in the photo"
_NOBODY_HINT: Final = "Choose a photo that shows a person."


def detect(
    photos: Sequence[Path],
    terminal: Terminal,
    *,
    json_to: str | None,
    overlay: Path | None,
    weights: str | None,
    device: str,
) -> int:
    """Find people in photos; see `repose detect --help`. Answers the exit code."""
    if json_to not in (None, STANDARD_OUTPUT):
        require_place(Path(json_to), protected=photos)
    if overlay is not None and overlay.exists() and not overlay.is_dir():
        raise OutputError("There is a file of this name, not a folder", where=str(overlay), hint="Choose another name.")
    finder: _Finder | None = None
    entries: list[dict[str, Any]] = []
    complete = True
    with terminal.progress() as progress:
        for index, photo in enumerate(photos):
            terminal.cancel.raise_if_cancelled()
            progress(index, len(photos), photo.name)
            try:
                picture = load_picture(photo)
                # Loaded for the first photo that is one: when none is, nobody has to wait for it.
                finder = finder or _Finder(load_estimator(weights, device=device), overlay, photos=photos)
                entry = finder.entry(photo, picture, terminal)
            except (WeightsError, DeviceError, OutputError):
                raise
            except ReposeError as error:
                terminal.error(located(error, photo))
                complete = False
                continue
            entries.append(entry)
            if not entry["people"]:
                terminal.error(NoPersonError(_NOBODY, where=str(photo), hint=_NOBODY_HINT))
                complete = False
            if json_to != STANDARD_OUTPUT:
                terminal.result(_summary(entry))
    if json_to == STANDARD_OUTPUT:
        terminal.output(_json(entries))
    elif json_to is not None and entries:
        write_bytes(json_to, f"{_json(entries)}\n".encode())
    return 0 if complete else INPUT


def mask(photo: Path, terminal: Terminal, *, out: Path, device: str) -> int:
    """Write a photo's person mask; see `repose mask --help`. Answers the exit code."""
    if out.suffix.lower() != ".png":
        raise OutputError("A mask is written as PNG", where=str(out), hint="Let the name end in .png.")
    require_place(out, protected=[photo])
    picture = load_picture(photo)
    from engine.person_mask import person_mask

    estimator = load_estimator(None, device=device)
    terminal.cancel.raise_if_cancelled()

    try:
        estimate = estimator.estimate(picture, cancel=terminal.cancel)
        pose = estimate.people[0].pose if estimate.people else None
        found = person_mask(picture, estimate, pose=pose)
    except ReposeError as error:
        raise located(error, photo) from error
    terminal.cancel.raise_if_cancelled()
    save_mask(out, found)
    terminal.result(str(out))
    return 0


def located(error: ReposeError, place: Path | str) -> ReposeError:
    """The same error with the place where it happened, when it does not say one itself."""
    return error if error.where else type(error)(error.what, where=str(place), hint=error.hint)


def free_name(stem: str, taken: set[str]) -> str:
    """A PNG name that no picture of this run has yet: photos of one name may come from several folders."""
    name, number = f"{stem}.png", 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}.png"
    taken.add(name)
    return name


def joints_json(pose: Pose) -> list[list[float] | None]:
    """18 x [x, y, confidence] in the pose's pixels, null where missing."""
    return [
        [round(float(x), 3), round(float(y), 3), round(float(trust), 4)] if here else None
        for (x, y), trust, here in zip(pose.points, pose.confidence, pose.present.tolist(), strict=True)
    ]


def load_estimator(weights: str | None, *, device: str) -> PoseEstimator:
    """The pose estimator of this name or file, the embedded one for None. Raises WeightsError, DeviceError."""
    from engine import loading

    return loading.load_estimator(weights, device=device) if weights else loading.load_estimator(device=device)


class _Finder:
    """An estimator at work on photo after photo, with the folder that overlays go to."""

    def __init__(self, estimator: PoseEstimator, overlay: Path | None, *, photos: Sequence[Path]) -> None:
        self._estimator = estimator
        self._overlay = overlay
        self._photos = photos
        self._names: set[str] = set()

    def entry(self, photo: Path, picture: Picture, terminal: Terminal) -> dict[str, Any]:
        """What the JSON list says of one photo; writes its overlay."""
        people = self._estimator.estimate(picture, cancel=terminal.cancel).people
        terminal.cancel.raise_if_cancelled()
        if self._overlay is not None:
            from engine.overlay import draw_skeleton

            drawn = draw_skeleton(picture, [person.pose for person in people])
            place = make_folder(self._overlay) / free_name(f"{photo.stem}-overlay", self._names)
            require_place(place, protected=self._photos)
            save_picture(place, drawn)
        return {
            "photo": str(photo),
            "size": [picture.shape[1], picture.shape[0]],
            "people": [
                {"keypoints": joints_json(person.pose), "score": round(float(person.score), 4),
                 "facing": facing_of(person.pose).value}
                for person in people
            ],
        }


def _summary(entry: dict[str, Any]) -> str:
    people = entry["people"]
    found = []
    for person in people:
        joints = sum(keypoint is not None for keypoint in person["keypoints"])
        found.append(f" ({person['facing']}, {joints} joints, score {person['score']:.2f})")
    count = "1 person" if len(people) == 1 else f"{len(people) or 'no'} people"
    return f"{entry['photo']}: {count}{''.join(found)}"


def _json(entries: Sequence[dict[str, Any]]) -> str:
    """A JSON list with one line a photo."""
    lines = ",\n".join(json.dumps(entry) for entry in entries)
    return f"[\n{lines}\n]" if entries else "[]"
