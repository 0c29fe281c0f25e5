"""What comes in the box, under the names that the window has for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from gui.language.choice import LANGUAGES, Language
from gui.library import Library


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    spoken = Language(qapp, choice="en")
    yield spoken
    spoken.choose("en")
    spoken.setParent(None)


def test_a_title_is_said_in_the_language_that_is_spoken_now(language: Language) -> None:
    library = Library()
    titles = {}
    for code in LANGUAGES:
        language.choose(code)
        titles[code] = [preset.title for preset in library.presets()]
    assert titles["en"] != titles["ca"] != titles["es"]
    for code in LANGUAGES:
        language.choose(code)
        for other in LANGUAGES:
            said = [library.said(title) for title in titles[other]]
            assert said == titles[code] or len(set(titles[other])) < len(titles[other])
    assert library.said("My own pose") == "My own pose"
