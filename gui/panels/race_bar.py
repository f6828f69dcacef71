"""Above the race: how much effort it takes, and what begins and ends it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.panels.value_entry import ValueEntry
from gui.panels.wrapping import Wrapping, together
from gui.tips import tip
from simulation.maps.race_rules import EFFORT
from simulation.parameters import Parameter

DIGITS = 5
SHARES = 1000
PROGRESS_HEIGHT = 6
LEAST_PROGRESS = 40
"""Pixels."""


class RaceBar(QWidget):
    """Entries for the effort, and buttons.

    Signals
    -------
    start_wanted, stop_wanted
        The race is to begin, or to end.
    use_wanted
        The runs are to take the values that were found.
    export_wanted
        The result is to be written to a file.
    refused
        A sentence on a text that is no allowed number.
    """

    start_wanted = Signal()
    stop_wanted = Signal()
    use_wanted = Signal()
    export_wanted = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("race_bar")
        self._values: dict[str, int] = {}
        self._entries: dict[str, ValueEntry] = {}
        row = Wrapping(self)
        row.setContentsMargins(8, 6, 8, 2)
        row.setSpacing(8)
        for each in self._efforts():
            row.addWidget(each)
        self._start = self._button("race_start", self.tr("Start race"))
        self._start.setToolTip(self.tr("Let the enabled runs compete, in the background"))
        self._stop = self._button("race_stop", self.tr("Stop"))
        self._stop.setToolTip(self.tr("End the race without a result"))
        self._progress = QProgressBar()
        self._progress.setObjectName("race_progress")
        self._progress.setAccessibleName(self.tr("Share of the race that is over"))
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(PROGRESS_HEIGHT)
        self._progress.setRange(0, SHARES)
        self._progress.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._use = self._button("race_use", self.tr("Use values"))
        self._use.setToolTip(self.tr("Give every run the best values that were found for it"))
        self._export = self._button("race_export", self.tr("Export…"))
        self._export.setToolTip(self.tr("Write the table to a CSV file"))
        self._either = QStackedWidget()
        self._either.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._either.addWidget(self._start)
        self._either.addWidget(self._stop)
        row.addWidget(self._either)
        row.addWidget(_room_for(self._progress))
        row.addWidget(together(self._use, self._export))
        self._start.clicked.connect(self.start_wanted)
        self._stop.clicked.connect(self.stop_wanted)
        self._use.clicked.connect(self.use_wanted)
        self._export.clicked.connect(self.export_wanted)
        self.set_running(running=False)
        self.set_usable(usable=False, exportable=False)

    @property
    def effort(self) -> dict[str, int]:
        """Values each, starts and seeds, by the names of ``Race``."""
        return dict(self._values)

    def set_effort(self, effort: dict[str, int]) -> None:
        """Show these numbers."""
        for name, value in effort.items():
            self._values[name] = value
            self._entries[name].show_value(value)

    def set_running(self, *, running: bool) -> None:
        """Whether there is something to stop."""
        self._either.setCurrentWidget(self._stop if running else self._start)
        self._progress.setVisible(running)
        self.set_progress(0.0)
        for entry in self._entries.values():
            entry.setEnabled(not running)

    def set_progress(self, share: float) -> None:
        """Show how much is over."""
        self._progress.setValue(round(SHARES * share))

    def set_usable(self, *, usable: bool, exportable: bool) -> None:
        """Whether there are values for these runs, and a result at all."""
        self._use.setEnabled(usable)
        self._export.setEnabled(exportable)

    def _efforts(self) -> Iterator[QWidget]:
        """An entry for each number, with its name."""
        names = (self.tr("values each"), self.tr("starts"), self.tr("seeds"))
        hints = (
            self.tr("How many values every optimizer may try: learning rates, momenta with them"),
            self.tr("From how many fresh starts the best values are run, the same for all"),
            self.tr("With how many seeds each start is run; matters with noise and minibatches"),
        )
        for parameter, name, hint in zip(EFFORT, names, hints, strict=True):
            label = QLabel(name)
            entry = self._entry(parameter, name, hint)
            label.setBuddy(entry)
            label.setToolTip(tip(hint))
            yield together(label, entry)

    def _entry(self, parameter: Parameter, name: str, hint: str) -> ValueEntry:
        entry = self._entries[parameter.name] = ValueEntry(parameter, digits=DIGITS)
        entry.setObjectName(f"race_{parameter.name}")
        entry.setAccessibleName(name)
        entry.set_hint(tip(hint))
        entry.setAlignment(Qt.AlignmentFlag.AlignRight)
        entry.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values[parameter.name] = parameter.default
        entry.show_value(parameter.default)
        entry.committed.connect(lambda value: self._take(parameter.name, value))
        entry.refused.connect(self.refused)
        return entry

    def _take(self, name: str, value: Any) -> None:
        self._values[name] = int(value)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        return button


def _room_for(progress: QProgressBar) -> QWidget:
    """Where it comes and goes, and nothing else moves."""
    room = QWidget()
    room.setMinimumWidth(LEAST_PROGRESS)
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(progress)
    return room
