"""Annotations of many photos: exact round trips through every format, and wrong files refused whole with their line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.cli import main
from engine.errors import OutputError, PictureError, PoseFileError, UsageError
from engine.formats.coco_json import parse_coco
from engine.formats.openpose_json import parse_openpose
from engine.formats.sets import AnnotatedPhoto, Format, format_of, match_photos, read_set, write_set
from engine.formats.spots import line_of
from engine.images import picture_size
from engine.skeleton import Joint, JointState, Pose
from tests.engine.test_formats import ONES, random_pose, without_neck

NAMES = st.lists(st.sampled_from(["a", "b b", "ü", "c.d", "e_keypoints", "f:g", "h,i"]), unique=True, max_size=4)


def target(folder: Path, kind: Format) -> Path:
    return folder / ("set" if kind.is_folder else f"set{kind.suffix}")


def sayable(pose: Pose, kind: Format) -> Pose:
    """What a format can say of a pose."""
    if kind is Format.COCO:
        return without_neck(pose)
    return pose if kind is Format.OPENPOSE else Pose.from_points(np.rint(pose.points))


def photos_of(names: Sequence[str], seed: int) -> list[AnnotatedPhoto]:
    photos = []
    for index, name in enumerate(names):
        people = tuple(random_pose(seed + 10 * index + person) for person in range((seed + index) % 3))
        photos.append(AnnotatedPhoto(f"{name}.jpg", people, (600 + index, 502)))
    return photos


@pytest.mark.parametrize("kind", Format)
@settings(max_examples=25, deadline=None)
@given(names=NAMES.filter(bool), seed=st.integers(0, 2**30))
def test_a_set_comes_back_as_exactly_as_its_format_can_say(kind: Format, names: list[str], seed: int) -> None:
    photos = photos_of(names, seed)
    with TemporaryDirectory() as folder:
        place = target(Path(folder), kind)
        write_set(place, photos, kind=kind)
        assert format_of(place) is kind
        assert [path.name for path in Path(folder).iterdir()] == [place.name], "nothing is left beside it"
        back = {photo.name: photo for photo in read_set(place)}
    assert set(back) == {photo.name for photo in photos}
    for photo in photos:
        again = back[photo.name]
        people = photo.people[:1] if kind is Format.PATN else photo.people
        assert again.size == (None if kind is Format.PATN else photo.size)
        assert len(again.people) == len(people)
        for one, two in zip(people, again.people, strict=True):
            assert two.same_as(sayable(one, kind), tolerance=1e-9)


def test_a_folder_keeps_the_files_of_other_photos(tmp_path: Path) -> None:
    write_set(tmp_path, photos_of(["a", "b"], 4), kind=Format.OPENPOSE)
    (tmp_path / "notes.txt").write_text("mine")
    changed = AnnotatedPhoto("a.jpg", (random_pose(77),), (5, 6))
    assert write_set(tmp_path, [changed], kind=Format.OPENPOSE) == [tmp_path / "a_keypoints.json"]
    assert {path.name for path in tmp_path.iterdir()} == {"a_keypoints.json", "b_keypoints.json", "notes.txt"}
    assert read_set(tmp_path)[0].people[0].same_as(changed.people[0], tolerance=1e-9)


def test_one_photo_is_one_file(tmp_path: Path) -> None:
    photo = photos_of(["only"], 5)[0]
    for kind in Format:
        path = tmp_path / f"one-{kind.value}{kind.suffix}"
        assert write_set(path, [photo], kind=kind) == [path]
        assert [entry.name for entry in read_set(path)] == ["only.jpg"]
    with pytest.raises(UsageError, match="one a photo"):
        write_set(tmp_path / "x.json", photos_of(["a", "b"], 1), kind=Format.OPENPOSE)


def test_files_of_a_detector_are_named_after_their_photo_and_may_hold_nobody(tmp_path: Path) -> None:
    (tmp_path / "walk_0001_keypoints.json").write_text('{"version": 1.3, "people": []}')
    scaled = [value for at in range(18) for value in (at / 18, 0.5, 0.9)]
    (tmp_path / "walk_0002_keypoints.json").write_text(json.dumps({"people": [{"pose_keypoints_2d": scaled}]}))
    asked: list[str] = []

    def size_of(name: str) -> tuple[int, int]:
        asked.append(name)
        return 100, 180

    found = read_set(tmp_path, size_of=size_of)
    assert [(photo.name, len(photo.people)) for photo in found] == [("walk_0001", 0), ("walk_0002", 1)]
    assert found[1].people[0].place(Joint.NECK) == (10.0, 50.0) and "walk_0002" in asked
    with pytest.raises(PoseFileError, match=r"walk_0002.*scaled to 0\.\.1"):
        read_set(tmp_path)


def test_entries_find_their_photos() -> None:
    photos = [Path("/x") / name for name in ("a.jpg", "B.PNG", "c.jpg", "c.png", "d.jpg")]
    names = ("sub/a.jpg", "b", "c", "c.png", "zebra.jpg", "D.jpeg", "d")
    match = match_photos(photos, [AnnotatedPhoto(name) for name in names])
    assert {path.name: entry.name for path, entry in match.found.items()} == {
        "a.jpg": "sub/a.jpg",
        "B.PNG": "b",
        "c.png": "c.png",
        "d.jpg": "D.jpeg",
    }
    assert match.strangers == ("c", "zebra.jpg", "d"), "an unclear name is nobody's, a photo has one entry"


def spread(flat: list[object]) -> str:
    """JSON with every number on a line of its own, from line 3 on."""
    return '{"people": [{"pose_keypoints_2d":\n[\n' + ",\n".join(json.dumps(value) for value in flat) + "\n]}]}"


def test_the_line_of_a_wrong_number_is_told() -> None:
    flat: list[object] = [5] * 54
    flat[13] = "seven"
    with pytest.raises(PoseFileError, match="x.json, line 16, person 1, right wrist: The y is not a number"):
        parse_openpose(spread(flat), name="x.json")
    triples = [5, 6, 2] * 17
    triples[8] = 9
    text = json.dumps(
        {"images": [{"id": 1, "file_name": "a"}], "annotations": [{"image_id": 1, "keypoints": triples}]}, indent=1
    )
    wrong = next(index for index, line in enumerate(text.splitlines(), 1) if line.strip() == "9,")
    with pytest.raises(PoseFileError, match=f"x, line {wrong}, annotation 1, right eye: v is 9"):
        parse_coco(text, name="x")


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.integers() | st.text(max_size=4) | st.none(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
        max_leaves=12,
    ),
    st.data(),
)
def test_lines_are_counted_to_any_value(value: object, data: st.DataObject) -> None:
    here, steps = value, []
    while isinstance(here, (list, dict)) and here:
        step = data.draw(st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here))))
        steps.append(step)
        here = here[step]
    mark = "§here§"

    def marked(part: object, rest: list) -> object:
        if not rest:
            return mark
        if isinstance(part, dict):
            return {key: marked(entry, rest[1:]) if key == rest[0] else entry for key, entry in part.items()}
        assert isinstance(part, list)
        return [marked(entry, rest[1:]) if at == rest[0] else entry for at, entry in enumerate(part)]

    text = json.dumps(marked(value, steps), indent=2, ensure_ascii=False)
    expected = next(index for index, line in enumerate(text.split("\n"), 1) if mark in line)
    assert line_of(text, tuple(steps)) == expected
    assert line_of(text, (*steps, "gone")) == expected


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (
            "set.csv",
            f"name:keypoints_y:keypoints_x\na.jpg:{ONES}:{ONES}\nb.jpg:{ONES}:[1]\n",
            "set.csv, line 3.*1 numbers",
        ),
        ("set.json", '{"images": [],\n "annotations": []}', r"set\.json, line 1: The file lists no `images`"),
        ("set.json", '{"images": [{"id": 1, "file_name": "a"}],\n"annotations": [\n7]}', "line 3, annotation 1"),
        ("set.json", '{"people": [\n{}]}', "line 2, person 1"),
        ("set.txt", "hello", "no kind of annotations"),
        ("folder", "", "no .json file in this folder"),
    ],
)
def test_wrong_sets_are_refused_whole(tmp_path: Path, name: str, text: str, words: str) -> None:
    path = tmp_path / name
    if text:
        path.write_text(text)
    else:
        path.mkdir()
    with pytest.raises(PoseFileError, match=words) as caught:
        read_set(path)
    assert str(path) in str(caught.value) and caught.value.hint


def test_one_wrong_file_refuses_its_folder(tmp_path: Path) -> None:
    write_set(tmp_path, photos_of(["a", "b"], 8), kind=Format.OPENPOSE)
    (tmp_path / "c.json").write_text('{"people":\n[{"pose_keypoints_2d": [1]}]}')
    with pytest.raises(PoseFileError, match=r"c\.json, line 2, person 1: 1 numbers"):
        read_set(tmp_path)


def test_two_that_differ_and_bear_one_name_are_refused(tmp_path: Path) -> None:
    images = [{"id": at, "file_name": "a.jpg"} for at in (1, 2)]
    path = tmp_path / "coco.json"
    one = {"image_id": 1, "keypoints": [3, 4, 2] * 17}
    path.write_text(json.dumps({"images": images, "annotations": [one]}))
    with pytest.raises(PoseFileError, match=r"a\.jpg stands in it twice"):
        read_set(path)
    path.write_text(json.dumps({"images": images, "annotations": [one, {**one, "image_id": 2}]}))
    assert len(read_set(path)) == 1
    twice = [AnnotatedPhoto("a.jpg"), AnnotatedPhoto("a.jpg")]
    for kind in Format:
        with pytest.raises(UsageError, match="called a.jpg"):
            write_set(tmp_path / "out", twice, kind=kind)
    with pytest.raises(UsageError, match="would have the file a_keypoints"):
        write_set(tmp_path / "out", [AnnotatedPhoto("a.jpg"), AnnotatedPhoto("a.png")], kind=Format.OPENPOSE)
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_where_one_cannot(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for place in (tmp_path / "no" / "set", tmp_path / "file"):
        with pytest.raises(OutputError):
            write_set(place, photos_of(["a"], 2), kind=Format.OPENPOSE)
    assert [path.name for path in tmp_path.iterdir()] == ["file"] and (tmp_path / "file").read_text() == "mine"


def test_sizes_are_read_without_the_pixels(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 30))
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright
    image.save(tmp_path / "turned.jpg", exif=exif)
    image.save(tmp_path / "plain.png")
    assert picture_size(tmp_path / "turned.jpg") == (40, 30) and picture_size(tmp_path / "plain.png") == (30, 40)
    (tmp_path / "cut.png").write_bytes((tmp_path / "plain.png").read_bytes()[:20])
    for name in ("cut.png", "none.png"):
        with pytest.raises(PictureError, match=name):
            picture_size(tmp_path / name)


def test_the_command_converts_and_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photos = [AnnotatedPhoto("a.png", (random_pose(3).with_joint(Joint.NOSE, state=JointState.HIDDEN),))]
    Image.new("RGB", (40, 30)).save(tmp_path / "a.png")
    write_set(tmp_path / "in", photos, kind=Format.OPENPOSE)
    arguments = ["annotations", "convert", str(tmp_path / "in"), "--to", "coco", "--out", str(tmp_path / "out.json")]
    assert main([*arguments, "--photos", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "1 photo, COCO keypoints JSON" in said.out and "no place for confidences" in said.err
    back = read_set(tmp_path / "out.json")[0]
    assert back.size == (30, 40) and back.people[0].states[Joint.NOSE] is JointState.HIDDEN
    assert main(["annotations", "check", str(tmp_path / "out.json"), str(tmp_path / "in")]) == 0
    assert "COCO keypoints JSON, 1 photo, 1 people, 0 photos without one" in capsys.readouterr().out
    (tmp_path / "bad.csv").write_text("name:keypoints_y:keypoints_x\n\nx:1:2\n")
    assert main(["annotations", "check", str(tmp_path / "bad.csv")]) == 2
    assert "bad.csv, line 3: keypoints_y holds no list" in capsys.readouterr().err
