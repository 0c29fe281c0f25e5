"""`repose-train`: preparing data, training, judging, from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from engine.cli_terminal import CANCELLED
from engine.errors import ReposeError
from training import bench_command, mean_command, pack_command, train_command
from training.judging import command as evaluate_command
from training.prepare import command as prepare_command
from training.synthetic import command as synthesize_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `repose-train`; answers the exit code.

    0 done or stopped when asked, 2 for what a person can mend, 130 for what Ctrl+C ended with nothing to go on from.
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.action(options))
    except (ReposeError, ValueError, OSError) as problem:
        sys.stderr.write(f"repose-train: {problem}\n")
        return 2
    except KeyboardInterrupt:  # of commands that do not listen for it themselves
        sys.stderr.write("repose-train: Cancelled.\n")
        return CANCELLED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="repose-train", description="Train Repose Studio's networks.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    prepare_command.add_command(commands)
    train_command.add_commands(commands)
    evaluate_command.add_command(commands)
    bench_command.add_command(commands)
    synthesize_command.add_command(commands)
    pack_command.add_command(commands)
    mean_command.add_command(commands)
    return parser
