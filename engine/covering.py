"""Laying known colours, with their grain, over places of a picture whose look is to be guessed."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.pixel_maps import Bools, Bytes, Floats, spread_colours

PLAINLY: Final = 2.2
"""Lightness counts this many times less than colour: it is light as much as paint."""


BLUR: Final = 1 / 62
RIM: Final = 0.03
_SOFT: Final = 0.026
_GRAIN: Final = 0.15
"""In heads: how far colours are averaged before they are compared; how far a person's outline is not trusted; how soft
the edge is of what is laid over; how deep its grain is taken from."""


def colours_of(picture: Bytes, *, blur: float = 0.0) -> Floats:
    """A picture [H, W, 3] in CIE 1976 L*a*b*, averaged over `blur` pixels on each side."""
    wide = 2 * round(blur) + 1
    picture = np.asarray(cv2.blur(picture, (wide, wide)), dtype=np.uint8) if wide > 1 else picture
    return np.asarray(cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_RGB2LAB), dtype=np.float32)


def apart(lab: Floats, colour: npt.NDArray[np.float32], *, light: float = PLAINLY) -> Floats:
    """How far colours [..., 3] are from others; what is lighter than them counts `light` times less in lightness."""
    gap = lab - colour.astype(np.float32)
    level = np.maximum(gap[..., 0] / np.float32(light), gap[..., 0] / np.float32(-PLAINLY))
    return np.asarray(np.sqrt(level**2 + gap[..., 1] ** 2 + gap[..., 2] ** 2), dtype=np.float32)


def disc(radius: float) -> npt.NDArray[np.uint8]:
    """A disc for morphology, of at least one pixel's radius."""
    wide = 2 * max(1, round(radius)) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wide, wide)), dtype=np.uint8)


def inside(places: Bools, rim: float) -> Bools:
    """Places [H, W] less a rim of so many pixels, at least one."""
    return np.asarray(cv2.erode(places.astype(np.uint8), disc(rim)) > 0)


def spread(colour: Floats, known: Bools) -> Floats:
    """The known places' colours [H, W, 3], spread over the others."""
    share = known.astype(np.float32)
    return spread_colours(colour * share[..., None], share)


def laid(picture: Bytes, cover: Bools, *, known: Bools, person: Bools, tall: float, even: float = 0.4) -> Bytes:
    """The picture [H, W, 3] with the `known` places' colours and grain laid over the places to `cover`, all [H, W].

    Nothing but the `person` [H, W] changes. `tall` is a head in pixels, `even` the share of the known places' middle
    colour in what is laid over.
    """
    if not cover.any() or not known.any():
        return picture
    colour = picture.astype(np.float32)
    laid_over = spread(colour, known)
    middle = np.median(colour[known], axis=0).astype(np.float32)
    laid_over += _grain(colour - laid_over, known, depth=_GRAIN * tall)
    laid_over += np.where(known[..., None], 0.0, even * (middle - laid_over)).astype(np.float32)
    # Soft towards the rest of the person, whole at their outline.
    soft = cv2.GaussianBlur(np.dstack([cover, person]).astype(np.float32), (0, 0), max(0.8, _SOFT * tall))
    weight = (person * soft[..., 0] / np.maximum(soft[..., 1], 1e-3))[..., None]
    return np.asarray(np.clip(np.rint(colour + (laid_over - colour) * weight), 0, 255), dtype=np.uint8)


def _grain(detail: Floats, known: Bools, *, depth: float) -> Floats:
    """Detail of the known places, thrown back at their edge over the others, again and again, `depth` pixels deep."""
    away, labels = cv2.distanceTransformWithLabels(
        1 - known.astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    places = np.zeros((int(labels.max()) + 1, 2), np.float32)
    rows, columns = np.nonzero(known)
    places[labels[known]] = np.stack([columns, rows], axis=1)
    near = places[labels]
    y, x = np.mgrid[: known.shape[0], : known.shape[1]].astype(np.float32)
    fold = depth - np.abs(away % (2 * depth) - depth)
    way = (fold / np.maximum(away, 1e-3))[..., None]
    back = (near + (near - np.dstack([x, y])) * way).astype(np.float32)
    values = np.dstack([detail * known[..., None], known.astype(np.float32)]).astype(np.float32)
    found = cv2.remap(values, back[..., 0], back[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    return np.asarray(np.where(known[..., None], 0.0, found[..., :3]), dtype=np.float32)
