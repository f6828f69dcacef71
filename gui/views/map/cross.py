"""Marks one cell of a map from border to border."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF

DARK, LIGHT, DASHES = (0, 0, 0, 150), (255, 255, 255, 230), [4, 4]


class Cross:
    """Two lines, each light dashes on a dark one: seen on any colour of a cell."""

    def __init__(self, plot: Any, z: float) -> None:
        self._lines = []
        for angle in (90, 0):
            for colour, dashes in ((DARK, None), (LIGHT, DASHES)):
                pen = pg.mkPen(colour)
                if dashes:
                    pen.setDashPattern(dashes)
                line = pg.InfiniteLine(angle=angle, pen=pen)
                line.setZValue(z)
                plot.addItem(line)
                self._lines.append(line)
        self.place(None)

    def place(self, middle: QPointF | None) -> None:
        """Mark this place of the plot, or none."""
        for line in self._lines:
            line.setVisible(middle is not None)
            if middle is not None:
                line.setPos(middle)
