"""A small rasteriser on OpenGL without a display: soft shadow, occlusion, strands, supersampling, depth and parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources
from types import TracebackType
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from training.synthetic.camera import Camera
from training.synthetic.geometry import Array, Triangles, unit, vertex_normals

KINDS: Final = {"skin": 0, "cloth": 1, "eye": 2, "floor": 3, "painted": 4}
PATTERNS: Final = {
    "plain": 0, "stripes": 1, "checks": 2, "denim": 3, "knit": 4, "dots": 5, "pinstripe": 6, "rib": 7,
    "upright": 8, "camouflage": 9, "flowers": 10,
}  # fmt: skip
NO_PART: Final = 100
_NEAR: Final = 0.3
_FAR: Final = 40.0


@dataclass(frozen=True)
class Light:
    """Where light comes from and how much of it there is (linear RGB)."""

    key_way: tuple[float, float, float] = (-0.55, -0.75, 0.85)
    key: tuple[float, float, float] = (1.02, 0.985, 0.94)
    fill_way: tuple[float, float, float] = (0.9, -0.7, 0.25)
    fill: tuple[float, float, float] = (0.22, 0.225, 0.235)
    sky: tuple[float, float, float] = (0.33, 0.335, 0.345)
    ground: tuple[float, float, float] = (0.20, 0.19, 0.185)

    def turned(self, azimuth: float) -> Light:
        """The same light, moved round with a camera at `azimuth` degrees."""
        a = np.radians(azimuth)
        spin = np.array([[np.cos(a), -np.sin(a), 0.0], [np.sin(a), np.cos(a), 0.0], [0.0, 0.0, 1.0]])
        key, fill = (spin @ np.array(way) for way in (self.key_way, self.fill_way))
        return replace(self, key_way=(key[0], key[1], key[2]), fill_way=(fill[0], fill[1], fill[2]))


@dataclass
class Surface:
    """Triangles to draw: `vertices` [V, 3] in metres, `faces` [F, 3], and how they look.

    `colour` [V, 3] linear RGB (for cloth: the place at rest, for creases); `rest` [V, 4] and `uv` [V, 2] as the
    surface shader names them; `cover` [V, 2] what is kept (above 0) and the distance from the hem in metres;
    `uv` [V, 2] into `paint` and `finish`; `part` a small number for the part map.
    """

    vertices: Array
    faces: Triangles
    kind: str = "cloth"
    part: int = 0
    normals: Array | None = None
    colour: Array | None = None
    rest: Array | None = None
    cover: Array | None = None
    uv: Array | None = None
    paint: npt.NDArray[np.float32] | None = None
    finish: npt.NDArray[np.float32] | None = None
    pattern: str = "plain"
    dye: tuple[float, float, float] = (0.5, 0.5, 0.5)
    dye2: tuple[float, float, float] = (0.8, 0.8, 0.8)
    pattern_size: float = 0.03
    wrinkle: float = 0.5
    gloss: float = 0.03
    fuzz: float = 0.12
    casts: bool = True
    print_box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    source: npt.NDArray[np.int64] | None = None
    """Which vertex of the mesh that it was cut from each vertex is."""


@dataclass
class Strands:
    """Hairs: `points` [N, S, 3] along each, `colour` [N, S, 3] linear RGB, `width` [N, S] metres."""

    points: Array
    colour: Array
    width: Array
    part: int = 0
    gloss: float = 0.5


@dataclass(frozen=True)
class Rendered:
    """What the camera saw: `picture` uint8 [H, W, 3] sRGB, `depth` [h, w] metres and `parts` [h, w] before reduction
    (`NO_PART` where there is no person), `oversampling` the factor between the two."""

    picture: npt.NDArray[np.uint8]
    depth: npt.NDArray[np.float32]
    parts: npt.NDArray[np.int64]
    oversampling: int = field(default=1)

    @property
    def mask(self) -> npt.NDArray[np.float64]:
        """[H, W] share of each pixel that the person covers."""
        person = (self.parts < NO_PART).astype(np.float64)
        return _reduced(person[:, :, None], self.oversampling)[:, :, 0]


class Renderer:
    """Owns an OpenGL context; use it as a context manager."""

    def __init__(self) -> None:
        import moderngl

        self._gl: Any = moderngl
        create: Any = moderngl.create_standalone_context
        self._context: Any = create(backend="egl")
        self._programs: dict[str, Any] = {
            name: self._context.program(vertex_shader=load_shader(vertex), fragment_shader=load_shader(fragment))
            for name, vertex, fragment in (
                ("surface", "surface.vert", "surface.frag"),
                ("shadow", "shadow.vert", "shadow.frag"),
                ("strands", "strands.vert", "strands.frag"),
                ("finish", "screen.vert", "occlusion.frag"),
            )
        }

    def __enter__(self) -> Renderer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._context.release()

    def render(
        self,
        surfaces: Sequence[Surface],
        camera: Camera,
        *,
        strands: Sequence[Strands] = (),
        light: Light | None = None,
        oversampling: int = 2,
        background: tuple[float, float, float] = (0.80, 0.80, 0.80),
        occlusion: float = 0.75,
    ) -> Rendered:
        """Draw everything as `camera` sees it; `background` is linear RGB."""
        gl, context = self._gl, self._context
        light = light or Light()
        width, height = (side * oversampling for side in camera.size)
        keep: list[Any] = []
        drawn = [self._upload(surface, keep) for surface in surfaces]
        hairs = [self._upload_strands(hair, keep) for hair in strands]
        light_clip, shadow_map, texel, span = self._shadow(surfaces, drawn, light, keep)
        colour = context.texture((width, height), 4, dtype="f2")
        facts = context.texture((width, height), 4, dtype="f2")
        depth = context.depth_texture((width, height))
        depth.compare_func = ""
        target = context.framebuffer([colour, facts], depth)
        keep += [colour, facts, depth, target]
        target.use()
        target.clear(*background, 1.0, depth=1.0)
        facts_clear = np.empty((height, width, 4), np.float16)
        facts_clear[:] = (NO_PART, 1, 0, 1)
        facts.write(facts_clear.tobytes())
        context.enable(gl.DEPTH_TEST)
        shared = {
            "clip": _columns(camera.matrix(near=_NEAR, far=_FAR)),
            "light_clip": _columns(light_clip),
            "eye": tuple(camera.place),
            "key_way": tuple(unit(light.key_way)),
            "key_light": light.key,
            "fill_way": tuple(unit(light.fill_way)),
            "fill_light": light.fill,
            "sky": light.sky,
            "ground": light.ground,
            "shadow_texel": texel,
            "shadow_depth": span,
        }
        shadow_map.use(0)
        for surface, (array, _, textures) in zip(surfaces, drawn, strict=True):
            for slot, texture in enumerate(textures, start=1):
                texture.use(slot)
            set_uniforms(
                self._programs["surface"],
                {
                    **shared,
                    "shadow_map": 0,
                    "paint": 1,
                    "finish": 2,
                    "kind": KINDS[surface.kind],
                    "pattern": PATTERNS[surface.pattern],
                    "dye": surface.dye,
                    "dye2": surface.dye2,
                    "pattern_size": surface.pattern_size,
                    "wrinkle": surface.wrinkle,
                    "gloss": surface.gloss,
                    "fuzz": surface.fuzz,
                    "part": float(surface.part),
                },
            )
            array.render()
        for hair, array in zip(strands, hairs, strict=True):
            set_uniforms(
                self._programs["strands"],
                {**shared, "shadow_map": 0, "part": float(hair.part), "gloss": hair.gloss},
            )
            array.render()
        context.disable(gl.DEPTH_TEST)
        final = context.texture((width, height), 4, dtype="f2")
        screen = context.framebuffer([final])
        corners = context.buffer(np.array([-1, -1, 3, -1, -1, 3], np.float32).tobytes())
        whole = context.vertex_array(self._programs["finish"], [(corners, "2f", "corner")])
        keep += [final, screen, corners, whole]
        screen.use()
        colour.use(0)
        facts.use(1)
        depth.use(2)
        set_uniforms(
            self._programs["finish"],
            {
                "colour": 0, "facts": 1, "depth": 2, "near": _NEAR, "far": _FAR, "strength": occlusion,
                "focal": camera.scale * camera.distance * oversampling,
            },
        )  # fmt: skip
        whole.render()
        linear = np.frombuffer(final.read(), np.float16).reshape(height, width, 4)[::-1, :, :3].astype(np.float64)
        parts = np.frombuffer(facts.read(), np.float16).reshape(height, width, 4)[::-1, :, 0]
        raw = np.frombuffer(depth.read(), np.float32).reshape(height, width)[::-1] * 2.0 - 1.0
        metres = 2 * _NEAR * _FAR / (_FAR + _NEAR - raw * (_FAR - _NEAR))
        for item in keep:
            item.release()
        picture = to_srgb(_reduced(tone(linear), oversampling))
        return Rendered(picture, metres.astype(np.float32), np.rint(parts).astype(np.int64), oversampling)

    # ------------------------------------------------------------------ uploads

    def _upload(self, surface: Surface, keep: list[Any]) -> tuple[Any, Any, list[Any]]:
        count = len(surface.vertices)
        normals = surface.normals if surface.normals is not None else vertex_normals(surface.vertices, surface.faces)
        columns = [
            surface.vertices,
            normals,
            surface.colour if surface.colour is not None else np.full((count, 3), 0.5),
            surface.rest if surface.rest is not None else np.zeros((count, 4)),
            surface.cover if surface.cover is not None else np.ones((count, 2)),
            surface.uv if surface.uv is not None else np.zeros((count, 2)),
        ]
        table = np.concatenate(columns, axis=1).astype(np.float32)
        vertices = self._context.buffer(table.tobytes())
        index = self._context.buffer(surface.faces.astype(np.int32).tobytes())
        array = self._context.vertex_array(
            self._programs["surface"],
            [(vertices, "3f 3f 3f 4f 2f 2f", "place", "normal", "colour", "rest", "cover", "uv")],
            index,
        )
        shade = self._context.vertex_array(
            self._programs["shadow"], [(vertices, "3f 40x 2f 8x", "place", "cover")], index
        )
        textures = [self._texture(image) for image in (surface.paint, surface.finish)]
        keep += [vertices, index, array, shade, *textures]
        return array, shade, textures

    def _texture(self, image: npt.NDArray[np.float32] | None) -> Any:
        pixels = np.zeros((1, 1, 3), np.float32) if image is None else image
        channels = pixels.shape[2]
        texture = self._context.texture(
            pixels.shape[1::-1], channels, pixels[::-1].astype(np.float16).tobytes(), dtype="f2", alignment=2
        )
        texture.build_mipmaps()
        texture.filter = (self._gl.LINEAR_MIPMAP_LINEAR, self._gl.LINEAR)
        texture.anisotropy = 4.0
        texture.repeat_x = texture.repeat_y = False
        return texture

    def _upload_strands(self, hair: Strands, keep: list[Any]) -> Any:
        count, steps, _ = hair.points.shape
        along = np.gradient(hair.points, axis=1)
        shared = np.concatenate([hair.points, along, hair.colour, hair.width[:, :, None]], axis=2)
        table = np.repeat(shared[:, :, None, :], 2, axis=2)
        side = np.broadcast_to(np.array([-1.0, 1.0])[None, None, :, None], (count, steps, 2, 1))
        rows = np.concatenate([table, side], axis=3).astype(np.float32).reshape(-1, 11)
        first = (np.arange(count)[:, None] * steps + np.arange(steps - 1)[None, :]).ravel() * 2
        quads = np.stack([first, first + 1, first + 2, first + 1, first + 3, first + 2], axis=1).astype(np.int32)
        vertices, index = self._context.buffer(rows.tobytes()), self._context.buffer(quads.tobytes())
        array = self._context.vertex_array(
            self._programs["strands"],
            [(vertices, "3f 3f 3f 1f 1f", "place", "along", "colour", "width", "side")],
            index,
        )
        keep += [vertices, index, array]
        return array

    def _shadow(
        self, surfaces: Sequence[Surface], drawn: Sequence[tuple[Any, Any, list[Any]]], light: Light, keep: list[Any]
    ) -> tuple[Array, Any, float, float]:
        """The key light's depth map and how to look things up in it."""
        casting = np.concatenate([s.vertices for s in surfaces if s.casts] or [np.zeros((1, 3))])
        forward = -unit(light.key_way)
        right = unit(np.cross(forward, [0.0, 0.0, 1.0]))
        axes = np.stack([right, np.cross(forward, right), forward])
        local = casting @ axes.T
        low, high = local.min(axis=0) - 0.05, local.max(axis=0) + 0.05
        high[2] += 3.0  # the floor and the wall lie behind the person
        clip = np.eye(4)
        clip[:3, :3] = axes * (2 / (high - low))[:, None]
        clip[:3, 3] = -(high + low) / (high - low)
        pixels = 1536
        depth = self._context.depth_texture((pixels, pixels))
        depth.compare_func = ""
        depth.repeat_x = depth.repeat_y = False
        target = self._context.framebuffer(depth_attachment=depth)
        keep += [depth, target]
        target.use()
        target.clear(depth=1.0)
        self._context.enable(self._gl.DEPTH_TEST)
        set_uniforms(self._programs["shadow"], {"light_clip": _columns(clip)})
        for surface, (_, shade, _) in zip(surfaces, drawn, strict=True):
            if surface.casts:
                shade.render()
        return clip, depth, 1.0 / pixels, float(high[2] - low[2])


def tone(linear: Array) -> Array:
    """Linear light to 0..1 with a soft shoulder, so that highlights do not clip hard."""
    knee = 0.82
    over = np.maximum(linear - knee, 0.0)
    return np.asarray(np.where(linear <= knee, linear, knee + (1 - knee) * (1 - np.exp(-over / (1 - knee)))))


def to_srgb(linear: Array) -> npt.NDArray[np.uint8]:
    """Linear light 0..1 to sRGB uint8."""
    x = np.clip(linear, 0.0, 1.0)
    curve = np.where(x <= 0.0031308, 12.92 * x, 1.055 * x ** (1 / 2.4) - 0.055)
    picture: npt.NDArray[np.uint8] = np.rint(curve * 255).astype(np.uint8)
    return picture


def from_srgb(colour: npt.ArrayLike) -> Array:
    """sRGB values 0..1 to linear light."""
    x = np.asarray(colour, dtype=np.float64)
    return np.asarray(np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4))


def _reduced(image: Array, factor: int) -> Array:
    height, width, channels = image.shape
    return np.asarray(image.reshape(height // factor, factor, width // factor, factor, channels).mean(axis=(1, 3)))


def _columns(matrix: Array) -> bytes:
    return matrix.T.astype(np.float32).tobytes()


def set_uniforms(program: Any, values: Mapping[str, object]) -> None:
    """Give a program its uniforms; those that it does not use are left out by the compiler."""
    for name, value in values.items():
        if name in program:
            if isinstance(value, bytes):
                program[name].write(value)
            else:
                program[name].value = value


def load_shader(name: str) -> str:
    """The text of one of the shaders beside this module."""
    return (resources.files(__package__) / "shaders" / name).read_text(encoding="utf-8")
