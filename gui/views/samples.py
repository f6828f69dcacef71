"""The sample of a run beside its name: its line and its symbol."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from gui.theme import RunStyle, Theme
from gui.views.still import PIXELS, VECTOR_ENGINES

SAMPLE_WIDTH = 30.0
LINE_WIDTH, SYMBOL = 2.2, 10.0
MOVED = (QTransform.TransformationType.TxNone, QTransform.TransformationType.TxTranslate)
EDGE, HALF = 4, 8
"""Pixels around a sample that the ends of its line and its symbol may reach into."""


@dataclass(frozen=True, slots=True)
class _Sample:
    colour: str
    line: Qt.PenStyle
    symbol: str
    edge: str
    """Colour of the symbol's outline."""

    def draw(self, painter: QPainter, left: float, middle: float) -> None:
        painter.setPen(QPen(QColor(self.colour), LINE_WIDTH, self.line))
        painter.drawLine(QPointF(left, middle), QPointF(left + SAMPLE_WIDTH, middle))
        painter.setPen(QPen(QColor(self.edge), 1))
        painter.setBrush(QColor(self.colour))
        if self.symbol:
            centre = QPointF(left + SAMPLE_WIDTH / 2, middle)
            painter.drawPath(symbol_path(self.symbol, centre, SYMBOL))


def paint_sample(
    painter: QPainter, style: RunStyle, theme: Theme, left: float, middle: float
) -> None:
    """Paint the line and, where it has one, the symbol of a run, ``SAMPLE_WIDTH`` wide.

    On the screen it is a picture, drawn once: numbers beside it change ten times a second.
    """
    sample = _Sample(style.colour, style.line, style.symbol, theme.marker_edge)
    if (
        painter.paintEngine().type() in VECTOR_ENGINES
        or painter.worldTransform().type() not in MOVED
    ):
        sample.draw(painter, left, middle)
        return
    x, y = math.floor(left), math.floor(middle)
    picture = _picture(sample, (left - x, middle - y), painter.device().devicePixelRatioF())
    painter.drawImage(QPointF(x - EDGE, y - HALF), picture)


@lru_cache(maxsize=256)
def _picture(sample: _Sample, offset: tuple[float, float], ratio: float) -> QImage:
    """A sample that begins so far right of and below ``(EDGE, HALF)``."""
    wide, high = SAMPLE_WIDTH + 2 * EDGE, 2 * HALF
    image = QImage(math.ceil(wide * ratio), math.ceil(high * ratio), PIXELS)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sample.draw(painter, EDGE + offset[0], HALF + offset[1])
    painter.end()
    return image


def symbol_path(symbol: str, centre: QPointF, size: float) -> QPainterPath:
    """Outline of one of pyqtgraph's scatter symbols."""
    unit: QPainterPath = Symbols[symbol]
    transform = QTransform()
    transform.translate(centre.x(), centre.y())
    transform.scale(size, size)
    return transform.map(unit)
