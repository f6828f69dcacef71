"""All shortcuts on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.panels.command_palette import action_text

COLUMNS = 3

Block = tuple[str, list[tuple[str, str]]]
"""A title, and under it what is done by which key."""


class CheatSheet(QDialog):
    """The actions of each menu with their keys, and what the mouse does."""

    def __init__(self, menus: Mapping[str, Sequence[QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cheat_sheet")
        self.setWindowTitle(self.tr("Shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(36)
        grid.setVerticalSpacing(18)
        for place, block in enumerate(_blocks(menus)):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(QLabel(_table(block), self), place // COLUMNS, place % COLUMNS, top)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addLayout(grid)
        layout.addWidget(buttons)


def shortcuts_page(menus: Mapping[str, Sequence[QAction]]) -> tuple[str, str]:
    """The same for the guide: a title, and HTML."""
    title = QCoreApplication.translate("CheatSheet", "Shortcuts")
    return title, f"<h1>{title}</h1>" + "".join(map(_table, _blocks(menus)))


def _blocks(menus: Mapping[str, Sequence[QAction]]) -> list[Block]:
    blocks = [
        (title, [(action_text(a), a.shortcut().toString()) for a in actions])
        for title, actions in menus.items()
    ]
    return [*blocks, (QCoreApplication.translate("CheatSheet", "Mouse"), _mouse())]


def _mouse() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [
        (
            translate("CheatSheet", "Move the start"),
            translate("CheatSheet", "drag it, or double-click"),
        ),
        (translate("CheatSheet", "Zoom the landscape"), translate("CheatSheet", "wheel")),
        (translate("CheatSheet", "Move the landscape"), translate("CheatSheet", "drag")),
        (
            translate("CheatSheet", "Go to a step"),
            translate("CheatSheet", "click a curve or the bar"),
        ),
    ]


def _table(block: Block) -> str:
    title, rows = block
    lines = "".join(
        f"<tr><td style='padding-right:18px'>{escape(text)}</td><td><b>{escape(keys)}</b></td></tr>"
        for text, keys in rows
        if keys
    )
    return f"<h3>{escape(title)}</h3><table>{lines}</table>"
