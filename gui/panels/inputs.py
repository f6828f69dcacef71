"""Inputs for scrolling panels: the wheel scrolls until they have focus, outlines always show."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from gui.outlines import draw_outline, line_colour, mixed
from gui.tips import tip

OWN_AIR = 2
"""Pixels that a QLineEdit leaves at either side of its text."""


class ToolButton(QToolButton):
    """A flat button with an icon; its tooltip says what it does, and by which keys."""

    ICON_SHARE = 1.15
    """Size of the icon in heights of a line of text."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self._fit_icon()
        self.setObjectName(name)
        self.set_text(text)
        self.setAutoRaise(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_icon()

    def _fit_icon(self) -> None:
        side = round(self.ICON_SHARE * self.fontMetrics().height())
        self.setIconSize(QSize(side, side))

    def set_text(self, text: str) -> None:
        """Say what it does."""
        self.setAccessibleName(text)
        self.setToolTip(tip(f"{text} ({self._keys})" if self._keys else text))

    def set_keys(self, keys: QKeySequence) -> None:
        """Say which shortcut does the same."""
        self._keys = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.set_text(self.accessibleName())


class LargeToolButton(ToolButton):
    """One that stands in a bar of its like."""

    ICON_SHARE = 1.4


class LineEdit(QLineEdit):
    """A line edit whose outline shows on every palette, and can be made to stand out.

    Where its text is longer than it is, dots say so until it is edited.
    """

    AIR = 3
    """Pixels between the outline and the text, beside Qt's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextMargins(self.AIR, 0, self.AIR, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.text_room()
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
        else:
            self._paint_elided(room)
        pen = self.outline()
        if pen is not None:
            draw_outline(self, QRectF(self.rect()), pen)

    def outline(self) -> QPen | None:
        """Pen of the outline; ``None`` leaves it to the style."""
        return None if self.hasFocus() else QPen(line_colour(self.palette()))

    def text_room(self) -> QRect:
        """Where the text is painted."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        inside = self.style().subElementRect(part, option, self)
        sides = OWN_AIR + self.AIR
        taken = inside.height() if self.isClearButtonEnabled() and self.text() else 0
        return inside.adjusted(sides, 0, -sides - taken, 0)

    def _paint_elided(self, room: QRect) -> None:
        painter = QPainter(self)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        frame = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(frame, option, painter, self)
        right = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self.text(), right, room.width())
        painter.setPen(self.palette().text().color())
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), text)


class ComboBox(QComboBox):
    """A combo box that never dictates the width of its panel; a long text is elided."""

    AIR = 4
    """Pixels beside the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def sizeHint(self) -> QSize:
        """Room for the whole text: Qt's own is a little less."""
        return super().sizeHint() + QSize(self.AIR, 0)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802
        super().initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width() - self.AIR
        text, right = option.currentText, Qt.TextElideMode.ElideRight
        elided = self.fontMetrics().elidedText(text, right, room)
        option.currentText = elided

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Slider(QSlider):
    """A horizontal slider on which a click jumps, painted alike on every platform.

    The share left of the handle is filled with the accent, the palette's unless one is set.
    """

    GROOVE = 4.0
    RADIUS = 7.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(20)
        self.setMinimumWidth(60)
        self._accent: QColor | None = None
        self._grip = 0.0

    def set_accent(self, colour: QColor) -> None:
        """Fill the groove with ``colour``."""
        self._accent = colour
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        # Inside the handle, keep hold of the point that was grabbed; outside, jump.
        off_centre = event.position().x() - self._x_of(self.value())
        self._grip = off_centre if abs(off_centre) <= self.RADIUS else 0.0
        self.setSliderDown(True)
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._value_at(event.position().x() - self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        handle = QPointF(self._x_of(self.sliderPosition()), self.height() / 2)
        self._paint_groove(painter, self.width() - self.RADIUS, line_colour(self.palette()))
        self.paint_between(painter)
        accent = self._accent or self.palette().highlight().color()
        if not self.isEnabled():
            accent = mixed(accent, self.palette().window().color(), 0.65)
        self._paint_groove(painter, handle.x(), accent)
        if self.hasFocus():
            halo = QColor(accent)
            halo.setAlphaF(0.3)
            painter.setBrush(halo)
            painter.drawEllipse(handle, self.RADIUS + 3, self.RADIUS + 3)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(self.palette().base())
        painter.drawEllipse(handle, self.RADIUS - 1, self.RADIUS - 1)

    def paint_between(self, painter: QPainter) -> None:
        """Paint what lies over the groove and under the filled share."""

    def _paint_groove(self, painter: QPainter, right: float, colour: QColor) -> None:
        top = (self.height() - self.GROOVE) / 2
        groove = QRectF(self.RADIUS, top, right - self.RADIUS, self.GROOVE)
        painter.setBrush(colour)
        painter.drawRoundedRect(groove, self.GROOVE / 2, self.GROOVE / 2)

    def _x_of(self, value: int) -> float:
        span = max(1, self.maximum() - self.minimum())
        share = (value - self.minimum()) / span
        return self.RADIUS + share * (self.width() - 2 * self.RADIUS)

    def _value_at(self, x: float) -> int:
        room = max(1.0, self.width() - 2 * self.RADIUS)
        share = min(1.0, max(0.0, (x - self.RADIUS) / room))
        return self.minimum() + round(share * (self.maximum() - self.minimum()))


def chain_tabs(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through ``widgets``, all of one window, in their order.

    Qt's own order is that of creation, which is wrong once a part of a form was rebuilt.
    """
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)
