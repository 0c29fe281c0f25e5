"""Choosing what to train on: drop a folder, see what is in it, have it prepared where it is only photos."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.dropping import dropped_folder
from gui.panels.flow_layout import FlowLayout
from gui.panels.pane import ElidedLabel
from gui.panels.training.words import count, tr
from gui.preferences import Preferences
from gui.services.data_folder import DataFacts, DataKind
from gui.services.data_look import DataLooker
from gui.services.preparing import Preparing
from gui.services.run_folder import read_json
from gui.theme import SPACE, Theme
from gui.thumbnails import photo_thumbnail

_THUMBNAIL = QSize(42, 60)
_RECENT = "training/data"


class DataCard(QFrame):
    """The data set of a new training.

    `chosen` brings `DataFacts` that can be trained on, or None; `run_dropped` the folder of a run.
    """

    chosen = Signal(object)
    run_dropped = Signal(object)

    def __init__(
        self,
        *,
        theme: Theme,
        preferences: Preferences,
        prepared_in: Path,
        ask_folder: Callable[[str, str], Path | None],
    ) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Photos to train on"))
        self._theme = theme
        self._preferences = preferences
        self._prepared_in = prepared_in
        self._ask = ask_folder
        self.facts: DataFacts | None = None
        self.looker = DataLooker(parent=self)
        self.looker.seen.connect(self._on_seen)
        self.preparing = Preparing(parent=self)
        self.preparing.progressed.connect(self._on_progress)
        self.preparing.finished.connect(self._on_prepared)
        self.preparing.failed.connect(self._on_failed)
        self._icon = QLabel()
        self._title = ElidedLabel(tr("Drop a folder of photos here"))
        self._title.setObjectName("paneTitle")
        self._says = QLabel()
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setObjectName("muted")
        self._says.setWordWrap(True)
        self._sheet = QWidget()
        self._sheet.setFixedHeight(_THUMBNAIL.height())
        self._sheet.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._thumbnails = FlowLayout(spacing=SPACE // 2)
        self._sheet.setLayout(self._thumbnails)
        self.bar = QProgressBar()
        self.bar.setObjectName("thin")
        self.bar.setTextVisible(False)
        self.choose_button = QPushButton(tr("Choose a folder…"))
        self.choose_button.clicked.connect(self.ask)
        self.recent_button = QPushButton(tr("Recent"))
        self._recent = QMenu(self.recent_button)
        self._recent.aboutToShow.connect(self._fill_recent)
        self.recent_button.setMenu(self._recent)
        self.prepare_button = QPushButton(tr("Prepare these photos"))
        self.prepare_button.setObjectName("primary")
        self.prepare_button.clicked.connect(self.prepare)
        self.cancel_button = QPushButton(tr("Interrupt"))
        self.cancel_button.setToolTip(tr("What is done is kept; preparing goes on from there"))
        self.cancel_button.clicked.connect(self.preparing.interrupt)
        self.report_button = QPushButton(tr("Report"))
        self.report_button.setToolTip(tr("What was kept and what was dropped, and why"))
        self.report_button.clicked.connect(self._open_report)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self._icon)
        top.addWidget(self._title, 1)
        buttons = FlowLayout(spacing=SPACE)
        for button in (
            self.prepare_button, self.cancel_button, self.choose_button, self.recent_button, self.report_button
        ):  # fmt: skip
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, SPACE + 4)
        layout.setSpacing(SPACE)
        layout.addLayout(top)
        layout.addWidget(self._says)
        layout.addWidget(self._sheet)
        layout.addWidget(self.bar)
        layout.addLayout(buttons)
        theme.changed.connect(self._tint)
        self._tint()
        self._show()

    def _tint(self) -> None:
        self._icon.setPixmap(self._theme.icon("folder").pixmap(18, 18))

    # choosing

    def ask(self) -> None:
        """Ask for a folder."""
        folder = self._ask(tr("Photos or a data set to train on"), "training-data")
        if folder is not None:
            self.look(folder)

    def look(self, folder: Path) -> None:
        """Find out what a folder holds, and take it if it can be trained on."""
        self.facts = None
        self.chosen.emit(None)
        self._title.set_whole_text(str(folder))
        self._says.setText(tr("Looking into the folder…"))
        self._set_sheet([])
        self.looker.look(folder)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for folder in self._preferences.folders(_RECENT)[:10]:
            self._recent.addAction(str(folder)).triggered.connect(partial(self._look_again, folder))
        if self._recent.isEmpty():
            self._recent.addAction(tr("No data set was used yet")).setEnabled(False)

    def _look_again(self, folder: Path, _checked: bool = False) -> None:
        self.look(folder)

    def _on_seen(self, facts: DataFacts, images: list[QImage]) -> None:
        if facts.kind is DataKind.RUN:
            self._show()
            self.run_dropped.emit(facts.folder)
            return
        self.facts = facts
        self._set_sheet(images)
        self._show()
        if facts.usable:
            self._preferences.add_folder(_RECENT, facts.folder)
        self.chosen.emit(facts if facts.usable else None)

    def _set_sheet(self, images: list[QImage]) -> None:
        while (item := self._thumbnails.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        ratio = self.devicePixelRatioF()
        for image in images:
            label = QLabel()
            label.setFixedSize(_THUMBNAIL)
            label.setPixmap(photo_thumbnail(image, _THUMBNAIL, ratio=ratio))
            self._thumbnails.addWidget(label)
        self._sheet.setVisible(bool(images))

    # preparing

    def prepare(self) -> None:
        """Have the photos prepared, or go on where preparing was interrupted."""
        facts = self.facts
        if facts is None:
            return
        if facts.kind is DataKind.UNFINISHED:
            source, out = Path(facts.source), facts.folder
        else:
            source, out = facts.folder, self._free_folder(facts.folder.name)
        self.preparing.start(source, out)
        self._show()

    def _free_folder(self, name: str) -> Path:
        """Where the prepared photos go: a folder that is not there yet, or one of the same photos, unfinished."""
        base, number = self._prepared_in / (name or "photos"), 1
        folder = base
        while folder.exists() and not self._is_unfinished(folder):
            number += 1
            folder = base.with_name(f"{base.name} {number}")
        return folder

    def _is_unfinished(self, folder: Path) -> bool:
        """Whether preparing these photos was begun in a folder, and not finished."""
        begun = read_json(folder / "prepare.json").get("source")
        facts = self.facts
        here = facts is not None and begun == os.path.realpath(facts.folder)
        return here and not (folder / "dataset.json").exists()

    def _on_progress(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        self._says.setText(text)

    def _on_prepared(self, folder: Path) -> None:
        self.look(folder)

    def _on_failed(self, text: str) -> None:
        self._show()
        self._says.setText(text)

    def _open_report(self) -> None:
        if self.facts is not None and self.facts.report is not None:
            from PySide6.QtCore import QUrl
            from PySide6.QtGui import QDesktopServices

            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.facts.report)))

    # what is shown

    def _show(self) -> None:
        facts, busy = self.facts, self.preparing.running
        self.bar.setVisible(busy)
        if busy:
            self.bar.setRange(0, 0)
        self.cancel_button.setVisible(busy)
        can_prepare = facts is not None and facts.kind in (DataKind.PHOTOS, DataKind.UNFINISHED)
        self.prepare_button.setVisible(can_prepare and not busy)
        unfinished = facts is not None and facts.kind is DataKind.UNFINISHED
        begun = unfinished or (can_prepare and facts is not None and self._free_folder(facts.folder.name).exists())
        self.prepare_button.setText(tr("Go on preparing") if begun else tr("Prepare these photos"))
        self.prepare_button.setEnabled(not (unfinished and facts is not None and not Path(facts.source).is_dir()))
        self.report_button.setVisible(facts is not None and facts.report is not None)
        self.choose_button.setText(tr("Choose a folder…") if facts is None else tr("Another folder…"))
        if facts is None:
            self._title.set_whole_text(tr("Drop a folder of photos here"))
            self._says.setText(
                tr("A folder of photos, DeepFashion's tree, annotated photos or a data set that was prepared before.")
            )
            self._set_sheet([])
            return
        self._title.set_whole_text(str(facts.folder))
        if not busy:
            self._says.setText(sentence_of(facts))

    def sentence(self) -> str:
        """What the card says."""
        return self._says.text()

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if dropped_folder(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        folder = dropped_folder(event)
        if folder is not None:
            self.look(folder)
            event.acceptProposedAction()

    def close_down(self) -> None:
        """End what is under way; preparing can be gone on with."""
        self.looker.close()
        self.preparing.close()


def sentence_of(facts: DataFacts) -> str:
    """What a folder is, in a sentence or two."""
    if facts.kind is DataKind.PREPARED:
        text = tr("Prepared: {0} pictures, {1} to train on, {2} to judge by.")
        return text.format(count(facts.pictures), count(facts.train), count(facts.val))
    if facts.kind is DataKind.ANNOTATED:
        text = tr("Annotated photos: {0}, of which {1} are to train on and {2} to judge by. No preparation is needed.")
        return text.format(count(facts.pictures), count(facts.train), count(facts.val))
    if facts.kind is DataKind.PHOTOS:
        if facts.folders < 2:
            text = tr("Photos: {0}. Preparing finds keypoints, crops and pairs; the photos stay untouched.")
            return text.format(count(facts.pictures))
        text = tr("{0} photos in {1} folders. Preparing finds keypoints, crops and pairs; the photos stay untouched.")
        return text.format(count(facts.pictures), count(facts.folders))
    if facts.kind is DataKind.UNFINISHED:
        return tr("Preparing this data set was interrupted. It goes on where it was.")
    return {
        "missing": tr("This folder is not there any more."),
        "format": tr("This data set is of another version of Repose Studio. Prepare its photos again."),
        "annotation": tr("The annotation keypoints18.json in this folder cannot be read."),
        "empty": tr("There is no photo in this folder. Choose one with photos in it or in its folders."),
    }.get(facts.problem, tr("This folder cannot be read."))
