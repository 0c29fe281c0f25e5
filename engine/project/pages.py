"""Reading the rows of a damaged project straight from the pages of its file, where SQLite gives up as a whole.

Format: SQLite's database file format (sqlite.org/fileformat2.html): every page that is a leaf of a table holds rows of
that table, so rows are found even when the way to them is lost. Deleted rows are no danger: projects are written with
`secure_delete`, which leaves nothing of them. The log of the latest changes (`-wal`) is read with the file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

PAGE: Final = 4096
"""Bytes of a page, as every project is made."""

_LEAF: Final = 0x0D
_HEADER: Final = 100
_LOG_HEADER: Final = 32
_FRAME_HEADER: Final = 24
_LOG_MAGIC: Final = (0x377F0682, 0x377F0683)
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Values = tuple[Any, ...]


class _Broken(Exception):
    """A page or a row that is not as it should be."""


@dataclass
class RawRows:
    """Rows as they lie in the pages: (number of the row, values); `torn` when pages are missing or unreadable."""

    rows: list[tuple[int, Values]] = field(default_factory=list)
    torn: bool = False


def read_rows(path: Path) -> RawRows:
    """Every row that can be read, of all tables, in no order. Raises OSError.

    A row's own number stands beside its values, in which the column of the number is None.
    """
    data = path.read_bytes()
    pages = {number: data[(number - 1) * PAGE : number * PAGE] for number in range(1, -(-len(data) // PAGE) + 1)}
    told = int.from_bytes(data[28:32], "big")
    log = path.with_name(path.name + "-wal")
    size = 0
    if log.is_file():
        latest, size = _latest(log.read_bytes())
        pages.update(latest)
    if size:
        pages = {number: page for number, page in pages.items() if number <= size}
    expected = size or told
    torn = len(data) % PAGE != 0 or (0 < len(pages) < expected <= 1 << 30)
    found = RawRows(torn=torn)
    for number, page in pages.items():
        if len(page) != PAGE or number == 1 or page[0] != _LEAF:
            continue
        try:
            places = _places(page)
        except _Broken:
            found.torn = True
            continue
        for place in places:
            try:
                found.rows.append(_row(page, place, pages))
            except (_Broken, struct.error, IndexError, UnicodeDecodeError):
                found.torn = True
    return found


def _latest(log: bytes) -> tuple[dict[int, bytes], int]:
    """The pages that the log has in a newer form, up to its last whole transaction, and how many pages there are."""
    if len(log) < _LOG_HEADER or int.from_bytes(log[:4], "big") not in _LOG_MAGIC:
        return {}, 0
    salts, size = log[16:24], 0
    kept: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    for start in range(_LOG_HEADER, len(log) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        number, end = struct.unpack(">II", log[start : start + 8])
        if log[start + 8 : start + 16] != salts:
            break
        pending[number] = log[start + _FRAME_HEADER : start + _FRAME_HEADER + PAGE]
        if end:
            kept.update(pending)
            pending.clear()
            size = end
    return kept, size


def _places(page: bytes) -> Iterator[int]:
    """Where the rows of a leaf begin."""
    count = int.from_bytes(page[3:5], "big")
    if 8 + 2 * count > PAGE:
        raise _Broken
    return iter(struct.unpack(f">{count}H", page[8 : 8 + 2 * count]))


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = data[place + step]
        if step == 8:
            return _signed(value << 8 | byte), place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    raise _Broken


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _row(page: bytes, place: int, pages: dict[int, bytes]) -> tuple[int, Values]:
    size, place = _varint(page, place)
    number, place = _varint(page, place)
    if not 0 <= size <= 1 << 28:
        raise _Broken
    whole = PAGE - 35
    local = size
    if size > whole:
        least = (PAGE - 12) * 32 // 255 - 23
        local = least + (size - least) % (PAGE - 4)
        local = local if local <= whole else least
    payload = page[place : place + local]
    if len(payload) != local:
        raise _Broken
    if local < size:
        following = int.from_bytes(page[place + local : place + local + 4], "big")
        payload += _overflow(following, size - local, pages)
    return number, _values(payload)


def _overflow(number: int, size: int, pages: dict[int, bytes]) -> bytes:
    parts: list[bytes] = []
    seen: set[int] = set()
    while size > 0:
        page = pages.get(number, b"")
        if len(page) != PAGE or number in seen:
            raise _Broken
        seen.add(number)
        parts.append(page[4 : 4 + min(size, PAGE - 4)])
        size -= PAGE - 4
        number = int.from_bytes(page[:4], "big")
    return b"".join(parts)


def _values(payload: bytes) -> Values:
    end, place = _varint(payload, 0)
    if not 0 < end <= len(payload):
        raise _Broken
    kinds: list[int] = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values: list[Any] = []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Any, int]:
    if kind in (0, 8, 9):
        return (None, 0, 1)[(0, 8, 9).index(kind)], place
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        part = payload[place : place + size]
        value: Any = int.from_bytes(part, "big", signed=True)
    elif kind == 7:
        size = 8
        part = payload[place : place + size]
        value = struct.unpack(">d", part)[0]
    elif kind >= 12:
        size = (kind - 12) // 2
        part = payload[place : place + size]
        value = part.decode() if kind % 2 else part
    else:
        raise _Broken
    if len(part) != size:
        raise _Broken
    return value, place + size
