"""Long curves, thinned to what a screen can show."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]


def buckets(x: Array, count: int) -> Array | None:
    """First indices of at most ``count`` stretches of equal width in ascending ``x``.

    ``None`` if that would not halve the points.
    """
    if len(x) <= 2 * count:
        return None
    first = np.searchsorted(x, np.linspace(x[0], x[-1], count, endpoint=False))
    return first[np.diff(first, prepend=-1) > 0]  # some are empty where x is uneven


def envelope(x: Array, y: Array, count: int) -> tuple[Array, Array]:
    """Thin a long curve to the lowest and highest value of each of some ``count`` buckets.

    No spike is lost. Buckets of nothing but nan stay a gap. Short curves come back as
    they are.
    """
    first = buckets(x, count)
    return (x, y) if first is None else (ends(x, first), extremes(y, first))


def ends(x: Array, first: Array) -> Array:
    """First and last ``x`` of each bucket, given the index of its first."""
    last = np.append(first[1:] - 1, len(x) - 1)
    return np.stack([x[first], x[last]], axis=1).ravel()


def extremes(y: Array, first: Array) -> Array:
    """Lowest and highest value of each bucket, in the order in which a slope through it goes.

    What rises or falls throughout a bucket keeps its ends: a smooth curve gets no stairs.
    """
    low, high = np.fmin.reduceat(y, first), np.fmax.reduceat(y, first)
    falls = y[first] > y[np.append(first[1:] - 1, len(y) - 1)]
    return np.stack([np.where(falls, high, low), np.where(falls, low, high)], axis=1).ravel()


def lower_edge(low: Array, first: Array) -> Array:
    """Lower edge of a band, thinned so that it covers all that it covered; as :func:`ends`."""
    return np.repeat(np.fmin.reduceat(low, first), 2)


def upper_edge(high: Array, first: Array) -> Array:
    """The same above."""
    return np.repeat(np.fmax.reduceat(high, first), 2)
