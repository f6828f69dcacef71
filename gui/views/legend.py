"""The plate that tells the runs of a plot apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.colours import translucent
from gui.views.still import Still

Array = np.ndarray[Any, np.dtype[Any]]

MOST_ENTRIES = 12
LARGEST_SHARE, WIDEST_SHARE = 0.5, 0.6
"""Shares of the height and the width of the plot that the legend may cover."""
LARGEST_COVER = 1 / 3
"""Share of the height that it may cover where lines pass."""
PADDING = 8.0
SAMPLE_WIDTH = 30.0
Corner = tuple[int, int]
CORNERS: tuple[Corner, ...] = ((1, 0), (0, 0), (1, 1), (0, 1))
"""At the left (0) or right (1) and the top (0) or bottom (1)."""
INSET = 10.0
"""Distance of the plates from the border of the plot."""
PLATE_ALPHA = 216


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A run in the legend."""

    style: RunStyle
    label: str
    value: str = ""
    """Kept whole where there is no room for all of the label."""

    @property
    def text(self) -> str:
        """What it says."""
        return self.label + self._tail

    @property
    def _tail(self) -> str:
        return f"   {self.value}" if self.value else ""

    def within(self, width: float, metrics: QFontMetricsF) -> str:
        """What it says in so many pixels."""
        room = width - metrics.horizontalAdvance(self._tail)
        return metrics.elidedText(self.label, Qt.TextElideMode.ElideRight, room) + self._tail


class Legend:
    """Lays out and paints the entries of a plot's legend."""

    def __init__(self) -> None:
        self.entries: Sequence[LegendEntry] = ()
        self.corner: Corner = (1, 0)
        """One of ``CORNERS``."""
        self._most_rows = MOST_ENTRIES + 1
        self._theme = LIGHT
        self._still = Still()
        self._key: object = None
        self._layout: tuple[QRectF, list[str]] = (QRectF(), [])

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        self._still.forget()

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """List these; of long lists, the end is a count."""
        self.entries = entries
        self._still.forget()

    def rect(self, bounds: QRectF, font: QFont) -> QRectF:
        """Where it lies in a plot with these bounds; empty without entries."""
        return self._laid_out(bounds, font)[0]

    def find_room(self, tracks: Sequence[Array], bounds: QRectF, font: QFont) -> None:
        """Go where it covers none of these tracks, shorter if need be; stay if that is here.

        In a plot that is too small for lines and a legend, it is left out.

        Parameters
        ----------
        tracks
            Points of lines in pixels of the plot, each ``(2, n)``.
        bounds
            Of the plot.
        font
            It is written in.
        """
        usual, here = self._count(bounds, QFontMetricsF(font)), self.corner
        tries = (
            (rows, corner)
            for rows in range(usual, 1, -1)
            for corner in sorted(CORNERS, key=lambda corner: corner != here)
        )
        best: tuple[float, int, Corner] = (math.inf, usual, here)
        for rows, corner in tries:
            self._most_rows, self.corner = rows, corner
            covered = _crowd(tracks, self._laid_out(bounds, font)[0])
            if covered < best[0]:
                best = covered, rows, corner
            if not covered:
                break
        fewest, self._most_rows, self.corner = best
        if fewest and self.rect(bounds, font).height() > LARGEST_COVER * bounds.height():
            self._most_rows = 0

    def paint(self, painter: QPainter, bounds: QRectF, widget: QWidget | None) -> QRectF:
        """Paint it where it lies, and return where that is."""
        rect, texts = self._laid_out(bounds, painter.font())
        if texts:
            around = rect.adjusted(-1, -1, 1, 1)
            self._still.show(painter, around, widget, lambda on: self._paint(on, bounds))
        return rect

    def _paint(self, painter: QPainter, bounds: QRectF) -> None:
        rect, texts = self._laid_out(bounds, painter.font())
        line = _line(QFontMetricsF(painter.font()))
        paint_plate(painter, rect, self._theme)
        left, top = rect.left() + PADDING, rect.top() + PADDING / 2
        for row, entry in enumerate(self._shown(bounds, QFontMetricsF(painter.font()))):
            paint_sample(painter, entry.style, self._theme, left, top + line * (row + 0.5))
        painter.setPen(self._theme.foreground)
        width = rect.width() - SAMPLE_WIDTH - 3 * PADDING
        for row, text in enumerate(texts):
            box = QRectF(left + SAMPLE_WIDTH + PADDING, top + line * row, width, line)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, align, text)

    def _laid_out(self, bounds: QRectF, font: QFont) -> tuple[QRectF, list[str]]:
        """Where it lies, and its texts: measured once, since that takes long."""
        key = (self.entries, self.corner, self._most_rows, bounds, font)
        if key != self._key:
            self._key = key
            self._layout = self._lay_out(bounds, QFontMetricsF(font))
        return self._layout

    def _lay_out(self, bounds: QRectF, metrics: QFontMetricsF) -> tuple[QRectF, list[str]]:
        if not self.entries or not self._most_rows:
            return QRectF(), []
        shown = self._shown(bounds, metrics)
        rest = len(self.entries) - len(shown)
        texts = [entry.text for entry in shown]
        width = max(metrics.horizontalAdvance(text) for text in texts)
        most = WIDEST_SHARE * bounds.width() - SAMPLE_WIDTH - 3 * PADDING
        if width > most:
            width = most
            texts = [entry.within(most, metrics) for entry in shown]
        if rest:
            texts.append(f"+ {rest}")
        size = QSizeF(width + SAMPLE_WIDTH + 3 * PADDING, _line(metrics) * len(texts) + PADDING)
        return placed(size, bounds, self.corner), texts

    def _shown(self, bounds: QRectF, metrics: QFontMetricsF) -> Sequence[LegendEntry]:
        """All entries, or the first ones and then a count of the others."""
        rows = min(self._count(bounds, metrics), self._most_rows)
        return self.entries if len(self.entries) <= rows else self.entries[: rows - 1]

    def _count(self, bounds: QRectF, metrics: QFontMetricsF) -> int:
        """How many entries there is room for."""
        room = int(bounds.height() * LARGEST_SHARE / metrics.lineSpacing())
        return max(2, min(room, MOST_ENTRIES + 1))


def _crowd(tracks: Sequence[Array], rect: QRectF) -> int:
    """Points of lines that lie in a rectangle."""
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    return sum(
        int(((x >= left) & (x <= right) & (y >= top) & (y <= bottom)).sum()) for x, y in tracks
    )


def _line(metrics: QFontMetricsF) -> float:
    """Height of an entry."""
    return metrics.height() + 3


def placed(size: QSizeF, bounds: QRectF, corner: Corner) -> QRectF:
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
