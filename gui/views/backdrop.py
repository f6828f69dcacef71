"""The landscape itself as plot items: bands and contour lines, or a curve."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from gui.frames import Landscape
from gui.theme import LIGHT, Theme
from gui.views.colours import band_stops, band_table, translucent
from gui.views.still_items import StillCurve, StillImage

CONTOUR_ALPHA = 110
MAP_CONTOUR = "#f4f4f4"
"""Contour lines over the colour maps that are no theme's."""
BELOW = (0.5, -0.35)
"""Point of a label, in its widths and heights, that lies on the minimum."""
BESIDE, OVER = -0.1, 1.15
"""The same for one that is at the right of it, and above."""
Z_BANDS, Z_CONTOURS, Z_MINIMA, Z_MINIMUM_LABELS = -20, -10, 10, 25


class Backdrop:
    """Draws an objective and its known minima in a plot."""

    def __init__(self, plot: Any) -> None:
        self._plot = plot
        self._theme = LIGHT
        self._colour_map = "theme"
        self._landscape: Landscape | None = None
        self._image = StillImage()
        self._image.setZValue(Z_BANDS)
        self._lines = StillCurve()
        self._lines.setZValue(Z_CONTOURS)
        self._minima = pg.ScatterPlotItem(pxMode=True, symbol="+", size=13)
        self._minima.setZValue(Z_MINIMA)
        self._labels: list[Any] = []
        self._start: tuple[float, float] | None = None
        for item in (self._image, self._lines, self._minima):
            plot.addItem(item)

    def set_landscape(self, landscape: Landscape) -> None:
        self._landscape = landscape
        if landscape.v is None:
            self._image.clear()
            self._lines.setData(landscape.u, landscape.values, connect="finite")
        else:
            self._image.setImage(landscape.bands, autoLevels=False)
            left, right, bottom, top = *landscape.u[[0, -1]], *landscape.v[[0, -1]]
            self._image.setRect(QRectF(left, bottom, right - left, top - bottom))
            self._lines.setData(*landscape.lines.T, connect="finite")
        self._mark_minima(landscape)
        self._restyle()

    def set_start(self, start: tuple[float, float] | None) -> None:
        """Say where the runs begin: labels keep out of their way."""
        if start != self._start:
            self._start = start
            self._place_labels()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._restyle()

    def set_colour_map(self, name: str) -> None:
        """Colour the bands by one of :data:`gui.views.colours.COLOUR_MAPS`."""
        self._colour_map = name
        self._restyle()

    def _mark_minima(self, landscape: Landscape) -> None:
        for label in self._labels:
            self._plot.removeItem(label)
        self._labels = []
        # On a curve the second coordinate is the value.
        minima = np.vstack([landscape.minima, landscape.minima_values])[:2]
        self._minima.setData(x=minima[0], y=minima[1])
        for x, y, value in zip(*minima, landscape.minima_values, strict=True):
            label = pg.TextItem(f"f* = {value:.4g}".replace("-", "−"))
            label.setPos(x, y)
            label.setZValue(Z_MINIMUM_LABELS)
            self._labels.append(label)
            self._plot.addItem(label)
        self._place_labels()

    def _place_labels(self) -> None:
        """Put each label below the curve, which is nowhere lower, or away from the start."""
        is_curve = self._landscape is not None and self._landscape.v is None
        for label in self._labels:
            if is_curve:
                label.setAnchor(BELOW)
                continue
            x, y = self._start or (-math.inf, -math.inf)
            right, above = label.pos().x() >= x, label.pos().y() >= y
            label.setAnchor((BESIDE if right else 1 - BESIDE, OVER if above else 1 - OVER))

    def _restyle(self) -> None:
        theme, landscape = self._theme, self._landscape
        if landscape is None:
            return
        plain = landscape.v is None or self._colour_map == "theme"
        if landscape.v is None:
            self._lines.setPen(pg.mkPen(translucent(theme.contour, 255), width=2))
        else:
            lines = translucent(theme.contour if plain else MAP_CONTOUR, CONTOUR_ALPHA)
            self._lines.setPen(pg.mkPen(lines, width=1))
            # Padded to all 256 indices a pixel can have.
            table = band_table(band_stops(self._colour_map, theme), 256)
            self._image.setLookupTable(table)
        # The maps begin dark, and minima lie where they begin.
        marked = theme.foreground if plain else MAP_CONTOUR
        self._minima.setPen(pg.mkPen(marked, width=1.6))
        for label in self._labels:
            label.setColor(marked)
            label.setFont(QApplication.font())
