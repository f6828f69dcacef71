"""A slim column at the side of a picture, which scrolls where the picture is low."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.scroll_column import ScrollColumn


class SideColumn(ScrollColumn):
    """As wide as what it holds, widgets on top of one another; gone while it holds nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(content)

    def take(self, widget: QWidget) -> None:
        """Put a widget at the bottom, wherever it was before."""
        self._column.addWidget(widget)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self._column.count() == 0:
            return QSize(0, 0)
        return QSize(super().minimumSizeHint().width(), super().sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometry()  # what changed while it was hidden was not heard of

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 0)
