"""Noise on the gradients: whether there is any, of which kind and how strong."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.language import translated
from gui.panels.optional_section import OptionalSection
from gui.panels.tones import Tone, ToneLabel
from simulation.noise import KINDS, PARAMETERS, Noise


class NoiseSection(OptionalSection):
    """The numbers of the noise, and the formula of its kind."""

    changed = Signal(object, str)
    """The wished-for Noise, or ``None`` for none, and a merge key, empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = self.tr("Add noise to each gradient that a step sees")
        super().__init__("noise", self.tr("noise"), hint, PARAMETERS, parent)
        self._last = Noise()
        self.rows["kind"].explain_choices(KINDS)
        self._formula = ToneLabel(Tone.QUIET)
        self._formula.setObjectName("noise_formula")
        self._formula.setWordWrap(True)
        self.form.insertWidget(1, self._formula)
        self.switched.connect(self._switch)
        self.value_edited.connect(self._set_value)

    def set_noise(self, noise: Noise | None) -> None:
        """Show ``noise`` without emitting, or that there is none."""
        self.show_values(None if noise is None else asdict(noise))
        if noise is None:
            return
        self._last = noise
        self.rows["draws"].setVisible(noise.kind == "linear")
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
        self.changed.emit(Noise(**{**self.values, name: value}), f"noise.{name}")
