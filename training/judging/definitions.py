"""What each figure is called, how it is measured and which way is better: one table for JSON, text and page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from engine.text import Text


@dataclass(frozen=True)
class Figure:
    """One figure.

    key        its name in JSON
    title      as a column's head
    protocol   how it is measured, in a sentence
    better     which way is better; "one": the nearer to 1
    digits     after the point
    """

    key: str
    title: str
    protocol: str
    better: Literal["high", "low", "one"]
    digits: int = 3


FIGURES: Final[dict[str, Figure]] = {
    figure.key: figure
    for figure in (
        Figure(
            "ssim_patn",
            "SSIM (PATN's)",
            Text(
                "SSIM as PATN's own code measures it: 40 white columns added on each side, Gaussian window of sigma "
                "1.5, range = the generated picture's largest less its smallest value, mean over RGB"
            ),
            "high",
        ),
        Figure(
            "ssim_common",
            "SSIM (51)",
            Text(
                "SSIM as later papers' common table has it: uniform window of 51 pixels, values 0..1 and range 1, "
                "nothing added, mean over RGB"
            ),
            "high",
        ),
        Figure(
            "ssim_person",
            "SSIM, person",
            Text("SSIM with a Gaussian window of sigma 1.5 and range 255, averaged over the person's pixels alone"),
            "high",
        ),
        Figure("l1", "L1", Text("mean absolute difference of RGB in [-1, 1] over the whole picture"), "low", 4),
        Figure("l1_person", "L1, person", Text("the same over the person's pixels alone"), "low", 4),
        Figure(
            "lpips",
            "LPIPS (Alex)",
            Text(
                "LPIPS of torchmetrics with AlexNet and the published linear weights (version 0.1), pictures in [-1, 1]"
            ),
            "low",
        ),
        Figure(
            "pckh",
            "PCKh",
            Text(
                "share of the target pose's visible joints that the pose estimator finds again within half a head (a "
                "head is 0.13 of the body's height); a joint that it does not find is wrong"
            ),
            "high",
        ),
        Figure(
            "pckh_moved",
            "PCKh, moved",
            Text(
                "the same over the joints that had to move by more than half a head from where the condition picture "
                "has them"
            ),
            "high",
        ),
        Figure(
            "pckh_either",
            "PCKh, either side",
            Text(
                "as PCKh, but the whole person's left and right may be exchanged: tells a person seen from the wrong "
                "side from one in the wrong pose"
            ),
            "high",
        ),
        Figure("found", "found", Text("share of pictures in which the pose estimator finds a person"), "high"),
        Figure(
            "alone",
            "alone",
            Text("share of pictures in which it finds exactly one person: less means stray limbs"),
            "high",
        ),
        Figure(
            "colour_agreement",
            "colours",
            Text(
                "share of body parts (head, torso, halves of arms and legs) whose mean colour is within 10 of the "
                "condition picture's, as CIE 1976 colour difference in Lab"
            ),
            "high",
        ),
        Figure(
            "colour_difference", "colour diff.", Text("mean of that colour difference over the body parts"), "low", 1
        ),
        Figure(
            "sharpness",
            "sharpness",
            Text(
                "gradient energy (squared differences of brightness) inside the person over the real photo's; 1 is as "
                "sharp as the photo"
            ),
            "one",
        ),
        Figure(
            "features",
            "feature dist.",
            Text(
                "Frechet distance to the training set on the embedded pose estimator's features (means over the "
                "picture); our own measure, comparable with itself alone: this is not FID"
            ),
            "low",
            4,
        ),
        Figure(
            "fid",
            "FID",
            Text(
                "Frechet Inception distance to the whole training set (Inception v3 of 2015, 2048 features, "
                "torchmetrics and torch-fidelity)"
            ),
            "low",
            2,
        ),
        Figure(
            "is",
            "IS",
            Text("Inception score of torchmetrics, 10 splits, mean (Inception v3 of 2015, torch-fidelity)"),
            "high",
            2,
        ),
        Figure(
            "within_5",
            "within 5 %",
            Text("share of the joints that the labels show which are found within 5 % of the person's height"),
            "high",
        ),
        Figure("within_2_5", "within 2.5 %", Text("the same within 2.5 % of the person's height"), "high"),
        Figure(
            "every_joint", "every joint", Text("share of photos in which all labelled joints are within 5 %"), "high"
        ),
        Figure(
            "ghosts",
            "absent reported",
            Text("share of the joints which by their labels do not show that are reported all the same"),
            "low",
        ),
        Figure(
            "strays",
            "absent, elsewhere",
            Text(
                "share of the joints which by their labels do not show that are reported over 5 % of the person's "
                "height away from where even those labels have them"
            ),
            "low",
        ),
        Figure(
            "swapped",
            "sides swapped",
            Text(
                "share of the joints with a left and a right that are put within 5 % of the other side's label (labels "
                "over 10 % apart)"
            ),
            "low",
        ),
        Figure(
            "turned",
            "turned over",
            Text("share of photos in which more than half of those joints are swapped: a back taken for a front"),
            "low",
        ),
        Figure(
            "facing_right",
            "facing right",
            Text(
                "share of photos in which the joints found show the person from the side that the labels say; of "
                "rendered people the camera's: three-quarter views may count as front or side"
            ),
            "high",
        ),
        Figure(
            "people_right",
            "right number",
            Text("share of photos in which as many people are found as were put into them"),
            "high",
        ),
        Figure(
            "exchanged",
            "exchanged",
            Text(
                "share of the joints found that lie within 5 % of another person's joint of the kind, left or right, "
                "and not near their own (of people over 10 % apart there)"
            ),
            "low",
        ),
        Figure("mask_iou", "mask IoU", Text("intersection over union of the person mask, mean over photos"), "high"),
    )
}

PAIRS: Final = ("ssim_patn", "ssim_common", "ssim_person", "l1", "l1_person", "lpips", "pckh", "pckh_moved", "found",
                "sharpness")  # fmt: skip
TRANSFERS: Final = ("pckh", "pckh_moved", "pckh_either", "found", "alone", "colour_agreement", "colour_difference",
                    "sharpness")  # fmt: skip
SAME: Final = ("ssim_person", "l1_person", "sharpness")
ESTIMATORS: Final = ("within_5", "within_2_5", "every_joint", "ghosts", "strays", "swapped", "turned",
                     "facing_right", "mask_iou")  # fmt: skip
SEVERAL: Final = ("people_right", "within_5", "within_2_5", "exchanged")
"""Taken on pasted photos of several people, or of a small one."""
SETS: Final = ("features", "fid", "is")
"""Figures of a whole set of pictures: they have no interval and no groups."""

UNCHANGED: Final = "condition unchanged"
MOVED: Final = "moved, no network"
MOVED_WHITE: Final = "moved, holes left white"
REAL: Final = "real photo"
BASELINES: Final = (REAL, UNCHANGED, MOVED_WHITE, MOVED)
"""Answers that need no network, as rows beside the models."""

CHANGE: Final = (
    "size of the pose change: the mean way of the joints that both poses have, in heads; small below 0.25, medium "
    "below 0.5, large from there"
)


def worse_by(key: str, value: float, *, than: float) -> float:
    """How much worse a figure is than another, as a share of the other; negative when it is better."""
    better = FIGURES[key].better
    if better == "one":
        value, than = 1.0 + abs(value - 1.0), 1.0 + abs(than - 1.0)
        better = "low"
    if than == 0 or than != than or value != value:
        return 0.0
    share = (value - than) / abs(than)
    return share if better == "low" else -share
