"""How a line of the gallery looks: a heading, or a title over its summary."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.outlines import mixed
from gui.panels.tones import Tone, tone_colour

SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 2
"""What describes a preset; headings have none."""

PADDING = 8
GAP = 2
ABOVE_HEADING = 8
ENDLESS = 10_000
"""Pixels: higher than any text."""

Index = QModelIndex | QPersistentModelIndex
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def wrap_items(view: QListView) -> None:
    """Show the items of ``view`` by a :class:`GalleryDelegate`, as wide as the view is."""
    view.setItemDelegate(GalleryDelegate(view))
    view.setWordWrap(True)  # another width makes it ask the items for their heights again
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)


class GalleryDelegate(QStyledItemDelegate):
    """Paints a title and its summary, both whole, in as many lines as they take."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        assert isinstance(view, QListView)
        width = view.viewport().width() - 2 * PADDING
        title = _height(str(index.data()), _bold(option), width)
        summary = index.data(SUMMARY_ROLE)
        if summary is None:
            return QSize(0, ABOVE_HEADING + title + GAP + 2)
        return QSize(0, title + GAP + _height(summary, option.font, width) + 2 * PADDING - 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        palette = QPalette(option.palette)
        # Headings cannot be chosen, but they are there to be read.
        palette.setCurrentColorGroup(QPalette.ColorGroup.Active)
        quiet, plain = tone_colour(palette, Tone.QUIET), palette.windowText().color()
        title, summary = str(index.data()), index.data(SUMMARY_ROLE)
        if summary is None:
            inner.setTop(rect.top() + ABOVE_HEADING)
            _write(painter, inner, title, _bold(option), quiet)
        else:
            tinted = self._paint_ground(painter, option)
            inner.adjust(0, PADDING - 2, 0, 0)
            _write(painter, inner, title, _bold(option), plain)
            inner.setTop(inner.top() + _height(title, _bold(option), inner.width()) + GAP)
            _write(painter, inner, summary, option.font, plain if tinted else quiet)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        """Tint the line where it is chosen or pointed at, and say whether it is."""
        palette: QPalette = option.palette
        ground, accent = palette.window().color(), palette.highlight().color()
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(mixed(ground, accent, 0.28))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(mixed(ground, palette.windowText().color(), 0.07))
        else:
            return False
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 5, 5)
        return True


def _bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _height(text: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(width, 1), ENDLESS)
    return QFontMetrics(font).boundingRect(room, WRAPPED, text).height()


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, WRAPPED, text)
