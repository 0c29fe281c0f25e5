"""Writing the data set's pictures and masks: rows appended to numbered .npy files, each of `SHARD_ROWS` at most.

Written with plain writes, not through a memory map: a full disk is then an error with a name, not a killed process.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

import numpy as np
import numpy.typing as npt

from engine.errors import OutputError, UsageError
from engine.files import output_error
from engine.framing import FRAME_SIZE
from training.prepared import SHARD_ROWS, shard_file

Bytes = npt.NDArray[np.uint8]

_HEADER: Final = 128
"""Bytes before the first row; the header is padded to this, so that the number of rows can be set at the end."""
SHAPES: Final[dict[str, tuple[int, ...]]] = {"pictures": (*FRAME_SIZE, 3), "masks": FRAME_SIZE}
BYTES_PER_PICTURE: Final = sum(int(np.prod(shape)) for shape in SHAPES.values())


class ShardWriter:
    """Appends pictures with their masks. Rows are safe on the disk once `write` has returned."""

    def __init__(self, folder: Path, *, rows: int) -> None:
        """Go on after `rows` rows; what lies beyond them is from a batch that was never finished.

        Raises UsageError when fewer than that are there.
        """
        self.folder = folder
        self.rows = rows
        self._open: dict[str, tuple[int, BinaryIO]] = {}
        for what in SHAPES:
            self._require(what)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def write(self, pictures: Sequence[Bytes], masks: Sequence[Bytes]) -> range:
        """Append pictures uint8 [256, 176, 3] and masks uint8 [256, 176]; answers their rows. Raises OutputError."""
        rows = range(self.rows, self.rows + len(pictures))
        for what, arrays in (("pictures", pictures), ("masks", masks)):
            for row, array in zip(rows, arrays, strict=True):
                if array.shape != SHAPES[what] or array.dtype != np.uint8:
                    raise ValueError(f"{what} are bytes of {SHAPES[what]}, not {array.dtype} {array.shape}")
                self._put(what, row, array)
            self._sync(what)
        self.rows = rows.stop
        return rows

    def finish(self) -> None:
        """Set every file's length to the rows that it has. Raises OutputError."""
        self._close()
        for what, shape in SHAPES.items():
            for number in range(-(-self.rows // SHARD_ROWS)):
                rows = min(SHARD_ROWS, self.rows - number * SHARD_ROWS)
                path = self.folder / shard_file(what, number)
                try:
                    with path.open("r+b") as file:
                        file.write(_header((rows, *shape)))
                        file.truncate(_HEADER + rows * int(np.prod(shape)))
                        file.flush()
                        os.fsync(file.fileno())
                except OSError as error:
                    raise output_error(error, path) from error

    def _put(self, what: str, row: int, array: Bytes) -> None:
        number, place = divmod(row, SHARD_ROWS)
        path = self.folder / shard_file(what, number)
        try:
            at, file = self._open.get(what, (-1, None))
            if file is None or at != number:
                self._sync(what)
                if file is not None:
                    file.close()
                file = path.open("r+b" if path.exists() else "w+b")
                self._open[what] = number, file
                file.write(_header((SHARD_ROWS, *SHAPES[what])))
            file.seek(_HEADER + place * array.nbytes)
            file.write(np.ascontiguousarray(array).data)
        except OSError as error:
            raise output_error(error, path) from error

    def _sync(self, what: str) -> None:
        if what not in self._open:
            return
        number, file = self._open[what]
        try:
            file.flush()
            os.fsync(file.fileno())
        except OSError as error:
            raise output_error(error, self.folder / shard_file(what, number)) from error

    def _close(self) -> None:
        for number, file in self._open.values():
            try:
                file.close()
            except OSError as error:
                raise OutputError(
                    "The last pictures could not be written",
                    where=str(self.folder),
                    hint="File {number}: {error}.",
                    number=number,
                    error=error,
                ) from error
        self._open.clear()

    def _require(self, what: str) -> None:
        size = int(np.prod(SHAPES[what]))
        for number in range(-(-self.rows // SHARD_ROWS)):
            path = self.folder / shard_file(what, number)
            rows = min(SHARD_ROWS, self.rows - number * SHARD_ROWS)
            if not path.is_file() or path.stat().st_size < _HEADER + rows * size:
                raise UsageError(
                    "Pictures that were made are missing", where=str(path),
                    hint="Delete the folder and prepare the data set from the start.",
                )  # fmt: skip


def _header(shape: tuple[int, ...]) -> bytes:
    """The .npy header of bytes of a shape, always of the same length."""
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(buffer, {"descr": "|u1", "fortran_order": False, "shape": shape})
    header = buffer.getvalue()
    if len(header) > _HEADER:
        raise ValueError(f"a header of {len(header)} bytes for {shape}")
    # Version 1.0: six letters, two of version, two of the rest's length; padded with spaces before the line's end.
    text = header[10:].rstrip(b" \n").ljust(_HEADER - 11) + b"\n"
    return header[:8] + (_HEADER - 10).to_bytes(2, "little") + text
