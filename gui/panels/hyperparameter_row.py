"""A hyperparameter of a run: its row and, for a number, the schedule that may change it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.panels.icons import icon
from gui.panels.inputs import ToolButton
from gui.panels.parameter_row import ParameterRow
from gui.panels.schedule_editor import ScheduleEditor
from gui.theme import Theme
from simulation.experiment import Run
from simulation.parameters import Parameter


class HyperparameterRow(QWidget):
    """A row and a button that opens the schedule's editor below; it is checked if there is one."""

    changed = Signal(str, object)
    """Name and new value of the hyperparameter itself."""
    schedule_changed = Signal(str, object, str)
    """Name, the wished-for Schedule or ``None``, and what of it was changed."""
    edit_finished = Signal()
    refused = Signal(str)
    editors_changed = Signal()
    """Other widgets take the keyboard now."""

    def __init__(
        self, parameter: Parameter, run: Run, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = parameter.name
        self._run = run
        self._steps = 1
        self._accent = self.palette().highlight().color()
        self._editor: ScheduleEditor | None = None
        self._row = ParameterRow(parameter, run.hyperparameters[parameter.name])
        self._row.changed.connect(self.changed)
        self._row.drag_finished.connect(self.edit_finished)
        self._row.refused.connect(self.refused)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._row)
        self._button: ToolButton | None = None
        if parameter.kind == "number":
            self._button = self._build_button(self._name.replace("_", " "))
            self._row.add_to_head(self._button)
        self.set_theme(theme)

    @property
    def editors(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        widgets = list(self._row.editors)
        if self._button is not None:
            widgets.append(self._button)
        if self._editor is not None and not self._editor.isHidden():
            widgets += self._editor.editors
        return widgets

    def show_run(self, run: Run, steps: int) -> None:
        """Show the run's value and schedule, for an experiment of ``steps`` steps."""
        self._run, self._steps = run, steps
        value = run.hyperparameters[self._name]
        self._row.set_value(value)
        if self._button is not None:
            self._button.setEnabled(value is not None)  # what is left out cannot change
            self._mark()
        if self._editor is not None:
            self._editor.show_run(run, steps)

    def set_accent(self, colour: QColor) -> None:
        """Colour the sliders and the curve."""
        self._accent = colour
        self._row.set_accent(colour)
        if self._editor is not None:
            self._editor.set_accent(colour)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icon in the theme's colours."""
        if self._button is not None:
            drawn = icon("schedule", QColor(theme.muted), checked=QColor(theme.accent))
            self._button.setIcon(drawn)

    def _build_button(self, words: str) -> ToolButton:
        button = ToolButton("schedule", self.tr("Schedule of {0}").format(words))
        button.setToolTip(self.tr("Change {0} from step to step").format(words))
        button.setCheckable(True)
        button.clicked.connect(self._toggle_editor)
        return button

    def _mark(self) -> None:
        if self._button is not None:
            self._button.setChecked(self._name in self._run.schedules)

    def _toggle_editor(self) -> None:
        self._mark()  # the click has checked it, but only a schedule does
        if self._editor is None:
            self._editor = ScheduleEditor(self._name)
            self._editor.changed.connect(self._wish)
            self._editor.edit_finished.connect(self.edit_finished)
            self._editor.refused.connect(self.refused)
            self._editor.set_accent(self._accent)
            self._editor.show_run(self._run, self._steps)
            self._editor.rebuilt.connect(self.editors_changed)
            self._column.addWidget(self._editor)
            self._editor.show()
        else:
            self._editor.setVisible(self._editor.isHidden())
        self.editors_changed.emit()

    def _wish(self, schedule: object, part: str) -> None:
        self.schedule_changed.emit(self._name, schedule, part)
