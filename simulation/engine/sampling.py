"""Which examples each step sees: the same minibatch for all runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Protocol

from simulation.objectives.base import DataObjective, Objective
from simulation.seeds import generator

if TYPE_CHECKING:
    import torch
    from torch import Tensor

GradientFunction = Callable[["Tensor"], "Tensor"]
"""Points ``(dim, lanes)`` to gradients of the same shape."""


class GradientSource(Protocol):
    """Hands out the gradient function of each step."""

    def steps(self, first: int, count: int) -> Iterator[GradientFunction]:
        """The functions of ``count`` steps, from step number ``first`` on."""


class FullGradient:
    """Every step sees the whole objective."""

    def __init__(self, objective: Objective) -> None:
        self._gradient = objective.gradient

    def steps(self, first: int, count: int) -> Iterator[GradientFunction]:
        del first
        return repeat(self._gradient, count)


class Minibatches:
    """Each epoch shuffles the examples anew and goes through them batch by batch.

    The order of an epoch depends on the seed and the epoch's number alone, so any step can
    be replayed without those before it.
    """

    def __init__(
        self, objective: DataObjective, batch_size: int, seed: int, device: torch.device
    ) -> None:
        self._objective = objective
        self._batch_size = batch_size
        self._seed = seed
        self._device = device
        self._per_epoch = -(-objective.examples // batch_size)
        self._epoch = -1
        self._functions: list[GradientFunction] = []

    def steps(self, first: int, count: int) -> Iterator[GradientFunction]:
        for step in range(first, first + count):
            epoch, index = divmod(step, self._per_epoch)
            if epoch != self._epoch:
                self._shuffle(epoch)
            yield self._functions[index]

    def _shuffle(self, epoch: int) -> None:
        import torch

        order = generator(self._seed, "minibatch", epoch).permutation(self._objective.examples)
        batches = self._objective.minibatches(
            torch.from_numpy(order).to(self._device), self._batch_size
        )
        self._functions = [partial(self._objective.minibatch_gradient, b) for b in batches]
        self._epoch = epoch
