"""What the window shows first: the project as it was left, or the demo people where there is nothing yet."""

from __future__ import annotations

from pathlib import Path

from engine.errors import ReposeError
from engine.project.project import SUFFIX
from gui.controller import Controller
from gui.document import Document
from gui.flows.messages import Place
from gui.language.words import told
from gui.library import Library


def fill_from_project(controller: Controller, *, library: Library, asked: Path | None) -> None:
    """Open the last project, or the one that is `asked` for, and a photo in it; `asked` may be a photo as well."""
    document, projects = controller.document, controller.projects
    project = asked if asked is not None and asked.suffix == SUFFIX else None

    def begin(new: bool) -> None:
        if new:
            try:
                add_demo_people(document, library)
            except ReposeError as error:
                controller.messages.error(Place.PHOTO, told(error), "open")
        first = next(iter(document), None)
        if asked is not None and project is None:
            controller.photos.open_photos([asked])
        elif first is not None and document.current is None:
            document.make_current(first.key)

    projects.start(project, begin)


def add_demo_people(document: Document, library: Library) -> None:
    """Put the people from the box into the project. Raises PoseFileError when the box is damaged."""
    people = library.people()
    with document.project.together():
        for person in people:
            photo = document.add_photo(person.path, title=person.name.capitalize(), note=person.title, demo=person.name)
            if person.pose is not None:
                # Known from making the photo: it shows at once, while the models are still being loaded.
                document.set_detected(photo, (person.pose,))
