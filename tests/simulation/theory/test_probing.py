from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulation.experiment import Run
from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS
from simulation.theory.linear_forms import rate, roots
from simulation.theory.probing import NoRecursion, leaks, probe, recursion_of, rule_of
from simulation.theory.stability import implicit
from tests.simulation.theory.forms import rule_and_values

RATES, MOMENTA = st.floats(0.001, 10.0), st.floats(0.0, 1.0)


def matrix(form, eta, beta, curvature):
    return probe(*rule_and_values(form, eta, beta)).at(0).later.matrix(curvature)


def characteristic(r):
    """Trace and determinant: what decides the roots."""
    return np.trace(r), np.linalg.det(r)


@settings(max_examples=20)
@given(RATES, MOMENTA, st.floats(0.01, 10.0))
def test_that_the_matrix_of_momentum_is_that_of_the_texts(eta, beta, curvature):
    expected = [[beta, curvature], [-eta * beta, 1 - eta * curvature]]
    np.testing.assert_allclose(matrix("momentum", eta, beta, curvature), expected, atol=1e-14)


@pytest.mark.parametrize(
    ("form", "polynomial"),
    [
        # From the recursions of REFERENCE §1 by hand, with a = ηλ: trace and determinant.
        ("momentum", lambda a, b: (1 + b - a, b)),
        ("displacement", lambda a, b: (1 + b - a, b)),
        ("averaged", lambda a, b: (1 + b - (1 - b) * a, b)),
        ("look-ahead", lambda a, b: ((1 + b) * (1 - a), b * (1 - a))),
        ("shifted", lambda a, b: ((1 + b) * (1 - a), b * (1 - a))),
        ("torch-nesterov", lambda a, b: ((1 + b) * (1 - a), b * (1 - a))),
        ("midpoint", lambda a, b: (1 + b * (1 - a / 2) - a, b * (1 - a / 2))),
        ("torch", lambda a, b: (1 + b - a, b)),
        ("torch-dampened", lambda a, b: (1 + b - 0.5 * a, b)),
    ],
)
@settings(max_examples=20)
@given(eta=RATES, beta=st.floats(0.001, 1.0), curvature=st.floats(0.01, 10.0))
def test_that_a_probed_rule_has_the_characteristic_polynomial_of_its_recursion(
    form, polynomial, eta, beta, curvature
):
    expected = polynomial(eta * curvature, beta)
    np.testing.assert_allclose(
        characteristic(matrix(form, eta, beta, curvature)), expected, rtol=1e-9, atol=1e-9
    )


def test_that_the_implicit_scheme_satisfies_its_own_equations():
    eta, beta, curvature = 0.7, 0.8, 3.0
    v, x = 0.3, -1.2
    new_v, new_x = implicit(np.array([eta]), np.array([beta]), np.array([curvature]))[0, 0] @ [v, x]
    assert new_x == pytest.approx(x + new_v, rel=1e-14)
    assert new_v == pytest.approx(beta * v - eta * curvature * (x + new_x) / 2, rel=1e-14)


def test_that_gradient_descent_is_one_number():
    recursion = recursion_of(Run("gradient-descent", {"learning_rate": 0.1}).checked("run"))
    assert recursion.names == ("x",)
    np.testing.assert_allclose(recursion.later.matrix(19.0), [[-0.9]])


LINEAR = {
    "gradient-descent",
    "momentum",
    "momentum-displacement",
    "momentum-averaged",
    "nesterov",
    "nesterov-midpoint",
    "nesterov-shifted",
    "sgd",
    "qhm",
}


@pytest.mark.parametrize("name", [n for n, o in OPTIMIZERS.items() if isinstance(o, Rule)])
def test_that_superposition_tells_linear_rules_from_others(name):
    found = recursion_of(Run(name).checked("run"))
    assert isinstance(found, NoRecursion) == (name not in LINEAR)
    if name == "asgd":  # linear, with a rate that falls
        assert found.reason == "changes"
    elif isinstance(found, NoRecursion):
        assert found.reason == "bends"


def test_that_torch_takes_the_first_gradient_whole():
    values = {"learning_rate": 0.1, "momentum": 0.9, "dampening": 0.4}
    recursion = recursion_of(Run("sgd", values).checked("run"))
    assert recursion.first.response.tolist() == pytest.approx([1.0, -0.1])
    assert recursion.later.response.tolist() == pytest.approx([0.6, -0.06])


def test_that_torch_itself_is_known_by_the_rule_that_stands_for_it():
    run = Run("torch.optim.SGD", {"learning_rate": 0.1, "momentum": 0.9}).checked("run")
    assert rule_of(run.declaration) is OPTIMIZERS["sgd"]
    assert rate(recursion_of(run).later.matrix(1.0)) == pytest.approx(0.9**0.5)
    foreign = Run("torch.optim.LBFGS").checked("run")
    assert recursion_of(foreign) == NoRecursion("foreign")


def test_that_many_hyperparameters_are_probed_at_once_as_one_by_one():
    etas, betas = np.array([0.1, 0.5, 2.0]), np.array([0.0, 0.5, 0.99])
    together = probe(*rule_and_values("midpoint", etas, betas)).later.spread()
    for place, (eta, beta) in enumerate(zip(etas, betas, strict=True)):
        np.testing.assert_array_equal(
            together.matrix(np.array([2.0]))[place, 0], matrix("midpoint", eta, beta, 2.0)
        )


def test_that_roots_are_exact_where_subtraction_would_cancel():
    small = roots(np.array([[1.0, 0.0], [0.0, 1e-14]]))
    np.testing.assert_allclose(small, [1.0, 1e-14], rtol=1e-12)


@pytest.mark.parametrize(
    ("name", "memory", "keep", "take"),
    [
        ("momentum", "velocity", 0.9, 1.0),
        ("momentum-averaged", "velocity", 0.9, 0.1),
        ("nesterov-midpoint", "velocity", 0.9, -0.1),
        ("adam", "mean", 0.9, 0.1),
    ],
)
def test_that_a_leaky_memory_is_found_even_in_a_rule_that_bends(name, memory, keep, take):
    rule = OPTIMIZERS[name]
    values = {p.name: p.default for p in rule.hyperparameters}
    (leak,) = leaks(rule, values)
    assert leak.name == memory
    assert (leak.keep[0], leak.take[0]) == pytest.approx((keep, take))


def test_that_squares_and_decayed_weights_are_no_leaky_memory():
    adagrad = OPTIMIZERS["adagrad"]
    assert leaks(adagrad, {p.name: p.default for p in adagrad.hyperparameters}) == ()
    sgd = OPTIMIZERS["sgd"]
    values = {p.name: p.default for p in sgd.hyperparameters}
    assert leaks(sgd, {**values, "momentum": 0.9, "weight_decay": 0.1}) == ()
