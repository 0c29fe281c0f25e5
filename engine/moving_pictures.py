"""Pictures that follow each other, as one GIF, one MP4 or WebM, or numbered PNG files: whole or not at all."""

from __future__ import annotations

import io
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from engine.errors import OutputError, UsageError
from engine.files import make_folder, output_error, write_bytes
from engine.images import Picture, downscale, save_picture

SUFFIXES: Final = (".gif", ".mp4", ".webm")
"""Endings of one file; a name without an ending is a folder for numbered PNG files."""
LONGEST_SIDE: Final = 1280
"""Larger pictures are made smaller for GIF and video; PNG files keep their size."""
FASTEST: Final = 50.0
SLOWEST: Final = 0.5

_OLD: Final = "mp4v"
_CODECS: Final = {"mp4": ("avc1", _OLD), "webm": ("VP90", "VP80")}
_SAMPLED: Final = 8

OpenWriter = Callable[[Path, str, float, tuple[int, int]], "VideoWriter"]


class VideoWriter:
    """OpenCV's encoder for one file; whether it can work says `is_open`."""

    def __init__(self, path: Path, codec: str, rate: float, size: tuple[int, int]) -> None:
        # Read by OpenCV when it first loads FFmpeg: that one encoder is not there is no word to a person.
        os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
        import cv2

        letters = cv2.VideoWriter.fourcc(*codec)
        before = cv2.utils.logging.getLogLevel()
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
        try:
            self._writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, letters, rate, size)
        finally:
            cv2.utils.logging.setLogLevel(before)

    @property
    def is_open(self) -> bool:
        """Whether there is an encoder of this kind here."""
        return bool(self._writer.isOpened())

    def add(self, picture: Picture) -> None:
        """One more picture, RGB."""
        self._writer.write(np.ascontiguousarray(picture[..., ::-1]))

    def close(self) -> None:
        """Finish the file."""
        self._writer.release()


def kind_of(path: Path) -> str:
    """`gif`, `mp4`, `webm` or `png` (a folder) for a name. Raises OutputError for any other ending."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES and not path.is_dir():
        return suffix[1:]
    if not suffix or path.is_dir():
        return "png"
    raise OutputError(
        "A sequence's name cannot end in {suffix!r}",
        where=str(path),
        hint="Use .gif, .mp4 or .webm, or a name without an ending for a folder of PNG files.",
        suffix=path.suffix,
    )


def save_gif(path: Path, pictures: Iterable[Picture], *, rate: float) -> Path:
    """One GIF that repeats for ever, `rate` pictures a second, all in one palette so that still parts stay still.

    Raises UsageError without pictures, OutputError when it cannot be written.
    """
    _require_rate(rate)
    frames = [downscale(picture, LONGEST_SIDE) for picture in pictures]
    _require_some(frames)
    step = max(1, len(frames) // _SAMPLED)
    sample = np.concatenate([frame[:: max(1, frame.shape[0] // 256)] for frame in frames[::step]], axis=0)
    palette = Image.fromarray(sample).quantize(256, method=Image.Quantize.MEDIANCUT)
    drawn = [Image.fromarray(frame).quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    buffer = io.BytesIO()
    drawn[0].save(
        buffer,
        "GIF",
        save_all=True,
        append_images=drawn[1:],
        duration=_duration(rate),
        loop=0,
        optimize=False,
        disposal=1,
    )
    return write_bytes(path, buffer.getvalue())


def _duration(rate: float) -> int:
    """Milliseconds a picture; GIF counts in hundredths of a second."""
    return 10 * max(2, round(100 / rate))


@dataclass(frozen=True)
class Video:
    """A video that was written, and in which encoding: OpenCV's four letters for it."""

    path: Path
    codec: str

    @property
    def in_browsers(self) -> bool:
        """Whether browsers play it; every video player does."""
        return self.codec != _OLD


def save_video(path: Path, pictures: Iterable[Picture], *, rate: float, open_writer: OpenWriter = VideoWriter) -> Video:
    """One MP4 or WebM, as the name says, `rate` pictures a second, in the best encoding that OpenCV has here.

    MP4 is H.264, else MPEG-4 part 2, which browsers do not play; WebM is VP9 or VP8, which they do. Raises UsageError
    without pictures, OutputError when there is no encoder or the file cannot be written.
    """
    kind = kind_of(path)
    _require_rate(rate)
    frames = [_even(downscale(picture, LONGEST_SIDE)) for picture in pictures]
    _require_some(frames)
    height, width = frames[0].shape[:2]
    with tempfile.TemporaryDirectory(prefix="repose-") as folder:
        for codec in _CODECS[kind]:
            draft = Path(folder) / f"{codec}.{kind}"
            with _unheard():
                writer = open_writer(draft, codec, rate, (width, height))
            try:
                if not writer.is_open:
                    continue
                for frame in frames:
                    writer.add(frame)
            finally:
                writer.close()
            if draft.exists() and draft.stat().st_size > 0:
                return Video(write_bytes(path, draft.read_bytes()), codec)
    raise OutputError(
        "There is no encoder for {kind} here",
        where=str(path),
        hint="Save it as GIF or as PNG files.",
        kind={"mp4": "MP4", "webm": "WebM"}[kind],
    )


@contextmanager
def _unheard() -> Iterator[None]:
    """Without what OpenCV says on standard error, past all its levels: that WebM has no tags for encodings."""
    try:
        kept = os.dup(2)
    except OSError:  # a window without a terminal
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)


def _even(picture: Picture) -> Picture:
    """With an even number of rows and columns, as encoders want it: the last one is repeated."""
    height, width = picture.shape[:2]
    return np.pad(picture, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")


def save_numbered(
    folder: Path, pictures: Iterable[tuple[Picture, Mapping[str, str]]], *, stem: str, digits: int = 4
) -> list[Path]:
    """PNG files `stem-0001.png`... in a folder, each with its text; they appear together when all are done.

    Raises OutputError; then, and when the work is cancelled, none of them is there. ValueError for a stem that would
    lead to another folder.
    """
    if Path(f"{stem}-").name != f"{stem}-":
        raise ValueError(f"{stem!r} is not the beginning of a file's name")
    make_folder(folder)
    draft = folder / f".{stem[:60]}.{secrets.token_hex(4)}.part"
    names: list[str] = []
    try:
        draft.mkdir()
        for number, (picture, text) in enumerate(pictures, start=1):
            names.append(f"{stem}-{number:0{digits}d}.png")
            save_picture(draft / names[-1], picture, text=text)
        for name in names:
            os.replace(draft / name, folder / name)
    except OSError as error:
        raise output_error(error, folder) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return [folder / name for name in names]


def _require_some(frames: Sequence[Picture]) -> None:
    if not frames:
        raise UsageError("There is no picture to write", hint="Make the pictures first.")


def _require_rate(rate: float) -> None:
    """Asked before the first picture: they may be painted while they are written."""
    if not SLOWEST <= rate <= FASTEST:
        raise UsageError(
            "{rate:g} pictures a second cannot be written",
            hint="Take {least:g} to {most:g}.",
            rate=rate,
            least=SLOWEST,
            most=FASTEST,
        )
