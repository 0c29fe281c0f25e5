"""`repose demo`: every demo person in every demo pose, as in the thesis's own demo, and a sheet of them all."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.cli_people import located
from engine.cli_pictures import load_models
from engine.cli_terminal import Terminal
from engine.errors import ReposeError
from engine.files import make_folder
from engine.framing import FRAME_SIZE
from engine.images import Picture, load_picture, save_picture
from engine.overlay import contact_sheet, draw_skeleton
from engine.presets import load_people, load_presets
from engine.provenance import file_sha256
from engine.record import record
from engine.sheets import SHEET


def demo(terminal: Terminal, *, out: Path, device: str) -> int:
    """Write single pictures and the sheet into a folder; see `repose demo --help`. Answers the exit code."""
    people, poses = load_people(), [preset for preset in load_presets() if preset.demo]
    make_folder(out)
    models = load_models(terminal, weights=None, device=device)
    paper = np.full((*FRAME_SIZE, 3), 245, np.uint8)
    rows: list[list[Picture | None]] = [[None, *(draw_skeleton(paper, preset.pose) for preset in poses)]]
    total, done = len(people) * len(poses), 0
    with terminal.progress() as progress:
        for person in people:
            progress(done, total, f"Looking at {person.title}")
            photo, sha256 = load_picture(person.path), file_sha256(person.path)
            try:
                session = models.open(photo, cancel=terminal.cancel)
            except ReposeError as error:
                raise located(error, person.path) from error
            row: list[Picture | None] = [session.frame]
            for preset in poses:
                terminal.cancel.raise_if_cancelled()
                progress(done, total, f"{person.title}: {preset.title}")
                rendered = session.render(preset.pose, cancel=terminal.cancel)
                if rendered.note:
                    terminal.note(rendered.note)
                made = record(rendered, session, photo=person.path.name, sha256=sha256, target=preset.name,
                              options={"framing": "auto", "background": "white", "fit": "yes"})
                path = save_picture(out / f"{person.name}-{preset.name}.png", rendered.picture, text=made.to_text())
                terminal.result(str(path))
                row.append(rendered.picture)
                done += 1
            rows.append(row)
    titles = ["Photo", *(preset.title for preset in poses)]
    sheet = contact_sheet(rows, column_titles=titles, row_titles=["", *(person.title for person in people)])
    terminal.result(str(save_picture(out / SHEET, sheet)))
    return 0
