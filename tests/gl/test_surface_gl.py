"""Errors in a paint event are never raised, so that these tests look at pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from gui.theme import DARK, LIGHT, run_style
from gui.views.surface.opengl import is_software, opengl_renderer, suits_opengl
from gui.views.surface.painter_canvas import PainterCanvas
from tests.gui.surfaces import experiment, pixels_of, shows_ball, view_of

pytestmark = pytest.mark.gl

RAVINE = experiment("ill-conditioned", 0.4, 0.1)


def picture(view):
    QApplication.processEvents()
    return pixels_of(view.canvas.grabFramebuffer())


def changed(before, after):
    return (np.abs(before - after).max(2) > 20).mean()


def test_that_opengl_is_found(qapp):
    assert opengl_renderer()


def test_that_the_processor_paints_what_no_graphics_card_draws(qtbot):
    assert suits_opengl() == (not is_software(opengl_renderer()))
    painted = isinstance(view_of(qtbot, RAVINE).canvas, PainterCanvas)
    assert painted == is_software(opengl_renderer())


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
def test_that_surface_and_balls_are_drawn(qtbot, shown, theme):
    view = view_of(qtbot, shown, theme=theme, opengl=True)
    assert not isinstance(view.canvas, PainterCanvas)
    view.set_cursor(2)
    seen = picture(view)
    background = np.array(QColor(theme.background).getRgb()[:3])
    assert (np.abs(seen - background).max(2) > 8).mean() > 0.03
    assert len(np.unique(seen.reshape(-1, 3), axis=0)) > 200
    # Looked at from above, where no hill is in the way.
    view.orbit(0, 45)
    places = view.ball_pixels()
    last = max(places)
    assert shows_ball(picture(view), places[last], run_style(last, "").colour)


def test_that_both_renderers_show_the_same_scene(qtbot):
    painted = view_of(qtbot, RAVINE, opengl=False)
    drawn = view_of(qtbot, RAVINE, opengl=True)
    for view in (painted, drawn):
        view.set_cursor(4)
    one = pixels_of(painted.canvas.grab().toImage())
    two = picture(drawn)
    assert one.shape == two.shape
    assert changed(one, two) < 0.02
    assert changed(one, np.broadcast_to(np.array([255, 255, 255]), one.shape)) > 0.05


def test_that_balls_roll_and_the_camera_turns(qtbot):
    view = view_of(qtbot, RAVINE, opengl=True)
    start = picture(view)
    view.set_cursor(12)
    later = picture(view)
    assert 0.001 < changed(start, later) < 0.1
    view.orbit(40, 0)
    assert changed(later, picture(view)) > 0.1
    view.reset_camera()
    assert changed(later, picture(view)) == 0


def test_that_a_second_view_is_drawn_like_the_first(qtbot):
    first, second = view_of(qtbot, RAVINE, opengl=True), view_of(qtbot, RAVINE, opengl=True)
    assert changed(picture(first), picture(second)) == 0


def test_that_a_view_goes_on_with_qpainter_when_opengl_fails(qtbot, monkeypatch, caplog):
    view = view_of(qtbot, RAVINE, opengl=True)
    view.set_cursor(2)

    def fail():
        raise RuntimeError("the shaders do not compile")

    monkeypatch.setattr(view.canvas._surface, "paint", fail)
    view.orbit(0, 45)
    qtbot.waitUntil(lambda: isinstance(view.canvas, PainterCanvas))
    assert "the shaders do not compile" in caplog.text
    seen = pixels_of(view.canvas.grab().toImage())
    assert shows_ball(seen, view.ball_pixels()[1], run_style(1, "").colour)
