from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.frames import WINDOW_BANDS
from gui.theme import DARK, LIGHT, run_style
from gui.views.clipping import clip_polyline
from gui.views.colours import band_table
from gui.views.landscape import LandscapeView
from gui.worker.landscape import draw_landscape
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run

BOX = (-1.0, -1.0, 1.0, 1.0)


def descent(rate, enabled=True):
    return Run("gradient-descent", {"learning_rate": rate}, f"rate {rate}", enabled=enabled)


def view_of(qtbot, experiment):
    """A view that shows all of an experiment, and its runner, which has not stepped yet."""
    runner = Runner(experiment)
    view = LandscapeView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.set_runs([run_style(i, run.title) for i, run in enumerate(experiment.runs)])
    view.set_start(experiment.start)
    positions = [record.positions for record in runner.history.records]
    view.set_landscape(draw_landscape(1, runner.objective, positions, experiment.start))
    view.set_history(runner.history)
    view.show()
    qtbot.waitExposed(view)
    return view, runner


RAVINE = Experiment(
    ObjectiveChoice("ill-conditioned"), (descent(0.4), descent(0.1, enabled=False), descent(0.2))
)


def test_that_there_are_no_axes_before_there_is_a_landscape(qtbot):
    """The first second of the window, in which torch is loaded, once showed 0.1 to 0.9."""
    empty = LandscapeView()
    qtbot.addWidget(empty)
    assert empty._plot.getPlotItem().opacity() == 0
    view, _ = view_of(qtbot, RAVINE)
    assert view._plot.getPlotItem().opacity() == 1


def test_that_balls_and_trails_follow_the_cursor_both_ways(qtbot):
    view, runner = view_of(qtbot, RAVINE)
    records = runner.run().records
    for step in (7, 20, 3):
        view.set_cursor(step)
        balls = view.ball_positions()
        assert set(balls) == {0, 2}
        assert balls[2] == pytest.approx(tuple(records[2].positions[:, step]))
        np.testing.assert_allclose(view.trail(2), records[2].positions[:, : step + 1])
    assert view.trail(1).shape == (2, 0)


def test_that_rows_are_shown_as_they_are_recorded(qtbot):
    view, runner = view_of(qtbot, RAVINE)
    view.set_cursor(20)
    assert view.trail(0).shape == (2, 1)
    runner.run()
    view.set_cursor(20)
    assert view.trail(0).shape == (2, 21)


def picture(view):
    view._overlay.set_legend(())
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return pixels[..., :3].astype(int)


def test_that_a_long_trail_looks_the_same_grown_or_drawn_at_once(qtbot):
    run = Run("momentum", {"learning_rate": 0.004, "momentum": 0.99})
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (run,), steps=1500)
    grown, runner = view_of(qtbot, experiment)
    runner.run()
    bare = picture(grown)
    for step in range(0, 1501, 25):
        grown.set_cursor(step)
    once, other = view_of(qtbot, experiment)
    other.run()
    once.set_cursor(1500)
    difference = np.abs(picture(grown) - picture(once)).max(2)
    assert (np.abs(picture(once) - bare).max(2) > 60).sum() > 3000
    assert (difference > 60).sum() < 100
    once.set_cursor(0)
    assert (np.abs(picture(once) - bare).max(2) > 20).sum() == 0


@pytest.mark.parametrize("step", [900, 1500])
def test_that_trails_look_the_same_after_one_of_them_has_changed(qtbot, step):
    slow = Run("momentum", {"learning_rate": 0.004, "momentum": 0.99})
    runs = (slow, Run("momentum", {"learning_rate": 0.002, "momentum": 0.99}))
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), runs, steps=1500)
    view, runner = view_of(qtbot, experiment)
    runner.run()
    view.set_cursor(step // 2)
    edited = experiment.with_run(1, Run("momentum", {"learning_rate": 0.006, "momentum": 0.98}))
    later = Runner(edited, {0: runner.pasts()[0]})
    later.run()
    assert later.history.records[0] is runner.history.records[0]
    view.set_history(later.history)
    view.set_cursor(step)
    fresh, other = view_of(qtbot, edited)
    other.run()
    fresh.set_cursor(step)
    assert (np.abs(picture(view) - picture(fresh)).max(2) > 60).sum() < 100


def test_that_a_trail_is_drawn_where_its_points_are(qtbot):
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (descent(0.01),), steps=2000)
    view, runner = view_of(qtbot, experiment)
    bare = picture(view)
    record = runner.run().records[0]
    view.set_cursor(2000)
    changed = np.abs(picture(view) - bare).max(2) > 60
    for step in (20, 60, 150, 400, 900):
        scene = view._view_box.mapViewToScene(QPointF(*record.positions[:, step]))
        at = view._plot.mapFromScene(scene)
        assert changed[at.y() - 1 : at.y() + 2, at.x() - 1 : at.x() + 2].any()


def test_that_hidden_runs_have_no_ball(qtbot):
    view, runner = view_of(qtbot, RAVINE)
    runner.run()
    view.set_runs([run_style(i, "", visible=i != 0) for i in range(3)])
    assert set(view.ball_positions()) == {2}


def test_that_a_ball_on_a_curve_is_at_its_loss(qtbot):
    view, runner = view_of(
        qtbot, Experiment(ObjectiveChoice("four-x-squared"), (descent(0.1),), steps=5)
    )
    losses = runner.run().records[0].losses
    view.set_cursor(2)
    x, loss = view.ball_positions()[0]
    assert loss == losses[2] == pytest.approx(4 * x * x)


@pytest.mark.parametrize(("step", "text"), [(3, "x2 = 1.19e+05"), (60, "x2 = −5.82e+95")])
def test_that_a_ball_out_of_sight_is_marked_with_its_coordinate(qtbot, step, text):
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (descent(10.0),), steps=300)
    view, runner = view_of(qtbot, experiment)
    runner.run()
    view.set_cursor(step)
    assert view.ball_positions() == {}
    assert view.border_marks() == (text,)
    view.grab()


def test_that_a_lost_ball_is_marked_with_the_step_of_its_divergence(qtbot):
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (descent(10.0),), steps=300)
    view, runner = view_of(qtbot, experiment)
    record = runner.run().records[0]
    view.set_cursor(300)
    assert view.border_marks() == (f"diverged at step {record.diverged_at}",)
    assert np.isfinite(view.trail(0)).all()
    view.grab()


def test_that_a_ball_comes_into_sight_when_the_view_is_widened(qtbot):
    view, runner = view_of(qtbot, Experiment(ObjectiveChoice("ill-conditioned"), (descent(0.6),)))
    runner.run()
    view.set_cursor(10)
    assert view.ball_positions() == {}
    view.fit_trajectories()
    assert set(view.ball_positions()) == {0}
    assert view.border_marks() == ()
    view.fit_window()
    assert view.ball_positions() == {}


def mouse(view, kind, at, buttons=Qt.MouseButton.LeftButton):
    """Send a mouse event at a point of the plot's coordinates."""
    plot = view._plot
    scene = plot.getViewBox().mapViewToScene(QPointF(*at))
    position = QPointF(plot.mapFromScene(scene))
    moving = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    modifiers = Qt.KeyboardModifier.NoModifier
    target = plot.viewport()
    globally = QPointF(target.mapToGlobal(position.toPoint()))
    event = QMouseEvent(kind, position, globally, button, buttons, modifiers)
    QApplication.sendEvent(target, event)


def test_that_the_mouse_drags_the_start(qtbot, monkeypatch):
    monkeypatch.setitem(pg.CONFIG_OPTIONS, "mouseRateLimit", -1)
    view, _ = view_of(qtbot, RAVINE)
    moved, dropped = [], []
    view.start_moved.connect(moved.append)
    view.start_dropped.connect(lambda: dropped.append(len(moved)))
    mouse(view, QEvent.Type.MouseMove, (-5.0, -2.0), Qt.MouseButton.NoButton)
    mouse(view, QEvent.Type.MouseButtonPress, (-5.0, -2.0))
    for x in (-4.5, -4.0, -3.0):
        mouse(view, QEvent.Type.MouseMove, (x, -1.0))
    mouse(view, QEvent.Type.MouseButtonRelease, (-3.0, -1.0), Qt.MouseButton.NoButton)
    assert moved[-1] == pytest.approx((-3.0, -1.0), abs=0.02)
    assert dropped == [len(moved)]
    assert view._view_box.viewRange()[0] == pytest.approx([-5.5, 1.0])


def test_that_a_double_click_places_the_start(qtbot):
    experiment = Experiment(ObjectiveChoice("four-x-squared"), (descent(0.1),))
    view, _ = view_of(qtbot, experiment)
    moved = []
    view.start_moved.connect(moved.append)
    at = (-1.0, 20.0)
    with qtbot.waitSignal(view.start_dropped):
        mouse(view, QEvent.Type.MouseButtonPress, at)
        mouse(view, QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.NoButton)
        mouse(view, QEvent.Type.MouseButtonDblClick, at)
        mouse(view, QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.NoButton)
    assert moved == [pytest.approx((-1.0,), abs=0.02)]


def test_that_the_start_in_a_plane_is_lifted_to_all_coordinates(qtbot):
    view, _ = view_of(qtbot, Experiment(ObjectiveChoice("spectrum"), (descent(0.1),)))
    moved = []
    view.start_moved.connect(moved.append)
    centre = view._view_box.rect().center()
    view._drag_start(centre)
    assert len(moved[0]) == 10
    window = np.array(view._landscape.window)
    seen = view._landscape.plane.project(np.array(moved[0])[:, None])[:, 0]
    np.testing.assert_allclose(seen, window.mean(1), rtol=0.02, atol=1e-12)


def test_that_the_readout_names_the_point_under_the_mouse(qtbot):
    view, _ = view_of(qtbot, RAVINE)
    view._hover(view._view_box.mapViewToScene(QPointF(-2.0, -1.0)))
    readout = view._overlay.readout
    assert readout.startswith("x1 = −2")
    assert float(readout.split("≈ ")[1]) == pytest.approx(0.4 + 2.0, rel=0.05)


def test_that_the_readout_goes_with_the_mouse(qtbot):
    """However fast it leaves: pyqtgraph tells only of moves inside."""
    view, _ = view_of(qtbot, RAVINE)
    view._hover(view._view_box.mapViewToScene(QPointF(-2.0, -1.0)))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view._overlay.readout == ""


def test_that_another_theme_repaints_the_bands(qtbot):
    view, _ = view_of(qtbot, RAVINE)
    pictures = []
    for theme in (LIGHT, DARK):
        view.set_theme(theme)
        pictures.append(view.grab().toImage().pixelColor(300, 100).lightness())
    assert pictures[0] > 150 > 120 > pictures[1]


def test_that_band_colours_run_from_the_first_to_the_last_and_stay_there():
    table = band_table(("#000000", "#ff0000"), WINDOW_BANDS + 5)
    assert table[0].tolist() == [0, 0, 0]
    assert table[WINDOW_BANDS - 1].tolist() == table[-1].tolist() == [255, 0, 0]
    assert (np.diff(table[:WINDOW_BANDS, 0].astype(int)) > 0).all()


def test_that_a_line_within_the_box_is_left_alone():
    points = np.array([[0.0, 0.5], [0.0, -1.0]])
    assert clip_polyline(points, BOX) is points


@pytest.mark.parametrize("far", [1e3, 1e300, 1.7e308])
def test_that_a_cut_segment_keeps_its_slope(far):
    clipped = clip_polyline(np.array([[0.0, -far], [0.0, far / 2]]), BOX)
    np.testing.assert_allclose(clipped[:, :2], [[0.0, -1.0], [0.0, 0.5]], atol=1e-12)


def test_that_a_segment_through_the_box_is_cut_at_both_ends():
    clipped = clip_polyline(np.array([[-3.0, 3.0], [-1.5, 1.5]]), BOX)
    np.testing.assert_allclose(clipped[:, :2], [[-1.0, 1.0], [-0.5, 0.5]])


@pytest.mark.parametrize(
    "points",
    [
        [[2.0, 2.0], [-5.0, 5.0]],  # beside, upright
        [[-5.0, 5.0], [1.5, 1.5]],  # above, level
        [[0.0, 3.0], [3.0, 0.0]],  # past a corner
        [[2.0, 2.0], [2.0, 2.0]],  # a point
    ],
)
def test_that_segments_outside_the_box_vanish(points):
    assert clip_polyline(np.array(points), BOX).shape == (2, 0)


def test_that_a_level_segment_along_the_middle_is_kept():
    clipped = clip_polyline(np.array([[-5.0, 5.0], [0.0, 0.0]]), BOX)
    np.testing.assert_allclose(clipped[:, :2], [[-1.0, 1.0], [0.0, 0.0]])


def test_that_clipping_agrees_with_dense_sampling():
    points = np.random.default_rng(0).normal(0, 2, (2, 40))
    clipped = clip_polyline(points, BOX)
    starts, ends = clipped[:, 0::3], clipped[:, 1::3]
    length = np.linalg.norm(ends - starts, axis=0).sum()
    shares = (np.arange(2000) + 0.5) / 2000
    inside = 0.0
    for first, last in zip(points.T[:-1], points.T[1:], strict=True):
        dense = first[:, None] + (last - first)[:, None] * shares
        inside += (np.abs(dense) < 1).all(0).mean() * np.linalg.norm(last - first)
    assert length == pytest.approx(inside, rel=0.01)


def test_that_nothing_is_drawn_again_while_nothing_in_sight_changes(qtbot, monkeypatch):
    view, runner = view_of(qtbot, RAVINE)
    view.set_cursor(0)
    drawn = []
    monkeypatch.setattr(view._trails, "show", lambda *_: drawn.append(view._cursor))
    runner.run()
    view.set_cursor(0)  # runs that grew beyond the cursor: only what follows it has changed
    grown = len(drawn)
    view.set_cursor(0)
    view.set_start(RAVINE.start)
    view.set_runs([run_style(i, f"renamed {i}") for i in range(3)])
    assert len(drawn) == grown
    assert view._overlay.legend[2].text == "renamed 2"
    view.set_cursor(1)
    view.set_runs([run_style(i, "", visible=i != 0) for i in range(3)])
    assert len(drawn) == grown + 2
