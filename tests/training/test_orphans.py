from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

from training.orphans import end_with_parent

PARENT = """
import multiprocessing
from tests_orphans_child import wait_for_ever

if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=wait_for_ever, daemon=True)
    child.start()
    child.join()
"""
CHILD = """
import time
from training.orphans import end_with_parent

def wait_for_ever():
    end_with_parent()
    print("begun", flush=True)
    time.sleep(3600)
"""


def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    (tmp_path / "tests_orphans_child.py").write_text(CHILD, "utf-8")
    (tmp_path / "parent.py").write_text(PARENT, "utf-8")
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, str(tmp_path / "parent.py")],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(tmp_path)])},
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline().strip() == b"begun"
        parent.kill()
        # The child holds the other end of the pipe: it is at its end when nobody is left.
        assert parent.stdout.read() == b""


def test_the_first_process_waits_for_nobody() -> None:
    assert multiprocessing.parent_process() is None
    end_with_parent()
