from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel

from gui.panels.objective import ObjectivePanel
from gui.panels.parameter_row import ParameterRow
from gui.panels.value_entry import ValueEntry
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.starts import PARAMETERS, Starts


@pytest.fixture
def panel(qtbot):
    panel = ObjectivePanel()
    qtbot.addWidget(panel)
    panel.resize(330, 800)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def edits(panel):
    received = []
    panel.edited.connect(lambda experiment, key: received.append((experiment, key)))
    return received


def row(panel, name) -> ParameterRow:
    section = panel.findChild(QCheckBox, "starts").parentWidget()
    return section.findChild(ParameterRow, name)


def press(qtbot, panel):
    qtbot.keyClick(panel.findChild(QCheckBox, "starts"), Qt.Key.Key_Space)
    QApplication.processEvents()


def type_value(qtbot, panel, name, text):
    entry = row(panel, name).findChild(ValueEntry)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def test_that_starts_are_switched_on_and_off_with_their_numbers(qtbot, panel, edits):
    assert not row(panel, "count").isVisible()
    press(qtbot, panel)
    assert row(panel, "count").isVisible()
    first = edits[-1][0].starts
    type_value(qtbot, panel, "count", "99")
    press(qtbot, panel)
    assert not row(panel, "count").isVisible()
    press(qtbot, panel)
    many = replace(first, count=99)
    assert [(each.starts, key) for each, key in edits[1:]] == [
        (many, "starts.count"),
        (None, ""),
        (many, ""),
    ]


def test_that_every_declared_number_of_starts_has_a_row(panel):
    panel.set_experiment(Experiment(starts=Starts("grid", 49, 0.25)))
    shown = {each.name: row(panel, each.name).value for each in PARAMETERS}
    assert shown == {"kind": "grid", "count": 49, "extent": 0.25}


@pytest.mark.parametrize("name", ["ill-conditioned", "rosenbrock", "half-square"])
def test_that_the_first_cloud_is_seen_well(qtbot, panel, edits, name):
    panel.set_experiment(Experiment(ObjectiveChoice(name)))
    press(qtbot, panel)
    wished = edits[-1][0]
    width = min(high - low for low, high in wished.objective.build().bounds)
    assert 0.1 * width < wished.starts.extent < 0.25 * width


def test_that_another_objective_goes_without_the_starts_of_the_old_one(qtbot, panel, edits):
    panel.set_experiment(Experiment(starts=Starts("grid", 49, 0.25)))
    box = panel.findChild(QComboBox, "objectives")
    box.setCurrentIndex(box.findData("rosenbrock"))
    assert edits[-1][0].starts is None


def test_that_a_grid_in_too_many_dimensions_is_refused_and_taken_back(qtbot, panel, edits):
    refusals = []
    panel.refused.connect(refusals.append)
    wide = ObjectiveChoice("spectrum", parameters={"dimension": 13})
    panel.set_experiment(Experiment(wide, starts=Starts("cloud", 4096)))
    row(panel, "kind").findChild(QComboBox).setCurrentText("grid")
    assert "8,192 starts" in refusals[0]
    assert row(panel, "kind").value == "cloud"
    assert edits == []


def test_that_it_is_said_which_runs_have_no_companions(panel):
    note = panel.findChild(QLabel, "starts_note")
    panel.set_experiment(Experiment(starts=Starts()))
    assert not note.isVisible()
    panel.set_experiment(Experiment(runs=(Run(), Run("torch.optim.SGD")), starts=Starts()))
    assert note.isVisible()


def test_that_tab_goes_from_the_start_through_the_starts_to_the_steps(qtbot, panel):
    panel.set_experiment(Experiment(starts=Starts()))
    QApplication.processEvents()
    panel.findChild(QCheckBox, "starts").setFocus()
    walked = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget().parentWidget().objectName())
    assert walked == ["kind", "count", "count", "extent", "extent", "steps"]
