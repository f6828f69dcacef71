"""How a hyperparameter changes from step to step: the kind of schedule, its numbers, its curve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.language import translated
from gui.outlines import line_colour
from gui.panels.inputs import ComboBox
from gui.panels.parameter_row import ParameterRow
from gui.panels.sparkline import Sparkline
from gui.panels.tones import Tone, ToneLabel
from gui.panels.value_entry import value_text
from simulation.optimizers.base import MOMENTUM
from simulation.parameters import Parameter
from simulation.schedule_kinds import KINDS, RESCALE, ScheduleKind
from simulation.schedules import UNCHANGED, Schedule

Array = np.ndarray[Any, np.dtype[Any]]

POINTS = 256
"""Steps that the curve looks at, at most."""

WHOLE_RUN = ("polynomial", "cosine", "one-cycle")
"""Kinds that have a last step: when chosen, it is that of the experiment."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a number goes under its schedule."""

    schedule: Schedule | None
    """``None`` for none."""
    length: int
    """Steps of the experiment, or epochs."""
    values: Callable[[Array], Array]
    """The number in each of some steps, both of shape ``(n,)``."""
    in_epochs: bool = False


class ScheduleEditor(QWidget):
    """Edits one schedule; the constant one with its defaults stands for none."""

    changed = Signal(object, str)
    """The wished-for Schedule, or ``None`` for none, and the name of what was changed."""
    edit_finished = Signal()
    refused = Signal(str)
    """A sentence on a text that is no allowed value."""
    rebuilt = Signal()
    """The rows are other ones now."""

    def __init__(self, hyperparameter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"schedule_of_{hyperparameter}")
        self._name = hyperparameter
        self._schedule = UNCHANGED
        self._steps = 1
        self._rows: dict[str, ParameterRow] = {}
        self._rows_for = ""
        self._accent = self.palette().highlight().color()
        self._kinds = ComboBox()
        self._kinds.setObjectName("schedule_kind")
        self._kinds.setAccessibleName(self.tr("Kind of schedule"))
        self._kinds.currentIndexChanged.connect(self._choose_kind)
        self._note = ToneLabel(Tone.QUIET)
        self._note.setObjectName("schedule_note")
        self._note.setWordWrap(True)
        self._form = QVBoxLayout()
        self._form.setSpacing(6)
        self._curve = Sparkline()
        self._ends = ToneLabel(Tone.QUIET)
        self._ends.setObjectName("schedule_ends")
        self._ends.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 0, 4)
        column.setSpacing(6)
        column.addWidget(self._kinds)
        column.addWidget(self._note)
        column.addLayout(self._form)
        column.addWidget(self._curve)
        column.addWidget(self._ends)

    @property
    def editors(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        return [self._kinds, *(editor for row in self._rows.values() for editor in row.editors)]

    def show_course(self, course: Course) -> None:
        """Show a schedule and what it makes of the number."""
        self._schedule = course.schedule or UNCHANGED
        self._steps = steps = course.length
        self._show_kind(self._schedule.declaration)
        if self._rows_for != self._schedule.kind:
            self._build_rows()
        for name, row in self._rows.items():
            row.set_value(self._schedule.parameters[name])
        looked_at = np.unique(np.linspace(0, steps - 1, min(steps, POINTS)).round())
        values = course.values(looked_at)
        self._curve.set_values(values)
        ends = (value_text(float(f"{value:.3g}")) for value in values[[0, -1]])
        text = self.tr("{0} in the first step, {1} in the last")
        if course.in_epochs:
            text = self.tr("{0} in the first epoch, {1} in the last")
        text = text.format(*ends)
        self._ends.setText(text)
        self._curve.setAccessibleName(text)

    def set_accent(self, colour: QColor) -> None:
        """Colour the sliders and the curve."""
        self._accent = colour
        self._curve.set_accent(colour)
        for row in self._rows.values():
            row.set_accent(colour)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(2, 0, 2, self.height()), line_colour(self.palette()))

    def _show_kind(self, shown: ScheduleKind) -> None:
        """Offer the kinds that fit; one made of parts only while it is the one shown."""
        offered = [
            kind
            for kind in KINDS.values()
            if (not kind.of_parts or kind is shown)
            and (kind.id != RESCALE or self._name == MOMENTUM.name)
        ]
        with QSignalBlocker(self._kinds):
            if [self._kinds.itemData(at) for at in range(self._kinds.count())] != [
                kind.id for kind in offered
            ]:
                self._kinds.clear()
                for at, kind in enumerate(offered):
                    self._kinds.addItem(translated(kind.name), kind.id)
                    self._kinds.setItemData(at, kind_hint(kind), Qt.ItemDataRole.ToolTipRole)
            self._kinds.setCurrentIndex(offered.index(shown))
        self._kinds.setToolTip(kind_hint(shown))
        parts = ", ".join(translated(part.declaration.name) for part in self._schedule.parts)
        self._note.setText(
            self.tr("Made of: {0}. Edit it in the file.").format(parts)
            if shown.of_parts
            else translated(shown.formula)
        )

    def _build_rows(self) -> None:
        for row in self._rows.values():
            row.hide()
            self._form.removeWidget(row)
            row.deleteLater()
        kind = self._schedule.declaration
        self._rows_for = kind.id
        declared = () if kind.of_parts else kind.parameters
        self._rows = {each.name: self._row(each) for each in declared}
        self.set_accent(self._accent)
        self.rebuilt.emit()

    def _row(self, parameter: Parameter) -> ParameterRow:
        row = ParameterRow(parameter, self._schedule.parameters[parameter.name])
        row.changed.connect(self._set_parameter)
        row.drag_finished.connect(self.edit_finished)
        row.refused.connect(self.refused)
        self._form.addWidget(row)
        return row

    def _choose_kind(self, place: int) -> None:
        kind = self._kinds.itemData(place)
        length = {"steps": self._steps} if kind in WHOLE_RUN else {}
        self._wish(Schedule(kind, length), "kind")
        self.edit_finished.emit()

    def _set_parameter(self, name: str, value: Any) -> None:
        parameters = {**self._schedule.parameters, name: value}
        self._wish(Schedule(self._schedule.kind, parameters), name)

    def _wish(self, schedule: Schedule, changed: str) -> None:
        is_none = schedule in (Schedule(), UNCHANGED)
        self.changed.emit(None if is_none else schedule, changed)


def kind_hint(kind: ScheduleKind) -> str:
    """Formula and source of a kind of schedule as rich text."""
    name, formula, source = map(translated, (kind.name, kind.formula, kind.source))
    return f"<p><b>{name}</b></p><p>{formula}</p><p><i>{source}</i></p>"
