"""The page of maps: the bar, one pane or several, the colours and the cell under the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.theme import LIGHT, Theme
from gui.views.map.colour_scale import ColourScale
from gui.views.map.marks import TheoryLine
from gui.views.map.pane import MapPane, Ranges
from gui.views.map.preview import Preview
from gui.views.map.row import PaneRow
from gui.views.map.theory_key import TheoryKey

SIDE_LETTERS = 32
"""Width of what stands at the right, in letters."""
LINES = 17
"""Height of the page, in lines of text, from which there is room for the preview."""
NARROW, NARROW_SIDE = 66, 17
"""Width of the page, in letters, below which the colours alone stand at the right; theirs."""
EDGE = 8
"""Pixels at either side."""
PROGRESS_WIDTH = 90
PATIENCE = 0.3
"""Seconds after which a map that is not finished has progress to show."""


class MapView(QWidget):
    """Lays the parts out; what they show is brought to them.

    Signals
    -------
    hovered, chosen
        Pane, row and column of the cell under the mouse, or of one that was clicked.
    range_wanted
        The map is wanted for this range of both axes.
    stop_wanted
        No more cells are to be computed.
    """

    hovered = Signal(int, int, int)
    chosen = Signal(int, int, int)
    range_wanted = Signal(object)
    stop_wanted = Signal()

    def __init__(self, bar: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self._theme = LIGHT
        self.scale = ColourScale()
        self.preview = Preview()
        self._readout, self._told, self._problem = map(
            _words, ("map_readout", "map_told", "map_problem")
        )
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._problem.setMargin(24)
        self._theory = TheoryKey()
        self._progress = QProgressBar()
        self._progress.setObjectName("map_progress")
        self._progress.setAccessibleName(self.tr("Cells computed"))
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(PROGRESS_WIDTH, 6)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setObjectName("map_stop")
        self._stop.setToolTip(self.tr("Compute no more cells; those that are done stay"))
        self._stop.clicked.connect(self.stop_wanted)
        self._row = PaneRow()
        self._told_lines: Sequence[tuple[str, str]] = ()
        self._narrow = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self._row)
        self._pages.addWidget(self._problem)
        content = QHBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.addWidget(self._pages, 1)
        content.addWidget(self._aside())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(bar)
        column.addLayout(content, 1)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(EDGE, 0, EDGE, 0)
        column.addLayout(self._below)
        column.addLayout(self._foot())
        self.set_panes(1)

    @property
    def panes(self) -> list[MapPane]:
        """The maps, from the left."""
        return list(self._row)

    def set_panes(self, count: int) -> None:
        """Have so many maps side by side; they move together."""
        while len(self._row) > count:
            self._row.drop()
        while len(self._row) < count:
            self._add_pane()
        for place, pane in enumerate(self._row):
            pane.set_beside(first=place == 0)
        self._row.arrange()

    def set_theory(self, lines: Sequence[Sequence[TheoryLine]]) -> None:
        """Lay lines over each pane, and say beneath what they are."""
        for pane, found in zip(self._row, lines, strict=False):
            pane.theory.show(found)
        self._theory.set_lines(tuple(line for found in lines for line in found))

    def set_problem(self, sentence: str) -> None:
        """Show why there is no map, in its place; empty for the map."""
        self._problem.setText(sentence)
        self._pages.setCurrentWidget(self._problem if sentence else self._row)
        for part in (self._side, self._readout):
            part.setVisible(not sentence)
        if sentence:
            for part in (self._progress, self._stop):
                part.hide()
            self._told.setText("")
            self._theory.set_lines(())

    def fit(self) -> None:
        """Show the whole grid in every pane."""
        for pane in self.panes:
            pane.fit()

    def set_readout(self, lines: Sequence[tuple[str, str]], place: int = 0) -> None:
        """Names and values of the cell that is pointed at; none for what to do."""
        self._told_lines = lines
        self._show_readout()
        if lines:
            told = ", ".join(f"{name} {value}" for name, value in lines)
            self.panes[place].setAccessibleDescription(told)

    def _show_readout(self) -> None:
        """Numbers one below the other, or in a line where they stand beneath the panes."""
        lines = self._told_lines
        if not lines:
            text = self.tr(
                "Each cell is a run. Point at one, or use the arrow keys; a click or Return "
                "adds it."
            )
            self._readout.setToolTip(f"<p>{text}</p>" if self._narrow else "")
            if self._narrow:
                room, right = self.width() - 2 * EDGE, Qt.TextElideMode.ElideRight
                text = self.fontMetrics().elidedText(text, right, room)
        elif self._narrow:
            text = ", ".join(f"{name} <b>{value}</b>" for name, value in lines)
        else:
            cell = "<td style='padding-right:8px; vertical-align:middle'>"
            rows = "".join(
                f"<tr>{cell}{name}</td>{cell}<b>{value}</b></td></tr>" for name, value in lines
            )
            text = f"<table>{rows}</table>"
        self._readout.setText(text)

    def set_progress(self, done: int, cells: int, seconds: float, *, running: bool) -> None:
        """Tell how far it is, ``seconds`` after the beginning."""
        lasting = running and seconds > PATIENCE
        self._progress.setMaximum(max(cells, 1))
        self._progress.setValue(done)
        for part in (self._progress, self._stop):
            part.setVisible(lasting)
        if done == cells:
            pattern = self.tr("{cells} runs in {seconds} s")
        elif lasting and done:
            pattern = self.tr("{done} of {cells} runs, about {left} s more")
        elif running:
            pattern = self.tr("{done} of {cells} runs")
        else:
            pattern = self.tr("Stopped after {done} of {cells} runs")
        left = seconds * (cells - done) / max(done, 1)
        self._told.setText(
            pattern.format(
                done=f"{done:,}",
                cells=f"{cells:,}",
                seconds=f"{seconds:.2f}",
                left=f"{left:,.0f}",
            )
        )

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        for pane in self.panes:
            pane.set_theme(theme)
        for part in (self.scale, self.preview, self._theory):
            part.set_theme(theme)

    def _move_others(self, moved: MapPane, ranges: Ranges) -> None:
        for pane in self.panes:
            if pane is not moved:
                pane.show_range(*ranges)

    def _aside(self) -> QWidget:
        """What stands at the right of the panes."""
        self._side = QWidget()
        self._column = QVBoxLayout(self._side)
        self._column.setContentsMargins(4, 4, 8, 0)
        self._column.addWidget(self.scale, 3)
        self._column.addWidget(self._readout)
        self._column.addWidget(self.preview, 2)
        return self._side

    def _arrange(self) -> None:
        """Leave room for the panes: where it is narrow, the numbers go beneath them."""
        letter = self.fontMetrics().averageCharWidth()
        narrow = self.width() < NARROW * letter
        self._side.setFixedWidth((NARROW_SIDE if narrow else SIDE_LETTERS) * letter)
        lines = self.height() / self.fontMetrics().height()
        self.preview.setVisible(lines > LINES and not narrow)  # colours and numbers come first
        self._readout.setWordWrap(not narrow)
        self._readout.setMinimumWidth(1)  # rather cut than a wider window
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._below.addWidget(self._readout)
            else:
                self._column.insertWidget(1, self._readout)
        self._show_readout()

    def _foot(self) -> QHBoxLayout:
        """What stands beneath them."""
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 0, EDGE, 2)
        row.setSpacing(8)
        row.addWidget(self._theory, 1)
        row.addStrut(self._stop.sizeHint().height())  # it comes and goes, and nothing jumps
        self._told.setWordWrap(False)
        for part in (self._told, self._progress, self._stop):
            row.addWidget(part)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _add_pane(self) -> None:
        place = len(self._row)
        pane = MapPane()
        pane.set_theme(self._theme)
        pane.hovered.connect(lambda row, column: self.hovered.emit(place, row, column))
        pane.chosen.connect(lambda row, column: self.chosen.emit(place, row, column))
        pane.range_wanted.connect(self.range_wanted)
        pane.moved.connect(lambda ranges: self._move_others(pane, ranges))
        self._row.add(pane)


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextFormat(Qt.TextFormat.RichText)
    return label
