"""Noise as temperature: balls in a heat bath, or minibatches as one."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from gui.theme import Theme
from gui.views.theory.ensemble_plot import EnsemblePlot
from gui.views.theory.readouts import Readouts
from gui.views.theory.side_column import SideColumn
from gui.views.theory.temperatures import TemperatureView
from simulation.theory.portrait import Portrait, Snapshot
from simulation.theory.temperatures import Cell

NARROWEST = 60
WIDE, MIDDLING = 92, 64
"""Digits side by side from which there is room for all, and for controls without sliders."""
READING_MILLISECONDS = 120
"""How long numbers stand while time passes, so that they can be read."""


class NoiseView(QWidget):
    """Shows an ensemble with its numbers, temperatures, or a sentence; between controls.

    Parameters
    ----------
    controls
        A widget that stands at the left while an ensemble is shown.

    Signals
    -------
    room_changed
        Whether there is room for controls of full width.
    """

    room_changed = Signal(bool)

    def __init__(self, controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noise_view")
        self._plot = EnsemblePlot()
        self.readouts = Readouts()
        self.temperatures = TemperatureView()
        self._message = QLabel()
        self._message.setObjectName("noise_message")
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setMargin(24)
        self._pages = QStackedWidget()
        self._pages.setMinimumWidth(NARROWEST)  # less than the table of temperatures would like
        for page in (self._message, self._plot, self.temperatures):
            self._pages.addWidget(page)
        self._left, self._right = SideColumn(), SideColumn()
        self._left.take(controls)
        self._right.take(self.readouts)
        self._narrow = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._pages, 1)
        row.addWidget(self._right)
        self._show(self._message, steered=False)
        self._playing = False
        self._latest: tuple[Portrait, Snapshot] | None = None
        self._read = QElapsedTimer()

    @property
    def message(self) -> str:
        """The sentence that is shown; empty while there is something better."""
        return self._message.text() if self._pages.currentWidget() is self._message else ""

    def set_coordinates(self, names: tuple[str, ...]) -> None:
        """Name the coordinates of the balls."""
        self._plot.set_coordinates(names)
        self.readouts.set_coordinates(names)

    def set_snapshot(self, portrait: Portrait, snapshot: Snapshot) -> None:
        """Show the balls of this moment."""
        self._latest = portrait, snapshot
        self._show(self._plot, steered=True)
        self._plot.set_snapshot(portrait, snapshot)
        readable = self._read.isValid() and self._read.elapsed() < READING_MILLISECONDS
        if not (self._playing and readable):
            self._read.start()
            self.readouts.set_snapshot(portrait, snapshot)

    def set_playing(self, playing: bool) -> None:
        """Say whether time passes; where it stands, all numbers are of one moment."""
        self._playing = playing
        if not playing and self._latest is not None:
            self.readouts.set_snapshot(*self._latest)

    def set_cells(self, cells: tuple[Cell, ...]) -> None:
        """Show temperatures of minibatches."""
        self._show(self.temperatures, steered=False)
        self.temperatures.set_cells(cells)

    def set_message(self, text: str, *, steered: bool = False) -> None:
        """Say why there is nothing, and what to do; by the controls, if it is ``steered``."""
        self._message.setText(text)
        self._show(self._message, steered=steered)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._plot.set_theme(theme)
        self.temperatures.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the numbers below the controls where the picture would be too narrow else."""
        super().resizeEvent(event)
        self.room_changed.emit(self.width() >= self._letters(WIDE))
        narrow = self.width() < self._letters(MIDDLING)
        if narrow != self._narrow:
            self._narrow = narrow
            (self._left if narrow else self._right).take(self.readouts)
            self._right.setVisible(not narrow)

    def _letters(self, count: int) -> int:
        return count * self.fontMetrics().horizontalAdvance("0")

    def _show(self, page: QWidget, *, steered: bool) -> None:
        self._pages.setCurrentWidget(page)
        self._left.setVisible(steered)
        self._right.setVisible(page is self._plot and not self._narrow)
        self.readouts.setVisible(page is self._plot)
