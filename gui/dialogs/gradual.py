"""A dialog that is made a part at a time before it is shown, so that the window answers in between."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget


class GradualDialog(QDialog):
    """Its parts are made by steps, which whoever opens it works off; shown before that, it does the rest at once."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unmade: Iterator[None] = iter(())

    def make_by(self, steps: Iterator[None]) -> None:
        """Let these steps make the parts; none of them has begun yet."""
        self._unmade = steps

    def steps(self) -> Iterator[None]:
        """What is still to be made, a part a step."""
        for _ in self._unmade:
            yield

    def make_whole(self) -> None:
        """Make at once what is still to be made."""
        for _ in self._unmade:
            pass

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Nothing half made is shown."""
        if visible:
            self.make_whole()
        super().setVisible(visible)
