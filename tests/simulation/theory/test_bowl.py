"""How wide balls spread in quadratics, with steps and in the limit."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import solve_discrete_lyapunov

from simulation.theory.bowl import bowl_of, continuous_variance, discrete_variance
from simulation.theory.ensemble import Ensemble
from simulation.theory.langevin import Dynamics
from tests.simulation.theory.baths import placed

SIGMA, CURVATURE = 0.5, 2.0


@pytest.mark.parametrize("share", [0.1, 0.5, 1.0, 1.5])
def test_that_the_variance_is_the_exact_one_of_the_steps(share: float) -> None:
    """Within 1 % of 2σ²/(λ(2 − γλ)): the mean over 400,000 balls, whose own error is 0.22 %."""
    step = share / CURVATURE
    objective = placed("scalar-quadratic", curvature=CURVATURE)
    ensemble = Ensemble(objective, 400_000, 1, (0.0,), Dynamics(SIGMA, step))
    ensemble.advance(60)
    expected = SIGMA**2 * 2 / (CURVATURE * (2 - share))
    assert ensemble.positions.var() == pytest.approx(expected, rel=0.01)
    formula = discrete_variance(Dynamics(SIGMA, step), np.array([CURVATURE]))
    assert formula == pytest.approx([expected], rel=1e-14)


@pytest.mark.parametrize(("step", "friction"), [(0.3, 1.0), (1.0, 0.5), (1.2, 1.5)])
def test_that_with_friction_it_is_that_of_the_leapfrog(step: float, friction: float) -> None:
    dynamics = Dynamics(SIGMA, step, friction)
    objective = placed("scalar-quadratic", curvature=CURVATURE)
    ensemble = Ensemble(objective, 400_000, 1, (0.0,), dynamics)
    ensemble.advance(int(16 / (friction * step)) + 20)
    expected = SIGMA**2 / (CURVATURE * (1 - step**2 * CURVATURE / 4))
    assert ensemble.positions.var() == pytest.approx(expected, rel=0.01)
    formula = discrete_variance(dynamics, np.array([CURVATURE]))
    assert formula == pytest.approx([expected], rel=1e-12)


@pytest.mark.parametrize("dynamics", [Dynamics(0.7, 0.3), Dynamics(0.7, 0.6, 1.1)])
@pytest.mark.parametrize("curvature", [0.2, 1.0, 4.0])
def test_that_the_formula_solves_the_lyapunov_equation(
    dynamics: Dynamics, curvature: float
) -> None:
    rate, kept = dynamics.learning_rate, dynamics.momentum
    step = np.array([[1 - rate * curvature, kept], [-rate * curvature, kept]])
    kick = np.full((2, 2), dynamics.kick**2)
    exact = solve_discrete_lyapunov(step, kick)[0, 0]
    assert discrete_variance(dynamics, np.array([curvature])) == pytest.approx([exact], rel=1e-10)


def test_that_it_tends_to_the_continuous_one() -> None:
    eigenvalues = np.array([0.2, 4.0])
    limit = continuous_variance(0.3, eigenvalues)
    np.testing.assert_allclose(limit, [0.09 / 0.2, 0.09 / 4])
    for dynamics in (Dynamics(0.3, 1e-6), Dynamics(0.3, 1e-3, 1.0)):
        np.testing.assert_allclose(discrete_variance(dynamics, eigenvalues), limit, rtol=1e-5)


def test_that_steps_beyond_the_limit_of_stability_never_settle() -> None:
    eigenvalues = np.array([0.2, 4.0])
    langevin = discrete_variance(Dynamics(0.3, 0.6), eigenvalues)
    assert np.isfinite(langevin).tolist() == [True, False]
    ball = Dynamics.of_optimizer(0.3, 0.6, 0.5)  # 0.6 · 4 < 2 + 2 · 0.5
    assert np.isfinite(discrete_variance(ball, eigenvalues)).all()


def test_that_a_tilted_bowl_is_seen_along_its_eigenvectors() -> None:
    bowl = bowl_of(placed("quadratic"))
    np.testing.assert_allclose(bowl.centre, [-1, 1])
    matrix = bowl.eigenvectors @ np.diag(bowl.eigenvalues) @ bowl.eigenvectors.T
    np.testing.assert_allclose(matrix, [[2, 1], [1, 3]])


@pytest.mark.parametrize(
    ("name", "is_bowl"),
    [("spectrum", True), ("ill-conditioned", True)]
    + [(name, False) for name in ("double-well", "two-wells", "rosenbrock", "plateau", "saddle")],
)
def test_that_only_quadratics_are_bowls(name: str, *, is_bowl: bool) -> None:
    assert (bowl_of(placed(name)) is not None) == is_bowl
