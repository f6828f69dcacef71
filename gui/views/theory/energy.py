"""Where the energy of a run goes, and the phase portrait of its motion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import RUN_COLOURS, SYMBOLS, RunStyle
from gui.tips import tip
from gui.views.theory.chart import Chart, Trace
from gui.views.theory.chart_page import ChartPage
from simulation.theory.energy import Energies

Array = np.ndarray[Any, np.dtype[Any]]

SHARES = {"kinetic": 4, "potential": 2, "dissipated": 3}
"""Place of each kind of energy in the palette; the total has the foreground's colour."""


@dataclass(frozen=True, slots=True)
class Balance:
    """A motion and its energies, of a run or of a flow."""

    energies: Energies
    positions: Array
    """Shape ``(dim, n)``."""
    every: int = 1
    """Steps of the run from one column to the next."""


class EnergyView(ChartPage):
    """Energies over time at the left, velocity over position at the right.

    Lines are the flow, points and thick lines the run.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.energies, self.portrait = Chart(), Chart(ascending=False)
        super().__init__("energy", (self.energies, self.portrait), (3, 2), parent)
        self._run: Balance | None = None
        self._flow: Balance | None = None
        self._levels: tuple[Array, Array] | None = None
        self.energies.set_title(self.tr("Energy by time:"))
        self.energies.setToolTip(
            tip(
                self.tr(
                    "Kinetic energy ½‖θ′‖², potential energy L, their total, and what friction "
                    "took. Full lines are the run, dashed ones its flow. Total and dissipated "
                    "together stay what they were at the start, but for the size of the steps."
                )
            )
        )
        self.portrait.set_title(self.tr("Velocity by position"))
        self.portrait.setToolTip(
            tip(
                self.tr(
                    "Velocity over position. Without friction a motion goes round and round, with "
                    "friction it spirals into a well."
                )
            )
        )
        self._coordinate = QComboBox()
        self._coordinate.setObjectName("phase_coordinate")
        self._coordinate.setAccessibleName(self.tr("Coordinate"))
        self._coordinate.setToolTip(self.tr("Whose position and velocity are shown"))
        self._coordinate.currentIndexChanged.connect(self._show_portrait)
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 0)
        head.addWidget(self.sentence, 1)
        head.addWidget(self._coordinate)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self.plots, 1)
        self.row.addLayout(column)

    def set_empty(self, *, empty: bool) -> None:
        super().set_empty(empty=empty)
        self._coordinate.setVisible(not empty and self._coordinate.count() > 1)

    def set_coordinates(self, names: Sequence[str]) -> None:
        """Offer the phase portraits of these coordinates."""
        texts = [self._coordinate.itemText(place) for place in range(self._coordinate.count())]
        if texts == list(names):
            return
        self._coordinate.clear()
        self._coordinate.addItems(list(names))

    def set_balances(
        self,
        run: Balance | None,
        flow: Balance | None,
        levels: tuple[Array, Array] | None = None,
    ) -> None:
        """Show a run and its flow; either may be missing.

        ``levels`` are lines of equal energy, position and velocity, for a single coordinate.
        """
        self._run, self._flow, self._levels = run, flow, levels
        self.show_all()

    def show_all(self) -> None:
        self._show_energies()
        self._show_portrait()

    def _show_energies(self) -> None:
        names = {
            "kinetic": self.tr("kinetic"),
            "potential": self.tr("potential"),
            "total": self.tr("total"),
            "dissipated": self.tr("dissipated"),
        }
        traces: list[Trace] = []
        for balance, of_flow in ((self._flow, True), (self._run, False)):
            if balance is None:
                continue
            shown = balance.energies
            kinds = names if shown.has_mass else ("potential", "dissipated")
            for kind in kinds:
                named = not of_flow or self._run is None
                traces.append(
                    Trace(
                        self._look(kind, dashed=of_flow),
                        shown.times,
                        getattr(shown, kind),
                        names[kind] if named else "",
                        thin=of_flow,
                        marks=not of_flow,
                        fit="all" if of_flow else "near",
                    )
                )
        self.energies.set_traces(traces)
        self.show_cursor()

    def _look(self, kind: str, *, dashed: bool) -> RunStyle:
        place = SHARES.get(kind, 0)
        colour = RUN_COLOURS[place] if kind in SHARES else self.theme.foreground
        line = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        return RunStyle(kind, colour, line, SYMBOLS[place])

    def _show_portrait(self) -> None:
        axis = max(self._coordinate.currentIndex(), 0)
        traces: list[Trace] = []
        if self.look is not None:
            thin = replace(self.look, line=Qt.PenStyle.DashLine)
            solid = replace(self.look, line=Qt.PenStyle.SolidLine)
            if self._levels is not None:
                level = replace(solid, colour=self.theme.grid)
                traces.append(Trace(level, *self._levels, thin=True, fit="none"))
            traces += self._orbit(self._flow, axis, thin, of_flow=True)
            traces += self._orbit(self._run, axis, solid, of_flow=False)
        self.portrait.set_traces(traces)
        self.show_cursor()

    @staticmethod
    def _orbit(
        balance: Balance | None, axis: int, style: RunStyle, *, of_flow: bool
    ) -> list[Trace]:
        if balance is None or axis >= len(balance.positions):
            return []
        x, velocity = balance.positions[axis], balance.energies.velocities[axis]
        return [
            Trace(
                style,
                x,
                velocity,
                thin=of_flow,
                marks=not of_flow,
                fit="all" if of_flow else "near",
            )
        ]

    def show_cursor(self) -> None:
        run, style = self._run, self.look
        axis = max(self._coordinate.currentIndex(), 0)
        if run is None or style is None or axis >= len(run.positions):
            self.energies.set_cursor(None)
            self.portrait.set_dots([])
            return
        row = min(self.step // run.every, run.positions.shape[1] - 1)
        self.energies.set_cursor(float(run.energies.times[row]))
        x, velocity = run.positions[axis, row], run.energies.velocities[axis, row]
        self.portrait.set_dots([(style, float(x), float(velocity))])
