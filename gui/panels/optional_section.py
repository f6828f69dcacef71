"""A part of a form that can be left out: a check box over the rows of what it declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.outlines import CheckBox
from gui.panels.parameter_row import ParameterRow
from gui.tips import tip
from simulation.parameters import Parameter

INDENT = 22
"""Puts the rows below the words of the check box."""


class OptionalSection(QWidget):
    """A check box named ``words`` and, while it is checked, a row for each parameter."""

    switched = Signal(bool)
    """Whether the user wants it."""
    value_edited = Signal(str, object)
    """Name and new value of a parameter."""
    edit_finished = Signal()
    refused = Signal(str)
    """A sentence on a text that is no allowed value."""

    def __init__(
        self,
        name: str,
        words: str,
        hint: str,
        parameters: Sequence[Parameter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_section")
        self._box = CheckBox(words)
        self._box.setObjectName(name)
        self._box.setToolTip(tip(hint))
        self._box.toggled.connect(self.switched)
        self.rows: dict[str, ParameterRow] = {}
        """By the names of the parameters."""
        self._below = QWidget()
        self.form = QVBoxLayout(self._below)
        """Holds the rows, and what is said beside them."""
        self.form.setContentsMargins(INDENT, 0, 0, 0)
        self.form.setSpacing(8)
        for parameter in parameters:
            row = self.rows[parameter.name] = ParameterRow(parameter, parameter.default)
            row.changed.connect(self.value_edited)
            row.drag_finished.connect(self.edit_finished)
            row.refused.connect(self.refused)
            self.form.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addWidget(self._below)
        self._below.hide()

    @property
    def editors(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        return [self._box, *(editor for row in self.rows.values() for editor in row.editors)]

    @property
    def values(self) -> dict[str, Any]:
        """What the rows show, by the names of the parameters."""
        return {name: row.value for name, row in self.rows.items()}

    def show_values(self, values: Mapping[str, Any] | None) -> None:
        """Show ``values`` without emitting; ``None`` unchecks the box and hides the rows."""
        with QSignalBlocker(self._box):
            self._box.setChecked(values is not None)
        self._below.setVisible(values is not None)
        for name, value in (values or {}).items():
            self.rows[name].set_value(value)
