"""Sequences, batches and sheets from the command line, with the weights that come in the box."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from engine import cli
from engine.images import load_picture
from engine.presets import load_people
from engine.project.project import Project
from engine.provenance import read_provenance
from tests.engine.small_models import painter

Said = tuple[int, list[str], list[str]]


def repose(capsys: pytest.CaptureFixture[str], *arguments: object) -> Said:
    """Exit code, lines of standard output and of standard error."""
    code = cli.main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out.splitlines(), said.err.splitlines()


@pytest.fixture
def person() -> Path:
    """A photo of a whole person, free to use: the first demo person."""
    return load_people()[0].path


def test_a_sequence_as_gif_and_as_numbered_pictures(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, person: Path
) -> None:
    poses = ("--pose", "hands-on-hips", "--pose", "arms-raised")
    code, out, errors = repose(capsys, "sequence", person, *poses, "--frames", 3, "--out", tmp_path / "up.gif")
    assert (code, out, errors) == (0, [str(tmp_path / "up.gif")], [])
    with Image.open(tmp_path / "up.gif") as gif:
        assert getattr(gif, "n_frames", 1) == 3 and gif.size == (176, 256)
    code, out, _ = repose(
        capsys, "sequence", person, *poses, "--frames", 3, "--background", "photo", "--out", tmp_path / "up"
    )
    assert code == 0 and [Path(line).name for line in out] == [f"{person.stem}-000{n}.png" for n in (1, 2, 3)]
    assert load_picture(out[1]).shape == load_picture(person).shape
    made = read_provenance(out[1])
    assert made is not None and made.target == "hands-on-hips - arms-raised, 2 of 3"
    assert made.asked_pose is not None and made.options["background"] == "photo"


def test_a_sequence_that_cannot_be(capsys: pytest.CaptureFixture[str], tmp_path: Path, person: Path) -> None:
    for arguments, words in (
        (("--pose", "front"), "at least two poses"),
        (("--pose", "front", "--pose", "back", "--out", tmp_path / "x.avi"), "cannot end in '.avi'"),
        (("--pose", "front", "--pose", "back", "--frames", 1), "2 to 2000 pictures, not 1"),
    ):
        code, out, errors = repose(capsys, "sequence", person, "--out", tmp_path / "x.gif", *arguments)
        assert code == 2 and not out and len(errors) == 1 and words in errors[0]
    assert not list(tmp_path.iterdir())


def test_a_look_inside_is_a_sheet_beside_the_picture(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, person: Path
) -> None:
    out = tmp_path / "a.png"
    code, said, _ = repose(capsys, "transfer", person, "--pose", "front", "--into-photo", "--inside", "--out", out)
    assert code == 0 and said == [str(out), str(tmp_path / "a-inside.png")]
    assert load_picture(out).shape == load_picture(person).shape
    sheet = load_picture(said[1])
    assert sheet.shape[0] > 256 and sheet.shape[1] > 3 * 176


def test_a_batch_goes_on_where_it_was(capsys: pytest.CaptureFixture[str], tmp_path: Path, person: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "ada.png").write_bytes(person.read_bytes())
    (tmp_path / "photos" / "broken.jpg").write_bytes(b"no photo")
    poses = ("--pose", "front", "--pose", "waving")
    out = tmp_path / "out"
    code, said, errors = repose(capsys, "batch", tmp_path / "photos", *poses, "--out", out)
    assert code == 2 and [Path(line).name for line in said] == ["ada-front.png", "ada-waving.png", "contact-sheet.png"]
    assert len(errors) == 1 and "broken.jpg" in errors[0]
    (out / "ada-waving.png").unlink()
    code, said, errors = repose(capsys, "batch", "--out", out)
    assert code == 2 and [Path(line).name for line in said] == ["ada-waving.png", "contact-sheet.png"]
    assert "1 of 4" in errors[0] and "broken.jpg" in errors[1]
    code, said, errors = repose(capsys, "batch", person, "--out", out)
    assert code == 2 and not said and "other photos" in errors[0]
    code, said, errors = repose(capsys, "batch", *poses[:2], "--pose", "seated", "--out", out)
    assert code == 2 and not said and "other poses" in errors[0], "as many, but not the same"
    code, said, errors = repose(capsys, "batch", "--background", "keep", "--out", out)
    assert code == 2 and not said and "other background" in errors[0]
    code, said, errors = repose(capsys, "batch", person.parent, *poses, "--out", out)
    assert code == 2 and not said and "other photos" in errors[0]
    code, said, errors = repose(capsys, "batch", tmp_path / "photos", *poses, "--background", "white", "--out", out)
    assert [Path(line).name for line in said] == ["contact-sheet.png"] and "2 of 4" in errors[0]
    code, said, _ = repose(capsys, "sheet", out, "--columns", 2, "--out", tmp_path / "sheet.png")
    assert code == 0 and load_picture(said[0]).shape[1] > 300


def test_two_models_paint_the_same_and_a_project_takes_the_pictures(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, person: Path
) -> None:
    (tmp_path / "mine").mkdir()
    painter(tmp_path / "mine", "photo")
    mine, out, file = tmp_path / "mine" / "photo.safetensors", tmp_path / "out", tmp_path / "spring.repose"
    Project.create(file).close()
    common = ("batch", person, "--pose", "front", "--weights", "repose-patn", "--weights", mine, "--out", out)
    code, said, errors = repose(capsys, *common, "--project", tmp_path / "none.repose")
    assert code == 2 and not said and "no such project" in errors[0] and not out.exists()
    code, said, errors = repose(capsys, *common, "--project", file)
    stem = person.stem
    assert code == 0 and not errors
    assert said == [str(out / part) for part in (f"repose-patn/{stem}-front.png", f"photo/{stem}-front.png")] + [
        str(out / "contact-sheet.png")
    ]
    for _ in range(2):
        with Project.open(file) as project:
            pictures = project.pictures.all()
            assert [(one.kind, one.model, one.target) for one in pictures] == [
                ("batch", "repose-patn", "front"), ("batch", "photo", "front"),
            ]  # fmt: skip
            assert len({one.made().facts["generator sha256"] for one in pictures}) == 2
        code, said, _ = repose(capsys, *common, "--project", file)
        assert code == 0 and said == [str(out / "contact-sheet.png")], "nothing is made or put in twice"
    code, said, errors = repose(capsys, "batch", "--weights", "repose-patn", "--out", out)
    assert code == 2 and not said and "with other weights" in errors[0]
    mine.unlink()
    (out / "photo" / f"{stem}-front.png").unlink()
    code, said, errors = repose(capsys, "batch", "--out", out)
    assert code == 2 and not said and "photo.safetensors" in errors[-1]
