"""Pose files of other programs: exact round trips, and one clear sentence for every broken one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import OutputError, PoseFileError
from engine.formats.coco_json import COCO_NAMES, CocoPhoto, coco_text, parse_coco, read_coco, write_coco
from engine.formats.openpose_json import openpose_text, parse_openpose, read_openpose, write_openpose
from engine.formats.patn_csv import (
    annotations_text,
    parse_annotations,
    parse_pairs,
    read_annotations,
    read_pairs,
    write_annotations,
    write_pairs,
)
from engine.skeleton import Joint, JointState, Pose


def random_pose(seed: int, *, whole: bool = False, states: bool = True, trust: bool = True) -> Pose:
    random = np.random.default_rng(seed)
    points = random.integers(2, 500, (18, 2)).astype(float) if whole else np.round(random.uniform(2, 500, (18, 2)), 6)
    points[random.random(18) < 0.2] = np.nan
    points[0] = 50, 60
    kinds = [JointState.HIDDEN if hide else JointState.VISIBLE for hide in random.random(18) < 0.3]
    return Pose.from_points(
        points, states=kinds if states else None,
        confidence=np.round(random.uniform(1e-6, 1, 18), 6) if trust else None)


TRIPLES = [[10.0 + i, 20.0 + 2 * i, 0.5] for i in range(25)]


def openpose(count: int = 18, **more) -> str:
    flat = [value for triple in TRIPLES[:count] for value in triple]
    return json.dumps({"version": 1.1, "people": [{"pose_keypoints_2d": flat}], **more})


@settings(max_examples=100, deadline=None)
@given(seeds=st.lists(st.integers(0, 2**31), min_size=1, max_size=4))
def test_openpose_round_trip(seeds):
    people = [random_pose(seed) for seed in seeds]
    text = openpose_text(people, canvas=(512, 768), title="Walking", tags=["front", "full body"])
    back = parse_openpose(text, name="x")
    assert back.canvas == (512, 768) and back.title == "Walking" and back.tags == ("front", "full body")
    assert len(back.people) == len(people)
    assert all(a.same_as(b, tolerance=1e-9) for a, b in zip(people, back.people, strict=True))
    entry = json.loads(text)
    assert entry["version"] == 1.1 and all(len(p["pose_keypoints_2d"]) == 54 for p in entry["people"])


def test_openpose_files(tmp_path):
    pose = random_pose(1).with_joint(Joint.NOSE, confidence=0.0)
    back = read_openpose(write_openpose(tmp_path / "pose.json", [pose])).people[0]
    assert back.same_as(pose, tolerance=1e-6) and back.has(Joint.NOSE)
    (tmp_path / "marked.json").write_bytes(b"\xef\xbb\xbf" + openpose().encode())
    assert read_openpose(tmp_path / "marked.json").people[0].present.all()


def test_twenty_five_points():
    pose = parse_openpose(openpose(25), name="x").people[0]
    assert pose.place(Joint.LEFT_WRIST) == (17.0, 34.0)
    assert pose.place(Joint.RIGHT_HIP) == (19.0, 38.0)  # 8 is the middle of the hips
    assert pose.place(Joint.LEFT_EAR) == (28.0, 56.0)


def test_missing_joints_and_people_without_a_body():
    flat = [0.0] * 54
    flat[0:3] = 5, 6, 0.9
    flat[3:6] = 7, 8, 0.0  # an editor's way to switch a point off
    people = [{"pose_keypoints_2d": []}, {"pose_keypoints_2d": None}, {"pose_keypoints_2d": [0] * 54},
              {"pose_keypoints_2d": flat, "face_keypoints_2d": [1, 2, 3]}]
    file = parse_openpose(json.dumps({"people": people}), name="x")
    assert len(file.people) == 1 and file.people[0].present.sum() == 1 and file.people[0].confidence[0] == 0.9


def test_values_scaled_to_one():
    flat = [value for x, y, c in TRIPLES[:18] for value in (x / 100, y / 100, c)]
    content = {"people": [{"pose_keypoints_2d": flat}], "canvas_width": 800, "canvas_height": 400}
    file = parse_openpose(json.dumps(content), name="x")
    assert file.canvas == (400, 800) and file.people[0].place(Joint.NECK) == pytest.approx((88.0, 88.0))
    bare = json.dumps({"people": content["people"]})
    assert parse_openpose(bare, name="x", size=(100, 200)).people[0].place(Joint.NECK) == pytest.approx((22.0, 22.0))
    with pytest.raises(PoseFileError, match="canvas_width"):
        parse_openpose(bare, name="x")


@pytest.mark.parametrize("top", [
    [{"people": [{"pose_keypoints_2d": sum(TRIPLES[:18], [])}], "canvas_width": 512, "canvas_height": 512}],
    {"people": [{"pose_keypoints": sum(TRIPLES[:18], [])}]},
    {"people": [{"pose_keypoints_2d": TRIPLES[:18]}]},
    {"width": 512, "height": 768, "keypoints": [triple[:2] for triple in TRIPLES[:18]]},
    {"width": 512, "height": 768, "keypoints": [[triple[:2] for triple in TRIPLES[:18]]]},
    {"pose_keypoints_2d": sum(TRIPLES[:18], [])},
    sum(TRIPLES[:18], []),
    TRIPLES[:18],
    [value for triple in TRIPLES[:18] for value in triple[:2]],
])
def test_what_web_editors_write(top):
    pose = parse_openpose(json.dumps(top), name="x").people[0]
    assert pose.present.all() and pose.place(Joint.LEFT_EAR) == (27.0, 54.0)


def test_null_points_of_web_editors():
    points: list = [triple[:2] for triple in TRIPLES[:18]]
    points[4] = None
    points[5] = [0, 0]
    pose = parse_openpose(json.dumps({"keypoints": points}), name="x").people[0]
    assert not pose.has(Joint.RIGHT_WRIST) and not pose.has(Joint.LEFT_SHOULDER) and pose.present.sum() == 16


def broken(index: int, value: object) -> str:
    flat: list = sum(TRIPLES[:18], [])
    flat[index] = value
    return json.dumps({"people": [{"pose_keypoints_2d": sum(TRIPLES[:18], [])}, {"pose_keypoints_2d": flat}]})


@pytest.mark.parametrize(("text", "words"), [
    (openpose(17), "person 1.*17 points.*COCO.*COCO keypoints JSON"),
    (openpose(20), "20 points, not 18 or 25"),
    (broken(12, float("nan")), "person 2, right wrist: The x is nan"),
    (broken(13, float("inf")), "person 2, right wrist: The y is inf"),
    (broken(12, 1e300), "far outside"),
    (broken(14, -0.1), "person 2, right wrist: The confidence is -0.1"),
    (broken(14, float("nan")), "confidence is nan"),
    (broken(12, "12"), r'The x is not a number but "12"'),
    (broken(12, True), "not a number but true"),
    (broken(12, None), "not a number but null"),
    (broken(12, {"x": 1}), "not a number"),
    (broken(12, [1] * 3), "points"),
    ('{"people": [{"pose_keypoints_2d": [1, 2]}]}', "2 numbers are not triples"),
    ('{"people": []}', "holds no people"),
    ('{"people": {}}', "not a list"),
    ('{"people": [{}]}', "no `pose_keypoints_2d`"),
    ('{"people": [{"pose_keypoints_2d": "1,2,3"}]}', "not a list"),
    ('{"people": ["me"]}', "not a list"),
    (json.dumps({"people": [{"pose_keypoints_2d": [0] * 54}]}), "no person with a joint"),
    (openpose(canvas_width=0, canvas_height=5), "canvas is 0 x 5"),
    (openpose(canvas_width="a", canvas_height=5), "canvas_width is not a number"),
    (openpose(repose={"states": ["seen"] * 18}), "state is not visible"),
    (openpose(repose={"states": ["visible"] * 3}), "3 joint states"),
    ('{"annotations": []}', "looks like COCO"),
    ('{"title": "x"}', "no `people`"),
    ('{"people": ', "not valid JSON.*line 1, column"),
    ("", "empty"), ("  \n", "empty"), ("12", "not a pose file"), ('"text"', "not a pose file"), ("[]", "not a pose"),
    ("[" * 100000, "nesting"), ('{"people": [{"pose_keypoints_2d": [' + "9" * 5000 + "]}]}", "JSON|not triples"),
    ("null", "not a pose file"),
])
def test_broken_openpose_files(tmp_path, text, words):
    path = tmp_path / "pose.json"
    path.write_text(text)
    with pytest.raises(PoseFileError, match=words) as caught:
        read_openpose(path)
    assert str(path) in str(caught.value) and "\n" not in str(caught.value) and caught.value.hint


def test_files_that_are_none(tmp_path):
    for read in (read_openpose, read_coco, read_annotations, read_pairs):
        with pytest.raises(PoseFileError, match="no such file"):
            read(tmp_path / "nothing.json")
        with pytest.raises(PoseFileError, match="folder"):
            read(tmp_path)
        (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe\0")
        with pytest.raises(PoseFileError, match="not text"):
            read(tmp_path / "photo.png")
    with open(tmp_path / "huge.json", "wb") as file:
        file.truncate(64_000_001)
    with pytest.raises(PoseFileError, match="too large"):
        read_openpose(tmp_path / "huge.json")


@settings(max_examples=200, deadline=None)
@given(st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["people", "pose_keypoints_2d", "keypoints", "repose", "states", "canvas_width", "images",
                         "canvas_height", "annotations", "id", "file_name", "image_id", "categories"]),
        inner, max_size=4), max_leaves=20))
def test_any_json_is_read_or_refused(value):
    for parse in (parse_openpose, parse_coco):
        try:
            parse(json.dumps(value), name="x")
        except PoseFileError as error:
            assert str(error).startswith("x") and "\n" not in str(error)


def without_neck(pose: Pose) -> Pose:
    """What COCO can say of a pose: the neck as the shoulders' middle, no confidences."""
    right, left = Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER
    bare = Pose.from_points(pose.points, states=pose.states)
    if not pose.has(right, left):
        return bare.with_joint(Joint.NECK, state=JointState.MISSING)
    hidden = JointState.HIDDEN in (pose.states[right], pose.states[left])
    x, y = pose.points[[right, left]].mean(axis=0)
    return bare.with_joint(Joint.NECK, (x, y)).with_joint(
        Joint.NECK, state=JointState.HIDDEN if hidden else JointState.VISIBLE, confidence=1.0)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**31))
def test_coco_round_trip(seed):
    people = random_pose(seed), random_pose(seed + 1)
    photos = [CocoPhoto("a.jpg", (800, 600), people), CocoPhoto("b.jpg", (9, 8), ())]
    back = parse_coco(coco_text(photos), name="x")
    assert [(photo.name, photo.size) for photo in back] == [("a.jpg", (800, 600)), ("b.jpg", (9, 8))]
    assert len(back[0].people) == 2 and back[1].people == ()
    for before, after in zip(photos[0].people, back[0].people, strict=True):
        assert after.same_as(without_neck(before), tolerance=1e-9)


def test_coco_layout(tmp_path):
    pose = Pose.from_points([[10 + i, 20 + i] for i in range(18)]).with_joint(Joint.LEFT_EYE, state=JointState.MISSING)
    path = write_coco(tmp_path / "coco.json", [CocoPhoto("a.jpg", (100, 100), (pose,))])
    content = json.loads(path.read_text())
    annotation, category = content["annotations"][0], content["categories"][0]
    assert annotation["num_keypoints"] == 16 and annotation["bbox"] == [10, 20, 17, 17]
    assert annotation["keypoints"][:6] == [10, 20, 2, 0, 0, 0]
    assert category["keypoints"][:2] == ["nose", "left_eye"] and category["skeleton"][0] == [16, 14]
    assert all(1 <= end <= 17 for pair in category["skeleton"] for end in pair)
    assert read_coco(path)[0].people[0].place(Joint.NECK) == (13.5, 23.5)


def coco(keypoints: object = None, **more) -> str:
    triples = [[10 + i, 20 + i, 2] for i in range(17)]
    return json.dumps({
        "images": [{"id": 7, "file_name": "a.jpg", "width": 640, "height": 480}],
        "annotations": [{"image_id": 7, "category_id": 1, "keypoints": keypoints or sum(triples, [])}], **more})


def test_coco_with_its_joints_in_another_order():
    names = list(reversed(COCO_NAMES))
    pose = parse_coco(coco(categories=[{"id": 1, "keypoints": names}]), name="x")[0].people[0]
    assert pose.place(Joint.NOSE) == (26.0, 36.0)
    dogs = [{"id": 2, "keypoints": ["tail"]}, {"id": 1, "keypoints": list(COCO_NAMES)}]
    assert parse_coco(coco(categories=dogs), name="x")[0].people[0].place(Joint.NOSE) == (10.0, 20.0)


def test_coco_crowds_and_unlabelled_people_are_passed_over():
    annotations = [{"image_id": 7, "iscrowd": 1, "keypoints": [0] * 51}, {"image_id": 7, "keypoints": [0] * 51},
                   {"image_id": 7, "bbox": [1, 2, 3, 4]}]
    assert parse_coco(coco(annotations=annotations), name="x")[0].people == ()


@pytest.mark.parametrize(("text", "words"), [
    (openpose(), "looks like OpenPose"),
    ("[]", "no list `annotations`"),
    ('{"annotations": []}', "no `images`"),
    (coco([1.0] * 54), "54 numbers, not 17 triples.*OpenPose"),
    (coco([1.0] * 48), "48 numbers"),
    (coco("1, 2"), "no list"),
    (coco([1, 2, 3] * 17), "annotation 1, nose: v is 3"),
    (coco([1, float("nan"), 2] * 17), "nose: The y is nan"),
    (coco(["a", 1, 2] * 17), "not a number"),
    (coco(images=[{"id": 8, "file_name": "b.jpg"}]), "no image with the id 7"),
    (coco(images=[{"file_name": "b.jpg"}]), "no `id`"),
    (coco(images=[{"id": 7}]), "no `file_name`"),
    (coco(images=[{"id": 7, "file_name": "a"}] * 2), "Two images"),
    (coco(annotations=[5]), "not an object"),
    (coco(categories=[{"id": 1, "keypoints": ["tail"]}]), "not COCO's 17"),
])
def test_broken_coco_files(text, words):
    with pytest.raises(PoseFileError, match=words) as caught:
        parse_coco(text, name="x.json")
    assert str(caught.value).startswith("x.json") and caught.value.hint


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**31))
def test_patn_round_trip(seed):
    poses = {f"fashionWOMENTees_Tanksid000000010{i}_1front.jpg": random_pose(seed + i, whole=True, states=False,
                                                                            trust=False) for i in range(3)}
    back = parse_annotations(annotations_text(poses), name="x")
    assert list(back) == list(poses) and all(back[key].same_as(poses[key]) for key in poses)


def test_patn_layout(tmp_path):
    pose = Pose.from_points([[10.4 + i, 100.6 + i] for i in range(18)]).with_joint(Joint.NECK, (-3.0, 50.0))
    path = write_annotations(tmp_path / "annotation.csv", {"a:b.jpg": pose, "c.jpg": Pose.empty()})
    lines = path.read_text().splitlines()
    assert lines[0] == "name:keypoints_y:keypoints_x"
    assert lines[1].startswith('"a:b.jpg":[101, -1, 103, ') and ":[10, -1, 12, " in lines[1]
    back = read_annotations(path)
    assert back["a:b.jpg"].place(Joint.NOSE) == (10.0, 101.0) and not back["a:b.jpg"].has(Joint.NECK)
    assert not back["c.jpg"].present.any()


def test_pairs_round_trip(tmp_path):
    pairs = [("a.jpg", "b.jpg"), ("with, comma.jpg", "ü.jpg")]
    path = write_pairs(tmp_path / "fasion-resize-pairs-train.csv", pairs)
    assert path.read_text(encoding="utf-8").startswith("from,to\na.jpg,b.jpg\n")
    assert read_pairs(path) == pairs
    assert parse_pairs("from,to\r\na.jpg,b.jpg\r\n\r\n", name="x") == [("a.jpg", "b.jpg")]


ONES = str([1] * 18)


@pytest.mark.parametrize(("text", "words"), [
    ("from,to\na,b\n", "not the header 'name:keypoints_y:keypoints_x'"),
    ("", "not the header"),
    (f"name:keypoints_y:keypoints_x\na.jpg:{ONES}\n", "line 2.*3 entries"),
    (f"name:keypoints_y:keypoints_x\na.jpg:{ONES}:{ONES}:{ONES}\n", "line 2.*3 entries"),
    (f"name:keypoints_y:keypoints_x\na.jpg:{ONES}:[1, 2]\n", "line 2: keypoints_x holds 2 numbers"),
    (f"name:keypoints_y:keypoints_x\na.jpg:{ONES}:[1, 2\n", "line 2, keypoints_x: This is not valid JSON"),
    (f"name:keypoints_y:keypoints_x\na.jpg:{ONES}:7\n", "no list"),
    ("name:keypoints_y:keypoints_x\na.jpg:" + str([-2] * 18) + f":{ONES}\n", "other than -1"),
    ("name:keypoints_y:keypoints_x\na.jpg:[NaN" + ", 1" * 17 + f"]:{ONES}\n", "nose: The keypoints_y is nan"),
    (f"name:keypoints_y:keypoints_x\na.jpg:{ONES}:{ONES}\na.jpg:{ONES}:{str([2] * 18)}\n", "line 3: a.jpg.*twice"),
    ("name:keypoints_y:keypoints_x\n" + "x" * 200000 + f":{ONES}:{ONES}\n", "not CSV"),
])
def test_broken_annotations(text, words):
    with pytest.raises(PoseFileError, match=words) as caught:
        parse_annotations(text, name="x.csv")
    assert str(caught.value).startswith("x.csv") and caught.value.hint


@pytest.mark.parametrize("text", ["a,b\n", "from;to\na;b\n", "from,to\na\n", "from,to\na,\n", "from,to\na,b,c\n"])
def test_broken_pairs(text):
    with pytest.raises(PoseFileError, match=r"x\.csv"):
        parse_pairs(text, name="x.csv")


def test_writing_where_one_cannot(tmp_path):
    pose = random_pose(1)
    path = tmp_path / "no" / "x.json"
    writers = (lambda: write_openpose(path, [pose]), lambda: write_coco(path, []),
               lambda: write_annotations(path, {"a": pose}), lambda: write_pairs(path, []))
    for write in writers:
        with pytest.raises(OutputError, match="folder does not exist"):
            write()


def test_nothing_heavy_is_imported():
    script = ("import sys, engine.formats.openpose_json, engine.formats.coco_json, engine.formats.patn_csv;"
              "sys.exit('torch' in sys.modules or 'PIL' in sys.modules)")
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 0
