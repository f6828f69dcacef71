"""The older part of the trails, kept as a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.views.clipping import Box, clip_polyline, covered
from gui.views.still import PIXELS, VECTOR_ENGINES

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
        """Points of each line that are in the picture."""
        self._paths: dict[int, tuple[int, QPainterPath]] = {}
        """Of each line, so many points in pixels: another picture of it needs no new ones."""
        self._key: object = None
        self._is_old = False
        """Whether the picture is one of other lines, or in other colours."""
        self._rect = QRectF()

    def set_colours(self, colours: tuple[str, ...]) -> None:
        """Give each run's line its colour."""
        if colours != self._colours:
            self._colours = colours
            self._is_old = True

    def forget(self, runs: Iterable[int]) -> None:
        """Draw anew next time: the lines of these runs are no longer those that they were."""
        self._is_old = True
        for run in runs:
            self._paths.pop(run, None)

    def show_lines(self, lines: Mapping[int, Array], box: Box) -> None:
        """Show lines of shape ``(2, n)``, by run; what lies outside ``box`` is cut off."""
        self._lines, self._box = lines, box
        size, ratio = self._view_box.rect().size(), self._plot.devicePixelRatioF()
        key = (box, size.toTuple(), ratio)
        grown = self._drawn.keys() <= lines.keys() and all(
            lines[run].shape[1] >= count for run, count in self._drawn.items()
        )
        if key != self._key:
            self._paths.clear()
        if key != self._key or not grown or self._is_old:
            self._key = key
            self._begin((size * ratio).toSize(), ratio)
        new = {
            run: points
            for run, points in lines.items()
            if points.shape[1] > max(self._drawn.get(run, 0), 1)
        }
        if new:
            self._extend(new)

    def _begin(self, size: QSize, ratio: float) -> None:
        """Begin an empty picture of so many device pixels."""
        self._is_old = False
        self._drawn = {}
        self._image = QImage(size.expandedTo(QSize(1, 1)), PIXELS)
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(Qt.GlobalColor.transparent)
        self.prepareGeometryChange()
        self._rect = self._view_box.viewRect()
        self.update()

    def _extend(self, lines: Mapping[int, Array]) -> None:
        """Add to the picture what it lacks of these lines."""
        to_pixels, added = self._to_pixels(), []
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run, points in lines.items():
            drawn = self._drawn.get(run, 0)
            if drawn:
                points = points[:, drawn - 1 :]
                added.append((points[0], points[1]))
                path = self._path(points, to_pixels, without_rests)
            else:
                path = self._whole_path(run, points, to_pixels)
            painter.setPen(self._pen(run))
            painter.drawPath(path)
            self._drawn[run] = lines[run].shape[1]
        painter.end()
        if added:  # the rest of the plot need not be painted again
            changed = covered(added, self._rect, self._view_box.size())
            if not changed.isEmpty():
                self.update(changed)

    def _whole_path(self, run: int, points: Array, to_pixels: QTransform) -> QPainterPath:
        """A line in pixels; of one that has grown since, only the end is made."""
        count = points.shape[1]
        known, path = self._paths.get(run, (0, QPainterPath()))
        if not count / 2 < known <= count:  # else it would grow piece by piece, never thinned
            path = self._path(points, to_pixels, without_rests)
        elif known < count:
            path = QPainterPath(path)
            path.addPath(self._path(points[:, known - 1 :], to_pixels, without_rests))
        self._paths[run] = count, path
        return path

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
            self._draw(painter, to_device)
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

    def _draw(self, painter: QPainter, to_pixels: QTransform) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run, points in self._lines.items():
            if points.shape[1] > 1:
                painter.setPen(self._pen(run))
                painter.drawPath(self._path(points, to_pixels, _whole))

    def _pen(self, run: int) -> QPen:
        return QPen(QColor(self._colours[run]), 1)

    def _path(
        self,
        points: Array,
        to_pixels: QTransform,
        thinned: Callable[[Array, Array], tuple[Array, Array]],
    ) -> QPainterPath:
        """A line in pixels, without what lies far outside."""
        x, y = clip_polyline(_thinned(points), self._box)
        x = x * to_pixels.m11() + to_pixels.dx()
        y = y * to_pixels.m22() + to_pixels.dy()
        path: QPainterPath = pg.arrayToQPath(*thinned(x, y), connect="finite")
        return path


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
