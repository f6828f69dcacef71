"""About names the program and its parts, with their licences."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.app import program_icon
from gui.panels.about import About, Licences
from simulation.parts import version


def test_that_about_names_version_and_data(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    text = About(parent).findChild(QLabel, "aboutText").text()
    assert version() in text
    assert "Brooks" in text


def test_that_a_licence_is_shown_for_the_part_that_is_chosen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    about = About(parent)
    about._show_licences()
    dialog = about.findChild(Licences)
    names, text = dialog.findChild(QListWidget), dialog.findChild(QPlainTextEdit)
    row = next(i for i in range(names.count()) if names.item(i).text().startswith("torch "))
    names.setCurrentRow(row)
    assert "Redistribution and use" in text.toPlainText()
    dialog.close()


def test_that_the_icon_is_there_for_small_and_large_screens(qtbot: QtBot) -> None:
    sizes = {(size.width(), size.height()) for size in program_icon().availableSizes()}
    assert {(16, 16), (32, 32), (512, 512)} <= sizes
