"""The File menu: photos, poses and pictures in and out."""

from __future__ import annotations

from typing import Final

from gui.action_rows.spec import FILE, Spec

ROWS: Final[tuple[Spec, ...]] = (
    Spec("open", "&Open photo…", FILE, lambda c: c.files.ask_photos(), "Ctrl+O", icon="open-photo",
         tip="Open one or more photos"),
    Spec("pose-from-photo", "Pose from a p&hoto…", FILE, lambda c: c.files.ask_pose_photo(), "Ctrl+Shift+O",
         icon="pose-from-photo", tip="Take the target pose from a person in another photo",
         short="Another photo"),
    Spec("open-pose", "Open a pose &file…", FILE, lambda c: c.files.ask_pose_file(), "Ctrl+Alt+O",
         icon="pose-file", tip="Read the target pose from an OpenPose JSON file",
         short="Another file"),
    Spec("save", "&Save picture…", FILE, lambda c: c.files.ask_save_picture(), "Ctrl+S", icon="save",
         tip="Save the picture, with how it was made", enabled=lambda c: c.has_result, group=True,
         short="Save again"),
    Spec("copy-picture", "&Copy picture", FILE, lambda c: c.files.copy_picture(), "Ctrl+Shift+C", icon="copy",
         tip="Copy the picture to the clipboard", enabled=lambda c: c.has_result),
    Spec("save-pose", "Save &target pose…", FILE, lambda c: c.files.ask_save_pose(), "Ctrl+Shift+S",
         tip="Save the target pose as an OpenPose JSON file", enabled=lambda c: c.has_target,
         short="Save again"),
    Spec("close-photo", "Close photo", FILE, lambda c: c.close_photo(), "Ctrl+W",
         tip="Take the photo out of the filmstrip; its file stays", enabled=lambda c: c.photo is not None),
    Spec("new-project", "&New project…", FILE, lambda c: c.projects.ask_new(), "Ctrl+N", group=True,
         tip="Begin an empty project in a file of its own", short="New project"),
    Spec("open-project", "Open pro&ject…", FILE, lambda c: c.projects.ask_open(), "Ctrl+Alt+P",
         tip="Open another project; this one is saved already", short="Open a project"),
    Spec("save-project-as", "Save pro&ject as…", FILE, lambda c: c.projects.ask_save_as(), "Ctrl+Alt+S",
         tip="Write the whole project with its pictures under another name, and go on there", short="Save a copy"),
    Spec("find-photos", "&Find missing photos…", FILE, lambda c: c.projects.missing.ask(),
         tip="Search a folder for photos of the project that are not where they were",
         enabled=lambda c: c.projects.missing.count > 0, short="Find them"),
    Spec("read-project", "Open the locked project for &reading", FILE, lambda c: c.projects.read_locked(),
         tip="See a project that is open elsewhere, without changing it", enabled=lambda c: c.projects.locked,
         short="Read only"),
    Spec("rescue-project", "R&escue the damaged project", FILE, lambda c: c.projects.rescue_damaged(),
         tip="Bring what can be read of it into a new project; the damaged file stays as it is",
         enabled=lambda c: c.projects.damaged, short="Rescue"),
    Spec("quit", "&Quit", FILE, lambda c: c.quit(), "Ctrl+Q", group=True),
)
