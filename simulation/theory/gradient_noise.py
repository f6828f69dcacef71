"""The temperature of minibatches: from the gradients of single examples to what they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.objectives.base import DataObjective
from simulation.theory.langevin import Dynamics

Array = np.ndarray[Any, np.dtype[Any]]

TOLERANCE = 1e-8
ROUNDING = 1e-9
LARGEST_DIM = 12
"""Coordinates up to which the exact covariance is solved for: its matrix has (2 dim)⁴ numbers."""


@dataclass(frozen=True, slots=True)
class GradientNoise:
    """How the gradients of single examples scatter around their mean, near the minimum.

    The loss of each example is quadratic: its gradient at minimum + δ is Hᵢ δ + gᵢ, with the
    mean of gᵢ zero.

    ``hessians`` Hᵢ ``(examples, dim, dim)``; ``gradients`` gᵢ ``(examples, dim)``;
    ``minimum`` ``(dim,)``.
    """

    hessians: Array
    gradients: Array
    minimum: Array

    @property
    def hessian(self) -> Array:
        """Hessian A of the whole loss, ``(dim, dim)``."""
        mean: Array = self.hessians.mean(0)
        return mean

    @property
    def covariance(self) -> Array:
        """Covariance C of the gradients of single examples at the minimum, ``(dim, dim)``."""
        covariance: Array = self.gradients.T @ self.gradients / len(self.gradients)
        return covariance

    def temperature(self, learning_rate: float, momentum: float, batch_size: int) -> float:
        """σ² of the Langevin or Kramers equation that minibatches amount to.

        α tr C / (2 B dim (1 − β)): a batch of B examples adds noise of the covariance C/B to
        the gradient, and noise of the temperature σ² adds 2σ² (1 − β)/α to each coordinate.
        So it rises with the learning rate and falls with the batch size, and both by the same
        factor leave it alone (Su Jianlin 2018; Smith & Le 2018).
        """
        scatter = float(np.trace(self.covariance)) / self.minimum.size
        return learning_rate * scatter / (2 * batch_size * (1 - momentum))

    def stationary_covariance(
        self, learning_rate: float, momentum: float, batch_size: int
    ) -> Array | None:
        """Covariance of the positions that minibatches, drawn with replacement, settle at.

        Exact for accumulated and displacement momentum: the discrete Lyapunov equation of
        (δ, u), with the noise of the batch's own Hessian, which grows with the distance from
        the minimum::

            S = F S Fᵀ + (α²/B) G (C + mean Hᵢ Σ Hᵢ − A Σ A) Gᵀ

        Here Σ is the part of S that belongs to δ, F the step with the mean Hessian, and G
        adds the same to δ and u. Returns ``(dim, dim)``; ``None`` if it never settles.
        """
        dim = self.minimum.size
        mean = self.hessian
        one = np.eye(dim)
        step = np.block(
            [
                [one - learning_rate * mean, momentum * one],
                [-learning_rate * mean, momentum * one],
            ]
        )
        adds = np.concatenate([one, one])
        takes = np.concatenate([one, 0 * one], 1)
        strength = learning_rate**2 / batch_size
        own = np.einsum("nij,nkl->ikjl", self.hessians, self.hessians) / len(self.hessians)
        varying = own.reshape(dim * dim, dim * dim) - np.kron(mean, mean)
        update = np.kron(step, step) + strength * (
            np.kron(adds, adds) @ varying @ np.kron(takes, takes)
        )
        noise = strength * (adds @ self.covariance @ adds.T)
        solved = np.linalg.solve(np.eye(len(update)) - update, noise.ravel())
        whole: Array = solved.reshape(2 * dim, 2 * dim)
        # The step takes covariances to covariances, so it contracts just where what it leaves
        # alone is one (Krein & Rutman 1948); its own eigenvalues would cost far more.
        spreads = np.linalg.eigvalsh(whole + whole.T)
        if not spreads[0] > -ROUNDING * np.abs(spreads).max():
            return None
        return whole[:dim, :dim]

    def bath_covariance(self, dynamics: Dynamics) -> Array:
        """σ² A⁻¹: covariance if the noise were the same in all directions, steps being small."""
        covariance: Array = dynamics.temperature * np.linalg.inv(self.hessian)
        return covariance

    def excess_loss(self, covariance: Array) -> float:
        """Mean loss above the least, ½ tr A S, of positions with the covariance S."""
        return float(np.trace(self.hessian @ covariance)) / 2


def measure(objective: DataObjective) -> GradientNoise | None:
    """Read the gradients of single examples; ``None`` if the loss is no quadratic.

    Parameters
    ----------
    objective
        Placed on the CPU in float64.
    """
    import torch

    dim = objective.dim
    if not objective.minima or dim > LARGEST_DIM:
        return None
    minimum = np.array(objective.minima[0].position)
    # At the minimum, a step along each axis, and one along all of them for a check.
    offsets = np.concatenate([np.zeros((dim, 1)), np.eye(dim), np.ones((dim, 1))], 1)
    points = torch.from_numpy(minimum[:, None] + offsets)
    with torch.inference_mode():
        batches = objective.minibatches(torch.arange(objective.examples), 1)
        rows = [objective.minibatch_gradient(batch, points) for batch in batches]
        found: Array = torch.stack(rows).numpy()
    gradients = found[:, :, 0]
    hessians = found[:, :, 1:-1] - gradients[:, :, None]
    check = gradients + hessians.sum(2)
    if not np.abs(check - found[:, :, -1]).max() <= TOLERANCE * (1 + np.abs(found).max()):
        return None
    return GradientNoise(hessians, gradients, minimum)
