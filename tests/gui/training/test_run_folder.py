from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from gui.services.run_folder import RunState, glance, is_alive, is_run, log_tail, samples
from gui.services.train_command import ask_to_stop
from tests.gui.training.conftest import WrittenRun
from training.events import Event

STARTED = Event("started", 0, 100, message="generator on somewhere")


def test_a_folder_is_a_run_or_not(written: WrittenRun, tmp_path: Path) -> None:
    assert not is_run(tmp_path) and not is_run(tmp_path / "nowhere")
    assert not is_run(written.folder), "a configuration alone is no run"
    written.tell(STARTED)
    assert is_run(written.folder)


def test_a_new_run_and_what_it_is(written: WrittenRun) -> None:
    seen = glance(written.folder)
    assert seen.state is RunState.NEW and seen.task == "generator" and seen.name == "a run"
    assert seen.data == str(written.folder)


def test_the_last_word_decides(written: WrittenRun, dead_pid: int) -> None:
    written.worked_on_by(dead_pid)
    time.sleep(0.02)
    written.tell(STARTED, Event("step", 20, 100, {"l1": 1.0}, speed=4.0, seconds_left=9.0))
    seen = glance(written.folder)
    assert seen.state is RunState.CRASHED and (seen.step, seen.steps, seen.share) == (20, 100, 0.2)
    assert seen.seconds_left == 0, "nothing is left of a run that does not go on"
    for kind, state in (("stopped", RunState.STOPPED), ("failed", RunState.FAILED), ("finished", RunState.FINISHED)):
        written.tell(Event(kind, 40, 100, message=f"it {kind}"))  # type: ignore[arg-type]
        seen = glance(written.folder)
        assert seen.state is state and seen.message == f"it {kind}"


def test_a_living_process_runs_until_it_says_otherwise(written: WrittenRun, own_pid: int) -> None:
    written.tell(Event("stopped", 40, 100))
    time.sleep(0.02)
    written.worked_on_by(own_pid)
    assert glance(written.folder).state is RunState.STARTING, "what was said before belongs to the process before"
    time.sleep(0.02)
    written.tell(Event("started", 40, 100))
    assert glance(written.folder).state is RunState.RUNNING
    (written.folder / "stop").touch()
    assert glance(written.folder).state is RunState.STOPPING
    (written.folder / "stop").unlink()
    written.tell(Event("finished", 100, 100))
    assert glance(written.folder).state is RunState.FINISHED


def test_a_run_of_another_machine_lives_as_long_as_it_speaks(written: WrittenRun, own_pid: int) -> None:
    written.worked_on_by(own_pid, host="a-machine-far-away")
    written.tell(STARTED, Event("step", 20, 100, {"l1": 1.0}))
    seen = glance(written.folder)
    assert seen.state is RunState.RUNNING and seen.host == "a-machine-far-away"
    assert glance(written.folder, now=time.time() + 900).state is RunState.SILENT


def test_a_number_in_use_again_is_another_process(own_pid: int, dead_pid: int) -> None:
    assert is_alive(own_pid, since=time.time())
    assert not is_alive(dead_pid, since=time.time())
    if os.path.exists("/proc/self/stat"):
        assert not is_alive(own_pid, since=time.time() - 86_400 * 365)


def test_damaged_files_are_no_obstacle(written: WrittenRun) -> None:
    written.tell(STARTED)
    for name in ("config.json", "process.json", "launch.json"):
        (written.folder / name).write_bytes(b"\xff{[")
    with (written.folder / "events.jsonl").open("ab") as file:
        file.write(b'{"version": 1, "kind"\n\xff\xfe\n{"version": 99}\n[1]\n{"half')
    seen = glance(written.folder)
    assert seen.state is RunState.RUNNING and seen.steps == 100


def test_a_process_that_ended_before_it_spoke(written: WrittenRun, dead_pid: int) -> None:
    """A run that could not be gone on with is no longer just stopped: its log says why."""
    written.tell(Event("stopped", 40, 100))
    written.launched_as(dead_pid)
    seen = glance(written.folder)
    assert seen.state is RunState.CRASHED and seen.unstarted and seen.step == 40


def test_what_was_said_long_ago_still_counts(written: WrittenRun, dead_pid: int) -> None:
    written.launched_as(dead_pid)
    written.tell(STARTED, Event("finished", 100, 100))
    written.tell(*[Event("evaluated", 100, 100, {f"figure {n}": 0.5 for n in range(20)}) for _ in range(30)])
    assert glance(written.folder).state is RunState.FINISHED


def test_copying_a_run_changes_times_but_not_what_it_is(written: WrittenRun, dead_pid: int, tmp_path: Path) -> None:
    written.launched_as(dead_pid)
    written.tell(STARTED, Event("finished", 100, 100))
    for name in ("events.jsonl", "config.json"):
        os.utime(written.folder / name, (0, 0))
    assert glance(written.folder).state is RunState.FINISHED


def test_samples_and_the_log_are_found(written: WrittenRun) -> None:
    folder = written.folder / "samples"
    folder.mkdir()
    for name in ("step-0000200.png", "step-0000100.png", "step-x.png", "other.png"):
        (folder / name).touch()
    assert samples(written.folder) == {100: folder / "step-0000100.png", 200: folder / "step-0000200.png"}
    assert log_tail(written.folder) == ""
    (written.folder / "log.txt").write_text("a" * 100 + "the end")
    assert log_tail(written.folder, most=7) == "the end"


def test_a_wish_to_stop_reaches_no_process_that_a_folder_names(written: WrittenRun) -> None:
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        facts = {"pid": bystander.pid, "host": socket.gethostname(), "started": time.time() + 3600}
        (written.folder / "process.json").write_text(json.dumps(facts))
        assert glance(written.folder).state is RunState.STARTING
        ask_to_stop(written.folder)
        assert (written.folder / "stop").is_file()
        time.sleep(0.3)
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()
