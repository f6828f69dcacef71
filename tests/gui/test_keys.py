"""A key that a widget uses is the widget's, and a shortcut's everywhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QListView,
    QMainWindow,
    QPushButton,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.keys import OwnKeys
from gui.views.surface.orbit import Orbit

KEYS = ("Space", "R", "H", "F", "Home", "End", ",", ".")
WORDS = ["apple", "fig", "raisin", "plum"]


class Combo(QComboBox):
    """Counts its popups, which the plugin of the tests cannot show without a warning."""

    popups = 0

    def showPopup(self):  # noqa: N802
        self.popups += 1


def listing() -> QListView:
    view = QListView()
    view.setModel(QStringListModel(WORDS, view))
    view.setCurrentIndex(view.model().index(1, 0))
    return view


def table() -> QTableWidget:
    cells = QTableWidget(4, 3)
    cells.setCurrentCell(1, 1)
    return cells


def combo() -> Combo:
    box = Combo()
    box.addItems(WORDS)
    box.setCurrentIndex(1)
    return box


def camera() -> QWidget:
    canvas = QWidget()
    Orbit(canvas).setObjectName("orbit")
    return canvas


WIDGETS = {
    "box": QCheckBox,
    "tool": QToolButton,
    "push": QPushButton,
    "combo": combo,
    "slider": lambda: QSlider(value=50),
    "spin": lambda: QSpinBox(value=50),
    "line": QLineEdit,
    "list": listing,
    "table": table,
    "text": lambda: QTextBrowser(plainText="a\n" * 300),
    "canvas": camera,
    "other": QWidget,
}


@pytest.fixture(params=["centre", "floating dock"])
def window(qtbot: QtBot, request: pytest.FixtureRequest) -> QMainWindow:
    """A window of one of each widget, with the shortcuts of the real one."""
    window = QMainWindow()
    qtbot.addWidget(window)
    inside = QWidget()
    column = QVBoxLayout(inside)
    for name, make in WIDGETS.items():
        widget = make()
        widget.setObjectName(name)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(widget)
    dock = QDockWidget(window)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    if request.param == "centre":
        window.setCentralWidget(inside)
    else:
        dock.setWidget(inside)
        dock.setFloating(True)
    OwnKeys(window, dock)
    window.heard = []
    for key in KEYS:
        action = QAction(key, window, shortcut=key)
        action.triggered.connect(lambda _on, key=key: window.heard.append(key))
        window.addAction(action)
    window.show()
    shown = inside.window()
    shown.activateWindow()
    qtbot.waitActive(shown)
    window.inside = inside
    return window


def press(
    qtbot: QtBot, window: QMainWindow, name: str, *keys: Qt.Key, clicked: bool = False
) -> QWidget:
    """Press keys in a widget that Tab went to, or a click."""
    widget = window.inside.findChild(QWidget, name)
    widget.setFocus()
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, not clicked)
    for key in keys:
        qtbot.keyClick(widget, key)
    return widget


def test_that_shortcuts_are_heard_where_no_widget_uses_the_key(qtbot, window) -> None:
    keys = Qt.Key
    press(qtbot, window, "other", keys.Key_Space, keys.Key_R, keys.Key_Home, keys.Key_Period)
    press(qtbot, window, "list", keys.Key_Space, keys.Key_Comma)
    press(qtbot, window, "slider", keys.Key_F)
    press(qtbot, window, "table", keys.Key_H)
    assert window.heard == ["Space", "R", "Home", ".", "Space", ",", "F", "H"]


@pytest.mark.parametrize("name", ["tool", "push", "box"])
def test_that_space_presses_the_focused_button(qtbot, window, name) -> None:
    with qtbot.waitSignal(window.inside.findChild(QWidget, name).clicked):
        press(qtbot, window, name, Qt.Key.Key_Space)
    assert window.heard == []


def test_that_space_opens_the_focused_combo_box(qtbot, window) -> None:
    assert press(qtbot, window, "combo", Qt.Key.Key_Space).popups == 1
    assert window.heard == []


def test_that_home_and_end_go_to_the_ends(qtbot, window) -> None:
    home, end = Qt.Key.Key_Home, Qt.Key.Key_End
    slider = press(qtbot, window, "slider", end)
    assert slider.value() == slider.maximum()
    press(qtbot, window, "slider", home)
    assert slider.value() == slider.minimum()
    assert press(qtbot, window, "list", end).currentIndex().row() == len(WORDS) - 1
    assert press(qtbot, window, "combo", end).currentIndex() == len(WORDS) - 1
    assert press(qtbot, window, "table", end).currentColumn() == 2
    text = press(qtbot, window, "text", end)
    assert text.verticalScrollBar().value() == text.verticalScrollBar().maximum()
    assert window.heard == []


@pytest.mark.parametrize(("name", "place"), [("list", 2), ("combo", 2)])
def test_that_typing_searches_lists_and_choices(qtbot, window, name, place) -> None:
    widget = press(qtbot, window, name, Qt.Key.Key_R)
    row = widget.currentIndex() if name == "combo" else widget.currentIndex().row()
    assert row == place
    assert window.heard == []


@pytest.mark.parametrize("name", ["tool", "push", "box", "combo"])
def test_that_space_is_the_shortcut_after_a_click(qtbot, window, name) -> None:
    """Whoever added a run with the mouse wants to play, and not to add another one."""
    press(qtbot, window, name, Qt.Key.Key_Space, clicked=True)
    assert window.heard == ["Space"]


@pytest.mark.parametrize("name", ["list", "combo"])
def test_that_letters_are_shortcuts_after_a_click(qtbot, window, name) -> None:
    press(qtbot, window, name, Qt.Key.Key_R, clicked=True)
    assert window.heard == ["R"]


def test_that_a_click_leaves_sliders_alone_and_what_is_read_its_ends(qtbot, window) -> None:
    slider = press(qtbot, window, "slider", Qt.Key.Key_End, clicked=True)
    assert (slider.value(), window.heard) == (50, ["End"])
    listed = press(qtbot, window, "list", Qt.Key.Key_End, clicked=True)
    assert (listed.currentIndex().row(), window.heard) == (len(WORDS) - 1, ["End"])


def test_that_texts_and_numbers_can_be_typed(qtbot, window) -> None:
    keys = Qt.Key
    line = press(qtbot, window, "line", keys.Key_R, keys.Key_Comma, keys.Key_Space, keys.Key_F)
    assert line.text().lower() == "r, f"
    spin = press(qtbot, window, "spin", keys.Key_End, keys.Key_Backspace)
    assert spin.text() == "5"
    assert window.heard == []


def test_that_home_is_the_cameras(qtbot, window) -> None:
    orbit = window.inside.findChild(Orbit)
    with qtbot.waitSignal(orbit.reset_wanted):
        press(qtbot, window, "canvas", Qt.Key.Key_Home)
    assert window.heard == []
