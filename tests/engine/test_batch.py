"""Batches: left, gone on with, and nothing made twice; sheets."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.batch import FILE, Batch, BatchOptions, BatchPhoto, BatchPose, Failure, Item
from engine.batch_file import VERSION
from engine.batch_run import BatchRun, Step
from engine.errors import Cancelled, NoPersonError, OutputError, PoseFileError, UsageError, WeightsError
from engine.images import load_picture, save_picture
from engine.progress import CancelToken
from engine.provenance import read_provenance
from engine.review_cards import cards_in
from engine.sheets import MOST_PIXELS, batch_sheet, cell_side, picture_sheet
from engine.transfer import Transfer, TransferSession
from tests.engine.small_models import painter
from tests.engine.test_transfer import arms_out, arms_up, person_at, photo, transfer


class CountingTransfer(Transfer):
    """Counts the photos that it opens; somebody in a grey photo it does not find."""

    opened: int = 0

    def open(self, picture: np.ndarray, **more: object) -> TransferSession:  # type: ignore[override]
        self.opened += 1
        if picture.std() < 1:
            raise NoPersonError("No person was found in the photo", hint="Choose a photo that shows a person.")
        return super().open(picture, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> CountingTransfer:
    base = transfer(painter(tmp_path_factory.mktemp("generator"), "moved"))
    return CountingTransfer(base.estimator, base.painter)


@pytest.fixture
def photos(tmp_path: Path) -> list[BatchPhoto]:
    """Two photos of one name in two folders, and between them one of nobody."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for folder in ("a", "b"):
        save_picture(tmp_path / folder / "ada.png", photo())
    save_picture(tmp_path / "grey.png", np.full((300, 200, 3), 120, np.uint8))
    paths = (tmp_path / "a" / "ada.png", tmp_path / "grey.png", tmp_path / "b" / "ada.png")
    return [BatchPhoto(path, path.stem) for path in paths]


@pytest.fixture
def poses() -> list[BatchPose]:
    return [BatchPose("arms up", arms_up(person_at())), BatchPose("arms/out", arms_out(person_at()))]


def finish(batch: Batch, models: Transfer) -> list[Step]:
    run, steps = BatchRun(batch), []
    while (step := run.step(lambda _weights: models)) is not None:
        steps.append(step)
    return steps


def test_one_photos_failure_is_listed_and_the_others_go_on(
    tmp_path: Path, models: CountingTransfer, photos: list[BatchPhoto], poses: list[BatchPose]
) -> None:
    batch = Batch.create(tmp_path / "out", photos=photos, poses=poses, options=BatchOptions("keep"))
    models.opened = 0
    steps = finish(batch, models)
    assert [step.path.name if step.path else "" for step in steps] == [
        "ada-arms up.png",
        "ada-arms_out.png",
        "",
        "ada-2-arms up.png",
        "ada-2-arms_out.png",
    ]
    assert models.opened == 3, "a photo is opened once for all its poses"
    assert (batch.total, batch.done, batch.failed, batch.left()) == (6, 4, 2, [])
    (failure,) = batch.failures
    assert (failure.photo, failure.pose) == (1, None) and "No person" in failure.why
    made = read_provenance(tmp_path / "out" / "ada-arms_out.png")
    assert made is not None and made.photo == "ada.png" and made.target == "arms_out"
    assert made.options["background"] == "keep" and made.options["batch"] == batch.key


def test_after_a_restart_nothing_is_made_twice(
    tmp_path: Path, models: CountingTransfer, photos: list[BatchPhoto], poses: list[BatchPose]
) -> None:
    out = tmp_path / "out"
    batch = Batch.create(out, photos=photos, poses=poses, options=BatchOptions())
    run = BatchRun(batch)
    for _ in range(3):
        run.step(lambda _weights: models)
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.png")}
    again = Batch.open(out)
    assert again.key == batch.key and again.done == 2 and again.failures == batch.failures
    assert [again.path_of(item) for item in again.items()] == [batch.path_of(item) for item in batch.items()]
    kept, given = again.poses[0].pose, poses[0].pose
    assert kept is not None and given is not None and kept.same_as(given, tolerance=0.01)
    (out / "ada-arms up.png").unlink()
    steps = finish(Batch.open(out), models)
    assert [step.item for step in steps] == [Item(0, 0), Item(2, 0), Item(2, 1)], "what was deleted is made again"
    assert before["ada-arms_out.png"] == (out / "ada-arms_out.png").stat().st_mtime_ns
    last = Batch.open(out)
    assert not last.left() and finish(last, models) == []
    last.forget_failures()
    assert [item.photo for item in last.left()] == [1, 1]


def test_cancelling_leaves_nothing_half_done(
    tmp_path: Path, models: CountingTransfer, photos: list[BatchPhoto], poses: list[BatchPose]
) -> None:
    batch = Batch.create(tmp_path / "out", photos=photos, poses=poses, options=BatchOptions())
    cancel = CancelToken()
    cancel.cancel()
    run = BatchRun(batch)
    with pytest.raises(Cancelled):
        run.step(lambda _weights: models, cancel=cancel)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [FILE] and batch.done == 0
    step = run.step(lambda _weights: models)
    assert step is not None and step.path is not None


def test_files_that_are_not_of_the_batch_stay(
    tmp_path: Path, models: CountingTransfer, photos: list[BatchPhoto], poses: list[BatchPose]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    theirs = save_picture(out / "ada-arms up.png", np.zeros((9, 9, 3), np.uint8))
    batch = Batch.create(out, photos=photos[:1], poses=poses, options=BatchOptions())
    assert batch.path_of(Item(0, 0)).name == "ada-2-arms up.png"
    finish(batch, models)
    assert load_picture(theirs).shape == (9, 9, 3)
    with pytest.raises(OutputError, match="batch in this folder already"):
        Batch.create(out, photos=photos, poses=poses, options=BatchOptions())


def test_a_pose_that_cannot_be_had_fails_for_all_photos(
    tmp_path: Path, models: CountingTransfer, photos: list[BatchPhoto], poses: list[BatchPose]
) -> None:
    lost = BatchPose("lost", photo=tmp_path / "gone.jpg")
    batch = Batch.create(
        tmp_path / "out", photos=[photos[0], photos[2]], poses=[lost, poses[0]], options=BatchOptions()
    )
    steps = finish(batch, models)
    assert [bool(step.path) for step in steps] == [False, True, True] and batch.failed == 2
    assert Batch.open(tmp_path / "out").failures == batch.failures == (Failure(None, 0, batch.failures[0].why),)


def test_several_generators_paint_the_same_into_folders_of_their_own(
    tmp_path: Path, models: CountingTransfer, photos: list[BatchPhoto], poses: list[BatchPose]
) -> None:
    other = Transfer(models.estimator, painter(tmp_path / "other", "photo"))
    known = {"a/mine.safetensors": models, "b/mine.safetensors": other}
    out = tmp_path / "out"
    batch = Batch.create(out, photos=photos[::2], poses=poses, options=BatchOptions(), weights=list(known))
    assert [model.label for model in batch.models] == ["mine", "mine-2"] and batch.total == 8
    run, steps, models.opened = BatchRun(batch), [], 0
    for _ in range(3):
        steps.append(run.step(known.__getitem__))
    assert models.opened == 1, "one estimate and one mask for all generators"
    assert [step.item for step in steps if step] == [Item(0, 0, 0), Item(0, 0, 1), Item(0, 1, 0)]
    again = Batch.open(out)
    assert again.models == batch.models and again.done == 3 and all(model.sha256 for model in again.models)
    run = BatchRun(again)
    while run.step(known.__getitem__) is not None:
        pass
    assert sorted(str(path.relative_to(out)) for path in out.glob("*/*.png")) == sorted(
        f"{label}/{photo}-{pose}.png"
        for label in ("mine", "mine-2") for photo in ("ada", "ada-2") for pose in ("arms up", "arms_out")
    )  # fmt: skip
    hashes = {read_provenance(path).facts["generator sha256"] for path in out.glob("mine-2/*.png")}
    assert hashes == {again.models[1].sha256} != {again.models[0].sha256}
    cards = cards_in(out)
    assert {card.model for card in cards} == {"mine", "mine-2"} and len({card.case for card in cards}) == 2
    assert batch_sheet(again).shape[0] > 4 * 256, "a row for each photo and generator"


def test_other_weights_of_the_same_name_do_not_go_on_with_it(
    tmp_path: Path, models: CountingTransfer, photos: list[BatchPhoto], poses: list[BatchPose]
) -> None:
    batch = Batch.create(tmp_path / "out", photos=photos[:1], poses=poses, options=BatchOptions(), weights=["mine"])
    BatchRun(batch).step(lambda _weights: models)
    other = Transfer(models.estimator, painter(tmp_path / "other", "photo"))
    again = Batch.open(tmp_path / "out")
    with pytest.raises(WeightsError, match="^mine: These weights are not the ones"):
        BatchRun(again).step(lambda _weights: other)
    assert again.done == 1 and not again.failures and len(list((tmp_path / "out").glob("*.png"))) == 1
    with pytest.raises(UsageError, match="twice"):
        Batch.create(tmp_path / "x", photos=photos, poses=poses, options=BatchOptions(), weights=["mine", "mine"])


def test_a_plan_of_the_first_version_goes_on_with_who_painted_its_pictures(
    tmp_path: Path, models: CountingTransfer, photos: list[BatchPhoto], poses: list[BatchPose]
) -> None:
    out = tmp_path / "out"
    batch = Batch.create(out, photos=photos[:1], poses=poses, options=BatchOptions())
    BatchRun(batch).step(lambda _weights: models)
    content = json.loads((out / FILE).read_text())
    del content["models"]
    content["options"]["weights"] = ""
    (out / FILE).write_text(json.dumps({**content, "version": 1}))
    made = read_provenance(out / "ada-arms up.png")
    assert made is not None
    assert [model.weights for model in Batch.open(out).models] == [made.facts["generator"]]
    (out / "ada-arms up.png").unlink()
    assert [model.weights for model in Batch.open(out).models] == ["repose-patn"]


@pytest.mark.parametrize(
    "damage",
    [
        {"version": VERSION + 1},
        {"models": []},
        {"photos": []},
        {"poses": [{"name": "../x", "title": "", "pose": None, "photo": "a"}]},
        {"failed": 3},
    ],
)
def test_a_damaged_plan_is_refused(
    tmp_path: Path, photos: list[BatchPhoto], poses: list[BatchPose], damage: dict[str, object]
) -> None:
    Batch.create(tmp_path / "out", photos=photos, poses=poses, options=BatchOptions())
    path = tmp_path / "out" / FILE
    path.write_text(json.dumps({**json.loads(path.read_text()), **damage}))
    with pytest.raises(PoseFileError, match=FILE):
        Batch.open(tmp_path / "out")
    with pytest.raises(PoseFileError, match="no batch"):
        Batch.open(tmp_path)
    with pytest.raises(UsageError):
        Batch.create(tmp_path / "x", photos=[], poses=poses, options=BatchOptions())


def test_the_sheet_has_a_row_a_photo_and_room_for_what_failed(
    tmp_path: Path, models: CountingTransfer, photos: list[BatchPhoto], poses: list[BatchPose]
) -> None:
    batch = Batch.create(tmp_path / "out", photos=photos, poses=poses, options=BatchOptions("photo"))
    finish(batch, models)
    sheet = batch_sheet(batch)
    assert sheet.shape[0] > 2 * 256 and sheet.shape[1] > 2 * 176
    assert cell_side(100_000) < cell_side(4) == 256 and 100_000 * cell_side(100_000) ** 2 < 6 * MOST_PIXELS


def test_pictures_with_their_names_on_one_sheet() -> None:
    pictures = [(f"picture {number}", np.full((60, 40 + number, 3), 9 * number, np.uint8)) for number in range(7)]
    plain, named = picture_sheet(pictures, columns=3, names=False), picture_sheet(pictures, columns=3)
    assert plain.shape[0] == 3 * 60 + 4 * 10 and plain.shape[1] == named.shape[1] == 3 * 46 + 4 * 10
    assert named.shape[0] > plain.shape[0]
    assert picture_sheet(pictures).shape[1] > picture_sheet(pictures).shape[0]
    assert picture_sheet(pictures, columns=1_000_000).shape == picture_sheet(pictures, columns=7).shape
    with pytest.raises(UsageError):
        picture_sheet([])
