"""The batch size follows a schedule, whose steps are epochs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from gui.panels.objective import ObjectivePanel
from gui.panels.schedule_editor import ScheduleEditor
from gui.panels.sparkline import Sparkline
from gui.session import Session
from simulation.experiment import Experiment, ObjectiveChoice
from simulation.schedules import Schedule

DATA = Experiment(ObjectiveChoice("airfoil"), steps=600, batch_size=100)
GROWING = replace(DATA, batch_size_schedule=Schedule("step", {"every": 2, "factor": 2.0}))


@pytest.fixture
def panel(qtbot: QtBot) -> ObjectivePanel:
    panel = ObjectivePanel()
    qtbot.addWidget(panel)
    panel.resize(330, 1200)
    panel.set_experiment(DATA)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def session(panel: ObjectivePanel) -> Session:
    session = Session(DATA)
    panel.edited.connect(session.edit)
    panel.edit_finished.connect(session.seal)
    session.changed.connect(panel.set_experiment)
    return session


def button(panel: ObjectivePanel) -> QToolButton:
    return panel.findChild(QToolButton, "schedule")


def opened(qtbot: QtBot, panel: ObjectivePanel) -> ScheduleEditor:
    qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    return panel.findChild(ScheduleEditor, "schedule_of_batch_size")


def choose(editor: ScheduleEditor, kind: str) -> None:
    box = editor.findChild(QComboBox, "schedule_kind")
    box.setCurrentIndex(box.findData(kind))


def test_that_a_chosen_schedule_is_one_step_of_undo(qtbot, panel, session) -> None:
    choose(opened(qtbot, panel), "step")
    assert session.experiment.batch_size_schedule == Schedule("step").checked("")
    assert button(panel).isChecked()
    session.undo()
    assert session.experiment == DATA
    assert not button(panel).isChecked()


def test_that_constant_is_no_schedule(qtbot, panel, session) -> None:
    session.edit(GROWING)
    choose(opened(qtbot, panel), "constant")
    assert session.experiment.batch_size_schedule is None


def test_that_the_curve_shows_the_batch_sizes_of_the_epochs(qtbot, panel) -> None:
    panel.set_experiment(GROWING)
    editor = opened(qtbot, panel)
    examples = DATA.objective.build().examples
    sizes, steps = [], 0
    while steps < GROWING.steps:
        sizes.append(min(100 * 2 ** (len(sizes) // 2), examples))
        steps += -(-examples // sizes[-1])
    shown = editor.findChild(Sparkline).values
    np.testing.assert_array_equal(np.unique(shown), np.unique(sizes))
    text = editor.findChild(QLabel, "schedule_ends").text()
    assert text == f"100 in the first epoch, {sizes[-1]} in the last"


def test_that_a_whole_run_is_as_many_epochs_as_there_are(qtbot, panel, session) -> None:
    choose(opened(qtbot, panel), "cosine")
    epochs = -(-DATA.steps // -(-DATA.objective.build().examples // 100))
    assert session.experiment.batch_size_schedule.parameters["steps"] == epochs


def test_that_momentum_s_own_kind_is_not_offered(qtbot, panel) -> None:
    box = opened(qtbot, panel).findChild(QComboBox, "schedule_kind")
    assert box.findData("rescale") < 0


def test_that_without_minibatches_there_is_nothing_to_schedule(qtbot, panel, session) -> None:
    session.edit(GROWING)
    panel.findChild(QCheckBox, "minibatches").click()
    assert session.experiment.batch_size_schedule is None
    assert not button(panel).isEnabled()
    session.undo()
    assert session.experiment == GROWING
