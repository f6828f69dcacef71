"""The run of the cell under the mouse, before it is anybody's: its path, or its loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.frames import Landscape
from gui.theme import LIGHT, Theme
from gui.views.plots import make_plot, style_plot

Array = np.ndarray[Any, np.dtype[Any]]

FARTHEST = 0.5
"""How far beyond the landscape a path is followed, in widths of it."""


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
        self._theme = LIGHT
        self._landscape: Landscape | None = None
        self._plot = make_plot(self)
        for side in ("left", "bottom"):
            self._plot.hideAxis(side)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room = self._plot.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # nothing else moves when it comes
        self._plot.setSizePolicy(room)
        self._caption = QLabel()
        self._caption.setObjectName("map_preview_caption")
        self._caption.setWordWrap(True)
        self._contours = pg.PlotCurveItem(connect="finite")
        self._curve = pg.PlotCurveItem()
        self._ends = pg.ScatterPlotItem(pxMode=True)
        for item in (self._contours, self._curve, self._ends):
            self._plot.addItem(item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._caption)
        layout.addWidget(self._plot, 1)
        self.set_theme(LIGHT)

    def set_landscape(self, landscape: Landscape) -> None:
        """Draw paths over this one."""
        if landscape is self._landscape:
            return
        self._landscape = landscape
        self.set_path(None)

    def set_path(self, path: Path | None) -> None:
        """Show a trajectory, or none."""
        landscape = self._landscape
        plane = landscape if landscape is not None and _is_flat(landscape) else None
        if plane is None:
            self._contours.clear()
        else:
            self._contours.setData(plane.lines[:, 0], plane.lines[:, 1])
        if path is None:
            self._curve.clear()
            self._ends.clear()
            self._caption.setText("")
            self._plot.setVisible(plane is not None)
            if plane is not None:
                self._show(plane.window)
            return
        self._plot.show()
        steps = path.losses.shape[0] - 1
        if plane is not None:
            x, y = path.positions
            pattern = self.tr("Its path, {steps} steps")
        else:
            with np.errstate(divide="ignore", invalid="ignore"):
                x, y = np.arange(steps + 1.0), np.log10(path.losses)
            pattern = self.tr("Its loss, {steps} steps, log scale")
        self._caption.setText(pattern.format(steps=f"{steps:,}"))
        there = np.isfinite(x) & np.isfinite(y)
        x, y = x[there], y[there]
        self._curve.setData(x, y)
        self._draw_ends(x, y)
        if plane is not None:
            self._show(tuple(_covering(*pair) for pair in zip(plane.window, (x, y), strict=True)))
        elif len(x):
            self._show(((0, max(steps, 1)), _extent(y)))

    def _show(self, window: Any) -> None:
        self._plot.setRange(xRange=window[0], yRange=window[1], padding=0.04)

    def _draw_ends(self, x: Array, y: Array) -> None:
        """A ring where it starts, a ball where it ends."""
        theme = self._theme
        pen = pg.mkPen(theme.accent, width=2)
        looks = ((0, 7, theme.background), (-1, 9, theme.accent))
        self._ends.setData(
            [
                {"pos": (x[at], y[at]), "size": size, "brush": pg.mkBrush(brush), "pen": pen}
                for at, size, brush in looks
                if len(x)
            ]
        )

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        style_plot(self._plot, theme)
        faint = QColor(theme.contour)
        faint.setAlpha(110)
        self._contours.setPen(pg.mkPen(faint, width=1))
        self._curve.setPen(pg.mkPen(theme.accent, width=2))


def _is_flat(landscape: Landscape) -> bool:
    """Whether it is a plane of the only two coordinates."""
    return landscape.v is not None and len(landscape.plane.origin) == 2


def _covering(window: tuple[float, float], values: Array) -> tuple[float, float]:
    """The window, grown for a path that leaves it, but not for one that goes far."""
    low, high = window
    most = FARTHEST * (high - low)
    if not len(values):
        return window
    return max(min(low, values.min()), low - most), min(max(high, values.max()), high + most)


def _extent(values: Array) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low - 1, high + 1)
