"""Langevin's and Kramers' equations in steps, as REFERENCE and the optimizers have them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.theory.ensemble import TILE, Ensemble
from simulation.theory.langevin import Dynamics
from tests.simulation.theory.baths import placed


def test_that_without_friction_it_is_euler_maruyama() -> None:
    dynamics = Dynamics(sigma=0.5, step=0.02)
    assert (dynamics.learning_rate, dynamics.momentum) == (0.02, 0.0)
    assert dynamics.kick == pytest.approx(math.sqrt(2 * 0.02) * 0.5, rel=1e-15)
    assert dynamics.temperature == 0.25


@pytest.mark.parametrize(
    ("friction", "step", "momentum", "rate"),
    [(1, 0.1, 0.904762, 0.009524), (0.5, 0.3, 0.860465, 0.083721)],
)
def test_that_with_friction_it_is_the_momentum_of_the_text(
    friction: float, step: float, momentum: float, rate: float
) -> None:
    dynamics = Dynamics(1.0, step, friction)
    assert dynamics.momentum == pytest.approx(momentum, abs=5e-7)
    assert dynamics.learning_rate == pytest.approx(rate, abs=5e-7)
    back = Dynamics.of_optimizer(1.0, dynamics.learning_rate, dynamics.momentum)
    assert (back.step, back.friction) == pytest.approx((step, friction), rel=1e-12)


def test_that_momentum_0_is_langevins_equation() -> None:
    assert Dynamics.of_optimizer(0.3, 0.05, 0.0) == Dynamics(0.3, 0.05)


@pytest.mark.parametrize(
    ("numbers", "key"),
    [((-1, 0.1), "sigma"), ((1, 0), "step"), ((1, 0.1, 0), "friction"), ((1, 1, 3), "friction")],
)
def test_that_numbers_out_of_range_are_refused(numbers: tuple[float, ...], key: str) -> None:
    with pytest.raises(InputError) as refused:
        Dynamics(*numbers)
    assert refused.value.key == key


@pytest.mark.parametrize("momentum", [1.0, -0.1, 1.5])
def test_that_there_is_no_temperature_without_friction(momentum: float) -> None:
    with pytest.raises(InputError, match="momentum"):
        Dynamics.of_optimizer(1.0, 0.1, momentum)


@pytest.mark.parametrize(
    ("optimizer", "kind", "momentum"),
    [
        ("gradient-descent", "langevin", None),
        ("momentum", "kramers", 0.8),
        ("momentum-displacement", "kramers", 0.8),
    ],
)
def test_that_the_noise_of_an_experiment_has_the_same_strength(
    optimizer: str, kind: str, momentum: float | None
) -> None:
    """The kick of a step is the learning rate times the noise on the gradient."""
    values = {"learning_rate": 0.05} | ({} if momentum is None else {"momentum": momentum})
    run = Run(optimizer, values).checked("run")
    noise = Noise(kind, 0.7)
    strength = noise.deviations(run, np.array([0]))[0]
    dynamics = Dynamics.of_optimizer(0.7, 0.05, momentum or 0.0)
    assert dynamics.kick == pytest.approx(0.05 * strength, rel=1e-14)


@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_that_a_ball_without_noise_goes_where_the_run_goes(momentum: float) -> None:
    run = Run("momentum", {"learning_rate": 0.02, "momentum": momentum})
    experiment = Experiment(ObjectiveChoice("two-wells"), (run,), steps=50)
    record = Runner(experiment).run().records[0]
    objective = placed("two-wells")
    dynamics = Dynamics.of_optimizer(0.0, 0.02, momentum)
    ensemble = Ensemble(objective, 3, 0, experiment.start, dynamics)
    ensemble.advance(50)
    expected = np.repeat(record.positions[:, -1:], 3, axis=1)
    np.testing.assert_allclose(ensemble.positions, expected, rtol=1e-12)


@pytest.mark.parametrize("friction", [None, 2.0])
def test_that_slices_of_work_change_no_bit(friction: float | None) -> None:
    objective, dynamics = placed("two-wells"), Dynamics(0.5, 0.02, friction)
    whole, cut = (Ensemble(objective, TILE + 5, 7, (-1.0, 0.5), dynamics) for _ in range(2))
    whole.advance(12)
    for steps in (1, 4, 7):
        cut.advance(steps)
    assert np.array_equal(whole.positions, cut.positions)
    assert (whole.steps, cut.steps) == (12, 12)
    assert whole.time == pytest.approx(cut.time)


def test_that_another_seed_gives_other_balls() -> None:
    objective, dynamics = placed("double-well"), Dynamics(0.5, 0.02)
    first, second = (Ensemble(objective, 10, seed, (0.0,), dynamics) for seed in (0, 1))
    first.advance(3)
    second.advance(3)
    assert not np.isclose(first.positions, second.positions).any()


def test_that_too_many_balls_are_refused() -> None:
    with pytest.raises(InputError, match="balls: give 1 to 20000000"):
        Ensemble(placed("two-wells"), 20_000_001, 0, (0.0, 0.0), Dynamics(1.0, 0.1))


def test_that_velocities_stay_when_the_step_changes() -> None:
    """Without noise and slope a ball goes on as fast as before, but for the friction."""
    objective = placed("plateau", dimension=1)
    ensemble = Ensemble(objective, 1, 0, (1e9,), Dynamics(0.0, 0.1, 1e-6))
    ensemble._displacements[:] = 1e3
    ensemble.change(Dynamics(0.0, 0.05, 1e-6))
    before = ensemble.positions.copy()
    ensemble.advance(1)
    assert (ensemble.positions - before).item() == pytest.approx(500, rel=1e-6)
