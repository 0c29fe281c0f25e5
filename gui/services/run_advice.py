"""What a person should know about a run, in words: a discriminator that has won, losses that stand still, a full disk.

Nothing here knows Qt; the thresholds are named, and every finding says what to do.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from gui.services.curve_maths import Floats, best_index, higher_is_better, smoothed
from gui.services.run_folder import RunState
from gui.services.run_history import RunHistory, Series

Kind = Literal["error", "warning", "info"]
Tr = Callable[[str], str]

_FEW: Final = 24
"""Fewer logged points than this say nothing about a trend."""
_WON_BELOW: Final = 0.02
"""A discriminator whose loss stays below this tells every generated picture from a real one."""
_STILL: Final = 0.01
"""Less change than this share, over half of the run, is none."""
_LEAST_FREE: Final = 2e9
_QUIET: Final = 6.0
"""So many times the usual pause between two lines is a long silence."""


@dataclass(frozen=True)
class Finding:
    """One sentence or two; `id` stays the same while the matter does, so that a closed message stays closed."""

    id: str
    kind: Kind
    text: str


@dataclass(frozen=True)
class Circumstances:
    """What the events do not tell: the run's state, free bytes on its disk, seconds since its last line, its log's end.

    `data_there` says whether its data folder exists; `exit_code` is known of processes that this window started;
    `unstarted` tells that the last one said nothing.
    """

    state: RunState
    free: float = math.inf
    quiet: float = 0.0
    log: str = ""
    data_there: bool = True
    exit_code: int | None = None
    unstarted: bool = False
    free_for_checkpoints: float = 0.0


def findings(history: RunHistory, about: Circumstances, *, tr: Tr = str, again: Tr = str) -> list[Finding]:
    """All that is worth saying about a run, the gravest first.

    `tr` translates the sentences, `again` what the run itself has said in English.
    """
    found: list[Finding] = [*_ended(history, about, tr, again)]
    if not found:
        found += _not_finite(history, tr)
    found += _surroundings(history, about, tr)
    found += _discriminators(history, tr)
    found += _standstill(history, tr)
    found += _best_long_ago(history, tr)
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(found, key=lambda finding: order[finding.kind])


def _ended(history: RunHistory, about: Circumstances, tr: Tr, again: Tr) -> list[Finding]:
    life = history.life
    if about.state is RunState.FAILED and life is not None:
        reason = life.message or last_words(about.log)
        told = again(reason) or tr("it gave no reason")
        text = tr("The run failed at step {0}: {1}").format(f"{life.step:,}", told)
        if "finite" in reason:
            text += " " + tr("Go on from the last checkpoint with a lower rate, or with float32 precision.")
        elif re.search(r"disk|space", reason, re.IGNORECASE):
            text += " " + tr("Make room on the disk, then go on.")
        return [Finding("failed", "error", text)]
    if about.state is RunState.CRASHED:
        return [Finding("crashed", "error", _crash(history, about, tr, again))]
    if about.state is RunState.SILENT:
        text = tr("Nothing was heard of this run for {0}. If its machine has stopped, go on from the last checkpoint.")
        return [Finding("silent", "warning", text.format(_span(about.quiet, tr)))]
    return []


def _crash(history: RunHistory, about: Circumstances, tr: Tr, again: Tr) -> str:
    words, code = again(last_words(about.log)), about.exit_code
    if history.last is None or about.unstarted:
        start = tr("The training did not start.")
    else:
        start = tr("The training's process ended without a word at step {0}.").format(f"{history.step:,}")
    memory = re.search(r"out of memory|MemoryError|bad_alloc|cannot allocate", about.log, re.IGNORECASE)
    if memory or code == -9:
        why = tr("The memory was probably not enough: use a smaller batch.")
    elif re.search(r"No space left|disk is full", about.log, re.IGNORECASE):
        why = tr("The disk is full: make room, then go on.")
    elif code is not None and code < 0:
        why = tr("It was ended by signal {0}.").format(-code)
    elif words:
        why = tr("Its last words: {0}").format(words if words.endswith((".", "!", "?")) else f"{words}.")
    else:
        why = tr("The log may say more.")
    if history.checkpoint_step > 0:
        kept = tr("Go on continues from the checkpoint of step {0}.").format(f"{history.checkpoint_step:,}")
        return f"{start} {why} {kept}"
    return f"{start} {why}"


def last_words(log: str) -> str:
    """The last line of a log that says something, without the program's name; at most 300 letters."""
    lines = [line.strip() for line in log.splitlines() if line.strip() and not line.startswith("--- ")]
    return lines[-1].removeprefix("repose-train: ")[:300] if lines else ""


def _not_finite(history: RunHistory, tr: Tr) -> list[Finding]:
    if not history.not_finite:
        return []
    name, step = min(history.not_finite.items(), key=lambda item: item[1])
    text = tr("{0} was not a number at step {1}. Stop, and go on from the last checkpoint with a lower rate.")
    return [Finding("not finite", "error", text.format(name, f"{step:,}"))]


def _surroundings(history: RunHistory, about: Circumstances, tr: Tr) -> list[Finding]:
    found: list[Finding] = []
    if about.free < max(_LEAST_FREE, 3 * about.free_for_checkpoints):
        text = tr("Only {0} GB are free on the run's disk. The run stops when a checkpoint does not fit.")
        kind: Kind = "error" if about.free < 2e8 else "warning"
        found.append(Finding("disk", kind, text.format(f"{about.free / 1e9:.1f}")))
    if not about.data_there and not about.state.is_live and about.state is not RunState.FINISHED:
        found.append(Finding("data", "warning", tr("The run's data is not where it was. To go on, bring it back.")))
    if about.state is RunState.RUNNING and about.quiet > 120 and about.quiet > _QUIET * _usual_pause(history):
        text = tr("No line has come for {0}. The process still lives; it may be judging, or wait for the disk.")
        found.append(Finding("quiet", "info", text.format(_span(about.quiet, tr))))
    speed = history.speed.values
    if about.state is RunState.RUNNING and len(speed) >= _FEW:
        usual, now = float(np.median(speed)), float(np.median(speed[-5:]))
        if now < 0.4 * usual:
            text = tr(
                "The run has become slow: {0} pictures a second, usually {1}. Does something else use the machine?"
            )
            found.append(Finding("slow", "info", text.format(f"{now:.1f}", f"{usual:.1f}")))
    return found


def _usual_pause(history: RunHistory) -> float:
    """Seconds between two lines, by the steps between them and the time that the rest is said to take."""
    steps = next((series.steps for series in history.losses.values() if len(series) >= 2), None)
    if steps is None or history.seconds_left <= 0 or history.steps <= history.step:
        return 0.0
    return float((steps[-1] - steps[-2]) * history.seconds_left / (history.steps - history.step))


def is_discriminator(name: str) -> bool:
    """Whether a loss of this name is the discriminator's own, which it trains on."""
    return bool(re.match(r"(d|disc|discriminator)([\s_./-]|$)", name.lower())) or "discriminator" in name.lower()


def _discriminators(history: RunHistory, tr: Tr) -> list[Finding]:
    found = []
    for name, series in history.losses.items():
        if not is_discriminator(name) or len(series) < _FEW:
            continue
        recent = _finite(series)[-max(12, len(series) // 5) :]
        if len(recent) and float(np.percentile(recent, 80)) < _WON_BELOW:
            text = tr(
                "A discriminator has won: {0} has stayed below {1} for the last {2} steps, so the generator learns "
                "nothing from it any more. Lower its weight or its rate."
            )
            steps = series.steps[-1] - series.steps[-len(recent)]
            found.append(Finding(f"won {name}", "warning", text.format(name, _WON_BELOW, f"{steps:,}")))
    return found


def _standstill(history: RunHistory, tr: Tr) -> list[Finding]:
    own = {name: series for name, series in history.losses.items() if not is_discriminator(name)}
    long_enough = [series for series in own.values() if len(series) >= _FEW]
    if not long_enough or not all(_stands_still(_finite(series)) for series in long_enough):
        return []
    first = min(series.steps[0] for series in long_enough)
    whole = all(_stands_still(_finite(series), whole=True) for series in long_enough)
    if whole:
        text = tr("The losses have not moved since step {0}. Is the rate too low, or the data always the same?")
        return [Finding("never moved", "warning", text.format(f"{first:,}"))]
    half = max(series.steps[len(series) // 2] for series in long_enough)
    text = tr("The losses have hardly moved since step {0}. More steps at this rate may not be worth their time.")
    return [Finding("plateau", "info", text.format(f"{half:,}"))]


def _stands_still(values: Floats, *, whole: bool = False) -> bool:
    """Whether the level did not change: between the second and the last part of the latter half, or of the whole."""
    part = values if whole else values[len(values) // 2 :]
    third = len(part) // 3
    if third < 4:
        return False
    before, after = part[:third], part[-third:]
    level = max(abs(float(np.median(before))), 1e-12)
    change = abs(float(np.median(after)) - float(np.median(before)))
    noise = float(np.std(before) + np.std(after)) / 2 / math.sqrt(third)
    return change < max(_STILL * level, noise)


def _best_long_ago(history: RunHistory, tr: Tr) -> list[Finding]:
    name = leading_figure(list(history.figures))
    series = history.figures.get(name)
    if series is None or len(series) < 6:
        return []
    values = np.asarray(series.values, dtype=np.float64)
    best = best_index(values, name=name)
    if best is None or best >= len(values) * 0.6:
        return []
    last = float(np.nanmean(smoothed(values, 0.1)[-3:]))
    worse = (values[best] - last) if higher_is_better(name) else (last - values[best])
    if worse < 0.02 * abs(float(values[best])):
        return []
    text = tr(
        "{0} on held-out photos was best at step {1} and has become worse since. The run may have learnt its data."
    )
    return [Finding("best long ago", "info", text.format(name, f"{series.steps[best]:,}"))]


def leading_figure(names: Sequence[str]) -> str:
    """The figure that says most about the pictures, of those that there are; empty when there is none."""
    for word in ("ssim", "lpips", "within", "l1", "loss"):
        found = next((name for name in names if word in name.lower()), None)
        if found is not None:
            return found
    return names[0] if names else ""


def _finite(series: Series) -> Floats:
    values = np.asarray(series.values, dtype=np.float64)
    return values[np.isfinite(values)]


def _span(seconds: float, tr: Tr) -> str:
    if seconds < 5400:
        return tr("{0} minutes").format(max(1, round(seconds / 60)))
    if seconds < 172_800:
        return tr("{0} hours").format(round(seconds / 3600))
    return tr("{0} days").format(round(seconds / 86_400))
