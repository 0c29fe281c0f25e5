"""What the engine says, an error above all, in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from engine.errors import PictureError, PoseFileError
from engine.formats.openpose_json import parse_openpose
from engine.images import load_picture
from engine.project.project import Project
from engine.project.rescue import Rescue
from engine.text import Text
from gui.language.choice import LANGUAGES, SOURCE, Language
from gui.language.engine_texts import engine_texts
from gui.language.retranslating import Retranslator, catalogue, said_again
from gui.language.sources import ROOMS
from gui.language.words import ENGINE, said, told
from gui.services.train_command import failure_of

OTHERS = [code for code in LANGUAGES if code != SOURCE]


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Language]:
    """The application's language, English again afterwards."""
    language = Language.spoken()
    language.choose(SOURCE)
    yield language
    language.choose(SOURCE)


def filled(template: str) -> dict[str, object]:
    """Values that fit into a template."""
    holes = re.findall(r"\{(\w+)(?:![rsa])?(:[^{}]*)?\}", template)
    return {name: 7 if spec else "ABC" for name, spec in holes}


@pytest.mark.parametrize("code", OTHERS)
def test_every_template_can_be_filled_in_every_language(speaking: Language, code: str) -> None:
    speaking.choose(code)
    known = catalogue(code)
    for template in engine_texts(ROOMS).templates:
        values = filled(template)
        text = said(Text(template, **values))
        assert known[ENGINE, template] and "{" not in text, template
        assert not values or "ABC" in text or "7" in text, template


def test_an_error_speaks_the_language_of_the_window(speaking: Language, tmp_path: Path) -> None:
    empty = tmp_path / "The file is empty.jpg"
    empty.touch()
    with pytest.raises(PictureError) as caught:
        load_picture(empty)
    error = caught.value
    assert told(error) == str(error) == f"{empty}: The file is empty. Copy or download it again."
    speaking.choose("ca")
    assert told(error) == f"{empty}: El fitxer és buit. Copieu-lo o baixeu-lo un altre cop."
    speaking.choose("es")
    assert told(error) == f"{empty}: El archivo está vacío. Cópielo o descárguelo de nuevo."
    assert str(error).endswith("Copy or download it again.")


def test_the_place_of_a_fault_is_said_too(speaking: Language) -> None:
    text = '{"people": [\n{"pose_keypoints_2d": [' + ", ".join(["1"] * 52 + ['"x"', "1"]) + "]}]}"
    with pytest.raises(PoseFileError) as caught:
        parse_openpose(text, name="a.json")
    assert str(caught.value).startswith("a.json, line 2, person 1, left ear: The y is not a number")
    speaking.choose("ca")
    assert told(caught.value).startswith("a.json, línia 2, persona 1, orella esquerra: «y» no és un nombre")


def test_what_was_rescued_is_said(speaking: Language, tmp_path: Path) -> None:
    none = dict.fromkeys(("people", "pictures", "ratings", "journal"), 0)
    done = Rescue(
        tmp_path / "a.repose", {**none, "photos": 1200, "people": 3}, {**none, "photos": 0, "people": 1}, True
    )
    assert " ".join(done.sentences()).startswith("Rescued: 1,200 photos, 3 skeletons. Missing: 1 skeletons.")
    speaking.choose("es")
    sentences = " ".join(map(said, done.sentences()))
    assert sentences.startswith("Se han rescatado: 1200 fotos, 3 esqueletos. Faltan: 1 esqueletos. Hay partes")


def test_who_has_a_project_open_is_said(speaking: Language, tmp_path: Path) -> None:
    path = tmp_path / "a.repose"
    with Project.create(path):
        speaking.choose("ca")
        with pytest.raises(Exception) as caught:
            Project.open(path)
        assert "El projecte ja és obert (procés" in told(caught.value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "then"),
    [
        (
            "a.jpg: The file is empty. Copy or download it again.",
            "a.jpg: El fitxer és buit. Copieu-lo o baixeu-lo un altre cop.",
        ),
        ("photos: new/a.jpg: The picture is too large (60,000 x 60,000 pixels). Make it smaller first.",
         "photos: new/a.jpg: La imatge és massa gran (60,000 x 60,000 píxels). Feu-la més petita abans."),
        ("No person was found in the photo. Choose a photo that shows a person.",
         "No s'ha trobat cap persona a la foto. Trieu una foto que mostri una persona."),
        ("a.json: This is not a review.", "a.json: No és cap revisió."),
        ("Ada or Ben", "Ada or Ben"),
        ("Nothing that we said.", "Nothing that we said."),
    ],
)  # fmt: skip
def test_an_error_that_is_shown_changes_its_language(shown: str, then: str) -> None:
    assert Retranslator("en", "ca").text(shown) == then


def test_what_a_file_has_kept_in_english_is_said_again(speaking: Language) -> None:
    kept = "b.jpg: No person was found in the photo. Choose a photo that shows a person."
    assert said_again(kept) == kept
    speaking.choose("es")
    assert said_again(kept) == (
        "b.jpg: No se ha encontrado ninguna persona en la foto. Elija una foto que muestre a una persona."
    )


@pytest.mark.parametrize(
    ("said_in_english", "then"),
    [
        (
            "run: The memory of cuda is too small for a batch of 8. A batch of about 3 should fit: --set loop.batch=3.",
            "run: La memoria de cuda es demasiado pequeña para un lote de 8. "
            "Debería caber un lote de unos 3: --set loop.batch=3.",
        ),
        (
            "runs/a: The loss l1, total is not finite at step 13 ({'l1': nan}). "
            "The last checkpoint is whole; resume from it with a lower rate.",
            "runs/a: La pérdida l1, total no es finita en el paso 13 ({'l1': nan}). "
            "El último punto de control está entero; continúe desde él con una tasa más baja.",
        ),
        ("photos: No photo was found.", "photos: No se ha encontrado ninguna foto."),
        (
            "height and width must be multiples of 4 from 8 on, not 30 x 20",
            "altura y anchura deben ser múltiplos de 4 a partir de 8, no 30 x 20",
        ),
        ("Choosing and pairing", "Eligiendo y emparejando"),
        ("women/id_1/front.jpg", "women/id_1/front.jpg"),
    ],
)
def test_what_a_training_says_is_said_again(speaking: Language, said_in_english: str, then: str) -> None:
    assert said_again(said_in_english) == said_in_english
    speaking.choose("es")
    assert said_again(said_in_english) == then


def test_what_a_run_ended_with_is_said_in_the_language_of_the_window(speaking: Language) -> None:
    speaking.choose("ca")
    errors = "--- repose-train generator\nrepose-train: data: There is no training data here. Take another run.\n"
    assert failure_of(2, errors) == "data: Aquí no hi ha dades d'entrenament. Agafeu un altre entrenament."


def test_the_training_room_s_texts_are_found() -> None:
    found = engine_texts(ROOMS).templates
    assert {"No photo was found", "Judging {suite}", "{key} must be a list, not {value!r}"} <= found


@pytest.mark.parametrize(("code", "shift_tab", "confirm"), [("ca", "Maj+Tab", "Retorn"), ("es", "Mayús+Tab", "Intro")])
def test_keys_are_called_the_same_in_menus_and_in_the_help(
    speaking: Language, code: str, shift_tab: str, confirm: str
) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    speaking.choose(code)
    assert QKeySequence("Shift+Tab").toString(native) == shift_tab
    assert shift_tab in QCoreApplication.translate("Menus", "Tab, Shift+Tab")
    assert QKeySequence("Ctrl+Return").toString(native) == f"Ctrl+{confirm}"
    assert f"{confirm}: " in QCoreApplication.translate(
        "Canvas", "Tab: not in the picture · Right click: hidden · Backspace: take back · Enter: finish · Esc: cancel"
    )
    assert QKeySequence.fromString(f"Ctrl+{shift_tab}", native) == QKeySequence("Ctrl+Shift+Tab")
