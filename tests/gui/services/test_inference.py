"""The inference thread: ids, lanes, cancelling at once, late answers, errors as text, a clean end."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.errors import WeightsError
from engine.skeleton import Pose
from gui.services.inference import Detect, InferenceService, Prepare, Render, Warm
from tests.gui.canvas.conftest import astronaut_pose
from tests.gui.scripted import ScriptedBackend

PICTURE = np.zeros((512, 512, 3), np.uint8)


class Heard:
    """What a service said, in order."""

    def __init__(self, service: InferenceService) -> None:
        self.all: list[tuple[str, int]] = []
        self.texts: dict[int, str] = {}
        self.answers: dict[int, object] = {}
        service.finished.connect(self._finished)
        service.failed.connect(self._failed)
        service.cancelled.connect(lambda number: self.all.append(("cancelled", number)))

    def _finished(self, number: int, answer: object, seconds: float) -> None:
        assert seconds >= 0
        self.all.append(("finished", number))
        self.answers[number] = answer

    def _failed(self, number: int, text: str) -> None:
        self.all.append(("failed", number))
        self.texts[number] = text

    def of(self, number: int) -> list[str]:
        return [what for what, which in self.all if which == number]


@pytest.fixture
def service(qtbot: QtBot, backend: ScriptedBackend) -> Iterator[InferenceService]:
    made = InferenceService(lambda: backend)
    yield made
    backend.gate.set()
    made.close()
    assert not made.is_running


@pytest.fixture
def heard(service: InferenceService) -> Heard:
    return Heard(service)


def render(target: Pose | None = None, *, draft: bool = False) -> Render:
    return Render(PICTURE, astronaut_pose(), target or astronaut_pose(), "white", draft)


def test_answers_carry_their_ids_and_come_in_order(service, heard, backend, qtbot: QtBot) -> None:
    jobs = (Detect(PICTURE), Prepare(PICTURE, astronaut_pose()), render())
    asked = [service.submit(job) for job in jobs]
    qtbot.waitUntil(lambda: len(heard.all) == 3)
    assert heard.all == [("finished", number) for number in asked]
    assert heard.answers[asked[0]] == backend.people
    assert backend.calls == ["detect", "load", "prepare", "render"]


def test_models_live_in_one_thread_that_is_not_the_windows(service, heard, backend, qtbot: QtBot) -> None:
    for _ in range(3):
        service.submit(render())
    qtbot.waitUntil(lambda: len(heard.all) == 3)
    assert len(backend.threads) == 1
    assert threading.get_ident() not in backend.threads


def test_nothing_is_loaded_before_it_is_wanted(qtbot: QtBot) -> None:
    made: list[ScriptedBackend] = []

    def make() -> ScriptedBackend:
        made.append(ScriptedBackend())
        return made[0]

    service = InferenceService(make)
    assert not service.is_running and not made
    with qtbot.waitSignal(service.models_loaded) as loaded:
        service.submit(Warm())
    assert loaded.args is not None and loaded.args[0].device == "CPU (2 threads)"
    service.close()
    assert len(made) == 1


def test_cancel_answers_at_once_while_the_network_still_runs(service, heard, backend, qtbot: QtBot) -> None:
    backend.gate.clear()
    backend.patient = True
    number = service.submit(render())
    qtbot.waitUntil(backend.rendering.is_set)
    service.cancel(number)
    assert heard.of(number) == ["cancelled"], "reported before control came back, with the call still running"
    assert not service.is_open(number) and not service.busy
    backend.gate.set()
    after = service.submit(Detect(PICTURE))
    qtbot.waitUntil(lambda: heard.of(after) == ["finished"])
    assert heard.of(number) == ["cancelled"], "the late answer was dropped"
    assert backend.targets, "the call did run to its end"


def test_cancelling_what_waits_means_that_it_never_runs(service, heard, backend, qtbot: QtBot) -> None:
    backend.gate.clear()
    first = service.submit(Detect(PICTURE))
    second = service.submit(render())
    service.cancel(second)
    service.cancel(second)
    backend.gate.set()
    qtbot.waitUntil(lambda: heard.of(first) == ["finished"])
    assert heard.of(second) == ["cancelled"]
    assert "render" not in backend.calls


def test_of_a_lane_only_the_newest_counts(service, heard, backend, qtbot: QtBot) -> None:
    backend.gate.clear()
    poses = [astronaut_pose().moved(step, 0) for step in range(20)]
    first = service.submit(render(poses[0]), lane="live")
    qtbot.waitUntil(backend.rendering.is_set)
    others = [service.submit(render(pose), lane="live") for pose in poses[1:]]
    backend.gate.set()
    qtbot.waitUntil(lambda: heard.of(others[-1]) == ["finished"])
    assert heard.of(first) == ["finished"], "what runs goes on: else nothing would be seen during a long drag"
    assert all(heard.of(number) == ["cancelled"] for number in others[:-1])
    assert len(backend.targets) == 2
    assert backend.targets[0].same_as(poses[0]) and backend.targets[1].same_as(poses[-1])


def test_a_lane_leaves_other_requests_alone(service, heard, backend, qtbot: QtBot) -> None:
    backend.gate.clear()
    asked = [service.submit(Detect(PICTURE)), service.submit(render()), service.submit(render(), lane="live")]
    newest = service.submit(render(), lane="live")
    backend.gate.set()
    qtbot.waitUntil(lambda: heard.of(newest) == ["finished"])
    assert [heard.of(number)[0] for number in asked] == ["finished", "finished", "cancelled"]


def test_an_error_for_a_person_comes_as_its_line(service, heard, backend, qtbot: QtBot) -> None:
    backend.problem = WeightsError("The weights are damaged", where="repose-patn", hint="Fetch them again.")
    number = service.submit(render())
    qtbot.waitUntil(lambda: heard.of(number) == ["failed"])
    assert heard.texts[number] == "repose-patn: The weights are damaged. Fetch them again."
    backend.problem = None
    again = service.submit(render())
    qtbot.waitUntil(lambda: heard.of(again) == ["finished"])


def test_an_unexpected_error_is_told_and_the_thread_goes_on(service, heard, backend, qtbot: QtBot) -> None:
    backend.problem = ZeroDivisionError("division by zero")
    number = service.submit(Detect(PICTURE))
    qtbot.waitUntil(lambda: heard.of(number) == ["failed"])
    assert "ZeroDivisionError: division by zero" in heard.texts[number]
    assert "\n" not in heard.texts[number]
    backend.problem = MemoryError()
    full = service.submit(Detect(PICTURE))
    qtbot.waitUntil(lambda: heard.of(full) == ["failed"])
    assert "not enough memory" in heard.texts[full]
    backend.problem = None
    again = service.submit(Detect(PICTURE))
    qtbot.waitUntil(lambda: heard.of(again) == ["finished"])


@pytest.mark.parametrize("patient", [False, True])
def test_closing_in_the_middle_of_work_ends_the_thread(service, heard, backend, qtbot: QtBot, patient: bool) -> None:
    backend.gate.clear()
    backend.patient = patient
    running = service.submit(render())
    waiting = service.submit(Detect(PICTURE))
    qtbot.waitUntil(backend.rendering.is_set)
    if patient:
        threading.Timer(0.2, backend.gate.set).start()
    service.close()
    assert not service.is_running
    qtbot.wait(50)
    assert heard.of(running) == heard.of(waiting) == [], "nothing is told after the end"
    assert "detect" not in backend.calls


def test_progress_and_activity_are_told(service, heard, backend, qtbot: QtBot) -> None:
    steps: list[tuple[int, int, int, str]] = []
    words: list[str] = []
    service.progressed.connect(lambda *step: steps.append(step))
    service.activity_changed.connect(words.append)
    number = service.submit(render())
    qtbot.waitUntil(lambda: heard.of(number) == ["finished"])
    assert (number, 1, 3, "Painting") in steps
    assert words == ["Drawing the picture", ""]


def test_after_the_end_nothing_begins_again(service, heard, backend, qtbot: QtBot) -> None:
    service.close()
    service.submit(Warm())
    qtbot.wait(20)
    assert not service.is_running and not heard.all and not backend.calls
