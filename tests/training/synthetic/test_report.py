"""The table's shares and pairs, without rendering anything."""

from __future__ import annotations

import pytest

pytest.importorskip("anny")

from engine.errors import UsageError
from engine.formats.patn_csv import read_pairs
from engine.skeleton import Joint
from training.synthetic.folder import Plan, begin, write_about, write_rows
from training.synthetic.pairing import PARTNERS, person_pairs, write_person_pairs
from training.synthetic.report import Rendering, spread
from training.synthetic.shares import STATED, count_arms, count_joints, count_shares


def a_row(person, *, confidence=1.0, split="train", **facts):
    about = {"facing": "front", "cut": "none", "pose": "walk, swing, swing", "sex": "female", "skin": "light",
             "age": 0.65, "weight": 0.5}  # fmt: skip
    keypoints = [[10.0, 20.0, confidence]] * len(Joint)
    return {"size": [176, 256], "split": split, "keypoints": keypoints, "person": person, **about, **facts}


def test_stated_shares_are_whole():
    for shares in STATED.values():
        assert sum(shares.values()) == pytest.approx(1.0)


def test_shares_beside_what_is_stated():
    rows = {f"{i:05d}": a_row(i, sex=("female", "male")[i % 2], weight=0.3) for i in range(60)}
    shares = count_shares(rows)
    sexes = {line["value"]: line for line in shares["sex"]}
    assert sexes["female"]["share"] == sexes["female"]["stated"] == 0.5 and not sexes["female"]["off"]
    builds = {line["value"]: line for line in shares["build"]}
    assert builds["slim"]["people"] == 60 and builds["slim"]["off"] and builds["heavy"]["pictures"] == 0
    assert count_arms(rows) == {"swing": 120}


def test_joints_are_counted_by_how_they_are_seen():
    rows = {"0": a_row(0), "1": a_row(0, confidence=0.3), "2": a_row(0, confidence=0.0, outside=[int(Joint.NOSE)])}
    joints = count_joints(rows)
    third = pytest.approx(1 / 3, abs=1e-3)
    assert joints["nose"] == {"visible": third, "covered": third, "outside": third, "turned_away": 0.0}
    assert joints["left_ear"] == {"visible": third, "covered": third, "outside": 0.0, "turned_away": third}


def test_pairs_are_of_one_person_and_one_split(tmp_path):
    rows = {f"{i:05d}": a_row(i // 4, split="val" if i >= 8 else "train") for i in range(12)}
    rows["00003"] = a_row(0, confidence=0.0)  # nobody can be told from it
    assert write_person_pairs(tmp_path, rows) == {"train": 3 * 2 + 4 * 3, "val": 4 * 3}
    for split in ("train", "val"):
        pairs = read_pairs(tmp_path / f"pairs-{split}.csv")
        assert len(set(pairs)) == len(pairs)
        for first, second in pairs:
            assert first != second
            assert rows[first]["person"] == rows[second]["person"]
            assert rows[first]["split"] == rows[second]["split"] == split
            assert "00003" not in (first, second)


def test_no_picture_has_too_many_partners():
    rows = {f"{i:05d}": a_row(0) for i in range(30)}
    pairs = list(person_pairs(rows, "train"))
    assert len(pairs) == len(set(pairs)) == 30 * PARTNERS
    for side in (0, 1):
        assert {[pair[side] for pair in pairs].count(name) for name in rows} == {PARTNERS}


def test_going_on_leaves_out_people_who_are_not_finished(tmp_path):
    plan = Plan(tmp_path, people=3, views=2, seed=1)
    assert begin(plan) == {}
    rows = {"00000": a_row(0), "00001": a_row(0), "00002": a_row(1)}
    write_rows(tmp_path, rows)
    assert set(begin(plan)) == {"00000", "00001"}
    for other in (Plan(tmp_path, 3, 2, seed=2), Plan(tmp_path, 3, 3, seed=1), Plan(tmp_path, 3, 2, 1, depth=True)):
        with pytest.raises(UsageError, match="another kind"):
            begin(other)


def test_a_table_of_unknown_origin_is_left_alone(tmp_path):
    write_rows(tmp_path, {"00000": a_row(0)})
    with pytest.raises(UsageError, match="origin"):
        begin(Plan(tmp_path, people=1, views=1, seed=1))


def test_a_damaged_table_is_named(tmp_path):
    plan = Plan(tmp_path, people=1, views=1, seed=1)
    write_about(plan)
    (tmp_path / "keypoints18.json").write_text('{"1": 3}')
    with pytest.raises(UsageError, match="keypoints18"):
        begin(plan)


def test_a_few_from_the_whole_length():
    assert spread([1, 2], 4) == [1, 2]
    assert spread(list(range(100)), 4) == [0, 25, 50, 75]
    assert Rendering(0, 3.0, 1).rate == 0.0 and Rendering(6, 3.0, 1).rate == 2.0
