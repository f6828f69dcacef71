"""A painter whose thin lines are as thick in a file as they are on the screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPainterPath, QPen


class FigurePainter(QPainter):
    """Paints lines of a fixed width in pixels at that width in logical pixels.

    Plots draw such lines, with cosmetic pens, under a transform that must not stretch them. Qt
    makes them so many device pixels wide, a hair on a picture of many pixels an inch, and in
    SVG many programs stretch them all the same. Here the points are transformed and the pen is
    an ordinary one.

    It serves what Python code paints, for that is handed this very object.
    """

    def drawPath(self, path: QPainterPath) -> None:  # noqa: N802 - overrides Qt
        pen = self.pen()
        if not pen.isCosmetic():
            super().drawPath(path)
            return
        transform = self.worldTransform()
        self.resetTransform()
        self.setPen(_ordinary(pen))
        super().drawPath(transform.map(path))
        self.setPen(pen)
        self.setWorldTransform(transform)

    def drawLine(self, *ends: Any) -> None:  # noqa: N802 - overrides Qt
        line = QLineF(*ends)
        path = QPainterPath(line.p1())
        path.lineTo(line.p2())
        self.drawPath(path)  # it has no inside that a brush could fill


def _ordinary(pen: QPen) -> QPen:
    ordinary = QPen(pen)
    ordinary.setCosmetic(False)
    ordinary.setWidthF(pen.widthF() or 1.0)
    return ordinary
