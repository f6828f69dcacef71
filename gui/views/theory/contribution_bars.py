"""How much of the loss lies along each eigenvector: measured beside predicted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import LIGHT, Theme
from gui.views.axes import ValueAxis
from gui.views.plots import style_plot
from gui.views.theory.page import fit_to_type, small_plot

Array = np.ndarray[Any, np.dtype[Any]]

WIDTH = 0.38
LABEL_WIDTH = 56
"""Pixels for the name of a bar."""


class ContributionBars(QWidget):
    """Bars ½ λᵢ zᵢ² on a logarithmic axis; behind them, what they were at the start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._bottom = -1.0
        axes = {"left": ValueAxis("left")}
        self._plot: Any = small_plot(self, self.tr("eigenvalue λ"), axes)
        self._plot.getAxis("left").setLogMode(y=True)
        self._names: list[str] = []
        self._start = pg.BarGraphItem(x=[], height=[], width=2 * WIDTH)
        self._measured = pg.BarGraphItem(x=[], height=[], width=WIDTH)
        self._theory = pg.BarGraphItem(x=[], height=[], width=WIDTH)
        for item in (self._start, self._measured, self._theory):
            self._plot.addItem(item)
        self._plot.getViewBox().sigResized.connect(self._on_resized)
        self._facts: tuple[Array, Array, Array | None] | None = None
        self._colours: Sequence[str] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.set_theme(LIGHT)

    def set_eigenvalues(self, eigenvalues: Array, colours: Sequence[str]) -> None:
        """Name the bars, flattest first, and colour them."""
        self._colours = colours
        self._names = [f"{eigenvalue:.3g}" for eigenvalue in eigenvalues]
        self._plot.setXRange(-0.6, len(eigenvalues) - 0.4, padding=0)
        self._on_resized()

    def set_range(self, low: float, high: float) -> None:
        """Say which contributions the axis spans."""
        self._bottom, top = np.log10(low), np.log10(high)
        self._plot.setYRange(self._bottom, top + 0.04 * (top - self._bottom), padding=0)
        self._draw()

    def set_contributions(self, start: Array, measured: Array, theory: Array | None) -> None:
        """Show what each eigenvector adds to the loss, ``(k,)`` each; ``None``: no theory."""
        self._facts = start, measured, theory
        self._draw()

    def clear(self) -> None:
        """Show nothing."""
        self._facts = None
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        style_plot(self._plot, theme)
        fit_to_type(self._plot)
        self._draw()

    def _on_resized(self) -> None:
        """Name as many bars as there is room for."""
        room = max(1, int(self._plot.getViewBox().width() / LABEL_WIDTH))
        stride = max(1, -(-len(self._names) // room))
        ticks = [(place, self._names[place]) for place in range(0, len(self._names), stride)]
        self._plot.getAxis("bottom").setTicks([ticks])

    def _draw(self) -> None:
        facts = self._facts
        there = facts is not None and len(facts[0]) == len(self._colours)
        for item in (self._start, self._measured, self._theory):
            item.setVisible(there)
        if facts is None or not there:
            return
        start, measured, theory = facts
        places = np.arange(len(start))
        none, nothing = pg.mkPen(None), pg.mkBrush(None)
        grid = pg.mkBrush(self._theme.grid)
        brushes = [pg.mkBrush(colour) for colour in self._colours]
        pens = [pg.mkPen(colour, width=1.6) for colour in self._colours]
        count = len(start)
        self._place(self._start, places, start, brushes=[grid] * count, pens=[none] * count)
        self._place(
            self._measured, places - WIDTH / 2, measured, brushes=brushes, pens=[none] * count
        )
        unknown = np.full(count, np.nan)
        self._place(
            self._theory,
            places + WIDTH / 2,
            unknown if theory is None else theory,
            brushes=[nothing] * count,
            pens=pens,
        )

    def _place(self, item: Any, x: Array, values: Array, **look: Any) -> None:
        """Bars from the bottom of the axis; none for what is below it or not finite."""
        with np.errstate(divide="ignore", invalid="ignore"):
            tops = np.log10(values)
        heights = np.where(np.isfinite(tops), np.maximum(tops - self._bottom, 0.0), 0.0)
        item.setOpts(x=x, y0=np.full(len(x), self._bottom), height=heights, **look)
