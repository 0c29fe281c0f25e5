"""Backgrounds, light and cameras by lot: what is behind a rendered person, on them, and from where they are seen."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from training.synthetic.camera import Camera
from training.synthetic.dressed import PosedPerson
from training.synthetic.geometry import Array
from training.synthetic.render import Light

Rng = np.random.Generator
Picture = npt.NDArray[np.uint8]
Floats = npt.NDArray[Any]

FACINGS: Final[dict[str, tuple[float, float, float]]] = {
    "front": (0.40, 0.0, 25.0),
    "three-quarter": (0.25, 25.0, 65.0),
    "side": (0.15, 65.0, 115.0),
    "back": (0.20, 115.0, 180.0),
}
"""Share of the pictures, and the angle between where the chest faces and the camera, degrees from and to."""


CUTS: Final = {"knees": 0.10 / 3, "hips": 0.10 / 3, "waist": 0.10 / 3}
"""Share of the pictures that end below at a level of the body; of people who sit low, fewer do."""

_BACKGROUNDS: Final = {
    "plain": 0.14, "gradient": 0.12, "studio": 0.22, "noise": 0.12, "shapes": 0.16, "pattern": 0.08, "street": 0.16,
}  # fmt: skip


@dataclass(frozen=True)
class View:
    """A camera and what it sees of the person: `facing` one of `FACINGS`, `angle` degrees to the left, `cut` none,
    knees, hips or waist where the picture ends below."""

    camera: Camera
    facing: str
    angle: float
    cut: str


def draw_view(posed: PosedPerson, size: tuple[int, int], rng: Rng, *, facing: str) -> View:
    """A camera that sees a posed person from the side that `facing` says."""
    _, low, high = FACINGS[facing]
    angle = float(rng.uniform(low, high) * rng.choice([-1, 1]))
    spine = posed.bones.rotations[_bone(posed, "spine01")]
    ahead = spine @ np.array([0.0, -1.0, 0.0])
    yaw = float(np.degrees(np.arctan2(ahead[0], -ahead[1])))
    elevation = float(np.clip(rng.normal(4, 6), -12, 28))
    distance = float(np.exp(rng.uniform(np.log(2.3), np.log(8.0))))
    middle = (posed.vertices.min(axis=0) + posed.vertices.max(axis=0)) / 2
    width, height = size
    first = Camera(
        size, (float(middle[0]), float(middle[1]), float(middle[2])), ((width - 1) / 2, (height - 1) / 2), 100.0,
        azimuth=yaw + angle, elevation=elevation, distance=distance,
    )  # fmt: skip
    pixels, _ = first.project(posed.vertices[::3].astype(np.float64))
    top_left, bottom_right = pixels.min(axis=0), pixels.max(axis=0)
    cut = "none"
    if rng.random() < sum(CUTS.values()):
        cut = str(rng.choice(list(CUTS)))
        joints, _ = first.project(posed.joints)
        level = {"knees": joints[[9, 12], 1].mean(), "hips": joints[[8, 11], 1].max(), "waist":
                 0.35 * joints[1, 1] + 0.65 * joints[[8, 11], 1].mean()}[cut]  # fmt: skip
        if level - top_left[1] > 0.25 * (bottom_right[1] - top_left[1]):
            bottom_right[1] = level
            trunk = joints[[0, 1, 2, 5, 8, 11], 0]  # arms may leave the picture
            spread = 0.35 * (level - top_left[1])
            top_left[0] = max(top_left[0], trunk.min() - rng.uniform(0.3, 1.0) * spread)
            bottom_right[0] = min(bottom_right[0], trunk.max() + rng.uniform(0.3, 1.0) * spread)
        else:
            cut = "none"
    margin = rng.uniform(0.03, 0.12, 2) * np.array(size)
    room = np.array([width - 1, height - 1]) - 2 * margin
    if cut != "none":
        room[1] += margin[1]
    extent = np.maximum(bottom_right - top_left, 1.0)
    zoom = float(min(room / extent)) * float(rng.uniform(0.78, 1.0) if rng.random() < 0.35 else 1.0)
    box = (top_left - np.array(first.centre)) * zoom, (bottom_right - np.array(first.centre)) * zoom
    slack = np.array([width - 1, height - 1]) - margin * 2 - (box[1] - box[0])
    share = np.array([rng.uniform(0.2, 0.8), rng.uniform(0.35, 0.9)])
    corner = margin + np.maximum(slack, 0.0) * share
    centre = corner - box[0]
    if cut != "none":
        centre[1] = height - 0.5 - box[1][1]
    camera = Camera(
        size, first.target, (float(centre[0]), float(centre[1])), first.scale * zoom, azimuth=first.azimuth,
        elevation=elevation, distance=distance,
    )  # fmt: skip
    return View(camera, facing, angle, cut)


def _bone(posed: PosedPerson, name: str) -> int:
    return posed.person.figure.body.bone_index[name]


# ---------------------------------------------------------------------- light


def draw_light(camera: Camera, rng: Rng) -> tuple[Light, float]:
    """Light from any side, seen from the camera, and an exposure that suits it."""
    lot = rng.random()
    spread = 70.0 if lot < 0.8 else 180.0
    side, height = rng.uniform(-spread, spread), rng.uniform(8, 68)
    key = float(rng.uniform(0.3, 1.15))
    soft = float(rng.uniform(0.30, 0.62)) + 0.30 * (1.15 - key)
    warm = float(np.clip(rng.normal(0.0, 0.06), -0.15, 0.15))
    tint = np.array([1 + warm, 1.0, 1 - warm])
    cool = np.array([1 - 0.4 * warm, 1.0, 1 + 0.4 * warm])
    fill = float(rng.uniform(0.10, 0.4))
    light = Light(
        key_way=_way(side, height), key=_triple(key * tint), fill_way=_way(-np.sign(side) * rng.uniform(25, 80), 15.0),
        fill=_triple(fill * cool), sky=_triple(soft * cool),
        ground=_triple(soft * rng.uniform(0.5, 0.85) * np.array([1.0, 0.97, 0.93])),
    ).turned(camera.azimuth)  # fmt: skip
    front = max(np.cos(np.radians(side)), 0.0) * np.cos(np.radians(height))
    bright = key * (0.25 + 0.65 * front) + soft * 0.9 + fill * 0.4
    return light, float(np.clip(1.0 / bright, 0.6, 1.6) * np.exp(rng.normal(0, 0.13)))


def _way(side: float, height: float) -> tuple[float, float, float]:
    a, e = np.radians(side), np.radians(height)
    return float(np.sin(a) * np.cos(e)), float(-np.cos(a) * np.cos(e)), float(np.sin(e))


def _triple(colour: Array) -> tuple[float, float, float]:
    r, g, b = (float(c) for c in colour)
    return r, g, b


# ---------------------------------------------------------------------- backgrounds


def draw_background(
    posed: PosedPerson, camera: Camera, rng: Rng, *, resting: npt.NDArray[np.float32] | None = None
) -> Picture:
    """[H, W, 3] something to stand in front of, with the shade where the person touches the floor.

    `resting` [V, 3] are the places of what else stands on it.
    """
    width, height = camera.size
    _, horizon = _floor_line(camera)
    kind = str(rng.choice(list(_BACKGROUNDS), p=list(_BACKGROUNDS.values())))
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    y, x = y / height, x / width
    base, other = _colour(rng), _colour(rng)
    if kind == "plain":
        image: Floats = np.broadcast_to(base, (height, width, 3)).copy()
    elif kind == "gradient":
        a = rng.uniform(0, 2 * np.pi)
        t = np.clip((x - 0.5) * np.cos(a) + (y - 0.5) * np.sin(a) + 0.5, 0, 1) if rng.random() < 0.6 else np.clip(
            np.hypot(x - rng.uniform(0.3, 0.7), y - rng.uniform(0.2, 0.7)) * rng.uniform(0.8, 1.6), 0, 1)  # fmt: skip
        image = base + (other - base) * t[:, :, None] * rng.uniform(0.3, 1.0)
    elif kind == "studio":
        wall = base * rng.uniform(0.85, 1.0)
        floor = wall * rng.uniform(0.75, 1.08)
        soft = rng.uniform(0.01, 0.12)
        t = 1 / (1 + np.exp(-np.clip((y - horizon / height) / soft, -30, 30)))
        glow = 1.0 - rng.uniform(0.0, 0.4) * ((x - 0.5) ** 2 + (y - 0.4) ** 2)
        image = (wall * (1 - t[:, :, None]) + floor * t[:, :, None]) * glow[:, :, None]
    elif kind == "noise":
        image = base + _clouds(height, width, rng, octaves=int(rng.integers(2, 6))) * rng.uniform(0.1, 0.5)
    elif kind == "pattern":
        image = _pattern(x * width, y * height, base, other, rng)
    else:
        image = _clutter(height, width, horizon, rng, street=kind == "street")
    image = image + rng.normal(0, rng.uniform(0.0, 0.015), (height, width, 1))
    places = posed.vertices if resting is None else np.concatenate([posed.vertices[::5], _dense(resting)])
    shade = _contact(places[:: 5 if resting is None else 1], camera, x * width, y * height) * rng.uniform(0.25, 0.6)
    image = image * (1 - shade[:, :, None])
    return np.asarray(np.clip(image * 255, 0, 255), np.uint8)


def _floor_line(camera: Camera) -> tuple[float, float]:
    """Row of the person's feet, and of the floor's end some metres behind them."""
    spot = np.array([[camera.target[0], camera.target[1], 0.0]])
    back = camera.rotation[2].copy()
    back[2] = 0.0
    far = spot + back / np.linalg.norm(back) * 2.5
    return float(camera.project(spot)[0][0, 1]), float(camera.project(far)[0][0, 1])


def _dense(places: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Places [V, 3] on the floor with those between them: furniture has few corners."""
    low = places[places[:, 2] < 0.05]
    if not len(low):
        return low
    a, b = low, np.roll(low, -1, axis=0)
    return np.concatenate([a + (b - a) * np.float32(t) for t in np.linspace(0, 1, 24, endpoint=False)])


def _contact(places: npt.NDArray[np.float32], camera: Camera, x: Floats, y: Floats) -> Floats:
    """[H, W] shade on the floor under feet and seat, 0..1."""
    low = places[places[:, 2] < 0.05].astype(np.float64)
    height, width = x.shape
    shade: Floats = np.zeros((height, width), np.float32)
    if not len(low):
        return shade
    low[:, 2] = 0.0
    pixels, _ = camera.project(low)
    cells = np.rint(pixels).astype(int)
    inside = ((cells >= 0) & (cells < np.array([width, height]))).all(axis=1)
    shade[cells[inside, 1], cells[inside, 0]] = 1.0
    reach = max(camera.scale * 0.05, 1.0)
    flat = max(np.sin(np.radians(max(camera.elevation, 3.0))), 0.12)
    shade = cv2.dilate(shade, np.ones((3, int(2 * reach) | 1), np.uint8))
    soft = cv2.GaussianBlur(shade, (0, 0), sigmaX=reach, sigmaY=max(reach * flat * 2, 0.8))
    return np.asarray(np.clip(soft * 1.6, 0, 1))


def _colour(rng: Rng) -> Floats:
    strength = rng.uniform(0, 0.15) if rng.random() < 0.55 else rng.uniform(0.1, 0.8)
    level = rng.uniform(0.55, 1.0) if rng.random() < 0.7 else rng.uniform(0.08, 0.6)
    return np.array(colorsys.hsv_to_rgb(float(rng.random()), float(strength), float(level)), np.float32)


def _clouds(height: int, width: int, rng: Rng, *, octaves: int) -> Floats:
    """[H, W, 3] noise of several sizes, about -1..1."""
    total = np.zeros((height, width, 3), np.float32)
    start = int(rng.integers(2, 6))
    tinted = rng.uniform(0, 1)
    for octave in range(octaves):
        cells = start * 2**octave
        grid = rng.normal(0, 1, (cells + 1, max(2, cells * width // height + 1), 3)).astype(np.float32)
        grid = tinted * grid + (1 - tinted) * grid[:, :, :1]
        total += cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC) * 0.6**octave
    return total * 0.5


def _pattern(x: Floats, y: Floats, base: Floats, other: Floats, rng: Rng) -> Floats:
    """Stripes, tiles or bricks over the whole wall."""
    a = rng.choice([0.0, np.pi / 2, rng.uniform(0, np.pi)])
    step = rng.uniform(6, 60)
    u, v = (x * np.cos(a) + y * np.sin(a)) / step, (y * np.cos(a) - x * np.sin(a)) / step
    kind = int(rng.integers(3))
    if kind == 0:
        t = (np.abs(u % 1 - 0.5) < rng.uniform(0.05, 0.3)).astype(np.float32)
    elif kind == 1:
        t = ((np.abs(u % 1 - 0.5) > 0.46) | (np.abs(v % 1 - 0.5) > 0.46)).astype(np.float32)
    else:
        w = u * 0.5 + 0.5 * (np.floor(v) % 2)
        t = ((np.abs(w % 1 - 0.5) > 0.47) | (np.abs(v % 1 - 0.5) > 0.45)).astype(np.float32)
    height, width = x.shape
    return np.asarray(
        base + (other - base) * t[:, :, None] * rng.uniform(0.2, 0.9) + _clouds(height, width, rng, octaves=4) * 0.06
    )


def _clutter(height: int, width: int, horizon: float, rng: Rng, *, street: bool) -> Floats:
    """Shapes before shapes: walls, windows, poles, furniture, foliage; mostly out of focus."""
    image: Floats = np.broadcast_to(_colour(rng), (height, width, 3)).copy()
    image += _clouds(height, width, rng, octaves=3) * 0.12
    if street:
        row = int(np.clip(horizon, 0, height))
        image[row:] = _colour(rng) * 0.8 + _clouds(height, width, rng, octaves=5)[row:] * 0.08
        cv2.line(image, (0, row), (width, row), [float(c) for c in _colour(rng)], max(1, int(rng.integers(1, 5))))
    for _ in range(int(rng.integers(4, 26))):
        colour = [float(c) for c in np.clip(_colour(rng) * rng.uniform(0.5, 1.1), 0, 1)]
        cx, cy = int(rng.uniform(-0.1, 1.1) * width), int(rng.uniform(-0.1, 1.1) * height)
        w, h = int(rng.uniform(0.02, 0.35) * width), int(rng.uniform(0.02, 0.4) * height)
        kind = int(rng.integers(4))
        if kind == 0:
            cv2.rectangle(image, (cx - w, cy - h), (cx + w, cy + h), colour, -1)
        elif kind == 1:
            cv2.ellipse(image, (cx, cy), (w, max(h // 2, 2)), float(rng.uniform(0, 180)), 0, 360, colour, -1)
        elif kind == 2:
            cv2.rectangle(image, (cx - max(w // 10, 1), -5), (cx + max(w // 10, 1), int(max(horizon, cy))), colour, -1)
        else:
            corners = np.stack([cx + rng.normal(0, w, 5), cy + rng.normal(0, h / 2, 5)], axis=1).astype(np.int32)
            cv2.fillPoly(image, [corners], colour)
    blur = float(rng.choice([0.0, rng.uniform(0.5, 2), rng.uniform(2, 7)]))
    if blur:
        image = cv2.GaussianBlur(image, (0, 0), blur)
    return np.asarray(image + _clouds(height, width, rng, octaves=6) * rng.uniform(0, 0.08))
