"""Predicted and measured: rates, iterates and limits of stability, on the engine."""

from __future__ import annotations

import numpy as np
import pytest

from simulation.theory.linear_forms import rate, roots
from simulation.theory.linear_prediction import fitted_rates
from simulation.theory.probing import probe
from simulation.theory.regimes import Regime, regimes
from simulation.theory.stability import TEXTBOOK, textbook_family
from tests.simulation.theory.forms import FORMS, bowl, engine_positions, rule_and_values, spectrum

CURVATURES = 2.0 ** -np.arange(10)
GRID = 50


def grid():
    """Learning rates and momenta of 50 × 50 runs, ``(2500,)`` each."""
    etas, betas = np.meshgrid(np.arange(1, GRID + 1) * 4 / GRID, np.arange(GRID) / GRID)
    return etas.ravel(), betas.ravel()


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_that_predicted_and_fitted_rates_agree_on_all_stable_cells(form):
    """Of 50 × 50 runs on ten eigenvalues, to 1 %; no cell is left out.

    Single eigenvalues are allowed to differ in one place: the undampened first step of torch's
    SGD can put the start exactly on the faster of two modes, so that the slower one never
    shows; it concerns less than one in a thousand.
    """
    rule, values = rule_and_values(form, *grid())
    predicted = rate(probe(rule, values).later.spread().matrix(CURVATURES))
    stable = predicted.max(axis=1) < 1
    positions = engine_positions(rule, values, spectrum(10), 200)[:, :, stable]
    rows = positions.transpose(2, 1, 0).reshape(-1, 201)
    fitted = fitted_rates(rows).reshape(-1, 10)
    predicted = predicted[stable]
    assert stable.sum() > 900
    errors = np.abs(fitted.max(axis=1) / predicted.max(axis=1) - 1)
    assert (errors <= 0.01).all()
    each = np.abs(fitted / predicted - 1) <= 0.01
    assert each.mean() > (0.999 if form == "torch-dampened" else 0.9999)


LIMITS = {
    "momentum": lambda beta: 2 + 2 * beta,
    "displacement": lambda beta: 2 + 2 * beta,
    "averaged": lambda beta: (2 + 2 * beta) / (1 - beta),
    "look-ahead": lambda beta: (2 + 2 * beta) / (1 + 2 * beta),
    "midpoint": lambda beta: 2 + 0 * beta,
    "shifted": lambda beta: (2 + 2 * beta) / (1 + 2 * beta),
    "torch": lambda beta: 2 + 2 * beta,
    "torch-dampened": lambda beta: (2 + 2 * beta) / 0.5,
    "torch-nesterov": lambda beta: (2 + 2 * beta) / (1 + 2 * beta),
}
"""REFERENCE §6; the averaged forms with the learning rate that they weigh gradients by."""


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_that_the_limit_of_stability_on_the_engine_is_that_of_the_texts(form):
    """By bisection on whether a run is farther out after 480 steps than after 240."""
    # Without momentum torch dampens nothing.
    betas = np.array([0.1 if form == "torch-dampened" else 0.0, 0.25, 0.5, 0.9])
    low, high = np.full(4, 0.5), np.full(4, 80.0)
    while (high - low > 1e-7 * low).any():
        middle = (low + high) / 2
        rule, values = rule_and_values(form, middle, betas)
        with np.errstate(over="ignore", invalid="ignore"):
            x = np.abs(engine_positions(rule, values, bowl(1.0), 480)[:, 0])
            grows = ~(x[479:].max(axis=0) < x[239:241].max(axis=0))
        low, high = np.where(grows, low, middle), np.where(grows, middle, high)
    np.testing.assert_allclose(low, LIMITS[form](betas), rtol=1e-6)


def test_that_gradient_descent_is_stable_below_two():
    limit = TEXTBOOK["heavy-ball"].limit(np.array([0.0]))
    assert limit.tolist() == [2.0]


@pytest.mark.parametrize("form", TEXTBOOK)
def test_that_the_rate_is_one_on_the_limit_and_the_roots_meet_on_the_critical_curve(form):
    betas = np.linspace(0.05, 0.95, 10)
    limits = TEXTBOOK[form].limit(betas)
    if form == "implicit":
        assert np.isinf(limits).all()
        far = textbook_family(form)(np.full(10, 1e6), betas, np.array([1.0]))
        assert (rate(far) < 1).all()
    else:
        edge = np.array(
            [
                textbook_family(form)(np.array([a]), np.array([b]), np.array([1.0]))[0, 0]
                for a, b in zip(limits, betas, strict=True)
            ]
        )
        np.testing.assert_allclose(rate(edge), 1.0, rtol=1e-7)
    steps = np.array([0.01, 0.1, 0.3, 0.6, 0.9])
    found = roots(textbook_family(form)(steps, TEXTBOOK[form].critical(steps), np.array([1.0])))
    np.testing.assert_allclose(found[:, 0, 0], found[:, 0, 1], atol=1e-7)


@pytest.mark.parametrize(
    ("eta", "beta", "expected"),
    [  # REFERENCE §5, for the eigenvalues 0.2 and 4
        (0.4, 0.0, (0.92, 0.6)),
        (0.6, 0.0, (0.88, 1.4)),
        (0.6, 0.5, (0.707107, 0.707107)),
        (0.6, 0.25, (0.828106, 0.858945)),
    ],
)
def test_that_radii_are_those_of_the_reference(eta, beta, expected):
    recursion = probe(*rule_and_values("momentum", eta, beta)).at(0)
    found = rate(recursion.later.matrix(np.array([0.2, 4.0])))
    np.testing.assert_allclose(found, expected, atol=5e-7)


@pytest.mark.parametrize(
    ("eta", "beta", "expected"),
    [
        (0.01, 0.0, Regime.OVER_DAMPED),
        (0.01, 0.514315, Regime.CRITICALLY_DAMPED),  # REFERENCE §4, 4x2-momentum
        (0.01, 0.9, Regime.UNDER_DAMPED),
        (0.2, 0.0, Regime.ALTERNATING),
        (0.5, 0.0, Regime.DIVERGENT),
        (0.25, 0.0, Regime.SUSTAINED),
    ],
)
def test_that_regimes_on_four_x_squared_are_those_of_the_texts(eta, beta, expected):
    recursion = probe(*rule_and_values("momentum", eta, beta)).at(0)
    assert regimes(roots(recursion.later.matrix(8.0))) == expected


def test_that_ringing_zero_crossings_do_not_disturb_a_fit():
    steps = np.arange(200)
    ringing = 0.97**steps * np.cos(0.3 * steps)
    assert fitted_rates(ringing[None])[0] == pytest.approx(0.97, rel=1e-9)


def test_that_a_slow_mode_is_found_below_a_fast_one():
    steps = np.arange(200)
    both = 1e-3 * 0.99**steps + 0.9**steps
    assert fitted_rates(both[None])[0] == pytest.approx(0.99, rel=1e-6)


def test_that_a_critically_damped_run_is_fitted():
    steps = np.arange(300)
    double = (1 + 0.2 * steps) * 0.9**steps
    assert fitted_rates(double[None])[0] == pytest.approx(0.9, rel=1e-5)


def test_that_rounding_around_a_minimum_that_is_not_zero_is_not_fitted():
    steps = np.arange(2000)
    place = 7.3
    positions = place + 0.9**steps
    found = fitted_rates((positions - place)[None], np.array([place]))
    assert found[0] == pytest.approx(0.9, rel=1e-4)


def test_that_what_cannot_be_fitted_is_not_a_number():
    nothing, short = np.zeros(50), 0.5 ** np.arange(4)
    assert np.isnan(fitted_rates(nothing[None])[0])
    assert np.isnan(fitted_rates(short[None])[0])


def test_that_a_run_that_diverges_is_fitted_up_to_where_it_is_finite():
    with np.errstate(over="ignore"):
        growing = (-1.4) ** np.arange(3000.0)
    assert fitted_rates(growing[None])[0] == pytest.approx(1.4, rel=1e-9)
