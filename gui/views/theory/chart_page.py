"""A page of two charts and a sentence about them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.theory.chart import Chart
from gui.views.theory.reflow import Reflow


class ChartPage(QWidget):
    """Two charts side by side; what they show, and what else stands there, is of each page its own.

    Parameters
    ----------
    name
        Of the page, as an object.
    charts
        At the left and at the right.
    shares
        Of the width that each takes.
    """

    def __init__(
        self,
        name: str,
        charts: tuple[Chart, Chart],
        shares: tuple[int, int] = (1, 1),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.theme = LIGHT
        self.look: RunStyle | None = None
        """How the run looks."""
        self.step = 0
        """The step that is marked."""
        self._charts = charts
        self.sentence = QLabel()
        self.sentence.setObjectName(f"{name}_note")
        self.sentence.setWordWrap(True)
        self.plots = QHBoxLayout()
        """Holds the charts; each page gives it a place in :attr:`row`."""
        self.plots.setSpacing(0)
        for chart, share in zip(charts, shares, strict=True):
            self.plots.addWidget(chart, share)
        reflow = Reflow()
        self.row = reflow.row
        """Takes what the page consists of, side by side."""
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(reflow)

    @property
    def note(self) -> str:
        """The sentence on what the charts show."""
        return self.sentence.text()

    def set_note(self, note: str) -> None:
        """Say what the charts show, or why they are empty."""
        self.sentence.setText(note)

    def set_style(self, style: RunStyle) -> None:
        """Say how the run looks."""
        self.look = style
        self.show_all()

    def set_empty(self, *, empty: bool) -> None:
        """Leave the charts out where there is nothing to show."""
        for chart in self._charts:
            chart.setVisible(not empty)

    def set_cursor(self, step: int) -> None:
        """Mark a step of the run."""
        self.step = step
        self.show_cursor()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self.theme = theme
        for chart in self._charts:
            chart.set_theme(theme)
        self.show_all()

    def show_all(self) -> None:
        """Draw everything; of each page its own."""

    def show_cursor(self) -> None:
        """Draw what marks the cursor; of each page its own."""
