"""What a judgement is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from engine.weights.table import EMBEDDED_POSE
from training.judging.cases import Suite
from training.judging.people import Background
from training.judging.table import Table

FORMAT: Final = 1
"""Of `evaluation.json`."""


@dataclass(frozen=True)
class Options:
    """What is judged and how.

    models       names or files of weights, or folders of runs; all generators or all pose estimators
    data         a prepared data set, or a folder with photos/, masks/ and keypoints18.json
    split        which part of it
    photos       how many of its photos, evenly spread; 0 for all
    transfers    how many transfers in each of the suites poses, presets and same
    suite        one suite, or "embedded" for all
    figures      keys of the figures to take; empty for all
    rendered     a prepared data set of rendered people, judged beside the data; None for none
    out          folder for the page, the figures as JSON, sheets; None for none
    device       auto, cpu, cuda or mps
    cache        folder for framed people; None for the user's own
    estimator    name or file of the pose estimator that finds the joints again
    labels       CSV of groups known of the pictures: name,gender,...; None for none
    review       CSV of opinion scores; None for none
    background   of a prepared data set's pictures: keep, or white
    distances    whether sets of pictures are compared with the training set
    fetch        whether published networks for LPIPS, FID and IS may be fetched
    keep         whether every judged picture is written to `out` too
    """

    models: Sequence[str]
    data: Path
    split: str = "val"
    photos: int = 0
    transfers: int = 200
    suite: Suite | Literal["embedded"] = "embedded"
    figures: Sequence[str] = ()
    rendered: Path | None = None
    out: Path | None = None
    device: str = "auto"
    cache: Path | None = None
    estimator: str = EMBEDDED_POSE
    labels: Path | None = None
    review: Path | None = None
    background: Background = "keep"
    distances: bool = True
    fetch: bool = False
    keep: bool = False


@dataclass(frozen=True)
class Report:
    """What came out: plain values for JSON, and tables to print."""

    content: dict[str, Any]
    tables: list[Table]
