"""One run on the screen: head, what is worth knowing, curves and samples, figures, log, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QInputDialog, QSplitter, QTabWidget, QVBoxLayout, QWidget

from engine.errors import ReposeError
from gui.language.words import told
from gui.panels.training.curves_view import CurvesView
from gui.panels.training.figures_view import FiguresView
from gui.panels.training.findings import FindingStrips
from gui.panels.training.log_view import LogView
from gui.panels.training.run_header import RunHeader
from gui.panels.training.samples_view import SamplesView
from gui.panels.training.settings_view import SettingsTable
from gui.panels.training.words import count, tr
from gui.preferences import Preferences
from gui.services.loading import PictureLoader
from gui.services.run_folder import LAUNCH, checkpoint, read_json, samples
from gui.services.run_work import RunWork
from gui.services.train_command import shown_command
from gui.services.training_runs import RunFollower, TrainingRuns
from gui.theme import SPACE, Theme

SETTLES_MS = 30
"""Milliseconds without another width after which a page is laid out for the one that it has."""
_WIDE = 760
"""From this width on, curves and samples are side by side."""


class RunPage(QWidget):
    """Follows one run. `said` brings a sentence for the status bar, `trouble` one about something that failed."""

    back = Signal()
    duplicate = Signal(object)
    forgotten = Signal(object)
    use_file = Signal(object, str)
    said = Signal(str)
    trouble = Signal(str)

    def __init__(
        self,
        *,
        theme: Theme,
        preferences: Preferences,
        runs: TrainingRuns,
        loader: PictureLoader,
        ask_folder: Callable[[str, str], Path | None],
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._runs = runs
        self._ask = ask_folder
        self._follower: RunFollower | None = None
        self._stopping: set[Path] = set()
        self._made = (theme, loader)
        self._wide: bool | None = None
        # A moment later, as a size may be one on the way to another.
        self._sized = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._sized.timeout.connect(lambda: self._arrange(self.width() >= _WIDE))
        self.work = RunWork(parent=self)
        self.both = QSplitter(Qt.Orientation.Horizontal)
        self.both.setChildrenCollapsible(False)
        self.both.setHandleWidth(SPACE)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("inner")
        self.tabs.setAccessibleName(tr("Pages of the run"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.tabs, 1)

    def fill(self) -> Iterator[None]:
        """Make the parts, one a step; before the last step no run can be opened."""
        theme, loader = self._made
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        self.header = RunHeader(theme=theme)
        yield
        layout.insertWidget(0, self.header)
        yield
        self.strips = FindingStrips(theme=theme)
        layout.insertWidget(1, self.strips)
        self.curves = CurvesView(theme=theme)
        self.tabs.addTab(self.curves, tr("Curves"))
        yield
        self.samples = SamplesView(theme=theme, loader=loader)
        self.tabs.addTab(self.samples, tr("Samples"))
        yield
        self.figures = FiguresView()
        self.tabs.addTab(self.figures, tr("Figures"))
        yield
        self.log = LogView()
        self.tabs.addTab(self.log, tr("Log"))
        yield
        self.settings = SettingsTable(nothing=tr("This run has no readable configuration."))
        self.tabs.addTab(self.settings, tr("Settings"))
        self._wide = False
        self._connect()
        self._arrange(self.width() >= _WIDE)

    def _connect(self) -> None:
        header, work = self.header, self.work
        header.back.connect(self.back)
        header.stop.connect(self.stop)
        header.go_on.connect(lambda: self.go_on())
        header.duplicate.connect(lambda: self._with_run(self.duplicate.emit))
        header.evaluate.connect(self.evaluate)
        header.use.connect(self.use)
        header.train_on.connect(self.train_on)
        header.show_folder.connect(lambda: self._with_run(_show_folder))
        header.copy_command.connect(self._copy_command)
        header.forget.connect(self.forget)
        work.progressed.connect(self._on_work)
        work.evaluated.connect(self._on_evaluated)
        work.exported.connect(self._on_exported)
        work.failed.connect(self._on_work_failed)
        self.tabs.currentChanged.connect(lambda _index: self._show_quiet_parts())

    # which run

    @property
    def folder(self) -> Path | None:
        """The run that is shown."""
        return None if self._follower is None else self._follower.folder

    @property
    def follower(self) -> RunFollower | None:
        """Who follows it."""
        return self._follower

    def open(self, folder: Path) -> None:
        """Show a run."""
        if self.folder == folder:
            self.watch(True)
            return
        if self._follower is not None:
            self._follower.follow(False)
            self._follower.deleteLater()
        follower = RunFollower(folder, runs=self._runs, parent=self)
        self._follower = follower
        follower.grew.connect(self._on_grew)
        follower.told.connect(self._on_told)
        self.strips.begin_anew()
        self.samples.set_samples({})
        self.curves.set_histories([follower.history])
        self.log.set_folder(folder)
        self.figures.show_progress(0, 0, "")
        self._on_told()
        self._show_quiet_parts()
        follower.follow(True)

    def watch(self, on: bool) -> None:
        """Follow the run while somebody looks."""
        if self._follower is not None:
            self._follower.follow(on)

    # what is shown

    def _on_grew(self) -> None:
        follower = self._follower
        if follower is None:
            return
        self.curves.refresh()
        # A run from before samples were told of has them in its folder all the same.
        known = follower.history.samples or samples(follower.folder)
        self.samples.set_samples({step: path for step, path in known.items() if path.is_file()})
        self._on_told()

    def _on_told(self) -> None:
        follower = self._follower
        if follower is None:
            return
        run = follower.glance
        if not run.state.is_live:
            self._stopping.discard(run.folder)
        self.header.show_run(
            run,
            follower.history,
            own=self._runs.is_own(run.folder),
            price=self._preferences.number("training/price", 0.0),
            evaluating=self.work.busy(run.folder, "evaluate"),
            exporting=self.work.busy(run.folder, "export"),
            stopping=run.folder in self._stopping,
        )
        self.strips.set_findings(follower.findings)
        self._show_quiet_parts()

    def _show_quiet_parts(self) -> None:
        """Figures, log and settings: read only while they are in sight."""
        follower = self._follower
        if follower is None:
            return
        shown = self.tabs.currentWidget()
        if shown is self.figures:
            self.figures.set_run(follower.folder, follower.history)
        elif shown is self.log:
            self.log.refresh()
        elif shown is self.settings:
            run = follower.glance
            self.settings.set_run(follower.config, task=run.task, preset=run.preset)

    def _arrange(self, wide: bool) -> None:
        """Curves and samples side by side where there is room, else a tab each."""
        if wide == self._wide:
            return
        self._wide = wide
        at = self.tabs.currentWidget()
        while self.tabs.count():
            self.tabs.removeTab(0)
        if wide:
            self.both.addWidget(self.curves)
            self.both.addWidget(self.samples)
            self.curves.show()
            self.samples.show()
            self.both.setSizes([3, 2])
            self.both.setStretchFactor(0, 3)
            self.both.setStretchFactor(1, 2)
            self.tabs.addTab(self.both, tr("Progress"))
        else:
            self.tabs.addTab(self.curves, tr("Curves"))
            self.tabs.addTab(self.samples, tr("Samples"))
        self.tabs.addTab(self.figures, tr("Figures"))
        self.tabs.addTab(self.log, tr("Log"))
        self.tabs.addTab(self.settings, tr("Settings"))
        if at is not None and self.tabs.indexOf(at) >= 0:
            self.tabs.setCurrentWidget(at)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self._wide is not None and self._wide != (self.width() >= _WIDE):
            self._sized.start()

    # what is done

    def _with_run(self, run: Callable[[Path], object]) -> None:
        if self.folder is not None:
            run(self.folder)

    def _try(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except ReposeError as error:
            self.trouble.emit(told(error))
            return False
        return True

    def stop(self) -> None:
        """Stop the run at its next step."""
        folder = self.folder
        if folder is not None and self._try(lambda: self._runs.stop(folder)):
            self._stopping.add(folder)
            self.said.emit(tr("{0} stops at its next step, with a checkpoint").format(folder.name))
            self._on_told()

    def train_on(self) -> None:
        """Ask how long a finished run shall be in all, and go on with it."""
        follower = self._follower
        if follower is None:
            return
        now = follower.glance.steps
        text = tr("Steps in all; {0} are done").format(count(now))
        wanted, sure = QInputDialog.getInt(
            self, tr("Train on"), text, 2 * now, now + 1, 2_000_000_000, max(1, now // 10)
        )
        if sure:
            self.go_on([f"loop.steps={wanted}"])

    def go_on(self, settings: Sequence[str] = ()) -> None:
        """Go on with the run, with other settings if need be; when its data is gone, ask where it is now."""
        follower = self._follower
        if follower is None:
            return
        data: Path | None = Path(follower.glance.data) if follower.glance.data else None
        if data is None or not data.is_dir():
            data = self._ask(tr("Where is the data of this run now?"), "training-data")
            if data is None:
                return
        folder = follower.folder
        if self._try(lambda: self._runs.go_on(folder, data=data, settings=settings)):
            self.strips.begin_anew()
            follower.follow(True)

    def evaluate(self) -> None:
        """Judge the run, or end a judging that is under way."""
        follower = self._follower
        if follower is None:
            return
        folder = follower.folder
        if self.work.busy(folder, "evaluate"):
            self.work.interrupt(folder, "evaluate")
            return
        data: Path | None = Path(follower.glance.data)
        if data is None or not follower.glance.data or not data.is_dir():
            data = self._ask(tr("Photos to judge by"), "training-data")
            if data is None:
                return
        self.work.evaluate(folder, data=data)
        self.tabs.setCurrentWidget(self.figures)
        self.figures.show_progress(0, 0, tr("Judging begins…"))
        self._on_told()

    def use(self, which: str) -> None:
        """Bring the run's model to the window: the best checkpoint, or the last where there is no best."""
        follower = self._follower
        if follower is None:
            return
        folder = follower.folder
        chosen = which or ("best" if checkpoint(folder, "best") is not None else "last")
        self.work.export(folder, task=follower.glance.task, which=chosen)
        self.said.emit(tr("Fetching the model of {0}").format(folder.name))
        self._on_told()

    def forget(self) -> None:
        """Take the run off the list."""
        folder = self.folder
        if folder is not None and self._try(lambda: self._runs.forget(folder)):
            self.forgotten.emit(folder)

    def close_run(self) -> None:
        """Show no run."""
        if self._follower is not None:
            self._follower.follow(False)
            self._follower.deleteLater()
            self._follower = None

    def _copy_command(self) -> None:
        folder = self.folder
        arguments = [] if folder is None else read_json(folder / LAUNCH).get("arguments", [])
        if folder is not None:
            words = [str(word) for word in arguments] or ["generator", "--run", str(folder), "--resume"]
            QGuiApplication.clipboard().setText(shown_command(words))
            self.said.emit(tr("Command copied"))

    # what comes of it

    def _on_work(self, folder: Path, kind: str, done: int, total: int, text: str) -> None:
        if folder == self.folder and kind == "evaluate":
            self.figures.show_progress(done, total, text)

    def _on_evaluated(self, folder: Path) -> None:
        self.said.emit(tr("{0} has been judged").format(folder.name))
        if folder == self.folder:
            self.figures.show_progress(0, 0, "")
            self._on_told()

    def _on_exported(self, folder: Path, file: Path) -> None:
        self.use_file.emit(file, folder.name)
        if folder == self.folder:
            self._on_told()

    def _on_work_failed(self, folder: Path, kind: str, text: str) -> None:
        if folder == self.folder:
            self.figures.show_progress(0, 0, "")
            self._on_told()
        if text:
            what = tr("{0} could not be judged: {1}") if kind == "evaluate" else tr("{0} could not be fetched: {1}")
            self.trouble.emit(what.format(folder.name, text))

    def close_down(self) -> None:
        """End what the page waits for; the run goes on."""
        self.close_run()
        self.work.close()


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
