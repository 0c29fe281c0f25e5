"""Judging weights and runs in one call: figures of the model cards, tables, groups, and a page of pictures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import engine
from engine.errors import UsageError
from engine.files import make_folder, write_bytes
from engine.loading import load_estimator
from engine.progress import Progress, no_progress
from engine.runtime import choose_device, describe
from engine.text import Text
from engine.weights.store import WeightsStore
from engine.weights.table import EMBEDDED_POSE
from training.judging import cases
from training.judging.cases import SUITES, Cases, Suite
from training.judging.definitions import CHANGE, FIGURES, MOVED, SETS
from training.judging.distances import distances_of, size_of, training_sums
from training.judging.features import FEWEST, FeatureSums, PoseFeatures, load_inception, load_lpips
from training.judging.groups import read_labels
from training.judging.joints import JointFinder
from training.judging.judge import Instruments, Judged, figures_of, has_sets, judge_suite
from training.judging.kept import Keeper
from training.judging.landmarks import SUFFIX, read_landmark_model
from training.judging.models import Model, load_models, people_of_run
from training.judging.opinion import PROTOCOL, Opinions, read_opinions
from training.judging.options import FORMAT, Options, Report
from training.judging.page import page
from training.judging.people import AnyPeople, default_cache, open_people, spread
from training.judging.rows import rows_csv
from training.judging.sheets import write_presets_sheet, write_sheet
from training.judging.strips import gallery_of
from training.judging.table import Cell, Table, answers_table, cell, group_tables, table_seven, title_of


def evaluate(options: Options, *, progress: Progress = no_progress) -> Report:
    """Judge models; with `out`, `evaluation.json` and `evaluation.html` are written there.

    Raises WeightsError, UsageError, DeviceError, OutputError.
    """
    unknown = [key for key in options.figures if key not in FIGURES]
    if unknown:
        raise UsageError(
            "There is no figure '{key}'", hint="There are {keys}.", key=unknown[0], keys=", ".join(FIGURES)
        )
    if options.keep and options.out is None:
        raise UsageError("There is no folder to keep the pictures in", hint="Name one with --out.")
    opinions = read_opinions(options.review) if options.review is not None else None
    device = choose_device(options.device)
    models = load_models(options.models, device=device)
    if options.out is not None:
        make_folder(options.out)
    if models[0].painter is None:
        from training.judging.estimators import judge_estimators

        return judge_estimators(models, options, device=device, progress=progress)
    return _Generators(models, options, opinions, progress).report()


class _Generators:
    """The judging of generators, from people to page."""

    def __init__(self, models: list[Model], options: Options, opinions: Opinions | None, progress: Progress) -> None:
        self.models, self.options, self.opinions, self.progress = models, options, opinions, progress
        self.cache = options.cache or people_of_run(options.models) or default_cache()
        self.labels = read_labels(options.labels) if options.labels is not None else None
        self.people = self._people(options.split)
        self.chosen = spread(len(self.people), options.photos)
        self.size = _one_size(models)
        self.missing: dict[str, str] = {}
        self.suites = self._suites()
        self.instruments = self._instruments()

    def report(self) -> Report:
        """Judge every suite, count up, write."""
        keeper = Keeper(self.options.out) if self.options.keep and self.options.out else None
        judged = [
            judge_suite(
                suite,
                self.models,
                self.instruments,
                only=self.options.figures,
                keep=keeper.keep if keeper else None,
                progress=self.progress,
            )
            for suite in self.suites
        ]
        sets = self._distances(judged)
        labels = [model.label for model in self.models]
        tables = [
            answers_table(one.tally, f"{one.cases.suite}: {one.cases.what}", sets=sets.get(one.cases.suite))
            for one in judged
        ]
        tables.append(table_seven(judged, sets, self.opinions, labels))
        content = self._content(judged, sets)
        if self.options.out is not None:
            if keeper is not None:
                keeper.finish()
            write_bytes(self.options.out / "evaluation.json", (json.dumps(content, indent=2) + "\n").encode())
            write_bytes(self.options.out / "evaluation.csv", rows_csv([(one.cases.suite, one.tally) for one in judged]))
            self._sheets(self.options.out, {one.cases.suite for one in judged})
            write_bytes(self.options.out / "evaluation.html", self._page(judged, tables, content).encode())
        return Report(content, tables)

    def _sheets(self, out: Path, suites: set[Suite]) -> None:
        for number, model in enumerate(self.models):
            self.progress(number, len(self.models), Text("Painting the contact sheets"))
            assert model.painter is not None
            if "poses" in suites:
                write_sheet(model.painter, self.people, path=out / f"{model.label}.png")
            if "presets" in suites:
                write_presets_sheet(model.painter, self.people, path=out / f"{model.label}-presets.png")

    def _people(self, split: str) -> AnyPeople:
        self.progress(0, 1, Text("Framing the people of {split}, where they are not kept yet", split=split))
        return open_people(
            self.options.data, split=split, cache=self.cache, background=self.options.background, labels=self.labels
        )

    def _wanted(self, *keys: str) -> bool:
        asked = self.options.figures
        return not asked or any(key in asked for key in keys)

    def _measures(self, suite: Cases) -> bool:
        """Whether any figure that was asked for is taken on a suite."""
        asked = self.options.figures
        sets = self.options.distances and has_sets(suite) and bool(set(SETS) & set(asked))
        return sets or bool(figures_of(suite.suite, only=asked))

    def _instruments(self) -> Instruments:
        options = self.options
        device = choose_device(options.device)
        instruments = Instruments(self._finder())
        if self._wanted("lpips"):
            lpips = load_lpips(device=device, fetch=options.fetch)
            if isinstance(lpips, str):
                self.missing["lpips"] = lpips
            else:
                instruments = replace(instruments, lpips=lpips)
        if not options.distances or not self._wanted(*SETS):
            return instruments
        if not any(has_sets(suite) for suite in self.suites):
            say = Text("a distance to the training set needs {count} pairs or poses at least", count=FEWEST)
            self.missing |= {key: say for key in SETS if self._wanted(key)}
            return instruments
        if self._wanted("features"):
            own = load_estimator(EMBEDDED_POSE, device=options.device)
            digest = WeightsStore().find(EMBEDDED_POSE, kind="pose").sha256
            features = PoseFeatures(own.network, device=device, sha256=digest)
            instruments = replace(instruments, features=features)
        if self._wanted("fid", "is"):
            inception = load_inception(device=device, fetch=options.fetch)
            if isinstance(inception, str):
                self.missing |= dict.fromkeys(("fid", "is"), inception)
            else:
                instruments = replace(instruments, inception=inception)
        return instruments

    def _finder(self) -> JointFinder:
        options = self.options
        if Path(options.estimator).suffix == SUFFIX:
            model, self.estimator_sha256 = read_landmark_model(Path(options.estimator))
            return JointFinder(model=model)
        self.estimator_sha256 = WeightsStore().find(options.estimator, kind="pose").sha256
        return JointFinder(load_estimator(options.estimator, device=options.device))

    def _suites(self) -> list[Cases]:
        wanted = SUITES if self.options.suite == "embedded" else (self.options.suite,)
        count = self.options.transfers
        if self.options.photos:
            count = min(count, len(self.chosen))
        made: dict[Suite, Cases] = {}
        for suite in wanted:
            if suite == "pairs":
                made[suite] = cases.pairs_of(self.people, self.chosen, size=self.size, limit=self.options.photos)
            elif suite == "poses":
                made[suite] = cases.poses_of(self.people, self.chosen, count=count)
            elif suite == "presets":
                made[suite] = cases.presets_of(self.people, self.chosen, count=count)
            else:
                made[suite] = cases.same_of(self.people, self.chosen, count=count)
        if self.options.rendered is not None:
            people = open_people(self.options.rendered, split=self.options.split, cache=self.cache, background="white")
            made["rendered"] = cases.rendered_of(people, limit=count)
        kept = [one for one in made.values() if one.count and self._measures(one)]
        if not kept:
            raise UsageError(
                "None of these figures is taken on these suites, or there are no pictures for them",
                hint="`repose-train evaluate --help` lists the suites; without --figures all are taken.",
            )
        return kept

    def _distances(self, judged: Sequence[Judged]) -> dict[str, dict[str, dict[str, Any]]]:
        real: dict[tuple[int, int], dict[str, FeatureSums]] = {}
        found: dict[str, dict[str, dict[str, Any]]] = {}
        for one in judged:
            size = size_of(one)
            if size is None:
                continue
            if size not in real:
                people = self._people("train")
                real[size] = training_sums(
                    people, self.instruments, size=size, cache=self.cache, progress=self.progress
                )
            found[one.cases.suite] = distances_of(one, real[size])
        return found

    def _content(self, judged: Sequence[Judged], sets: dict[str, Any]) -> dict[str, Any]:
        options = self.options
        taken = {key for one in judged for key in one.tally.figures}
        taken |= {key for suite in sets.values() for row in suite.values() for key in row if key in FIGURES}
        content: dict[str, Any] = {
            "format": FORMAT,
            "version": engine.__version__,
            "data": str(options.data),
            "split": options.split,
            "photos": len(self.chosen),
            "device": describe(choose_device(options.device)),
            "estimator": Path(options.estimator).name,
            "estimator sha256": self.estimator_sha256,
            "seed": cases.SEED,
            "models": [model.to_json() for model in self.models],
            "protocols": {key: figure.protocol for key, figure in FIGURES.items() if key in taken} | {"change": CHANGE},
            "missing": self.missing,
            "suites": {
                one.cases.suite: {"what": one.cases.what, "skipped": one.skipped}
                | one.tally.to_json()
                | {"sets": sets.get(one.cases.suite, {}), "differences": self._differences(one)}
                for one in judged
            },
        }
        if self.opinions is not None:
            content["opinion"] = {
                "protocol": PROTOCOL,
                "all": {name: value.to_json() for name, value in self.opinions.all.items()},
                "by": {
                    name: {k: {g: v.to_json() for g, v in groups.items()} for k, groups in kinds.items()}
                    for name, kinds in self.opinions.by.items()
                },
            }
        return content

    def _compared(self) -> list[tuple[str, str]]:
        """Who is compared with whom on the same pictures: each model with no network, and with the first model."""
        labels = [model.label for model in self.models]
        return [(label, MOVED) for label in labels] + [(label, labels[0]) for label in labels[1:]]

    def _differences(self, one: Judged) -> list[dict[str, Any]]:
        return [
            {
                "answer": label,
                "than": than,
                "figures": {k: v.to_json() for k, v in one.tally.difference(label, than=than).items()},
            }
            for label, than in self._compared()
        ]

    def _page(self, judged: Sequence[Judged], tables: list[Table], content: dict[str, Any]) -> str:
        facts = {
            "title": f"Judged: {', '.join(model.label for model in self.models)}",
            "data": f"{self.options.data}, split {self.options.split}, {len(self.chosen)} photos",
            "joints found again by": Path(self.options.estimator).name,
            "computed on": content["device"],
        }
        for model in self.models:
            step = f", step {model.step:,}" if model.step is not None else ""
            facts[model.label] = f"sha256 {model.sha256}{step}"
        skipped = {one.cases.suite: one.skipped for one in judged if one.skipped}
        if skipped:
            facts["left out, too little of a person"] = ", ".join(f"{k}: {v}" for k, v in skipped.items())
        labels = [model.label for model in self.models]
        galleries, each = [], (4 if len(labels) == 1 else 3)
        for number, one in enumerate(judged):
            self.progress(number, len(judged), Text("Choosing pictures"))
            for model in self.models if one.tally.figures else []:
                gallery = gallery_of(one, model, self.models, finder=self.instruments.finder, each=each)
                galleries.append(gallery)
        self.progress(len(judged), len(judged), Text("Written"))
        return page(
            facts,
            tables=tables,
            groups=[table for one in judged for table in group_tables(one.tally, one.cases.suite, labels)],
            differences=[self._difference_table(one) for one in judged if one.tally.figures],
            galleries=galleries,
            protocols={title_of(k) if k in FIGURES else k: v for k, v in content["protocols"].items()},
            missing={title_of(key): why for key, why in self.missing.items()},
        )

    def _difference_table(self, one: Judged) -> Table:
        columns = list(one.tally.figures)
        rows: list[tuple[str, list[Cell]]] = []
        for label, than in self._compared():
            values = one.tally.difference(label, than=than)
            rows.append((f"{label} less {than}", [cell(key, values.get(key)) for key in columns]))
        return Table(f"{one.cases.suite}", [title_of(key) for key in columns], rows)


def _one_size(models: Sequence[Model]) -> tuple[int, int]:
    sizes = {model.size for model in models}
    if len(sizes) > 1:
        shown = ", ".join(f"{height} x {width}" for height, width in sorted(sizes))
        raise UsageError(
            "These generators paint at different sizes ({shown})", hint="Judge them in several calls.", shown=shown
        )
    return sizes.pop()
