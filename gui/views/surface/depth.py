"""The painter's algorithm for a surface, and the depths that it leaves behind."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from gui.views.surface.height_field import HeightField

Array = np.ndarray[Any, np.dtype[Any]]

FARTHEST = 2**24 - 1
"""Largest number that an RGB pixel holds; where no surface is."""
RESOLUTION = 2
"""Pixels of the picture along a pixel of the image of depths."""
SEAM = 0.8
"""Width of a cell's outline, which covers the gaps that antialiasing leaves between cells."""


def back_to_front(field: HeightField, eye: Array) -> Array:
    """Order in which the cells of ``field.cells()`` are painted: hidden ones first.

    A line of sight passes over a grid with growing distance along both axes, so a cell hides
    only cells that are at least as far along both, and the sum of distances sorts them.
    """
    x = np.abs((field.x[:-1] + field.x[1:]) / 2 - eye[0]) / (field.x[1] - field.x[0])
    y = np.abs((field.y[:-1] + field.y[1:]) / 2 - eye[1]) / (field.y[1] - field.y[0])
    distance = (y[:, None] + x)[field.solid]
    order: Array = np.argsort(-distance, kind="stable")
    return order


def thinned(field: HeightField, colours: Array, most_cells: int) -> tuple[HeightField, Array]:
    """A coarser field for a hasty picture, and the colours at its vertices."""
    row, column = (
        np.linspace(0, nodes - 1, min(nodes - 1, most_cells) + 1).round().astype(int)
        for nodes in field.z.shape
    )
    at = np.ix_(row, column)
    solid = (
        field.solid[np.ix_(row[:-1], column[:-1])]
        & field.solid[np.ix_(row[1:] - 1, column[1:] - 1)]
    )
    coarse = HeightField(field.x[column], field.y[row], field.z[at], solid)
    return coarse, colours.reshape(*field.z.shape, 3)[at].reshape(-1, 3)


def draw_cells(
    painter: QPainter,
    field: HeightField,
    eye: Array,
    pixels: Array,
    depth: Array,
    colours: Array,
) -> Array:
    """Paint all cells in front of the eye; return their vertices in that order, ``(n, 4)``."""
    cells = field.cells()[back_to_front(field, eye)]
    cells = cells[(depth[cells] > 0).all(1)]
    shades = (colours[cells].mean(1) * 255).astype(int)
    polygon, corners = _polygon()
    last = None
    for cell, shade in zip(pixels[cells], shades.tolist(), strict=True):
        if shade != last:
            colour = QColor(*shade)
            painter.setBrush(colour)
            painter.setPen(QPen(colour, SEAM))
            last = shade
        corners[:] = cell
        painter.drawConvexPolygon(polygon)
    return cells


class DepthImage:
    """How far the surface is in each direction of the picture, painted as colours."""

    def __init__(self) -> None:
        self._depths = np.full((1, 1), FARTHEST)
        self._near, self._far = 0.0, 1.0

    def draw(self, cells: Array, pixels: Array, depth: Array, size: QSize) -> None:
        """Paint the depths of cells, given from back to front.

        Parameters
        ----------
        cells
            Vertices of each, ``(n, 4)``.
        pixels, depth
            Of all vertices, as :meth:`Camera.project` gives them.
        size
            Of the picture.
        """
        image = QImage(size / RESOLUTION + QSize(1, 1), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        if len(cells):
            self._near, self._far = float(depth[cells].min()), float(depth[cells].max())
        # Of a cell's depths the largest, so that it never hides what lies on itself.
        farthest = (self._share(depth[cells].max(1)) * (FARTHEST - 1)).astype(int)
        painter = QPainter(image)
        painter.setPen(Qt.PenStyle.NoPen)
        polygon, corners = _polygon()
        for cell, code in zip(pixels[cells] / RESOLUTION, farthest.tolist(), strict=True):
            corners[:] = cell
            painter.setBrush(QColor.fromRgb(code))
            painter.drawConvexPolygon(polygon)
        painter.end()
        rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
        self._depths = (rows & FARTHEST).astype(int)

    def sees(self, pixels: Array, depth: Array) -> Array:
        """Whether points on the surface or above it are in front of it, bool ``(n,)``."""
        with np.errstate(invalid="ignore"):
            ahead = (depth > 0) & np.isfinite(pixels).all(1)
        at = np.where(ahead[:, None], pixels / RESOLUTION, -1.0)
        high, wide = self._depths.shape
        column, row = np.clip(at, -1, [wide, high]).astype(int).T
        inside = (column >= 0) & (column < wide) & (row >= 0) & (row < high)
        surface = self._depths[np.where(inside, row, 0), np.where(inside, column, 0)]
        hidden = inside & (self._share(np.where(ahead, depth, 0.0)) * (FARTHEST - 1) > surface + 1)
        seen: Array = ahead & ~hidden
        return seen

    def _share(self, depth: Array) -> Array:
        share: Array = (depth - self._near) / ((self._far - self._near) or 1.0)
        return share


def _polygon() -> tuple[QPolygonF, Array]:
    """A polygon of four corners and its memory, ``(4, 2)``."""
    polygon = pg.functions.create_qpolygonf(4)
    corners: Array = pg.functions.ndarray_from_qpolygonf(polygon)
    return polygon, corners
