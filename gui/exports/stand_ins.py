"""What stands in for parts of a plot while it is painted into a file.

Two things make them necessary. Qt paints some parts by itself, past the ``FigurePainter``. And
WORKAROUND: ``QSvgGenerator`` (Qt 6.11) keeps a clip after ``QPainter.restore``, so whatever is
painted after an item that clips would be cut by that item's clip.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsTextItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

EVERYTHING = QRectF(-1e5, -1e5, 2e5, 2e5)


class AxisPicture:
    """In the place of the picture that a ``pyqtgraph.AxisItem`` plays: it paints anew."""

    def __init__(self, axis: Any) -> None:
        self._axis = axis

    def play(self, painter: QPainter) -> None:
        """Paint the axis; called by its ``paint``."""
        painter.setClipRect(EVERYTHING)
        font = self._axis.style["tickFont"]
        if font:
            painter.setFont(font)
        specs = self._axis.generateDrawSpecs(painter)
        if specs is not None:
            self._axis.drawPicture(painter, *specs)


class Text(QGraphicsItem):
    """A text item's text, painted without a clip; the item itself is made transparent."""

    def __init__(self, original: QGraphicsTextItem) -> None:
        super().__init__(original.parentItem())
        self._original = original
        self._opacity = original.opacity()
        self.setPos(original.pos())
        self.setRotation(original.rotation())
        self.setTransform(original.transform())
        self.setVisible(original.isVisible())
        original.setOpacity(0.0)

    def remove(self) -> None:
        """Give its place back to the item."""
        self._original.setOpacity(self._opacity)
        self.scene().removeItem(self)

    def boundingRect(self) -> QRectF:
        return self._original.boundingRect()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option, widget
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._original.defaultTextColor())
        self._original.document().documentLayout().draw(painter, context)
