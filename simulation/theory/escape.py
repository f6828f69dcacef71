"""How long noise takes to lift a ball over a hill: Kramers' rate, and the exact mean time."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.objectives.base import Objective
from simulation.theory.langevin import Dynamics
from simulation.theory.placing import gradients_at, losses_at
from simulation.theory.roots import root_between

Array = np.ndarray[Any, np.dtype[Any]]

SCAN = 4001
"""Points at which changes of the slope's sign are looked for."""
NEARBY = 1e-4
"""Distance, as a share of the scanned range, over which curvature is measured."""
CELLS = 20_000
"""Intervals of the trapezoid rule."""


@dataclass(frozen=True, slots=True)
class Hill:
    """A well with bottom ``start``, the ``top`` beyond which it ends, and the next bottom.

    ``height`` is L(top) − L(start); the curvatures are L″(start) > 0 and −L″(top) > 0.
    """

    start: float
    top: float
    target: float
    height: float
    curvature: float
    top_curvature: float

    def rate(self, dynamics: Dynamics) -> float:
        """Kramers' rate: escapes of a ball in a unit of time.

        Langevin: √(L″(a) |L″(b)|)/(2π) · exp(−ΔL/σ²). With friction λ the factor before the
        exponential is (√(λ²/4 + ω_b²) − λ/2)/ω_b · ω_a/(2π), with ω² the curvatures.

        Both are limits, for ΔL ≫ σ² and small steps; that with friction also for friction
        that is not weak, λ ΔL ≫ ω_a σ²: with less a ball keeps its energy for many swings and
        escapes more rarely.

        Notes
        -----
        Kramers 1940; Risken, The Fokker–Planck equation, 1989.
        """
        well, hill = math.sqrt(self.curvature), math.sqrt(self.top_curvature)
        if not dynamics.temperature:
            return 0.0
        factor = well / (2 * math.pi) * math.exp(-self.height / dynamics.temperature)
        if dynamics.friction is None:
            return factor * hill
        half = dynamics.friction / 2
        # (√(λ²/4 + ω²) − λ/2) without the loss of digits under strong friction.
        return factor * hill / (math.hypot(half, hill) + half)


def hills(objective: Objective, box: tuple[float, float]) -> tuple[Hill, Hill] | None:
    """The ways out of the left and the right well, if there are just two wells in ``box``.

    Parameters
    ----------
    objective
        Of one coordinate, placed on the CPU in float64.
    """
    value, slope = _functions(objective)
    grid = np.linspace(*box, SCAN)
    slopes = slope(grid)
    changes = np.flatnonzero(np.sign(slopes[:-1]) * np.sign(slopes[1:]) <= 0)
    # A slope of zero on the grid itself changes the sign twice.
    changes = changes[np.append(True, np.diff(changes) > 1)]
    if len(changes) != 3:
        return None

    def at(x: float) -> float:
        return float(slope(np.array([x]))[0])

    left, top, right = (
        root_between(at, float(grid[max(k - 1, 0)]), float(grid[min(k + 2, SCAN - 1)]))
        for k in changes
    )
    near = NEARBY * (box[1] - box[0])
    places = np.array([left, top, right])
    curvatures = (slope(places + near) - slope(places - near)) / (2 * near)
    if not (curvatures[0] > 0 > curvatures[1] and curvatures[2] > 0):
        return None
    at_left, at_top, at_right = value(places).tolist()
    of_left, of_top, of_right = curvatures.tolist()
    return (
        Hill(left, top, right, at_top - at_left, of_left, -of_top),
        Hill(right, top, left, at_top - at_right, of_right, -of_top),
    )


def mean_escape_time(
    objective: Objective, hill: Hill, sigma: float, box: tuple[float, float]
) -> float:
    """Mean time from the bottom of a well to the next bottom, for Langevin's equation.

    T = σ⁻² ∫ dy e^{L(y)/σ²} ∫ dz e^{−L(z)/σ²}, y from bottom to bottom and z over all that
    lies behind y: for every height of the hill, as steps get small. Where it is far from one
    over Kramers' rate, the hill is not high. Infinite where it exceeds what floats hold.

    Parameters
    ----------
    objective
        Of one coordinate, placed on the CPU in float64.
    hill
        Which bottoms.
    sigma
        Square root of the temperature.
    box
        Range outside of which a ball is never found.

    Notes
    -----
    Gardiner, Handbook of stochastic methods, 5.5.
    """
    value, _ = _functions(objective)
    grid = np.linspace(*box, CELLS + 1)
    way = np.linspace(min(hill.start, hill.target), max(hill.start, hill.target), CELLS + 1)
    with np.errstate(over="ignore"):  # a hill too high for a float takes for ever
        # Logarithms, for one well may hold too small a share of the mass for a float.
        heights, climbs = value(grid) / sigma**2, value(way) / sigma**2
        cells = np.logaddexp(-heights[1:], -heights[:-1]) + np.log(np.diff(grid) / 2)
        if hill.target > hill.start:
            behind = np.append(-np.inf, np.logaddexp.accumulate(cells))
        else:
            behind = np.append(np.logaddexp.accumulate(cells[::-1])[::-1], -np.inf)
        logarithms = climbs + np.interp(way, grid, behind)
        highest = logarithms.max()
        share = np.trapezoid(np.exp(logarithms - highest), way)
        return float(np.exp(highest) * share / sigma**2)


def _functions(
    objective: Objective,
) -> tuple[Callable[[Array], Array], Callable[[Array], Array]]:
    """Value and slope at points ``(n,)``."""

    def slope(x: Array) -> Array:
        slopes: Array = gradients_at(objective, x[None])[0]
        return slopes

    return (lambda x: losses_at(objective, x[None])), slope
