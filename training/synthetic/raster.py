"""The fast rasteriser: a dressed person's buffers stay on the device, a picture costs one upload and one draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from engine.errors import ReposeError
from training.synthetic.camera import Camera
from training.synthetic.dressed import DressedPerson, Piece
from training.synthetic.geometry import Array, unit
from training.synthetic.render import KINDS, PATTERNS, Light, load_shader, set_uniforms

NOTHING: Final = 255
"""In `Shot.parts` and `Shot.regions`: no person here."""
_NEAR: Final = 0.3
_FAR: Final = 40.0
_SHADOW: Final = 384
_SAMPLES: Final = 2
"""Samples along each side of a pixel."""
_KINDS: Final = {**KINDS, "hair": 5}


class NoOpenGL(ReposeError):
    """This machine has no OpenGL that works without a display."""


class Placed(Protocol):
    """What is drawn, where it stands now."""

    @property
    def vertices(self) -> npt.NDArray[np.float32]:
        """[V, 3] metres."""

    @property
    def normals(self) -> npt.NDArray[np.float32]:
        """[V, 3]."""


@dataclass(frozen=True)
class Shot:
    """What the camera saw: `picture` uint8 [H, W, 3] sRGB (black where there is nobody), `cover` uint8 [H, W] the
    share of each pixel that the person covers, 0..255; at each pixel's middle [H, W] `depth` metres, `parts`
    (`clothes.PARTS`) and `regions` (`dressed.REGIONS`), `NOTHING` where there is nobody."""

    picture: npt.NDArray[np.uint8]
    cover: npt.NDArray[np.uint8]
    depth: npt.NDArray[np.float32]
    parts: npt.NDArray[np.uint8]
    regions: npt.NDArray[np.uint8]


class Rasteriser:
    """Owns an OpenGL context without a display and targets for pictures of one size; use it as a context manager."""

    def __init__(self, size: tuple[int, int]) -> None:
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
        self.size = size
        context = self._context
        self._program = _program(context, "person", "person")
        self._facts_program = _program(context, "facts", "facts")
        self._caster = _program(context, "cast", "cast")
        self._develop = _program(context, "screen", "develop")
        fine = size[0] * _SAMPLES, size[1] * _SAMPLES
        self._colour = context.texture(fine, 4, dtype="f2")
        self._samples = context.framebuffer([self._colour], context.depth_renderbuffer(fine))
        self._facts = context.texture(size, 4)
        self._depth = context.depth_texture(size)
        self._depth.compare_func = ""
        self._depth.repeat_x = self._depth.repeat_y = False
        self._target = context.framebuffer([self._facts], self._depth)
        self._shadow = context.depth_texture((_SHADOW, _SHADOW))
        self._shadow.compare_func = ""
        self._shadow.filter = (moderngl.NEAREST, moderngl.NEAREST)
        self._shadow.repeat_x = self._shadow.repeat_y = False
        self._shadow_target = context.framebuffer(depth_attachment=self._shadow)
        self._final = context.texture(size, 4)
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

    def load_pieces(self, pieces: Sequence[Piece]) -> LoadedPieces:
        """Put other meshes onto the device; release them when done."""
        return LoadedPieces(self, pieces)

    def shoot(self, loaded: LoadedPieces, posed: Placed, camera: Camera, *, light: Light, exposure: float) -> Shot:
        """The person in a pose as `camera` (of this rasteriser's size) sees them."""
        gl, context = self._gl, self._context
        loaded.write(posed)
        light_clip, span = _light_view(posed.vertices, light)
        context.enable(gl.DEPTH_TEST)
        self._shadow_target.use()
        self._shadow_target.clear(depth=1.0)
        set_uniforms(self._caster, {"light_clip": _columns(light_clip)})
        for drawn in loaded.pieces:
            if drawn.caster is not None:
                drawn.caster.render()
        seen = {"clip": _columns(camera.matrix(near=_NEAR, far=_FAR)), "eye": tuple(camera.place)}
        self._target.use()
        self._target.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        set_uniforms(self._facts_program, seen)
        for drawn in loaded.pieces:
            set_uniforms(self._facts_program, drawn.facts)
            drawn.marks.render()
        self._samples.use()
        self._samples.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        self._shadow.use(0)
        set_uniforms(
            self._program,
            {
                **seen, "light_clip": _columns(light_clip), "key_way": tuple(unit(light.key_way)),
                "key_light": light.key, "fill_way": tuple(unit(light.fill_way)), "fill_light": light.fill,
                "sky": light.sky, "ground": light.ground, "shadow_map": 0, "paint": 1, "shadow_texel": 1.0 / _SHADOW,
                "shadow_depth": span,
            },
        )  # fmt: skip
        for drawn in loaded.pieces:
            drawn.texture.use(1)
            set_uniforms(self._program, drawn.look)
            if drawn.two_sided:  # what faces the camera first: it hides most of the rest before that is shaded
                context.enable(gl.CULL_FACE)
                context.cull_face = "back"
                drawn.array.render()
                context.cull_face = "front"
                drawn.array.render()
                context.disable(gl.CULL_FACE)
            else:
                drawn.array.render()
        context.disable(gl.DEPTH_TEST)
        self._screen.use()
        self._colour.use(0)
        self._depth.use(1)
        set_uniforms(
            self._develop,
            {
                "colour": 0, "depth": 1, "near": _NEAR, "far": _FAR, "strength": 0.75, "exposure": exposure,
                "samples": _SAMPLES, "focal": camera.scale * camera.distance,
            },
        )  # fmt: skip
        self._whole.render()
        width, height = self.size
        final = np.frombuffer(self._final.read(), np.uint8).reshape(height, width, 4)[::-1]
        facts = np.frombuffer(self._facts.read(), np.uint8).reshape(height, width, 4)[::-1]
        raw = np.frombuffer(self._depth.read(), np.float32).reshape(height, width)[::-1] * np.float32(2) - np.float32(1)
        metres = np.float32(2 * _NEAR * _FAR) / (np.float32(_FAR + _NEAR) - raw * np.float32(_FAR - _NEAR))
        nobody = facts[:, :, 3] == 0
        parts = np.where(nobody, NOTHING, facts[:, :, 0]).astype(np.uint8)
        regions = np.where(nobody, NOTHING, facts[:, :, 1]).astype(np.uint8)
        picture, cover = np.ascontiguousarray(final[:, :, :3]), np.ascontiguousarray(final[:, :, 3])
        return Shot(picture, cover, metres, parts, regions)

    # what LoadedPerson needs

    def buffer(self, data: npt.NDArray[Any] | None = None, *, size: int = 0) -> Any:
        """A buffer on the device."""
        if data is None:
            return self._context.buffer(reserve=size, dynamic=True)
        return self._context.buffer(np.ascontiguousarray(data).tobytes())

    def array(self, program: str, moving: Any, still: Any, index: Any) -> Any:
        """A vertex array for "person", "facts" or "cast"."""
        pick, layout = {
            "person": (self._program, [
                (moving, "3f 3f", "place", "normal"),
                (still, "3f 4f 1f 2f 4x", "colour", "rest", "hem", "uv"),
            ]),
            "facts": (self._facts_program, [
                (moving, "3f 3f", "place", "normal"), (still, "32x 2f 1f", "uv", "region"),
            ]),
            "cast": (self._caster, [(moving, "3f 12x", "place")]),
        }[program]  # fmt: skip
        return self._context.vertex_array(pick, layout, index)

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


@dataclass(frozen=True)
class _Drawn:
    """A piece on the device: its vertex arrays for the picture, the facts and the shadow, and their uniforms."""

    array: Any
    marks: Any
    caster: Any
    texture: Any
    look: dict[str, object]
    facts: dict[str, object]
    two_sided: bool


class LoadedPieces:
    """Meshes and textures on the device of one rasteriser."""

    def __init__(self, rasteriser: Rasteriser, pieces: Sequence[Piece]) -> None:
        self.pieces: list[_Drawn] = []
        self._owned: list[Any] = []
        self._moving: list[tuple[int, int, Any]] = []
        for piece in pieces:
            surface, count = piece.surface, piece.stop - piece.start
            uv = surface.uv if surface.uv is not None else np.zeros((count, 2))
            if piece.side is not None:
                uv = np.stack([piece.side, np.zeros(count)], axis=1)
            table = np.concatenate(
                [
                    surface.colour if surface.colour is not None else np.full((count, 3), 0.5),
                    surface.rest if surface.rest is not None else np.zeros((count, 4)),
                    surface.cover[:, 1:] if surface.cover is not None else np.ones((count, 1)),
                    uv,
                    piece.regions[:, None],
                ],
                axis=1,
            ).astype(np.float32)
            moving, still = rasteriser.buffer(size=count * 24), rasteriser.buffer(table)
            index = rasteriser.buffer(surface.faces.astype(np.int32))
            texture = rasteriser.texture(surface.paint)
            array, marks = (rasteriser.array(name, moving, still, index) for name in ("person", "facts"))
            caster = rasteriser.array("cast", moving, still, index) if surface.kind in ("skin", "cloth") else None
            kind = _KINDS[surface.kind]
            look: dict[str, object] = {
                "kind": kind, "pattern": PATTERNS[surface.pattern], "dye": surface.dye, "dye2": surface.dye2,
                "pattern_size": surface.pattern_size, "wrinkle": surface.wrinkle, "gloss": surface.gloss,
                "fuzz": surface.fuzz, "print_box": surface.print_box,
            }  # fmt: skip
            facts: dict[str, object] = {"kind": kind, "part": float(surface.part)}
            self.pieces.append(_Drawn(array, marks, caster, texture, look, facts, surface.kind != "hair"))
            self._moving.append((piece.start, piece.stop, moving))
            self._owned += [array, marks, *([] if caster is None else [caster]), texture, index, moving, still]

    def write(self, posed: Placed) -> None:
        """Take over the vertices' places."""
        both = np.concatenate([posed.vertices, posed.normals], axis=1).astype(np.float32)
        for start, stop, buffer in self._moving:
            buffer.write(both[start:stop].tobytes())

    def release(self) -> None:
        """Give the device's memory back."""
        for item in self._owned:
            item.release()


class LoadedPerson(LoadedPieces):
    """A person's meshes and textures on the device of one rasteriser."""

    def __init__(self, rasteriser: Rasteriser, person: DressedPerson) -> None:
        super().__init__(rasteriser, person.pieces)
        self.person = person


def _light_view(vertices: npt.NDArray[np.float32], light: Light) -> tuple[Array, float]:
    """[4, 4] the key light's clip matrix round the vertices [V, 3], and the metres that it spans in depth."""
    forward = -unit(light.key_way)
    right = unit(np.cross(forward, [0.0, 0.0, 1.0]))
    axes = np.stack([right, np.cross(forward, right), forward])
    local = vertices[:: 7 if len(vertices) > 5000 else 1] @ axes.T.astype(np.float32)
    low, high = local.min(axis=0) - 0.06, local.max(axis=0) + 0.06
    clip = np.eye(4)
    clip[:3, :3] = axes * (2 / (high - low))[:, None]
    clip[:3, 3] = -(high + low) / (high - low)
    return clip, float(high[2] - low[2])


def _program(context: Any, vertex: str, fragment: str) -> Any:
    return context.program(vertex_shader=load_shader(f"{vertex}.vert"), fragment_shader=load_shader(f"{fragment}.frag"))


def _columns(matrix: Array) -> bytes:
    return matrix.T.astype(np.float32).tobytes()
