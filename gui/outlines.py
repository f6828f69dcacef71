"""Outlines that show on every palette.

Fusion outlines fields and boxes in a shade darker than the window, which vanishes on dark ones.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget


class CheckBox(QCheckBox):
    """A check box whose box shows on every palette."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(part, option, self)
        draw_outline(self, QRectF(box), QPen(line_colour(self.palette())))


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return ``first`` with ``share``, 0 to 1, of ``second`` in it."""
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + share * (b - a)) for a, b in parts))


def line_colour(palette: QPalette) -> QColor:
    """Colour of thin outlines and of the grooves of sliders."""
    return mixed(palette.window().color(), palette.windowText().color(), 0.22)


def draw_outline(widget: QWidget, box: QRectF, pen: QPen) -> None:
    """Draw a rounded outline just inside ``box``, while ``widget`` is being painted."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    inset = pen.widthF() / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 2.5, 2.5)
