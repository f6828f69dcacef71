"""Unsaved work survives a crash, whatever happens to the copy or to the disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.autosave import DELAY_MILLISECONDS, Autosave, find_backups
from gui.session import Session
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.paths import RESOURCES
from simulation.presets import load_experiment

CRASHING = """
import sys, time
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from gui.autosave import Autosave
from gui.session import Session
from simulation.experiment import Experiment

app = QCoreApplication([])
session = Session(Experiment())
autosave = Autosave(session, Path(sys.argv[1]))

def edit():
    session.edit(replace(session.experiment, steps=session.experiment.steps + 1))
    print(time.time(), session.experiment.steps, flush=True)

timer = QTimer()
timer.timeout.connect(edit)
timer.start(20)
app.exec()
"""


@pytest.fixture
def session() -> Session:
    return Session(Experiment())


@pytest.fixture
def autosave(session: Session, tmp_path: Path):
    autosave = Autosave(session, tmp_path / "backups")
    yield autosave
    autosave.close()


def edit(session: Session, steps: int) -> None:
    session.edit(replace(session.experiment, steps=steps))


def test_that_an_edit_is_on_disk_within_two_seconds(
    qtbot: QtBot, session: Session, autosave: Autosave, tmp_path: Path
) -> None:
    assert DELAY_MILLISECONDS < 2000
    edit(session, 77)
    qtbot.waitUntil(lambda: list((tmp_path / "backups").glob("*.toml")) != [])
    (path,) = (tmp_path / "backups").glob("*.toml")
    assert "steps = 77" in path.read_text()


def test_that_saving_and_closing_remove_the_copy(
    qtbot: QtBot, session: Session, autosave: Autosave, tmp_path: Path
) -> None:
    edit(session, 77)
    autosave.write()
    session.save(tmp_path / "mine.toml")
    autosave.write()
    assert list((tmp_path / "backups").glob("*.toml")) == []
    edit(session, 78)
    autosave.write()
    autosave.close()
    assert list((tmp_path / "backups").glob("*.toml")) == []


def test_that_what_is_open_elsewhere_is_not_taken_for_a_crash(
    session: Session, autosave: Autosave, tmp_path: Path
) -> None:
    edit(session, 77)
    autosave.write()
    assert find_backups(tmp_path / "backups") == []


def test_that_killing_the_program_loses_at_most_two_seconds(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", CRASHING, str(tmp_path)],
        cwd=RESOURCES.parent,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(RESOURCES.parent)},
    )
    assert process.stdout is not None
    edits = [process.stdout.readline().split() for _ in range(120)]
    process.send_signal(signal.SIGKILL)
    process.wait()
    edits += [line.split() for line in process.stdout.read().splitlines() if line.count(" ") == 1]
    process.stdout.close()
    (backup,) = find_backups(tmp_path)
    saved = load_experiment(backup.path)
    times = [float(when) for when, _ in edits]
    lost = [float(when) for when, steps in edits if int(steps) > saved.steps]
    # On a busy machine the program stands still now and then; what it edits 50 times a second
    # tells for how long.
    stood_still = max(later - earlier for earlier, later in pairwise(times))
    assert times[-1] - min(lost, default=times[-1]) < 2.0 + stood_still
    backup.discard()
    assert find_backups(tmp_path) == []


@pytest.mark.parametrize("ended", [True, False])
def test_that_the_next_start_knows_whether_the_program_was_asked_to_end(
    session: Session, tmp_path: Path, ended: bool
) -> None:
    autosave = Autosave(session, tmp_path)
    edit(session, 77)
    autosave.write()
    assert find_backups(tmp_path) == []
    if ended:
        autosave.leave()
    else:
        autosave._lock.unlock()  # as the system does for a program that is gone
    (backup,) = find_backups(tmp_path)
    assert backup.was_left is ended
    assert load_experiment(backup.path).steps == 77
    backup.discard()
    assert list(tmp_path.iterdir()) == []
    autosave.close()


def test_that_a_full_disk_is_told_once_and_the_work_goes_on(
    session: Session, autosave: Autosave, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise InputError("copy", "cannot be written: No space left on device")

    sentences: list[str] = []
    autosave.failed.connect(sentences.append)
    monkeypatch.setattr("simulation.files.save", full)
    for steps in (50, 51, 52):
        edit(session, steps)
        autosave.write()
    assert len(sentences) == 1
    assert "No space left on device" in sentences[0]
    assert session.experiment.steps == 52
    monkeypatch.undo()
    autosave.write()
    monkeypatch.setattr("simulation.files.save", full)
    autosave.write()
    assert len(sentences) == 2
