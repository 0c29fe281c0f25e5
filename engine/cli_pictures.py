"""`repose transfer`: a photo's person in other poses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from engine.backgrounds import Background
from engine.cli_people import free_name, located
from engine.cli_terminal import INPUT, Terminal
from engine.errors import NoPersonError, OutputError, PoseFileError, ReposeError, UsageError
from engine.files import make_folder, require_place
from engine.formats.openpose_json import read_openpose
from engine.framing import FRAME_SIZE, Framing, frame_person
from engine.images import PHOTO_SUFFIXES, PICTURE_SUFFIXES, Picture, load_picture, save_picture
from engine.presets import find_preset, load_presets
from engine.provenance import file_sha256
from engine.record import record
from engine.skeleton import Pose

if TYPE_CHECKING:
    from engine.transfer import Transfer, TransferSession


@dataclass(frozen=True)
class TransferOptions:
    """How pictures are asked for.

    photo_pose   OpenPose JSON with the person's pose in the photo; None detects it
    framing      auto frames the person; none takes the photo, 176 x 256, as it is, and poses in its pixels
    background   white; keep the photo's, in the frame; photo: the whole photo with the person in their place
    inside       whether each picture gets a sheet of the generator's attention masks beside it
    fit          whether target poses are fitted to the person
    weights      name or file of the generator; None is the embedded one
    device       auto, cpu, cuda or mps
    """

    photo_pose: Path | None = None
    framing: Literal["auto", "none"] = "auto"
    background: Background = "white"
    inside: bool = False
    fit: bool = True
    weights: str | None = None
    device: str = "auto"


@dataclass(frozen=True, eq=False)
class Target:
    """A wanted pose: its name, and the pose in pixels of `size` (height, width), or a photo that shows it."""

    name: str
    given: str
    pose: Pose | None
    size: tuple[int, int] | None
    photo: Picture | None = None


def transfer(
    photo: Path, terminal: Terminal, *, poses: Sequence[str], out: Path, options: TransferOptions
) -> int:
    """Show a photo's person in other poses; see `repose transfer --help`. Answers the exit code."""
    single = _single_file(out, count=len(poses), protected=[photo, *poses])
    picture = load_picture(photo)
    if options.framing == "none" and picture.shape[:2] != FRAME_SIZE:
        raise UsageError(
            f"Without framing the photo must be 176 x 256 pixels, and this one is {picture.shape[1]} x "
            f"{picture.shape[0]}", where=str(photo), hint="Leave --framing out, or resize the photo.")
    photo_pose = None
    if options.photo_pose is not None:
        photo_pose = read_openpose(options.photo_pose, size=_size(picture)).people[0]
    targets = _read_targets(poses, terminal)
    if not targets:
        return INPUT
    models = load_models(terminal, weights=options.weights, device=options.device)
    try:
        session = models.open(picture, pose=photo_pose, framing=options.framing, cancel=terminal.cancel)
    except ReposeError as error:
        raise located(error, photo) from error
    work = _Work(session, models, photo, file_sha256(photo), options)
    names: set[str] = set()
    done = 0
    with terminal.progress() as progress:
        for index, target in enumerate(targets):
            terminal.cancel.raise_if_cancelled()
            progress(index, len(targets), target.name)
            try:
                made, text = work.make(target, terminal)
            except (NoPersonError, PoseFileError, UsageError) as error:
                terminal.error(located(error, target.given))
                continue
            path = single or make_folder(out) / free_name(f"{photo.stem}-{target.name}", names)
            if single is None:
                require_place(path, protected=[photo, *poses])
            save_picture(path, made, text=text)
            terminal.result(str(path))
            if options.inside:
                sheet = path.with_name(f"{path.stem}-inside.png")
                require_place(sheet, protected=[photo, *poses])
                save_picture(sheet, work.inside(target, terminal))
                terminal.result(str(sheet))
            done += 1
    return 0 if done == len(poses) else INPUT


def load_models(terminal: Terminal, *, weights: str | None, device: str) -> Transfer:
    """Estimator and generator. Raises WeightsError, DeviceError."""
    from engine.transfer import Transfer

    with terminal.progress() as progress:
        terminal.cancel.raise_if_cancelled()
        if weights is None:
            return Transfer.load(device=device, progress=progress)
        return Transfer.load(generator=weights, device=device, progress=progress)


class _Work:
    """One photo's session with what every picture's provenance says of it."""

    def __init__(
        self, session: TransferSession, models: Transfer, photo: Path, sha256: str, options: TransferOptions
    ) -> None:
        self._session = session
        self._models = models
        self._photo = photo
        self._sha256 = sha256
        self._options = options

    def make(self, target: Target, terminal: Terminal) -> tuple[Picture, dict[str, str]]:
        """The picture for one target, and how it was made as text."""
        options = self._options
        wanted, fit = self._wanted(target, terminal)
        rendered = self._session.render(wanted, fit=fit, background=options.background, cancel=terminal.cancel)
        if rendered.note:
            terminal.note(rendered.note)
        made = record(
            rendered,
            self._session,
            photo=self._photo.name,
            sha256=self._sha256,
            target=target.name,
            options={"framing": options.framing, "background": options.background, "fit": "yes" if fit else "no"},
        )
        return rendered.picture, made.to_text()

    def inside(self, target: Target, terminal: Terminal) -> Picture:
        """A sheet of the attention masks of the generator's blocks over the picture for one target."""
        from engine.attention import inside_sheet

        wanted, fit = self._wanted(target, terminal)
        seen = self._session.look(wanted, fit=fit, cancel=terminal.cancel)
        return inside_sheet(seen.picture, seen.masks)

    def _wanted(self, target: Target, terminal: Terminal) -> tuple[Pose, bool]:
        """The pose to render, and whether it is to be fitted to the person."""
        options = self._options
        fit = options.fit and options.framing == "auto"
        pose = pose_of(target, self._models, terminal=terminal)
        return (pose if fit else _in_frame(pose, target, as_it_is=options.framing == "none")), fit


def pose_of(target: Target, models: Transfer, *, terminal: Terminal) -> Pose:
    """A target's pose in its own pixels; that of a photo is detected. Raises NoPersonError."""
    if target.pose is not None:
        return target.pose
    assert target.photo is not None
    people = models.detect(target.photo, cancel=terminal.cancel).people
    if not people:
        raise NoPersonError("No person was found in the photo", where=target.given,
                            hint="Choose a photo that shows a person in the pose.")
    return people[0].pose


def _in_frame(pose: Pose, target: Target, *, as_it_is: bool) -> Pose:
    """A pose that is not to be fitted, in the frame's pixels."""
    if as_it_is or target.size in (None, FRAME_SIZE):
        return pose
    assert target.size is not None
    if target.photo is not None:
        return frame_person(target.size, pose).to_frame(pose)
    return Framing.whole(target.size).to_frame(pose)


def _size(picture: Picture) -> tuple[int, int]:
    return picture.shape[0], picture.shape[1]


def _single_file(out: Path, *, count: int, protected: Sequence[Path | str]) -> Path | None:
    """The one file to write, or None when `out` is a folder for several. Raises OutputError, UsageError."""
    if out.is_dir() or (not out.suffix and not out.exists()):
        return None
    if count > 1:
        raise UsageError(f"{count} poses do not go into one file", where=str(out),
                         hint="Give a folder: an existing one, or a name without an ending.")
    if out.suffix.lower() not in PICTURE_SUFFIXES:
        raise OutputError(f"A picture's name cannot end in {out.suffix!r}" if out.suffix else
                          "There is a file of this name, not a folder", where=str(out),
                          hint=f"Use {' or '.join(PICTURE_SUFFIXES)}, or a folder.")
    require_place(out, protected=protected)
    return out


def _read_targets(poses: Sequence[str], terminal: Terminal) -> list[Target]:
    """The poses that can be used; what is wrong with the others is told."""
    targets = []
    for given in poses:
        try:
            targets.append(read_target(given))
        except ReposeError as error:
            terminal.error(error)
    return targets


_NOT_NAMES: Final = (".json", *PHOTO_SUFFIXES)


def read_target(given: str) -> Target:
    """A preset by its name, an OpenPose JSON file by its content, or else a photo.

    Raises PoseFileError for an unknown name or a broken file, PictureError for a broken photo.
    """
    path = Path(given)
    names = {preset.name: preset for preset in load_presets()}
    if given in names:
        return Target(given, given, names[given].pose, names[given].size)
    if not path.exists() and not path.is_symlink():
        if path.suffix.lower() in _NOT_NAMES or path.parent != Path():
            raise PoseFileError("There is no such file", where=given, hint="Check the path.")
        preset = find_preset(given, presets=tuple(names.values()))
        return Target(preset.name, given, preset.pose, preset.size)
    if path.suffix.lower() == ".json" or _looks_like_json(path):
        file = read_openpose(path, size=FRAME_SIZE)
        return Target(path.stem, given, file.people[0], file.canvas)
    photo = load_picture(path)
    return Target(path.stem, given, None, _size(photo), photo)


def _looks_like_json(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with open(path, "rb") as file:
            return file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    except OSError:
        return False  # reading it as a photo tells what is wrong
