"""Figures that others published, as they gave them: rows to stand beside ours, and never measured here."""

from __future__ import annotations

from typing import Final

CITED: Final[tuple[dict[str, object], ...]] = (
    {"row": "thesis, base (cited)", "ssim_unstated": 0.558, "mos": 1.99, "fid": 81.36},
    {"row": "thesis, trained (cited)", "ssim_unstated": 0.554, "mos": 3.27, "fid": 65.03},
    {"row": "thesis, its goal: above (cited)", "mos": 3.5},
    {"row": "PATN as published (cited)", "ssim_patn": 0.773, "ssim_common": 0.671, "lpips": 0.256, "fid": 20.75},
    {"row": "best published SSIM: IMAGPose (cited)", "ssim_common": 0.756},
    {"row": "best published LPIPS and FID: Leffa (cited)", "lpips": 0.114, "fid": 5.71},
)
"""Thesis: table 7. The others: DeepFashion's in-shop pictures at 256 x 176, true pairs."""

NOTE: Final = (
    "Cited rows were measured on DeepFashion's in-shop pictures, on other pictures than ours: they say where the field "
    "stands, and differences of a few per cent between them and rows measured here mean nothing. The thesis does not "
    "state its protocol of SSIM."
)
