"""Text that remembers its template and values, and errors that are made of it."""

from __future__ import annotations

import copy
import errno
import pickle

import pytest

from engine.errors import PictureError, PoseFileError, UsageError
from engine.formats.reading import parse_json
from engine.formats.spots import Spot
from engine.project.faults import Holder, ProjectLockedError
from engine.skeleton import Joint
from engine.text import Text, either, one_line, tidy, why


def test_a_text_is_its_english_words() -> None:
    text = Text("{count:,} poses in {name}", count=1200, name="a {b}")
    assert text == "1,200 poses in a {b}" and isinstance(text, str)
    assert text.template == "{count:,} poses in {name}" and text.values == {"count": 1200, "name": "a {b}"}
    assert Text("without {holes}") == "without {holes}"
    with pytest.raises(KeyError):
        Text("{one} and {two}", one=1)


@pytest.mark.parametrize("again", [copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))])
def test_a_text_can_be_sent_elsewhere(again) -> None:
    text = again(Text("{count} poses of {name}", count=2, name="{x}"))
    assert text == "2 poses of {x}" and text.template == "{count} poses of {name}"
    error = again(PictureError("It is {wide} wide", where="a.png", hint="Try {less}.", wide=9, less=8))
    assert str(error) == "a.png: It is 9 wide. Try 8." and error.hint.values == {"wide": 9, "less": 8}


def test_choices_are_listed() -> None:
    assert [either(words) for words in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a or b", "a, b or c"]


def test_the_system_says_why() -> None:
    assert why(OSError(errno.EACCES, "Permission denied")) == "there is no permission"
    assert why(OSError(errno.EDOM, "Argument out of domain")) == "Argument out of domain"
    assert why(OSError("odd")) == "odd"


def test_an_error_tells_itself_in_other_words() -> None:
    def shouting(text: str) -> str:
        return text.upper()

    error = PictureError("The picture is {wide} pixels wide", where="a.png", hint="Make it {wide!r} or less.", wide="9")
    assert str(error) == "a.png: The picture is 9 pixels wide. Make it '9' or less."
    assert error.told(shouting) == "A.PNG: THE PICTURE IS 9 PIXELS WIDE. MAKE IT '9' OR LESS."
    assert str(UsageError(Text("Who is {name}?", name="it"))) == "Who is it?"


def test_places_are_texts_too() -> None:
    spot = Spot("a.json", '{\n"people": [1]}').at("people", 0, words=Text("person {number}", number=1))
    place = spot.at(words=Joint.NOSE).said
    assert place == "a.json, line 2, person 1, nose" and isinstance(place, Text)
    with pytest.raises(PoseFileError, match="a value is missing, line 1, column 2") as caught:
        parse_json("[", name="b.json")
    reason = caught.value.what.values["why"]
    assert isinstance(reason, Text) and reason.template == "a value is missing"
    locked = ProjectLockedError("a.repose", holder=Holder("desk", 7, "2026-01-02T03:04:05Z"))
    assert "process 7 on desk, since 2026-01-02 03:04 UTC" in str(locked)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines\r\nof it", "two lines  of it"),
        ("photo\x1b[2Jgone\x07", "photo?[2Jgone?"),
        ("evil\u202egpj.exe", "evil?gpj.exe"),
        ("name\udcff", "name?"),
        ("mañana 照片 👩\u200d🎨 \u05d0\u200f", "mañana 照片 👩\u200d🎨 \u05d0\u200f"),
    ],
)
def test_any_name_is_one_line_that_steers_nothing(text: str, shown: str) -> None:
    assert one_line(text) == shown
    assert str(PictureError("It is odd", where=text)) == f"{shown}: It is odd."


def test_names_of_others_are_made_tidy() -> None:
    assert tidy(" two\nlines\t of\u202e it\0 ") == "two lines of it"
    assert tidy("照片 👩\u200d🎨") == "照片 👩\u200d🎨"
    assert len(tidy("x" * 300)) == 120 and tidy("x" * 300).endswith("x…") and tidy("\0\n") == ""
