"""`python -m gui.watching`: a session of many actions through real events, and which of them kept the window waiting.

Ends with 1 when an event took longer than the limit, with 0 when none did. Settings, poses and projects of its own are
made for it and removed; with QT_QPA_PLATFORM=offscreen it needs no screen.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtTest import QTest

from gui.watching.person import Person
from gui.watching.slots import LIMIT_MS, Record
from gui.watching.stage import staged


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the session and tell what was found."""
    parser = argparse.ArgumentParser(prog="python -m gui.watching", description=__doc__)
    parser.add_argument("--actions", type=int, default=1000, help="how many (default: 1000)")
    parser.add_argument("--seed", type=int, default=1, help="which session (default: 1)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything that was measured to this file")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        record = watch(Path(folder), actions=options.actions, seed=options.seed)
    if options.json is not None:
        options.json.write_text(json.dumps(record.to_json(), indent=1), "utf-8")
    sys.stdout.write(summary(record))
    return 1 if record.over() else 0


def watch(folder: Path, *, actions: int, seed: int) -> Record:
    """A session in a window of its own; everything that it keeps lies in `folder`."""
    application, window = staged(folder)
    # The start, which `repose bench` measures, ends with the first paint.
    window.repaint()
    QTest.qWait(1)
    application.record = Record()
    with application.doing("begin"):
        window.fill()
        QTest.qWait(3000)
    person = Person(window, seed=seed)
    for _ in range(actions):
        name, deed = person.act()
        with application.doing(name):
            deed()
            QTest.qWait(15)
    application.record.actions = actions
    with application.doing("end"):
        window.close()
    application.close_down()
    return application.record


def summary(record: Record) -> str:
    """The record in lines: the longest event of each action that was above the limit, by work, and where it was."""
    over = record.over()
    lines = [f"{record.actions} actions, {record.events} events, {len(over)} above {LIMIT_MS:.0f} ms"]
    for slot in sorted(record.worst.values(), key=lambda slot: -slot.cpu_ms)[:20]:
        lines.append(
            f"{slot.cpu_ms:7.1f} ms  ({slot.wall_ms:7.1f} passed)  {slot.action}: {slot.receiver} {slot.event}"
            + (f"  {slot.where}" if slot.where else "")
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
