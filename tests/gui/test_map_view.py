"""The map in the window: measured cells, theory over them, runs out of them."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from gui.settings import Settings
from gui.studies.map import MapStudy
from gui.views.map.painting import borders, cells_of, place
from gui.window import MainWindow
from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.maps.axes import Axis
from simulation.maps.computation import MapComputation
from simulation.maps.metrics import METRICS
from simulation.maps.results import MapResults
from simulation.maps.specification import Map


@pytest.fixture
def window(qtbot, tmp_path):
    made = MainWindow(Settings(tmp_path / "settings.ini"), backups=tmp_path / "backups")
    # Nothing is unsaved then: closing asks no question.
    qtbot.addWidget(made, before_close_func=lambda w: w.session.open_preset("gd-0.4"))
    made.resize(1280, 800)
    made.show()
    made.presenter.start()
    made.session.open_preset("momentum-0.6-0.5")
    made.parts.show_view("map")
    choose(made, qtbot, resolution=32)
    return made


def study(window) -> MapStudy:
    return window.pages.study("map")


def settle(window, qtbot):
    qtbot.waitUntil(lambda: len(study(window)._jobs) > 0)
    qtbot.waitUntil(lambda: not study(window)._later.isActive())  # edits rest before they count
    qtbot.waitUntil(lambda: not study(window)._jobs.running)
    qtbot.waitUntil(lambda: not study(window)._poll.isActive())


def choose(window, qtbot, **changes):
    qtbot.waitUntil(lambda: study(window)._bar.choice is not None)
    bar = study(window)._bar
    bar.set_choice(replace(bar.choice, **changes))
    bar.changed.emit(bar.choice)
    settle(window, qtbot)


def job(window, pane=0):
    return study(window)._jobs[pane]


def on_screen(pane, row, column):
    """Middle of a cell in pixels of the plot's viewport."""
    x, y = pane._axes
    rect = pane._rect()
    point = QPointF(
        rect.left() + (column + 0.5) * rect.width() / x.count,
        rect.top() + (row + 0.5) * rect.height() / y.count,
    )
    return pane.plot.mapFromScene(pane.plot.getViewBox().mapViewToScene(point))


def test_that_each_cell_shows_what_its_run_gives(window):
    map_, results = job(window).map, job(window).results
    assert results.complete
    for row, column in ((0, 0), (16, 20), (31, 31)):
        record = Runner(map_.at(row, column)).run().records[0]
        loss = record.losses[-1]
        shown = results.columns["final_loss"][row, column]
        assert shown == loss or (np.isinf(shown) and not np.isfinite(loss))


def test_that_a_click_adds_the_cells_run_and_undo_takes_it_back(window, qtbot):
    before = window.session.experiment
    pane = study(window).page.panes[0]
    place_ = on_screen(pane, 10, 20)
    qtbot.mouseClick(pane.plot.viewport(), Qt.MouseButton.LeftButton, pos=place_)
    added = window.session.experiment.runs[-1]
    map_ = job(window).map
    assert len(window.session.experiment.runs) == len(before.runs) + 1
    assert added.hyperparameters["learning_rate"] == map_.x_values[20]
    assert added.hyperparameters["momentum"] == map_.y_values[10]
    window.session.undo()
    assert window.session.experiment == before


def test_that_another_metric_computes_nothing(window, qtbot):
    before = job(window)
    choose(window, qtbot, metric="outcome")
    assert job(window) is before


def test_that_moving_the_run_along_the_axes_moves_its_dot_and_computes_nothing(window, qtbot):
    before = job(window)
    pane = study(window).page.panes[0]
    experiment = window.session.experiment
    run = experiment.runs[0]
    moved = replace(run, hyperparameters={**run.hyperparameters, "learning_rate": 0.01})
    window.session.edit(experiment.with_run(0, moved))
    settle(window, qtbot)
    assert job(window) is before
    x = pane._dots.getData()[0]
    assert x[0] == pytest.approx(-2.0)


def test_that_a_change_of_the_objectives_start_computes_the_map_anew(window, qtbot):
    before = job(window)
    experiment = window.session.experiment
    choice = replace(experiment.objective, start=(-1.0, 1.0))
    window.session.edit(replace(experiment, objective=choice))
    settle(window, qtbot)
    assert job(window) is not before


def test_that_zooming_computes_the_visible_range_at_full_depth(window, qtbot):
    pane = study(window).page.panes[0]
    before = job(window).map
    viewport = pane.plot.viewport()
    at = QPointF(viewport.rect().center())
    wheel = QWheelEvent(
        at,
        viewport.mapToGlobal(at),
        QPoint(),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, wheel)
    qtbot.waitUntil(lambda: job(window).map.x != before.x)
    settle(window, qtbot)
    after = job(window).map
    assert after.x.count == before.x.count
    assert before.x.low < after.x.low < after.x.high < before.x.high
    assert pane._cells.old is not None  # what was there stays beneath
    study(window)._bar.whole_wanted.emit()
    settle(window, qtbot)
    assert job(window).map.x == before.x


def test_that_the_theoretical_boundary_parts_what_diverges_from_what_does_not(window, qtbot):
    choose(window, qtbot, metric="outcome", resolution=64)
    pane = study(window).page.panes[0]
    qtbot.waitUntil(lambda: np.size(pane.theory.boundary[0]) > 1)
    map_, results = job(window).map, job(window).results
    # 0 < ηλ < 2 + 2β with the largest curvature of the ravine, 4.
    cell = (np.log10(map_.x.high) - np.log10(map_.x.low)) / (map_.x.count - 1)
    x, y = pane.theory.boundary
    inside = np.isfinite(x) & (y > 0.05) & (y < 0.9)
    np.testing.assert_allclose(x[inside], np.log10((2 + 2 * y[inside]) / 4), atol=cell)
    rates = results.columns["rate"]
    row = 32
    stable = (2 + 2 * map_.y_values[row]) / 4
    beyond = map_.x_values > stable * 10**cell
    known = np.isfinite(rates[row])
    assert (rates[row][beyond & known] > 1).all()


def test_that_the_cell_under_the_mouse_is_told_and_its_path_previewed(window, qtbot):
    view = study(window).page
    pane = view.panes[0]
    qtbot.mouseMove(pane.plot.viewport(), pos=on_screen(pane, 5, 6))
    text = f"{job(window).map.x_values[6]:.6g}"
    qtbot.waitUntil(lambda: text in view._readout.text())
    qtbot.waitUntil(lambda: view.preview._curve.xData is not None)


def test_that_maps_side_by_side_share_their_colours_and_move_together(window, qtbot):
    window.session.open_preset("ravine")
    choose(window, qtbot, x="runs.0.learning_rate", y="objective.start.0", side_by_side=True)
    assert len(study(window).page.panes) == len(window.session.experiment.runs)
    first, second = study(window).page.panes[:2]
    first.show_range((-2.0, -1.0), (-3.0, 0.0))
    first.moved.emit(((-2.0, -1.0), (-3.0, 0.0)))
    np.testing.assert_allclose(second._box.viewRange()[1], (-3.0, 0.0))


def test_that_closing_the_window_while_a_map_is_computed_leaves_nothing_running(window, qtbot):
    bar = study(window)._bar
    bar.set_choice(replace(bar.choice, resolution=2048))
    bar.changed.emit(bar.choice)
    qtbot.waitUntil(lambda: job(window).map.x.count == 2048)
    computation = job(window).computation
    window.session.open_preset("gd-0.4")
    window.close()
    assert not computation.running


def test_that_cells_that_are_not_known_yet_are_not_painted(window):
    cells = cells_of(job(window).results, METRICS["final_loss"])
    partly = replace(cells, known=np.zeros_like(cells.known))
    image = partly.painted(cells.colouring)
    assert (image[..., 3] == 0).all()
    assert (cells.painted(cells.colouring)[..., 3] == 255).all()


def test_that_a_logarithmic_axis_is_drawn_by_its_logarithm():
    axis = Axis("runs.0.learning_rate", 0.01, 1.0, 3, "log")
    assert place(axis, 0.1) == pytest.approx(-1.0)
    assert borders(axis) == pytest.approx((-2.5, 0.5))


def test_that_arrow_keys_point_at_cells_and_return_adds_one(window, qtbot):
    pane = study(window).page.panes[0]
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    assert pane._cell == (16, 16)
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    qtbot.keyClick(pane, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert pane._cell == (18, 17)
    rate = job(window).map.x_values[17]
    assert f"{rate:.6g}" in pane.accessibleDescription()
    before = len(window.session.experiment.runs)
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    runs = window.session.experiment.runs
    assert len(runs) == before + 1
    assert runs[-1].hyperparameters["learning_rate"] == rate
    assert str(len(runs)) in window.parts.message_bar.text


def test_that_plus_and_minus_zoom_and_the_view_stays_near_the_range(window, qtbot):
    pane = study(window).page.panes[0]
    home = job(window).map.x
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: job(window).map.x.high < home.high)
    settle(window, qtbot)
    for _ in range(12):
        qtbot.keyClick(pane, Qt.Key.Key_Minus)
    settle(window, qtbot)
    (left, right), _ = pane.plot.getViewBox().viewRange()
    width = borders(home)[1] - borders(home)[0]
    assert right - left <= 2 * width * (1 + 1e-9)
    assert job(window).computation.finished


def test_that_axes_are_the_usual_ones_until_the_user_chooses(window, qtbot):
    bar = study(window)._bar
    assert bar.choice.x == "runs.0.learning_rate"
    choose(window, qtbot, x="objective.start.0", y="objective.start.1")
    window.session.open_preset("gd-0.4")  # has no momentum, but a start
    settle(window, qtbot)
    assert (bar.choice.x, bar.choice.y) == ("objective.start.0", "objective.start.1")


def test_that_another_optimizers_usual_axes_come_by_themselves(window, qtbot):
    bar = study(window)._bar
    bar._wished = None
    window.session.open_preset("gd-0.4")
    settle(window, qtbot)
    assert bar.choice.y == "objective.start.0"
    window.session.open_preset("momentum-0.6-0.5")
    settle(window, qtbot)
    assert bar.choice.y == "runs.0.momentum"


def test_that_metrics_that_need_an_unknown_minimum_cannot_be_chosen(window, qtbot):
    bar = study(window)._bar
    bar.set_known(["final_loss", "outcome"])
    model = bar._metric.model()
    states = {
        bar._metric.itemData(i): model.item(i).isEnabled() for i in range(bar._metric.count())
    }
    assert {name for name, enabled in states.items() if enabled} == {"final_loss", "outcome"}
    assert set(states) == set(METRICS)


def test_that_a_map_without_its_data_says_so_in_its_place(window, qtbot, monkeypatch, tmp_path):
    problem = InputError("MOMENTUM_LAB_DATA", "names no folder")

    def missing(*_):
        raise problem

    monkeypatch.setattr("simulation.maps.computation.MapWorker", missing)
    choose(window, qtbot, resolution=64)
    view = study(window).page
    assert view._pages.currentWidget() is view._problem
    assert "names no folder" in view._problem.text()
    monkeypatch.undo()
    choose(window, qtbot, resolution=32)
    assert view._pages.currentWidget() is view._row
    assert job(window).results.complete


def test_that_the_page_says_what_the_lines_of_theory_mean(window, qtbot):
    view = study(window).page
    qtbot.waitUntil(lambda: bool(view._theory.text))
    assert "stability" in view._theory.text
    assert "0.9" in view._theory.text
    choose(window, qtbot, theory=False)
    assert view._theory.text == ""


def test_that_plots_side_by_side_are_equally_wide(window, qtbot):
    window.session.open_preset("ravine")
    choose(window, qtbot, x="runs.0.learning_rate", y="objective.start.0", side_by_side=True)

    def are_equal() -> bool:
        widths = [pane._box.width() for pane in study(window).page.panes]
        return len(widths) == 3 and max(widths) - min(widths) <= 3

    qtbot.waitUntil(are_equal)
    titles = [pane.title.style_shown.label for pane in study(window).page.panes]
    assert titles == [run.title for run in window.session.experiment.runs]


def test_that_a_large_map_is_first_seen_by_its_coarse_cells(window):
    map_ = job(window).map
    fine = Map(
        map_.experiment, replace(map_.x, count=256), replace(map_.y, count=256), run=map_.run
    )
    results = MapResults(fine.shape)
    assert results.stride == 8
    whole = MapComputation(replace(fine, x=replace(fine.x, count=32))).run()  # any values do
    coarse = np.add.outer(np.arange(0, 256, 8) * 256, np.arange(0, 256, 8)).ravel()
    results.put(coarse, {name: c.reshape(-1)[: len(coarse)] for name, c in whole.columns.items()})
    assert results.stride == 4
    cells = cells_of(results, METRICS["final_loss"])
    assert cells.known.shape == (64, 64)
    assert cells.known.all()
    first = results.columns["final_loss"][0, 0]
    assert (cells.columns["final_loss"][:2, :2] == first).all()


def test_that_stopping_keeps_what_is_known_and_ends_all_threads(window, qtbot):
    bar = study(window)._bar
    bar.set_choice(replace(bar.choice, resolution=2048))
    bar.changed.emit(bar.choice)
    qtbot.waitUntil(lambda: job(window).computation.cells_done > 0)
    study(window).page.stop_wanted.emit()
    computation = job(window).computation
    assert computation.join(60)
    qtbot.waitUntil(lambda: not study(window)._poll.isActive())
    assert 0 < computation.cells_done < 2048**2
    assert not study(window).page._stop.isVisible()


def test_that_the_minimum_of_a_cell_is_told_by_its_place(window, qtbot):
    window.session.open_preset("four-minima")
    choose(window, qtbot, x="objective.start.0", y="objective.start.1", metric="basin")
    view, results = study(window).page, job(window).results
    row, column = np.argwhere(results.columns["basin"] == 0)[0]
    view.panes[0].point_at((int(row), int(column)))
    assert "(3, 2)" in view._readout.text()  # Himmelblau's first minimum
