"""Makes a thousand edits and says each on standard output once it is on the disk; a test kills it on the way."""

from __future__ import annotations

import json
import sys

import numpy as np

from engine.project.codec import people_text
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import PhotoState
from engine.skeleton import Joint


def main(path: str, edits: int) -> None:
    """Nudge, restate, take back and make again, in an order that a seed fixes."""
    chance = np.random.default_rng(5)
    with Project.open(path) as project:
        photos = [record.number for record in project.photos.all()]
        for number in range(edits):
            photo = photos[int(chance.integers(len(photos)))]
            people = project.photos.people(photo)
            kind = int(chance.integers(10))
            if kind == 0:
                project.history.undo()
            elif kind == 1:
                project.history.redo()
            elif kind == 2:
                state = list(PhotoState)[int(chance.integers(5))]
                project.history.change(Edit(Kind.STATE, photo, state), text="State")
            else:
                joint = Joint(int(chance.integers(18)))
                moved = people.pose.with_joint(joint, (float(chance.uniform(0, 300)), float(chance.uniform(0, 300))))
                edit = Edit(Kind.PEOPLE, photo, people.with_pose(moved))
                project.history.change(edit, text=f"Edit {number}", merge="nudge" if kind > 7 else "")
            sys.stdout.write(
                json.dumps([number, project.history.index, project.history.count, state_of(project)]) + "\n"
            )
            sys.stdout.flush()


def state_of(project: Project) -> dict[str, list[str]]:
    """The state and the people of every photo, as text."""
    return {
        str(record.number): [record.state.value, people_text(project.photos.people(record.number))]
        for record in project.photos.all()
    }


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
