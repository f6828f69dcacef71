"""What an edit does not touch stays on the screen; many starts and steps in view, in the window."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.window import MainWindow
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.starts import Starts

STEPS = 4_000
RUNS = tuple(Run("momentum", {"learning_rate": rate}) for rate in (1e-5, 2e-5, 3e-5))
BOWL = Experiment(runs=RUNS, steps=STEPS)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.presenter.start()
    wait_until_idle(qtbot, window)
    window.presenter.playback.pause()
    return window


def wait_until_idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.presenter.controller.busy)


def test_that_the_other_balls_and_trails_stay_while_one_run_is_computed_anew(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.edit(BOWL)
    wait_until_idle(qtbot, window)
    window.presenter.playback.to_end()
    landscape = window.parts.landscape
    balls = landscape.ball_positions()
    seen: list[tuple[dict[int, tuple[float, float]], list[int]]] = []
    window.presenter.controller.frame_changed.connect(
        lambda frame: seen.append(
            (landscape.ball_positions(), [landscape.trail(run).shape[1] for run in range(3)])
        )
    )
    # Adam needs torch in every step: momentum would be there in a single frame.
    window.session.edit(BOWL.with_run(1, Run("adam", {"learning_rate": 5e-5})))
    assert landscape.ball_positions() == balls
    wait_until_idle(qtbot, window)
    assert len(seen) >= 2
    for places, rows in seen:
        assert (places[0], places[2]) == (balls[0], balls[2])
        assert rows[0] == rows[2] == STEPS + 1
        assert rows[1] > 1
    assert window.presenter.playback.cursor == STEPS
    assert landscape.ball_positions()[1] != balls[1]


def test_that_a_label_moves_nothing_and_computes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.session.edit(BOWL)
    wait_until_idle(qtbot, window)
    frame = window.presenter._frame
    speed = window.parts.status.speed.text()
    window.session.edit(replace(BOWL, title="Bowl", runs=(replace(RUNS[0], label="A"), *RUNS[1:])))
    wait_until_idle(qtbot, window)
    again = window.presenter._frame
    assert again is not frame
    assert again.history == frame.history
    assert again.steps_per_second == 0.0
    assert window.parts.status.speed.text() == speed


def test_that_companions_surround_the_start_and_follow_the_cursor(
    qtbot: QtBot, window: MainWindow
) -> None:
    starts = Starts("cloud", 200, 0.5)
    experiment = Experiment(
        ObjectiveChoice("ill-conditioned", (-4.0, -1.0)), RUNS[:1], steps=50, starts=starts
    )
    window.session.edit(experiment)
    wait_until_idle(qtbot, window)
    window.presenter.playback.to_start()
    landscape = window.parts.landscape
    places = landscape.cloud(0)
    expected = starts.points((-4.0, -1.0), experiment.seed)
    np.testing.assert_allclose(places, expected, rtol=1e-6)
    window.presenter.playback.to_end()
    cloud = window.presenter._frame.clouds[0]
    np.testing.assert_allclose(landscape.cloud(0), cloud.positions[50], rtol=1e-6)
    assert "0 of 200 starts converged" in window.parts.status.outcome.text()
    window.session.undo()
    wait_until_idle(qtbot, window)
    assert landscape.cloud(0).shape == (2, 0)
    assert "starts" not in window.parts.status.outcome.text()


def test_that_companions_are_painted_in_the_colour_of_their_run(
    qtbot: QtBot, window: MainWindow
) -> None:
    lonely = Experiment(RUNS and ObjectiveChoice("ill-conditioned", (-4.0, -1.0)), RUNS[:1])
    crowd = replace(lonely, starts=Starts("grid", 400, 0.9))
    shares = []
    for experiment in (lonely, crowd):
        window.session.edit(experiment)
        wait_until_idle(qtbot, window)
        window.presenter.playback.to_start()
        picture = window.parts.landscape.grab().toImage()
        colour = window.parts.landscape._styles[0].colour
        wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        pixels = np.array(picture.constBits()).reshape(picture.height(), -1, 4)[..., 2::-1]
        near = (np.abs(pixels.astype(int) - wanted) < 45).all(-1)
        shares.append(int(near.sum()))
    assert shares[1] > shares[0] + 400


def test_that_what_cannot_fit_is_a_sentence_and_the_runs_are_computed(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulation.engine.companions.MEMORY_BUDGET", 100)
    window.session.edit(replace(BOWL, steps=30, starts=Starts()))
    wait_until_idle(qtbot, window)
    assert "do not fit into memory" in window.parts.message_bar.text
    assert window.presenter._frame.done


def test_that_the_steps_in_view_are_exported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.edit(replace(BOWL, steps=100))
    wait_until_idle(qtbot, window)
    assert window.parts.curves.steps_in_view() == range(101)
    window.parts.curves._plot.setXRange(19.5, 30.2, padding=0)
    assert window.parts.curves.steps_in_view() == range(20, 31)
    asked = []
    monkeypatch.setattr(
        window.documents, "ask_save", lambda *a: asked.append(a) or tmp_path / "o.csv"
    )
    with qtbot.waitSignal(window.presenter.controller.exported):
        window.actions_by_id["export_steps"].trigger()
    assert asked[0][:2] == ("Export steps 20 to 30", "steps-20-30.csv")
    with (tmp_path / "o.csv").open(newline="") as file:
        steps = [int(row["step"]) for row in csv.DictReader(file)]
    assert steps == [*range(20, 31)] * 3


def test_that_steps_in_view_are_those_of_a_logarithmic_axis_too(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.edit(replace(BOWL, steps=1000))
    wait_until_idle(qtbot, window)
    curves = window.parts.curves
    curves._bar._log_x.setChecked(True)
    assert curves.steps_in_view() == range(1, 1001)
    curves._plot.setXRange(1.0, 2.0, padding=0)
    assert curves.steps_in_view() == range(10, 101)
