from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel

from gui.panels.noise_section import NoiseSection
from gui.panels.objective import ObjectivePanel
from gui.panels.parameter_row import ParameterRow
from gui.panels.value_entry import ValueEntry
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import KINDS, PARAMETERS, Noise
from simulation.schedules import Schedule

DESCENT = Experiment(runs=(Run("gradient-descent"),))
MOMENTUM = Experiment(runs=(Run("momentum"),))
AIRFOIL = Experiment(objective=ObjectiveChoice("airfoil"), batch_size=10)


@pytest.fixture
def panel(qtbot):
    panel = ObjectivePanel()
    qtbot.addWidget(panel)
    panel.resize(330, 800)
    panel.set_experiment(MOMENTUM)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def edits(panel):
    received = []
    panel.edited.connect(lambda experiment, key: received.append((experiment, key)))
    return received


@pytest.fixture
def refusals(panel):
    received = []
    panel.refused.connect(received.append)
    return received


def row(panel, name) -> ParameterRow:
    # "Many starts" has rows of the same names.
    found = panel.findChild(NoiseSection).findChild(ParameterRow, name)
    return found or panel.findChild(ParameterRow, name)


def press(qtbot, panel):
    qtbot.keyClick(panel.findChild(QCheckBox, "noise"), Qt.Key.Key_Space)
    QApplication.processEvents()


def choose(panel, name, word):
    row(panel, name).findChild(QComboBox).setCurrentText(word)
    QApplication.processEvents()


def type_value(qtbot, panel, name, text):
    entry = row(panel, name).findChild(ValueEntry)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def test_that_noise_is_switched_on_and_off_with_its_numbers(qtbot, panel, edits):
    assert not row(panel, "sigma").isVisible()
    press(qtbot, panel)
    assert row(panel, "sigma").isVisible()
    type_value(qtbot, panel, "sigma", "0.25")
    press(qtbot, panel)
    assert not row(panel, "sigma").isVisible()
    press(qtbot, panel)
    quarter = Noise(sigma=0.25)
    assert [(each.noise, key) for each, key in edits] == [
        (Noise(), ""),
        (quarter, "noise.sigma"),
        (None, ""),
        (quarter, ""),
    ]


def test_that_every_declared_number_of_noise_has_a_row(panel):
    panel.set_experiment(replace(MOMENTUM, noise=Noise("linear", 0.5, 20, shared=False)))
    shown = {each.name: row(panel, each.name).value for each in PARAMETERS}
    assert shown == {"kind": "linear", "sigma": 0.5, "draws": 20, "shared": False}


def test_that_draws_are_asked_for_linear_noise_only(qtbot, panel, edits):
    press(qtbot, panel)
    assert not row(panel, "draws").isVisible()
    choose(panel, "kind", "linear")
    assert row(panel, "draws").isVisible()
    assert (edits[-1][0].noise.kind, edits[-1][1]) == ("linear", "noise.kind")


def test_that_each_kind_says_its_strength(qtbot, panel):
    press(qtbot, panel)
    box = row(panel, "kind").findChild(QComboBox)
    for place, strength in enumerate(KINDS.values()):
        assert strength in box.itemData(place, Qt.ItemDataRole.ToolTipRole)
    choose(panel, "kind", "kramers")
    assert panel.findChild(QLabel, "noise_formula").text() == KINDS["kramers"]


def test_that_langevin_noise_on_momentum_is_refused_and_taken_back(qtbot, panel, edits, refusals):
    press(qtbot, panel)
    choose(panel, "kind", "langevin")
    assert len(refusals) == 1
    assert "Langevin noise is for gradient-descent, not momentum" in refusals[0]
    assert row(panel, "kind").value == "gaussian"
    assert row(panel, "kind").findChild(QComboBox).currentText() == "gaussian"
    assert len(edits) == 1


def test_that_a_kind_that_no_longer_fits_does_not_lock_noise_out(qtbot, panel, edits, refusals):
    panel.set_experiment(replace(DESCENT, noise=Noise("langevin")))
    press(qtbot, panel)
    panel.set_experiment(MOMENTUM)
    press(qtbot, panel)
    assert len(refusals) == 1
    assert not panel.findChild(QCheckBox, "noise").isChecked()
    press(qtbot, panel)
    assert edits[-1][0].noise == Noise()


def test_that_sampling_is_chosen_where_there_are_minibatches(qtbot, panel, edits):
    assert not row(panel, "sampling").isVisible()
    panel.set_experiment(AIRFOIL)
    assert row(panel, "sampling").isVisible()
    choose(panel, "sampling", "replacement")
    assert (edits[-1][0].sampling, edits[-1][1]) == ("replacement", "sampling")
    qtbot.keyClick(panel.findChild(QCheckBox, "minibatches"), Qt.Key.Key_Space)
    assert not row(panel, "sampling").isEnabled()


def test_that_minibatches_go_with_the_schedule_of_their_size(qtbot, panel, edits, refusals):
    panel.set_experiment(replace(AIRFOIL, batch_size_schedule=Schedule("step")))
    qtbot.keyClick(panel.findChild(QCheckBox, "minibatches"), Qt.Key.Key_Space)
    assert refusals == []
    assert (edits[-1][0].batch_size, edits[-1][0].batch_size_schedule) == (None, None)


def test_that_a_gpu_is_offered_only_where_the_file_names_one(panel, edits):
    box = row(panel, "device").findChild(QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["auto", "cpu"]
    choose(panel, "device", "cpu")
    assert (edits[-1][0].device, edits[-1][1]) == ("cpu", "device")
    panel.set_experiment(replace(MOMENTUM, device="cuda:1"))
    assert box.currentText() == "cuda:1"
    assert len(edits) == 1


def test_that_tab_goes_down_the_whole_form(qtbot, panel):
    panel.set_experiment(replace(AIRFOIL, noise=Noise("linear")))
    QApplication.processEvents()
    panel.findChild(QCheckBox, "minibatches").setFocus()
    walked = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget().parentWidget().objectName())
    batches = ["batch_size", "batch_size", "batch_size", "sampling"]
    noise = ["noise_section", "kind", "sigma", "sigma", "draws", "draws", "shared"]
    assert walked == [*batches, *noise, "seed"]
