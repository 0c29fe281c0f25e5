"""Reviews from the command line: merged, and what they found."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from engine.reviews import Review, read_review, write_review
from tests.engine.test_cli_making import repose
from tests.engine.test_review_report import EVALUATION
from tests.engine.test_reviews import cards, rating


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Ada and Bo have judged the same pictures of two models; women and men are told apart."""
    known = {
        card.key: replace(card, groups={"gender": "women" if index % 2 else "men", "facing": "front"})
        for index, card in enumerate(cards())
    }
    ada = [rating("base0", 2), rating("base1", 3), rating("ours0", 5), rating("ours1", 4, accepted=True)]
    bo = [rating("base0", 2, rater="Bo"), rating("base1", 2, rater="Bo"), rating("ours0", 4, rater="Bo")]
    return [
        write_review(tmp_path / f"{name}.json", Review(known, tuple(said))) for name, said in (("ada", ada), ("bo", bo))
    ]


def test_several_peoples_reviews_become_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, files: list[Path]
) -> None:
    out = tmp_path / "all.json"
    assert repose(capsys, "review", "merge", *files, "--out", out) == (0, [str(out)], [])
    assert {one.rater for one in read_review(out).ratings} == {"Ada", "Bo"} and len(read_review(out).ratings) == 7
    code, said, errors = repose(capsys, "review", "merge", out, files[0], "--out", tmp_path / "again.json")
    assert code == 0 and "4 ratings stood in more than one" in errors[0]
    assert len(read_review(said[0]).ratings) == 7


def test_a_report_says_what_was_found(capsys: pytest.CaptureFixture[str], tmp_path: Path, files: list[Path]) -> None:
    figures = tmp_path / "evaluation.json"
    figures.write_text(json.dumps(EVALUATION))
    table, page = tmp_path / "table.csv", tmp_path / "page.html"
    code, said, errors = repose(
        capsys, "review", "report", *files, "--figures", figures, "--csv", table, "--html", page, "--title", "Spring"
    )
    assert code == 0 and [line.split(": ")[-1] for line in errors] == [str(table), str(page)]
    table_of_models = said[: said.index("")]
    rows = {line.split("  ")[0]: line.split() for line in table_of_models}
    assert "4.25" in rows["ours"]
    assert {"0.700", "31.42", "2.25"} <= set(rows["base"]) and "81.36" in rows["thesis, base (cited)"]
    assert "By gender:" in said and "By facing:" in said
    assert any(line.startswith("7 ratings by Ada, Bo. Krippendorff's alpha (ordinal): 0.") for line in said)
    assert any(line.startswith("SSIM (PATN's): white columns") for line in said)
    with open(table, encoding="utf-8", newline="") as file:
        kinds = {(row["model"], row["kind"], row["group"]): row for row in csv.DictReader(file)}
    assert kinds["ours", "", ""]["mos"] == "4.2500" and kinds["base", "", ""]["fid"] == "31.42"
    assert ("ours", "gender", "men") in kinds and "<h1>Spring</h1>" in page.read_text("utf-8")
    code, quiet, _ = repose(capsys, "review", "report", "--quiet", *files)
    assert code == 0 and quiet, "what was asked for is said all the same"


@pytest.mark.parametrize(
    ("text", "words"),
    [("{}", "not a review"), ('{"format": "repose review", "version": 9}', "version 9"), ("{", "line 1")],
)
def test_a_wrong_file_changes_nothing_and_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, files: list[Path], text: str, words: str
) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text(text)
    out = tmp_path / "all.json"
    for arguments in (("merge", files[0], wrong, "--out", out), ("report", wrong, files[0], "--csv", out)):
        code, said, errors = repose(capsys, "review", *arguments)
        assert code == 2 and not said and len(errors) == 1 and not out.exists()
        assert errors[0].startswith("repose: error: ") and "wrong.json" in errors[0] and words in errors[0]


def test_what_is_asked_wrongly(capsys: pytest.CaptureFixture[str], tmp_path: Path, files: list[Path]) -> None:
    before = files[0].read_bytes()
    for arguments, words in (
        (("merge", files[0], files[1], "--out", files[0]), "would replace what it is made from"),
        (("merge", files[0]), "--out"),
        (("report",), "FILE"),
        (("report", tmp_path / "none.json"), "none.json"),
        (("report", files[0], "--figures", files[1]), "not an evaluation"),
        (("report", files[0], "--html", tmp_path / "no" / "page.html"), "folder does not exist"),
        ((), "COMMAND"),
    ):
        code, said, errors = repose(capsys, "review", *arguments)
        assert code == 2 and not said and len(errors) == 1 and words in errors[0], errors
    assert files[0].read_bytes() == before
