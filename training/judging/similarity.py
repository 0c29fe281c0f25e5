"""How like a generated picture is to the real one, pixel by pixel: SSIM under its protocols, L1, and sharpness.

SSIM: Wang, Bovik, Sheikh and Simoncelli, *Image quality assessment: from error visibility to structural similarity*,
2004. Published figures differ by window, range and what is put round the picture, so each protocol has its function.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Doubles = npt.NDArray[np.float64]

_WHITE_COLUMNS: Final = 40
_PATN_WIDTH: Final = 176
_SIGMA: Final = 1.5
_GAUSSIAN: Final = 11
"""Pixels of a Gaussian window of sigma 1.5, cut off at 3.5 sigma."""
_COMMON_WINDOW: Final = 51


def ssim_patn(generated: Bytes, real: Bytes) -> float:
    """SSIM of two pictures uint8 [H, W, 3] by PATN's own protocol, about -1..1.

    White columns are added on both sides (40 where the picture is 176 wide, the same share elsewhere), the window is
    Gaussian, and the range is that of the generated picture with its white columns.
    """
    columns = round(_WHITE_COLUMNS * real.shape[1] / _PATN_WIDTH)
    around = ((0, 0), (columns, columns), (0, 0))
    first, second = (np.pad(p, around, constant_values=255).astype(np.float64) for p in (generated, real))
    spread = float(first.max() - first.min())
    if spread == 0:
        return 1.0 if np.array_equal(first, second) else 0.0
    rim = _GAUSSIAN // 2
    return float(_gaussian_ssim(first, second, spread=spread)[rim:-rim, rim:-rim].mean())


def ssim_common(generated: Bytes, real: Bytes) -> float:
    """SSIM of two pictures uint8 [H, W, 3] as later papers report it; NaN for pictures smaller than its window."""
    if min(real.shape[:2]) < _COMMON_WINDOW:
        return float("nan")
    window = (_COMMON_WINDOW, _COMMON_WINDOW)
    first, second = (p.astype(np.float64) / 255 for p in (generated, real))
    pixels = _COMMON_WINDOW**2

    def mean(values: Doubles) -> Doubles:
        return np.asarray(cv2.blur(values, window, borderType=cv2.BORDER_REFLECT))

    values = _ssim(first, second, mean, spread=1.0, correction=pixels / (pixels - 1))
    rim = _COMMON_WINDOW // 2
    return float(values[rim:-rim, rim:-rim].mean())


def ssim_person(generated: Bytes, real: Bytes, person: npt.NDArray[np.float32]) -> float:
    """SSIM averaged over the person, `person` [H, W] in 0..1; NaN when there is none."""
    total = float(person.sum())
    if total <= 0:
        return float("nan")
    values = _gaussian_ssim(generated.astype(np.float64), real.astype(np.float64), spread=255.0)
    return float((values.mean(axis=2) * person).sum() / total)


def l1(generated: Bytes, real: Bytes, person: npt.NDArray[np.float32] | None = None) -> float:
    """Mean absolute difference of RGB in [-1, 1], 0..2; over the person alone with `person` [H, W] in 0..1."""
    difference: Doubles = np.mean(cv2.absdiff(generated, real), axis=2) / 127.5  # [H, W]
    if person is None:
        return float(difference.mean())
    total = float(person.sum())
    return float((difference * person).sum() / total) if total > 0 else float("nan")


def gradient_energy(picture: Bytes, person: npt.NDArray[np.float32]) -> float:
    """Mean squared difference of brightness (0..1) between neighbours, inside the person; NaN when there is no inside.

    The outline is left out, two pixels deep: a sharp edge against white is no sharp cloth.
    """
    inside = cv2.erode((person > 0.5).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    if not inside.any():
        return float("nan")
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float64) / 255
    down, right = np.gradient(grey)
    energy: Doubles = np.asarray(down) ** 2 + np.asarray(right) ** 2  # [H, W]
    return float(energy[inside].mean())


def _gaussian_ssim(first: Doubles, second: Doubles, *, spread: float) -> Doubles:
    def mean(values: Doubles) -> Doubles:
        window = (_GAUSSIAN, _GAUSSIAN)
        return np.asarray(cv2.GaussianBlur(values, window, _SIGMA, borderType=cv2.BORDER_REFLECT))

    return _ssim(first, second, mean, spread=spread, correction=1.0)


def _ssim(
    first: Doubles, second: Doubles, mean: Callable[[Doubles], Doubles], *, spread: float, correction: float
) -> Doubles:
    """The map of local similarities [H, W, 3]; `correction` makes variances those of a sample."""
    c1, c2 = (0.01 * spread) ** 2, (0.03 * spread) ** 2
    mean_1, mean_2 = mean(first), mean(second)
    var_1 = correction * (mean(first * first) - mean_1 * mean_1)
    var_2 = correction * (mean(second * second) - mean_2 * mean_2)
    both = correction * (mean(first * second) - mean_1 * mean_2)
    above = (2 * mean_1 * mean_2 + c1) * (2 * both + c2)
    below = (mean_1 * mean_1 + mean_2 * mean_2 + c1) * (var_1 + var_2 + c2)
    return np.asarray(above / below)
