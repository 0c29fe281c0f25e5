"""`python -m gui.language`: brings the files of translations up to the code, or packs them for the window.

`update` adds what is new and drops what is gone; `pack` makes the .qm files that the window reads; both use Qt's tools.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import PySide6

from gui.language.choice import LANGUAGES, SOURCE
from gui.language.sources import everything_said
from resources.paths import TRANSLATIONS, bundled

_USAGE: Final = "usage: python -m gui.language update|pack\n"


def main(arguments: Sequence[str]) -> int:
    """Answers the exit code: 0, or what Qt's tool answered."""
    work = {"update": _update, "pack": _pack}.get(arguments[0] if len(arguments) == 1 else "")
    if work is None:
        sys.stderr.write(_USAGE)
        return 2
    return work()


def files() -> list[Path]:
    """The files of translations, one a language."""
    return [bundled(TRANSLATIONS) / f"repose-studio_{code}.ts" for code in LANGUAGES if code != SOURCE]


def _update() -> int:
    """One module that says everything in the form that lupdate reads stands in for the code.

    lupdate knows neither functions that translate in a context of their own nor the tables.
    """
    with tempfile.TemporaryDirectory() as folder:
        spoken = Path(folder) / "spoken.py"
        lines = [
            f"QCoreApplication.translate({_quoted(said.context)}, {_quoted(said.text)})"
            for said in sorted(everything_said())
        ]
        spoken.write_text("\n".join(lines) + "\n", "utf-8")
        codes = [
            _run(
                "lupdate",
                "-silent",
                "-no-obsolete",
                "-locations",
                "none",
                "-source-language",
                SOURCE,
                "-target-language",
                path.stem.partition("_")[2],
                str(spoken),
                "-ts",
                str(path),
            )
            for path in files()
        ]
    return max(codes)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _pack() -> int:
    return max(_run("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm"))) for path in files())


def _run(tool: str, *arguments: str) -> int:
    """Qt's tool as it lies beside PySide6; its launcher of the same name does the same."""
    return subprocess.run([str(Path(PySide6.__file__).parent / tool), *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
