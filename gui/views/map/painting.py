"""The results of a map as what a pane shows: colours, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.maps.axes import Axis
from simulation.maps.colours import Colouring, colouring, legend, painted
from simulation.maps.metrics import Metric
from simulation.maps.results import MapResults

Array = np.ndarray[Any, np.dtype[Any]]
Words = Sequence[tuple[str, tuple[int, int, int]]]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one map that are known so far, as one metric tells them."""

    columns: dict[str, Array]
    """That metric and the outcome, ``(rows, columns)``."""
    known: Array
    """Which have a value, ``(rows, columns)``."""
    metric: Metric
    stride: int = 1
    """These are one in so many rows and columns of the map."""

    @property
    def _told(self) -> dict[str, Array]:
        if self.known.all():
            return self.columns
        return {name: column[self.known] for name, column in self.columns.items()}

    @property
    def colouring(self) -> Colouring:
        """The ramp that fits what is known."""
        return colouring(self._told, self.metric)

    @property
    def words(self) -> Words:
        """Colours that stand for words, of those that occur."""
        return legend(self._told, self.metric)

    def painted(self, colours: Colouring) -> Array:
        """Red, green, blue and opacity, ``(rows, columns, 4)`` uint8; row 0 is the lowest y."""
        image = np.empty((*self.known.shape, 4), np.uint8)
        image[..., :3] = painted(self.columns, colours)
        image[..., 3] = np.where(self.known, 255, 0)
        return image


def cells_of(results: MapResults, metric: Metric) -> Cells:
    """What can be shown so far; coarse cells stand for those that are still to come.

    No finer than the pass that is being filled in: a large map is seen as soon as a small one.
    """
    names = {metric.name, "outcome"}
    if results.complete:
        return Cells({n: results.columns[n] for n in names}, results.done, metric)
    stride = results.stride
    pictures = {name: results.picture(name, stride) for name in names}
    known = pictures[metric.name][1]
    columns = {name: values for name, (values, _) in pictures.items()}
    return Cells(columns, known, metric, stride)


def common(colourings: Sequence[Colouring]) -> Colouring:
    """One ramp for maps side by side: the same colour is the same number in all."""
    lows = [each.low for each in colourings if np.isfinite(each.low)]
    highs = [each.high for each in colourings if np.isfinite(each.high)]
    nan = float("nan")
    return Colouring(colourings[0].metric, min(lows, default=nan), max(highs, default=nan))


def place(axis: Axis, value: float) -> float:
    """Where ``value`` is on a plot: itself, or its decimal logarithm."""
    return float(np.log10(value)) if axis.scale == "log" else value


def number(axis: Axis, at: float) -> float:
    """The value at a place of the plot."""
    return float(10.0**at) if axis.scale == "log" else at


def borders(axis: Axis) -> tuple[float, float]:
    """Where the first cell begins and the last one ends, on the plot."""
    low, high = axis.edges[[0, -1]]
    return place(axis, float(low)), place(axis, float(high))


def nearest(axis: Axis, at: float) -> int:
    """Number of the cell at a place of the plot; may be beyond the axis."""
    low, high = borders(axis)
    return int(np.floor((at - low) / (high - low) * axis.count))
