"""The ring around the start, which the mouse can drag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.theme import LIGHT, Theme
from gui.views.colours import translucent

RADIUS = 10.0
REACH = 14.0
"""How near the mouse must be to take hold, pixels."""


class StartMarker(QGraphicsItem):
    """Lies over a ``pyqtgraph.ViewBox``, in its pixels.

    Parameters
    ----------
    view_box
        The parent.
    moved
        Called with the point, in pixels, that the mouse drags the marker to.
    dropped
        Called when it lets go.
    """

    def __init__(
        self, view_box: Any, moved: Callable[[QPointF], None], dropped: Callable[[], None]
    ) -> None:
        super().__init__(view_box)
        self._moved = moved
        self._dropped = dropped
        self._theme = LIGHT
        self._hovered = False
        self._grip = QPointF()
        self.setZValue(900)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-REACH, -REACH, 2 * REACH, 2 * REACH)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addEllipse(self.boundingRect())
        return path

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(translucent(self._theme.foreground, 50 if self._hovered else 0))
        for colour, width in ((self._theme.marker_edge, 4.5), (self._theme.foreground, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(QPointF(), RADIUS, RADIUS)

    def mouseDragEvent(self, event: Any) -> None:
        """Follow the mouse; called by pyqtgraph's scene."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        if event.isStart():
            self._grip = event.buttonDownPos()
        self._moved(self.mapToParent(event.pos() - self._grip))
        if event.isFinish():
            self._dropped()

    def hoverEvent(self, event: Any) -> None:
        """Light up under the mouse; called by pyqtgraph's scene."""
        hovered = not event.isExit() and event.acceptDrags(Qt.MouseButton.LeftButton)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()
