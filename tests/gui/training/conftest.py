"""Runs written by hand, so that a test decides what happened in them; a panel; data made of the demo people."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from engine.presets import load_people
from engine.skeleton import LIMBS
from gui.panels.training.pages import Pages
from gui.panels.training.panel import TrainingPanel
from gui.preferences import Preferences
from gui.services import train_command
from gui.theme import Theme
from training.config import to_json, with_settings
from training.events import Event
from training.presets import PRESETS


class WrittenRun:
    """A run's folder that a test fills line by line."""

    def __init__(self, folder: Path, *settings: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.write_config(*settings)

    def write_config(self, *settings: str) -> None:
        config = with_settings(PRESETS["single-photos"].config, [f"data={self.folder}", *settings])
        (self.folder / "config.json").write_text(to_json(config))

    def tell(self, *events: Event) -> None:
        with (self.folder / "events.jsonl").open("a") as file:
            file.writelines(event.to_line() + "\n" for event in events)

    def steps(self, numbers: Sequence[int], *, of: int = 1000, **losses: Sequence[float]) -> None:
        rows = zip(*losses.values(), strict=True)
        for number, row in zip(numbers, rows, strict=True):
            left = (of - number) * 0.5
            values = dict(zip(losses, row, strict=True))
            self.tell(Event("step", number, of, values, speed=8.0, seconds_left=left, memory=3_000_000_000))

    def checkpoint(self, name: str = "last") -> Path:
        path = self.folder / "checkpoints" / f"{name}.pt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"weights")
        return path

    def sample(self, step: int, *, of: int = 1000) -> Path:
        path = self.folder / "samples" / f"step-{step:07d}.png"
        path.parent.mkdir(exist_ok=True)
        Image.new("RGB", (60, 40), (step % 256, 0, 0)).save(path)
        self.tell(Event("sampled", step, of, message=str(path)))
        return path

    def worked_on_by(self, pid: int, *, host: str = "") -> None:
        told = {"pid": pid, "host": host or socket.gethostname(), "started": time.time()}
        (self.folder / "process.json").write_text(json.dumps(told))

    def launched_as(self, pid: int) -> None:
        events = self.folder / "events.jsonl"
        spoken = events.stat().st_size if events.exists() else 0
        told = {"pid": pid, "host": socket.gethostname(), "started": time.time(), "events_bytes": spoken}
        (self.folder / "launch.json").write_text(json.dumps(told))


@pytest.fixture
def written(tmp_path: Path) -> WrittenRun:
    return WrittenRun(tmp_path / "runs" / "a run")


@pytest.fixture
def dead_pid() -> int:
    """The number of a process that has ended."""
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    return int(done.stdout)


@pytest.fixture
def own_pid() -> int:
    """The number of a process that lives: this one."""
    return os.getpid()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


MakePanel = Callable[..., TrainingPanel]


@pytest.fixture
def answers() -> list[Path]:
    """Folders that a person gives when asked, in order."""
    return []


@pytest.fixture
def make_panel(
    qtbot: QtBot, theme: Theme, preferences: Preferences, tmp_path: Path, answers: list[Path]
) -> Iterator[MakePanel]:
    """Makes panels over the same runs folder, as one window after another would; all are closed afterwards."""
    made: list[TrainingPanel] = []

    def make(size: tuple[int, int] = (1100, 760)) -> TrainingPanel:
        pages = Pages(
            theme=theme,
            preferences=preferences,
            runs_folder=tmp_path / "runs",
            ask_folder=lambda _title, _key: answers.pop(0) if answers else None,
        )
        panel = TrainingPanel(pages, theme=theme)
        assert len(list(panel.fill())) > 10, "in steps"
        made.append(panel)
        panel.resize(*size)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.watch(True)
        return panel

    yield make
    for panel in made:
        panel.watch(False)
        panel.close_down()
        panel.deleteLater()


@pytest.fixture
def panel(make_panel: MakePanel) -> TrainingPanel:
    return make_panel()


Script = Callable[[str], list[list[str]]]


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Script:
    """Lets a script of the test stand in for `repose-train`; answers the list that the arguments are written to."""

    def use(script: str) -> list[list[str]]:
        called: list[list[str]] = []

        def command(arguments: Sequence[str]) -> list[str]:
            called.append(list(arguments))
            return [sys.executable, "-c", script, *arguments]

        monkeypatch.setattr(train_command, "command", command)
        return called

    return use


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo people as annotated photos, each also in a mirror: four to train on, two to judge by."""
    folder = tmp_path_factory.mktemp("demo-people")
    (folder / "photos").mkdir()
    (folder / "masks").mkdir()
    table: dict[str, Any] = {}
    for number, person in enumerate(load_people()):
        assert person.pose is not None
        photo = Image.open(person.path).convert("RGB").resize((150, 225))
        for mirrored in (False, True):
            name = f"{2 * number + mirrored:04d}"
            pose = person.pose.mirrored(600) if mirrored else person.pose
            rows = np.nan_to_num(np.column_stack([pose.points / 4, np.where(pose.present, 0.9, 0.0)]))
            mask = Image.new("L", photo.size)
            draw = ImageDraw.Draw(mask)
            for a, b in LIMBS:
                if pose.has(a, b):
                    draw.line([tuple(rows[a, :2]), tuple(rows[b, :2])], fill=255, width=18)
            picture = photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else photo
            picture.save(folder / "photos" / f"{name}.jpg")
            mask.save(folder / "masks" / f"{name}.png")
            split = "val" if number == 2 else "train"
            table[name] = {"size": list(photo.size), "split": split, "keypoints": rows.tolist()}
    (folder / "keypoints18.json").write_text(json.dumps(table))
    return folder
