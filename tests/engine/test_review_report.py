"""Cards from folders and projects, and what a review found as table, CSV and page."""

from __future__ import annotations

import csv
import io
import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import Cancelled, PoseFileError, UsageError
from engine.images import save_picture
from engine.progress import CancelToken
from engine.project.project import Project
from engine.provenance import Provenance
from engine.review_cards import cards_in, cards_of, gender_in, read_labels
from engine.review_report import (
    agreement_words,
    page,
    ratings_csv,
    read_measured,
    report_of,
    table_csv,
    write_page,
)
from engine.reviews import Review
from engine.skeleton import facing_of
from tests.engine.test_reviews import cards, rating, review
from tests.gui.canvas.conftest import astronaut_pose
from training.judging.opinion import read_opinions


def picture(value: int) -> np.ndarray:
    return np.full((16, 12, 3), value, np.uint8)


def made(photo: str, target: str, generator: str) -> Provenance:
    pose = astronaut_pose()
    return Provenance(photo, photo.encode().hex() * 4, (16, 12), pose, target, pose, facts={"generator": generator})


def test_cards_of_folders_by_model(tmp_path: Path) -> None:
    for model, value in (("base", 1), ("ours", 2)):
        (tmp_path / model).mkdir()
        for name in ("a", "b"):
            save_picture(tmp_path / model / f"{name}.png", picture(value))
    (tmp_path / "photos").mkdir()
    save_picture(tmp_path / "photos" / "a.png", picture(9))
    (tmp_path / "labels.csv").write_text("name,gender\na,women\nb,men\n")
    found = cards_in(tmp_path)
    assert [(card.model, card.case, card.groups) for card in found] == [
        (model, name, {"gender": gender})
        for model in ("base", "ours")
        for name, gender in (("a", "women"), ("b", "men"))
    ]  # fmt: skip
    assert len({card.key for card in found}) == 4, "the same pixels of two models are two cards"
    assert [card.photo is not None for card in found] == [True, False, True, False]
    assert all("base" not in card.title and "ours" not in card.title for card in found)
    stop = CancelToken()
    stop.cancel()
    with pytest.raises(Cancelled):
        cards_in(tmp_path, cancel=stop)


def test_pictures_of_this_program_say_who_made_them(tmp_path: Path) -> None:
    for index, generator in enumerate(("base", "ours", "")):
        told = made("fashionMENDenimid01.jpg", "Walking", generator)
        save_picture(tmp_path / f"{index}.png", picture(index), text=told.to_text())
    found = cards_in(tmp_path)
    assert [card.model for card in found] == ["base", "ours"]
    assert found[0].case == found[1].case and found[0].title == "fashionMENDenimid01 · Walking"
    assert found[0].groups == {"gender": "men", "facing": facing_of(astronaut_pose()).value}


def test_folders_without_pictures_and_wrong_labels(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no picture"):
        cards_in(tmp_path)
    with pytest.raises(UsageError, match="no such folder"):
        cards_in(tmp_path / "none")
    for text, words in (("name\na\n", "line 1: The labels have no column"), ("name,gender\na,men\nb\n", "line 3")):
        (tmp_path / "labels.csv").write_text(text)
        with pytest.raises(PoseFileError, match=words):
            read_labels(tmp_path / "labels.csv")
    (tmp_path / "labels.csv").write_bytes(b"\xff\xfe\0")
    with pytest.raises(PoseFileError, match="cannot be read"):
        cards_in(tmp_path)


def test_what_names_say_of_people() -> None:
    names = {"fashionWOMENTees_Tanksid01.jpg": "women", "fashionMENDenimid0000.jpg": "men",
             "A woman in a suit": "women", "a man waving": "men", "garment": "", "omen.jpg": "", "": ""}  # fmt: skip
    assert {name: gender_in(name) for name in names} == names


def test_cards_of_a_project(tmp_path: Path) -> None:
    with Project.create(tmp_path / "spring.repose") as project:
        photo = project.photos.add(tmp_path / "ada.jpg", title="Ada")
        for model in ("base", "ours"):
            told = made("ada.jpg", "Walking", model)
            project.pictures.add(project.pictures.write(picture(3), told, title="x"), told, photo=photo)
        records = project.pictures.all()
        found = cards_of(records, photos={photo: tmp_path / "ada.jpg"}, notes={photo: "a woman"})
        assert [card.model for card in found] == ["base", "ours"] and found[0].case == found[1].case
        assert found[0].groups["gender"] == "women" and found[0].photo == tmp_path / "ada.jpg"
        records[0].file.unlink()
        assert [card.model for card in cards_of(records, photos={})] == ["ours"]


EVALUATION = {
    "suites": {"pairs": {
        "answers": {"base.safetensors": {"all": {"ssim_patn": {"value": 0.7, "low": 0.6, "high": 0.8},
                                                 "sharpness": {"value": 1}}},
                    "real photo": {"all": {}}},
        "sets": {"base.safetensors": {"fid": 31.4159, "pictures": 9}, "ours": {"fid": None}},
    }},
    "protocols": {"ssim_patn": "white columns & all", "l1": "no"},
}  # fmt: skip


def rated() -> Review:
    return review(
        rating("base0", 2), rating("base1", 3), rating("base0", 2, rater="Bo"), rating("ours0", 5),
        rating("ours0", 4, rater="Bo"), rating("ours1", 4, accepted=True, note="good, \"very\""),
        rating("base2", 1, taken_back="2026-02-01"),
    )  # fmt: skip


def test_the_table_of_the_thesis(tmp_path: Path) -> None:
    path = tmp_path / "evaluation.json"
    path.write_text(json.dumps(EVALUATION))
    report = report_of(rated(), measured=read_measured(path))
    rows = {row.model: row for row in report.rows}
    assert list(rows) == ["thesis, base (cited)", "thesis, trained (cited)", "base", "ours"]
    assert rows["base"].figures == {"ssim_patn": 0.7, "fid": 31.4159} and rows["ours"].figures == {}
    assert rows["base"].opinion is not None and rows["base"].opinion.value == 2.5
    assert (
        rows["thesis, trained (cited)"].opinion is not None and rows["thesis, trained (cited)"].figures["fid"] == 65.03
    )
    assert report.keys == ["ssim_patn", "ssim_unstated", "fid"]
    assert report.raters == ("Ada", "Bo") and report.ratings == 6 and math.isfinite(report.alpha)
    assert report.groups["facing"]["ours", "front"].value == 4.25
    text = page(report, title="Spring <1>")
    assert "Spring &lt;1&gt;" in text and "31.42" in text and "1.99" in text and "white columns &amp; all" in text
    assert "<script" not in text and "http" not in text, "the page fetches nothing"
    assert write_page(tmp_path / "page.html", report, title="x").read_text().startswith("<!doctype html>")


def test_the_table_as_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(table_csv(report_of(rated())))))
    base = next(row for row in rows if row["model"] == "base" and not row["kind"])
    assert (base["mos"], base["pictures"], base["ratings"]) == ("2.5000", "2", "3")
    group = next(row for row in rows if row["model"] == "ours" and row["kind"] == "facing")
    assert group["group"] == "front" and group["mos"] == "4.2500"


def test_ratings_are_read_by_the_judge_of_models(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text(ratings_csv(rated()), encoding="utf-8")
    opinions = read_opinions(path)
    assert opinions.all["base"].value == pytest.approx(7 / 3) and opinions.all["ours"].value == pytest.approx(13 / 3)


def test_a_review_that_nobody_began() -> None:
    report = report_of(Review({card.key: card for card in cards()}))
    assert [row.opinion for row in report.rows if not row.cited] == [None, None]
    assert "not known" in agreement_words(report.alpha) and "nobody yet" in page(report)
    assert "good" in agreement_words(0.9) and "tentative" in agreement_words(0.7) and "poor" in agreement_words(0.1)


@pytest.mark.parametrize("text", ["[]", "{}", '{"suites": []}'])
def test_evaluations_that_are_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "evaluation.json"
    path.write_text(text)
    with pytest.raises(PoseFileError, match="not an evaluation"):
        read_measured(path)


def test_accepted_counts_are_in_the_table() -> None:
    votes = [replace(rating("ours1", None), accepted=True), replace(rating("base1", None), accepted=False)]
    report = report_of(review(*votes))
    assert {row.model: (row.accepted, row.rejected) for row in report.rows if not row.cited} == {
        "base": (0, 1), "ours": (1, 0)
    }  # fmt: skip
