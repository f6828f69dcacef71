"""Icons drawn from paths on a grid of 20 × 20, in whatever colour the theme gives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

SIZE = 20
STROKE = 1.6
SCALES = (1, 2, 3)
"""Pixels a point of the screens that icons are drawn for."""


class Glyph:
    """A drawing in two layers: shapes that are filled and lines that are stroked."""

    def __init__(self) -> None:
        self.filled = QPainterPath()
        self.stroked = QPainterPath()

    def polygon(self, *points: tuple[float, float]) -> Glyph:
        """Add a filled polygon."""
        self.filled.addPolygon(QPolygonF([QPointF(*point) for point in points]))
        self.filled.closeSubpath()
        return self

    def bar(self, left: float, top: float, width: float, height: float) -> Glyph:
        """Add a filled bar with rounded ends."""
        self.filled.addRoundedRect(QRectF(left, top, width, height), 0.8, 0.8)
        return self

    def line(self, *points: tuple[float, float]) -> Glyph:
        """Add an open line through ``points``."""
        self.stroked.moveTo(*points[0])
        for point in points[1:]:
            self.stroked.lineTo(*point)
        return self

    def arc(self, radius: float, start: float, sweep: float) -> Glyph:
        """Add an arc around the centre; degrees, counter-clockwise from three o'clock."""
        box = QRectF(10 - radius, 10 - radius, 2 * radius, 2 * radius)
        self.stroked.arcMoveTo(box, start)
        self.stroked.arcTo(box, start, sweep)
        return self

    def box(self, left: float, top: float, size: float) -> Glyph:
        """Add the outline of a rounded square."""
        self.stroked.addRoundedRect(QRectF(left, top, size, size), 1.6, 1.6)
        return self

    def left(self, tip: float, base: float) -> Glyph:
        """Add a filled triangle that points left, or right where ``tip`` exceeds ``base``."""
        return self.polygon((tip, 10), (base, 4.5), (base, 15.5))


GLYPHS: dict[str, Callable[[], Glyph]] = {
    "to-start": lambda: Glyph().bar(2.5, 4.5, 2, 11).left(5, 10.5).left(11, 16.5),
    "step-back": lambda: Glyph().left(4, 11.5).bar(13, 4.5, 2.2, 11),
    "play": lambda: Glyph().polygon((5.5, 3.5), (16, 10), (5.5, 16.5)),
    "pause": lambda: Glyph().bar(5, 4, 3.4, 12).bar(11.6, 4, 3.4, 12),
    "step-forward": lambda: Glyph().bar(4.8, 4.5, 2.2, 11).left(16, 8.5),
    "to-end": lambda: Glyph().left(9, 3.5).left(15, 9.5).bar(15.5, 4.5, 2, 11),
    "loop": lambda: (
        Glyph()
        .arc(5.8, 20, 130)
        .arc(5.8, 200, 130)
        .polygon((17.6, 8.6), (12.9, 8.9), (15.9, 4.6))
        .polygon((2.4, 11.4), (7.1, 11.1), (4.1, 15.4))
    ),
    "duplicate": lambda: Glyph().box(7.5, 7.5, 8.5).line((4, 12), (4, 4), (12, 4)),
    "remove": lambda: Glyph().line((5, 5), (15, 15)).line((15, 5), (5, 15)),
    "add": lambda: Glyph().line((10, 4), (10, 16)).line((4, 10), (16, 10)),
    "reset": lambda: Glyph().arc(5.8, 130, -290).polygon((3.2, 3), (8.6, 4.6), (4.6, 8.6)),
    "search": lambda: Glyph().arc(5, 0, 360).line((13.6, 13.6), (17, 17)),
}


def icon(name: str, colour: QColor) -> QIcon:
    """Return the icon called ``name`` of :data:`GLYPHS`, paler where it is disabled."""
    glyph = GLYPHS[name]()
    pale = QColor(colour)
    pale.setAlphaF(0.35)
    drawn = QIcon()
    for scale in SCALES:
        drawn.addPixmap(_paint(glyph, colour, scale), QIcon.Mode.Normal)
        drawn.addPixmap(_paint(glyph, pale, scale), QIcon.Mode.Disabled)
    return drawn


def _paint(glyph: Glyph, colour: QColor, scale: int) -> QPixmap:
    pixmap = QPixmap(QSize(SIZE, SIZE) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(glyph.stroked, pen)
    painter.fillPath(glyph.filled, colour)
    painter.end()
    return pixmap
