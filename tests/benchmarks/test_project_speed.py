"""How long opening a project of 5,000 photos and one edit take: `pytest --benchmark-enable tests/benchmarks`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import People
from engine.project.steps import make_ready
from engine.skeleton import Pose

_PHOTOS = 5000


def pose_of(seed: int) -> Pose:
    return Pose.from_points(np.random.default_rng(seed).uniform(0, 400, (18, 2)))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of 5,000 photos with a skeleton each."""
    path = tmp_path_factory.mktemp("large") / "large.repose"
    poses = [pose_of(seed) for seed in range(20)]
    with Project.create(path) as project, project.together():
        numbers = project.photos.add_all([path.parent / f"{number:05}.jpg" for number in range(_PHOTOS)])
        for number in numbers:
            project.photos.set_detected(number, (poses[number % len(poses)],))
    return path


@pytest.fixture
def opened(large: Path) -> Iterator[Project]:
    with Project.open(large) as project:
        yield project


def test_opening(benchmark: BenchmarkFixture, large: Path) -> None:
    def work() -> int:
        with Project.open(large) as project:
            return len(project.photos.all()) + len(project.photos.all_people())

    assert benchmark(work) == 2 * _PHOTOS


def test_one_edit(benchmark: BenchmarkFixture, opened: Project) -> None:
    edit = Edit(Kind.PEOPLE, 7, People((pose_of(1),)))
    benchmark(lambda: opened.history.change(edit, text="Move"))
    assert opened.history.undo_text == "Move"


def test_taking_it_back_and_doing_it_again(benchmark: BenchmarkFixture, opened: Project) -> None:
    opened.history.change(Edit(Kind.PEOPLE, 8, People((pose_of(2),))), text="Move")

    def work() -> None:
        opened.history.undo()
        opened.history.redo()

    benchmark(work)
    assert opened.photos.people(8).poses[0].same_as(pose_of(2))


@pytest.mark.parametrize("synced", [True, False])
def test_one_commit(benchmark: BenchmarkFixture, opened: Project, synced: bool) -> None:
    """What waiting for the disk costs."""

    seen = itertools.count()

    def work() -> None:
        with opened.together(synced=synced):
            opened.photos.put_columns("note", [(9, f"seen {next(seen)} times")])

    benchmark(work)
    assert opened.photos.columns([9], "note")[0].startswith("seen")


def test_an_import(benchmark: BenchmarkFixture, opened: Project) -> None:
    ready = make_ready([Edit(Kind.PEOPLE, number, People((pose_of(3),))) for number in range(1, _PHOTOS + 1)])
    benchmark(lambda: opened.history.carry_out(ready, text="Import"))
    assert opened.history.size(opened.history.index) == _PHOTOS
