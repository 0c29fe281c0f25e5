"""What all pose files share when they are read: their size, their text, and numbers that can be places."""

from __future__ import annotations

import contextlib
import errno
import json
import math
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from engine.errors import PoseFileError
from engine.formats.spots import Spot
from engine.text import Text, why

MAX_BYTES: Final = 64_000_000
"""Larger pose files are refused before they are read."""

_LONG: Final = 200_000
"""Characters that are read within a few milliseconds."""

MAX_PLACE: Final = 1e6
"""No picture has a pixel as far out as this."""

Turn = Callable[[int, int], None]
"""Called before each of many entries with (how far, of how much); stops the reading by an error of its own."""


def no_turn(done: int, total: int) -> None:
    """Nobody waits for the reading."""


def read_text(path: Path | str, *, max_bytes: int = MAX_BYTES) -> str:
    """The text of a pose file, UTF-8. Raises PoseFileError when it is missing, a folder, too large or not text."""
    name = str(path)
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise PoseFileError(
                "This is a folder, not a pose file" if stat.S_ISDIR(status.st_mode) else "This is not a file",
                where=name, hint="Give the file's own path.")
        if status.st_size > max_bytes:
            raise PoseFileError("The file is too large ({megabytes:,.0f} MB)", where=name,
                                hint="Pose files up to {most:,.0f} MB are read: split it.",
                                megabytes=status.st_size / 1e6, most=max_bytes / 1e6)
        data = Path(path).read_bytes()
    except OSError as error:
        raise _cannot_open(error, name) from error
    if not data.strip():
        raise PoseFileError("The file is empty", where=name, hint="Export the pose again.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PoseFileError("The file is not text, so it cannot be a pose file", where=name,
                            hint="Give a file that a pose editor or detector exported.") from error


def _cannot_open(error: OSError, name: str) -> PoseFileError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return PoseFileError("There is no such file", where=name, hint="Check the path.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return PoseFileError("There is no permission to read this file", where=name, hint="Change its permissions.")
    return PoseFileError("The file cannot be read ({why})", where=name, hint="Check the disk.", why=why(error))


def _fault(error: json.JSONDecodeError) -> str:
    """What json finds wrong, as a text that can be said in other languages."""
    known = {
        "Expecting value": Text("a value is missing"),
        "Expecting property name enclosed in double quotes": Text("a name in double quotes is missing"),
        "Illegal trailing comma before end of object": Text("a name in double quotes is missing"),
        "Illegal trailing comma before end of array": Text("a value is missing"),
        "Expecting ',' delimiter": Text("a comma is missing"),
        "Expecting ':' delimiter": Text("a colon is missing"),
        "Extra data": Text("there is more after its end"),
        "Unterminated string starting at": Text("a text has no end"),
        "Invalid control character at": Text("a text has a character that it may not have"),
    }
    return known.get(error.msg, error.msg.lower())


def parse_json(text: str, *, name: str, turn: Turn = no_turn) -> Any:
    """What a JSON text says. Raises PoseFileError with line and column where it is broken.

    A long text is read entry by entry, each beginning with a `turn`: at once, nothing else in the process could go on.
    """
    if turn is not no_turn and len(text) > _LONG:
        with contextlib.suppress(ValueError, RecursionError):
            return _parsed_in_turns(text, turn)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise PoseFileError(
            "This is not valid JSON ({why}, line {line}, column {column})", where=name, hint="Export the file again.",
            line=error.lineno, column=error.colno, why=_fault(error)) from error
    except (ValueError, RecursionError) as error:
        raise PoseFileError("This is not JSON that can be read (a number or a nesting without end)", where=name,
                            hint="Export the file again.") from error


def _said(where: str | Spot) -> str:
    return where.said if isinstance(where, Spot) else where


def _parsed_in_turns(text: str, turn: Turn) -> Any:
    """What a JSON text says, its outermost object's lists read one entry after the other. Raises ValueError."""
    decoder, space = json.JSONDecoder(), re.compile(r"[ \t\n\r]*")

    def skip(at: int) -> int:
        found = space.match(text, at)
        return at if found is None else found.end()

    def expect(at: int, signs: str) -> int:
        if text[at : at + 1] not in tuple(signs):
            raise ValueError(f"no {signs} at {at}")
        return skip(at + 1)

    def entries(at: int) -> tuple[list[Any], int]:
        values: list[Any] = []
        at = expect(at, "[")
        while text[at : at + 1] != "]" or values:
            turn(at, len(text))
            value, at = decoder.raw_decode(text, at)
            values.append(value)
            at = skip(at)
            if text[at : at + 1] == "]":
                break
            at = expect(at, ",")
        return values, expect(at, "]")

    top: dict[str, Any] = {}
    at = expect(skip(0), "{")
    while text[at : at + 1] != "}" or top:
        key, at = decoder.raw_decode(text, at)
        if not isinstance(key, str):
            raise ValueError("no key")
        at = expect(skip(at), ":")
        if text[at : at + 1] == "[":
            top[key], at = entries(at)
        else:
            top[key], at = decoder.raw_decode(text, at)
            at = skip(at)
        if text[at : at + 1] == "}":
            break
        at = expect(at, ",")
    if expect(at, "}") != len(text):
        raise ValueError("more than one value")
    return top


def number(value: object, *, where: str | Spot, what: str) -> float:
    """A finite number from JSON. Raises PoseFileError for text, true, null, NaN and infinity; `what` names it."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        shown = json.dumps(value, default=str)
        raise PoseFileError("The {what} is not a number but {shown}", where=_said(where), hint="Put a number there.",
                            what=what, shown=shown if len(shown) < 40 else shown[:37] + "...")
    try:
        result = float(value)
    except OverflowError:
        result = math.inf
    if not math.isfinite(result):
        raise PoseFileError("The {what} is {number}, which is no number that can be used", where=_said(where),
                            hint="Put a finite number there, or 0, 0, 0 for a missing joint.",
                            what=what, number=result)
    return result


def place(value: object, *, where: str | Spot, what: str) -> float:
    """A finite coordinate that some picture can have. Raises PoseFileError."""
    result = number(value, where=where, what=what)
    if abs(result) > MAX_PLACE:
        raise PoseFileError("The {what} is {number:g}, far outside of any picture", where=_said(where),
                            hint="Coordinates are in pixels.", what=what, number=result)
    return result


def plain_numbers(values: list[Any]) -> npt.NDArray[np.float64] | None:
    """A list of finite numbers that can be places as float64 [N]; None when any is something else.

    Quick, for the thousands of lists in which nothing is wrong; `place` and `number` say what is wrong where.
    """
    if not all(type(value) is float or type(value) is int for value in values):
        return None
    try:
        numbers = np.array(values, dtype=np.float64)
    except OverflowError:
        return None
    # A comparison with NaN is false.
    return numbers if bool((np.abs(numbers) <= MAX_PLACE).all()) else None
