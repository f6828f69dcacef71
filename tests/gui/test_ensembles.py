"""Runs that differ in their noise alone are shown as a median and a band."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt

from gui.theme import run_style
from gui.views.curves import CurvesView
from gui.views.known import ensemble, known_of
from gui.views.lines import quantiles
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise

MOMENTUM = Run("momentum", {"learning_rate": 0.4, "momentum": 0.5}, "heavy ball")
DESCENT = Run("gradient-descent", {"learning_rate": 0.1}, "descent")


def view_of(qtbot, *runs, objective="ill-conditioned", steps=20, **settings):
    """A view of a computed experiment, and its records."""
    experiment = Experiment(ObjectiveChoice(objective), runs, steps=steps, **settings)
    history = Runner(experiment).run()
    view = CurvesView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    styles = [run_style(i, run.title, visible=run.enabled) for i, run in enumerate(experiment.runs)]
    view.set_runs(styles, [ensemble(run) for run in experiment.runs])
    view.set_history(history, replace(known_of(experiment, None), minimum=0.0))
    view.show()
    qtbot.waitExposed(view)
    return view, history.records


def painted(view, curve=0):
    line = view._strokes.lines[curve]
    return line.x, line.y


def tick(qtbot, box):
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def noisy(count, **settings):
    run = Run("gradient-descent", {"learning_rate": 0.1}, "noisy")
    return {"runs": (run,) * count, "noise": Noise(sigma=0.5, shared=False), **settings}


def test_that_runs_of_one_label_become_a_median_and_a_band(qtbot):
    settings = noisy(11)
    view, records = view_of(qtbot, *settings.pop("runs"), DESCENT, **settings)
    assert view._bar._band.isVisible()
    assert len(view.values_at_cursor()) == 12
    view.choose("x0")
    tick(qtbot, view._bar._band)
    of_runs = np.stack([record.positions[0] for record in records[:11]])
    np.testing.assert_allclose(painted(view, 0)[1], np.median(of_runs, axis=0))
    np.testing.assert_array_equal(painted(view, 1)[1], records[11].positions[0])
    low, high = view._shapes[0].band
    np.testing.assert_allclose([low, high], np.quantile(of_runs, [0.1, 0.9], axis=0))
    view.set_cursor(20)
    assert view._overlay.legend[0].text.startswith("noisy, median of 11   ")
    box = view._strokes.bands[0].outline.boundingRect()
    assert box.left() == 0
    assert box.right() == 20
    tick(qtbot, view._bar._band)
    assert not view._strokes.bands


def test_that_no_band_is_offered_for_runs_that_differ(qtbot):
    view, _ = view_of(qtbot, DESCENT, MOMENTUM)
    assert not view._bar._band.isVisible()


def test_that_unlabelled_runs_are_an_ensemble_only_if_all_their_numbers_are_equal():
    plain = Experiment(runs=(Run("adam"), Run("adam"), Run("adam", {"amsgrad": True}))).runs
    assert ensemble(plain[0]) == ensemble(replace(plain[1], colour="#123456"))
    assert ensemble(plain[0]) != ensemble(plain[2])


def test_that_a_diverged_run_stays_in_its_ensemble_as_infinite():
    values = np.array([[1.0, 1.0, 2.0], [2.0, np.nan, np.inf], [3.0, np.inf, np.nan]])
    low, middle, high = quantiles(values, (0.0, 0.5, 1.0))
    np.testing.assert_array_equal(low, [1, 1, 2])
    np.testing.assert_array_equal(middle, [2, np.inf, np.inf])
    np.testing.assert_array_equal(high, [3, np.inf, np.inf])
    # A finite value is not lost to the infinite one beside it.
    np.testing.assert_array_equal(quantiles(np.array([[1.0], [2.0], [np.inf]]), (0.5,)), [[2.0]])


def test_that_a_band_with_a_gap_is_painted_in_two_pieces(qtbot):
    settings = noisy(3)
    view, _ = view_of(qtbot, *settings.pop("runs"), **settings)
    tick(qtbot, view._bar._band)
    shape = view._shapes[0]
    shape.band[1][8:12] = np.nan
    view._strokes.draw([shape])
    pieces = view._strokes.bands[0].outline.toSubpathPolygons()
    assert [piece.boundingRect().right() for piece in pieces] == [7, 20]
