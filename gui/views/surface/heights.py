"""How values of the objective become heights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

FINEST_SOFTENING = 1e-9
"""Least softening of the logarithm, as a share of the range of values."""
FLAT = 0.1
"""Share of the height under which linear heights show no shape any more."""


@dataclass(frozen=True, slots=True)
class HeightScale:
    """A strictly increasing map that takes ``low`` to height 0 and ``high`` to height 1.

    Linear, or log(1 + (f − low) / softening) up to a factor. It is odd about ``low``, so that
    values just below, which a grid may have missed, still have a height.
    """

    low: float
    high: float
    softening: float | None = None
    """Where the logarithm sets in, in units of f; ``None`` for linear heights."""

    def heights(self, values: Array) -> Array:
        """Heights of values of any shape; what is not finite stays so."""
        with np.errstate(over="ignore", invalid="ignore"):
            above = np.asarray(values, dtype=float) - self.low
            if self.softening is None:
                shares: Array = above / (self.high - self.low)
                return shares
            logarithms: Array = np.sign(above) * np.log1p(np.abs(above) / self.softening)
            logarithms /= np.log1p((self.high - self.low) / self.softening)
            return logarithms

    def values(self, heights: Array) -> Array:
        """Values at heights of any shape: the inverse of :meth:`heights`."""
        heights = np.asarray(heights, dtype=float)
        if self.softening is None:
            values: Array = self.low + heights * (self.high - self.low)
            return values
        whole = np.log1p((self.high - self.low) / self.softening)
        above: Array = np.sign(heights) * self.softening * np.expm1(np.abs(heights) * whole)
        return self.low + above


def reads_best_in_log(values: Array) -> bool:
    """Whether linear heights would press half of the finite ``values`` flat."""
    return _range_and_median(values)[2] < FLAT


def scale_for(values: Array, *, log: bool) -> HeightScale:
    """Scale for the finite ones of ``values``.

    The logarithm is softened such that the median lies at half the height, as the bands of
    the landscape do, but never below a third of the range: bowls are to stay round.
    """
    low, high, share = _range_and_median(values)
    if not log:
        return HeightScale(low, high)
    # log(1 + share / s) = ½ log(1 + 1 / s), solved for s.
    softening = share**2 / (1 - 2 * share) if share < 1 / 3 else 1 / 3
    return HeightScale(low, high, max(softening, FINEST_SOFTENING) * (high - low))


def _range_and_median(values: Array) -> tuple[float, float, float]:
    """Lowest and highest finite value, and the share of the way at which the median is."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0, 0.5
    low, high = float(finite.min()), float(finite.max())
    if not low < high:
        return low, low + (abs(low) or 1.0), 0.5
    return low, high, (float(np.median(finite)) - low) / (high - low)
