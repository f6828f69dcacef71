"""The trajectory of one run as a table: a view of the record's arrays, however long."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QBrush, QColor, QFont

from gui.language import translated
from gui.views.sorting import LARGEST_AT_ONCE, Sorter, order_of
from simulation.engine.history import Record

Array = np.ndarray[Any, np.dtype[Any]]
Index = QModelIndex | QPersistentModelIndex

WIDEST_STEP, WIDEST_FIXED = "10000000", "-000.000000"
WIDEST_FULL = "-1.7976931348623157e+308"
LARGEST_FIXED = 1e9
"""Numbers from which on six decimals would be noise after a long row of digits."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TrajectoryModel(QAbstractTableModel):
    """A row for each recorded step; nothing is copied, rows are only announced.

    Columns are the step, the position, the loss, the full gradient and the displacement since
    the row before.
    """

    sorting_changed = Signal()
    """A long table begins or ends to be sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._coordinates: tuple[str, ...] = ()
        self._rows = 0
        self._full = False
        self._cursor = -1
        self._highlight = QBrush()
        self._bold = QFont()
        self._bold.setBold(True)
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._order: Array | None = None
        """Row of the record in each row of the table; ``None`` for the order of the steps."""
        self._places: Array | None = None
        """The reverse."""
        self._sorter = Sorter(self)
        self._sorter.done.connect(self._take_order)

    # --- facts in -----------------------------------------------------------------------

    def set_record(self, record: Record | None, coordinates: tuple[str, ...]) -> None:
        """Show another run; it stays sorted by the same column if that is still there."""
        self.beginResetModel()
        if len(coordinates) != len(self._coordinates):
            self._sorted_by = None
        self._record = record
        self._coordinates = coordinates
        self._rows = len(record) if record is not None else 0
        self._cursor = -1
        self._arrange()
        self.endResetModel()

    def refresh(self) -> None:
        """Announce the rows that were recorded since, all at once.

        In a sorted table they come last, until the run is complete: sorting a long table anew
        for every frame would take too long.
        """
        record = self._record
        rows = len(record) if record is not None else 0
        if record is None or rows == self._rows:
            return
        self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
        if self._order is not None:
            self._append_in_order(rows)
        self._rows = rows
        self.endInsertRows()
        if self._sorted_by is not None and record.step_numbers[-1] == record.steps:
            self.sort(*self._sorted_by)

    def set_cursor(self, step: int) -> None:
        """Highlight the row of ``step``, or of the recorded step before it."""
        old = self.row_of_cursor()
        self._cursor = step
        new = self.row_of_cursor()
        if new == old:
            return
        for row in {old, new} - {-1}:
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def set_highlight(self, colour: QColor) -> None:
        """Colour behind the cursor's row."""
        self._highlight = QBrush(colour)

    def set_font(self, font: QFont) -> None:
        """Type of the numbers, of which the cursor's row shows the bold."""
        self._bold = QFont(font)
        self._bold.setBold(True)

    def set_full_precision(self, full: bool) -> None:
        """Show all digits, or six decimals as the texts print."""
        self._full = full
        if self._rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(self._rows - 1, self.columnCount() - 1)
            )

    # --- questions ----------------------------------------------------------------------

    def row_of_cursor(self) -> int:
        """Row of the table that is highlighted; −1 if there is none."""
        if self._record is None or self._cursor < 0 or not self._rows:
            return -1
        row = min(self._record.row_of(self._cursor), self._rows - 1)
        return row if self._places is None else int(self._places[row])

    @property
    def is_sorted(self) -> bool:
        """Whether another order than that of the steps is wanted."""
        return self._sorted_by is not None

    @property
    def is_sorting(self) -> bool:
        """Whether that order is still to come."""
        return self._sorter.is_busy

    def step_at(self, row: int) -> int:
        """Step of a row of the table."""
        assert self._record is not None
        return min(self._place(row) * self._record.stride, self._record.steps)

    def headers(self) -> list[str]:
        """What the columns are called, as in exported tables."""
        count = range(1, len(self._coordinates) + 1)
        gradients, moves = [f"grad{i}" for i in count], [f"dx{i}" for i in count]
        return ["step", *self._coordinates, "loss", *gradients, *moves]

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        if column == 0:
            return str(self.step_at(row))
        return self._number(self._value(self._place(row), column))

    def widest_texts(self, first: int = 0) -> list[str]:
        """Of each column, a text that is as long as any from row ``first`` of the record on.

        Of many rows, and of all digits, what is usual: to look at each would take too long.
        """
        count = self.columnCount()
        if self._full or self._rows - first > LARGEST_AT_ONCE or self._record is None:
            return [WIDEST_STEP, *[WIDEST_FULL if self._full else WIDEST_FIXED] * (count - 1)]
        found = [str(self._record.steps)]
        for column in range(1, count):
            values = self._column(column, first)
            values = values[np.isfinite(values)]
            ends = (values.min(), values.max()) if len(values) else ()
            found.append(max(map(self._number, ends), key=len, default=""))
        return found

    # --- Qt's questions -----------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or not self._coordinates else 2 + 3 * len(self._coordinates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.FontRole):
            if index.row() != self.row_of_cursor():
                return None
            return self._highlight if role == Qt.ItemDataRole.BackgroundRole else self._bold
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return translated(self.headers()[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; −1 for the order of the steps. Numbers that are nan come last.

        A long table is sorted in the background, and stays as it is meanwhile.
        """
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order) if 0 <= column < self.columnCount() else None
        self._arrange()
        self.layoutChanged.emit()
        self.sorting_changed.emit()

    # --- inside -------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._sorter.drop()
        self._order = self._places = None
        if self._sorted_by is None or not self._rows:
            return
        column, order = self._sorted_by
        descending = order == Qt.SortOrder.DescendingOrder
        if column == 0:
            self._order = self._places = np.arange(self._rows)[::-1] if descending else None
        elif self._rows > LARGEST_AT_ONCE:
            self._sorter.ask(partial(self._column, column), descending=descending)
        else:
            self._order, self._places = order_of(self._column(column), descending=descending)

    @Slot(object)
    def _take_order(self, order: tuple[Array, Array]) -> None:
        self.layoutAboutToBeChanged.emit()
        self._order, self._places = order
        self._append_in_order(self._rows)
        self.layoutChanged.emit()
        self.sorting_changed.emit()

    def _append_in_order(self, rows: int) -> None:
        """Put the rows up to ``rows`` that are not in the order yet at its end."""
        assert self._order is not None
        assert self._places is not None
        added = np.arange(len(self._order), rows)
        if len(added):
            self._order = np.concatenate([self._order, added])
            self._places = np.concatenate([self._places, added])

    def _place(self, row: int) -> int:
        """Row of the record that a row of the table shows."""
        return row if self._order is None else int(self._order[row])

    def _value(self, row: int, column: int) -> float:
        record, dim = self._record, len(self._coordinates)
        assert record is not None
        if column <= dim:
            return float(record.positions[column - 1, row])
        if column == dim + 1:
            return float(record.losses[row])
        if column <= 2 * dim + 1:
            return float(record.gradients[column - dim - 2, row])
        x = record.positions[column - 2 * dim - 2]
        return float(x[row]) - float(x[row - 1]) if row else 0.0

    def _number(self, value: float) -> str:
        if self._full:
            return repr(value)
        return f"{value:.6f}" if abs(value) < LARGEST_FIXED else f"{value:.6e}"

    def _column(self, column: int, first: int = 0) -> Array:
        """All numbers of a column, in the order of the steps, from row ``first`` on."""
        record, dim, rows = self._record, len(self._coordinates), self._rows
        assert record is not None
        if column <= dim:
            return record.positions[column - 1, first:rows]
        if column == dim + 1:
            return record.losses[first:rows]
        if column <= 2 * dim + 1:
            return record.gradients[column - dim - 2, first:rows]
        x = record.positions[column - 2 * dim - 2]
        with np.errstate(invalid="ignore"):  # inf − inf is nan, as it should be
            moved: Array = np.diff(x[first:rows], prepend=x[max(first - 1, 0) : max(first, 1)])
        return moved
