"""The page of maps: the bar, one pane or several, the colours and the cell under the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from gui.theme import LIGHT, Theme
from gui.views.map.colour_scale import ColourScale
from gui.views.map.pane import MapPane, Ranges
from gui.views.map.preview import Preview

SIDE_WIDTH = 190


class MapView(QWidget):
    """Lays the parts out; what they show is brought to them.

    Signals
    -------
    hovered, chosen
        Pane, row and column of the cell under the mouse, or of one that was clicked.
    range_wanted
        The map is wanted for this range of both axes.
    """

    hovered = Signal(int, int, int)
    chosen = Signal(int, int, int)
    range_wanted = Signal(object)

    def __init__(self, bar: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self._theme = LIGHT
        self.scale = ColourScale()
        self.preview = Preview()
        self.panes: list[MapPane] = []
        self._readout, self._told = _words("map_readout"), _words("map_told")
        self._progress = QProgressBar()
        self._progress.setObjectName("map_progress")
        self._progress.setAccessibleName(self.tr("Cells computed"))
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(6)
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        content = QHBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.addLayout(self._row, 1)
        content.addWidget(self._aside())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(bar)
        column.addLayout(content, 1)
        self.set_panes(1)

    def set_panes(self, count: int) -> None:
        """Have so many maps side by side; they move together."""
        while len(self.panes) > count:
            pane = self.panes.pop()
            self._row.removeWidget(pane)
            pane.deleteLater()
        while len(self.panes) < count:
            self._add_pane()
        for place, pane in enumerate(self.panes):
            pane.set_beside(first=place == 0, alone=count == 1)

    def fit(self) -> None:
        """Show the whole grid in every pane."""
        for pane in self.panes:
            pane.fit()

    def set_readout(self, lines: Sequence[tuple[str, str]]) -> None:
        """Names and values of the cell under the mouse; none for what to do."""
        if not lines:
            self._readout.setText(
                self.tr("Each cell is a run. Point at one to see it; click to add it.")
            )
            return
        rows = "".join(
            f"<tr><td style='padding-right:8px'>{name}</td><td><b>{value}</b></td></tr>"
            for name, value in lines
        )
        self._readout.setText(f"<table>{rows}</table>")

    def set_progress(self, done: int, cells: int, seconds: float, *, running: bool) -> None:
        """Tell how far it is."""
        self._progress.setMaximum(max(cells, 1))
        self._progress.setValue(done)
        self._progress.setVisible(running)
        pattern = self.tr("{done} of {cells} runs, {seconds} s")
        self._told.setText(
            pattern.format(done=f"{done:,}", cells=f"{cells:,}", seconds=f"{seconds:.2f}")
        )

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        for pane in self.panes:
            pane.set_theme(theme)
        self.scale.set_theme(theme)
        self.preview.set_theme(theme)

    def _move_others(self, moved: MapPane, ranges: Ranges) -> None:
        for pane in self.panes:
            if pane is not moved:
                pane.show_range(*ranges)

    def _aside(self) -> QWidget:
        """What stands at the right of the panes."""
        made = QWidget()
        made.setFixedWidth(SIDE_WIDTH)
        side = QVBoxLayout(made)
        side.setContentsMargins(4, 4, 8, 4)
        side.addWidget(self.scale, 3)
        side.addWidget(self.preview, 2)
        side.addWidget(self._readout, 1)
        side.addWidget(self._told)
        side.addWidget(self._progress)
        return made

    def _add_pane(self) -> None:
        place = len(self.panes)
        pane = MapPane()
        pane.set_theme(self._theme)
        pane.hovered.connect(lambda row, column: self.hovered.emit(place, row, column))
        pane.chosen.connect(lambda row, column: self.chosen.emit(place, row, column))
        pane.range_wanted.connect(self.range_wanted)
        pane.moved.connect(lambda ranges: self._move_others(pane, ranges))
        self.panes.append(pane)
        self._row.addWidget(pane, 1)


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextFormat(Qt.TextFormat.RichText)
    return label
