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
from gui.views.colours import translucent
from gui.views.shapes import Shape
from gui.views.spots import Look, Spots

Array = np.ndarray[Any, np.dtype[Any]]

THICK_POINTS = 1200
"""Points, of all curves together, up to which lines are thick: beyond, they are slow."""
BAND_ALPHA = 56
DOT, EDGE_WIDTH = 10.0, 1.2
Z_LINES, Z_REFERENCES, Z_DOTS = 0, 15, 20


class Strokes:
    """The items of a plot; places are in the coordinates of its axes."""

    def __init__(self, plot: Any) -> None:
        self._theme = LIGHT
        self._lines = Bundle(plot, still=True)
        self._lines.setZValue(Z_LINES)
        self.dots = Spots(plot)
        self.dots.setZValue(Z_DOTS)
        self.references = pg.ScatterPlotItem(
            pxMode=True, size=15, symbol="d", brush=None, hoverable=True, tip=_tip
        )
        self.references.setZValue(Z_REFERENCES)
        self.references.setVisible(False)  # an empty one would cost in every frame
        plot.addItem(self.references)

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

    def draw(self, shapes: Sequence[Shape]) -> None:
        """Paint these curves in place of those before."""
        thick = sum(len(shape.x) for shape in shapes) <= THICK_POINTS
        self._lines.show_lines(
            [Stroke(shape.x, shape.y, _pen(shape.style, thick=thick)) for shape in shapes],
            [_patch(shape) for shape in shapes if shape.band],
        )

    def place_dots(self, x: float, heights: Array, styles: Sequence[RunStyle]) -> None:
        """Put a dot on each curve that has a height at ``x``."""
        there = np.flatnonzero(np.isfinite(heights) & np.isfinite(x)).tolist()
        edge = self._theme.marker_edge
        looks = [Look(s.symbol, s.colour, DOT, edge, EDGE_WIDTH) for s in styles]
        self.dots.show_spots(
            [(x, float(heights[place])) for place in there], [looks[place] for place in there]
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


def _pen(style: RunStyle, *, thick: bool) -> QPen:
    line = style.line if thick else Qt.PenStyle.SolidLine
    pen: QPen = pg.mkPen(style.colour, width=2 if thick else 1, style=line)
    return pen


def _patch(shape: Shape) -> Patch:
    """The band of a curve."""
    outline = _outline(shape.x, *shape.band)
    return Patch(outline, QBrush(translucent(shape.style.colour, BAND_ALPHA)))


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
