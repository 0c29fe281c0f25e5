"""`repose sequence`: a photo's person on the way from pose to pose, as GIF, MP4, WebM or numbered PNG files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.backgrounds import Background
from engine.cli_people import located
from engine.cli_pictures import load_models, pose_of, read_target
from engine.cli_terminal import Terminal
from engine.errors import ReposeError, UsageError
from engine.files import require_place
from engine.images import Picture, load_picture
from engine.moving_pictures import kind_of, save_gif, save_numbered, save_video
from engine.progress import Progress
from engine.provenance import file_sha256
from engine.record import record
from engine.sequence import poses_between, render_sequence


@dataclass(frozen=True)
class SequenceOptions:
    """How a sequence is asked for.

    frames       how many pictures
    rate         pictures a second, in GIF and video
    loop         back to the first pose, to be played round and round
    background   white, keep or photo, as for single pictures
    weights      name or file of the generator; None is the embedded one
    device       auto, cpu, cuda or mps
    """

    frames: int = 24
    rate: float = 12.0
    loop: bool = False
    background: Background = "white"
    weights: str | None = None
    device: str = "auto"


def sequence(photo: Path, terminal: Terminal, *, poses: Sequence[str], out: Path, options: SequenceOptions) -> int:
    """Write a photo's person on the way from pose to pose; see `repose sequence --help`. Answers the exit code."""
    if len(poses) < 2:
        raise UsageError("A sequence needs at least two poses", hint="Give --pose once for each.")
    kind = kind_of(out)
    if kind != "png":
        require_place(out, protected=[photo, *poses])
    picture = load_picture(photo)
    targets = [read_target(given) for given in poses]
    models = load_models(terminal, weights=options.weights, device=options.device)
    try:
        session = models.open(picture, cancel=terminal.cancel)
    except ReposeError as error:
        raise located(error, photo) from error
    keys = [session.fitted(pose_of(target, models, terminal=terminal)) for target in targets]
    steps = poses_between(keys, frames=options.frames, loop=options.loop)
    title = " - ".join(target.name for target in targets)
    sha256 = file_sha256(photo)

    def made(progress: Progress) -> Iterator[tuple[Picture, Mapping[str, str]]]:
        drawn = render_sequence(
            session, steps, background=options.background, progress=progress, cancel=terminal.cancel
        )
        for number, rendered in enumerate(drawn, start=1):
            note = record(
                rendered,
                session,
                photo=photo.name,
                sha256=sha256,
                target=f"{title}, {number} of {len(steps)}",
                options={"framing": "auto", "background": options.background, "fit": "no"},
            )
            yield rendered.picture, note.to_text()

    with terminal.progress() as progress:
        if kind == "png":
            paths = save_numbered(out, made(progress), stem=photo.stem)
        elif kind == "gif":
            paths = [save_gif(out, (shown for shown, _ in made(progress)), rate=options.rate)]
        else:
            video = save_video(out, (shown for shown, _ in made(progress)), rate=options.rate)
            paths = [video.path]
            if not video.in_browsers:
                terminal.note("Video players show this MP4, browsers do not: there is no H.264 here. They show .webm.")
    for path in paths:
        terminal.result(str(path))
    return 0
