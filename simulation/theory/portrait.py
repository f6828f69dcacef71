"""What an ensemble is compared with, and how it compares at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.objectives.base import Objective
from simulation.theory.bowl import Bowl, bowl_of, continuous_variance, discrete_variance
from simulation.theory.crossings import Crossings, Escapes
from simulation.theory.ensemble import Ensemble
from simulation.theory.escape import Hill, hills, mean_escape_time
from simulation.theory.fit import Fit, compare
from simulation.theory.langevin import Dynamics
from simulation.theory.placing import losses_at
from simulation.theory.stationary import Box, Density, stationary_density

Array = np.ndarray[Any, np.dtype[Any]]

LINE_BINS = 90
PLANE_BINS = (60, 300)
"""Fewest and most bins along each coordinate of a plane."""
BALLS_PER_BIN = 1.5
"""Balls for each bin of a plane, up to the most bins."""
BLOCK = 10
"""Bins of a plane that are taken together, along each coordinate, for the comparison."""
TAIL = 1e-4
"""Probability that may lie beyond each side of the picture."""
MARGIN = 0.08
MOST_DRAWN = 2
"""Coordinates up to which there is a picture."""


@dataclass(frozen=True, slots=True)
class Row:
    """A variance as theory has it: that of the steps themselves, and the limit of small ones.

    ``eigenvalue`` is that of the direction, ``nan`` for a coordinate that is none's. What is
    not known is ``nan``; what grows for ever is ``inf``.
    """

    eigenvalue: float
    exact: float
    limit: float


@dataclass(frozen=True, slots=True)
class Portrait:
    """What theory says of balls on an objective.

    ``density`` is ``None`` where there is none, or too many coordinates for one. ``edges`` are
    the borders of the picture's bins along each coordinate, empty beyond two, and
    ``probabilities`` those of the bins. ``heights`` are the objective's values at the middles
    of the bins of a line. ``out`` is the way out of the well in which the start lies.
    """

    dynamics: Dynamics
    bowl: Bowl | None
    density: Density | None
    edges: tuple[Array, ...]
    probabilities: Array | None
    heights: Array | None
    rows: tuple[Row, ...]
    out: Hill | None
    mean_time: float
    """Exact mean time for that way by Langevin's equation; ``nan`` with friction."""

    @property
    def rightward(self) -> bool:
        """Whether the way out leads to the right."""
        return self.out is not None and self.out.target > self.out.start

    def crossings(self) -> Crossings | None:
        """Something to count the escapes with, where there are two wells."""
        if self.out is None:
            return None
        return Crossings(*sorted((self.out.start, self.out.target)))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An ensemble at one moment.

    ``counts`` has the shape of the picture's bins and ``variances`` an entry for each row of
    the portrait. ``outside`` are the balls beyond the picture, ``lost`` those of them whose
    position is no number any more.
    """

    time: float
    steps: int
    balls: int
    counts: Array
    outside: int
    lost: int
    variances: Array
    fit: Fit | None
    escapes: Escapes | None


def draw_portrait(
    objective: Objective, start: Sequence[float], dynamics: Dynamics, balls: int
) -> Portrait:
    """Work out what theory says.

    Parameters
    ----------
    objective
        Placed on the CPU in float64.
    start
        Of the balls; the picture has it, and the way out is from its well.
    dynamics
        What they obey.
    balls
        How many there are: with fewer, the bins of a plane are larger.
    """
    drawn = objective.dim <= MOST_DRAWN
    density = stationary_density(objective, dynamics.sigma) if drawn else None
    bowl = bowl_of(objective)
    edges = _edges(objective, start, density, balls) if drawn else ()
    out, mean_time = None, float("nan")
    if objective.dim == 1:
        out, mean_time = _way_out(objective, start[0], density, dynamics)
    return Portrait(
        dynamics=dynamics,
        bowl=bowl,
        density=density,
        edges=edges,
        probabilities=None if density is None else density.in_bins(edges),
        heights=_heights(objective, edges[0]) if objective.dim == 1 else None,
        rows=_rows(bowl, density, objective.dim, dynamics),
        out=out,
        mean_time=mean_time,
    )


def take_snapshot(ensemble: Ensemble, portrait: Portrait) -> Snapshot:
    """Measure an ensemble as it is now."""
    at = ensemble.positions
    finite = np.isfinite(at).all(0)
    lost = at.shape[1] - int(finite.sum())
    if lost:
        at = at[:, finite]
    counts = _histogram(at, portrait.edges) if portrait.edges else np.zeros(0)
    outside = ensemble.balls - int(counts.sum()) if portrait.edges else lost
    crossings = ensemble.crossings
    escapes = None
    if crossings is not None:
        escapes = crossings.rightward if portrait.rightward else crossings.leftward
    return Snapshot(
        time=ensemble.time,
        steps=ensemble.steps,
        balls=ensemble.balls,
        counts=counts,
        outside=outside,
        lost=lost,
        variances=_variances(at, portrait, lost),
        fit=_fit(counts, outside, portrait),
        escapes=escapes,
    )


def _edges(
    objective: Objective, start: Sequence[float], density: Density | None, balls: int
) -> tuple[Array, ...]:
    """Bins that hold the start, and nearly all of the density, or the objective's bounds."""
    fewest, most = PLANE_BINS
    wanted = int((balls / BALLS_PER_BIN) ** 0.5) // BLOCK * BLOCK
    bins = LINE_BINS if objective.dim == 1 else min(max(wanted, fewest), most)
    edges = []
    for axis, bounds in enumerate(objective.bounds):
        low, high = bounds
        if density is not None:
            low, high = density.quantile(np.array([TAIL, 1 - TAIL]), axis).tolist()
        low, high = min(low, start[axis]), max(high, start[axis])
        margin = MARGIN * (high - low)
        edges.append(np.linspace(low - margin, high + margin, bins + 1))
    return tuple(edges)


def _heights(objective: Objective, edges: Array) -> Array:
    middles = (edges[1:] + edges[:-1]) / 2
    return losses_at(objective, middles[None])


def _way_out(
    objective: Objective, start: float, density: Density | None, dynamics: Dynamics
) -> tuple[Hill | None, float]:
    box: Box = objective.bounds
    if density is not None:
        box = (*box, *density.box)
    low, high = min(side[0] for side in box), max(side[1] for side in box)
    found = hills(objective, (low, high))
    if found is None or density is None:
        return None, float("nan")
    out = found[start > found[0].top]
    if dynamics.friction is not None:
        return out, float("nan")
    return out, mean_escape_time(objective, out, dynamics.sigma, (low, high))


def _rows(
    bowl: Bowl | None, density: Density | None, dim: int, dynamics: Dynamics
) -> tuple[Row, ...]:
    nan = float("nan")
    if bowl is not None:
        exact = discrete_variance(dynamics, bowl.eigenvalues).tolist()
        limit = continuous_variance(dynamics.sigma, bowl.eigenvalues).tolist()
        return tuple(map(Row, bowl.eigenvalues.tolist(), exact, limit))
    if density is not None:
        return tuple(Row(nan, nan, density.mean_and_variance(axis)[1]) for axis in range(dim))
    return (Row(nan, nan, nan),) * min(dim, MOST_DRAWN)


def _histogram(at: Array, edges: tuple[Array, ...]) -> Array:
    """Counts of points ``(dim, n)`` in even bins."""
    inside = np.ones(at.shape[1], dtype=bool)
    place = np.zeros(at.shape[1], dtype=np.int64)
    for x, borders in zip(at, edges, strict=True):
        bins = len(borders) - 1
        scaled = (x - borders[0]) * (bins / (borders[-1] - borders[0]))
        inside &= (scaled >= 0) & (scaled < bins)
        place = place * bins + scaled.clip(0, bins - 1).astype(np.int64)
    shape = [len(borders) - 1 for borders in edges]
    return np.bincount(place[inside], minlength=int(np.prod(shape))).reshape(shape)


def _variances(at: Array, portrait: Portrait, lost: int) -> Array:
    if lost or at.shape[1] < 2:
        return np.full(len(portrait.rows), np.inf if lost else np.nan)
    with np.errstate(over="ignore", invalid="ignore"):
        along = at if portrait.bowl is None else portrait.bowl.along(at)
        variances: Array = along.var(1, ddof=1)
    return np.where(np.isnan(variances), np.inf, variances)


def _fit(counts: Array, outside: int, portrait: Portrait) -> Fit | None:
    """Compare the bins, and what lies outside of them, with the density."""
    if portrait.probabilities is None:
        return None
    counts, expected = _coarse(counts), _coarse(portrait.probabilities)
    beyond = max(1 - float(expected.sum()), 0.0)
    return compare(np.append(counts, outside), np.append(expected, beyond))


def _coarse(bins: Array) -> Array:
    if bins.ndim == 1:
        return bins
    rows, columns = (size // BLOCK for size in bins.shape)
    coarse: Array = bins.reshape(rows, BLOCK, columns, BLOCK).sum((1, 3))
    return coarse
