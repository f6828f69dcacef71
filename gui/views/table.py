"""The trajectory of one run as the texts print it."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.theme import LIGHT, Theme
from gui.tips import tip
from gui.views.trajectory_model import TrajectoryModel
from simulation.engine.history import History

MOST_COPIED = 1_000_000
"""Cells that are copied at once, about a second of work."""
HIGHLIGHT_ALPHA = 60
PADDING = 14
GAP = 8
"""Between the controls, pixels."""


class TableView(QWidget):
    """Steps in rows; position, loss, gradient and displacement in columns.

    Signals
    -------
    step_chosen
        A row was clicked, or entered with the return key.
    refused
        What was asked for cannot be done: why, in a sentence.
    """

    step_chosen = Signal(int)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self._model = TrajectoryModel(self)
        self._table = _Table()
        self._table.set_model(self._model)
        self._table.setAccessibleName(self.tr("Trajectory, one row a step"))
        self._format = QComboBox()
        self._format.addItems([self.tr("6 decimals"), self.tr("all digits")])
        self._format.setToolTip(self.tr("How numbers are written, also when they are copied"))
        self._format.setAccessibleName(self.tr("Format of numbers"))
        self._copy = QToolButton()
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(
            tip(
                self.tr("Copy the selected cells with their headers, or all, to paste into a sheet")
            )
        )
        self._run = QLabel()
        self._follows = True
        """Whether the cursor's row was in sight when the table was."""
        self._lay_out()
        self._table.clicked.connect(self._choose)
        self._table.activated.connect(self._choose)
        self._table.copy_wanted.connect(self.copy)
        self._table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        self._model.sorting_changed.connect(self._on_order)
        self._format.currentIndexChanged.connect(self._set_format)
        self._copy.clicked.connect(self.copy)
        self._set_font()
        self.set_theme(LIGHT)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 8, 6)
        bar.setSpacing(GAP)
        bar.addWidget(self._run, stretch=1)
        bar.addWidget(self._format)
        bar.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._table, stretch=1)

    def set_history(self, history: History, run: int, coordinates: tuple[str, ...]) -> None:
        """Show one run of a computation, by its index; rows may still be added.

        ``coordinates`` are the names of the coordinates. A run that the history does not
        have leaves the table empty.
        """
        known = 0 <= run < len(history.records)
        self._model.set_record(history.records[run] if known else None, coordinates)
        if not self._model.is_sorted:  # its column may be gone
            self._table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._show_rows()
        self._set_widths()

    def refresh(self) -> None:
        """Show the rows that were recorded since."""
        first = self._model.rowCount()
        self._model.refresh()
        self._show_rows()
        if self._model.rowCount() > first:
            self._set_widths(first)

    def set_cursor(self, step: int) -> None:
        """Highlight the row of ``step``; follow it unless it had been scrolled away."""
        if self.isVisible():
            self._follows = self._shows(self._model.row_of_cursor())
        self._model.set_cursor(step)
        if self.isVisible():  # else it catches up when it is shown
            self._follow_cursor()

    def _follow_cursor(self) -> None:
        row = self._model.row_of_cursor()
        if row >= 0 and self._follows and not self._shows(row):
            column = self._table.horizontalHeader().logicalIndexAt(0)
            self._table.scrollTo(self._model.index(row, max(column, 0)))

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        colour = QColor(theme.accent)
        colour.setAlpha(HIGHLIGHT_ALPHA)
        self._model.set_highlight(colour)
        self._table.viewport().update()
        self._set_font()

    def copy(self) -> None:
        """Put the selected cells, or all, on the clipboard as lines of tab-separated texts.

        A cell that is not selected between others that are stays empty.
        """
        model, selection = self._model, self._table.selectionModel().selection()
        if selection.isEmpty():
            last = model.index(model.rowCount() - 1, model.columnCount() - 1)
            selection = QItemSelection(model.index(0, 0), last)
        ranges = [selection.at(place) for place in range(selection.count())]
        cells = sum(each.height() * each.width() for each in ranges)
        if cells > MOST_COPIED:
            sentence = self.tr(
                "{cells} cells are too many for the clipboard; select fewer, or export the "
                "trajectories to a file."
            )
            self.refused.emit(sentence.format(cells=f"{cells:,}"))
            return
        rows = sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})
        columns = sorted({c for each in ranges for c in range(each.left(), each.right() + 1)})
        texts = dict.fromkeys(product(rows, columns), "") if len(ranges) > 1 else {}
        for each in ranges:
            for cell in product(
                range(each.top(), each.bottom() + 1), range(each.left(), each.right() + 1)
            ):
                texts[cell] = model.text(*cell)
        headers = model.headers()
        lines = ["\t".join(headers[column] for column in columns)]
        lines += ["\t".join(texts[row, column] for column in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_cursor()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A style sheet that is set anew puts back the font from before.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_font()

    def _choose(self, index: QModelIndex) -> None:
        self.step_chosen.emit(self._model.step_at(index.row()))

    def _on_sorted(self) -> None:
        self._table.clearSelection()  # it would stay where it is, on other rows
        self._on_order()

    def _on_order(self) -> None:
        self._show_rows()
        row = self._model.row_of_cursor()
        if row >= 0:
            column = self._table.horizontalHeader().sortIndicatorSection()
            self._table.scrollTo(self._model.index(row, max(column, 0)))

    def _set_format(self, index: int) -> None:
        self._model.set_full_precision(index == 1)
        self._set_widths()

    def _set_font(self) -> None:
        """Digits of one width, of the size of all type."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self._table.setFont(font)
        self._model.set_font(font)
        height = QFontMetrics(font).height() + 6
        self._table.verticalHeader().setDefaultSectionSize(height)
        self._set_widths()

    def _set_widths(self, first: int = 0) -> None:
        """Give each column what its numbers need; only more, if rows from ``first`` on are new."""
        bold = QFont(self._table.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        header = self._table.horizontalHeader()
        for column, text in enumerate(self._model.widest_texts(first)):
            needed = max(
                metrics.horizontalAdvance(text) + PADDING,
                header.sectionSizeHint(column),
            )
            if not first or header.sectionSize(column) < needed:
                header.resizeSection(column, needed)

    def _show_rows(self) -> None:
        rows = self._model.rowCount()
        text = self.tr("{rows} rows") if rows else self.tr("no rows yet")
        if self._model.is_sorting:
            text = self.tr("{rows} rows, being sorted…")
        self._run.setText(text.format(rows=f"{rows:,}"))
        self._copy.setEnabled(rows > 0)

    def _shows(self, row: int) -> bool:
        """Whether a row of the table is in view; so is that of no cursor."""
        if row < 0:
            return True
        top = self._table.rowViewportPosition(row)
        height = self._table.viewport().height() - self._table.rowHeight(row)
        return 0 <= top <= height


class _Table(QTableView):
    """A table of rows of one height, whose cost does not depend on how many there are."""

    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show a model."""
        self.setModel(model)
        # The header asks its selection, cell by cell, whether whole columns are selected: of
        # a long table that takes seconds. This one is always empty.
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(model, header))

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - overrides Qt
        """Nothing: to compare what is typed with ten million rows would take minutes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)
