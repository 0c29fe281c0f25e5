"""The View menu: what is seen, how large, and where the keyboard is."""

from __future__ import annotations

from typing import Final

from gui.action_rows.spec import VIEW, Spec

ROWS: Final[tuple[Spec, ...]] = (
    Spec("fit-view", "&Fit picture to pane", VIEW, lambda c: c.active_view.fit(), "Ctrl+0", icon="fit"),
    Spec("zoom-in", "Zoom &in", VIEW, lambda c: c.active_view.zoom_by(1.25), "Ctrl++", icon="zoom-in"),
    Spec("zoom-out", "Zoom &out", VIEW, lambda c: c.active_view.zoom_by(0.8), "Ctrl+-", icon="zoom-out"),
    Spec("go-photo", "Go to the photo", VIEW, lambda c: c.go_to("photo"), "Ctrl+1", group=True),
    Spec("go-target", "Go to the target pose", VIEW, lambda c: c.go_to("target"), "Ctrl+2"),
    Spec("go-picture", "Go to the picture", VIEW, lambda c: c.go_to("picture"), "Ctrl+3"),
    Spec("show-poses", "Show poses", VIEW, lambda c: c.go_to("poses"), "Ctrl+4", icon="poses",
         short="Poses"),
    Spec("show-joints", "Show joints", VIEW, lambda c: c.go_to("joints"), "Ctrl+5", icon="joints"),
    Spec("show-training", "Show training", VIEW, lambda c: c.go_to("training"), "Ctrl+6", icon="training"),
    Spec("find-pose", "Search poses", VIEW, lambda c: c.go_to("search"), "Ctrl+F", icon="search"),
    Spec("filmstrip", "Filmstrip", VIEW, lambda c: c.toggle_filmstrip(), "F8",
         checked=lambda c: c.filmstrip_shown, group=True),
    Spec("dock", "Poses and joints", VIEW, lambda c: c.toggle_dock(), "F9",
         checked=lambda c: c.dock_shown),
    Spec("training-room", "Training in the whole window", VIEW, lambda c: c.toggle_training_room(), "Shift+F9",
         tip="Give the Training tab the whole window, or see it beside the panes",
         checked=lambda c: c.training_whole),
    Spec("theme-system", "Colours of the system", VIEW, lambda c: c.choose_theme("system"),
         checked=lambda c: c.theme.choice == "system", group=True),
    Spec("theme-light", "Light", VIEW, lambda c: c.choose_theme("light"),
         checked=lambda c: c.theme.choice == "light"),
    Spec("theme-dark", "Dark", VIEW, lambda c: c.choose_theme("dark"),
         checked=lambda c: c.theme.choice == "dark"),
    Spec("full-screen", "Full screen", VIEW, lambda c: c.toggle_full_screen(), "F11",
         checked=lambda c: c.full_screen, group=True),
)
