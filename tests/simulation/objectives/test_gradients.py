"""Every objective of the catalog against autograd and against its own statements."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from simulation.objectives.base import Objective
from simulation.objectives.catalog import OBJECTIVES, build_objective
from simulation.seeds import generator

LANES = 64
POINTS = 1000  # at which derivatives are compared
RELATIVE = 1e-10


def catalog(which):
    """The names of the objectives for which ``which`` is true."""
    return [name for name, kind in OBJECTIVES.items() if which(kind)]


EVERY = catalog(lambda kind: True)
WITH_HESSIAN = catalog(lambda kind: kind.hessian is not Objective.hessian)


@pytest.fixture
def objective(request):
    return build_objective(request.param, {}).place(torch.float64, torch.device("cpu"))


def random_points(objective, lanes=LANES):
    """Points ``(dim, lanes)`` spread over the window of the landscape."""
    low, high = np.array(objective.bounds).T[:, :, None]
    draws = generator(0, "test", objective.id).random((objective.dim, lanes))
    return torch.tensor(low + (high - low) * draws, requires_grad=True)


def autograd(values, x):
    return torch.autograd.grad(values.sum(), x, create_graph=True)[0]


def assert_close(actual, expected):
    """Each lane (last axis) to ``RELATIVE`` of its own largest entry."""
    actual, expected = actual.detach(), expected.detach()
    assert actual.shape == expected.shape
    scale = expected.abs().flatten(0, -2).amax(0)
    assert bool((scale > 0).all())
    assert bool(((actual - expected).abs() <= RELATIVE * scale).all())


@pytest.mark.parametrize("objective", EVERY, indirect=True)
def test_that_the_gradient_is_that_of_autograd(objective):
    x = random_points(objective, lanes=POINTS)
    assert_close(objective.gradient(x), autograd(objective.value(x), x))


@pytest.mark.parametrize("objective", WITH_HESSIAN, indirect=True)
def test_that_the_hessian_is_that_of_autograd(objective):
    x = random_points(objective, lanes=POINTS)
    gradient = autograd(objective.value(x), x)
    rows = [torch.autograd.grad(row.sum(), x, retain_graph=True)[0] for row in gradient]
    assert_close(objective.hessian(x), torch.stack(rows))


@pytest.mark.parametrize("objective", EVERY, indirect=True)
def test_that_a_lane_does_not_depend_on_the_others(objective):
    x = random_points(objective).detach()
    order = torch.from_numpy(generator(0, "order").permutation(LANES))
    np.testing.assert_array_equal(objective.value(x)[order], objective.value(x[:, order]))
    np.testing.assert_array_equal(objective.gradient(x)[:, order], objective.gradient(x[:, order]))


@pytest.mark.parametrize("objective", EVERY, indirect=True)
def test_that_value_and_gradient_keep_the_dtype_and_the_shape(objective):
    placed = objective.place(torch.float32, torch.device("cpu"))
    x = random_points(objective, lanes=3).detach().float()
    assert placed.value(x).dtype == placed.gradient(x).dtype == torch.float32
    assert placed.value(x).shape == (3,)
    assert placed.gradient(x).shape == (objective.dim, 3)


@pytest.mark.parametrize("objective", EVERY, indirect=True)
def test_that_float32_agrees_with_float64(objective):
    x = random_points(objective).detach().float()
    values = objective.value(x.double())
    rounded = objective.place(torch.float32, torch.device("cpu")).value(x).double()
    assert bool(((rounded - values).abs() <= 1e-4 * values.abs().max()).all())


@pytest.mark.parametrize("objective", catalog(lambda k: k is not None), indirect=True)
def test_that_a_stated_minimum_has_the_stated_value_and_no_slope(objective):
    for minimum in objective.minima:
        x = torch.tensor(minimum.position, dtype=torch.float64)[:, None]
        assert float(objective.value(x)) == pytest.approx(minimum.value, rel=1e-10, abs=1e-10)
        assert float(objective.gradient(x).norm()) < 1e-8


@pytest.mark.parametrize("objective", EVERY, indirect=True)
def test_that_no_point_around_a_stated_minimum_lies_lower(objective):
    for minimum in objective.minima:
        centre = np.array(minimum.position)[:, None]
        offsets = generator(0, "around", objective.id).normal(0.0, 1e-3, (objective.dim, 500))
        values = objective.value(torch.tensor(centre + offsets))
        rounding = 1e-12 * max(1.0, abs(minimum.value))
        assert float(values.min()) >= minimum.value - rounding


@pytest.mark.parametrize("objective", EVERY, indirect=True)
def test_that_start_bounds_coordinates_and_minima_have_one_dimension(objective):
    start = objective.start(generator(0, "start"))
    assert len(start) == objective.dim
    assert len(objective.bounds) == objective.dim
    assert len(objective.coordinates) == len(set(objective.coordinates)) == objective.dim
    assert {len(minimum.position) for minimum in objective.minima} <= {objective.dim}
    assert all(low < high for low, high in objective.bounds)


@pytest.mark.parametrize("objective", EVERY, indirect=True)
def test_that_the_window_shows_the_start_and_every_minimum(objective):
    start = objective.start(generator(0, "start"))
    for point in [start, *(minimum.position for minimum in objective.minima)]:
        assert all(
            low <= value <= high for value, (low, high) in zip(point, objective.bounds, strict=True)
        )
