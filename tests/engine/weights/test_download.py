"""The download, against a real server on this machine."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import shutil
import threading
import time
from collections import namedtuple
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from engine.errors import Cancelled, OutputError, WeightsError
from engine.progress import CancelToken
from engine.weights.store import WeightsStore
from engine.weights.table import WeightsRow

DATA = bytes(range(256)) * 4096 * 2  # two megabytes
SHA256 = hashlib.sha256(DATA).hexdigest()
Answer = Callable[[BaseHTTPRequestHandler], None]


def whole(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(len(DATA)))
    request.end_headers()
    request.wfile.write(DATA)


def another(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(len(DATA)))
    request.end_headers()
    request.wfile.write(b"\0" * len(DATA))


def cut(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(len(DATA)))
    request.end_headers()
    request.wfile.write(DATA[: len(DATA) // 2])
    request.close_connection = True


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    try:
        while True:
            request.wfile.write(b"\0" * 65536)
    except OSError:  # the other side has had enough
        request.close_connection = True


def absent(request: BaseHTTPRequestHandler) -> None:
    request.send_error(404)


def broken(request: BaseHTTPRequestHandler) -> None:
    request.send_error(503)


class Server:
    def __init__(self) -> None:
        self.answer: Answer = whole
        self.requests = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # noqa: N802 - the library's name
                outer.requests += 1
                outer.answer(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
                """Say nothing."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/weights.pth"
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    running = Server()
    yield running
    running.close()


@pytest.fixture
def store(server: Server, tmp_path: Path) -> WeightsStore:
    row = WeightsRow("far", "pose", "far.pth", "CC0-1.0", "nothing", sha256=SHA256, size=len(DATA), url=server.url)
    return WeightsStore(tmp_path / "mine", box=tmp_path / "box", known=(row,))


def files(store: WeightsStore) -> list[str]:
    return sorted(path.name for path in store.folder.iterdir()) if store.folder.exists() else []


def test_a_file_is_fetched_once_verified_and_found(
    store: WeightsStore, server: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(WeightsError, match="repose weights fetch far"):
        store.find("far")
    steps: list[tuple[int, int, str]] = []
    found = store.fetch("far", progress=lambda *step: steps.append(step))
    assert found.path.read_bytes() == DATA
    assert files(store) == ["far.pth"]
    assert [done for done, _, _ in steps] == sorted(done for done, _, _ in steps)
    assert steps[-1][0] == steps[-1][1] == len(DATA)
    assert len(steps) > 3
    assert store.find("far", kind="pose") == found
    assert store.fetch("far") == found
    assert server.requests == 1
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (another, "another sha256"),
        (cut, "broke off"),
        (endless, "sends more than"),
        (absent, "answered 404"),
        (broken, "answered 503"),
    ],
)
def test_what_goes_wrong_is_said_and_leaves_nothing(
    store: WeightsStore, server: Server, answer: Answer, message: str
) -> None:
    server.answer = answer
    with pytest.raises(WeightsError, match=message) as caught:
        store.fetch("far")
    text = str(caught.value)
    assert "far.pth" in text and "repose weights import FILE" in text and "\n" not in text
    assert files(store) == []
    server.answer = whole
    assert store.fetch("far").path.read_bytes() == DATA


def test_nobody_answers(store: WeightsStore, server: Server) -> None:
    server.http.server_close()
    with pytest.raises(WeightsError, match=r"127\.0\.0\.1:\d+ cannot be reached"):
        store.fetch("far")
    assert files(store) == []


def test_a_damaged_file_is_replaced_only_by_a_good_one(store: WeightsStore, server: Server) -> None:
    store.folder.mkdir()
    mine = store.folder / "far.pth"
    mine.write_bytes(b"damaged")
    with pytest.raises(WeightsError, match="changed or damaged"):
        store.find("far")
    server.answer = cut
    with pytest.raises(WeightsError):
        store.fetch("far")
    assert mine.read_bytes() == b"damaged"
    server.answer = whole
    store.fetch("far")
    assert mine.read_bytes() == DATA


def test_cancelling_stops_and_leaves_nothing(store: WeightsStore) -> None:
    token = CancelToken()

    def stop(done: int, total: int, message: str) -> None:
        if done > total // 3:
            token.cancel()

    with pytest.raises(Cancelled):
        store.fetch("far", progress=stop, cancel=token)
    assert files(store) == []
    with pytest.raises(Cancelled):
        store.fetch("far", cancel=token)


def test_a_disk_without_room_is_told_before_anything_is_fetched(
    store: WeightsStore, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10**6, 10**6 - 5, 5))
    with pytest.raises(OutputError, match="disk is too full"):
        store.fetch("far")
    assert server.requests == 0


def test_a_disk_that_fills_up_meanwhile(store: WeightsStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError, match="disk is full"):
        store.fetch("far")


def test_a_folder_that_cannot_be_made(store: WeightsStore) -> None:
    store.folder.write_bytes(b"a file of this name")
    with pytest.raises(OutputError):
        store.fetch("far")


def test_what_a_killed_download_left_is_swept_away(store: WeightsStore) -> None:
    aside = store.folder / ".fetching"
    aside.mkdir(parents=True)
    for name, age in [("tmp-old", 3 * 24 * 3600), ("tmp-of-another-download", 60)]:
        (aside / name).write_bytes(b"half")
        os.utime(aside / name, (time.time() - age, time.time() - age))
    store.fetch("far")
    assert [path.name for path in aside.iterdir()] == ["tmp-of-another-download"]


def test_the_library_keeps_quiet_and_its_level_comes_back(store: WeightsStore) -> None:
    logger = logging.getLogger("pooch")
    before = logger.level
    store.fetch("far")
    assert logger.level == before
