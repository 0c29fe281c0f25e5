"""`repose-train evaluate` on small models and small data: figures, table, page, files, and what goes wrong."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from engine.errors import UsageError, WeightsError
from engine.images import load_picture
from engine.patn.generator import Generator, GeneratorArchitecture, initialise
from tests.drawn_person import write_photo_folder
from tests.engine.small_models import small_estimator
from tests.training.judging.small_data import generator_file, prepared_folder
from training import checkpoints
from training import config as configuration
from training.cli import main
from training.config import GeneratorConfig
from training.ema import AveragedModel
from training.judging.definitions import MOVED, MOVED_WHITE, REAL, UNCHANGED
from training.judging.models import load_models, people_of_run
from training.judging.opinion import read_opinions
from training.judging.strips import chosen

CPU = torch.device("cpu")
REVIEW = "model,score,gender\nmoved,4,women\nmoved,5,men\nmoved,4,women\nmoved,3,men\nmoved,4,women\nreal,5,men\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """A prepared data set, a folder of photos, both kinds of generator, an estimator and a run."""
    folder = tmp_path_factory.mktemp("judging")
    write_photo_folder(folder / "photos", train=1, val=3)
    return SimpleNamespace(
        folder=folder,
        prepared=prepared_folder(folder / "prepared", people=2),
        photos=folder / "photos",
        moved=generator_file(folder / "moved.safetensors", "moved"),
        photo=generator_file(folder / "photo.safetensors", "photo", seed=6),
        estimator=small_estimator(folder / "pose.safetensors", mask=True),
        run=run_folder(folder / "first-run"),
        cache=folder / "cache",
    )


def run_folder(folder: Path, *, ema: float = 0.9) -> Path:
    config = GeneratorConfig(ngf=4, blocks=1, pose_radius=3, ema=ema)
    network = Generator(GeneratorArchitecture(ngf=4, blocks=1, condition_channels=4, output_mask=True))
    initialise(network, seed=7)
    modules = {"network": network.state_dict()}
    if ema:
        modules["averaged"] = AveragedModel(network, decay=ema).state_dict()
    state = {"version": 1, "task": "generator", "step": 30, "modules": modules}
    checkpoints.save(folder / "checkpoints" / "last.pt", state)
    (folder / "config.json").write_text(configuration.to_json(config), encoding="utf-8")
    return folder


def judge(place: SimpleNamespace, *more: object, data: Path | None = None) -> int:
    common = ["--estimator", place.estimator, "--cache", place.cache, "--device", "cpu", "--no-distances"]
    return main([str(part) for part in ("evaluate", *more, "--data", data or place.prepared, *common)])


def test_several_models_on_true_pairs(place: SimpleNamespace, tmp_path: Path, capsys) -> None:
    review = tmp_path / "review.csv"
    review.write_text(REVIEW, encoding="utf-8")
    out = tmp_path / "out"
    models = (place.moved, place.photo, place.run)
    assert judge(place, *models, "--suite", "pairs", "--review", review, "--out", out, "--keep") == 0
    text, progress = capsys.readouterr()
    assert "Judging pairs: 0 of 4" in progress
    assert "thesis, trained (cited)" in text and "Not measured: lpips" in text and "evaluation.html" in text

    content = json.loads((out / "evaluation.json").read_text())
    assert [model["label"] for model in content["models"]] == ["moved", "photo", "first-run"]
    assert content["models"][2]["step"] == 30 and content["models"][0]["condition"] == "moved"
    pairs = content["suites"]["pairs"]
    answers = pairs["answers"]
    assert list(answers) == [REAL, UNCHANGED, MOVED_WHITE, MOVED, "moved", "photo", "first-run"]
    assert pairs["pictures"] == 4 and answers["moved"]["all"]["l1"]["pictures"] == 4
    for figure in ("ssim_patn", "ssim_common", "ssim_person", "l1", "l1_person", "found"):
        assert figure in answers["moved"]["all"] and figure in content["protocols"]
    assert answers[MOVED]["all"]["l1_person"]["value"] < answers[UNCHANGED]["all"]["l1_person"]["value"]
    assert set(answers["photo"]["by"]["gender"]) == {"men", "women"}
    # Two people: too few for an interval, however many pictures.
    assert answers["moved"]["all"]["l1"]["low"] is None
    compared = [(row["answer"], row["than"]) for row in pairs["differences"]]
    assert ("moved", MOVED) in compared and ("first-run", "moved") in compared
    assert content["opinion"]["all"]["moved"]["value"] == pytest.approx(4.0)

    page = (out / "evaluation.html").read_text()
    assert "first-run" in page and 'src="data:image/png;base64,' in page and "worst" in page
    assert 'src="http' not in page and "<link" not in page and "<script" not in page
    assert "MOS" in text and "4.00" in text and "real (review alone)" in text
    with (out / "evaluation.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 7 * 4 and {row["suite"] for row in rows} == {"pairs"}
    mine = [float(row["l1"]) for row in rows if row["answer"] == "photo"]
    assert np.mean(mine) == pytest.approx(answers["photo"]["all"]["l1"]["value"], rel=1e-4)
    assert load_picture(out / "pictures" / "pairs" / "first-run" / "00003.png").shape == (256, 176, 3)
    assert len((out / "pictures" / "poses.jsonl").read_text().splitlines()) == 4


def test_plain_photos_and_transfers(place: SimpleNamespace, tmp_path: Path, capsys) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text("name,gender\n0002,men\n0003,women\n0004,women\n", encoding="utf-8")
    arguments = (place.moved, "--suite", "poses", "--transfers", 3, "--labels", labels, "--json", "--out", tmp_path)
    assert judge(place, *arguments, data=place.photos) == 0
    first = capsys.readouterr().out
    poses = json.loads(first)["suites"]["poses"]
    assert list(poses["answers"]) == [UNCHANGED, MOVED, "moved"] and poses["pictures"] == 3
    assert {"colour_agreement", "colour_difference", "sharpness", "found"} <= set(poses["answers"]["moved"]["all"])
    assert set(poses["answers"]["moved"]["by"]["gender"]) == {"men", "women"}
    sheet = load_picture(tmp_path / "moved.png")
    assert sheet.shape == (3 * 256, 13 * 176, 3)
    # The same call says the same.
    assert judge(place, *arguments, data=place.photos) == 0
    assert capsys.readouterr().out == first


def test_rendered_pairs_beside_photos(place: SimpleNamespace, capsys) -> None:
    few = ("--suite", "same", "--transfers", 3, "--figures", "l1_person,ssim_person", "--json")
    assert judge(place, place.moved, *few, "--rendered", place.prepared, data=place.photos) == 0
    suites = json.loads(capsys.readouterr().out)["suites"]
    assert list(suites) == ["same", "rendered"] and suites["rendered"]["pictures"] == 3
    answers = suites["rendered"]["answers"]
    assert answers[MOVED]["all"]["l1_person"]["value"] < answers[UNCHANGED]["all"]["l1_person"]["value"]
    assert judge(place, place.moved, *few, "--rendered", place.photos, data=place.photos) == 2
    assert "repose-train prepare" in capsys.readouterr().err


def test_distances_to_the_training_set(place: SimpleNamespace, tmp_path: Path, capsys, monkeypatch) -> None:
    arguments = ["evaluate", str(place.moved), "--data", str(place.prepared), "--figures", "features"]
    arguments += ["--cache", str(place.cache), "--device", "cpu", "--suite", "pairs", "--out", str(tmp_path)]
    assert main(arguments) == 2
    assert "None of these figures" in capsys.readouterr().err
    for module in ("judge", "distances"):
        monkeypatch.setattr(f"training.judging.{module}.FEWEST", 2)
    assert main(arguments) == 0
    content = json.loads((tmp_path / "evaluation.json").read_text())
    sets = content["suites"]["pairs"]["sets"]
    assert set(sets) == {REAL, UNCHANGED, MOVED, "moved"} and all(row["pictures"] == 4 for row in sets.values())
    # Real people are nearer to real people than an untrained network's pictures of them are.
    assert 0 <= sets[REAL]["features"] < sets["moved"]["features"]
    assert "feature dist." in capsys.readouterr().out and "not FID" in content["protocols"]["features"]
    assert list(place.cache.glob("pose-*-train-*-256x176.npz"))


def test_figures_can_be_chosen(place: SimpleNamespace, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    """What asks for no joints finds none."""
    from engine.openpose.estimator import PoseEstimator

    def never(*given: object, **more: object) -> None:
        raise AssertionError("nobody asked for joints")

    monkeypatch.setattr(PoseEstimator, "estimate_many", never)
    assert judge(place, place.moved, "--figures", "l1,ssim_person", "--photos", 2, "--json") == 0
    suites = json.loads(capsys.readouterr().out)["suites"]
    assert set(suites) == {"pairs", "same"}
    assert set(suites["pairs"]["answers"]["moved"]["all"]) == {"l1", "ssim_person"}
    assert set(suites["same"]["answers"]["moved"]["all"]) == {"ssim_person"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--keep"], "--out"),
        (["--figures", "beauty"], "no figure 'beauty'"),
        (["--suite", "same", "--figures", "pckh"], "None of these figures"),
        (["--review", "none.csv"], "review cannot be read"),
        (["--labels", "none.csv"], "labels cannot be read"),
        (["--split", "test"], "split 'test'"),
        (["--estimator", "none.pth"], "none.pth"),
    ],
)
def test_what_a_person_can_mend_is_one_line(place: SimpleNamespace, arguments: list[str], words: str, capsys) -> None:
    arguments = [str(place.moved), "--data", str(place.prepared), "--cache", str(place.cache), *arguments]
    assert main(["evaluate", *arguments]) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("repose-train: ") and words in error


def test_generators_and_estimators_are_not_mixed(place: SimpleNamespace, capsys) -> None:
    assert judge(place, place.moved, place.estimator) == 2
    assert "two calls" in capsys.readouterr().err


def test_a_run_is_judged_by_its_best_checkpoint_else_its_last(tmp_path: Path) -> None:
    run = run_folder(tmp_path / "run", ema=0.0)
    (model,) = load_models([str(run)], device=CPU)
    assert model.step == 30 and model.painter is not None
    header = model.painter.loaded.header
    assert (header.size, header.pose_radius, header.condition) == ((256, 176), 3, "moved")
    state = checkpoints.load(run / "checkpoints" / "last.pt")
    checkpoints.save(run / "checkpoints" / "best.pt", state | {"step": 20})
    assert load_models([str(run)], device=CPU)[0].step == 20
    two = load_models([str(run), str(run)], device=CPU)
    assert [model.label for model in two] == ["run", "run (2)"]
    assert people_of_run([str(run)]) is None
    (run / "people").mkdir()
    assert people_of_run(["repose-patn", str(run)]) == run / "people"


def test_a_run_that_cannot_be_judged_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(WeightsError, match="no checkpoint yet"):
        load_models([str(tmp_path / "empty")], device=CPU)
    run = run_folder(tmp_path / "run")
    checkpoints.save(run / "checkpoints" / "last.pt", {"version": 1, "step": 1})
    with pytest.raises(WeightsError, match="lacks what is to be judged"):
        load_models([str(run)], device=CPU)
    run = run_folder(tmp_path / "other")
    (run / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="not a readable configuration"):
        load_models([str(run)], device=CPU)


def test_reviews(tmp_path: Path) -> None:
    path = tmp_path / "review.csv"
    path.write_text(REVIEW, encoding="utf-8")
    opinions = read_opinions(path)
    score = opinions.of("Moved.safetensors")
    assert score is not None and score.value == 4.0 and score.pictures == 5 and 3.2 < score.low < score.high <= 4.8
    assert opinions.by["moved"]["gender"]["women"].value == 4.0 and opinions.of("other") is None
    for text, words in (("model,score\na,6\n", "line 2"), ("model\na\n", "columns"), ("model,score\n", "no ratings")):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match=words):
            read_opinions(path)


def test_the_worst_the_middle_and_the_best_are_told_apart() -> None:
    scores = np.array([0.1, 0.9, 0.5, np.nan, 0.2, 0.8, 0.4, 0.3, 0.6])
    assert chosen(scores, each=2) == {"worst": [1, 5], "middle": [2, 6], "best": [0, 4]}
    few = chosen(np.array([0.1, 0.3, 0.2]), each=4)
    assert few == {"worst": [1], "middle": [2], "best": [0]}
    assert sum(map(len, chosen(np.array([0.1]), each=4).values())) == 1
