"""Axes whose labels stay readable: whole steps, short numbers, powers that never crowd."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.views.notation import PLAIN, SUPERSCRIPTS, notation_of
from gui.views.still import Still

LINES_PER_LABEL = 1.7
"""Heights of a line of text that one label of a vertical axis is given."""
DIGITS_PER_LABEL = 7
"""Widths of a digit that one label of an axis of steps is given."""
LABEL_DIGITS = 4
"""Widths of a digit that such a label takes."""
WIDEST_BORDER = 0.35
"""Share of an axis at each end that is left without labels, at most."""
CLOSE = 0.01
"""Decades of a logarithmic scale within which labels differ in late digits only."""
LARGEST_POWER = 308
BORDER = 0.1
"""Share of an axis at either end where a label has no room for all of its text."""
MANTISSAS = ((1, 2, 3, 4, 5, 6, 7, 8, 9), (1, 2, 5), (1, 3), (1,))
"""Labels within a decade, from the densest choice to the sparsest."""


class AxisPicture:
    """In the place of the picture that a ``pyqtgraph.AxisItem`` records and plays.

    It paints at once, which takes half as long.
    """

    def __init__(self, axis: Any) -> None:
        self._axis = axis

    def play(self, painter: QPainter) -> None:
        """Paint the axis; called by its ``paint``."""
        painter.save()
        font = self._axis.style["tickFont"]
        if font:
            painter.setFont(font)
        specs = self._axis.generateDrawSpecs(painter)
        if specs is not None:
            self._axis.drawPicture(painter, *specs)
        painter.restore()


class StillAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis that is painted anew only when it changes: its text is slow, slower than curves."""

    picture: Any
    """``None`` where pyqtgraph has changed something; else what paints it."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._still = Still()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        del option
        if self.picture is None:  # so does pyqtgraph say that it has changed
            self._still.forget()
        picture = self.picture or AxisPicture(self)
        self._still.show(painter, self.boundingRect(), widget, picture.play)
        self.picture = picture  # only now: to measure the text is a change, too


class NumberAxis(StillAxis):
    """An axis whose labels stay short: what they share is said once, in the name."""

    _name = ""
    _notation = PLAIN

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        # One that is cut in half at the border is worse than none.
        self.setStyle(hideOverlappingLabels=True)

    def set_name(self, name: str) -> None:
        """Say what the axis shows."""
        self._name = name
        self._write_name()

    def setRange(self, low: float, high: float) -> None:  # noqa: N802 - overrides pyqtgraph
        super().setRange(low, high)
        self._follow_range()

    def setLogMode(self, *arguments: Any, **modes: Any) -> None:  # noqa: N802 - as above
        super().setLogMode(*arguments, **modes)
        self._follow_range()

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if not self.logMode:
            return [self._notation.text(scale * value, scale * spacing) for value in values]
        if self._notation == PLAIN:
            return [power_text(value) for value in values]
        numbers = [10**value for value in values]
        apart = min((b - a for a, b in pairwise(sorted(numbers))), default=numbers[0])
        return [self._notation.text(number, apart) for number in numbers]

    def updateAutoSIPrefix(self) -> None:  # noqa: N802 - as above
        """Take out no power of ten but that of the notation."""

    def _follow_range(self) -> None:
        low, high = self.range
        if not self.logMode:
            notation = notation_of(low, high)
        elif 0 < high - low < CLOSE and high < LARGEST_POWER:
            notation = notation_of(10**low, 10**high)
        else:
            notation = PLAIN
        if notation != self._notation:
            self._notation = notation
            self.picture = None
            self._write_name()

    def _write_name(self) -> None:
        name = self._name
        if self._notation.offset:
            sign = "−" if self._notation.offset > 0 else "+"
            name = f"{name} {sign} {self._notation.offset_text.lstrip('−')}"
        if self._notation.unit_text:
            name = self.tr("{name} in {unit}").format(name=name, unit=self._notation.unit_text)
        name = name.strip()
        if name != self.labelText:
            self.setLabel(name)
            self.showLabel(bool(name))
            self.resizeEvent()  # which puts it in the middle


class StepAxis(StillAxis):
    """An axis of step numbers: ticks on whole steps only."""

    def tickValues(self, low: float, high: float, size: float) -> Any:
        if not self.logMode:
            return super().tickValues(low, high, size)
        room = max(2, int(size / (DIGITS_PER_LABEL * self._digit_width())))
        ticks = log_ticks(max(low, 0.0), max(high, 0.0), room)
        return [(None, [tick for tick in ticks if abs(10**tick - round(10**tick)) < 1e-6])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        del spacing
        if self.logMode:
            return [power_text(value) for value in values]
        return [f"{scale * value:,.0f}".replace("-", "−") for value in values]

    def _digit_width(self) -> float:
        width: float = pg.Qt.QtGui.QFontMetricsF(self.font()).horizontalAdvance("0")
        return width

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        spacings = super().tickSpacing(low, high, size)
        return [(spacing, offset) for spacing, offset in spacings if spacing >= 1] or [(1.0, 0.0)]


class ValueAxis(NumberAxis):
    """A vertical axis that chooses its labels on a logarithmic scale by the room there is."""

    def tickValues(self, low: float, high: float, size: float) -> Any:
        if not self.logMode:
            return super().tickValues(low, high, size)
        # A label that reaches over the border is left out: none is put there.
        border = (high - low) * min(self._label() / 2 / max(size, 1.0), WIDEST_BORDER)
        room = max(2, int(size / self._space()))
        return [(None, log_ticks(low + border, high - border, room))]

    def _label(self) -> float:
        """Pixels along the axis that a label takes."""
        height: float = pg.Qt.QtGui.QFontMetricsF(self._type()).height()
        return height

    def _space(self) -> float:
        """Pixels that a label is given."""
        return LINES_PER_LABEL * self._label()

    def _type(self) -> Any:
        return self.style["tickFont"] or self.font()


class HorizontalValueAxis(ValueAxis):
    """A horizontal axis of values, which on a logarithmic scale chooses by the width there is."""

    def _label(self) -> float:
        width: float = pg.Qt.QtGui.QFontMetricsF(self._type()).horizontalAdvance("0")
        return LABEL_DIGITS * width

    def _space(self) -> float:
        return DIGITS_PER_LABEL / LABEL_DIGITS * self._label()


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
    round_ = [k for k in range(first - first % stride, last + 1, stride) if low <= k <= high]
    if len(round_) > 1:
        return [float(k) for k in round_]
    # One label tells no scale: rather two that are no multiples of the stride, and not at the
    # border, where there is no room for their text.
    border = BORDER * (high - low)
    decades = range(math.ceil(low + border), math.floor(high - border) + 1)
    if len(decades) < 2:
        decades = range(math.ceil(low), math.floor(high) + 1)
    apart = max(1, -(-(len(decades) - 1) // (most - 1)))
    return [float(k) for k in decades[::apart]]


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
    power = "10" + str(exponent).translate(SUPERSCRIPTS)
    return power if mantissa == "1" else f"{mantissa}·{power}"
