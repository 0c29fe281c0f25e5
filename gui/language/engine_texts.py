"""Finds every text that waits to be said in other languages: templates of `Text`, and of errors of engine and training.

What is read is the code. A template must stand written out where it is used, in a name that the module gives it, or
in a function that answers a `Text`; what is computed cannot be found, and is listed for a test.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

_ROOT: Final = "ReposeError"
_TEXT: Final = "Text"
_SPARED: Final = ("errors.py", "bench.py")
"""These take templates from elsewhere, or speak in a terminal alone, as every `cli` does."""

_TRAINING_SPARED: Final = (
    "synthetic", "pack", "bench", "loop_bench", "mean", "averaging", "landmarks", "groups", "opinion", "sheets",
)  # fmt: skip
"""What the window never starts: names of folders of the training room, and the beginnings of names of modules."""

_MISFIT: Final = "_misfit"
"""Makes the errors of a configuration, which knows the standard library alone."""


@dataclass(frozen=True)
class EngineTexts:
    """What was found: the templates, and `module:line: expression` for what is computed."""

    templates: frozenset[str]
    computed: tuple[str, ...]


@dataclass
class _Module:
    name: str
    tree: ast.Module
    given: dict[str, list[ast.expr]] = field(default_factory=dict)
    """By name, everything that is assigned to it."""
    texts: set[str] = field(default_factory=set)
    """Parameters that are annotated as `Text`, so that the type checker sees to what is handed over."""


@cache
def engine_texts(rooms: Path) -> EngineTexts:
    """Every template in the engine and the training that lie in `rooms`, and what the window makes a `Text` itself."""
    found = [
        _module(path, rooms)
        for room in ("engine", "training")
        for path in sorted((rooms / room).rglob("*.py"))
        if not _is_spared(path.relative_to(rooms))
    ]
    trees = [ast.parse((rooms / "engine" / "errors.py").read_text("utf-8")), *(module.tree for module in found)]
    errors = _error_classes(trees) | {_MISFIT}
    window = [_module(path, rooms) for path in sorted((rooms / "gui").rglob("*.py"))]
    templates: set[str] = set()
    computed: list[str] = []
    for module in (*found, *window):
        # The window's own errors are translated where they are raised.
        for node in _handed_over(module.tree, errors if module in found else set()):
            said = _literals(node, module)
            if said is None:
                computed.append(f"{module.name}:{node.lineno}: {ast.unparse(node)}")
            else:
                templates |= said
    return EngineTexts(frozenset(templates - {""}), tuple(computed))


def _is_spared(path: Path) -> bool:
    if path.name in _SPARED or path.stem.partition("_")[0] == "cli":
        return True
    room, *names = path.with_suffix("").parts
    return room == "training" and any(name.startswith(_TRAINING_SPARED) for name in names)


def _module(path: Path, rooms: Path) -> _Module:
    module = _Module(path.relative_to(rooms).as_posix(), ast.parse(path.read_text("utf-8")))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                _assign(module, target, node.value)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            _assign(module, node.target, node.value)
        elif isinstance(node, ast.arg) and node.annotation is not None and ast.unparse(node.annotation) == _TEXT:
            module.texts.add(node.arg)
    return module


def _assign(module: _Module, target: ast.expr, value: ast.expr) -> None:
    if isinstance(target, ast.Name):
        module.given.setdefault(target.id, []).append(value)


def _error_classes(trees: list[ast.Module]) -> set[str]:
    bases = {
        node.name: {ast.unparse(base) for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {_ROOT}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def _handed_over(tree: ast.Module, errors: set[str]) -> Iterator[ast.expr]:
    """What stands where a template is wanted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name in errors:
            # What a kind of error says by itself.
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _called(call) == "__init__":
                    yield from _templates_of(call)
        elif isinstance(node, ast.Call) and _called(node) in errors:
            yield from _templates_of(node)
        elif isinstance(node, ast.Call) and _called(node) == _TEXT:
            yield from node.args[:1]


def _templates_of(call: ast.Call) -> Iterator[ast.expr]:
    yield from call.args[:1]
    yield from (word.value for word in call.keywords if word.arg == "hint")


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _literals(node: ast.expr, module: _Module) -> set[str] | None:
    """The templates that an expression stands for: none where another place hands them over, None where computed."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else None
    if isinstance(node, ast.IfExp):
        one, other = _literals(node.body, module), _literals(node.orelse, module)
        return None if one is None or other is None else one | other
    if isinstance(node, ast.Call):
        # A `Text` is found by itself; a function that answers one is, too.
        return None if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Constant) else set()
    if isinstance(node, (ast.Attribute, ast.Subscript)):
        return set()
    if isinstance(node, ast.Name) and node.id in module.texts:
        return set()
    if isinstance(node, ast.Name) and node.id in module.given:
        parts = [_literals(value, module) for value in module.given[node.id]]
        return None if any(part is None for part in parts) else set().union(*(part for part in parts if part))
    return None
