"""What a project remembers under a name: its settings, and what parts of the program keep in their own form."""

from __future__ import annotations

import json
from typing import Any

from engine.project.codec import UNREADABLE, compact
from engine.project.database import Database, damaged


class Settings:
    """Values of the project by name, as JSON: the open photo, the target pose, what was chosen."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def text(self, name: str) -> str:
        """The JSON of a value; empty when there is none."""
        return str(self._database.value("SELECT value FROM settings WHERE name = ?", name) or "")

    def set_text(self, name: str, text: str) -> None:
        """Write the JSON of a value."""
        with self._database.writing():
            self._database.run("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", name, text)

    def get(self, name: str, default: Any = None) -> Any:
        """A value; `default` when there is none."""
        text = self.text(name)
        return _parsed(text, self._database.where) if text else default

    def set(self, name: str, value: Any) -> None:
        """Write a value that JSON can say."""
        self.set_text(name, compact(value))


class Shelf:
    """Values by kind and name, for parts that keep something of their own: `shelf.put("batch", "today", {...})`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, kind: str, name: str, value: Any) -> None:
        """Write a value that JSON can say, in place of the one before."""
        with self._database.writing():
            self._database.run(
                "INSERT INTO shelf (kind, name, value) VALUES (?, ?, ?)"
                " ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value",
                kind,
                name,
                compact(value),
            )

    def get(self, kind: str, name: str, default: Any = None) -> Any:
        """A value; `default` when there is none."""
        row = self._database.row("SELECT value FROM shelf WHERE kind = ? AND name = ?", kind, name)
        return default if row is None else _parsed(row[0], self._database.where)

    def all(self, kind: str) -> dict[str, Any]:
        """Every value of a kind by its name, oldest first."""
        rows = self._database.rows("SELECT name, value FROM shelf WHERE kind = ? ORDER BY id", kind)
        return {name: _parsed(text, self._database.where) for name, text in rows}

    def remove(self, kind: str, name: str) -> None:
        """Take a value away; nothing happens when there is none."""
        with self._database.writing():
            self._database.run("DELETE FROM shelf WHERE kind = ? AND name = ?", kind, name)


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except UNREADABLE as error:
        raise damaged(where, detail="a setting cannot be read") from error
