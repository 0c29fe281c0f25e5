from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.events import Event, Kind, read_events

KINDS: list[Kind] = ["started", "step", "evaluated", "sampled", "checkpointed", "stopped", "finished", "failed"]


@given(
    st.sampled_from(KINDS),
    st.integers(0, 10**9),
    st.dictionaries(st.text(max_size=8), st.floats(allow_nan=False, allow_infinity=False), max_size=3),
    st.floats(0, 1e6),
    st.text(max_size=30),
)
def test_there_and_back(kind: Kind, step: int, values: dict[str, float], speed: float, message: str) -> None:
    event = Event(kind, step, step + 1, values, speed=speed, seconds_left=2 * speed, message=message)
    line = event.to_line()
    assert "\n" not in line and json.loads(line)["version"] == 1
    assert Event.from_line(line) == event


def test_numbers_that_are_none() -> None:
    line = Event("step", 1, 2, {"loss": math.inf, "other": math.nan, "good": 1.0}).to_line()
    assert json.loads(line)["values"] == {"loss": None, "other": None, "good": 1.0}
    back = Event.from_line(line)
    assert math.isnan(back.values["loss"]) and back.values["good"] == 1


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        "3",
        "null",
        "{}",
        '{"version": 2, "kind": "step", "step": 1, "steps": 2, "values": {}}',
        '{"version": 1}',
        '{"version": 1, "kind": "step", "step": 1, "steps": 2, "values": 3}',
        '{"version": 1, "kind": "step", "step": 1, "steps": 2, "values": {"a": "b"}}',
        '{"version": 1, "kind": "step", "step": 1, "steps": 2, "values": {"a": [1]}}',
        '{"version": 1, "kind": "step", "step": 1, "steps": 2, "values": {}, "colour": 1}',
    ],
)
def test_lines_that_are_no_events(line: str) -> None:
    with pytest.raises(ValueError):
        Event.from_line(line)


def lines(count: int) -> list[str]:
    return [
        Event("step", n, 10, {"loss": 1.0 / n, "more": 0.5}, message=f"Schritt {n} é").to_line()
        for n in range(1, count + 1)
    ]


def test_a_run_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("\n".join(lines(5)) + "\n", encoding="utf-8")
    assert [event.step for event in read_events(path)] == [1, 2, 3, 4, 5]
    path.write_text("", encoding="utf-8")
    assert list(read_events(path)) == []


def test_a_last_line_cut_short_anywhere_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    whole = ("\n".join(lines(3)) + "\n").encode()
    first_two = ("\n".join(lines(2)) + "\n").encode()
    for end in range(len(first_two), len(whole)):
        path.write_bytes(whole[:end])
        assert [event.step for event in read_events(path)] == [1, 2]


def test_a_line_cut_short_in_the_middle_of_a_resumed_run_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    for end in range(len(lines(1)[0])):
        path.write_bytes(lines(1)[0].encode()[:end] + b"\n" + lines(2)[1].encode() + b"\n")
        assert [event.step for event in read_events(path)] == [2]


@pytest.mark.parametrize(
    "changes",
    [{"kind": "exploded"}, {"step": "9"}, {"step": 10**400}, {"steps": None}, {"steps": True}, {"message": ["a"]},
     {"speed": "fast"}, {"seconds_left": 10**400}, {"values": {"loss": 10**400}}, {"values": {"loss": "x"}},
     {"values": [1]}, {"memory": 1.5}, {"more": 1}],
)  # fmt: skip
def test_values_of_a_wrong_kind_are_no_event(changes: dict[str, object]) -> None:
    line = json.dumps({**json.loads(lines(1)[0]), **changes})
    with pytest.raises(ValueError, match="not a training event|could not convert"):
        Event.from_line(line)


def test_a_line_nested_without_end_is_no_event() -> None:
    with pytest.raises(ValueError, match="without end"):
        Event.from_line('{"a":' * 50_000)


def test_another_programs_lines_are_not_taken_for_events(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text('{"version": 9, "what": "else"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="not a training event"):
        list(read_events(path))
