"""The watch over the window's thread: what it counts, and that a session runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.watching.__main__ import summary
from gui.watching.slots import LIMIT_MS, Record, Slot

ROOT = Path(__file__).resolve().parents[3]


def slot(action: str, cpu: float, wall: float = 0.0) -> Slot:
    return Slot(action, "QWidget", "Paint", max(cpu, wall), cpu)


def test_a_record_keeps_what_took_long() -> None:
    record = Record()
    for entry in (slot("zoom", 2), slot("zoom", 30), slot("undo", 17), slot("undo", 3, wall=40)):
        record.add(entry)
    assert record.events == 4 and [entry.cpu_ms for entry in record.over()] == [30, 17]
    assert record.worst["zoom"].cpu_ms == 30 and record.worst["undo"].cpu_ms == 17
    assert len(record.slow) == 3
    assert "2 above 16 ms" in summary(record) and summary(record).splitlines()[1].split()[0] == "30.0"
    told = json.loads(json.dumps(record.to_json()))
    assert told["over_limit"] == 2 and told["limit_ms"] == LIMIT_MS


SCRIPT = """
import time
from PySide6.QtCore import QThread, QTimer, QObject
from gui.watching.slots import WatchedApplication
application = WatchedApplication([])
class Sleeper(QObject):
    def work(self):
        end = time.thread_time() + 0.05
        while time.thread_time() < end:
            pass
sleeper, other, thread = Sleeper(), Sleeper(), QThread()
other.moveToThread(thread)
thread.started.connect(other.work)
thread.start()
with application.doing("sleep"):
    QTimer.singleShot(0, sleeper.work)
    QTimer.singleShot(200, application.quit)
    application.exec()
thread.quit()
thread.wait()
application.close_down()
print([round(slot.cpu_ms) >= 50 for slot in application.record.over()], "sleep" in application.record.worst)
"""


def test_only_the_windows_thread_is_watched() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"})
    assert done.stdout.strip() == "[True] True", done.stderr


@pytest.mark.slow
def test_a_session_of_a_thousand_actions(tmp_path: Path) -> None:
    """It runs to its end, and tells of each action what took longest."""
    file = tmp_path / "watched.json"
    done = subprocess.run(
        [sys.executable, "-m", "gui.watching", "--actions", "1000", "--json", str(file)],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    told = json.loads(file.read_text("utf-8"))
    assert told["actions"] == 1000 and told["events"] > 10_000
    assert {"zoom", "undo", "choose a pose", "drag a joint of the target"} <= set(told["worst"])
