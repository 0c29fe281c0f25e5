"""SSIM against scikit-image under both protocols, L1 and sharpness against closed forms."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest
from skimage.metrics import structural_similarity

from training.judging.similarity import gradient_energy, l1, ssim_common, ssim_patn, ssim_person


def two_pictures(size: tuple[int, int] = (96, 66)) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    first = cv2.GaussianBlur(rng.integers(0, 256, (*size, 3), np.uint8), (0, 0), 2)
    noise = rng.normal(0, 20, first.shape)
    return np.clip(first + noise, 10, 240).astype(np.uint8), first


def test_patns_protocol_is_scikit_images_with_white_columns() -> None:
    generated, real = two_pictures((256, 176))
    around = ((0, 0), (40, 40), (0, 0))
    first, second = (np.pad(p, around, constant_values=255) for p in (real, generated))
    spread = float(second.max()) - float(second.min())
    theirs = structural_similarity(
        first, second, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, channel_axis=-1, data_range=spread
    )
    assert ssim_patn(generated, real) == pytest.approx(theirs, abs=1e-6)
    # The white columns are part of the figure: they raise it.
    bare = structural_similarity(
        real, generated, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, channel_axis=-1, data_range=230
    )
    assert theirs > bare


def test_the_common_protocol_is_scikit_images_with_a_window_of_51() -> None:
    generated, real = two_pictures()
    theirs = structural_similarity(real / 255, generated / 255, win_size=51, channel_axis=-1, data_range=1.0)
    assert ssim_common(generated, real) == pytest.approx(theirs, abs=1e-6)
    assert math.isnan(ssim_common(generated[:50], real[:50]))


def test_ssim_of_a_picture_with_itself_is_one() -> None:
    _, real = two_pictures()
    person = np.zeros(real.shape[:2], np.float32)
    person[20:60, 20:40] = 1
    assert ssim_patn(real, real) == ssim_common(real, real) == pytest.approx(1.0)
    assert ssim_person(real, real, person) == pytest.approx(1.0)
    white = np.full_like(real, 255)
    assert ssim_patn(white, white) == 1.0
    assert math.isnan(ssim_person(real, real, np.zeros_like(person)))


def test_ssim_in_the_person_is_scikit_images_map_over_the_mask() -> None:
    generated, real = two_pictures()
    _, full = structural_similarity(
        real,
        generated,
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        channel_axis=-1,
        data_range=255,
        full=True,
    )
    person = np.zeros(real.shape[:2], np.float32)
    person[10:80, 10:50] = 1
    person[40, 10:50] = 0.5
    wanted = (full.mean(axis=2) * person).sum() / person.sum()
    assert ssim_person(generated, real, person) == pytest.approx(wanted, abs=1e-6)


def test_l1_is_that_of_values_from_minus_one_to_one() -> None:
    black, white = np.zeros((4, 5, 3), np.uint8), np.full((4, 5, 3), 255, np.uint8)
    person = np.zeros((4, 5), np.float32)
    person[0] = 1
    half = white.copy()
    half[0] = 0
    assert l1(black, white) == pytest.approx(2.0)
    assert l1(half, white) == pytest.approx(0.5) and l1(half, white, person) == pytest.approx(2.0)
    assert math.isnan(l1(black, white, np.zeros_like(person)))


def test_gradient_energy_of_a_ramp_is_its_slope_squared_and_leaves_the_outline_out() -> None:
    ramp = np.repeat(np.arange(0, 120, 2, dtype=np.uint8)[None, :, None], 40, axis=0).repeat(3, axis=2)
    person = np.zeros(ramp.shape[:2], np.float32)
    person[8:32, 10:40] = 1
    cut_out = np.where(person[..., None] > 0, ramp, np.uint8(255))
    assert gradient_energy(cut_out, person) == pytest.approx((2 / 255) ** 2, rel=1e-6)
    assert gradient_energy(np.full_like(ramp, 90), person) == 0
    assert math.isnan(gradient_energy(ramp, np.zeros_like(person)))
