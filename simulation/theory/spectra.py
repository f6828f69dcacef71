"""The curvatures of an objective and the directions in which it has them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.objectives.base import Objective
from simulation.seeds import generator

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]

TRIALS = 4
QUADRATIC_TOLERANCE = 1e-10
FLAT = 1e-12
"""Share of the largest curvature below which one counts as none."""
NEARBY = 1e-10
"""How far from a point its gradient must still follow its Hessian, relative to its place."""
MOST_COORDINATES = 2000
"""Of a Hessian that is taken apart: more would take seconds."""


@dataclass(frozen=True, slots=True)
class Spectrum:
    """The Hessian at one point, in its eigenbasis."""

    eigenvalues: Array
    """Ascending, ``(dim,)``."""
    directions: Array
    """Orthonormal columns, ``(dim, dim)``."""
    point: Array
    """Where it was taken, ``(dim,)``."""
    minimum: Array
    """From where coordinates are counted, ``(dim,)``."""
    anchored: bool
    """Whether that is a minimum; else it is the point itself."""
    quadratic: bool
    """Whether the Hessian is the same everywhere."""

    @property
    def condition_number(self) -> float:
        """κ = λ_max / λ_min; infinite where a curvature is not positive."""
        low, high = float(self.eigenvalues[0]), float(self.eigenvalues[-1])
        return high / low if low > FLAT * abs(high) else np.inf

    @property
    def distinct(self) -> Array:
        """The eigenvalues without repetitions."""
        found: Array = np.unique(self.eigenvalues)
        return found

    def coordinates(self, positions: Array) -> Array:
        """z = Uᵀ (x − x*): ``(dim, n)`` to ``(dim, n)``."""
        with np.errstate(over="ignore", invalid="ignore"):
            found: Array = self.directions.T @ (positions - self.minimum[:, None])
        return found

    def contributions(self, positions: Array) -> Array:
        """½ λᵢ zᵢ², which add up to the loss above the minimum: ``(dim, n)`` each way."""
        with np.errstate(over="ignore", invalid="ignore"):
            found: Array = self.eigenvalues[:, None] / 2 * self.coordinates(positions) ** 2
        return found


def spectrum_at(objective: Objective, point: Array) -> Spectrum | None:
    """The spectrum at ``point`` of shape ``(dim,)``; ``None`` without a finite Hessian.

    The tip of a cone has none, whatever the closed form says there.

    Coordinates are counted from the minimum of a quadratic, from the known minimum that is
    nearest to ``point``, or else from ``point`` itself.

    Parameters
    ----------
    objective
        Placed on the CPU in float64.
    point
        Of a quadratic any point does.
    """
    import torch

    with torch.inference_mode():
        column = torch.tensor(point, dtype=torch.float64)[:, None]
        hessian = None if objective.dim > MOST_COORDINATES else objective.hessian(column)
        if hessian is None or not hessian.isfinite().all():
            return None
        matrix = hessian[:, :, 0].numpy()
        quadratic = _is_quadratic(objective, hessian, column)
        eigenvalues, directions = np.linalg.eigh((matrix + matrix.T) / 2)
        if not quadratic and _is_kink(objective, column, eigenvalues, directions):
            return None
    nearest = nearest_minimum(objective, point)
    return Spectrum(
        eigenvalues,
        directions,
        np.asarray(point, dtype=float),
        np.asarray(point, dtype=float) if nearest is None else nearest,
        nearest is not None,
        quadratic,
    )


def nearest_minimum(objective: Objective, point: Array) -> Array | None:
    """The known minimum nearest to ``point``, ``(dim,)``."""
    positions = [np.array(minimum.position) for minimum in objective.minima]
    # Unlike a sum of squares, hypot does not overflow.
    return min(positions, key=lambda p: math.hypot(*(p - point)), default=None)


def _is_quadratic(objective: Objective, hessian: Tensor, point: Tensor) -> bool:
    """Whether the gradient is linear, as tried between points of the region shown first."""
    import torch

    low, high = np.array(objective.bounds).T
    draw = generator(0, "is-quadratic").uniform(size=(TRIALS, objective.dim))
    points = torch.from_numpy((low + draw * (high - low)).T.copy())
    expected = objective.gradient(point) + hessian[:, :, 0] @ (points - point)
    found = objective.gradient(points)
    scale = hessian[:, :, 0].abs().amax() * (points.abs() + point.abs()).amax()
    return bool((found - expected).abs().amax() <= QUADRATIC_TOLERANCE * scale)


def _is_kink(objective: Objective, point: Tensor, eigenvalues: Array, directions: Array) -> bool:
    """Whether the gradient changes far less to both sides than its largest curvature says."""
    import torch

    steepest = int(np.abs(eigenvalues).argmax())
    away = NEARBY * (1 + float(point.abs().max())) * torch.from_numpy(directions[:, [steepest]])
    there = objective.gradient(point + torch.cat([away, -away], 1))
    changes = (there - objective.gradient(point)).abs().amax()
    return bool(changes < abs(eigenvalues[steepest]) * away.abs().amax() / 2)
