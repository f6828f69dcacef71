"""A page of theory: its content, or one sentence on why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QStackedLayout, QWidget

from gui.theme import LIGHT, Theme
from gui.views.plots import USUAL_POINTS, make_plot
from gui.views.theory.reflow import Reflow, be_high_enough

NARROW = 42
"""Width of the left axis of plots that stand side by side, pixels."""
NARROWEST_PANEL = 24
"""Letters of text in a line."""
MARGIN = 8
SPACING = 8


class TheoryPage(QWidget):
    """Parts side by side, which give way to a sentence where there is nothing to show."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.theme = LIGHT
        self.content = Reflow()
        self.row = self.content.row
        self.row.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        self.row.setSpacing(SPACING)
        self._empty = QLabel()
        self._empty.setObjectName(f"{name}_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(40, 0, 40, 0)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.content)
        self._stack.addWidget(self._empty)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self.theme = theme
        self.colour()

    def colour(self) -> None:
        """Give the parts the colours of :attr:`theme`; of each page its own."""

    @property
    def empty(self) -> str:
        """The sentence that is shown instead of the content, if any."""
        return self._empty.text()

    def set_empty(self, sentence: str) -> None:
        """Say why there is nothing, and what to do; an empty text brings the content back."""
        self._empty.setText(sentence)
        self._stack.setCurrentWidget(self._empty if sentence else self.content)


class SidePanel(QWidget):
    """A column of controls beside plots: so many letters wide, fewer where there is no room."""

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._letters), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        narrowest = self._width(min(self._letters, NARROWEST_PANEL))
        return QSize(narrowest, super().minimumSizeHint().height())

    def _width(self, letters: int) -> int:
        return letters * self.fontMetrics().averageCharWidth()


def small_plot(parent: QWidget, label: str, axes: Mapping[str, Any] | None = None) -> Any:
    """A plot that is one of several on a page; ``label`` names its horizontal axis."""
    plot = make_plot(parent, axes)
    plot.setMouseEnabled(x=False, y=False)
    plot.setLabel("bottom", label)
    plot.showGrid(x=False, y=True, alpha=0.15)
    plot.setMinimumWidth(110)
    return plot


def fit_to_type(plot: Any) -> None:
    """Give a small plot a height, and its left axis no more room than short numbers need."""
    be_high_enough(plot)
    plot.getAxis("left").setWidth(NARROW * QApplication.font().pointSizeF() / USUAL_POINTS)


def quiet(label: QLabel, theme: Theme) -> None:
    """Make the text of a label secondary."""
    colours = label.palette()
    colours.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted))
    label.setPalette(colours)
