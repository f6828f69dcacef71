"""Many starts at once: whether there are any, how they lie, how many and how far."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.panels.optional_section import OptionalSection
from gui.panels.tones import Tone, ToneLabel
from simulation.engine.companions import has_companions
from simulation.experiment import Experiment
from simulation.starts import KINDS, PARAMETERS, Starts

SHARE = 1 / 6
"""Of the narrowest side of the view, that a new cloud reaches to either side."""


class StartsSection(OptionalSection):
    """The starts' numbers, and a note where runs go without companions."""

    changed = Signal(object, str)
    """The wished-for Starts, or ``None`` for none, and a merge key, empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = self.tr("many starts")
        hint = self.tr(
            "Let companions of every run roll from many starts around its own: faint balls "
            "that show where each rule ends up, and from how far"
        )
        super().__init__("starts", words, hint, PARAMETERS, parent)
        self._last = Starts()
        self._objective = ""
        self.rows["kind"].explain_choices(KINDS)
        self._note = ToneLabel(Tone.QUIET)
        self._note.setObjectName("starts_note")
        self._note.setWordWrap(True)
        self._note.setText(
            self.tr("Runs of torch's own classes have none: they step one parameter at a time.")
        )
        self.form.addWidget(self._note)
        self.switched.connect(self._switch)
        self.value_edited.connect(self._set_value)

    def set_experiment(self, experiment: Experiment) -> None:
        """Show the starts of ``experiment`` without emitting, or that there is one only."""
        starts = experiment.starts
        if experiment.objective.id != self._objective:
            self._objective = experiment.objective.id
            self._last = suggested_starts(experiment)
        self.show_values(None if starts is None else asdict(starts))
        if starts is None:
            return
        self._last = starts
        enabled = [run for run in experiment.runs if run.enabled]
        self._note.setVisible(not all(map(has_companions, enabled)))

    def _switch(self, wanted: bool) -> None:
        self.changed.emit(self._last if wanted else None, "")

    def _set_value(self, name: str, value: Any) -> None:
        self.changed.emit(Starts(**{**self.values, name: value}), f"starts.{name}")


def suggested_starts(experiment: Experiment) -> Starts:
    """A cloud that is seen well: some share of the view wide, rounded to one digit."""
    bounds = experiment.objective.build().bounds
    return Starts(extent=float(f"{SHARE * min(high - low for low, high in bounds):.0e}"))
