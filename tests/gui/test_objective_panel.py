from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QToolButton

from gui.panels.objective import ObjectivePanel
from gui.panels.parameter_row import ParameterRow
from gui.panels.value_entry import ValueEntry
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.objectives.catalog import OBJECTIVES

RUNS = (Run("nesterov"), Run())
QUADRATIC = Experiment(objective=ObjectiveChoice("quadratic", start=(1.0, 2.5)), runs=RUNS)
AIRFOIL = Experiment(objective=ObjectiveChoice("airfoil"), runs=RUNS, batch_size=10)


@pytest.fixture
def panel(qtbot):
    panel = ObjectivePanel()
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.set_experiment(QUADRATIC)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def edits(panel):
    received = []
    panel.edited.connect(lambda experiment, key: received.append((experiment, key)))
    return received


def entry(panel, name) -> ValueEntry:
    return panel.findChild(ParameterRow, name).findChild(ValueEntry)


def type_value(qtbot, panel, name, text):
    widget = entry(panel, name)
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def choose(qtbot, panel, objective_id):
    box = panel.findChild(QComboBox, "objectives")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range([*OBJECTIVES].index(objective_id)):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    QApplication.processEvents()  # shows the new rows


def test_that_the_form_shows_the_experiment(panel):
    assert panel.findChild(QComboBox, "objectives").currentText() == "General quadratic"
    assert panel.findChild(QLabel, "formula").text() == "½ xᵀQx + cᵀx + b"
    assert entry(panel, "Q").text() == "[[2, 1], [1, 3]]"
    assert entry(panel, "start").text() == "[1, 2.5]"
    assert entry(panel, "steps").text() == "20"
    assert not panel.findChild(QCheckBox, "minibatches").isVisible()


def test_that_another_objective_brings_its_defaults_and_keeps_the_runs(qtbot, panel, edits):
    choose(qtbot, panel, "airfoil")
    experiment, key = edits[-1]
    assert key == ""
    assert experiment == AIRFOIL
    assert panel.findChild(QCheckBox, "minibatches").isVisible()
    choose(qtbot, panel, "ellipse")
    experiment, _ = edits[-1]
    assert experiment == Experiment(objective=ObjectiveChoice("ellipse"), runs=RUNS)


def test_that_a_matrix_is_typed_as_the_file_writes_it(qtbot, panel, edits):
    type_value(qtbot, panel, "Q", "[[4, 0], [0, 1]]")
    experiment, key = edits[-1]
    assert key == "objective.Q"
    assert experiment.objective.parameters["Q"] == ((4.0, 0.0), (0.0, 1.0))
    assert experiment.objective.start == (1.0, 2.5)


def test_that_what_the_objective_refuses_stays_to_be_mended(qtbot, panel, edits):
    with qtbot.waitSignal(panel.refused) as refused:
        type_value(qtbot, panel, "Q", "[[1, 2], [2, 1]]")
    assert "positive definite" in refused.args[0]
    typed = entry(panel, "Q")
    assert typed.text() == "[[1, 2], [2, 1]]"
    assert typed.problem
    qtbot.keyClick(typed, Qt.Key.Key_Escape)
    assert (typed.text(), typed.problem) == ("[[2, 1], [1, 3]]", "")
    with qtbot.waitSignal(panel.refused):
        type_value(qtbot, panel, "start", "[1, 2, 3]")
    assert edits == []
    type_value(qtbot, panel, "start", "[1, 2]")
    assert entry(panel, "start").problem == ""
    assert edits[-1][0].objective.start == (1.0, 2.0)


def test_that_a_start_is_typed_and_reset(qtbot, panel, edits):
    type_value(qtbot, panel, "start", "-1, 0.5")
    assert (edits[-1][0].objective.start, edits[-1][1]) == ((-1.0, 0.5), "objective.start")
    reset = panel.findChild(QToolButton, "reset_start")
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert (edits[-1][0].objective.start, edits[-1][1]) == (None, "")
    assert not reset.isEnabled()


def test_that_numbers_are_edited_under_their_own_keys(qtbot, panel, edits):
    type_value(qtbot, panel, "steps", "200")
    type_value(qtbot, panel, "seed", "7")
    dtype = panel.findChild(ParameterRow, "dtype").findChild(QComboBox)
    dtype.setFocus()
    qtbot.keyClick(dtype, Qt.Key.Key_Down)
    assert [key for _, key in edits] == ["steps", "seed", "dtype"]
    last = edits[-1][0]
    assert (last.steps, last.seed, last.dtype) == (200, 7, "float32")


def test_that_minibatches_switch_on_and_off(qtbot, panel, edits):
    panel.set_experiment(AIRFOIL)
    type_value(qtbot, panel, "batch_size", "32")
    box = panel.findChild(QCheckBox, "minibatches")
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not entry(panel, "batch_size").isEnabled()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert [experiment.batch_size for experiment, _ in edits] == [32, None, 32]


def test_that_facts_make_no_wishes(panel, edits):
    for experiment in (AIRFOIL, QUADRATIC):
        panel.set_experiment(experiment)
    assert edits == []


def test_that_tab_goes_down_the_form_after_a_rebuild(qtbot, panel):
    choose(qtbot, panel, "spectrum")
    walked = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget().accessibleName())
    assert walked == ["dimension  n", "dimension  n", "start"]


FORMULA = Experiment(
    objective=ObjectiveChoice("formula", None, {"formula": "p*x^2 + q*y^2", "values": {"p": 2.0}}),
    runs=RUNS,
)


def test_that_the_names_in_a_formula_have_sliders(qtbot, panel, edits):
    panel.set_experiment(FORMULA)
    QApplication.processEvents()
    assert [entry(panel, name).text() for name in ("p", "q")] == ["2", "1"]
    type_value(qtbot, panel, "q", "3.5")
    experiment, key = edits[-1]
    assert experiment.objective.parameters["values"] == {"p": 2.0, "q": 3.5}
    assert key == "objective.q"


def test_that_another_formula_keeps_the_values_that_it_still_names(qtbot, panel, edits):
    panel.set_experiment(FORMULA)
    QApplication.processEvents()
    type_value(qtbot, panel, "formula", "p*x^4 + r*x")
    QApplication.processEvents()
    choice = edits[-1][0].objective
    assert choice.parameters["values"] == {"p": 2.0, "r": 1.0}
    assert choice.build().dim == 1
    assert panel.findChild(ParameterRow, "r").isVisible()


def test_that_a_formula_that_cannot_be_read_is_refused_with_its_place(qtbot, panel, edits):
    panel.set_experiment(FORMULA)
    sentences = []
    panel.refused.connect(sentences.append)
    type_value(qtbot, panel, "formula", "sinn(x) + y")
    assert edits == []
    assert "sin" in sentences[0]
    assert "character 1" in sentences[0]
    assert entry(panel, "formula").text() == "sinn(x) + y"


def test_that_a_start_survives_unless_the_number_of_coordinates_changes():
    choice = ObjectiveChoice("rosenbrock", (0.5, 0.5))
    assert choice.with_parameter("steepness", 10.0).start == (0.5, 0.5)
    assert choice.with_parameter("dimension", 3).start is None
