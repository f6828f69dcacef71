from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton

from gui.panels.hyperparameter_row import HyperparameterRow
from gui.panels.parameter_row import ParameterRow
from gui.panels.run_card import RunCard
from gui.panels.runs import RunsPanel
from gui.panels.schedule_editor import ScheduleEditor
from gui.panels.sparkline import Sparkline
from gui.panels.value_entry import ValueEntry
from simulation.experiment import Experiment, Run
from simulation.schedule_kinds import KINDS
from simulation.schedules import Schedule

RUNS = (
    Run("gradient-descent"),
    Run("momentum", {"learning_rate": 0.6, "momentum": 0.5}, label="tamed"),
)
PLAIN = Experiment(runs=RUNS, steps=40)
WAVE = PLAIN.with_run(1, replace(RUNS[1], schedules={"learning_rate": Schedule("cosine")}))
CHAINED = Schedule("sequence", {"at": (5,)}, (Schedule("warm-up"), Schedule("cosine")))


@pytest.fixture
def panel(qtbot):
    panel = RunsPanel()
    qtbot.addWidget(panel)
    panel.resize(330, 900)
    panel.set_experiment(PLAIN)
    panel.show()
    qtbot.waitExposed(panel)
    QApplication.processEvents()
    return panel


@pytest.fixture
def edits(panel):
    received = []
    panel.edited.connect(lambda experiment, key: received.append((experiment, key)))
    return received


def button(panel, name) -> QToolButton:
    card = panel.findChild(RunCard, "run_1")
    row = next(
        each
        for each in card.findChildren(HyperparameterRow)
        if each.findChild(ParameterRow, name) is not None
    )
    return row.findChild(QToolButton, "schedule")


def opened(qtbot, panel, name="learning_rate") -> ScheduleEditor:
    qtbot.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    return panel.findChild(ScheduleEditor, f"schedule_of_{name}")


def choose(editor, kind):
    box = editor.findChild(QComboBox, "schedule_kind")
    box.setCurrentIndex(box.findData(kind))
    QApplication.processEvents()


def type_value(qtbot, row, text):
    entry = row.findChild(ValueEntry)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def test_that_the_editor_opens_below_its_row_and_closes(qtbot, panel, edits):
    editor = opened(qtbot, panel)
    assert editor.isVisible()
    assert editor.window() is panel.window()
    assert not button(panel, "learning_rate").isChecked()
    assert opened(qtbot, panel) is editor
    assert not editor.isVisible()
    assert edits == []


def test_that_a_chosen_kind_becomes_a_schedule_as_long_as_the_experiment(qtbot, panel, edits):
    editor = opened(qtbot, panel)
    choose(editor, "cosine")
    experiment, key = edits[-1]
    expected = Schedule("cosine", {"steps": 40, "floor": 0.0})
    assert experiment.runs[1].schedules == {"learning_rate": expected}
    assert key == "runs.1.schedules.learning_rate.kind"
    assert button(panel, "learning_rate").isChecked()
    assert experiment.runs[1].hyperparameters == RUNS[1].hyperparameters


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if not kind.of_parts])
def test_that_every_kind_has_a_row_for_each_number_it_declares(qtbot, panel, kind):
    editor = opened(qtbot, panel, "momentum")
    choose(editor, kind.id)
    shown = [row.objectName() for row in editor.findChildren(ParameterRow) if row.isVisible()]
    assert shown == [each.name for each in kind.parameters]


def test_that_the_numbers_of_a_schedule_are_edited_under_their_own_keys(qtbot, panel, edits):
    panel.set_experiment(WAVE)
    editor = opened(qtbot, panel)
    type_value(qtbot, editor.findChild(ParameterRow, "floor"), "0.25")
    experiment, key = edits[-1]
    schedule = experiment.runs[1].schedules["learning_rate"]
    assert (schedule.kind, dict(schedule.parameters)) == ("cosine", {"steps": 100, "floor": 0.25})
    assert key == "runs.1.schedules.learning_rate.floor"


def test_that_the_constant_kind_takes_the_schedule_away(qtbot, panel, edits):
    panel.set_experiment(WAVE)
    editor = opened(qtbot, panel)
    assert editor.findChild(QComboBox, "schedule_kind").itemData(0) == "constant"
    choose(editor, "constant")
    assert edits[-1][0] == PLAIN
    assert not button(panel, "learning_rate").isChecked()


def test_that_a_constant_factor_is_a_schedule(qtbot, panel, edits):
    editor = opened(qtbot, panel)
    type_value(qtbot, editor.findChild(ParameterRow, "factor"), "0.5")
    schedule = edits[-1][0].runs[1].schedules["learning_rate"]
    assert (schedule.kind, schedule.parameters["factor"]) == ("constant", 0.5)


def test_that_the_curve_and_its_ends_follow_the_base_value_and_the_steps(qtbot, panel):
    panel.set_experiment(WAVE)
    editor = opened(qtbot, panel)
    curve = editor.findChild(Sparkline)
    run = WAVE.runs[1]
    assert np.array_equal(curve.values, run.values("learning_rate", np.arange(40)))
    halved = replace(run, hyperparameters={"learning_rate": 0.3, "momentum": 0.5})
    panel.set_experiment(replace(WAVE.with_run(1, halved), steps=101))
    assert np.array_equal(curve.values, halved.values("learning_rate", np.arange(101)))
    ends = editor.findChild(QLabel, "schedule_ends").text()
    assert ends == "0.3 in the first step, 0 in the last"


def test_that_the_slider_of_a_scheduled_number_sets_its_base_value(qtbot, panel, edits):
    panel.set_experiment(WAVE)
    card = panel.findChild(RunCard, "run_1")
    type_value(qtbot, card.findChild(ParameterRow, "learning_rate"), "0.2")
    run = edits[-1][0].runs[1]
    assert run.hyperparameters["learning_rate"] == 0.2
    assert run.schedules == WAVE.runs[1].schedules


def test_that_only_momentum_can_keep_the_friction(qtbot, panel, edits):
    panel.set_experiment(WAVE)
    rate, momentum = opened(qtbot, panel), opened(qtbot, panel, "momentum")
    assert rate.findChild(QComboBox, "schedule_kind").findData("rescale") < 0
    choose(momentum, "rescale")
    run = edits[-1][0].runs[1]
    assert run.schedules["momentum"].kind == "rescale"
    curve = momentum.findChild(Sparkline)
    assert np.array_equal(curve.values, run.values("momentum", np.arange(40)))
    assert curve.values[-1] > curve.values[0] == 0.5


def test_that_a_schedule_made_of_parts_is_shown_and_left_to_the_file(qtbot, panel, edits):
    run = replace(RUNS[1], schedules={"learning_rate": CHAINED})
    panel.set_experiment(PLAIN.with_run(1, run))
    editor = opened(qtbot, panel)
    box = editor.findChild(QComboBox, "schedule_kind")
    assert box.currentData() == "sequence"
    assert box.findData("product") < 0
    note = editor.findChild(QLabel, "schedule_note").text()
    assert note == "Made of: Linear warm-up, Cosine. Edit it in the file."
    assert editor.findChildren(ParameterRow) == []
    assert edits == []
    choose(editor, "step")
    assert box.findData("sequence") < 0


def test_that_a_schedule_out_of_range_is_refused_and_stays_to_be_mended(qtbot, panel, edits):
    rising = replace(RUNS[1], schedules={"momentum": Schedule("constant", {"factor": 1.5})})
    panel.set_experiment(PLAIN.with_run(1, rising))
    editor = opened(qtbot, panel, "momentum")
    row = editor.findChild(ParameterRow, "factor")
    with qtbot.waitSignal(panel.refused) as refused:
        type_value(qtbot, row, "3")
    assert "momentum would be 1.5 at step 0" in refused.args[0]
    typed = row.findChild(ValueEntry)
    assert (typed.text(), bool(typed.problem)) == ("3", True)
    qtbot.keyClick(typed, Qt.Key.Key_Escape)
    assert typed.text() == "1.5"
    assert edits == []


def test_that_only_numbers_that_are_given_can_change(qtbot, panel):
    panel.set_experiment(PLAIN.with_run(1, Run("torch.optim.SGD")))
    QApplication.processEvents()
    assert button(panel, "learning_rate").isEnabled()
    assert button(panel, "nesterov") is None


def test_that_tab_goes_from_the_button_through_the_open_editor(qtbot, panel):
    panel.set_experiment(WAVE)
    editor = opened(qtbot, panel)
    button(panel, "learning_rate").setFocus()
    walked = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked[:5] == editor.editors
    momentum = panel.findChild(RunCard, "run_1").findChild(ParameterRow, "momentum")
    assert walked[5] is momentum.editors[0]


def test_that_turning_to_the_editor_selects_its_run(qtbot, panel):
    editor = opened(qtbot, panel)
    with qtbot.waitSignal(panel.selected) as selected:
        editor.findChild(ValueEntry).setFocus()
    assert selected.args == [1]
