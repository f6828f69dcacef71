"""A page of theory: its content, or one sentence on why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QStackedLayout, QWidget

from gui.theme import LIGHT, Theme
from gui.views.plots import USUAL_POINTS, make_plot

NARROW = 42
"""Width of the left axis of plots that stand side by side, pixels."""
NARROWEST_PANEL = 150
MARGIN = 8
SPACING = 8


class TheoryPage(QWidget):
    """Parts side by side, which give way to a sentence where there is nothing to show.

    The parts are made by :meth:`build`, when the page is first wanted: plots take long to make,
    and the window is to open at once.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.theme = LIGHT
        self._built = False
        self.content = QWidget()
        self.row = QHBoxLayout(self.content)
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

    def build(self) -> None:
        """Make the parts, once; before anything is set but the theme."""
        if not self._built:
            self._built = True
            self.make_parts()
            self.colour()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self.theme = theme
        if self._built:
            self.colour()

    def make_parts(self) -> None:
        """Fill :attr:`row`; of each page its own."""

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
    """A column of controls beside plots: of one width, less where the window is narrow."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.setMaximumWidth(width)
        self.setMinimumWidth(min(width, NARROWEST_PANEL))

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())


def small_plot(parent: QWidget, label: str, axes: Mapping[str, Any] | None = None) -> Any:
    """A plot that is one of several on a page; ``label`` names its horizontal axis."""
    plot = make_plot(parent, axes)
    plot.setMouseEnabled(x=False, y=False)
    plot.setLabel("bottom", label)
    plot.showGrid(x=False, y=True, alpha=0.15)
    plot.setMinimumWidth(110)
    return plot


def narrow_axis(plot: Any) -> None:
    """Give the left axis of a small plot no more room than short numbers need."""
    plot.getAxis("left").setWidth(NARROW * QApplication.font().pointSizeF() / USUAL_POINTS)


def quiet(label: QLabel, theme: Theme) -> None:
    """Make the text of a label secondary."""
    colours = label.palette()
    colours.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted))
    label.setPalette(colours)
