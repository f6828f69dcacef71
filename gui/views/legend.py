"""The plate that tells the runs of a plot apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.colours import translucent
from gui.views.still import Still

MOST_ENTRIES = 12
LARGEST_SHARE, WIDEST_SHARE = 0.5, 0.6
"""Shares of the height and the width of the plot that the legend may cover."""
PADDING = 8.0
SAMPLE_WIDTH = 30.0
INSET = 10.0
"""Distance of the plates from the border of the plot."""
PLATE_ALPHA = 216


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A run in the legend."""

    style: RunStyle
    text: str


class Legend:
    """Lays out and paints the entries of a plot's legend."""

    def __init__(self) -> None:
        self.entries: Sequence[LegendEntry] = ()
        self.corner = (1, 0)
        """At the left (0) or right (1) and the top (0) or bottom (1)."""
        self._theme = LIGHT
        self._samples = Still()
        self._key: object = None
        self._layout: tuple[QRectF, list[str]] = (QRectF(), [])

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        self._samples.forget()

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """List these; of long lists, the end is a count."""
        if [entry.style for entry in entries] != [entry.style for entry in self.entries]:
            self._samples.forget()
        self.entries = entries

    def rect(self, bounds: QRectF, font: QFont) -> QRectF:
        """Where it lies in a plot with these bounds; empty without entries."""
        return self._laid_out(bounds, font)[0]

    def paint(self, painter: QPainter, bounds: QRectF, widget: QWidget | None) -> QRectF:
        """Paint it where it lies, and return where that is."""
        rect, texts = self._laid_out(bounds, painter.font())
        if not texts:
            return rect
        metrics = QFontMetricsF(painter.font())
        line = _line(metrics)
        shown = self.entries[: self._count(bounds, metrics)]

        def paint_samples(on: QPainter) -> None:
            for row, entry in enumerate(shown):
                paint_sample(on, entry.style, self._theme, 0, line * (row + 0.5))

        paint_plate(painter, rect, self._theme)
        painter.save()
        painter.translate(rect.left() + PADDING, rect.top() + PADDING / 2)
        samples = QRectF(0, 0, SAMPLE_WIDTH, line * len(shown))
        self._samples.show(painter, samples, widget, paint_samples)
        painter.setPen(self._theme.foreground)
        box = QRectF(SAMPLE_WIDTH + PADDING, 0, rect.width() - SAMPLE_WIDTH - 2 * PADDING, line)
        for row, text in enumerate(texts):
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box.translated(0, line * row), align, text)
        painter.restore()
        return rect

    def _laid_out(self, bounds: QRectF, font: QFont) -> tuple[QRectF, list[str]]:
        """Where it lies, and its texts: measured once, since that takes long."""
        key = (self.entries, self.corner, bounds, font)
        if key != self._key:
            self._key = key
            self._layout = self._lay_out(bounds, QFontMetricsF(font))
        return self._layout

    def _lay_out(self, bounds: QRectF, metrics: QFontMetricsF) -> tuple[QRectF, list[str]]:
        if not self.entries:
            return QRectF(), []
        count = self._count(bounds, metrics)
        texts = [entry.text for entry in self.entries[:count]]
        if len(self.entries) > count:
            texts.append(f"+ {len(self.entries) - count}")
        width = max(metrics.horizontalAdvance(text) for text in texts)
        most = WIDEST_SHARE * bounds.width() - SAMPLE_WIDTH - 3 * PADDING
        if width > most:
            width = most
            texts = [metrics.elidedText(t, Qt.TextElideMode.ElideRight, most) for t in texts]
        size = QSizeF(width + SAMPLE_WIDTH + 3 * PADDING, _line(metrics) * len(texts) + PADDING)
        return placed(size, bounds, self.corner), texts

    def _count(self, bounds: QRectF, metrics: QFontMetricsF) -> int:
        """How many entries there is room for."""
        room = int(bounds.height() * LARGEST_SHARE / metrics.lineSpacing())
        return max(2, min(room, MOST_ENTRIES))


def _line(metrics: QFontMetricsF) -> float:
    """Height of an entry."""
    return metrics.height() + 3


def placed(size: QSizeF, bounds: QRectF, corner: tuple[int, int]) -> QRectF:
    """A plate of a size in a corner of a plot, on whole pixels."""
    bounds = bounds.adjusted(INSET, INSET, -INSET, -INSET)
    width, height = math.ceil(size.width()), math.ceil(size.height())
    x = bounds.right() - width if corner[0] else bounds.left()
    y = bounds.bottom() - height if corner[1] else bounds.top()
    return QRectF(math.floor(x), math.floor(y), width, height)


def paint_plate(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint what text over a plot stands on."""
    painter.setPen(QPen(translucent(theme.grid, PLATE_ALPHA), 1))
    painter.setBrush(translucent(theme.background, PLATE_ALPHA))
    painter.drawRoundedRect(rect, 5, 5)


def paint_sample(
    painter: QPainter, style: RunStyle, theme: Theme, left: float, middle: float
) -> None:
    """Paint the line and, where it has one, the symbol of a run, ``SAMPLE_WIDTH`` wide."""
    pen = QPen(style.colour)
    pen.setWidthF(2.2)
    pen.setStyle(style.line)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, middle), QPointF(left + SAMPLE_WIDTH, middle))
    painter.setPen(QPen(QColor(theme.marker_edge), 1))
    painter.setBrush(translucent(style.colour, 255))
    if style.symbol:
        painter.drawPath(symbol_path(style.symbol, QPointF(left + SAMPLE_WIDTH / 2, middle), 10))


def symbol_path(symbol: str, centre: QPointF, size: float) -> QPainterPath:
    """Outline of one of pyqtgraph's scatter symbols."""
    unit: QPainterPath = Symbols[symbol]
    transform = QTransform()
    transform.translate(centre.x(), centre.y())
    transform.scale(size, size)
    return transform.map(unit)
