"""Icons drawn from paths on a grid of 20 × 20, in whatever colour the theme gives."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

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


_FALLING = [
    (2.5 + 15 * share, 4.5 + 5.5 * (1 - math.cos(math.pi * share)))
    for share in (step / 12 for step in range(13))
]
"""Half a wave of a cosine, from its top to its bottom."""

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
    "schedule": lambda: Glyph().line(*_FALLING),
    "express": lambda: (
        Glyph()
        .line((3.5, 7), (12.5, 7))
        .polygon((12, 3.6), (17, 7), (12, 10.4))
        .line((7.5, 13.5), (16.5, 13.5))
        .polygon((8, 10.1), (3, 13.5), (8, 16.9))
    ),
    "reset": lambda: Glyph().arc(5.8, 130, -290).polygon((3.2, 3), (8.6, 4.6), (4.6, 8.6)),
    "arrows": lambda: (
        Glyph().line((4, 16), (12, 8)).polygon((16.5, 3.5), (14.2, 11), (9, 5.8)).bar(2.5, 14, 4, 4)
    ),
    "ghosts": lambda: (
        Glyph()
        .arc(6, 10, 40)
        .arc(6, 70, 40)
        .arc(6, 130, 40)
        .arc(6, 190, 40)
        .arc(6, 250, 40)
        .arc(6, 310, 40)
        .bar(8.4, 8.4, 3.2, 3.2)
    ),
    "field": lambda: (
        Glyph()
        .line((3, 6), (7.5, 4))
        .line((11.5, 6), (16, 4))
        .line((3, 11.5), (7.5, 9.5))
        .line((11.5, 11.5), (16, 9.5))
        .line((3, 17), (7.5, 15))
        .line((11.5, 17), (16, 15))
    ),
    "flow": lambda: (
        Glyph()
        .line((2.5, 14), (5, 8.5), (8, 6.5), (11, 8), (13.5, 11), (17.5, 11.5))
        .bar(3.6, 7.1, 2.8, 2.8)
        .bar(12.1, 9.6, 2.8, 2.8)
    ),
    "tail": lambda: (
        Glyph().line((2.5, 15), (6.5, 6.5), (10, 13), (12.5, 8.5)).bar(12.2, 5.2, 4.6, 4.6)
    ),
    "levels": lambda: Glyph().arc(7.4, 0, 360).arc(4.6, 0, 360).arc(1.8, 0, 360),
    "colours": lambda: (
        Glyph().box(3, 3, 14).bar(3.8, 12.4, 12.4, 3.8).line((3.6, 7.8), (16.4, 7.8))
    ),
    "more": lambda: Glyph().bar(3, 8.8, 2.4, 2.4).bar(8.8, 8.8, 2.4, 2.4).bar(14.6, 8.8, 2.4, 2.4),
    "search": lambda: Glyph().arc(5, 0, 360).line((13.6, 13.6), (17, 17)),
}


def icon(name: str, colour: QColor, *, checked: QColor | None = None) -> QIcon:
    """Return the icon called ``name`` of :data:`GLYPHS`, paler where it is disabled.

    On a checked button it is drawn in ``checked``, if that is given.
    """
    return _drawn(name, colour.rgba(), None if checked is None else checked.rgba())


@lru_cache(maxsize=256)
def _drawn(name: str, rgba: int, checked_rgba: int | None) -> QIcon:
    """Draw an icon; once for all buttons, as every row of a form has some of the same."""
    glyph = GLYPHS[name]()
    colour, pale = QColor.fromRgba(rgba), QColor.fromRgba(rgba)
    checked = None if checked_rgba is None else QColor.fromRgba(checked_rgba)
    pale.setAlphaF(0.35)
    drawn = QIcon()
    for scale in SCALES:  # for fine screens and for large type: of both, the size is what counts
        drawn.addPixmap(_paint(glyph, colour, scale), QIcon.Mode.Normal)
        drawn.addPixmap(_paint(glyph, pale, scale), QIcon.Mode.Disabled)
        if checked is not None:
            marked = _paint(glyph, checked, scale)
            drawn.addPixmap(marked, QIcon.Mode.Normal, QIcon.State.On)
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
