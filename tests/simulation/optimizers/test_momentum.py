"""Gradient descent and momentum against the published tables, torch.optim and closed forms."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from simulation.optimizers.catalog import OPTIMIZERS
from simulation.optimizers.momentum import MOMENTUM_ACCUMULATED, MOMENTUM_DISPLACEMENT

BALLS = (
    "momentum",
    "momentum-displacement",
    "momentum-averaged",
    "nesterov",
    "nesterov-midpoint",
    "nesterov-shifted",
    "torch.optim.SGD",
)
"""Rules that are gradient descent but for their velocity."""


def settings(learning_rate, momentum):
    return {"learning_rate": learning_rate, "momentum": momentum}


def assert_same_trajectory(one, other, relative=1e-12):
    """Positions of each step to ``relative`` of the largest coordinate at that step."""
    size = np.abs(other).max(0)
    assert (size > 0).all()
    assert (np.abs(one - other).max(0) <= relative * size).all()


# ------------------------------------------------------------------------- published results


@pytest.mark.parametrize(
    ("name", "values", "x1", "x2"),
    [
        ("gradient-descent", {"learning_rate": 0.4}, -0.943467, -0.000073),
        ("gradient-descent", {"learning_rate": 0.6}, -0.387814, -1673.365109),
        ("momentum", settings(0.6, 0.5), 0.007188, 0.002553),
        ("momentum", settings(0.6, 0.25), -0.126340, -0.186632),
    ],
)
def test_that_twenty_steps_in_the_ravine_end_where_the_textbook_says(name, values, x1, x2, compute):
    (record,) = compute("ill-conditioned", [(name, values)], steps=20)
    assert record.positions[:, -1].round(6).tolist() == [x1, x2]


@pytest.mark.parametrize(
    ("learning_rate", "positions", "losses"),
    [
        (1.0, [2, -14, 98, -686], [16, 784, 38416, 1882384]),
        (0.5, [2, -6, 18, -54], [16, 144, 1296, 11664]),
        (0.125, [2, 0, 0, 0], [16, 0, 0, 0]),
    ],
)
def test_that_whole_numbers_on_4x2_are_exact_in_float32(learning_rate, positions, losses, compute):
    runs = [("gradient-descent", {"learning_rate": learning_rate})]
    (record,) = compute("four-x-squared", runs, steps=3, dtype="float32")
    assert record.positions[0].tolist() == positions
    assert record.losses.tolist() == losses


@pytest.mark.parametrize(
    ("learning_rate", "step", "position", "loss"),
    [
        (0.2, 1, -1.2000000476837158, None),
        (0.2, 19, -0.00012187196989543736, 5.941110714502429e-08),
        (0.1, 19, 1.0485747469965445e-13, 4.398036056521599e-26),
    ],
)
def test_that_4x2_in_float32_is_the_published_table_to_two_ulp(
    learning_rate, step, position, loss, compute
):
    runs = [("gradient-descent", {"learning_rate": learning_rate})]
    (record,) = compute("four-x-squared", runs, steps=19, dtype="float32")
    pairs = [(record.positions[0, step], position)]
    pairs += [(record.losses[step], loss)] if loss is not None else []
    computed, published = (np.array(column, np.float32) for column in zip(*pairs, strict=True))
    np.testing.assert_array_max_ulp(computed, published, maxulp=2)


@pytest.mark.parametrize(("highest", "growing"), [(0.5, 5), (0.3, 2), (0.2, 0)])
def test_that_of_ten_rates_on_4x2_the_published_number_diverges(highest, growing, compute):
    rates = np.linspace(0.01, highest, 10).tolist()
    runs = [("gradient-descent", {"learning_rate": rate}) for rate in rates]
    records = compute("four-x-squared", runs, steps=100)
    grew = [record.losses[-1] > record.losses[0] for record in records]
    assert grew == [False] * (10 - growing) + [True] * growing


def test_that_the_rate_nearest_to_one_eighth_by_contraction_is_the_fastest(compute):
    rates = np.linspace(0.01, 0.2, 10).tolist()
    runs = [("gradient-descent", {"learning_rate": rate}) for rate in rates]
    records = compute("four-x-squared", runs, steps=10)
    ranking = np.argsort([record.losses[-1] for record in records])
    assert [round(rates[index], 4) for index in ranking[:2]] == [0.1156, 0.1367]
    for index, contraction in zip(ranking, [0.0756, 0.0933], strict=False):
        x = np.abs(records[index].positions[0])
        np.testing.assert_allclose(x[1:] / x[:-1], contraction, atol=5e-5)


@pytest.mark.parametrize(
    ("learning_rate", "momentum", "step"),
    [(0.01, 0.0, 59), (0.03, 0.0, 18), (0.01, 0.9, 90), (0.01, 0.63, 21)],
)
def test_that_the_loss_on_4x2_stays_small_from_the_published_step_on(
    learning_rate, momentum, step, compute
):
    runs = [("momentum", settings(learning_rate, momentum))]
    (record,) = compute("four-x-squared", runs, steps=100)
    assert record.losses[step - 1] >= 1e-3
    assert (record.losses[step:] < 1e-3).all()


@pytest.mark.parametrize(
    ("name", "values", "loss"),
    [
        ("gradient-descent", {"learning_rate": 1.0}, 0.002729417631),
        ("momentum", settings(1.0, 0.9), 1.586022925e-05),
    ],
)
def test_that_a_hundred_steps_on_the_spectrum_end_at_the_published_loss(
    name, values, loss, compute
):
    (record,) = compute("spectrum", [(name, values)], steps=100)
    assert record.losses[0] == 0.9990234375
    assert record.losses[-1] == pytest.approx(loss, rel=5e-10)  # ten digits are published


# ------------------------------------------------------------------------------ closed forms


@pytest.mark.parametrize("curvature", [0.1, 1.0, 10.0, 19.0])
def test_that_gradient_descent_contracts_by_one_minus_rate_times_curvature(curvature, compute):
    runs = [("gradient-descent", {"learning_rate": 0.1})]
    (record,) = compute("scalar-quadratic", runs, steps=20, curvature=curvature)
    expected = {0.1: 0.99, 1.0: 0.9, 10.0: 0.0, 19.0: -0.9}[curvature] ** np.arange(21)
    np.testing.assert_allclose(record.positions[0], expected, rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize(("rate", "momentum"), [(0.6, 0.5), (0.6, 0.25), (0.4, 0.0), (0.05, 0.95)])
@pytest.mark.parametrize("curvature", [0.2, 4.0])
def test_that_momentum_is_the_power_of_its_two_by_two_matrix(rate, momentum, curvature, compute):
    runs = [("momentum", settings(rate, momentum))]
    (record,) = compute("scalar-quadratic", runs, steps=100, curvature=curvature)
    matrix = np.array([[momentum, curvature], [-rate * momentum, 1 - rate * curvature]])
    power = np.linalg.matrix_power
    expected = [(power(matrix, step) @ [0.0, 1.0])[1] for step in range(101)]
    np.testing.assert_allclose(record.positions[0], expected, rtol=1e-11, atol=1e-14)


@pytest.mark.parametrize("momentum", [0.0, 0.25, 0.5, 0.9])
@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("gradient-descent", lambda beta: 2.0),
        ("momentum", lambda beta: 2 + 2 * beta),
        ("momentum-displacement", lambda beta: 2 + 2 * beta),
        ("momentum-averaged", lambda beta: (2 + 2 * beta) / (1 - beta)),
    ],
)
def test_that_the_rule_is_stable_up_to_its_limit_and_not_beyond(name, limit, momentum, compute):
    values = {} if name == "gradient-descent" else {"momentum": momentum}
    rates = [0.99 * limit(momentum), 1.01 * limit(momentum)]
    runs = [(name, {"learning_rate": rate, **values}) for rate in rates]
    below, beyond = compute("scalar-quadratic", runs, steps=1000)
    assert abs(below.positions[0, -1]) < 1e-4
    assert not abs(beyond.positions[0, -1]) < 1e4


def test_that_momentum_swings_through_the_minimum_only_above_the_critical_value(compute):
    critical = (1 - 0.08**0.5) ** 2  # learning rate 0.01, curvature 8
    assert round(critical, 6) == 0.514315
    runs = [("momentum", settings(0.01, critical + shift)) for shift in (-0.02, 0.02)]
    below, above = compute("four-x-squared", runs, steps=100)
    assert (below.positions > 0).all()
    assert (above.positions < 0).any()


def push(rule, steps, **hyperparameters):
    """Velocity and position after ``steps`` updates on a constant slope of 1."""
    one = torch.ones(1, 1, dtype=torch.float64)
    x, state = 0 * one, rule.init(0 * one)
    for _ in range(steps):
        x, state = rule.update(x, one, state, **hyperparameters)
    return float(state.velocity), float(x)


@pytest.mark.parametrize("momentum", [0.0, 0.6, 0.9, 0.95])
def test_that_on_a_constant_slope_velocity_adds_up_to_the_leaky_sum(momentum):
    velocity, _ = push(MOMENTUM_ACCUMULATED, 40, **settings(0.1, momentum))
    assert velocity == pytest.approx(sum(momentum**age for age in range(40)), rel=1e-13)


def test_that_a_hundred_averaged_gradients_weigh_the_published_sum():
    velocity, _ = push(OPTIMIZERS["momentum-averaged"], 100, **settings(0.1, 0.9))
    assert round(velocity, 12) == 0.999973438601


# ---------------------------------------------------------------------- how rules are related


def torch_sgd(objective, learning_rate, steps, **options):
    """Positions ``(dim, steps + 1)`` of a plain torch.optim.SGD loop with autograd."""
    x = torch.tensor(objective.start, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=learning_rate, **options)
    placed = objective.objective.build().place(torch.float64, torch.device("cpu"))
    rows = [x.detach().clone()]
    for _ in range(steps):
        optimizer.zero_grad()
        placed.value(x[:, None]).sum().backward()
        optimizer.step()
        rows.append(x.detach().clone())
    return torch.stack(rows, 1).numpy()


@pytest.mark.parametrize("objective", ["ill-conditioned", "airfoil"])
@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9])
def test_that_batched_momentum_is_sgd_of_torch_for_200_steps(
    objective, momentum, make_experiment, compute
):
    rates = (0.4, 0.1, 0.01)
    runs = [("momentum", settings(rate, momentum)) for rate in rates]
    experiment = make_experiment(objective, runs)
    records = compute(objective, runs, steps=200)
    for rate, record in zip(rates, records, strict=True):
        expected = torch_sgd(experiment, rate, 200, momentum=momentum)
        assert_same_trajectory(record.positions, expected)


@pytest.mark.parametrize("objective", ["ill-conditioned", "spectrum", "airfoil"])
def test_that_the_accumulated_and_the_displacement_form_move_alike(objective, compute):
    runs = [(name, settings(0.1, 0.9)) for name in ("momentum", "momentum-displacement")]
    accumulated, displacement = compute(objective, runs, steps=200)
    assert_same_trajectory(displacement.positions, accumulated.positions)


def test_that_the_two_forms_part_when_the_learning_rate_changes():
    """Two steps on a slope of 1, the rate falling from 1 to 0.1, β = 0.5.

    Accumulated: v = 1, 1.5, so x = −1 − 0.1 · 1.5. Displacement: v = 1, 0.5 + 0.1, so
    x = −1 − 0.6: the old rate stays in the velocity.
    """
    one = torch.ones(1, 1, dtype=torch.float64)
    ends = []
    for rule in (MOMENTUM_ACCUMULATED, MOMENTUM_DISPLACEMENT):
        x, state = 0 * one, rule.init(0 * one)
        for rate in (1.0, 0.1):
            x, state = rule.update(x, one, state, **settings(rate, 0.5))
        ends.append(float(x))
    assert ends == pytest.approx([-1.15, -1.6], rel=1e-15)


@pytest.mark.parametrize("objective", ["ill-conditioned", "spectrum", "airfoil"])
@pytest.mark.parametrize("momentum", [0.3, 0.9])
def test_that_averaging_is_accumulating_at_a_rate_one_minus_momentum_smaller(
    objective, momentum, compute
):
    runs = [
        ("momentum-averaged", settings(0.4, momentum)),
        ("momentum", settings(0.4 * (1 - momentum), momentum)),
    ]
    averaged, accumulated = compute(objective, runs, steps=200)
    assert_same_trajectory(averaged.positions, accumulated.positions)


@pytest.mark.parametrize("name", BALLS)
@pytest.mark.parametrize("objective", ["ill-conditioned", "spectrum", "airfoil"])
def test_that_a_ball_without_momentum_is_gradient_descent(name, objective, compute):
    runs = [(name, settings(0.1, 0.0)), ("gradient-descent", {"learning_rate": 0.1})]
    without, descent = compute(objective, runs, steps=100)
    assert_same_trajectory(without.positions, descent.positions)


@pytest.mark.parametrize("name", BALLS)
def test_that_a_ball_with_momentum_is_not_gradient_descent(name, compute):
    runs = [(name, settings(0.1, 0.5)), ("gradient-descent", {"learning_rate": 0.1})]
    moved, descent = compute("ill-conditioned", runs, steps=100)
    assert np.abs(moved.positions[:, 2:] - descent.positions[:, 2:]).max() > 0.1
