"""How the window's pictures were made, as the engine writes it into their files."""

from __future__ import annotations

from engine.provenance import Provenance, pixels_sha256
from gui.document import Photo, Result


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
