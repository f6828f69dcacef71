"""A hyperparameter of a run: its row and, for a number, the schedule that may change it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from gui.panels.schedule_editor import Course
from gui.panels.scheduled_row import ScheduledRow
from gui.theme import Theme
from simulation.experiment import Run
from simulation.parameters import Parameter


class HyperparameterRow(ScheduledRow):
    """The row of one hyperparameter."""

    def __init__(
        self, parameter: Parameter, run: Run, theme: Theme, parent: QWidget | None = None
    ) -> None:
        self._parameter = parameter
        value = run.hyperparameters[parameter.name]
        super().__init__(parameter, value, self._course_of(run, 1), theme, parent)

    def show_run(self, run: Run, steps: int) -> None:
        """Show the run's value and schedule, for an experiment of ``steps`` steps."""
        self.show_course(run.hyperparameters[self._parameter.name], self._course_of(run, steps))

    def _course_of(self, run: Run, steps: int) -> Course | None:
        name = self._parameter.name
        if self._parameter.kind != "number":
            return None
        return Course(run.schedules.get(name), steps, partial(run.values, name))
