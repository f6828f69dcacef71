"""The colour bar of a map, and the colours that stand for words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import translated
from gui.theme import LIGHT, Theme
from gui.views.axes import log_ticks, power_text
from gui.views.map.painting import Words
from simulation.maps.colours import Colouring, ramp

WIDTH = 14
GAP = 8
LEAST_WIDTH = 100
LINES = 7
"""Least height, in lines of text."""
TITLE_LINES = 3
"""Most that the title takes."""
STEPS = 128
TICKS = 4


class ColourScale(QWidget):
    """Low at the bottom, high at the top, words beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._colouring: Colouring | None = None
        self._words: Words = ()
        self._title = ""
        colours = np.ascontiguousarray(ramp(np.linspace(1, 0, STEPS))[:, None])
        self._strip = QImage(colours.data, 1, STEPS, 3, QImage.Format.Format_RGB888).copy()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_scale(self, colouring: Colouring, words: Words) -> None:
        """Show this ramp and these words."""
        self._colouring, self._words = colouring, words
        metric = colouring.metric
        unit = f" ({translated(metric.unit)})" if metric.unit else ""
        self._title = translated(metric.title) + unit
        self.setToolTip(translated(metric.meaning))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, LINES * self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._colouring is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetricsF(painter.font()).height()
        painter.setPen(self._theme.foreground)
        wrapped = Qt.TextFlag.TextWordWrap
        room = QRectF(0, 0, self.width(), TITLE_LINES * line)
        title = painter.boundingRect(room, wrapped, self._title).height()
        painter.drawText(room, wrapped, self._title)
        below = self.height() - (line + 3) * len(self._words)
        if self._colouring.metric.kind == "category":
            below = title + GAP
        else:
            top = title + 0.6 * line
            self._paint_ramp(painter, QRectF(1, top, WIDTH, below - 0.6 * line - top), line)
        for place, (word, colour) in enumerate(self._words):
            top = below + place * (line + 3)
            painter.setPen(QPen(QColor(self._theme.muted), 1))
            painter.setBrush(QColor(*colour))
            painter.drawRect(QRectF(1, top + 2, WIDTH, line - 4))
            painter.setPen(self._theme.foreground)
            room = QRectF(WIDTH + GAP, top, self.width(), line)
            shown = QFontMetricsF(painter.font()).elidedText(
                translated(word), Qt.TextElideMode.ElideRight, self.width() - WIDTH - GAP
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_ramp(self, painter: QPainter, box: QRectF, line: float) -> None:
        colouring = self._colouring
        if colouring is None or not np.isfinite(colouring.low) or box.height() < 2 * line:
            return
        painter.drawImage(box, self._strip)
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.setPen(self._theme.foreground)
        most = max(2, min(TICKS, int(box.height() / (1.6 * line))))
        for value, text in _ticks(colouring, most):
            y = box.bottom() - float(colouring.shares(np.array(value))) * box.height()
            room = QRectF(box.right() + GAP, y - line / 2, self.width(), line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


def _ticks(colouring: Colouring, most: int) -> list[tuple[float, str]]:
    """Values and their texts, at most so many."""
    low, high = colouring.low, colouring.high
    if not high > low:
        return [(low, f"{low:.4g}")]
    if colouring.logarithmic:
        return [(10**t, power_text(t)) for t in log_ticks(np.log10(low), np.log10(high), most)]
    return [(value, f"{value:.3g}") for value in np.linspace(low, high, most).tolist()]
