"""What is done with pictures beside drawing them: comparing, looking inside, sequences, batches, sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from engine.errors import ReposeError
from engine.presets import Preset
from engine.weights.store import WeightsStore
from engine.weights.table import EMBEDDED_GENERATOR
from gui.canvas.comparison import Comparison
from gui.document import Document
from gui.flows.entering import Entering
from gui.flows.inside import InsideFlow
from gui.flows.messages import Messages
from gui.flows.models import GENERATOR_KEY
from gui.panels.picture_pane import PicturePane
from gui.preferences import Preferences
from gui.services.inference import InferenceService
from gui.theme import Theme

if TYPE_CHECKING:
    from engine.project.records import PictureRecord
    from gui.flows.batches import BatchFlow

_COMPARISON: Final = "picture/comparison"
_PACE: Final = "picture/blinks a second"
_OVERLAY: Final = "picture/skeleton"


class PictureTools(QObject):
    """The Picture menu's work."""

    changed = Signal()
    review_wanted = Signal()

    BAR: Final = ("compare-alone", "compare-side", "compare-slider", "compare-blink", "overlay", "inside")
    """The actions in the line under the picture."""

    def __init__(
        self,
        pane: PicturePane,
        *,
        document: Document,
        service: InferenceService,
        messages: Messages,
        preferences: Preferences,
        theme: Theme,
        presets: Callable[[], Sequence[Preset]],
        bring: Callable[[QDialog], None],
        when_read: Callable[[str, Callable[[], None]], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._service = service
        self._theme = theme
        self._presets = presets
        self._bring = bring
        self._when_read = when_read
        self._window = window
        self._open: dict[str, QDialog] = {}
        self._batches: BatchFlow | None = None
        self._pane = pane
        self._preferences = preferences
        blinker = pane.view.blinker
        blinker.running_changed.connect(lambda _running: self.changed.emit())
        pane.pace.rate.setValue(preferences.number(_PACE, 1.0))
        pane.pace.rate.valueChanged.connect(lambda rate: preferences.set_number(_PACE, rate))
        remembered = preferences.text(_COMPARISON, Comparison.ALONE.value)
        known = {comparison.value: comparison for comparison in Comparison}
        pane.compare(known.get(remembered, Comparison.ALONE))
        pane.set_overlaid(preferences.text(_OVERLAY) == "yes")
        self._inside = InsideFlow(document, pane=pane, service=service, messages=messages, parent=self)
        self._inside.changed.connect(self.changed)
        self.entering = Entering(document, parent=self)

    # comparing

    @property
    def comparison(self) -> Comparison:
        """How picture and photo are shown together."""
        return self._pane.comparison

    def compare(self, comparison: Comparison) -> None:
        """Show picture and photo in this way, in the next windows too."""
        self._pane.compare(comparison)
        self._preferences.set_text(_COMPARISON, comparison.value)
        self.changed.emit()

    @property
    def blinking(self) -> bool:
        """Whether photo and picture change places by themselves."""
        return self._pane.view.blinker.running

    def toggle_blinking(self) -> None:
        """Let them change places by themselves, or only by hand."""
        self._pane.view.blinker.set_running(not self.blinking)

    @property
    def overlaid(self) -> bool:
        """Whether the target skeleton lies over the picture."""
        return self._pane.overlaid

    def toggle_overlay(self) -> None:
        """Lay the target skeleton over the picture, or take it away; in the next windows too."""
        self._pane.set_overlaid(not self.overlaid)
        self._preferences.set_text(_OVERLAY, "yes" if self.overlaid else "no")

    # looking inside

    @property
    def looking_inside(self) -> bool:
        """Whether the generator's blocks are shown."""
        return self._inside.on

    def toggle_inside(self) -> None:
        """Show where each block of the generator changed the picture, or the picture alone."""
        self._inside.set_on(not self._inside.on)

    # many pictures

    def _show(self, name: str, make: Callable[[], QDialog]) -> None:
        """Open a dialog, or bring the one that is open to the front."""
        dialog = self._open.get(name)
        if dialog is None:
            dialog = self._open[name] = make()
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.destroyed.connect(lambda: self._open.pop(name, None))
        self._bring(dialog)

    @property
    def has_framed(self) -> bool:
        """Whether the open photo's person is ready to be drawn."""
        photo = self._document.current
        return photo is not None and photo.picture is not None and photo.is_framed

    def show_sequence(self) -> None:
        """Put poses in order, and draw the way between them."""
        self._when_read("gui.dialogs.sequence", self._show_sequence)

    def _show_sequence(self) -> None:
        from gui.dialogs.sequence import SequenceDialog
        from gui.panels.pose_picker import PickedPose

        photo, target = self._document.current, self._document.target_pose()
        if photo is None or photo.framed is None or not self.has_framed:
            return
        start = [PickedPose(self.tr("As in the photo"), photo.framed.pose, as_it_is=True)]
        aim = self._document.aim.target
        if target is not None and aim is not None and target.present.any():
            start.append(PickedPose(aim.title, target, as_it_is=True))
        self._show(
            "sequence",
            lambda: SequenceDialog(
                photo,
                start=start,
                presets=self._presets(),
                service=self._service,
                entering=self.entering,
                theme=self._theme,
                preferences=self._preferences,
                parent=self._window,
            ),
        )

    @property
    def batches(self) -> BatchFlow:
        """The batch that is worked off."""
        if self._batches is None:
            from gui.flows.batches import BatchFlow

            self._batches = BatchFlow(
                self._service,
                document=self._document,
                entering=self.entering,
                preferences=self._preferences,
                parent=self,
            )
        return self._batches

    def show_batch(self) -> None:
        """Choose photos and poses for a batch, or see how the one that runs is getting on."""
        self._when_read("gui.dialogs.batch", self._show_batch)

    def _show_batch(self) -> None:
        from gui.dialogs.batch import BatchDialog

        def make() -> QDialog:
            dialog = BatchDialog(
                self.batches,
                photos=list(self._document),
                presets=self._presets(),
                generators=generators_here,
                chosen=self._preferences.text(GENERATOR_KEY) or EMBEDDED_GENERATOR,
                preferences=self._preferences,
                theme=self._theme,
                parent=self._window,
            )
            dialog.review_wanted.connect(self.review_wanted)
            self.entering.changed.connect(dialog.show_entered)
            return dialog

        self._show("batch", make)

    def show_sheet(self) -> None:
        """Choose pictures for a contact sheet: those of the project, the newest first, and others."""
        self._when_read("gui.dialogs.sheet", self._show_sheet)

    def _show_sheet(self) -> None:
        from gui.dialogs.sheet import SheetDialog
        from gui.panels.photo_picker import PickedFile

        titles = {photo.key: photo.title for photo in self._document}
        pictures = self._document.project.pictures.all()
        compared = len({made.model for made in pictures}) > 1

        def title(made: PictureRecord) -> str:
            parts = (titles.get(made.photo or 0, ""), made.target, made.model if compared else "")
            return " - ".join(part for part in parts if part)

        # Looked for on the disk while the list is filled, some at a time.
        files = (PickedFile(made.file, title(made)) for made in reversed(pictures) if made.file.is_file())
        self._show(
            "sheet",
            lambda: SheetDialog(
                files,
                service=self._service,
                preferences=self._preferences,
                theme=self._theme,
                parent=self._window,
            ),
        )


def generators_here() -> list[str]:
    """The names of the generators that are on this machine, the one in the box first."""
    try:
        stored = WeightsStore().list()
    except ReposeError:
        return [EMBEDDED_GENERATOR]
    return [one.row.name for one in stored if one.row.kind == "generator" and one.path is not None]
