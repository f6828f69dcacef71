"""Paints curves, bands, the cursor's dots and reference marks into a plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.colours import outline, solid, translucent
from gui.views.lines import Shape
from gui.views.thinning import envelope, thin_band

Array = np.ndarray[Any, np.dtype[Any]]

BUCKETS = 800
"""Columns that a long curve is thinned to, about a pixel each."""
THICK_POINTS = 1200
"""Points, of all curves together, up to which lines are thick: beyond, they are slow."""
BAND_ALPHA = 56
Z_BANDS, Z_REFERENCES, Z_DOTS = -10, 15, 20


class Strokes:
    """The items of a plot; places are in the coordinates of its axes."""

    def __init__(self, plot: Any) -> None:
        self._plot = plot
        self._theme = LIGHT
        self.curves: list[Any] = []
        """One for each curve, then spare ones without points."""
        self.bands: list[QGraphicsPathItem] = []
        self.dots = pg.ScatterPlotItem(pxMode=True, size=10)
        self.dots.setZValue(Z_DOTS)
        self.references = pg.ScatterPlotItem(
            pxMode=True, size=15, symbol="d", brush=None, hoverable=True, tip=_tip
        )
        self.references.setZValue(Z_REFERENCES)
        plot.addItem(self.dots)
        plot.addItem(self.references)

    def set_theme(self, theme: Theme) -> None:
        """Outline dots so that they stand out; takes effect when they are next placed."""
        self._theme = theme

    def draw(self, shapes: Sequence[Shape], left: float, right: float) -> None:
        """Paint what lies between ``left`` and ``right``."""
        parts = [_between(shape, left, right) for shape in shapes]
        lines = [envelope(part.x, part.y, BUCKETS) for part in parts]
        thick = sum(len(x) for x, _ in lines) <= THICK_POINTS
        while len(self.curves) < len(lines):
            self.curves.append(pg.PlotCurveItem(antialias=True))
            self._plot.addItem(self.curves[-1])
        for curve in self.curves[len(lines) :]:
            curve.clear()
        for curve, (x, y), shape in zip(self.curves, lines, shapes, strict=False):
            if not np.isfinite(y).any():  # pyqtgraph would look for its bounds
                curve.clear()
                continue
            style = shape.style.line if thick else Qt.PenStyle.SolidLine
            curve.setPen(pg.mkPen(shape.style.colour, width=2 if thick else 1, style=style))
            curve.setData(x, y, connect="finite")
        self._draw_bands([part for part in parts if part.band])

    def _draw_bands(self, parts: Sequence[Shape]) -> None:
        while len(self.bands) < len(parts):
            item = QGraphicsPathItem()
            item.setPen(QPen(Qt.PenStyle.NoPen))
            item.setZValue(Z_BANDS)
            self._plot.addItem(item)
            self.bands.append(item)
        for item in self.bands[len(parts) :]:
            item.setPath(QPainterPath())
        for item, part in zip(self.bands, parts, strict=False):
            item.setBrush(translucent(part.style.colour, BAND_ALPHA))
            item.setPath(_outline(*thin_band(part.x, part.band[0], part.band[1], BUCKETS)))

    def place_dots(self, x: float, heights: Array, styles: Sequence[RunStyle]) -> None:
        """Put a dot on each curve that has a height at ``x``."""
        there = np.flatnonzero(np.isfinite(heights) & np.isfinite(x)).tolist()
        self.dots.setData(
            x=np.full(len(there), x),
            y=heights[there],
            symbol=[styles[place].symbol for place in there],
            brush=[solid(styles[place].colour) for place in there],
            pen=outline(self._theme.marker_edge, 1.2),
        )

    def place_references(
        self, x: Array, y: Array, colours: Sequence[str], texts: Sequence[str]
    ) -> None:
        """Put an open diamond at each finite place; it tells its text to the mouse."""
        there = np.flatnonzero(np.isfinite(x) & np.isfinite(y)).tolist()
        if not there and not len(self.references.data):
            return
        pens = [pg.mkPen(colours[place], width=1.8) for place in there]
        texts = [texts[place] for place in there]
        self.references.setData(x=x[there], y=y[there], pen=pens, data=texts)


def _between(shape: Shape, left: float, right: float) -> Shape:
    """The part in view, and a point beyond on each side."""
    first, last = np.searchsorted(shape.x, [left, right])
    part = slice(max(first - 1, 0), last + 1)
    edges = tuple(edge[part] for edge in shape.band)
    return Shape(shape.style, shape.x[part], shape.y[part], edges)


def _outline(x: Array, low: Array, high: Array) -> QPainterPath:
    """Around each stretch in which both edges are finite."""
    path = QPainterPath()
    finite = np.flatnonzero(np.isfinite(low) & np.isfinite(high))
    for rows in np.split(finite, np.flatnonzero(np.diff(finite) > 1) + 1):
        there = zip(x[rows].tolist(), low[rows].tolist(), strict=True)
        back = zip(x[rows[::-1]].tolist(), high[rows[::-1]].tolist(), strict=True)
        path.addPolygon(QPolygonF([QPointF(*point) for point in (*there, *back)]))
    return path


def _tip(x: float, y: float, data: str) -> str:
    del x, y
    return data
