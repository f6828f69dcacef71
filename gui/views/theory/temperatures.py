"""Learning rate and batch size as a temperature: a plot and a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui.theme import LIGHT, RUN_COLOURS, SYMBOLS, RunStyle, Theme
from gui.views.axes import HorizontalValueAxis, ValueAxis
from gui.views.legend import LegendEntry
from gui.views.overlay import Overlay
from gui.views.plots import make_plot, style_plot
from gui.views.theory.readouts import texts
from simulation.theory.temperatures import Cell

LINE = 1.3
"""Height of a row, in heights of its text."""
MARGIN = 0.3
"""Decades around the points."""
LEGEND = 0.8
"""Decades above them for the legend."""


class TemperatureView(QWidget):
    """The mean loss above the least against the temperature, one symbol a learning rate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("temperatures")
        axes = {"left": ValueAxis("left"), "bottom": HorizontalValueAxis("bottom")}
        self._plot = make_plot(self, axes)
        self._plot.setMouseEnabled(False, False)
        axes["bottom"].set_name(self.tr("temperature σ²"))
        axes["left"].set_name(self.tr("excess loss"))
        axes["left"].setLogMode(y=True)
        axes["bottom"].setLogMode(x=True)
        self._plot.setToolTip(
            self.tr(
                "<p>The mean loss above the least against the temperature of minibatches, "
                "σ² = η tr C / (2 B n (1 − β)): η the learning rate, β the momentum, B the batch "
                "size, C the covariance of the gradients of single examples, n the number of "
                "coordinates. Dashed: a heat bath of that temperature, which gives each "
                "coordinate σ²/2. Lines: exact. Symbols: measured.</p>"
            )
        )
        self._overlay = Overlay(self._plot.getViewBox())
        self._overlay.set_corner((0, 0))
        self._plot.getViewBox().sigResized.connect(self._overlay.resized)
        self._bath = pg.PlotCurveItem(antialias=True)
        self._plot.addItem(self._bath)
        self._exact: list[Any] = []
        self._measured: list[Any] = []
        self._table = QTableWidget(0, 5)
        self._table.setObjectName("temperature_table")
        self._table.setAccessibleName(self.tr("Temperatures"))
        self._table.setHorizontalHeaderLabels(
            [
                self.tr("batch"),
                self.tr("rate η"),
                self.tr("σ²"),
                self.tr("exact"),
                self.tr("measured"),
            ]
        )
        self._table.verticalHeader().hide()
        self._table.setFrameShape(QTableWidget.Shape.NoFrame)
        self._table.setShowGrid(False)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(24)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setToolTip(
            self.tr(
                "<p>Mean loss above the least, of 256 runs on batches drawn with replacement. "
                "exact: by the discrete Lyapunov equation, from the gradients of single "
                "examples. Batches of a reshuffled order, which leave nothing out, scatter "
                "less.</p>"
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._plot, 1)
        row.addWidget(self._table)
        self._theme = LIGHT
        self._cells: tuple[Cell, ...] = ()
        self.set_theme(LIGHT)

    @property
    def rows(self) -> list[list[str]]:
        """What the table shows."""
        model, columns = self._table.model(), range(self._table.columnCount())
        return [
            [str(model.index(row, column).data()) for column in columns]
            for row in range(self._table.rowCount())
        ]

    def set_cells(self, cells: tuple[Cell, ...]) -> None:
        """Show what is predicted, and what is measured so far."""
        fresh = [(c.learning_rate, c.batch_size) for c in cells] != [
            (c.learning_rate, c.batch_size) for c in self._cells
        ]
        self._cells = cells
        if fresh:
            self._arrange()
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        style_plot(self._plot, theme)
        height = round(self._table.fontMetrics().height() * LINE)
        self._table.verticalHeader().setMinimumSectionSize(height)
        self._table.verticalHeader().setDefaultSectionSize(height)
        self._overlay.set_theme(theme)
        self._bath.setPen(pg.mkPen(theme.muted, width=1, style=Qt.PenStyle.DashLine))
        self._arrange()
        self._fill()

    @property
    def _rates(self) -> list[float]:
        return sorted({cell.learning_rate for cell in self._cells})

    def _arrange(self) -> None:
        """Make the items for these cells, and set the ranges once."""
        for item in (*self._exact, *self._measured):
            self._plot.removeItem(item)
        self._exact, self._measured = [], []
        self._table.setRowCount(len(self._cells))
        if not self._cells:
            return
        entries = []
        for index, rate in enumerate(self._rates):
            colour, symbol = RUN_COLOURS[index], SYMBOLS[index]
            self._exact.append(pg.PlotCurveItem(pen=pg.mkPen(colour, width=1), antialias=True))
            edge = pg.mkPen(self._theme.marker_edge)
            points = pg.ScatterPlotItem(pxMode=True, size=9, symbol=symbol, brush=colour, pen=edge)
            self._measured.append(points)
            style = RunStyle("", colour, Qt.PenStyle.SolidLine, symbol)
            entries.append(LegendEntry(style, f"η {rate:.3g}"))
        dashed = RunStyle("", self._theme.muted, Qt.PenStyle.DashLine, "")
        entries.append(LegendEntry(dashed, self.tr("n σ²/2")))
        self._overlay.set_legend(entries)
        for item in (*self._exact, *self._measured):
            self._plot.addItem(item)
        self._set_ranges()

    def _set_ranges(self) -> None:
        x = np.log10([cell.temperature for cell in self._cells])
        losses = [v for cell in self._cells for v in (cell.bath, cell.exact) if np.isfinite(v)]
        y = np.log10(losses)
        self._bath.setData(x, np.log10([cell.bath for cell in self._cells]))
        self._plot.setRange(
            xRange=(x.min() - MARGIN, x.max() + MARGIN),
            yRange=(y.min() - MARGIN, y.max() + MARGIN + LEGEND),
            padding=0,
        )

    def _fill(self) -> None:
        for index, rate in enumerate(self._rates):
            own = sorted(
                (cell for cell in self._cells if cell.learning_rate == rate),
                key=lambda cell: cell.temperature,
            )
            x = np.log10([cell.temperature for cell in own])
            exact = np.log10([cell.exact for cell in own])
            measured = np.log10([cell.measured for cell in own])
            finite, done = np.isfinite(exact), np.isfinite(measured)
            self._exact[index].setData(x[finite], exact[finite])
            self._measured[index].setData(x[done], measured[done])
        for row, cell in enumerate(self._cells):
            numbers = texts([cell.learning_rate, cell.temperature, cell.exact, cell.measured], 3)
            if np.isinf(cell.exact):
                numbers[-2:] = [self.tr("diverges"), "—"]
            self._set_row(row, [str(cell.batch_size), *numbers])
        bar = self._table.verticalScrollBar().sizeHint().width()
        self._table.setFixedWidth(self._table.horizontalHeader().length() + bar + 2)

    def _set_row(self, row: int, texts: Sequence[str]) -> None:
        for column, text in enumerate(texts):
            item = self._table.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(row, column, item)
            if item.text() != text:
                item.setText(text)
