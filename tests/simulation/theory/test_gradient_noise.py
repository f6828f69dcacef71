"""The temperature of minibatches, and what it predicts on a regression."""

from __future__ import annotations

import numpy as np
import pytest

from simulation import datasets
from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.objectives.base import DataObjective
from simulation.theory.gradient_noise import GradientNoise, measure
from simulation.theory.langevin import Dynamics
from simulation.theory.minibatch_ensemble import MinibatchEnsemble
from simulation.theory.temperatures import Cell, Temperatures
from tests.simulation.theory.baths import placed


@pytest.fixture(scope="module")
def noise() -> GradientNoise:
    objective = placed("airfoil")
    assert isinstance(objective, DataObjective)
    return measure(objective)


@pytest.fixture(scope="module")
def curvatures(noise: GradientNoise) -> np.ndarray:
    return np.linalg.eigvalsh(noise.hessian)


@pytest.mark.data
def test_that_the_hessian_has_the_published_eigenvalues() -> None:
    eigenvalues = np.linalg.eigvalsh(measure(placed("airfoil")).hessian)
    published = [0.1737, 0.6665, 0.9181, 1.0000, 1.1262, 2.0985]
    np.testing.assert_allclose(eigenvalues, published, atol=5e-5)


def test_that_single_examples_add_up_to_the_whole(noise: GradientNoise) -> None:
    rows = features_and_ones()
    np.testing.assert_allclose(noise.hessian, rows.T @ rows / len(rows), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(noise.gradients.mean(0), 0, atol=1e-12)


def features_and_ones() -> np.ndarray:
    features, _ = datasets.airfoil()
    return np.column_stack([features, np.ones(len(features))])


def test_that_the_covariance_is_that_of_the_residuals(noise: GradientNoise) -> None:
    """For least squares the gradient of an example is its row times its residual."""
    rows = features_and_ones()
    residuals = rows @ noise.minimum - datasets.airfoil()[1]
    expected = (rows * residuals[:, None] ** 2).T @ rows / len(rows)
    np.testing.assert_allclose(noise.covariance, expected, rtol=1e-9, atol=1e-12)


def test_that_rate_and_batch_by_one_factor_leave_the_temperature(noise: GradientNoise) -> None:
    assert noise.temperature(0.1, 0.5, 50) == pytest.approx(noise.temperature(0.02, 0.5, 10))
    assert noise.temperature(0.02, 0.9, 10) == pytest.approx(10 * noise.temperature(0.02, 0, 10))


@pytest.mark.parametrize("momentum", [0.0, 0.7])
def test_that_the_exact_covariance_is_left_alone_by_a_step(
    noise: GradientNoise, curvatures: np.ndarray, momentum: float
) -> None:
    """Σ is a fixed point of one step from N(0, S), drawn many times."""
    rate, batch = 0.1, 4
    exact = noise.stationary_covariance(rate, momentum, batch)
    runs = MinibatchEnsemble(noise, rate, momentum, batch, 0)
    runs.advance(int(3.5 * (1 - momentum) / (rate * curvatures[0])), settling=True)
    runs.advance(600, settling=False)
    scale = np.sqrt(np.outer(np.diag(exact), np.diag(exact)))
    assert np.abs((runs.covariance - exact) / scale).max() < 0.05
    assert np.trace(runs.covariance) == pytest.approx(np.trace(exact), rel=0.03)


def test_that_without_friction_or_with_too_large_a_rate_it_never_settles(
    noise: GradientNoise, curvatures: np.ndarray
) -> None:
    limit = 2 / curvatures[-1]
    assert noise.stationary_covariance(1.05 * limit, 0.0, 10) is None
    assert noise.stationary_covariance(0.95 * limit, 0.0, 1500) is not None


@pytest.mark.slow
def test_that_the_temperature_predicts_a_run_of_the_engine(
    noise: GradientNoise, curvatures: np.ndarray
) -> None:
    """Excess loss of 60,000 steps on batches of 10: exactly within 5 %, as a bath within 15 %."""
    rate, batch, steps, skipped = 0.2 / curvatures[-1], 10, 60_000, 500
    experiment = Experiment(
        ObjectiveChoice("airfoil", tuple(noise.minimum.tolist())),
        (Run("gradient-descent", {"learning_rate": rate}),),
        steps=steps,
        batch_size=batch,
        sampling="replacement",
    )
    record = Runner(experiment).run().records[0]
    least = placed("airfoil").minima[0].value
    excess = float(record.losses[skipped:].mean()) - least
    exact = noise.excess_loss(noise.stationary_covariance(rate, 0.0, batch))
    assert excess == pytest.approx(exact, rel=0.05)
    temperature = noise.temperature(rate, 0.0, batch)
    bath = noise.bath_covariance(Dynamics(temperature**0.5, rate))
    assert noise.excess_loss(bath) == pytest.approx(6 * temperature / 2)  # σ²/2 a coordinate
    assert excess == pytest.approx(noise.excess_loss(bath), rel=0.15)


@pytest.mark.slow
def test_that_cells_are_measured_beside_what_is_predicted() -> None:
    run = Run("momentum", {"learning_rate": 0.1, "momentum": 0.5})
    experiment = Experiment(ObjectiveChoice("airfoil"), (run,), batch_size=20)
    temperatures = Temperatures(experiment, 0)
    assert all(np.isnan(cell.measured) for cell in temperatures.cells)
    assert {cell.batch_size for cell in temperatures.cells} == {1, 3, 10, 20, 30, 100}
    assert {cell.learning_rate for cell in temperatures.cells} == {0.05, 0.1, 0.2}
    done: list[Cell] = []
    for _ in range(60):  # a busy computer takes more than one of these
        temperatures.advance(1.0, lambda: True)
        done = [cell for cell in temperatures.cells if cell.error < 0.1 * cell.exact]
        if done:
            break
    assert done
    for cell in done:
        assert abs(cell.measured - cell.exact) < 6 * cell.error


@pytest.mark.parametrize(
    ("objective", "run", "key"),
    [
        ("airfoil", Run("adam"), "optimizer"),
        ("airfoil", Run("momentum", {"momentum": 1.0}), "momentum"),
        ("double-well", Run("gradient-descent"), "objective"),
    ],
)
def test_that_what_has_no_temperature_is_refused(objective: str, run: Run, key: str) -> None:
    with pytest.raises(InputError) as refused:
        Temperatures(Experiment(ObjectiveChoice(objective), (run,)), 0)
    assert refused.value.key == key


def test_that_averaged_momentum_is_measured_at_its_own_rate() -> None:
    run = Run("momentum-averaged", {"learning_rate": 0.2, "momentum": 0.5})
    experiment = Experiment(ObjectiveChoice("airfoil"), (run,))
    rates = {cell.learning_rate for cell in Temperatures(experiment, 0).cells}
    assert rates == {0.05, 0.1, 0.2}  # 0.2 · (1 − 0.5), halved and doubled


@pytest.mark.slow
def test_that_a_reshuffled_order_scatters_less(noise: GradientNoise) -> None:
    """What one batch of an epoch took, the others have not: their noise adds up to nothing."""
    rate, batch = 0.02, 10
    experiment = Experiment(
        ObjectiveChoice("airfoil", tuple(noise.minimum.tolist())),
        (Run("gradient-descent", {"learning_rate": rate}),),
        steps=40_000,
        batch_size=batch,
        sampling="shuffle",
    )
    record = Runner(experiment).run().records[0]
    excess = float(record.losses[2000:].mean()) - placed("airfoil").minima[0].value
    drawn = noise.excess_loss(noise.stationary_covariance(rate, 0.0, batch))
    assert 0.4 * drawn < excess < 0.8 * drawn
