"""A picture kept of what an item would paint alike in frame after frame."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QTransform
from PySide6.QtWidgets import QWidget

PIXELS = QImage.Format.Format_ARGB32_Premultiplied
VECTOR_ENGINES = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture)


class Still:
    """Paints what changes seldom; in between, it shows the picture that it took of that.

    Qt's own cache of an item (``setCacheMode``) asks that an item announces every change of its
    bounds, which those of pyqtgraph do not.
    """

    def __init__(self) -> None:
        self._image = QImage()
        self._key: object = None

    def forget(self) -> None:
        """Paint anew next time: it looks different now."""
        self._key = None

    def show(
        self,
        painter: QPainter,
        rect: QRectF,
        widget: QWidget | None,
        paint: Callable[[QPainter], object],
    ) -> None:
        """Show what ``paint`` paints within ``rect``, in the coordinates of ``painter``.

        The picture is for the screen: where there is no widget, as in a figure, it is painted.
        """
        if widget is None or painter.paintEngine().type() in VECTOR_ENGINES:
            paint(painter)
            return
        to_device = painter.worldTransform()
        area = to_device.mapRect(rect)
        corner = QPointF(area.toAlignedRect().topLeft())
        to_image = to_device * QTransform.fromTranslate(-corner.x(), -corner.y())
        size = area.toAlignedRect().size()
        if size.isEmpty():  # a plot without room
            return
        if size.width() > 2 * widget.width() or size.height() > 2 * widget.height():
            paint(painter)  # the picture would be of what is out of sight
            return
        ratio = painter.device().devicePixelRatioF()
        key = (to_image, size, ratio, painter.font())
        if key != self._key:
            self._key = key
            self._image = _picture(painter, to_image, size, paint)
        painter.resetTransform()
        painter.drawImage(corner, self._image)
        painter.setWorldTransform(to_device)


def _picture(
    like: QPainter, to_image: QTransform, size: QSize, paint: Callable[[QPainter], object]
) -> QImage:
    """What ``paint`` paints, with the settings of the painter ``like``."""
    ratio = like.device().devicePixelRatioF()
    image = QImage(size * ratio, PIXELS)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.setRenderHints(like.renderHints())
        painter.setFont(like.font())
        painter.setPen(like.pen())
        painter.setWorldTransform(to_image)
        paint(painter)
    finally:
        painter.end()  # a picture that is gone while it is painted on brings the program down
    return image
