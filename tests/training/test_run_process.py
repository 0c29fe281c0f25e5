"""The process behind a run: one at a time, told apart from one that has died, and stopped by a file or a word."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.errors import UsageError
from training import run_process
from training.run_process import PROCESS_FILE, STOP_FILE, claimed, stop_wish

ROOT = Path(run_process.__file__).parent.parent
HOLD = """
import sys
from pathlib import Path
from training.run_process import claimed
with claimed(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """A training takes Ctrl+C for itself; the tests want it back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    return process


def test_a_process_says_who_it_is_and_takes_it_back(tmp_path: Path) -> None:
    path = tmp_path / "run" / PROCESS_FILE
    with claimed(tmp_path / "run"):
        facts = json.loads(path.read_text("utf-8"))
        assert facts["pid"] == os.getpid() and facts["host"] and abs(facts["started"] - time.time()) < 600
        with pytest.raises(UsageError, match="Another process"), claimed(tmp_path / "run"):
            pass
        assert path.exists()
    assert not path.exists()
    with pytest.raises(KeyError), claimed(tmp_path / "run"):
        raise KeyError
    assert not path.exists()


def test_two_processes_on_one_run_are_refused_and_a_dead_one_does_not_count(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        with pytest.raises(UsageError, match=f"process {process.pid} on") as raised, claimed(tmp_path):
            pass
        assert str(tmp_path) in str(raised.value)
        process.kill()
        process.wait()
        assert (tmp_path / PROCESS_FILE).exists()
        with claimed(tmp_path):
            assert json.loads((tmp_path / PROCESS_FILE).read_text("utf-8"))["pid"] == os.getpid()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}'])
def test_what_a_crash_left_is_no_hindrance(tmp_path: Path, text: str) -> None:
    host = json.dumps({"pid": 4_000_000, "host": socket.gethostname(), "started": 1.0})
    (tmp_path / PROCESS_FILE).write_text(host if text == '{"pid": 1}' else text, encoding="utf-8")
    with claimed(tmp_path):
        assert json.loads((tmp_path / PROCESS_FILE).read_text("utf-8"))["pid"] == os.getpid()


def test_another_machines_word_is_taken(tmp_path: Path) -> None:
    (tmp_path / PROCESS_FILE).write_text('{"pid": 7, "host": "elsewhere", "started": 1}', encoding="utf-8")
    with pytest.raises(UsageError, match="process 7 on elsewhere.*delete process.json"), claimed(tmp_path):
        pass


def test_a_file_stops_and_is_gone(tmp_path: Path) -> None:
    wished = stop_wish(tmp_path, listen=False, since=time.time())
    assert not wished()
    (tmp_path / STOP_FILE).write_text("stop\n", encoding="utf-8")
    deadline = time.monotonic() + 60
    while not wished() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert wished() and not (tmp_path / STOP_FILE).exists()


def test_an_old_wish_is_not_heard_and_a_new_one_is(tmp_path: Path) -> None:
    path = tmp_path / STOP_FILE
    path.write_text("stop\n", encoding="utf-8")
    os.utime(path, (1000, 1000))
    assert not stop_wish(tmp_path, listen=False, since=time.time())() and not path.exists()
    began = time.time() - 5
    path.write_text("stop\n", encoding="utf-8")
    assert stop_wish(tmp_path, listen=False, since=began)()


def test_a_machine_that_is_lent_for_a_while(tmp_path: Path) -> None:
    assert stop_wish(tmp_path, listen=False, since=time.time() - 61, minutes=1.0)()
    assert not stop_wish(tmp_path, listen=False, since=time.time() - 61, minutes=0.0)()
    assert not stop_wish(tmp_path, listen=False, since=time.time(), minutes=600.0)()


def test_a_signal_stops(tmp_path: Path) -> None:
    wished = stop_wish(tmp_path, listen=False, since=0)
    os.kill(os.getpid(), signal.SIGTERM)
    deadline = time.monotonic() + 60
    while not wished() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert wished()
