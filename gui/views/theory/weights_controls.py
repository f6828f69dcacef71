"""Which momenta, over how many steps, and in which form the weights are shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from gui.tips import tip

MOST_STEPS = 400


@dataclass(frozen=True, slots=True)
class WeightsChoice:
    """What the user wants to see the weights of."""

    momenta: str = "0.95, 0.9, 0.6, 0"
    """As typed."""
    steps: int = 40
    averaged: bool = False


TEXTBOOK_CHOICES = (
    WeightsChoice(),
    WeightsChoice("0.9", 100, averaged=True),
    WeightsChoice("0.98, 0.95, 0.9, 0.8", 100, averaged=True),
)
"""Those that the texts plot."""


class WeightsControls(QWidget):
    """A choice of the texts' plots, and each of their numbers.

    Signals
    -------
    changed
        A :class:`WeightsChoice`.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presets = QComboBox()
        """To be placed by the page: it may share its line."""
        self.presets.addItems(
            [
                self.tr("β from 0.95 to 0, 40 steps"),
                self.tr("Averaged, β 0.9, 100 steps"),
                self.tr("Averaged, β 0.98 to 0.8"),
                self.tr("The selected run's β"),
            ]
        )
        self.presets.setToolTip(self.tr("Weights that the texts plot, or those of the run"))
        self.presets.setAccessibleName(self.tr("Choice of weights"))
        # Long words must not make the window wide.
        self.presets.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._momenta = QLineEdit(WeightsChoice().momenta)
        self._momenta.setObjectName("momenta")
        self._momenta.setCursorPosition(0)
        self._momenta.setToolTip(self.tr("One or more β, separated by commas"))
        self._momenta.setAccessibleName(self.tr("Momenta"))
        self._steps = QSpinBox()
        self._steps.setRange(2, MOST_STEPS)
        self._steps.setValue(WeightsChoice().steps)
        self._steps.setKeyboardTracking(False)
        self._steps.setToolTip(self.tr("How many past steps are drawn"))
        self._steps.setAccessibleName(self.tr("Number of steps"))
        self._form = QComboBox()
        self._form.addItems(["βᵗ", "(1−β)βᵗ"])
        self._form.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._form.setMinimumContentsLength(4)
        self._form.setToolTip(
            tip(
                self.tr(
                    "βᵗ: gradients are added up, v ← βv + g. "
                    "(1−β)βᵗ: they are averaged, v ← βv + (1−β)g"
                )
            )
        )
        self._form.setAccessibleName(self.tr("Form of the weights"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._momenta, 1)
        line.addWidget(self._form)
        line.addWidget(self._steps)
        self.presets.activated.connect(self._choose_preset)
        self._momenta.editingFinished.connect(self._announce)
        self._steps.valueChanged.connect(self._announce)
        self._form.activated.connect(self._announce)

    @property
    def choice(self) -> WeightsChoice:
        """What is asked for."""
        return WeightsChoice(
            self._momenta.text(), self._steps.value(), averaged=self._form.currentIndex() == 1
        )

    @property
    def follows_run(self) -> bool:
        """Whether the momentum of the selected run is asked for."""
        return self.presets.currentIndex() == len(TEXTBOOK_CHOICES)

    def set_choice(self, choice: WeightsChoice) -> None:
        """Fill the controls in."""
        for control in (self._momenta, self._steps, self._form):
            control.blockSignals(True)
        self._momenta.setText(choice.momenta)
        self._momenta.setCursorPosition(0)
        self._steps.setValue(choice.steps)
        self._form.setCurrentIndex(int(choice.averaged))
        for control in (self._momenta, self._steps, self._form):
            control.blockSignals(False)

    def _choose_preset(self, index: int) -> None:
        if index < len(TEXTBOOK_CHOICES):
            self.set_choice(TEXTBOOK_CHOICES[index])
        self._announce()

    def _announce(self) -> None:
        self.changed.emit(self.choice)
