"""`python -m gui.canvas`: one line of JSON with the median milliseconds of a drag step, for `repose bench`."""

from __future__ import annotations

import json
import statistics
import sys

from PySide6.QtWidgets import QApplication

from gui.canvas.benchmark import measure_drag

if __name__ == "__main__":
    application = QApplication(sys.argv)
    sys.stdout.write(json.dumps({"drag": statistics.median(measure_drag())}) + "\n")
