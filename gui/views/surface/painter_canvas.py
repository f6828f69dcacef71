"""The scene drawn by QPainter, for where there is no OpenGL."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget

from gui.theme import LIGHT, RUN_COLOURS, Theme
from gui.views.colours import translucent
from gui.views.surface.camera import Camera
from gui.views.surface.crowds import Crowds
from gui.views.surface.depth import DepthImage, draw_cells, thinned
from gui.views.surface.rolling import Ball, Rolling
from gui.views.surface.scene import Ground

Array = np.ndarray[Any, np.dtype[Any]]

MOST_CELLS = 64
HASTY_CELLS = 30
"""While the camera moves, so that it moves smoothly."""
SETTLE_MILLISECONDS = 150
CONTOUR_ALPHA = 120
TRAIL_WIDTH = 2.2
CROWD = 3.4
"""Pixels across a companion."""
CROWD_ALPHA, CROWD_EDGE_ALPHA = 220, 110
SHADOW_ALPHA = 70
SHADOW_POINTS = 20


class PainterCanvas(QWidget):
    """Paints the surface once for each view of it, and balls and trails over that each frame.

    What of a line a hill hides is looked up in an image of depths.
    """

    most_cells = MOST_CELLS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ground: Ground | None = None
        self._rolling = Rolling()
        self._crowds: Crowds = ()
        self._colours: tuple[str, ...] = RUN_COLOURS
        self._camera = Camera(0, 30, 4)
        self._theme = LIGHT
        self._backdrop: QPixmap | None = None
        self._depth = DepthImage()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self._forget)

    def set_ground(self, ground: Ground) -> None:
        """Show another surface."""
        self._ground = ground
        self._forget()

    def set_rolling(self, rolling: Rolling, colours: tuple[str, ...]) -> None:
        """Show balls and trails; ``colours`` has one for each run."""
        self._rolling, self._colours = rolling, colours
        self.update()

    def set_crowds(self, crowds: Crowds, colours: tuple[str, ...]) -> None:
        """Show companions; ``colours`` has one for each run."""
        if crowds or self._crowds:
            self._crowds, self._colours = crowds, colours
            self.update()

    def set_camera(self, camera: Camera) -> None:
        """Look from elsewhere."""
        if camera != self._camera:
            self._camera = camera
            if self.isVisible():
                self._settle.start()
            self._forget()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme`` around the surface; its own come with it."""
        self._theme = theme
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._backdrop is None or self._backdrop.size() != self.size() * ratio:
            self._backdrop = self._paint_backdrop(self.size(), ratio)
        painter.drawPixmap(0, 0, self._backdrop)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground is None:
            return
        for run, places in self._crowds:
            self._draw_crowd(painter, places, self._colours[run])
        for run, points in self._rolling.trails:
            pen = QPen(QColor(self._colours[run]), TRAIL_WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            self._draw_line(painter, points, pen)
        eye = self._camera.eye
        nearest_last = sorted(
            self._rolling.balls, key=lambda ball: -float(np.linalg.norm(ball.centre - eye))
        )
        for ball in nearest_last:
            self._draw_shadow(painter, ball)
        for ball in nearest_last:
            self._draw_ball(painter, ball)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle.stop()

    @Slot()
    def _forget(self) -> None:
        self._backdrop = None
        self.update()

    @property
    def _extent(self) -> tuple[float, float]:
        return float(self.width()), float(self.height())

    def _paint_backdrop(self, size: QSize, ratio: float) -> QPixmap:
        """The background and, on it, the surface with its lines."""
        backdrop = QPixmap(size * ratio)
        backdrop.setDevicePixelRatio(ratio)
        backdrop.fill(QColor(self._theme.background))
        if self._ground is None:
            return backdrop
        field, colours = self._ground.field, self._ground.colours
        if self._settle.isActive():
            field, colours = thinned(field, colours, HASTY_CELLS)
        pixels, depth = self._camera.project(field.vertices(), self._extent)
        painter = QPainter(backdrop)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells = draw_cells(painter, field, self._camera.eye, pixels, depth, colours)
        self._depth.draw(cells, pixels, depth, size)
        lines = self._ground.lines.reshape(-1, 3)
        strong = self._ground.is_ribbon
        colour = translucent(self._theme.contour, 255 if strong else CONTOUR_ALPHA)
        self._draw_line(painter, lines, QPen(colour, 1.4 if strong else 1.0), pairs=True)
        painter.end()
        return backdrop

    def _draw_line(
        self, painter: QPainter, points: Array, pen: QPen, *, pairs: bool = False
    ) -> None:
        """Draw what is seen of a line, or of segments given as pairs of points."""
        if len(points) < 2:
            return
        pixels, depth = self._camera.project(points, self._extent)
        seen = self._depth.sees(pixels, depth)
        joined = np.append(seen[:-1] & seen[1:], False)
        if pairs:
            joined[1::2] = False
        pixels = np.where(np.isfinite(pixels), pixels, 0.0)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(pg.arrayToQPath(*pixels.T, connect=joined.astype(np.int32)))

    def _draw_crowd(self, painter: QPainter, places: Array, colour: str) -> None:
        """Draw those that no hill hides, with a dark edge."""
        pixels, depth = self._camera.project(places, self._extent)
        seen = pixels[self._depth.sees(pixels, depth)].tolist()
        points = QPolygonF([QPointF(*at) for at in seen])
        edge = translucent(self._theme.marker_edge, CROWD_EDGE_ALPHA)
        for shade, width in ((edge, CROWD + 1.4), (translucent(colour, CROWD_ALPHA), CROWD)):
            pen = QPen(shade, width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints(points)

    def _draw_shadow(self, painter: QPainter, ball: Ball) -> None:
        """A dark patch on the surface under a ball, and a line down to it from one that floats."""
        assert self._ground is not None
        if ball.floats:
            line = np.stack([ball.centre, ball.foot])
            self._draw_line(painter, line, QPen(QColor(ball.colour), 1.2))
        turns = np.linspace(0, 2 * np.pi, SHADOW_POINTS, endpoint=False)
        x, y = ball.foot[:2, None] + ball.radius * np.stack([np.cos(turns), np.sin(turns)])
        ring = np.stack([x, y, self._ground.field.height_at(x, y)], axis=1)
        pixels, depth = self._camera.project(np.vstack([ball.foot, ring]), self._extent)
        if self._depth.sees(pixels[:1], depth[:1])[0]:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, SHADOW_ALPHA))
            painter.drawPolygon(QPolygonF([QPointF(*at) for at in pixels[1:].tolist()]))

    def _draw_ball(self, painter: QPainter, ball: Ball) -> None:
        pixels, depth = self._camera.project(ball.centre[None], self._extent)
        if not self._depth.sees(pixels, depth)[0]:
            return
        edge = ball.centre + ball.radius * self._camera.axes()[0]
        beside, _ = self._camera.project(edge[None], self._extent)
        centre, radius = QPointF(*pixels[0].tolist()), float(np.hypot(*(beside - pixels)[0]))
        colour = QColor(ball.colour)
        shine = QRadialGradient(centre, radius, centre + QPointF(-0.35, -0.4) * radius)
        shine.setColorAt(0.0, colour.lighter(175))
        shine.setColorAt(0.35, colour.lighter(112))
        shine.setColorAt(1.0, colour.darker(155))
        painter.setPen(QPen(QColor(self._theme.marker_edge), 1.2))
        painter.setBrush(QBrush(shine))
        painter.drawEllipse(centre, radius, radius)
