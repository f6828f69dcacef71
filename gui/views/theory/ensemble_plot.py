"""An ensemble as a picture: bars on a line, a density on a plane, variances in a bowl."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.theme import LIGHT, RUN_COLOURS, RunStyle, Theme
from gui.views.axes import HorizontalValueAxis, ValueAxis
from gui.views.colours import translucent
from gui.views.legend import LegendEntry
from gui.views.overlay import Overlay
from gui.views.plots import USUAL_POINTS, make_plot, style_plot
from gui.views.theory.density_lines import density_lines
from simulation.theory.portrait import Portrait, Snapshot

Array = np.ndarray[Any, np.dtype[Any]]

BALLS, DENSITY, OBJECTIVE = RUN_COLOURS[5], RUN_COLOURS[0], RUN_COLOURS[7]
SHARES = (0.5, 0.9, 0.99)
"""Shares of the balls that the lines on a plane enclose."""
HEADROOM = 1.3
LEFT_WIDTH = 46
"""Width of the left axis, pixels: there is little room."""
NARROWEST = 300
"""Width of the plot, pixels, from which there is a legend; its tooltip says the same."""
POTENTIAL_SHARE = 0.85
"""Height of the plot that the objective's curve takes."""
DECADES = 0.15


class EnsemblePlot(QWidget):
    """Draws a snapshot over its portrait; chooses by itself how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._bottom = ValueAxis("left"), HorizontalValueAxis("bottom")
        self._plot = make_plot(self, {"left": self._left, "bottom": self._bottom})
        self._plot.setMouseEnabled(False, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._plot)
        self._overlay = Overlay(self._plot.getViewBox())
        self._plot.getViewBox().sigResized.connect(self._fit_legend)
        self._image = pg.ImageItem(axisOrder="row-major")
        self._bars = pg.PlotCurveItem()
        self._potential = pg.PlotCurveItem(antialias=True)
        self._theory = pg.PlotCurveItem(antialias=True)
        self._limit = pg.PlotCurveItem(antialias=True)
        self._points = pg.ScatterPlotItem(pxMode=True, size=8)
        for z, item in enumerate(self._items):
            item.setZValue(z)
            self._plot.addItem(item)
        self._theme = LIGHT
        self._portrait: Portrait | None = None
        self._snapshot: Snapshot | None = None
        self._names: tuple[str, ...] = ()
        self._legend: tuple[LegendEntry, ...] = ()
        self._rect = QRectF()
        self.set_theme(LIGHT)

    @property
    def _items(self) -> tuple[Any, ...]:
        return (
            self._image,
            self._bars,
            self._potential,
            self._limit,
            self._theory,
            self._points,
        )

    def set_coordinates(self, names: tuple[str, ...]) -> None:
        """Name the axes."""
        self._names = names
        self._portrait = None

    def set_snapshot(self, portrait: Portrait, snapshot: Snapshot) -> None:
        """Show the balls of this moment beside what theory says of them."""
        fresh = portrait is not self._portrait
        self._portrait, self._snapshot = portrait, snapshot
        if fresh:
            self._draw_theory()
        self._draw_balls()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        style_plot(self._plot, theme)
        self._left.setWidth(LEFT_WIDTH * QApplication.font().pointSizeF() / USUAL_POINTS)
        self._overlay.set_theme(theme)
        self._bars.setPen(pg.mkPen(translucent(BALLS, 0)))
        self._bars.setBrush(translucent(BALLS, 150))
        self._potential.setPen(pg.mkPen(theme.muted, width=1, style=Qt.PenStyle.DotLine))
        self._theory.setPen(pg.mkPen(DENSITY, width=2))
        self._limit.setPen(pg.mkPen(theme.muted, width=1, style=Qt.PenStyle.DashLine))
        self._points.setBrush(translucent(BALLS, 255))
        self._points.setPen(pg.mkPen(theme.marker_edge))
        self._image.setLookupTable(_shades(theme))
        if self._portrait is not None:
            self._draw_theory()
            self._draw_balls()

    # --- what theory says ---------------------------------------------------------------------

    def _draw_theory(self) -> None:
        portrait = self._portrait
        assert portrait is not None
        for item in self._items:
            item.clear()
        dim = len(portrait.edges)
        for axis in (self._left, self._bottom):
            axis.setLogMode(y=dim == 0, x=dim == 0)
        {0: self._draw_spectrum, 1: self._draw_line, 2: self._draw_plane}[dim](portrait)

    def _draw_line(self, portrait: Portrait) -> None:
        (edges,) = portrait.edges
        assert portrait.heights is not None
        middles, width = (edges[1:] + edges[:-1]) / 2, edges[1] - edges[0]
        top = 1.0
        entries = [_entry(BALLS, self.tr("balls"), "s")]
        if portrait.density is not None and portrait.probabilities is not None:
            heights = portrait.probabilities / width
            top = float(heights.max()) * HEADROOM
            self._theory.setData(middles, heights)
            entries.append(_entry(DENSITY, self.tr("stationary density")))
        low, high = (float(f(portrait.heights)) for f in (np.nanmin, np.nanmax))
        scaled = (portrait.heights - low) / ((high - low) or 1.0)
        self._potential.setData(middles, scaled * top * POTENTIAL_SHARE, connect="finite")
        entries.append(_entry(OBJECTIVE, self.tr("objective"), line=Qt.PenStyle.DotLine))
        self._explain(
            entries,
            self.tr(
                "Bars: where the balls are. Line: the stationary density exp(−L/σ²)/Z, to which "
                "they tend. Dotted: the objective, to no scale."
            ),
        )
        self._label(self._names[0], self.tr("density"))
        self._plot.setRange(xRange=(edges[0], edges[-1]), yRange=(0, top), padding=0)

    def _draw_plane(self, portrait: Portrait) -> None:
        sides = [(edges[0], edges[-1]) for edges in portrait.edges]
        (left, right), (bottom, top) = sides
        if portrait.density is not None:
            lines = density_lines(portrait.density, SHARES)
            self._theory.setData(*lines.T, connect="finite")
        self._rect = QRectF(left, bottom, right - left, top - bottom)
        shares = self.tr("stationary: {shares} % inside")
        text = shares.format(shares=", ".join(f"{100 * share:g}" for share in SHARES))
        known = portrait.density is not None
        self._explain(
            [_entry(DENSITY, text)] if known else [],
            self.tr(
                "Colour: where the balls are. Lines: inside of them lie 50, 90 and 99 % of the "
                "stationary density exp(−L/σ²)/Z, to which they tend."
            ),
        )
        self._label(*self._names)
        self._plot.setRange(xRange=sides[0], yRange=sides[1], padding=0)

    def _draw_spectrum(self, portrait: Portrait) -> None:
        if portrait.bowl is None:
            self._explain([], "")
            return
        eigenvalues = np.log10(portrait.bowl.eigenvalues)
        limits = np.log10([row.limit for row in portrait.rows])
        with np.errstate(divide="ignore"):
            exact = np.log10([row.exact for row in portrait.rows])
        self._limit.setData(eigenvalues, limits, connect="finite")
        finite = np.isfinite(exact)
        self._theory.setData(eigenvalues[finite], exact[finite])
        self._explain(
            [
                _entry(BALLS, self.tr("balls"), "o"),
                _entry(DENSITY, self.tr("exact for this step")),
                _entry(OBJECTIVE, self.tr("limit of small steps"), line=Qt.PenStyle.DashLine),
            ],
            self.tr(
                "Points: the variance of the balls along each eigenvector of the Hessian. Line: "
                "what these steps settle at. Dashed: σ²/λ, the limit of small steps."
            ),
        )
        self._label(self.tr("eigenvalue"), self.tr("variance"))
        low, high = (
            float(limits.min()),
            float(max(limits.max(), exact[finite].max(initial=-np.inf))),
        )
        self._plot.setRange(
            xRange=(eigenvalues[0] - DECADES, eigenvalues[-1] + DECADES),
            yRange=(low - 4 * DECADES, high + 2 * DECADES),
            padding=0,
        )

    def _explain(self, entries: Sequence[LegendEntry], hint: str) -> None:
        self._legend = tuple(entries)
        self.setToolTip(f"<p>{hint}</p>")
        self._fit_legend()

    def _fit_legend(self) -> None:
        """Show the legend where it leaves something to see."""
        self._overlay.resized()
        wide = self._plot.getViewBox().width() >= NARROWEST
        self._overlay.set_legend(self._legend if wide else ())

    def _label(self, bottom: str, left: str) -> None:
        self._bottom.set_name(bottom)
        self._left.set_name(left)

    # --- what the balls do --------------------------------------------------------------------

    def _draw_balls(self) -> None:
        portrait, snapshot = self._portrait, self._snapshot
        assert portrait is not None
        assert snapshot is not None
        if len(portrait.edges) == 1:
            (edges,) = portrait.edges
            heights = snapshot.counts / (snapshot.balls * (edges[1] - edges[0]))
            self._bars.setData(edges, heights, stepMode="center", fillLevel=0)
            if portrait.density is None:
                self._plot.setYRange(0, float(heights.max()) * HEADROOM or 1.0, padding=0)
        elif len(portrait.edges) == 2:
            self._image.setImage(
                snapshot.counts.T,
                autoLevels=False,
                levels=(0, self._brightest(portrait, snapshot)),
                rect=self._rect,
            )
        elif portrait.bowl is not None:
            with np.errstate(divide="ignore"):
                variances = np.log10(snapshot.variances)
            shown = np.isfinite(variances)
            self._points.setData(np.log10(portrait.bowl.eigenvalues)[shown], variances[shown])

    def _brightest(self, portrait: Portrait, snapshot: Snapshot) -> float:
        """Count of balls in a bin that has the last colour: fixed, so that colours compare."""
        if portrait.probabilities is None:
            return max(float(snapshot.counts.max()), 1.0)
        expected = float(portrait.probabilities.max()) * snapshot.balls
        return expected + 2 * math.sqrt(max(expected, 1.0))


def _shades(theme: Theme) -> Array:
    """Colours from no balls to many, ``(256, 3)``."""
    colours = theme.background, BALLS, theme.foreground
    channels = [(c.red(), c.green(), c.blue()) for c in map(QColor, colours)]
    stops = np.array(channels, float)
    at = np.linspace(0, len(stops) - 1, 256)
    columns = [np.interp(at, np.arange(len(stops)), channel) for channel in stops.T]
    return np.stack(columns, axis=1).round().astype(np.uint8)


def _entry(
    colour: str, text: str, symbol: str = "", line: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> LegendEntry:
    """A line of the legend; what has a symbol has no line."""
    return LegendEntry(RunStyle(text, colour, Qt.PenStyle.NoPen if symbol else line, symbol), text)
