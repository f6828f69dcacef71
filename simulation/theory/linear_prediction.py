"""The rate at which a run shrinks its error, measured from where it was.

Each coordinate of the eigenbasis is fitted by itself with the linear prediction

    z[t+2] ≈ a z[t+1] + b z[t],

by least squares on the last part of the run, each equation divided by the size of what it
predicts from. The roots of s² − a s − b are the modes that the run shows, and the larger
modulus is its rate. Unlike a line through log |z|, this does not mind the zero crossings of a
run that rings, nor a slow start; and it assumes nothing of the rule but that it settled into
at most two modes. Where one mode is all that is left, z[t+1] ≈ a z[t] is fitted instead.

Source: Prony 1795; Makhoul 1975, "Linear prediction: a tutorial review" (covariance method).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simulation.theory.linear_forms import quadratic_roots

Array = np.ndarray[Any, np.dtype[Any]]

TAIL = 0.5
"""Share of the usable rows that is fitted: the end, where the slowest modes are left."""
FEWEST, MOST = 5, 400
"""Equations of a fit."""
FLOOR = 1e5
"""Sizes are used down to so many roundings of where the run was."""
AT_ONCE = 2000
"""Coordinates that are fitted in one go: what they need stays in memory."""
TINY, HUGE = 1e-280, 1e280
ONE_MODE = 1e-6
"""Share of a second mode below which it is not fitted; more where rounding is coarser."""


def fitted_rates(coordinates: Array, places: Array | None = None) -> Array:
    """Measured rate of each coordinate: ``(k, n)`` rows z_t to ``(k,)``.

    Parameters
    ----------
    coordinates
        Distances from where the run comes to rest, in consecutive steps.
    places
        Size of the positions that these were computed from, ``(k,)``; it sets the rounding
        below which nothing is read. Omitted, the minimum is taken to lie at 0, where floats
        resolve everything.

    Returns
    -------
    ndarray
        nan where a coordinate was not excited, or has too few rows above its rounding.
    """
    places = np.zeros(len(coordinates)) if places is None else places
    pieces = [
        _fit(coordinates[first : first + AT_ONCE], places[first : first + AT_ONCE, None])
        for first in range(0, len(coordinates), AT_ONCE)
    ]
    return np.concatenate([np.empty(0), *pieces])


def _fit(z: Array, places: Array) -> Array:
    """Rates of some coordinates, ``(k, n)`` with ``places`` of shape ``(k, 1)``."""
    count = z.shape[1] - 2
    if count < FEWEST:
        return np.full(len(z), np.nan)
    eps = np.finfo(float).eps
    with np.errstate(over="ignore", invalid="ignore"):
        sizes = np.hypot(z[:, :-2], z[:, 1:-1])
        # A root of 0 lands on the minimum exactly: what follows has nothing to tell.
        usable = (sizes > np.maximum(TINY, FLOOR * eps * places)) & (np.abs(z[:, 2:]) < HUGE)
        last = np.where(usable.all(axis=1), count, usable.argmin(axis=1))[:, None]
        begin = np.minimum(((1 - TAIL) * last).astype(int), last - FEWEST)
        first = np.maximum(begin, last - MOST)
        rows = np.arange(count)
        taken = (rows >= first) & (rows < last)
        scale = np.where(taken, sizes, np.inf)
        before, now, after = (np.where(taken, z[:, k : k + count], 0) / scale for k in range(3))
        noise = eps * (1 + places[:, 0] / scale.min(axis=1))
    found = _larger_roots(before, now, after, noise)
    return np.where(last[:, 0] < FEWEST, np.nan, found)


def _larger_roots(before: Array, now: Array, after: Array, noise: Array) -> Array:
    """Least squares for a and b by Gram–Schmidt, and the larger root of s² − a s − b."""
    with np.errstate(divide="ignore", invalid="ignore"):
        along = _dot(now, now)
        share = np.where(along > 0, _dot(before, now) / along, 0)
        rest = before - share[:, None] * now
        across = _dot(rest, rest)
        b = _dot(rest, after) / across
        a = _dot(now, after) / along - b * share
        two = np.abs(quadratic_roots(a, -b)[0])
        one = np.abs(_dot(now, before)) / _dot(before, before)
    equations = np.count_nonzero(before != 0, axis=1)
    single = across <= np.maximum(ONE_MODE, 1e3 * noise) ** 2 * equations
    found: Array = np.where(along > 0, np.where(single, one, two), 0.0)
    return found


def _dot(one: Array, other: Array) -> Array:
    """Sum of products along each row."""
    products: Array = np.einsum("kn,kn->k", one, other)
    return products
