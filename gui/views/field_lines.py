"""Short arrows along minus the gradient, all over the landscape."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.frames import DescentField
from gui.theme import LIGHT, Theme
from gui.views.colours import translucent

Array = np.ndarray[Any, np.dtype[Any]]

FILL = 0.72
"""Length of the longest arrow as a share of the room that each has."""
EVENNESS = 0.25
"""Power of the gradient's norm that lengths follow: small, since norms span decades."""
SHORTEST = 2.0
HEAD = 4.0
ALPHA = 190
Z_FIELD = -5


class FieldLines(QGraphicsItem):
    """Lies in a ``pyqtgraph.PlotWidget``, in pixels, so that arrows keep their shape."""

    def __init__(self, plot: Any) -> None:
        super().__init__()
        self._view_box: Any = plot.getViewBox()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        plot.addItem(self, ignoreBounds=True)
        self._theme = LIGHT
        self._field: DescentField | None = None
        self._lines: list[QLineF] = []
        self.setZValue(Z_FIELD)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setVisible(False)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_field(self, field: DescentField | None) -> None:
        """Show another field."""
        self._field = field
        self.place()

    def place(self) -> None:
        """Follow the view: its range and its size."""
        self.prepareGeometryChange()
        (left, _), (_, top) = self._view_box.viewRange()
        self.setPos(left, top)
        self._lines = []
        if self.isVisible() and self._field is not None and self._field.places.size:
            self._lines = _arrows(*self._in_pixels(self._field))
        self.update()

    @property
    def lines(self) -> list[QLineF]:
        """Shafts and both sides of the heads, in pixels of the plot: three lines an arrow."""
        return self._lines

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(), self._view_box.rect().size())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option, widget
        painter.setClipRect(self.boundingRect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(translucent(self._theme.foreground, ALPHA), 1))
        painter.drawLines(self._lines)

    def _in_pixels(self, field: DescentField) -> tuple[Array, Array]:
        """Middles and extents of the arrows that are in sight, each ``(2, n)``."""
        (left, right), (bottom, top) = self._view_box.viewRange()
        rect = self._view_box.rect()
        scale = np.array([rect.width() / (right - left), -rect.height() / (top - bottom)])[:, None]
        middles = (field.places - np.array([[left], [top]])) * scale
        seen = (middles > 0).all(0) & (middles[0] < rect.width()) & (middles[1] < rect.height())
        arrows = (field.directions * scale)[:, seen]
        norms = np.hypot(*arrows)
        room = FILL * np.abs(np.array(field.spacing) * scale[:, 0]).min()
        with np.errstate(divide="ignore", invalid="ignore"):
            units = np.nan_to_num(arrows / norms)
        lengths = room * (norms / (norms.max(initial=0.0) or 1.0)) ** EVENNESS
        return middles[:, seen], units * lengths


def _arrows(middles: Array, extents: Array) -> list[QLineF]:
    """Lines of arrows that are centred where they were measured."""
    lengths = np.hypot(*extents)
    kept = lengths >= SHORTEST
    middles, extents, lengths = middles[:, kept], extents[:, kept], lengths[kept]
    tails, tips = middles - extents / 2, middles + extents / 2
    back = extents / lengths * np.minimum(HEAD, lengths / 2)
    aside = 0.6 * np.stack([-back[1], back[0]])
    ends = np.concatenate(
        [
            np.concatenate([tails, tips]),
            np.concatenate([tips, tips - back + aside]),
            np.concatenate([tips, tips - back - aside]),
        ],
        axis=1,
    )
    return [QLineF(*line) for line in ends.T.tolist()]
