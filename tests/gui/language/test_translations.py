"""Every word of the window exists in every language, and nothing is said that cannot be translated."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from gui.language.__main__ import files, main
from gui.language.choice import LANGUAGES
from gui.language.engine_texts import engine_texts
from gui.language.sources import ROOMS, Module, Said, everything_said, modules, texts_of, translated

FILES = [pytest.param(path, id=path.stem.partition("_")[2]) for path in files()]
BRING_UP = "run `make translations`, translate what is new in resources/translations, run it again"

# Texts that a person may see and that are the same in every language, or that no person sees in the window.
NOT_TRANSLATED = {
    "gui/app.py": "said in a terminal before there is a window, so before there are translations",
    "gui/start.py": "the program's name, and what is said in a terminal when no window can open",
    "gui/preferences.py": "names of the place where settings are stored",
    "gui/theme.py": "a style sheet",
    "gui/language/__main__.py": "a tool for whoever works on the program",
    "gui/language/choice.py": "languages are named in themselves",
    "gui/language/words.py": "contexts",
    "gui/language/engine_texts.py": "names of classes in the engine's code",
    "gui/language/sources.py": "contexts",
    "gui/services/run_advice.py": "patterns that are looked for in logs",
    "gui/services/data_look.py": "a line of the log",
    "gui/services/train_command.py": "Python code",
    "gui/services/evaluation_file.py": "a key in a file",
    "gui/keymap.py": "names of keys as Qt reads them",
    "gui/watching/many.py": "a tool for whoever works on the program",
    "gui/watching/many_photos.py": "a tool for whoever works on the program",
    "gui/watching/person.py": "a tool for whoever works on the program",
    "gui/watching/__main__.py": "a tool for whoever works on the program",
}
SINGLE = {
    "Repose Studio",
    "<h2>Repose Studio ",
    "Qt and PySide6",
    "PyTorch, torchvision",
    "NumPy, SciPy",
    "OpenCV",
    "Pillow",
    "safetensors, torchmetrics",
    "rich, pyqtgraph",
    "no person",
    "Spec",
    "Training",
    "Actions",
    "ActionSet",
    "Del",
    "Project",
    "run on",
    "open photo",
    "own pose",
    "picture set",
}
# Calls whose texts are for the program: names of objects, signals, keys, patterns, what goes to a log.
INTERNAL = {
    "Signal",
    "Slot",
    "TypeVar",
    "add_argument",
    "compile",
    "getLogger",
    "setObjectName",
    "setStyleSheet",
    "exception",
    "Spec",
    "Text",  # is found by itself and translated where it is shown
    "cast",
    "debug",
    "warning_once",
    "execute",
    "executescript",
    "findChild",
    "findChildren",
}
FOR_PROGRAMMERS = ("ValueError", "TypeError", "RuntimeError")
LOOKS_SAID = re.compile(r"[A-Za-z]{2,}[,.:;]? +[A-Za-z]|^[A-Z][a-z]+[a-z.…:]*$")


@pytest.mark.parametrize("path", FILES)
def test_every_text_is_translated(path: Path) -> None:
    there: dict[Said, str] = {}
    for context, message in messages(path):
        said, translation = Said(context, text_of(message, "source")), message.find("translation")
        assert translation is not None and translation.get("type") is None, f"{said} is unfinished: {BRING_UP}"
        there[said] = translation.text or ""
        assert there[said].strip(), f"{said} has no translation: {BRING_UP}"
    wanted = everything_said()
    assert not wanted - there.keys(), BRING_UP
    assert not there.keys() - wanted, f"no longer said: {BRING_UP}"


@pytest.mark.parametrize("path", FILES)
def test_translations_keep_what_is_filled_in(path: Path) -> None:
    for _, message in messages(path):
        source, translation = text_of(message, "source"), text_of(message, "translation")
        # How a number is written may differ from language to language, so holes are known by their names alone.
        for pattern in (r"\{(\w+)(?:![rsa])?(?::[^{}]*)?\}", r"</?\w+>", r"`[^`]+`"):
            assert Counter(re.findall(pattern, source)) == Counter(re.findall(pattern, translation)), source
        assert "{" not in re.sub(r"\{\w+(![rsa])?(:[^{}]*)?\}", "", translation), translation
        assert source.startswith(" ") == translation.startswith(" "), source
        assert source.endswith("…") == translation.endswith("…"), source


@pytest.mark.parametrize("path", FILES)
def test_what_the_window_reads_is_packed_from_these_files(path: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm"))), "run `make translations`"
    for context, message in messages(path):
        source = text_of(message, "source")
        assert translator.translate(context, source) == text_of(message, "translation"), "run `make translations`"


@pytest.mark.parametrize("path", FILES)
def test_menus_have_each_letter_once(path: Path) -> None:
    """A letter that opens a menu opens one alone."""
    from gui.action_rows.spec import MENUS

    texts = {
        text_of(message, "source"): text_of(message, "translation")
        for context, message in messages(path)
        if context == "Actions"
    }
    letters = [texts[menu].partition("&")[2][:1].lower() for menu in MENUS]
    assert all(letters) and len(set(letters)) == len(letters), letters


def test_nothing_is_said_that_cannot_be_translated() -> None:
    found = [
        f"{module.name}:{line}: {text!r}"
        for module in modules()
        if module.name not in NOT_TRANSLATED
        for text, line in said_plainly(module)
        if text not in SINGLE
    ]
    assert not found, "hand these texts over to be translated, or say here why they need not be"


def test_what_is_handed_over_to_be_translated_is_written_out() -> None:
    """A text that is computed first would not be found. A name for a text is marked where the text is written."""
    computed = [
        f"{module.name}:{node.lineno}: {ast.unparse(node)}"
        for module in modules()
        for _, node in translated(module)
        if not texts_of(node) and not isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Call))
    ]
    assert not computed


def test_what_the_engine_says_is_written_out() -> None:
    """An error, a note or a word of progress that is computed would be English in every language."""
    found = engine_texts(ROOMS)
    assert not found.computed, "give the template and, beside it, the values: see engine/text.py"
    assert {"The file is empty", "Painting", "CPU ({count} threads)", "The disk is full"} <= found.templates


def test_languages_name_themselves() -> None:
    assert set(LANGUAGES) == {"en", "ca", "es"}
    assert {path.name for path in files()} == {"repose-studio_ca.ts", "repose-studio_es.ts"}
    assert main(["no-such-work"]) == 2


def messages(path: Path) -> Iterator[tuple[str, ET.Element]]:
    """The messages of a file of translations, each with its context."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield text_of(context, "name"), message


def text_of(element: ET.Element, name: str) -> str:
    return element.findtext(name) or ""


def said_plainly(module: Module) -> Iterator[tuple[str, int]]:
    """Texts of a module that look as if a person read them, and that are not handed over to be translated."""
    passed: set[int] = set()
    for _, handed_over in translated(module):
        passed |= inside(handed_over)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            passed |= inside(node)
        elif isinstance(node, ast.Assert) and node.msg is not None:
            passed |= inside(node.msg)
        elif isinstance(node, ast.Raise):
            passed |= inside(node) if name_of_call(node.exc) in FOR_PROGRAMMERS else set()
        elif isinstance(node, ast.Call) and name_of_call(node) in INTERNAL:
            passed |= inside(node)
        elif isinstance(node, ast.Call) and name_of_call(node) in ("later", "translate", "_Tr") and node.args:
            passed |= inside(node.args[0])
        elif isinstance(node, (ast.Call, ast.Subscript, ast.AnnAssign, ast.FunctionDef)):
            passed |= inside(annotation(node))
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in passed:
            continue
        # Markup is not read, and a name with a slash is a key of the preferences.
        if LOOKS_SAID.search(re.sub(r"<[^<>]*>", "", node.value)) and not re.match(r"\w+/\w", node.value):
            yield node.value, node.lineno


def annotation(node: ast.AST) -> ast.AST | None:
    return getattr(node, "annotation", None) or getattr(node, "returns", None)


def inside(node: ast.AST | None) -> set[int]:
    return set() if node is None else {id(part) for part in ast.walk(node)}


def name_of_call(node: ast.AST | None) -> str:
    func = node.func if isinstance(node, ast.Call) else None
    return getattr(func, "attr", getattr(func, "id", ""))
