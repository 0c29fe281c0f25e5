"""The command line before any network is loaded: arguments, exit codes, one clear sentence for each bad input."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest

from engine import __version__, cli
from engine.cli_pictures import read_target
from engine.cli_terminal import Terminal
from engine.errors import Cancelled, OutputError, PoseFileError, UsageError
from engine.files import require_place
from engine.formats.openpose_json import write_openpose
from engine.images import save_picture
from engine.presets import load_presets
from engine.skeleton import Pose

ROOT = Path(__file__).resolve().parents[2]


def repose(*arguments: object, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "engine.cli", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True,
        check=False, **options)


def refused(capsys, *arguments: object) -> str:
    """Run in this process; it must end with exit code 2, one line on standard error and nothing on standard output."""
    assert cli.main([str(argument) for argument in arguments]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and said.err.startswith("repose: error: ")
    assert "Traceback" not in said.err
    return said.err


def bomb() -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 30000, 30000, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b""))


def test_version_and_help():
    done = repose("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"repose {__version__}\n", "")
    for command in ((), ("detect",), ("mask",), ("transfer",), ("demo",), ("weights",), ("weights", "list"),
                    ("bench",)):
        with pytest.raises(SystemExit) as left:
            cli.main([*command, "--help"])
        assert left.value.code == 0


def test_mistakes_answer_without_loading_anything_heavy():
    script = ("import sys; from engine.cli import main; code = main(sys.argv[1:]);"
              "sys.exit(9 if {'torch', 'cv2', 'rich'} & set(sys.modules) else code)")
    for arguments in (["detect", "nothing.jpg"], ["transfer", "nothing.jpg", "--pose", "front", "--out", "x.png"],
                      ["frobnicate"], ["mask", "nothing.jpg", "--out", "x.png"]):
        done = subprocess.run([sys.executable, "-c", script, *arguments], cwd=ROOT, check=False, capture_output=True)
        assert done.returncode == 2, done.stderr


@pytest.mark.parametrize(("arguments", "words"), [
    ([], "COMMAND"),
    (["fly"], "invalid choice: 'fly'"),
    (["detect"], "PHOTO"),
    (["detect", "a.png", "--device", "tpu"], "argument --device: invalid choice: 'tpu'"),
    (["transfer", "a.png", "--out", "b.png"], "--pose"),
    (["transfer", "a.png", "--pose", "front"], "--out"),
    (["transfer", "a.png", "--pose", "front", "--out", "b.png", "--framing", "some"], "--framing"),
    (["mask", "a.png"], "--out"),
    (["weights"], "COMMAND"),
    (["weights", "fetch"], "NAME"),
    (["detect", "a.png", "--wings"], "unrecognized arguments: --wings"),
])
def test_wrong_arguments(capsys, arguments, words):
    said = refused(capsys, *arguments)
    assert words.lower() in said.lower() and "--help` shows how it is used" in said


@pytest.mark.parametrize(("content", "words"), [
    (None, "no such file"), (b"", "empty"), (b"no picture", "not a picture"), (bomb(), "too large (30,000 x 30,000"),
    (b"\xff\xd8\xff\xe0", "cannot be read"), ("folder", "a folder"),
])
@pytest.mark.parametrize("command", ["detect", "mask", "transfer"])
def test_photos_that_are_none(capsys, tmp_path, content, words, command):
    photo = tmp_path / "photo.jpg"
    if content == "folder":
        photo.mkdir()
    elif content is not None:
        photo.write_bytes(content)
    out = tmp_path / "out.png"
    more = {"detect": [], "mask": ["--out", out], "transfer": ["--pose", "front", "--out", out]}[command]
    said = refused(capsys, command, photo, *more)
    assert words in said and str(photo) in said
    assert not out.exists()


def test_json_of_no_usable_photo(tmp_path, capsys):
    kept = tmp_path / "old.json"
    kept.write_text("old")
    refused(capsys, "detect", tmp_path / "nothing.jpg", "--json", kept)
    assert kept.read_text() == "old"
    done = repose("detect", tmp_path / "nothing.jpg", "--json", "-")
    assert done.returncode == 2 and json.loads(done.stdout) == []


@pytest.fixture
def photo(tmp_path, astronaut) -> Path:
    return save_picture(tmp_path / "photo.png", astronaut)


@pytest.mark.parametrize(("name", "words"), [
    ("no/out.png", "folder does not exist"), ("out.tga", "cannot end in '.tga'"), ("file", "file of this name"),
    ("photo.png", "would replace what it is made from"), ("locked.png", "write-protected"),
])
def test_places_that_cannot_be_written_are_told_before_the_work(capsys, tmp_path, photo, name, words):
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "locked.png").write_bytes(b"x")
    (tmp_path / "locked.png").chmod(0o444)
    assert words in refused(capsys, "transfer", photo, "--pose", "front", "--out", tmp_path / name)
    if name.endswith(".png"):
        assert words in refused(capsys, "mask", photo, "--out", tmp_path / name)
        assert words in refused(capsys, "detect", photo, "--json", tmp_path / name)


def test_masks_are_png_and_overlays_go_into_folders(capsys, tmp_path, photo):
    assert "PNG" in refused(capsys, "mask", photo, "--out", tmp_path / "mask.jpg")
    assert "not a folder" in refused(capsys, "detect", photo, "--overlay", photo)
    assert "folder does not exist" in refused(capsys, "detect", photo, "--json", tmp_path / "no" / "x.json")
    assert "a folder, not a file" in refused(capsys, "detect", photo, "--json", tmp_path)
    assert "folder does not exist" in refused(capsys, "bench", "--json", tmp_path / "no" / "x.json")


def test_several_poses_need_a_folder(capsys, tmp_path, photo):
    said = refused(capsys, "transfer", photo, "--pose", "front", "--pose", "back", "--out", tmp_path / "one.png")
    assert "2 poses do not go into one file" in said


def test_framing_none_wants_the_networks_size(capsys, tmp_path, photo):
    said = refused(capsys, "transfer", photo, "--pose", "front", "--framing", "none", "--out", tmp_path / "x.png")
    assert "176 x 256" in said and "512 x 512" in said and str(photo) in said


@pytest.mark.parametrize(("content", "words"), [
    ('{"people": []}', "no people"),
    (json.dumps({"people": [{"pose_keypoints_2d": [1.0] * 51}]}), "17 points"),
    (json.dumps({"people": [{"pose_keypoints_2d": [float("nan")] * 54}]}), "nan"),
    ("{not json", "not valid JSON"),
    ("[]", "not a pose file"),
])
def test_pose_files_that_are_none(capsys, tmp_path, photo, content, words):
    file = tmp_path / "pose.json"
    file.write_text(content)
    out = tmp_path / "out.png"
    for arguments in (["--pose", file], ["--pose", "front", "--photo-pose", file]):
        said = refused(capsys, "transfer", photo, *arguments, "--out", out)
        assert words in said and str(file) in said and not out.exists()


def test_poses_that_do_not_exist(capsys, tmp_path, photo):
    out = tmp_path / "out.png"
    assert "Did you mean hands-on-hips" in refused(capsys, "transfer", photo, "--pose", "hands_on_hip", "--out", out)
    assert "no such file" in refused(capsys, "transfer", photo, "--pose", "other.json", "--out", out)
    assert "no such file" in refused(capsys, "transfer", photo, "--pose", tmp_path / "no" / "pose", "--out", out)
    assert "a folder" in refused(capsys, "transfer", photo, "--pose", tmp_path, "--out", out)


def test_what_a_pose_can_be(tmp_path, astronaut):
    preset = load_presets()[3]
    assert read_target(preset.name).pose is not None and read_target(preset.title).name == preset.name
    pose = Pose.from_points(np.arange(36).reshape(18, 2) + 5.0)
    for name in ("pose.json", "no-ending"):
        file = write_openpose(tmp_path / name, [pose], canvas=(300, 200))
        target = read_target(str(file))
        assert target.pose is not None and target.pose.same_as(pose, tolerance=1e-6)
        assert target.size == (300, 200) and target.name == Path(name).stem
    photo = read_target(str(save_picture(tmp_path / "other.png", astronaut)))
    assert photo.pose is None and photo.photo is not None and photo.size == (512, 512)
    with pytest.raises(PoseFileError):
        read_target(str(tmp_path / "gone.png"))


def test_weights_that_are_unknown(capsys, tmp_path):
    assert "nothing" in refused(capsys, "weights", "fetch", "nothing")
    assert "there is no such" in refused(capsys, "weights", "import", tmp_path / "nothing.pth").lower()
    (tmp_path / "text.pth").write_text("hello")
    assert "text.pth" in refused(capsys, "weights", "import", tmp_path / "text.pth")


def test_the_list_of_weights(capsys):
    assert cli.main(["weights", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["NAME", "FOR", "WHERE"]
    assert any(line.startswith("openpose-body") and "not here" in line for line in lines)


def test_a_fault_of_ours_is_one_line_too(capsys, monkeypatch):
    def broken(chosen, terminal):
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(cli, "_demo", broken)
    assert cli.main(["demo"]) == 1
    said = capsys.readouterr().err
    assert "fault in Repose Studio (RuntimeError: two lines)" in said and said.count("\n") == 1
    monkeypatch.setenv(cli.DEBUG_VARIABLE, "1")
    with pytest.raises(RuntimeError):
        cli.main(["demo"])


def test_too_little_memory_and_cancelling(capsys, monkeypatch):
    for problem, code in ((MemoryError(), 2), (Cancelled(), 130), (KeyboardInterrupt(), 130)):
        def raising(chosen, terminal, problem=problem):
            raise problem

        monkeypatch.setattr(cli, "_demo", raising)
        assert cli.main(["demo"]) == code
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="signals to a process are a POSIX thing")
def test_control_c_ends_work_with_130(tmp_path):
    script = ("import sys, time\nfrom engine import cli\n"
              "def work(chosen, terminal):\n"
              "    print('working', flush=True)\n"
              "    while True:\n"
              "        time.sleep(0.01)\n"
              "        terminal.cancel.raise_if_cancelled()\n"
              "cli._demo = work\nsys.exit(cli.main(['demo']))")
    process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "working\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130 and "Cancelled." in errors and "Traceback" not in errors


def test_the_second_control_c_stops_at_once(capsys):
    terminal = Terminal()
    with pytest.raises(KeyboardInterrupt), terminal.interruptible():
        signal.raise_signal(signal.SIGINT)
        assert terminal.cancel.cancelled
        signal.raise_signal(signal.SIGINT)
    assert "press Ctrl+C again" in capsys.readouterr().err


def test_readers_that_go_away_do_no_harm():
    process = subprocess.Popen([sys.executable, "-m", "engine.cli", "weights", "list"], cwd=ROOT,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0 and errors == ""


@pytest.mark.skipif(os.name != "posix", reason="streams are closed in the way of POSIX shells")
@pytest.mark.parametrize(
    ("closing", "arguments", "code"),
    [("1>&-", "weights list", 0), ("2>&-", "detect gone.jpg", 2), ("1>/dev/full", "weights list", 2)],
)
def test_streams_that_take_nothing(closing, arguments, code):
    if "full" in closing and not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    done = subprocess.run(["sh", "-c", f"exec {sys.executable} -m engine.cli {arguments} {closing}"], cwd=ROOT,
                          capture_output=True, text=True, check=False)
    assert done.returncode == code and "fault" not in done.stderr and "Traceback" not in done.stderr
    assert done.stderr.count("\n") == ("full" in closing) and ("disk is full" in done.stderr) == ("full" in closing)


def test_nothing_in_a_name_steers_the_terminal(capsys):
    Terminal().note("\x1b[2Jphoto\u202e.png")
    assert capsys.readouterr().err == "repose: ?[2Jphoto?.png\n"


def test_the_good_annotations_of_several_are_checked(tmp_path, capsys):
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    write_openpose(good, [load_presets()[0].pose])
    bad.write_text("{")
    assert cli.main(["annotations", "check", str(bad), str(tmp_path / "gone.csv"), str(good)]) == 2
    said = capsys.readouterr()
    assert said.out.count("\n") == 1 and "good.json" in said.out and said.err.count("\n") == 2


def test_quiet_says_errors_and_what_was_asked_for(capsys):
    terminal = Terminal(quiet=True)
    terminal.result("a result")
    terminal.note("a note")
    terminal.output("[]")
    terminal.error(UsageError("Two\nlines", hint="Do\nthis."))
    said = capsys.readouterr()
    assert said.out == "[]\n" and said.err == "repose: error: Two lines. Do this.\n"


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal to look at")
def test_progress_on_a_terminal_stays_on_standard_error():
    import pty

    parent, child = pty.openpty()
    script = ("from engine.cli_terminal import Terminal\nimport time\nterminal = Terminal()\n"
              "with terminal.progress() as progress:\n"
              "    for i in range(3):\n        progress(i, 3, 'Reading [bold]x')\n        time.sleep(0.15)\n"
              "        terminal.result(f'line {i}')\n")
    process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, stderr=child)
    os.close(child)
    shown = b""
    while True:
        try:
            part = os.read(parent, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(parent)
    assert process.stdout is not None
    assert process.stdout.read() == b"line 0\nline 1\nline 2\n" and process.wait() == 0
    process.stdout.close()
    assert b"Reading [bold]x" in shown


def test_places_for_results(tmp_path):
    require_place(tmp_path / "new.png")
    (tmp_path / "a.png").write_bytes(b"a")
    require_place(tmp_path / "a.png", protected=[tmp_path / "b.png", "walking"])
    with pytest.raises(OutputError, match="replace what it is made from"):
        require_place(tmp_path / "a.png", protected=[tmp_path / "." / "a.png"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png"]
