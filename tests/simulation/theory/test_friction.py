"""Friction and time step are learning rate and momentum, and back."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.schedules import Schedule
from simulation.theory.friction import to_dynamics, to_optimizer
from simulation.theory.motions import Motion, dynamics_of, motion_of, with_dynamics

PUBLISHED = [  # friction, time step, momentum, learning rate: REFERENCE §6
    (1.0, 0.1, 0.904762, 0.009524),
    (0.5, 0.3, 0.860465, 0.083721),
]


def momentum(optimizer: str = "momentum", **values: float) -> Run:
    return Run(optimizer, {"learning_rate": 0.01, "momentum": 0.9, **values}).checked("")


@pytest.mark.parametrize(("friction", "time_step", "beta", "alpha"), PUBLISHED)
def test_that_friction_and_time_step_give_the_published_numbers(
    friction, time_step, beta, alpha
) -> None:
    learning_rate, kept = to_optimizer(friction, time_step)
    assert round(kept, 6) == beta
    assert round(learning_rate, 6) == alpha


@pytest.mark.parametrize(("friction", "time_step", "beta", "alpha"), PUBLISHED)
def test_that_the_published_numbers_give_friction_and_time_step(
    friction, time_step, beta, alpha
) -> None:
    assert to_dynamics(*to_optimizer(friction, time_step)) == pytest.approx((friction, time_step))
    assert to_dynamics(alpha, beta) == pytest.approx((friction, time_step), rel=1e-4)


@pytest.mark.parametrize(
    ("rate", "beta"), [(0.6, 0.5), (0.01, 0.0), (1.0, 1.0), (1e-8, 0.999), (0.0, 0.5)]
)
def test_that_the_conversion_goes_both_ways_for_every_momentum(rate, beta) -> None:
    friction, time_step = to_dynamics(rate, beta)
    if rate:
        assert to_optimizer(friction, time_step) == pytest.approx((rate, beta), abs=1e-12)
    assert (friction == 0) == (beta == 1 or rate == 0)


def test_that_friction_which_wants_a_negative_momentum_is_refused() -> None:
    assert to_optimizer(20.0, 0.1) == pytest.approx((0.005, 0.0))
    with pytest.raises(InputError, match="at most 20"):
        to_optimizer(20.1, 0.1)


def test_that_momentum_is_rescaled_to_keep_the_friction() -> None:
    schedules = {
        "learning_rate": Schedule("multi-step", {"at": (5,), "factor": 0.1}),
        "momentum": Schedule("rescale"),
    }
    motion = motion_of(replace(momentum(), schedules=schedules).checked(""))
    assert isinstance(motion, Motion)
    _, momenta = motion.rates(np.arange(10))
    assert momenta[3] == 0.9
    assert round(momenta[7], 6) == 0.968377  # REFERENCE §6
    _, frictions = motion.pace(np.arange(10))
    # To first order in 1 − β = 0.1; without the rule the friction would be √10 times as large.
    assert frictions[7] == pytest.approx(frictions[0], rel=0.04)


@pytest.mark.parametrize(
    "optimizer",
    ["momentum", "momentum-displacement", "momentum-averaged", "sgd", "torch.optim.SGD"],
)
def test_that_every_form_takes_the_friction_and_time_step_it_is_given(optimizer) -> None:
    run = with_dynamics(momentum(optimizer), friction=1.0, time_step=0.1)
    assert dynamics_of(run) == pytest.approx((1.0, 0.1))
    assert run.hyperparameters["momentum"] == pytest.approx(0.904762, abs=5e-7)
    histories = [
        Runner(Experiment(ObjectiveChoice("ellipse"), (each,), 50)).run()
        for each in (run, with_dynamics(momentum(), friction=1.0, time_step=0.1))
    ]
    one, other = (history.records[0].positions for history in histories)
    np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-12)


def test_that_a_step_of_gradient_descent_takes_its_learning_rate() -> None:
    run = Run("gradient-descent", {"learning_rate": 0.3}).checked("")
    assert dynamics_of(run) == (None, 0.3)
    slower = with_dynamics(run, friction=None, time_step=0.2)
    assert slower.hyperparameters["learning_rate"] == 0.2


def test_that_a_schedule_makes_time_the_sum_of_the_steps() -> None:
    schedule = {"learning_rate": Schedule("multi-step", {"at": (2,), "factor": 0.25})}
    descent = Run("gradient-descent", {"learning_rate": 0.4}, schedules=schedule).checked("")
    motion = motion_of(descent)
    assert isinstance(motion, Motion)
    np.testing.assert_allclose(motion.clock(4), [0, 0.4, 0.8, 0.9, 1.0])
    ball = motion_of(replace(momentum(momentum=1.0), schedules=schedule).checked(""))
    assert isinstance(ball, Motion)
    # Without friction γ = √α: a quarter of the rate is half the time.
    np.testing.assert_allclose(ball.clock(4), [0, 0.1, 0.2, 0.25, 0.3])


@pytest.mark.parametrize(
    ("run", "absence"),
    [
        (Run("adam"), "other"),
        (Run("torch.optim.LBFGS"), "other"),
        (Run("sgd", {"weight_decay": 0.1}), "options"),
        (Run("sgd", {"momentum": 0.9, "dampening": 0.9}), "options"),
        (Run("momentum-averaged", {"momentum": 1.0}), "still"),
    ],
)
def test_that_what_is_no_ball_has_no_flow(run, absence) -> None:
    assert motion_of(run.checked("")) == absence
    assert dynamics_of(run.checked("")) is None
    with pytest.raises(InputError, match="momentum"):
        with_dynamics(run.checked(""), friction=1.0, time_step=0.1)


def test_that_the_averaged_form_refuses_to_be_without_friction() -> None:
    with pytest.raises(InputError, match="never moves"):
        with_dynamics(momentum("momentum-averaged"), friction=0.0, time_step=0.1)
    run = with_dynamics(momentum(), friction=0.0, time_step=0.1)
    assert run.hyperparameters["momentum"] == 1.0
    assert run.hyperparameters["learning_rate"] == pytest.approx(0.01)
    assert math.isclose(dynamics_of(run)[1], 0.1)
