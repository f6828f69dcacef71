"""A part of the form that can be left out remembers its numbers."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from simulation.experiment import Experiment
from simulation.noise import PARAMETERS as NOISE_PARAMETERS
from simulation.noise import Noise
from simulation.starts import PARAMETERS as START_PARAMETERS
from simulation.starts import Starts
from tests.gui.forms import Form

SECTIONS = {
    "noise": (Noise("linear", 0.5, 20, shared=False), NOISE_PARAMETERS, "sigma", 0.25),
    "starts": (Starts("grid", 49, 0.25), START_PARAMETERS, "count", 99),
}


@pytest.fixture
def form(qtbot) -> Form:
    return Form(qtbot)


@pytest.mark.parametrize("section", SECTIONS)
def test_that_it_is_switched_on_and_off_with_its_numbers(form, section) -> None:
    _, _, name, value = SECTIONS[section]
    assert not form.row(name, section).isVisible()
    form.press(section)
    assert form.row(name, section).isVisible()
    first = getattr(form.edits[-1][0], section)
    form.type_value(name, str(value), section)
    form.press(section)
    assert not form.row(name, section).isVisible()
    form.press(section)
    changed = replace(first, **{name: value})
    assert [(getattr(wished, section), key) for wished, key in form.edits[1:]] == [
        (changed, f"{section}.{name}"),
        (None, ""),
        (changed, ""),
    ]


@pytest.mark.parametrize("section", SECTIONS)
def test_that_every_declared_number_has_a_row(form, section) -> None:
    wanted, parameters, *_ = SECTIONS[section]
    form.show(replace(Experiment(), **{section: wanted}))
    shown = {each.name: form.row(each.name, section).value for each in parameters}
    assert shown == asdict(wanted)


def test_that_sections_with_rows_of_the_same_name_do_not_mix(form) -> None:
    form.show(replace(Experiment(), starts=Starts("grid"), noise=Noise("kramers")))
    assert form.row("kind", "starts").value == "grid"
    assert form.row("kind", "noise").value == "kramers"
