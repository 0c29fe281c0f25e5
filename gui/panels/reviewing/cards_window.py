"""Cards over the whole screen: one picture after the other, judged with single keys, without a word of who made it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.project.records import Rating
from engine.reviews import Card
from gui.panels.reviewing.picture_pair import PicturePair
from gui.services.review_desk import ReviewDesk
from gui.services.thumbnails import ThumbnailStore
from gui.theme import SPACE, Theme

_SIDE: Final = QSize(700, 700)
_KEPT: Final = 12
_AHEAD: Final = 3
_SCORES: Final = {getattr(Qt.Key, f"Key_{score}"): score for score in range(1, 6)}


class CardsWindow(QWidget):
    """One rater's deck. `left` comes when it is closed; everything said is kept already.

    1 to 5 give a score and go on; Y accepts and X rejects, and the card stays for its score; N writes a note, Z takes
    back what was said last, the arrow keys look back and forth, Esc leaves.
    """

    left = Signal()

    def __init__(
        self, desk: ReviewDesk, deck: Sequence[Card], *, rater: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Judge pictures"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("workbench")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self._deck = list(deck)
        self._rater = rater
        self._said = desk.said(rater)
        self._steps: list[tuple[int, list[Rating]]] = []
        self._images = ThumbnailStore(_SIDE, kept=_KEPT, whole=True, parent=self)
        self._images.arrived.connect(lambda _key: self._show_pictures())
        self._at = self._first_open()
        self._build(theme)
        self._show_card()

    def _build(self, theme: Theme) -> None:
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setObjectName("paneTitle")
        self.place = QLabel()
        self.place.setObjectName("muted")
        self.bar = QProgressBar()
        self.bar.setObjectName("thin")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, max(len(self._deck), 1))
        self.bar.setAccessibleName(self.tr("Cards that are judged"))
        self.pair = PicturePair(theme=theme)
        self.pair.setAccessibleName(self.tr("Picture to judge"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Note; Return keeps it, Esc does not"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.returnPressed.connect(self._keep_note)
        self.note.installEventFilter(self)
        self.note.hide()
        self.shown_note = QLabel()
        self.shown_note.setTextFormat(Qt.TextFormat.PlainText)
        self.shown_note.setObjectName("muted")
        self.shown_note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown_note.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(self.pair, 1)
        column.addWidget(self.shown_note)
        column.addWidget(self.note)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QVBoxLayout:
        rows, row = QVBoxLayout(), QHBoxLayout()
        rows.setSpacing(SPACE)
        row.setSpacing(SPACE)
        row.addStretch(1)
        words = (self.tr("Bad"), self.tr("Poor"), self.tr("Fair"), self.tr("Good"), self.tr("Excellent"))
        self.scores: dict[int, QPushButton] = {}
        for score, word in enumerate(words, start=1):
            self.scores[score] = self._button(f"{score}  {word}", row, checkable=True)
            self.scores[score].clicked.connect(lambda _checked=False, score=score: self.give(score))
        row.addStretch(1)
        rows.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch(1)
        self.accept = self._button(self.tr("Y  Accept"), row, checkable=True)
        self.accept.clicked.connect(lambda: self.judge(accepted=True))
        self.reject = self._button(self.tr("X  Reject"), row, checkable=True)
        self.reject.clicked.connect(lambda: self.judge(accepted=False))
        row.addSpacing(2 * SPACE)
        self.write = self._button(self.tr("N  Note"), row)
        self.write.clicked.connect(self.begin_note)
        self.back = self._button(self.tr("Z  Take back"), row)
        self.back.clicked.connect(self.take_back)
        leave = self._button(self.tr("Esc  Leave"), row)
        leave.clicked.connect(self.close)
        row.addStretch(1)
        rows.addLayout(row)
        return rows

    def _button(self, text: str, row: QHBoxLayout, *, checkable: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(checkable)
        # Single keys go to the window; Tab still reaches the buttons.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(button)
        return button

    # where it is

    @property
    def card(self) -> Card | None:
        """The card on the table; None behind the last."""
        return self._deck[self._at] if self._at < len(self._deck) else None

    @property
    def finished(self) -> int:
        """How many cards of the deck have a score."""
        return sum(self._has_score(card) for card in self._deck)

    def _has_score(self, card: Card) -> bool:
        said = self._said.get(card.key)
        return said is not None and said.score is not None

    def _first_open(self) -> int:
        return next((at for at, card in enumerate(self._deck) if not self._has_score(card)), len(self._deck))

    def look(self, step: int) -> None:
        """Look at another card without saying anything."""
        self._at = min(max(self._at + step, 0), len(self._deck))
        self._show_card()

    # what is said

    def give(self, score: int) -> None:
        """A score for this card; the next one that has none comes."""
        if self._say(score=score):
            later = (at for at in range(self._at + 1, len(self._deck)) if not self._has_score(self._deck[at]))
            self._at = next(later, self._first_open())
        self._show_card()

    def judge(self, *, accepted: bool) -> None:
        """Accept or reject this card; it stays for its score."""
        self._say(accepted=accepted)
        self._show_card()

    def begin_note(self) -> None:
        """Write something about this card."""
        card = self.card
        if card is not None:
            said = self._said.get(card.key)
            self.note.setText(said.note if said is not None else "")
            self.note.show()
            self.note.setFocus()

    def take_back(self) -> None:
        """Take back what was said last, and show its card."""
        if self._steps:
            self._at, ratings = self._steps.pop()
            self._desk.take_back(ratings)
            self._said = self._desk.said(self._rater)
        self._show_card()

    def _say(self, *, score: int | None = None, accepted: bool | None = None, note: str | None = None) -> bool:
        card = self.card
        if card is None:
            return False
        ratings = self._desk.rate(self._rater, card, score=score, accepted=accepted, note=note)
        self._steps.append((self._at, ratings))
        self._said[card.key] = ratings[0]
        return True

    def _keep_note(self) -> None:
        text = self.note.text().strip()
        self._end_note()
        self._say(note=text)
        self._show_card()

    def _end_note(self) -> None:
        self.note.hide()
        self.setFocus()

    # what is seen

    def _show_card(self) -> None:
        card, count = self.card, len(self._deck)
        self.bar.setValue(self.finished)
        if card is None:
            self.title.setText(self.tr("All cards are judged. Thank you."))
            self.pair.show_words(self.title.text())
            self.place.setText(self.tr("{0} of {1}").format(self.finished, count))
        else:
            self.title.setText(card.title)
            self.place.setText(self.tr("Card {0} of {1}").format(self._at + 1, count))
        self.setAccessibleDescription(f"{self.title.text()} {self.place.text()}")
        said = self._said.get(card.key) if card is not None else None
        for score, button in self.scores.items():
            button.setChecked(said is not None and said.score == score)
            button.setVisible(card is not None)
        self.accept.setChecked(said is not None and said.accepted is True)
        self.reject.setChecked(said is not None and said.accepted is False)
        for button in (self.accept, self.reject, self.write):
            button.setVisible(card is not None)
        self.back.setEnabled(bool(self._steps))
        self.shown_note.setText(said.note if said is not None else "")
        self.shown_note.setVisible(said is not None and bool(said.note))
        self._show_pictures()

    def _show_pictures(self) -> None:
        card = self.card
        if card is None:
            return
        photo, picture = self._ask(self._at)
        self.pair.show_pair(picture, photo, has_photo=card.photo is not None)
        if picture is not None:  # what is wanted now is read before what comes next
            # What is asked for last is read first.
            for at in reversed(range(self._at + 1, min(self._at + _AHEAD, len(self._deck)))):
                self._ask(at)

    def _ask(self, at: int) -> tuple[QImage | None, QImage | None]:
        """A card's photo and picture, as far as they are read."""
        card = self._deck[at]
        photo = self._images.image(2 * at + 1, card.photo) if card.photo is not None else None
        return photo, self._images.image(2 * at, card.picture) if card.picture is not None else QImage()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _SCORES:
            self.give(_SCORES[key])
        elif key in (Qt.Key.Key_Y, Qt.Key.Key_X):
            self.judge(accepted=key is Qt.Key.Key_Y)
        elif key is Qt.Key.Key_N:
            self.begin_note()
        elif key in (Qt.Key.Key_Z, Qt.Key.Key_Backspace):
            self.take_back()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.look(1 if key is Qt.Key.Key_Right else -1)
        elif key is Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            watched is self.note
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self._end_note()
            return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._images.close()
        super().closeEvent(event)
        self.left.emit()
