"""Another language while the window is open: everything that it says changes, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.actions import TABLE
from gui.language.choice import LANGUAGES
from gui.language.retranslating import Retranslator, catalogue
from gui.main_window import MainWindow
from gui.panels.pane import ElidedLabel
from tests.e2e.hands import choose_preset

ENGLISH_ALONE = {"Repose Studio"}


@pytest.fixture
def spoken(window: MainWindow, qapp: QApplication) -> Iterator[MainWindow]:
    """The window, which speaks English again afterwards."""
    yield window
    window.settings.language.choose("en")


def said_by(window: QWidget) -> set[str]:
    """What can be read or heard in a window."""
    said: set[str] = set()
    for widget in (window, *window.findChildren(QWidget)):
        said |= {widget.accessibleName(), widget.toolTip()}
        if isinstance(widget, ElidedLabel):
            said.add(widget.whole_text())
        elif isinstance(widget, (QLabel, QAbstractButton)):
            said.add(widget.text())
        elif isinstance(widget, QLineEdit):
            said.add(widget.placeholderText())
        elif isinstance(widget, QMenu):
            said.add(widget.title())
    return {text for text in said if text.strip()}


@pytest.mark.parametrize("code", ["ca", "es"])
def test_nothing_english_is_left(spoken: MainWindow, code: str) -> None:
    before = said_by(spoken)
    spoken.settings.choose_language(code)
    after = said_by(spoken)
    ours = set(catalogue("en").values())
    same = set(catalogue(code).values()) & ours
    left = {text for text in after & before & ours if text not in same | ENGLISH_ALONE}
    assert not left
    assert {menu.title() for menu in spoken.menuBar().findChildren(QMenu)} != {"&File"}
    spoken.settings.choose_language("en")
    assert said_by(spoken) == before


def test_work_goes_on_in_another_language(spoken: MainWindow, qtbot: QtBot) -> None:
    choose_preset(spoken, "Back")
    steps = spoken.document.undo_stack.count()
    spoken.settings.choose_language("es")
    assert spoken.document.undo_stack.count() == steps
    assert spoken.photo.title == "Foto" and spoken.tabs.tabText(0) == "Poses"
    choose_preset(spoken, "De espaldas")
    spoken.controller.undo()
    assert spoken.actions_["undo"].text() == "&Deshacer"
    assert spoken.status.text() != ""


def test_every_action_is_named_anew(spoken: MainWindow) -> None:
    spoken.settings.choose_language("ca")
    texts = catalogue("ca")
    for spec, action in spoken.actions_.specs():
        assert action.text().split("\t")[0] == texts["Actions", spec.title]
    assert {spec.id for spec, _ in spoken.actions_.specs()} == {spec.id for spec in TABLE}


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Photo", "Foto"),
        ("Ready", "A punt"),
        ("Zoom to the left wrist", "Amplia: canell esquerre"),
        ("Left wrist", "Canell esquerre"),
        ("nose · hidden", "nas · oculta"),
        ("Drawing the picture…", "Es dibuixa la imatge…"),
        ("Picture drawn in 0.32 s", "Imatge dibuixada en 0.32 s"),
        ("Cancel transfer", "Cancel·la la transferència"),
        ("Person 2 of 3; click another to pick it", "Persona 2 de 3; feu clic en una altra per triar-la"),
        ("my holiday.jpg", "my holiday.jpg"),
        ("", ""),
    ],
)
def test_texts_are_found_as_they_were_put_together(shown: str, said: str) -> None:
    assert Retranslator("en", "ca").text(shown) == said
    assert Retranslator("ca", "en").text(said) == shown


def test_there_and_back_through_all_languages() -> None:
    for code in LANGUAGES:
        assert catalogue(code).keys() == catalogue("en").keys()
