"""What lies over a plot in pixels: the legend, marks at the border, a readout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.theme import LIGHT, Theme
from gui.views.colours import translucent
from gui.views.legend import PADDING, Legend, LegendEntry, paint_plate, placed

Array = np.ndarray[Any, np.dtype[Any]]

ARROW = 11.0


@dataclass(frozen=True, slots=True)
class BorderMark:
    """Says that something lies beyond the border, and where."""

    at: QPointF
    """On the border, in pixels of the plot."""
    direction: tuple[int, int]
    """Outward: −1, 0 or 1 to the right and down."""
    colour: str
    text: str


class Overlay(QGraphicsItem):
    """Paints plates of text over a ``pyqtgraph.ViewBox``; the mouse goes through it."""

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self._view_box = view_box
        self._theme = LIGHT
        self._legend = Legend()
        self._marks: Sequence[BorderMark] = ()
        self._readout = ""
        self._font: QFont | None = None
        """That the window was painted with last."""
        self.setZValue(1000)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._legend.set_theme(theme)
        self.update()

    def set_legend(self, entries: Sequence[LegendEntry]) -> None:
        """Show these runs; long lists end in a count."""
        if list(entries) == list(self._legend.entries):
            return
        before = self._legend_rect()
        self._legend.set_entries(entries)
        if self._marks or self._font is None:  # marks keep out of its way
            self.update()
        else:  # the rest of the plot need not be painted again
            self.update((before | self._legend_rect()).adjusted(-1, -1, 1, 1))

    def set_corner(self, corner: tuple[int, int]) -> None:
        """Put the legend at the left (0) or right (1) and the top (0) or bottom (1)."""
        if corner != self._legend.corner:
            self._legend.corner = corner
            self.update()

    def find_room(self, tracks: Sequence[Array]) -> None:
        """Put the legend where it covers no line, given as ``(2, n)`` pixels of the plot each."""
        before = self._legend_rect()
        font = self._font or QApplication.font()
        self._legend.find_room(tracks, self.boundingRect(), font)
        if self._legend_rect() != before:
            self.update()

    def set_marks(self, marks: Sequence[BorderMark]) -> None:
        """Show what lies beyond the border."""
        if marks or self._marks:
            self._marks = marks
            self.update()

    def set_readout(self, text: str) -> None:
        """Show ``text`` in the corner at the bottom, across from the legend."""
        if text != self._readout:
            self._readout = text
            self.update()

    @property
    def marks(self) -> tuple[BorderMark, ...]:
        """What is marked at the border."""
        return tuple(self._marks)

    @property
    def legend(self) -> tuple[LegendEntry, ...]:
        """What the legend lists."""
        return tuple(self._legend.entries)

    @property
    def readout(self) -> str:
        """The text in the corner."""
        return self._readout

    def resized(self) -> None:
        """Follow the plot's size."""
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        rect: QRectF = self._view_box.rect()
        return rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(painter.font())
        if widget is not None:
            self._font = painter.font()
        taken = [self._legend.paint(painter, self.boundingRect(), widget)]
        if self._readout:
            taken.append(self._paint_readout(painter, metrics))
        for mark in self._marks:
            taken.append(self._paint_mark(painter, metrics, mark, taken))

    def _legend_rect(self) -> QRectF:
        if self._font is None:
            return QRectF()
        return self._legend.rect(self.boundingRect(), self._font)

    def _paint_readout(self, painter: QPainter, metrics: QFontMetricsF) -> QRectF:
        width = metrics.horizontalAdvance(self._readout) + 2 * PADDING
        side = 0 if self._legend.corner == (1, 1) else 1
        size = QSizeF(width, metrics.height() + PADDING)
        rect = placed(size, self.boundingRect(), (side, 1))
        paint_plate(painter, rect, self._theme)
        painter.setPen(self._theme.muted)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._readout)
        return rect

    def _paint_mark(
        self,
        painter: QPainter,
        metrics: QFontMetricsF,
        mark: BorderMark,
        taken: Sequence[QRectF],
    ) -> QRectF:
        """Paint an arrow at the border and, inward of it where there is room, its text."""
        right, down = mark.direction
        bounds = self.boundingRect().adjusted(3, 3, -3, -3)
        tip = QPointF(
            min(max(mark.at.x(), bounds.left()), bounds.right()),
            min(max(mark.at.y(), bounds.top()), bounds.bottom()),
        )
        length = (right * right + down * down) ** 0.5 or 1.0
        along, aside = (
            QPointF(right / length, down / length),
            QPointF(-down / length, right / length),
        )
        painter.setPen(QPen(QColor(self._theme.marker_edge), 1.2))
        painter.setBrush(translucent(mark.colour, 255))
        back = tip - along * ARROW
        painter.drawPolygon(
            QPolygonF([tip, back + aside * ARROW * 0.6, back - aside * ARROW * 0.6])
        )
        size = metrics.horizontalAdvance(mark.text) + 2 * PADDING, metrics.height() + 2
        centre = tip - QPointF(right * (ARROW + size[0] / 2 + 4), down * (ARROW + size[1] / 2 + 4))
        rect = QRectF(centre.x() - size[0] / 2, centre.y() - size[1] / 2, *size)
        rect.moveLeft(min(max(rect.left(), bounds.left()), bounds.right() - size[0]))
        rect.moveTop(min(max(rect.top(), bounds.top()), bounds.bottom() - size[1]))
        inward = -1.0 if down > 0 or (not down and rect.center().y() > bounds.center().y()) else 1.0
        while any(rect.intersects(other) for other in taken) and bounds.contains(rect):
            rect.translate(0, inward * 3)
        paint_plate(painter, rect, self._theme)
        painter.setPen(self._theme.foreground)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, mark.text)
        painter.fillRect(
            QRectF(rect.left() + 1, rect.top() + 3, 2.5, rect.height() - 6), QColor(mark.colour)
        )
        return rect
