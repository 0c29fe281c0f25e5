"""A process that is killed in the middle of a thousand edits loses none that it confirmed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.project.project import Project
from engine.project.records import People
from tests.engine.project import edit_until_killed
from tests.engine.project.conftest import some_pose

_EDITS = 1000
_ROOT = Path(__file__).parents[3]


def command(file: Path, edits: int) -> list[str]:
    return [sys.executable, edit_until_killed.__file__, str(file), str(edits)]


def surroundings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_ROOT)}


@pytest.fixture
def filled(file: Path, project: Project) -> Path:
    for number in range(3):
        project.photos.add(None, title=f"photo {number}", people=People((some_pose(number), some_pose(number + 9))))
    project.close()
    return file


@pytest.mark.parametrize("confirmed", [1, 137, 430])
def test_nothing_confirmed_is_lost(filled: Path, confirmed: int) -> None:
    lines = []
    with subprocess.Popen(command(filled, _EDITS), stdout=subprocess.PIPE, env=surroundings(), text=True) as process:
        for line in process.stdout:
            lines.append(line)
            if len(lines) == confirmed:
                process.kill()
    # What was in the pipe when it was killed was confirmed as well; its last line may be half written.
    told = [json.loads(line) for line in lines if line.endswith("\n")]
    assert confirmed <= len(told) < _EDITS
    number, index, count, state = told[-1]
    with Project.open(filled) as project:
        now = (project.history.index, project.history.count, edit_until_killed.state_of(project))
        if now != (index, count, state):
            # One more edit may have reached the disk before the process could say so: taking it back is no loss.
            assert _one_more(filled, told, now)
        while project.history.undo() is not None:
            pass
        for record in project.photos.all():
            people = project.photos.people(record.number)
            assert people.pose.same_as(some_pose(record.number - 1)), "undoing all leads to the beginning"
            assert record.state.value == "untouched"


def _one_more(filled: Path, told: list[list[object]], now: tuple[int, int, dict[str, list[str]]]) -> bool:
    """Whether `now` is the state after the confirmed edits and one more, as the same edits make it in a new file."""
    fresh = filled.with_name("again.repose")
    with Project.create(fresh) as project:
        for number in range(3):
            project.photos.add(None, title=f"photo {number}", people=People((some_pose(number), some_pose(number + 9))))
    done = subprocess.run(command(fresh, len(told) + 1), env=surroundings(), capture_output=True, text=True, check=True)
    states = [json.loads(line) for line in done.stdout.splitlines()]
    same = states[:-1] == told
    return same and tuple(states[-1][1:]) == now
