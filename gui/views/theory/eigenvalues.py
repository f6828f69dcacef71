"""Eigenvalue by eigenvalue: the matrix of a step, its roots, what they predict, what came."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.tips import tip
from gui.views.theory.contribution_bars import ContributionBars
from gui.views.theory.page import SidePanel, TheoryPage, quiet
from gui.views.theory.root_plane import RootPlane
from gui.views.theory.small_table import Row, SmallTable
from gui.views.theory.words import rate_text, reason_text, regime_meaning, regime_name
from simulation.theory.analysis import Measurement, Prediction
from simulation.theory.optima import Optimum, Reason
from simulation.theory.regimes import Regime
from simulation.theory.spectra import Spectrum

Array = np.ndarray[Any, np.dtype[Any]]

PANEL_WIDTH = 44
"""Letters."""
MOST_ROWS = 200
"""Eigenvalues that are listed."""


class EigenvaluesView(TheoryPage):
    """Rates predicted from R beside those fitted to the run, and their bars and roots.

    Signals
    -------
    optimum_wanted
        The run is to take the fastest values.
    place_chosen
        Whether the Hessian is wanted at the cursor rather than at the minimum.
    """

    optimum_wanted = Signal()
    place_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("eigenvalues", parent)
        self._spectrum: Spectrum | None = None
        self._prediction: Prediction | None = None
        self._measurement: Measurement | None = None
        self._chosen = 0
        self._place = QComboBox()
        self._place.addItems([self.tr("at the minimum"), self.tr("at the cursor")])
        self._place.setToolTip(self.tr("Where the Hessian, the matrix of curvatures, is taken"))
        self._place.setAccessibleName(self.tr("Place of the Hessian"))
        self._place.activated.connect(lambda index: self.place_chosen.emit(index == 1))
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._optimum = QPushButton(self.tr("Use optimal parameters"))
        self._optimum.setObjectName("use_optimum")
        self._optimum.setToolTip(self.tr("Give the run the rate and momentum that are best here"))
        self._optimum.clicked.connect(self.optimum_wanted)
        self._table = SmallTable(
            (
                ("λ", self.tr("Eigenvalue of the Hessian: a curvature")),
                (self.tr("regime"), self.tr("What the ball does along this eigenvector")),
                (self.tr("rate"), self.tr("Predicted: largest modulus of the eigenvalues of R")),
                (self.tr("fitted"), self.tr("Fitted to the run: by linear prediction on its end")),
            ),
            widest=1,
        )
        self._table.setAccessibleName(self.tr("Eigenvalues"))
        self._table.currentCellChanged.connect(self._on_row)
        self._bars = ContributionBars()
        self._bars.setToolTip(
            tip(
                self.tr(
                    "½λz²: what each eigenvector adds to the loss. Full: measured at the cursor; "
                    "open: by the closed form; grey: at the start"
                )
            )
        )
        self._caption = QLabel()
        self._caption.setWordWrap(True)
        self._plane = RootPlane()
        self._plane.chosen.connect(self._table.selectRow)
        self._matrix = QLabel()
        self._matrix.setWordWrap(True)
        self._matrix.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.colour()

    def _lay_out(self) -> None:
        panel = SidePanel(PANEL_WIDTH)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._place)
        column.addWidget(self._summary)
        column.addWidget(self._optimum)
        column.addWidget(self._table, 1)
        self.content.turned.connect(self._table.set_whole)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(self._matrix)
        right.addWidget(self._plane, 1)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self._caption)
        middle.addWidget(self._bars, 1)
        self.row.addWidget(panel)
        self.row.addLayout(middle, 1)
        self.row.addLayout(right, 1)

    # --- facts ------------------------------------------------------------------------------

    def set_spectrum(self, spectrum: Spectrum) -> None:
        """Show these eigenvalues; what was known of others is forgotten."""
        self._spectrum, self._prediction, self._measurement = spectrum, None, None
        self._bars.clear()
        self._place.setVisible(not spectrum.quadratic)
        self._bars.set_eigenvalues(spectrum.eigenvalues, self._colours())

    def set_prediction(
        self,
        prediction: Prediction | Reason,
        momentum: float | None,
        optimizer: str,
    ) -> None:
        """Show what is predicted, or why nothing is.

        ``momentum`` is the run's β, for the circle √β; ``None`` if it has none.
        """
        if isinstance(prediction, Prediction):
            self._prediction, self._why = prediction, ""
        else:
            self._prediction, self._why = None, reason_text(prediction, optimizer)
        self._radius = np.nan if momentum is None else float(np.sqrt(momentum))
        self._show()

    def set_measurement(self, measurement: Measurement | None, note: str = "") -> None:
        """Show what was measured, or say why nothing is."""
        self._measurement, self._note = measurement, note
        self._show()

    def set_optimum(self, optimum: Optimum | Reason, optimizer: str, *, has_momentum: bool) -> None:
        """Offer the fastest values, or say why there are none."""
        self._optimum.setEnabled(isinstance(optimum, Optimum))
        if isinstance(optimum, Optimum):
            values = f"η = {optimum.learning_rate:.6g}"
            if has_momentum:
                values += f", β = {optimum.momentum:.6g}"
            words = self.tr(
                "Set {values}: of all choices the largest rate over the spectrum is the smallest, "
                "{rate}."
            )
            self._optimum.setToolTip(words.format(values=values, rate=rate_text(optimum.rate)))
        else:
            self._optimum.setToolTip(reason_text(optimum, optimizer))

    def set_contribution_range(self, low: float, high: float) -> None:
        """Say which contributions there are in the whole run."""
        self._bars.set_range(low, high)

    def set_contributions(
        self, step: int, start: Array, measured: Array, theory: Array | None
    ) -> None:
        """Show what each eigenvector adds to the loss at ``step``, ``(dim,)`` each."""
        words = (
            self.tr("½λz² at step {step}; open bars: theory")
            if theory is not None
            else self.tr("½λz² at step {step}")
        )
        self._caption.setText(words.format(step=step))
        self._bars.set_contributions(start, measured, theory)

    def clear_contributions(self) -> None:
        """Show none."""
        self._caption.setText("")
        self._bars.clear()

    def colour(self) -> None:
        self._bars.set_theme(self.theme)
        self._plane.set_theme(self.theme)
        for label in (self._caption, self._matrix):
            quiet(label, self.theme)
        if self._spectrum is not None:
            self._bars.set_eigenvalues(self._spectrum.eigenvalues, self._colours())
            self._show()

    # --- drawing ----------------------------------------------------------------------------

    _why = ""
    _note = ""
    _radius = float("nan")

    def _colours(self) -> list[str]:
        """One for each eigenvalue, flat to steep, told apart on either background."""
        count = 0 if self._spectrum is None else len(self._spectrum.eigenvalues)
        ends = (0.4, 1.0) if self.theme.dark else (0.0, 0.8)
        places = np.linspace(*ends, max(count, 1))
        return [colour.name() for colour in pg.colormap.get("plasma").map(places, mode="qcolor")]

    def _show(self) -> None:
        if self._spectrum is None:
            return
        self._summary.setText(self._summary_text(self._spectrum))
        self._table.set_rows(self._rows(self._spectrum))
        prediction = self._prediction
        if prediction is None:
            self._plane.set_roots(np.empty((0, 1), dtype=complex), [], np.nan)
            self._matrix.setText("")
            return
        self._chosen = min(self._chosen, len(prediction.roots) - 1)
        self._plane.set_roots(prediction.roots, self._colours(), self._radius)
        self._show_matrix()

    def _summary_text(self, spectrum: Spectrum) -> str:
        lines = [
            self.tr("Condition number {kappa}").format(kappa=f"{spectrum.condition_number:.6g}")
        ]
        prediction, measurement = self._prediction, self._measurement
        if prediction is None:
            lines.append(self._why)
        else:
            fitted = np.nan if measurement is None else measurement.rate
            words = self.tr("Rate {rate} predicted, {fitted} fitted")
            lines.append(words.format(rate=rate_text(prediction.rate), fitted=rate_text(fitted)))
        if measurement is not None and measurement.agreement is not None:
            words = self.tr("The closed form agrees to {error}")
            lines.append(words.format(error=f"{measurement.agreement:.1g}"))
        elif self._note:
            lines.append(self._note)
        return "\n".join(lines)

    def _rows(self, spectrum: Spectrum) -> list[Row]:
        prediction, measurement = self._prediction, self._measurement
        colours = self._colours()
        rows = []
        for place, eigenvalue in enumerate(spectrum.eigenvalues[:MOST_ROWS].tolist()):
            regime, rate, tip = "–", "–", ""
            if prediction is not None:
                kind = Regime(int(prediction.regimes[place]))
                regime, tip = regime_name(kind), regime_meaning(kind)
                rate = rate_text(float(prediction.rates[place]))
            fitted = "–" if measurement is None else rate_text(float(measurement.rates[place]))
            name = f"{eigenvalue:.3g}" if abs(eigenvalue) < 1000 else f"{eigenvalue:.4g}"
            rows.append(Row((name, regime, rate, fitted), colours[place], tip))
        return rows

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._chosen = row
            self._plane.set_chosen(row)
            self._show_matrix()

    def _show_matrix(self) -> None:
        prediction, spectrum = self._prediction, self._spectrum
        if prediction is None or spectrum is None or self._chosen >= len(prediction.matrices):
            return
        rows = prediction.matrices[self._chosen]
        text = "; ".join("  ".join(f"{entry:.4g}" for entry in row) for row in rows)
        state = ", ".join(_letter(name) for name in prediction.recursion.names)
        eigenvalue = f"{spectrum.eigenvalues[self._chosen]:.4g}"
        words = self.tr("λ {eigenvalue}: R = [{rows}]")
        self._matrix.setText(words.format(eigenvalue=eigenvalue, rows=text))
        words = self.tr(
            "R carries [{state}] from one step to the next; errors shrink inside the circle."
        )
        tip = words.format(state=state)
        if np.isfinite(self._radius):
            words = self.tr("Dashed: √β = {radius}, where the roots of a ringing heavy ball lie.")
            tip += "\n" + words.format(radius=f"{self._radius:.4g}")
        self._plane.setToolTip(tip)
        self._plane.set_chosen(self._chosen)


def _letter(name: str) -> str:
    return {"velocity": "v"}.get(name, name)
