"""Draws people by lot: body, age, colours, hair and clothes over the human range, in stated shares."""

from __future__ import annotations

import colorsys
from dataclasses import replace
from typing import Final

import numpy as np

from training.synthetic.body import Build
from training.synthetic.clothes import Fabric, Garment, Shoes, Skirt, Top, Trousers
from training.synthetic.hair import HairStyle
from training.synthetic.lettering import WORDS
from training.synthetic.people import Person
from training.synthetic.skin import Complexion

Colour = tuple[float, float, float]
Rng = np.random.Generator

SKINS: Final[tuple[Colour, ...]] = (
    (0.95, 0.82, 0.76), (0.91, 0.75, 0.66), (0.87, 0.69, 0.58), (0.80, 0.61, 0.48), (0.72, 0.52, 0.39),
    (0.60, 0.42, 0.30), (0.47, 0.31, 0.22), (0.35, 0.23, 0.17), (0.25, 0.165, 0.13),
)  # fmt: skip
"""Skin from the lightest to the darkest, sRGB; people are drawn evenly along this line."""

_HAIRS: Final[tuple[tuple[Colour, float], ...]] = (
    ((0.055, 0.045, 0.04), 0.30), ((0.13, 0.09, 0.07), 0.22), ((0.25, 0.16, 0.10), 0.16), ((0.42, 0.27, 0.15), 0.09),
    ((0.66, 0.50, 0.30), 0.08), ((0.82, 0.70, 0.50), 0.05), ((0.50, 0.20, 0.10), 0.04), ((0.58, 0.57, 0.56), 0.03),
    ((0.85, 0.84, 0.82), 0.01), ((0.75, 0.25, 0.40), 0.01), ((0.20, 0.30, 0.55), 0.01),
)  # fmt: skip
_IRISES: Final[tuple[Colour, ...]] = (
    (0.16, 0.09, 0.05), (0.20, 0.12, 0.06), (0.33, 0.22, 0.10), (0.33, 0.42, 0.45), (0.30, 0.45, 0.60),
    (0.35, 0.42, 0.25),
)  # fmt: skip


def draw_person(name: str, rng: Rng, *, sex: str) -> Person:
    """A person of the given sex ("female" or "male"), everything else by lot."""
    female = sex == "female"
    tone = float(rng.uniform(0.0, 1.0))
    age = float(np.clip(rng.beta(1.6, 2.2), 0.0, 1.0))  # 0 about twenty, 1 old
    grey = rng.random() < np.clip((age - 0.55) * 2.2, 0.0, 0.95)
    skin = _along(SKINS, tone)
    skin = _jitter(skin, rng, 0.02)
    hair_colour = _jitter(_pick(_HAIRS, rng), rng, 0.03)
    if tone > 0.55 and rng.random() < 0.85:
        hair_colour = _jitter((0.07, 0.055, 0.05), rng, 0.02)
    if grey:
        level = float(rng.uniform(0.45, 0.85))
        hair_colour = (level, level, level * 0.98)
    weights = _ancestry(tone, rng)
    smile = float(np.clip(rng.normal(0.3, 0.3), 0.0, 0.9))
    build = Build(
        gender=float(np.clip(rng.normal(0.96, 0.04) if female else rng.normal(0.04, 0.04), 0.0, 1.0)),
        age=0.62 + 0.30 * age,
        muscle=float(np.clip(rng.normal(0.5 if female else 0.6, 0.14), 0.15, 0.95)),
        weight=float(np.clip(rng.normal(0.46, 0.17), 0.12, 0.95)),
        height=float(np.clip(rng.normal(0.5 if female else 0.42, 0.13), 0.15, 0.85)),
        proportions=float(rng.uniform(0.45, 0.95)),
        cupsize=float(rng.uniform(0.2, 0.7)),
        african=weights[0],
        asian=weights[1],
        caucasian=weights[2],
        expression={"mouthSmileLeft": smile, "mouthSmileRight": smile},
    )
    lips = tuple(c * k for c, k in zip(skin, (0.86, 0.60, 0.62), strict=True))
    made_up = female and rng.random() < 0.5
    if made_up:
        lips = tuple(0.4 * a + 0.6 * b for a, b in zip(lips, (0.62, 0.16, 0.18), strict=True))
    iris = _IRISES[int(rng.integers(2 if tone > 0.5 else len(_IRISES)))]
    complexion = Complexion(
        skin=skin, lips=(lips[0], lips[1], lips[2]), iris=iris, blush=0.4, make_up=0.4 * made_up,
        gloss=float(rng.uniform(0.03, 0.12)),
    )  # fmt: skip
    hair = _hair(hair_colour, rng, female=female, coiled=weights[0] > 0.6, age=age)
    garments = _outfit(rng, female=female)
    return Person(name, f"{sex}, drawn by lot", build, complexion, hair, garments, seed=int(rng.integers(1 << 30)))


# ---------------------------------------------------------------------- body and hair


def _ancestry(tone: float, rng: Rng) -> tuple[float, float, float]:
    """Features go loosely with the skin's tone: any mixture, at any tone, may come up."""
    leaning = np.array([0.2 + 3.0 * max(tone - 0.45, 0.0), 0.9 - abs(tone - 0.35), 0.2 + 1.4 * max(0.75 - tone, 0.0)])
    drawn = rng.dirichlet(np.maximum(leaning, 0.08) * 1.2)
    return float(drawn[0]), float(drawn[1]), float(drawn[2])


def _hair(colour: Colour, rng: Rng, *, female: bool, coiled: bool, age: float) -> HairStyle:
    brow: Colour = tuple(0.75 * c for c in colour)  # type: ignore[assignment]
    side = float(rng.choice([-1, 1]) * rng.uniform(0.0, 0.03))
    style = HairStyle(colour=colour, part=side, brow=brow)
    kinds = ("long", "shoulder", "bob", "gathered", "short", "coils", "cropped") if female else (
        "short", "cropped", "coils", "tousled", "shoulder", "gathered", "bald")  # fmt: skip
    shares = (0.28, 0.22, 0.15, 0.17, 0.07, 0.06, 0.05) if female else (0.36, 0.22, 0.08, 0.16, 0.05, 0.03, 0.10)
    kind = str(rng.choice(kinds, p=shares))
    if coiled and rng.random() < 0.6:
        kind = str(rng.choice(["coils", "cropped", "gathered"] if female else ["coils", "cropped", "cropped", "bald"]))
    if kind == "bald" and age < 0.3 and rng.random() < 0.5:
        kind = "cropped"
    wave = float(max(0.0, rng.normal(0.15, 0.3)))
    if kind == "long":
        length = float(rng.uniform(0.34, 0.50))
        style = replace(style, length=length, side_length=length * 0.75, back=0.6, wave=wave, volume=0.014)
    elif kind == "shoulder":
        length = float(rng.uniform(0.25, 0.33))
        style = replace(style, length=length, side_length=length * 0.7, back=0.6, wave=wave, volume=0.015)
    elif kind == "bob":
        style = replace(style, length=0.225, side_length=0.155, wave=wave * 0.5, volume=0.012, clump=1.0)
    elif kind == "gathered":
        style = replace(style, length=0.20, side_length=0.17, gather=True, lift=0.3, volume=0.006)
    elif kind == "coils":
        length = float(rng.uniform(0.02, 0.09))
        style = replace(style, length=length, side_length=length, lift=2.0, fall=0.0, back=0.0, wave=1.6, curl=12.0,
                        volume=0.004)  # fmt: skip
    elif kind == "cropped":
        style = replace(style, length=0.014, side_length=0.007, lift=2.0, fall=0.0, back=0.0, volume=0.004)
    elif kind == "tousled":
        style = replace(style, length=0.085, side_length=0.045, lift=0.9, fall=0.25, back=0.3, wave=0.5, volume=0.010)
    elif kind == "short":
        style = replace(style, length=float(rng.uniform(0.05, 0.08)), side_length=0.022, lift=0.6, fall=0.3, back=0.5,
                        volume=0.006)  # fmt: skip
    else:
        style = replace(style, count=0, length=0.01, side_length=0.01)
    if not female and rng.random() < 0.45:
        style = replace(style, beard=float(rng.uniform(0.25, 1.0)))
    return style


# ---------------------------------------------------------------------- clothes


def _outfit(rng: Rng, *, female: bool) -> tuple[Garment, ...]:
    """Garments, inner ones first."""
    kind = str(rng.choice(("trousers", "shorts", "skirt", "dress"), p=(0.50, 0.10, 0.20, 0.20) if female else
                          (0.84, 0.16, 0.0, 0.0)))  # fmt: skip
    garments: list[Garment] = []
    top = _top(rng, female=female)
    if kind in ("trousers", "shorts"):
        lower = _trousers(rng, female=female, short=kind == "shorts")
        tucked = rng.random() < 0.25
        if tucked:
            garments += [replace(top, hem=-0.06), lower]
        else:
            garments += [lower, top]
    elif kind == "skirt":
        garments += [replace(top, hem=float(rng.uniform(-0.05, -0.02))), _skirt(rng, _fabric(rng))]
        if rng.random() < 0.4:
            garments[:0] = [_tights(rng)]
    else:
        fabric = replace(top.fabric, pattern=top.fabric.pattern if top.fabric.pattern != "denim" else "flowers")
        garments += [replace(top, hem=-0.03, fabric=fabric), _skirt(rng, fabric)]
        if rng.random() < 0.3:
            garments[:0] = [_tights(rng)]
    if rng.random() < 0.32:
        garments.append(_jacket(rng, long=rng.random() < 0.25))
    if rng.random() < 0.97:
        garments.append(_shoes(rng, female=female))
    return tuple(garments)


def _top(rng: Rng, *, female: bool) -> Top:
    sleeve = float(rng.choice([0.0, rng.uniform(0.25, 0.7), rng.uniform(0.9, 1.5), rng.uniform(1.85, 1.97)],
                              p=(0.14, 0.40, 0.12, 0.34) if female else (0.06, 0.48, 0.06, 0.40)))  # fmt: skip
    necks = ("crew", "scoop", "v", "boat", "high") if female else ("crew", "crew", "crew", "v", "high")
    neck = str(rng.choice(necks))
    collar = neck in ("crew", "v") and sleeve > 0.2 and rng.random() < 0.3
    fabric = _fabric(rng, warm=sleeve > 1.8)
    if fabric.pattern in ("plain", "knit", "stripes") and not collar and rng.random() < 0.25:
        fabric = replace(fabric, words=str(rng.choice(WORDS)))
    return Top(
        fabric, neck=neck, sleeve=sleeve, hem=float(rng.uniform(0.0, 0.07)),
        ease=float(rng.uniform(0.006, 0.014) if rng.random() < 0.6 else rng.uniform(0.014, 0.03)), collar=collar,
    )  # fmt: skip


def _jacket(rng: Rng, *, long: bool) -> Top:
    fabric = _fabric(rng, warm=True)
    if rng.random() < 0.2:
        fabric = replace(_denim(rng))
    return Top(
        replace(fabric, wrinkle=0.7), neck="crew", sleeve=1.96, hem=float(rng.uniform(0.06, 0.09)) if long else
        float(rng.uniform(-0.03, 0.06)), ease=float(rng.uniform(0.018, 0.03)), opening=float(rng.uniform(0.01, 0.07)),
        layer="jacket", collar=rng.random() < 0.7,
    )  # fmt: skip


def _trousers(rng: Rng, *, female: bool, short: bool) -> Trousers:
    if short:
        fabric = _denim(rng) if rng.random() < 0.3 else _fabric(rng, calm=True)
        return Trousers(
            fabric, length=float(rng.uniform(0.25 if female else 0.6, 1.0)), ease=float(rng.uniform(0.008, 0.025))
        )
    fabric = _denim(rng) if rng.random() < 0.45 else _fabric(rng, calm=True)
    tight = female and rng.random() < 0.5
    return Trousers(
        fabric, length=float(rng.uniform(1.85, 2.05)), ease=float(rng.uniform(0.003, 0.008) if tight else
        rng.uniform(0.008, 0.024)), flare=float(rng.choice([0.0, 0.0, rng.uniform(0.0, 0.04)])),
    )  # fmt: skip


def _tights(rng: Rng) -> Trousers:
    level = float(rng.uniform(0.03, 0.2))
    dye = (level, level, level) if rng.random() < 0.7 else _colour(rng)
    return Trousers(Fabric(dye=dye, wrinkle=0.1, fuzz=0.15), length=2.1, ease=0.002)


def _skirt(rng: Rng, fabric: Fabric) -> Skirt:
    length = float(
        rng.choice([rng.uniform(0.45, 0.75), rng.uniform(0.75, 1.15), rng.uniform(1.2, 1.75)], p=(0.35, 0.45, 0.2))
    )
    return Skirt(fabric, length=length, flare=float(rng.uniform(0.01, 0.11)))


def _shoes(rng: Rng, *, female: bool) -> Shoes:
    sole: Colour = (0.92, 0.92, 0.90) if rng.random() < 0.5 else (0.12, 0.10, 0.09)
    dye = _colour(rng, calm=rng.random() < 0.8)
    low = female and rng.random() < 0.3
    height = -0.016 if low else float(rng.choice([0.0, 0.0, rng.uniform(0.03, 0.12)]))
    return Shoes(Fabric(dye=dye, dye2=_jitter(dye, rng, 0.15), gloss=float(rng.uniform(0.02, 0.12))), sole=sole,
                 height=height, sole_height=float(rng.uniform(0.012, 0.032)))  # fmt: skip


def _denim(rng: Rng) -> Fabric:
    dark = float(rng.uniform(0.35, 1.5))
    dye = tuple(float(np.clip(c * dark, 0.02, 0.9)) for c in (0.18, 0.27, 0.42))
    dye2 = tuple(float(np.clip(c * dark, 0.05, 0.95)) for c in (0.42, 0.54, 0.68))
    return Fabric(dye=(dye[0], dye[1], dye[2]), dye2=(dye2[0], dye2[1], dye2[2]), pattern="denim", wrinkle=0.8)


def _fabric(rng: Rng, *, calm: bool = False, warm: bool = False) -> Fabric:
    names = ("plain", "stripes", "upright", "checks", "dots", "pinstripe", "knit", "rib", "camouflage", "flowers")
    shares = np.array([0.74, 0.02, 0.03, 0.06, 0.01, 0.06, 0.02, 0.02, 0.02, 0.02] if calm else
                      [0.40, 0.13, 0.05, 0.11, 0.05, 0.03, 0.06, 0.03, 0.04, 0.10])  # fmt: skip
    if warm:
        shares[6] += 0.12
    pattern = str(rng.choice(names, p=shares / shares.sum()))
    sizes = {"stripes": (0.012, 0.09), "upright": (0.012, 0.06), "checks": (0.02, 0.09), "dots": (0.02, 0.06),
             "pinstripe": (0.01, 0.03), "knit": (0.006, 0.012), "rib": (0.006, 0.012), "camouflage": (0.04, 0.10),
             "flowers": (0.03, 0.12)}  # fmt: skip
    low, high = sizes.get(pattern, (0.03, 0.03))
    dye = _colour(rng, calm=calm)
    other = _colour(rng) if rng.random() < 0.5 else _jitter((0.93, 0.92, 0.90), rng, 0.05)
    return Fabric(
        dye=dye, dye2=other, pattern=pattern, size=float(rng.uniform(low, high)), wrinkle=float(rng.uniform(0.3, 0.9)),
        fuzz=float(rng.uniform(0.05, 0.25)), gloss=float(rng.choice([0.01, 0.02, 0.08])),
    )  # fmt: skip


def _colour(rng: Rng, *, calm: bool = False) -> Colour:
    """A dye as clothes have them: much black, white, grey, blue and earth, now and then anything."""
    lot = rng.random()
    if lot < 0.20:
        level = float(rng.uniform(0.04, 0.14))
        return _jitter((level, level, level), rng, 0.01)
    if lot < 0.34:
        level = float(rng.uniform(0.82, 0.96))
        return _jitter((level, level, level), rng, 0.02)
    if lot < 0.46:
        level = float(rng.uniform(0.2, 0.75))
        return _jitter((level, level, level), rng, 0.02)
    if lot < (0.70 if calm else 0.58):
        hue, strength, level = rng.uniform(0.56, 0.66), rng.uniform(0.3, 0.8), rng.uniform(0.15, 0.6)
    elif lot < (0.92 if calm else 0.70):
        hue, strength, level = rng.uniform(0.05, 0.13), rng.uniform(0.2, 0.6), rng.uniform(0.25, 0.8)
    else:
        hue, strength, level = rng.uniform(0.0, 1.0), rng.uniform(0.25, 0.95), rng.uniform(0.25, 0.95)
    r, g, b = colorsys.hsv_to_rgb(float(hue), float(strength), float(level))
    return r, g, b


def _jitter(colour: Colour, rng: Rng, amount: float) -> Colour:
    r, g, b = (float(np.clip(c + d, 0.01, 0.98)) for c, d in zip(colour, rng.normal(0, amount, 3), strict=True))
    return r, g, b


def _along(line: tuple[Colour, ...], share: float) -> Colour:
    spots = np.linspace(0, 1, len(line))
    r, g, b = (float(np.interp(share, spots, [c[i] for c in line])) for i in range(3))
    return r, g, b


def _pick(table: tuple[tuple[Colour, float], ...], rng: Rng) -> Colour:
    shares = np.array([share for _, share in table])
    return table[int(rng.choice(len(table), p=shares / shares.sum()))][0]


def skin_group(person: Person) -> str:
    """light, medium or dark: which third of `SKINS` a person's skin lies in."""
    level = sum(person.complexion.skin)
    third = len(SKINS) // 3
    bounds = [(sum(SKINS[i - 1]) + sum(SKINS[i])) / 2 for i in (third, 2 * third)]
    return "light" if level > bounds[0] else "medium" if level > bounds[1] else "dark"
