"""The growing record of each run: append-only, what is published never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

MEMORY_BUDGET = 2**30
"""Bytes that the records of one experiment may take before they are thinned."""


def stride_for(steps: int, runs: int, dim: int, budget: int = MEMORY_BUDGET) -> int:
    """Smallest stride between recorded steps that keeps all records within ``budget``.

    The start and the last step are recorded whatever the budget.
    """
    bytes_a_row = 8 * max(runs, 1) * (2 * dim + 1)
    rows_after_start = max(1, budget // bytes_a_row - 1)
    return max(1, -(-steps // rows_after_start))


class Strided:
    """Rows for every ``stride``-th of ``steps`` steps and for the last; they are only added."""

    def __init__(self, steps: int, stride: int) -> None:
        self.steps = steps
        self.stride = stride
        self._length = 0

    def __len__(self) -> int:
        """Rows recorded so far."""
        return self._length

    @property
    def reached(self) -> int:
        """Last step recorded; −1 before the start."""
        return min((self._length - 1) * self.stride, self.steps)

    def row_of(self, step: int) -> int:
        """Row that holds ``step``, or the recorded one before it; −1 before the start."""
        row = -(-step // self.stride) if step >= self.steps else step // self.stride
        return min(row, self._length - 1)


class Record(Strided):
    """What one run left behind.

    Arrays are views of what is recorded so far: valid for good, since rows are only added.
    One thread may append while others read.
    """

    def __init__(
        self, steps: int, stride: int, positions: Array, losses: Array, gradients: Array
    ) -> None:
        super().__init__(steps, stride)
        self._positions = positions
        self._losses = losses
        self._gradients = gradients
        self.diverged_at: int | None = None
        """First step with a value that is not finite, recorded or not."""

    @property
    def positions(self) -> Array:
        """Position after each recorded step, ``(dim, rows)``."""
        return self._positions[:, : self._length]

    @property
    def losses(self) -> Array:
        """Full objective at each position, ``(rows,)``."""
        return self._losses[: self._length]

    @property
    def gradients(self) -> Array:
        """Full gradient at each position, ``(dim, rows)``."""
        return self._gradients[:, : self._length]

    @property
    def step_numbers(self) -> Array:
        """Step of each row, ``(rows,)``; 0 is the start."""
        return np.minimum(np.arange(self._length) * self.stride, self.steps)

    def until(self, steps: int) -> Record:
        """The record as it would be with fewer steps; only where every step is recorded."""
        rows = steps + 1
        arrays = self._positions[:, :rows], self._losses[:rows], self._gradients[:, :rows]
        record = Record(steps, self.stride, *arrays)
        record.diverged_at = _by(steps, self.diverged_at)
        record.publish(min(rows, self._length))
        return record

    def publish(self, rows: int) -> None:
        """Declare the first ``rows`` rows complete; done last, so no reader sees half a row."""
        self._length = rows


class RecordBlock:
    """Records of runs that are stepped together, filled by one assignment a chunk.

    Each run's rows lie side by side in memory, ready to be plotted without a copy.
    """

    def __init__(self, steps: int, stride: int, runs: int, dim: int) -> None:
        rows = -(-steps // stride) + 1
        self._steps = steps
        self._stride = stride
        self._positions = np.empty((runs, dim, rows))
        self._losses = np.empty((runs, rows))
        self._gradients = np.empty((runs, dim, rows))
        arrays = zip(self._positions, self._losses, self._gradients, strict=True)
        self.records = tuple(Record(steps, stride, *views) for views in arrays)

    def append(
        self, first: int, positions: Array, losses: Array, gradients: Array, finite: Array
    ) -> None:
        """Add what ``count`` steps gave, from step number ``first`` on.

        Positions have the shape ``(count, dim, runs)``, losses and ``finite`` ``(count, runs)``,
        gradients ``(dim, count, runs)``. Steps that the stride leaves out are only looked at
        for divergence.
        """
        old = len(self.records[0])
        kept = self._kept(first, len(losses))
        losses = losses[kept]
        new = old + len(losses)
        self._positions[:, :, old:new] = positions[kept].transpose(2, 1, 0)
        self._losses[:, old:new] = losses.T
        self._gradients[:, :, old:new] = gradients[:, kept].transpose(2, 0, 1)
        for run in np.flatnonzero(~finite.all(0)):
            if self.records[run].diverged_at is None:
                self.records[run].diverged_at = first + int(np.argmin(finite[:, run]))
        for record in self.records:
            record.publish(new)

    def take_over(self, records: Sequence[Record], step: int) -> None:
        """Begin with copies of the rows of other records, of this stride, up to ``step``."""
        rows = step // self._stride + 1
        for place, (mine, other) in enumerate(zip(self.records, records, strict=True)):
            self._positions[place, :, :rows] = other.positions[:, :rows]
            self._losses[place, :rows] = other.losses[:rows]
            self._gradients[place, :, :rows] = other.gradients[:, :rows]
            mine.diverged_at = _by(step, other.diverged_at)
            mine.publish(rows)

    def _kept(self, first: int, count: int) -> slice | Array:
        """Which of ``count`` steps, from number ``first`` on, are recorded."""
        if self._stride == 1:
            return slice(None)
        steps = np.arange(first, first + count)
        return np.flatnonzero((steps % self._stride == 0) | (steps == self._steps))


@dataclass(frozen=True, slots=True)
class History:
    """The records of an experiment, one for each run, in its order.

    A run that is not enabled has a record without rows.
    """

    records: tuple[Record, ...]

    @property
    def stride(self) -> int:
        """Steps between recorded rows; more than 1 when memory forced thinning."""
        return max(record.stride for record in self.records)

    @property
    def computed(self) -> int:
        """Last step that all enabled runs have reached and recorded; −1 before the start."""
        return min((r.reached for r in self.records if r.steps), default=-1)

    @property
    def farthest(self) -> int:
        """Last step that any run has reached and recorded; −1 before the start."""
        return max((r.reached for r in self.records if r.steps), default=-1)


def _by(step: int, diverged_at: int | None) -> int | None:
    """When it diverged, as it was known at ``step``."""
    return None if diverged_at is None or diverged_at > step else diverged_at


@cache
def disabled_record(dim: int) -> Record:
    """Record of a run that is not computed; one object, so that histories compare equal."""
    return Record(0, 1, np.empty((dim, 0)), np.empty(0), np.empty((dim, 0)))
