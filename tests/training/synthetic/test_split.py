"""Who is held out for judging."""

from __future__ import annotations

from collections import Counter

from training.synthetic.synthesize import sex_of, split_of


def test_a_tenth_of_the_women_and_of_the_men_are_held_out() -> None:
    counts = Counter((split_of(number), sex_of(number)) for number in range(200))
    assert counts == {("train", "female"): 90, ("train", "male"): 90, ("val", "female"): 10, ("val", "male"): 10}
