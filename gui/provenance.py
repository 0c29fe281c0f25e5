"""How the window's pictures were made, as the engine writes it into their files."""

from __future__ import annotations

from engine.provenance import Provenance, pixels_sha256
from gui.photo import Photo, Result
from gui.services.backend import Background, Picture, RenderedPerson


def provenance_of(photo: Photo, result: Result) -> Provenance:
    """What `save_picture` puts into the picture's file."""
    return Provenance(
        photo=photo.path.name if photo.path is not None else photo.title,
        photo_sha256=photo.sha256 or (pixels_sha256(photo.picture) if photo.picture is not None else ""),
        photo_size=result.photo_size,
        photo_pose=result.photo_pose,
        target=result.target_title,
        target_pose=result.rendered.target,
        asked_pose=result.target,
        options={"framing": "auto", "background": result.background, "fit": "yes" if result.fit else "no"},
        facts=result.rendered.facts,
    )


def result_of(picture: Picture, made: Provenance, *, background: Background, kept: bool = False) -> Result:
    """The result that was saved as `picture`, uint8 [H, W, 3]; `kept` when it lies beside the project."""
    return Result(
        RenderedPerson(picture, made.target_pose, dict(made.facts)),
        photo_pose=made.photo_pose,
        target=made.aim,
        target_title=made.target,
        background=background,
        fit=made.options.get("fit", "yes") == "yes",
        photo_size=made.photo_size,
        kept=kept,
    )
