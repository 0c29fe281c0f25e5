"""Preparing a data set from end to end: read the source, look at every photo, choose, split, pair, write, report."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

import engine
from engine.errors import UsageError
from engine.files import make_folder, write_bytes
from engine.formats.patn_csv import annotations_text, pairs_text
from engine.framing import FRAME_SIZE
from engine.progress import CancelToken, Progress, no_progress
from engine.text import Text
from training.prepare.corrections import FOLDER as CORRECTIONS
from training.prepare.corrections import keep_corrections, read_corrections
from training.prepare.duplicates import NearDuplicate, near_duplicates, same_colours
from training.prepare.figures import figures
from training.prepare.finder import Finder
from training.prepare.gather import Gatherer
from training.prepare.journal import Entry, Journal, prints_of, read_entries
from training.prepare.page import page
from training.prepare.photos import Source
from training.prepare.plan import Plan, make_plan
from training.prepare.recipe import Recipe
from training.prepare.selection import Kept, Selection, all_pairs, items, select
from training.prepare.shards import ShardWriter
from training.prepare.sheets import StoredPictures, write_sheets
from training.prepare.streams import write_lines
from training.prepare.workplace import Workplace
from training.prepared import DATASET_FILE, FORMAT, ITEMS_FILE, SPLITS

REPORT_FILE: Final = "report.json"
PAGE_FILE: Final = "report.html"
DROPPED_FILE: Final = "dropped.csv"


@dataclass(frozen=True)
class Work:
    """How the work is done, which changes nothing about the result.

    limit     most photos to look at, of people drawn at random; 0 for all
    device    auto, cpu, cuda or mps
    batch     photos at once; 0 for what suits the device
    threads   threads that read and cut photos
    """

    limit: int = 0
    device: str = "auto"
    batch: int = 0
    threads: int = 2


def plan_for(
    source: Source, out: Path, recipe: Recipe, *, corrections: Sequence[Path] = (), limit: int = 0
) -> Plan:  # fmt: skip
    """What preparing would do now. Writes nothing. Raises UsageError when the folder is for something else."""
    resolved = recipe.resolved(source)
    Workplace(out).require_fit(source, resolved)
    own = [out / CORRECTIONS] if (out / CORRECTIONS).is_dir() else []
    known = read_corrections([*own, *corrections], source.photos)
    return make_plan(source, resolved, corrections=known, entries=read_entries(out), limit=limit)


def prepare(
    source: Source,
    out: Path,
    recipe: Recipe,
    *,
    corrections: Sequence[Path] = (),
    work: Work | None = None,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> Mapping[str, Any]:
    """Make the data set `out` from a source, or go on with it; answers the report.

    Nothing that was done is done again. Raises UsageError when the folder is for something else or nothing is left of
    the source, OutputError when nothing can be written, Cancelled between two batches.
    """
    work = work or Work()
    begun = time.perf_counter()
    plan = plan_for(source, out, recipe, corrections=corrections, limit=work.limit)
    place = Workplace(out)
    make_folder(out)
    with place.alone():
        if not plan.todo and _is_finished(out, plan):
            return dict(json.loads((out / REPORT_FILE).read_text(encoding="utf-8")))
        place.begin(source, plan.recipe)
        place.require_room(len(plan.todo))
        keep_corrections(out, plan.corrections)
        place.unfinish()
        journal = Journal(out)
        with ShardWriter(out, rows=journal.rows) as shards:
            finder = Finder(plan.recipe.estimator, device=work.device)
            if any(wish.needs_network for wish in plan.todo):
                place.require_weights(finder.digests())
            gatherer = Gatherer(
                finder,
                root=source.root,
                crop=plan.recipe.crop,
                journal=journal,
                shards=shards,
                threads=work.threads,
                batch=work.batch,
            )
            gatherer.gather(plan.todo, progress=progress, cancel=cancel)
            shards.finish()
        progress(len(plan.todo), len(plan.todo), Text("Choosing and pairing"))
        return _finish(out, plan, journal.entries, begun=begun, looked_at=len(plan.todo))


def _finish(
    out: Path, plan: Plan, entries: Mapping[str, Entry], *, begun: float, looked_at: int
) -> Mapping[str, Any]:  # fmt: skip
    """Choose, split and pair, and write everything but the pictures; `dataset.json` last."""
    recipe = plan.recipe
    selection = select(plan.source, recipe, by_name=plan.by_name, entries=entries)
    duplicates = list(_near_duplicates(selection, StoredPictures(out)))
    write_lines(out / ITEMS_FILE, (item.to_line() + "\n" for item in items(selection, recipe, plan.corrections)))
    for split in SPLITS:
        write_lines(out / f"pairs-{split}.csv", _pair_lines(all_pairs(selection, recipe, split)))
        write_lines(out / f"annotation-{split}.csv", _annotation_lines(selection, plan, split))
    write_lines(out / DROPPED_FILE, _dropped_lines(selection))
    sheets = write_sheets(
        out, plan.source, selection, entry_of=lambda photo: entries.get(photo.source), duplicates=duplicates
    )
    report = figures(
        plan, selection, entries=entries, duplicates=duplicates, seconds=time.perf_counter() - begun,
        looked_at=looked_at,
    )  # fmt: skip
    write_bytes(out / REPORT_FILE, (json.dumps(report, indent=2, ensure_ascii=False) + "\n").encode())
    write_bytes(out / PAGE_FILE, page(report, sheets=sheets).encode())
    if not selection.kept:
        raise UsageError(
            "Nothing of the source was kept",
            where=str(plan.source.root),
            hint="{page} says why; --pairs-from-singles needs no second picture of a person.",
            page=out / PAGE_FILE,
        )
    facts = {
        "format": FORMAT, "size": list(FRAME_SIZE), "source": str(plan.source.root), "kind": plan.source.kind,
        "recipe": recipe.to_json(), "pictures": report["pictures"], "splits": report["splits"],
        "people": report["people"], "pairs": report["pairs"], "made_of": plan.made_of, "version": engine.__version__,
    }  # fmt: skip
    write_bytes(out / DATASET_FILE, (json.dumps(facts, indent=2, ensure_ascii=False) + "\n").encode())
    return report


def _is_finished(out: Path, plan: Plan) -> bool:
    """Whether the folder holds the very data set that the plan would make."""
    try:
        facts = json.loads((out / DATASET_FILE).read_text(encoding="utf-8"))
        return bool(facts["made_of"] == plan.made_of) and (out / REPORT_FILE).is_file()
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _near_duplicates(selection: Selection, stored: StoredPictures) -> Iterator[tuple[Kept, Kept, NearDuplicate]]:
    """Pictures for validation with the nearest one for training, where that is nearly the same."""
    parts = {split: [kept for kept in selection.kept if kept.split == split] for split in SPLITS}
    prints = {split: prints_of([kept.entry for kept in kept_there]) for split, kept_there in parts.items()}
    for pair in near_duplicates(prints["val"], prints["train"]):
        one, other = parts["val"][pair.first], parts["train"][pair.second]
        pictures = [stored.picture(kept.entry.row) for kept in (one, other)]
        if same_colours(np.ascontiguousarray(pictures[0][:, ::-1]) if pair.mirrored else pictures[0], pictures[1]):
            yield one, other, pair


def _pair_lines(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield pairs_text([])
    for pair in pairs:
        yield _below_header(pairs_text([pair]))


def _annotation_lines(selection: Selection, plan: Plan, split: str) -> Iterator[str]:
    yield annotations_text({})
    for item in items(selection, plan.recipe, plan.corrections):
        if item.split == split:
            yield _below_header(annotations_text({item.name: item.pose}))


def _below_header(text: str) -> str:
    return text.split("\n", 1)[1]


def _dropped_lines(selection: Selection) -> Iterator[str]:
    yield "photo,reason,detail\n"
    for one in selection.dropped:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerow([one.photo.source, one.reason, one.detail])
        yield buffer.getvalue()
