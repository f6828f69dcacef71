"""How a line of the gallery looks: a heading, or a title over its summary."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.panels.tones import Tone, mixed, tone_colour

SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 2
"""One line that describes a preset; headings have none."""

PADDING = 8
GAP = 2
ABOVE_HEADING = 8

Index = QModelIndex | QPersistentModelIndex


class GalleryDelegate(QStyledItemDelegate):
    """Paints two lines, each elided at the right edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        if index.data(SUMMARY_ROLE) is None:
            return QSize(0, ABOVE_HEADING + line + GAP + 2)
        return QSize(0, 2 * line + GAP + 2 * PADDING - 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        palette = QPalette(option.palette)
        # Headings cannot be chosen, but they are there to be read.
        palette.setCurrentColorGroup(QPalette.ColorGroup.Active)
        quiet = tone_colour(palette, Tone.QUIET)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        title, summary = str(index.data()), index.data(SUMMARY_ROLE)
        if summary is None:
            inner.setTop(rect.top() + ABOVE_HEADING)
            _write(painter, inner, title, bold, quiet)
        else:
            self._paint_ground(painter, option)
            inner.adjust(0, PADDING - 2, 0, 0)
            _write(painter, inner, title, bold, palette.windowText().color())
            inner.setTop(inner.top() + option.fontMetrics.height() + GAP)
            _write(painter, inner, summary, option.font, quiet)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette: QPalette = option.palette
        ground, accent = palette.window().color(), palette.highlight().color()
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(mixed(ground, accent, 0.28))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(mixed(ground, palette.windowText().color(), 0.07))
        else:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 5, 5)


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, elided)
