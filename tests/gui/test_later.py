"""Pages are made when they are first wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import DARK, Theme
from gui.views.later import Later


class Page(QWidget):
    theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme


def test_that_a_page_is_made_once_when_it_is_seen(qtbot: QtBot) -> None:
    later = Later(Page)
    qtbot.addWidget(later)
    later.set_theme(DARK)
    assert not later.is_made
    later.show()
    assert later.is_made
    page = later.page
    later.hide()
    later.show()
    assert later.page is page
    assert page.isVisible()
    assert page.theme is DARK


def test_that_asking_for_a_page_makes_it_out_of_sight(qtbot: QtBot) -> None:
    later = Later(Page)
    qtbot.addWidget(later)
    assert later.page is later.page
    assert not later.page.isVisible()
