"""Who waits for which answer: one place that brings a request's id together with what shall happen then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from gui.services.inference import InferenceService
from gui.services.loading import PictureLoader

Then = Callable[[object, float], None]
"""Called with the answer and the seconds that it took."""


@dataclass(frozen=True, eq=False)
class _Waiting:
    then: Then
    failed: Callable[[str], None]
    cancelled: Callable[[], None]


def _nothing() -> None:
    return None


class Answers(QObject):
    """Delivers each answer of a service to whoever asked for it, once."""

    def __init__(self, service: InferenceService | PictureLoader, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[int, _Waiting] = {}
        service.finished.connect(self._on_finished)
        service.failed.connect(self._on_failed)
        service.cancelled.connect(self._on_cancelled)

    def expect(
        self,
        number: int,
        *,
        then: Then,
        failed: Callable[[str], None],
        cancelled: Callable[[], None] = _nothing,
    ) -> int:
        """Say what happens with the answer to a request; answers the request's id."""
        self._waiting[number] = _Waiting(then, failed, cancelled)
        return number

    @Slot(int, object, float)
    def _on_finished(self, number: int, answer: object, seconds: float) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            waiting.then(answer, seconds)

    @Slot(int, str)
    def _on_failed(self, number: int, text: str) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            waiting.failed(text)

    @Slot(int)
    def _on_cancelled(self, number: int) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            waiting.cancelled()
