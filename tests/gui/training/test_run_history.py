from __future__ import annotations

import json
import math
from pathlib import Path

from gui.services.run_history import EventTail, RunHistory, Series
from tests.gui.training.conftest import WrittenRun
from training.events import Event


def everything(tail: EventTail) -> list[Event]:
    found: list[Event] = []
    more = True
    while more:
        events, more, _ = tail.read()
        found += events
    return found


def test_only_what_is_new_is_read(written: WrittenRun) -> None:
    tail = EventTail(written.folder / "events.jsonl")
    assert tail.read() == ([], False, False), "there is no file yet"
    written.steps([10, 20], l1=[1.0, 0.5])
    assert [event.step for event in everything(tail)] == [10, 20]
    assert everything(tail) == []
    written.steps([30], l1=[0.4])
    assert [event.step for event in everything(tail)] == [30]


def test_half_a_line_waits_for_its_end(written: WrittenRun) -> None:
    path = written.folder / "events.jsonl"
    tail = EventTail(path)
    line = Event("step", 7, 10, {"l1": 1.0}).to_line().encode() + b"\n"
    for cut in (1, 20, len(line) - 1):
        path.write_bytes(line + line[:cut])
        tail = EventTail(path)
        assert len(everything(tail)) == 1 and tail.damaged == 0
        with path.open("ab") as file:
            file.write(line[cut:])
        assert [event.step for event in everything(tail)] == [7]


def test_damaged_lines_are_counted_and_passed_over(written: WrittenRun) -> None:
    path = written.folder / "events.jsonl"
    good = Event("step", 1, 10).to_line()
    path.write_bytes(f'{good}\n{{"cut off\n[]\n\n{json.dumps({"version": 2})}\n{good}\n'.encode() + b"\xff\n")
    tail = EventTail(path)
    assert len(everything(tail)) == 2 and tail.damaged == 4


def test_a_file_that_was_replaced_begins_anew(written: WrittenRun) -> None:
    path = written.folder / "events.jsonl"
    written.steps([10, 20, 30], l1=[1.0, 0.5, 0.4])
    tail = EventTail(path)
    everything(tail)
    path.write_text(Event("started", 0, 10).to_line() + "\n")
    events, more, anew = tail.read()
    assert anew and not more and [event.kind for event in events] == ["started"]


def test_a_long_file_is_read_in_slices(written: WrittenRun) -> None:
    path = written.folder / "events.jsonl"
    line = Event("step", 1, 10, {f"loss {n}": 0.5 for n in range(20)}).to_line() + "\n"
    path.write_text(line * 2000)
    tail = EventTail(path)
    first, more, _ = tail.read(seconds=0.0)
    assert more and 0 < len(first) < 2000
    assert len(first) + len(everything(tail)) == 2000
    path.write_bytes(b"x" * 3_000_000 + b"\n" + line.encode())
    tail = EventTail(path)
    assert len(everything(tail)) == 1 and tail.damaged >= 1


def test_series_know_what_was_done_anew() -> None:
    series = Series()
    for step, value in ((10, 1.0), (20, 2.0), (30, 3.0), (20, 5.0)):
        series.add(step, value)
    assert list(series.steps) == [10, 20] and list(series.values) == [1.0, 5.0]


def test_a_history_of_a_run_that_was_resumed(written: WrittenRun, tmp_path: Path) -> None:
    history = RunHistory()
    history.apply(
        [
            Event("started", 0, 100),
            Event("step", 10, 100, {"l1": 1.0, "gan": float("nan")}, speed=3.0, seconds_left=30.0),
            Event("checkpointed", 10, 100, message="elsewhere/checkpoints/last.pt"),
            Event("sampled", 10, 100, message=r"runs\one\samples\step-0000010.png"),
            Event("checkpointed", 15, 100, message="elsewhere/checkpoints/best.pt"),
            Event("step", 20, 100, {"l1": 0.5, "gan": 2.0}, speed=3.0, seconds_left=25.0),
            Event("sampled", 20, 100, message="elsewhere/samples/step-0000020.png"),
        ],
        folder=tmp_path,
    )
    assert list(history.losses) == ["l1", "gan"] and history.not_finite == {"gan": 10}
    assert history.samples[10] == tmp_path / "samples" / "step-0000010.png"
    assert (history.step, history.steps, history.seconds_left) == (20, 100, 25.0)
    assert history.checkpoint_step == 10 and history.best_step == 15
    before = history.revision
    history.apply([Event("started", 10, 100)], folder=tmp_path)
    assert list(history.losses["l1"].steps) == [10] and list(history.samples) == [10]
    assert history.best_step == -1 and history.life.kind == "started" and history.revision > before
    history.apply([Event("evaluated", 10, 100, {"SSIM": 0.5}), Event("finished", 100, 100)], folder=tmp_path)
    assert list(history.figures["SSIM"].values) == [0.5] and history.life.kind == "finished"
    assert math.isnan(history.losses["gan"].values[0])
