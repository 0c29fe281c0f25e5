"""Cuts a surface along its hems, so that nothing has to be thrown away while it is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from training.synthetic.render import Surface

_CARRIED = ("vertices", "normals", "colour", "rest", "cover", "uv")


def trimmed(surface: Surface, weights: Any) -> tuple[Surface, Any]:
    """What of a surface its cover keeps, with new vertices where a hem runs through a face.

    `weights` is a sparse [V, B] matrix of the bones, cut along with it. `source` is lost.
    """
    assert surface.cover is not None
    keep = surface.cover[:, 0]
    inside = keep[surface.faces] > 0
    count = inside.sum(axis=1)
    whole = surface.faces[count == 3]
    one, two = _odd_first(surface.faces, inside, count == 1), _odd_first(surface.faces, ~inside, count == 2)
    # the two cut edges of each face, from the corner that stays to the one that goes
    stays = np.concatenate([one[:, 0], one[:, 0], two[:, 1], two[:, 2]])
    goes = np.concatenate([one[:, 1], one[:, 2], two[:, 0], two[:, 0]])
    share = keep[stays] / np.maximum(keep[stays] - keep[goes], 1e-12)
    first = len(keep) + np.cumsum([0, len(one), len(one), len(two)])
    new = [start + np.arange(n) for start, n in zip(first, (len(one), len(one), len(two), len(two)), strict=True)]
    faces = np.concatenate(
        [
            whole,
            np.stack([one[:, 0], new[0], new[1]], axis=1),
            np.stack([new[2], two[:, 1], two[:, 2]], axis=1),
            np.stack([new[2], two[:, 2], new[3]], axis=1),
        ]
    )
    used, corners = _compact(faces, len(keep) + len(stays))
    blend = sparse.vstack([sparse.identity(len(keep), format="csr"), _blend(stays, goes, share, len(keep))]).tocsr()
    blend = blend[used]
    parts: dict[str, Any] = {}
    for name in _CARRIED:
        values = getattr(surface, name)
        parts[name] = None if values is None else np.asarray(blend @ values)
    return replace(surface, faces=corners, source=None, **parts), blend @ weights


def _odd_first(
    faces: npt.NDArray[np.int64], marked: npt.NDArray[np.bool_], chosen: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """[N, 3] the chosen faces, turned so that their one marked corner comes first."""
    start = np.argmax(marked[chosen], axis=1)
    order = (start[:, None] + np.arange(3)) % 3
    return np.take_along_axis(faces[chosen], order, axis=1)


def _blend(stays: Any, goes: Any, share: Any, count: int) -> Any:
    rows = np.arange(len(stays))
    data, columns = np.concatenate([1 - share, share]), np.concatenate([stays, goes])
    return sparse.csr_matrix((data, (np.concatenate([rows, rows]), columns)), shape=(len(stays), count))


def _compact(faces: npt.NDArray[np.int64], count: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The vertices that faces use, and the faces in their numbers."""
    flags = np.zeros(count, dtype=bool)
    flags[faces] = True
    number = np.cumsum(flags) - 1
    return np.flatnonzero(flags), number[faces]
