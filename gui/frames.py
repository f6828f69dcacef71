"""Frozen records that cross from the simulation thread to the views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.engine.history import History
from simulation.engine.outcome import Outcome

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Frame:
    """How far a computation is; the history's arrays only ever grow."""

    number: int
    """Which computation this belongs to; later ones have larger numbers."""
    history: History
    computed: int
    """Last step that all runs have reached."""
    done: bool
    outcomes: tuple[Outcome, ...]
    steps_per_second: float
    device: str


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane through parameter space: positions are origin + directions · (u, v).

    For two coordinates it is the space itself; for one, v is unused.
    """

    origin: Array
    """Shape ``(dim,)``."""
    directions: Array
    """Orthonormal columns, shape ``(dim, 2)``, or ``(1, 1)`` for one coordinate."""
    labels: tuple[str, ...]
    """What the axes are called."""

    def project(self, positions: Array) -> Array:
        """Coordinates in the plane: ``(dim, n)`` to ``(2, n)``, or ``(1, n)``."""
        coordinates: Array = self.directions.T @ (positions - self.origin[:, None])
        return coordinates

    def lift(self, coordinates: Array) -> Array:
        """Positions of points in the plane: ``(2, n)`` or ``(1, n)`` to ``(dim, n)``."""
        positions: Array = self.origin[:, None] + self.directions @ coordinates
        return positions


WINDOW_BANDS = 20
"""Bands of equal colour between the lowest and the highest value in the window."""


@dataclass(frozen=True, slots=True)
class Landscape:
    """The objective as it is drawn: values on a plane, or a curve."""

    number: int
    """Which computation it was drawn for."""
    plane: Plane
    window: tuple[tuple[float, float], tuple[float, float]]
    """Range of both axes that is shown first; the grid reaches beyond it."""
    u: Array
    """Grid along the first axis, ``(nu,)``."""
    v: Array | None
    """Grid along the second axis, ``(nv,)``; ``None`` for one coordinate."""
    values: Array
    """Objective on the grid, ``(nv, nu)``, or ``(nu,)`` for one coordinate."""
    levels: Array
    """Values at which bands change and lines are drawn, ascending; empty for a curve.

    The first ``WINDOW_BANDS`` span the window, later ones what lies around it.
    """
    bands: Array
    """Number of levels below each pixel, uint8; the picture spans the grid. Empty for a curve."""
    lines: Array
    """Contour lines as points ``(n, 2)``, separated by rows of nan; empty for a curve."""
    minima: Array
    """Known minima in the plane, ``(2, k)`` or ``(1, k)``."""
    minima_values: Array
    """Objective at them, ``(k,)``."""
