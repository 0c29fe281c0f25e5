"""The rules of the house that a machine can check, over every file of the four rooms."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("engine", "gui", "resources", "training")
MOST_LINES = 450

# Importable before the window is up: none of these may bring torch, directly or by way of another module.
LIGHT = (
    "engine",
    "engine.errors",
    "engine.formats",
    "engine.images",
    "engine.progress",
    "engine.skeleton",
    "gui.app",
    "resources.paths",
    "training.config",
    "training.events",
    "training.presets",
)
# The window reads these of training; they are the standard library's and one another's alone.
STANDARD_LIBRARY_ONLY = ("training/__init__.py", "training/config.py", "training/events.py", "training/presets.py")

MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEXTS = sorted(
    path
    for pattern in ("*.py", "*.md", "*.sh", "*.toml")
    for room in (*ROOMS, "tests")
    for path in (ROOT / room).rglob(pattern)
)
TEXTS += [ROOT / name for name in ("pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", ".ci/run")]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))


def calls_of(path: Path) -> Iterator[tuple[str, int]]:
    """Plain names that a module calls, with their lines."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno


def speaks_on_the_command_line(path: Path) -> bool:
    return path.stem == "cli" or path.stem.startswith("cli_") or "cli" in path.relative_to(ROOT).parts


def test_every_room_has_modules() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(ROOMS)


def test_every_folder_of_modules_is_a_package() -> None:
    """One that is not would be missing from what gets installed, and from the checks of imports."""
    assert not {name_of(path.parent) for path in MODULES if not (path.parent / "__init__.py").exists()}


def test_no_file_is_too_long_to_read() -> None:
    lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in (*MODULES, *TESTS)}
    assert not {name: count for name, count in lines.items() if count > MOST_LINES}, (
        f"over {MOST_LINES} lines: look for the noun that wants a file of its own"
    )


def test_there_is_no_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "misc"}
    assert not [name_of(path) for path in (*MODULES, *TESTS) if path.stem.strip("_") in drawers]


def test_modules_say_what_they_are_for() -> None:
    assert not [name_of(path) for path in MODULES if not (ast.get_docstring(tree_of(path)) or "").strip()]


def test_annotations_are_read_late() -> None:
    """Modules with code start with `from __future__ import annotations`."""

    def has_it(tree: ast.Module) -> bool:
        return any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)

    def has_functions(tree: ast.Module) -> bool:
        return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))

    assert not [name_of(path) for path in MODULES if has_functions(tree_of(path)) and not has_it(tree_of(path))]


def test_only_the_command_line_prints() -> None:
    loud = [f"{name_of(path)}:{line}" for path in MODULES for name, line in calls_of(path) if name == "print"]
    assert not [place for place in loud if not speaks_on_the_command_line(ROOT / place.rpartition(":")[0])]


def test_nothing_is_evaluated() -> None:
    calls = [(path, name, line) for path in MODULES for name, line in calls_of(path)]
    assert not [f"{name_of(path)}:{line}" for path, name, line in calls if name in {"eval", "exec"}]


def test_nothing_is_left_for_later() -> None:
    unfinished = re.compile(r"NotImplemented" + r"Error|\bTO" + r"DO\b|\bFIX" + r"ME\b|\bxfail" + r"\b")
    found = [
        f"{name_of(path)}:{number}"
        for path in (*MODULES, *TESTS)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if unfinished.search(line)
    ]
    assert not found


def test_no_exception_is_caught_unnamed() -> None:
    bare = [
        f"{name_of(path)}:{node.lineno}"
        for path in (*MODULES, *TESTS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
    assert not bare


def test_no_path_of_one_machine_is_written_down() -> None:
    # A folder of somebody's machine at the start of a path: not a web address, not a part of a longer path.
    own = re.compile(r"(?<![\w.:/~-])/(?:home|Users|root|work|tmp|mnt)/\w|\b[A-Z]:\\\\?\w")
    found = [
        f"{name_of(path)}:{number}: {line.strip()}"
        for path in TEXTS
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if own.search(line)
    ]
    assert not found


@pytest.mark.parametrize("name", STANDARD_LIBRARY_ONLY)
def test_what_the_window_reads_of_training_needs_the_standard_library_alone(name: str) -> None:
    allowed = {"training.config", "training.events", "training.presets"}
    wanted: set[str] = set()
    for node in ast.walk(tree_of(ROOT / name)):
        if isinstance(node, ast.Import):
            wanted |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their room"
            base = node.module or ""
            wanted |= {f"{base}.{alias.name}" for alias in node.names} if base == "training" else {base}
    assert not {module for module in wanted - allowed if module.split(".")[0] not in sys.stdlib_module_names}


@pytest.mark.parametrize("module", LIGHT)
def test_light_modules_bring_no_torch(module: str) -> None:
    heavy = "sorted({'torch', 'torchvision', 'torchmetrics'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; sys.exit(', '.join({heavy}) or None)"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_versions_agree() -> None:
    from importlib.metadata import version

    import engine

    assert version("repose-studio") == engine.__version__


def test_files_beside_modules_are_installed_with_them() -> None:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"]
    beside = {
        path
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and path.suffix != ".py" and path.name[0] != "." and "__pycache__" not in path.parts
    }
    patterns = [(ROOT / room, pattern) for room, of_room in data.items() for pattern in of_room]
    installed = {path for room, pattern in patterns for path in room.glob(pattern)}
    assert not {name_of(path) for path in beside - installed}


def test_bundled_files_are_found_and_nothing_outside_is() -> None:
    from resources.paths import bundled, bundled_file, bundled_files

    assert bundled_file("paths.py").samefile(ROOT / "resources" / "paths.py")
    assert bundled("weights").parent.samefile(ROOT / "resources")
    assert bundled_files("no-such-folder") == []
    for parts in (("..", "pyproject.toml"), ("weights/../..",), ("",)):
        with pytest.raises(ValueError, match="not the name of a bundled file"):
            bundled(*parts)
    with pytest.raises(FileNotFoundError, match="nothing.bin is missing"):
        bundled_file("weights", "nothing.bin")
