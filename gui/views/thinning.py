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
    if first is None:
        return x, y
    heights = np.stack([np.fmin.reduceat(y, first), np.fmax.reduceat(y, first)], axis=1)
    return np.repeat(x[first], 2), heights.ravel()


def thin_band(x: Array, low: Array, high: Array, count: int) -> tuple[Array, Array, Array]:
    """Thin a long band so that it covers all that it covered."""
    first = buckets(x, count)
    if first is None:
        return x, low, high
    return x[first], np.fmin.reduceat(low, first), np.fmax.reduceat(high, first)
