"""The eigenvalues of R in the complex plane: inside the unit circle they shrink errors."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import LIGHT, Theme
from gui.views.plots import style_plot
from gui.views.theory.page import fit_to_type, small_plot

Array = np.ndarray[Any, np.dtype[Any]]

SIZE, CHOSEN_SIZE = 8, 13
AROUND = 1.12
FARTHEST = 4.0
"""Largest modulus to which the view opens by itself."""
ANGLES = np.linspace(0, 2 * np.pi, 181)


class RootPlane(QWidget):
    """Draws roots, the unit circle and the circle on which ringing roots lie.

    Signals
    -------
    chosen
        Index of the eigenvalue of the Hessian whose root was pressed.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._roots = np.empty((0, 1), dtype=complex)
        self._colours: list[str] = []
        self._chosen = 0
        self._radius = float("nan")
        self._plot: Any = small_plot(self, self.tr("roots"))
        self._plot.setAspectLocked(True)
        self._plot.showGrid(x=True, y=True, alpha=0.12)
        self._unit = pg.PlotCurveItem(np.cos(ANGLES), np.sin(ANGLES), antialias=True)
        self._inner = pg.PlotCurveItem(antialias=True)
        self._dots = pg.ScatterPlotItem(pxMode=True, hoverable=True, tip=None)
        self._dots.sigClicked.connect(self._on_clicked)
        for item in (self._unit, self._inner, self._dots):
            self._plot.addItem(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.set_theme(LIGHT)

    def set_roots(self, roots: Array, colours: list[str], radius: float) -> None:
        """Show complex roots ``(k, m)``, a colour for each eigenvalue of the Hessian.

        ``radius`` is the modulus of ringing roots, √β for heavy ball; nan for none.
        """
        self._roots, self._colours, self._radius = roots, colours, radius
        self._draw()

    def set_chosen(self, place: int) -> None:
        """Make the roots of one eigenvalue stand out."""
        self._chosen = place
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        style_plot(self._plot, theme)
        fit_to_type(self._plot)
        self._unit.setPen(pg.mkPen(theme.foreground, width=1.4))
        self._inner.setPen(pg.mkPen(theme.muted, width=1.2, style=Qt.PenStyle.DashLine))
        self._draw()

    def _draw(self) -> None:
        if np.isfinite(self._radius):
            self._inner.setData(self._radius * np.cos(ANGLES), self._radius * np.sin(ANGLES))
        else:
            self._inner.setData([], [])
        count, size = self._roots.shape
        flat = self._roots.ravel()
        owners = np.repeat(np.arange(count), size)
        there = np.isfinite(flat)
        order = np.argsort(owners[there] == self._chosen, kind="stable")  # the chosen on top
        flat, owners = flat[there][order], owners[there][order]
        self._dots.setData(
            x=flat.real,
            y=flat.imag,
            size=[CHOSEN_SIZE if owner == self._chosen else SIZE for owner in owners],
            brush=[pg.mkBrush(self._colours[owner]) for owner in owners],
            pen=[
                pg.mkPen(
                    self._theme.foreground if owner == self._chosen else self._theme.marker_edge
                )
                for owner in owners
            ],
            data=owners.tolist(),
        )
        moduli = np.abs(flat)
        reach = AROUND * min(max(1.0, float(moduli.max(initial=0.0))), FARTHEST)
        self._plot.setRange(xRange=(-reach, reach), yRange=(-reach, reach), padding=0)

    def _on_clicked(self, _item: Any, points: Any) -> None:
        if len(points):
            self.chosen.emit(int(points[0].data()))
