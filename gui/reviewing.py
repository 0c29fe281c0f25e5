"""Reviewing as the window has it: where cards come from, the deck over the screen, results, and files of reviews."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from engine.errors import Cancelled, ReposeError
from engine.files import write_bytes
from engine.picture_sets import PictureSets
from engine.progress import CancelToken
from engine.review_cards import cards_in, cards_of
from engine.review_report import Measured, ratings_csv, read_measured, report_of, table_csv, write_page
from engine.reviews import Card, Review, merge_reviews, read_review, write_review
from gui.document import Document
from gui.flows.messages import Message, Place
from gui.language.words import told, told_any
from gui.panels.reviewing.cards_window import CardsWindow
from gui.panels.reviewing.panel import ReviewPanel
from gui.panels.reviewing.results import ResultsWindow
from gui.preferences import Preferences
from gui.services.review_desk import ReviewDesk, seed_of
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.flows.picture_tools import PictureTools
    from gui.main_window import MainWindow

_log = logging.getLogger(__name__)
_RATER: Final = "review/rater"
_FOLDER: Final = "review"


class _Reader(QRunnable):
    def __init__(self, owner: Reviewing, number: int, work: Callable[[], tuple[Card, ...]]) -> None:
        super().__init__()
        self._owner = owner
        self._number = number
        self._work = work

    def run(self) -> None:
        try:
            cards = self._work()
        except Cancelled:
            return
        except ReposeError as error:
            self._owner._read.emit(self._number, (), told(error))
        except Exception as error:  # the thread's edge: the person hears what happened
            _log.exception("reading cards failed")
            self._owner._read.emit(self._number, (), told_any(error))
        else:
            self._owner._read.emit(self._number, cards, "")


class Reviewing(QObject):
    """Brings panel, cards and results together. What is said is in the project when it was said."""

    _read = Signal(int, object, str)

    def __init__(self, document: Document, *, theme: Theme, preferences: Preferences, window: MainWindow) -> None:
        super().__init__(window)
        self._document = document
        self._theme = theme
        self._preferences = preferences
        self._window = window
        self._cards: tuple[Card, ...] = ()
        self._problem = ""
        self._number = 0
        self._measured: Measured | None = None
        self._cancel = CancelToken()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self.panel = ReviewPanel(theme=theme)
        self.table: CardsWindow | None = None
        self.results: ResultsWindow | None = None
        panel = self.panel
        panel.rater.setText(preferences.text(_RATER))
        panel.begun.connect(self.begin)
        panel.folder_wanted.connect(self.ask_folder)
        panel.source_changed.connect(self.read_cards)
        panel.rater_changed.connect(self._on_rater)
        panel.results_wanted.connect(self.show_results)
        document.project_changed.connect(lambda: panel.choose_folder(None))
        document.result_drawn.connect(lambda _key: self._on_more())
        panel.choose_folder(None)

    def follow(self, tools: PictureTools) -> None:
        """Know when batches and sequences bring pictures, and when somebody wants to judge them."""
        tools.entering.changed.connect(self._on_more)
        tools.review_wanted.connect(self._on_wanted)

    @property
    def desk(self) -> ReviewDesk:
        """The review of the project that is open."""
        return ReviewDesk(self._document.project)

    @property
    def busy(self) -> bool:
        """Whether cards are being read."""
        return self._pool.activeThreadCount() > 0

    @property
    def rater(self) -> str:
        """Who judges."""
        return self.panel.rater.text().strip()

    def close_down(self) -> None:
        """Close the cards and wait for what is being read."""
        if self.table is not None:
            self.table.close()
        self._cancel.cancel()
        self._pool.waitForDone()
        self._window.picture_tools.entering.close_down()

    # cards

    def ask_folder(self) -> None:
        """Ask for a folder with pictures of each model."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Judge the pictures of a folder"), self._preferences.folder(_FOLDER)
        )
        if name:
            self._preferences.set_folder(_FOLDER, Path(name))
        self.panel.choose_folder(Path(name) if name else self.panel.folder)

    def read_cards(self) -> None:
        """Look at what there is to judge, off the window's thread."""
        self._number += 1
        folder = self.panel.folder
        if folder is not None:
            self._pool.start(_Reader(self, self._number, lambda: cards_in(folder)))
            return
        project = self._document.project
        photos = {photo.key: photo.path for photo in self._document if photo.path is not None}
        notes = {photo.key: f"{photo.note} {photo.remark}" for photo in self._document}

        def work() -> tuple[Card, ...]:
            sets = PictureSets(project)
            with contextlib.suppress(ReposeError):  # what cannot come in now is tried again the next time
                sets.settle(cancel=self._cancel)
            pictures = [record for record in project.pictures.all() if record.kind != "live"]
            return cards_of(pictures, photos=photos, notes=notes, sources=sets.photos())

        self._pool.start(_Reader(self, self._number, work))

    @Slot(int, object, str)
    def _on_read(self, number: int, cards: tuple[Card, ...], problem: str) -> None:
        if number != self._number:
            return
        self._cards, self._problem = cards, problem
        self._refresh()

    def _on_more(self) -> None:
        """Other pictures are in the project than before; somebody who looks sees it at once."""
        if self.panel.isVisible() and self.panel.folder is None:
            self.read_cards()

    def _on_wanted(self) -> None:
        self._window.go_to("review")
        self.panel.choose_folder(None)

    def _on_rater(self) -> None:
        self._preferences.set_text(_RATER, self.rater)
        self._refresh()

    def deck(self) -> list[Card]:
        """The cards that the rater sees, in their order."""
        if not self._cards:
            return []
        return self.desk.deck(self.rater, self._cards, seed=seed_of(self._cards), each=self.panel.each.value() or None)

    def _refresh(self) -> None:
        deck, said = self.deck(), self.desk.said(self.rater)
        done = sum(card.key in said and said[card.key].score is not None for card in deck)
        problem = self._problem
        if not problem and not deck:
            problem = self.tr("No pictures were made in this project yet. Transfer some, or choose a folder.")
        models = len({card.model for card in self._cards})
        self.panel.show_counts(models=models, cards=len(self._cards), deck=len(deck), done=done, problem=problem)

    # judging

    def begin_or_ask(self) -> None:
        """Judge, or say what is missing for that."""
        if self.rater and self.deck():
            self.begin()
        else:
            self._window.go_to("review")

    def begin(self) -> None:
        """Put the deck over the whole screen."""
        deck = self.deck()
        if not deck or not self.rater or self.table is not None:
            return
        self.desk.lay_out(self._cards)
        self.table = CardsWindow(self.desk, deck, rater=self.rater, theme=self._theme, parent=self._window)
        self.table.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table.left.connect(self._on_left)
        self.table.showFullScreen()
        self.table.setFocus()

    def _on_left(self) -> None:
        self.table = None
        self._refresh()
        if self.results is not None and self.results.isVisible():
            self._show_report()

    # results

    def show_results(self) -> None:
        """Show what was found, with the models' names."""
        if self.results is None:
            window = ResultsWindow(theme=self._theme, parent=self._window)
            window.figures_wanted.connect(self.ask_figures)
            window.merge_wanted.connect(self.ask_merge)
            window.review_wanted.connect(self.ask_export_review)
            window.page_wanted.connect(self.ask_export_page)
            window.table_wanted.connect(self.ask_export_table)
            window.ratings_wanted.connect(self.ask_export_ratings)
            self.results = window
        self._show_report()
        self.results.show()
        self.results.raise_()

    def _show_report(self) -> None:
        if self.results is not None:
            self.results.show_report(report_of(self.desk.review(), measured=self._measured))

    def _say(self, text: str, *, kind: str = "info") -> None:
        if self.results is not None and self.results.isVisible():
            self.results.say(text, kind=kind)
        else:
            self.panel.strip.show_message(Message(Place.PICTURE, kind, text), [])

    def _attempt(self, work: Callable[[], object], *, done: str) -> bool:
        try:
            work()
        except ReposeError as error:
            self._say(told(error), kind="error")
            return False
        self._say(done)
        return True

    def ask_figures(self) -> None:
        """Ask for an evaluation, and join its figures."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Join SSIM and FID"), self._preferences.folder(_FOLDER),
            f"{self.tr('Evaluation')} (*.json)",
        )  # fmt: skip
        if name:
            self.join(Path(name))

    def join(self, path: Path) -> None:
        """Show the figures of an evaluation beside the scores."""

        def work() -> None:
            self._measured = read_measured(path)

        if self._attempt(work, done=self.tr("Figures of {0} stand beside the scores.").format(path.name)):
            self._show_report()

    def ask_merge(self) -> None:
        """Ask for review files and take them in."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Merge reviews"), self._preferences.folder(_FOLDER), f"{self.tr('Review')} (*.json)"
        )
        if names:
            self.merge([Path(name) for name in names])

    def merge(self, paths: list[Path]) -> None:
        """Take in other people's reviews; a wrong file changes nothing."""
        try:
            merged = merge_reviews([self.desk.review(), *(read_review(path) for path in paths)])
            # The files' cards know no pictures of this computer: those that are here keep theirs.
            new = self.desk.take_in(Review(merged.review.cards, merged.review.ratings))
        except ReposeError as error:
            self._say(told(error), kind="error")
            return
        parts = [self.tr("{0} ratings are new; {1} were known.").format(new, merged.repeated)]
        if merged.changed:
            who, what = merged.changed[0]
            parts.append(
                self.tr("{0} times a person judged a card more than once, first {1} on {2}: the newest counts.").format(
                    len(merged.changed), who, what
                )
            )
        self._say(" ".join(parts))
        self._show_report()
        self._refresh()

    def ask_export_review(self) -> None:
        """Ask where the review goes, for others to merge."""
        path = self._ask_file(self.tr("Export the review"), f"review-{self.rater or 'all'}.json", "*.json")
        if path is not None:
            self._attempt(lambda: write_review(path, self.desk.review()), done=self._saved(path))

    def ask_export_page(self) -> None:
        """Ask where the page to print goes."""
        path = self._ask_file(self.tr("Page to print"), "review.html", "*.html")
        if path is not None:
            report = report_of(self.desk.review(), measured=self._measured)
            title = self._document.project.title or self.tr("Review")
            self._attempt(lambda: write_page(path, report, title=title), done=self._saved(path))

    def ask_export_table(self) -> None:
        """Ask where the table goes."""
        path = self._ask_file(self.tr("Table as CSV"), "review-table.csv", "*.csv")
        if path is not None:
            text = table_csv(report_of(self.desk.review(), measured=self._measured))
            self._attempt(lambda: write_bytes(path, text.encode()), done=self._saved(path))

    def ask_export_ratings(self) -> None:
        """Ask where the ratings go."""
        path = self._ask_file(self.tr("Ratings as CSV"), "ratings.csv", "*.csv")
        if path is not None:
            text = ratings_csv(self.desk.review())
            self._attempt(lambda: write_bytes(path, text.encode()), done=self._saved(path))

    def _saved(self, path: Path) -> str:
        return self.tr("Saved {0}").format(path)

    def _ask_file(self, title: str, name: str, kind: str) -> Path | None:
        start = Path(self._preferences.folder(_FOLDER)) / name
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(start), f"{kind[2:].upper()} ({kind})")
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix else path.with_name(path.name + kind[1:])
        self._preferences.set_folder(_FOLDER, path)
        return path
