"""What lies over a plot in pixels: the legend, marks at the border, a readout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.colours import translucent

MOST_ENTRIES = 12
LARGEST_SHARE = 0.5
"""Share of the height that the legend may cover."""
PADDING = 8.0
SAMPLE_WIDTH = 30.0
INSET = 10.0
"""Distance of the plates from the border of the plot."""
PLATE_ALPHA = 216
ARROW = 11.0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A run in the legend."""

    style: RunStyle
    text: str


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
        self._legend: Sequence[LegendEntry] = ()
        self._corner = (1, 0)
        self._marks: Sequence[BorderMark] = ()
        self._readout = ""
        self.setZValue(1000)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_legend(self, entries: Sequence[LegendEntry]) -> None:
        """Show these runs; long lists end in a count."""
        self._legend = entries
        self.update()

    def set_corner(self, corner: tuple[int, int]) -> None:
        """Put the legend at the left (0) or right (1) and the top (0) or bottom (1)."""
        self._corner = corner
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
        return tuple(self._legend)

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
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(painter.font())
        taken: list[QRectF] = []
        if self._legend:
            taken.append(self._paint_legend(painter, metrics))
        if self._readout:
            width = metrics.horizontalAdvance(self._readout) + 2 * PADDING
            height = metrics.height() + PADDING
            side = 0 if self._corner == (1, 1) else 1
            rect = self._place(width, height, (side, 1))
            self._paint_plate(painter, rect)
            painter.setPen(self._theme.muted)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._readout)
            taken.append(rect)
        for mark in self._marks:
            taken.append(self._paint_mark(painter, metrics, mark, taken))

    def _place(self, width: float, height: float, corner: tuple[int, int]) -> QRectF:
        bounds = self.boundingRect().adjusted(INSET, INSET, -INSET, -INSET)
        x = bounds.right() - width if corner[0] else bounds.left()
        y = bounds.bottom() - height if corner[1] else bounds.top()
        return QRectF(x, y, width, height)

    def _paint_plate(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(translucent(self._theme.grid, PLATE_ALPHA), 1))
        painter.setBrush(translucent(self._theme.background, PLATE_ALPHA))
        painter.drawRoundedRect(rect, 5, 5)

    def _paint_legend(self, painter: QPainter, metrics: QFontMetricsF) -> QRectF:
        room = int(self.boundingRect().height() * LARGEST_SHARE / metrics.lineSpacing())
        shown = list(self._legend[: max(2, min(room, MOST_ENTRIES))])
        more = len(self._legend) - len(shown)
        texts = [entry.text for entry in shown] + ([f"+ {more}"] if more else [])
        line = metrics.height() + 3
        most = 0.6 * self.boundingRect().width() - SAMPLE_WIDTH - 3 * PADDING
        texts = [metrics.elidedText(t, Qt.TextElideMode.ElideRight, most) for t in texts]
        width = max(metrics.horizontalAdvance(text) for text in texts)
        size = width + SAMPLE_WIDTH + 3 * PADDING, line * len(texts) + PADDING
        rect = self._place(*size, self._corner)
        self._paint_plate(painter, rect)
        for index, text in enumerate(texts):
            middle = rect.top() + PADDING / 2 + line * (index + 0.5)
            left = rect.left() + PADDING
            if index < len(shown):
                paint_sample(painter, shown[index].style, self._theme, left, middle)
            painter.setPen(self._theme.foreground)
            box = QRectF(left + SAMPLE_WIDTH + PADDING, middle - line / 2, width + 2, line)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, align, text)
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
        self._paint_plate(painter, rect)
        painter.setPen(self._theme.foreground)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, mark.text)
        painter.fillRect(
            QRectF(rect.left() + 1, rect.top() + 3, 2.5, rect.height() - 6), QColor(mark.colour)
        )
        return rect


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
