"""The bundled presets are complete, and say only what can be computed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.presets import find_preset, presets

PUBLISHED_ROWS = [
    "gd-0.4",
    "gd-0.6",
    "momentum-0.6-0.5",
    "momentum-0.6-0.25",
    "w2-half",
    "4x2-lr1",
    "4x2-lr0.5",
    "4x2-lr0.2",
    "4x2-lr0.1",
    "4x2-lr0.125",
    "4x2-lrs",
    "4x2-momentum",
    "airfoil-0.02-0.5",
    "airfoil-0.01-0.9",
    "airfoil-0.005-0.9",
    "airfoil-concise",
    "scalar-gd",
    "spectrum",
]


@pytest.mark.parametrize("name", PUBLISHED_ROWS)
def test_that_every_published_experiment_has_a_preset_with_its_numbers(name: str) -> None:
    assert find_preset(name).published


@pytest.mark.parametrize("name", list(presets()))
def test_that_a_preset_runs_to_its_last_step(name: str) -> None:
    preset = find_preset(name)
    history = Runner(preset.experiment).run()
    assert history.computed == preset.experiment.steps
    assert preset.experiment.title
    assert preset.lesson.summary
    assert preset.lesson.look_for


def test_that_families_stay_together_in_the_gallery() -> None:
    families = [preset.lesson.family for preset in presets().values()]
    changes = sum(a != b for a, b in pairwise(families))
    assert changes == len(set(families)) - 1


def test_that_an_unknown_preset_gets_a_suggestion() -> None:
    with pytest.raises(InputError, match=r"did you mean 'ravine'"):
        find_preset("ravin")
