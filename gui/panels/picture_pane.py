"""The Picture pane: Transfer with its progress in place, the picture, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.framing import DRAFT_SIZE, FRAME_SIZE
from gui.canvas.comparison import Comparison
from gui.canvas.picture_pyramid import PicturePyramid
from gui.canvas.picture_view import PictureView
from gui.canvas.view_link import ViewLink
from gui.commands import PoseEditor
from gui.document import BACKGROUNDS, Document, Result
from gui.flows.pictures import PictureFlow
from gui.icons import SIDE
from gui.panels.compare_bar import CompareBar, PaceBar
from gui.panels.inside_strip import InsideStrip
from gui.panels.pane import ElidedLabel, Pane, follow_keys
from gui.services.backend import Background, Inside, Picture, RenderedPerson
from gui.theme import SPACE, Theme, canvas_colours


class TransferBar(QStackedWidget):
    """The Transfer button, and in its place while work runs: progress and Cancel."""

    def __init__(self, flow: PictureFlow, *, transfer: QAction, cancel: QAction, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.button = QPushButton(self.tr("Transfer"))
        self.button.setObjectName("primary")
        self.button.setIconSize(QSize(SIDE, SIDE))
        self.button.setToolTip(f"{transfer.toolTip()} ({transfer.shortcut().toString()})")
        self.button.setAccessibleName(self.tr("Transfer"))
        self.button.setAccessibleDescription(transfer.toolTip())
        self.button.clicked.connect(transfer.trigger)
        self.addWidget(self.button)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Progress of the transfer"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Give the transfer up (Esc)"))
        self.cancel_button.clicked.connect(cancel.trigger)
        busy = QWidget()
        layout = QHBoxLayout(busy)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.cancel_button)
        self.addWidget(busy)
        flow.started.connect(self._on_started)
        flow.progressed.connect(self._on_progressed)
        flow.ended.connect(lambda: self.setCurrentIndex(0))
        self.transfer = transfer
        follow_keys(transfer, lambda _keys: self._say(self.button, transfer))
        follow_keys(cancel, lambda _keys: self._say(self.cancel_button, cancel))
        theme.changed.connect(self._tint)
        self._tint()

    @staticmethod
    def _say(button: QPushButton, action: QAction) -> None:
        button.setToolTip(action.toolTip())
        button.setAccessibleDescription(action.toolTip())

    def _tint(self) -> None:
        self.button.setIcon(self._theme.icon("transfer", on_accent=True))

    def _on_started(self) -> None:
        had_focus = self.button.hasFocus()
        self.progress.setRange(0, 0)
        self.progress.setFormat("")
        self.setCurrentIndex(1)
        if had_focus:
            self.cancel_button.setFocus()

    def _on_progressed(self, done: int, total: int, message: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.setFormat(message)


class _Views(QWidget):
    """Photo and picture: beside each other, or one over the other where that shows both larger."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addWidget(first, 1)
        self._row.addWidget(second, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        height, width = FRAME_SIZE
        beside = min(self.width() / 2 / width, self.height() / height)
        stacked = min(self.width() / width, self.height() / 2 / height)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside >= 0.8 * stacked else direction.TopToBottom)


class PicturePane(Pane):
    """Shows the open photo's picture."""

    def __init__(
        self, document: Document, *, editor: PoseEditor, theme: Theme, said: Callable[[str], str] = str
    ) -> None:
        """`said` makes of a pose's title what the window calls it now."""
        super().__init__(self.tr("Picture"), theme=theme)
        self._document = document
        self._editor = editor
        self._said = said
        self.view = PictureView()
        self.view.setAccessibleName(self.tr("The picture in the target pose"))
        self._say_keys("")
        self.photo_view = PictureView()
        self.photo_view.setAccessibleName(self.tr("The photo as the picture frames it"))
        self.photo_view.set_placeholder(self.tr("No photo yet"))
        self.photo_view.hide()
        self._link = ViewLink(self.view, self.photo_view)
        self.bar = CompareBar()
        self.pace = PaceBar(self.view.blinker)
        self.pace.hide()
        self.inside = InsideStrip()
        self.inside.hide()
        self.inside.chosen.connect(self._show_block)
        self._seen: tuple[Result, Inside, Sequence[Picture]] | None = None
        self._block = 0
        self._views = _Views(self.photo_view, self.view)
        stack = QWidget()
        column = QVBoxLayout(stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._views, 1)
        column.addWidget(self.inside)
        column.addWidget(self.pace)
        column.addWidget(self.bar)
        self.set_view(stack)
        self.footer().addWidget(ElidedLabel(self.tr("Background")), 1)
        group = QButtonGroup(self)
        self.background_buttons: dict[Background, QPushButton] = {}
        for name, text, tip in (
            (BACKGROUNDS[0], self.tr("White"), self.tr("The person on white")),
            (BACKGROUNDS[1], self.tr("Scene"), self.tr("The person before the photo's own background, in the frame")),
            (BACKGROUNDS[2], self.tr("Photo"), self.tr("The whole photo, with the person in the new pose in it")),
        ):
            button = QPushButton(text)
            button.setObjectName("segment")
            button.setProperty("narrow", True)
            button.setCheckable(True)
            button.setChecked(name == document.background)
            button.setToolTip(tip)
            button.setAccessibleName(self.tr("Background: {0}").format(text))
            button.clicked.connect(partial(self._choose_background, name))
            group.addButton(button)
            self.footer().addWidget(button)
            self.background_buttons[name] = button
        document.result_changed.connect(self.refresh)
        document.current_changed.connect(self.refresh)
        document.aim_changed.connect(self._describe)
        document.framed_changed.connect(self._on_framed)
        document.background_changed.connect(self._on_background)
        self.on_theme(self._take_theme)
        self.refresh()

    def _take_theme(self) -> None:
        for view in (self.view, self.photo_view):
            view.set_theme(canvas_colours(self.theme.colours))

    def put_transfer(self, bar: TransferBar) -> None:
        """The Transfer button stands over the picture."""
        self.insert_above_view(bar)
        follow_keys(bar.transfer, self._say_keys)

    def _say_keys(self, keys: str) -> None:
        with_keys, without = self.tr("No picture yet\nPress Transfer ({0})"), self.tr("No picture yet\nPress Transfer")
        self.view.set_placeholder(with_keys.format(keys) if keys else without)

    @property
    def overlaid(self) -> bool:
        """Whether the target skeleton is drawn over the picture."""
        return self.view.target_shown()

    def set_overlaid(self, overlaid: bool) -> None:
        """Draw the target skeleton over the picture, or not."""
        self.view.set_target_shown(overlaid)

    def set_inside_open(self, opened: bool) -> None:
        """Make room for the generator's blocks, or take them away."""
        self.inside.setVisible(opened)
        if not opened:
            self._seen = None
            self.refresh()

    def show_inside_coming(self) -> None:
        """The masks of the picture are on their way."""
        self.inside.show_waiting()

    def show_no_inside(self, text: str) -> None:
        """There are no masks to show, for this reason."""
        self._seen = None
        self.inside.show_nothing(text)
        self.refresh()

    def show_inside(self, inside: Inside, lit: Sequence[Picture], *, of: Result) -> None:
        """Show the generator's blocks over the picture of this result, the one chosen before first; `lit` is its
        picture under the heat of each mask."""
        self._seen = of, inside, lit
        self._block = min(self._block, len(inside.masks) - 1)
        self.inside.show_blocks([picture[::2, ::2] for picture in lit], current=self._block)
        self.refresh()

    def _show_block(self, block: int) -> None:
        self._block = block
        self.refresh()

    @property
    def comparison(self) -> Comparison:
        """How picture and photo are shown together."""
        return self.view.comparison()

    def compare(self, comparison: Comparison) -> None:
        """Show picture and photo in this way; what blinks begins to do so by itself."""
        beside = comparison is Comparison.SIDE
        self.view.set_name(self.tr("Picture") if beside else "")
        self.photo_view.set_name(self.tr("Photo") if beside else "")
        self.view.set_comparison(comparison)
        self.photo_view.setVisible(beside)
        self.pace.setVisible(comparison is Comparison.BLINK)
        self.view.blinker.set_running(comparison is Comparison.BLINK)

    def _choose_background(self, background: Background, _checked: bool = False) -> None:
        text = self.tr("Background: {0}").format(self.background_buttons[background].text())
        self._editor.choose_background(background, text=text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()

    def _on_background(self, background: Background) -> None:
        self.background_buttons[background].setChecked(True)
        self._describe()

    def refresh(self) -> None:
        """Show what the document has."""
        photo = self._document.current
        result = None if photo is None else photo.result
        shown = None if result is None else at_full_size(result.rendered)
        if shown is not None and self._seen is not None and self._seen[0] is result:
            _, inside, lit = self._seen
            before = shown.before if shown.picture.shape == inside.picture.shape else None
            shown = replace(shown, picture=lit[self._block], target=inside.target, before=before)
        self.view.set_picture(None if shown is None else shown.picture)
        self.view.set_target(None if shown is None else shown.target)
        self._show_before(None if shown is None else shown.before)
        self.bar.facts.set_whole_text("" if result is None else self._facts_of(result))
        self._describe()

    def _show_before(self, before: Picture | None) -> None:
        """The photo as the picture frames it; of a picture that does not say, as the person was framed."""
        photo = self._document.current
        shown: Picture | PicturePyramid | None = before
        if shown is None and photo is not None and photo.result is not None and photo.result.background == "photo":
            # Made ready for the screen when it was read.
            shown = photo.picture if photo.pyramid is None else photo.pyramid
        if shown is None and photo is not None and photo.framed is not None:
            shown = photo.framed.picture
        if isinstance(shown, np.ndarray):
            shown = PicturePyramid(shown)  # one for both
        self.view.set_before(shown)
        self.photo_view.set_picture(shown)

    def _on_framed(self) -> None:
        photo = self._document.current
        if photo is not None and (photo.result is None or photo.result.rendered.before is None):
            self._show_before(None)
        self._describe()

    def _facts_of(self, result: Result) -> str:
        height, width = result.rendered.picture.shape[:2]
        generator = result.rendered.facts.get("generator", "")
        return " · ".join(part for part in (f"{width} × {height}", generator) if part)

    def _describe(self) -> None:
        photo = self._document.current
        result = None if photo is None else photo.result
        if result is None:
            self.set_subtitle("")
        elif result.rendered.draft:
            self.set_subtitle(self.tr("draft"))
        elif self._document.result_is_current():
            self.set_subtitle(self._said(result.target_title))
        else:
            self.set_subtitle(self.tr("{0}, before the last change").format(self._said(result.target_title)))


def at_full_size(rendered: RenderedPerson) -> RenderedPerson:
    """A draft enlarged to the size of a finished picture, so that the view's zoom stays; others as they are."""
    height, width = rendered.picture.shape[:2]
    if (height, width) != DRAFT_SIZE:
        return rendered
    scale = FRAME_SIZE[0] / height
    size = (round(width * scale), FRAME_SIZE[0])

    def enlarged(picture: Picture) -> Picture:
        return np.array(Image.fromarray(picture).resize(size, Image.Resampling.BILINEAR), dtype=np.uint8)

    target = rendered.target.with_points((rendered.target.points + 0.5) * scale - 0.5)
    before = None if rendered.before is None else enlarged(rendered.before)
    return replace(rendered, picture=enlarged(rendered.picture), target=target, before=before)
