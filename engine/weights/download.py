"""Fetching a weights file over the network: written aside, verified, and only then put in its place."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from engine.errors import OutputError, WeightsError
from engine.files import make_folder, output_error
from engine.progress import CancelToken, Progress, check
from engine.text import Text
from engine.weights.table import WeightsRow

_CHUNK = 1 << 18
_TIMEOUT = (10.0, 60.0)
"""Seconds to connect, and between two pieces of the answer."""
_ASIDE = ".fetching"
_STALE = 24 * 3600


def download(row: WeightsRow, folder: Path, *, progress: Progress, cancel: CancelToken | None) -> Path:
    """Fetch the row's file into the folder.

    Whatever goes wrong, the folder holds the file as it was before, or not at all; another try starts anew.

    :raises WeightsError: when there is no network, the server does not have the file, or sends another.
    :raises OutputError: when the disk is full or may not be written to.
    :raises Cancelled: when cancelled.
    """
    import pooch  # type: ignore[import-untyped]
    import requests  # type: ignore[import-untyped]

    if row.url is None or row.sha256 is None or row.size is None:
        raise ValueError(f"{row.name} has no address to be fetched from")
    aside = make_folder(folder / _ASIDE)
    check(cancel)
    try:
        _sweep(aside)
        free = shutil.disk_usage(aside).free
        if free < row.size:
            raise OutputError(
                "The disk is too full: {file} needs {size:.0f} MB, {free:.0f} MB are free",
                where=str(folder),
                hint="Free some space, or set REPOSE_WEIGHTS to a folder on another disk.",
                file=row.file,
                size=row.size / 1e6,
                free=free / 1e6,
            )
        with _quiet(pooch.get_logger()):
            fetched = pooch.retrieve(
                row.url,
                known_hash=f"sha256:{row.sha256}",
                fname=row.file,
                path=aside,
                downloader=pooch.HTTPDownloader(
                    progressbar=_Meter(row, progress, cancel), chunk_size=_CHUNK, timeout=_TIMEOUT
                ),
            )
        with open(fetched, "rb+") as file:
            os.fsync(file.fileno())
        target = folder / row.file
        os.replace(fetched, target)
    except requests.exceptions.HTTPError as error:
        status = error.response.status_code if error.response is not None else "?"
        answer = Text("the server answered {status} for {address}", status=status, address=row.url)
        raise _failed(row, answer) from error
    except requests.exceptions.Timeout as error:
        raise _failed(row, Text("the server does not answer")) from error
    except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError) as error:
        raise _failed(row, Text("the connection broke off")) from error
    except requests.exceptions.RequestException as error:
        raise _failed(row, Text("{server} cannot be reached", server=_host(row.url))) from error
    except ValueError as error:  # pooch's word for another hash; what came is deleted by then
        raise _failed(row, Text("what the server sent has another sha256 and was deleted")) from error
    except OSError as error:
        raise output_error(error, folder / row.file) from error
    finally:
        with contextlib.suppress(OSError):
            aside.rmdir()
    return target


def _sweep(aside: Path) -> None:
    """Delete what downloads left behind that were killed long ago."""
    for left in aside.iterdir():
        with contextlib.suppress(OSError):  # another download may have been quicker
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink(missing_ok=True)


class _Meter:
    """What pooch takes for a progress bar: tells progress on, and is where a download can be stopped."""

    def __init__(self, row: WeightsRow, progress: Progress, cancel: CancelToken | None) -> None:
        self.total = 0
        self._row, self._size, self._progress, self._cancel = row, row.size or 0, progress, cancel
        self._done = 0

    def update(self, count: int) -> None:
        """So many bytes more; of the last piece, perhaps fewer."""
        check(self._cancel)
        self._done += count
        if self._done > self._size + _CHUNK:
            raise _failed(self._row, Text("the server sends more than the {size} bytes of the file", size=self._size))
        self._progress(min(self._done, self._size), self._size, Text("Fetching {name}", name=self._row.file))

    def reset(self) -> None:
        """Everything is here; the count begins again with all of it."""
        self._done = 0

    def close(self) -> None:
        """Nothing is held open."""


@contextlib.contextmanager
def _quiet(logger: logging.Logger) -> Iterator[None]:
    """Keep a library's own messages from a person's terminal: ours say the same."""
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _host(url: str) -> str:
    return url.split("/")[2]


def _failed(row: WeightsRow, why: Text) -> WeightsError:
    return WeightsError(
        "{file} was not fetched: {why}",
        where=row.name,
        hint="Try `repose weights fetch {name}` again later; "
        "or get the file in another way and bring it in with `repose weights import FILE`.",
        file=row.file,
        why=why,
        name=row.name,
    )
