"""The rendered folder, from nothing: needs the extra `synthetic` and OpenGL without a display."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from engine.skeleton import Joint
from training.annotations import SURE, read_annotations

pytest.importorskip("anny")
pytest.importorskip("moderngl")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    from training.synthetic.body import BodyModel
    from training.synthetic.folder import Plan
    from training.synthetic.raster import NoOpenGL, Rasteriser
    from training.synthetic.synthesize import synthesize

    BodyModel()
    try:
        with Rasteriser((64, 64)):
            pass
    except NoOpenGL as reason:
        pytest.skip(str(reason))
    out = tmp_path_factory.mktemp("rendered")
    synthesize(Plan(out / "a", people=1, views=5, seed=3, depth=True, parts=True))
    synthesize(Plan(out / "a", people=2, views=5, seed=3, depth=True, parts=True))  # goes on
    synthesize(Plan(out / "b", people=2, views=5, seed=3), jobs=2)
    return out


def test_folder_reads_as_annotated_photos(folder):
    rows = read_annotations(folder / "a", split="train")
    assert len(rows) == 10
    for row in rows:
        assert row.size == (176, 256)
        picture, mask = (np.asarray(Image.open(path).convert("RGB" if path is row.photo else "L"))
                         for path in (row.photo, row.mask))  # fmt: skip
        assert picture.shape == (256, 176, 3)
        assert set(np.unique(mask)) == {0, 255}
        assert 0.02 < (mask > 0).mean() < 0.8
        seen = row.keypoints[:, 2] >= SURE
        assert seen.sum() >= 4
        points = np.rint(row.keypoints[seen, :2]).astype(int)
        inner = [j for j in np.flatnonzero(seen) if j not in (Joint.RIGHT_EAR, Joint.LEFT_EAR)]
        on_person = [
            mask[min(y, 255), min(x, 175)] for (x, y), j in zip(points, np.flatnonzero(seen), strict=True) if j in inner
        ]
        assert np.mean(on_person) > 0.8 * 255


def test_depth_and_parts_belong_to_the_mask(folder):
    for path in sorted((folder / "a" / "masks").iterdir()):
        mask = np.asarray(Image.open(path).convert("L")) > 0
        depth = np.asarray(Image.open(folder / "a" / "depth" / path.name))
        parts = np.asarray(Image.open(folder / "a" / "parts" / path.name))
        assert ((depth > 0) == mask).mean() > 0.98
        assert 1000 < np.median(depth[depth > 0]) < 12000
        assert (parts[depth > 0, 0] < 10).all()
        assert (parts[depth == 0, :2] == 255).all()


def test_same_seed_same_pictures_with_any_number_of_processes(folder):
    first, second = (json.loads((folder / name / "keypoints18.json").read_text()) for name in "ab")
    assert first == second
    for name in first:
        a, b = (folder / letter / "photos" / f"{name}.jpg" for letter in "ab")
        assert a.read_bytes() == b.read_bytes()


def test_a_folder_of_another_kind_is_left_alone(folder):
    from engine.errors import UsageError
    from training.synthetic.folder import Plan
    from training.synthetic.synthesize import synthesize

    before = (folder / "a" / "keypoints18.json").read_bytes()
    with pytest.raises(UsageError, match="another kind.*seed"):
        synthesize(Plan(folder / "a", people=3, views=5, seed=1, depth=True, parts=True))
    assert (folder / "a" / "keypoints18.json").read_bytes() == before


def test_report_tells_what_is_there(folder):
    for name in "ab":
        report = json.loads((folder / name / "report.json").read_text())
        assert report["pictures"] == 10 and report["people"] == 2
        assert report["pairs"] == {"train": 40, "val": 0}
        for lines in report["shares"].values():
            assert sum(line["pictures"] for line in lines) == 10
        assert all(sum(shares.values()) == pytest.approx(1) for shares in report["joints"].values())
        page = (folder / name / "report.html").read_text()
        sheets = re.findall('src="([^"]+)"', page)
        assert "sheets/front.jpg" in sheets and "sheets/people.jpg" in sheets
        for sheet in sheets:
            assert np.asarray(Image.open(folder / name / sheet)).std() > 10


def test_pairs_and_people_can_be_prepared(folder):
    from training.prepare.recipe import Recipe
    from training.prepare.sources import read_source

    source = read_source(folder / "a")
    assert source.kind == "annotated"
    assert {photo.person for photo in source.photos} == {"0", "1"}
    assert {photo.gender for photo in source.photos} == {"women", "men"}
    assert len(source.pairs["train"]) == 40
    assert Recipe().resolved(source).pairs == "given"


def test_without_opengl_the_error_says_what_to_install(tmp_path):
    code = "import sys; from training.cli import main; sys.exit(main(sys.argv[1:]))"
    options = ["synthesize", "--out", str(tmp_path / "out"), "--people", "2", "--views", "1"]
    environment = os.environ | {"__EGL_VENDOR_LIBRARY_FILENAMES": str(tmp_path / "none.json")}
    for jobs in ("1", "2"):
        ran = subprocess.run(
            [sys.executable, "-c", code, *options, "--jobs", jobs], env=environment, capture_output=True, text=True
        )
        assert ran.returncode == 2, ran.stderr
        assert "EGL" in ran.stderr and "apt-get install" in ran.stderr and "Traceback" not in ran.stderr
