"""The objective of an experiment, and where, how long and how exactly it is minimised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.language import explained, translated
from gui.panels.batch_section import BatchSection
from gui.panels.icons import icon
from gui.panels.inputs import ComboBox, ToolButton, chain_tabs
from gui.panels.noise_section import NoiseSection
from gui.panels.parameter_row import ParameterRow
from gui.panels.starts_section import StartsSection
from gui.panels.tones import Tone, ToneLabel
from gui.scroll_column import ScrollColumn
from gui.theme import Theme, system_theme
from simulation.devices import DTYPES
from simulation.errors import InputError
from simulation.experiment import (
    BATCH_SIZE,
    SEED,
    STEPS,
    Experiment,
    ObjectiveChoice,
)
from simulation.noise import Noise
from simulation.objectives.base import DataObjective, Objective
from simulation.objectives.catalog import OBJECTIVES
from simulation.parameters import Parameter
from simulation.starts import Starts

LAST_NUMBERS = ("seed", "dtype", "device")
"""What stands at the end of the form."""


class ObjectivePanel(ScrollColumn):
    """A form over everything in an experiment but its runs."""

    edited = Signal(object, str)
    """The wished-for Experiment and a merge key: edits of one key are one step of undo,
    those with an empty key stand alone."""
    edit_finished = Signal()
    """The drag is over: the next edit is a new step of undo, whatever its key."""
    refused = Signal(str)
    """A sentence on what cannot be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("objective")
        self._experiment = Experiment()
        self._parameter_rows: dict[str, ParameterRow] = {}
        self._rows_for: tuple[str, tuple[Parameter, ...]] = ("", ())
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(12)
        self._column.addWidget(self._build_objectives())
        self._column.addLayout(self._build_texts())
        self._parameters = QVBoxLayout()
        self._parameters.setSpacing(12)
        self._column.addLayout(self._parameters)
        self._build_start()
        self._build_numbers()
        self._column.addStretch()
        self.setWidget(inside)
        self.set_theme(system_theme())
        self._build_parameters()
        self._show()

    def set_experiment(self, experiment: Experiment) -> None:
        """Show ``experiment``; rows are rebuilt only where the objective is another one."""
        before, self._experiment = self._experiment, experiment
        if _but_runs(before) != _but_runs(experiment):
            self._show()
        self._starts.set_experiment(experiment)  # which has a note on runs

    def _show(self) -> None:
        experiment = self._experiment
        choice = experiment.objective
        if (choice.id, _declared(choice)) != self._rows_for:
            self._build_parameters()
        kind = OBJECTIVES[choice.id]
        with QSignalBlocker(self._objectives):
            self._objectives.setCurrentIndex(self._objectives.findData(choice.id))
        self._objectives.setToolTip(translated(kind.name))
        self._formula.setText(translated(kind.formula))
        self._source.setText(translated(kind.source))
        for name, row in self._parameter_rows.items():
            row.set_value(_value(choice, name))
        self._start.set_value(experiment.start)
        self._reset.setEnabled(choice.start is not None)
        self._starts.set_experiment(experiment)
        for name, row in self._number_rows.items():
            row.set_value(getattr(experiment, name))
        self._noise.set_noise(experiment.noise)
        self._batches.show_experiment(experiment)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in the theme's colours."""
        self._reset.setIcon(icon("reset", QColor(theme.muted)))
        self._batches.set_theme(theme)

    def _build_objectives(self) -> ComboBox:
        self._objectives = ComboBox()
        self._objectives.setObjectName("objectives")
        self._objectives.setAccessibleName(self.tr("Objective"))
        for place, kind in enumerate(OBJECTIVES.values()):
            name, formula = translated(kind.name), translated(kind.formula)
            self._objectives.addItem(name, kind.id)
            hint = f"<p><b>{name}</b></p><p>{formula}</p>"
            self._objectives.setItemData(place, hint, Qt.ItemDataRole.ToolTipRole)
        self._objectives.currentIndexChanged.connect(self._choose_objective)
        return self._objectives

    def _build_texts(self) -> QVBoxLayout:
        self._formula = ToneLabel()
        self._formula.setObjectName("formula")
        self._source = ToneLabel(Tone.QUIET)
        self._source.setObjectName("source")
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for label in (self._formula, self._source):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            texts.addWidget(label)
        return texts

    def _build_parameters(self) -> None:
        """Make the rows that the objective declares; one that is there already stays."""
        choice = self._experiment.objective
        declared = _declared(choice)
        kept = {
            parameter.name: self._parameter_rows[parameter.name]
            for parameter in declared
            if choice.id == self._rows_for[0] and parameter in self._rows_for[1]
        }
        for name, row in self._parameter_rows.items():
            if name not in kept:
                row.hide()
                self._parameters.removeWidget(row)
                row.deleteLater()
        self._rows_for = (choice.id, declared)
        self._parameter_rows = {
            each.name: kept.get(each.name)
            or self._row(each, _value(choice, each.name), self._set_parameter)
            for each in declared
        }
        for row in self._parameter_rows.values():
            self._parameters.addWidget(row)
            row.show()
        self._chain_tabs()

    def _chain_tabs(self) -> None:
        """Let Tab go down the form, whose parameters are not always the same."""
        numbers = self._number_rows
        rows = (*self._parameter_rows.values(), self._start)
        last = (numbers[name] for name in LAST_NUMBERS)
        chain_tabs(
            [
                self._objectives,
                *(editor for row in rows for editor in row.editors),
                self._reset,
                *self._starts.editors,
                *numbers["steps"].editors,
                *self._batches.editors,
                *self._noise.editors,
                *(editor for row in last for editor in row.editors),
            ]
        )

    def _build_start(self) -> None:
        meaning = self.tr("Where all runs begin: one number for each coordinate.")
        start = Parameter("start", (), meaning, kind="vector")
        self._start = self._row(start, self._experiment.start, self._set_start)
        self._reset = ToolButton("reset_start", self.tr("The objective's own start"))
        self._reset.setToolTip(self.tr("Back to the objective's own start"))
        self._reset.clicked.connect(self._reset_start)
        self._start.add_to_head(self._reset)
        self._column.addWidget(self._start)
        self._starts = StartsSection()
        self._starts.changed.connect(self._set_starts)
        self._starts.edit_finished.connect(self.edit_finished)
        self._starts.refused.connect(self.refused)
        self._column.addWidget(self._starts)

    def _build_numbers(self) -> None:
        meaning = self.tr("Precision of every number.")
        dtype = Parameter("dtype", DTYPES[0], meaning, kind="choice", choices=DTYPES)
        meaning = self.tr("Where it is computed; auto takes what is faster for so many runs.")
        device = Parameter("device", "auto", meaning, kind="choice", choices=("auto", "cpu"))
        self._number_rows = {
            parameter.name: self._row(parameter, parameter.default, self._set_number)
            for parameter in (STEPS, SEED, dtype, device)
        }
        self._noise = NoiseSection()
        self._noise.changed.connect(self._set_noise)
        self._noise.edit_finished.connect(self.edit_finished)
        self._noise.refused.connect(self.refused)
        self._column.addWidget(self._number_rows["steps"])
        self._batches = BatchSection(system_theme())
        self._batches.changed.connect(self._set_batches)
        self._batches.edit_finished.connect(self.edit_finished)
        self._batches.refused.connect(self.refused)
        self._batches.editors_changed.connect(self._chain_tabs)
        self._column.addWidget(self._batches)
        self._column.addWidget(self._noise)
        for name in LAST_NUMBERS:
            self._column.addWidget(self._number_rows[name])

    def _row(
        self, parameter: Parameter, value: Any, changed: Callable[[str, Any], None]
    ) -> ParameterRow:
        row = ParameterRow(parameter, value)
        row.changed.connect(changed)
        row.drag_finished.connect(self.edit_finished)
        row.refused.connect(self.refused)
        return row

    def _submit(self, make: Callable[[], Experiment], key: str = "") -> None:
        """Show and emit what ``make`` returns; where it cannot be, show again what is."""
        try:
            wished = make()
        except InputError as error:
            self._show()
            self.refused.emit(explained(error))
            return
        self.set_experiment(wished)
        self.edited.emit(wished, key)

    def _choose_objective(self, place: int) -> None:
        kind: type[Objective] = [*OBJECTIVES.values()][place]
        batch_size = BATCH_SIZE.default if issubclass(kind, DataObjective) else None
        self._submit(
            lambda: replace(
                self._experiment,
                objective=ObjectiveChoice(kind.id),
                batch_size=batch_size,
                batch_size_schedule=None,
                starts=None,  # laid out for the other objective
                title="",  # it told of the other objective
            )
        )

    def _change_choice(self, key: str, **changes: Any) -> None:
        self._submit(
            lambda: replace(
                self._experiment, objective=replace(self._experiment.objective, **changes)
            ),
            key,
        )

    def _set_parameter(self, name: str, value: Any) -> None:
        choice, key = self._experiment.objective, f"objective.{name}"
        if name not in choice.parameters:
            name, value = "values", {**choice.parameters["values"], name: value}
        self._submit(
            lambda: replace(self._experiment, objective=choice.with_parameter(name, value)), key
        )

    def _set_start(self, _name: str, value: tuple[float, ...]) -> None:
        self._change_choice("objective.start", start=value)

    def _reset_start(self) -> None:
        self._change_choice("", start=None)

    def _set_number(self, name: str, value: Any) -> None:
        changes: dict[str, Any] = {name: value}
        self._submit(lambda: replace(self._experiment, **changes), name)

    def _set_batches(self, changes: dict[str, Any], key: str) -> None:
        self._submit(lambda: replace(self._experiment, **changes), key)

    def _set_starts(self, starts: Starts | None, key: str) -> None:
        self._submit(lambda: replace(self._experiment, starts=starts), key)

    def _set_noise(self, noise: Noise | None, key: str) -> None:
        self._submit(lambda: replace(self._experiment, noise=noise), key)


def _but_runs(experiment: Experiment) -> list[object]:
    """All that the form shows, and more."""
    return [getattr(experiment, part.name) for part in fields(experiment) if part.name != "runs"]


def _declared(choice: ObjectiveChoice) -> tuple[Parameter, ...]:
    """The parameters that get a row: those of the objective, and those that it takes by name."""
    own = [p for p in OBJECTIVES[choice.id].parameters if p.kind != "values"]
    return (*own, *getattr(choice.build(), "value_parameters", ()))


def _value(choice: ObjectiveChoice, name: str) -> Any:
    if name in choice.parameters:
        return choice.parameters[name]
    return choice.parameters["values"][name]
