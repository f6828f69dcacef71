"""Curves beyond the loss: other quantities, steps on a log axis, what the mouse reads."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from gui.theme import DARK, run_style
from gui.views.axes import StepAxis
from gui.views.curves import CurvesView
from gui.views.known import ensemble, known_of
from gui.views.references import Reference
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.schedules import Schedule

MOMENTUM = Run("momentum", {"learning_rate": 0.4, "momentum": 0.5}, "heavy ball")
SCHEDULED = replace(MOMENTUM, schedules={"learning_rate": Schedule("exponential", {"factor": 0.9})})
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


def offered(view):
    return [view._bar._combo.itemText(i) for i in range(view._bar._combo.count())]


def tick(qtbot, box):
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def hover(qtbot, view, x, y):
    scene = view._view_box.mapViewToScene(QPointF(x, y))
    qtbot.mouseMove(view._plot.viewport(), view._plot.mapFromScene(scene))


def test_that_everything_that_can_be_plotted_is_offered(qtbot):
    view, _ = view_of(qtbot, MOMENTUM, DESCENT)
    assert offered(view) == [
        "loss",
        "gap to the minimum",
        "gradient norm",
        "distance to the nearest minimum",
        "displacement",
        "learning rate",
        "momentum",
        "all coordinates of heavy ball",
        "x1",
        "x2",
    ]


def test_that_displacement_is_the_length_of_each_step(qtbot):
    view, (record,) = view_of(qtbot, DESCENT)
    view.choose("displacement")
    expected = np.linalg.norm(record.positions[:, 1:] - record.positions[:, :-1], axis=0)
    x, y = painted(view)
    np.testing.assert_array_equal(x, np.arange(21))
    np.testing.assert_allclose(10 ** y[1:], expected)
    view.set_cursor(0)
    assert view.values_at_cursor() == [0.0]


def test_that_no_displacement_is_offered_where_steps_are_left_out():
    from gui.views.known import Known
    from gui.views.quantities import choices

    ids = [choice.id for choice in choices(Known(("x",)), stride=2)]
    assert "loss" in ids
    assert "displacement" not in ids


def test_that_the_distance_is_to_the_nearest_of_several_minima(qtbot):
    far = ObjectiveChoice("himmelblau").build().minima
    view, (record,) = view_of(
        qtbot, Run("gradient-descent", {"learning_rate": 0.01}), objective="himmelblau", steps=200
    )
    view.choose("distance")
    view.set_cursor(0)
    start = record.positions[:, 0]
    nearest = min(np.linalg.norm(start - minimum.position) for minimum in far)
    assert view.values_at_cursor() == [pytest.approx(nearest)]
    view.set_cursor(200)
    assert view.values_at_cursor()[0] < 1e-6


def test_that_a_scheduled_learning_rate_is_the_one_in_force(qtbot):
    view, _ = view_of(qtbot, SCHEDULED, DESCENT)
    view.choose("learning_rate")
    np.testing.assert_allclose(painted(view, 0)[1], 0.4 * 0.9 ** np.arange(21))
    np.testing.assert_allclose(painted(view, 1)[1], 0.1)
    view.choose("momentum")
    view.set_cursor(3)
    assert view.values_at_cursor() == [0.5]  # gradient descent has none


def test_that_other_hyperparameters_are_offered_once_a_schedule_moves_them():
    cosine = Schedule("cosine", {"steps": 20})
    adam = Run("adam", {"learning_rate": 0.1}, schedules={"beta1": cosine})
    assert "beta1" not in known_of(Experiment(runs=(Run("adam"),)), None).hyperparameters
    known = known_of(Experiment(runs=(adam, DESCENT)), None)
    assert set(known.hyperparameters["beta1"]) == {0}


def test_that_all_coordinates_are_those_of_the_selected_run(qtbot):
    view, records = view_of(qtbot, DESCENT, MOMENTUM)
    view.choose("coordinates")
    view.set_selected(1)
    for index in range(2):
        np.testing.assert_array_equal(painted(view, index)[1], records[1].positions[index])
    assert "all coordinates of heavy ball" in offered(view)
    view.set_cursor(5)
    texts = [entry.text for entry in view._overlay.legend]
    assert texts == [
        f"{name}   {value:.4g}"
        for name, value in zip(("x1", "x2"), records[1].positions[:, 5], strict=True)
    ]
    looks = [(entry.style.line, entry.style.colour) for entry in view._overlay.legend]
    assert looks[0][0] != looks[1][0]
    assert looks[0][1] != looks[1][1]


def test_that_another_run_is_shown_when_the_selected_one_is_gone(qtbot):
    view, records = view_of(qtbot, DESCENT, MOMENTUM)
    view.choose("coordinates")
    view.set_selected(1)
    view.set_runs([run_style(0, "descent"), run_style(1, "heavy ball", visible=False)])
    np.testing.assert_array_equal(painted(view)[1], records[0].positions[0])
    view.set_runs([run_style(0, "", visible=False)] * 2 + [run_style(2, "not computed yet")])
    assert not view._strokes.lines


def test_that_log_steps_start_at_step_1_and_are_remembered_for_each_quantity(qtbot):
    view, (record,) = view_of(qtbot, DESCENT)
    tick(qtbot, view._bar._log_x)
    x, y = painted(view)
    np.testing.assert_allclose(10**x, np.arange(1, 21))
    np.testing.assert_allclose(10**y, record.losses[1:])
    view.choose("x1")
    assert not view._bar.log_x
    np.testing.assert_array_equal(painted(view)[0], np.arange(21))
    view.choose("loss")
    assert view._bar.log_x


def test_that_the_cursor_keeps_its_place_on_log_steps(qtbot):
    view, _ = view_of(qtbot, DESCENT)
    tick(qtbot, view._bar._log_x)
    view.set_cursor(10)
    assert view._line.isVisible()
    assert view._line.value() == pytest.approx(1.0)
    view.set_cursor(0)  # is infinitely far to the left
    assert not view._line.isVisible()
    assert not view._strokes.dots.places
    view.grab()


def test_that_pressing_on_log_steps_chooses_the_step_under_the_mouse(qtbot):
    view, _ = view_of(qtbot, DESCENT)
    tick(qtbot, view._bar._log_x)
    middle = sum(view._view_box.viewRange()[1]) / 2
    scene = view._view_box.mapViewToScene(QPointF(np.log10(8), middle))
    place = view._plot.mapFromScene(scene)
    with qtbot.waitSignal(view.step_chosen) as chosen:
        qtbot.mousePress(view._plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(view._plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [8]


@pytest.mark.parametrize("steps", [2, 20, 10_000, 10_000_000])
def test_that_log_steps_have_a_few_whole_ticks(qtbot, steps):
    axis = StepAxis("bottom")
    axis.setLogMode(x=True)
    ((_, ticks),) = axis.tickValues(-0.1, np.log10(steps), 500)
    assert 2 <= len(ticks) <= 12
    assert ticks[0] == 0
    np.testing.assert_allclose(10 ** np.array(ticks), np.round(10 ** np.array(ticks)))
    assert axis.tickStrings([4.0, 5.0], 1, 1) == ["10000", "10⁵"]


def test_that_the_mouse_reads_step_and_value(qtbot):
    view, _ = view_of(qtbot, DESCENT)
    height = sum(view._view_box.viewRange()[1]) / 2
    hover(qtbot, view, 7.2, height)
    step, value = view._overlay.readout.removeprefix("step ").split(": ")
    assert step == "7"
    assert float(value) == pytest.approx(10**height, rel=0.1)
    view.choose("x1")
    hover(qtbot, view, 3.0, -1.0)
    step, value = view._overlay.readout.removeprefix("step ").split(": ")
    assert step == "3"
    assert float(value) == pytest.approx(-1.0, rel=0.05)
    QApplication.sendEvent(view._plot.viewport(), QEvent(QEvent.Type.Leave))
    assert view._overlay.readout == ""


def test_that_colours_of_coordinates_follow_the_theme(qtbot):
    view, _ = view_of(qtbot, DESCENT)
    view.choose("coordinates")
    light = [entry.style.colour for entry in view._overlay.legend]
    view.set_theme(DARK)
    dark = [entry.style.colour for entry in view._overlay.legend]
    assert light[0] == dark[0]
    assert light[1] != dark[1]


def test_that_rows_that_arrive_later_reach_every_kind_of_curve(qtbot):
    experiment = Experiment(runs=(SCHEDULED, SCHEDULED), steps=20)
    runner = Runner(experiment)
    view = CurvesView()
    qtbot.addWidget(view)
    view.set_runs([run_style(i, run.title) for i, run in enumerate(experiment.runs)])
    view.set_history(runner.history, known_of(experiment, None))
    ids = [choice.id for choice in view._bar._choices]
    runner.run()
    for choice in ids:
        view.choose(choice)
        view.refresh()
        view.set_cursor(20)
        assert np.isfinite(view.values_at_cursor()).all(), choice


def test_that_a_run_that_is_not_computed_has_no_curve(qtbot):
    view, _ = view_of(qtbot, replace(DESCENT, enabled=False), MOMENTUM)
    for choice in [choice.id for choice in view._bar._choices]:
        view.choose(choice)
        assert {line.run for line in view._lines} == {1}


def test_that_values_without_a_place_on_the_axis_are_left_out(qtbot):
    still = Run("gradient-descent", {"learning_rate": 0.0})
    view, _ = view_of(qtbot, still)
    view.choose("displacement")  # 0 throughout, on a logarithmic axis
    assert view._bar.log_y
    view.set_references([Reference(0, 3, "displacement", 0.0, "0")])
    assert np.isnan(painted(view)[1]).all()
    view.set_cursor(3)
    view.grab()


def test_that_a_first_row_alone_has_no_place_on_log_steps(qtbot):
    view, (record,) = view_of(qtbot, DESCENT)
    tick(qtbot, view._bar._log_x)
    record.publish(1)
    view.refresh()
    assert not len(painted(view)[0])
    view.grab()
