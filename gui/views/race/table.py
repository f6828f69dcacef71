"""The ranking of a race."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.views.race.plot import Entrant
from gui.views.samples import symbol_path
from simulation.maps.race_rules import Finish

SIDE = 14
APART = 8
"""Pixels between columns, beside Qt's own."""
LOSS = 2
"""Its column."""
LINE = 1.5
"""Height of a row, in heights of its text."""
NOT_KNOWN = "—"
SYMBOLS = {"learning_rate": "η", "lr": "η", "momentum": "β"}


class RaceTable(QTableWidget):
    """One row an optimizer, the best first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("race_table")
        self.setAccessibleName(self.tr("Ranking, the best first"))
        columns = (
            (self.tr("optimizer"), self.tr("The run, with its rank")),
            (
                self.tr("best values"),
                self.tr(
                    "Of those tried, what gave the lowest median loss. At the edge: none was "
                    "tried beyond, where a better one may be; widen the range"
                ),
            ),
            (self.tr("final loss"), self.tr("Median over all starts and seeds; ranks by this")),
            (
                self.tr("reached"),
                self.tr(
                    "How many came to within a thousandth of their first distance in loss to the "
                    "minimum, and the median of the steps that took"
                ),
            ),
            (self.tr("diverged"), self.tr("How many ended above their first loss or nowhere")),
        )
        self.setColumnCount(len(columns))
        for place, (title, tip) in enumerate(columns):
            item = QTableWidgetItem(title)
            item.setToolTip(tip)
            self.setHorizontalHeaderItem(place, item)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def set_entrants(self, entrants: Sequence[Entrant]) -> None:
        """Show these, the best first."""
        self.setRowCount(len(entrants))
        height = round(LINE * self.fontMetrics().height())
        for row, entrant in enumerate(entrants):
            self.setRowHeight(row, height)
            texts = (f"{row + 1}  {entrant.style.label}", *self._texts(entrant.finish))
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(self._hint(entrant.finish) if place == LOSS else text)
                if place == 0:
                    item.setIcon(_icon(entrant, self.devicePixelRatioF()))
                self.setItem(row, place, item)

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802 - overrides Qt
        return super().sizeHintForColumn(column) + APART

    @property
    def full_width(self) -> int:
        """Pixels in which all columns are seen."""
        header = self.horizontalHeader()
        columns = sum(
            max(self.sizeHintForColumn(place), header.sectionSizeHint(place))
            for place in range(self.columnCount())
        )
        return columns + self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()

    @property
    def full_height(self) -> int:
        """Pixels for all rows, and the bar to scroll by."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        return self.horizontalHeader().sizeHint().height() + rows + bar + 2 * self.frameWidth()

    def _hint(self, finish: Finish) -> str:
        pattern = self.tr("A quarter ended below {low:.4g}, a quarter above {high:.4g}")
        return pattern.format(low=finish.low_loss, high=finish.high_loss)

    def _value(self, finish: Finish, name: str) -> str:
        pattern = self.tr("{value} (edge)") if name in finish.edges else "{value}"
        return pattern.format(value=f"{SYMBOLS[name]} {finish.values[name]:.3g}")

    def _texts(self, finish: Finish) -> tuple[str, ...]:
        values = ", ".join(self._value(finish, name) for name in finish.values)
        if finish.reached is None:
            reached = NOT_KNOWN
        else:
            reached = self.tr("{count} of {runs}").format(count=finish.reached, runs=finish.runs)
            if finish.median_steps is not None:
                reached += self.tr(", {steps:.0f} steps").format(steps=finish.median_steps)
        return (
            values or NOT_KNOWN,
            f"{finish.median_loss:.4g}",
            reached,
            self.tr("{count} of {runs}").format(count=finish.diverged, runs=finish.runs),
        )


def _icon(entrant: Entrant, ratio: float) -> QIcon:
    """The run's symbol in its colour."""
    pixmap = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(entrant.style.colour))
    painter.drawPath(symbol_path(entrant.style.symbol, QPointF(SIDE / 2, SIDE / 2), SIDE - 2))
    painter.end()
    return QIcon(pixmap)
