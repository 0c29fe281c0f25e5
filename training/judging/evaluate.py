"""Judging weights on photos that took no part in their training: the figures of the model cards."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.files import make_folder, write_bytes
from engine.openpose.checkpoints import holds_pose_network, pose_network_from
from engine.patn.checkpoints import LoadedGenerator, generator_from
from engine.patn.generator import Generator
from engine.runtime import choose_device
from engine.weights.store import WeightsStore
from engine.weights.tensors import WeightsFile, read_weights_file
from training.annotations import read_annotations

Say = Callable[[str], object]


def evaluate(
    weights: str, data: Path, *, split: str, photos: int, out: Path | None, device: str, say: Say
) -> dict[str, Any]:
    """Judge one weights file, by name or path, on `split` of the folder `data`; answers and says its figures.

    `photos` limits how many are used, 0 means all. With `out`, a contact sheet and `NAME.json` are written there.
    Raises WeightsError, UsageError, DeviceError.
    """
    found = WeightsStore().find(weights)
    file = read_weights_file(found.path, sha256=found.sha256)
    stem = Path(weights).stem
    if holds_pose_network(file):
        figures = _judge_estimator(file, data, split=split, photos=photos, device=device, out=out, stem=stem)
    else:
        figures = _judge_generator(file, data, split=split, photos=photos, device=device, out=out, stem=stem)
    row = {"weights": weights, "sha256": file.sha256, "split": split, "figures": figures}
    say(json.dumps(row, indent=2) + "\n")
    if out is not None:
        write_bytes(out / f"{stem}.json", (json.dumps(row, indent=2) + "\n").encode())
    return figures


def _judge_estimator(
    file: WeightsFile, data: Path, *, split: str, photos: int, device: str, out: Path | None, stem: str
) -> dict[str, Any]:
    from training.estimator_figures import by_joint, judge, summary, write_sheet

    network = pose_network_from(file).network
    annotations = read_annotations(data, split=split)
    annotations = annotations[: photos or len(annotations)]
    target = choose_device(device)
    whole = judge(network, annotations, device=target)
    upper = judge(network, annotations, device=target, upper_body=True)
    if out is not None:
        make_folder(out)
        write_sheet(network, annotations[:24], path=out / f"{stem}.png", device=target)
    joints = {name: {"labels": n, "within 5 %": a, "within 2.5 %": b} for name, (n, a, b) in by_joint(whole).items()}
    return {"photos": len(annotations), "whole": summary(whole), "upper body": summary(upper), "by joint": joints}


def _judge_generator(
    file: WeightsFile, data: Path, *, split: str, photos: int, device: str, out: Path | None, stem: str
) -> dict[str, Any]:
    from training.datasets import PhotoSet
    from training.generator_figures import Painter, figures, write_sheet
    from training.pairs import Change

    loaded: LoadedGenerator = generator_from(file)
    generator: Generator = loaded.generator
    target = choose_device(device)
    painter = Painter(generator.to(target), size=loaded.header.size, radius=loaded.header.pose_radius, device=target)
    with tempfile.TemporaryDirectory(prefix="repose-people-") as cache:
        people = PhotoSet(data, split=split, cache=Path(cache))
        if out is not None:
            make_folder(out)
            write_sheet(painter, people, path=out / f"{stem}.png")
        return dict(figures(painter, people, count=photos or len(people), change=Change()))
