"""Wells, plateau and saddle: derivatives, minima, and who is trapped where."""

from __future__ import annotations

import math

import numpy as np
import pytest

from simulation.engine.history import Record
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from tests.simulation.objectives import checks

EACH = [
    ("double-well", {}),
    ("double-well", {"barrier": 5.0, "tilt": 1.5}),
    ("double-well", {"barrier": 0.1, "tilt": -0.3}),
    ("two-wells", {}),
    ("two-wells", {"barrier": 3.0, "tilt": -1.2}),
    ("plateau", {}),
    ("plateau", {"width": 0.5, "dimension": 2}),
    ("plateau", {"dimension": 5}),
    ("saddle", {}),
    ("saddle", {"quartic": 3.0}),
]
each = pytest.mark.parametrize(("name", "parameters"), EACH)


@each
def test_that_derivatives_agree_with_autograd(name: str, parameters: dict[str, float]) -> None:
    checks.assert_derivatives_agree_with_autograd(checks.build(name, parameters))


@each
def test_that_minima_are_minima(name: str, parameters: dict[str, float]) -> None:
    checks.assert_minima_are_minima(checks.build(name, parameters))


@each
def test_that_no_point_lies_below_the_first_minimum(
    name: str, parameters: dict[str, float]
) -> None:
    checks.assert_first_minimum_is_the_global_one(checks.build(name, parameters))


@pytest.mark.parametrize(
    ("name", "parameters"),
    [pair for pair in EACH if pair[0] != "plateau"],
)
def test_that_the_list_of_minima_is_complete(name: str, parameters: dict[str, float]) -> None:
    objective = checks.build(name, parameters)
    assert len(objective.minima) == 2
    checks.assert_list_of_minima_is_complete(objective)


def test_that_without_tilt_the_wells_lie_at_one_and_minus_one() -> None:
    minima = checks.build("double-well", {"tilt": 0.0}).minima
    positions = sorted(minimum.position[0] for minimum in minima)
    assert positions == pytest.approx([-1.0, 1.0], abs=1e-15)
    assert [minimum.value for minimum in minima] == pytest.approx([0.0, 0.0], abs=1e-15)


@pytest.mark.parametrize(("name", "momentum"), [("double-well", 0.8), ("two-wells", 0.8)])
def test_that_descent_and_heavy_friction_stay_in_the_shallow_well(
    name: str, momentum: float
) -> None:
    deep, shallow = checks.build(name, {}).minima
    for record in roll(name, 0.01, 400, 0.0, momentum):
        assert record.positions[:, -1] == pytest.approx(shallow.position, abs=1e-3)
        assert record.positions[0].max() < 0.0
    assert deep.value < shallow.value


@pytest.mark.parametrize("name", ["double-well", "two-wells"])
@pytest.mark.parametrize("momentum", [0.9, 0.95])
def test_that_momentum_crosses_the_barrier_once_and_settles_in_the_deep_well(
    name: str, momentum: float
) -> None:
    deep, _ = checks.build(name, {}).minima
    (record,) = roll(name, 0.01, 400, momentum)
    assert record.positions[:, -1] == pytest.approx(deep.position, abs=1e-3)
    assert np.count_nonzero(np.diff(np.sign(record.positions[0]))) == 1


def test_that_momentum_crosses_the_plateau_several_times_faster() -> None:
    descent, momentum = (steps_to(record, 0.1) for record in roll("plateau", 0.2, 600, 0.0, 0.9))
    assert descent > 5 * momentum


def test_that_a_run_from_the_ridge_lingers_at_the_saddle_and_then_falls() -> None:
    descent, momentum = roll("saddle", 0.05, 400, 0.0, 0.8)
    for record in (descent, momentum):
        assert record.positions[:, -1] == pytest.approx((0.0, math.sqrt(2)), abs=1e-6)
        assert np.linalg.norm(record.gradients, axis=0)[:100].min() < 0.2
    assert steps_to(descent, -0.9) > 1.5 * steps_to(momentum, -0.9)


def roll(name: str, learning_rate: float, steps: int, *momenta: float) -> tuple[Record, ...]:
    """Run accumulated momentum from the default start, once for each momentum."""
    runs = tuple(
        Run("momentum", {"learning_rate": learning_rate, "momentum": momentum})
        for momentum in momenta
    )
    return Runner(Experiment(ObjectiveChoice(name), runs, steps, device="cpu")).run().records


def steps_to(record: Record, loss: float) -> int:
    """First step at which the loss is at most ``loss``."""
    reached = np.flatnonzero(record.losses <= loss)
    assert reached.size, f"never reached {loss}"
    return int(reached[0])
