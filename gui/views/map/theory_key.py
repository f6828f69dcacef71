"""Says beneath a map what the lines over it mean."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import LIGHT, Theme
from gui.views.map.marks import BOUNDARY_PEN, HALO_PEN, RATE_PEN, TheoryLine
from simulation.maps.colours import RAMP

SAMPLE = 26.0
LEAST_SAMPLES = 3
"""Room that an entry takes at least, in widths of its sample."""
GAP, APART = 6.0, 16.0
BENEATH = RAMP[1]
"""Colour of a cell, for the samples to lie on."""


class TheoryKey(QWidget):
    """A sample of each kind of line and what it is; nothing where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_theory")
        self._theme = LIGHT
        self._entries: list[tuple[str, bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr(
                "<p>From theory, not from the runs: for a quadratic, each step multiplies the "
                "distance to the minimum by a known rate in the long run. Where the rate is 1, "
                "stability ends; below 1, smaller is faster.</p>"
            )
        )

    @property
    def text(self) -> str:
        """All that it says."""
        return "; ".join(text for text, _ in self._entries)

    def set_lines(self, lines: tuple[TheoryLine, ...]) -> None:
        """Explain these."""
        rates = sorted({each.rate for each in lines if not each.boundary})
        self._entries = []
        if any(each.boundary for each in lines):
            self._entries.append((self.tr("theory: stability ends"), True))
        if rates:
            pattern = self.tr("theory: equal rate, {rates}")
            text = ", ".join(f"{rate:g}" for rate in rates)
            self._entries.append((pattern.format(rates=text), False))
        self.setAccessibleName(self.text)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(painter.font())
        left, middle = 0.0, self.height() / 2
        for text, boundary in self._entries:
            if self.width() - left < LEAST_SAMPLES * SAMPLE:
                break  # a sample without a word says nothing; the tooltip has it all
            box = QRectF(left, middle - metrics.height() * 0.4, SAMPLE, metrics.height() * 0.8)
            painter.fillRect(box, QColor(*BENEATH))
            line = QLineF(box.left(), middle, box.right(), middle)
            for colour, width in (HALO_PEN, BOUNDARY_PEN) if boundary else (RATE_PEN,):
                painter.setPen(QPen(QColor(*colour), width))
                painter.drawLine(line)
            left = box.right() + GAP
            room = self.width() - left
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setPen(self._theme.muted)
            area = QRectF(left, 0, room, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(shown) + APART
