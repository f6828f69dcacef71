from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from gui.theme import DARK, run_style
from gui.views.curves import CurvesView
from gui.views.known import Known, ensemble, known_of
from gui.views.quantities import for_axis
from gui.views.thinning import envelope
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run


def descent(rate, enabled=True):
    return Run("gradient-descent", {"learning_rate": rate}, f"rate {rate}", enabled=enabled)


def shown(qtbot, experiment):
    """A view of an experiment that is not computed yet, and its runner."""
    runner = Runner(experiment)
    view = CurvesView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    styles = [run_style(i, run.title, visible=run.enabled) for i, run in enumerate(experiment.runs)]
    view.set_runs(styles, [ensemble(run) for run in experiment.runs])
    view.set_history(runner.history, replace(known_of(experiment, None), minimum=0.0))
    view.show()
    qtbot.waitExposed(view)
    return view, runner


def view_of(qtbot, *runs, steps=20):
    return shown(qtbot, Experiment(ObjectiveChoice("ill-conditioned"), runs, steps=steps))


def place_of(view, x, y=None):
    """Where a point of the axes is in the viewport."""
    middle = sum(view._view_box.viewRange()[1]) / 2
    point = QPointF(x, middle if y is None else y)
    return view._plot.mapFromScene(view._view_box.mapViewToScene(point))


def painted(view, run):
    line = view._strokes.lines[run]
    return line.x, line.y


def tick(qtbot, box):
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def offered(view):
    return [view._bar._combo.itemText(i) for i in range(view._bar._combo.count())]


def test_that_loss_is_shown_first_on_a_log_axis(qtbot):
    view, runner = view_of(qtbot, descent(0.4), descent(0.1, enabled=False))
    record = runner.run().records[0]
    view.refresh()
    x, y = painted(view, 0)
    np.testing.assert_array_equal(x, np.arange(21))
    np.testing.assert_allclose(10.0**y, record.losses)
    assert len(view.values_at_cursor()) == 1


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("gap", lambda record: record.losses),
        ("gradient-norm", lambda record: np.hypot(*record.gradients)),
        ("x1", lambda record: record.positions[1]),
    ],
)
def test_that_the_chosen_quantity_is_read_at_the_cursor(qtbot, quantity, expected):
    view, runner = view_of(qtbot, descent(0.4))
    record = runner.run().records[0]
    view.refresh()
    view.choose(quantity)
    view.set_cursor(4)
    assert view.values_at_cursor() == [pytest.approx(expected(record)[4])]
    assert view._overlay.legend[0].text.endswith(f"{expected(record)[4]:.4g}")


def test_that_coordinates_have_a_linear_axis_until_asked_otherwise(qtbot):
    view, runner = view_of(qtbot, descent(0.4))
    record = runner.run().records[0]
    view.refresh()
    view.choose("x1")
    np.testing.assert_allclose(painted(view, 0)[1], record.positions[1])
    tick(qtbot, view._bar._log_y)
    assert view._bar.log_y
    assert np.isnan(painted(view, 0)[1][record.positions[1] <= 0]).all()
    view.choose("loss")
    view.choose("x1")
    assert view._bar.log_y


def test_that_the_chosen_quantity_survives_another_computation(qtbot):
    view, runner = view_of(qtbot, descent(0.4))
    view.choose("gradient-norm")
    view.set_history(runner.run(), Known(("x1", "x2")))
    assert view._bar._combo.currentText() == "gradient norm"
    assert "gap to the minimum" not in offered(view)


@pytest.mark.parametrize("log", [True, False])
def test_that_a_diverging_run_is_in_view_as_long_as_it_is_finite(qtbot, log):
    view, runner = view_of(qtbot, descent(10.0), descent(0.1), steps=300)
    losses = runner.run().records[0].losses
    view._bar.wish("loss", "y", log)
    view.fit()
    finite = np.isfinite(losses)
    assert not finite.all()
    _, y = painted(view, 0)
    np.testing.assert_array_equal(np.isfinite(y), finite)
    low, high = view._view_box.viewRange()[1]
    assert low < np.nanmin(y)
    assert np.nanmax(y) < high < np.inf
    view.set_cursor(300)
    view.grab()


def test_that_pressing_and_dragging_chooses_a_computed_step(qtbot):
    view, runner = view_of(qtbot, descent(0.4))
    runner.run()
    view.refresh()
    chosen = []
    view.step_chosen.connect(chosen.append)

    viewport = view._plot.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place_of(view, 7.2))
    qtbot.mouseMove(viewport, place_of(view, 12.0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place_of(view, 12.0))
    assert chosen[0] == 7
    assert set(chosen[1:]) <= {12}


def test_that_a_zoomed_view_stays_while_rows_arrive(qtbot):
    view, runner = view_of(qtbot, descent(0.4))
    view._plot.setXRange(2, 5, padding=0)
    view._view_box.sigRangeChangedManually.emit([True, True])
    runner.run()
    view.refresh()
    assert view._view_box.viewRange()[0] == pytest.approx([2, 5])
    assert len(painted(view, 0)[0]) < 21
    view.fit()
    assert len(painted(view, 0)[0]) == 21


def test_that_the_theme_colours_the_background(qtbot):
    view, _ = view_of(qtbot, descent(0.4))
    view.set_theme(DARK)
    assert view._plot.backgroundBrush().color().name() == DARK.background


def test_that_thinning_keeps_every_spike_and_every_gap():
    x, y = np.arange(10_000), np.zeros(10_000)
    y[1234], y[4321], y[6000:7000] = 5.0, -5.0, np.nan
    thin_x, thin_y = envelope(x, y, 500)
    assert len(thin_x) <= 1000
    assert np.nanmax(thin_y) == 5.0
    assert np.nanmin(thin_y) == -5.0
    assert np.isnan(thin_y[(thin_x >= 6000) & (thin_x < 7000)]).all()
    assert (np.diff(thin_x) >= 0).all()


def test_that_short_curves_are_not_thinned():
    x = np.arange(100)
    assert envelope(x, x, 800)[0] is x


def test_that_only_what_has_a_place_on_the_axis_is_painted():
    values = np.array([100.0, 0.0, -1.0, np.inf, np.nan])
    np.testing.assert_array_equal(for_axis(values, log=True), [2.0] + [np.nan] * 4)
    np.testing.assert_array_equal(for_axis(values, log=False), [100.0, 0.0, -1.0, np.nan, np.nan])
