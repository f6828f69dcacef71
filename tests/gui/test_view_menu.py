"""Every view has its entry and its key."""

import pytest
from PySide6.QtCore import Qt

from gui.settings import Settings
from gui.window import MainWindow


@pytest.fixture
def window(qtbot, tmp_path):
    window = MainWindow(Settings(tmp_path / "settings.ini"), backups=tmp_path / "backups")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def entries(window):
    return [each for each in window.actions() if each.objectName().startswith("go_to_")]


def test_that_the_key_of_a_view_brings_it_to_the_front(window, qtbot):
    (action,) = (each for each in entries(window) if each.objectName() == "go_to_table")
    key = action.shortcut()[0]
    qtbot.keyClick(window, key.key(), Qt.KeyboardModifier.AltModifier)
    assert window.parts.numbers.currentWidget() is window.parts.table


def test_that_every_view_has_an_entry_and_no_two_share_a_key(window):
    parts = window.parts
    keys = [action.shortcut().toString() for action in entries(window)]
    titles = [
        tabs.tabText(index)
        for tabs in (parts.pictures, parts.numbers)
        for index in range(tabs.count())
    ]
    assert [action.text() for action in entries(window)] == titles
    assert [parts.view_title(name) for name in parts.view_names] == titles
    assert all(keys)
    assert len(set(keys)) == len(keys)
