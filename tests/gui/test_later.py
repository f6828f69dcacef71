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
    told = []
    later.made.connect(lambda: told.append(later.is_made))
    later.set_theme(DARK)
    assert not later.is_made
    later.show()
    later.hide()
    later.show()
    assert told == [True]
    assert later.page.isVisible()
    assert later.page.theme is DARK


def test_that_asking_for_a_page_makes_it_out_of_sight(qtbot: QtBot) -> None:
    later = Later(Page)
    qtbot.addWidget(later)
    assert later.page is later.page
    assert not later.page.isVisible()
