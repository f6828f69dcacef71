"""A slim column at the side of a picture, which scrolls where the picture is low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


class SideColumn(QScrollArea):
    """As wide as what it holds, widgets on top of one another; gone while it holds nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._content.installEventFilter(self)
        self.setWidget(self._content)
        self._fit()

    def take(self, widget: QWidget) -> None:
        """Put a widget at the bottom, wherever it was before."""
        self._column.addWidget(widget)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width that the content needs."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        empty = self._column.count() == 0
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(0 if empty else self._content.minimumSizeHint().width() + bar)
