"""The Annotate menu: a folder of photos one after the other, their states, and files of annotations."""

from __future__ import annotations

from typing import Final

from engine.project.records import PhotoState
from gui.action_rows.spec import ANNOTATE, Spec

ROWS: Final[tuple[Spec, ...]] = (
    Spec("open-folder", "Annotate a &folder…", ANNOTATE, lambda c: c.annotating.ask_folder(), "Ctrl+Alt+F",
         icon="folder", tip="List all photos of a folder and find their skeletons in the background",
         short="Open a folder"),
    Spec("annotate-mode", "&Annotate", ANNOTATE, lambda c: c.annotating.flow.set_mode(not c.annotating.mode), "F7",
         icon="joints", tip="Give the photo all the room; Ctrl+Return then means done and next, not transfer",
         checked=lambda c: c.annotating.mode),
    Spec("next-photo", "&Next photo", ANNOTATE, lambda c: c.annotating.flow.step(1), "D",
         tip="Open the next photo of the list", enabled=lambda c: c.photo is not None, group=True),
    Spec("previous-photo", "&Previous photo", ANNOTATE, lambda c: c.annotating.flow.step(-1), "A",
         tip="Open the photo before", enabled=lambda c: c.photo is not None),
    Spec("next-open", "Next photo that is n&ot done", ANNOTATE, lambda c: c.annotating.flow.next_open(), "Ctrl+D",
         tip="Open the next photo that is neither done nor rejected", enabled=lambda c: c.photo is not None),
    Spec("done-next", "&Done and next", ANNOTATE, lambda c: c.annotating.flow.done_and_next(), "Ctrl+Return",
         icon="check", tip="Mark the photo done and open the next that is not (while annotating)",
         enabled=lambda c: c.annotating.mode and c.annotating.can_mark),
    Spec("mark-untouched", "Mark as &untouched", ANNOTATE, lambda c: c.annotating.flow.mark(PhotoState.UNTOUCHED),
         "Ctrl+Shift+U", enabled=lambda c: c.annotating.can_mark,
         checked=lambda c: c.annotating.is_state(PhotoState.UNTOUCHED), group=True),
    Spec("mark-in-work", "Mark as in &work", ANNOTATE, lambda c: c.annotating.flow.mark(PhotoState.IN_WORK),
         "Ctrl+Shift+W", enabled=lambda c: c.annotating.can_mark,
         checked=lambda c: c.annotating.is_state(PhotoState.IN_WORK)),
    Spec("mark-done", "Mark as don&e", ANNOTATE, lambda c: c.annotating.flow.mark(PhotoState.DONE),
         "Ctrl+E", enabled=lambda c: c.annotating.can_mark,
         checked=lambda c: c.annotating.is_state(PhotoState.DONE)),
    Spec("mark-doubtful", "Mark as dou&btful", ANNOTATE, lambda c: c.annotating.flow.mark(PhotoState.DOUBTFUL),
         "Ctrl+U", enabled=lambda c: c.annotating.can_mark,
         checked=lambda c: c.annotating.is_state(PhotoState.DOUBTFUL)),
    Spec("mark-rejected", "Mark as re&jected", ANNOTATE, lambda c: c.annotating.flow.mark(PhotoState.REJECTED),
         "Ctrl+R", enabled=lambda c: c.annotating.can_mark,
         checked=lambda c: c.annotating.is_state(PhotoState.REJECTED)),
    Spec("import-annotations", "&Import annotations…", ANNOTATE, lambda c: c.annotating.ask_import(),
         tip="Take skeletons from a file: PATN CSV, COCO or OpenPose JSON", short="Another file",
         enabled=lambda c: c.annotating.has_photos, group=True),
    Spec("import-openpose", "Import a folder of Open&Pose files…", ANNOTATE, lambda c: c.annotating.ask_import_folder(),
         tip="Take skeletons from OpenPose JSON files, one a photo", enabled=lambda c: c.annotating.has_photos),
    Spec("export-annotations", "E&xport annotations…", ANNOTATE, lambda c: c.annotating.ask_export(),
         tip="Write the skeletons of all listed photos that are not rejected", short="Export again",
         enabled=lambda c: c.annotating.has_photos),
    Spec("stop-annotations", "&Stop importing or exporting", ANNOTATE, lambda c: c.annotating.files.stop(),
         tip="Give up what is being read or written; nothing of it is kept", short="Stop",
         enabled=lambda c: c.annotating.files.busy),
    Spec("export-photo", "Export this photo's annotations…", ANNOTATE, lambda c: c.annotating.ask_export_photo(),
         tip="Write the skeletons of the open photo", enabled=lambda c: c.photo is not None),
)
