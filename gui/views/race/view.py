"""The page of the race: what is compared, the ranking, and where all runs ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.theme import Theme
from gui.views.race.plot import Entrant, RacePlot
from gui.views.race.table import RaceTable

QWIDGETSIZE_MAX = 2**24 - 1
"""No limit, as Qt says it."""
PLOT_LETTERS = 40
"""Width that the plot has at least beside the table, in letters; else it stands beneath."""
TABLE_SHARE = 0.5
"""Of the height that both have, at most, for the table above the plot."""


class RaceView(QWidget):
    """Says what a race is; shows the ranking and the plot once there are any.

    Signals
    -------
    widen_wanted
        The race is to be run again, with wider ranges where the best values lay at their edge.
    """

    widen_wanted = Signal()

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
        self._widen = QPushButton(self.tr("Widen and race again"))
        self._widen.setObjectName("race_widen")
        self._widen.setToolTip(
            self.tr("Search half as far again beyond the ends where the best values were")
        )
        self._widen.clicked.connect(self.widen_wanted)
        notes = QHBoxLayout()
        notes.setContentsMargins(8, 0, 8, 4)
        notes.addWidget(self._note, 1)
        notes.addWidget(self._widen)
        self.table, self.plot = RaceTable(), RacePlot()
        self._both = QSplitter(Qt.Orientation.Vertical)
        self._both.setObjectName("race_parts")
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.table)
        self._both.addWidget(self.plot)
        self._by_hand = False
        """Whether the user has shared out the width."""
        self._both.splitterMoved.connect(self._on_moved)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._status)
        self._pages.addWidget(self._both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._about)
        column.addWidget(bar)
        column.addLayout(notes)
        column.addWidget(self._pages, 1)
        self.set_note("")

    def set_status(self, sentence: str) -> None:
        """Say why there is no ranking, in its place."""
        self._status.setText(sentence)
        self._pages.setCurrentWidget(self._status)
        self._about.show()

    def set_note(self, sentence: str, *, widen: bool = False) -> None:
        """Say something about the ranking, above it; offer wider ranges or not."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self._widen.setVisible(widen)

    def set_entrants(self, entrants: Sequence[Entrant]) -> None:
        """Show the ranking, the best first."""
        self.table.set_entrants(entrants)
        self.plot.set_entrants(entrants)
        self._about.hide()  # the ranking needs the room more
        if self._pages.currentWidget() is not self._both:
            self._by_hand = False
        self._pages.setCurrentWidget(self._both)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self.plot.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _on_moved(self) -> None:
        self._by_hand = True

    def _arrange(self) -> None:
        """Put the plot beside the table where all of its columns have room, else beneath.

        How the user shared out the width stays; above the plot, the table is as high as its rows.
        """
        table, height = self.table.full_width, self._pages.height()
        plot = PLOT_LETTERS * self.fontMetrics().averageCharWidth()
        wide = self.width() >= table + plot
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        turned = way != self._both.orientation()
        self._both.setOrientation(way)
        most = max(min(self.table.full_height, round(TABLE_SHARE * height)), 1)
        self.table.setMaximumHeight(QWIDGETSIZE_MAX if wide else most)
        if wide and (turned or not self._by_hand):
            self._both.setSizes([table, self.width() - table])
        elif not wide:
            self._both.setSizes([most, height - most])


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
