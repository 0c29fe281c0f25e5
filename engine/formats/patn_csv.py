"""PATN's CSV files: keypoint annotations and lists of pairs, as the published fashion and Market data have them.

Annotations: separator `:`, header `name:keypoints_y:keypoints_x`, cells are JSON lists of 18 whole numbers, y first, -1
where a joint is missing. Pairs: commas, header `from,to`. Neither states nor confidences nor fractions of pixels are
part of the format.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import numpy as np

from engine.errors import PoseFileError
from engine.files import write_bytes
from engine.formats.reading import MAX_PLACE, Turn, no_turn, parse_json, place, read_text
from engine.formats.spots import line_in, within
from engine.skeleton import JOINT_COUNT, Joint, Pose

_HEADER: Final = ["name", "keypoints_y", "keypoints_x"]
_PAIRS_HEADER: Final = ["from", "to"]
_MISSING: Final = -1


def read_annotations(path: Path | str, *, turn: Turn = no_turn) -> dict[str, Pose]:
    """Poses by picture name, in the file's order. Raises PoseFileError, which names the line."""
    return parse_annotations(read_text(path), name=str(path), turn=turn)


def parse_annotations(text: str, *, name: str, turn: Turn = no_turn) -> dict[str, Pose]:
    """Read a text as `read_annotations` reads a file; `name` says in errors where it came from."""
    poses: dict[str, Pose] = {}
    lines = text.count("\n")
    for where, (picture, *cells) in _rows(text, _HEADER, separator=":", name=name):
        turn(len(poses), lines)
        y, x = (_coordinates(cell, where=where, what=what) for cell, what in zip(cells, _HEADER[1:], strict=True))
        points = np.stack([x, y], axis=1)
        points[(points == _MISSING).any(axis=1)] = np.nan
        pose = Pose.from_points(points)
        if picture in poses and not poses[picture].same_as(pose):
            raise PoseFileError("{name} stands in the file twice, with different keypoints", where=where,
                                hint="Delete one of the two lines.", name=picture)
        poses[picture] = pose
    return poses


def annotations_text(poses: Mapping[str, Pose], *, turn: Turn = no_turn) -> str:
    """The CSV text of poses by picture name, rounded to whole pixels.

    A joint left of or above the picture becomes missing: the format keeps negative numbers for that.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=":", lineterminator="\n")
    writer.writerow(_HEADER)
    for done, (name, pose) in enumerate(poses.items()):
        turn(done, len(poses))
        whole = np.where(np.isfinite(pose.points), np.rint(np.nan_to_num(pose.points)), _MISSING).astype(int)
        whole[(whole < 0).any(axis=1)] = _MISSING
        writer.writerow([name, str(whole[:, 1].tolist()), str(whole[:, 0].tolist())])
    return buffer.getvalue()


def write_annotations(path: Path | str, poses: Mapping[str, Pose], *, turn: Turn = no_turn) -> Path:
    """Write `annotations_text` to a file, whole or not at all. Raises OutputError."""
    return write_bytes(path, annotations_text(poses, turn=turn).encode("utf-8", "backslashreplace"))


def read_pairs(path: Path | str) -> list[tuple[str, str]]:
    """Names of condition and target pictures, in the file's order. Raises PoseFileError, which names the line."""
    return parse_pairs(read_text(path), name=str(path))


def parse_pairs(text: str, *, name: str) -> list[tuple[str, str]]:
    """Read a text as `read_pairs` reads a file; `name` says in errors where it came from."""
    return [(first, second) for _, (first, second) in _rows(text, _PAIRS_HEADER, separator=",", name=name)]


def pairs_text(pairs: Iterable[tuple[str, str]]) -> str:
    """The CSV text of pairs of picture names."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([_PAIRS_HEADER, *pairs])
    return buffer.getvalue()


def write_pairs(path: Path | str, pairs: Iterable[tuple[str, str]]) -> Path:
    """Write `pairs_text` to a file, whole or not at all. Raises OutputError."""
    return write_bytes(path, pairs_text(pairs).encode("utf-8"))


def _rows(text: str, header: list[str], *, separator: str, name: str) -> Iterator[tuple[str, list[str]]]:
    """Each row below the header with its place in words. Raises PoseFileError for another header or number of cells."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    expected = separator.join(header)
    try:
        first = next(reader, [])
        if [cell.strip() for cell in first] != header:
            shown = separator.join(first)[:60]
            raise PoseFileError("The first line is not the header {expected!r} but {shown!r}", where=name,
                                hint="Choose the other kind of file, or add the header.",
                                expected=expected, shown=shown)
        for row in reader:
            where = line_in(name, reader.line_num)
            if not row:
                continue
            if len(row) != len(header) or not all(cell.strip() for cell in row):
                raise PoseFileError("The line does not have {count} entries separated by {separator!r}",
                                    where=where, hint="Write it as {expected}.",
                                    count=len(header), separator=separator, expected=expected)
            yield where, row
    except csv.Error as error:
        raise PoseFileError("The line is not CSV ({why})", where=line_in(name, reader.line_num),
                            hint="Export the file again.", why=error) from error


def _coordinates(cell: str, *, where: str, what: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    values = parse_json(cell, name=within(where, what))
    if not isinstance(values, list) or len(values) != JOINT_COUNT:
        raise PoseFileError(
            "{what} holds {count} numbers, not a list of 18" if isinstance(values, list) else
            "{what} holds no list of 18 numbers", where=where, hint="One number a joint.",
            what=what, count=len(values) if isinstance(values, list) else 0)
    if not all(type(value) in (int, float) and abs(value) <= MAX_PLACE for value in values):
        for joint, value in zip(Joint, values, strict=True):
            place(value, where=within(where, joint), what=what)
    numbers = np.array(values, dtype=np.float64)
    if (numbers < 0).any() and (numbers[numbers < 0] != _MISSING).any():
        raise PoseFileError("{what} holds a negative number other than -1", where=where,
                            hint="-1 says that a joint is missing; places are 0 or more.", what=what)
    return numbers
