"""The data set's folder while it is made: what was begun there, that nobody else works in it, and when it is finished.

Format 1: `prepare.json` holds the source and the resolved recipe that the folder was begun with, and the sha256 of the
weights that found joints and masks, by name, once any were needed.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

from engine.errors import OutputError, UsageError
from engine.files import make_folder, output_error, write_bytes
from training.prepare.corrections import FOLDER as CORRECTIONS
from training.prepare.photos import Source
from training.prepare.recipe import Recipe
from training.prepare.shards import BYTES_PER_PICTURE
from training.prepared import DATASET_FILE

BEGUN_FILE: Final = "prepare.json"
LOCK_FILE: Final = "prepare.lock"
_FORMAT: Final = 1
_ROOM: Final = 50_000_000
"""Bytes beside the pictures: lists, the report and its sheets."""


class Workplace:
    """The folder of a data set in the making."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def require_fit(self, source: Source, recipe: Recipe) -> None:
        """Refuse a folder that holds something else, or a data set begun otherwise. Writes nothing; UsageError."""
        if self.folder.exists() and not self.folder.is_dir():
            raise OutputError("This is a file, not a folder", where=str(self.folder), hint="Choose another name.")
        begun = self._begun()
        if begun is None:
            others = self._foreign()
            if others:
                raise UsageError(
                    "The folder holds something else already ({other})",
                    where=str(self.folder),
                    hint="Choose a new or an empty folder.",
                    other=others[0],
                )
            return
        if begun.get("format") != _FORMAT:
            raise UsageError(
                "The data set was begun in format {version}, not {known}", where=str(self.folder),
                hint="Choose another folder.", version=begun.get("format"), known=_FORMAT,
            )  # fmt: skip
        different = recipe.differences(begun.get("recipe", {}))
        root = os.path.realpath(source.root)
        if begun.get("source") != root:
            different.insert(0, f"source {begun.get('source')} and not {root}")
        if different:
            raise UsageError(
                "The data set in this folder was begun with {differences}",
                where=str(self.folder),
                hint="Choose another folder, or delete this one.",
                differences="; ".join(different),
            )

    def begin(self, source: Source, recipe: Recipe) -> None:
        """Make the folder and say in it what is made. Raises OutputError."""
        make_folder(self.folder)
        if self._begun() is None:
            content = {
                "format": _FORMAT, "source": os.path.realpath(source.root), "kind": source.kind,
                "recipe": recipe.to_json(),
            }  # fmt: skip
            write_bytes(self.folder / BEGUN_FILE, (json.dumps(content, indent=2) + "\n").encode())

    def require_weights(self, digests: Mapping[str, str]) -> None:
        """Refuse to go on with other weights than those that were used so far, and write down which these are.

        `digests` are sha256 by name. A name alone does not tell: weights in the box change with the product, files
        with every training. Raises UsageError, OutputError.
        """
        begun = self._begun() or {}
        known: dict[str, str] = begun.get("weights", {})
        for name, digest in digests.items():
            if known.get(name, digest) != digest:
                raise UsageError(
                    "Joints in this data set were found with other weights called {name} "
                    "(sha256 {then}..., now {now}...)",
                    where=str(self.folder),
                    hint="Choose another folder, or delete this one: half of it would be found by each.",
                    name=name,
                    then=known[name][:12],
                    now=digest[:12],
                )
        if {**known, **digests} != known:
            content = begun | {"weights": {**known, **digests}}
            write_bytes(self.folder / BEGUN_FILE, (json.dumps(content, indent=2) + "\n").encode())

    def require_room(self, pictures: int) -> None:
        """Raise OutputError when the disk has no room for as many pictures."""
        needed, free = pictures * BYTES_PER_PICTURE + _ROOM, shutil.disk_usage(self.folder).free
        if needed > free:
            raise OutputError(
                "The disk has {free:,.1f} GB left, and {pictures:,} pictures need {needed:,.1f} GB",
                where=str(self.folder),
                hint="Free some space or choose another disk.",
                free=free / 1e9,
                pictures=pictures,
                needed=needed / 1e9,
            )

    def unfinish(self) -> None:
        """Take the mark away that the data set is whole. Raises OutputError."""
        path = self.folder / DATASET_FILE
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise output_error(error, path) from error

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others out of the folder meanwhile, also those that a crash left behind: the system frees the lock.

        Raises UsageError when somebody is at work in it, OutputError when nothing can be written there.
        """
        path = self.folder / LOCK_FILE
        try:
            file = path.open("ab")
        except OSError as error:
            raise output_error(error, path) from error
        with file:
            if not _locked(file):
                raise UsageError(
                    "Another process is preparing this data set", where=str(self.folder),
                    hint="Wait for it, or choose another folder.",
                )  # fmt: skip
            yield

    def _begun(self) -> dict[str, Any] | None:
        path = self.folder / BEGUN_FILE
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as problem:
            raise UsageError(
                "What was begun here cannot be read ({problem})",
                where=str(path),
                hint="Delete the folder.",
                problem=str(problem),
            ) from problem
        return content if isinstance(content, dict) else {}

    def _foreign(self) -> list[str]:
        if not self.folder.is_dir():
            return []
        return sorted(p.name for p in self.folder.iterdir() if p.name not in (CORRECTIONS, LOCK_FILE))


def _locked(file: BinaryIO) -> bool:
    """Take the lock on an open file, which ends with it; whether it was free."""
    if sys.platform == "win32":
        import msvcrt

        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a disk of the network without locks: nothing can be said
    return True
