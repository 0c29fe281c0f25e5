"""The command line at work, with the weights that come in the box."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine import cli
from engine.formats.openpose_json import write_openpose
from engine.images import load_picture, picture_text, save_picture
from engine.presets import load_people, load_presets
from engine.provenance import file_sha256, read_provenance
from engine.skeleton import Joint, Pose
from engine.weights.store import WeightsStore

ROOT = Path(__file__).resolve().parents[2]
BLANK = np.full((300, 200, 3), 200, np.uint8)


def repose(capsys, *arguments: object) -> tuple[int, list[str], list[str]]:
    """Exit code, lines of standard output and of standard error; every error is one line."""
    code = cli.main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out.splitlines(), said.err.splitlines()


@pytest.fixture
def person() -> Path:
    """A photo of a whole person, free to use: the first demo person."""
    return load_people()[0].path


def test_detect_writes_a_list_and_overlays(capsys, tmp_path, astronaut_file):
    code, out, errors = repose(capsys, "detect", astronaut_file, "--json", tmp_path / "found.json",
                               "--overlay", tmp_path / "drawn")
    assert (code, errors) == (0, []) and out[0].startswith(f"{astronaut_file}: ")
    (entry,) = json.loads((tmp_path / "found.json").read_text())
    assert entry["photo"] == str(astronaut_file) and entry["size"] == [512, 512]
    main = entry["people"][0]
    assert main["facing"] == "front" and 0 < main["score"] <= 1 and len(main["keypoints"]) == 18
    x, y, confidence = main["keypoints"][Joint.NOSE]
    assert abs(x - 222) < 25 and abs(y - 120) < 30 and 0 < confidence <= 1
    assert all(keypoint is None or len(keypoint) == 3 for keypoint in main["keypoints"])
    drawn = load_picture(tmp_path / "drawn" / "astronaut-overlay.png")
    assert drawn.shape == (512, 512, 3) and not np.array_equal(drawn, load_picture(astronaut_file))


def test_detect_to_standard_output_says_nothing_else(capsys, astronaut_file):
    for options in ((), ("--quiet",)):
        assert cli.main(["detect", str(astronaut_file), "--json", "-", *options]) == 0
        said = capsys.readouterr()
        assert len(json.loads(said.out)) == 1 and said.err == ""


def test_the_good_photos_of_several_are_done(capsys, tmp_path, astronaut_file):
    (tmp_path / "cut.png").write_bytes(astronaut_file.read_bytes()[:5000])
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / astronaut_file.name
    twin.write_bytes(astronaut_file.read_bytes())
    blank = save_picture(tmp_path / "blank.png", BLANK)
    code, out, errors = repose(
        capsys, "detect", tmp_path / "cut.png", astronaut_file, tmp_path / "gone.jpg", blank, twin, tmp_path,
        "--json", tmp_path / "found.json", "--overlay", tmp_path / "drawn")
    assert code == 2 and len(errors) == 4 and len(out) == 3
    for name, words in (("cut.png", "cut short"), ("gone.jpg", "no such file"), ("blank.png", "No person"),
                        (tmp_path.name, "a folder")):
        assert any(name in line and words in line for line in errors)
    entries = json.loads((tmp_path / "found.json").read_text())
    assert [entry["photo"] for entry in entries] == [str(astronaut_file), str(blank), str(twin)]
    assert [bool(entry["people"]) for entry in entries] == [True, False, True]
    assert sorted(path.name for path in (tmp_path / "drawn").iterdir()) == [
        "astronaut-overlay-2.png", "astronaut-overlay.png", "blank-overlay.png"]


def test_an_overlay_never_replaces_a_photo(capsys, tmp_path, astronaut_file):
    photos = [tmp_path / "a.png", tmp_path / "a-overlay.png"]
    for photo in photos:
        photo.write_bytes(astronaut_file.read_bytes())
    code, out, errors = repose(capsys, "detect", *photos, "--overlay", tmp_path)
    assert code == 2 and not out and len(errors) == 1 and "replace what it is made from" in errors[0]
    assert all(photo.read_bytes() == astronaut_file.read_bytes() for photo in photos)


def test_a_mask_at_the_photos_size(capsys, tmp_path, person):
    code, out, _ = repose(capsys, "mask", person, "--out", tmp_path / "mask.png")
    mask, photo = load_picture(tmp_path / "mask.png"), load_picture(person)
    assert code == 0 and out == [str(tmp_path / "mask.png")] and mask.shape == photo.shape
    assert set(np.unique(mask)) == {0, 255} and 0.03 < (mask == 255).mean() < 0.8
    pose = load_people()[0].pose
    if pose is not None:
        x, y = (round(value) for value in pose.place(Joint.NECK))
        assert mask[y, x, 0] == 255


def test_a_photo_without_a_person(capsys, tmp_path):
    blank = save_picture(tmp_path / "blank.png", BLANK)
    for arguments in (("mask", blank), ("transfer", blank, "--pose", "front")):
        code, out, errors = repose(capsys, *arguments, "--out", tmp_path / "out.png")
        assert code == 2 and out == [] and len(errors) == 1
        assert str(blank) in errors[0] and "No person" in errors[0] and not (tmp_path / "out.png").exists()


def test_one_picture_and_how_it_was_made(capsys, tmp_path, person):
    out = tmp_path / "picture.png"
    code, said, errors = repose(capsys, "transfer", person, "--pose", "hands-on-hips", "--out", out)
    assert (code, said, errors) == (0, [str(out)], [])
    picture = load_picture(out)
    assert picture.shape == (256, 176, 3) and (picture[:4] == 255).mean() > 0.9 and (picture < 200).mean() > 0.03
    made = read_provenance(out)
    assert made is not None and made.photo == person.name and made.photo_sha256 == file_sha256(person)
    assert made.target == "hands-on-hips" and made.options == {"framing": "auto", "background": "white", "fit": "yes"}
    assert WeightsStore().find("repose-patn").sha256 in made.facts.values()
    assert made.target_pose.present.sum() >= 12 and made.photo_size == load_picture(person).shape[:2]
    assert picture_text(out)["Software"].startswith("Repose Studio")
    assert [path.name for path in tmp_path.iterdir()] == ["picture.png"]


def test_several_poses_of_every_kind_into_a_folder(capsys, tmp_path, person, astronaut_file):
    file = write_openpose(tmp_path / "mine.json", [load_presets()[0].pose], canvas=(256, 176))
    blank = save_picture(tmp_path / "blank.png", BLANK)
    code, out, errors = repose(
        capsys, "transfer", person, "--pose", "walking", "--pose", file, "--pose", "no-such-pose", "--pose",
        astronaut_file, "--pose", blank, "--pose", "walking", "--out", tmp_path / "new folder")
    assert code == 2 and len(errors) == 2
    assert any("no-such-pose" in line for line in errors) and any(str(blank) in line for line in errors)
    stem = person.stem
    assert [Path(line).name for line in out] == [
        f"{stem}-walking.png", f"{stem}-mine.png", f"{stem}-astronaut.png", f"{stem}-walking-2.png"]
    assert all(load_picture(line).shape == (256, 176, 3) for line in out)
    first, again = load_picture(out[0]), load_picture(out[3])
    assert np.array_equal(first, again) and not np.array_equal(first, load_picture(out[1]))


def test_an_existing_folder_and_quiet(capsys, tmp_path, person):
    code, out, errors = repose(capsys, "--quiet", "transfer", person, "--pose", "front", "--out", tmp_path)
    assert (code, out, errors) == (0, [], []) and (tmp_path / f"{person.stem}-front.png").exists()


def test_the_photos_own_background(capsys, tmp_path, person):
    for background in ("white", "keep"):
        out = tmp_path / f"{background}.jpg"
        assert repose(capsys, "transfer", person, "--pose", "front", "--background", background, "--out", out)[0] == 0
    white, kept = (load_picture(tmp_path / f"{name}.jpg").astype(int) for name in ("white", "keep"))
    assert np.abs(white - kept).mean() > 1


def test_a_given_photo_pose_and_too_few_joints(capsys, tmp_path, person):
    demo = load_people()[0]
    assert demo.pose is not None
    given = write_openpose(tmp_path / "photo.json", [demo.pose])
    out = tmp_path / "out.png"
    assert repose(capsys, "transfer", person, "--pose", "front", "--photo-pose", given, "--out", out)[0] == 0
    made = read_provenance(out)
    assert made is not None and made.photo_pose.same_as(demo.pose, tolerance=0.01)
    hand = Pose.empty().with_joint(Joint.LEFT_WRIST, (50, 60)).with_joint(Joint.LEFT_ELBOW, (70, 90))
    write_openpose(given, [hand])
    before = out.read_bytes()
    code, _, errors = repose(capsys, "transfer", person, "--pose", "front", "--photo-pose", given, "--out", out)
    assert code == 2 and len(errors) == 1 and "joints" in errors[0] and out.read_bytes() == before


def test_without_fitting_the_pose_keeps_its_place(capsys, tmp_path, person):
    small = load_presets()[0].pose.turned(0.0, centre=(88, 128)).with_points(load_presets()[0].pose.points * 0.6 + 30)
    file = write_openpose(tmp_path / "small.json", [small], canvas=(256, 176))
    out = tmp_path / "out.png"
    assert repose(capsys, "transfer", person, "--pose", file, "--no-fit", "--out", out)[0] == 0
    made = read_provenance(out)
    assert made is not None and made.target_pose.same_as(small, tolerance=0.5) and made.options["fit"] == "no"


def test_without_framing_the_photo_goes_in_as_it_is(capsys, tmp_path, person):
    code, _, errors = repose(capsys, "transfer", person, "--pose", "front", "--out", tmp_path / "framed.png")
    assert (code, errors) == (0, [])
    pose = write_openpose(tmp_path / "in.json", [load_presets()[0].pose])
    out = tmp_path / "as-it-is.png"
    code, _, errors = repose(capsys, "transfer", tmp_path / "framed.png", "--framing", "none", "--photo-pose", pose,
                             "--pose", "front", "--out", out)
    assert (code, errors) == (0, [])
    made = read_provenance(out)
    assert made is not None and made.options["framing"] == "none"
    assert made.target_pose.same_as(load_presets()[0].pose, tolerance=0.01)
    assert made.photo_pose.same_as(load_presets()[0].pose, tolerance=0.01)


def test_weights_that_cannot_be_used(capsys, tmp_path, person):
    (tmp_path / "text.pth").write_text("hello")
    for weights, words in ((tmp_path / "text.pth", "text.pth"), ("no-such", "no-such"), ("repose-pose", "repose-pose"),
                           ("patn-fashion", "weights import")):
        code, out, errors = repose(capsys, "transfer", person, "--pose", "front", "--weights", weights, "--out",
                                   tmp_path / "out.png")
        assert code == 2 and out == [] and len(errors) == 1 and words in errors[0]
        assert not (tmp_path / "out.png").exists()
    code, _, errors = repose(capsys, "detect", person, "--weights", "repose-patn")
    assert code == 2 and len(errors) == 1


def test_the_box_is_whole(capsys):
    code, out, errors = repose(capsys, "weights", "verify")
    assert (code, errors) == (0, []) and {line.split(":")[0] for line in out} >= {"repose-pose", "repose-patn"}


def test_the_demo(capsys, tmp_path):
    people, poses = load_people(), [preset for preset in load_presets() if preset.demo]
    assert len(people) == 3 and len(poses) == 4
    code, out, errors = repose(capsys, "demo", "--out", tmp_path / "demo")
    assert (code, errors) == (0, []) and len(out) == 13
    names = {path.name for path in (tmp_path / "demo").iterdir()}
    assert names == {f"{person.name}-{pose.name}.png" for person in people for pose in poses} | {"contact-sheet.png"}
    sheet = load_picture(tmp_path / "demo" / "contact-sheet.png")
    assert sheet.shape[0] > 4 * 256 and sheet.shape[1] > 5 * 176


@pytest.mark.skipif(os.name != "posix", reason="signals to a process are a POSIX thing")
def test_control_c_in_the_middle_of_many_photos(tmp_path, astronaut_file):
    process = subprocess.Popen(
        [sys.executable, "-m", "engine.cli", "detect", *[str(astronaut_file)] * 500, "--json",
         str(tmp_path / "found.json"), "--overlay", str(tmp_path / "drawn")],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None and str(astronaut_file) in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130 and "Traceback" not in errors and errors.splitlines()[-1].endswith("Cancelled.")
    assert not (tmp_path / "found.json").exists()
    assert all(load_picture(path).shape == (512, 512, 3) for path in (tmp_path / "drawn").iterdir())
