"""What becomes of a source: which photos are kept, how they are cut, split and paired (thesis 4.1)."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from engine.errors import UsageError
from engine.skeleton import Facing
from engine.weights.table import EMBEDDED_POSE
from training.prepare.deepfashion import UPPER_BODY, VIEWS
from training.prepare.photos import Photo, Source

Split = Literal["auto", "published", "person"]
Pairs = Literal["auto", "garment", "person", "given", "singles"]
Crop = Literal["auto", "published", "person"]

SPLITS: Final[tuple[Split, ...]] = ("auto", "published", "person")
PAIRS: Final[tuple[Pairs, ...]] = ("auto", "garment", "person", "given", "singles")
CROPS: Final[tuple[Crop, ...]] = ("auto", "published", "person")
FACINGS: Final = tuple(facing.value for facing in Facing)

SEED_SHARE: Final = 0.132
"""The share of the seed's pictures that are not for training: 5,986 of 45,422."""


@dataclass(frozen=True)
class Recipe:
    """How a data set is made of a source.

    types          clothing types that are kept; empty for all. Photos without a type are kept
    views          views that are kept, as the photos' names tell them; empty for all. Photos without are kept
    facings        sides of the person that are kept, by the keypoints
    whole_figures  whether photos are kept that show somebody from head to foot, by the keypoints
    joints         fewest joints that have to be found
    flip           whether every picture is there a second time in a mirror, left and right joints swapped
    split          "published": as the source says; "person": people are drawn, so that nobody is in both parts.
                   "auto": as the source says where it does
    val_share      share of the pictures that is drawn for validation
    seed           of the drawing
    pairs          "garment": the same person in the same garment; "person": the same person; "given": the source's
                   list; "singles": every picture is its own. "auto": the source's list where it has one, garments
                   where anybody is there twice, else singles
    partners       most pictures that one picture is paired with
    crop           "published": columns 40 to 216 of the square, and by the person where the photo is not square;
                   "person": always by the person, on white. "auto": published for DeepFashion's pictures
    estimator      weights that find keypoints: a name in the store, or a file
    """

    types: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    facings: tuple[str, ...] = FACINGS
    whole_figures: bool = True
    joints: int = 8
    flip: bool = False
    split: Split = "auto"
    val_share: float = SEED_SHARE
    seed: int = 1
    pairs: Pairs = "auto"
    partners: int = 12
    crop: Crop = "auto"
    estimator: str = EMBEDDED_POSE

    def __post_init__(self) -> None:
        """Refuse what cannot be meant. Raises UsageError."""
        for name, values, allowed in (("views", self.views, VIEWS), ("facings", self.facings, FACINGS)):
            wrong = [value for value in values if value not in allowed]
            if wrong:
                raise UsageError(
                    "There is no '{word}' among the {name}",
                    hint="Choose of {allowed}.",
                    word=wrong[0],
                    name=name,
                    allowed=", ".join(allowed),
                )
        if not self.facings:
            raise UsageError("No facing is left to keep", hint="Choose of {allowed}.", allowed=", ".join(FACINGS))
        if not 0 <= self.joints <= 18 or self.partners < 1 or not 0.0 <= self.val_share < 1.0:
            raise UsageError(
                "Out of range: {joints} joints, {partners} partners or a share of {val_share}",
                hint="0 to 18 joints, 1 partner or more, a share from 0 to below 1.",
                joints=self.joints,
                partners=self.partners,
                val_share=self.val_share,
            )
        for name, value, allowed in (
            ("split", self.split, SPLITS),
            ("pairs", self.pairs, PAIRS),
            ("crop", self.crop, CROPS),
        ):
            if value not in allowed:
                raise UsageError(
                    "There is no {name} '{value}'",
                    hint="Choose of {allowed}.",
                    name=name,
                    value=value,
                    allowed=", ".join(allowed),
                )

    def resolved(self, source: Source) -> Recipe:
        """This recipe with every "auto" decided for a source. Raises UsageError when the two do not fit."""
        split, pairs, crop = self.split, self.pairs, self.crop
        if split == "auto":
            split = "published" if source.split else "person"
        if split == "published" and not source.split:
            raise UsageError(
                "The source has no split of its own", where=str(source.root), hint="Choose --split person."
            )  # fmt: skip
        if pairs == "auto":
            pairs = "given" if source.pairs else "garment" if source.repeated() else "singles"
        if pairs == "given" and not source.pairs:
            raise UsageError(
                "The source has no list of pairs", where=str(source.root), hint="Choose --pairs garment or singles."
            )  # fmt: skip
        if crop == "auto":
            crop = "published" if source.kind in ("deepfashion", "flat", "patn") else "person"
        return replace(self, split=split, pairs=pairs, crop=crop)

    def refusal(self, photo: Photo) -> tuple[str, str] | None:
        """Why a photo is not even looked at, as reason and detail; None when it is."""
        if photo.unusable:
            return "unusable", photo.unusable
        if self.types and photo.kind and photo.kind not in self.types:
            return "type", photo.kind
        if self.views and photo.view and photo.view not in self.views:
            return "view", photo.view
        return None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {key: list(v) if isinstance(v, tuple) else v for key, v in dataclasses.asdict(self).items()}

    def differences(self, other: dict[str, Any]) -> list[str]:
        """What a recipe that was kept says otherwise, in words: "views front, side and not front"."""
        mine = self.to_json()
        return [
            f"{key} {_words(other.get(key))} and not {_words(mine[key])}" for key in mine if other.get(key) != mine[key]
        ]


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "all"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


RECIPES: Final[dict[str, Recipe]] = {
    "seed": Recipe(
        types=UPPER_BODY, views=("front", "side"), facings=("front", "side"), whole_figures=False, flip=True
    ),
    "everything": Recipe(),
}
"""`seed`: the choices of the thesis (4.1), with what its author found too late. `everything`: whoever is found."""


def recipe_named(name: str, source: Source) -> Recipe:
    """A recipe of the table; "auto" is the seed's for DeepFashion's photos and everything for others."""
    if name == "auto":
        name = "seed" if source.kind in ("deepfashion", "flat") else "everything"
    return RECIPES[name]


def recipe_fields() -> tuple[str, ...]:
    """Names of the recipe's fields."""
    return tuple(field.name for field in dataclasses.fields(Recipe))
