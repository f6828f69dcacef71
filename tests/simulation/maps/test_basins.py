"""Which minimum a run reaches, beside the flow that gradient descent follows."""

from __future__ import annotations

import numpy as np
from scipy.integrate import solve_ivp

from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.maps.axes import Axis
from simulation.maps.computation import MapComputation
from simulation.maps.specification import Map
from simulation.objectives.catalog import build_objective

SIDE = 24


def slope(x1, x2):
    """∇ of Himmelblau's function, written out anew."""
    r1, r2 = x1**2 + x2 - 11, x1 + x2**2 - 7
    return 4 * x1 * r1 + 2 * r2, 2 * r1 + 4 * x2 * r2


def flow_ends(starts):
    """Where θ̇ = −∇L carries each start, ``(2, n)``."""
    count = starts.shape[1]

    def down(_, both):
        return -np.concatenate(slope(both[:count], both[count:]))

    solved = solve_ivp(down, (0, 1.6), starts.ravel(), rtol=1e-5, atol=1e-7)
    return solved.y[:, -1].reshape(2, count)


def test_that_slow_descent_reaches_the_minimum_of_the_gradient_flow():
    experiment = Experiment(
        ObjectiveChoice("himmelblau"),
        (Run("gradient-descent", {"learning_rate": 2e-3}),),
        steps=800,
    )
    axes = (Axis(f"objective.start.{i}", -5.0, 5.0, SIDE) for i in (0, 1))
    map_ = Map(experiment, *axes)
    reached = MapComputation(map_).run().columns["basin"]
    starts = np.stack([grid.ravel() for grid in np.meshgrid(map_.x_values, map_.y_values)])
    ends = flow_ends(starts)
    minima = np.array([m.position for m in build_objective("himmelblau", {}).minima])
    expected = np.linalg.norm(ends[:, None] - minima.T[:, :, None], axis=0).argmin(0)
    expected = expected.reshape(SIDE, SIDE)
    assert set(np.unique(expected)) == {0, 1, 2, 3}
    inner = away_from_boundary(expected, 2)
    assert inner.sum() > SIDE**2 / 3
    np.testing.assert_array_equal(reached[inner], expected[inner])


def away_from_boundary(labels, cells):
    """Cells whose neighbours up to so many cells away have the same label."""
    same = np.ones(labels.shape, dtype=bool)
    padded = np.pad(labels, cells, mode="edge")
    for row, column in np.ndindex(2 * cells + 1, 2 * cells + 1):
        same &= padded[row : row + labels.shape[0], column : column + labels.shape[1]] == labels
    return same
