"""Working a batch off: one picture a step, each on the disk when its step is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from engine.batch import OPTION, Batch, Failure, Item
from engine.errors import NoPersonError, PictureError, ReposeError, UsageError, WeightsError
from engine.files import make_folder
from engine.images import Picture, load_picture, save_picture
from engine.progress import CancelToken, check
from engine.provenance import Provenance, file_sha256
from engine.record import record
from engine.skeleton import Pose

if TYPE_CHECKING:
    from engine.painter import Painter
    from engine.transfer import RenderedPicture, Transfer, TransferSession

ModelsOf = Callable[[str], "Transfer"]
"""The models that paint with weights of this name or file, loaded once. Raises WeightsError where they are missing."""


@dataclass(frozen=True)
class Step:
    """What one step did: the item, the picture's file and how it was made, else why there is none."""

    item: Item
    path: Path | None = None
    why: str = ""
    picture: Picture | None = field(default=None, repr=False)
    made: Provenance | None = field(default=None, repr=False)


class BatchRun:
    """Works a plan off. A photo is opened once for all its poses and generators; not for several threads."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self._left = batch.left()
        self._opened: int | None = None
        self._sessions: dict[int, TransferSession] = {}
        self._sha256 = ""
        self._poses: dict[int, Pose] = {}

    def step(self, models_of: ModelsOf, *, cancel: CancelToken | None = None) -> Step | None:
        """Make the next picture and write it, or write down why not; None when nothing is left.

        Raises Cancelled with nothing half done, OutputError when pictures cannot be written at all, and WeightsError
        when a generator of the plan is missing or another than before: then nothing is painted by any other.
        """
        self._left = [item for item in self._left if not self.batch.has_failed(item)]
        if not self._left:
            self._close()
            return None
        check(cancel)
        item = self._left[0]
        photo = self.batch.photos[item.photo]
        models = models_of(self.batch.models[item.model].weights)
        try:
            pose = self._pose(item.pose, models, cancel=cancel)
        except (PictureError, NoPersonError) as error:
            return self._fail(item, Failure(None, item.pose, _told(error, self.batch.poses[item.pose].photo)))
        try:
            session = self._session(item, models, cancel=cancel)
        except (PictureError, NoPersonError, UsageError) as error:
            return self._fail(item, Failure(item.photo, None, _told(error, photo.path)))
        except (MemoryError, OSError) as error:
            what = PictureError("It cannot be read, or is too large for the memory", hint="{why}.", why=error)
            return self._fail(item, Failure(item.photo, None, _told(what, photo.path)))
        try:
            made = session.render(pose, background=self.batch.options.background, cancel=cancel)
        except (NoPersonError, UsageError) as error:
            return self._fail(item, Failure(item.photo, item.pose, _told(error, photo.path)))
        note = self._note(item, made, session)
        path = self.batch.path_of(item)
        make_folder(path.parent)
        save_picture(path, made.picture, text=note.to_text())
        self.batch.mark_done(item)
        self._left.pop(0)
        return Step(item, path, picture=made.picture, made=note)

    def _fail(self, item: Item, failure: Failure) -> Step:
        self.batch.mark_failed(failure)
        return Step(item, why=failure.why)

    def _note(self, item: Item, made: RenderedPicture, session: TransferSession) -> Provenance:
        batch, model = self.batch, self.batch.models[item.model]
        facts = dict(made.facts)
        sha256 = facts.get("generator sha256", "")
        if model.sha256 and sha256 != model.sha256:
            raise WeightsError(
                "These weights are not the ones that this batch was begun with",
                where=model.label,
                hint="Bring the old file back (sha256 {sha256}…), or begin a new batch in another folder.",
                sha256=model.sha256[:12],
            )
        if not model.sha256 and sha256:
            batch.note_hash(item.model, sha256)
        if batch.compares:
            facts["generator"] = model.label  # two of one name would be one to whoever compares them
        pose = batch.poses[item.pose]
        return record(
            made,
            session,
            photo=batch.photos[item.photo].path.name,
            sha256=self._sha256,
            target=pose.title or pose.name,
            options={"framing": "auto", "background": batch.options.background, "fit": "yes", OPTION: batch.key},
            facts=facts,
        )

    def _session(self, item: Item, models: Transfer, *, cancel: CancelToken | None) -> TransferSession:
        if self._opened != item.photo:
            self._close()  # two large photos at once would be one too many
            photo = self.batch.photos[item.photo]
            session = models.open(load_picture(photo.path), pose=photo.pose, cancel=cancel)
            self._sha256 = file_sha256(photo.path)
            self._opened, self._sessions = item.photo, {item.model: session}
        if item.model not in self._sessions:
            any_other = next(iter(self._sessions.values()))
            self._sessions[item.model] = _painted_by(models.painter, any_other)
        return self._sessions[item.model]

    def _close(self) -> None:
        self._opened, self._sessions, self._sha256 = None, {}, ""

    def _pose(self, number: int, models: Transfer, *, cancel: CancelToken | None) -> Pose:
        chosen = self.batch.poses[number]
        if chosen.pose is not None:
            return chosen.pose
        if number not in self._poses:
            assert chosen.photo is not None
            people = models.detect(load_picture(chosen.photo), cancel=cancel).people
            if not people:
                raise NoPersonError(
                    "No person was found in the photo",
                    where=str(chosen.photo),
                    hint="Choose a photo that shows a person in the pose.",
                )
            self._poses[number] = people[0].pose
        return self._poses[number]


def _painted_by(painter: Painter, session: TransferSession) -> TransferSession:
    """The same person in the same frame, for another generator."""
    return type(session)(painter, session.photo, pose=session.pose, mask=session.mask, framing=session.framing)


def _told(error: ReposeError, path: Path | None) -> str:
    """What failed, with the file that it was about."""
    return str(error) if error.where or path is None else f"{path}: {error}"
