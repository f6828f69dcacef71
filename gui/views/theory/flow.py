"""A run beside its flow: how far apart they are, and how that falls with the step size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import RunStyle
from gui.tips import tip
from gui.views.theory.chart import Chart, Trace
from gui.views.theory.chart_page import ChartPage
from simulation.theory.orders import Convergence

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Apart:
    """How far a run is from its flow."""

    steps: Array
    """Shape ``(n,)``."""
    times: Array
    """Of the flow, ``(n,)``."""
    distances: Array
    """‖x − θ‖, ``(n,)``."""


class FlowView(ChartPage):
    """Controls at the left, two plots beside them and a sentence below.

    Parameters
    ----------
    controls
        What stands at the left.
    """

    def __init__(self, controls: QWidget, parent: QWidget | None = None) -> None:
        self.distances, self.orders = Chart(log_y=True), Chart(log_x=True, log_y=True)
        super().__init__("flow", (self.distances, self.orders), parent=parent)
        self._apart: Apart | None = None
        self._orders: Sequence[Convergence] = ()
        self.distances.set_title(self.tr("Distance from the flow"))
        self.orders.set_title(self.tr("Order in the time step:"))
        self.orders.setToolTip(
            tip(
                self.tr(
                    "Largest distance from the flow over the first steps of the run: with its own "
                    "time step, at the right, with half of it, and so on. At order 1 half the step "
                    "makes half the distance, at order 2 a quarter."
                )
            )
        )
        self.sentence.setContentsMargins(8, 0, 8, 4)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addLayout(self.plots, 1)
        beside.addWidget(self.sentence)
        self.row.addWidget(controls)
        self.row.addLayout(beside, 1)

    def set_empty(self, *, empty: bool) -> None:
        super().set_empty(empty=empty)
        self.sentence.setVisible(not empty)  # the controls say why

    def set_apart(self, apart: Apart | None) -> None:
        """Show how far the run is from its flow."""
        self._apart = apart
        self._show_apart()

    def set_orders(self, orders: Sequence[Convergence]) -> None:
        """Show what halving the steps does."""
        self._orders = orders
        self._show_orders()

    def show_all(self) -> None:
        self._show_apart()
        self._show_orders()

    def _show_apart(self) -> None:
        apart, style = self._apart, self.look
        if apart is None or style is None:
            self.distances.set_traces(())
        else:
            solid = replace(style, line=Qt.PenStyle.SolidLine)
            # The start, where both are at one place, is on no logarithmic axis.
            distances = np.where(apart.distances > 0, apart.distances, np.nan)
            self.distances.set_traces([Trace(solid, apart.times, distances)])
        self.show_cursor()

    def show_cursor(self) -> None:
        apart = self._apart
        if apart is None or not len(apart.steps):
            self.distances.set_cursor(None)
            return
        place = max(int(np.searchsorted(apart.steps, self.step, "right")) - 1, 0)
        self.distances.set_cursor(float(apart.times[place]))

    def _show_orders(self) -> None:
        if self.look is None:
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
        assert self.look is not None
        if convergence.release != "rest":
            return replace(self.look, line=Qt.PenStyle.SolidLine)
        # The start that no optimizer has stands back.
        neutral = QColor(self.theme.muted).name()
        return replace(self.look, colour=neutral, line=Qt.PenStyle.SolidLine, symbol="s")

    def _name(self, convergence: Convergence) -> str:
        start = {
            "descent": self.tr("Euler"),
            "early": self.tr("v₀ = 0"),
            "rest": self.tr("at rest"),
        }[convergence.release]
        if np.isnan(convergence.order):
            return self.tr("none yet ({start})").format(start=start)
        return self.tr("{order:.2f} ({start})").format(start=start, order=convergence.order)
