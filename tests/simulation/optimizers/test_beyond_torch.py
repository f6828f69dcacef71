"""Rules that torch lacks: against the paper's algorithm in plain numbers, and special cases."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS
from tests.simulation.optimizers.trajectories import (
    STEPS,
    Problem,
    assert_equal_paths,
    complete,
    lane_paths,
    one_ulp_away,
    problem,
    torch_path,
)

Coordinate = Callable[[float, float], float]
"""Position and gradient of one coordinate to its next position; remembers the rest."""


def sign(number: float) -> float:
    return math.copysign(1.0, number) if number else 0.0


def qhm(learning_rate: float, momentum: float, nu: float) -> Coordinate:
    buffer = 0.0

    def step(x: float, g: float) -> float:
        nonlocal buffer
        buffer = momentum * buffer + (1 - momentum) * g
        return x - learning_rate * ((1 - nu) * g + nu * buffer)

    return step


def qhadam(
    learning_rate: float, beta1: float, beta2: float, nu1: float, nu2: float, epsilon: float
) -> Coordinate:
    m = s = 0.0
    t = 0

    def step(x: float, g: float) -> float:
        nonlocal m, s, t
        t += 1
        m = beta1 * m + (1 - beta1) * g
        s = beta2 * s + (1 - beta2) * g**2
        above = (1 - nu1) * g + nu1 * m / (1 - beta1**t)
        below = (1 - nu2) * g**2 + nu2 * s / (1 - beta2**t)
        return x - learning_rate * above / (math.sqrt(below) + epsilon)

    return step


def adabelief(learning_rate: float, beta1: float, beta2: float, epsilon: float) -> Coordinate:
    m = s = 0.0
    t = 0

    def step(x: float, g: float) -> float:
        nonlocal m, s, t
        t += 1
        m = beta1 * m + (1 - beta1) * g
        s = beta2 * s + (1 - beta2) * (g - m) ** 2 + epsilon
        below = math.sqrt(s / (1 - beta2**t)) + epsilon
        return x - learning_rate * m / (1 - beta1**t) / below

    return step


def sign_sgd(learning_rate: float) -> Coordinate:
    return lambda x, g: x - learning_rate * sign(g)


def signum(learning_rate: float, momentum: float) -> Coordinate:
    m = 0.0

    def step(x: float, g: float) -> float:
        nonlocal m
        m = momentum * m + (1 - momentum) * g
        return x - learning_rate * sign(m)

    return step


def lion(learning_rate: float, beta1: float, beta2: float, weight_decay: float) -> Coordinate:
    m = 0.0

    def step(x: float, g: float) -> float:
        nonlocal m
        update = beta1 * m + (1 - beta1) * g
        m = beta2 * m + (1 - beta2) * g
        return x - learning_rate * (sign(update) + weight_decay * x)

    return step


CASES: dict[str, tuple[Callable[..., Coordinate], list[dict[str, Any]]]] = {
    "qhm": (
        qhm,
        [
            {"learning_rate": 1e-3},
            {"learning_rate": 2e-3, "momentum": 0.9, "nu": 0.3},
            {"learning_rate": 30.0, "momentum": 0.5},
        ],
    ),
    "qhadam": (
        qhadam,
        [
            {},
            {"learning_rate": 0.05, "beta1": 0.9, "beta2": 0.99, "nu1": 0.5, "nu2": 0.8},
            {"learning_rate": 0.05, "epsilon": 0.1},
        ],
    ),
    "adabelief": (
        adabelief,
        [{}, {"learning_rate": 0.05}, {"beta1": 0.5, "beta2": 0.9, "epsilon": 1e-4}],
    ),
    "sign-sgd": (sign_sgd, [{}, {"learning_rate": 0.3}]),
    "signum": (signum, [{}, {"learning_rate": 0.1, "momentum": 0.5}]),
    "lion": (
        lion,
        [{}, {"learning_rate": 0.02, "weight_decay": 0.5}, {"beta1": 0.5, "beta2": 0.9}],
    ),
}


def rule(id_: str) -> Rule:
    found = OPTIMIZERS[id_]
    assert isinstance(found, Rule)
    return found


def scalar_path(
    make: Callable[..., Coordinate], values: dict[str, Any], where: Problem, start: Tensor
) -> Tensor:
    """Path ``(steps, dim)`` of an algorithm that knows one coordinate at a time."""
    x = start
    coordinates = [make(**values) for _ in x]
    positions = []
    for gradient in where.source.steps(0, STEPS):
        g = gradient(x[:, None])[:, 0].tolist()
        x = torch.tensor(
            [step(*pair) for step, *pair in zip(coordinates, x.tolist(), g, strict=True)],
            dtype=x.dtype,
        )
        positions.append(x)
        if not x.isfinite().all():
            break
    lost = [torch.full_like(start, torch.nan)] * (STEPS - len(positions))
    return torch.stack(positions + lost)


def test_that_every_rule_without_a_torch_form_is_compared_with_its_paper() -> None:
    textbook = {"momentum-displacement", "momentum-averaged"}
    textbook |= {"nesterov", "nesterov-midpoint", "nesterov-shifted"}
    alone = {
        id_ for id_, found in OPTIMIZERS.items() if isinstance(found, Rule) and not found.torch_form
    }
    assert alone == textbook | set(CASES)


@pytest.mark.parametrize("id_", CASES)
@pytest.mark.parametrize("where", ["ill-conditioned", "rosenbrock", "airfoil", "airfoil/10"])
def test_that_a_rule_follows_the_algorithm_of_its_paper(id_: str, where: str) -> None:
    make, options = CASES[id_]
    setting = problem(where, torch.float64)
    runs = [complete(rule(id_), given) for given in options]
    for values, path in zip(runs, lane_paths(rule(id_), runs, setting), strict=True):
        assert_equal_paths(
            path,
            scalar_path(make, values, setting, setting.start),
            1e-12,
            lambda values=values: (
                scalar_path(make, values, setting, start) for start in one_ulp_away(setting.start)
            ),
        )


SPECIAL_CASES = [
    ("qhm", {"momentum": 0.9, "nu": 1.0}, "momentum-averaged", {"momentum": 0.9}),
    ("qhm", {"momentum": 0.9, "nu": 0.0}, "gradient-descent", {}),
    ("qhadam", {"beta1": 0.9, "nu1": 1.0, "nu2": 1.0}, "adam", {}),
    ("signum", {"momentum": 0.0}, "sign-sgd", {}),
    ("lion", {"beta1": 0.9, "beta2": 0.9}, "signum", {"momentum": 0.9}),
    ("sgd", {"momentum": 0.9}, "momentum", {"momentum": 0.9}),
    ("sgd", {}, "gradient-descent", {}),
]


@pytest.mark.parametrize(("special", "options", "general", "others"), SPECIAL_CASES)
@pytest.mark.parametrize(
    ("dtype", "tolerance"), [(torch.float64, 1e-12), (torch.float32, 1e-5)], ids=str
)
def test_that_a_special_case_is_the_rule_it_generalises(
    special: str,
    options: dict[str, Any],
    general: str,
    others: dict[str, Any],
    dtype: torch.dtype,
    tolerance: float,
) -> None:
    setting = problem("ill-conditioned", dtype)
    rate = {"learning_rate": 0.01}
    one, other = (
        lane_paths(rule(id_), [complete(rule(id_), {**rate, **given})], setting)[0]
        for id_, given in ((special, options), (general, others))
    )
    assert_equal_paths(one, other, tolerance)


def test_that_qhadam_with_both_weights_1_is_the_adam_of_torch() -> None:
    setting = problem("rosenbrock", torch.float64)
    values = {"learning_rate": 0.01, "beta1": 0.9, "nu1": 1.0, "nu2": 1.0}
    path = lane_paths(rule("qhadam"), [complete(rule("qhadam"), values)], setting)[0]
    adam = complete(rule("adam"), {"learning_rate": 0.01})
    assert_equal_paths(path, torch_path(rule("adam"), adam, setting), 1e-12)


def test_that_asgd_remembers_the_mean_of_its_late_iterates() -> None:
    asgd = rule("asgd")
    values = complete(asgd, {"learning_rate": 0.1, "averaging_start": 4.0})
    x = torch.tensor([[-5.0], [-2.0]], dtype=torch.float64).expand(-1, 32).contiguous()
    numbers = {
        p.name: values[p.name] if p.kind == "flag" else x.new_full((32,), values[p.name])
        for p in asgd.hyperparameters
    }
    state, iterates = asgd.init(x), []
    for _ in range(20):
        x, state = asgd.update(x, x, state, **numbers)
        iterates.append(x)
    # torch's weights 1 / max(1, t − t₀) let the mean begin at the iterate after step t₀ + 2.
    torch.testing.assert_close(state.average, torch.stack(iterates[5:]).mean(0))
