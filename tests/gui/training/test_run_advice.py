from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gui.services.run_advice import Circumstances, Finding, findings, is_discriminator, last_words, leading_figure
from gui.services.run_folder import RunState
from gui.services.run_history import RunHistory
from training.events import Event

RUNNING = Circumstances(RunState.RUNNING)


def history_of(**losses: np.ndarray) -> RunHistory:
    """A run that logged every tenth step."""
    history = RunHistory()
    count = len(next(iter(losses.values())))
    events = [
        Event("step", 10 * (n + 1), 10 * count, {key: float(value[n]) for key, value in losses.items()}, speed=8.0)
        for n in range(count)
    ]
    history.apply([Event("started", 0, 10 * count), *events], folder=Path())
    return history


def falling(count: int = 100, *, start: float = 1.0, end: float = 0.1, noise: float = 0.02) -> np.ndarray:
    random = np.random.default_rng(0)
    return np.geomspace(start, end, count) * (1 + noise * random.normal(size=count))


def ids(found: list[Finding]) -> list[str]:
    return [finding.id for finding in found]


def test_a_good_run_has_nothing_to_say() -> None:
    assert findings(history_of(l1=falling(), **{"D appearance": falling(end=0.3)}), RUNNING) == []
    assert findings(RunHistory(), Circumstances(RunState.STARTING)) == []


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("d", True),
        ("D_shape", True),
        ("d appearance", True),
        ("discriminator loss", True),
        ("disc.shape", True),
        ("depth", False),
        ("distance", False),
        ("l1", False),
        ("gan appearance", False),
    ],
)
def test_discriminators_are_known_by_their_names(name: str, is_one: bool) -> None:
    assert is_discriminator(name) is is_one


def test_a_discriminator_that_has_won_is_told() -> None:
    won = np.concatenate([falling(60, end=0.01), np.full(40, 0.004)])
    found = findings(history_of(l1=falling(), **{"D shape": won}), RUNNING)
    assert ids(found) == ["won D shape"] and found[0].kind == "warning"
    assert "has won" in found[0].text and "0.02" in found[0].text


def test_losses_that_never_moved_and_losses_that_no_longer_move() -> None:
    random = np.random.default_rng(1)
    still = 0.7 + 0.001 * random.normal(size=100)
    found = findings(history_of(l1=still, style=2 * still), RUNNING)
    assert ids(found) == ["never moved"] and "since step 10" in found[0].text
    then = np.concatenate([falling(50, end=0.7), 0.7 + 0.0005 * random.normal(size=100)])
    found = findings(history_of(l1=then), RUNNING)
    assert ids(found) == ["plateau"] and found[0].kind == "info"
    assert findings(history_of(l1=still, style=falling()), RUNNING) == [], "one that moves is enough"
    assert findings(history_of(l1=still[:10]), RUNNING) == [], "too early to tell"


def test_what_is_not_a_number_is_told_once() -> None:
    bad = falling()
    bad[40:] = np.nan
    found = findings(history_of(l1=falling(), gan=bad), RUNNING)
    assert ids(found)[0] == "not finite" and "gan" in found[0].text and "step 410" in found[0].text


def test_a_failure_says_its_reason_and_what_to_do() -> None:
    history = history_of(l1=falling())
    history.apply([Event("failed", 1000, 1000, message="The loss gan is not finite at step 1001.")], folder=Path())
    (found,) = findings(history, Circumstances(RunState.FAILED))
    assert found.kind == "error" and "step 1,000" in found.text and "lower rate" in found.text
    history.apply([Event("failed", 1000, 1000, message="The disk is full.")], folder=Path())
    (found,) = findings(history, Circumstances(RunState.FAILED))
    assert "Make room" in found.text


@pytest.mark.parametrize(
    ("log", "code", "said"),
    [
        ("", -9, "memory"),
        ("RuntimeError: CUDA out of memory. Tried", 1, "smaller batch"),
        ("Traceback\nKeyError: 'x'\n", 1, "KeyError: 'x'"),
        ("", -11, "signal 11"),
        ("", None, "log"),
        ("OSError: [Errno 28] No space left on device", 1, "make room"),
    ],
)
def test_a_process_that_fell_is_explained(log: str, code: int | None, said: str) -> None:
    history = history_of(l1=falling())
    history.apply([Event("checkpointed", 800, 1000, message="checkpoints/last.pt")], folder=Path())
    (found,) = findings(history, Circumstances(RunState.CRASHED, log=log, exit_code=code))
    assert found.id == "crashed" and said in found.text and "step 800" in found.text


def test_a_training_that_did_not_start_shows_its_last_words() -> None:
    log = "--- 2026-01-01 12:00:00 repose-train generator\nrepose-train: No training data is named. Give it.\n\n"
    (found,) = findings(RunHistory(), Circumstances(RunState.CRASHED, log=log, exit_code=2))
    assert "did not start" in found.text and found.text.endswith("No training data is named. Give it.")
    assert last_words("") == ""


def test_going_on_that_did_not_work() -> None:
    history = history_of(l1=falling())
    about = Circumstances(RunState.CRASHED, log="repose-train: There is no such folder.", exit_code=2, unstarted=True)
    (found,) = findings(history, about)
    assert found.text == "The training did not start. Its last words: There is no such folder."


def test_what_surrounds_a_run() -> None:
    history = history_of(l1=falling())
    assert ids(findings(history, Circumstances(RunState.RUNNING, free=1e9))) == ["disk"]
    assert findings(history, Circumstances(RunState.RUNNING, free=1e8))[0].kind == "error"
    assert ids(findings(history, Circumstances(RunState.RUNNING, free=3e9, free_for_checkpoints=2e9))) == ["disk"]
    assert ids(findings(history, Circumstances(RunState.STOPPED, data_there=False))) == ["data"]
    assert ids(findings(history, Circumstances(RunState.RUNNING, quiet=1000))) == ["quiet"]
    assert ids(findings(history, Circumstances(RunState.SILENT, quiet=90_000))) == ["silent"]
    slow = [Event("step", 2000 + n, 3000, {"l1": 0.1}, speed=1.0) for n in range(6)]
    history.apply(slow, folder=Path())
    assert "slow" in ids(findings(history, RUNNING))


def test_a_figure_that_was_better_long_ago() -> None:
    history = history_of(l1=falling())
    figures = [0.50, 0.60, 0.70, 0.66, 0.60, 0.58, 0.55, 0.54]
    events = [Event("evaluated", 100 * n, 1000, {"SSIM": value}) for n, value in enumerate(figures, start=1)]
    history.apply(events, folder=Path())
    assert ids(findings(history, RUNNING)) == ["best long ago"]
    assert "step 300" in findings(history, RUNNING)[0].text


def test_which_figure_leads() -> None:
    assert leading_figure([]) == "" and leading_figure(["FID", "SSIM (published)"]) == "SSIM (published)"
    assert leading_figure(["odd"]) == "odd"


def test_sentences_can_be_translated() -> None:
    def upper(text: str) -> str:
        return text.upper()

    (found,) = findings(history_of(l1=falling()), Circumstances(RunState.RUNNING, free=1e9), tr=upper)
    assert found.text.startswith("ONLY 1.0 GB")
