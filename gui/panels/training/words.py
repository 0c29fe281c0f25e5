"""Times, counts, money and states in words, as the whole tab says them."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from gui.services.run_folder import RunGlance, RunState

STATE_ICONS: Final = {
    RunState.NEW: "waiting",
    RunState.STARTING: "waiting",
    RunState.RUNNING: "play",
    RunState.STOPPING: "pause",
    RunState.STOPPED: "pause",
    RunState.FINISHED: "check",
    RunState.FAILED: "warning",
    RunState.CRASHED: "warning",
    RunState.SILENT: "doubtful",
}


def tr(text: str) -> str:
    """A sentence of this tab in the person's language."""
    return QCoreApplication.translate("Training", text)


def state_word(state: RunState) -> str:
    """What a run does, in a word or two."""
    return {
        RunState.NEW: tr("Not started"),
        RunState.STARTING: tr("Starting"),
        RunState.RUNNING: tr("Running"),
        RunState.STOPPING: tr("Stopping"),
        RunState.STOPPED: tr("Stopped"),
        RunState.FINISHED: tr("Finished"),
        RunState.FAILED: tr("Failed"),
        RunState.CRASHED: tr("Crashed"),
        RunState.SILENT: tr("No news"),
    }[state]


def state_line(run: RunGlance) -> str:
    """A run's state for the list: how far, how long still, or when it ended."""
    word = state_word(run.state)
    if run.state.is_live:
        parts = [word]
        if run.steps:
            parts.append(f"{100 * run.share:.0f} %")
        if run.seconds_left > 0 and run.state is RunState.RUNNING:
            parts.append(tr("{0} left").format(duration(run.seconds_left)))
        return " · ".join(parts)
    if run.state is RunState.FINISHED:
        return f"{word} · {moment(run.changed)}"
    at = tr("{0} at {1}").format(word, count(run.step)) if run.step else word
    return f"{at} · {moment(run.changed)}" if run.changed else at


def count(number: float) -> str:
    """A whole number with its thousands apart."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(int(number))


def short_count(number: float) -> str:
    """A large number in two or three digits: 41.4 M."""
    for size, mark in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(number) >= size:
            return f"{number / size:.3g} {mark}"
    return f"{number:.3g}"


def duration(seconds: float) -> str:
    """A time in the two units that matter."""
    if seconds < 90:
        return tr("{0} s").format(max(0, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{0} min").format(minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        return tr("{0} h {1} min").format(hours, rest) if rest else tr("{0} h").format(hours)
    days, hours = divmod(round(seconds / 3600), 24)
    return tr("{0} days {1} h").format(days, hours) if hours else tr("{0} days").format(days)


def moment(when: float) -> str:
    """A time of the past: today's by its hour, others by their day."""
    local = time.localtime(when)
    today = time.localtime()
    if local[:3] == today[:3]:
        return time.strftime("%H:%M", local)
    if local.tm_year == today.tm_year:
        return time.strftime("%d %b", local)
    return time.strftime("%d %b %Y", local)


def size_of(number: float) -> str:
    """Bytes in GB or MB."""
    return f"{number / 1e9:.1f} GB" if number >= 1e9 else f"{number / 1e6:.0f} MB"


def money(dollars: float) -> str:
    """An amount, as exact as it deserves."""
    if dollars >= 100:
        return f"{dollars:,.0f} $"
    return f"{dollars:.2f} $"


def value(number: float) -> str:
    """A loss or a figure in four digits."""
    return f"{number:.4g}"
