"""What is written over the scene: axes, marks, the legend, and what the scene leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.colours import translucent
from gui.views.surface.box_axes import Axis, box_axes
from gui.views.surface.camera import Camera
from gui.views.surface.heights import HeightScale
from gui.views.surface.rolling import LeftOut
from gui.views.surface.scene import Ground

Array = np.ndarray[Any, np.dtype[Any]]

INSET = 10.0
PADDING = 8.0
PLATE_ALPHA = 216
HIDDEN_OPACITY = 0.35
"""Of marks behind a hill."""
MOST_ENTRIES = 12
MOST_NOTES = 6
CHIP = 9.0
TICK = 5.0
LABEL_GAP = 9.0
NAME_GAP = 30.0
CROSS = 5.0
LABEL_OFFSET = QPointF(14.0, -8.0)
"""Of the text at a minimum: beside a ball that lies there."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence in the colour of a run."""

    colour: str
    text: str


class Annotations(QWidget):
    """Lies over a canvas and lets the mouse through; painted only when something changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._theme = LIGHT
        self._ground: Ground | None = None
        self._camera = Camera(0, 30, 4)
        self._styles: Sequence[RunStyle] = ()
        self._notes: tuple[Note, ...] = ()
        self._caption = ""
        self._start: Array | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_ground(self, ground: Ground) -> None:
        """Describe another surface."""
        self._ground, self._caption = ground, self._describe(ground.box.scale)
        self.update()

    def set_camera(self, camera: Camera) -> None:
        if camera != self._camera:
            self._camera = camera
            self.update()

    def set_runs(self, styles: Sequence[RunStyle]) -> None:
        """List the visible ones in the legend."""
        self._styles = styles
        self.update()

    def set_start(self, point: Array | None) -> None:
        """Mark the start at a point of the scene, ``(3,)``, or nowhere."""
        self._start = point
        self.update()

    def set_left_out(self, balls: Sequence[LeftOut]) -> None:
        """Say which balls the scene has no place for, and why."""
        notes = tuple(self._note(ball) for ball in balls[:MOST_NOTES])
        if len(balls) > len(notes):
            more = self.tr("and {count} more").format(count=len(balls) - len(notes))
            notes = (*notes, Note("", more))
        if notes != self._notes:
            self._notes = notes
            self.update()

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is said to be left out."""
        return self._notes

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._ground is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(painter.font())
        for axis in box_axes(self._ground, self._camera, self._extent):
            self._paint_axis(painter, metrics, axis)
        self._paint_marks(painter, self._ground)
        legend = [Note(style.colour, style.label) for style in self._styles if style.visible]
        more = len(legend) - MOST_ENTRIES
        if more > 0:
            legend = [*legend[:MOST_ENTRIES], Note("", f"+ {more}")]
        self._paint_plate(painter, metrics, legend, right=True)
        self._paint_plate(painter, metrics, list(self._notes), right=False)
        painter.setPen(QColor(self._theme.muted))
        bounds = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET / 2)
        bottom_left = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(bounds, bottom_left, self._caption)

    @property
    def _extent(self) -> tuple[float, float]:
        return float(self.width()), float(self.height())

    def _describe(self, scale: HeightScale) -> str:
        """What heights are."""
        if scale.softening is None:
            return self.tr("Height is f")
        sign, low = ("+" if scale.low < 0 else "−"), f"{abs(scale.low):.3g}"
        above = "f" if scale.low == 0 else f"(f {sign} {low})"
        return self.tr("Height is log(1 + {above} / {softening})").format(
            above=above, softening=f"{scale.softening:.2g}"
        )

    def _note(self, ball: LeftOut) -> Note:
        style = self._styles[ball.run]
        if ball.diverged_at is not None:
            where = self.tr("diverged at step {step}").format(step=ball.diverged_at)
        else:
            assert self._ground is not None
            labels = self._ground.landscape.plane.labels
            name = "f" if ball.axis == 2 else labels[ball.axis].partition(" (")[0]
            where = f"{name} = {ball.value:.3g}".replace("-", "−")
        return Note(style.colour, f"{style.label}: {where}" if style.label else where)

    def _paint_axis(self, painter: QPainter, metrics: QFontMetricsF, axis: Axis) -> None:
        outward = QPointF(*axis.outward)
        painter.setPen(QPen(QColor(self._theme.muted), 1.0))
        painter.drawLine(QPointF(*axis.ends[0]), QPointF(*axis.ends[1]))
        for at, text in axis.ticks:
            place = QPointF(*at)
            painter.setPen(QPen(QColor(self._theme.muted), 1.0))
            painter.drawLine(place, place + outward * TICK)
            self._write(painter, metrics, place, outward, text, LABEL_GAP)
        painter.setPen(QColor(self._theme.foreground))
        self._write(painter, metrics, QPointF(*axis.name_at), outward, axis.name, NAME_GAP)

    def _write(
        self,
        painter: QPainter,
        metrics: QFontMetricsF,
        place: QPointF,
        outward: QPointF,
        text: str,
        gap: float,
    ) -> None:
        """Write ``text`` beside ``place``, if seen, with its near side ``gap`` pixels outward."""
        if not QRectF(self.rect()).contains(place):
            return
        wide, high = metrics.horizontalAdvance(text) + 2, metrics.height()
        # As far as a box of this size reaches toward the place.
        reach = abs(outward.x()) * wide / 2 + abs(outward.y()) * high / 2
        centre = place + outward * (gap + reach)
        rect = QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)
        rect.moveLeft(min(max(rect.left(), 4.0), max(4.0, self.width() - wide - 4)))
        rect.moveTop(min(max(rect.top(), 2.0), max(2.0, self.height() - high - 2)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_marks(self, painter: QPainter, ground: Ground) -> None:
        """A cross and the value at each minimum, a ring at the start."""
        if len(ground.minima):
            pixels, hidden = self._locate(ground, ground.minima)
            for at, behind, value in zip(pixels, hidden, ground.minima_values, strict=True):
                painter.setOpacity(HIDDEN_OPACITY if behind else 1.0)
                painter.setPen(QPen(QColor(self._theme.foreground), 1.6))
                painter.drawLine(at - QPointF(CROSS, 0), at + QPointF(CROSS, 0))
                painter.drawLine(at - QPointF(0, CROSS), at + QPointF(0, CROSS))
                text = f"f* = {value:.4g}".replace("-", "−")
                painter.drawText(at + LABEL_OFFSET, text)
        if self._start is not None:
            (at,), (behind,) = self._locate(ground, self._start[None])
            painter.setOpacity(HIDDEN_OPACITY if behind else 1.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.foreground), 1.6))
            painter.drawEllipse(at, CROSS, CROSS)
        painter.setOpacity(1.0)

    def _locate(self, ground: Ground, points: Array) -> tuple[list[QPointF], list[bool]]:
        """Pixels of points ``(n, 3)`` and whether the surface hides them."""
        pixels, _ = self._camera.project(points, self._extent)
        hidden = ground.field.hides(self._camera.eye, points)
        return [QPointF(*at) for at in pixels.tolist()], hidden.tolist()

    def _paint_plate(
        self, painter: QPainter, metrics: QFontMetricsF, lines: list[Note], *, right: bool
    ) -> None:
        """A list with chips of colour in a corner at the top."""
        if not lines:
            return
        most = (0.6 if len(self._notes) == 0 else 0.45) * self.width()
        elide = Qt.TextElideMode.ElideRight
        texts = [metrics.elidedText(line.text, elide, most) for line in lines]
        high = metrics.height() + 3
        wide = max(map(metrics.horizontalAdvance, texts)) + CHIP + 3 * PADDING
        left = self.width() - INSET - wide if right else INSET
        plate = QRectF(left, INSET, wide, high * len(lines) + PADDING)
        painter.setPen(QPen(translucent(self._theme.grid, PLATE_ALPHA), 1))
        painter.setBrush(translucent(self._theme.background, PLATE_ALPHA))
        painter.drawRoundedRect(plate, 5, 5)
        for index, (line, text) in enumerate(zip(lines, texts, strict=True)):
            middle = plate.top() + PADDING / 2 + high * (index + 0.5)
            if line.colour:
                painter.setPen(QPen(QColor(self._theme.marker_edge), 1))
                painter.setBrush(QColor(line.colour))
                chip = QPointF(left + PADDING + CHIP / 2, middle)
                painter.drawEllipse(chip, CHIP / 2, CHIP / 2)
            painter.setPen(QColor(self._theme.foreground))
            box = QRectF(left + CHIP + 2 * PADDING, middle - high / 2, wide, high)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, align, text)
