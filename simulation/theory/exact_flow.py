"""Exact flows on quadratics ½ xᵀQx + cᵀx + b: in the eigenbasis of Q nothing mixes.

The gradient flow is e^{−Qt}; a ball's coordinate along an eigenvector with eigenvalue q solves
z̈ + λż + qz = 0, whose roots are r± = −λ/2 ± √(λ²/4 − q). Source: Su Jianlin 2018; any text on
linear oscillators.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.objectives.base import Objective
from simulation.objectives.bowls import DiagonalQuadratic, Quadratic
from simulation.objectives.regression import AirfoilRegression
from simulation.theory.flows import Flow, Solution
from simulation.theory.placing import gradients_at

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class QuadraticForm:
    """A quadratic about its minimum, in its eigenbasis."""

    curvatures: Array
    """Eigenvalues of Q, ``(dim,)``, all positive."""
    directions: Array
    """Eigenvectors as columns, ``(dim, dim)``."""
    minimum: Array
    """Shape ``(dim,)``."""


def quadratic_form(objective: Objective) -> QuadraticForm | None:
    """The quadratic that a placed objective is; ``None`` if it is none."""
    if not isinstance(objective, DiagonalQuadratic | Quadratic | AirfoilRegression):
        return None
    import torch

    origin = np.zeros((objective.dim, 1))
    matrix = objective.hessian(torch.from_numpy(origin))[..., 0].numpy()
    curvatures, directions = np.linalg.eigh(matrix)
    slope = gradients_at(objective, origin)[:, 0]
    return QuadraticForm(curvatures, directions, -directions @ (directions.T @ slope / curvatures))


def solve_exactly(form: QuadraticForm, flow: Flow, times: Array) -> Solution:
    """The flow on a quadratic at ``times``, ``(n,)``."""
    z = form.directions.T @ (flow.start - form.minimum)
    w = form.directions.T @ flow.velocity
    if not flow.has_mass:
        along = np.exp(-np.outer(form.curvatures, times)) * z[:, None]
        speeds = -form.curvatures[:, None] * along
        return _from_eigenbasis(form, along, speeds)
    along, speeds = (np.empty((len(z), len(times))) for _ in range(2))
    begin = 0.0
    for place, piece in enumerate(flow.pieces):
        last = place == len(flow.pieces) - 1
        first, after = np.searchsorted(times, [begin, np.inf if last else piece.end])
        # The state at the piece's end is where the next one begins.
        moments = np.append(times[first:after], piece.end) - begin
        positions, velocities = oscillate(form.curvatures, piece.friction, (z, w), moments)
        along[:, first:after] = positions[:, :-1]
        speeds[:, first:after] = velocities[:, :-1]
        z, w, begin = positions[:, -1], velocities[:, -1], piece.end
    return _from_eigenbasis(form, along, speeds)


def oscillate(
    curvatures: Array, friction: float, state: tuple[Array, Array], times: Array
) -> tuple[Array, Array]:
    """z and ż of z̈ + λż + qz = 0 for each curvature q ≥ 0, at each time, ``(dim, n)`` both.

    z = e^{r₊t} (z₀ + (ż₀ − r₊z₀) φ) with φ = (e^{(r₋−r₊)t} − 1)/(r₋ − r₊), which serves over-,
    under- and critically damped motion alike (φ = t where both roots are one).
    """
    z, w = (part[:, None] for part in state)
    root = np.sqrt(friction**2 / 4 - curvatures[:, None] + 0j)
    fast = -friction / 2 - root
    nonzero = np.where(fast == 0, 1, fast)
    # Vieta's: the difference that −λ/2 + root is would cancel where friction is strong.
    slow = np.where(fast == 0, 0, curvatures[:, None] / nonzero)
    gap = fast - slow
    rest = w - slow * z
    with np.errstate(under="ignore"):
        phi = np.where(gap == 0, times, np.expm1(gap * times) / np.where(gap == 0, 1, gap))
        positions = np.exp(slow * times) * (z + rest * phi)
        velocities = slow * positions + rest * np.exp(fast * times)
    return positions.real, velocities.real


def _from_eigenbasis(form: QuadraticForm, along: Array, speeds: Array) -> Solution:
    positions = form.minimum[:, None] + form.directions @ along
    return Solution(positions, form.directions @ speeds, "complete")
