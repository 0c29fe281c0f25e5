"""What was found out about each photo, one line at a time, so that a run that was killed goes on where it was.

Format 1, JSON lines: source, stamp (size and time of the file), correction (digest), then either row, keypoints and
print of a picture that was stored, or the reason why there is none. Later lines win.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from engine.errors import PictureError
from engine.files import output_error
from engine.skeleton import Pose
from engine.text import json_text, why
from training.prepare.compact import pack, unpack
from training.prepare.duplicates import LENGTH
from training.prepared import keypoints_json, pose_from_json

JOURNAL_FILE: Final = "journal.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One photo that was looked at.

    source       the photo
    stamp        size and time of its file, as text
    correction   digest of the correction that was used; empty without
    row          number of the stored picture; -1 for none
    reason, detail     why there is no picture; empty when there is
    packed       the joints in the stored picture, see `pose`
    fingerprint  what the picture is recognised by, see `duplicates`
    """

    source: str
    stamp: str
    correction: str
    row: int = -1
    reason: str = ""
    detail: str = ""
    packed: bytes = b""
    fingerprint: bytes = b""

    @property
    def pose(self) -> Pose:
        """The joints in the stored picture's pixels."""
        return unpack(self.packed)

    def to_line(self) -> str:
        """One line of JSON, with the line's end."""
        content: dict[str, Any] = {"source": self.source, "stamp": self.stamp, "correction": self.correction}
        if self.row < 0:
            content |= {"reason": self.reason, "detail": self.detail}
        else:
            print_ = base64.b64encode(self.fingerprint).decode()
            content |= {"row": self.row, "keypoints": keypoints_json(self.pose), "print": print_}
        return json_text(content, separators=(",", ":")) + "\n"

    @classmethod
    def from_line(cls, line: bytes) -> Entry:
        """Read a line back; ValueError, KeyError or TypeError when it is none."""
        row = json.loads(line)
        common = (str(row["source"]), str(row["stamp"]), str(row["correction"]))
        if "row" not in row:
            return cls(*common, reason=str(row["reason"]), detail=str(row["detail"]))
        packed = pack(pose_from_json(row["keypoints"]))
        return cls(*common, int(row["row"]), packed=packed, fingerprint=base64.b64decode(row["print"]))


class Journal:
    """The journal of one data set, open for going on. Not for several processes at once."""

    def __init__(self, folder: Path) -> None:
        """Read what is there; a last line that a power cut left unfinished is cut off. Raises OutputError."""
        self.path = folder / JOURNAL_FILE
        self.entries: dict[str, Entry] = {}
        self.rows = 0
        """Stored pictures so far, those that were replaced counted."""
        try:
            with self.path.open("ab+") as file:
                file.seek(0)
                whole = self._read(file)
                file.truncate(whole)
        except OSError as error:
            raise output_error(error, self.path) from error

    def _read(self, lines: Iterable[bytes]) -> int:
        """Take the entries in; answers how many bytes of the file are good."""
        good = 0
        for line in lines:
            try:
                entry = Entry.from_line(line)
            except (ValueError, KeyError, TypeError):
                break
            if not line.endswith(b"\n"):
                break
            good += len(line)
            self._take(entry)
        return good

    def _take(self, entry: Entry) -> None:
        self.entries[entry.source] = entry
        self.rows = max(self.rows, entry.row + 1)

    def append(self, entries: Sequence[Entry]) -> None:
        """Bring entries to the disk. Raises OutputError, with none of them taken, when that cannot be done."""
        lines = [entry.to_line().encode() for entry in entries]
        try:
            with self.path.open("ab") as file:
                end = file.tell()
                try:
                    file.write(b"".join(lines))
                    file.flush()
                    os.fsync(file.fileno())
                except OSError:
                    file.truncate(end)
                    raise
        except OSError as error:
            raise output_error(error, self.path) from error
        # As the next run will read them: rounded, so that a run in one go ends with the same numbers as one in two.
        for line in lines:
            self._take(Entry.from_line(line))


def read_entries(folder: Path) -> dict[str, Entry]:
    """The entries of a folder's journal, which stays as it is; none where there is no journal."""
    path, found = folder / JOURNAL_FILE, {}
    if path.is_file():
        with path.open("rb") as lines:
            for line in lines:
                try:
                    entry = Entry.from_line(line)
                except (ValueError, KeyError, TypeError):
                    break
                found[entry.source] = entry
    return found


def stamp_of(path: Path) -> str:
    """A file's size and time as text. Raises PictureError when there is no such file any more."""
    try:
        status = path.stat()
    except OSError as error:
        raise PictureError("The file cannot be read ({why})", where=str(path), why=why(error)) from error
    return f"{status.st_size}-{status.st_mtime_ns}"


def prints_of(entries: Sequence[Entry]) -> npt.NDArray[np.int16]:
    """[N, 128] fingerprints of stored pictures."""
    return np.frombuffer(b"".join(entry.fingerprint for entry in entries), dtype="<i2").reshape(-1, LENGTH)
