"""How much of each past gradient a velocity holds, in general and in the run at the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.language import translated
from gui.theme import RUN_COLOURS, SYMBOLS, RunStyle, run_style
from gui.tips import tip
from gui.views.colours import translucent
from gui.views.plots import style_plot
from gui.views.theory.page import SidePanel, TheoryPage, fit_to_type, small_plot
from gui.views.theory.small_table import Row, SmallTable
from gui.views.theory.weights_controls import WeightsControls
from simulation.theory.averages import LeakyAverage
from simulation.theory.velocity import Contributions

Array = np.ndarray[Any, np.dtype[Any]]

PANEL_WIDTH = 43
"""Letters."""
BAR_ALPHA = 210
GLYPHS = {"o": "●", "s": "■", "t": "▼", "d": "◆", "p": "⬟", "h": "⬢", "star": "★", "t1": "▲"}
"""The symbols of curves as letters, for tables."""
MOST_SYMBOLS = 60
"""Steps up to which each weight has a symbol."""


class AveragesView(TheoryPage):
    """Weights of past gradients, their sums, and the velocity at the cursor taken apart.

    Signals
    -------
    choice_changed
        A :class:`~gui.views.theory.weights_controls.WeightsChoice`.
    """

    choice_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("averages", parent)
        self._averages: Sequence[LeakyAverage] = ()
        self._contributions: Contributions | None = None
        self._style: RunStyle = run_style(0, "")
        self.controls = WeightsControls()
        self._coordinate = QComboBox()
        self._coordinate.setToolTip(self.tr("Coordinate whose gradients are drawn"))
        self._coordinate.setAccessibleName(self.tr("Coordinate"))
        self._coordinate.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._coordinate.currentIndexChanged.connect(self._draw_bars)
        self._table = SmallTable(
            (
                ("β", self.tr("Momentum: the share of the velocity kept each step")),
                (self.tr("sum"), self.tr("Sum of the weights drawn")),
                (self.tr("memory"), self.tr("1/(1 − β): how many past gradients count")),
                (
                    self.tr("step"),
                    self.tr("Effective step: how far a slope of 1 that never changes moves"),
                ),
            )
        )
        self._table.setAccessibleName(self.tr("Sums of the weights"))
        self._weights = small_plot(self, self.tr("steps ago"))
        self._bars = small_plot(self, self.tr("steps ago"))
        self._bars.setToolTip(
            tip(
                self.tr(
                    "Weight × gradient of each past step (outlines: the gradients); "
                    "they add up to the velocity"
                )
            )
        )
        self._outline = pg.BarGraphItem(x=[], height=[], width=0.8)
        self._bar_item = pg.BarGraphItem(x=[], height=[], width=0.8)
        self._bars.addItem(self._outline)
        self._bars.addItem(self._bar_item)
        self._curves: list[Any] = []
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumWidth(60)
        self._lay_out()
        self.controls.changed.connect(self.choice_changed)
        self.colour()

    def _lay_out(self) -> None:
        panel = SidePanel(PANEL_WIDTH)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.controls.presets)
        column.addWidget(self.controls)
        column.addWidget(self._table, 1)
        self.content.turned.connect(self._table.set_whole)
        self.row.addWidget(panel)
        self.row.addWidget(self._weights, 1)
        right = QVBoxLayout()
        right.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self._sentence, 1)
        head.addWidget(self._coordinate)
        right.addLayout(head)
        right.addWidget(self._bars, 1)
        self.row.addLayout(right, 1)

    # --- facts ------------------------------------------------------------------------------

    def set_averages(self, averages: Sequence[LeakyAverage], learning_rate: float | None) -> None:
        """Draw these weights; ``learning_rate`` of the selected run, if it has one."""
        self._averages = averages
        self._table.set_rows(
            [
                Row(
                    (
                        f"{each.momentum:g}",
                        f"{each.total:.6g}",
                        f"{each.memory:.4g}",
                        "–"
                        if learning_rate is None
                        else f"{each.effective_step(learning_rate):.4g}",
                    ),
                    _colour(place),
                    glyph=_glyph(place),
                )
                for place, each in enumerate(averages)
            ]
        )
        self._draw_weights()

    def set_contributions(
        self, contributions: Contributions | None, style: RunStyle, why: str = ""
    ) -> None:
        """Draw what the velocity at the cursor consists of, or say ``why`` there is none."""
        self._contributions = contributions
        self._style = style
        self._bars.setVisible(contributions is not None)
        if contributions is None:
            self._coordinate.hide()
            self._sentence.setText(why)
        else:
            self._offer(contributions.coordinates)
        self._draw_bars()

    def colour(self) -> None:
        for plot in (self._weights, self._bars):
            style_plot(plot, self.theme)
            fit_to_type(plot)
        self._draw_weights()
        self._draw_bars()

    # --- drawing ----------------------------------------------------------------------------

    def _offer(self, coordinates: Sequence[str]) -> None:
        known = [self._coordinate.itemText(i) for i in range(self._coordinate.count())]
        if known != list(coordinates):
            with QSignalBlocker(self._coordinate):
                self._coordinate.clear()
                self._coordinate.addItems(list(coordinates))
        self._coordinate.setVisible(len(coordinates) > 1)

    def _draw_weights(self) -> None:
        for item in self._curves:
            self._weights.removeItem(item)
        self._curves = []
        if not self._averages:
            return
        count = len(self._averages[0].weights)
        for place, each in enumerate(self._averages):
            curve = pg.PlotDataItem(
                np.arange(count),
                each.weights,
                pen=pg.mkPen(_colour(place), width=1),
                symbol=SYMBOLS[place % len(SYMBOLS)] if count <= MOST_SYMBOLS else None,
                symbolSize=6,
                symbolBrush=_colour(place),
                symbolPen=None,
                antialias=True,
            )
            self._weights.addItem(curve)
            self._curves.append(curve)
        top = max(float(each.weights.max()) for each in self._averages)
        self._weights.setXRange(0, count - 1, padding=0.03)
        self._weights.setYRange(0, top or 1.0, padding=0.06)

    def _draw_bars(self) -> None:
        found = self._contributions
        if found is None:
            return
        place = min(max(self._coordinate.currentIndex(), 0), len(found.measured) - 1)
        parts, gradients = _finite(found.parts[place]), _finite(found.gradients[place])
        ago = np.arange(len(parts))
        self._outline.setOpts(
            x=ago, height=gradients, brush=None, pen=pg.mkPen(self.theme.muted, width=1)
        )
        self._bar_item.setOpts(
            x=ago,
            height=parts,
            brush=translucent(self._style.colour, BAR_ALPHA),
            pen=pg.mkPen(None),
        )
        # Old gradients may be far larger than what is left of them: those may leave the picture.
        low, high = float(parts.min(initial=0.0)), float(parts.max(initial=0.0))
        self._bars.setXRange(-0.6, max(len(ago), 10) - 0.4, padding=0)
        self._bars.setYRange(low, high if high > low else low + 1.0, padding=0.15)
        words = self.tr("Σ {total}; {name} {measured}")
        self._sentence.setText(
            words.format(
                total=f"{found.total[place]:.5g}",
                name=translated(found.name),
                measured=f"{found.measured[place]:.5g}",
            )
        )


def _colour(place: int) -> str:
    return RUN_COLOURS[place % len(RUN_COLOURS)]


def _glyph(place: int) -> str:
    return GLYPHS[SYMBOLS[place % len(SYMBOLS)]]


def _finite(values: Array) -> Array:
    return np.where(np.isfinite(values), values, 0.0)
