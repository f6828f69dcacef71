"""A plot widget as all views use it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import Theme
from gui.views.axes import StillAxis

LEFT_WIDTH = 62
"""Width of the left axis, pixels: fixed, so that the plot keeps still while numbers change."""
USUAL_POINTS = 9.0
"""Size of type for which that width was chosen."""


class _Plot(pg.PlotWidget):  # type: ignore[misc]
    def sizeHint(self) -> QSize:
        """No more than it needs: pyqtgraph's is so high that pages would scroll for no need."""
        least: QSize = self.minimumSize()
        return least


class _Pane(pg.ViewBox):  # type: ignore[misc]
    def updateMatrix(self, changed: object = None) -> None:  # noqa: N802
        """Keep the last transform where the next could not be inverted, and nothing be seen.

        That is where the pane has no size, and where what it shows is wider than doubles tell.
        pyqtgraph 0.14.0 inverts such a one by setting the shape of an array, of which numpy 2.5
        warns.
        """
        pane, shown = self.rect(), self.viewRect()
        if shown.isEmpty():
            return
        area = (pane.width() / shown.width()) * (pane.height() / shown.height())
        if area >= sys.float_info.min:
            super().updateMatrix(changed)


def make_plot(parent: QWidget, axes: Mapping[str, Any] | None = None) -> Any:
    """A ``pyqtgraph.PlotWidget`` without menus and automatic ranges.

    ``axes`` may name axis items of its own for a side, such as ``bottom``.
    """
    items = {side: StillAxis(side) for side in ("left", "bottom")} | dict(axes or {})
    plot = _Plot(parent, viewBox=_Pane(enableMenu=False), axisItems=items)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.disableAutoRange()
    plot.setFrameShape(pg.PlotWidget.Shape.NoFrame)
    # No key does anything in it; a click takes the focus from whatever was being typed in. The
    # viewport first: Qt gives the policy to its proxy, the plot, too.
    plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.enableAutoSIPrefix(False)
        axis.setStyle(tickLength=4)
    plot.getAxis("left").setWidth(LEFT_WIDTH)
    return plot


def style_plot(plot: Any, theme: Theme) -> None:
    """Give the plot's background and axes the colours of ``theme``."""
    plot.setBackground(theme.background)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(pg.mkPen(theme.grid))
        axis.setTextPen(theme.muted)
        axis.setTickPen(pg.mkPen(theme.muted))
        axis.label.setFont(QApplication.font())
        axis.resizeEvent()  # which puts the label in the middle
        axis.setTickFont(QApplication.font())
    plot.getAxis("left").setWidth(LEFT_WIDTH * QApplication.font().pointSizeF() / USUAL_POINTS)
