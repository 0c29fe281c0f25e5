"""Which weights found the joints of a data set is written down by hash, and half a set is not found by others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from engine.errors import UsageError
from engine.presets import load_people
from engine.weights.hashing import sha256_of
from engine.weights.table import EMBEDDED_POSE
from resources.paths import WEIGHTS, bundled
from training.prepare.prepare import Work, prepare
from training.prepare.recipe import Recipe
from training.prepare.sources import read_source
from training.prepare.workplace import BEGUN_FILE

SINGLES = Recipe(pairs="singles")


def test_a_set_begun_with_other_weights_of_the_same_name_is_refused(tmp_path: Path) -> None:
    photos, out = tmp_path / "photos", tmp_path / "set"
    photos.mkdir()
    shutil.copy(load_people()[0].path, photos / f"a{load_people()[0].path.suffix}")
    prepare(read_source(photos), out, SINGLES, work=Work())
    begun = json.loads((out / BEGUN_FILE).read_text())
    assert begun["weights"] == {EMBEDDED_POSE: sha256_of(bundled(WEIGHTS) / f"{EMBEDDED_POSE}.safetensors")}

    begun["weights"][EMBEDDED_POSE] = "0123456789ab" + "0" * 52
    (out / BEGUN_FILE).write_text(json.dumps(begun))
    assert prepare(read_source(photos), out, SINGLES)["kept"] == 1, "nothing is left to find: the set is as it was"
    shutil.copy(load_people()[1].path, photos / f"b{load_people()[1].path.suffix}")
    with pytest.raises(UsageError, match=r"other weights called repose-pose \(sha256 0123456789ab"):
        prepare(read_source(photos), out, SINGLES)


def test_a_set_whose_joints_and_masks_are_given_needs_no_weights(annotated: Path, tmp_path: Path) -> None:
    prepare(read_source(annotated), tmp_path / "set", Recipe())
    assert "weights" not in json.loads((tmp_path / "set" / BEGUN_FILE).read_text())


def test_joints_that_are_known_to_be_hidden_raise_no_doubt(annotated: Path, tmp_path: Path) -> None:
    table = json.loads((annotated / "keypoints18.json").read_text())
    for number, row in enumerate(table.values()):
        row["keypoints"] = [[x, y, 0.3 if joint % 3 == 0 else 1.0] for joint, (x, y, _) in enumerate(row["keypoints"])]
        if number == 3:
            row["keypoints"][1][2] = 0.6
    (annotated / "keypoints18.json").write_text(json.dumps(table))
    report = prepare(read_source(annotated), tmp_path / "set", Recipe())
    assert [row["photo"] for row in report["doubtful"]] == ["photos/00004.jpg"]
    assert (tmp_path / "set" / "sheets" / "doubtful.jpg").is_file()
