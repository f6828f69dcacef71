"""Which examples each step sees: the same minibatch for all runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Protocol

import numpy as np

from simulation.epochs import Epochs
from simulation.experiment import Experiment
from simulation.objectives.base import DataObjective, Objective
from simulation.schedules import Schedule
from simulation.seeds import generator

if TYPE_CHECKING:
    import torch
    from torch import Tensor

GradientFunction = Callable[["Tensor"], "Tensor"]
"""Points ``(dim, lanes)`` to gradients of the same shape."""

LossFunction = Callable[["Tensor"], "Tensor"]
"""Points ``(dim, lanes)`` to losses ``(lanes,)``."""


class GradientSource(Protocol):
    """Hands out the gradient function of each step, and the loss that it is the gradient of."""

    def steps(self, first: int, count: int) -> Iterator[GradientFunction]:
        """The functions of ``count`` steps, from step number ``first`` on."""

    def loss(self, step: int) -> LossFunction:
        """The loss of step number ``step``, one of those last handed out."""


def gradient_source(
    experiment: Experiment, objective: Objective, device: torch.device
) -> GradientSource:
    """The gradients that an experiment's steps see, without noise."""
    if experiment.batch_size is None or not isinstance(objective, DataObjective):
        return FullGradient(objective)
    return Minibatches(
        objective,
        experiment.batch_size,
        experiment.seed,
        device,
        replacement=experiment.sampling == "replacement",
        schedule=experiment.batch_size_schedule,
    )


class FullGradient:
    """Every step sees the whole objective."""

    def __init__(self, objective: Objective) -> None:
        self._objective = objective

    def steps(self, first: int, count: int) -> Iterator[GradientFunction]:
        del first
        return repeat(self._objective.gradient, count)

    def loss(self, step: int) -> LossFunction:
        del step
        return self._objective.value

    def gradient(self, x: Tensor) -> Tensor:
        """The gradient that every step sees."""
        return self._objective.gradient(x)


class Minibatches:
    """Each epoch shuffles the examples anew and goes through them batch by batch.

    With ``replacement`` it draws as many examples anew, some of them twice and some not at all.

    The order of an epoch depends on the seed and the epoch's number alone, so any step can
    be replayed without those before it. ``schedule`` multiplies the batch size, epoch by epoch.
    """

    def __init__(
        self,
        objective: DataObjective,
        batch_size: int,
        seed: int,
        device: torch.device,
        *,
        replacement: bool = False,
        schedule: Schedule | None = None,
    ) -> None:
        self._objective = objective
        self._epochs = Epochs(objective.examples, batch_size, schedule)
        self._seed = seed
        self._replacement = replacement
        self._device = device
        self._epoch = -1
        self._batches: Sequence[Tensor] = ()
        self._functions: list[GradientFunction] = []

    def steps(self, first: int, count: int) -> Iterator[GradientFunction]:
        epochs, places = self._epochs.locate(np.arange(first, first + count))
        for epoch, place in zip(epochs.tolist(), places.tolist(), strict=True):
            if epoch != self._epoch:
                self._shuffle(epoch)
            yield self._functions[place]

    def loss(self, step: int) -> LossFunction:
        (batch,) = self.batches(step, 1)
        return partial(self._objective.minibatch_value, batch)

    def batches(self, first: int, count: int) -> list[Tensor]:
        """What ``count`` steps see, from step number ``first`` on."""
        epochs, places = self._epochs.locate(np.arange(first, first + count))
        found = []
        for epoch, place in zip(epochs.tolist(), places.tolist(), strict=True):
            if epoch != self._epoch:
                self._shuffle(epoch)
            found.append(self._batches[place])
        return found

    def gradient(self, x: Tensor, batch: Tensor) -> Tensor:
        """The gradient that a step sees, as a function of its batch as well."""
        return self._objective.minibatch_gradient(batch, x)

    def _shuffle(self, epoch: int) -> None:
        import torch

        draw = generator(self._seed, "minibatch", epoch)
        examples = self._objective.examples
        order = (
            draw.integers(examples, size=examples)
            if self._replacement
            else draw.permutation(examples)
        )
        (size,) = self._epochs.batch_sizes(np.array([epoch])).tolist()
        shuffled = torch.from_numpy(order).to(self._device)
        self._batches = self._objective.minibatches(shuffled, size)
        self._functions = [
            partial(self._objective.minibatch_gradient, batch) for batch in self._batches
        ]
        self._epoch = epoch
