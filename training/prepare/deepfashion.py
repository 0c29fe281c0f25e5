"""DeepFashion's in-shop pictures by their names: in folders, and in the flat form that PATN made of them.

In folders: `WOMEN/Tees_Tanks/id_00000001/01_1_front.jpg`, under `TRAIN` and `TEST` where somebody sorted them so; flat:
`fashionWOMENTees_Tanksid0000000101_1front.jpg`. 01 is the garment, 1 a number, and `front` the view.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

GENDERS: Final = {"WOMEN": "women", "MEN": "men"}

VIEWS: Final = ("front", "side", "back", "full", "additional", "flat")

UPPER_BODY: Final = (
    "Blouses_Shirts",
    "Cardigans",
    "Graphic_Tees",
    "Jackets_Coats",
    "Jackets_Vests",
    "Shirts_Polos",
    "Sweaters",
    "Sweatshirts_Hoodies",
    "Tees_Tanks",
)
"""The clothing types, women's and men's, of garments that are worn on the upper body alone."""

PARTS: Final = {"train": "train", "test": "val", "val": "val", "validation": "val", "query": "val", "gallery": "val"}
"""What the parts of a published split are called, in small letters, and our names for them."""

SEED_FIGURES: Final[dict[str, int]] = {
    "women": 52_019,
    "men": 8_798,
    "kept": 45_422,
    "train": 39_436,
    "val": 5_986,
}
"""The seed's own set (4.1): pictures that it found by gender, and what it kept, flipped copies counted."""

_FILE: Final = re.compile(r"(\d+)_(\d+)_([A-Za-z]+)")
_FLAT: Final = re.compile(r"fashion(WOMEN|MEN)(.+?)id_?(\d{8})_?(\d{2})_(\d+)_?([A-Za-z]+?)(?:_flipped)?")
_ID: Final = re.compile(r"id_(\d+)")


@dataclass(frozen=True)
class Name:
    """What a picture's name tells.

    `person` is DeepFashion's id with the gender before it; `garment` is unique among the person's.
    """

    gender: str
    kind: str
    person: str
    garment: str
    view: str

    @classmethod
    def of(cls, gender: str, kind: str, number: str, garment: str, view: str) -> Name:
        """From the parts as they are written."""
        return cls(GENDERS[gender.upper()], kind, f"{gender.upper()}/id_{number}", f"{kind}/{garment}", view.lower())


def in_folders(path: Path) -> Name | None:
    """What `WOMEN/Tees_Tanks/id_00000001/01_1_front.jpg` tells; None for a file that is not called so."""
    if len(path.parts) != 4:
        return None
    gender, kind, person, _ = path.parts
    number, file = _ID.fullmatch(person), _FILE.fullmatch(path.stem)
    if gender.upper() not in GENDERS or number is None or file is None:
        return None
    return Name.of(gender, kind, number[1], file[1], file[3])


def flat(stem: str) -> Name | None:
    """What `fashionWOMENTees_Tanksid0000000101_1front` tells, of a mirror image too; None for another name."""
    found = _FLAT.fullmatch(stem)
    return None if found is None else Name.of(found[1], found[2], found[3], found[4], found[6])


def flat_name(path: Path) -> str:
    """The flat name of `WOMEN/Tees_Tanks/id_00000001/01_1_front.jpg`."""
    gender, kind, person, _ = path.parts
    garment, number, view = path.stem.split("_")
    return f"fashion{gender.upper()}{kind}{person.replace('_', '')}{garment}_{number}{view}{path.suffix.lower()}"
