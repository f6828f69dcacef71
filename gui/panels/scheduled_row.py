"""A number with the schedule that may change it from step to step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.panels.icons import icon
from gui.panels.inputs import ToolButton
from gui.panels.parameter_row import ParameterRow, parameter_name
from gui.panels.schedule_editor import Course, ScheduleEditor
from gui.theme import Theme
from simulation.parameters import Parameter


class ScheduledRow(QWidget):
    """A row and a button that opens the schedule's editor below; it is checked if there is one.

    Without a course, a row and nothing more.
    """

    changed = Signal(str, object)
    """Name and new value of the number itself."""
    schedule_changed = Signal(str, object, str)
    """Name, the wished-for Schedule or ``None``, and what of it was changed."""
    edit_finished = Signal()
    refused = Signal(str)
    editors_changed = Signal()
    """Other widgets take the keyboard now."""

    def __init__(
        self,
        parameter: Parameter,
        value: Any,
        course: Course | None,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = parameter.name
        self._course = course
        self._accent = self.palette().highlight().color()
        self._editor: ScheduleEditor | None = None
        self._row = ParameterRow(parameter, value)
        self._row.changed.connect(self.changed)
        self._row.drag_finished.connect(self.edit_finished)
        self._row.refused.connect(self.refused)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._row)
        self._button: ToolButton | None = None
        if course is not None:
            self._button = self._build_button(parameter_name(parameter))
            self._row.add_to_head(self._button)
        self.set_theme(theme)

    @property
    def value(self) -> Any:
        """The number shown."""
        return self._row.value

    @property
    def editors(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        widgets = list(self._row.editors)
        if self._button is not None:
            widgets.append(self._button)
        if self._editor is not None and not self._editor.isHidden():
            widgets += self._editor.editors
        return widgets

    def show_course(self, value: Any, course: Course | None) -> None:
        """Show a value and where its schedule takes it."""
        self._course = course
        self._row.set_value(value)
        if self._button is not None:
            self._button.setEnabled(value is not None)  # what is left out cannot change
            self._mark()
        if self._editor is not None and course is not None:
            self._editor.show_course(course)

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
            scheduled = self._course is not None and self._course.schedule is not None
            self._button.setChecked(scheduled)

    def _toggle_editor(self) -> None:
        self._mark()  # the click has checked it, but only a schedule does
        if self._editor is None:
            self._editor = ScheduleEditor(self._name)
            self._editor.changed.connect(self._wish)
            self._editor.edit_finished.connect(self.edit_finished)
            self._editor.refused.connect(self.refused)
            self._editor.set_accent(self._accent)
            if self._course is not None:
                self._editor.show_course(self._course)
            self._editor.rebuilt.connect(self.editors_changed)
            self._column.addWidget(self._editor)
            self._editor.show()
        else:
            self._editor.setVisible(self._editor.isHidden())
        self.editors_changed.emit()

    def _wish(self, schedule: object, part: str) -> None:
        self.schedule_changed.emit(self._name, schedule, part)
