"""Another language for a window that is open: what it shows is found among the texts of the old language and replaced.

Texts are set where widgets are made, so nothing has to be made anew, and nothing that a person did is touched. A text
that was put together from several, or that holds a name or a number, is taken apart the way it was put together.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QWidget,
)

from gui.keymap import KEY_CONTEXT
from gui.language.choice import LANGUAGES, SOURCE, Language
from gui.language.words import ENGINE, JOINTS
from resources.paths import TRANSLATIONS, bundled

Key = tuple[str, str]
"""Context and English text."""

_SEAMS: Final = ("\n", "\t", " · ")
"""Between the parts of a text that was put together."""
_FEW: Final = 4
_SHORT: Final = 32
"""A text of few letters of its own is taken for one that was filled in only where what it was filled with is short."""
_SMALL: Final = 2
"""What the engine puts together with fewer letters, such as `{first} or {last}`, could be anybody's words."""
_HOLE: Final = re.compile(r"\{(\w+)(?:![rsa])?(?::[^{}]*)?\}")
"""A hole; the group is its number or name."""


@cache
def catalogue(code: str) -> dict[Key, str]:
    """Every text of the window in one language."""
    file = code if code != SOURCE else next(other for other in LANGUAGES if other != SOURCE)
    found: dict[Key, str] = {}
    for context in ET.parse(bundled(TRANSLATIONS, f"repose-studio_{file}.ts")).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            text = source if code == SOURCE else message.findtext("translation") or source
            found[context.findtext("name") or "", source] = text
    return found


@dataclass(frozen=True)
class _Form:
    """A text with holes as it looks in the old language; `key` says which it is."""

    key: Key
    before: str
    beginning: str
    end: str
    literal: int

    @property
    def pattern(self) -> re.Pattern[str]:
        return _pattern(self.before)


def _taken_apart(form: str) -> tuple[list[str], list[str]]:
    """The text between the holes of a form, and what the holes are called."""
    pieces = _HOLE.split(form)
    return pieces[::2], pieces[1::2]


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Matches what the form makes; the groups are named after the holes."""
    parts, holes = _taken_apart(form)
    seen: set[str] = set()
    pattern = re.escape(parts[0])
    for hole, part in zip(holes, parts[1:], strict=True):
        pattern += f"(?P=h{hole})" if hole in seen else f"(?P<h{hole}>.+?)"
        seen.add(hole)
        pattern += re.escape(part)
    return re.compile(pattern, re.DOTALL)


def said_again(text: str) -> str:
    """What engine or training said in English, in a file or a terminal, in the language of the window."""
    code = Language.spoken().code
    return text if code == SOURCE or not text else _again(code, text)


def read_ahead(code: str) -> None:
    """Read what `said_again` looks up in a language: that takes as long as some paintings, but any thread can do it."""
    if code != SOURCE:
        _from_english(code)


@lru_cache(maxsize=512)
def _again(code: str, text: str) -> str:
    """Lists ask for the same lines many times."""
    return _from_english(code).text(text)


@cache
def _from_english(code: str) -> Retranslator:
    return Retranslator(SOURCE, code, only=(ENGINE, JOINTS))


class Retranslator:
    """From one language to another; with `only` nothing but texts of these contexts."""

    def __init__(self, before: str, after: str, *, only: Collection[str] = ()) -> None:
        self._after = catalogue(after)
        self._whole: dict[str, list[Key]] = defaultdict(list)
        self._plain: dict[str, list[Key]] = defaultdict(list)
        self._forms: list[_Form] = []
        for key, text in catalogue(before).items():
            # A key's name is said by Qt, and what has keys in it is put together anew.
            if key[0] == KEY_CONTEXT or (only and key[0] not in only):
                continue
            if _HOLE.search(text):
                parts, _ = _taken_apart(text)
                literal = sum(len(part.strip(" ·.,:()")) for part in parts)
                if key[0] != ENGINE or literal > _SMALL:
                    self._forms.append(_Form(key, text, parts[0], parts[-1], literal))
            else:
                self._whole[text].append(key)
                if _bare(text) != text:
                    self._plain[_bare(text)].append(key)
        self._forms.sort(key=lambda form: -form.literal)

    def text(self, shown: str, *, contexts: Iterable[str] = ()) -> str:
        """What is shown, in the other language; as it is where it is none of the window's texts."""
        near = tuple(contexts)
        found = self._known(shown, near)
        if found is not None:
            return found
        for seam in _SEAMS:
            if seam in shown:
                return seam.join(self.text(part, contexts=near) for part in shown.split(seam))
        ending = next((mark for mark in ("…", ".", ":") if shown.endswith(mark)), "")
        if ending and (found := self._known(shown.removesuffix(ending), near)) is not None:
            return found + ending
        return self._error(shown, near) or shown

    def _error(self, shown: str, contexts: tuple[str, ...]) -> str | None:
        """An error's line, `place: what. What to do.`, of which the place and what to do may be missing."""
        for mark in re.finditer(r"(?<=[.!?]) |$", shown):
            what, hint = shown[: mark.start()], shown[mark.end() :]
            done = self._known(hint, contexts) if hint else ""
            if done is None:
                continue
            for colon in re.finditer(r"^|: ", what):
                found = self._sentence(what[colon.end() :], contexts)
                if found is not None:
                    place = what[: colon.start()]
                    # A single word is the name of a file or a folder, whatever it means.
                    place = self.text(place) if " " in place else place
                    return f"{place}{colon[0]}{found} {done}".rstrip()
        return None

    def _sentence(self, shown: str, contexts: tuple[str, ...]) -> str | None:
        found = self._known(shown, contexts)
        if found is None and shown.endswith("."):
            found = self._known(shown.removesuffix("."), contexts)
            return None if found is None else found + "."
        return found

    def _known(self, shown: str, contexts: tuple[str, ...]) -> str | None:
        if not shown.strip():
            return shown
        for spelling, back in ((shown, str), (shown[:1].lower() + shown[1:], _capital)):
            # Labels and tips of buttons come from menus, without the mark of the letter and without the dots.
            found: list[tuple[Key, Callable[[str], str]]] = [(key, back) for key in self._whole.get(spelling, ())]
            found += [(key, _bare) for key in self._plain.get(spelling, ())]
            if found:
                key, spell = min(found, key=lambda entry: _distance(entry[0], contexts))
                return spell(self._after.get(key, shown))
        for form in self._forms:
            if form.literal and shown.startswith(form.beginning) and shown.endswith(form.end):
                match = form.pattern.fullmatch(shown)
                if match is not None and (form.literal > _FEW or max(map(len, match.groups())) <= _SHORT):
                    filled = {name[1:]: self.text(part) for name, part in match.groupdict().items()}
                    after = self._after.get(form.key, form.before)
                    return _HOLE.sub(lambda hole, filled=filled: filled[hole[1]], after)  # type: ignore[misc]
        return None

    # a window

    def window(self, root: QWidget) -> None:
        """Everything in a window that says something, its actions and menus as well."""
        for action in root.findChildren(QAction):
            self._set(action, "text", "iconText", "toolTip")
        for widget in (root, *root.findChildren(QWidget)):
            self.widget(widget)

    def widget(self, widget: QWidget) -> None:
        """What one widget says. What a person typed stays."""
        self._set(widget, "toolTip", "accessibleName", "accessibleDescription", "windowTitle")
        # Some say words that they ask for when they paint.
        widget.update()
        if hasattr(widget, "set_whole_text") and hasattr(widget, "whole_text"):
            widget.set_whole_text(self.text(widget.whole_text(), contexts=_contexts(widget)))
        elif isinstance(widget, (QLabel, QAbstractButton)):
            self._set(widget, "text")
        if isinstance(widget, QLineEdit):
            self._set(widget, "placeholderText")
        if isinstance(widget, (QMenu, QGroupBox)):
            self._set(widget, "title")
        if isinstance(widget, QTabWidget):
            for tab in range(widget.count()):
                widget.setTabText(tab, self.text(widget.tabText(tab), contexts=_contexts(widget)))
                widget.setTabToolTip(tab, self.text(widget.tabToolTip(tab), contexts=_contexts(widget)))
        if isinstance(widget, QComboBox):
            for row in range(widget.count()):
                widget.setItemText(row, self.text(widget.itemText(row), contexts=_contexts(widget)))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            self._table(widget)

    def _table(self, view: QAbstractItemView) -> None:
        model = view.model()
        if isinstance(model, QStandardItemModel):
            for column in range(model.columnCount()):
                head = model.horizontalHeaderItem(column)
                if head is not None:
                    head.setText(self.text(head.text(), contexts=_contexts(view)))
        # Other models say their words when they are asked.
        view.viewport().update()

    def _set(self, thing: QObject, *properties: str) -> None:
        contexts = _contexts(thing)
        for name in properties:
            shown = thing.property(name)
            if isinstance(shown, str) and shown:
                said = self.text(shown, contexts=contexts)
                if said != shown:
                    thing.setProperty(name, said)


def _contexts(thing: QObject) -> tuple[str, ...]:
    """The names of the classes that a thing and what it lies in belong to, nearest first."""
    names: list[str] = []
    at: QObject | None = thing
    while at is not None:
        names += [kind.__name__ for kind in type(at).__mro__ if kind.__module__.startswith("gui.")]
        at = at.parent()
    return tuple(dict.fromkeys([*names, "Actions"]))


def _distance(key: Key, contexts: tuple[str, ...]) -> int:
    """How far a text is from a widget: of several that look the same the nearest is meant."""
    return contexts.index(key[0]) if key[0] in contexts else len(contexts)


def _bare(text: str) -> str:
    """A title of a menu's as a button says it: without the mark of its letter, and without dots."""
    return text.replace("&", "").rstrip("…")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
