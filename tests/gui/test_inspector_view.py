from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from gui.theme import DARK, LIGHT, run_style
from gui.views.inspector import InspectorView
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.inspection.inspector import inspect

BALL = Run("momentum", {"learning_rate": 0.4, "momentum": 0.5}, "ball")
LINES = ["v₃ = β·v₂ + g₃ = 0.5·0.8 + 3.52 = 3.92", "x₃ = x₂ − η·v₃ = 0.88 − 0.4·3.92 = −0.688"]


def experiment(*runs, objective="ill-conditioned", **parameters):
    return Experiment(ObjectiveChoice(objective, None, parameters), runs, steps=20)


@pytest.fixture
def view(qtbot):
    view = InspectorView()
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.set_runs([run_style(0, "ball"), run_style(1, "other")])
    view.show()
    qtbot.waitExposed(view)
    return view


def page(view):
    return view._page.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_that_every_coordinate_of_few_is_written_out(view):
    view.set_inspection(inspect(experiment(BALL), 0, 3))
    lines = page(view).splitlines()
    assert lines.index("x1") < lines.index("x2")
    assert lines[-2:] == LINES
    assert view._title.text() == "step 3 · ball"
    assert not view._coordinate.isVisible()


def test_that_long_lines_have_their_signs_of_equality_below_each_other(view):
    view.resize(200, 480)
    view.set_inspection(inspect(experiment(BALL), 0, 3))
    lines = page(view).splitlines()
    assert lines[-3:] == ["x₃ = x₂ − η·v₃", "= 0.88 − 0.4·3.92", "= −0.688"]
    view.resize(640, 480)
    assert page(view).splitlines()[-2:] == LINES


def test_that_one_coordinate_of_many_is_chosen(view, qtbot):
    inspection = inspect(experiment(BALL, objective="spectrum", dimension=5), 0, 2)
    view.set_inspection(inspection)
    assert view._coordinate.isVisible()
    qtbot.keyClick(view._coordinate, Qt.Key.Key_Down)
    assert page(view).splitlines()[-1] == inspection.text(1).splitlines()[-1]
    view.set_inspection(inspect(experiment(BALL, objective="spectrum", dimension=5), 0, 3))
    assert view._coordinate.currentIndex() == 1


def test_that_digits_are_as_many_as_chosen(view):
    view.set_inspection(inspect(experiment(BALL), 0, 20))
    for index, digits in enumerate((3, 4, 6, 9, 17)):
        view._digits.setCurrentIndex(index)
        expected = inspect(experiment(BALL), 0, 20).assignments(1, digits)[-1].result
        assert page(view).endswith(expected)


def test_that_what_decides_a_formula_is_told(view):
    run = Run("sgd", {"momentum": 0.5, "dampening": 0.5})
    view.set_inspection(inspect(experiment(run), 0, 1))
    assert "because t₀ = 0: 0 = 0" in page(view)


def test_that_the_whole_step_is_copied(view, qtbot):
    view.set_inspection(inspect(experiment(BALL), 0, 3))
    qtbot.mouseClick(view._copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("step 3 · ball\n\nv ← β v + g\nx ← x − η v\n\nx1\n")
    assert copied.endswith("\n".join(LINES) + "\n")


def test_that_nothing_is_shown_where_there_is_nothing(view):
    view.set_inspection(inspect(experiment(BALL), 0, 3))
    view.set_inspection(None)
    assert page(view) == ""
    assert view.text() == ""
    assert not view._copy.isEnabled()


def test_that_the_start_is_called_so(view):
    view.set_inspection(inspect(experiment(BALL), 0, 0))
    assert view._title.text() == "start · ball"
    assert page(view).splitlines()[-2:] == ["v₀ = 0", "x₀ = −2"]


def test_that_the_place_on_a_long_page_is_kept_from_step_to_step(view):
    view.resize(300, 200)
    adam = experiment(Run("adam"))
    view.set_inspection(inspect(adam, 0, 5))
    bar = view._page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    view.set_inspection(inspect(adam, 0, 6))
    assert bar.value() == place


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_the_page_has_the_colours_of_the_theme(view, theme):
    view.set_inspection(inspect(experiment(BALL), 0, 3))
    view.set_theme(theme)
    assert view._page.palette().color(QPalette.ColorRole.Base).name() == theme.background
    picture = view._page.viewport().grab().toImage()
    assert picture.pixelColor(2, 2).name() == theme.background
    cursor = view._page.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    assert cursor.charFormat().foreground().color().name() == theme.foreground


def test_that_a_view_that_comes_into_sight_asks_for_its_step(view, qtbot):
    view.hide()
    with qtbot.waitSignal(view.inspection_wanted):
        view.show()
