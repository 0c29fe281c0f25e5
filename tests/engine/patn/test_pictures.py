from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.patn.pictures import to_picture, to_tensor


def every_byte() -> np.ndarray:
    return np.arange(256, dtype=np.uint8).repeat(3).reshape(16, 16, 3)


def test_bytes_become_minus_one_to_one() -> None:
    tensor = to_tensor(every_byte())
    assert tensor.shape == (1, 3, 16, 16)
    assert tensor.dtype == torch.float32
    assert tensor.min() == -1
    assert tensor.max() == 1
    assert tensor[0, 1, 0, 5].item() == pytest.approx((5 / 255 - 0.5) / 0.5)


def test_numbers_are_cut_off_as_published() -> None:
    numbers = torch.linspace(-1, 1, 3 * 40 * 50).view(3, 40, 50)
    wanted = ((np.transpose(numbers.numpy(), (1, 2, 0)) + 1) / 2.0 * 255.0).astype(np.uint8)
    assert np.array_equal(to_picture(numbers), wanted)
    assert np.array_equal(to_picture(numbers[None])[0], wanted)


def test_there_and_back() -> None:
    picture = every_byte()
    assert np.array_equal(to_picture(to_tensor(picture), nearest=True)[0], picture)
    cut = to_picture(to_tensor(picture))[0].astype(int)
    assert np.abs(cut - picture).max() <= 1


def test_a_batch_keeps_its_order_and_a_view_is_welcome() -> None:
    pictures = np.stack([every_byte(), every_byte()[::-1]])
    tensor = to_tensor(pictures[:, ::-1])
    assert tensor.shape == (2, 3, 16, 16)
    assert np.array_equal(to_picture(tensor, nearest=True), pictures[:, ::-1])


def test_values_outside_the_range_do_not_wrap_round() -> None:
    numbers = torch.tensor([-1.01, 0.0, 1.01]).view(3, 1, 1).bfloat16()
    assert to_picture(numbers).tolist() == [[[0, 127, 255]]]


def test_wrong_kinds_are_named() -> None:
    with pytest.raises(ValueError, match="uint8"):
        to_tensor(np.zeros((4, 4, 3), np.float32))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="uint8"):
        to_tensor(np.zeros((4, 4), np.uint8))
    with pytest.raises(ValueError, match="picture"):
        to_picture(torch.zeros(1, 4, 4))
