"""What is worth knowing about a run, as message strips: the gravest first, each can be closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui.panels.strip import Strip
from gui.panels.training.words import tr
from gui.services.run_advice import Finding
from gui.theme import SPACE, Theme

_MOST = 3
_NARROW = 420
"""Below this width there is room for one message alone."""


class _Strip(Strip):
    """One sentence in the colour of its weight, with a sign."""

    def __init__(self, finding: Finding, *, theme: Theme, owner: FindingStrips) -> None:
        super().__init__(finding.kind)
        self.setAccessibleName(finding.text)
        self.finding = finding
        sign = QLabel()
        icon = "info" if finding.kind == "info" else "warning"
        sign.setPixmap(theme.icon(icon).pixmap(16, 16))
        text = QLabel(finding.text)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setIcon(theme.icon("cancel"))
        close.setIconSize(QSize(14, 14))
        close.setToolTip(tr("Close this message"))
        close.setAccessibleName(tr("Close this message"))
        close.clicked.connect(lambda: owner.close_finding(finding.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 2, SPACE // 2, SPACE // 2, SPACE // 2)
        row.setSpacing(SPACE)
        sign.setContentsMargins(0, 4, 0, 0)
        text.setContentsMargins(0, 3, 0, 3)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)


class FindingStrips(QWidget):
    """The strips of one run. What was closed stays closed as long as the matter is the same."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: list[Finding] = []
        self._given: list[Finding] = []
        self._closed: set[str] = set()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE // 2)
        theme.changed.connect(self._make)
        self.hide()

    def begin_anew(self) -> None:
        """Another run: nothing is closed."""
        self._closed.clear()
        self.set_findings([])

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, but those that were closed."""
        self._given = list(findings)
        self._closed &= {finding.id for finding in findings}
        most = _MOST if self.width() >= _NARROW else 1
        wanted = [finding for finding in findings if finding.id not in self._closed][:most]
        if wanted != self._shown:
            self._shown = wanted
            self._make()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.set_findings(self._given)

    def close_finding(self, identity: str) -> None:
        """Take one away."""
        self._closed.add(identity)
        self.set_findings(self._given)

    def texts(self) -> list[str]:
        """What is said."""
        return [finding.text for finding in self._shown]

    def _make(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for finding in self._shown:
            self._layout.addWidget(_Strip(finding, theme=self._theme, owner=self))
        self.setVisible(bool(self._shown))
