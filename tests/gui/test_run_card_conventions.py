from __future__ import annotations

from dataclasses import replace

import pytest

from gui.panels.conventions import ConventionButton
from gui.panels.run_card import RunCard
from gui.panels.runs import RunsPanel
from simulation.conventions import ACCUMULATED, AVERAGED, CONVENTIONS, DISPLACEMENT, express
from simulation.experiment import Experiment, Run
from simulation.schedules import Schedule

TAMED = Run("momentum", {"learning_rate": 0.6, "momentum": 0.5}, label="tamed")


@pytest.fixture
def panel(qtbot):
    panel = RunsPanel()
    qtbot.addWidget(panel)
    panel.resize(330, 700)
    panel.set_experiment(Experiment(runs=(Run("gradient-descent"), TAMED)))
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def edits(panel):
    received = []
    panel.edited.connect(lambda experiment, key: received.append((experiment, key)))
    return received


def menu_of(panel, index) -> ConventionButton:
    return panel.findChild(RunCard, f"run_{index}").findChild(ConventionButton)


def choose(panel, target):
    actions = menu_of(panel, 1).menu().actions()
    next(action for action in actions if action.data() == target).trigger()


def test_that_a_run_is_expressed_in_another_convention(panel, edits):
    choose(panel, AVERAGED)
    experiment, key = edits[-1]
    run = experiment.runs[1]
    assert key == ""
    assert (run.optimizer, run.label) == (AVERAGED, "tamed")
    assert run.hyperparameters["learning_rate"] == 1.2  # 0.6 / (1 − 0.5)
    choose(panel, ACCUMULATED)
    assert edits[-1][0].runs[1] == express(run, ACCUMULATED)
    assert edits[-1][0].runs[1].hyperparameters["learning_rate"] == 0.6


def test_that_the_menu_marks_the_convention_in_force(panel):
    for optimizer in CONVENTIONS:
        panel.set_experiment(Experiment(runs=(Run("gradient-descent"), Run(optimizer))))
        actions = menu_of(panel, 1).menu().actions()
        assert [action.data() for action in actions] == [*CONVENTIONS]
        assert [action.data() for action in actions if action.isChecked()] == [optimizer]
        assert [action.data() for action in actions if not action.isEnabled()] == [optimizer]


def test_that_other_optimizers_have_no_conventions(panel):
    assert menu_of(panel, 0).isHidden()
    assert not menu_of(panel, 1).isHidden()


def test_that_what_would_be_another_method_is_refused(qtbot, panel, edits):
    changing = replace(TAMED, schedules={"learning_rate": Schedule("cosine")})
    panel.set_experiment(Experiment(runs=(Run("gradient-descent"), changing)))
    with qtbot.waitSignal(panel.refused) as refused:
        choose(panel, DISPLACEMENT)
    assert "the displacement form is another method" in refused.args[0]
    assert edits == []
    marked = [action.data() for action in menu_of(panel, 1).menu().actions() if action.isChecked()]
    assert marked == [ACCUMULATED]
