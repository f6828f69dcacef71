"""Panes side by side: all plots are equally wide, and equally high."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.views.map.pane import MapPane

GAP = 4
LEAST = QSize(120, 100)


class PaneRow(QWidget):
    """Places panes; the first has an axis at its left that the others do without."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes: list[MapPane] = []

    def __iter__(self) -> Iterator[MapPane]:
        return iter(self._panes)

    def __len__(self) -> int:
        return len(self._panes)

    def add(self, pane: MapPane) -> None:
        """Put one at the right."""
        pane.setParent(self)
        self._panes.append(pane)
        pane.show()

    def drop(self) -> None:
        """Take the last one away."""
        pane = self._panes.pop()
        pane.hide()
        pane.deleteLater()

    def arrange(self) -> None:
        """Share the room out."""
        count = len(self._panes)
        if not count:
            return
        axis = self._panes[0].axis_width
        share = (self.width() - axis - GAP * (count - 1)) / count
        left = 0.0
        for place, pane in enumerate(self._panes):
            right = left + share + (axis if place == 0 else 0)
            pane.setGeometry(round(left), 0, round(right) - round(left), self.height())
            left = right + GAP

    def minimumSizeHint(self) -> QSize:
        return LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
