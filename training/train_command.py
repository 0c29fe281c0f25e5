"""`repose-train estimator` and `repose-train generator`: JSON lines on standard output, words on standard error."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from engine.errors import ReposeError, UsageError
from engine.files import make_folder, write_bytes
from training import config as configuration
from training.config import EstimatorConfig, GeneratorConfig
from training.events import Event

if TYPE_CHECKING:
    from training.loop import Task

Stop = Callable[[], bool]
Configuration = EstimatorConfig | GeneratorConfig


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Enter the trainings into `repose-train`'s commands."""
    for name, what in (("estimator", "the pose estimator and person mask"), ("generator", "the PATN generator")):
        command = commands.add_parser(name, help=f"train {what}")
        command.add_argument("--data", help="folder with photos/, masks/ and keypoints18.json")
        command.add_argument("--run", required=True, type=Path, help="folder of the run")
        command.add_argument("--config", type=Path, help="configuration file (JSON)")
        command.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="one setting")
        command.add_argument("--resume", action="store_true", help="go on from the run's last checkpoint")
        command.add_argument("--listen", action="store_true", help='stop at "stop" or the end of standard input')
        command.add_argument("--threads", type=int, default=0, help="processor threads; 0 for all")
        command.add_argument("--export", type=Path, metavar="FILE", help="write the weights here at the end")
        command.add_argument("--export-only", action="store_true", help="train nothing, export the last checkpoint")
        command.add_argument("--evaluate-only", action="store_true", help="train nothing, judge the last checkpoint")
        command.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
        command.set_defaults(action=_train, task=name)


def _train(options: argparse.Namespace) -> int:
    config = _resolved(options)
    text = configuration.to_json(config)
    if options.dry_run:
        sys.stdout.write(text + "\n")
        return 0
    begins = not (options.resume or options.export_only or options.evaluate_only)
    if begins and (options.run / "checkpoints" / "last.pt").exists():
        raise UsageError(
            "This run has a checkpoint already, which a new training would overwrite",
            where=str(options.run),
            hint="Go on with it by --resume, or name another folder.",
        )
    from training import loop

    task = _task(options, config)
    emit = _emitter(options.run / "events.jsonl")
    if options.export_only or options.evaluate_only:
        step = loop.restore(task, options.run / "checkpoints" / "last.pt")
        if options.evaluate_only:
            emit(Event("evaluated", step, config.loop.steps, task.evaluate()))
        if options.export is not None:
            _export(task, options.export)
        return 0
    make_folder(options.run)
    write_bytes(options.run / "config.json", (text + "\n").encode())
    reached = 0

    def tell(event: Event) -> None:
        nonlocal reached
        reached = event.step
        emit(event)

    try:
        finished = loop.run(
            task,
            config.loop,
            folder=options.run,
            resume=options.resume,
            emit=tell,
            should_stop=_stop_wish(listen=options.listen),
        )
    except ReposeError as problem:
        emit(Event("failed", reached, config.loop.steps, message=str(problem)))
        raise
    if finished and options.export is not None:
        _export(task, options.export)
    return 0


def _export(task: Task, path: Path) -> None:
    """Write the weights; those that go into the box are entered in its index as well."""
    from engine.weights.recognise import row_of_file
    from engine.weights.table import INDEX_FILE, put_in_index
    from resources.paths import WEIGHTS, bundled

    path.parent.mkdir(parents=True, exist_ok=True)
    task.export(path)
    if path.resolve().parent == bundled(WEIGHTS).resolve():
        put_in_index(path.parent / INDEX_FILE, row_of_file(path, name=path.stem))
    sys.stderr.write(f"The weights are in {path}.\n")


def _resolved(options: argparse.Namespace) -> Configuration:
    kind: type[Configuration] = EstimatorConfig if options.task == "estimator" else GeneratorConfig
    kept = options.run / "config.json"
    source = options.config or (kept if (options.resume or options.export_only or options.evaluate_only) else None)
    config: Configuration = configuration.read(kind, source) if source is not None else kind()
    settings = list(options.set)
    if options.data is not None:
        settings.insert(0, f"data={options.data}")
    config = configuration.with_settings(config, settings)
    if not config.data:
        raise UsageError("No training data is named", hint="Give a folder with --data.")
    return config


def _task(options: argparse.Namespace, config: Configuration) -> Task:
    import torch

    from training.estimator_task import EstimatorTask
    from training.generator_task import GeneratorTask
    from training.hardware import training_device

    if options.threads:
        torch.set_num_threads(options.threads)
    device, bf16 = training_device(config.loop.device, precision=config.loop.precision)
    if isinstance(config, EstimatorConfig):
        return EstimatorTask(config, device=device, bf16=bf16)
    cache = Path(config.cache) if config.cache else options.run / "people"
    return GeneratorTask(config, device=device, bf16=bf16, cache=cache)


def _emitter(path: Path) -> Callable[[Event], None]:
    """Tells events to the run's file, and to standard output as long as somebody reads it."""

    def emit(event: Event) -> None:
        line = event.to_line() + "\n"
        make_folder(path.parent)
        with path.open("ab+") as file:
            if file.tell() and _last_byte(file) != b"\n":
                # A line that a power cut left unfinished stays a line of its own.
                file.write(b"\n")
            file.write(line.encode())
        try:
            sys.stdout.write(line)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever listened has gone; the training goes on, and its file tells the rest.
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115

    return emit


def _last_byte(file: BinaryIO) -> bytes:
    file.seek(-1, os.SEEK_END)
    return file.read(1)


def _stop_wish(*, listen: bool) -> Stop:
    asked = threading.Event()

    def interrupted(number: int, frame: object) -> None:
        asked.set()

    signal.signal(signal.SIGINT, interrupted)
    signal.signal(signal.SIGTERM, interrupted)
    if listen:

        def read() -> None:
            for line in sys.stdin:
                if line.strip() == "stop":
                    break
            asked.set()

        threading.Thread(target=read, name="stop wish", daemon=True).start()
    return asked.is_set
