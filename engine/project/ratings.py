"""What people said about pictures: scores, accepted or rejected, notes, and what they took back."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from typing import Any, Final

from engine.errors import UsageError
from engine.project.codec import UNREADABLE, compact
from engine.project.database import Database, damaged, now
from engine.project.records import Rating

_COLUMNS: Final = "id, mark, rater, picture, card, model, score, accepted, note, time, taken_back, more"


class Ratings:
    """The project's ratings. They are never changed: one that was wrong is taken back and given anew."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, rater: str | None = None, taken_back: bool = False) -> list[Rating]:
        """The ratings that stand, oldest first; with `taken_back` also those that do not; of one rater or of all."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM ratings ORDER BY time, id")
        found = [self._rating(row) for row in rows]
        return [one for one in found if (taken_back or not one.taken_back) and (rater is None or one.rater == rater)]

    def add(
        self,
        rater: str,
        *,
        picture: int | None = None,
        card: str = "",
        model: str = "",
        score: int | None = None,
        accepted: bool | None = None,
        note: str = "",
        more: Mapping[str, str] | None = None,
    ) -> Rating:
        """Keep what a person said. Raises UsageError for a score outside of 1 to 5 or a picture that is not there."""
        if score is not None and not 1 <= score <= 5:
            raise UsageError("A score is 1, 2, 3, 4 or 5")
        if picture is not None and self._database.value("SELECT 1 FROM pictures WHERE id = ?", picture) is None:
            raise UsageError("The project has no picture {number}", number=picture)
        rating = Rating(
            0, secrets.token_hex(12), rater, picture, card, model, score, accepted, note, now(), "", dict(more or {})
        )
        with self._database.writing():
            number = self._insert(rating)
        return self._get(number)

    def take_back(self, number: int) -> None:
        """Let a rating stand no longer; it is kept as taken back."""
        with self._database.writing():
            self._database.run("UPDATE ratings SET taken_back = ? WHERE id = ? AND taken_back = ''", now(), number)

    def give_again(self, number: int) -> None:
        """Let a rating stand that was taken back."""
        with self._database.writing():
            self._database.run("UPDATE ratings SET taken_back = '' WHERE id = ?", number)

    def merge(self, others: Iterable[Rating]) -> int:
        """Take in ratings of another project, as often as wanted; answers how many were new.

        What was taken back there is taken back here. They are known by their mark and no longer refer to a picture of
        this project.
        """
        count = 0
        with self._database.writing():
            for other in others:
                row = self._database.row("SELECT id, taken_back FROM ratings WHERE mark = ?", other.mark)
                if row is None:
                    self._insert(other, picture=None)
                    count += 1
                elif other.taken_back and not row[1]:
                    self._database.run("UPDATE ratings SET taken_back = ? WHERE id = ?", other.taken_back, row[0])
        return count

    def _insert(self, rating: Rating, **instead: int | None) -> int:
        accepted = None if rating.accepted is None else int(rating.accepted)
        return self._database.run(
            "INSERT INTO ratings (mark, rater, picture, card, model, score, accepted, note, time, taken_back, more)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rating.mark,
            rating.rater,
            instead.get("picture", rating.picture),
            rating.card,
            rating.model,
            rating.score,
            accepted,
            rating.note,
            rating.time,
            rating.taken_back,
            compact(rating.more),
        )

    def _get(self, number: int) -> Rating:
        row = self._database.row(f"SELECT {_COLUMNS} FROM ratings WHERE id = ?", number)
        assert row is not None  # it was just written
        return self._rating(row)

    def _rating(self, row: tuple[Any, ...]) -> Rating:
        number, mark, rater, picture, card, model, score, accepted, note, time, taken_back, more = row
        try:
            extra = {str(key): str(value) for key, value in json.loads(more).items()}
        except UNREADABLE as error:
            raise damaged(self._database.where, detail=f"rating {number} cannot be read") from error
        said = None if accepted is None else bool(accepted)
        return Rating(number, mark, rater, picture, card, model, score, said, note, time, taken_back, extra)
