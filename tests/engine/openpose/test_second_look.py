"""Where a photo is looked at again, and who is taken from that look."""

from __future__ import annotations

import numpy as np

from engine.openpose.decode import Person
from engine.openpose.second_look import Place, Seen, chosen, newcomers, places, without_doubles
from engine.skeleton import Joint, Pose

CELL = 4.0


def person(points: np.ndarray, *, score: float = 0.8) -> Person:
    return Person(Pose.from_points(points), score)


def mask(*boxes: tuple[int, int, int, int], size: tuple[int, int] = (96, 160)) -> np.ndarray:
    """A mask of cells with these boxes (left, top, right, bottom) in photo pixels filled."""
    shape = np.zeros(size, np.float32)
    for left, top, right, bottom in boxes:
        shape[round(top / CELL) : round(bottom / CELL), round(left / CELL) : round(right / CELL)] = 1.0
    return shape


def around(points: np.ndarray) -> tuple[int, int, int, int]:
    """Somebody's outline as a box, little wider than the skeleton."""
    low, high = points.min(axis=0), points.max(axis=0)
    return round(low[0]) + 10, round(low[1]) - 12, round(high[0]) - 10, round(high[1]) + 10


def test_a_person_who_fills_the_photo_is_looked_at_once(standing: np.ndarray) -> None:
    seen = Seen([person(standing)], mask(around(standing)), CELL)
    assert places(seen, small=150.0, most=4) == []


def test_of_a_small_person_the_mask_tells_how_large(standing: np.ndarray) -> None:
    small = standing * 0.4
    few = np.full((18, 2), np.nan)
    few[[Joint.NOSE, Joint.NECK, Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER]] = small[:4][[0, 1, 2, 3]]
    outline = (20, 8, 56, 100)
    (place,) = places(Seen([person(few)], mask(outline), CELL), small=150.0, most=4)
    assert place.person == 0 and place.shown and place.box[3] - place.box[1] >= 88
    (place,) = places(Seen([person(few)], None, CELL), small=150.0, most=4)
    assert place.person == 0 and not place.shown and place.box[3] - place.box[1] < 40


def test_somebody_of_whom_no_joint_was_found_is_looked_for(standing: np.ndarray) -> None:
    (place,) = places(Seen([], mask((400, 200, 436, 300)), CELL), small=150.0, most=4)
    assert place == Place((400.0, 200.0, 436.0, 300.0), None, True)
    assert places(Seen([], mask((0, 300, 600, 380)), CELL), small=150.0, most=4) == [], "a bench is nobody"
    assert places(Seen([], mask((400, 200, 404, 204)), CELL), small=150.0, most=4) == []


def test_what_no_skeleton_accounts_for_is_looked_at(standing: np.ndarray) -> None:
    beside = standing + (110.0, 0.0)
    both = mask(around(standing), around(beside))
    (place,) = places(Seen([person(standing)], both, CELL), small=150.0, most=4)
    assert place.person is None and place.box[0] > 130 and place.box[2] < 270
    found = [person(beside), person(standing)]
    assert chosen(place, found[::-1], [person(standing)]) is found[0]
    assert chosen(place, found[1:], [person(standing)]) is None
    assert places(Seen(found, both, CELL), small=150.0, most=4) == []


def test_passers_by_far_behind_are_left_alone(standing: np.ndarray) -> None:
    seen = Seen([person(standing)], mask(around(standing), (500, 60, 512, 100)), CELL)
    assert places(seen, small=150.0, most=4) == []


def test_a_second_look_that_shows_another_one_too(standing: np.ndarray) -> None:
    known, new = person(standing), person(standing * 0.9 + (120.0, 10.0))
    assert newcomers([known, new], [known]) == [new]
    assert newcomers([new, person(new.pose.points + 1.0)], [known]) == [new], "once"
    assert newcomers([person(new.pose.points, score=0.3)], [known]) == [], "too unsure"
    mixed = standing * 0.9 + (120.0, 10.0)
    mixed[:10] = standing[:10]
    assert newcomers([person(mixed)], [known]) == [], "made of somebody else's joints"


def test_somebody_close_behind_a_small_person_who_is_seen_whole(standing: np.ndarray) -> None:
    """Both stand in one part of the mask, of whom one was found."""
    small, behind = standing * 0.6, standing * 0.6 + (64.0, 0.0)
    left, top, right, bottom = around(small)
    both = mask((left, top, right + 68, bottom))
    found = places(Seen([person(small)], both, CELL), small=1000.0, most=4)
    assert [place.person for place in found] == [0, None]
    assert found[1].box[0] > left + 20 and found[1].box[2] > float(behind[:, 0].mean())


def test_somebody_half_seen_at_first_and_whole_later_is_one(standing: np.ndarray) -> None:
    half = np.where(np.arange(18)[:, None] < 8, standing + 2.0, np.nan)
    other = person(standing + (110.0, 0.0))
    whole = person(standing, score=0.6)
    assert without_doubles([person(half), other, whole]) == [other, whole]
    assert without_doubles([other, whole]) == [other, whole]
    face = np.full((18, 2), np.nan)
    face[:5] = standing[:5] + (60.0, -4.0)
    assert len(without_doubles([whole, person(face)])) == 2, "a face beside, of which no body shows"
