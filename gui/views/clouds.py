"""The companions of the runs: faint small balls with short tails, thousands of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.frames import Landscape
from gui.theme import RunStyle
from gui.views.colours import translucent
from gui.views.still import VECTOR_ENGINES
from simulation.engine.companions import Cloud

Array = np.ndarray[Any, np.dtype[Any]]

TAIL_ROWS = 6
TAIL_POINTS = 24_000
"""Points of all tails together; a line through one takes some 0.1 µs."""
FAINTEST_TAIL, STRONGEST_TAIL = 10, 60
"""Opacity of tails, of 255: the more there are the fainter each is, for they overlap."""
EDGE_ALPHA, BALL_ALPHA = 110, 220
RADIUS, SMALL_RADIUS = 2.6, 1.6
"""Of a ball, in pixels of the window."""
MANY = 6000
"""From so many balls on they are small."""
FAR = 4.0
"""Points more views away are left out: lines to them are slow to paint."""
Z_CLOUDS = 15


class CloudLayer(QGraphicsItem):
    """Paints clouds in a ``pyqtgraph.PlotWidget`` at a step.

    Balls are set into a picture, pixel by pixel: several times faster than painting each.
    """

    def __init__(self, plot: Any) -> None:
        super().__init__()
        self._view_box: Any = plot.getViewBox()
        self._styles: Sequence[RunStyle] = ()
        self._clouds: Sequence[Cloud | None] = ()
        self._landscape: Landscape | None = None
        self._step = 0
        self._rect = QRectF()
        self._pixels = np.zeros((1, 1), np.uint32)
        self.setZValue(Z_CLOUDS)
        plot.addItem(self, ignoreBounds=True)

    def set_styles(self, styles: Sequence[RunStyle]) -> None:
        """Say how the runs look, in the order of the experiment."""
        self._styles = styles
        self.update()

    def set_clouds(self, clouds: Sequence[Cloud | None]) -> None:
        """Show the companions of each run, ``None`` for one that has none."""
        if clouds or self._clouds:
            self._clouds = clouds
            self.update()

    def show_step(self, step: int, landscape: Landscape) -> None:
        """Move all balls to where they are at ``step`` on a landscape."""
        self._step, self._landscape = step, landscape
        rect = QRectF(self._view_box.viewRect())
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        if self._clouds:
            self.update()

    def places(self) -> dict[int, Array]:
        """Where the balls of each visible run are, ``(2, count)`` in coordinates of the plot."""
        return {run: self._recent(cloud, 1)[0] for run, cloud in self._visible().items()}

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option, widget
        visible = self._visible()
        if not visible:
            return
        total = sum(cloud.count for cloud in visible.values())
        rows = min(TAIL_ROWS, TAIL_POINTS // total)
        to_device = painter.worldTransform()
        area = to_device.mapRect(self.boundingRect())
        painter.resetTransform()
        painter.translate(area.topLeft())
        balls = {}
        for run, cloud in visible.items():
            recent = _on_screen(self._recent(cloud, max(rows, 1)), to_device, area)
            colour = self._styles[run].colour
            if rows > 1:
                alpha = round(min(max(450 / total**0.5, FAINTEST_TAIL), STRONGEST_TAIL))
                for shown in (recent, recent[-(rows // 2) :]):  # the end is stronger
                    _paint_tails(painter, shown, translucent(colour, alpha))
            balls[run] = (recent[-1], colour)
        radius = SMALL_RADIUS if total >= MANY else RADIUS
        if painter.paintEngine().type() in VECTOR_ENGINES:
            for points, colour in balls.values():
                _paint_balls(painter, points, colour, radius)
        else:
            self._set_balls(painter, list(balls.values()), radius, area)
        painter.setWorldTransform(to_device)

    def _visible(self) -> dict[int, Cloud]:
        if self._landscape is None:
            return {}
        dim = len(self._landscape.plane.origin)
        return {
            run: cloud
            for run, (cloud, style) in enumerate(zip(self._clouds, self._styles, strict=False))
            if cloud is not None and style.visible and cloud.positions.shape[1] == dim
        }

    def _recent(self, cloud: Cloud, rows: int) -> Array:
        """The last rows up to the step in coordinates of the plot, ``(rows, 2, count)``."""
        landscape = self._landscape
        assert landscape is not None
        last = cloud.row_of(self._step)
        positions = cloud.positions[max(last + 1 - rows, 0) : last + 1].astype(float)
        count, dim, balls = positions.shape
        with np.errstate(over="ignore", invalid="ignore"):
            flat = landscape.plane.project(positions.transpose(1, 0, 2).reshape(dim, -1))
        if len(flat) == 1:  # on a curve the height is the loss
            height = np.interp(flat[0], landscape.u, landscape.values, np.nan, np.nan)
            flat = np.stack([flat[0], height])
        return flat.reshape(2, count, balls).transpose(1, 0, 2)

    def _set_balls(
        self, painter: QPainter, balls: list[tuple[Array, str]], radius: float, area: QRectF
    ) -> None:
        """Set discs into the picture, edges first, and paint it."""
        ratio = painter.device().devicePixelRatioF()
        edge, core = _disc(radius * ratio)
        margin = int(radius * ratio) + 2
        shape = (int(area.height() * ratio) + 2 * margin, int(area.width() * ratio) + 2 * margin)
        if self._pixels.shape != shape:
            self._pixels = np.zeros(shape, np.uint32)
        self._pixels.fill(0)
        flat, places = self._pixels.reshape(-1), []
        for points, _ in balls:
            pixel = points * ratio
            room = np.array([[area.width()], [area.height()]]) * ratio
            seen = ((pixel >= -1) & (pixel < room)).all(0)
            x, y = pixel[:, seen].astype(np.intp) + margin
            places.append(y * shape[1] + x)
        for offsets, alpha in ((edge, EDGE_ALPHA), (core, BALL_ALPHA)):
            for place, (_, colour) in zip(places, balls, strict=True):
                value = _premultiplied(colour, alpha)
                for down, right in offsets:
                    flat[place + (down * shape[1] + right)] = value
        picture = QImage(
            self._pixels.data, shape[1], shape[0], QImage.Format.Format_ARGB32_Premultiplied
        )
        picture.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(-margin / ratio, -margin / ratio), picture)


def _on_screen(points: Array, to_device: Any, area: QRectF) -> Array:
    """Pixels from the corner of ``area``, ``(rows, 2, count)``; nan for what is far outside."""
    scale = np.array([[to_device.m11()], [to_device.m22()]])
    shift = np.array([[to_device.dx() - area.left()], [to_device.dy() - area.top()]])
    size = np.array([[area.width()], [area.height()]])
    with np.errstate(over="ignore", invalid="ignore"):
        pixels = points * scale + shift
        near = (np.abs(pixels / size - 0.5) < FAR).all(1)
    return np.where(near[:, None, :], pixels, np.nan)


def _paint_tails(painter: QPainter, recent: Array, colour: QColor) -> None:
    if len(recent) < 2:
        return
    gap = np.full((1, *recent.shape[1:]), np.nan)
    x, y = np.concatenate([recent, gap]).transpose(1, 2, 0).reshape(2, -1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.drawPath(pg.arrayToQPath(x, y, connect="finite"))


def _paint_balls(painter: QPainter, points: Array, colour: str, radius: float) -> None:
    """Paint discs one by one, for figures made of lines."""
    pen = QPen(translucent(colour, BALL_ALPHA), 2 * radius)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    finite = points[:, np.isfinite(points).all(0)]
    painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in finite.T.tolist()]))


def _disc(radius: float) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Rows and columns of the pixels of a disc around one: those at its edge, and the others."""
    reach = range(-int(radius) - 1, int(radius) + 2)
    distances = {(down, right): (down**2 + right**2) ** 0.5 for down in reach for right in reach}
    edge = [pixel for pixel, far in distances.items() if radius - 0.6 < far <= radius + 0.4]
    core = [pixel for pixel, far in distances.items() if far <= radius - 0.6]
    return edge, core


def _premultiplied(colour: str, alpha: int) -> int:
    """The colour as a pixel of Qt's premultiplied ARGB."""
    mixed = QColor(colour)
    red, green, blue = mixed.red(), mixed.green(), mixed.blue()
    share = alpha / 255
    return alpha << 24 | round(red * share) << 16 | round(green * share) << 8 | round(blue * share)
