"""The real rules near their flows at the rate that theory gives them."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.optimizers.momentum import MOMENTUM_ACCUMULATED
from simulation.theory.flow_paths import initial_velocity
from simulation.theory.flows import Flow, Piece
from simulation.theory.friction import to_optimizer
from simulation.theory.motions import Motion, motion_of, with_dynamics
from simulation.theory.orders import HALVINGS, convergence
from simulation.theory.placing import gradients_at
from simulation.theory.solving import solve

DESCENT = Run("gradient-descent", {"learning_rate": 0.002})
BALL = Run("momentum", {"learning_rate": 0.01, "momentum": 0.9})
FREE = Run("momentum", {"learning_rate": 0.01, "momentum": 1.0})
AHEAD = Run("nesterov", {"learning_rate": 0.01, "momentum": 0.9})


def measured(run: Run, name: str, steps: int = 20):
    objective = ObjectiveChoice(name).build().place(torch.float64, torch.device("cpu"))
    motion = motion_of(run.checked(""))
    assert isinstance(motion, Motion)
    start = np.array(Experiment(ObjectiveChoice(name)).start)
    return convergence(motion, objective, start, steps)


@pytest.mark.parametrize("name", ["ill-conditioned", "double-well", "spectrum"])
def test_that_gradient_descent_is_of_first_order(name) -> None:
    (descent,) = measured(DESCENT, name)
    assert descent.release == "descent"
    assert descent.order == pytest.approx(1.0, abs=0.1)


@pytest.mark.parametrize("run", [BALL, FREE], ids=["friction", "free"])
@pytest.mark.parametrize("name", ["ill-conditioned", "double-well", "spectrum"])
def test_that_leapfrog_is_of_second_order_only_if_it_starts_at_rest(name, run) -> None:
    early, rest = measured(run, name)
    assert (early.release, rest.release) == ("early", "rest")
    assert early.order == pytest.approx(1.0, abs=0.1)
    assert rest.order == pytest.approx(2.0, abs=0.1)
    assert len(rest.errors) == HALVINGS + 1
    np.testing.assert_allclose(rest.step_sizes[0] / rest.step_sizes, 2.0 ** np.arange(9))


def test_that_reading_the_slope_ahead_is_of_first_order() -> None:
    (ahead,) = measured(AHEAD, "ill-conditioned")
    assert ahead.order == pytest.approx(1.0, abs=0.1)


@pytest.mark.slow
def test_that_no_order_is_claimed_where_steps_are_too_large() -> None:
    early, _ = measured(Run("momentum", {"learning_rate": 0.6, "momentum": 0.5}), "rosenbrock")
    assert np.isnan(early.order)


def test_that_the_usual_start_is_of_second_order_for_a_flow_released_half_a_step_early() -> None:
    """v₀ = 0, and a flow that starts with the mean of the velocities half a step around it."""
    objective = ObjectiveChoice("double-well").build().place(torch.float64, torch.device("cpu"))
    start, friction, end = np.array([-1.7]), 1.0, 3.2
    sizes, errors = [0.02, 0.01, 0.005, 0.0025], []
    for size in sizes:
        run = with_dynamics(BALL.checked(""), friction=friction, time_step=size)
        motion = motion_of(run)
        assert isinstance(motion, Motion)
        velocity = initial_velocity(motion, gradients_at(objective, start[:, None])[:, 0])
        steps = round(end / size)
        flow = solve(
            Flow(objective, start, velocity, (Piece(end, friction),)), size * np.arange(steps + 1)
        )
        x = torch.from_numpy(start)[:, None]
        state = MOMENTUM_ACCUMULATED.init(x)
        numbers = [
            torch.tensor([value], dtype=torch.float64) for value in to_optimizer(friction, size)
        ]
        passed = [x]
        for _ in range(steps):
            x, state = MOMENTUM_ACCUMULATED.update(x, objective.gradient(x), state, *numbers)
            passed.append(x)
        errors.append(np.abs(torch.cat(passed, 1).numpy() - flow.positions).max())
    slope = np.polyfit(np.log(sizes), np.log(errors), 1)[0]
    assert slope == pytest.approx(2.0, abs=0.1)


def test_that_a_run_that_stands_still_has_no_order() -> None:
    assert measured(Run("gradient-descent", {"learning_rate": 0.0}), "ill-conditioned") == ()
