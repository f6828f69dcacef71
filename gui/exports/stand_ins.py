"""What stands in for parts of a plot while it is painted into a file.

Two things make them necessary. Qt paints some parts by itself, past the ``FigurePainter``. And
WORKAROUND: ``QSvgGenerator`` (Qt 6.11) keeps a clip after ``QPainter.restore``, so whatever is
painted after an item that clips would be cut by that item's clip.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsTextItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from gui.views.axes import AxisPicture

EVERYTHING = QRectF(-1e5, -1e5, 2e5, 2e5)


class UnclippedAxis(AxisPicture):
    """An axis, painted whatever clip there was."""

    def play(self, painter: QPainter) -> None:
        painter.setClipRect(EVERYTHING)
        super().play(painter)


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
