from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.errors import OutputError, WeightsError
from engine.weights.table import KNOWN, WeightsRow, put_in_index, read_index, write_index

ROW = WeightsRow("ours", "generator", "ours.safetensors", "CC0-1.0", "photos", sha256="a" * 64, size=3)
OTHER = WeightsRow("another", "pose", "another.safetensors", "CC0-1.0", "photos", paper="Née et al.")


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row.name)
def test_every_known_row_says_what_a_person_must_know(row: WeightsRow) -> None:
    assert row.licence and row.trained_on and row.paper
    assert row.described_at.startswith("https://")
    assert (row.url is None) == (row.sha256 is None) == (row.size is None)


def test_known_names_and_files_are_unique() -> None:
    assert len({row.name for row in KNOWN}) == len({row.file for row in KNOWN}) == len(KNOWN)


def test_an_index_comes_back_as_it_went(tmp_path: Path) -> None:
    path = tmp_path / "new" / "index.json"
    assert read_index(path) == ()
    write_index(path, [ROW, OTHER])
    assert read_index(path) == (OTHER, ROW)
    first = path.read_bytes()
    write_index(path, [OTHER, ROW])
    assert path.read_bytes() == first
    put_in_index(path, WeightsRow("ours", "generator", "ours.safetensors", "CC0-1.0", "more photos"))
    assert [row.trained_on for row in read_index(path)] == ["photos", "more photos"]


def test_fields_of_later_versions_are_left_aside(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    write_index(path, [ROW])
    content = json.loads(path.read_text())
    content["weights"][0]["colour"] = "green"
    path.write_text(json.dumps(content))
    assert read_index(path) == (ROW,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("[]", "no list"),
        ('{"version": 1}', "no list"),
        ('{"version": 2, "weights": []}', "version 2"),
        ('{"version": 1, "weights": [3]}', "not an object"),
        ('{"version": 1, "weights": [{"name": "x"}]}', "not complete"),
        ('{"version": 1, "weights": [{"name": 3}]}', "name in it is 3"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_broken_index_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "index.json"
    path.write_text(text)
    with pytest.raises(WeightsError, match=message) as caught:
        read_index(path)
    assert str(path) in str(caught.value)


def test_a_name_may_stand_in_an_index_once(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    write_index(path, [ROW, ROW])
    with pytest.raises(WeightsError, match="twice"):
        read_index(path)


def test_an_index_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WeightsError, match="cannot be read"):
        read_index(tmp_path / "index.json")
    with pytest.raises(WeightsError, match="cannot be read"):
        read_index(tmp_path)
    with pytest.raises(OutputError):
        write_index(tmp_path, [ROW])


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"kind": "cat"},
        {"file": "../../etc/passwd"},
        {"file": "a\\b"},
        {"file": ".."},
        {"sha256": "A" * 64},
        {"sha256": "a" * 63},
        {"url": "https://example.org/x", "sha256": None},
    ],
)
def test_impossible_rows(wrong: dict[str, object]) -> None:
    values: dict[str, object] = {"name": "n", "kind": "pose", "file": "f", "licence": "l", "trained_on": "t"}
    with pytest.raises(ValueError):
        WeightsRow(**{**values, **wrong})  # type: ignore[arg-type]
