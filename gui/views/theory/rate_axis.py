"""An axis of learning rates, linear or logarithmic."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg

from gui.views.axes import DIGITS_PER_LABEL, StillAxis, log_ticks, power_text


class RateAxis(StillAxis):
    """A horizontal axis with as many labels as there is room for."""

    def tickValues(self, low: float, high: float, size: float) -> Any:
        if not self.logMode:
            return super().tickValues(low, high, size)
        digit = pg.Qt.QtGui.QFontMetricsF(self.font()).horizontalAdvance("0")
        room = max(2, int(size / (DIGITS_PER_LABEL * digit)))
        return [(None, log_ticks(low, high, room))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if not self.logMode:
            return list(super().tickStrings(values, scale, spacing))
        return [power_text(value) for value in values]
