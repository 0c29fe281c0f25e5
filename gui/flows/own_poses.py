"""The person's own poses in the gallery: kept, named, tagged, put in order, deleted, shared; each as one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import ReposeError
from engine.formats.pose_collection import read_collection, write_collection
from engine.presets import Preset
from engine.project.history import Edit, Kind
from gui.document import Document
from gui.flows.messages import Messages, Place
from gui.language.words import told
from gui.own_poses import TAG, OwnPoses
from gui.panels.gallery import Gallery
from gui.preferences import Preferences

SHARED_NAME: Final = "poses.repose-poses.json"


class OwnPoseFlow(QObject):
    """What a person can do to the poses of their own."""

    arrived = Signal()
    """Poses came into the gallery."""

    def __init__(
        self, document: Document, *, own: OwnPoses, messages: Messages, preferences: Preferences, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document = document
        self._own = own
        self._messages = messages
        self._preferences = preferences
        self._window = window
        self._gallery: Gallery | None = None

    def serve(self, gallery: Gallery) -> None:
        """Carry out what is wished in a gallery."""
        self._gallery = gallery
        gallery.deleted.connect(self.delete)
        gallery.renamed.connect(self.rename)
        gallery.tagged.connect(self.tag)
        gallery.moved.connect(self.move)
        gallery.shared.connect(lambda preset: self.ask_share([preset]))

    def keep(self) -> None:
        """Put the target pose into the gallery."""
        pose, target = self._document.target_pose(), self._document.aim.target
        if pose is None or target is None:
            return
        title = self.tr("{0}, edited").format(target.title) if target.edited else target.title
        preset = self._own.new(pose, title=title)
        edit = Edit(Kind.OUTSIDE, 0, self._own.to_json(preset))
        self._document.change(edit, text=self.tr("Keep pose {0}").format(title))
        self.arrived.emit()
        if self._gallery is not None:
            self._gallery.point_at(preset.name)
        text = self.tr("{0} is in the gallery. F2 gives it another name, Ctrl+F2 tags.")
        self._messages.info(Place.TARGET, text.format(title), "undo")

    def delete(self, preset: Preset) -> None:
        """Take a pose out of the gallery."""
        edit = Edit(Kind.OUTSIDE, 0, None, before=self._own.to_json(preset))
        self._document.change(edit, text=self.tr("Delete pose {0}").format(preset.title))
        self._messages.info(Place.TARGET, self.tr("{0} was deleted.").format(preset.title), "undo")

    def rename(self, preset: Preset, title: str) -> None:
        """Give a pose another title."""
        self._replace(preset, replace(preset, title=title), text=self.tr("Rename pose {0}").format(preset.title))

    def tag(self, preset: Preset, words: Sequence[str]) -> None:
        """Give a pose other tags; that it is one of the person's own stays among them."""
        tags = (TAG, *(word for word in dict.fromkeys(words) if word != TAG))
        if tags != preset.tags:
            self._replace(preset, replace(preset, tags=tags), text=self.tr("Tag pose {0}").format(preset.title))

    def move(self, preset: Preset, place: int) -> None:
        """Put a pose at another place among the person's own, counted from 0."""
        names = [own.name for own in self._own.presets()]
        if preset.name not in names:
            return
        place = max(0, min(place, len(names) - 1))
        if place != names.index(preset.name):
            self._replace(preset, preset, at=place, text=self.tr("Move pose {0}").format(preset.title))

    def _replace(self, old: Preset, new: Preset, *, text: str, at: int | None = None) -> None:
        after = self._own.to_json(new, at=at)
        self._document.change(Edit(Kind.OUTSIDE, 0, after, before=self._own.to_json(old)), text=text)

    # sharing

    def ask_share(self, presets: Sequence[Preset] = ()) -> None:
        """Ask for a file and write poses into it: these, or all of the person's own."""
        chosen = list(presets) or self._own.presets()
        if not chosen:
            self._messages.info(Place.TARGET, self.tr("There is no pose of your own to share yet: keep one first."))
            return
        start = Path(self._preferences.folder("poses")) / SHARED_NAME
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Share poses"), str(start), f"{self.tr('Shared poses')} (*.json)"
        )
        if name:
            self._preferences.set_folder("poses", Path(name))
            self.share(Path(name) if Path(name).suffix else Path(f"{name}.json"), chosen)

    def share(self, path: Path, presets: Sequence[Preset]) -> None:
        """Write poses into a file that others can drop on their window."""
        try:
            write_collection(path, presets)
        except ReposeError as error:
            self._messages.error(Place.TARGET, told(error))
            return
        self._messages.info(Place.TARGET, self.tr("Saved {0}").format(path))

    def take_in(self, path: Path) -> None:
        """Put the poses of a shared file into the gallery, as one step; a file with a fault changes nothing."""
        try:
            found = read_collection(path)
        except ReposeError as error:
            self._messages.error(Place.TARGET, told(error), "open-pose")
            return
        edits, taken = [], {own.name for own in self._own.presets()}
        for preset in found:
            name = next(f"own-{n}" for n in range(1, len(taken) + 2) if f"own-{n}" not in taken)
            taken.add(name)
            tags = (TAG, *(tag for tag in preset.tags if tag != TAG))
            edits.append(Edit(Kind.OUTSIDE, 0, self._own.to_json(replace(preset, name=name, tags=tags))))
        one = len(found) == 1
        step = self.tr("Take in a pose") if one else self.tr("Take in {0} poses").format(len(found))
        self._document.change(*edits, text=step)
        many = self.tr("{0} poses came into the gallery.").format(len(found))
        self._messages.info(Place.TARGET, self.tr("A pose came into the gallery.") if one else many, "undo")
        self.arrived.emit()
