"""Which learning rates and momenta are stable, and how fast: with the runs in the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.outlines import CheckBox
from gui.tips import tip
from gui.views.theory.page import SidePanel, TheoryPage
from gui.views.theory.stability_plot import StabilityPlot
from gui.views.theory.stability_records import Boundary, Dot, Picture
from gui.views.theory.tints import boundary_colour, tint
from gui.views.theory.words import rate_text, reason_text, regime_name, steps_per_digit
from simulation.theory.optima import Optimum, Reason
from simulation.theory.regimes import Regime
from simulation.theory.stability import TEXTBOOK, Form

SIDE_WIDTH = 28
"""Letters."""
AREAS = (
    Regime.OVER_DAMPED,
    Regime.UNDER_DAMPED,
    Regime.ALTERNATING,
    Regime.DIVERGENT,
)
"""Regimes that fill areas; the others are lines between them."""


class StabilityView(TheoryPage):
    """A picture with choices above it and its legend beside it.

    Signals
    -------
    choice_changed
        Another method, curvature or axis is chosen.
    boundaries_changed
        Other curves are wanted.
    moved, dropped
        As of :class:`StabilityPlot`.
    optimum_wanted
        The run is to take the fastest values.
    """

    choice_changed = Signal()
    boundaries_changed = Signal()
    moved = Signal(float, float)
    dropped = Signal()
    optimum_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("stability", parent)
        self.plot = StabilityPlot()
        self.plot.setAccessibleName(self.tr("Stability diagram"))
        self.plot.moved.connect(self.moved)
        self.plot.dropped.connect(self.dropped)
        self.plot.hovered.connect(self._on_hovered)
        self._log = False
        self._letter = "η"
        self._make_choices()
        self._legend = QLabel()
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._rate = QLabel()
        self._rate.setWordWrap(True)
        self._optimum = QPushButton(self.tr("Use optimal"))
        self._optimum.setObjectName("use_optimum")
        self._optimum.setToolTip(self.tr("Give the run the rate and momentum that are best here"))
        self._optimum.clicked.connect(self.optimum_wanted)
        self._lay_out()
        self.colour()

    def _make_choices(self) -> None:
        self._method = QComboBox()
        self._method.addItem(self.tr("The run's method"), None)
        for form, name in self._form_names().items():
            self._method.addItem(name, form)
        self._method.setToolTip(self.tr("Method whose regimes are coloured"))
        self._method.setAccessibleName(self.tr("Method"))
        self._curvature = QComboBox()
        self._curvature.setToolTip(
            tip(
                self.tr(
                    "The worst of all eigenvalues over the learning rate η, or one eigenvalue "
                    "over ηλ"
                )
            )
        )
        self._curvature.setAccessibleName(self.tr("Curvature"))
        for combo in (self._method, self._curvature):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumWidth(60)
            combo.activated.connect(self.choice_changed)
        self._log_box = CheckBox(self.tr("Log η"))
        self._log_box.setToolTip(self.tr("Logarithmic axis of learning rates"))
        self._log_box.clicked.connect(self.choice_changed)
        self._boundaries = QPushButton(self.tr("Boundaries"))
        self._boundaries.setToolTip(
            tip(self.tr("Limits of stability (thick) and critical damping (thin) in closed form"))
        )
        menu = QMenu(self._boundaries)
        self._boundary_actions: dict[Form, QAction] = {}
        for form, name in self._form_names().items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setIcon(_swatch(boundary_colour(form)))
            action.toggled.connect(self.boundaries_changed)
            self._boundary_actions[form] = action
        self._boundaries.setMenu(menu)

    def _form_names(self) -> dict[Form, str]:
        names: dict[Form, str] = {
            "heavy-ball": self.tr("Heavy ball"),
            "look-ahead": self.tr("Nesterov, look-ahead"),
            "midpoint": self.tr("Nesterov, midpoint"),
            "implicit": self.tr("Implicit scheme"),
        }
        return {form: names[form] for form in TEXTBOOK}

    def _lay_out(self) -> None:
        bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bar.setSpacing(6)
        for control in (self._method, self._curvature):
            bar.addWidget(control, 1)
        last = QHBoxLayout()
        last.addWidget(self._boundaries)
        last.addWidget(self._log_box)
        last.addStretch()
        bar.addLayout(last)
        self._bar = bar
        self.content.turned.connect(self._turn)
        self._turn(narrow=self.content.narrow)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addLayout(bar)
        left.addWidget(self.plot, 1)
        side = SidePanel(SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self._legend)
        column.addWidget(self._rate)
        column.addStretch(1)
        column.addWidget(self._optimum)
        self.row.addLayout(left, 1)
        self.row.addWidget(side)

    @Slot(bool)
    def _turn(self, narrow: bool) -> None:
        """Give the choices two lines where one is too short."""
        directions = QBoxLayout.Direction
        self._bar.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    # --- facts ------------------------------------------------------------------------------

    @property
    def form(self) -> Form | None:
        """The method that is coloured; ``None`` for the run's own."""
        form: Form | None = self._method.currentData()
        return form

    @property
    def curvature(self) -> float | None:
        """The eigenvalue that is looked at; ``None`` for all."""
        value: float | None = self._curvature.currentData()
        return value

    @property
    def log(self) -> bool:
        """Whether learning rates are on a logarithmic axis."""
        return self._log_box.isChecked()

    @property
    def boundaries(self) -> list[Form]:
        """The methods whose curves are wanted."""
        return [form for form, action in self._boundary_actions.items() if action.isChecked()]

    def boundary_name(self, form: Form) -> str:
        """What a method is called in the legend."""
        return self._form_names()[form]

    def set_curvatures(self, eigenvalues: Sequence[float]) -> None:
        """Offer these eigenvalues one by one."""
        known = [self._curvature.itemData(i) for i in range(1, self._curvature.count())]
        if self._curvature.count() and known == list(eigenvalues):
            return
        with QSignalBlocker(self._curvature):
            self._curvature.clear()
            self._curvature.addItem(self.tr("All eigenvalues"), None)
            for eigenvalue in eigenvalues:
                self._curvature.addItem(f"λ = {eigenvalue:.4g}", eigenvalue)

    def set_picture(self, picture: Picture | None, *, log: bool, one: bool) -> None:
        """Show areas and lines; ``one`` if the axis is ηλ of one eigenvalue."""
        self._log, self._letter = log, "ηλ" if one else "η"
        label = self.tr("ηλ: learning rate × eigenvalue") if one else self.tr("learning rate η")
        self.plot.set_axis(label, log=log)
        self.plot.set_picture(picture)

    def set_boundaries(self, boundaries: Sequence[Boundary]) -> None:
        """Show curves known in closed form."""
        self.plot.set_boundaries(boundaries)

    def set_dots(self, dots: Sequence[Dot]) -> None:
        """Show the runs."""
        self.plot.set_dots(dots)

    def set_rate(self, rate: float, regime: Regime) -> None:
        """Say how fast the selected run is."""
        words = self.tr("Rate {rate}, {regime}: {pace}")
        self._rate.setText(
            words.format(rate=rate_text(rate), regime=regime_name(regime), pace=self._pace(rate))
        )

    def set_problem(self, reason: Reason, optimizer: str) -> None:
        """Say why the selected run has no rate."""
        self._rate.setText(reason_text(reason, optimizer))

    def set_optimum(self, optimum: Optimum | Reason, optimizer: str) -> None:
        """Offer the fastest values (the star), or say why there are none."""
        self._optimum.setEnabled(isinstance(optimum, Optimum))
        if isinstance(optimum, Optimum):
            words = self.tr(
                "The star: η = {rate}, β = {momentum}. Fastest in the long run; a few steps may "
                "get further with others."
            )
            self._optimum.setToolTip(
                words.format(
                    rate=f"{optimum.learning_rate:.6g}", momentum=f"{optimum.momentum:.6g}"
                )
            )
        else:
            self._optimum.setToolTip(reason_text(optimum, optimizer))

    def colour(self) -> None:
        theme = self.theme
        self.plot.set_theme(theme)
        rows = [(f"background:{tint(r, theme)}", regime_name(r)) for r in AREAS]
        cells = "".join(
            f"<tr><td style='{style}' width='16'></td><td>&nbsp;{name}</td></tr>"
            for style, name in rows
        )
        signs = self.tr("★ optimal; thick line: rate 1")
        self._legend.setText(f"<table cellspacing='2'>{cells}</table><div>{signs}</div>")

    def _on_hovered(self, place: Any) -> None:
        found = None if place is None else self.plot.value_at(place.x(), place.y())
        if found is None or place is None:
            self.plot.set_readout("")
            return
        rate, regime = found
        x = 10 ** place.x() if self._log else place.x()
        words = self.tr("{letter} {x}, β {y}: rate {rate}, {regime}")
        self.plot.set_readout(
            words.format(
                letter=self._letter,
                x=f"{x:.3g}",
                y=f"{place.y():.3f}",
                rate=f"{rate:.4g}",
                regime=regime_name(regime),
            )
        )

    def _pace(self, rate: float) -> str:
        if rate > 1:
            return self.tr("errors grow.")
        if rate == 1:
            return self.tr("errors stay.")
        return self.tr("a decimal digit every {steps} steps.").format(
            steps=f"{steps_per_digit(rate):.3g}"
        )


def _swatch(colour: str) -> QIcon:
    square = QPixmap(12, 12)
    square.fill(QColor(colour))
    return QIcon(square)
