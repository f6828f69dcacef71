"""Where the runs are in the coordinates of the plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from gui.frames import Plane
from simulation.engine.history import Record

Array = np.ndarray[Any, np.dtype[Any]]


class PlanePath:
    """One run's rows projected to a plane, extended as rows are recorded.

    On a curve the second coordinate is the loss.
    """

    def __init__(self, record: Record, plane: Plane) -> None:
        self.record = record
        self._plane = plane
        self._projected = np.empty((2, -(-record.steps // record.stride) + 1))
        self._length = 0
        self._finite = 0

    def extend(self) -> None:
        """Take in the rows that were recorded since the last call."""
        old, new = self._length, len(self.record)
        if new == old:
            return
        with np.errstate(over="ignore", invalid="ignore"):
            coordinates = self._plane.project(self.record.positions[:, old:new])
        self._projected[: len(coordinates), old:new] = coordinates
        if len(coordinates) == 1:
            self._projected[1, old:new] = self.record.losses[old:new]
        if self._finite == old:
            finite = np.isfinite(self._projected[:, old:new]).all(0)
            self._finite += new - old if finite.all() else int(np.argmin(finite))
        self._length = new

    @property
    def points(self) -> Array:
        """All rows before the first that is not finite, ``(2, rows)``."""
        return self._projected[:, : self._finite]

    def descent(self, row: int) -> Array:
        """Minus the gradient at a row, in the plane: ``(2,)``, 0 along the second on a curve."""
        descent = np.zeros(2)
        with np.errstate(over="ignore", invalid="ignore"):
            projected = -self._plane.directions.T @ self.record.gradients[:, row]
        descent[: len(projected)] = projected
        return descent

    def row(self, step: int) -> int:
        """Row of ``points`` that shows ``step``, the last finite one after it is lost."""
        return min(self.record.row_of(step), self._finite - 1)

    def diverged_by(self, step: int) -> bool:
        """Whether the run has met a value that is not finite, at ``step`` or before."""
        lost_at = self.record.diverged_at
        return lost_at is not None and step >= lost_at

    def lies_in(self, plane: Plane) -> bool:
        """Whether its points are coordinates of ``plane``."""
        return self._plane is plane


def follow(records: Sequence[Record], plane: Plane, known: Sequence[PlanePath]) -> list[PlanePath]:
    """The path of each record in a plane; those that are known already are not made anew.

    None where the records have another number of coordinates: the landscape of another
    objective belongs to a history that is still to come.
    """
    if any(len(record.positions) != len(plane.origin) for record in records):
        return []
    made = {path.record: path for path in known if path.lies_in(plane)}
    return [made.get(record) or PlanePath(record, plane) for record in records]
