"""The fast rasteriser: a dressed person's buffers stay on the device, a picture costs one upload and one draw."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from engine.errors import ReposeError
from training.synthetic.camera import Camera
from training.synthetic.dressed import DressedPerson, PosedPerson
from training.synthetic.geometry import Array, unit
from training.synthetic.render import KINDS, PATTERNS, Light, load_shader, set_uniforms

NOTHING: Final = 255
"""In `Shot.parts` and `Shot.regions`: no person here."""
_NEAR: Final = 0.3
_FAR: Final = 40.0
_SHADOW: Final = 384
_KINDS: Final = {**KINDS, "hair": 5}


class NoOpenGL(ReposeError):
    """This machine has no OpenGL that works without a display."""


@dataclass(frozen=True)
class Shot:
    """What the camera saw: `picture` uint8 [H, W, 3] sRGB (black where there is nobody), `cover` uint8 [H, W] the
    share of each pixel that the person covers, 0..255; before reduction, [h, w]: `depth` metres, `parts`
    (`clothes.PARTS`) and `regions` (`dressed.REGIONS`), `NOTHING` where there is nobody."""

    picture: npt.NDArray[np.uint8]
    cover: npt.NDArray[np.uint8]
    depth: npt.NDArray[np.float32]
    parts: npt.NDArray[np.uint8]
    regions: npt.NDArray[np.uint8]
    oversampling: int


class Rasteriser:
    """Owns an OpenGL context without a display and targets for pictures of one size; use it as a context manager."""

    def __init__(self, size: tuple[int, int], *, oversampling: int = 2) -> None:
        try:
            import moderngl

            create: Any = moderngl.create_standalone_context
            self._context: Any = create(backend="egl")
        except Exception as problem:  # whatever the library, the driver or its loader raises
            raise NoOpenGL(
                f"Rendering needs OpenGL 3.3 through EGL, which did not start ({type(problem).__name__}: {problem})",
                hint='Install the extra and Mesa\'s software driver: pip install "repose-studio[synthetic]" and '
                "apt-get install libegl1 libgl1-mesa-dri.",
            ) from problem
        self._gl: Any = moderngl
        self.size, self.oversampling = size, oversampling
        width, height = size
        wide, high = width * oversampling, height * oversampling
        context = self._context
        self._program = context.program(
            vertex_shader=load_shader("person.vert"), fragment_shader=load_shader("person.frag")
        )
        self._shade = context.program(
            vertex_shader=load_shader("shadow.vert"), fragment_shader=load_shader("shadow.frag")
        )
        self._develop = context.program(
            vertex_shader=load_shader("screen.vert"), fragment_shader=load_shader("develop.frag")
        )
        self._colour = context.texture((wide, high), 4, dtype="f2")
        self._facts = context.texture((wide, high), 4)
        self._depth = context.depth_texture((wide, high))
        self._depth.compare_func = ""
        self._depth.repeat_x = self._depth.repeat_y = False
        self._target = context.framebuffer([self._colour, self._facts], self._depth)
        self._shadow = context.depth_texture((_SHADOW, _SHADOW))
        self._shadow.compare_func = ""
        self._shadow.filter = (moderngl.NEAREST, moderngl.NEAREST)
        self._shadow.repeat_x = self._shadow.repeat_y = False
        self._shadow_target = context.framebuffer(depth_attachment=self._shadow)
        self._final = context.texture((width, height), 4)
        self._screen = context.framebuffer([self._final])
        corners = context.buffer(np.array([-1, -1, 3, -1, -1, 3], np.float32).tobytes())
        self._whole = context.vertex_array(self._develop, [(corners, "2f", "corner")])

    def __enter__(self) -> Rasteriser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._context.release()

    def load(self, person: DressedPerson) -> LoadedPerson:
        """Put a person's meshes onto the device; release them when done."""
        return LoadedPerson(self, person)

    def shoot(self, loaded: LoadedPerson, posed: PosedPerson, camera: Camera, *, light: Light, exposure: float) -> Shot:
        """The person in a pose as `camera` (of this rasteriser's size) sees them."""
        gl, context = self._gl, self._context
        loaded.write(posed)
        light_clip, span = _light_view(posed.vertices, light)
        context.enable(gl.DEPTH_TEST)
        self._shadow_target.use()
        self._shadow_target.clear(depth=1.0)
        set_uniforms(self._shade, {"light_clip": _columns(light_clip)})
        for _, _, caster in loaded.arrays:
            if caster is not None:
                caster.render()
        self._target.use()
        self._target.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        self._shadow.use(0)
        set_uniforms(
            self._program,
            {
                "clip": _columns(camera.matrix(near=_NEAR, far=_FAR)), "light_clip": _columns(light_clip),
                "eye": tuple(camera.place), "key_way": tuple(unit(light.key_way)), "key_light": light.key,
                "fill_way": tuple(unit(light.fill_way)), "fill_light": light.fill, "sky": light.sky,
                "ground": light.ground, "shadow_map": 0, "paint": 1, "shadow_texel": 1.0 / _SHADOW,
                "shadow_depth": span,
            },
        )  # fmt: skip
        for values, texture, array in loaded.draws():
            texture.use(1)
            set_uniforms(self._program, values)
            array.render()
        context.disable(gl.DEPTH_TEST)
        self._screen.use()
        self._colour.use(0)
        self._depth.use(1)
        set_uniforms(
            self._develop,
            {
                "colour": 0, "depth": 1, "near": _NEAR, "far": _FAR, "samples": self.oversampling, "strength": 0.75,
                "exposure": exposure, "focal": camera.scale * camera.distance * self.oversampling,
            },
        )  # fmt: skip
        self._whole.render()
        width, height = self.size
        wide, high = width * self.oversampling, height * self.oversampling
        final = np.frombuffer(self._final.read(), np.uint8).reshape(height, width, 4)[::-1]
        facts = np.frombuffer(self._facts.read(), np.uint8).reshape(high, wide, 4)[::-1]
        raw = np.frombuffer(self._depth.read(), np.float32).reshape(high, wide)[::-1] * np.float32(2) - np.float32(1)
        metres = np.float32(2 * _NEAR * _FAR) / (np.float32(_FAR + _NEAR) - raw * np.float32(_FAR - _NEAR))
        nobody = facts[:, :, 3] == 0
        parts = np.where(nobody, NOTHING, facts[:, :, 0]).astype(np.uint8)
        regions = np.where(nobody, NOTHING, facts[:, :, 1]).astype(np.uint8)
        picture, cover = np.ascontiguousarray(final[:, :, :3]), np.ascontiguousarray(final[:, :, 3])
        return Shot(picture, cover, metres, parts, regions, self.oversampling)

    # what LoadedPerson needs

    def buffer(self, data: npt.NDArray[Any] | None = None, *, size: int = 0) -> Any:
        """A buffer on the device."""
        if data is None:
            return self._context.buffer(reserve=size, dynamic=True)
        return self._context.buffer(np.ascontiguousarray(data).tobytes())

    def arrays(self, moving: Any, still: Any, index: Any, *, casts: bool) -> tuple[Any, Any]:
        """Vertex arrays for the picture and (or None) for the shadow."""
        layout = [
            (moving, "3f 3f", "place", "normal"),
            (still, "3f 4f 2f 2f 1f", "colour", "rest", "cover", "uv", "region"),
        ]
        drawn = self._context.vertex_array(self._program, layout, index)
        if not casts:
            return drawn, None
        layout = [(moving, "3f 12x", "place"), (still, "28x 2f 12x", "cover")]
        return drawn, self._context.vertex_array(self._shade, layout, index)

    def texture(self, image: npt.NDArray[np.float32] | None) -> Any:
        """An image [H, W, 3 or 4], linear light, top row first."""
        pixels = np.zeros((1, 1, 4), np.float32) if image is None else image
        texture = self._context.texture(
            pixels.shape[1::-1], pixels.shape[2], pixels[::-1].astype(np.float16).tobytes(), dtype="f2", alignment=2
        )
        texture.build_mipmaps()
        texture.filter = (self._gl.LINEAR_MIPMAP_LINEAR, self._gl.LINEAR)
        texture.repeat_x = texture.repeat_y = False
        return texture


class LoadedPerson:
    """A person's meshes and textures on the device of one rasteriser."""

    def __init__(self, rasteriser: Rasteriser, person: DressedPerson) -> None:
        self.person = person
        self.arrays: list[tuple[dict[str, object], Any, Any]] = []
        self._owned: list[Any] = []
        self._moving: list[tuple[int, int, Any]] = []
        self._drawn: list[tuple[dict[str, object], Any, Any]] = []
        for piece in person.pieces:
            surface, count = piece.surface, piece.stop - piece.start
            uv = surface.uv if surface.uv is not None else np.zeros((count, 2))
            if piece.side is not None:
                uv = np.stack([piece.side, np.zeros(count)], axis=1)
            table = np.concatenate(
                [
                    surface.colour if surface.colour is not None else np.full((count, 3), 0.5),
                    surface.rest if surface.rest is not None else np.zeros((count, 4)),
                    surface.cover if surface.cover is not None else np.ones((count, 2)),
                    uv,
                    piece.regions[:, None],
                ],
                axis=1,
            ).astype(np.float32)
            moving, still = rasteriser.buffer(size=count * 24), rasteriser.buffer(table)
            index = rasteriser.buffer(surface.faces.astype(np.int32))
            casts = surface.kind in ("skin", "cloth")
            drawn, caster = rasteriser.arrays(moving, still, index, casts=casts)
            texture = rasteriser.texture(surface.paint)
            values: dict[str, object] = {
                "kind": _KINDS[surface.kind], "pattern": PATTERNS[surface.pattern], "dye": surface.dye,
                "dye2": surface.dye2, "pattern_size": surface.pattern_size, "wrinkle": surface.wrinkle,
                "gloss": surface.gloss, "fuzz": surface.fuzz, "part": float(surface.part),
                "print_box": surface.print_box,
            }  # fmt: skip
            self.arrays.append((values, drawn, caster))
            self._drawn.append((values, texture, drawn))
            self._moving.append((piece.start, piece.stop, moving))
            self._owned += [moving, still, index, drawn, texture] + ([caster] if caster is not None else [])

    def draws(self) -> list[tuple[dict[str, object], Any, Any]]:
        """For each piece its uniforms, its texture and its vertex array."""
        return self._drawn

    def write(self, posed: PosedPerson) -> None:
        """Take over a pose's vertices."""
        both = np.concatenate([posed.vertices, posed.normals], axis=1).astype(np.float32)
        for start, stop, buffer in self._moving:
            buffer.write(both[start:stop].tobytes())

    def release(self) -> None:
        """Give the device's memory back."""
        for item in self._owned:
            item.release()


def _light_view(vertices: npt.NDArray[np.float32], light: Light) -> tuple[Array, float]:
    """[4, 4] the key light's clip matrix round the vertices [V, 3], and the metres that it spans in depth."""
    forward = -unit(light.key_way)
    right = unit(np.cross(forward, [0.0, 0.0, 1.0]))
    axes = np.stack([right, np.cross(forward, right), forward])
    local = vertices[::7] @ axes.T.astype(np.float32)
    low, high = local.min(axis=0) - 0.06, local.max(axis=0) + 0.06
    clip = np.eye(4)
    clip[:3, :3] = axes * (2 / (high - low))[:, None]
    clip[:3, 3] = -(high + low) / (high - low)
    return clip, float(high[2] - low[2])


def _columns(matrix: Array) -> bytes:
    return matrix.T.astype(np.float32).tobytes()
