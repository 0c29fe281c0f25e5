"""GIF, MP4, WebM and numbered PNG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.errors import Cancelled, OutputError, UsageError
from engine.images import Picture, load_picture, picture_text
from engine.moving_pictures import VideoWriter, kind_of, save_gif, save_numbered, save_video


def frames(count: int, size: tuple[int, int] = (64, 44)) -> list[Picture]:
    """A red bar that wanders over grey."""
    made = []
    for number in range(count):
        picture = np.full((*size, 3), 180, np.uint8)
        picture[:, 4 * number : 4 * number + 8] = (200, 20, 20)
        made.append(picture)
    return made


def test_a_gif_plays_for_ever_at_its_pace(tmp_path: Path) -> None:
    path = save_gif(tmp_path / "walk.gif", frames(5), rate=10)
    with Image.open(path) as gif:
        assert getattr(gif, "n_frames", 1) == 5 and gif.size == (44, 64)
        assert gif.info["loop"] == 0 and gif.info["duration"] == 100
        gif.seek(3)
        shown = np.array(gif.convert("RGB"))
    assert np.abs(shown.astype(int) - frames(5)[3]).max() < 12
    assert [entry.name for entry in tmp_path.iterdir()] == ["walk.gif"]


@pytest.mark.parametrize("kind", ["mp4", "webm"])
def test_a_video_has_all_its_pictures(tmp_path: Path, kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    saved = save_video(tmp_path / f"walk.{kind}", frames(7, (65, 45)), rate=12)
    assert not capfd.readouterr().err, "what libraries say among themselves is no word to a person"
    assert kind == "mp4" or saved.in_browsers, "OpenCV's wheels have VP9"
    video = cv2.VideoCapture(str(saved.path))
    assert video.get(cv2.CAP_PROP_FPS) == pytest.approx(12) and video.get(cv2.CAP_PROP_FRAME_COUNT) == 7
    ok, shown = video.read()
    video.release()
    assert ok and shown.shape == (66, 46, 3)
    assert shown[30, 4, 2] > 150 and shown[30, 4, 1] < 90, "red stays red"


@pytest.mark.parametrize("rate", [0.0, 51.0, float("nan")])
def test_an_impossible_rate_is_told_before_anything_is_painted(tmp_path: Path, rate: float) -> None:
    def painted() -> Iterator[Picture]:
        raise AssertionError("nothing is painted for a file that cannot be")
        yield

    for save, name in ((save_gif, "walk.gif"), (save_video, "walk.webm")):
        with pytest.raises(UsageError, match="pictures a second"):
            save(tmp_path / name, painted(), rate=rate)


def test_without_an_encoder_the_error_says_what_to_do(tmp_path: Path) -> None:
    class Closed(VideoWriter):
        @property
        def is_open(self) -> bool:
            return False

    (tmp_path / "old.mp4").write_bytes(b"old")
    with pytest.raises(OutputError, match="no encoder for MP4 here.*GIF or as PNG"):
        save_video(tmp_path / "old.mp4", frames(2), rate=12, open_writer=Closed)
    assert (tmp_path / "old.mp4").read_bytes() == b"old"


def test_numbered_files_come_together_or_not_at_all(tmp_path: Path) -> None:
    made = save_numbered(tmp_path / "out", ((f, {"repose": str(n)}) for n, f in enumerate(frames(3))), stem="ada")
    assert [path.name for path in made] == ["ada-0001.png", "ada-0002.png", "ada-0003.png"]
    assert np.array_equal(load_picture(made[2]), frames(3)[2]) and picture_text(made[1])["repose"] == "1"

    def given_up() -> Iterator[tuple[Picture, Mapping[str, str]]]:
        yield frames(1)[0], {}
        raise Cancelled

    with pytest.raises(Cancelled):
        save_numbered(tmp_path / "out", given_up(), stem="ben")
    assert sorted(entry.name for entry in (tmp_path / "out").iterdir()) == [path.name for path in made]


def test_names_tell_the_kind(tmp_path: Path) -> None:
    (tmp_path / "a.gif").mkdir()
    assert [kind_of(tmp_path / name) for name in ("x.GIF", "x.mp4", "x.WebM", "x")] == ["gif", "mp4", "webm", "png"]
    assert kind_of(tmp_path / "a.gif") == "png"
    with pytest.raises(OutputError, match="cannot end in '.avi'"):
        kind_of(tmp_path / "x.avi")
    for rate in (0.1, 90.0):
        with pytest.raises(UsageError):
            save_gif(tmp_path / "x.gif", frames(2), rate=rate)
    with pytest.raises(UsageError, match="no picture"):
        save_video(tmp_path / "x.mp4", [], rate=12)


@pytest.mark.parametrize("stem", ["../ada", "/ada", "a/b"])
def test_numbered_files_stay_in_their_folder(tmp_path: Path, stem: str) -> None:
    with pytest.raises(ValueError, match="not the beginning of a file's name"):
        save_numbered(tmp_path / "here", iter(()), stem=stem)
    assert not list(tmp_path.iterdir())
