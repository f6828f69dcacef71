"""A run beside its flow: how far apart they are, and how that falls with the step size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.theory.chart import Chart, Trace
from simulation.theory.orders import Convergence

Array = np.ndarray[Any, np.dtype[Any]]

ROOMY = 11
"""Lines of type that the page must be high to hold a sentence, too."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How far a run is from its flow."""

    steps: Array
    """Shape ``(n,)``."""
    times: Array
    """Of the flow, ``(n,)``."""
    distances: Array
    """‖x − θ‖, ``(n,)``."""


class FlowView(QWidget):
    """Controls at the left, two plots beside them and a sentence below.

    Parameters
    ----------
    controls
        What stands at the left.
    """

    def __init__(self, controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("flow")
        self._theme = LIGHT
        self._style: RunStyle | None = None
        self._apart: Apart | None = None
        self._orders: Sequence[Convergence] = ()
        self._cursor = 0
        self._empty = False
        self.distances = Chart(log_y=True)
        self.distances.set_title(self.tr("Distance from the flow"))
        self.orders = Chart(log_x=True, log_y=True)
        self.orders.set_title(self.tr("Order in the time step:"))
        self.orders.setToolTip(
            self.tr(
                "Largest distance from the flow over the first steps of the run: with its own time "
                "step, at the right, with half of it, and so on. At order 1 half the step makes "
                "half the distance, at order 2 a quarter."
            )
        )
        self._note = QLabel()
        self._note.setObjectName("flow_note")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(8, 0, 8, 4)
        plots = QHBoxLayout()
        plots.setSpacing(0)
        plots.addWidget(self.distances, 1)
        plots.addWidget(self.orders, 1)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addLayout(plots, 1)
        beside.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(controls)
        row.addLayout(beside, 1)

    @property
    def note(self) -> str:
        """The sentence below the plots."""
        return self._note.text()

    def set_style(self, style: RunStyle) -> None:
        """Say how the run looks."""
        self._style = style
        self._show()

    def set_note(self, note: str) -> None:
        """Say what the plots show, or why they are empty."""
        self._note.setText(note)
        self._make_room()

    def set_empty(self, *, empty: bool) -> None:
        """Leave the plots out where there is nothing to show."""
        self._empty = empty
        for chart in (self.distances, self.orders):
            chart.setVisible(not empty)
        self._make_room()

    def set_apart(self, apart: Apart | None) -> None:
        """Show how far the run is from its flow."""
        self._apart = apart
        self._show_apart()

    def set_orders(self, orders: Sequence[Convergence]) -> None:
        """Show what halving the steps does."""
        self._orders = orders
        self._show_orders()

    def set_cursor(self, step: int) -> None:
        """Mark the time of a step."""
        self._cursor = step
        self._show_cursor()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        for chart in (self.distances, self.orders):
            chart.set_theme(theme)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the sentence out where the plots would have no height; it is their hint then."""
        high = self.height() >= ROOMY * self.fontMetrics().lineSpacing()
        self._note.setVisible(high and not self._empty)
        self.distances.setToolTip("" if high else self._note.text())

    def _show(self) -> None:
        self._show_apart()
        self._show_orders()

    def _show_apart(self) -> None:
        apart, style = self._apart, self._style
        if apart is None or style is None:
            self.distances.set_traces(())
        else:
            solid = replace(style, line=Qt.PenStyle.SolidLine)
            # The start, where both are at one place, is on no logarithmic axis.
            distances = np.where(apart.distances > 0, apart.distances, np.nan)
            self.distances.set_traces([Trace(solid, apart.times, distances)])
        self._show_cursor()

    def _show_cursor(self) -> None:
        apart = self._apart
        if apart is None or not len(apart.steps):
            self.distances.set_cursor(None)
            return
        place = max(int(np.searchsorted(apart.steps, self._cursor, "right")) - 1, 0)
        self.distances.set_cursor(float(apart.times[place]))

    def _show_orders(self) -> None:
        if self._style is None:
            self.orders.set_traces(())
            return
        traces = []
        for each in self._orders:
            style, sizes = self._shade(each), each.step_sizes
            line = replace(style, line=Qt.PenStyle.DashLine)
            traces += [
                Trace(style, sizes, each.errors, self._name(each), marks=True, fit="near"),
                Trace(line, sizes, each.fitted, thin=True),
            ]
        self.orders.set_traces(traces)

    def _shade(self, convergence: Convergence) -> RunStyle:
        assert self._style is not None
        if convergence.release != "rest":
            return replace(self._style, line=Qt.PenStyle.SolidLine)
        # The start that no optimizer has stands back.
        neutral = QColor(self._theme.muted).name()
        return replace(self._style, colour=neutral, line=Qt.PenStyle.SolidLine, symbol="s")

    def _name(self, convergence: Convergence) -> str:
        start = {
            "descent": self.tr("Euler"),
            "early": self.tr("v₀ = 0"),
            "rest": self.tr("at rest"),
        }[convergence.release]
        if np.isnan(convergence.order):
            return self.tr("none yet ({start})").format(start=start)
        return self.tr("{order:.2f} ({start})").format(start=start, order=convergence.order)
