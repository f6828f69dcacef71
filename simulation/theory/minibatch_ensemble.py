"""Many runs of minibatch descent at once, each with batches of its own, and how they scatter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.seeds import generator
from simulation.theory.gradient_noise import GradientNoise

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]

RUNS = 256


class MinibatchEnsemble:
    """Independent runs on minibatches drawn with replacement, from the minimum on.

    Parameters
    ----------
    noise
        The examples' gradients.
    learning_rate, momentum, batch_size
        Of accumulated or displacement momentum, which are the same method here.
    seed
        What the batches are drawn from.
    """

    def __init__(
        self,
        noise: GradientNoise,
        learning_rate: float,
        momentum: float,
        batch_size: int,
        seed: int,
    ) -> None:
        import torch

        examples, dim = noise.gradients.shape
        table = np.concatenate([noise.hessians.reshape(examples, -1), noise.gradients], 1)
        self.steps = 0
        self._table = torch.from_numpy(table)
        self._rate, self._kept, self._batch_size = learning_rate, momentum, batch_size
        self._draws = generator(seed, "minibatch ensemble", batch_size)
        self._x = torch.zeros(RUNS, dim, 1, dtype=torch.float64)
        self._u = torch.zeros_like(self._x)
        self._hessian = noise.hessian
        self._sums = np.zeros((RUNS, dim, dim))
        self._summed = 0

    def advance(self, steps: int, *, settling: bool) -> None:
        """Make ``steps`` steps; their positions count unless the runs are still settling."""
        import torch

        with torch.inference_mode():
            for _ in range(steps):
                self._step()
                if not settling:
                    self._sums += (self._x @ self._x.transpose(1, 2)).numpy()
                    self._summed += 1
        self.steps += steps

    @property
    def covariance(self) -> Array:
        """Mean of (x − minimum)(x − minimum)ᵀ over the runs and the steps, ``(dim, dim)``."""
        covariance: Array = self._sums.mean(0) / max(self._summed, 1)
        return covariance

    @property
    def excess_loss(self) -> tuple[float, float]:
        """Mean loss above the least, and its standard error; ``nan`` before any step counts.

        The runs are independent, so their scatter tells the error.
        """
        if not self._summed:
            return float("nan"), float("nan")
        losses = np.einsum("nij,ij->n", self._sums, self._hessian) / (2 * self._summed)
        return float(losses.mean()), float(losses.std(ddof=1) / RUNS**0.5)

    def _step(self) -> None:
        gradient = self._gradient()
        self._u = self._kept * self._u - self._rate * gradient
        self._x = self._x + self._u

    def _gradient(self) -> Tensor:
        import torch

        dim = self._x.shape[1]
        chosen = self._draws.integers(len(self._table), size=(RUNS, self._batch_size))
        mean = torch.nn.functional.embedding_bag(torch.from_numpy(chosen), self._table, mode="mean")
        hessians = mean[:, : dim * dim].view(RUNS, dim, dim)
        return hessians @ self._x + mean[:, dim * dim :, None]
