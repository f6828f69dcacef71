"""Axes, and the experiments that a map stands for."""

from __future__ import annotations

import numpy as np
import pytest

from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.maps.axes import Axis, parse_axis
from simulation.maps.keys import keys
from simulation.maps.specification import Map

RATE, MOMENTUM = "runs.0.learning_rate", "runs.0.momentum"


@pytest.fixture
def experiment(make_experiment):
    return make_experiment("ill-conditioned", [("momentum", {})], steps=30)


def test_that_an_axis_is_read_with_and_without_log():
    assert parse_axis("seed=0:9:10", "--x") == Axis("seed", 0, 9, 10)
    assert parse_axis(f"{RATE}=1e-3:1:4:log", "--x") == Axis(RATE, 1e-3, 1, 4, "log")
    np.testing.assert_allclose(
        parse_axis(f"{RATE}=1e-3:1:4:log", "--x").values, [1e-3, 0.01, 0.1, 1]
    )


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_that_cells_meet_half_way_between_their_values(scale):
    axis = Axis("seed", 1, 100, 3, scale)
    between = np.sqrt if scale == "log" else lambda product: product
    values, edges = axis.values, axis.edges
    inner = values[1:] * values[:-1] if scale == "log" else (values[1:] + values[:-1]) / 2
    np.testing.assert_allclose(edges[1:-1], between(inner))
    assert len(edges) == 4


@pytest.mark.parametrize(
    "text", ["seed", "seed=1:2", "seed=1:2:3:4:5", "=1:2:3", "seed=a:2:3", "seed=1:2:3.5"]
)
def test_that_what_is_no_axis_is_refused_with_an_example(text):
    with pytest.raises(InputError, match=r"--x: .*KEY=LO:HI:N"):
        parse_axis(text, "--x")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((1, 1, 4), "no range"),
        ((2, 1, 4), "no range"),
        ((0, 1, 4, "log"), "above 0"),
        ((0, 1, 1), "2 to"),
        ((0, 1, 10**6), "2 to"),
        ((0, float("inf"), 4), "no end"),
        ((0, 1, 4, "cubic"), "'log'"),
    ],
)
def test_that_an_impossible_range_is_refused(arguments, words):
    with pytest.raises(InputError, match=words):
        Axis(RATE, *arguments)


def test_that_every_offered_key_can_be_mapped(make_experiment):
    experiment = Experiment(
        ObjectiveChoice("formula", None, {"formula": "a*x^2 + y^2"}), (Run("adam"),), steps=3
    )
    offered = keys(experiment)
    names = {key.key for key in offered}
    assert {"runs.0.learning_rate", "objective.start.1", "objective.values.a", "seed"} <= names
    for key in offered:
        other = "runs.0.beta1" if key.key != "runs.0.beta1" else "seed"
        Map(experiment, Axis(key.key, key.low, key.high, 2), Axis(other, 0.0, 0.5, 2))


@pytest.mark.parametrize(
    ("x", "words"),
    [
        ("runs.0.wind", "wind"),
        ("runs.1.momentum", "runs.0"),
        ("noise.sigma", "no noise"),
        ("objective.start.7", "objective.start.7"),
        ("title", "title"),
        (MOMENTUM, "both axes"),
    ],
)
def test_that_an_unknown_key_is_refused(experiment, x, words):
    with pytest.raises(InputError, match=words):
        Map(experiment, Axis(x, 0, 0.9, 3), Axis(MOMENTUM, 0, 0.9, 3))


def test_that_a_range_beyond_what_is_allowed_is_refused(experiment):
    with pytest.raises(InputError, match=r"runs\.0\.momentum.*0 to 1"):
        Map(experiment, Axis(RATE, 0.1, 1, 3), Axis(MOMENTUM, 0, 1.5, 3))


def test_that_a_cell_is_an_experiment_with_its_two_values(experiment):
    map_ = Map(experiment, Axis(RATE, 0.1, 1.0, 4), Axis("objective.start.1", -3, 1, 3))
    cell = map_.at(2, 3)
    assert cell.runs[0].hyperparameters["learning_rate"] == 1.0
    assert cell.start == (-5.0, 1.0)
    assert cell.steps == experiment.steps


def test_that_whole_numbers_stay_whole(experiment):
    map_ = Map(experiment, Axis("steps", 1, 100, 7, "log"), Axis("seed", 0, 3, 4))
    assert map_.x_values.tolist() == [1, 2, 5, 10, 22, 46, 100]
    assert map_.y_values.dtype == np.int64
