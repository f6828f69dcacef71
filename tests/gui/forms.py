"""The form over an objective, used as a person would, for tests of its sections."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox

from gui.panels.objective import ObjectivePanel
from gui.panels.optional_section import OptionalSection
from gui.panels.parameter_row import ParameterRow
from gui.panels.value_entry import ValueEntry
from simulation.experiment import Experiment


class Form:
    """The panel, exposed, and what it asked for."""

    def __init__(self, qtbot, experiment=None) -> None:
        self._qtbot = qtbot
        self.panel = ObjectivePanel()
        qtbot.addWidget(self.panel)
        self.panel.resize(330, 800)
        self.panel.set_experiment(experiment or Experiment())
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.edits: list[tuple[Experiment, str]] = []
        self.panel.edited.connect(lambda wished, key: self.edits.append((wished, key)))
        self.refusals: list[str] = []
        self.panel.refused.connect(self.refusals.append)

    def show(self, experiment) -> None:
        self.panel.set_experiment(experiment)
        QApplication.processEvents()

    def row(self, name, section="") -> ParameterRow:
        """The row of a parameter, of those in a section if it is named."""
        around = self.panel.findChild(OptionalSection, f"{section}_section") or self.panel
        return around.findChild(ParameterRow, name)

    def press(self, box) -> None:
        """Press a check box by the keyboard."""
        self._qtbot.keyClick(self.panel.findChild(QCheckBox, box), Qt.Key.Key_Space)
        QApplication.processEvents()

    def choose(self, name, word, section="") -> None:
        self.row(name, section).findChild(QComboBox).setCurrentText(word)
        QApplication.processEvents()

    def type_value(self, name, text, section="") -> None:
        entry = self.row(name, section).findChild(ValueEntry)
        entry.setFocus()
        entry.selectAll()
        self._qtbot.keyClicks(entry, text)
        self._qtbot.keyClick(entry, Qt.Key.Key_Return)

    def walk(self, box, presses) -> list[str]:
        """Where the focus goes by Tab from a check box: in rows of which names."""
        self.panel.findChild(QCheckBox, box).setFocus()
        walked = []
        for _ in range(presses):
            self._qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            walked.append(QApplication.focusWidget().parentWidget().objectName())
        return walked
