from __future__ import annotations

import pytest
import torch

from engine.errors import Cancelled, DeviceError, ReposeError, UsageError
from engine.progress import CancelToken, check, no_progress
from engine.runtime import (
    DEVICES,
    available_devices,
    choose_device,
    describe,
    inference_dtype,
    out_of_memory,
    release_memory,
)


@pytest.fixture
def nothing_but_a_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


@pytest.mark.usefixtures("nothing_but_a_cpu")
def test_a_computer_without_a_gpu() -> None:
    assert choose_device() == choose_device("cpu") == torch.device("cpu")
    for name in ("cuda", "mps"):
        with pytest.raises(DeviceError, match="has no") as raised:
            choose_device(name)
        assert "cpu" in str(raised.value)


def test_what_there_is_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert choose_device().type == "mps"
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose_device().type == "cuda"
    assert choose_device("cpu").type == "cpu"


@pytest.mark.parametrize("name", ["gpu", "", "CPU", "cuda:0"])
def test_devices_are_chosen_by_name(name: str) -> None:
    with pytest.raises(DeviceError, match="no device called") as raised:
        choose_device(name)
    assert all(word in str(raised.value) for word in DEVICES)


def test_precision_follows_the_device(monkeypatch: pytest.MonkeyPatch) -> None:
    cpu, gpu = torch.device("cpu"), torch.device("cuda")
    for fast, wanted in ((True, torch.bfloat16), (False, torch.float32)):
        monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda fast=fast: fast)
        monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda fast=fast: fast)
        assert inference_dtype(gpu) == inference_dtype(cpu) == wanted
    assert inference_dtype(torch.device("mps")) == torch.float32


def test_full_memory_is_told_from_other_trouble() -> None:
    assert out_of_memory(torch.OutOfMemoryError("CUDA out of memory. Tried to allocate"))
    assert out_of_memory(RuntimeError("MPS backend out of memory (MPS allocated: 9 GB)"))
    assert not out_of_memory(RuntimeError("shape mismatch"))
    release_memory(torch.device("cpu"))
    assert describe(torch.device("cpu")).startswith("CPU")
    assert "Metal" in describe(torch.device("mps"))


# --- Errors and cancelling, which everything else speaks. ---


def test_an_error_is_one_line_place_first() -> None:
    error = UsageError("The size does not fit", where="photo.jpg", hint="Resize\nit.")
    assert str(error) == "photo.jpg: The size does not fit. Resize it."
    assert str(ReposeError("What now?")) == "What now?"
    assert str(ReposeError("Broken", hint="Mend it.")) == "Broken. Mend it."
    assert isinstance(error, ReposeError) and not issubclass(Cancelled, ReposeError)


def test_a_wish_to_stop_is_kept() -> None:
    token = CancelToken()
    check(token)
    check(None)
    token.raise_if_cancelled()
    token.cancel()
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled):
        check(token)
    no_progress(1, 2, "nobody watches")


@pytest.mark.usefixtures("nothing_but_a_cpu")
def test_devices_are_told_in_words() -> None:
    assert available_devices() == {"cpu": describe(torch.device("cpu"))}


@pytest.mark.parametrize(("precision", "dtype"), [("bf16", torch.bfloat16), ("float32", torch.float32)])
def test_precision_can_be_chosen(precision: str, dtype: torch.dtype) -> None:
    assert inference_dtype(torch.device("cpu"), precision=precision) is dtype


def test_precision_is_chosen_by_name() -> None:
    assert inference_dtype(torch.device("cpu"), precision="auto") is inference_dtype(torch.device("cpu"))
    with pytest.raises(UsageError, match="no precision called 'int8'"):
        inference_dtype(torch.device("cpu"), precision="int8")
