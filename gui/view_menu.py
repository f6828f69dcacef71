"""The menu that brings a view to the front, each with a key of its own."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.layout import Layout

KEYS = "1234567890-=[]"
"""With Alt, in the order of the tabs: the row of digits and what follows it on the keyboard."""


def view_menu(layout: Layout, window: QMainWindow) -> QMenu:
    """A menu of all views of ``layout``; its keys serve in all of ``window``."""
    menu = QMenu(QCoreApplication.translate("ViewMenu", "&Go to"), window)
    for name, key in zip_longest(layout.view_names, KEYS[: len(layout.view_names)]):
        action = menu.addAction(layout.view_title(name))
        action.setObjectName(f"go_to_{name}")
        if key:
            action.setShortcut(QKeySequence(f"Alt+{key}"))
        action.triggered.connect(partial(_show, layout, name))
        window.addAction(action)
    return menu


def _show(layout: Layout, name: str, _checked: bool = False) -> None:  # noqa: FBT002
    layout.show_view(name)
