"""`repose-train bench`: pictures a second, the published loop's way beside ours."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from engine.files import write_bytes
from training.config import resolved, with_settings
from training.presets import preset_config


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Enter the command into `repose-train`'s."""
    command = commands.add_parser("bench", help="time a training step, the published way beside ours")
    command.add_argument("--preset", default="published-fashion", help="what to time (published-fashion)")
    command.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="one setting")
    command.add_argument("--full", action="store_true", help="full size on a CPU too, which takes minutes a step")
    command.add_argument("--steps", type=int, default=8, help="steps to time of each (8)")
    command.add_argument("--workers", type=int, default=-1, help="worker processes of ours; one a core, four at most")
    command.add_argument("--threads", type=int, default=0, help="processor threads; 0 for all")
    command.add_argument("--json", type=Path, metavar="FILE", help="write the figures here as well")
    command.set_defaults(action=_bench)


def _bench(options: argparse.Namespace) -> int:
    import torch

    from engine.runtime import describe
    from training.hardware import training_device
    from training.loop_bench import bench, smaller_for_a_cpu

    if options.threads:
        torch.set_num_threads(options.threads)
    config = preset_config(options.preset)
    device, bf16 = training_device(config.loop.device, precision=config.loop.precision)
    if device.type == "cpu" and not options.full:
        config = smaller_for_a_cpu(config)
    config = resolved(with_settings(config, options.set))
    device, bf16 = training_device(config.loop.device, precision=config.loop.precision)
    workers = options.workers if options.workers >= 0 else min(4, (os.cpu_count() or 2) - 1)
    with tempfile.TemporaryDirectory(prefix="repose-bench-") as folder:
        rows = bench(
            config, device=device, bf16=bf16, folder=Path(folder), steps=max(1, options.steps), workers=workers
        )  # fmt: skip
    size = f"{config.height} x {config.width}, ngf {config.ngf}, ndf {config.ndf}, batch {config.loop.batch}"
    precision = "bf16" if bf16 else "float32"
    lines = [f"{options.preset}: {size}; {describe(device)}, ours in {precision} with {workers} workers"]
    lines += [f"{'':18}{'pictures/s':>12}{'s a step':>12}{'s loading':>12}"]
    lines += [f"{row.way:18}{row.pictures:12.2f}{row.step:12.4f}{row.loading:12.4f}" for row in rows]
    lines += [f"ours is {rows[-1].pictures / rows[0].pictures:.2f} times as fast"]
    sys.stdout.write("\n".join(lines) + "\n")
    if options.json is not None:
        told = {"preset": options.preset, "device": describe(device), "precision": precision, "workers": workers}
        told |= {"size": [config.height, config.width], "ngf": config.ngf, "batch": config.loop.batch}
        told["ways"] = [asdict(row) for row in rows]
        write_bytes(options.json, (json.dumps(told, indent=2) + "\n").encode())
    return 0
