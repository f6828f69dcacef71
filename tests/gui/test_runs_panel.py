from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QToolButton

from gui.panels.inputs import Slider
from gui.panels.parameter_row import ParameterRow
from gui.panels.run_card import RunCard, with_optimizer
from gui.panels.runs import RunsPanel
from gui.panels.swatch import Swatch
from gui.panels.tones import Tone, tone_colour
from gui.panels.value_entry import ValueEntry, read_value, value_text
from gui.panels.value_slider import SliderScale
from simulation.engine.outcome import Outcome
from simulation.errors import InputError
from simulation.experiment import BATCH_SIZE, Experiment, Run
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM
from simulation.parameters import Parameter

TWO_RUNS = Experiment(
    runs=(
        Run("gradient-descent", {"learning_rate": 0.6}),
        Run("momentum", {"learning_rate": 0.6, "momentum": 0.5}, label="tamed"),
    )
)


@pytest.fixture
def panel(qtbot):
    panel = RunsPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.set_experiment(TWO_RUNS)
    panel.show()
    qtbot.waitExposed(panel)
    settle()
    return panel


@pytest.fixture
def edits(panel):
    received = []
    panel.edited.connect(lambda experiment, key: received.append((experiment, key)))
    return received


def settle():
    """Let rows that were replaced go, and new ones be shown, as they are between two events."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def card(panel, index) -> RunCard:
    return panel.findChild(RunCard, f"run_{index}")


def row(panel, index, name) -> ParameterRow:
    return card(panel, index).findChild(ParameterRow, name)


def type_value(qtbot, row, text, end=Qt.Key.Key_Return):
    entry = row.findChild(ValueEntry)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, end)
    return entry


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.6, "0.6"), (2.0, "2"), (1e-5, "1e-5"), (1e22, "1e22"), (((2.0, 1.0),), "[[2, 1]]")],
)
def test_that_values_are_shown_by_their_shortest_text(value, text):
    assert value_text(value) == text


def test_that_texts_are_read_as_the_declared_kind():
    vector = Parameter("c", (), "", kind="vector")
    assert read_value(LEARNING_RATE, " 6e-1 ") == 0.6
    assert read_value(vector, "1, 2") == read_value(vector, "[1.0, 2]") == (1.0, 2.0)
    assert read_value(BATCH_SIZE, "1e3") == 1000
    for parameter, text in ((LEARNING_RATE, "-1"), (MOMENTUM, "nan"), (vector, "[1, ")):
        with pytest.raises(InputError):
            read_value(parameter, text)


@pytest.mark.parametrize("parameter", [LEARNING_RATE, MOMENTUM, BATCH_SIZE])
def test_that_slider_positions_lie_where_their_values_do(parameter):
    scale = SliderScale.of(parameter)
    assert (scale.value(0), scale.value(scale.positions)) == parameter.slider
    for position in range(0, scale.positions + 1, 97):
        value = scale.value(position)
        assert scale.value(scale.position(value)) == value
        assert parameter.check(value, "") == value


def test_that_a_typed_value_becomes_an_edit_under_its_path(qtbot, panel, edits):
    type_value(qtbot, row(panel, 1, "learning_rate"), "2.5e-1")
    (experiment, key), *rest = edits
    assert not rest
    assert key == "runs.1.learning_rate"
    assert experiment.runs[1].hyperparameters == {"learning_rate": 0.25, "momentum": 0.5}
    assert experiment.runs[0] == TWO_RUNS.runs[0]


def test_that_a_refused_text_stays_until_escape_brings_back_the_value(qtbot, panel, edits):
    with qtbot.waitSignal(panel.refused) as refused:
        entry = type_value(qtbot, row(panel, 1, "momentum"), "1.5")
    assert refused.args == ["momentum: 1.5 is out of range; give a number from 0 to 1"]
    assert (entry.text(), entry.toolTip()) == ("1.5", entry.problem) == ("1.5", refused.args[0])
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    assert (entry.text(), entry.problem) == ("0.5", "")
    assert edits == []


def test_that_dragging_edits_live_under_one_key_and_says_when_it_is_over(qtbot, panel, edits):
    momentum = row(panel, 1, "momentum")
    slider = momentum.findChild(Slider)
    middle = slider.rect().center()
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    for step in (20, 40):
        qtbot.mouseMove(slider, middle + QPoint(step, 0))
    with qtbot.waitSignal(panel.edit_finished):
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    assert {key for _, key in edits} == {"runs.1.momentum"}
    values = [experiment.runs[1].hyperparameters["momentum"] for experiment, _ in edits]
    assert values == sorted(values)
    assert values[-1] > 0.5
    assert momentum.findChild(ValueEntry).text() == value_text(values[-1])


def test_that_arrow_keys_move_a_slider_by_a_hundredth(qtbot, panel, edits):
    slider = row(panel, 1, "momentum").findChild(Slider)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert edits[-1][0].runs[1].hyperparameters["momentum"] == 0.51


@pytest.mark.parametrize("kind", [Slider, QComboBox])
def test_that_the_wheel_changes_nothing_without_focus(panel, edits, kind):
    widget = card(panel, 1).findChild(kind)
    widget.clearFocus()
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    assert edits == []


def test_that_another_optimizer_keeps_the_numbers_of_the_same_name(qtbot, panel, edits):
    box = card(panel, 1).findChild(QComboBox, "optimizer")
    box.setFocus()
    qtbot.keyClicks(box, "torch.optim.SGD")
    settle()
    experiment, key = edits[-1]
    run = experiment.runs[1]
    assert key == ""
    assert (run.optimizer, run.label) == ("torch.optim.SGD", "tamed")
    assert run.hyperparameters["momentum"] == 0.5
    assert row(panel, 1, "dampening").isVisible()


def test_that_numbers_that_the_new_optimizer_does_not_know_are_dropped():
    run = with_optimizer(Run("momentum", {"learning_rate": 0.3}), "gradient-descent")
    assert run.hyperparameters == {"learning_rate": 0.3}


def test_that_an_equal_structure_keeps_its_widgets_and_a_text_being_typed(qtbot, panel):
    entry = row(panel, 1, "momentum").findChild(ValueEntry)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, "0.")
    changed = Run("momentum", {"learning_rate": 0.1, "momentum": 0.5}, label="tamed")
    panel.set_experiment(TWO_RUNS.with_run(1, changed))
    assert row(panel, 1, "momentum").findChild(ValueEntry) is entry
    assert entry.text() == "0."
    assert row(panel, 1, "learning_rate").findChild(ValueEntry).text() == "0.1"


def test_that_facts_make_no_wishes(panel, edits):
    panel.set_experiment(Experiment(runs=(Run("torch.optim.SGD", enabled=False),)))
    panel.set_outcomes([Outcome("diverged", 97, "diverged at step 97")])
    assert edits == []


def test_that_a_label_is_typed_live_and_merges(qtbot, panel, edits):
    label = card(panel, 0).findChild(QLineEdit, "label")
    assert label.placeholderText() == "Gradient descent, η 0.6"
    qtbot.keyClicks(label, "ab")
    assert [(e.runs[0].label, key) for e, key in edits] == [
        ("a", "runs.0.label"),
        ("ab", "runs.0.label"),
    ]


def test_that_a_run_can_be_disabled_by_keyboard(qtbot, panel, edits):
    qtbot.keyClick(card(panel, 0).findChild(object, "enabled"), Qt.Key.Key_Space)
    assert [run.enabled for run in edits[-1][0].runs] == [False, True]


def test_that_an_added_run_has_momentum_and_the_last_numbers(qtbot, panel, edits):
    qtbot.mouseClick(panel.findChild(QPushButton, "add_run"), Qt.MouseButton.LeftButton)
    assert edits[-1][0].runs == (*TWO_RUNS.runs, Run("momentum", TWO_RUNS.runs[1].hyperparameters))
    assert card(panel, 2).findChild(Swatch).colour == QColor("#009e73")


def test_that_a_duplicate_comes_last_under_a_name_of_its_own(qtbot, panel, edits):
    button = card(panel, 1).findChild(QToolButton, "duplicate")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [run.label for run in edits[-1][0].runs] == ["", "tamed", ""]
    assert edits[-1][0].runs[2].hyperparameters == TWO_RUNS.runs[1].hyperparameters


def test_that_a_run_is_removed_but_never_the_only_one(qtbot, panel, edits):
    button = card(panel, 0).findChild(QToolButton, "remove")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert edits[-1][0].runs == TWO_RUNS.runs[1:]
    assert not button.isEnabled()


def test_that_a_chosen_colour_is_kept_and_no_answer_changes_nothing(
    qtbot, panel, edits, monkeypatch
):
    swatch = card(panel, 0).findChild(Swatch)
    answers = [QColor("#123456"), None]
    monkeypatch.setattr(RunsPanel, "ask_colour", lambda *_: answers.pop(0))
    qtbot.mouseClick(swatch, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(swatch, Qt.MouseButton.LeftButton)
    assert [experiment.runs[0].colour for experiment, _ in edits] == ["#123456"]
    assert swatch.colour == QColor("#123456")


def test_that_divergence_is_told_in_the_warning_tone(panel):
    panel.set_outcomes([Outcome("diverged", 97, "diverged at step 97")])
    label = card(panel, 0).findChild(QLabel, "outcome")
    assert label.text() == "diverged at step 97"
    assert label.palette().windowText().color() == tone_colour(panel.palette(), Tone.WARNING)


def test_that_turning_to_a_card_selects_its_run(qtbot, panel):
    with qtbot.waitSignal(panel.selected) as selected:
        qtbot.mouseClick(card(panel, 1), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert selected.args == [1]


def test_that_tab_goes_down_the_cards_also_after_a_rebuild(qtbot, panel):
    panel.set_experiment(TWO_RUNS.with_run(0, Run("momentum")))
    panel.set_experiment(TWO_RUNS.with_run(0, Run("torch.optim.SGD")))
    settle()
    card(panel, 0).findChild(QComboBox, "optimizer").setFocus()
    ahead = [editor for editor in card(panel, 0).editors[6:] if editor.isVisible()]
    ahead = [editor for editor in ahead if editor.isEnabled()]
    walked = []
    for _ in range(len(ahead) + 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert len(ahead) > 10
    assert walked == [*ahead, card(panel, 1).findChild(Swatch)]


def test_that_an_edit_of_one_run_leaves_the_cards_of_the_others_alone(panel, monkeypatch):
    shown = []
    monkeypatch.setattr(RunCard, "set_run", lambda card, run, **_: shown.append(run))
    edited = TWO_RUNS.with_run(1, Run("momentum", {"learning_rate": 0.3, "momentum": 0.5}))
    panel.set_experiment(edited)
    assert shown == [edited.runs[1]]
    panel.set_experiment(replace(edited, steps=99))  # schedules are drawn over all steps
    assert shown[1:] == list(edited.runs)


def test_that_a_refused_edit_of_a_run_is_taken_back_on_its_card(panel, monkeypatch):
    def refuse(*_):
        raise InputError("runs", "no more of these")

    monkeypatch.setattr(Experiment, "with_run", refuse)
    row = panel.findChildren(ParameterRow, "learning_rate")[0]
    row._take_edit(0.25)
    assert row.value == 0.6
