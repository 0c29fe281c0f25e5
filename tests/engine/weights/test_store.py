from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from engine.errors import Cancelled, OutputError, WeightsError
from engine.openpose.checkpoints import write_pose_network
from engine.openpose.network import PoseArchitecture, PoseNetwork
from engine.patn.checkpoints import GeneratorHeader, read_generator, write_generator
from engine.patn.generator import Generator, GeneratorArchitecture
from engine.progress import CancelToken
from engine.weights.recognise import recognise, row_of_file
from engine.weights.store import WeightsStore, default_folder
from engine.weights.table import KNOWN, WeightsRow, put_in_index, read_index

HEADER = GeneratorHeader("My Net", "my photos", "CC0-1.0")


def generator_file(path: Path, *, name: str = "My Net", seed: int = 0) -> Path:
    torch.manual_seed(seed)
    header = GeneratorHeader(name, HEADER.trained_on, HEADER.licence)
    write_generator(path, Generator(GeneratorArchitecture(ngf=2, blocks=1)), header=header)
    return path


@pytest.fixture
def store(tmp_path: Path) -> WeightsStore:
    """A store with one set of weights in its box."""
    box = tmp_path / "box"
    path = generator_file(box / "repose-patn.safetensors")
    put_in_index(box / "index.json", row_of_file(path, name="repose-patn"))
    return WeightsStore(tmp_path / "mine", box=box)


def test_the_row_of_a_file_says_what_its_header_says(tmp_path: Path) -> None:
    path = generator_file(tmp_path / "g.safetensors")
    row = row_of_file(path, paper="ours")
    assert (row.name, row.kind, row.file, row.paper) == ("My Net", "generator", "g.safetensors", "ours")
    assert (row.licence, row.trained_on, row.size) == ("CC0-1.0", "my photos", path.stat().st_size)
    assert row.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_list_has_the_box_first_and_creates_nothing(store: WeightsStore) -> None:
    rows = store.list()
    assert [entry.row.name for entry in rows] == ["repose-patn", *(row.name for row in KNOWN)]
    assert rows[0].place == "box" and rows[0].path is not None
    assert all(entry.place == "absent" and entry.path is None for entry in rows[1:])
    assert not store.folder.exists()


def test_what_is_in_the_box_is_found_verified_and_loads(store: WeightsStore) -> None:
    found = store.find("repose-patn", kind="generator")
    assert read_generator(found.path, sha256=found.sha256).header.name == "My Net"
    found.path.write_bytes(found.path.read_bytes()[:-1] + b"?")
    with pytest.raises(WeightsError, match="changed or damaged"):
        store.find("repose-patn")


def test_a_box_that_lacks_a_file_says_so(store: WeightsStore, tmp_path: Path) -> None:
    (store.box / "repose-patn.safetensors").unlink()
    with pytest.raises(WeightsError, match=r"missing from it.*Install"):
        store.find("repose-patn")
    with pytest.raises(WeightsError, match="Install"):
        store.fetch("repose-patn")
    with pytest.raises(WeightsError, match="Install"):
        WeightsStore(tmp_path / "mine", box=tmp_path / "nothing").find("repose-pose")
    assert [bool(verdict.problem) for verdict in store.verify()] == [True]


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row.name)
def test_every_known_row_that_is_absent_says_what_brings_it(store: WeightsStore, row: WeightsRow) -> None:
    with pytest.raises(WeightsError, match=f"fetch {row.name}" if row.url else "repose weights import FILE"):
        store.find(row.name)


def test_published_generators_are_described_not_fetched(store: WeightsStore) -> None:
    with pytest.raises(WeightsError, match=r"https://\S+ describes.*`repose weights import FILE`"):
        store.fetch("patn-fashion")


def test_unknown_names_get_a_suggestion(store: WeightsStore) -> None:
    with pytest.raises(WeightsError, match="Did you mean openpose-body"):
        store.find("openposebody")
    with pytest.raises(WeightsError, match="There are: repose-patn, "):
        store.find("zzz")
    with pytest.raises(WeightsError, match="no such weights file"):
        store.find("folder/none.pth")
    with pytest.raises(WeightsError, match="Did you mean"):
        store.fetch("patn-fashio")


def test_weights_for_another_job_are_refused(store: WeightsStore) -> None:
    with pytest.raises(WeightsError, match="for painting pictures, not for finding poses"):
        store.find("repose-patn", kind="pose")
    with pytest.raises(WeightsError, match="for painting pictures"):
        store.find(store.box / "repose-patn.safetensors", kind="pose")


def test_a_file_is_found_by_its_path(store: WeightsStore, tmp_path: Path) -> None:
    path = generator_file(tmp_path / "else where.safetensors", seed=3)
    for way in (path, str(path)):
        found = store.find(way)
        assert (found.name, found.path, found.row) == ("else where", path, None)
        assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    same = tmp_path / "copy.safetensors"
    same.write_bytes((store.box / "repose-patn.safetensors").read_bytes())
    assert store.find(same).name == "repose-patn"
    with pytest.raises(WeightsError, match="folder"):
        store.find(tmp_path)


def test_import_copies_and_names(store: WeightsStore, tmp_path: Path) -> None:
    path = generator_file(tmp_path / "download.safetensors", seed=1)
    found = store.import_file(path)
    assert (found.name, found.path) == ("my-net", store.folder / "my-net.safetensors")
    assert found.path.read_bytes() == path.read_bytes()
    assert found.row is not None and found.row.licence == "CC0-1.0" and found.row.kind == "generator"
    path.unlink()
    assert store.find("my-net", kind="generator") == found
    assert WeightsStore(store.folder, box=store.box).find("my-net") == found
    assert [entry.row.name for entry in store.list() if entry.path] == ["repose-patn", "my-net"]


def test_the_same_file_twice_is_stored_once_and_another_of_the_name_is_numbered(
    store: WeightsStore, tmp_path: Path
) -> None:
    one, two = generator_file(tmp_path / "1", seed=1), generator_file(tmp_path / "2", seed=2)
    assert store.import_file(one) == store.import_file(one)
    assert store.import_file(two).name == "my-net-2"
    assert store.import_file(store.box / "repose-patn.safetensors").path.parent == store.box
    own = generator_file(tmp_path / "3", name="repose-pose", seed=3)
    assert store.import_file(own).name == "repose-pose-2"
    names = ["index.json", "my-net-2.safetensors", "my-net.safetensors", "repose-pose-2.safetensors"]
    assert sorted(path.name for path in store.folder.iterdir()) == names


def test_importing_again_mends_a_damaged_copy(store: WeightsStore, tmp_path: Path) -> None:
    path = generator_file(tmp_path / "g", seed=1)
    found = store.import_file(path)
    found.path.write_bytes(b"scratched")
    assert [verdict.problem != "" for verdict in store.verify()] == [False, True]
    assert store.import_file(path) == found
    assert found.path.read_bytes() == path.read_bytes()
    assert [verdict.problem for verdict in store.verify()] == ["", ""]


@pytest.mark.parametrize(("norm", "name"), [("instance", "patn-fashion"), ("batch", "patn-market")])
def test_a_published_file_takes_its_row(store: WeightsStore, tmp_path: Path, norm: str, name: str) -> None:
    architecture = GeneratorArchitecture(norm=norm, dropout=True)  # type: ignore[arg-type]
    with torch.device("meta"):
        generator = Generator(architecture)
    state = {
        f"model.{key}": torch.zeros(tensor.shape, dtype=tensor.dtype).half()
        if tensor.is_floating_point()
        else torch.zeros(tensor.shape, dtype=tensor.dtype)
        for key, tensor in generator.state_dict().items()
    }
    path = tmp_path / "latest_net_netG.pth"
    torch.save(state, path)
    found = store.import_file(path)
    assert (found.name, found.path.name) == (name, f"{name}.pth")
    assert found.row is not None and "described" in found.row.licence
    assert store.find(name, kind="generator") == found
    assert sum(entry.row.name == name for entry in store.list()) == 1


def test_a_pose_network_is_recognised(store: WeightsStore, tmp_path: Path) -> None:
    network = PoseNetwork(PoseArchitecture())
    header = {"name": "small", "licence": "CC0-1.0", "trained_on": "p"}
    write_pose_network(tmp_path / "pose", network, header=header)
    what = recognise(tmp_path / "pose")
    assert (what.kind, what.name, what.licence) == ("pose", "small", "CC0-1.0")
    found = store.import_file(tmp_path / "pose")
    assert found.row is not None and found.row.kind == "pose"
    with pytest.raises(WeightsError, match="for finding poses, not for painting"):
        store.find(found.name, kind="generator")


class Bomb:
    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.system, ("exit 1",)


def test_what_cannot_be_used_is_not_imported(store: WeightsStore, tmp_path: Path) -> None:
    good = generator_file(tmp_path / "good").read_bytes()
    (tmp_path / "zero").write_bytes(b"")
    (tmp_path / "cut").write_bytes(good[:-100])
    (tmp_path / "code").write_bytes(pickle.dumps(Bomb(), protocol=2))
    torch.save({"fc.weight": torch.zeros(3, 3)}, tmp_path / "other")
    cases = {
        "zero": "empty",
        "cut": "damaged",
        "code": "run code",
        "other": "no network",
        "none": "no such",
        ".": "folder",
    }
    for name, message in cases.items():
        with pytest.raises(WeightsError, match=message):
            store.import_file(tmp_path / name)
    assert not store.folder.exists()


def test_importing_can_be_cancelled_and_the_place_can_be_wrong(store: WeightsStore, tmp_path: Path) -> None:
    path, token = generator_file(tmp_path / "g", seed=1), CancelToken()
    with pytest.raises(Cancelled):
        store.import_file(path, progress=lambda *step: token.cancel(), cancel=token)
    assert not store.folder.exists()
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(OutputError):
        WeightsStore(tmp_path / "file", box=store.box).import_file(generator_file(tmp_path / "i", seed=4))


def test_a_broken_index_of_ones_own_does_not_hide_the_box(store: WeightsStore) -> None:
    store.folder.mkdir()
    (store.folder / "index.json").write_text("{")
    assert store.find("repose-patn").name == "repose-patn"
    with pytest.raises(WeightsError, match="index of weights"):
        store.list()


def test_verify_reads_every_file_and_tells_progress(store: WeightsStore, tmp_path: Path) -> None:
    store.import_file(generator_file(tmp_path / "g", seed=1))
    steps: list[str] = []
    verdicts = store.verify(progress=lambda done, total, message: steps.append(message))
    assert [verdict.row.name for verdict in verdicts] == ["repose-patn", "my-net"]
    assert set(steps) == {"Checking repose-patn.safetensors", "Checking my-net.safetensors"}
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        store.verify(cancel=token)


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPOSE_WEIGHTS", str(tmp_path / "there"))
    assert default_folder() == WeightsStore().folder == tmp_path / "there"
    monkeypatch.delenv("REPOSE_WEIGHTS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder().parts[-2:] == ("repose-studio", "weights")


def test_the_weights_in_the_box_are_whole_and_load() -> None:
    store = WeightsStore()
    for row in read_index(store.box / "index.json"):
        found = store.find(row.name, kind=row.kind)
        what = recognise(found.path)
        assert (what.kind, what.sha256, found.path.stat().st_size) == (row.kind, row.sha256, row.size)


def test_listing_needs_neither_torch_nor_the_network_library() -> None:
    code = (
        "import sys; from engine.weights.store import WeightsStore; WeightsStore().list(); "
        "sys.exit(' '.join(sorted({'torch', 'pooch', 'requests'} & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
