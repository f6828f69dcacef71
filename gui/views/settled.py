"""The older part of the trails, kept as a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.views.clipping import Box, clip_polyline, covered
from gui.views.still import VECTOR_ENGINES

Array = np.ndarray[Any, np.dtype[Any]]

MOST_POINTS = 20_000
"""Points that one trail is drawn anew with; longer ones are thinned."""

LONG = 256
"""Points of a line in which it is worth to look for those that can be left out."""
CELLS_A_PIXEL = 4
"""Points nearer to each other, in pixels, are one."""


class SettledTrails(QGraphicsItem):
    """Thin lines in a ``pyqtgraph.PlotWidget``, of which a frame only draws what is new.

    While the view rests and the lines grow, new segments are added to a picture of the old
    ones. Anything else draws the picture anew.
    """

    def __init__(self, plot: Any) -> None:
        super().__init__()
        self._plot = plot
        self._view_box: Any = plot.getViewBox()
        self._colours: tuple[str, ...] = ()
        self._lines: Mapping[int, Array] = {}
        self._box: Box = (0.0, 0.0, 0.0, 0.0)
        self._image = QImage()
        self._drawn: dict[int, int] = {}
        self._key: object = None
        self._rect = QRectF()

    def set_colours(self, colours: tuple[str, ...]) -> None:
        """Give each run's line its colour."""
        if colours != self._colours:
            self._colours = colours
            self._key = None

    def forget(self) -> None:
        """Draw anew next time: the lines are no longer those that they were."""
        self._key = None

    def show_lines(self, lines: Mapping[int, Array], box: Box) -> None:
        """Show lines of shape ``(2, n)``, by run; what lies outside ``box`` is cut off."""
        self._lines, self._box = lines, box
        size, ratio = self._view_box.rect().size(), self._plot.devicePixelRatioF()
        key = (box, size.toTuple(), ratio)
        grown = self._drawn.keys() <= lines.keys() and all(
            lines[run].shape[1] >= count for run, count in self._drawn.items()
        )
        if key != self._key or not grown:
            self._key = key
            self._drawn = {}
            self._image = QImage(
                (size * ratio).toSize().expandedTo(pg.QtCore.QSize(1, 1)),
                QImage.Format.Format_ARGB32_Premultiplied,
            )
            self._image.setDevicePixelRatio(ratio)
            self._image.fill(Qt.GlobalColor.transparent)
            self.prepareGeometryChange()
            self._rect = self._view_box.viewRect()
            self.update()
        new = {
            run: points[:, max(self._drawn.get(run, 0) - 1, 0) :]
            for run, points in lines.items()
            if points.shape[1] > max(self._drawn.get(run, 0), 1)
        }
        if new:
            painter = QPainter(self._image)
            self._draw(painter, new, self._to_pixels(), without_rests)
            painter.end()
            self._drawn |= {run: lines[run].shape[1] for run in new}
            # The rest of the plot need not be painted again.
            changed = covered([(x, y) for x, y in new.values()], self._rect, self._view_box.size())
            if not changed.isEmpty():
                self.update(changed)

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option, widget
        to_device = painter.worldTransform()
        area = to_device.mapRect(self._rect)
        painter.resetTransform()
        if self._fits(painter, area):
            painter.drawImage(QPointF(round(area.left()), round(area.top())), self._image)
        else:
            self._draw(painter, self._lines, to_device, _whole)
        painter.setWorldTransform(to_device)

    def _fits(self, painter: QPainter, area: QRectF) -> bool:
        """Whether the picture is as good as the lines: what is painted on has its pixels."""
        size, device = self._image.deviceIndependentSize(), painter.device()
        return (
            painter.paintEngine().type() not in VECTOR_ENGINES
            and device.devicePixelRatioF() == self._image.devicePixelRatio()
            and abs(area.width() - size.width()) <= 1
            and abs(area.height() - size.height()) <= 1
        )

    def _to_pixels(self) -> QTransform:
        """From coordinates of the plot, whose second axis points up, to the picture."""
        size, rect = self._image.deviceIndependentSize(), self._rect
        transform = QTransform()
        transform.scale(size.width() / rect.width(), -size.height() / rect.height())
        transform.translate(-rect.left(), -rect.bottom())
        return transform

    def _draw(
        self,
        painter: QPainter,
        lines: Mapping[int, Array],
        to_pixels: QTransform,
        thinned: Callable[[Array, Array], tuple[Array, Array]],
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run, points in lines.items():
            if points.shape[1] > 1:
                x, y = clip_polyline(_thinned(points), self._box)
                x = x * to_pixels.m11() + to_pixels.dx()
                y = y * to_pixels.m22() + to_pixels.dy()
                path = pg.arrayToQPath(*thinned(x, y), connect="finite")
                painter.setPen(QPen(QColor(self._colours[run]), 1))
                painter.drawPath(path)


def _thinned(points: Array) -> Array:
    """Every kᵗʰ point of a very long line, and the last.

    k is a power of 3: odd, so that a zigzag stays one, and constant while the line grows.
    """
    count, every = points.shape[1], 1
    while count > MOST_POINTS * every:
        every *= 3
    if every == 1:
        return points
    return np.concatenate([points[:, :-1:every], points[:, -1:]], axis=1)


def _whole(x: Array, y: Array) -> tuple[Array, Array]:
    return x, y


def without_rests(x: Array, y: Array) -> tuple[Array, Array]:
    """A long line in pixels without the points that lie where the point before them does.

    A run that has converged adds thousands of them.
    """
    if len(x) < LONG:
        return x, y
    cells = np.stack([x, y]) * CELLS_A_PIXEL
    np.rint(cells, out=cells)
    # Between nan everything counts as a move.
    moves = np.append(True, (cells[:, 1:] != cells[:, :-1]).any(0))
    moves[-1] = True
    return x[moves], y[moves]
