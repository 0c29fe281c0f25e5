"""The Review menu: pictures judged card by card, and what came of it."""

from __future__ import annotations

from typing import Final

from gui.action_rows.spec import REVIEW, Spec

ROWS: Final[tuple[Spec, ...]] = (
    Spec("show-review", "Show &review", REVIEW, lambda c: c.go_to("review"), "Ctrl+7", icon="review",
         tip="Who judges which pictures, and how far they are"),
    Spec("begin-review", "&Judge pictures", REVIEW, lambda c: c.reviewing.begin_or_ask(), "F6", icon="play",
         tip="Put the cards over the whole screen: 1 to 5, Y, X, N, Z, Esc"),
    Spec("review-folder", "Judge the pictures of a &folder…", REVIEW, lambda c: c.reviewing.ask_folder(), icon="folder",
         tip="A folder that has one folder of pictures a model", group=True),
    Spec("review-results", "&Results…", REVIEW, lambda c: c.reviewing.show_results(), "Ctrl+Alt+R", icon="evaluate",
         tip="Mean opinion scores with their intervals, the raters' agreement, SSIM and FID", group=True),
    Spec("merge-reviews", "&Merge reviews…", REVIEW, lambda c: c.reviewing.ask_merge(),
         tip="Take in the review files of other people"),
    Spec("export-review", "&Export the review…", REVIEW, lambda c: c.reviewing.ask_export_review(),
         tip="A file that others can merge with theirs"),
    Spec("print-review", "&Page to print…", REVIEW, lambda c: c.reviewing.ask_export_page(),
         tip="The results as a page, as HTML"),
)
