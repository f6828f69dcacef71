"""What can be drawn over the landscape: arrows, ghosts, tails, a field, colours, planes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from gui.frames import LandscapeChoice, LandscapeLook, PlaneChoice
from gui.panels.landscape_tools import LandscapeTools
from gui.theme import LIGHT, run_style
from gui.views.colours import COLOUR_MAPS, band_stops
from gui.views.landscape import LandscapeView
from gui.worker.landscape import draw_landscape
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.objectives.catalog import build_objective

RAVINE = Experiment(
    ObjectiveChoice("ill-conditioned"),
    (Run("momentum", {"learning_rate": 0.1, "momentum": 0.5}), Run()),
    steps=30,
)


def shown(qtbot: QtBot, experiment: Experiment, look: LandscapeLook, step: int):
    runner = Runner(experiment)
    records = runner.run().records
    view = LandscapeView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.set_runs([run_style(i, run.title) for i, run in enumerate(experiment.runs)])
    view.set_landscape(
        draw_landscape(1, runner.objective, [r.positions for r in records], experiment.start)
    )
    view.set_history(runner.history)
    view.show()
    view.set_look(look)
    view.set_cursor(step)
    return view, records


def pixel(view: LandscapeView, point) -> np.ndarray:
    at = view._view_box.mapFromView(QPointF(*point))
    return np.array([at.x(), at.y()])


@pytest.mark.parametrize("step", [1, 3, 6])
def test_that_arrows_point_where_the_ball_came_along_and_where_it_is_pulled(qtbot, step) -> None:
    view, (record, _) = shown(qtbot, RAVINE, LandscapeLook(arrows=True), step)
    pull, moved = view._arrows.arrows[:2]
    here, before = (record.positions[:, row] for row in (step, step - 1))
    along = pixel(view, here) - pixel(view, before)
    downhill = pixel(view, here - 1e-3 * record.gradients[:, step]) - pixel(view, here)
    for arrow, expected in ((moved, along), (pull, downhill)):
        np.testing.assert_allclose(arrow.tail, pixel(view, here), atol=1e-6)
        length = np.hypot(*arrow.along)
        assert 4 <= length <= 70 + 1e-9
        np.testing.assert_allclose(
            np.array(arrow.along) / length, expected / np.hypot(*expected), atol=1e-6
        )
    assert np.hypot(*moved.along) == pytest.approx(min(np.hypot(*along), 70.0))
    assert (moved.dashed, pull.dashed) == (False, True)


def test_that_a_start_has_no_displacement_and_a_rest_no_arrows(qtbot) -> None:
    view, _ = shown(qtbot, RAVINE, LandscapeLook(arrows=True), 0)
    assert {arrow.dashed for arrow in view._arrows.arrows} == {True}
    still = replace(RAVINE, objective=ObjectiveChoice("ill-conditioned", start=(0.0, 0.0)))
    view, _ = shown(qtbot, still, LandscapeLook(arrows=True, ghosts=True), 5)
    assert view._arrows.arrows == ()
    view.grab()


def test_that_ghosts_are_at_the_next_step_and_none_after_the_last(qtbot) -> None:
    view, records = shown(qtbot, RAVINE, LandscapeLook(ghosts=True), 4)
    for (centre, _), run in zip(view._arrows.rings, view.ball_positions(), strict=True):
        record = records[run]
        np.testing.assert_allclose(centre, pixel(view, record.positions[:, 5]), atol=1e-6)
    view.set_cursor(RAVINE.steps)
    assert view._arrows.rings == ()


@pytest.mark.parametrize(("tail", "first"), [(None, 0), (10, 15), (0, None)])
def test_that_tails_are_as_long_as_chosen(qtbot, tail, first) -> None:
    view, (record, _) = shown(qtbot, RAVINE, LandscapeLook(tail=tail), 25)
    expected = record.positions[:, :0] if first is None else record.positions[:, first:26]
    np.testing.assert_array_equal(view.trail(0), expected)
    view.set_look(LandscapeLook())
    np.testing.assert_array_equal(view.trail(0), record.positions[:, :26])


def test_that_the_field_points_downhill_where_it_stands(qtbot) -> None:
    view, _ = shown(qtbot, RAVINE, LandscapeLook(field=True), 0)
    field = view._landscape.field
    x, y = field.places
    np.testing.assert_allclose(field.directions, [-0.2 * x, -4 * y], atol=1e-12)
    lines = view._pictures.field.lines
    assert 3 * 24 * 16 * 0.8 < len(lines) <= 3 * 24 * 16
    for shaft in lines[: len(lines) // 3 : 7]:
        middle = view._view_box.mapToView(shaft.pointAt(0.5))
        downhill = np.array([-0.2 * middle.x(), -4 * middle.y()])
        here = np.array([middle.x(), middle.y()])
        expected = pixel(view, here + 1e-4 * downhill) - pixel(view, here)
        drawn = np.array([shaft.dx(), shaft.dy()])
        cosine = drawn @ expected / np.hypot(*drawn) / np.hypot(*expected)
        assert cosine == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_that_every_colour_map_paints_other_bands(qtbot, name) -> None:
    view, _ = shown(qtbot, RAVINE, LandscapeLook(), 0)
    usual = view.grab().toImage()
    view.set_colour_map(name)
    assert (view.grab().toImage() == usual) == (name == "theme")


@pytest.mark.parametrize("name", [name for name in COLOUR_MAPS if name != "theme"])
def test_that_maps_grow_lighter_all_the_way(name) -> None:
    stops = [int(stop[1:], 16) for stop in band_stops(name, LIGHT)]
    luma = [0.299 * (c >> 16) + 0.587 * (c >> 8 & 255) + 0.114 * (c & 255) for c in stops]
    assert (np.diff(luma) > 0).all()


def spectrum(choice: PlaneChoice):
    objective = build_objective("spectrum", {"dimension": 5})
    objective = objective.place(torch.float64, torch.device("cpu"))
    start = np.array([1.0, 2.0, 0.0, -1.0, 0.5])
    path = start[:, None] * np.linspace(1, 0, 40) ** np.array([[1], [2], [1], [3], [1]])
    return (
        objective,
        path,
        draw_landscape(1, objective, [path], tuple(start), choice=LandscapeChoice(choice)),
    )


def test_that_two_coordinates_make_a_plane_that_says_its_share() -> None:
    _, path, landscape = spectrum(PlaneChoice("coordinates", (1, 3)))
    np.testing.assert_array_equal(landscape.plane.directions, np.eye(5)[:, [1, 3]])
    motion = np.column_stack([path[:, 0], path, np.zeros(5)])
    share = (motion[1] ** 2).sum() / (motion**2).sum()
    assert landscape.plane.labels[0] == f"x2 ({100 * share:.0f} % of the motion)"


def test_that_curvature_makes_a_plane_of_the_extreme_eigenvectors() -> None:
    objective, _, landscape = spectrum(PlaneChoice("hessian"))
    hessian = objective.hessian(torch.zeros(5, 1, dtype=torch.float64))[..., 0].numpy()
    for direction, extreme in zip(landscape.plane.directions.T, (max, min), strict=True):
        curvature = extreme(np.linalg.eigvalsh(hessian))
        np.testing.assert_allclose(hessian @ direction, curvature * direction, atol=1e-9)
    assert landscape.plane.labels[0].startswith("v1 (curvature ")


def test_that_differences_stand_in_for_a_hessian(monkeypatch) -> None:
    *_, exact = spectrum(PlaneChoice("hessian"))
    objective = build_objective("spectrum", {"dimension": 5})
    monkeypatch.setattr(type(objective), "hessian", lambda self, x: None)
    *_, near = spectrum(PlaneChoice("hessian"))
    np.testing.assert_allclose(near.plane.directions, exact.plane.directions, atol=1e-6)


@pytest.fixture
def tools(qtbot: QtBot) -> LandscapeTools:
    tools = LandscapeTools()
    qtbot.addWidget(tools)
    return tools


def test_that_buttons_and_menus_say_what_is_chosen(qtbot, tools) -> None:
    looks, choices = [], []
    tools.look_changed.connect(looks.append)
    tools.choice_changed.connect(choices.append)
    tools.findChild(QToolButton, "arrows").click()
    for text in ("Last 10 steps", "Viridis", "Linear levels"):
        (action,) = (a for a in tools.findChildren(QAction) if a.text() == text)
        action.trigger()
    assert looks[-1] == LandscapeLook(arrows=True, tail=10, colour_map="viridis")
    assert choices == [LandscapeChoice(levels="linear")]


def test_that_what_was_chosen_is_chosen_again(qtbot, tools) -> None:
    tools.set_toggle("field", True)
    for text in ("No trails", "Magma", "Logarithmic levels"):
        next(a for a in tools.findChildren(QAction) if a.text() == text).trigger()
    again = LandscapeTools()
    qtbot.addWidget(again)
    looks, choices = [], []
    again.look_changed.connect(looks.append)
    again.choice_changed.connect(choices.append)
    again.recall(tools.memory())
    assert again.memory() == tools.memory()
    assert looks[-1] == again.look == LandscapeLook(field=True, tail=0, colour_map="magma")
    assert choices[-1] == again.choice == LandscapeChoice(levels="log")


@pytest.mark.parametrize("memory", [{}, {"tail": "7", "colours": "", "arrows": "1", "x": "y"}])
def test_that_a_memory_of_something_else_changes_nothing(tools, memory) -> None:
    tools.recall(memory)
    assert tools.look == LandscapeLook()
    assert tools.choice == LandscapeChoice()


def test_that_planes_are_offered_for_many_coordinates_only(qtbot, tools) -> None:
    choices = []
    tools.choice_changed.connect(choices.append)
    tools.show()
    plane = tools.findChild(QComboBox, "plane")
    tools.set_coordinates(("x1", "x2"))
    assert not plane.isVisible()
    tools.set_coordinates(("x1", "x2", "x3"))
    assert plane.isVisible()
    plane.setCurrentIndex(plane.findText("x1 × x3"))
    plane.activated.emit(plane.currentIndex())
    assert choices == [LandscapeChoice(PlaneChoice("coordinates", (0, 2)))]
    tools.set_coordinates(("x1", "x2"))
    assert choices[-1] == LandscapeChoice()


def test_that_tools_without_room_stand_in_one_menu(qtbot: QtBot) -> None:
    tools = LandscapeTools()
    qtbot.addWidget(tools)
    tools.set_coordinates(("x1", "x2", "x3"))
    tools.show()
    tools.set_room(tools.sizeHint().width())
    everything = tools.findChild(QToolButton, "all_tools")
    assert not everything.isVisible()
    tools.set_room(60)
    assert everything.isVisible()
    assert tools.sizeHint().width() <= 60
    menu = everything.menu()
    menu.aboutToShow.emit()
    toggles = [action for action in menu.actions() if action.isCheckable()]
    toggles[0].trigger()
    assert tools.look.arrows
    planes = menu.actions()[-1].menu()
    planes.actions()[-1].trigger()
    assert tools.choice.plane == PlaneChoice("coordinates", (1, 2))
    tools.set_room(2000)
    assert tools.findChild(QToolButton, "arrows").isChecked()
    assert not everything.isVisible()
