"""An item of a plot that reaches over all that is in view."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt


class Filling(pg.GraphicsObject):  # type: ignore[misc]
    """Lies in a ``pyqtgraph.PlotWidget``; the mouse goes through it.

    Its bounds are the view's, so that they need not be found anew with whatever it paints.
    """

    def __init__(self, plot: Any) -> None:
        super().__init__()
        self._rect = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        plot.addItem(self, ignoreBounds=True)
        self.viewTransformChanged()

    def boundingRect(self) -> QRectF:
        return self._rect

    def viewTransformChanged(self) -> None:  # noqa: N802 - called by pyqtgraph
        """Fill the part of the plot that is in view."""
        self.prepareGeometryChange()
        view_box = self.getViewBox()
        self._rect = QRectF() if view_box is None else QRectF(view_box.viewRect())
