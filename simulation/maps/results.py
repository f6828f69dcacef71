"""The metrics of a map, filled in tile by tile."""

from __future__ import annotations

import numpy as np

from simulation.maps.axes import Array
from simulation.maps.judging import Columns
from simulation.maps.metrics import METRICS
from simulation.maps.order import strides


class MapResults:
    """All metrics of all cells: about 60 bytes a cell, and no more while it is computed.

    Parameters
    ----------
    shape
        Rows and columns.

    Attributes
    ----------
    done
        Which cells have been computed, ``(rows, columns)``.
    columns
        Each metric by its name, ``(rows, columns)``; where ``done`` is false it means nothing.
    """

    def __init__(self, shape: tuple[int, int]) -> None:
        self.shape = shape
        self.done = np.zeros(shape, np.bool_)
        self.columns: dict[str, Array] = {
            name: np.zeros(shape, metric.dtype) for name, metric in METRICS.items()
        }

    def put(self, cells: Array, columns: Columns) -> None:
        """Fill in some cells, numbered row by row."""
        for name, values in columns.items():
            self.columns[name].reshape(-1)[cells] = values
        self.done.reshape(-1)[cells] = True

    @property
    def complete(self) -> bool:
        """Whether all cells are there."""
        return bool(self.done.all())

    @property
    def stride(self) -> int:
        """Distance between the cells of the pass that is being filled in, from coarse to fine."""
        there = np.count_nonzero(self.done)
        rows, columns = self.shape
        passes = strides(self.shape)
        return next((s for s in passes if there < -(-rows // s) * -(-columns // s)), passes[-1])

    def picture(self, metric: str, step: int = 1) -> tuple[Array, Array]:
        """What can be shown so far, of one in ``step`` rows and columns.

        Returns
        -------
        tuple
            Values of the metric ``(rows, columns)``, where a cell that is not done has the
            value of the nearest coarser one to its lower left, and which cells have one at all.
        """
        shown = (slice(None, None, step),) * 2
        values, known = self.columns[metric][shown].copy(), self.done[shown].copy()
        rows, columns = values.shape
        for stride in (each for each in reversed(strides(self.shape)) if each > step):
            coarse = (slice(None, None, stride),) * 2
            spread, there = (
                each[coarse].repeat(stride // step, 0)[:rows].repeat(stride // step, 1)[:, :columns]
                for each in (self.columns[metric], self.done)
            )
            new = there & ~known
            values[new] = spread[new]
            known |= new
            if known.all():
                break
        return values, known
