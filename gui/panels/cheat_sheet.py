"""All shortcuts on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.panels.command_palette import action_text

COLUMNS = 3


class CheatSheet(QDialog):
    """The actions of each menu with their keys, and what the mouse does."""

    def __init__(self, menus: Mapping[str, Sequence[QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cheat_sheet")
        self.setWindowTitle(self.tr("Shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(36)
        grid.setVerticalSpacing(18)
        blocks = [
            (title, [(action_text(a), a.shortcut().toString()) for a in actions])
            for title, actions in menus.items()
        ]
        blocks.append((self.tr("Mouse"), self._mouse()))
        for place, (title, rows) in enumerate(blocks):
            with_keys = [row for row in rows if row[1]]
            label = QLabel(_table(title, with_keys), self)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label, place // COLUMNS, place % COLUMNS, top)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addLayout(grid)
        layout.addWidget(buttons)

    def _mouse(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Move the start"), self.tr("drag it, or double-click")),
            (self.tr("Zoom the landscape"), self.tr("wheel")),
            (self.tr("Move the landscape"), self.tr("drag")),
            (self.tr("Go to a step"), self.tr("click a curve or the bar")),
        ]


def _table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td style='padding-right:18px'>{text}</td><td><b>{keys}</b></td></tr>"
        for text, keys in rows
    )
    return f"<h3>{title}</h3><table>{lines}</table>"
