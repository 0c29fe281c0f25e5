"""Files from strangers: each that cannot be used is refused with one clear sentence, and nothing is changed or run."""

from __future__ import annotations

import json
import os
import pickle
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from PIL import ExifTags, Image

from engine.errors import PictureError, PoseFileError, ProjectError, ReposeError, WeightsError
from engine.formats.coco_json import read_coco
from engine.formats.openpose_json import read_openpose
from engine.formats.pose_collection import read_collection
from engine.formats.sets import read_set
from engine.images import load_picture, picture_size, picture_text
from engine.picture_sets import PictureSets
from engine.project.faults import ProjectDamagedError
from engine.project.project import Project
from engine.project.rescue import rescue
from engine.provenance import read_provenance
from engine.reviews import read_review
from engine.weights.recognise import recognise

BOMB = zlib.compress(b"a" * 100_000_000, 9)
DEEP = 10_000


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *, more: bytes = b"", pixels: bytes | None = None) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = (b"\0" + bytes(3 * width)) * height if pixels is None else pixels
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def keypoints(values: str) -> bytes:
    return f'{{"people": [{{"pose_keypoints_2d": [{values}]}}]}}'.encode()


def safetensors(head: object, *, length: int | None = None) -> bytes:
    text = json.dumps(head).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + bytes(8)


class Trap:
    """A pickle of this runs a command when it is opened."""

    def __init__(self, sign: Path) -> None:
        self.sign = sign

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch '{self.sign}'",)


def contents(path: Path) -> dict[str, bytes]:
    """The files beside a file and in it, without those that SQLite makes while it looks at a database."""
    files = [file for file in path.parent.iterdir() if not file.name.startswith((f"{path.name}-", f".{path.name}"))]
    return {file.name: file.read_bytes() if file.is_file() else b"" for file in files}


def refused(read: Callable[[Path], object], path: Path, *, kind: type[ReposeError]) -> str:
    """What is said of a file, in one line that names it; the file and its folder stay as they were."""
    before = contents(path)
    with pytest.raises(kind) as caught:
        read(path)
    assert contents(path) == before
    said = str(caught.value)
    assert "\n" not in said and path.name in said and caught.value.hint and "Traceback" not in said
    return said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (png(8, 8, more=chunk(b"iTXt", b"repose\0\1\0\0\0" + BOMB)), "damaged"),
        (png(8, 8, more=chunk(b"zTXt", b"repose\0\0" + BOMB)), "damaged"),
        (png(8, 8, more=chunk(b"iCCP", b"x\0\0" + BOMB)), "damaged"),
        (png(60_000, 60_000, pixels=b""), r"too large \(60,000 x 60,000 pixels\)"),
        (b"", "empty"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "a drawing or a web page"),
    ],
    ids=["text bomb", "old text bomb", "profile bomb", "huge", "empty", "svg"],
)
def test_pictures(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(content)
    for read in (load_picture, picture_size):
        with pytest.raises(PictureError, match=words):
            read(path)
    refused(load_picture, path, kind=PictureError)
    assert picture_text(path) == {}


def test_a_size_is_read_without_the_pixels(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(png(14_000, 14_000, pixels=b"\0"))
    assert picture_size(path) == (14_000, 14_000)
    assert "cut short" in refused(load_picture, path, kind=PictureError)
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (4, 6)).save(path, exif=exif)
    assert picture_size(path) == load_picture(path).shape[:2] == (4, 6)


@pytest.mark.parametrize("read", [load_picture, picture_size, picture_text])
def test_places_that_hold_no_picture(tmp_path: Path, read: Callable[[Path], object]) -> None:
    folder, circle, pipe = tmp_path / "photo.jpg", tmp_path / "one.jpg", tmp_path / "pipe.jpg"
    folder.mkdir()
    circle.symlink_to(tmp_path / "two.jpg")
    (tmp_path / "two.jpg").symlink_to(circle)
    os.mkfifo(pipe)
    for path, words in ((folder, "a folder"), (circle, "in a circle"), (pipe, "not a file")):
        assert words in refused(read, path, kind=PictureError)
    with pytest.raises(PictureError, match="no such file"):
        read(tmp_path / "nul\0.jpg")
    with pytest.raises(PictureError, match="name is too long"):
        read(tmp_path / ("x" * 300 + ".jpg"))


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    path = tmp_path / "🧍 \u202egnp.פוזה\n" / "a.jpg"
    path.parent.mkdir()
    Image.new("P", (5, 7)).save(path, "GIF")
    assert load_picture(path).shape == (7, 5, 3)
    path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(PictureError) as caught:
        load_picture(path)
    assert "\u202e" not in str(caught.value) and "\n" not in str(caught.value) and "🧍" in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        keypoints(", ".join(["NaN"] * 54)),
        keypoints(", ".join(["1e308"] * 54)),
        keypoints(", ".join(["1e999"] * 54)),
        keypoints("9" * 10_000 + ", 1" * 53),
        keypoints(", ".join(["5, 5, -3"] * 18)),
        b'{"people": ' + b"[" * DEEP + b"]" * DEEP + b"}",
        b"[" * DEEP + b"]" * DEEP,
        b'{"a":' * DEEP + b"1" + b"}" * DEEP,
        b'{"canvas_width": -5, "canvas_height": -4, "people": [{"pose_keypoints_2d": [1, 1, 1]}]}',
        b'{"people": [null, 5, "x"]}',
        keypoints("1, " * 53 + "1").decode().encode("utf-16"),
        b"\xff\xd8\xff\xe0 a photo",
    ],
    ids=["nan", "far", "infinite", "digits", "negative", "deep list", "deep", "deep object", "canvas", "odd people",
         "utf-16", "photo"],
)  # fmt: skip
def test_poses_and_reviews(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "poses.json"
    path.write_bytes(content)
    for read in (read_openpose, read_coco, read_set, read_collection, read_review):
        refused(read, path, kind=PoseFileError)


def test_names_in_a_collection_are_words(tmp_path: Path) -> None:
    title, tags = "<script>alert(1)</script>\n<img src=x onerror=y>\u202e" + "x" * 300, ["<b>bold</b>", "\0"]
    rows = [[float(joint), 2.0 * joint, 1, "visible"] for joint in range(18)]
    pose = {"title": title, "tags": tags, "canvas": [256, 176], "keypoints": rows}
    path = tmp_path / "poses.json"
    path.write_text(json.dumps({"format": "repose-poses", "version": 1, "poses": [pose]}))
    (preset,) = read_collection(path)
    assert preset.title.isprintable() and len(preset.title) <= 120 and preset.title.startswith("<script>")
    assert preset.tags == ("<b>bold</b>",)


def test_weights(tmp_path: Path) -> None:
    path, sign = tmp_path / "weights.safetensors", tmp_path / "executed"
    tensor = {"w": {"dtype": "F32", "shape": [2**40, 2**20], "data_offsets": [0, 8]}}
    for content in (safetensors({}, length=2**62), safetensors({}, length=90_000_000), safetensors(tensor), b"GIF89a"):
        path.write_bytes(content)
        refused(recognise, path, kind=WeightsError)
    pickled = tmp_path / "weights.pth"
    pickled.write_bytes(pickle.dumps(Trap(sign), protocol=2))
    assert "could run code" in refused(recognise, pickled, kind=WeightsError)
    assert not sign.exists()
    header = {"__metadata__": {"repose": "[" * DEEP}}
    path.write_bytes(safetensors(header))
    refused(recognise, path, kind=WeightsError)


def test_weights_that_are_small_on_the_disk_and_endless_in_memory(tmp_path: Path) -> None:
    plain, packed = tmp_path / "plain.pth", tmp_path / "packed.pth"
    torch.save({"w": torch.zeros(1_000_000)}, plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(entry.filename, source.read(entry))
    assert packed.stat().st_size < 100_000 < plain.stat().st_size
    assert "more weights than it holds" in refused(recognise, packed, kind=WeightsError)
    assert "no network" in refused(recognise, plain, kind=WeightsError)


def test_what_a_picture_says_of_itself(tmp_path: Path) -> None:
    path, exif = tmp_path / "a.jpg", Image.Exif()
    exif[ExifTags.Base.ImageDescription] = "[" * 30_000
    Image.new("RGB", (9, 9)).save(path, exif=exif)
    assert picture_text(path) == {} and read_provenance(path) is None
    assert load_picture(path).shape == (9, 9, 3)


def test_projects(tmp_path: Path) -> None:
    path = tmp_path / "a.repose"
    Project.create(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:150])
    assert "its parts do not fit together" in refused(Project.open, path, kind=ProjectDamagedError)
    path.write_bytes(b"\0" * 200 + whole[200:])
    refused(Project.open, path, kind=ProjectDamagedError)
    path.write_text("Dear diary,\nmañana it will rain.\n" * 9)
    assert "a text, not a project" in refused(Project.open, path, kind=ProjectError)
    refused(rescue, path, kind=ProjectError)
    path.write_bytes(b"")
    assert "The file is empty" in refused(Project.open, path, kind=ProjectError)
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE customers (name TEXT)")
    other.close()
    assert "another program" in refused(Project.open, path, kind=ProjectError)
    path.unlink()
    path.mkdir()
    assert "a folder, not a project" in refused(Project.open, path, kind=ProjectError)


def test_a_strangers_project_deletes_nothing_outside_of_its_folder(tmp_path: Path) -> None:
    path, mine = tmp_path / "a.repose", tmp_path / "mine.png"
    mine.write_bytes(b"mine")
    Project.create(path).close()
    with sqlite3.connect(path) as other:
        for file in (f"../{mine.name}", str(mine), "..", ""):
            other.execute(
                "INSERT INTO pictures (file, kind, target, model, time, made) VALUES (?, 'batch', '', '', '', '{}')",
                (file,),
            )
    other.close()
    with Project.open(path) as project:
        for record in project.pictures.all():
            assert record.file.parent == project.pictures.folder or record.file == project.pictures.folder
            project.pictures.remove(record.number)
        assert project.pictures.all() == []
    assert mine.read_bytes() == b"mine"


def test_a_strangers_project_says_what_is_damaged(tmp_path: Path) -> None:
    path, deep = tmp_path / "a.repose", "[" * DEEP
    Project.create(path).close()
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO settings (name, value) VALUES ('aim', ?)", (deep,))
        other.execute("INSERT INTO photos (place, title) VALUES (1, 'photo')")
        other.execute("INSERT INTO people (photo, detected, place, pose) VALUES (1, 0, 0, ?)", (deep,))
        other.execute("INSERT INTO shelf (kind, name, value) VALUES ('deep', 'a', ?)", (deep,))
        other.execute("INSERT INTO shelf (kind, name, value) VALUES ('picture set', 'a', '{\"kind\": \"batch\"}')")
        other.execute(
            "INSERT INTO ratings (mark, rater, card, model, note, time, more) VALUES ('a', 'b', 'c', 'd', '', '', ?)",
            (deep,),
        )
        other.execute(
            "INSERT INTO journal (step, kind, subject, before, after, text, merge, time, done)"
            " VALUES (1, 'people', 1, ?, ?, 'step', '', '', 1)",
            (deep, deep),
        )
    other.close()
    with Project.open(path) as project:
        reads: tuple[Callable[[], object], ...] = (
            project.aim,
            lambda: project.photos.people(1),
            lambda: project.shelf.all("deep"),
            project.ratings.all,
            lambda: project.history.step(1),
        )
        for read in reads:
            with pytest.raises(ProjectDamagedError):
                read()
        assert PictureSets(project).all() == [] and PictureSets(project).photos() == {}
    saved = rescue(path)
    assert saved.kept["photos"] == 1 and saved.kept["people"] == 0 and saved.torn
