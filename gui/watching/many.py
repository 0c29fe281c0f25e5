"""`python -m gui.watching.many`: a project of thousands of photos, opened, scrolled and gone through with real events.

Prints how long opening takes, how long the window's thread was kept by single events, how soon the next photo is on
screen after its key, and how much memory is held. Nothing is judged: it ends with 0. Settings, photos and project of
its own are made for it and removed; with QT_QPA_PLATFORM=offscreen it needs no screen.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from engine.formats.sets import Format
from engine.project.history import Edit, Kind
from engine.project.records import PhotoState
from gui.main_window import MainWindow
from gui.process_memory import memory_held
from gui.watching.many_photos import make_photos, make_project
from gui.watching.slots import LIMIT_MS, Slot, WatchedApplication
from gui.watching.stage import staged

_PATIENCE: Final = 120.0
"""Seconds after which something that is waited for is not going to happen any more."""
_MARK: Final = 100
"""Every so many photos the memory is looked at."""


@dataclass
class Figures:
    """What was measured: seconds for opening, milliseconds for events and photos, megabytes of memory.

    `opening_work` is what all threads together worked until the photo was on screen, in seconds. `next_photo` is from
    the key to the painted canvas as a clock shows it, `next_photo_work` what of it the window's thread worked: on a
    busy machine that is less by as long as it waited for a core.
    """

    photos: int = 0
    list_seconds: float = 0.0
    photo_seconds: float = 0.0
    opening_work: float = 0.0
    opening_slots: list[float] = field(default_factory=list)
    scrolling_slots: list[float] = field(default_factory=list)
    stepping_slots: list[float] = field(default_factory=list)
    next_photo: list[float] = field(default_factory=list)
    next_photo_work: list[float] = field(default_factory=list)
    changes: list[tuple[str, float, list[float]]] = field(default_factory=list)
    memory: dict[str, float] = field(default_factory=dict)
    slowest: list[Slot] = field(default_factory=list)


class _Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.times = 0
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self.times += 1
        return False


class Visit:
    """One visit to a window with many photos; `figures` grows as it goes on."""

    def __init__(self, application: WatchedApplication, window: MainWindow) -> None:
        self.figures = Figures()
        self._application = application
        self._window = window
        self._canvas = _Painted(window.photo.view.viewport())
        self._list = _Painted(window.filmstrip.viewport())
        self._painted = 0

    def open(self, project: Path, *, photos: int) -> None:
        """Open the project as from the menu, until the list can be used and the photo is on the canvas."""
        window = self._window
        self._take_slots()
        begun, canvas, shown = time.perf_counter(), self._canvas.times, self._list.times
        worked = time.process_time()
        with self._application.doing("open"):
            QTimer.singleShot(0, lambda: window.controller.projects.open(project))
            self._until(lambda: window.filmstrip.count() >= photos and self._list.times > shown)
            self.figures.list_seconds = time.perf_counter() - begun
            self._until(lambda: self._seen() and self._canvas.times > canvas)
            self.figures.photo_seconds = time.perf_counter() - begun
            self.figures.opening_work = time.process_time() - worked
            # What comes a moment later, as looking for the photos' files, belongs to opening too.
            QTest.qWait(2500)
        self.figures.photos = window.filmstrip.count()
        self.figures.opening_slots = self._take_slots()

    def scroll(self) -> None:
        """Turn the wheel over the list from its top to its end."""
        strip = self._window.filmstrip
        bar, viewport = strip.verticalScrollBar(), strip.viewport()
        middle = QPointF(viewport.rect().center())
        with self._application.doing("scroll"):
            before = -1
            while bar.value() != before:
                before = bar.value()
                for _ in range(2):
                    event = QWheelEvent(
                        middle, QPointF(viewport.mapToGlobal(middle)), QPoint(), QPoint(0, -480),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
                    )  # fmt: skip
                    QCoreApplication.sendEvent(viewport, event)
                QTest.qWait(4)
        self.figures.scrolling_slots = self._take_slots()

    def step(self, count: int, *, pause: int) -> None:
        """Press the key for the next photo so many times, looking at each for `pause` milliseconds."""
        window = self._window
        window.photo.view.setFocus()
        self._remember("start")
        with self._application.doing("next photo"):
            for number in range(1, count + 1):
                before, self._painted = window.document.current, self._canvas.times
                begun, worked = time.perf_counter(), time.thread_time()
                QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_D)
                if window.document.current is before:
                    break  # the last one
                self._until(self._shown)
                self.figures.next_photo.append(1000 * (time.perf_counter() - begun))
                self.figures.next_photo_work.append(1000 * (time.thread_time() - worked))
                QTest.qWait(pause)
                if number % _MARK == 0:
                    self._remember(str(number))
        self.figures.stepping_slots = self._take_slots()
        self._remember("end")

    def change(self, folder: Path) -> None:
        """What changes very many photos at once: files of annotations out and in, undo, states, photos that go."""
        window, files = self._window, self._window.annotating.files
        photos = [photo for photo in window.document if not photo.demo]
        places = {Format.PATN: folder / "all.csv", Format.COCO: folder / "all.json", Format.OPENPOSE: folder / "all"}
        for kind, place in places.items():
            self._timed(f"export {kind.title}", partial(files.export_to, place, kind))
            self._timed(f"import {kind.title}", partial(files.import_from, place))
            self._timed("undo", window.controller.undo)
        some = photos[: len(photos) // 10]
        self._timed(f"mark {len(some)} photos", partial(window.annotating.states.mark, some, PhotoState.DONE))
        gone = [Edit(Kind.PRESENT, photo.key, False) for photo in photos[: len(photos) // 25]]
        close = partial(window.document.undo_stack.change_many, gone, text="Close")
        self._timed(f"close {len(gone)} photos", close)
        self._timed("undo", window.controller.undo)

    def _timed(self, name: str, deed: Callable[[], object]) -> None:
        window = self._window
        self._take_slots()
        begun = time.perf_counter()
        with self._application.doing(name):
            QTimer.singleShot(0, deed)
            QTest.qWait(1)
            self._until(lambda: not window.annotating.files.busy and not window.document.undo_stack.many.busy)
            seconds = time.perf_counter() - begun
            QTest.qWait(200)
        self.figures.changes.append((name, seconds, self._take_slots()))

    def _seen(self) -> bool:
        photo = self._window.document.current
        return photo is not None and photo.picture is not None

    def _shown(self) -> bool:
        return self._seen() and self._canvas.times > self._painted

    def _until(self, fact: Callable[[], bool]) -> None:
        """Let events happen until something is so, and the events that are under way are over."""
        limit = time.perf_counter() + _PATIENCE
        loop = QEventLoop()
        while not fact() and time.perf_counter() < limit:
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _remember(self, when: str) -> None:
        self.figures.memory[when] = memory_held() / 1e6

    def _take_slots(self) -> list[float]:
        """The work of all events since the last time, in milliseconds, and the longest of them by name."""
        record = self._application.record
        self.figures.slowest += [slot for slot in record.over() if slot.action != "begin"][:3]
        record.slow.clear()
        taken, record.works = record.works, []
        return taken or []


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m gui.watching.many", description=__doc__)
    parser.add_argument("--photos", type=int, default=5000, help="how many (default: 5000)")
    parser.add_argument("--steps", type=int, default=1000, help="how many of them are gone through (default: 1000)")
    parser.add_argument("--side", type=int, default=1600, help="pixels; 6000 makes 24 megapixels (default: 1600)")
    parser.add_argument("--pause", type=int, default=250, help="ms that each photo is looked at (default: 250)")
    parser.add_argument("--changes", action="store_true", help="import, export, undo, mark and close many as well")
    parser.add_argument("--seed", type=int, default=1, help="which photos (default: 1)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything that was measured to this file")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = _visit(Path(folder), options)
    if options.json is not None:
        options.json.write_text(json.dumps(asdict(figures), indent=1), "utf-8")
    sys.stdout.write(summary(figures))
    return 0


def _visit(folder: Path, options: argparse.Namespace) -> Figures:
    paths = make_photos(folder / "photos", count=options.photos, side=options.side, seed=options.seed)
    make_project(folder / "Many.repose", paths, side=options.side, seed=options.seed)
    application, window = staged(folder)
    application.record.works = []
    with application.doing("begin"):
        window.fill()
        QTest.qWait(4000)
    visit = Visit(application, window)
    visit.open(folder / "Many.repose", photos=options.photos)
    visit.scroll()
    visit.step(options.steps, pause=options.pause)
    if options.changes:
        visit.change(folder)
    with application.doing("end"):
        window.close()
    application.close_down()
    return visit.figures


def summary(figures: Figures) -> str:
    """The figures in lines."""
    lines = [
        f"{figures.photos} photos: list usable after {figures.list_seconds:.2f} s, photo on screen after"
        f" {figures.photo_seconds:.2f} s, {figures.opening_work:.2f} s of work in all threads",
        f"opening: {_slots(figures.opening_slots)}",
        f"scrolling: {_slots(figures.scrolling_slots)}",
        f"stepping: {_slots(figures.stepping_slots)}",
    ]
    for name, times in (("next photo", figures.next_photo), ("its work", figures.next_photo_work)):
        if times:
            late = sorted(times)[min(len(times) - 1, round(0.95 * len(times)))]
            lines.append(
                f"{name}: {len(times)} of them, median {statistics.median(times):.0f} ms, 95 % under {late:.0f} ms,"
                f" slowest {max(times):.0f} ms"
            )
    lines += [f"{name}: {seconds:.2f} s; {_slots(works)}" for name, seconds, works in figures.changes]
    held = ", ".join(f"{when} {size:.0f}" for when, size in figures.memory.items())
    lines.append(f"memory in MB: {held}")
    lines += [
        f"  {slot.cpu_ms:7.1f} ms ({slot.wall_ms:.1f} passed)  {slot.action}: {slot.receiver} {slot.event}"
        + (f"  {slot.where}" if slot.where else "")
        for slot in figures.slowest
    ]
    return "\n".join(lines) + "\n"


def _slots(works: list[float]) -> str:
    if not works:
        return "no event"
    over = sum(work > LIMIT_MS for work in works)
    return (
        f"{len(works)} events, slowest {max(works):.1f} ms, median {statistics.median(works):.2f} ms, {over} above"
        f" {LIMIT_MS:.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
