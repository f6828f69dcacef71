"""A small table of numbers beside a plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.tips import tip

LINE = 1.45
"""Height of a row, in heights of its text."""
MOST_ROWS = 8
"""That are seen without scrolling, where all of them are to be."""
LEAST_LINES = 4
"""Heights of text that the table is high at least."""
SHARPNESS = 2
"""Pixels of a sign for each that it takes: for finer screens."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a small table."""

    cells: tuple[str, ...]
    colour: str = ""
    """Of a sign before the first cell, which has none if empty; too pale for text, maybe."""
    tip: str = ""
    glyph: str = "■"
    """The sign."""


class SmallTable(QTableWidget):
    """Read only, without lines; one column takes the room it needs, the others share the rest."""

    def __init__(
        self,
        headers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        widest: int = 0,
    ) -> None:
        """Give each column's header and what it means; ``widest`` takes the room it needs."""
        super().__init__(0, len(headers), parent)
        for column, (title, meaning) in enumerate(headers):
            item = QTableWidgetItem(title)
            item.setToolTip(tip(meaning))
            item.setTextAlignment(
                Qt.AlignmentFlag.AlignVCenter
                | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
            )
            self.setHorizontalHeaderItem(column, item)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(widest, QHeaderView.ResizeMode.ResizeToContents)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header.setMinimumSectionSize(24)
        self._whole = False
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot(bool)
    def set_whole(self, whole: bool) -> None:
        """Be so high that many rows are seen, or less."""
        self._whole = whole
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _fit(self) -> None:
        """Be some lines high at least."""
        height = LEAST_LINES * self.fontMetrics().lineSpacing()
        if self._whole:
            rows = min(self.rowCount(), MOST_ROWS) * self.verticalHeader().defaultSectionSize()
            height = max(height, self.horizontalHeader().sizeHint().height() + rows)
        self.setMinimumHeight(height)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the selected row stays."""
        self.verticalHeader().setDefaultSectionSize(
            round(LINE * QFontMetrics(self.font()).height())
        )
        side = QFontMetrics(self.font()).height()
        self.setIconSize(QSize(side, side))
        self.setRowCount(len(rows))
        self._fit()
        for place, row in enumerate(rows):
            for column, text in enumerate(row.cells):
                self._set_cell(place, column, text, row)

    def _set_cell(self, place: int, column: int, text: str, row: Row) -> None:
        item = self.item(place, column)
        if item is None:
            item = QTableWidgetItem()
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | side)
            self.setItem(place, column, item)
        item.setText(text)
        item.setToolTip(row.tip)
        if row.colour and column == 0:
            self._sign(item, row)

    def _sign(self, item: QTableWidgetItem, row: Row) -> None:
        look = row.glyph, row.colour, self.iconSize()
        if item.data(Qt.ItemDataRole.UserRole) != look:
            item.setData(Qt.ItemDataRole.UserRole, look)
            item.setIcon(_sign(row.glyph, row.colour, self.font()))


def _sign(glyph: str, colour: str, font: QFont) -> QIcon:
    side = QFontMetrics(font).height()
    picture = QPixmap(SHARPNESS * side, SHARPNESS * side)
    picture.setDevicePixelRatio(SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, glyph)
    painter.end()
    return QIcon(picture)
