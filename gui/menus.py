"""The menu bar, made of the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.actions import ACTIONS, MENUS
from gui.language import QT_TRANSLATE_NOOP, without_mnemonic

RECENT = QT_TRANSLATE_NOOP("Actions", "Open &recent")


class Menus(QObject):
    """The window's menu bar; each action calls the handler of its name."""

    recent_chosen = Signal(object)
    """Path of a recent file."""

    def __init__(self, window: QMainWindow, handlers: Mapping[str, Callable[..., object]]) -> None:
        super().__init__(window)
        bar = window.menuBar()
        self._menus = {name: bar.addMenu(_tr(text)) for name, text in MENUS.items()}
        self.actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            if spec.separator:
                self._menus[spec.menu].addSeparator()
            action = self._menus[spec.menu].addAction(_tr(spec.text))
            action.setObjectName(spec.id)
            action.setShortcut(QKeySequence(spec.shortcut))
            action.setCheckable(spec.checkable)
            action.triggered.connect(_call(handlers[spec.id], with_state=spec.checkable))
            self.actions[spec.id] = action
            window.addAction(action)  # its keys serve while the menu bar is hidden, too
        self._recent = QMenu(_tr(RECENT), window)
        self._menus["file"].insertMenu(self.actions["save"], self._recent)

    def insert(self, parts: Sequence[QMenu | QAction], before: str) -> None:
        """Put menus or actions that belong to others above the action called ``before``."""
        (menu,) = (spec.menu for spec in ACTIONS if spec.id == before)
        for part in parts:
            action = part.menuAction() if isinstance(part, QMenu) else part
            self._menus[menu].insertAction(self.actions[before], action)

    def in_menu(self, name: str) -> list[QAction]:
        """The actions of one menu, in its order."""
        return [self.actions[spec.id] for spec in ACTIONS if spec.menu == name]

    def set_recent(self, paths: Sequence[Path]) -> None:
        """Show the recent files."""
        self._recent.clear()
        self._recent.setEnabled(bool(paths))
        for path in paths:
            action = self._recent.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(partial(self._choose, path))

    def _choose(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT002
        self.recent_chosen.emit(path)


def menu_title(name: str) -> str:
    """What a menu is called."""
    return without_mnemonic(_tr(MENUS[name]))


def _call(handler: Callable[..., object], *, with_state: bool) -> Callable[[bool], object]:
    """Pass on whether an action is checked, where that means something."""
    return lambda checked: handler(checked) if with_state else handler()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
