"""All shortcuts on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gui.panels.command_palette import action_text
from gui.scroll_column import ScrollColumn

MOST_COLUMNS = 3
GAP, BELOW = 36, 12
"""Between columns, and between blocks of one column, pixels."""
SIDES = 80
"""What the dialog needs beside them, pixels."""

CELL = "vertical-align:middle"
"""Letters of two scripts side by side have lines of different height."""

Block = tuple[str, list[tuple[str, str]]]
"""A title, and under it what is done by which key."""


class CheatSheet(QDialog):
    """The actions of each menu with their keys, and what the mouse does.

    As many columns as are no wider than the window; it scrolls where it is lower.
    """

    def __init__(self, menus: Mapping[str, Sequence[QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("cheat_sheet")
        self.setWindowTitle(self.tr("Shortcuts"))
        self._blocks = [QLabel(_table(block), self) for block in _blocks(menus)]
        self._scroll = ScrollColumn(self)
        content = self._in_columns(parent.width() - SIDES)
        self._scroll.setWidget(content)
        # So that the keyboard scrolls it, too.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addWidget(self._scroll)
        layout.addWidget(buttons)
        around = layout.totalMinimumSize() - self._scroll.minimumSizeHint()
        self.resize((content.sizeHint() + around).boundedTo(parent.size()))

    def _in_columns(self, room: int) -> QWidget:
        """All blocks, in columns that are equally high as far as may be."""
        widest = max(block.sizeHint().width() for block in self._blocks)
        columns = max(1, min(MOST_COLUMNS, (room + GAP) // (widest + GAP)))
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        heights = [0] * columns
        made = []
        for _ in range(columns):
            made.append(QVBoxLayout())
            made[-1].setSpacing(BELOW)
            row.addLayout(made[-1])
        for block in self._blocks:
            shortest = heights.index(min(heights))
            made[shortest].addWidget(block)
            heights[shortest] += block.sizeHint().height() + BELOW
        for column in made:
            column.addStretch()
        return content


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
        f"<tr><td style='{CELL}; padding-right:18px'>{escape(text)}</td>"
        f"<td style='{CELL}'><b>{escape(keys)}</b></td></tr>"
        for text, keys in rows
        if keys
    )
    return f"<h3>{escape(title)}</h3><table>{lines}</table>"
