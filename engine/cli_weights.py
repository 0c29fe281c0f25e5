"""`repose weights`: what weights there are, and bringing, taking in and verifying them."""

from __future__ import annotations

from engine.cli_terminal import INPUT, Terminal
from engine.weights.store import StoredWeights, WeightsStore

_PLACES = {"box": "in the box", "folder": "here", "elsewhere": "here", "absent": "not here"}


def run_weights(job: str, terminal: Terminal, *, what: str) -> int:
    """Run `repose weights JOB`; see `repose weights --help`. Answers the exit code."""
    store = WeightsStore()
    if job == "list":
        return _list(store, terminal)
    if job == "verify":
        return _verify(store, terminal)
    with terminal.progress() as progress:
        if job == "fetch":
            found = store.fetch(what, progress=progress, cancel=terminal.cancel)
        else:
            found = store.import_file(what, progress=progress, cancel=terminal.cancel)
    terminal.result(f"{found.name}: {found.path}")
    return 0


def _list(store: WeightsStore, terminal: Terminal) -> int:
    rows = [("NAME", "FOR", "WHERE", "SIZE", "TRAINED ON", "LICENCE"), *(_row(stored) for stored in store.list())]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        terminal.output("  ".join([*cells, row[5]]).rstrip())
    return 0


def _row(stored: StoredWeights) -> tuple[str, str, str, str, str, str]:
    row = stored.row
    place = "missing" if stored.place == "box" and stored.path is None else _PLACES[stored.place]
    size = f"{row.size / 1e6:.1f} MB" if row.size else "?"
    job = {"pose": "poses", "generator": "pictures"}[row.kind]
    return row.name, job, place, size, row.trained_on, row.licence


def _verify(store: WeightsStore, terminal: Terminal) -> int:
    with terminal.progress() as progress:
        verdicts = store.verify(progress=progress, cancel=terminal.cancel)
    for verdict in verdicts:
        if verdict.problem:
            terminal.say_error(verdict.problem)
        else:
            terminal.result(f"{verdict.row.name}: whole ({verdict.path})")
    return INPUT if any(verdict.problem for verdict in verdicts) else 0
