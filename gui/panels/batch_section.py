"""Minibatches: whether there are any, how large, and how they are drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.outlines import CheckBox
from gui.panels.parameter_row import ParameterRow
from gui.panels.schedule_editor import Course
from gui.panels.scheduled_row import ScheduledRow
from gui.theme import Theme
from simulation.experiment import BATCH_SIZE, SAMPLINGS, Experiment
from simulation.objectives.base import DataObjective
from simulation.parameters import Parameter
from simulation.schedules import Schedule


class BatchSection(QWidget):
    """A check box, the batch size with its schedule, and the sampling."""

    changed = Signal(dict, str)
    """Fields of the experiment as they are wished for, and a merge key, empty for none."""
    edit_finished = Signal()
    refused = Signal(str)
    editors_changed = Signal()
    """Other widgets take the keyboard now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch_section")
        self._schedule: Schedule | None = None
        self._box = CheckBox(self.tr("minibatches"))
        self._box.setObjectName("minibatches")
        self._box.setToolTip(self.tr("Take each gradient on a part of the data"))
        self._box.toggled.connect(self._switch)
        course = Course(None, 1, np.ones_like, in_epochs=True)
        self._size = ScheduledRow(BATCH_SIZE, BATCH_SIZE.default, course, theme)
        self._size.changed.connect(self._set_size)
        self._size.schedule_changed.connect(self._set_schedule)
        self._size.edit_finished.connect(self.edit_finished)
        self._size.editors_changed.connect(self.editors_changed)
        meaning = self.tr(
            "How minibatches are drawn: all examples in a new order each epoch, or any example "
            "at any time."
        )
        sampling = Parameter("sampling", SAMPLINGS[0], meaning, kind="choice", choices=SAMPLINGS)
        self._sampling = ParameterRow(sampling, sampling.default)
        self._sampling.changed.connect(self._set_sampling)
        self._sampling.drag_finished.connect(self.edit_finished)
        for row in (self._size, self._sampling):
            row.refused.connect(self.refused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._box, self._size, self._sampling):
            column.addWidget(widget)

    @property
    def editors(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        return [self._box, *self._size.editors, *self._sampling.editors]

    def show_experiment(self, experiment: Experiment) -> None:
        """Show what ``experiment`` says; nothing where its objective has no data."""
        self.setVisible(isinstance(experiment.objective.build(), DataObjective))
        self._schedule = experiment.batch_size_schedule
        batched = experiment.batch_size is not None
        with QSignalBlocker(self._box):
            self._box.setChecked(batched)
        size = experiment.batch_size if batched else self._size.value
        self._size.show_course(size, self._course(experiment))
        self._sampling.set_value(experiment.sampling)
        for row in (self._size, self._sampling):
            row.setEnabled(batched)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icon in the theme's colours."""
        self._size.set_theme(theme)

    def _course(self, experiment: Experiment) -> Course:
        epochs = experiment.epochs
        if epochs is None:
            return Course(None, 1, np.ones_like, in_epochs=True)
        last = int(epochs.locate(np.array([experiment.steps - 1]))[0][0])
        schedule = experiment.batch_size_schedule
        return Course(schedule, last + 1, epochs.batch_sizes, in_epochs=True)

    def _switch(self, batched: bool) -> None:
        size = self._size.value if batched else None
        schedule = self._schedule if batched else None
        self.changed.emit({"batch_size": size, "batch_size_schedule": schedule}, "")

    def _set_size(self, name: str, value: Any) -> None:
        self.changed.emit({name: value}, name)

    def _set_sampling(self, name: str, value: Any) -> None:
        self.changed.emit({name: value}, name)

    def _set_schedule(self, name: str, schedule: Schedule | None, part: str) -> None:
        self.changed.emit({f"{name}_schedule": schedule}, f"{name}_schedule.{part}")
