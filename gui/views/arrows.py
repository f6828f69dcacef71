"""Arrows and rings at the balls, in pixels: where each came from, is pulled to and goes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.paths import PlanePath

Array = np.ndarray[Any, np.dtype[Any]]

LONGEST = 70.0
SHORTEST = 4.0
"""Arrows of fewer pixels are not drawn: their direction could not be seen."""
HEAD = 9.0
CLEARANCE = 9.0
"""From the centre of a ball to the tails of its arrows."""
RING = 8.0


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a ball into a direction."""

    tail: tuple[float, float]
    """Pixels of the plot, down along the second axis."""
    along: tuple[float, float]
    """Pixels."""
    colour: str
    dashed: bool


class Arrows(QGraphicsItem):
    """Lies over a ``pyqtgraph.ViewBox``, in its pixels; the mouse goes through it.

    A full arrow in the colour of its run is the last displacement, x_t − x_{t−1}, as long
    as it is on the screen up to ``LONGEST``. A dashed one is minus the gradient; its length
    is the root of the gradient's share of that at the start, so that it is seen to shrink.
    A ring is the next recorded position.
    """

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self._view_box = view_box
        self._theme = LIGHT
        self.arrows: tuple[Arrow, ...] = ()
        self.rings: tuple[tuple[tuple[float, float], str], ...] = ()
        """Centres in pixels of the plot, and colours."""
        self.setZValue(800)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_step(
        self,
        paths: Sequence[PlanePath],
        styles: Sequence[RunStyle],
        rows: dict[int, int],
        *,
        arrows: bool,
        ghosts: bool,
    ) -> None:
        """Draw what belongs to the balls that are shown.

        Parameters
        ----------
        paths, styles
            Of all runs.
        rows
            Row at which each ball is shown, by run.
        arrows, ghosts
            Which kinds to draw.
        """
        had = self.arrows or self.rings
        scale = self._pixels()
        drawn: list[Arrow] = []
        if arrows:
            steepest = max((_norm(scale * paths[run].descent(0)) for run in rows), default=0.0)
            for run, row in rows.items():
                path, colour = paths[run], styles[run].colour
                tail = self._at(path.points[:, row])
                pull = _pull(scale * path.descent(row), steepest)
                drawn += _arrow(tail, pull, colour, dashed=True)
                if row:
                    moved = _capped(scale * (path.points[:, row] - path.points[:, row - 1]))
                    drawn += _arrow(tail, moved, colour, dashed=False)
        self.arrows = tuple(drawn)
        following = {run: row + 1 for run, row in rows.items()} if ghosts else {}
        self.rings = tuple(
            (self._at(paths[run].points[:, row]), styles[run].colour)
            for run, row in following.items()
            if row < paths[run].points.shape[1]
        )
        if had or self.arrows or self.rings:
            self.update()

    def resized(self) -> None:
        """Follow the plot's size."""
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        rect: QRectF = self._view_box.rect()
        return rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.boundingRect())
        casing = QColor(self._theme.marker_edge)
        for centre, colour in self.rings:
            for pen in (QPen(casing, 4.0), QPen(QColor(colour), 1.8, Qt.PenStyle.DotLine)):
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(*centre), RING, RING)
        for arrow in self.arrows:
            self._paint_arrow(painter, arrow, casing)

    def _paint_arrow(self, painter: QPainter, arrow: Arrow, casing: QColor) -> None:
        shaft, head = _outlines(arrow)
        colour = QColor(arrow.colour)
        painter.strokePath(shaft, QPen(casing, 5.0))
        painter.strokePath(head, QPen(casing, 3.0))
        pen = QPen(colour, 2.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if arrow.dashed:
            pen.setDashPattern([2.2, 1.2])
        painter.strokePath(shaft, pen)
        if arrow.dashed:
            painter.fillPath(head, casing)
            painter.strokePath(head, QPen(colour, 1.6))
        else:
            painter.fillPath(head, colour)

    def _pixels(self) -> Array:
        """Pixels per unit along both axes, the second downward."""
        (left, right), (bottom, top) = self._view_box.viewRange()
        rect = self._view_box.rect()
        return np.array([rect.width() / (right - left), -rect.height() / (top - bottom)])

    def _at(self, point: Array) -> tuple[float, float]:
        pixel = self._view_box.mapFromView(QPointF(*point))
        return pixel.x(), pixel.y()


def _norm(vector: Array) -> float:
    length = float(np.hypot(*vector))
    return length if np.isfinite(length) else 0.0


def _pull(descent: Array, steepest: float) -> Array:
    """Minus the gradient as an arrow, ``steepest`` being as long as any."""
    length = _norm(descent)
    if not length or not steepest:
        return np.zeros(2)
    pull: Array = descent / length * LONGEST * min(np.sqrt(length / steepest), 1.0)
    return pull


def _capped(vector: Array) -> Array:
    length = _norm(vector)
    return vector * min(1.0, LONGEST / length) if length else np.zeros(2)


def _arrow(
    tail: tuple[float, float], along: Array, colour: str, *, dashed: bool
) -> tuple[Arrow, ...]:
    x, y = along.tolist()
    return (Arrow(tail, (x, y), colour, dashed),) if np.hypot(x, y) >= SHORTEST else ()


def _outlines(arrow: Arrow) -> tuple[QPainterPath, QPainterPath]:
    """Shaft and head of an arrow."""
    along = QPointF(*arrow.along)
    length = float(np.hypot(*arrow.along))
    unit = along / length
    tail = QPointF(*arrow.tail) + unit * CLEARANCE
    aside = QPointF(-unit.y(), unit.x())
    size = min(HEAD, 0.8 * length)
    tip = tail + along
    neck = tip - unit * size
    shaft, head = QPainterPath(tail), QPainterPath(tip)
    shaft.lineTo(neck)
    head.lineTo(neck + aside * 0.45 * size)
    head.lineTo(neck - aside * 0.45 * size)
    head.closeSubpath()
    return shaft, head
