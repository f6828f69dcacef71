"""The headline is as large as the type around it wants it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.looks import Looks
from gui.panels.headline import TITLE_SIZE, Headline
from gui.settings import Settings


def test_that_the_title_grows_with_the_type_of_a_lecture_hall(qtbot: QtBot, tmp_path) -> None:
    looks = Looks(Settings(tmp_path / "settings.ini"))
    looks.apply()
    headline = Headline()
    qtbot.addWidget(headline)
    headline.show()
    title = headline.findChild(QLabel, "headlineTitle")
    for factor in (1.5, 1.0):
        looks.magnify(factor)
        wanted = QApplication.font().pointSizeF() * TITLE_SIZE
        qtbot.waitUntil(lambda wanted=wanted: abs(title.font().pointSizeF() - wanted) < 0.1)
