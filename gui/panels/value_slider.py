"""A slider over the range that a parameter declares, by factors or in equal steps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from gui.panels.inputs import Slider
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

POSITIONS = 1000
"""Positions of a slider; whole numbers in a smaller range get one each."""


@dataclass(frozen=True, slots=True)
class SliderScale:
    """Between a slider's positions, 0 to ``positions``, and values that read well."""

    low: float
    high: float
    log: bool
    integer: bool

    @classmethod
    def of(cls, parameter: Parameter) -> SliderScale:
        """Scale of a parameter that declares a slider."""
        assert parameter.slider is not None
        low, high = parameter.slider
        return cls(low, high, parameter.scale == "log", parameter.kind == "integer")

    @property
    def positions(self) -> int:
        """Number of steps from one end to the other."""
        if self.integer and not self.log:
            return min(POSITIONS, round(self.high - self.low))
        return POSITIONS

    @property
    def step(self) -> int:
        """Positions that an arrow key moves: a hundredth of the way, or one whole number."""
        return max(1, self.positions // 100) if self.positions == POSITIONS else 1

    def value(self, position: int) -> float | int:
        """Value at ``position``: three significant digits by factors, else three decimals."""
        share = position / self.positions
        if self.log:
            exact = self.low * (self.high / self.low) ** share
            number = float(f"{exact:.3g}")
        else:
            decimals = max(3, 3 - math.floor(math.log10(self.high - self.low)))
            number = round(self.low + share * (self.high - self.low), decimals)
        return round(number) if self.integer else number

    def position(self, value: float) -> int:
        """Nearest position to ``value``; the ends for values beyond them."""
        clipped = min(self.high, max(self.low, value))
        if self.log:
            share = math.log(clipped / self.low) / math.log(self.high / self.low)
        else:
            share = (clipped - self.low) / (self.high - self.low)
        return round(share * self.positions)


class ValueSlider(Slider):
    """A slider that speaks values instead of positions."""

    moved = Signal(object)
    """Emitted with the new value, a float or an int, when the user moves the handle."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = SliderScale.of(parameter)
        self.setRange(0, self._scale.positions)
        self.setSingleStep(self._scale.step)
        self.setPageStep(max(1, self._scale.positions // 10))
        self.valueChanged.connect(self._emit_value)

    def show_value(self, value: float) -> None:
        """Put the handle at ``value`` without emitting."""
        with QSignalBlocker(self):
            self.setValue(self._scale.position(value))
        self.update()

    def _emit_value(self, position: int) -> None:
        self.moved.emit(self._scale.value(position))
