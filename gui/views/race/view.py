"""The page of the race: what is compared, the ranking, and where all runs ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.views.race.plot import Entrant, RacePlot
from gui.views.race.table import RaceTable

QWIDGETSIZE_MAX = 2**24 - 1
"""No limit, as Qt says it."""
SHARES = (0.45, 0.55)
"""Of the width, for the table and the plot side by side."""
WIDE = 110
"""Letters side by side from which on the plot stands beside the table."""


class RaceView(QWidget):
    """Says what a race is; shows the ranking and the plot once there are any."""

    def __init__(self, bar: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("race")
        self._about = _words("race_about")
        self._about.setText(
            self.tr(
                "<b>Which optimizer is best here?</b> Each may try equally many learning rates "
                "(and momenta); its best is then run from fresh starts, the same for all. So "
                "none wins by more tuning, or by luck."
            )
        )
        self._about.setMargin(8)
        self._status = _words("race_status")
        self._status.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._status.setMargin(16)
        self._note = _words("race_note")
        self._note.setContentsMargins(8, 0, 8, 4)
        self.table, self.plot = RaceTable(), RacePlot()
        self._both = QSplitter(Qt.Orientation.Vertical)
        self._both.setObjectName("race_parts")
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.table)
        self._both.addWidget(self.plot)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._status)
        self._pages.addWidget(self._both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._about)
        column.addWidget(bar)
        column.addWidget(self._note)
        column.addWidget(self._pages, 1)
        self.set_note("")

    def set_status(self, sentence: str) -> None:
        """Say why there is no ranking, in its place."""
        self._status.setText(sentence)
        self._pages.setCurrentWidget(self._status)

    def set_note(self, sentence: str) -> None:
        """Say something about the ranking, beneath it."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def set_entrants(self, entrants: Sequence[Entrant]) -> None:
        """Show the ranking, the best first."""
        self.table.set_entrants(entrants)
        self.plot.set_entrants(entrants)
        self._pages.setCurrentWidget(self._both)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self.plot.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the plot beside the table where there is room, else beneath all of its rows."""
        wide = self.width() > WIDE * self.fontMetrics().averageCharWidth()
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if way != self._both.orientation():
            self._both.setOrientation(way)
            self._both.setSizes([round(share * self.width()) for share in SHARES])
        self.table.setMaximumHeight(QWIDGETSIZE_MAX if wide else self.table.full_height)


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
