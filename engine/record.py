"""How a picture that was just made is written down: the provenance that goes into its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from engine.provenance import Provenance

if TYPE_CHECKING:
    from engine.transfer import RenderedPicture, TransferSession


def record(
    made: RenderedPicture,
    session: TransferSession,
    *,
    photo: str,
    sha256: str,
    target: str,
    options: Mapping[str, str],
    facts: Mapping[str, str] | None = None,
) -> Provenance:
    """What is known of a picture of `session`: `photo` is the file's name, `sha256` its hash, `target` the pose's name.

    `options` say how it was asked for, see `Provenance`; `facts` stand for what the picture itself says of its making.
    """
    height, width = session.photo.shape[:2]
    return Provenance(
        photo=photo,
        photo_sha256=sha256,
        photo_size=(height, width),
        photo_pose=session.pose,
        target=target,
        target_pose=made.target,
        asked_pose=made.asked,
        options=dict(options),
        facts=made.facts if facts is None else dict(facts),
    )
