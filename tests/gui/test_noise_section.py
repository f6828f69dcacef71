"""Noise in the form: its kinds, the runs that take them, and minibatches beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel

from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import KINDS, Noise
from simulation.schedules import Schedule
from tests.gui.forms import Form

DESCENT = Experiment(runs=(Run("gradient-descent"),))
MOMENTUM = Experiment(runs=(Run("momentum"),))
AIRFOIL = Experiment(objective=ObjectiveChoice("airfoil"), batch_size=10)


@pytest.fixture
def form(qtbot) -> Form:
    return Form(qtbot, MOMENTUM)


def test_that_draws_are_asked_for_linear_noise_only(form):
    form.press("noise")
    assert not form.row("draws").isVisible()
    form.choose("kind", "linear", "noise")
    assert form.row("draws").isVisible()
    assert (form.edits[-1][0].noise.kind, form.edits[-1][1]) == ("linear", "noise.kind")


def test_that_each_kind_says_its_strength(form):
    form.press("noise")
    box = form.row("kind", "noise").findChild(QComboBox)
    for place, strength in enumerate(KINDS.values()):
        assert strength in box.itemData(place, Qt.ItemDataRole.ToolTipRole)
    form.choose("kind", "kramers", "noise")
    assert form.panel.findChild(QLabel, "noise_formula").text() == KINDS["kramers"]


def test_that_langevin_noise_on_momentum_is_refused_and_taken_back(form):
    form.press("noise")
    form.choose("kind", "langevin", "noise")
    assert len(form.refusals) == 1
    assert "Langevin noise is for gradient-descent, not momentum" in form.refusals[0]
    assert form.row("kind", "noise").value == "gaussian"
    assert form.row("kind", "noise").findChild(QComboBox).currentText() == "gaussian"
    assert len(form.edits) == 1


def test_that_a_kind_that_no_longer_fits_does_not_lock_noise_out(form):
    form.show(replace(DESCENT, noise=Noise("langevin")))
    form.press("noise")
    form.show(MOMENTUM)
    form.press("noise")
    assert len(form.refusals) == 1
    assert not form.panel.findChild(QCheckBox, "noise").isChecked()
    form.press("noise")
    assert form.edits[-1][0].noise == Noise()


def test_that_sampling_is_chosen_where_there_are_minibatches(form):
    assert not form.row("sampling").isVisible()
    form.show(AIRFOIL)
    assert form.row("sampling").isVisible()
    form.choose("sampling", "replacement")
    assert (form.edits[-1][0].sampling, form.edits[-1][1]) == ("replacement", "sampling")
    form.press("minibatches")
    assert not form.row("sampling").isEnabled()


def test_that_minibatches_go_with_the_schedule_of_their_size(form):
    form.show(replace(AIRFOIL, batch_size_schedule=Schedule("step")))
    form.press("minibatches")
    assert form.refusals == []
    assert (form.edits[-1][0].batch_size, form.edits[-1][0].batch_size_schedule) == (None, None)


def test_that_a_gpu_is_offered_only_where_the_file_names_one(form):
    box = form.row("device").findChild(QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["auto", "cpu"]
    form.choose("device", "cpu")
    assert (form.edits[-1][0].device, form.edits[-1][1]) == ("cpu", "device")
    form.show(replace(MOMENTUM, device="cuda:1"))
    assert box.currentText() == "cuda:1"
    assert len(form.edits) == 1


def test_that_tab_goes_down_the_whole_form(form):
    form.show(replace(AIRFOIL, noise=Noise("linear")))
    batches = ["batch_size", "batch_size", "batch_size", "sampling"]
    noise = ["noise_section", "kind", "sigma", "sigma", "draws", "draws", "shared"]
    assert form.walk("minibatches", 12) == [*batches, *noise, "seed"]
