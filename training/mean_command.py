"""`repose-train mean`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from engine.cli_terminal import Terminal
from engine.files import make_folder
from training.config import EstimatorConfig

if TYPE_CHECKING:
    from engine.openpose.network import PoseNetwork
    from training.averaging import Calibrate


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Enter the command into `repose-train`'s."""
    make = commands.add_parser("mean", help="average weights files of one network (a model soup)")
    make.add_argument("weights", nargs="+", metavar="WEIGHTS", help="two or more names or files of weights")
    make.add_argument("--shares", nargs="+", type=float, metavar="SHARE", help="one a file, 1 in all (all the same)")
    make.add_argument("--out", required=True, type=Path, metavar="FILE", help="write the mean here")
    make.add_argument(
        "--data", type=Path, help="pose networks: folder of annotated photos to measure the mean's confidences on"
    )
    make.set_defaults(action=_mean)


def _mean(options: argparse.Namespace) -> int:
    from engine.openpose.checkpoints import holds_pose_network
    from training.averaging import read_sources, write_mean
    from training.train_command import enter_in_box

    sources = read_sources(options.weights, shares=options.shares)
    make_folder(options.out.parent)
    write_mean(options.out, sources, calibrate=None if options.data is None else _calibration(options.data))
    enter_in_box(options.out)
    said = ", ".join(f"{source.share:.4g} of {source.file.path.name}" for source in sources)
    sys.stderr.write(f"The mean is in {options.out}: {said}.\n")
    if options.data is None and holds_pose_network(sources[0].file):
        sys.stderr.write("Its confidences are not calibrated: give annotated photos with --data to measure them.\n")
    return 0


def _calibration(folder: Path) -> Calibrate:
    """Measuring as at the end of a training, on as many photos of its split `train`."""
    import torch

    from training.annotations import read_annotations
    from training.calibration import calibrated

    photos = read_annotations(folder, split="train")
    every = max(1, len(photos) // EstimatorConfig().calibrate_photos)

    def calibrate(network: PoseNetwork) -> None:
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        with Terminal().progress() as progress:
            network.to(device).calibration = calibrated(network, photos[::every], device=device, progress=progress)
        network.cpu()

    return calibrate
