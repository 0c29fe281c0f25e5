"""What the three panes share: a title line with tools, a message strip, the view and a line of controls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.flows.messages import Message
from gui.icons import SIDE
from gui.panels.flow_layout import FlowLayout
from gui.panels.plain_text import shortened, tip
from gui.panels.strip import Strip
from gui.theme import SPACE, Theme

_LEAST_WIDTH: Final = 200
_FEWEST: Final = 5
"""Letters, with the ellipsis, of which a label that gives way shows none at all."""
CONTROL_HEIGHT: Final = 34
"""Height of the line of controls over each view, so that the views stand in line."""


def follow_keys(action: QAction, say: Callable[[str], object]) -> None:
    """Say an action's keys as the system writes them, now and whenever they change; empty text where it has none."""

    def tell() -> None:
        say(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))

    action.changed.connect(tell)
    tell()


class ElidedLabel(QLabel):
    """A label that gives way: text that does not fit ends in an ellipsis and shows whole as a tool tip."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(0)
        self._fit()

    def set_whole_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self._fit()

    def whole_text(self) -> str:
        """The text without the ellipsis."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        width = max(0, self.contentsRect().width())
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, width)
        if shown != self._whole and len(shown) <= _FEWEST:
            shown = ""  # a few letters and dots say less than nothing
        self.setText(shown)
        self.setToolTip(tip(self._whole) if shown != self._whole else "")
        self.setAccessibleName(self._whole)


class MessageStrip(Strip):
    """A sentence with what can be done about it, inside a pane."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._message: Message | None = None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setIconSize(QSize(16, 16))
        # Reached by Tab, but a message never takes the keyboard away, nor is it where a window begins.
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.clear)
        self._buttons = FlowLayout(spacing=SPACE)
        upper = QHBoxLayout()
        upper.setSpacing(SPACE)
        upper.addWidget(self._text, 1)
        upper.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 2, SPACE - 2, SPACE // 2, SPACE)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(upper)
        layout.addLayout(self._buttons)
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    def _tint(self) -> None:
        self._close.setIcon(self._theme.icon("cancel"))

    @property
    def message(self) -> Message | None:
        """What is shown."""
        return self._message

    def show_message(self, message: Message, actions: list[QAction]) -> None:
        """Show a sentence with a button for each action."""
        self._message = message
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for action in actions:
            button = QPushButton(action.iconText())
            button.clicked.connect(partial(self._act, action))
            self._buttons.addWidget(button)
        shown = shortened(message.text)
        self._text.setText(shown)
        self._text.setToolTip(tip(message.text) if shown != message.text else "")
        self.setAccessibleName(message.text)
        self.set_kind(message.kind)
        self.show()

    def _act(self, action: QAction, _checked: bool = False) -> None:
        self.clear()
        action.trigger()

    def clear(self) -> None:
        """Take the message away."""
        self._message = None
        self.hide()


class Pane(QFrame):
    """A titled part of the workbench round a view."""

    activated = Signal()

    def __init__(self, title: str, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAccessibleName(title)
        self.theme = theme
        self._dressing: list[Callable[[], None]] = []
        self._title = QLabel(title)
        self._title.setObjectName("paneTitle")
        self._subtitle = ElidedLabel()
        self._subtitle.setObjectName("muted")
        self._tools = QHBoxLayout()
        self._tools.setSpacing(2)
        self._subtitle.setContentsMargins(SPACE, 0, SPACE, 0)
        self._subtitle.hide()
        header = QHBoxLayout()
        # Where it is narrow the title has the whole line but for the tools.
        header.setSpacing(0)
        header.addWidget(self._title)
        header.addWidget(self._subtitle, 1)
        header.addLayout(self._tools)
        self.strip = MessageStrip(theme)
        self._footer = QHBoxLayout()
        self._footer.setSpacing(SPACE)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._layout.setSpacing(SPACE)
        self._layout.addLayout(header)
        self._layout.addWidget(self.strip)
        self._foot = QWidget()
        self._foot.setFixedHeight(CONTROL_HEIGHT)
        self._foot.setLayout(self._footer)
        self._footer.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._foot)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never narrower than a person can be seen, nor than the controls need."""
        return super().minimumSizeHint().expandedTo(QSize(_LEAST_WIDTH, 0))

    @property
    def title(self) -> str:
        """The pane's name."""
        return self._title.text()

    def set_subtitle(self, text: str) -> None:
        """What the pane shows at the moment."""
        self._subtitle.set_whole_text(text)
        self._subtitle.setHidden(not text)

    def set_view(self, view: QWidget) -> None:
        """Put the view in the middle."""
        self._layout.insertWidget(self._layout.indexOf(self._foot), view, 1)

    def insert_above_view(self, widget: QWidget) -> None:
        """Put controls between the title line and the messages."""
        widget.setFixedHeight(CONTROL_HEIGHT)
        self._layout.insertWidget(1, widget)

    def add_tool(self, action: QAction) -> QToolButton:
        """A small button in the title line."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(SIDE, SIDE))
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tools.addWidget(button)
        return button

    def footer(self) -> QHBoxLayout:
        """The line of controls under the view."""
        return self._footer

    def on_theme(self, apply: Callable[[], None]) -> None:
        """Do something now and whenever the theme changes."""
        if not self._dressing:
            self.theme.changed.connect(self._take_theme_anew)
        self._dressing.append(apply)
        apply()

    def _take_theme_anew(self) -> None:
        # A method of the pane's: nothing is called any more when the pane has gone.
        for apply in self._dressing:
            apply()
