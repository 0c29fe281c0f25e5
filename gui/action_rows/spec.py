"""What one row of the table of actions says, and the menus there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from gui.controller import Controller

Run = Callable[[Controller], object]
When = Callable[[Controller], bool]

FILE, EDIT, POSE, PICTURE, ANNOTATE, REVIEW, TRAINING, VIEW, HELP = (
    "&File", "&Edit", "&Pose", "P&icture", "&Annotate", "&Review", "&Training", "&View", "&Help"
)
MENUS: Final = (FILE, EDIT, POSE, PICTURE, ANNOTATE, REVIEW, TRAINING, VIEW, HELP)


@dataclass(frozen=True)
class Spec:
    """One action. `keys` are a shortcut of the whole window; `hint` names keys that the canvas itself answers to.

    `short` is the text of a button in a message. An action with `checked` is a switch. A new group in a menu begins
    where `group` is true. Titles and tips are translated where they are shown, in the context `Actions`.
    """

    id: str
    title: str
    menu: str
    run: Run
    keys: str = ""
    hint: str = ""
    icon: str = ""
    tip: str = ""
    short: str = ""
    enabled: When = lambda _: True
    checked: When | None = None
    group: bool = False
