"""Painting a view at any size, without what is on the screen moving."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QGraphicsTextItem, QWidget

from gui.exports.painter import FigurePainter
from gui.exports.stand_ins import Text, UnclippedAxis
from gui.views.surface.view import SurfaceView

MARGIN = 10.0
"""Room around a plot, logical pixels: labels of axes reach beyond their ends."""
MILLIMETRES_AN_INCH = 25.4


class Canvas:
    """A view as something that can be painted.

    Sizes are in the screen's logical pixels, in which type is as large as in the window.

    Parameters
    ----------
    view
        What to paint, as it is when it is painted.
    y_label
        Label for the vertical axis of a plot that has none.
    """

    def __init__(self, view: QWidget, y_label: str = "") -> None:
        self._view = view
        self._y_label = y_label
        is_plot = isinstance(view, pg.PlotWidget)
        self._plot: Any = view if is_plot else view.findChild(pg.PlotWidget)

    @property
    def is_vector(self) -> bool:
        """Whether it is made of lines and text, which stay such in a vector file."""
        return self._plot is not None

    @property
    def background(self) -> QColor:
        """What the view is painted on."""
        plot = self._plot
        brush = self._view.palette().base() if plot is None else plot.backgroundBrush()
        colour: QColor = brush.color()
        return colour

    @property
    def dots_per_inch(self) -> float:
        """Logical pixels in an inch."""
        return float(self._view.logicalDpiX())

    def image(self, size: QSize, ratio: float) -> QImage:
        """A picture of ``size`` pixels, ``ratio`` of them to a logical one."""
        image = QImage(size, QImage.Format.Format_RGBX8888)
        image.setDevicePixelRatio(ratio)
        # Type is sized by the resolution of what it is painted on.
        dots = round(1000 * self.dots_per_inch / MILLIMETRES_AN_INCH)
        image.setDotsPerMeterX(dots)
        image.setDotsPerMeterY(dots)
        painter = FigurePainter(image)
        self.paint(painter, QSizeF(size) / ratio)
        painter.end()
        return image

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the view, laid out in ``size``, at the painter's origin."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(0, 0, size.width(), size.height())
        if self._plot is None:
            self._paint_widget(painter, area)
            return
        with (
            _labelled(self._plot.getAxis("left"), self._y_label),
            _laid_out(self._plot, area),
        ):
            painter.fillRect(area, self._plot.backgroundBrush())
            self._plot.scene().render(painter, area, area)

    def _paint_widget(self, painter: QPainter, area: QRectF) -> None:
        """Paint what the window shows of the picture, as large as fits and in the middle."""
        picture = self._picture
        shown = QRect(picture.mapTo(self._view, QPoint()), picture.size())
        scale = min(area.width() / shown.width(), area.height() / shown.height())
        painter.fillRect(area, self._view.palette().base())
        painter.translate(area.center())
        painter.scale(scale, scale)
        painter.translate(-shown.width() / 2, -shown.height() / 2)
        # With what lies over the picture, but without the controls beside it.
        self._view.render(painter, QPoint(), QRegion(shown))

    @property
    def _picture(self) -> QWidget:
        if isinstance(self._view, SurfaceView) and self._view.canvas is not None:
            return self._view.canvas
        return self._view


@contextmanager
def _labelled(axis: Any, text: str) -> Iterator[None]:
    """Inside, an axis without a label has one."""
    if not text or axis.labelText:
        yield
        return
    axis.setLabel(text)
    try:
        yield
    finally:
        axis.setLabel("")


@contextmanager
def _laid_out(plot: Any, area: QRectF) -> Iterator[None]:
    """Inside, the plot is laid out in ``area`` and its symbols are painted as outlines.

    The window does not show it: nothing is repainted until control is back in its event loop.
    """
    contents = plot.centralWidget
    before = contents.geometry()
    contents.setGeometry(area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
    items = plot.scene().items()
    axes = [item for item in items if isinstance(item, pg.AxisItem)]
    texts = [Text(item) for item in items if isinstance(item, QGraphicsTextItem)]
    plotted = [item for item in items if hasattr(item, "setExportMode")]
    for item in plotted:
        item.setExportMode(True, {"antialias": True})
    for axis in axes:
        axis.picture = UnclippedAxis(axis)
    try:
        yield
    finally:
        for item in plotted:
            item.setExportMode(False)
        for text in texts:
            text.remove()
        contents.setGeometry(before)
        for axis in axes:
            axis.picture = None
