"""What the other rooms say, in the person's language: joints, the box's poses and people, recipes, settings, steps."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication

from engine.skeleton import Joint, JointState

JOINTS: Final = "Joints"
BOX: Final = "Box"
ENGINE: Final = "Engine"
RECIPES: Final = "Recipes"
SETTINGS: Final = "Settings"

SENTENCES: Final = (
    "Loading the pose estimator",
    "Loading the generator",
    "Models loaded",
    "Reading the weights",
    "Moving the photo into the pose",
    "Painting",
    "Laying the picture over the photo",
    "Done",
    "CPU ({0} threads)",
    "CPU ({0} thread)",
    "Apple GPU (Metal)",
    "Fetching {0}",
    "Checking {0}",
    "Reading {0}",
)
"""What the engine says of its progress, and the devices."""


def later(_context: str, text: str) -> str:
    """Marks a text that is translated in this context where it is shown; the text itself comes back."""
    return text


def joint_name(joint: Joint) -> str:
    """A joint's name."""
    return QCoreApplication.translate(JOINTS, joint.title)


def state_name(state: JointState) -> str:
    """A joint's state."""
    return QCoreApplication.translate(JOINTS, state.value)


def beginning(text: str) -> str:
    """The text as the beginning of a line: with a capital letter, and the rest as it is."""
    return text[:1].upper() + text[1:]


def boxed(text: str) -> str:
    """A title or tag of something that comes in the box."""
    return QCoreApplication.translate(BOX, text)


def recipe(text: str) -> str:
    """A title or a description of a named configuration."""
    return QCoreApplication.translate(RECIPES, text)


def setting(text: str) -> str:
    """What the documentation says of a setting."""
    return QCoreApplication.translate(SETTINGS, text) if text else ""


def sentence(text: str) -> str:
    """What the engine says of its progress or of a device, and the names in it as they are."""
    for known in SENTENCES:
        match = _pattern(known).fullmatch(text)
        if match is not None:
            return QCoreApplication.translate(ENGINE, known).format(*match.groups())
    return text


@cache
def _pattern(known: str) -> re.Pattern[str]:
    return re.compile(re.escape(known).replace(r"\{0\}", "(.+)"))
