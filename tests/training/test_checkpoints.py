from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.errors import OutputError, WeightsError
from training import checkpoints


def state() -> dict[str, Any]:
    return {"step": 3, "weights": {"a": torch.arange(6.0).view(2, 3)}, "random": checkpoints.random_state()}


def test_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "run" / "checkpoints" / "last.pt"
    checkpoints.save(path, state())
    loaded = checkpoints.load(path)
    assert loaded["step"] == 3 and torch.equal(loaded["weights"]["a"], state()["weights"]["a"])
    assert os.listdir(path.parent) == ["last.pt"]


def test_the_random_state_goes_on_where_it_was() -> None:
    torch.manual_seed(4)
    torch.rand(3)
    kept = checkpoints.random_state()
    wanted = torch.rand(5)
    torch.manual_seed(9)
    checkpoints.set_random_state(kept)
    assert torch.equal(torch.rand(5), wanted)


def test_an_old_checkpoint_stays_when_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "last.pt"
    checkpoints.save(path, state())
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left") as raised:
        checkpoints.save(path, {"step": 4})
    assert str(path) in str(raised.value)
    assert path.read_bytes() == before and os.listdir(tmp_path) == ["last.pt"]


def test_a_half_written_neighbour_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "last.pt"
    checkpoints.save(path, state())
    (tmp_path / ".last.pt.part").write_bytes(b"half")
    assert checkpoints.load(path)["step"] == 3
    checkpoints.save(path, {"step": 4})
    assert checkpoints.load(path)["step"] == 4 and os.listdir(tmp_path) == ["last.pt"]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        checkpoints.save(tmp_path / "file" / "last.pt", state())
    (tmp_path / "folder.pt").mkdir()
    (tmp_path / "folder.pt" / "in the way").write_text("")
    with pytest.raises(OutputError):
        checkpoints.save(tmp_path / "folder.pt", state())


class Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("evil-was-here",)


def test_files_that_are_no_checkpoints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "last.pt"
    with pytest.raises(WeightsError, match="no checkpoint"):
        checkpoints.load(path)
    with pytest.raises(WeightsError, match="no checkpoint"):
        checkpoints.load(tmp_path)
    checkpoints.save(path, state())
    whole = path.read_bytes()
    for data in (b"", b"PK", b"not a checkpoint", whole[: len(whole) // 2], whole[:-1], pickle.dumps(Evil())):
        path.write_bytes(data)
        with pytest.raises(WeightsError, match="cannot be read") as raised:
            checkpoints.load(path)
        assert "\n" not in str(raised.value)
    torch.save(Evil(), path)
    with pytest.raises(WeightsError, match="cannot be read"):
        checkpoints.load(path)
    assert not (tmp_path / "evil-was-here").exists()
    torch.save(torch.zeros(3), path)
    with pytest.raises(WeightsError, match="no checkpoint"):
        checkpoints.load(path)
