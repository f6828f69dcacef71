"""One declared parameter as a form row: its name, a slider where it has one, an exact entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.language import translated
from gui.outlines import CheckBox
from gui.panels.inputs import ComboBox
from gui.panels.tones import Tone, ToneLabel
from gui.panels.value_entry import ValueEntry
from gui.panels.value_slider import ValueSlider
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

LEAST_LETTERS = 12


class ParameterRow(QWidget):
    """A row that shows one value of ``parameter`` and lets the user change it.

    Built from the declaration alone, so that a parameter declared tomorrow has its row.
    """

    changed = Signal(str, object)
    """Name and new value; live while a slider is dragged."""
    drag_finished = Signal()
    """A change is complete: the slider was let go, or a single edit was made."""
    refused = Signal(str)
    """A sentence on a text that is no allowed value."""

    def __init__(self, parameter: Parameter, value: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(parameter.name)
        self._parameter = parameter
        self._value = value
        self._shows: dict[QWidget, Callable[[Any], None]] = {}
        self._slider: ValueSlider | None = None
        self._choice: ComboBox | None = None
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self._lines.addLayout(self._head)
        self._build()
        self.setToolTip(self._hint())
        for show in self._shows.values():
            show(value)

    @property
    def value(self) -> Any:
        """The value shown."""
        return self._value

    @property
    def editors(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        return list(self._shows)

    def set_value(self, value: Any) -> None:
        """Show ``value`` without emitting; one that is shown already disturbs nothing."""
        if value == self._value:
            return
        self._value = value
        for show in self._shows.values():
            show(value)

    def set_accent(self, colour: QColor) -> None:
        """Colour the slider, if there is one."""
        if self._slider is not None:
            self._slider.set_accent(colour)

    def explain_choices(self, hints: Mapping[str, str]) -> None:
        """Give each choice its tooltip; the row must be that of a choice."""
        assert self._choice is not None
        for word, hint in hints.items():
            place = self._choice.findData(word)
            self._choice.setItemData(
                place, f"<p>{translated(hint)}</p>", Qt.ItemDataRole.ToolTipRole
            )

    def add_to_head(self, widget: QWidget) -> None:
        """Put ``widget`` at the end of the line that names the parameter."""
        self._head.addWidget(widget)

    def _build(self) -> None:
        build = {"flag": self._build_flag, "choice": self._build_choice}
        build.get(self._parameter.kind, self._build_entry)()

    def _build_flag(self) -> None:
        box = CheckBox(self._label_text())
        box.setObjectName("flag")

        def show(value: Any) -> None:
            with QSignalBlocker(box):
                box.setChecked(value)

        self._shows[box] = show
        box.toggled.connect(self._take_edit)
        self._head.addWidget(box, 1)

    def _build_choice(self) -> None:
        box = self._choice = ComboBox()
        box.setObjectName("choice")
        for choice in self._parameter.choices:
            box.addItem(translated(choice), choice)

        def show(value: Any) -> None:
            with QSignalBlocker(box):
                if box.findData(value) < 0:  # a word that a file may say and no menu offers
                    box.addItem(translated(value), value)
                box.setCurrentIndex(box.findData(value))

        self._shows[box] = show
        box.currentIndexChanged.connect(self._take_choice)
        self._add_labels(box)
        self._head.addWidget(box, 1)

    def _build_entry(self) -> None:
        entry = ValueEntry(self._parameter)
        entry.setObjectName("entry")
        entry.set_hint(self._hint())
        self._shows[entry] = entry.show_value
        entry.committed.connect(lambda value: self._take_typed(value, entry))
        entry.refused.connect(self.refused)
        self._add_labels(entry)
        if self._parameter.kind in ("vector", "matrix", "text"):
            self._lines.addWidget(entry)
            return
        entry.setAlignment(Qt.AlignmentFlag.AlignRight)
        entry.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if self._parameter.slider is not None:
            self._build_slider()
        self._head.addWidget(entry)

    def _build_slider(self) -> None:
        slider = self._slider = ValueSlider(self._parameter)
        slider.setObjectName("slider")
        slider.setAccessibleName(self._label_text())
        self._shows[slider] = slider.show_value
        slider.moved.connect(self._take_slide)
        slider.sliderReleased.connect(self.drag_finished)
        self._lines.addWidget(slider)

    def _add_labels(self, buddy: QWidget) -> None:
        buddy.setAccessibleName(self._label_text())
        name = _Name(parameter_name(self._parameter))
        name.setBuddy(buddy)
        self._head.addWidget(name)
        if self._parameter.symbol:
            symbol = ToneLabel(Tone.QUIET)
            symbol.setText(self._parameter.symbol)
            self._head.addWidget(symbol)
        self._head.addStretch()

    def _label_text(self) -> str:
        words = parameter_name(self._parameter)
        return f"{words}  {self._parameter.symbol}".rstrip()

    def _hint(self) -> str:
        """Meaning and range, as rich text so that long sentences wrap."""
        parameter = self._parameter
        hint = f"<p>{translated(parameter.meaning)}</p>"
        if parameter.kind in ("number", "integer"):
            hint += "<p>" + self.tr("Allowed: {0}.").format(translated(parameter.allowed)) + "</p>"
        return hint

    def _take_slide(self, value: float) -> None:
        self._take(value, self._slider)  # whose handle is where the hand put it

    def _take_choice(self, place: int) -> None:
        assert self._choice is not None
        self._take_edit(self._choice.itemData(place))

    def _take_edit(self, value: Any) -> None:
        self._take(value)
        self.drag_finished.emit()

    def _take_typed(self, value: Any, entry: ValueEntry) -> None:
        self._take_edit(value)
        if self._value != value:  # whoever heard of it put back what was: it cannot be
            entry.keep_refused(value)

    def _take(self, value: Any, source: QWidget | None = None) -> None:
        if value == self._value:
            return
        self._value = value
        for widget, show in self._shows.items():
            if widget is not source:
                show(value)
        self.changed.emit(self._parameter.name, value)


class _Name(QLabel):
    """Takes two lines where type is large: else the panel would be wide."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)

    def minimumSizeHint(self) -> QSize:
        """No less than some letters: Chinese and Japanese may be broken after each."""
        letters = self.fontMetrics()
        room = min(
            LEAST_LETTERS * letters.averageCharWidth(), letters.horizontalAdvance(self.text())
        )
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), room), hint.height())


def parameter_name(parameter: Parameter) -> str:
    """What a parameter is called on the screen."""
    return translated(parameter.name.replace("_", " "))
