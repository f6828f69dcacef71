"""Tab goes through what is seen, also where a page was made late or a dock is behind another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.tab_order import PageOrder, RaisedDocks


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    inside, tabs, after = QWidget(), QTabWidget(), QPushButton("after")
    tabs.addTab(QWidget(), "empty")
    tabs.addTab(QWidget(), "late")
    column = QVBoxLayout(inside)
    column.addWidget(tabs)
    column.addWidget(after)
    window.setCentralWidget(inside)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def test_that_a_page_that_was_made_late_follows_its_bar(qtbot: QtBot, window: QMainWindow) -> None:
    tabs = window.findChild(QTabWidget)
    PageOrder(tabs)
    page = QVBoxLayout(tabs.widget(1))
    made = [QLineEdit(objectName="first"), QSpinBox(objectName="second")]
    for widget in made:
        page.addWidget(widget)
    tabs.setCurrentIndex(1)
    QApplication.processEvents()
    tabs.tabBar().setFocus()
    walked = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == [*made, window.findChild(QPushButton)]


def test_that_a_dock_behind_another_comes_to_the_front_with_the_focus(
    qtbot: QtBot, window: QMainWindow
) -> None:
    docks = [QDockWidget(name, window) for name in ("one", "two")]
    fields = [QLineEdit(), QLineEdit()]
    for dock, field in zip(docks, fields, strict=True):
        dock.setWidget(field)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks[0])
    QApplication.processEvents()
    window.tabifyDockWidget(*docks)
    QApplication.processEvents()
    docks[0].raise_()
    QApplication.processEvents()
    RaisedDocks(docks)
    assert docks[1].visibleRegion().isEmpty()
    fields[1].setFocus()
    qtbot.waitUntil(lambda: docks[0].visibleRegion().isEmpty())
    assert not docks[1].visibleRegion().isEmpty()


def test_that_the_window_outlives_what_tab_went_through(qtbot: QtBot, window: QMainWindow) -> None:
    tabs = window.findChild(QTabWidget)
    action = window.menuBar().addMenu("menu").addAction("action")
    field = QLineEdit()
    QVBoxLayout(tabs.widget(0)).addWidget(field)
    PageOrder(tabs).mend()
    field.deleteLater()
    qtbot.waitUntil(lambda: not isValid(field))
    assert isValid(action)
