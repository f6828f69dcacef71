"""Noise on the gradients: whether there is any, of which kind and how strong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.language import translated
from gui.panels.inputs import CheckBox
from gui.panels.parameter_row import ParameterRow
from gui.panels.tones import Tone, ToneLabel
from simulation.noise import KINDS, PARAMETERS, Noise

INDENT = 22
"""Puts the rows below the words of the check box."""


class NoiseSection(QWidget):
    """A check box and, while it is checked, a row for each number that noise declares."""

    changed = Signal(object, str)
    """The wished-for Noise, or ``None`` for none, and a merge key, empty for none."""
    edit_finished = Signal()
    refused = Signal(str)
    """A sentence on a text that is no allowed value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noise_section")
        self._noise: Noise | None = None
        self._last = Noise()
        self._box = CheckBox(self.tr("noise"))
        self._box.setObjectName("noise")
        self._box.setToolTip(self.tr("Add noise to each gradient that a step sees"))
        self._box.toggled.connect(self._switch)
        self._formula = ToneLabel(Tone.QUIET)
        self._formula.setObjectName("noise_formula")
        self._formula.setWordWrap(True)
        self._rows: dict[str, ParameterRow] = {}
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(INDENT, 0, 0, 0)
        form.setSpacing(8)
        for parameter in PARAMETERS:
            row = self._rows[parameter.name] = ParameterRow(parameter, parameter.default)
            row.changed.connect(self._set_value)
            row.drag_finished.connect(self.edit_finished)
            row.refused.connect(self.refused)
            form.addWidget(row)
        self._rows["kind"].explain_choices(KINDS)
        form.insertWidget(1, self._formula)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addWidget(self._form)
        self.set_noise(None)

    @property
    def editors(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        return [self._box, *(editor for row in self._rows.values() for editor in row.editors)]

    def set_noise(self, noise: Noise | None) -> None:
        """Show ``noise`` without emitting, or that there is none."""
        self._noise = noise
        with QSignalBlocker(self._box):
            self._box.setChecked(noise is not None)
        self._form.setVisible(noise is not None)
        if noise is None:
            return
        self._last = noise
        for name, row in self._rows.items():
            row.set_value(getattr(noise, name))
        self._rows["draws"].setVisible(noise.kind == "linear")
        self._formula.setText(translated(KINDS[noise.kind]))

    def _switch(self, wanted: bool) -> None:
        if not wanted:
            self.changed.emit(None, "")
            return
        # What was in force before comes back; should no run take it any more, the next click
        # asks for a kind that every run takes.
        wish, self._last = self._last, Noise()
        self.changed.emit(wish, "")

    def _set_value(self, name: str, value: Any) -> None:
        values = {each: row.value for each, row in self._rows.items()}
        self.changed.emit(Noise(**{**values, name: value}), f"noise.{name}")
