"""Parts side by side that stay readable: one below the other where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

NARROW = 66
"""Letters of text in a line, below which there is no room for parts side by side."""
LEAST_LINES = 7
"""Lines of text that a plot is high at least."""


class Reflow(QScrollArea):
    """Scrolls down where the parts would be too low else; never sideways.

    Signals
    -------
    turned
        Whether the parts are one below the other now.
    """

    turned = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        """Takes the parts."""
        self.setWidget(content)

    @property
    def narrow(self) -> bool:
        """Whether the parts are one below the other."""
        return self.row.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < NARROW * self.fontMetrics().averageCharWidth()
        if narrow != self.narrow:
            directions = QBoxLayout.Direction
            self.row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
            self.turned.emit(narrow)
        super().resizeEvent(event)


def be_high_enough(plot: QWidget) -> None:
    """Give a plot a height in which something can be seen, and what room there is beyond."""
    lines = QFontMetrics(QApplication.font()).lineSpacing()
    plot.setMinimumHeight(LEAST_LINES * lines)
    plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
