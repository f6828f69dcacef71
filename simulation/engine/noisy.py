"""Gradients with noise on them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from simulation.engine.sampling import GradientFunction, GradientSource, LossFunction
from simulation.lane_sums import summed

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]


class Draws(Protocol):
    """Noise of some runs, step by step."""

    def steps(self, first: int, count: int) -> Array:
        """What is added to the gradients of ``count`` steps: ``(count, dim, runs)``."""


class NoisyGradient:
    """Hands out the gradient functions of another source with noise added.

    Parameters
    ----------
    source
        Gradients without noise.
    kicks
        The noise of the runs.
    like
        Positions ``(dim, lanes)``, whose dtype and device the noise takes; lanes beyond the
        runs repeat the last one.
    """

    def __init__(self, source: GradientSource, kicks: Draws, like: Tensor) -> None:
        self._source = source
        self._kicks = kicks
        self._like = like

    def steps(self, first: int, count: int) -> Iterator[GradientFunction]:
        import torch

        noise = torch.from_numpy(self._kicks.steps(first, count)).to(self._like)
        padding = self._like.shape[1] - noise.shape[2]
        if padding:
            noise = torch.cat([noise, noise[:, :, -1:].expand(-1, -1, padding)], dim=2)
        for gradient, kick in zip(self._source.steps(first, count), noise.unbind(), strict=True):
            yield partial(_kicked, gradient, kick)

    def loss(self, step: int) -> LossFunction:
        """Loss of the other source plus k·x, whose gradient is the noise k."""
        import torch

        loss = self._source.loss(step)
        kick = torch.from_numpy(self._kicks.steps(step, 1)[0]).to(self._like)
        return lambda x: loss(x) + summed(kick * x)


def _kicked(gradient: GradientFunction, kick: Tensor, x: Tensor) -> Tensor:
    return gradient(x) + kick
