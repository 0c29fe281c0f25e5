"""The Edit menu: taking back, copying, and the state of joints."""

from __future__ import annotations

from typing import Final

from engine.skeleton import JointState
from gui.action_rows.spec import EDIT, Spec

ROWS: Final[tuple[Spec, ...]] = (
    Spec("undo", "&Undo", EDIT, lambda c: c.undo(), "Ctrl+Z", icon="undo",
         enabled=lambda c: c.stack.canUndo()),
    Spec("redo", "&Redo", EDIT, lambda c: c.redo(), "Ctrl+Shift+Z", icon="redo",
         enabled=lambda c: c.stack.canRedo()),
    Spec("copy-pose", "Copy pose", EDIT, lambda c: c.files.copy_pose(c.active_pose), "Ctrl+C",
         tip="Copy the skeleton of the pane that you are in", enabled=lambda c: c.active_pose is not None,
         group=True),
    Spec("paste-pose", "Paste as target pose", EDIT, lambda c: c.files.paste_pose(), "Ctrl+V",
         tip="Make the copied skeleton the target pose"),
    Spec("paste-into-photo", "Paste into the &photo", EDIT, lambda c: c.files.paste_into_photo(), "Ctrl+Alt+V",
         tip="Make the copied skeleton that of the person in the photo", enabled=lambda c: c.has_photo),
    Spec("visible", "Joint &visible", EDIT, lambda c: c.set_state(JointState.VISIBLE), hint="1",
         icon="visible", enabled=lambda c: c.has_selection, group=True),
    Spec("hidden", "Joint &hidden", EDIT, lambda c: c.set_state(JointState.HIDDEN), hint="2",
         icon="hidden", enabled=lambda c: c.has_selection),
    Spec("missing", "Joint &missing", EDIT, lambda c: c.set_state(JointState.MISSING), hint="3",
         icon="missing", enabled=lambda c: c.has_selection),
    Spec("reset-joint", "Reset joint", EDIT, lambda c: c.reset_joint(), "Ctrl+Backspace",
         tip="Put the selected joint back where it was detected", enabled=lambda c: c.has_photo_selection,
         group=True),
    Spec("reset-photo", "Reset to detected", EDIT, lambda c: c.editor.reset_photo_pose(),
         "Ctrl+Shift+Backspace", icon="reset", tip="Put the photo's skeletons back to what was detected",
         enabled=lambda c: c.has_detected,
         short="Reset"),
    Spec("detect", "Find the skeleton again", EDIT, lambda c: c.detect_again(), "Ctrl+Shift+E",
         icon="person", tip="Look for people in the photo once more", enabled=lambda c: c.has_photo,
         short="Try again"),
    Spec("add-person", "Add &another person", EDIT, lambda c: c.draw_person(), "Ctrl+Alt+A",
         tip="Draw the skeleton of one more person in the photo", enabled=lambda c: c.has_photo, group=True),
    Spec("remove-person", "Re&move this person", EDIT, lambda c: c.editor.remove_person(), "Ctrl+Alt+Backspace",
         tip="Take the main person's skeleton out of the photo", enabled=lambda c: c.photo_pose is not None),
    Spec("preferences", "&Preferences…", EDIT, lambda c: c.show_preferences(), "Ctrl+,", icon="settings",
         tip="Language, colours, device, and where models lie", group=True),
    Spec("edit-shortcuts", "&Keyboard shortcuts…", EDIT, lambda c: c.edit_shortcuts(), "Ctrl+Alt+K", icon="keyboard",
         tip="Choose the keys of every action"),
)
