"""The bundled presets are complete, and say only what can be computed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.presets import find_preset, load_experiment, load_preset, presets

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


LESSON = """[lesson]
order = 1
family = "a"
summary = "b"
look_for = "c"
source = "d"
[[published]]
run = 0
quantity = "x1"
value = 1
"""


def test_that_a_preset_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(LESSON)
    preset = load_preset(path)
    assert (preset.id, preset.title, preset.lesson.order) == ("mine", "mine", 1)
    assert [entry.value for entry in preset.published] == [1]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("order = 1", "", "lesson.order: is missing; give a whole number"),
        ("order = 1", "order = 'x'", "lesson.order: 'x' is not allowed; give a whole number"),
        ("order = 1", "order = 1\norders = 1", "no key is called 'orders'; did you mean 'order'"),
        ('family = "a"', "family = 3", "lesson.family: 3 is not allowed; give a text"),
        ("[lesson]", "[lessons]", "lesson: is missing; give a table"),
        ("[[published]]", "[published]", "published: .* give a list"),
        ("value = 1", 'value = "1"', "published.value: '1' is not allowed; give a number"),
    ],
)
def test_that_a_broken_preset_is_refused_with_the_place(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(LESSON.replace(old, new))
    with pytest.raises(InputError, match=told):
        load_preset(path)
    if new != "[lessons]":  # only presets must have one
        with pytest.raises(InputError, match=told):
            load_experiment(path)
