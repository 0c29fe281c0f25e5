"""The Training menu: trainings and whose model paints."""

from __future__ import annotations

from typing import Final

from gui.action_rows.spec import TRAINING, Spec

ROWS: Final[tuple[Spec, ...]] = (
    Spec("new-training", "&New training", TRAINING, lambda c: c.new_training(), "Ctrl+T", icon="add",
         tip="Plan a training: photos, recipe, settings, and what it will take"),
    Spec("open-run", "&Open a run…", TRAINING, lambda c: c.open_run(), "Ctrl+Shift+T", icon="folder",
         tip="Open a training run's folder, wherever it was made"),
    Spec("use-model", "Paint with a model from a &file…", TRAINING, lambda c: c.arriving.ask_model(), icon="folder",
         tip="Take the weights of a generator into the program, and paint with them", group=True),
    Spec("dropped-model", "Paint with the &dropped model", TRAINING, lambda c: c.arriving.use_dropped_model(),
         tip="Take the weights that were dropped on the window into the program, and paint with them",
         enabled=lambda c: c.arriving.has_model, short="Paint with it"),
    Spec("built-in-model", "Paint with the &built-in model", TRAINING, lambda c: c.models.use_built_in(),
         tip="Go back from a model of your own to the one that came with the program",
         enabled=lambda c: bool(c.models.own)),
)
