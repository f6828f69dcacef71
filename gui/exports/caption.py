"""The line above a frame of an animation: what is shown, and at which step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from gui.exports.canvas import Canvas

MARGIN = 14.0
"""At both ends of the line, logical pixels."""
AIR = 6.0
"""Above and below its words."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A title at the left and a step at the right."""

    title: str
    step: int
    last: int
    """The largest step of all frames, for which there is room: nothing moves but digits."""


def captioned_image(view: QWidget, size: QSize, ratio: float, caption: Caption) -> QImage:
    """Return a picture of a view below its caption, ``ratio`` pixels to a logical one."""
    font, bold = QFont(view.font()), QFont(view.font())
    bold.setBold(True)
    height = QFontMetricsF(bold).height() + 2 * AIR
    canvas = Canvas(view)
    picture = canvas.image(size - QSize(0, round(height * ratio)), ratio)
    image = QImage(size, picture.format())
    image.setDevicePixelRatio(ratio)
    image.setDotsPerMeterX(picture.dotsPerMeterX())
    image.setDotsPerMeterY(picture.dotsPerMeterY())
    image.fill(canvas.background)
    painter = QPainter(image)
    painter.drawImage(QPointF(0, height), picture)
    line = QRectF(0, 0, size.width() / ratio, height).adjusted(MARGIN, 0, -MARGIN, 0)
    painter.setPen(view.palette().color(QPalette.ColorRole.Text))
    painter.setFont(font)
    step = QRectF(line)
    step.setLeft(line.right() - QFontMetricsF(font).horizontalAdvance(_words(caption.last)) - 1)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(step, Qt.AlignmentFlag.AlignLeft | middle, _words(caption.step))
    line.setRight(step.left() - MARGIN)
    painter.setFont(bold)
    elide = Qt.TextElideMode.ElideRight
    title = QFontMetricsF(bold).elidedText(caption.title, elide, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, title)
    painter.end()
    return image


def _words(step: int) -> str:
    return QCoreApplication.translate("Caption", "step {step}").format(step=f"{step:,}")
