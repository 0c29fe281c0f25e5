"""The Pose menu: the picture, the target pose and the photo's skeleton."""

from __future__ import annotations

from typing import Final

from gui.action_rows.spec import POSE, Spec

ROWS: Final[tuple[Spec, ...]] = (
    Spec("transfer", "&Transfer", POSE, lambda c: c.pictures.transfer(), "Ctrl+Return", icon="transfer",
         tip="Draw the person in the target pose",
         enabled=lambda c: not c.pictures.transferring and not c.annotating.mode),
    Spec("cancel", "&Cancel transfer", POSE, lambda c: c.pictures.cancel(), "Esc", icon="cancel",
         enabled=lambda c: c.pictures.transferring),
    Spec("live", "&Live", POSE, lambda c: c.pictures.set_live(not c.pictures.live), "Ctrl+L", icon="live",
         tip="Redraw the picture by itself while the target pose changes",
         checked=lambda c: c.pictures.live),
    Spec("fit-person", "&Fit to person", POSE, lambda c: c.editor.set_fit(not c.document.aim.fit),
         "Ctrl+Shift+F", tip="Give the target pose the place and the bone lengths of the person",
         checked=lambda c: c.document.aim.fit, group=True),
    Spec("mirror-target", "&Mirror target pose", POSE, lambda c: c.editor.mirror_target(), "Ctrl+M",
         icon="mirror", tip="Mirror the target pose: left and right change places",
         enabled=lambda c: c.has_target),
    Spec("next-doubtful", "Next d&oubtful joint", POSE, lambda c: c.next_doubtful(), "N", icon="doubtful",
         tip="Go to the next joint that may be wrong: unsure, or at the end of an odd bone",
         enabled=lambda c: c.photo_pose is not None),
    Spec("swap-sides", "S&wap left and right in the photo", POSE, lambda c: c.editor.swap_photo_sides(),
         "Ctrl+Shift+M", tip="For a person who was taken for facing the other way",
         enabled=lambda c: c.photo_pose is not None),
    Spec("draw-target", "&Draw a pose", POSE, lambda c: c.draw_target(), "Ctrl+Shift+D", icon="draw",
         tip="Draw the target pose joint by joint", group=True,
         short="Draw"),
    Spec("draw-photo", "Draw the photo's &skeleton", POSE, lambda c: c.draw_photo(), "Ctrl+Alt+D",
         icon="draw", tip="Draw the skeleton of the person in the photo joint by joint", enabled=lambda c: c.has_photo,
         short="Draw it"),
    Spec("keep-pose", "&Keep in gallery", POSE, lambda c: c.own_poses.keep(), "Ctrl+G", icon="poses",
         tip="Put the target pose among your own poses", enabled=lambda c: c.has_target),
    Spec("share-poses", "Share your &poses…", POSE, lambda c: c.own_poses.ask_share(), "Ctrl+Alt+G",
         tip="Write all poses of your own into one file, which others can drop on their window"),
)
