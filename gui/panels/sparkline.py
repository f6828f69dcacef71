"""A curve the size of a word: how a value goes over the steps."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.outlines import line_colour
from gui.panels.tones import card_colour

HEIGHT = 44
PADDING = 4.0

Array = np.ndarray[Any, np.dtype[Any]]


class Sparkline(QWidget):
    """Draws values as stairs, from 0 or below up to the largest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._values: Array = np.zeros(1)
        self._accent: QColor | None = None

    @property
    def values(self) -> Array:
        """The values drawn, ``(n,)``."""
        return self._values

    def set_values(self, values: Array) -> None:
        """Draw ``values``, ``(n,)`` with n ≥ 1, evenly spaced from left to right."""
        self._values = values
        self.update()

    def set_accent(self, colour: QColor) -> None:
        """Draw in ``colour``."""
        self._accent = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line_colour(self.palette())))
        painter.setBrush(card_colour(self.palette()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if self.isEnabled() and np.isfinite(self._values).all():
            colour = self._accent or self.palette().highlight().color()
            painter.setPen(QPen(colour, 1.6))
            painter.drawPolyline(self._stairs())

    def _stairs(self) -> QPolygonF:
        """The curve in the widget's coordinates; each value holds until the next one."""
        width, height = self.width() - 2 * PADDING, self.height() - 2 * PADDING
        low, high = min(0.0, self._values.min()), max(0.0, self._values.max())
        span = high - low or 1.0
        count = len(self._values)
        points = QPolygonF()
        for place, value in enumerate(self._values.tolist()):
            y = PADDING + height * (1 - (value - low) / span)
            points.append(QPointF(PADDING + width * place / count, y))
            points.append(QPointF(PADDING + width * (place + 1) / count, y))
        return points
