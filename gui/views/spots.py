"""Symbols at a few places of a plot, that move from frame to frame: balls, the cursor's dots."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui.views.filling import Filling
from gui.views.samples import symbol_path
from gui.views.still import VECTOR_ENGINES

Array = np.ndarray[Any, np.dtype[Any]]

FEW = 24
"""Spots around each of which the plot is painted anew; of more, all that lies between them."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a spot looks."""

    symbol: str
    """One of pyqtgraph's scatter symbols."""
    colour: str
    size: float
    """Pixels."""
    edge: str
    """Colour of the outline."""
    edge_width: float

    @property
    def half(self) -> int:
        """Pixels from the centre to the border of a picture of it."""
        return math.ceil((self.size + self.edge_width) / 2) + 1


class Spots(Filling):
    """Paints a spot as a picture of it, drawn once for each look.

    ``pyqtgraph.ScatterPlotItem``, made for thousands of spots that stay, takes several times
    as long for a few that move.
    """

    def __init__(self, plot: Any) -> None:
        self._places: list[tuple[float, float]] = []
        self._looks: Sequence[Look] = ()
        super().__init__(plot)

    @property
    def places(self) -> list[tuple[float, float]]:
        """Where they are, in coordinates of the plot."""
        return list(self._places)

    def show_spots(self, places: Sequence[tuple[float, float]], looks: Sequence[Look]) -> None:
        """Put a spot at each place, in coordinates of the plot."""
        if list(places) == self._places and list(looks) == list(self._looks):
            return
        moved = _areas(self._places, self._looks, self._pixel())
        self._places, self._looks = list(places), looks
        for area in (*moved, *_areas(self._places, looks, self._pixel())):
            self.update(area)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option, widget
        if not self._places:
            return
        as_paths = painter.paintEngine().type() in VECTOR_ENGINES
        ratio = painter.device().devicePixelRatioF()
        to_device = painter.worldTransform()
        seen = to_device.mapRect(self._rect)
        painter.resetTransform()
        for (x, y), look in zip(self._places, self._looks, strict=True):
            at = QPointF(to_device.m11() * x + to_device.dx(), to_device.m22() * y + to_device.dy())
            if not seen.contains(at):
                continue
            if as_paths:
                _draw(painter, look, at)
            else:
                painter.drawImage(at - QPointF(look.half, look.half), _picture(look, ratio))
        painter.setWorldTransform(to_device)

    def _pixel(self) -> tuple[float, float]:
        """Width and height of a pixel in coordinates of the plot."""
        size = self.getViewBox().size()
        return (
            self._rect.width() / max(size.width(), 1.0),
            self._rect.height() / max(size.height(), 1.0),
        )


def _areas(
    places: Sequence[tuple[float, float]], looks: Sequence[Look], pixel: tuple[float, float]
) -> list[QRectF]:
    """What spots cover, in coordinates of the plot: each of a few, or all of them together."""
    if not places:
        return []
    wide, high = (side * max(look.half for look in looks) for side in pixel)
    if len(places) > FEW:
        corners = QPointF(*np.min(places, 0).tolist()), QPointF(*np.max(places, 0).tolist())
        return [QRectF(*corners).adjusted(-wide, -high, wide, high)]
    return [QRectF(x - wide, y - high, 2 * wide, 2 * high) for x, y in places]


@lru_cache(maxsize=1024)
def _picture(look: Look, ratio: float) -> QImage:
    """A spot in the middle of a picture, for a screen of ``ratio`` device pixels a pixel."""
    side = math.ceil(2 * look.half * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _draw(painter, look, QPointF(look.half, look.half))
    painter.end()
    return image


def _draw(painter: QPainter, look: Look, at: QPointF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.edge), look.edge_width))
    painter.setBrush(QColor(look.colour))
    painter.drawPath(symbol_path(look.symbol, at, look.size))
