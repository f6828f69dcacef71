"""A small table of numbers beside a plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

LINE = 1.45
"""Height of a row, in heights of its text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a small table."""

    cells: tuple[str, ...]
    colour: str = ""
    """Of the first cell; that of text if empty."""
    tip: str = ""


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
            item.setToolTip(meaning)
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
        self.setMinimumHeight(60)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(widest, QHeaderView.ResizeMode.ResizeToContents)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header.setMinimumSectionSize(24)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the selected row stays."""
        self.verticalHeader().setDefaultSectionSize(
            round(LINE * QFontMetrics(self.font()).height())
        )
        self.setRowCount(len(rows))
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
            item.setForeground(QColor(row.colour))
