"""The Training menu: trainings and whose model paints."""

from __future__ import annotations

from typing import Final

from gui.action_rows.spec import TRAINING, Spec

ROWS: Final[tuple[Spec, ...]] = (
    Spec("new-training", "&New training", TRAINING, lambda c: c.new_training(), "Ctrl+T", icon="add",
         tip="Plan a training: photos, recipe, settings, and what it will take"),
    Spec("open-run", "&Open a run…", TRAINING, lambda c: c.open_run(), "Ctrl+Shift+T", icon="folder",
         tip="Open a training run's folder, wherever it was made"),
    Spec("built-in-model", "Paint with the &built-in model", TRAINING, lambda c: c.models.use_built_in(),
         tip="Go back from a model of your own to the one that came with the program",
         enabled=lambda c: bool(c.models.own), group=True),
)
