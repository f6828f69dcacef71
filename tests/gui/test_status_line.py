"""The line at the bottom never keeps a computation to itself."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.frames import Frame
from gui.panels.status_line import StatusLine
from simulation.engine.runner import Runner
from simulation.experiment import Experiment

STARTING = "Starting…"


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    assert made.outcome.text() == STARTING
    return made


def show_result(line: StatusLine) -> str:
    """Show a computation that has ended; what is told of it."""
    experiment = Experiment(steps=5)
    runner = Runner(experiment)
    history = runner.run()
    line.show_frame(Frame(1, experiment, history, 5, 5, True, runner.outcomes, 1.0, "cpu"), 5)
    assert line.outcome.text() != STARTING
    return line.outcome.text()


def wait(qtbot: QtBot, line: StatusLine) -> None:
    """Until nothing is waited for any more."""
    qtbot.waitUntil(lambda: not line._waiting.isActive())


def test_that_a_computation_without_a_frame_is_told_of(qtbot: QtBot, line: StatusLine) -> None:
    """The first step of one of torch's optimizers loads modules for a second or more."""
    before = show_result(line)
    line.set_busy(busy=True)
    assert line.outcome.text() == before  # most are over before one could read it
    wait(qtbot, line)
    assert line.outcome.text() == "Computing…"
    line.set_busy(busy=False)  # it failed, and that is told elsewhere
    assert line.outcome.text() == before


def test_that_a_short_computation_changes_nothing(qtbot: QtBot, line: StatusLine) -> None:
    line.set_busy(busy=True)
    told = show_result(line)
    wait(qtbot, line)
    assert line.outcome.text() == told
    line.set_busy(busy=False)
    assert line.outcome.text() == told


def test_that_the_start_is_told_of_until_something_is_there(qtbot: QtBot, line: StatusLine) -> None:
    line.set_busy(busy=True)
    wait(qtbot, line)
    assert line.outcome.text() == STARTING
