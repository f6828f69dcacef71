"""Paints curves, bands, the cursor's dots and reference marks into a plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainterPath, QPen, QPolygonF

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.bundle import Bundle, Patch, Stroke
from gui.views.colours import outline, solid, translucent
from gui.views.lines import Shape
from gui.views.thinning import envelope, thin_band

Array = np.ndarray[Any, np.dtype[Any]]

BUCKETS = 800
"""Columns that a long curve is thinned to, about a pixel each."""
THICK_POINTS = 1200
"""Points, of all curves together, up to which lines are thick: beyond, they are slow."""
BAND_ALPHA = 56
Z_LINES, Z_REFERENCES, Z_DOTS = 0, 15, 20


class Strokes:
    """The items of a plot; places are in the coordinates of its axes."""

    def __init__(self, plot: Any) -> None:
        self._theme = LIGHT
        self._lines = Bundle(plot, still=True)
        self._lines.setZValue(Z_LINES)
        self.dots = pg.ScatterPlotItem(pxMode=True, size=10)
        self.dots.setZValue(Z_DOTS)
        self.references = pg.ScatterPlotItem(
            pxMode=True, size=15, symbol="d", brush=None, hoverable=True, tip=_tip
        )
        self.references.setZValue(Z_REFERENCES)
        for item in (self.dots, self.references):
            item.setVisible(False)  # an empty one would cost in every frame
            plot.addItem(item)

    def set_theme(self, theme: Theme) -> None:
        """Outline dots so that they stand out; takes effect when they are next placed."""
        self._theme = theme

    @property
    def lines(self) -> Sequence[Stroke]:
        """One for each curve, thinned to what is in view."""
        return self._lines.strokes

    @property
    def bands(self) -> Sequence[Patch]:
        """One for each curve that has a band."""
        return self._lines.patches

    def draw(self, shapes: Sequence[Shape], left: float, right: float) -> None:
        """Paint what lies between ``left`` and ``right``."""
        parts = [_between(shape, left, right) for shape in shapes]
        lines = [envelope(part.x, part.y, BUCKETS) for part in parts]
        thick = sum(len(x) for x, _ in lines) <= THICK_POINTS
        pens = [_pen(shape.style, thick=thick) for shape in shapes]
        self._lines.show_lines(
            [Stroke(x, y, pen) for (x, y), pen in zip(lines, pens, strict=True)],
            [_patch(part) for part in parts if part.band],
        )

    def place_dots(self, x: float, heights: Array, styles: Sequence[RunStyle]) -> None:
        """Put a dot on each curve that has a height at ``x``."""
        there = np.flatnonzero(np.isfinite(heights) & np.isfinite(x)).tolist()
        self.dots.setVisible(bool(there))
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
        self.references.setVisible(bool(there))
        pens = [pg.mkPen(colours[place], width=1.8) for place in there]
        texts = [texts[place] for place in there]
        self.references.setData(x=x[there], y=y[there], pen=pens, data=texts)


def _between(shape: Shape, left: float, right: float) -> Shape:
    """The part in view, and a point beyond on each side."""
    first, last = np.searchsorted(shape.x, [left, right])
    part = slice(max(first - 1, 0), last + 1)
    edges = tuple(edge[part] for edge in shape.band)
    return Shape(shape.style, shape.x[part], shape.y[part], edges)


def _pen(style: RunStyle, *, thick: bool) -> QPen:
    line = style.line if thick else Qt.PenStyle.SolidLine
    pen: QPen = pg.mkPen(style.colour, width=2 if thick else 1, style=line)
    return pen


def _patch(part: Shape) -> Patch:
    """The band of a curve."""
    outline = _outline(*thin_band(part.x, part.band[0], part.band[1], BUCKETS))
    return Patch(outline, QBrush(translucent(part.style.colour, BAND_ALPHA)))


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
