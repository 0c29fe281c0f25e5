"""Pictures in and out: every kind a camera, a scanner or a web page makes, and every broken one."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageCms
from skimage import data

from engine.errors import OutputError, PictureError
from engine.images import (
    MAX_PIXELS,
    downscale,
    encode_picture,
    load_picture,
    load_picture_bytes,
    picture_text,
    save_mask,
    save_picture,
)


@pytest.fixture(scope="module")
def photo():
    return np.ascontiguousarray(data.astronaut()[:200, 100:260])


def saved(image: Image.Image, kind: str, **options) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def png_header(width: int, height: int, *, bits: int = 8, colour: int = 2) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))
    return start + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def png16(pixels: np.ndarray) -> bytes:
    """A 16-bit RGB or grey PNG, which Pillow itself cannot write."""
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    colour = 2 if pixels.ndim == 3 else 0
    header = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 16, colour, 0, 0, 0)
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in pixels)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def tiff16(pixels: np.ndarray) -> bytes:
    """A plain 16-bit RGB TIFF of one strip."""
    height, width, _ = pixels.shape
    body = pixels.astype("<u2").tobytes()
    extra = 8 + len(body)
    tags = [(256, 3, 1, width), (257, 3, 1, height), (258, 3, 3, extra), (259, 3, 1, 1), (262, 3, 1, 2),
            (273, 4, 1, 8), (277, 3, 1, 3), (278, 3, 1, height), (279, 4, 1, len(body)), (284, 3, 1, 1)]
    directory = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags) + b"\0\0\0\0"
    return b"II*\0" + struct.pack("<I", extra + 6) + body + struct.pack("<HHH", 16, 16, 16) + directory


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF"])
def test_lossless_kinds_come_back_exactly(photo, kind):
    assert np.array_equal(load_picture_bytes(saved(Image.fromarray(photo), kind), name="x"), photo)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "GIF"])
def test_lossy_kinds_come_back_nearly(photo, kind):
    options = {"quality": 95} if kind != "GIF" else {}
    loaded = load_picture_bytes(saved(Image.fromarray(photo), kind, **options), name="x")
    assert loaded.shape == photo.shape and loaded.dtype == np.uint8
    assert np.abs(loaded.astype(int) - photo).mean() < 8


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_exif_turn(photo, turn, kind):
    upright = Image.fromarray(photo)
    undo = {1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
            4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
            7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270}[turn]
    stored = upright if undo is None else upright.transpose(undo)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turn
    loaded = load_picture_bytes(saved(stored, kind, exif=exif, **({"quality": 95} if kind != "PNG" else {})), name="x")
    assert loaded.shape == photo.shape
    assert np.abs(loaded.astype(int) - photo).mean() < 6


def test_damaged_exif_turns_nothing(photo):
    loaded = load_picture_bytes(saved(Image.fromarray(photo), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff"), name="x")
    assert loaded.shape == photo.shape


def test_palettes_with_and_without_transparency():
    image = Image.new("P", (3, 1))
    image.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255])
    image.putdata([0, 1, 2])
    plain = load_picture_bytes(saved(image, "PNG"), name="x")
    assert plain[0].tolist() == [[255, 0, 0], [0, 255, 0], [0, 0, 255]]
    for kind in ("PNG", "GIF"):
        clear = load_picture_bytes(saved(image, kind, transparency=1), name="x")
        assert clear[0].tolist() == [[255, 0, 0], [255, 255, 255], [0, 0, 255]]
    half = load_picture_bytes(saved(image, "PNG", transparency=bytes([255, 0, 128])), name="x")
    assert half[0].tolist() == [[255, 0, 0], [255, 255, 255], [127, 127, 255]]


def test_alpha_lies_on_white():
    pixels = np.array([[[10, 20, 30, 255], [10, 20, 30, 0], [0, 0, 0, 128]]], np.uint8)
    for kind in ("PNG", "TIFF"):
        loaded = load_picture_bytes(saved(Image.fromarray(pixels), kind), name="x")
        assert loaded[0, :2].tolist() == [[10, 20, 30], [255, 255, 255]]
        assert abs(int(loaded[0, 2, 0]) - 127) <= 1
    webp = load_picture_bytes(saved(Image.fromarray(pixels), "WEBP", lossless=True, exact=True), name="x")
    assert webp[0, 1].tolist() == [255, 255, 255]


def test_grey_with_alpha():
    image = Image.fromarray(np.array([[[40, 255], [40, 0]]], np.uint8))
    assert load_picture_bytes(saved(image, "PNG"), name="x")[0].tolist() == [[40, 40, 40], [255, 255, 255]]


def test_transparent_colour_of_a_png():
    image = Image.fromarray(np.array([[[1, 2, 3], [9, 9, 9]]], np.uint8))
    assert load_picture_bytes(saved(image, "PNG", transparency=(1, 2, 3)), name="x")[0].tolist() == [
        [255, 255, 255], [9, 9, 9]]


def test_cmyk_as_adobe_writes_it_and_plain(photo):
    ink = Image.fromarray(photo).convert("CMYK")
    adobe = load_picture_bytes(saved(ink, "JPEG", quality=95), name="x")  # Pillow writes Adobe's inverted kind
    plain = load_picture_bytes(saved(ink, "TIFF"), name="x")
    for loaded in (adobe, plain):
        assert np.abs(loaded.astype(int) - photo).mean() < 6


def test_sixteen_bit_pictures(photo):
    deep = photo.astype(np.uint16) * 257
    assert np.array_equal(load_picture_bytes(png16(deep), name="x"), photo)
    assert np.array_equal(load_picture_bytes(tiff16(deep), name="x"), photo)
    grey = np.repeat(photo[:, :, :1], 3, axis=2)
    assert np.array_equal(load_picture_bytes(png16(deep[:, :, 0]), name="x"), grey)
    assert np.array_equal(load_picture_bytes(saved(Image.fromarray(deep[:, :, 0]), "TIFF"), name="x"), grey)


def test_thirty_two_bit_pictures():
    floats = np.array([[0.0, 0.5, 1.0, np.nan]], np.float32)
    assert load_picture_bytes(saved(Image.fromarray(floats), "TIFF"), name="x")[0, :, 0].tolist() == [0, 128, 255, 0]
    whole = np.array([[0, 32768, 65535]], np.int32)
    assert load_picture_bytes(saved(Image.fromarray(whole), "TIFF"), name="x")[0, :, 0].tolist() == [0, 128, 255]
    small = np.array([[0, 100, 255]], np.int32)
    assert load_picture_bytes(saved(Image.fromarray(small), "TIFF"), name="x")[0, :, 0].tolist() == [0, 100, 255]


def test_one_bit_and_grey():
    bits = Image.fromarray(np.array([[0, 255]], np.uint8)).convert("1")
    for kind in ("PNG", "TIFF", "BMP"):
        assert load_picture_bytes(saved(bits, kind), name="x")[0].tolist() == [[0] * 3, [255] * 3]
    grey = Image.fromarray(np.array([[7, 200]], np.uint8))
    assert load_picture_bytes(saved(grey, "PNG"), name="x")[0].tolist() == [[7] * 3, [200] * 3]


def test_lab_tiff(photo):
    lab = ImageCms.profileToProfile(
        Image.fromarray(photo), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB")
    assert lab is not None
    assert np.abs(load_picture_bytes(saved(lab, "TIFF"), name="x").astype(int) - photo).mean() < 4


def test_a_damaged_colour_profile_is_passed_over(photo):
    assert np.array_equal(
        load_picture_bytes(saved(Image.fromarray(photo), "PNG", icc_profile=b"nonsense"), name="x"), photo)


def test_an_srgb_profile_changes_nothing(photo):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert np.array_equal(
        load_picture_bytes(saved(Image.fromarray(photo), "PNG", icc_profile=profile), name="x"), photo)


def test_first_frame_of_moving_pictures():
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    for kind in ("GIF", "WEBP", "PNG", "TIFF"):
        options = {"lossless": True} if kind == "WEBP" else {}
        stored = saved(frames[0], kind, save_all=True, append_images=frames[1:], **options)
        loaded = load_picture_bytes(stored, name="x")
        assert loaded[0, 0].tolist() == [255, 0, 0]


def test_tiny_and_lopsided_sizes():
    for size in ((1, 1), (1, 4000), (4000, 1)):
        assert load_picture_bytes(saved(Image.new("RGB", size), "PNG"), name="x").shape == (size[1], size[0], 3)


def test_a_hundred_megapixels_are_read():
    loaded = load_picture_bytes(saved(Image.new("1", (10000, 10000)), "PNG"), name="x")
    assert loaded.shape == (10000, 10000, 3)


@pytest.mark.parametrize("size", [(30000, 30000), (MAX_PIXELS, 2), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_decoding(tmp_path, size):
    path = tmp_path / "bomb.png"
    path.write_bytes(png_header(*size))
    with pytest.raises(PictureError) as caught:
        load_picture(path)
    assert "too large" in str(caught.value) and str(path) in str(caught.value) and "200 million" in str(caught.value)


def test_bombs_of_other_kinds_are_refused():
    jpeg = bytearray(saved(Image.new("RGB", (8, 8)), "JPEG"))
    at = jpeg.index(b"\xff\xc0") + 5
    jpeg[at : at + 4] = struct.pack(">HH", 30000, 30000)
    gif = bytearray(saved(Image.new("P", (8, 8)), "GIF"))
    gif[6:10] = struct.pack("<HH", 30000, 30000)
    bmp = bytearray(saved(Image.new("RGB", (8, 8)), "BMP"))
    bmp[18:26] = struct.pack("<II", 30000, 30000)
    webp = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (16382).to_bytes(3, "little") * 2 + b"VP8 \0\0\0\0"
    for data_ in (jpeg, gif, bmp, webp):
        with pytest.raises(PictureError, match="too large"):
            load_picture_bytes(bytes(data_), name="x")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
@pytest.mark.parametrize("part", [0.05, 0.3, 0.6, 0.9])
def test_a_picture_cut_short(tmp_path, photo, kind, part):
    whole = saved(Image.fromarray(photo), kind)
    path = tmp_path / "half"
    path.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(PictureError) as caught:
        load_picture(path)
    assert "\n" not in str(caught.value) and str(path) in str(caught.value) and caught.value.hint


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
def test_damaged_bytes_never_escape_as_other_errors(photo, kind):
    whole = saved(Image.fromarray(photo[:40, :40]), kind)
    random = np.random.default_rng(3)
    for _ in range(150):
        broken = bytearray(whole)
        for at in random.integers(0, min(len(broken), 400), size=4):
            broken[at] = random.integers(256)
        try:
            assert load_picture_bytes(bytes(broken), name="x").ndim == 3
        except PictureError as error:
            assert "\n" not in str(error)


@pytest.mark.parametrize(("content", "words"), [
    (b"", "empty"),
    (b"hello", "not a picture"),
    (b'{"people": []}', "JSON"),
    (b"%PDF-1.7", "PDF"),
    (b"<svg xmlns=''/>", "drawing"),
    (b"\0\0\0\x18ftypheic\0\0", "HEIC"),
    (b"\0" * 5000, "not a picture"),
    (b"\x89PNG\r\n\x1a\n", "cannot be read|not a picture|damaged"),
    (b"\xff\xd8\xff", "not a picture|damaged"),
])
def test_what_is_not_a_picture(tmp_path, content, words):
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    with pytest.raises(PictureError, match=words) as caught:
        load_picture(path)
    assert caught.value.where == str(path) and caught.value.hint


def test_no_file_and_no_picture_file(tmp_path):
    with pytest.raises(PictureError, match="no such file"):
        load_picture(tmp_path / "nothing.png")
    with pytest.raises(PictureError, match="folder"):
        load_picture(tmp_path)
    with pytest.raises(PictureError, match="no such file"):
        load_picture("a\0b.png")
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(PictureError, match="no such file"):
        load_picture(tmp_path / "file" / "below.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a POSIX thing")
def test_a_pipe_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(PictureError, match="not a file"):
        load_picture(tmp_path / "pipe.png")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything")
def test_no_permission(tmp_path):
    path = tmp_path / "secret.png"
    path.write_bytes(saved(Image.new("RGB", (2, 2)), "PNG"))
    path.chmod(0)
    with pytest.raises(PictureError, match="permission"):
        load_picture(path)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".JPEG", ".webp"])
def test_saving_and_the_text_that_travels_along(tmp_path, photo, suffix):
    path = tmp_path / f"out{suffix}"
    text = {"repose": '{"version": 1, "photo": "joão.jpg"}', "Software": "Repose Studio"}
    assert save_picture(path, photo, text=text) == path
    loaded = load_picture(path)
    assert np.abs(loaded.astype(int) - photo).mean() < (0.001 if suffix == ".png" else 5)
    assert picture_text(path) == text
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_text_of_files_that_carry_none(tmp_path, photo):
    save_picture(tmp_path / "plain.jpg", photo)
    assert picture_text(tmp_path / "plain.jpg") == {}
    (tmp_path / "words.png").write_bytes(b"words")
    assert picture_text(tmp_path / "words.png") == {}
    (tmp_path / "cut.png").write_bytes(encode_picture(photo)[:20])
    assert picture_text(tmp_path / "cut.png") == {}
    with pytest.raises(PictureError, match="no such file"):
        picture_text(tmp_path / "nothing.png")


def test_a_mask_at_the_photos_size(tmp_path):
    mask = np.eye(5, 7, dtype=bool)
    save_mask(tmp_path / "mask.png", mask)
    assert np.array_equal(load_picture(tmp_path / "mask.png")[:, :, 0] == 255, mask)
    with pytest.raises(OutputError, match="png"):
        save_mask(tmp_path / "mask.jpg", mask)


def test_unknown_endings_and_missing_folders(tmp_path, photo):
    with pytest.raises(OutputError, match=r"cannot end in '\.tga'"):
        save_picture(tmp_path / "out.tga", photo)
    with pytest.raises(OutputError, match="no ending"):
        save_picture(tmp_path / "out", photo)
    with pytest.raises(OutputError, match="folder does not exist"):
        save_picture(tmp_path / "no" / "out.png", photo)
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(OutputError, match="folder, not a file"):
        save_picture(tmp_path / "folder.png", photo)
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(OutputError, match="a file, not a folder"):
        save_picture(tmp_path / "file" / "out.png", photo)
    with pytest.raises(OutputError, match="too long"):
        save_picture(tmp_path / ("x" * 300 + ".png"), photo)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder.png"]


def test_a_write_protected_file_is_kept(tmp_path, photo):
    path = tmp_path / "kept.png"
    path.write_bytes(b"precious")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="write-protected"):
        save_picture(path, photo)
    assert path.read_bytes() == b"precious"


@pytest.mark.skipif(not Path("/sys").is_dir(), reason="needs a folder that nobody can write to")
def test_a_read_only_folder(photo):
    with pytest.raises(OutputError, match="permission|read-only"):
        save_picture("/sys/out.png", photo)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk(tmp_path, photo):
    (tmp_path / "out.png").symlink_to("/dev/full")
    with pytest.raises(OutputError, match="disk is full"):
        save_picture(tmp_path / "out.png", photo)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are a POSIX thing")
def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path):
    path = tmp_path / "old.png"
    path.write_bytes(b"old")
    script = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from engine.files import write_bytes\n"
        "from engine.errors import OutputError\n"
        "try:\n"
        "    write_bytes(sys.argv[1], b'x' * 100000)\n"
        "except OutputError as error:\n"
        "    sys.exit(0 if 'larger' in str(error) else 3)\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-B", "-c", script, str(path)], cwd=root, check=False)
    assert done.returncode == 0
    assert path.read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1


def test_links_are_followed_and_permissions_kept(tmp_path, photo):
    real, link = tmp_path / "real.png", tmp_path / "link.png"
    real.write_bytes(b"x")
    real.chmod(0o640)
    link.symlink_to(real)
    save_picture(link, photo)
    assert link.is_symlink() and np.array_equal(load_picture(real), photo)
    if os.name == "posix":
        assert real.stat().st_mode & 0o777 == 0o640


def test_downscale_averages(photo):
    stripes = np.zeros((100, 400, 3), np.uint8)
    stripes[:, ::2] = 255
    small = downscale(stripes, 40)
    assert small.shape == (10, 40, 3) and np.abs(small.astype(int) - 127).max() < 20
    assert downscale(photo, 200) is photo


def test_nothing_heavy_is_imported():
    script = "import sys, engine.images, engine.files; sys.exit('torch' in sys.modules or 'cv2' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 0
