"""Loss, gradient norm and coordinates against the step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.axes import StepAxis, ValueAxis
from gui.views.overlay import LegendEntry, Overlay
from gui.views.plots import make_plot, style_plot
from gui.views.quantities import (
    Quantity,
    coordinate,
    envelope,
    for_axis,
    gap,
    gradient_norm,
    loss,
)
from simulation.engine.history import History

Array = np.ndarray[Any, np.dtype[Any]]

BUCKETS = 800
"""Columns that a long curve is thinned to, about a pixel each."""
THICK_POINTS = 1200
"""Points, of all curves together, up to which lines are thick: beyond, they are slow."""
MARGIN = 0.06
Z_CURSOR, Z_DOTS = 10, 20


class CurvesView(QWidget):
    """One quantity of all runs against the step, with the cursor.

    Signals
    -------
    step_chosen
        The step at which the mouse is pressed or dragged.
    """

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = QComboBox()
        self._choice.setToolTip(self.tr("What is plotted against the step"))
        self._log = QCheckBox(self.tr("Log"))
        self._log.setToolTip(self.tr("Logarithmic axis; values that are not positive are left out"))
        axes = {"left": ValueAxis("left"), "bottom": StepAxis("bottom")}
        self._plot = make_plot(self, axes)
        self._lay_out()
        self._view_box: Any = self._plot.getViewBox()
        self._plot.setLabel("bottom", self.tr("step"))
        self._plot.showGrid(x=True, y=True, alpha=0.15)
        self._line = pg.InfiniteLine(angle=90)
        self._line.setZValue(Z_CURSOR)
        self._dots = pg.ScatterPlotItem(pxMode=True, size=10)
        self._dots.setZValue(Z_DOTS)
        self._plot.addItem(self._line)
        self._plot.addItem(self._dots)
        self._overlay = Overlay(self._view_box)
        self._curves: list[Any] = []
        self._quantities: list[Quantity] = []
        self._log_wishes: dict[str, bool] = {}
        self._styles: Sequence[RunStyle] = ()
        self._history: History | None = None
        self._values: dict[int, Array] = {}
        self._heights: dict[int, Array] = {}
        self._cursor = 0
        self._theme = LIGHT
        self._follows = True
        self._choice.currentIndexChanged.connect(self.fit)
        self._log.clicked.connect(self._wish_log)
        self._view_box.sigRangeChangedManually.connect(self._hold)
        self._view_box.sigXRangeChanged.connect(self._draw)
        self._view_box.sigResized.connect(self._overlay.resized)
        self._plot.viewport().installEventFilter(self)
        self.set_theme(LIGHT)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 0)
        bar.addWidget(self._choice, stretch=1)
        bar.addWidget(self._log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self._plot, stretch=1)

    def set_runs(self, styles: Sequence[RunStyle]) -> None:
        """Say how the runs look, in the order of the experiment."""
        self._styles = styles
        while len(self._curves) > len(styles):
            self._plot.removeItem(self._curves.pop())
        while len(self._curves) < len(styles):
            self._curves.append(pg.PlotCurveItem(antialias=True))
            self._plot.addItem(self._curves[-1])
        self.refresh()

    def set_history(
        self, history: History, coordinates: tuple[str, ...], minimum: float | None
    ) -> None:
        """Show another computation.

        Parameters
        ----------
        history
            Its records; rows may still be added.
        coordinates
            Name of each coordinate.
        minimum
            Lowest value of the objective, if it is known.
        """
        self._history = history
        offered = [(self.tr("loss"), loss())]
        if minimum is not None:
            offered.append((self.tr("gap to the minimum"), gap(minimum)))
        offered.append((self.tr("gradient norm"), gradient_norm()))
        offered += [(name, coordinate(index)) for index, name in enumerate(coordinates)]
        self._offer(offered)
        self.fit()

    def refresh(self) -> None:
        """Draw the rows that were recorded since; the range follows unless it was zoomed."""
        if self._follows:
            self.fit()
        else:
            self._read()
            self._draw()

    def set_cursor(self, step: int) -> None:
        """Move the line, and the dot on each curve, to ``step``."""
        self._cursor = step
        self._line.setPos(step)
        self._show_values()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        style_plot(self._plot, theme)
        self._overlay.set_theme(theme)
        self._line.setPen(pg.mkPen(theme.foreground, width=1))
        self._draw()

    def fit(self) -> None:
        """Show all steps, and all values that are finite."""
        self._follows = True
        self._log.setChecked(self._wants_log())
        self._plot.getAxis("left").setLogMode(y=self._log.isChecked())
        self._read()
        if self._history is not None:
            steps = max((record.steps for record in self._history.records), default=1)
            self._plot.setXRange(0, max(steps, 1), padding=0.02)
        heights = [h for h in self._heights.values() if not np.isnan(h).all()]
        if heights:
            low = min(float(np.nanmin(h)) for h in heights)
            high = max(float(np.nanmax(h)) for h in heights)
            # Halved: the difference of the largest numbers overflows.
            extent = 2 * MARGIN * (high / 2 - low / 2) or max(abs(low), 1.0) * MARGIN
            self._plot.setYRange(low - extent, high + extent, padding=0)
        self._draw()
        self._place_legend()

    def choose(self, quantity: str) -> None:
        """Plot ``loss``, ``gap``, ``gradient-norm`` or a coordinate, ``x0``, ``x1`` and so on."""
        self._choice.setCurrentIndex([q.id for q in self._quantities].index(quantity))

    def values_at_cursor(self) -> dict[int, float]:
        """Value of the quantity in each visible run at the cursor, by the run's index."""
        if self._history is None:
            return {}
        records = self._history.records
        # Rows may have been recorded since the values were read.
        return {
            run: float(values[min(records[run].row_of(self._cursor), len(values) - 1)])
            for run, values in self._values.items()
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose a step where the left button is pressed or dragged in the plot."""
        if isinstance(event, QMouseEvent) and event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
        ):
            scene_position = self._plot.mapToScene(event.position().toPoint())
            inside = self._view_box.sceneBoundingRect().contains(scene_position)
            if event.buttons() == Qt.MouseButton.LeftButton and inside:
                self._choose_step(scene_position)
                return True
        return super().eventFilter(watched, event)

    def _choose_step(self, scene_position: QPointF) -> None:
        if self._history is None:
            return
        step = round(self._view_box.mapSceneToView(scene_position).x())
        self.step_chosen.emit(min(max(step, 0), max(self._history.computed, 0)))

    def _offer(self, offered: Sequence[tuple[str, Quantity]]) -> None:
        """Fill the list of quantities; what was chosen stays chosen if it is still there."""
        old = self._quantity()
        self._quantities = [quantity for _, quantity in offered]
        self._choice.blockSignals(True)
        self._choice.clear()
        self._choice.addItems([name for name, _ in offered])
        ids = [quantity.id for quantity in self._quantities]
        self._choice.setCurrentIndex(ids.index(old.id) if old and old.id in ids else 0)
        self._choice.blockSignals(False)

    def _quantity(self) -> Quantity | None:
        index = self._choice.currentIndex()
        return self._quantities[index] if 0 <= index < len(self._quantities) else None

    def _hold(self) -> None:
        self._follows = False

    def _wish_log(self, checked: bool) -> None:
        if quantity := self._quantity():
            self._log_wishes[quantity.id] = checked
        self.fit()

    def _wants_log(self) -> bool:
        """What was asked for this quantity, else what suits it."""
        quantity = self._quantity()
        if quantity is None or self._history is None:
            return False
        if quantity.id in self._log_wishes:
            return self._log_wishes[quantity.id]
        values = [quantity.values(record) for record in self._history.records]
        return quantity.log and all((v[np.isfinite(v)] >= 0).all() for v in values)

    def _read(self) -> None:
        """Take what is recorded of the visible runs to the axis."""
        quantity, history = self._quantity(), self._history
        self._values, self._heights = {}, {}
        if quantity is None or history is None:
            return
        log = self._log.isChecked()
        for run, (record, style) in enumerate(zip(history.records, self._styles, strict=False)):
            if style.visible and len(record):
                self._values[run] = quantity.values(record)
                self._heights[run] = for_axis(self._values[run], log=log)

    def _draw(self) -> None:
        """Paint the part of the curves that is in view."""
        left, right = self._view_box.viewRange()[0]
        lines = {}
        for run, heights in self._heights.items():
            assert self._history is not None
            steps = self._history.records[run].step_numbers[: len(heights)]
            first, last = np.searchsorted(steps, [left, right])
            part = slice(max(first - 1, 0), last + 1)
            lines[run] = envelope(steps[part], heights[part], BUCKETS)
        thick = sum(len(x) for x, _ in lines.values()) <= THICK_POINTS
        for run, curve in enumerate(self._curves):
            if run not in lines:
                curve.clear()
                continue
            style = self._styles[run]
            line = style.line if thick else Qt.PenStyle.SolidLine
            curve.setPen(pg.mkPen(style.colour, width=2 if thick else 1, style=line))
            curve.setData(*lines[run], connect="finite")
        self._show_values()

    def _place_legend(self) -> None:
        """Put the legend into the corner with the fewest points."""
        (left, right), (bottom, top) = self._view_box.viewRange()
        lines = [curve.getData() for curve in self._curves if curve.xData is not None]
        x = np.concatenate([np.empty(0), *(line[0] for line in lines)])
        y = np.concatenate([np.empty(0), *(line[1] for line in lines)])
        aside = [x < (left + right) / 2, x > (left + right) / 2]
        third = top / 3 - bottom / 3
        at_height = [y > top - third, y < bottom + third]
        corners = ((1, 0), (0, 0), (1, 1), (0, 1))
        crowds = [int((aside[r] & at_height[d]).sum()) for r, d in corners]
        self._overlay.set_corner(corners[crowds.index(min(crowds))])

    def _show_values(self) -> None:
        """Put a dot on each curve and the value into the legend."""
        values = self.values_at_cursor()
        heights = for_axis(np.array(list(values.values())), log=self._log.isChecked())
        styles = [self._styles[run] for run in values]
        self._dots.setData(
            x=np.full(len(heights), self._cursor),
            y=heights,
            symbol=[style.symbol for style in styles],
            brush=[pg.mkBrush(style.colour) for style in styles],
            pen=pg.mkPen(self._theme.marker_edge, width=1.2),
        )
        self._overlay.set_legend(
            [
                LegendEntry(self._styles[run], f"{self._styles[run].label}   {value:.4g}")
                for run, value in values.items()
            ]
        )
