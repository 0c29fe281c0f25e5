"""Processes that do a part of the work end with the process that began them, however that one ended."""

from __future__ import annotations

import multiprocessing
import os
from threading import Thread


def end_with_parent() -> None:
    """Called first thing in a process that `multiprocessing` started: it ends at once when its parent is gone.

    A parent that is killed cannot end its children, and one that waits for room in a pipe would wait for ever.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    Thread(target=wait, name="parent", daemon=True).start()
