"""Intervals: coverage on a simple case, ratios, people drawn together, and the tally that counts them up."""

from __future__ import annotations

import numpy as np
import pytest

from training.judging.bootstrap import intervals, ratio, resampled
from training.judging.definitions import FIGURES, worse_by
from training.judging.rows import rows_csv
from training.judging.tally import Tally


def test_intervals_of_a_mean_hold_the_true_mean_about_as_often_as_they_say() -> None:
    """300 tests of 40 pictures at once, each a figure of its own; the true mean is 0.3."""
    rng = np.random.default_rng(11)
    values = rng.exponential(0.3, (300, 40))
    low, high = intervals(values, np.ones_like(values), resamples=1000)
    held = float(((low <= 0.3) & (high >= 0.3)).mean())
    # Percentile intervals of a skewed mean of 40 hold a little less than their 95 %.
    assert 0.88 <= held <= 0.97
    assert (high - low).mean() == pytest.approx(2 * 1.96 * 0.3 / np.sqrt(40), rel=0.12)


def test_a_ratio_of_sums_weighs_pictures_by_what_they_count() -> None:
    above, below = np.array([[1.0, 0.0, 8.0]]), np.array([[1.0, 1.0, 10.0]])
    assert ratio(above, below)[0] == pytest.approx(9 / 12)
    assert np.isnan(ratio(np.zeros((1, 3)), np.zeros((1, 3)))[0])


def test_few_pictures_have_no_interval_and_the_same_seed_draws_the_same() -> None:
    values = np.random.default_rng(1).random((2, 30))
    ones = np.ones_like(values)
    assert np.isnan(intervals(values[:, :4], ones[:, :4])).all()
    assert np.array_equal(resampled(values, ones, resamples=50), resampled(values, ones, resamples=50))
    # Figures do not change each other's draws.
    assert np.allclose(resampled(values, ones, resamples=50)[:, :1], resampled(values[:1], ones[:1], resamples=50))


def test_pictures_of_one_person_are_drawn_together() -> None:
    """Ten people with twenty equal pictures each tell no more than ten pictures do."""
    rng = np.random.default_rng(5)
    people = rng.normal(size=10)
    values, who = np.repeat(people, 20)[None], np.repeat(np.arange(10), 20)
    ones = np.ones_like(values)
    alone = intervals(people[None], np.ones((1, 10)))
    together = intervals(values, ones, clusters=who)
    assert np.allclose(alone, together)
    loose = intervals(values, ones)
    assert (loose[1] - loose[0])[0] < 0.5 * (together[1] - together[0])[0]


def filled(*, count: int = 40) -> Tally:
    tally = Tally(["l1", "pckh_moved"])
    for index in range(count):
        facing = "front" if index % 4 else "back"
        tally.open(f"p{index}", who=f"p{index}", groups={"facing": facing, "turn": "same side"}, place=index)
        tally.add("ours", {"l1": 0.1 + 0.001 * (index % 5), "pckh_moved": (3.0, 4.0) if index % 2 else (0.0, 0.0)})
        tally.add("theirs", {"l1": 0.2 + 0.001 * (index % 5), "pckh": 1.0})
    return tally


def test_a_tally_counts_up_by_answer_and_group() -> None:
    tally = filled()
    ours = tally.values("ours")
    assert ours["l1"].value == pytest.approx(0.102) and ours["l1"].pictures == 40
    assert ours["l1"].low < 0.102 < ours["l1"].high
    assert ours["pckh_moved"].value == pytest.approx(0.75) and ours["pckh_moved"].pictures == 20
    assert set(tally.values("theirs")) == {"l1"}
    assert tally.kinds() == {"facing": ["back", "front"]}
    assert tally.values("ours", group=("facing", "back"))["l1"].pictures == 10
    content = tally.to_json()
    assert content["answers"]["ours"]["by"]["facing"]["front"]["l1"]["pictures"] == 30


def test_a_difference_on_the_same_pictures_is_surer_than_each_figure() -> None:
    difference = filled().difference("ours", than="theirs")["l1"]
    assert difference.value == pytest.approx(-0.1)
    assert difference.high - difference.low < 1e-9


def test_figures_that_are_no_numbers_are_left_out() -> None:
    tally = Tally(["l1"])
    for value in (0.5, float("nan"), 0.7):
        tally.open("x", who="x", groups={}, place=0)
        tally.add("ours", {"l1": value})
    assert tally.values("ours")["l1"].value == pytest.approx(0.6) and tally.values("ours")["l1"].pictures == 2
    assert np.isnan(tally.single("ours", "l1")[1])
    lines = rows_csv([("pairs", tally)]).decode().splitlines()
    assert lines[0] == "suite,picture,person,answer,l1" and lines[2] == "pairs,x,x,ours,"


def test_worse_means_what_each_figure_means() -> None:
    assert worse_by("l1", 0.12, than=0.1) == pytest.approx(0.2)
    assert worse_by("pckh", 0.8, than=1.0) == pytest.approx(0.2)
    assert worse_by("sharpness", 1.2, than=1.0) == pytest.approx(0.2)
    assert worse_by("sharpness", 0.8, than=1.2) == pytest.approx(0.0)
    assert worse_by("l1", 0.1, than=0.0) == 0.0
    assert all(figure.protocol and figure.title for figure in FIGURES.values())
