"""The run of the cell under the mouse, before it is anybody's: its path, or its loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.frames import Landscape
from gui.theme import LIGHT, Theme
from gui.views.plots import make_plot, style_plot

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Path:
    """One trajectory."""

    positions: Array
    """``(dim, steps + 1)``."""
    losses: Array
    """``(steps + 1,)``."""


class Preview(QWidget):
    """A small landscape with the path on it; for other than two coordinates, the loss."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._landscape: Landscape | None = None
        self._plot = make_plot(self)
        for side in ("left", "bottom"):
            self._plot.hideAxis(side)
        self._plot.setMouseEnabled(x=False, y=False)
        self._contours = pg.PlotCurveItem(connect="finite")
        self._curve = pg.PlotCurveItem()
        self._end = pg.ScatterPlotItem(pxMode=True, size=8)
        for item in (self._contours, self._curve, self._end):
            self._plot.addItem(item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self.set_theme(LIGHT)

    def set_landscape(self, landscape: Landscape) -> None:
        """Draw paths over this one."""
        self._landscape = landscape
        self.set_path(None)

    def set_path(self, path: Path | None) -> None:
        """Show a trajectory, or none."""
        landscape = self._landscape
        flat = (
            landscape is not None and landscape.v is not None and len(landscape.plane.origin) == 2
        )
        if flat and landscape is not None:
            self._contours.setData(landscape.lines[:, 0], landscape.lines[:, 1])
            self._plot.setRange(xRange=landscape.window[0], yRange=landscape.window[1], padding=0)
        else:
            self._contours.clear()
        if path is None:
            self._curve.clear()
            self._end.clear()
            return
        if flat:
            x, y = path.positions
        else:
            with np.errstate(divide="ignore", invalid="ignore"):
                x, y = np.arange(len(path.losses), dtype=float), np.log10(path.losses)
        there = np.isfinite(x) & np.isfinite(y)
        x, y = x[there], y[there]
        self._curve.setData(x, y)
        self._end.setData(x[-1:], y[-1:])
        if not flat and len(x):
            self._plot.setRange(xRange=(0, max(len(path.losses) - 1, 1)), yRange=_extent(y))

    def set_theme(self, theme: Theme) -> None:
        style_plot(self._plot, theme)
        self._contours.setPen(pg.mkPen(theme.grid, width=1))
        self._curve.setPen(pg.mkPen(theme.accent, width=1))
        self._end.setBrush(pg.mkBrush(theme.accent))
        self._end.setPen(pg.mkPen(theme.background, width=1))


def _extent(values: Array) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low - 1, high + 1)
