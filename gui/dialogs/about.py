"""About the program: its version, its parts and their licences, and what it does with photos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from engine import __version__
from gui.icons import IconBox
from gui.theme import SPACE

_PARTS: Sequence[tuple[str, str]] = (
    ("Qt and PySide6", "LGPL 3.0"),
    ("PyTorch, torchvision", "BSD 3-Clause"),
    ("NumPy, SciPy", "BSD 3-Clause"),
    ("OpenCV", "Apache 2.0"),
    ("Pillow", "MIT-CMU"),
    ("safetensors, torchmetrics", "Apache 2.0"),
    ("pooch", "BSD 3-Clause"),
    ("rich, pyqtgraph", "MIT"),
)


class AboutDialog(QDialog):
    """What this is, who may use it how, and what it is made of."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Repose Studio"))
        picture = QLabel()
        picture.setPixmap(IconBox().program_icon().pixmap(64, 64))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = QTextBrowser()
        text.setOpenExternalLinks(True)
        text.setHtml(self._html())
        text.setAccessibleName(self.tr("About Repose Studio"))
        text.setFrameShape(QTextBrowser.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(picture)
        row.addWidget(text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        self.resize(560, 440)

    def _html(self) -> str:
        parts = "".join(
            f"<tr><td style='padding-right:16px'>{name}</td><td>{licence}</td></tr>" for name, licence in _PARTS
        )
        return (
            f"<h2>Repose Studio {__version__}</h2>"
            + "<p>"
            + self.tr("A person's photo, in another pose.")
            + "</p><p>"
            + self.tr("Your photos stay on this computer: nothing that you open is sent anywhere.")
            + "</p><p>"
            + self.tr("Repose Studio is free software under the Apache License 2.0. Its icons are CC0.")
            + "</p><p>"
            + self.tr(
                "Models carry their own licences: <tt>repose weights list</tt> names each one, with what it was "
                "trained on. The published OpenPose weights are for academic, non-commercial use."
            )
            + "</p><h3>"
            + self.tr("Made with")
            + f"</h3><table>{parts}</table>"
        )
