"""Zooming into the landscape: bands and lines for what is in sight, and no stale pictures."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

from gui.frames import Landscape, LandscapeChoice
from gui.views.landscape import LandscapeView
from gui.views.placing import describe
from gui.worker.controller import Controller
from gui.worker.landscape import draw_closeup, draw_landscape
from simulation.experiment import Experiment, ObjectiveChoice
from simulation.objectives.base import Objective
from simulation.objectives.catalog import build_objective


def placed(name: str) -> Objective:
    return build_objective(name, {}).place(torch.float64, torch.device("cpu"))


def home_of(name: str) -> tuple[Landscape, Objective]:
    objective = placed(name)
    return draw_landscape(1, objective, None, (-5.0, -2.0)[: objective.dim]), objective


def around(u: float, v: float, size: float):
    return (u - 3 * size, u + 3 * size), (v - 2 * size, v + 2 * size)


@pytest.mark.parametrize("size", [1e-2, 1e-6, 1e-8])
@pytest.mark.parametrize("centre", [(-2.0, -0.7), (0.0, 0.0)])
def test_that_bands_show_however_deep_the_zoom(size, centre) -> None:
    home, objective = home_of("ill-conditioned")
    (left, right), (bottom, top) = view = around(*centre, size)
    closeup = draw_closeup(home, objective, view)
    assert len(np.unique(closeup.bands)) >= 20
    u, v = closeup.lines[np.isfinite(closeup.lines).all(1)].T
    inside = (u > left) & (u < right) & (v > bottom) & (v < top)
    assert inside.sum() > 500
    assert (closeup.plane, closeup.window) == (home.plane, home.window)


def test_that_the_colours_stay_while_the_home_levels_tell_something() -> None:
    home, objective = home_of("ill-conditioned")
    closeup = draw_closeup(home, objective, ((-4.0, 0.5), (-2.0, 0.5)))
    np.testing.assert_array_equal(closeup.levels, home.levels)
    wide = draw_closeup(home, objective, ((-600.0, 600.0), (-400.0, 400.0)))
    assert wide.levels[-1] > 100 * home.levels[-1]
    assert len(np.unique(wide.bands)) >= 20


def test_that_a_curve_is_followed_closely() -> None:
    home, objective = home_of("four-x-squared")
    closeup = draw_closeup(home, objective, ((1.0, 1.0 + 1e-6), (3.0, 5.0)))
    assert np.ptp(closeup.u) == pytest.approx(1.5e-6)
    np.testing.assert_allclose(closeup.values, 4 * closeup.u**2, rtol=1e-14)


@pytest.mark.parametrize("spacing", ["linear", "log"])
def test_that_levels_are_spaced_as_chosen(spacing) -> None:
    choice = LandscapeChoice(levels=spacing)
    landscape = draw_landscape(1, placed("ill-conditioned"), None, (-5.0, -2.0), choice=choice)
    lowest = landscape.values[:, (landscape.u >= -5.5) & (landscape.u <= 1)].min()
    levels = landscape.levels - lowest
    steps = np.diff(levels) if spacing == "linear" else np.diff(np.log(levels))
    np.testing.assert_allclose(steps, steps[0], rtol=0.02)


@pytest.fixture
def view(qtbot: QtBot) -> LandscapeView:
    view = LandscapeView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.set_landscape(home_of("ill-conditioned")[0])
    return view


def zoom(view: LandscapeView, ranges) -> None:
    view._plot.setRange(xRange=ranges[0], yRange=ranges[1], padding=0)


def test_that_one_range_is_asked_for_once_the_view_rests(qtbot: QtBot, view) -> None:
    asked = []
    view.range_wanted.connect(asked.append)
    for size in (0.5, 0.3, 0.1):
        zoom(view, around(-2.0, -0.7, size))
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert not view._pictures._rest.isActive()  # and nothing is waited for
    np.testing.assert_allclose(asked, [around(-2.0, -0.7, 0.1)])


def test_that_the_old_picture_stays_until_it_shows_nothing(view) -> None:
    home, objective = view._landscape, placed("ill-conditioned")
    zoom(view, around(-2.0, -0.7, 0.1))
    closeup = draw_closeup(home, objective, around(-2.0, -0.7, 0.1))
    view.set_closeup(closeup)
    assert view._pictures.shown is closeup
    zoom(view, around(-2.05, -0.72, 0.12))
    assert view._pictures.shown is closeup
    view.fit_window()
    assert view._pictures.shown is home
    view.set_closeup(closeup)
    assert view._pictures.shown is home, "a picture of a spot far too small for the view"


def test_that_a_closeup_of_another_landscape_is_ignored(view) -> None:
    other, objective = home_of("ill-conditioned")
    view.set_closeup(draw_closeup(other, objective, other.window))
    assert view._pictures.shown is view._landscape


def test_that_the_readout_has_the_digits_of_the_zoom() -> None:
    home, objective = home_of("ill-conditioned")
    assert describe(home, -2.0, -0.7).startswith("x1 = −2   x2 = −0.7   f ≈ ")
    closeup = draw_closeup(home, objective, around(-2.0, -0.7, 1e-6))
    assert describe(closeup, -2.0000015, -0.7).startswith("x1 = −2.0000015   ")
    assert describe(home, 0.0, 0.0).startswith("x1 = 0   x2 = 0   ")


@pytest.fixture
def controller(qtbot: QtBot) -> Iterator[Controller]:
    controller = Controller()
    controller.start()
    yield controller
    controller.shutdown()


def test_that_closeups_are_drawn_between_the_slices_of_a_long_run(
    qtbot: QtBot, controller: Controller
) -> None:
    with qtbot.waitSignal(controller.landscape_changed) as home:
        controller.compute(Experiment(ObjectiveChoice("ill-conditioned"), steps=3_000_000))
    answers: list[Landscape] = []
    controller.closeup_changed.connect(answers.append)
    for size in (1.0, 0.1, 0.01):
        controller.look_closer(around(-2.0, -0.7, size))
    qtbot.waitUntil(lambda: bool(answers))
    controller.look_closer(around(-2.0, -0.7, 0.5))  # answered after all that was asked before
    qtbot.waitUntil(lambda: len(answers) >= 2)
    assert controller.busy
    assert [np.ptp(answer.u) for answer in answers] == [
        pytest.approx(1.5 * 0.06),
        pytest.approx(1.5 * 3.0),
    ]
    assert answers[0].plane is home.args[0].plane
    controller.cancel()


def test_that_a_choice_draws_the_landscape_anew(qtbot: QtBot, controller: Controller) -> None:
    with qtbot.waitSignal(controller.landscape_changed) as first:
        controller.compute(Experiment(ObjectiveChoice("ill-conditioned"), steps=20))
    with qtbot.waitSignal(controller.landscape_changed) as second:
        controller.choose_landscape(LandscapeChoice(levels="linear"))
    assert second.args[0].levels[0] > first.args[0].levels[0]
    assert second.args[0].window == first.args[0].window
