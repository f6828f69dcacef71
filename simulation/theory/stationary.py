"""Where balls in a heat bath come to be: the density ∝ exp(−L/σ²), by quadrature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.objectives.base import Objective
from simulation.theory.placing import losses_at

Array = np.ndarray[Any, np.dtype[Any]]
Box = tuple[tuple[float, float], ...]
"""Range of each coordinate."""

CELLS = {1: 2400, 2: 300}
"""Cells along each coordinate, by the number of coordinates."""
POINTS = {1: 4, 2: 2}
"""Gauss–Legendre points along each coordinate in a cell."""
SEARCH = {1: 1024, 2: 256}
"""Cells along each coordinate while the box is looked for."""
OUTSIDE = 1e-9
"""Probability that is left outside of the box at each of its sides."""
DOUBLINGS = 40
"""How often the box is made larger until nothing is outside."""
SHRINKINGS = 20


@dataclass(frozen=True, slots=True)
class Density:
    """A probability density in one or two coordinates, cell by cell.

    ``edges`` are the borders of the cells along each coordinate, ``(cells + 1,)``, and
    ``mass`` the probability of each cell, ``(cells,)`` or ``(cells, cells)``; it sums to 1.
    """

    edges: tuple[Array, ...]
    mass: Array

    @property
    def dim(self) -> int:
        return self.mass.ndim

    @property
    def box(self) -> Box:
        """Range of each coordinate."""
        return tuple((float(edges[0]), float(edges[-1])) for edges in self.edges)

    def marginal(self, axis: int) -> Array:
        """Probability of the cells along one coordinate, ``(cells,)``."""
        others = tuple(each for each in range(self.dim) if each != axis)
        marginal: Array = self.mass.sum(others)
        return marginal

    def cumulative(self, x: Array, axis: int = 0) -> Array:
        """Probability of being below ``x`` in one coordinate; the shape of ``x``."""
        below = np.concatenate([[0.0], self.marginal(axis).cumsum()])
        shares: Array = np.interp(x, self.edges[axis], below / below[-1])
        return shares

    def quantile(self, shares: Array, axis: int = 0) -> Array:
        """Where :meth:`cumulative` is ``shares``; the shape of ``shares``."""
        below = np.concatenate([[0.0], self.marginal(axis).cumsum()])
        places: Array = np.interp(shares, below / below[-1], self.edges[axis])
        return places

    def mean_and_variance(self, axis: int) -> tuple[float, float]:
        """Mean and variance of one coordinate, the latter with Sheppard's correction."""
        edges, marginal = self.edges[axis], self.marginal(axis)
        middles, width = (edges[1:] + edges[:-1]) / 2, edges[1] - edges[0]
        mean = float(marginal @ middles)
        return mean, float(marginal @ (middles - mean) ** 2 - width * width / 12)

    def sample(self, count: int, draws: np.random.Generator) -> Array:
        """Independent points, ``(dim, count)``."""
        if self.dim == 1:
            return self.quantile(draws.random(count))[None]
        below = self.mass.cumsum()
        cells = np.searchsorted(below, draws.random(count) * below[-1], "right")
        places = np.unravel_index(np.minimum(cells, self.mass.size - 1), self.mass.shape)
        return np.stack(
            [
                edges[place] + (edges[place + 1] - edges[place]) * draws.random(count)
                for edges, place in zip(self.edges, places, strict=True)
            ]
        )

    def in_bins(self, edges: Sequence[Array]) -> Array:
        """Probability of other cells, ``(bins, …)``; their borders need not be these."""
        spread = self.mass
        for axis, borders in enumerate(edges):
            below = np.concatenate(
                [np.zeros_like(spread.take([0], axis)), spread.cumsum(axis)], axis
            )
            at = np.interp(borders, self.edges[axis], np.arange(len(self.edges[axis])))
            low = np.minimum(at.astype(int), len(self.edges[axis]) - 2)
            share = (at - low).reshape([-1 if k == axis else 1 for k in range(self.dim)])
            there = below.take(low, axis) * (1 - share) + below.take(low + 1, axis) * share
            spread = np.diff(there, axis=axis).clip(0)  # rounding may leave less than nothing
        return spread

    def levels(self, shares: Sequence[float]) -> list[float]:
        """Densities above which lie so much of the probability, highest first.

        The region above the level of 0.9 is the smallest that holds 90 %.
        """
        area = np.ones(())
        for edges in self.edges:
            area = np.multiply.outer(area, np.diff(edges))
        height = (self.mass / area).ravel()
        order = height.argsort()[::-1]
        held = self.mass.ravel()[order].cumsum()
        places = np.searchsorted(held, np.array(shares) * held[-1])
        return [float(height[order][place]) for place in np.minimum(places, held.size - 1)]


def stationary_density(objective: Objective, sigma: float) -> Density | None:
    """exp(−L/σ²)/Z, whatever the friction.

    The box is found by itself: it grows until nothing is outside, then shrinks to where the
    probability is. The mass of a cell is integrated by Gauss–Legendre.

    Parameters
    ----------
    objective
        Of one or two coordinates, placed on the CPU in float64.
    sigma
        Square root of the temperature.

    Returns
    -------
    The density; ``None`` if there is none, because σ is 0, or the loss rises too little far
    away and the balls are never done spreading.

    Notes
    -----
    Su Jianlin 2018, with the noise normalised so that the exponent is −L/σ². A well narrower
    than a few thousandths of the objective's bounds may be overlooked.
    """
    if not sigma * sigma > 0:
        return None
    logarithm = _logarithm(objective, sigma)
    box = _widest(logarithm, objective.bounds)
    if box is None:
        return None
    cells = SEARCH[objective.dim]
    for _ in range(SHRINKINGS):
        found = _density(logarithm, box, cells, points=1)
        smaller = _where_it_is(found)
        shrunk = any(b[1] - b[0] < 0.7 * (a[1] - a[0]) for a, b in zip(box, smaller, strict=True))
        box = smaller
        if not shrunk:
            break
    return _density(logarithm, box, CELLS[objective.dim], POINTS[objective.dim])


def _logarithm(objective: Objective, sigma: float) -> Callable[[Array], Array]:
    """−L/σ² at points ``(dim, n)``; −∞ where there is no value."""

    def logarithm(points: Array) -> Array:
        values = losses_at(objective, points)
        with np.errstate(over="ignore"):
            return np.where(np.isnan(values), -np.inf, -values / (sigma * sigma))

    return logarithm


def _widest(logarithm: Callable[[Array], Array], bounds: Box) -> Box | None:
    """The bounds, made larger until their outer half holds nothing."""
    box = bounds
    cells = SEARCH[len(bounds)]
    outer = (np.abs(np.arange(cells) + 0.5 - cells / 2) >= cells / 4).nonzero()[0]
    for _ in range(DOUBLINGS):
        density = _density(logarithm, box, cells, points=1)
        if all(density.marginal(axis)[outer].sum() < OUTSIDE for axis in range(len(box))):
            return box
        box = tuple((low - (high - low) / 2, high + (high - low) / 2) for low, high in box)
    return None


def _where_it_is(density: Density) -> Box:
    """The part of the box that holds all but ``OUTSIDE``, and a cell more at each side."""
    box = []
    for axis, edges in enumerate(density.edges):
        below = density.marginal(axis).cumsum()
        first = int(np.searchsorted(below, OUTSIDE)) - 1
        last = int(np.searchsorted(below, below[-1] - OUTSIDE)) + 2
        box.append((float(edges[max(first, 0)]), float(edges[min(last, len(edges) - 1)])))
    return tuple(box)


def _density(logarithm: Callable[[Array], Array], box: Box, cells: int, points: int) -> Density:
    edges = tuple(np.linspace(low, high, cells + 1) for low, high in box)
    nodes, weights = np.polynomial.legendre.leggauss(points)
    axes = []
    for borders in edges:
        width = np.diff(borders)[:, None] / 2
        axes.append((borders[:-1, None] + width * (1 + nodes)).ravel())
    grid = np.stack([each.ravel() for each in np.meshgrid(*axes, indexing="ij")])
    heights = logarithm(grid)
    with np.errstate(invalid="ignore"):  # where there are no values there is no density
        heights = np.exp(heights - heights.max())
    shape = [size for _ in box for size in (cells, points)]
    mass = heights.reshape(shape)
    for axis in reversed(range(len(box))):
        mass = np.moveaxis(mass, 2 * axis + 1, -1) @ weights
    return Density(edges, mass / mass.sum())
