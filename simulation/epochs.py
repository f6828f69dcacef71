"""Which epoch a step belongs to, when the batch size may change from epoch to epoch."""

from __future__ import annotations

from typing import Any

import numpy as np

from simulation.schedules import Schedule

Array = np.ndarray[Any, np.dtype[Any]]


class Epochs:
    """Cuts the steps of a run into epochs, each of which goes once through all examples.

    Parameters
    ----------
    examples
        Number of examples.
    batch_size
        Examples a step sees.
    schedule
        What multiplies ``batch_size`` in each epoch; ``None`` leaves it as it is.
    """

    def __init__(self, examples: int, batch_size: int, schedule: Schedule | None = None) -> None:
        self._examples = examples
        self._batch_size = batch_size
        self._schedule = schedule
        self._starts = np.zeros(1, np.int64)

    def batch_sizes(self, epochs: Array) -> Array:
        """Examples a step of each epoch sees, ``(n,)``: rounded, 1 to all of them.

        All, too, where a schedule's factor is beyond any float, or is no number: ∞ · 0.
        """
        sizes = np.full(len(epochs), float(self._batch_size))
        if self._schedule is not None:
            with np.errstate(over="ignore"):
                sizes *= self._schedule.factors(epochs)
        bounded: Array = np.fmin(sizes.round(), self._examples).clip(1)
        return bounded.astype(np.int64)

    def lengths(self, epochs: Array) -> Array:
        """Steps of each epoch, ``(n,)``."""
        return -(-self._examples // self.batch_sizes(epochs))

    def locate(self, steps: Array) -> tuple[Array, Array]:
        """Epoch of each step and its place in it, both from 0 and of shape ``(n,)``."""
        if self._schedule is None:
            epochs, places = np.divmod(steps, self.lengths(np.zeros(1))[0])
            return epochs, places
        starts = self._starts_beyond(int(steps.max(initial=0)))
        epochs = np.searchsorted(starts, steps, "right") - 1
        return epochs, steps - starts[epochs]

    def elapsed(self, steps: Array) -> Array:
        """Epochs that have passed after each number of steps, with fractions, ``(n,)``."""
        if self._schedule is None:
            return steps / self.lengths(np.zeros(1))
        epochs, places = self.locate(steps)
        return epochs + places / self.lengths(epochs)

    def _starts_beyond(self, step: int) -> Array:
        """First step of each epoch, up to the first one after ``step``."""
        while self._starts[-1] <= step:
            known = len(self._starts)
            # Doubling keeps the work of a whole run proportional to its epochs.
            ends = self.lengths(np.arange(known - 1, 2 * known - 1)).cumsum()
            self._starts = np.concatenate([self._starts, self._starts[-1] + ends])
        return self._starts
