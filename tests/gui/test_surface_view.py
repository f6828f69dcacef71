from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from gui.theme import DARK, LIGHT, run_style
from gui.views.surface.crowds import crowds_at
from gui.views.surface.painter_canvas import PainterCanvas
from gui.views.surface.steering import ARRIVED
from gui.views.surface.view import SurfaceView
from simulation.engine.companions import Companions
from simulation.starts import Starts
from tests.gui.surfaces import experiment, pixels_of, shows_ball, view_of

RAVINE = experiment("ill-conditioned", 0.4, 0.1)


def picture(view):
    """The canvas without what is written over it."""
    return pixels_of(view.canvas.grab().toImage())


def changed(before, after):
    return (np.abs(before - after).max(2) > 20).mean()


@pytest.mark.parametrize(
    "shown",
    [
        RAVINE,
        experiment("rosenbrock", 0.001),
        experiment("four-x-squared", 0.1, 0.05),
        experiment("airfoil", 0.05, 0.01),
    ],
    ids=["ravine", "rosenbrock", "curve", "plane"],
)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_without_opengl_surface_and_balls_are_painted(qtbot, shown, theme):
    view = view_of(qtbot, shown, theme=theme)
    assert isinstance(view.canvas, PainterCanvas)
    view.set_cursor(2)
    seen = picture(view)
    background = np.array(QColor(theme.background).getRgb()[:3])
    assert (np.abs(seen - background).max(2) > 8).mean() > 0.03
    assert len(np.unique(seen.reshape(-1, 3), axis=0)) > 200
    # Looked at from above, where no hill is in the way.
    view.orbit(0, 45)
    places = view.ball_pixels()
    assert set(places) == set(range(len(shown.runs)))
    last = max(places)
    assert shows_ball(picture(view), places[last], run_style(last, "").colour)


def test_that_balls_are_where_the_landscape_shows_them(qtbot):
    view = view_of(qtbot, RAVINE)
    record = view._history.records[0]
    for step in (7, 20, 3):
        view.set_cursor(step)
        assert view.ball_positions()[0] == pytest.approx(tuple(record.positions[:, step]))


def test_that_a_trail_is_drawn_only_up_to_the_cursor(qtbot):
    view = view_of(qtbot, experiment("ill-conditioned", 0.01, steps=300))
    at_start = picture(view)
    view.set_cursor(300)
    assert changed(at_start, picture(view)) > 0.002
    view.set_cursor(0)
    assert changed(at_start, picture(view)) == 0


def test_that_a_hill_hides_a_ball(qtbot):
    view = view_of(qtbot, experiment("ill-conditioned", 0.1))
    view.set_cursor(20)
    colour = run_style(0, "").colour
    view.orbit(0, 49)
    assert shows_ball(picture(view), view.ball_pixels()[0], colour)
    view.orbit(-28, -83)
    assert not shows_ball(picture(view), view.ball_pixels()[0], colour)


def test_that_dragging_turns_and_the_double_click_turns_back(qtbot):
    view = view_of(qtbot, RAVINE)
    home, before = view.camera, picture(view)
    canvas, left = view.canvas, Qt.MouseButton.LeftButton
    qtbot.mousePress(canvas, left, pos=QPoint(300, 200))
    qtbot.mouseMove(canvas, QPoint(200, 230))
    qtbot.mouseRelease(canvas, left, pos=QPoint(200, 230))
    assert view.camera.azimuth != home.azimuth
    assert view.camera.elevation > home.elevation
    assert view.camera.distance == home.distance
    assert changed(before, picture(view)) > 0.1
    qtbot.mouseDClick(canvas, left, pos=QPoint(10, 10))
    assert view.camera == home


def test_that_the_wheel_and_keys_move_the_camera(qtbot):
    view = view_of(qtbot, RAVINE)
    home = view.camera
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.canvas, wheel)
    assert view.camera.distance < home.distance
    qtbot.keyClick(view.canvas, Qt.Key.Key_Left)
    assert view.camera.azimuth != home.azimuth
    qtbot.keyClick(view.canvas, Qt.Key.Key_Home)
    assert view.camera == home
    view.orbit(10, 10)
    qtbot.mouseClick(view.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert view.camera == home


def test_that_the_picture_is_fine_again_once_the_camera_rests(qtbot):
    view = view_of(qtbot, RAVINE)
    before = picture(view)
    view.orbit(10, 0)
    view.orbit(-10, 0)

    def coarse():
        return (np.abs(before - picture(view)).max(2) > 1).mean()

    assert coarse() > 0.01
    qtbot.waitUntil(lambda: coarse() < 0.001)


def test_that_the_camera_follows_the_first_visible_ball_and_comes_back(qtbot):
    view = view_of(qtbot, RAVINE)
    home = view.camera
    view.set_cursor(5)
    view.set_following(True)
    middle = np.array([view.canvas.width(), view.canvas.height()]) / 2

    def is_in_the_middle():
        return np.abs(np.array(view.ball_pixels()[0]) - middle).max() < 1

    qtbot.waitUntil(is_in_the_middle)
    view.set_cursor(12)
    assert not is_in_the_middle()
    qtbot.waitUntil(is_in_the_middle)
    view.set_following(False)
    away = np.array(home.centre)
    qtbot.waitUntil(lambda: np.linalg.norm(np.array(view.camera.centre) - away) <= ARRIVED)


def test_that_balls_without_a_place_are_named(qtbot):
    view = view_of(qtbot, experiment("ill-conditioned", 0.4, 0.6, 5.0, steps=400))
    view.set_cursor(12)
    outside = view._history.records[1].positions[1, 12]
    assert view.notes()[0] == f"rate 0.6: x2 = {outside:.3g}".replace("-", "−")
    view.set_cursor(400)
    diverged_at = view._history.records[2].diverged_at
    assert view.notes()[-1] == f"rate 5.0: diverged at step {diverged_at}"
    assert set(view.ball_positions()) == {0}
    view.set_cursor(0)
    assert view.notes() == ()


def test_that_heights_are_chosen_by_the_shape_until_chosen_by_hand(qtbot):
    view = view_of(qtbot, experiment("rosenbrock", 0.001))
    choice = view.findChild(QComboBox)
    assert choice.currentData() is True
    before = picture(view)
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert changed(before, picture(view)) > 0.05
    view.set_landscape(view_of(qtbot, RAVINE)._landscape)
    view.set_landscape(view_of(qtbot, experiment("rosenbrock", 0.001))._landscape)
    assert choice.currentData() is False


def test_that_a_hidden_view_does_nothing_and_catches_up(qtbot):
    view = view_of(qtbot, RAVINE)
    view.set_cursor(3)
    view.hide()
    view.set_cursor(9)
    view.set_theme(DARK)
    view.show()
    record = view._history.records[0]
    assert view.ball_positions()[0] == pytest.approx(tuple(record.positions[:, 9]))
    assert picture(view)[0, 0].tolist() == list(QColor(DARK.background).getRgb()[:3])


def test_that_a_landscape_of_other_coordinates_waits_for_its_history(qtbot):
    view = view_of(qtbot, RAVINE)
    curve = view_of(qtbot, experiment("four-x-squared", 0.1))
    view.set_landscape(curve._landscape)
    assert view.ball_positions() == {}
    view.set_history(curve._history)
    assert set(view.ball_positions()) == {0}


def test_that_an_empty_view_can_be_shown(qtbot):
    view = SurfaceView()
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.set_cursor(3)
    view.set_theme(DARK)
    assert view.ball_positions() == {}
    assert picture(view)[5, 5].tolist() == list(QColor(DARK.background).getRgb()[:3])


def test_that_companions_lie_on_the_surface_and_are_seen(qtbot):
    crowd = replace(experiment("ill-conditioned", 0.01, steps=50), starts=Starts("grid", 100, 0.5))
    view = view_of(qtbot, crowd)
    lonely = picture(view)
    companions = Companions(crowd)
    while not companions.done:
        companions.advance(1.0)
    view.set_clouds(companions.clouds)
    seen = changed(lonely, picture(view))
    assert seen > 0.001
    ((run, places),) = crowds_at(view._ground, companions.clouds, view._styles, 0)
    assert run == 0
    points = companions.clouds[0].positions[0].astype(float)
    inside = view._ground.holds(points)
    np.testing.assert_allclose(places[:, :2].T, view._ground.box.place(points[:, inside]))
    above = places[:, 2] - view._ground.field.height_at(*places[:, :2].T)
    assert ((above > 0) & (above < 0.02)).all()
    hidden = [replace(style, visible=False) for style in view._styles]
    assert crowds_at(view._ground, companions.clouds, hidden, 0) == ()
    view.set_clouds(())
    assert changed(lonely, picture(view)) == 0
