"""A network that a file is about to fill is not drawn at random first: that cost more than everything else."""

from __future__ import annotations

import subprocess
import sys

import torch

from engine.openpose.network import COMPACT, PoseNetwork

SCRIPT = """
import sys
from engine.loading import load_estimator
load_estimator("repose-pose", device="cpu")
print("torch._dynamo" in sys.modules)
"""


def test_without_storage_nothing_is_drawn() -> None:
    with torch.device("meta"):
        network = PoseNetwork(COMPACT)
    assert all(parameter.is_meta for parameter in network.parameters())
    drawn = PoseNetwork(COMPACT).get_submodule("trunk.out").weight
    assert isinstance(drawn, torch.Tensor) and float(drawn.detach().std()) > 0


def test_reading_weights_does_not_load_the_compiler() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
