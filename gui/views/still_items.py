"""Items of pyqtgraph that stay for many frames, each painted with one picture of it."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.views.still import Still


class StillCurve(pg.PlotCurveItem):  # type: ignore[misc]
    """A curve with thousands of points."""

    def __init__(self) -> None:
        self._still = Still()
        super().__init__(antialias=True)

    def update(self, *area: Any) -> None:
        """Paint anew: pyqtgraph calls it at whatever changes the curve."""
        self._still.forget()
        super().update(*area)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        view_box = self.getViewBox()
        self._still.show(
            painter,
            view_box.viewRect() if view_box else self.boundingRect(),
            widget,
            lambda on: pg.PlotCurveItem.paint(self, on, option, widget),
        )


class StillImage(pg.ImageItem):  # type: ignore[misc]
    """An image whose pixels are not those of the screen: to scale it takes long."""

    def __init__(self) -> None:
        self._still = Still()
        super().__init__(axisOrder="row-major")

    def update(self, *area: Any) -> None:
        """Paint anew: pyqtgraph calls it at whatever changes the image."""
        self._still.forget()
        super().update(*area)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        del option
        view_box = self.getViewBox()
        seen = self.mapRectFromParent(view_box.viewRect()) if view_box else self.boundingRect()
        self._still.show(
            painter,
            seen.intersected(self.boundingRect()),
            widget,
            lambda on: pg.ImageItem.paint(self, on),
        )
