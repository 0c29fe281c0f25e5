"""What the other rooms say, in the person's language: joints, the box's poses and people, recipes, settings, steps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from engine.errors import ReposeError
from engine.skeleton import Joint, JointState
from engine.text import Text, tidy

JOINTS: Final = "Joints"
BOX: Final = "Box"
ENGINE: Final = "Engine"
RECIPES: Final = "Recipes"
SETTINGS: Final = "Settings"

_LONGEST_REASON: Final = 300
"""Characters of a failure's own words that are shown: a library's may go on for pages."""


def later(_context: str, text: str) -> str:
    """Marks a text that is translated in this context where it is shown; the text itself comes back."""
    return text


def joint_name(joint: Joint) -> str:
    """A joint's name."""
    return QCoreApplication.translate(JOINTS, joint.title)


_SHORT: Final = {
    "right shoulder": later("Joints", "r. shoulder"),
    "right elbow": later("Joints", "r. elbow"),
    "right wrist": later("Joints", "r. wrist"),
    "right hip": later("Joints", "r. hip"),
    "right knee": later("Joints", "r. knee"),
    "right ankle": later("Joints", "r. ankle"),
    "right eye": later("Joints", "r. eye"),
    "right ear": later("Joints", "r. ear"),
    "left shoulder": later("Joints", "l. shoulder"),
    "left elbow": later("Joints", "l. elbow"),
    "left wrist": later("Joints", "l. wrist"),
    "left hip": later("Joints", "l. hip"),
    "left knee": later("Joints", "l. knee"),
    "left ankle": later("Joints", "l. ankle"),
    "left eye": later("Joints", "l. eye"),
    "left ear": later("Joints", "l. ear"),
}


def short_joint_name(joint: Joint) -> str:
    """A joint's name where there is little room: the side by a letter or two."""
    return QCoreApplication.translate(JOINTS, _SHORT.get(joint.title, joint.title))


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


def said(text: str) -> str:
    """What the engine says, in the person's language; a name or another plain text as it is."""
    if not isinstance(text, Text):
        return text
    words = _found(text.template)
    if not text.values:
        return words
    values = {name: said(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return words.format(**values)


def told(error: ReposeError) -> str:
    """The one line of an error, in the person's language."""
    return error.told(said)


def told_any(error: Exception) -> str:
    """One line about any failure: what the engine says is wrong, or that nobody foresaw this one."""
    if isinstance(error, ReposeError):
        return told(error)
    if isinstance(error, MemoryError):
        return QCoreApplication.translate(
            "Failures", "There is not enough memory for this. Close other programs or use a smaller photo."
        )
    text = QCoreApplication.translate(
        "Failures", "Something unexpected went wrong ({0}: {1}). Please try again; if it comes back, report it."
    )
    return text.format(type(error).__name__, tidy(str(error), most=_LONGEST_REASON))


def _found(template: str) -> str:
    """A template's translation; joints are among the window's own words."""
    words = QCoreApplication.translate(ENGINE, template) if template else ""
    return words if words != template else QCoreApplication.translate(JOINTS, template)
