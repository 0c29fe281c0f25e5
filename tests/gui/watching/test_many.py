"""The measurement with many photos: it runs to its end and tells all it is asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from gui.process_memory import memory_held
from gui.watching.many import Figures, summary

ROOT = Path(__file__).resolve().parents[3]


def test_a_few_photos(tmp_path: Path) -> None:
    file = tmp_path / "many.json"
    done = subprocess.run(
        [sys.executable, "-m", "gui.watching.many", "--photos", "9", "--steps", "3", "--side", "240", "--pause", "20",
         "--changes", "--json", str(file)],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("9 photos: list usable after") and "next photo: 3 of them" in done.stdout
    told = json.loads(file.read_text("utf-8"))
    assert told["photos"] == 9 and len(told["next_photo"]) == 3 and 0 < told["list_seconds"] <= told["photo_seconds"]
    assert told["opening_slots"] and told["scrolling_slots"] and told["stepping_slots"]
    assert len(told["changes"]) == 12 and "import COCO keypoints JSON:" in done.stdout
    assert set(told["memory"]) == {"start", "end"}


def test_nothing_measured_is_said_too() -> None:
    assert "scrolling: no event" in summary(Figures())
    assert memory_held() >= 0
