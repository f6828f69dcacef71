"""Curves in the coordinates of the axes, thinned to what a screen can show of them."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gui.theme import RunStyle
from gui.views.lines import Line
from gui.views.quantities import for_axis
from gui.views.thinning import buckets, ends, extremes, lower_edge, upper_edge

Array = np.ndarray[Any, np.dtype[Any]]

BUCKETS = 800
"""Columns that a long curve is thinned to, about a pixel each."""
MOST_POINTS, FEWEST_BUCKETS = 200_000, 150
"""Points of all curves together, from which on each is given fewer columns, down to so many."""

MARGIN = 0.03
"""Share of the range of values that is left free above and below, at least."""
LEAST_HALF, LARGEST = 1e-300, sys.float_info.max
UNITS = 16
"""Parts of half that range, about, that the ends of an axis are rounded to."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is painted, in the coordinates of the axes; nan where there is nothing to paint."""

    style: RunStyle
    x: Array
    """Ascending, ``(n,)``."""
    y: Array
    band: tuple[Array, ...] = ()
    """Lower and upper edge, ``(n,)`` each, if there is a band."""


@dataclass(frozen=True, slots=True)
class View:
    """What of the steps is in sight, and which axes are logarithmic."""

    left: float
    right: float
    """In the coordinates of the axis."""
    log_x: bool = False
    log_y: bool = False


@dataclass(frozen=True, slots=True)
class _Columns:
    """Rows that are in view, and how they are gathered into columns."""

    x: Array
    rows: slice
    first: Array | None
    """First of the rows in each column; ``None`` where each row is painted."""


def shapes_of(lines: Sequence[Line], view: View) -> list[Shape]:
    """The lines as they are painted: rows in view and one beyond on each side, thinned.

    Many lines together, where they have their rows in common: most of the time would go into
    the calls.
    """
    count = max(min(BUCKETS, MOST_POINTS // (2 * len(lines) or 1)), FEWEST_BUCKETS)
    alike: dict[tuple[int, int, int], list[int]] = {}
    for place, line in enumerate(lines):
        key = len(line.values), line.record.stride, line.record.steps
        alike.setdefault(key, []).append(place)
    found: dict[int, Shape] = {}
    for places in alike.values():
        group = [lines[place] for place in places]
        columns = _columns(group[0], view, count)
        heights = _heights([line.values for line in group], columns, log=view.log_y)
        for place, line, y in zip(places, group, heights, strict=True):
            found[place] = Shape(line.style, columns.x, y, _band(line, columns, log=view.log_y))
    return [found[place] for place in range(len(lines))]


def extent_of_heights(shapes: Sequence[Shape]) -> tuple[float, float] | None:
    """Lowest and highest of what is painted; ``None`` if that is nothing."""
    rows = [row for shape in shapes for row in (shape.y, *shape.band) if row.size]
    lows, highs = [np.fmin.reduce(row) for row in rows], [np.fmax.reduce(row) for row in rows]
    low, high = float(np.fmin.reduce([np.nan, *lows])), float(np.fmax.reduce([np.nan, *highs]))
    return (low, high) if low <= high else None


def steady_range(low: float, high: float) -> tuple[float, float]:
    """Range of an axis for values from ``low`` to ``high``, with a margin.

    Its ends are round, so that it keeps still while the values change a little: while a hand
    drags a slider. To paint the axis takes longer than to paint the curves.
    """
    half = high / 2 - low / 2  # the difference of the largest numbers overflows
    if not half > LEAST_HALF:
        margin = max(abs(low), 1.0) * MARGIN
        return low - margin, high + margin
    unit = 2.0 ** math.floor(math.log2(half / UNITS))
    low, high = low - 2 * MARGIN * half, high + 2 * MARGIN * half
    return (
        max(unit * math.floor(max(low, -LARGEST) / unit), -LARGEST),
        min(unit * math.ceil(min(high, LARGEST) / unit), LARGEST),
    )


def _columns(line: Line, view: View, count: int) -> _Columns:
    """Of a line, and of all that have as many rows; on a logarithmic axis, steps start at 1."""
    steps, skipped = line.record.step_numbers[: len(line.values)], int(view.log_x)
    x = np.log10(steps[skipped:]) if view.log_x else steps
    first, last = np.searchsorted(x, [view.left, view.right]).tolist()
    part = slice(max(first - 1, 0), last + 1)
    x = x[part]
    rows = slice(part.start + skipped, part.start + skipped + len(x))
    starts = buckets(x, count)
    return _Columns(x if starts is None else ends(x, starts), rows, starts)


def _heights(curves: Sequence[Array], columns: _Columns, *, log: bool) -> Array:
    """Heights of curves, ``(curves, n)``: of each column, the lowest and the highest."""
    curves, first = [curve[columns.rows] for curve in curves], columns.first
    if first is None:
        return for_axis(np.stack(curves), log=log)
    heights = np.stack([extremes(curve, first) for curve in curves])
    painted = _has_place(heights, log=log)
    for place in np.flatnonzero(~painted.all(1)):  # what has no place must not hide what has
        curve = curves[place]
        heights[place] = extremes(np.where(_has_place(curve, log=log), curve, np.nan), first)
    return for_axis(heights, log=log)


def _has_place(values: Array, *, log: bool) -> Array:
    """Which values can be painted."""
    finite: Array = np.isfinite(values)
    return finite & (values > 0) if log else finite


def _band(line: Line, columns: _Columns, *, log: bool) -> tuple[Array, ...]:
    if line.band is None:
        return ()
    low, high = (for_axis(edge[columns.rows], log=log) for edge in line.band)
    if columns.first is None:
        return low, high
    return lower_edge(low, columns.first), upper_edge(high, columns.first)
