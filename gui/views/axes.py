"""Axes whose ticks stay readable: whole steps, and powers of ten that never crowd."""

from __future__ import annotations

import math
from typing import Any

import pyqtgraph as pg

LINES_PER_LABEL = 2.2
"""Heights of a line of text that one label of a vertical axis is given."""
DIGITS_PER_LABEL = 7
"""Widths of a digit that one label of an axis of steps is given."""
MANTISSAS = ((1, 2, 3, 4, 5, 6, 7, 8, 9), (1, 2, 5), (1, 3), (1,))
"""Labels within a decade, from the densest choice to the sparsest."""


class StepAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis of step numbers: ticks on whole steps only."""

    def tickValues(self, low: float, high: float, size: float) -> Any:
        if not self.logMode:
            return super().tickValues(low, high, size)
        room = max(2, int(size / (DIGITS_PER_LABEL * self._digit_width())))
        ticks = log_ticks(max(low, 0.0), max(high, 0.0), room)
        return [(None, [tick for tick in ticks if abs(10**tick - round(10**tick)) < 1e-6])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if not self.logMode:
            return list(super().tickStrings(values, scale, spacing))
        return [power_text(value) for value in values]

    def _digit_width(self) -> float:
        width: float = pg.Qt.QtGui.QFontMetricsF(self.font()).horizontalAdvance("0")
        return width

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        spacings = super().tickSpacing(low, high, size)
        return [(spacing, offset) for spacing, offset in spacings if spacing >= 1] or [(1.0, 0.0)]


class ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """A vertical axis that chooses its labels on a logarithmic scale by the room there is."""

    def tickValues(self, low: float, high: float, size: float) -> Any:
        if not self.logMode:
            return super().tickValues(low, high, size)
        return [(None, log_ticks(low, high, self._room(size)))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if not self.logMode:
            return list(super().tickStrings(values, scale, spacing))
        return [power_text(value) for value in values]

    def _room(self, size: float) -> int:
        height: float = pg.Qt.QtGui.QFontMetricsF(self.font()).height()
        return max(2, int(size / (LINES_PER_LABEL * height)))


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Decimal logarithms of round numbers between 10^``low`` and 10^``high``, at most ``most``."""
    if not high > low:
        return [low]
    first, last = math.floor(low), math.ceil(high)
    for mantissas in MANTISSAS:
        if (last - first) * len(mantissas) > 40 * most:
            continue
        ticks = [
            decade + math.log10(mantissa)
            for decade in range(first, last + 1)
            for mantissa in mantissas
        ]
        inside = [tick for tick in ticks if low <= tick <= high]
        if len(inside) <= most:
            return inside if len(inside) > 1 else _even_ticks(low, high, most)
    stride = max(1, -(-(last - first) // (most - 1)))
    return [float(k) for k in range(first - first % stride, last + 1, stride) if low <= k <= high]


def _even_ticks(low: float, high: float, most: int) -> list[float]:
    """Logarithms of evenly spaced round numbers, for a range within a decade."""
    bottom, top = 10**low, 10**high
    unit = 10 ** math.floor(math.log10((top - bottom) / 2))
    first, last = math.ceil(bottom / unit), math.floor(top / unit)
    stride = -(-(last - first) // (min(most, 5) - 1)) or 1
    return [math.log10(k * unit) for k in range(first, last + 1, stride)]


def power_text(logarithm: float) -> str:
    """10^``logarithm`` as a short number, or as a power of ten where that is shorter."""
    exponent = math.floor(logarithm + 1e-9)
    if -3 <= exponent <= 3:
        return f"{10**logarithm:.4g}"
    if exponent == 4:
        return f"{10**logarithm:.0f}"
    mantissa = f"{10 ** (logarithm - exponent):.4g}"
    power = "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return power if mantissa == "1" else f"{mantissa}·{power}"
