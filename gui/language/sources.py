"""Finds every text that the window says, in the code of `gui` and in what it shows of the other rooms."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from engine.presets import load_people, load_presets
from engine.skeleton import Joint, JointState
from gui.action_rows.spec import MENUS
from gui.actions import TABLE
from gui.keymap import KEY_CONTEXT, KEY_NAMES
from gui.language.engine_texts import engine_texts
from gui.language.words import BOX, ENGINE, JOINTS, RECIPES, SETTINGS
from gui.services.config_fields import fields_of
from training.config import EstimatorConfig, GeneratorConfig
from training.presets import PRESETS

_TRANSLATORS: Final = ("translate", "_Tr", "later")
"""What takes a context and a text."""

_GIVEN: Final = "tr"
"""An argument of this name is a translator; its context is the name of the module, as a class would have it."""

ROOMS: Final = Path(__file__).resolve().parents[2]
"""The folder in which the rooms lie."""


@dataclass(frozen=True, order=True)
class Said:
    """A text in the code, with the context in which its translation is looked up."""

    context: str
    text: str


@dataclass(frozen=True)
class Module:
    """One module's tree, and the functions in it that translate: name of the function, context."""

    path: Path
    tree: ast.Module
    functions: dict[str, str]

    @property
    def name(self) -> str:
        """The module's path below the rooms."""
        return self.path.relative_to(ROOMS).as_posix()


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the window, with its functions that translate, its own and imported ones."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted((ROOMS / "gui").rglob("*.py"))}
    own = {_dotted(path): _own_functions(tree) for path, tree in trees.items()}
    found = []
    for path, tree in trees.items():
        functions = dict(own[_dotted(path)])
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module in own:
                there = own[node.module]
                functions |= {
                    alias.asname or alias.name: there[alias.name] for alias in node.names if alias.name in there
                }
            elif isinstance(node, ast.FunctionDef) and any(argument.arg == _GIVEN for argument in _arguments(node)):
                functions[_GIVEN] = path.stem.title().replace("_", "")
        found.append(Module(path, tree, functions))
    return tuple(found)


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOMS).with_suffix("").parts)


def _own_functions(tree: ast.Module) -> dict[str, str]:
    """Functions of a module that do nothing but translate what they are given."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and len(node.args.args) == 1:
            last = node.body[-1]
            call = last.value if isinstance(last, ast.Return) else None
            if isinstance(call, ast.Call) and _called(call) == "translate" and isinstance(call.args[1], ast.Name):
                context = _literal(call.args[0])
                if context:
                    found[node.name] = context
    return found


def _arguments(node: ast.FunctionDef) -> list[ast.arg]:
    return [*node.args.args, *node.args.kwonlyargs]


def _called(call: ast.Call) -> str:
    """The last part of the name of what is called."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def translated(module: Module) -> Iterator[tuple[str, ast.expr]]:
    """The texts that a module hands over to be translated, each with its context."""
    return _translated(module.tree, module.functions, context="")


def _translated(node: ast.AST, functions: dict[str, str], *, context: str) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call) and node.args:
        name = _called(node)
        if isinstance(node.func, ast.Attribute) and name == "tr":
            yield context, node.args[0]
        elif isinstance(node.func, ast.Name) and name in functions:
            yield functions[name], node.args[0]
        elif name in _TRANSLATORS and len(node.args) >= 2:
            given = _literal(node.args[0])
            if given is not None:
                yield given, node.args[1]
    for child in ast.iter_child_nodes(node):
        yield from _translated(child, functions, context=context)


def texts_of(node: ast.expr) -> list[str]:
    """The literal texts that an expression stands for: one, or those of a choice; empty when it is computed."""
    text = _literal(node)
    if text is not None:
        return [text]
    if isinstance(node, ast.IfExp):
        one, other = texts_of(node.body), texts_of(node.orelse)
        return [*one, *other] if one and other else []
    return []


def everything_said() -> set[Said]:
    """Every text that the window can say in another language."""
    said = {
        Said(context, text) for module in modules() for context, node in translated(module) for text in texts_of(node)
    }
    said |= {Said("Actions", text) for row in TABLE for text in (row.title, row.tip, row.short) if text}
    said |= {Said("Actions", menu) for menu in MENUS}
    said |= {Said(KEY_CONTEXT, name) for name in KEY_NAMES}
    said |= {Said(JOINTS, joint.title) for joint in Joint}
    for preset in load_presets():
        said |= {Said(BOX, text) for text in (preset.title, *preset.tags)}
    said |= {Said(BOX, person.title) for person in load_people()}
    for recipe in PRESETS.values():
        said |= {Said(RECIPES, text) for text in (recipe.title, recipe.what)}
    for kind in (GeneratorConfig, EstimatorConfig):
        said |= {Said(SETTINGS, field.doc) for field in fields_of(kind) if field.doc}
    said |= {Said(JOINTS, state.value) for state in JointState}
    said |= {Said(ENGINE, text) for text in engine_texts(ROOMS).templates}
    return said
