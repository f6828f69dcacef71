"""Every edit can be taken back, and nothing that fails loses anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gui.session import Session
from simulation.experiment import Experiment
from simulation.presets import load_experiment


@pytest.fixture
def session() -> Session:
    return Session(Experiment())


def set_steps(session: Session, steps: int, key: str = "") -> None:
    session.edit(replace(session.experiment, steps=steps), key)


def test_that_edits_are_undone_and_redone_one_by_one(session: Session) -> None:
    for steps in (30, 40):
        set_steps(session, steps)
    seen = []
    session.changed.connect(lambda experiment: seen.append(experiment.steps))
    session.undo()
    session.undo()
    session.undo()
    session.redo()
    assert seen == [30, 20, 30]


def test_that_a_drag_is_one_step_back(session: Session) -> None:
    for steps in range(30, 60):
        set_steps(session, steps, "steps")
    session.undo()
    assert session.experiment.steps == 20
    assert not session.can_undo


def test_that_the_title_is_told_only_where_it_changes(session: Session, tmp_path: Path) -> None:
    told: list[bool] = []
    session.title_changed.connect(lambda: told.append(session.dirty))
    for steps in (30, 31, 32):
        set_steps(session, steps, "steps")
    assert told == [True]
    session.undo()
    assert told == [True, False]
    set_steps(session, 40)
    session.save(tmp_path / "mine.toml")
    session.edit(replace(session.experiment, title="Mine"))
    session.open_preset("ravine")
    assert told == [True, False, True, False, True, False]


def test_that_two_drags_are_two_steps_back(session: Session) -> None:
    set_steps(session, 30, "steps")
    session.seal()
    set_steps(session, 40, "steps")
    session.undo()
    assert session.experiment.steps == 30


def test_that_an_edit_after_an_undo_ends_the_redo(session: Session) -> None:
    set_steps(session, 30)
    session.undo()
    set_steps(session, 50)
    assert not session.can_redo
    session.undo()
    assert session.experiment.steps == 20


def test_that_the_past_is_bounded(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.session.UNDO_LIMIT", 50)
    for steps in range(1, 150):
        set_steps(session, steps)
    count = 0
    while session.can_undo:
        session.undo()
        count += 1
    assert count == 50


def test_that_saving_cleans_and_editing_dirties(session: Session, tmp_path: Path) -> None:
    set_steps(session, 33)
    assert session.dirty
    session.save(tmp_path / "mine.toml")
    assert not session.dirty
    set_steps(session, 34)
    assert session.dirty
    session.undo()
    assert not session.dirty


def test_that_a_saved_experiment_opens_again_as_it_was(session: Session, tmp_path: Path) -> None:
    set_steps(session, 33)
    session.save(tmp_path / "mine.toml")
    other = Session(Experiment())
    other.open(load_experiment(tmp_path / "mine.toml"), tmp_path / "mine.toml")
    assert other.experiment.runs == session.experiment.runs
    assert other.experiment.steps == 33
    assert not other.dirty


def test_that_opening_a_preset_can_be_undone(session: Session) -> None:
    set_steps(session, 33)
    session.open_preset("4x2-lr1")
    session.undo()
    assert session.experiment.steps == 33


def test_that_undoing_an_opened_file_goes_back_to_the_file_before(
    session: Session, tmp_path: Path
) -> None:
    session.save(tmp_path / "mine.toml")
    set_steps(session, 33)
    session.open(replace(Experiment(), steps=44), tmp_path / "other.toml")
    session.undo()
    assert session.path == tmp_path / "mine.toml"
    assert session.dirty
    session.redo()
    assert session.path == tmp_path / "other.toml"
    assert not session.dirty


def test_that_undoing_an_opened_preset_goes_back_to_the_preset_before() -> None:
    session = Session(Experiment())
    session.open_preset("4x2-lr1")
    set_steps(session, 33)
    session.open_preset("ravine")
    session.undo()
    assert session.preset == "4x2-lr1"


def test_that_a_file_of_what_is_shown_already_is_still_the_documents_file(
    session: Session, tmp_path: Path
) -> None:
    session.open(session.experiment, tmp_path / "same.toml")
    assert session.path == tmp_path / "same.toml"
    assert not session.can_undo
