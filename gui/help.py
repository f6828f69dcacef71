"""What helps: the guide, the shortcuts, any action by its name, and what the program is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.actions import MENUS
from gui.language import spoken_language, without_mnemonic
from gui.layout import Layout
from gui.menus import Menus, menu_title

if TYPE_CHECKING:  # the windows of help are loaded when one is asked for
    from gui.panels.guide import Guide


class Help(QObject):
    """Opens what explains one window."""

    def __init__(self, window: QMainWindow, parts: Layout) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._menus: Menus | None = None
        self._views: QMenu | None = None
        self._guide: Guide | None = None

    def set_menus(self, menus: Menus, views: QMenu) -> None:
        """The window's actions, which are found by name and listed with their keys."""
        self._menus = menus
        self._views = views

    @property
    def guide_is_open(self) -> bool:
        """Whether the guide is on the screen."""
        return self._guide is not None and self._guide.isVisible()

    @Slot()
    def show_guide(self) -> None:
        """Open the guide where it was left, or bring it to the front."""
        if self._guide is None:
            from gui.panels.cheat_sheet import shortcuts_page
            from gui.panels.guide import Guide, Page, guide_pages

            title, html = shortcuts_page(self._actions())
            pages = [*guide_pages(spoken_language()), Page("shortcuts", title, html=html)]
            self._guide = Guide(pages, self._window)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    @Slot()
    def show_shortcuts(self) -> None:
        """Open the sheet of all keys."""
        from gui.panels.cheat_sheet import CheatSheet

        CheatSheet(self._actions(), self._window).open()

    @Slot()
    def show_palette(self) -> None:
        """Offer any action by its name."""
        from gui.panels.command_palette import CommandPalette

        assert self._menus is not None
        assert self._views is not None
        menus = (self._views, *self._parts.landscape_tools.menus)
        choices = [each for menu in menus for each in menu.actions()]
        CommandPalette([*self._menus.actions.values(), *choices], self._window).popup()

    @Slot()
    def show_about(self) -> None:
        """Say what the program is."""
        from gui.panels.about import About

        About(self._window).open()

    def close(self) -> None:
        """Take the guide away."""
        if self._guide is not None:
            self._guide.close()

    def _actions(self) -> Mapping[str, Sequence[QAction]]:
        assert self._menus is not None
        assert self._views is not None
        menus = {menu_title(name): self._menus.in_menu(name) for name in MENUS}
        return {**menus, without_mnemonic(self._views.title()): self._views.actions()}
