"""The classic test functions: derivatives, minima and the numbers that books print."""

from __future__ import annotations

import math

import pytest
import torch

from simulation.experiment import Experiment, ObjectiveChoice
from tests.simulation.objectives import checks

EACH = [
    ("rosenbrock", {}),
    ("rosenbrock", {"dimension": 3}),
    ("rosenbrock", {"dimension": 4}),
    ("rosenbrock", {"dimension": 7, "steepness": 50}),
    ("rosenbrock", {"dimension": 50}),
    ("beale", {}),
    ("himmelblau", {}),
    ("styblinski-tang", {"dimension": 1}),
    ("styblinski-tang", {}),
    ("styblinski-tang", {"dimension": 10}),
    ("booth", {}),
    ("matyas", {}),
    ("three-hump-camel", {}),
    ("goldstein-price", {}),
    ("rastrigin", {"dimension": 1}),
    ("rastrigin", {}),
    ("rastrigin", {"dimension": 5}),
    ("ackley", {"dimension": 1}),
    ("ackley", {}),
    ("ackley", {"dimension": 5}),
    ("easom", {}),
    ("levi-13", {}),
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


@each
def test_that_the_default_start_lies_in_view(name: str, parameters: dict[str, float]) -> None:
    experiment = Experiment(objective=ObjectiveChoice(name, parameters=parameters))
    bounds = experiment.objective.build().bounds
    assert all(low <= x <= high for x, (low, high) in zip(experiment.start, bounds, strict=True))


@pytest.mark.parametrize(
    ("name", "parameters", "count"),
    [
        ("rosenbrock", {}, 1),
        ("rosenbrock", {"dimension": 3}, 1),
        ("rosenbrock", {"dimension": 4}, 2),
        ("himmelblau", {}, 4),
        ("styblinski-tang", {}, 4),
        ("styblinski-tang", {"dimension": 3}, 8),
        ("booth", {}, 1),
        ("matyas", {}, 1),
        ("three-hump-camel", {}, 3),
        ("goldstein-price", {}, 4),
        ("rastrigin", {}, 121),
    ],
)
def test_that_the_list_of_minima_is_complete(
    name: str, parameters: dict[str, float], count: int
) -> None:
    objective = checks.build(name, parameters)
    assert len(objective.minima) == count
    checks.assert_list_of_minima_is_complete(objective)


@pytest.mark.parametrize(
    ("name", "parameters", "point", "value"),
    [
        ("rosenbrock", {}, (-1.2, 1.0), 24.2),
        ("rosenbrock", {"dimension": 4}, (-1.2, 1.0, -1.2, 1.0), 532.4),
        ("beale", {}, (1.0, 1.0), 14.203125),
        ("himmelblau", {}, (0.0, 0.0), 170.0),
        ("styblinski-tang", {"dimension": 3}, (1.0, 1.0, 1.0), -15.0),
        ("booth", {}, (0.0, 0.0), 74.0),
        ("matyas", {}, (1.0, 2.0), 0.34),
        ("three-hump-camel", {}, (1.0, 1.0), 2 - 1.05 + 1 / 6 + 2),
        ("goldstein-price", {}, (0.0, 0.0), 600.0),
        ("goldstein-price", {}, (1.0, 1.0), 1876.0),
        ("rastrigin", {"dimension": 3}, (1.0, 0.5, -2.0), 25.25),
        ("ackley", {}, (1.0, 1.0), 20 - 20 * math.exp(-0.2)),
        ("ackley", {"dimension": 1}, (0.5,), 20 + math.e - 20 * math.exp(-0.1) - math.exp(-1)),
        ("easom", {}, (0.0, 0.0), -math.exp(-2 * math.pi**2)),
        ("levi-13", {}, (0.5, 0.25), 1 + 0.25 * 1.5 + 0.5625 * 2),
    ],
)
def test_that_values_are_those_of_the_formula(
    name: str, parameters: dict[str, float], point: tuple[float, ...], value: float
) -> None:
    x = checks.tensor(point)[:, None]
    assert checks.build(name, parameters).value(x).item() == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rosenbrock", 0.0),
        ("beale", 0.0),
        ("booth", 0.0),
        ("matyas", 0.0),
        ("goldstein-price", 3.0),
        ("rastrigin", 0.0),
        ("ackley", 0.0),
        ("easom", -1.0),
        ("levi-13", 0.0),
    ],
)
@pytest.mark.parametrize("dtype", [torch.float64, torch.float32])
def test_that_the_global_minimum_is_hit_exactly(
    name: str, value: float, dtype: torch.dtype
) -> None:
    """Where its position is a binary fraction (or π), the value has no rounding error."""
    objective = checks.build(name, {})
    x = torch.tensor(objective.minima[0].position, dtype=dtype)[:, None]
    assert objective.value(x).item() == value
    assert objective.gradient(x).abs().max().item() < 1e-14


def test_that_ackley_has_the_slope_of_its_cone_beside_the_tip() -> None:
    x = checks.tensor([[1e-12, -1e-12], [0.0, 0.0]])
    slope = 4 / math.sqrt(2)
    expected = checks.tensor([[slope, -slope], [0.0, 0.0]])
    torch.testing.assert_close(checks.build("ackley", {}).gradient(x), expected)
