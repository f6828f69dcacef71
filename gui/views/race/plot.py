"""Where the runs of each optimizer ended: a strip of dots, one strip below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.axes import HorizontalValueAxis
from gui.views.plots import make_plot, style_plot
from simulation.maps.race_rules import Finish

Array = np.ndarray[Any, np.dtype[Any]]

DOT, END = 5, 9
BAND = 0.32
"""Half of a strip's height, in the distance between strips."""
MARGIN = 0.06
"""Of the range of numbers, to either side."""
ASIDE = 0.1
"""Where diverged runs are drawn, beyond the largest number, as a share of the range."""
MOST_DOTS = 2000
LEFT_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Entrant:
    """One optimizer's finish and how it looks."""

    finish: Finish
    style: RunStyle


class RacePlot(QWidget):
    """Final losses, the best optimizer on top; a bar at the median, a line between quartiles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._entrants: Sequence[Entrant] = ()
        self._loss = HorizontalValueAxis("bottom")
        self._plot = make_plot(self, {"bottom": self._loss})
        self._plot.setMouseEnabled(x=False, y=False)
        self._items: list[Any] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self._loss.set_name(self.tr("final loss"))
        self.set_theme(LIGHT)

    def set_entrants(self, entrants: Sequence[Entrant]) -> None:
        """Show these, the best first."""
        self._entrants = entrants
        self._plot.setToolTip(self._hint())
        for item in self._items:
            self._plot.removeItem(item)
        self._items.clear()
        named = [[(-rank, str(rank + 1)) for rank in range(len(entrants))]]
        self._plot.getAxis("left").setTicks(named)
        scale = _Scale.of([each.finish for each in entrants])
        self._loss.setLogMode(x=scale.logarithmic, y=False)
        self._plot.setRange(
            xRange=(scale.low, scale.high), yRange=(0.6 - len(entrants), 0.6), padding=0
        )
        for rank, entrant in enumerate(entrants):
            self._draw(entrant, -rank, scale)

    def _hint(self) -> str:
        hint = self.tr(
            "<p>Each dot is the final loss from one start and seed. The tall mark is their "
            "median, the line reaches from the first to the third quartile. Crosses at the "
            "right: runs that diverged.</p>"
        )
        unsure = [each.style.label for each in self._entrants if each.finish.edges]
        if unsure:
            pattern = self.tr(
                "<p>Best value at the edge of the range: {names}. With a wider range they may do "
                "better.</p>"
            )
            hint += pattern.format(names=escape(", ".join(unsure)))
        return hint

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        style_plot(self._plot, theme)
        width = self.fontMetrics().averageCharWidth() * LEFT_LETTERS
        self._plot.getAxis("left").setWidth(width)
        self.set_entrants(self._entrants)

    def _draw(self, entrant: Entrant, y: int, scale: _Scale) -> None:
        finish, colour = entrant.finish, entrant.style.colour
        losses = np.array(finish.losses)
        losses = losses[:: -(-len(losses) // MOST_DOTS)]
        places = scale.places(losses)
        # The same losses at the same heights each time; golden steps keep neighbours apart.
        heights = y + BAND * (2 * ((np.arange(len(places)) * 0.618034) % 1.0) - 1)
        brush = pg.mkColor(colour)
        brush.setAlpha(150)
        lost = ~np.isfinite(losses)
        quartiles = scale.places(np.array([finish.low_loss, finish.high_loss]))
        median = scale.places(np.array([finish.median_loss]))[0]
        thick, outline = pg.mkPen(colour, width=3), pg.mkPen(self._theme.foreground, width=3)
        self._add(
            pg.ScatterPlotItem(
                places[~lost], heights[~lost], size=DOT, pen=None, brush=pg.mkBrush(brush)
            )
        )
        self._add(
            pg.ScatterPlotItem(
                places[lost], heights[lost], symbol="x", size=END, pen=None, brush=colour
            )
        )
        self._add(pg.PlotCurveItem(quartiles, np.full(2, float(y)), pen=thick))
        self._add(pg.PlotCurveItem(np.full(2, median), np.array([y - BAND, y + BAND]), pen=outline))

    def _add(self, item: Any) -> None:
        self._items.append(item)
        self._plot.addItem(item)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where losses lie on the plot."""

    logarithmic: bool
    least: float
    """Where losses of nothing are drawn, which have no logarithm."""
    most: float
    """Where those that are beyond all numbers are drawn."""
    low: float
    high: float

    @classmethod
    def of(cls, finishes: Sequence[Finish]) -> _Scale:
        """The scale on which all losses have a place."""
        losses = np.array([loss for finish in finishes for loss in finish.losses])
        told = losses[np.isfinite(losses)]
        logarithmic = bool(len(told)) and bool((told >= 0).all()) and bool((told > 0).any())
        if logarithmic:
            told = np.log10(told[told > 0])
        low, high = (float(told.min()), float(told.max())) if len(told) else (0.0, 1.0)
        room = high - low or 1.0
        least = low - ASIDE * room if logarithmic and (losses == 0).any() else low
        most = high + ASIDE * room if not np.isfinite(losses).all() else high
        return cls(logarithmic, least, most, least - MARGIN * room, most + MARGIN * room)

    def places(self, losses: Array) -> Array:
        """Where these losses lie."""
        with np.errstate(divide="ignore", invalid="ignore"):
            places = np.log10(losses) if self.logarithmic else losses
        found: Array = np.where(np.isfinite(places), places, self.most)
        return np.where(losses == 0, self.least, found) if self.logarithmic else found
