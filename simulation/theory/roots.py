"""Where a function of one number changes its sign."""

from __future__ import annotations

from collections.abc import Callable


def root_between(function: Callable[[float], float], low: float, high: float) -> float:
    """Halve the interval until nothing lies between its ends.

    Parameters
    ----------
    function
        Continuous, with different signs at ``low`` and ``high``.
    low, high
        Finite, ``low`` below ``high``.
    """
    rises = function(high) > 0
    while low < (middle := low + (high - low) / 2) < high:
        if (function(middle) > 0) == rises:
            high = middle
        else:
            low = middle
    return middle
