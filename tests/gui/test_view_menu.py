"""Every view has its entry and its key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from gui.layout import Layout
from gui.view_menu import view_menu
from simulation.courses import VIEWS


def made(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    layout = Layout(window)
    layout.arrange_docks(window)
    menu = view_menu(layout, window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, layout, menu


def test_that_the_key_of_a_view_brings_it_to_the_front(qtbot):
    window, layout, menu = made(qtbot)
    (action,) = (each for each in menu.actions() if each.objectName() == "go_to_table")
    key = action.shortcut()[0]
    qtbot.keyClick(window, key.key(), Qt.KeyboardModifier.AltModifier)
    assert layout.numbers.currentWidget() is layout.table


def test_that_every_view_has_an_entry_and_no_two_share_a_key(qtbot):
    _, layout, menu = made(qtbot)
    keys = [action.shortcut().toString() for action in menu.actions()]
    assert [action.text() for action in menu.actions()] == [
        layout.view_title(name) for name in layout.view_names
    ]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_that_courses_may_name_just_the_views_there_are(qtbot):
    _, layout, _ = made(qtbot)
    assert set(VIEWS) == set(layout.view_names)
