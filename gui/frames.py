"""Frozen records that cross from the simulation thread to the views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from simulation.experiment import Experiment

if TYPE_CHECKING:  # the engine is loaded beside torch, after the window is painted
    from simulation.engine.companions import Cloud
    from simulation.engine.history import History
    from simulation.engine.outcome import Outcome

Array = np.ndarray[Any, np.dtype[Any]]
Window = tuple[tuple[float, float], tuple[float, float]]
"""Range of both axes of a plot."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How far a computation is; the history's arrays only ever grow."""

    number: int
    """Which computation this belongs to; later ones have larger numbers."""
    experiment: Experiment
    """What is computed; the window may be at another one already."""
    history: History
    computed: int
    """Last step that all runs have reached."""
    farthest: int
    """Last step that any run has reached: those that an edit did not touch are there already."""
    done: bool
    outcomes: tuple[Outcome, ...]
    steps_per_second: float
    device: str
    clouds: tuple[Cloud | None, ...] = ()
    """The companions of each run where the experiment has several starts, else none at all."""

    def is_new_after(self, before: Frame | None) -> bool:
        """Whether it shows another history than the frame before, not more of the same one."""
        return before is None or before.history != self.history


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


@dataclass(frozen=True, slots=True)
class PlaneChoice:
    """Which plane to look at, where there are more than two coordinates."""

    kind: Literal["principal", "coordinates", "hessian"] = "principal"
    """The trajectories' principal directions, two coordinates, or the directions of the
    largest and the smallest curvature at the minimum, or at the last point."""
    axes: tuple[int, int] = (0, 1)
    """The two coordinates, counted from 0."""


LevelsChoice = Literal["balanced", "linear", "log"]
"""How levels are spaced: by the area they enclose, evenly, or evenly in the logarithm."""


@dataclass(frozen=True, slots=True)
class LandscapeChoice:
    """What the landscape shows, and how."""

    plane: PlaneChoice = PlaneChoice()
    levels: LevelsChoice = "balanced"


@dataclass(frozen=True, slots=True)
class LandscapeLook:
    """What is drawn over the landscape, and its colours."""

    arrows: bool = False
    """At each ball: the last displacement, and minus the gradient."""
    ghosts: bool = False
    """Where each ball goes next."""
    field: bool = False
    """Directions of descent, everywhere."""
    flow: bool = False
    """The flow that each run approximates."""
    tail: int | None = None
    """Steps of the trails that are shown; ``None`` for all."""
    colour_map: str = "theme"


@dataclass(frozen=True, slots=True)
class DescentField:
    """Minus the gradient, in the coordinates of a plane."""

    places: Array
    """Where it was taken, ``(2, n)``."""
    directions: Array
    """The part of −∇f that lies in the plane, ``(2, n)``."""
    spacing: tuple[float, float]
    """Between places, along both axes."""


WINDOW_BANDS = 20
"""Bands of equal colour between the lowest and the highest value in the window."""


@dataclass(frozen=True, slots=True)
class Landscape:
    """The objective as it is drawn: values on a plane, or a curve."""

    number: int
    """Which computation it was drawn for."""
    plane: Plane
    window: Window
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
    field: DescentField | None = None
    """Directions of descent where it is drawn; ``None`` for a curve."""
