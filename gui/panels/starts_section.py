"""Many starts at once: whether there are any, how they lie, how many and how far."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.panels.inputs import CheckBox
from gui.panels.noise_section import INDENT
from gui.panels.parameter_row import ParameterRow
from gui.panels.tones import Tone, ToneLabel
from simulation.engine.companions import has_companions
from simulation.experiment import Experiment
from simulation.starts import KINDS, PARAMETERS, Starts

SHARE = 1 / 6
"""Of the narrowest side of the view, that a new cloud reaches to either side."""


class StartsSection(QWidget):
    """A check box and, while it is checked, a row for each number that starts declare."""

    changed = Signal(object, str)
    """The wished-for Starts, or ``None`` for none, and a merge key, empty for none."""
    edit_finished = Signal()
    refused = Signal(str)
    """A sentence on a text that is no allowed value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("starts_section")
        self._last = Starts()
        self._objective = ""
        self._box = CheckBox(self.tr("many starts"))
        self._box.setObjectName("starts")
        self._box.setToolTip(
            self.tr(
                "Let companions of every run roll from many starts around its own: faint balls "
                "that show where each rule ends up, and from how far"
            )
        )
        self._box.toggled.connect(self._switch)
        self._note = ToneLabel(Tone.QUIET)
        self._note.setObjectName("starts_note")
        self._note.setWordWrap(True)
        self._note.setText(
            self.tr("Runs of torch's own classes have none: they step one parameter at a time.")
        )
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
        form.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addWidget(self._form)
        self._form.hide()

    @property
    def editors(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        return [self._box, *(editor for row in self._rows.values() for editor in row.editors)]

    def set_experiment(self, experiment: Experiment) -> None:
        """Show the starts of ``experiment`` without emitting, or that there is one only."""
        starts = experiment.starts
        if experiment.objective.id != self._objective:
            self._objective = experiment.objective.id
            self._last = suggested_starts(experiment)
        with QSignalBlocker(self._box):
            self._box.setChecked(starts is not None)
        self._form.setVisible(starts is not None)
        if starts is None:
            return
        self._last = starts
        for name, row in self._rows.items():
            row.set_value(getattr(starts, name))
        enabled = [run for run in experiment.runs if run.enabled]
        self._note.setVisible(not all(map(has_companions, enabled)))

    def _switch(self, wanted: bool) -> None:
        self.changed.emit(self._last if wanted else None, "")

    def _set_value(self, name: str, value: Any) -> None:
        values = {each: row.value for each, row in self._rows.items()}
        self.changed.emit(Starts(**{**values, name: value}), f"starts.{name}")


def suggested_starts(experiment: Experiment) -> Starts:
    """A cloud that is seen well: some share of the view wide, rounded to one digit."""
    bounds = experiment.objective.build().bounds
    return Starts(extent=float(f"{SHARE * min(high - low for low, high in bounds):.0e}"))
