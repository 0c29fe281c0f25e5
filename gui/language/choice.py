"""Which language the window speaks: the person's choice, or the system's where there is a translation."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from resources.paths import TRANSLATIONS, bundled

SOURCE: Final = "en"
LANGUAGES: Final = {"en": "English", "ca": "Català", "es": "Español"}
"""The languages by code, each with its own name for itself."""

SYSTEM: Final = "system"

LANGUAGE_KEY: Final = "language"
"""Where the preferences keep the choice."""


def wanted(choice: str) -> str:
    """The code of the language that a choice stands for; English where nothing fits."""
    if choice in LANGUAGES:
        return choice
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in LANGUAGES:
            return code
    return SOURCE


class Language(QObject):
    """The translators of the running program. `changed` brings the codes of before and after."""

    changed = Signal(str, str)

    def __init__(self, application: QApplication, *, choice: str = SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._translators: list[QTranslator] = []
        self._choice = choice
        self._code = SOURCE
        self._speak(wanted(choice))

    @classmethod
    def spoken(cls) -> Language:
        """The application's language; English where none was set up."""
        application = QApplication.instance()
        assert isinstance(application, QApplication), "a window needs an application"
        found = application.findChild(cls)
        return found if isinstance(found, Language) else cls(application, choice=SOURCE)

    @property
    def choice(self) -> str:
        """A code of `LANGUAGES`, or `system`."""
        return self._choice

    @property
    def code(self) -> str:
        """The language that is spoken now."""
        return self._code

    def choose(self, choice: str) -> None:
        """Speak another language from now on."""
        self._choice = choice if choice in LANGUAGES else SYSTEM
        code = wanted(self._choice)
        before = self._code
        if code != before:
            self._speak(code)
            self.changed.emit(before, code)

    def _speak(self, code: str) -> None:
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators.clear()
        self._code = code
        # Qt's own words, such as those of a file dialog, come with Qt.
        places = (
            ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            ("repose-studio", str(bundled(TRANSLATIONS))),
        )
        for name, folder in places:
            translator = QTranslator(self._application)
            if code != SOURCE and translator.load(f"{name}_{code}", folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)
