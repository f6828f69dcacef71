"""Keeps the place of a page until that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import Theme


class Later(QWidget):
    """Makes a page when it is first seen or asked for.

    Plots take long to make and their modules long to load, and the window is to open at once.

    Parameters
    ----------
    make
        Returns the page.
    """

    def __init__(self, make: Callable[[], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_page = make
        self._page: Any = None
        self._theme: Theme | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> Any:
        """The page; made now, if it is not there yet."""
        self.make()
        return self._page

    def make(self) -> None:
        """Make the page, if it is not there yet."""
        if self._page is not None:
            return
        self._page = self._make_page()
        self._column.addWidget(self._page)
        if self._theme is not None:
            self._page.set_theme(self._theme)

    @property
    def is_made(self) -> bool:
        """Whether the page is there."""
        return self._page is not None

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        if self._page is not None:
            self._page.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        self.page.show()
        super().showEvent(event)
