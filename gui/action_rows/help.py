"""The Help menu: commands, keys and the program itself."""

from __future__ import annotations

from typing import Final

from gui.action_rows.spec import HELP, Spec

ROWS: Final[tuple[Spec, ...]] = (
    Spec("palette", "&Command palette…", HELP, lambda c: c.show_palette(), "Ctrl+Shift+P", icon="search",
         tip="Find any command by a few letters"),
    Spec("shortcuts", "&Keyboard and mouse", HELP, lambda c: c.show_shortcuts(), "F1"),
    Spec("about", "&About Repose Studio", HELP, lambda c: c.show_about(), icon="info", group=True),
)
