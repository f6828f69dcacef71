"""Three forms of Nesterov's method against each other, torch.optim and plain loops."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from simulation.optimizers.nesterov import NESTEROV, NESTEROV_SHIFTED

OBJECTIVES = ["ill-conditioned", "spectrum", "airfoil"]


def settings(learning_rate, momentum):
    return {"learning_rate": learning_rate, "momentum": momentum}


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize(("rate", "momentum"), [(0.1, 0.9), (0.2, 0.5), (0.01, 0.99)])
def test_that_look_ahead_and_shifted_are_one_iteration(objective, rate, momentum, compute):
    runs = [(name, settings(rate, momentum)) for name in ("nesterov", "nesterov-shifted")]
    ahead, shifted = (record.positions for record in compute(objective, runs, steps=200))
    # Θ = θ + βv, and v is the last displacement of θ; both start at rest.
    velocity = np.diff(ahead, axis=1, prepend=ahead[:, :1])
    size = np.abs(shifted).max(0)
    assert (np.abs(ahead + momentum * velocity - shifted).max(0) <= 1e-12 * size.max()).all()


def test_that_the_two_variables_differ_by_momentum_times_velocity_at_every_step():
    """θ = Θ − βv with the rules' own velocities, on a slope that is not linear."""
    h = settings(torch.tensor([0.05, 0.1, 0.2]), torch.tensor([0.5, 0.9, 0.99]))
    h = {name: value.double() for name, value in h.items()}
    theta = shifted = torch.linspace(-1, 1, 6, dtype=torch.float64).reshape(2, 3)
    state, shifted_state = NESTEROV.init(theta), NESTEROV_SHIFTED.init(shifted)
    for _ in range(100):
        point = NESTEROV.query(theta, state, **h)
        theta, state = NESTEROV.update(theta, point.sin(), state, **h)
        shifted, shifted_state = NESTEROV_SHIFTED.update(shifted, shifted.sin(), shifted_state, **h)
        # The look-ahead form moves by −v, the shifted one by +v.
        assert torch.allclose(state.velocity, -shifted_state.velocity, rtol=0, atol=1e-12)
        expected = shifted - h["momentum"] * shifted_state.velocity
        assert torch.allclose(theta, expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("objective", ["ill-conditioned", "airfoil"])
def test_that_the_shifted_form_is_nesterov_of_torch(objective, compute, make_experiment):
    runs = [("nesterov-shifted", settings(0.1, 0.9))]
    (record,) = compute(objective, runs, steps=200)
    choice = make_experiment(objective, runs)
    placed = choice.objective.build().place(torch.float64, torch.device("cpu"))
    x = torch.tensor(choice.start, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=0.1, momentum=0.9, nesterov=True)
    for step in range(1, 201):
        optimizer.zero_grad()
        placed.value(x[:, None]).sum().backward()
        optimizer.step()
        expected = x.detach().numpy()
        difference = np.abs(record.positions[:, step] - expected).max()
        assert difference <= 1e-12 * np.abs(expected).max()


def plain_loop(point, sign, rate, momentum, steps):
    """x of the ill-conditioned bowl; ``point`` says where the slope is read."""
    x, v, rows = [-5.0, -2.0], [0.0, 0.0], [[-5.0, -2.0]]
    curvatures = (0.2, 4.0)
    for _ in range(steps):
        read = [point(a, b, momentum) for a, b in zip(x, v, strict=True)]
        slopes = [k * a for k, a in zip(curvatures, read, strict=True)]
        v = [momentum * b - sign * rate * g for b, g in zip(v, slopes, strict=True)]
        x = [a + sign * b for a, b in zip(x, v, strict=True)]
        rows.append(x)
    return np.array(rows).T


@pytest.mark.parametrize(
    ("name", "point", "sign"),
    [
        ("nesterov", lambda x, v, beta: x - beta * v, -1),
        ("nesterov-midpoint", lambda x, v, beta: x + beta / 2 * v, 1),
    ],
)
def test_that_the_slope_is_read_where_the_formula_says(name, point, sign, compute):
    (record,) = compute("ill-conditioned", [(name, settings(0.1, 0.9))], steps=200)
    expected = plain_loop(point, sign, 0.1, 0.9, 200)
    np.testing.assert_allclose(record.positions, expected, rtol=0, atol=5e-12)


@pytest.mark.parametrize("momentum", [0.0, 0.25, 0.5, 0.9])
@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("nesterov", lambda beta: (2 + 2 * beta) / (1 + 2 * beta)),
        ("nesterov-shifted", lambda beta: (2 + 2 * beta) / (1 + 2 * beta)),
        ("nesterov-midpoint", lambda beta: 2.0),
    ],
)
def test_that_the_rule_is_stable_up_to_its_limit_and_not_beyond(name, limit, momentum, compute):
    rates = [0.99 * limit(momentum), 1.01 * limit(momentum)]
    runs = [(name, settings(rate, momentum)) for rate in rates]
    below, beyond = compute("scalar-quadratic", runs, steps=1000)
    assert abs(below.positions[0, -1]) < 1e-4
    assert not abs(beyond.positions[0, -1]) < 1e4


def test_that_at_momentum_0_9_heavy_ball_bears_larger_rates_than_nesterov(compute):
    rates = (1.357 - 0.01, 1.357 + 0.01, 3.8 - 0.01, 3.8 + 0.01)
    names = ("nesterov", "nesterov", "momentum", "momentum")
    runs = [(name, settings(rate, 0.9)) for name, rate in zip(names, rates, strict=True)]
    records = compute("scalar-quadratic", runs, steps=2000)
    settled = [bool(abs(record.positions[0, -1]) < 1e-4) for record in records]
    assert settled == [True, False, True, False]


@pytest.mark.parametrize("momentum", [0.7, 0.9, 0.99])
def test_that_nesterov_overshoots_less_than_heavy_ball_at_the_same_rate(momentum, compute):
    runs = [(name, settings(0.1, momentum)) for name in ("nesterov", "momentum")]
    look_ahead, heavy_ball = compute("scalar-quadratic", runs, steps=200)
    overshoots = [-record.positions.min() for record in (look_ahead, heavy_ball)]
    assert overshoots[0] < overshoots[1]
    assert overshoots[1] > 0.1
