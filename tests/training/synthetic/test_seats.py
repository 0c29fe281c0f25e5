"""Seats, skirts that lie on the legs, and printed words, without rendering anything."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("anny")

from engine.skeleton import Joint
from training.synthetic import seats
from training.synthetic.lettering import WORDS, printed


def test_a_prism_is_closed_and_looks_outward():
    outline = np.array([[-1.0, -2.0], [1.0, -2.0], [1.0, 2.0], [-1.0, 2.0]])
    places, normals = seats._prism(outline, 0.0, 3.0)
    triangles = places.reshape(-1, 3, 3)
    area = np.linalg.norm(np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]), axis=1) / 2
    assert area.sum() == pytest.approx(2 * (2 * 4 + 2 * 3 + 4 * 3))
    middles, ways = triangles.mean(axis=1) - [0.0, 0.0, 1.5], normals[::3]
    assert ((middles * ways).sum(axis=1) > 0).all()
    # the flux of (x, y, z) through a closed surface is three times its volume
    assert (area * (triangles.mean(axis=1) * ways).sum(axis=1)).sum() == pytest.approx(3 * 2 * 4 * 3)


@pytest.mark.parametrize("words", WORDS)
def test_words_are_printed_whole(words):
    ink = printed(words, (0.2, 0.4, 0.6))
    cover = ink[:, :, 3]
    assert ink.dtype == np.float32 and np.allclose(ink[0, 0, :3], (0.2, 0.4, 0.6))
    assert cover.max() == 1.0 and 0.03 < cover.mean() < 0.6
    edge = np.concatenate([cover[0], cover[-1], cover[:, 0], cover[:, -1]])
    assert edge.max() == 0.0


@pytest.mark.slow
def test_a_sitter_has_a_seat_and_a_skirt_on_the_legs():
    from training.synthetic.acting import _sitting
    from training.synthetic.body import BodyModel
    from training.synthetic.cast import draw_person
    from training.synthetic.clothes import PARTS, Fabric, Skirt
    from training.synthetic.dressed import DressedPerson
    from training.synthetic.people import Person

    rng = np.random.default_rng(4)
    drawn = draw_person("a", rng, sex="female")
    garments = (Skirt(Fabric(), length=0.9, flare=0.1),)
    person = Person("a", "", drawn.build, drawn.complexion, drawn.hair, garments, seed=1)
    dressed = DressedPerson(BodyModel(), person)
    posed = dressed.pose(dressed.bones(_sitting(rng)))
    skirt = next(piece for piece in dressed.pieces if piece.surface.part == PARTS["skirt"])
    cloth = posed.vertices[skirt.start : skirt.stop]
    at_rest = skirt.surface.vertices
    assert np.ptp(cloth[:, 2]) < 0.75 * np.ptp(at_rest[:, 2]), "the skirt lies instead of hanging like a bell"
    seat = seats.draw_seat(posed, rng)
    assert seat is not None
    hips = posed.joints[[Joint.RIGHT_HIP, Joint.LEFT_HIP], 2].mean()
    assert seat.vertices[:, 2].min() == pytest.approx(0.0, abs=1e-6)
    assert 0.02 < hips - seat.vertices[:, 2].max() < 0.25
