"""The store of weights, in the box and in a person's own folder: finds, fetches, imports and verifies them."""

from __future__ import annotations

import difflib
import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from engine.errors import WeightsError
from engine.files import make_folder, write_bytes
from engine.progress import CancelToken, Progress, check, no_progress
from engine.text import Text
from engine.weights.hashing import read_chunks, require_file, sha256_of, unreadable, verify_sha256
from engine.weights.table import EMBEDDED, INDEX_FILE, KNOWN, SUFFIXES, Kind, WeightsRow, put_in_index, read_index
from resources.paths import WEIGHTS, bundled

if TYPE_CHECKING:
    from engine.weights.recognise import Recognised

FOLDER_VARIABLE = "REPOSE_WEIGHTS"

Place = Literal["box", "folder", "elsewhere", "absent"]


@dataclass(frozen=True)
class StoredWeights:
    """A set of weights, and where its file is."""

    row: WeightsRow
    place: Place
    """In the box, in the person's folder, anywhere else on the disk, or not on this machine."""
    path: Path | None
    """None when it is absent."""


@dataclass(frozen=True)
class FoundWeights:
    """A file that is there and was verified: what may be opened."""

    name: str
    """In the table; of a file that is not in it, the file's name without its ending."""
    path: Path
    sha256: str
    row: WeightsRow | None
    """None for a file that the table does not know."""


@dataclass(frozen=True)
class Verdict:
    """What verifying one file came to."""

    row: WeightsRow
    path: Path
    problem: str
    """Empty when the file is what it should be."""


def default_folder() -> Path:
    """The person's folder for weights: `REPOSE_WEIGHTS`, or the place that the system has for such files."""
    chosen = os.environ.get(FOLDER_VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("repose-studio", appauthor=False) / "weights"


class WeightsStore:
    """All weights that this machine has or could fetch.  Nothing is created before something is stored."""

    def __init__(
        self, folder: Path | None = None, *, box: Path | None = None, known: Sequence[WeightsRow] = KNOWN
    ) -> None:
        """Look into these places.

        :param folder: the person's folder; :func:`default_folder` by default.
        :param box: the folder of weights that came with the product.
        :param known: rows of published weights.
        """
        self.folder = folder if folder is not None else default_folder()
        self.box = box if box is not None else bundled(WEIGHTS)
        self._known = tuple(known)

    def list(self) -> tuple[StoredWeights, ...]:
        """Every known set of weights, those in the box first; whether the files are whole, `verify` says.

        :raises WeightsError: when an index is damaged.
        """
        found: dict[str, StoredWeights] = {}
        for row in read_index(self.box / INDEX_FILE):
            found[row.name] = self._stored(row, self.box, "box")
        mine = {row.name: row for row in read_index(self.folder / INDEX_FILE)}
        for row in (*self._known, *mine.values()):
            if row.name not in found or found[row.name].place != "box":
                found[row.name] = self._stored(mine.get(row.name, row), self.folder, "folder")
        return tuple(found.values())

    def find(
        self,
        name_or_path: str | Path,
        *,
        kind: Kind | None = None,
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> FoundWeights:
        """A verified file, by its name in the table or by its path.

        :param kind: what it must be for, where that is known from the table; for other files, loading them will tell.
        :raises WeightsError: when there is none, or it is not what the table says; the message says what brings it.
        :raises Cancelled: when cancelled.
        """
        wanted = str(name_or_path)
        stored = self._named(wanted)
        if stored is None:
            path = Path(wanted).expanduser()
            if not _is_path(name_or_path) and not path.exists():
                raise self._unknown(wanted)
            digest = sha256_of(path, progress=progress, cancel=cancel)
            row = next((entry.row for entry in self.list() if entry.row.sha256 == digest), None)
            _require_kind(row, kind)
            return FoundWeights(row.name if row else path.stem, path, digest, row)
        row, file = stored.row, stored.path
        _require_kind(row, kind)
        if file is None:
            raise _absent(stored)
        if row.sha256 is None:
            digest = sha256_of(file, progress=progress, cancel=cancel)
        else:
            digest = verify_sha256(file, row.sha256, progress=progress, cancel=cancel)
        return FoundWeights(row.name, file, digest, row)

    def fetch(self, name: str, *, progress: Progress = no_progress, cancel: CancelToken | None = None) -> FoundWeights:
        """Bring a known set of weights to this machine, or just verify it where it is here already.

        A file that is here but damaged is replaced, once the new one is whole and verified.

        :raises WeightsError: when it is unknown, has no address, or cannot be fetched.
        :raises OutputError: when it cannot be stored.
        :raises Cancelled: when cancelled; nothing was changed.
        """
        stored = self._named(name)
        if stored is None:
            raise self._unknown(name)
        row = stored.row
        if stored.path is not None:
            try:
                return self.find(name, progress=progress, cancel=cancel)
            except WeightsError:
                if row.url is None:
                    raise
        if row.url is None or row.sha256 is None:
            raise _absent(stored)
        from engine.weights.download import download

        path = download(row, self.folder, progress=progress, cancel=cancel)
        return FoundWeights(row.name, path, row.sha256, row)

    def import_file(
        self,
        path: Path | str,
        *,
        name: str = "",
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> FoundWeights:
        """Copy a file into the person's folder, once it is known which network it belongs to and that it loads.

        The same file twice is stored once.  A published file takes its name in the table, others the name they carry.

        :param name: for a file that is new here, in place of the name it carries.
        :raises WeightsError: when it is damaged, unsafe, or of no network that this product has.
        :raises OutputError: when it cannot be stored.
        :raises Cancelled: when cancelled; nothing was changed.
        """
        source = Path(path).expanduser()
        require_file(source)
        from engine.weights.recognise import recognise

        check(cancel)
        what = recognise(source)
        row: WeightsRow | None = None
        for stored in self.list():
            if stored.row.sha256 != what.sha256:
                continue
            if stored.path is not None and sha256_of(stored.path, cancel=cancel) == what.sha256:
                return FoundWeights(stored.row.name, stored.path, what.sha256, stored.row)
            if stored.place != "box":
                row = stored.row  # absent or damaged: this file takes its place
        data = _read(source, progress=progress, cancel=cancel)
        check(cancel)
        if hashlib.sha256(data).hexdigest() != what.sha256:
            raise WeightsError("The file changed while it was read", where=str(source), hint="Import it again.")
        row = row or self._new_row(what, source, len(data), name=name)
        make_folder(self.folder)
        target = self.folder / row.file
        write_bytes(target, data)
        if row not in self._known:
            put_in_index(self.folder / INDEX_FILE, row)
        return FoundWeights(row.name, target, what.sha256, row)

    def verify(self, *, progress: Progress = no_progress, cancel: CancelToken | None = None) -> tuple[Verdict, ...]:
        """Read every file that is here, and every file in the box that should be, and compare it with the table.

        :raises WeightsError: when an index is damaged.
        :raises Cancelled: when cancelled.
        """
        verdicts = []
        for stored in self.list():
            path = stored.path
            if path is None and stored.place != "box":
                continue
            problem = ""
            try:
                self.find(stored.row.name, progress=progress, cancel=cancel)
            except WeightsError as error:
                problem = str(error)
            verdicts.append(Verdict(stored.row, path or self.box / stored.row.file, problem))
        return tuple(verdicts)

    def _stored(self, row: WeightsRow, folder: Path, place: Place) -> StoredWeights:
        path = folder / row.file
        if path.exists():
            return StoredWeights(row, place, path)
        return StoredWeights(row, "box" if place == "box" else "absent", None)

    def _named(self, name: str) -> StoredWeights | None:
        # What is in the box must be found whatever state the person's folder is in.
        for row in read_index(self.box / INDEX_FILE):
            if row.name == name:
                return self._stored(row, self.box, "box")
        return next((stored for stored in self.list() if stored.row.name == name), None)

    def _new_row(self, what: Recognised, source: Path, size: int, *, name: str) -> WeightsRow:
        """The row of a file that is imported for the first time."""
        row = what.published
        name = self._free_name(row.name if row else name or what.name or source.stem)
        suffix = ".safetensors" if what.form == "safetensors" else ".pth"
        if row is not None:
            return replace(row, name=name, file=f"{name}{suffix}", sha256=what.sha256, size=size)
        return WeightsRow(
            name=name,
            kind=what.kind,
            file=f"{name}{suffix}",
            licence=what.licence,
            trained_on=what.trained_on,
            sha256=what.sha256,
            size=size,
        )

    def _free_name(self, wanted: str) -> str:
        """The wanted name as one that can be typed, numbered where other weights have it."""
        base = re.sub(r"[^a-z0-9._]+", "-", wanted.lower()).strip("-.") or "weights"
        taken = {stored.row.name for stored in self.list() if stored.row.sha256 is not None} | set(EMBEDDED)
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        return name

    def _unknown(self, name: str) -> WeightsError:
        if name in EMBEDDED:
            return _absent_from_box(name)
        names = [stored.row.name for stored in self.list()]
        near = difflib.get_close_matches(name, names, n=1)
        others = Text("There are: {names}.", names=", ".join(names))
        hint = Text("Did you mean {name}?", name=near[0]) if near else others
        return WeightsError("No weights of this name, and no such file", where=name, hint=hint)


def _absent(stored: StoredWeights) -> WeightsError:
    row = stored.row
    if stored.place == "box":
        return _absent_from_box(row.name)
    if row.url is not None:
        hint = Text("`repose weights fetch {name}` brings them.", name=row.name)
    elif row.described_at:
        hint = Text(
            "They have no lasting address to be fetched from: {page} describes how to get the file, "
            "and `repose weights import FILE` brings it in.",
            page=row.described_at,
        )
    else:
        hint = Text("`repose weights import FILE` brings them in from a file.")
    return WeightsError("These weights are not on this machine", where=row.name, hint=hint)


def _absent_from_box(name: str) -> WeightsError:
    return WeightsError(
        "These weights come in the box, but are missing from it",
        where=name,
        hint="Install Repose Studio again to bring them back.",
    )


def _require_kind(row: WeightsRow | None, kind: Kind | None) -> None:
    if row is not None and kind is not None and row.kind != kind:
        raise WeightsError(
            "These weights are for finding poses, not for painting pictures"
            if row.kind == "pose"
            else "These weights are for painting pictures, not for finding poses",
            where=row.name,
            hint="`repose weights list` shows which are for what.",
        )


def _is_path(name_or_path: str | Path) -> bool:
    text = str(name_or_path)
    return isinstance(name_or_path, Path) or os.sep in text or "/" in text or text.lower().endswith(SUFFIXES)


def _read(path: Path, *, progress: Progress, cancel: CancelToken | None) -> bytes:
    size = require_file(path)
    data = bytearray()
    try:
        for chunk in read_chunks(path):
            check(cancel)
            data += chunk
            progress(len(data), size, Text("Reading {name}", name=path.name))
    except OSError as error:
        raise unreadable(path, error) from error
    return bytes(data)
