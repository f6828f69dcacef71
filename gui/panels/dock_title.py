"""What stands above a panel: its name, and buttons that set it free or close it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.panels.icons import icon
from gui.panels.inputs import ToolButton
from gui.theme import Theme


class DockTitle(QWidget):
    """Moves its dock when it is dragged, and sets it free when it is double-clicked.

    WORKAROUND (Qt 6.11): the title that a dock has of its own keeps the size of type it was made
    with, and buttons of one size.
    """

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName(f"{dock.objectName()}_title")
        name = QLabel(dock.windowTitle())
        # It must not dictate the width; the tab below says the same.
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._float = ToolButton("float_dock", self.tr("Set the panel free, or put it back"))
        self._float.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self._close = ToolButton("close_dock", self.tr("Close the panel; View brings it back"))
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(0)
        row.addWidget(name, 1)
        for button in (self._float, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in the theme's colour."""
        self._float.setIcon(icon("duplicate", QColor(theme.muted)))
        self._close.setIcon(icon("remove", QColor(theme.muted)))
