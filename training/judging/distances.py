"""How far a suite's pictures lie from the whole training set: our own feature distance, FID and IS."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from engine.framing import Framing
from engine.progress import Progress, no_progress
from engine.text import Text
from training.judging.features import (
    FEWEST,
    FeatureSums,
    InceptionFeatures,
    PoseFeatures,
    batches,
    frechet_distance,
    inception_score,
)
from training.judging.judge import Instruments, Judged
from training.judging.people import AnyPeople


def distances_of(judged: Judged, real: dict[str, FeatureSums]) -> dict[str, dict[str, Any]]:
    """By answer: `features`, `fid` and `is`, as far as their networks were there, and the number of pictures.

    `real` holds the training set's sums by the features' name ("features", "fid").
    """
    found: dict[str, dict[str, Any]] = {}
    for label, sums in judged.sets.items():
        row: dict[str, Any] = {}
        for key, own in (("features", sums.own), ("fid", sums.inception)):
            if own is not None and own.count >= FEWEST and key in real:
                row[key] = frechet_distance(own, real[key])
                row["pictures"] = own.count
        if sums.logits:
            row["is"] = inception_score(torch.cat(sums.logits))
            row["pictures"] = len(sums.logits)
        if row:
            found[label] = row
    return found


def size_of(judged: Judged) -> tuple[int, int] | None:
    """Height and width of a suite's pictures; None when no features were taken of them."""
    return next((sums.size for sums in judged.sets.values() if sums.own or sums.inception), None)


def training_sums(
    people: AnyPeople,
    instruments: Instruments,
    *,
    size: tuple[int, int],
    cache: Path,
    progress: Progress = no_progress,
) -> dict[str, FeatureSums]:
    """The training set's sums by name, at `size`; kept in `cache`, so that a set is gone through once."""
    sums: dict[str, FeatureSums] = {}
    missing: list[tuple[PoseFeatures | InceptionFeatures, Path]] = []
    for features in (instruments.features, instruments.inception):
        if features is None:
            continue
        path = cache / f"{features.name}-{people.split}-{people.fingerprint}-{size[0]}x{size[1]}.npz"
        kept = FeatureSums.load(path)
        if kept is not None and kept.count == len(people):
            sums[features.key] = kept
        else:
            missing.append((features, path))
            sums[features.key] = FeatureSums(features.width)
    if not missing:
        return sums
    done = 0
    for batch in batches(_framed(people, index, size) for index in range(len(people))):
        for features, _ in missing:
            sums[features.key].add(features(batch))
        done += len(batch)
        progress(done, len(people), Text("Looking at the training set"))
    for features, path in missing:
        sums[features.key].save(path)
    return sums


def _framed(people: AnyPeople, index: int, size: tuple[int, int]) -> Any:
    subject = people[index]
    shape = (subject.picture.shape[0], subject.picture.shape[1])
    return subject.picture if shape == size else Framing.whole(shape, size=size).frame(subject.picture)
