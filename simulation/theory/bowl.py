"""Balls in a quadratic bowl: how wide they spread, with steps and in the limit of small ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.objectives.base import Objective
from simulation.theory.langevin import Dynamics

Array = np.ndarray[Any, np.dtype[Any]]

TOLERANCE = 1e-9
PROBES = 3


@dataclass(frozen=True, slots=True)
class Bowl:
    """½ (x − m)ᵀ Q (x − m) with Q = V diag(λ) Vᵀ.

    ``eigenvalues`` λ ``(dim,)``, smallest first, all positive; ``eigenvectors`` V, the columns
    of ``(dim, dim)``; ``centre`` m ``(dim,)``.
    """

    eigenvalues: Array
    eigenvectors: Array
    centre: Array

    def along(self, x: Array) -> Array:
        """Points ``(dim, n)`` in the eigenvectors' coordinates, from the centre."""
        along: Array = self.eigenvectors.T @ (x - self.centre[:, None])
        return along


def bowl_of(objective: Objective) -> Bowl | None:
    """The bowl that an objective is, if it is one.

    The Hessian must be the same wherever it is probed and positive definite, and the gradient
    must follow from it.

    Parameters
    ----------
    objective
        Placed on the CPU in float64.
    """
    import torch

    box = np.array(objective.bounds)
    shares = np.linspace(0.2, 0.9, PROBES * objective.dim).reshape(objective.dim, PROBES)
    probes = box[:, :1] + (box[:, 1:] - box[:, :1]) * shares
    with torch.inference_mode():
        points = torch.from_numpy(probes)
        hessians = objective.hessian(points)
        if hessians is None:
            return None
        matrices: Array = hessians.numpy()
        gradients: Array = objective.gradient(points).numpy()
    matrix = matrices[:, :, 0]
    expected = gradients[:, :1] + matrix @ (probes - probes[:, :1])
    if not (_equal(matrices, matrix[:, :, None]) and _equal(gradients, expected)):
        return None
    eigenvalues, eigenvectors = np.linalg.eigh(matrix)
    if not eigenvalues[0] > len(eigenvalues) * np.finfo(float).eps * eigenvalues[-1]:
        return None
    centre = probes[:, 0] - np.linalg.solve(matrix, gradients[:, 0])
    return Bowl(eigenvalues, eigenvectors, centre)


def _equal(found: Array, expected: Array) -> bool:
    return bool(np.abs(found - expected).max() <= TOLERANCE * (1 + np.abs(expected).max()))


def continuous_variance(sigma: float, eigenvalues: Array) -> Array:
    """σ²/λ: the variance along each eigenvector as steps get small, whatever the friction."""
    variance: Array = sigma * sigma / np.asarray(eigenvalues, np.float64)
    return variance


def discrete_variance(dynamics: Dynamics, eigenvalues: Array) -> Array:
    """Variance along each eigenvector that the steps themselves settle at; ``inf`` if never.

    σ² · 2(1 + β) / (λ (2 (1 + β) − αλ)), exactly, for αλ < 2 (1 + β). For Langevin's equation,
    β = 0 and α = γ, that is 2σ²/(λ (2 − γλ)). With friction it is σ²/(λ (1 − γ²λ/4)), in which
    the friction does not occur: the leapfrog is off by O(γ²) where Euler–Maruyama is by O(γ).

    Notes
    -----
    A coordinate obeys x₊ = (1 + β − αλ) x − β x₋ + noise, an autoregression of second order,
    whose variance is that of the noise times (1 + β) / ((1 − β) ((1 + β)² − (1 + β − αλ)²));
    the noise has the variance 2ασ² (1 − β).
    """
    rate = dynamics.learning_rate * np.asarray(eigenvalues, np.float64)
    room = 2 * (1 + dynamics.momentum)
    with np.errstate(divide="ignore"):
        variance = continuous_variance(dynamics.sigma, eigenvalues) * room / (room - rate)
    return np.where(rate < room, variance, np.inf)
