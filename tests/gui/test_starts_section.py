"""Many starts in the form: a first cloud that is seen well, and what cannot be."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.starts import Starts
from tests.gui.forms import Form


@pytest.fixture
def form(qtbot) -> Form:
    return Form(qtbot)


@pytest.mark.parametrize("name", ["ill-conditioned", "rosenbrock", "half-square"])
def test_that_the_first_cloud_is_seen_well(form, name):
    form.show(Experiment(ObjectiveChoice(name)))
    form.press("starts")
    wished = form.edits[-1][0]
    width = min(high - low for low, high in wished.objective.build().bounds)
    assert 0.1 * width < wished.starts.extent < 0.25 * width


def test_that_another_objective_goes_without_the_starts_of_the_old_one(form):
    form.show(Experiment(starts=Starts("grid", 49, 0.25)))
    box = form.panel.findChild(QComboBox, "objectives")
    box.setCurrentIndex(box.findData("rosenbrock"))
    assert form.edits[-1][0].starts is None


def test_that_a_grid_in_too_many_dimensions_is_refused_and_taken_back(form):
    wide = ObjectiveChoice("spectrum", parameters={"dimension": 13})
    form.show(Experiment(wide, starts=Starts("cloud", 4096)))
    form.choose("kind", "grid", "starts")
    assert "8,192 starts" in form.refusals[0]
    assert form.row("kind", "starts").value == "cloud"
    assert form.edits == []


def test_that_it_is_said_which_runs_have_no_companions(form):
    note = form.panel.findChild(QLabel, "starts_note")
    form.show(Experiment(starts=Starts()))
    assert not note.isVisible()
    form.show(Experiment(runs=(Run(), Run("torch.optim.SGD")), starts=Starts()))
    assert note.isVisible()


def test_that_tab_goes_from_the_start_through_the_starts_to_the_steps(form):
    form.show(Experiment(starts=Starts()))
    QApplication.processEvents()
    assert form.walk("starts", 6) == ["kind", "count", "count", "extent", "extent", "steps"]
