"""What the stability diagram is drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from gui.theme import RunStyle

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Dot:
    """A run in the plane, in the coordinates of the axes."""

    x: float
    y: float
    style: RunStyle
    own: bool = False
    """Whether it is the selected run, which can be dragged."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """A curve known in closed form, ``(n, 2)`` with rows of nan between its pieces."""

    style: RunStyle
    points: Array


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn below the dots; places are in the coordinates of the axes."""

    x: Array
    """Centres of the cells, ``(nx,)``; decimal logarithms on a logarithmic axis."""
    y: Array
    """``(ny,)``."""
    rates: Array
    """``(ny, nx)``."""
    regimes: Array
    """``(ny, nx)``."""
    lines: Sequence[tuple[float, Array]] = field(default=())
    """Rates and the points ``(n, 2)`` where they are had."""
    optimum: tuple[float, float] | None = None


def nearest(values: Array, value: float) -> int:
    """Index of the centre that is nearest to a place."""
    return int(np.abs(values - value).argmin())


def edges(centres: Array) -> tuple[float, float]:
    """Both ends of cells with these centres, evenly spaced."""
    half = (centres[1] - centres[0]) / 2
    return float(centres[0] - half), float(centres[-1] + half)
