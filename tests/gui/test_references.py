"""Printed numbers are marked in the curves, where they belong and while they hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.theme import run_style
from gui.views.curves import CurvesView
from gui.views.known import ensemble, known_of
from gui.views.references import Reference, references
from gui.window import MainWindow
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.presets import find_preset

DESCENT = Run("gradient-descent", {"learning_rate": 0.1}, "descent")


def view_of(qtbot, *runs, objective="ill-conditioned", steps=20, **settings):
    """A view of a computed experiment, and its records."""
    experiment = Experiment(ObjectiveChoice(objective), runs, steps=steps, **settings)
    history = Runner(experiment).run()
    view = CurvesView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    styles = [run_style(i, run.title, visible=run.enabled) for i, run in enumerate(experiment.runs)]
    view.set_runs(styles, [ensemble(run) for run in experiment.runs])
    view.set_history(history, replace(known_of(experiment, None), minimum=0.0))
    view.show()
    qtbot.waitExposed(view)
    return view, history.records


def test_that_printed_numbers_are_marked_where_they_belong(qtbot):
    preset = find_preset("momentum-0.6-0.5")
    experiment = preset.experiment
    view, _ = view_of(
        qtbot, *experiment.runs, objective=experiment.objective.id, steps=experiment.steps
    )
    view.set_references(references(preset))
    view.choose("x0")
    x, y = view._strokes.references.getData()
    published = [entry for entry in preset.published if entry.quantity == "x1"]
    assert published
    np.testing.assert_array_equal(x, [experiment.steps] * len(published))
    np.testing.assert_allclose(y, [entry.value for entry in published])
    view.choose("coordinates")
    assert len(view._strokes.references.getData()[0]) == 2
    view.choose("gradient-norm")
    assert len(view._strokes.references.getData()[0]) == 0
    view.choose("x0")
    view.set_references([])
    assert len(view._strokes.references.getData()[0]) == 0


def test_that_a_mark_tells_the_number_as_it_is_printed(qtbot):
    view, (record,) = view_of(qtbot, DESCENT)
    view.set_references([Reference(0, 3, "x0", float(record.positions[0, 3]), "−0.943467")])
    view.choose("x0")
    (spot,) = view._strokes.references.points()
    tip = view._strokes.references.opts["tip"]
    assert tip(x=0, y=0, data=spot.data()) == "published: −0.943467"


def test_that_only_numbers_with_a_place_in_a_curve_become_references():
    by_hand = references(find_preset("w2-half"))
    assert [(mark.step, mark.quantity, mark.value) for mark in by_hand] == [
        (0, "gradient-norm", 1.0),
        (1, "x0", 0.99),
        (1, "gradient-norm", 0.99),
        (2, "x0", 0.9711),
    ]
    assert [mark.printed for mark in references(find_preset("scalar-gd"))][3] == "−0.9"
    rates = find_preset("4x2-lrs")
    assert {entry.quantity for entry in rates.published} == {"grows"}
    assert references(rates) == []


@pytest.fixture
def window(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.presenter.start()
    return window


def wait_until_idle(qtbot, window):
    qtbot.waitUntil(lambda: not window.presenter.controller.busy)


def test_that_printed_numbers_are_shown_while_the_experiment_is_the_preset(qtbot, window):
    session, curves = window.session, window.parts.curves
    session.open_preset("momentum-0.6-0.5")
    wait_until_idle(qtbot, window)
    curves.choose("x0")
    marks = curves._strokes.references
    assert len(marks.getData()[0]) == 1
    experiment = session.experiment
    run = replace(experiment.runs[0], hyperparameters={"learning_rate": 0.6, "momentum": 0.3})
    session.edit(experiment.with_run(0, run))
    wait_until_idle(qtbot, window)
    assert len(marks.getData()[0]) == 0
    session.undo()
    wait_until_idle(qtbot, window)
    assert len(marks.getData()[0]) == 1


def test_that_the_selected_card_is_the_run_whose_coordinates_are_shown(qtbot, window):
    wait_until_idle(qtbot, window)
    curves = window.parts.curves
    curves.choose("coordinates")
    window.parts.runs.selected.emit(2)
    assert {line.run for line in curves._lines} == {2}
    # Presets with other numbers of runs and coordinates, one after the other.
    for preset in ("scalar-gd", "w2-half", "momentum-0.6-0.5", "4x2-lrs", "ravine"):
        window.session.open_preset(preset)
        wait_until_idle(qtbot, window)
        for choice in ("distance", "coordinates"):
            if choice in [each.id for each in curves._bar._choices]:
                curves.choose(choice)
        assert len(curves._lines) >= 1
    assert window.parts.message_bar.text == ""
