"""`repose-train estimator` and `repose-train generator`: JSON lines on standard output, words on standard error."""

from __future__ import annotations

import argparse
import inspect
import json
import sys
import time
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import ReposeError, UsageError
from engine.files import make_folder, write_bytes
from training import config as configuration
from training.config import EstimatorConfig, GeneratorConfig
from training.events import Event
from training.presets import PRESETS, preset_config

if TYPE_CHECKING:
    import torch

    from training.distributed import Team
    from training.task import Task

Configuration = EstimatorConfig | GeneratorConfig

_AGAIN = ("resume", "export_only", "evaluate_only")
"""Options that take up a run which is there already."""


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Enter the trainings into `repose-train`'s commands."""
    for name, what in (("estimator", "the pose estimator and person mask"), ("generator", "the PATN generator")):
        command = commands.add_parser(
            name,
            help=f"train {what}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            epilog=_settings(EstimatorConfig if name == "estimator" else GeneratorConfig),
        )
        data = "folder with photos/, masks/ and keypoints18.json"
        if name == "generator":
            data = f"prepared data set, or {data}"
            command.add_argument("--preset", metavar="NAME", help=f"start from one of {', '.join(PRESETS)}")
        command.add_argument("--data", help=data)
        command.add_argument("--run", type=Path, help="folder of the run")
        command.add_argument("--config", type=Path, help="configuration file (JSON), over the preset")
        command.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="one setting, over both")
        command.add_argument("--resume", action="store_true", help="go on from the run's last checkpoint")
        command.add_argument("--listen", action="store_true", help='stop at "stop" or the end of standard input')
        command.add_argument(
            "--minutes", type=float, default=0.0, help="stop at a whole step after so long; 0 for never"
        )
        command.add_argument("--threads", type=int, default=0, help="processor threads; 0 for all")
        command.add_argument("--export", type=Path, metavar="FILE", help="write the weights here at the end")
        command.add_argument("--export-only", action="store_true", help="train nothing, export a checkpoint")
        command.add_argument("--evaluate-only", action="store_true", help="train nothing, judge a checkpoint")
        command.add_argument("--checkpoint", choices=("last", "best"), default="last", help="which one (last)")
        command.add_argument("--dry-run", action="store_true", help="say what would be done and what it costs, as JSON")
        command.add_argument("--no-measure", action="store_true", help="with --dry-run: count, but try no steps")
        command.set_defaults(action=_train, task=name)


def _settings(kind: type) -> str:
    """Every setting with what it means, as the configuration documents it."""
    parts = [
        inspect.getdoc(kind) or "",
        "With `loop.` before the name:",
        inspect.getdoc(configuration.LoopConfig) or "",
    ]
    return "settings, for --set and configuration files:\n\n" + "\n\n".join(parts)


def _train(options: argparse.Namespace) -> int:
    began = time.time()
    config = _resolved(options)
    if options.dry_run:
        return _dry_run(options, config)
    if not config.data and not options.export_only:
        raise UsageError("No training data is named", hint="Give a folder with --data.")
    if options.run is None:
        raise UsageError("No folder is named for the run", hint="Give one with --run.")
    if not _taken_up(options) and (options.run / "checkpoints" / "last.pt").exists():
        raise UsageError(
            "This run has a checkpoint already, which a new training would overwrite",
            where=str(options.run),
            hint="Go on with it by --resume, or name another folder.",
        )
    from training.distributed import team_of_environment

    device, bf16 = _machine(options, config)
    _require_data(config, options)
    with team_of_environment(cuda=device.type == "cuda") as team:
        if options.export_only or options.evaluate_only:
            return _look_at(options, config, device, bf16)
        return _run(options, config, device, bf16, team, began)


def _run(
    options: argparse.Namespace, config: Configuration, device: torch.device, bf16: bool, team: Team, began: float
) -> int:
    from training import loop
    from training.run_process import claimed, stop_wish
    from training.told import teller

    say = teller(options.run)
    reached = 0

    def tell(event: Event) -> None:
        nonlocal reached
        reached = event.step
        say(event)

    with claimed(options.run) if team.leads else nullcontext():
        wish = stop_wish(options.run, listen=options.listen and team.leads, since=began, minutes=options.minutes)
        try:
            task = _task(options, config, device, bf16, team=team)
            if team.leads:
                write_bytes(options.run / "config.json", (configuration.to_json(config) + "\n").encode())
            finished = loop.run(
                task,
                config.loop,
                folder=options.run,
                resume=options.resume,
                emit=tell,
                should_stop=wish,
                team=team,
            )
        except Exception as problem:
            if team.leads:
                words = str(problem) if isinstance(problem, ReposeError) else f"{type(problem).__name__}: {problem}"
                say(Event("failed", reached, config.loop.steps, message=words))
            raise
        if finished and options.export is not None and team.leads:
            _export(task, options.export)
    return 0


def _look_at(options: argparse.Namespace, config: Configuration, device: torch.device, bf16: bool) -> int:
    """Judge a checkpoint, or export it, which needs no data."""
    from training import loop
    from training.told import teller

    task = _task(options, config, device, bf16, with_data=not options.export_only)
    step = loop.restore(task, options.run / "checkpoints" / f"{options.checkpoint}.pt")
    if options.evaluate_only:
        teller(options.run)(Event("evaluated", step, config.loop.steps, task.evaluate()))
    if options.export is not None:
        _export(task, options.export)
    return 0


def _export(task: Task, path: Path) -> None:
    make_folder(path.parent)
    task.export(path)
    enter_in_box(path)
    sys.stderr.write(f"The weights are in {path}.\n")


def enter_in_box(path: Path) -> None:
    """Weights that were written into the box are entered in its index; others are left alone."""
    from engine.weights.recognise import row_of_file
    from engine.weights.table import INDEX_FILE, put_in_index
    from resources.paths import WEIGHTS, bundled

    if path.resolve().parent == bundled(WEIGHTS).resolve():
        put_in_index(path.parent / INDEX_FILE, row_of_file(path, name=path.stem))


def _dry_run(options: argparse.Namespace, config: Configuration) -> int:
    from training.cost import cost_of

    device, bf16 = _machine(options, config)
    cost = cost_of(config, device=device, bf16=bf16, measure=not options.no_measure)
    told = {"config": {"format": configuration.FORMAT_VERSION, **asdict(config)}, "cost": cost.to_json()}
    sys.stdout.write(json.dumps(told, indent=2) + "\n")
    return 0


def _taken_up(options: argparse.Namespace) -> bool:
    return any(getattr(options, name) for name in _AGAIN)


def _resolved(options: argparse.Namespace) -> Configuration:
    """Preset, then file, then settings; a run that is taken up brings its own in the preset's place."""
    preset = getattr(options, "preset", None)
    again = _taken_up(options)
    if again and preset:
        raise UsageError("A run that is taken up has its settings already", hint="Leave --preset away.")
    if again and options.run is None:
        raise UsageError("No run is named to take up", hint="Give its folder with --run.")
    kind: type[Configuration] = EstimatorConfig if options.task == "estimator" else GeneratorConfig
    config: Configuration = preset_config(preset) if preset else kind()
    if again and not options.config:
        config = configuration.read(kind, options.run / "config.json", base=config)
    if options.config:
        config = configuration.read(kind, options.config, base=config)
    settings = list(options.set)
    if options.data is not None:
        settings.insert(0, f"data={json.dumps(options.data)}")
    return configuration.resolved(configuration.with_settings(config, settings))


def _machine(options: argparse.Namespace, config: Configuration) -> tuple[torch.device, bool]:
    import torch

    from training.hardware import training_device

    if options.threads:
        torch.set_num_threads(options.threads)
    return training_device(config.loop.device, precision=config.loop.precision)


def _require_data(config: Configuration, options: argparse.Namespace) -> None:
    """A quick look before anything is written: is there data at all? UsageError says what is missing."""
    from training.annotations import read_annotations
    from training.prepared import PreparedDataset, is_prepared

    if options.export_only:
        return
    data = Path(config.data)
    if isinstance(config, GeneratorConfig) and (is_prepared(data) or (data / "items.jsonl").exists()):
        PreparedDataset.open(data)
    else:
        read_annotations(data, split="train")


def _task(
    options: argparse.Namespace,
    config: Configuration,
    device: torch.device,
    bf16: bool,
    *,
    team: Team | None = None,
    with_data: bool = True,
) -> Task:
    from training.distributed import ALONE
    from training.estimator_task import EstimatorTask
    from training.generator_task import GeneratorTask

    if isinstance(config, EstimatorConfig):
        return EstimatorTask(config, device=device, bf16=bf16, team=team or ALONE)
    cache = Path(config.cache) if config.cache else options.run / "people"
    return GeneratorTask(config, device=device, bf16=bf16, cache=cache, team=team or ALONE, with_data=with_data)
