"""Writing a file whole or not at all: a temporary sibling, synced to the disk, then put in the old one's place.

What a file may be called stands here as well: titles come from people, and from other people's files.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from engine.errors import OutputError
from engine.text import Text, why

_NO_PERMISSION: Final = Text("There is no permission to write here")
_ANOTHER_FOLDER: Final = Text("Choose another folder or change its permissions.")

_REASONS: Final = {
    errno.ENOSPC: (Text("The disk is full"), Text("Free some space or choose another disk.")),
    errno.EDQUOT: (Text("The disk quota is used up"), Text("Free some space or choose another disk.")),
    errno.EFBIG: (Text("The file is larger than the disk allows"), Text("Choose another disk.")),
    errno.EROFS: (Text("The disk is read-only"), Text("Choose another folder.")),
    errno.EACCES: (_NO_PERMISSION, _ANOTHER_FOLDER),
    errno.EPERM: (_NO_PERMISSION, _ANOTHER_FOLDER),
    errno.ENOENT: (Text("The folder does not exist"), Text("Create it first or choose another.")),
    errno.ENOTDIR: (Text("A part of this path is a file, not a folder"), Text("Choose another place.")),
    errno.EISDIR: (Text("This is a folder, not a file"), Text("Give a file name.")),
    errno.ENAMETOOLONG: (Text("The name is too long for the disk"), Text("Choose a shorter one.")),
}


def output_error(error: OSError, path: Path | str) -> OutputError:
    """Turn the system's error while writing `path` into one that a person can act on."""
    default = (Text("Writing failed ({why})", why=why(error)), Text("Choose another place."))
    trouble = _REASONS.get(error.errno or 0, default)
    return OutputError(trouble[0], where=str(path), hint=trouble[1])


def write_bytes(path: Path | str, data: bytes) -> Path:
    """Put `data` into the file `path`, replacing what was there only when all of it is on the disk.

    Links are followed, a device such as /dev/null is written directly. Raises OutputError, with the old file
    untouched and no half file left, when the place is read-only, full, missing or a folder.
    """
    asked = Path(path)
    target = Path(os.path.realpath(asked))
    try:
        mode = _mode_of_old_file(target)
        if mode is not None and not stat.S_ISREG(mode):
            _write_into(target, data)
            return asked
    except OSError as error:
        raise output_error(error, asked) from error
    sibling = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        _create(sibling, data, mode=mode)
        os.replace(sibling, target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            sibling.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise output_error(error, asked) from error
        raise
    _sync_folder(target.parent)
    return asked


def require_place(path: Path | str, *, protected: Iterable[Path | str] = ()) -> None:
    """Ask before long work whether its result can be written to `path` at all. Nothing is created.

    Raises OutputError when the folder is missing or the name is a folder's, a write-protected file's or one of the
    `protected` files': a result never replaces what it was made from.
    """
    target = Path(path)
    try:
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if _mode_of_old_file(target) is not None:
            for other in protected:
                if os.path.exists(other) and target.samefile(other):
                    raise OutputError("The result would replace what it is made from", where=str(path),
                                      hint="Choose another name.")
        elif not os.access(target.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise output_error(error, path) from error


def make_folder(path: Path | str) -> Path:
    """Create a folder with its parents, or do nothing when it exists. Raises OutputError when that cannot be done."""
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError("There is a file of this name, not a folder", where=str(folder),
                          hint="Choose another name.") from error
    except OSError as error:
        raise output_error(error, folder) from error
    return folder


def file_stem(title: str, *, otherwise: str = "picture", more: str = "") -> str:
    """A title as the beginning of a file's name on every system, and no way to another folder.

    Letters, digits, ` -_()` and what `more` names stay; `otherwise` stands for a title of which nothing is left.
    """
    kept = "".join(letter if letter.isalnum() or letter in f" -_(){more}" else "_" for letter in title)
    return " ".join(kept.split())[:80].strip(" .") or otherwise


def _mode_of_old_file(path: Path) -> int | None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISREG(mode) and not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise OutputError("The file is write-protected", where=str(path),
                          hint="Choose another name or lift the protection.")
    return mode


def _write_into(path: Path, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)


def _create(path: Path, data: bytes, *, mode: int | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(descriptor, "wb") as file:
        if mode is not None and hasattr(os, "fchmod"):
            with contextlib.suppress(OSError):
                os.fchmod(file.fileno(), stat.S_IMODE(mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    """Bring the new name itself to the disk, where the system can do that."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
