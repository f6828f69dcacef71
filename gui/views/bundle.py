"""Many lines as one item of a plot: each of its own would cost more than to paint it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui.views.clipping import covered
from gui.views.filling import Filling
from gui.views.still import Still

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line in the coordinates of a plot; nan where it is interrupted."""

    x: Array
    y: Array
    pen: QPen
    """Its width counts in pixels."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled area in the coordinates of a plot."""

    outline: QPainterPath
    brush: QBrush


class Bundle(Filling):
    """Paints patches, and lines over them, in a ``pyqtgraph.PlotWidget``.

    Parameters
    ----------
    plot
        What it lies in.
    still
        Whether a picture is kept of it: worth it for what stays for several frames.
    """

    def __init__(self, plot: Any, *, still: bool) -> None:
        self._still = Still() if still else None
        self.strokes: Sequence[Stroke] = ()
        self.patches: Sequence[Patch] = ()
        super().__init__(plot)

    def show_lines(self, strokes: Sequence[Stroke], patches: Sequence[Patch] = ()) -> None:
        """Paint these, in place of what was painted before."""
        before = self.strokes
        self.strokes, self.patches = strokes, patches
        if self._still is not None:
            self._still.forget()
            self.update()
        else:  # the rest of the plot need not be painted again
            size = self.getViewBox().size()
            for changed in (before, strokes):
                area = covered([(line.x, line.y) for line in changed], self._rect, size)
                if not area.isEmpty():
                    self.update(area)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option
        if not self.strokes and not self.patches:
            return
        if self._still is None:
            self._draw(painter)
        else:
            self._still.show(painter, self._rect, widget, self._draw)

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for patch in self.patches:
            painter.fillPath(patch.outline, patch.brush)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self.strokes:
            painter.setPen(stroke.pen)
            painter.drawPath(pg.arrayToQPath(stroke.x, stroke.y, connect="finite"))
