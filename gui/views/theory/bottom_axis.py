"""A horizontal axis of numbers, whose labels lie side by side."""

from __future__ import annotations

import pyqtgraph as pg

from gui.views.axes import DIGITS_PER_LABEL, ValueAxis


class BottomAxis(ValueAxis):
    """Chooses its labels on a logarithmic scale by the width there is."""

    def _room(self, size: float) -> int:
        width = pg.Qt.QtGui.QFontMetricsF(self.font()).horizontalAdvance("0")
        return max(2, int(size / (DIGITS_PER_LABEL * width)))
