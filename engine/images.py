"""The one boundary to pictures: whatever file a person has becomes RGB uint8 [H, W, 3], and back."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import stat
import struct
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Final, Literal

import numpy as np
import numpy.typing as npt
from PIL import (
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageCms,
    ImageFile,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from engine.errors import OutputError, PictureError
from engine.files import write_bytes
from engine.text import Text, either, why

Picture = npt.NDArray[np.uint8]
"""[H, W, 3] RGB, 0..255."""

Mask = npt.NDArray[np.bool_]
"""[H, W], true on the person."""

MAX_PIXELS: Final = 200_000_000
"""Larger pictures are refused before they are decoded."""

PHOTO_SUFFIXES: Final = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif")
"""What files that can be read are usually called; the content decides, not the name."""

PICTURE_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp")
"""What can be written."""

_SAVE_HINT: Final = Text("Open it in another program and save it as JPEG, PNG, WebP, TIFF, BMP or GIF.")

_READERS: Final[tuple[tuple[tuple[bytes, ...], Callable[[IO[bytes]], ImageFile.ImageFile]], ...]] = (
    ((b"\xff\xd8\xff",), JpegImagePlugin.JpegImageFile),
    ((b"\x89PNG\r\n\x1a\n",), PngImagePlugin.PngImageFile),
    ((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), TiffImagePlugin.TiffImageFile),
    ((b"GIF87a", b"GIF89a"), GifImagePlugin.GifImageFile),
    ((b"BM",), BmpImagePlugin.BmpImageFile),
)

# What Pillow's decoders are known to raise on broken files.
_BROKEN: Final = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError,
                  AttributeError, ZeroDivisionError, struct.error)


def load_picture(path: Path | str) -> Picture:
    """Read a photo: uint8 [H, W, 3] RGB, turned as its camera held it, transparent parts on white.

    Reads JPEG, PNG, WebP, TIFF, BMP and the first frame of GIF, told by content and not by name, with palettes,
    alpha, CMYK, 16 and 32 bits, and colour profiles (converted to sRGB). Raises PictureError when there is no such
    file, no permission, nothing in it, no picture in it, only a part of one, or more than `MAX_PIXELS`.
    """
    name = str(path)
    with _opened(path) as file:
        return _read(file, name)


@contextlib.contextmanager
def _opened(path: Path | str) -> Iterator[IO[bytes]]:
    """A picture's file for reading. Raises PictureError where there is none, or the system fails to read it."""
    name = str(path)
    try:
        # A pipe would block at opening, so ask first what is there.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise PictureError("This is a folder, not a picture" if os.path.isdir(path) else "This is not a file",
                               where=name, hint="Give the picture's own path.")
        file = open(path, "rb")  # noqa: SIM115 - closed below, as what fails while it is read is told otherwise
    except OSError as error:
        raise _cannot_open(error, name) from error
    except ValueError as error:  # a name with a null character in it
        raise PictureError("There is no such file", where=repr(name), hint="Check the path.") from error
    with file:
        try:
            yield file
        except OSError as error:
            if error.errno is None:
                raise _damaged(name) from error
            raise _cannot_open(error, name) from error


def load_picture_bytes(data: bytes, *, name: str) -> Picture:
    """Read a photo from memory, as `load_picture` does; `name` says in errors which picture it was."""
    return _read(io.BytesIO(data), name)


def picture_size(path: Path | str) -> tuple[int, int]:
    """Height and width of a photo as `load_picture` gives it, from the file's beginning. Raises PictureError."""
    name = str(path)
    with _opened(path) as file:
        reader = _reader_of(file, name)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with reader(file) as image:
                    _check_size(image.size, name)
                    width, height = image.size
                    # A PNG's own `getexif` decodes all of it first.
                    across = Image.Image.getexif(image).get(ExifTags.Base.Orientation) in (5, 6, 7, 8)
        except Image.DecompressionBombError as error:
            raise PictureError("The picture is too large", where=name, hint=_size_hint()) from error
        except _BROKEN as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            raise _damaged(name) from error
    return (width, height) if across else (height, width)


def _damaged(name: str) -> PictureError:
    return PictureError("The picture is damaged, or of a rare kind that cannot be read", where=name, hint=_SAVE_HINT)


def _cannot_open(error: OSError, name: str) -> PictureError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return PictureError("There is no such file", where=name, hint="Check the path.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return PictureError("There is no permission to read this file", where=name, hint="Change its permissions.")
    return PictureError("The file cannot be read ({why})", where=name, hint="Check the disk.", why=why(error))


def _read(file: IO[bytes], name: str) -> Picture:
    reader = _reader_of(file, name)
    try:
        with warnings.catch_warnings():
            # Sizes are checked here; Pillow's word on large or odd files would only reach a log.
            warnings.simplefilter("ignore")
            with reader(file) as image:
                _check_size(image.size, name)
                try:
                    image.load()
                    return _to_rgb(_turned(image))
                except _BROKEN as error:
                    raise PictureError("The picture is cut short or damaged", where=name,
                                       hint="Copy or download it again.") from error
    except Image.DecompressionBombError as error:
        raise PictureError("The picture is too large", where=name, hint=_size_hint()) from error
    except MemoryError as error:
        raise PictureError("There is not enough memory for this picture", where=name,
                           hint="Make it smaller first.") from error
    except _BROKEN as error:
        raise _damaged(name) from error


def _reader_of(file: IO[bytes], name: str) -> Callable[[IO[bytes]], ImageFile.ImageFile]:
    """What reads the picture that begins here. Raises PictureError when there is nothing, or nothing known."""
    start = file.read(32)
    file.seek(0)
    if not start:
        raise PictureError("The file is empty", where=name, hint="Copy or download it again.")
    reader = _reader_for(start)
    if reader is None:
        raise PictureError(_describe_other(start), where=name, hint=_SAVE_HINT)
    return reader


def _reader_for(start: bytes) -> Callable[[IO[bytes]], ImageFile.ImageFile] | None:
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return WebPImagePlugin.WebPImageFile
    for signatures, reader in _READERS:
        if start.startswith(signatures):
            return reader
    return None


def _describe_other(start: bytes) -> Text:
    text = start.lstrip().lower()
    if start[4:8] == b"ftyp":
        if start[8:12] in (b"heic", b"heix", b"mif1"):
            return Text("This is a HEIC photo, which cannot be read")
        if start[8:12] == b"avif":
            return Text("This is an AVIF picture, which cannot be read")
        return Text("This is a video, not a picture")
    if text.startswith(b"%pdf"):
        return Text("This is a PDF document, not a picture")
    if text.startswith((b"<svg", b"<?xml", b"<!doctype", b"<html")):
        return Text("This is a drawing or a web page, not a photo")
    if text.startswith((b"{", b"[")):
        return Text("This looks like JSON, not like a picture")
    return Text("The file is not a picture, or of a kind that cannot be read")


def _size_hint() -> Text:
    return Text("Make it smaller: at most {most} million pixels are read.", most=MAX_PIXELS // 1_000_000)


def _check_size(size: tuple[int, int], name: str) -> None:
    width, height = size
    if width < 1 or height < 1:
        raise PictureError("The picture has no pixels", where=name, hint="Copy or download it again.")
    if width * height > MAX_PIXELS:
        raise PictureError("The picture is too large ({width:,} x {height:,} pixels)", where=name, hint=_size_hint(),
                           width=width, height=height)


def _turned(image: Image.Image) -> Image.Image:
    """Turned as the camera held it; a damaged EXIF block turns nothing."""
    try:
        return ImageOps.exif_transpose(image) or image
    except _BROKEN:
        return image


def _to_rgb(image: Image.Image) -> Picture:
    if image.mode.startswith("I") or image.mode == "F":
        grey = _deep_grey(image)
        return np.repeat(grey[:, :, None], 3, axis=2)
    if image.mode in ("P", "PA") and not image.has_transparency_data:
        image = image.convert("RGB")
    elif image.mode in ("La", "RGBa", "LA", "PA") or image.has_transparency_data:
        image = _with_alpha(image)
    image = _to_srgb(image)
    if image.mode == "RGBA":
        white = Image.new("RGB", image.size, (255, 255, 255))
        white.paste(image, mask=image.getchannel("A"))
        image = white
    return np.array(image.convert("RGB"), dtype=np.uint8)


def _with_alpha(image: Image.Image) -> Image.Image:
    colour = image.info.get("transparency")
    if image.mode == "RGB" and isinstance(colour, tuple) and max(colour) > 255:
        # Of a 16-bit picture's transparent colour the upper byte is what was decoded.
        image.info["transparency"] = tuple(value >> 8 for value in colour)
    if image.mode == "La":
        image = image.convert("LA")
    return image.convert("RGBA")


def _deep_grey(image: Image.Image) -> Picture:
    """Grey of more than 8 bits as uint8 [H, W]: 16 bits by their full range, 32 bits by what they seem to mean."""
    values = np.asarray(image)
    key = image.info.get("transparency")
    if image.mode.startswith("I;16"):
        grey = (values >> 8).astype(np.uint8)
    else:
        numbers = np.nan_to_num(values.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
        low, high = min(float(numbers.min()), 0.0), float(numbers.max())
        natural = 1.0 if image.mode == "F" else 255.0
        tops = [top for top in (natural, 255.0, 65535.0) if high <= top]
        top = tops[0] if tops else high
        grey = np.clip((numbers - low) / max(top - low, 1e-12) * 255.0 + 0.5, 0, 255).astype(np.uint8)
    if isinstance(key, int):
        grey[values == key] = 255
    return grey


def _to_srgb(image: Image.Image) -> Image.Image:
    """Colours as sRGB: by the picture's own profile where it has a usable one."""
    profile = image.info.get("icc_profile")
    if image.mode == "LAB":
        return ImageCms.profileToProfile(  # type: ignore[return-value]  # a new picture, as inPlace is false
            image, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    if not isinstance(profile, bytes) or image.mode not in ("L", "RGB", "RGBA", "CMYK"):
        return image
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(own):
            return image
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image  # a damaged profile, or one of another colour space: the plain numbers are the best guess
    return image if turned is None else turned


def downscale(picture: Picture, max_side: int) -> Picture:
    """The picture with its longer side at most `max_side` pixels, averaged; a smaller one stays as it is."""
    height, width = picture.shape[:2]
    longest = max(height, width)
    if longest <= max_side:
        return picture
    scale = max_side / longest
    size = max(1, round(width * scale)), max(1, round(height * scale))
    image = Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC, reducing_gap=3.0)
    return np.array(image, dtype=np.uint8)


def save_picture(path: Path | str, picture: Picture, *, text: Mapping[str, str] | None = None) -> Path:
    """Write uint8 [H, W, 3] as PNG, JPEG or WebP, told by the name's suffix, whole or not at all.

    `text` travels in the file (PNG text chunks; the EXIF description of JPEG and WebP) and comes back from
    `picture_text`. Raises OutputError for another suffix and whenever the file cannot be written.
    """
    return write_bytes(path, encode_picture(picture, suffix=Path(path).suffix, name=str(path), text=text))


def encode_picture(
    picture: Picture, *, suffix: str = ".png", name: str = "", text: Mapping[str, str] | None = None
) -> bytes:
    """The bytes that `save_picture` writes. Raises OutputError for a suffix that cannot be written."""
    kind = _kind_of(suffix, name=name)
    if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3:
        raise ValueError(f"a picture is uint8 [H, W, 3], not {picture.dtype} {picture.shape}")
    image = Image.fromarray(np.ascontiguousarray(picture))
    buffer = io.BytesIO()
    try:
        if kind == "PNG":
            chunks = PngImagePlugin.PngInfo()
            for key, value in (text or {}).items():
                chunks.add_itxt(key, value)
            image.save(buffer, "PNG", pnginfo=chunks, compress_level=6)
        elif kind == "JPEG":
            image.save(buffer, "JPEG", quality=95, subsampling=0, exif=_exif(text))
        else:
            image.save(buffer, "WEBP", quality=95, method=4, exif=_exif(text))
    except (OSError, ValueError) as error:
        raise OutputError("A picture of {width:,} x {height:,} pixels does not fit into {kind}",
                          where=name, hint="Save it as PNG.",
                          width=picture.shape[1], height=picture.shape[0], kind=kind) from error
    return buffer.getvalue()


def save_mask(path: Path | str, mask: Mask) -> Path:
    """Write bool [H, W] as a grey PNG, person white (255) on black. Raises OutputError."""
    _kind_of(Path(path).suffix, name=str(path), allowed=(".png",))
    buffer = io.BytesIO()
    Image.fromarray(np.asarray(mask, dtype=np.uint8) * np.uint8(255)).save(buffer, "PNG")
    return write_bytes(path, buffer.getvalue())


def picture_text(path: Path | str) -> dict[str, str]:
    """The text that `save_picture` put into a picture; empty for other files. Raises PictureError for no file."""
    with _opened(path) as file:
        reader = _reader_for(file.read(32))
        file.seek(0)
        if reader is None:
            return {}
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with reader(file) as image:
                    if image.format == "PNG":
                        return {str(key): str(value) for key, value in image.info.items() if isinstance(value, str)}
                    described = image.getexif().get(ExifTags.Base.ImageDescription, "")
        except (*_BROKEN, Image.DecompressionBombError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            return {}  # a broken picture says nothing
    return _parse_description(str(described))


def _parse_description(described: str) -> dict[str, str]:
    try:
        entries = json.loads(described)
    except (ValueError, RecursionError):
        return {}
    return {str(key): str(value) for key, value in entries.items()} if isinstance(entries, dict) else {}


def _exif(text: Mapping[str, str] | None) -> bytes:
    if not text:
        return b""
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = json.dumps(dict(text))
    return exif.tobytes()


_KIND_BY_SUFFIX: Final[dict[str, Literal["PNG", "JPEG", "WEBP"]]] = {
    ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"
}


def _kind_of(
    suffix: str, *, name: str, allowed: tuple[str, ...] = PICTURE_SUFFIXES
) -> Literal["PNG", "JPEG", "WEBP"]:
    if suffix.lower() not in allowed:
        raise OutputError("A picture's name cannot end in {suffix!r}" if suffix else "The picture's name has no ending",
                          where=name, hint="Use {endings}.", suffix=suffix, endings=either(allowed))
    return _KIND_BY_SUFFIX[suffix.lower()]
