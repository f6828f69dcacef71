from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from simulation.errors import InputError
from simulation.objectives.catalog import build_objective


def placed(name, **parameters):
    return build_objective(name, parameters).place(torch.float64, torch.device("cpu"))


def lanes(*points):
    return torch.from_numpy(np.array(points, dtype=float)).T


def hessian(name, **parameters):
    objective = placed(name, **parameters)
    return objective.hessian(torch.zeros(objective.dim, 1, dtype=torch.float64))[:, :, 0].numpy()


# Formula, start and window as the texts give them.
@pytest.mark.parametrize(
    ("name", "parameters", "formula", "start", "bounds"),
    [
        (
            "ill-conditioned",
            {},
            lambda x: 0.1 * x[0] ** 2 + 2 * x[1] ** 2,
            (-5.0, -2.0),
            ((-5.5, 1.0), (-3.0, 1.0)),
        ),
        ("ellipse", {}, lambda x: x[0] ** 2 + 2 * x[1] ** 2, (-5.0, -2.0), None),
        ("four-x-squared", {}, lambda x: 4 * x[0] ** 2, (2.0,), ((-3.0, 3.0),)),
        ("half-square", {}, lambda x: x[0] ** 2 / 2, (1.0,), None),
        ("scalar-quadratic", {"curvature": 19.0}, lambda x: 19 * x[0] ** 2 / 2, (1.0,), None),
        (
            "spectrum",
            {"dimension": 3},
            lambda x: (x[0] ** 2 + x[1] ** 2 / 2 + x[2] ** 2 / 4) / 2,
            (1.0, 1.0, 1.0),
            None,
        ),
    ],
)
def test_that_a_bowl_is_what_the_texts_write(name, parameters, formula, start, bounds):
    objective = placed(name, **parameters)
    points = np.random.default_rng(0).uniform(-3, 3, (20, objective.dim))
    expected = [formula(point) for point in points]
    np.testing.assert_allclose(objective.value(lanes(*points)), expected, rtol=1e-14)
    assert objective.start(np.random.default_rng(0)) == start
    assert bounds is None or objective.bounds == bounds
    assert objective.minima[0].position == (0.0,) * objective.dim
    assert objective.minima[0].value == 0.0


@pytest.mark.parametrize(
    ("name", "eigenvalues", "condition"),
    [("ill-conditioned", [0.2, 4.0], 20.0), ("ellipse", [2.0, 4.0], 2.0)],
)
def test_that_the_hessian_has_the_published_condition_number(name, eigenvalues, condition):
    matrix = hessian(name)
    np.testing.assert_array_equal(matrix, np.diag(eigenvalues))
    assert np.linalg.cond(matrix) == pytest.approx(condition, rel=1e-14)


def test_that_the_slope_of_4x2_is_8x():
    np.testing.assert_array_equal(
        placed("four-x-squared").gradient(lanes([2.0], [-3.0])), [[16, -24]]
    )


def test_that_the_spectrum_halves_from_coordinate_to_coordinate():
    np.testing.assert_array_equal(hessian("spectrum"), np.diag(2.0 ** -np.arange(10)))


def test_that_the_spectrum_starts_at_its_published_loss():
    objective = placed("spectrum")
    start = lanes(objective.start(np.random.default_rng(0)))
    assert float(objective.value(start)) == 0.9990234375


@st.composite
def quadratics(draw):
    dim = draw(st.integers(1, 5))
    draws = np.random.default_rng(draw(st.integers(0, 10**6)))
    factor = draws.normal(size=(dim, dim))
    matrix = factor @ factor.T + 0.1 * np.eye(dim)
    return (matrix + matrix.T) / 2, draws.normal(size=dim), float(draws.normal())


@given(quadratics())
def test_that_the_minimum_of_a_quadratic_is_where_the_reference_says(quadratic):
    Q, c, b = quadratic
    minimum = build_objective("quadratic", {"Q": Q.tolist(), "c": c.tolist(), "b": b}).minima[0]
    inverse = np.linalg.inv(Q)
    np.testing.assert_allclose(minimum.position, -inverse @ c, rtol=1e-9, atol=1e-9)
    assert minimum.value == pytest.approx(b - c @ inverse @ c / 2, rel=1e-9, abs=1e-9)


@given(quadratics())
def test_that_a_quadratic_is_half_xqx_plus_cx_plus_b(quadratic):
    Q, c, b = quadratic
    objective = placed("quadratic", Q=Q.tolist(), c=c.tolist(), b=b)
    x = np.random.default_rng(1).normal(size=len(c))
    assert float(objective.value(lanes(x))) == pytest.approx(x @ Q @ x / 2 + c @ x + b, rel=1e-11)
    np.testing.assert_allclose(objective.gradient(lanes(x))[:, 0], Q @ x + c, rtol=1e-10)
    np.testing.assert_array_equal(objective.hessian(lanes(x))[:, :, 0], Q)


@pytest.mark.parametrize(
    ("parameters", "key", "hint"),
    [
        ({"Q": [[1.0, 2.0]], "c": [1.0]}, "objective.Q", "not symmetric"),
        ({"Q": [[1.0, 2.0], [3.0, 4.0]]}, "objective.Q", "not symmetric"),
        ({"Q": [[1.0, 2.0], [2.0, 1.0]]}, "objective.Q", "the eigenvalue -1"),
        ({"Q": [[1.0, 1.0], [1.0, 1.0]]}, "objective.Q", "positive definite"),
        ({"Q": [[1.0, 1.0], [1.0, 1.0 + 2.3e-16]]}, "objective.Q", "positive definite"),
        ({"Q": [[0.0]], "c": [1.0]}, "objective.Q", "positive definite"),
        ({"Q": [[1e308, 1e308], [1e308, 1e308]]}, "objective.Q", "positive definite"),
        ({"Q": [[1.0]], "c": [1.0, 2.0]}, "objective.c", "give 1 numbers"),
        ({"c": [1e308, 1e308]}, "objective", "out of range"),
        ({"Q": [[1e-308]], "c": [1e308]}, "objective", "out of range"),
    ],
)
def test_that_a_matrix_without_a_minimum_is_refused(parameters, key, hint):
    with pytest.raises(InputError) as refusal:
        build_objective("quadratic", parameters)
    assert refusal.value.key == key
    assert hint in str(refusal.value)


def test_that_placing_an_objective_leaves_the_original_as_it_was():
    objective = build_objective("ill-conditioned", {})
    before = dict(vars(objective))
    assert objective.place(torch.float32, torch.device("cpu")) is not objective
    assert vars(objective) == before
