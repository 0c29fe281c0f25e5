from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import torch

from engine.errors import Cancelled, NoPersonError, UsageError
from engine.framing import DRAFT_SIZE, FRAME_SIZE
from engine.openpose.decode import Person
from engine.openpose.estimator import Estimate, PoseEstimator
from engine.openpose.network import COMPACT, PoseNetwork
from engine.painter import Painter
from engine.patn.checkpoints import Condition
from engine.progress import CancelToken
from engine.skeleton import LIMBS, Joint, Pose, bone_lengths, descendants
from engine.transfer import RenderedPicture, Transfer, TransferSession
from tests.engine.small_models import painter

J = Joint
HEIGHT, WIDTH = 420, 320

STANDING = np.array(
    [
        (160, 70),
        (160, 104),
        (134, 106),
        (120, 150),
        (112, 192),
        (186, 106),
        (201, 150),
        (209, 190),
        (145, 196),
        (143, 266),
        (142, 334),
        (176, 196),
        (180, 266),
        (181, 332),
        (152, 62),
        (168, 62),
        (141, 66),
        (179, 66),
    ],
    dtype=float,
)
CLOTHES = (60, 70, 150)


def person_at(points: np.ndarray = STANDING) -> Pose:
    return Pose.from_points(points)


def body(points: np.ndarray = STANDING) -> np.ndarray:
    """bool [H, W]: thick limbs, a trunk and a head."""
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    spots = [tuple(int(v) for v in point) for point in points]
    for a, b in LIMBS:
        cv2.line(mask, spots[a], spots[b], 1, 20)
    cv2.fillPoly(mask, [np.array([spots[j] for j in (2, 5, 11, 8)])], 1)
    cv2.circle(mask, spots[J.NOSE], 26, 1, -1)
    return mask.astype(bool)


def photo() -> np.ndarray:
    random = np.random.default_rng(0)
    wall = np.full((HEIGHT, WIDTH, 3), (90, 150, 100))
    picture = np.where(body()[..., None], CLOTHES, wall) + random.normal(0, 3, (HEIGHT, WIDTH, 3))
    return np.clip(picture, 0, 255).astype(np.uint8)


class KnowingEstimator(PoseEstimator):
    """Answers what it was told, and counts how often it was asked."""

    def __init__(self, *poses: Pose, mask: np.ndarray | None = None) -> None:
        torch.manual_seed(0)
        super().__init__(PoseNetwork(dataclasses.replace(COMPACT, widths=(4,) * 5, depths=(1,) * 5)))
        self.poses, self.asked = poses, 0
        small = (
            cv2.resize(mask.astype(np.float32), (80, 105), interpolation=cv2.INTER_AREA) if mask is not None else None
        )
        self.probability = None if small is None else (0.02 + 0.96 * small).astype(np.float32)

    def estimate(self, picture: np.ndarray, *, cancel: CancelToken | None = None) -> Estimate:
        self.asked += 1
        people = tuple(Person(pose, 0.9 - 0.1 * n) for n, pose in enumerate(self.poses))
        return Estimate(people, self.probability)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generators")


@pytest.fixture
def ours(folder: Path) -> Painter:
    return painter(folder, "moved")


@pytest.fixture
def published(folder: Path) -> Painter:
    return painter(folder, "photo")


def transfer(painter: Painter) -> Transfer:
    return Transfer(KnowingEstimator(person_at(), mask=body()), painter)


def arms_up(pose: Pose) -> Pose:
    for shoulder, sign in ((J.RIGHT_SHOULDER, 1), (J.LEFT_SHOULDER, -1)):
        pose = pose.turned(sign * 2.6, centre=pose.place(shoulder), joints=descendants(shoulder))
    return pose


def arms_out(pose: Pose) -> Pose:
    for shoulder, sign in ((J.RIGHT_SHOULDER, 1), (J.LEFT_SHOULDER, -1)):
        pose = pose.turned(sign * 1.3, centre=pose.place(shoulder), joints=descendants(shoulder))
    return pose


def in_frame(rendered: RenderedPicture) -> bool:
    height, width = rendered.picture.shape[:2]
    points = rendered.target.points[rendered.target.present]
    return bool((points >= 0).all() and (points <= (width - 1, height - 1)).all())


# --- The main job. ---


@pytest.mark.parametrize("condition", ["moved", "photo"])
def test_a_session_answers_pose_after_pose(folder: Path, condition: Condition) -> None:
    job = transfer(painter(folder, condition))
    session = job.open(photo())
    assert job.estimator.asked == 1  # type: ignore[attr-defined]
    assert session.frame.shape == (*FRAME_SIZE, 3) and (session.frame[:3, :3] == 255).all()
    pictures = []
    for target in (person_at(), arms_up(person_at()), arms_out(person_at())):
        steps: list[tuple[int, int, str]] = []
        rendered = session.render(target, progress=lambda *step, steps=steps: steps.append(step))  # type: ignore[misc]
        assert rendered.picture.shape == (*FRAME_SIZE, 3) and rendered.picture.dtype == np.uint8
        assert rendered.note == ""
        assert in_frame(rendered)
        assert [done for done, _, _ in steps] == sorted(done for done, _, _ in steps)
        assert steps[-1][0] == steps[-1][1] == 3
        pictures.append(rendered.picture)
    assert job.estimator.asked == 1  # type: ignore[attr-defined]
    assert not np.array_equal(pictures[0], pictures[1])
    assert np.array_equal(pictures[0], session.render(person_at()).picture)


def test_the_moved_picture_shows_in_the_result(ours: Painter) -> None:
    """The condition is what the generator is shown: the person's colours, in the target pose, on white."""
    session = transfer(ours).open(photo())
    seen = []
    paint = ours.paint

    def spy(condition: Any, *, source: Pose, target: Pose) -> Any:
        seen.append((condition, source, target))
        return paint(condition, source=source, target=target)

    ours.paint = spy  # type: ignore[method-assign]
    rendered = session.render(arms_out(person_at()))
    ((condition, source, target),) = seen
    assert target.same_as(rendered.target)
    assert source.same_as(rendered.framing.to_frame(session.pose))
    for joint in (J.RIGHT_ELBOW, J.LEFT_ELBOW, J.RIGHT_KNEE):
        x, y = (int(round(v)) for v in rendered.target.place(joint))
        assert np.abs(condition.picture[y, x].astype(int) - CLOTHES).max() < 40, joint
    assert (condition.picture[2, 2] == 255).all()
    assert condition.mask.shape == condition.holes.shape == FRAME_SIZE


def test_our_generator_gets_four_channels_and_discs_the_published_three_and_points(
    ours: Painter, published: Painter
) -> None:
    for painter_, channels, pixels in ((ours, 4, 21), (published, 3, 1)):
        session = transfer(painter_).open(photo())
        condition, _, _, _ = session._condition(session.framing, session.frame_pose)
        x, maps = painter_.inputs(condition, source=session.frame_pose, target=session.frame_pose)
        assert x.shape == (1, channels, *FRAME_SIZE) and maps.shape == (1, 36, *FRAME_SIZE)
        assert float(maps[0, J.NECK].sum()) == pixels
        assert x[:, :3].min() >= -1 and x[:, :3].max() <= 1
    # The published generators see the photo's person as they stand.
    assert np.array_equal(condition.picture, session.frame)


def test_a_draft_is_half_the_size_and_the_same_pose(ours: Painter) -> None:
    session = transfer(ours).open(photo())
    full, draft = session.render(arms_out(person_at())), session.render(arms_out(person_at()), draft=True)
    assert draft.picture.shape == (*DRAFT_SIZE, 3)
    assert in_frame(draft)
    assert draft.target.same_as(full.target.with_points((full.target.points + 0.5) / 2 - 0.5), tolerance=0.3)
    assert full.framing.to_photo(full.target).same_as(draft.framing.to_photo(draft.target), tolerance=0.6)


def test_fitting_keeps_the_person_and_no_fitting_keeps_the_pose(ours: Painter) -> None:
    session = transfer(ours).open(photo())
    large = arms_out(person_at()).transformed([[3, 0, 500], [0, 3, -200]])
    fitted = session.render(large)
    own = bone_lengths(session.frame_pose)
    scale = fitted.framing.scale / session.framing.scale
    for limb, length in bone_lengths(fitted.target).items():
        assert length == pytest.approx(scale * own[limb], rel=0.12), limb
    exact = session.render(session.frame_pose.moved(2, -1), fit=False)
    assert exact.target.same_as(session.frame_pose.moved(2, -1), tolerance=1e-6)


def test_raised_arms_stay_in_the_picture(ours: Painter) -> None:
    session = transfer(ours).open(photo())
    assert session.fitted(arms_up(person_at())).points[:, 1].min() < 0.045 * FRAME_SIZE[0]
    rendered = session.render(arms_up(person_at()))
    assert in_frame(rendered)
    assert rendered.framing.scale < session.framing.scale
    # A pose that fits leaves the framing as it was.
    assert session.render(person_at()).framing == session.framing


@pytest.mark.parametrize("condition", ["moved", "photo"])
@pytest.mark.parametrize("draft", [False, True])
def test_the_background_is_kept(folder: Path, condition: Condition, draft: bool) -> None:
    session = transfer(painter(folder, condition)).open(photo())
    steps: list[str] = []
    rendered = session.render(
        arms_out(person_at()), background="keep", draft=draft, progress=lambda *step: steps.append(step[2])
    )
    assert rendered.picture.shape == ((*DRAFT_SIZE, 3) if draft else (*FRAME_SIZE, 3))
    assert any("photo" in step for step in steps)
    if condition == "moved":
        # Far from the person the photo's wall shows, not white.
        left, top, right, bottom = rendered.target.box() or (0, 0, 0, 0)
        x, y = rendered.framing.to_photo(Pose.empty().with_joint(J.NOSE, (left + 8, bottom - 8))).place(J.NOSE)
        assert 0 <= x < WIDTH and 0 <= y < HEIGHT
        corner = rendered.picture[int(bottom) - 8, int(left) + 8].astype(int)
        assert np.abs(corner - (90, 150, 100)).max() < 25


def test_a_pose_by_hand_needs_no_detection(ours: Painter) -> None:
    estimator = KnowingEstimator(mask=body())
    session = Transfer(estimator, ours).open(photo(), pose=person_at())
    assert session.pose.same_as(person_at())
    assert session.render(arms_out(person_at())).picture.shape == (*FRAME_SIZE, 3)


def test_a_masker_stands_in_for_an_estimator_without_a_mask(ours: Painter) -> None:
    finder, masker = KnowingEstimator(person_at()), KnowingEstimator(Pose.empty(), mask=body())
    session = Transfer(finder, ours, masker=masker).open(photo())
    assert session.pose.same_as(person_at())
    assert finder.asked == masker.asked == 1
    with pytest.raises(NoPersonError, match="no person mask"):
        Transfer(finder, ours).open(photo())


def test_what_is_known_of_a_photo_is_not_asked_again(ours: Painter) -> None:
    estimator = KnowingEstimator(person_at(), mask=body())
    job = Transfer(estimator, ours)
    session = job.open(photo(), estimate=job.detect(photo()))
    assert session.pose.same_as(person_at())
    assert estimator.asked == 1


def test_upper_bodies(ours: Painter) -> None:
    points = STANDING.copy()
    points[[9, 10, 12, 13]] = np.nan
    shown = body()
    shown[215:] = False
    upper, cut = photo()[:215], shown[:215]
    job = Transfer(KnowingEstimator(Pose.from_points(points), mask=cut), ours)
    rendered = job.open(np.ascontiguousarray(upper)).render(arms_out(person_at()))
    assert rendered.picture.shape == (*FRAME_SIZE, 3)


# --- Without framing, for checking published checkpoints. ---


@pytest.mark.parametrize("condition", ["moved", "photo"])
def test_without_framing_the_photo_goes_in_as_it_is(folder: Path, condition: Condition) -> None:
    framed = np.asarray(cv2.resize(photo(), (176, 256), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    points = (STANDING + 0.5) * (176 / WIDTH, 256 / HEIGHT) - 0.5
    own = Pose.from_points(points)
    session = transfer(painter(folder, condition)).open(framed, pose=own, framing="none")
    assert np.array_equal(session.frame, framed)
    assert session.frame_pose.same_as(own)
    target = arms_up(own)
    rendered = session.render(target, fit=False)
    assert rendered.picture.shape == (*FRAME_SIZE, 3)
    assert rendered.target.same_as(target)
    if condition == "photo":
        condition_image, _, _, _ = session._condition(session.framing, target)
        assert np.array_equal(condition_image.picture, framed)


def test_without_framing_a_photo_is_looked_at_once(ours: Painter) -> None:
    finder = KnowingEstimator(person_at((STANDING + 0.5) * (176 / WIDTH, 256 / HEIGHT) - 0.5), mask=body())
    framed = np.asarray(cv2.resize(photo(), (176, 256), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    Transfer(finder, ours).open(framed, framing="none")
    assert finder.asked == 1


def test_without_framing_the_size_must_fit(published: Painter) -> None:
    with pytest.raises(UsageError, match="176 x 256") as raised:
        transfer(published).open(photo(), framing="none")
    assert "320 x 420" in str(raised.value)


def test_without_framing_and_mask_there_is_no_background_to_keep(published: Painter) -> None:
    framed = np.full((*FRAME_SIZE, 3), 120, np.uint8)
    own = Pose.from_points((STANDING + 0.5) * (176 / WIDTH, 256 / HEIGHT) - 0.5)
    session = transfer(published).open(framed, pose=own, framing="none")
    with pytest.raises(UsageError, match="background"):
        session.render(own, fit=False, background="keep")


# --- What can go wrong. ---


def test_nobody_and_too_little_of_somebody(ours: Painter) -> None:
    nobody = Transfer(KnowingEstimator(mask=body()), ours)
    with pytest.raises(NoPersonError, match="No person"):
        nobody.open(photo())
    with pytest.raises(NoPersonError, match="No person"):
        nobody.open(np.full((*FRAME_SIZE, 3), 9, np.uint8), framing="none")
    hand = Pose.empty().with_joint(J.LEFT_WRIST, (100, 100)).with_joint(J.LEFT_ELBOW, (120, 100))
    with pytest.raises(NoPersonError, match="Only 2 joints"):
        Transfer(KnowingEstimator(hand, mask=body()), ours).open(photo())
    unmasked = Transfer(KnowingEstimator(person_at(), mask=np.zeros((HEIGHT, WIDTH), bool)), ours)
    with pytest.raises(NoPersonError):
        unmasked.open(photo())


def test_a_target_without_joints_is_refused(ours: Painter) -> None:
    with pytest.raises(UsageError, match="no joints"):
        transfer(ours).open(photo()).render(Pose.empty())


def test_a_target_of_one_joint_is_painted(ours: Painter) -> None:
    rendered = transfer(ours).open(photo()).render(Pose.empty().with_joint(J.NECK, (5, 5)))
    assert rendered.picture.shape == (*FRAME_SIZE, 3)


def test_cancelling(ours: Painter) -> None:
    cancel = CancelToken()
    cancel.cancel()
    job = transfer(ours)
    with pytest.raises(Cancelled):
        job.open(photo(), cancel=cancel)
    session = job.open(photo())
    with pytest.raises(Cancelled):
        session.render(person_at(), cancel=cancel)
    for step in (0, 1):
        cancel = CancelToken()

        def stop(done: int, total: int, message: str, step: int = step, cancel: CancelToken = cancel) -> None:
            if done == step:
                cancel.cancel()

        with pytest.raises(Cancelled):
            session.render(person_at(), progress=stop, cancel=cancel)
    assert session.render(person_at()).picture.shape == (*FRAME_SIZE, 3)


def test_the_photo_and_the_poses_are_left_as_they_were(ours: Painter) -> None:
    given, target = photo(), arms_up(person_at())
    before = given.copy(), target.points.copy()
    given.setflags(write=False)
    session = transfer(ours).open(given)
    session.render(target, background="keep")
    assert np.array_equal(given, before[0]) and np.array_equal(target.points, before[1], equal_nan=True)


# --- The painter. ---


def test_facts_say_what_made_the_picture(ours: Painter) -> None:
    facts = transfer(ours).open(photo()).render(person_at()).facts
    assert facts["generator"] == "untrained" and len(facts["generator sha256"]) == 64
    assert facts["device"].startswith("CPU") and facts["precision"] in ("float32", "bfloat16")


def test_published_weights_run_in_float32(published: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: True)
    assert Painter(published.loaded).dtype == torch.float32


def test_reduced_precision_paints_nearly_the_same(ours: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    session = transfer(ours).open(photo())
    exact = session.render(person_at()).picture.astype(int)
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: True)
    quick = Painter(ours.loaded)
    assert quick.dtype == torch.bfloat16
    again = TransferSession(quick, session.photo, pose=session.pose, mask=session.mask, framing=session.framing)
    assert np.abs(again.render(person_at()).picture.astype(int) - exact).mean() < 3


def test_a_full_gpu_hands_over_to_the_cpu(ours: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    session = transfer(ours).open(photo())
    wanted = session.render(person_at()).picture
    # A pretend GPU whose memory is full at the first picture.
    ours.device = torch.device("cuda")
    honest, tried = ours._paint, []

    def full(*arguments: Any) -> Any:
        tried.append(ours.device.type)
        if ours.device.type == "cuda":
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return honest(*arguments)

    monkeypatch.setattr(ours, "_paint", full)
    rendered = session.render(person_at())
    assert tried == ["cuda", "cpu"]
    assert np.array_equal(rendered.picture, wanted)
    assert "CPU" in rendered.note and "memory" in rendered.note
    assert rendered.facts["device"].startswith("CPU")
    # From then on the CPU does it, and nothing more is said.
    assert session.render(person_at()).note == ""
    assert tried == ["cuda", "cpu", "cpu"]


def test_other_trouble_is_not_hidden(ours: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    session = transfer(ours).open(photo())

    def broken(*arguments: Any) -> Any:
        raise RuntimeError("sizes do not match")

    monkeypatch.setattr(ours, "_paint", broken)
    ours.device = torch.device("cuda")
    with pytest.raises(RuntimeError, match="sizes"):
        session.render(person_at())
    ours.device = torch.device("cpu")

    def full(*arguments: Any) -> Any:
        raise torch.OutOfMemoryError("out of memory")

    monkeypatch.setattr(ours, "_paint", full)
    with pytest.raises(torch.OutOfMemoryError):
        session.render(person_at())
