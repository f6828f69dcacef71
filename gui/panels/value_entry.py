"""An entry for exact values: numbers, lists and matrices, as the experiment file writes them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPen

from gui.language import explained
from gui.panels.inputs import LineEdit
from gui.panels.tones import Tone, tone_colour
from simulation.errors import InputError
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


USUAL_DIGITS, LEAST_DIGITS = 11, 5
EDGE = 3
"""Pixels at either side of the text, beside its own air."""


def value_text(value: Any) -> str:
    """Shortest text that reads back as ``value``: ``0.6``, ``1e-5``, ``[[2, 1], [1, 3]]``.

    ``None``, a value left out, is the empty text.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(value_text, value))}]"
    return repr(value).removesuffix(".0").replace("e-0", "e-").replace("e+", "e")


def read_value(parameter: Parameter, text: str) -> Any:
    """Return the value that ``text`` spells; the brackets around a list may be left out.

    Raises
    ------
    InputError
        If it spells none that ``parameter`` allows.
    """
    text = text.strip()
    spelled: Any = text
    if not text and parameter.default is None:
        return None
    if parameter.kind == "text":
        return parameter.check(text, parameter.name)
    try:
        if parameter.kind in ("vector", "matrix"):
            listed = text if text.startswith("[") else f"[{text}]"
            spelled = tomllib.loads(f"value = {listed}")["value"]
        else:
            spelled = int(text) if text.lstrip("+-").isdecimal() else float(text)
    except ValueError:
        pass  # the check below refuses the text itself, with the sentence for this parameter
    return parameter.check(spelled, parameter.name)


class ValueEntry(LineEdit):
    """Takes any text, gives only allowed values; Enter and leaving commit, Escape takes back."""

    committed = Signal(object)
    """Emitted with the value, when the user has typed an allowed one."""
    refused = Signal(str)
    """Emitted with a sentence, when the text is no allowed value; it stays to be mended."""

    def __init__(
        self, parameter: Parameter, parent: QWidget | None = None, *, digits: int = USUAL_DIGITS
    ) -> None:
        super().__init__(parent)
        self._parameter = parameter
        self._digits = digits
        if parameter.default is None:
            self.setPlaceholderText(self.tr("none"))
        self._shown = ""
        self._hint = ""
        self._problem = ""
        self.editingFinished.connect(self._commit)
        self.textEdited.connect(self._clear_problem)

    @property
    def problem(self) -> str:
        """Why the text was refused; empty while it was not."""
        return self._problem

    def set_hint(self, hint: str) -> None:
        """Explain the entry in its tooltip, which a problem takes over for a while."""
        self._hint = hint
        self.setToolTip(self._problem or hint)

    def show_value(self, value: Any) -> None:
        """Show ``value`` without emitting, in place of whatever was typed."""
        self._shown = value_text(value)
        self.setText(self._shown)
        self.setCursorPosition(0)
        self._set_problem("")

    def keep_refused(self, value: Any) -> None:
        """Leave ``value``, which something else refused, to be mended; Escape takes it back."""
        self.setText(value_text(value))
        self._set_problem(self.tr("This cannot be: a message says why. Escape takes it back."))

    def sizeHint(self) -> QSize:
        """Room for the digits in whatever font is in force."""
        return QSize(self._width_of(self._digits), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a short number, such as 0.001."""
        least = self._width_of(min(LEAST_DIGITS, self._digits))
        return QSize(least, super().minimumSizeHint().height())

    def _width_of(self, digits: int) -> int:
        return self.fontMetrics().horizontalAdvance("0" * digits) + 2 * (EDGE + self.AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pending = self._problem or self.text() != self._shown
        if event.key() == Qt.Key.Key_Escape and pending:
            self.setText(self._shown)
            self.selectAll()
            self._set_problem("")
        else:
            super().keyPressEvent(event)

    def outline(self) -> QPen | None:
        if self._problem:
            return QPen(tone_colour(self.palette(), Tone.WARNING), 2)
        return super().outline()

    def _commit(self) -> None:
        if not self.isModified():  # leaving after Enter finishes the same edit again
            return
        self.setModified(False)
        try:
            value = read_value(self._parameter, self.text())
        except InputError as error:
            sentence = explained(error)
            self._set_problem(sentence)
            self.refused.emit(sentence)
            return
        self.show_value(value)
        self.committed.emit(value)

    def _clear_problem(self) -> None:
        self._set_problem("")

    def _set_problem(self, problem: str) -> None:
        self._problem = problem
        self.setToolTip(problem or self._hint)
        self.setAccessibleDescription(problem)
        self.update()
