"""A button in the colour of a run."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget


class Swatch(QPushButton):
    """A small round button in the colour of a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(22, 22))
        self._colour = QColor()

    @property
    def colour(self) -> QColor:
        """The colour shown."""
        return self._colour

    def set_colour(self, colour: QColor) -> None:
        """Show ``colour``."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(self._colour, 1.5))
            painter.drawEllipse(QRectF(1, 1, 20, 20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(QRectF(4, 4, 14, 14))
