"""The Picture menu: how a picture is compared with its photo, and what is made of pictures."""

from __future__ import annotations

from typing import Final

from gui.action_rows.spec import PICTURE, Spec
from gui.canvas.comparison import Comparison

ROWS: Final[tuple[Spec, ...]] = (
    Spec("compare-alone", "Picture &alone", PICTURE, lambda c: c.tools.compare(Comparison.ALONE), "Alt+1",
         icon="compare-alone", tip="Show the picture and nothing else",
         checked=lambda c: c.tools.comparison is Comparison.ALONE),
    Spec("compare-side", "Photo and picture side &by side", PICTURE, lambda c: c.tools.compare(Comparison.SIDE),
         "Alt+2", icon="compare-side", tip="Show the photo beside the picture; both zoom and move together",
         checked=lambda c: c.tools.comparison is Comparison.SIDE),
    Spec("compare-slider", "S&lider between photo and picture", PICTURE,
         lambda c: c.tools.compare(Comparison.SLIDER), "Alt+3", icon="compare-slider",
         tip="The photo left of a divider, the picture right of it; drag it, or use the arrow keys",
         checked=lambda c: c.tools.comparison is Comparison.SLIDER),
    Spec("compare-blink", "Photo and picture in &turn", PICTURE, lambda c: c.tools.compare(Comparison.BLINK),
         "Alt+4", icon="compare-blink", tip="Photo and picture change places by themselves; Space changes them by hand",
         checked=lambda c: c.tools.comparison is Comparison.BLINK),
    Spec("blink-run", "Change &by itself", PICTURE, lambda c: c.tools.toggle_blinking(), "Alt+5", icon="play",
         tip="Let photo and picture change places by themselves, or only with Space",
         enabled=lambda c: c.tools.comparison is Comparison.BLINK, checked=lambda c: c.tools.blinking),
    Spec("overlay", "&Skeleton over the picture", PICTURE, lambda c: c.tools.toggle_overlay(), "Ctrl+K",
         icon="overlay", tip="Show the target skeleton over the picture", checked=lambda c: c.tools.overlaid),
    Spec("inside", "Look &inside", PICTURE, lambda c: c.tools.toggle_inside(), "Ctrl+I", icon="inside",
         tip="Show where each step of the generator changed the picture (its attention masks)",
         checked=lambda c: c.tools.looking_inside),
    Spec("sequence", "Se&quence between poses…", PICTURE, lambda c: c.tools.show_sequence(), "Ctrl+Shift+Q",
         icon="sequence", tip="The person on the way from pose to pose: GIF, video or numbered PNG pictures",
         enabled=lambda c: c.tools.has_framed, group=True),
    Spec("batch", "&Many photos in many poses…", PICTURE, lambda c: c.tools.show_batch(), "Ctrl+Shift+B",
         icon="batch", tip="A batch: chosen photos in chosen poses, with pause, going on after a restart, and a sheet"),
    Spec("sheet", "&Contact sheet…", PICTURE, lambda c: c.tools.show_sheet(), "Ctrl+Shift+K", icon="sheet",
         tip="Chosen pictures with their names on one sheet"),
)
