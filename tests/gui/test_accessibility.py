"""Every control can be reached, tells what it is, and explains itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSlider,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.window import MainWindow

TEACHING = (QAbstractButton, QComboBox, QLineEdit, QSlider, QAbstractSpinBox)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    for tabs in window.findChildren(QTabWidget):  # some views are made when they are first shown
        for page in range(tabs.count()):
            tabs.setCurrentIndex(page)
        tabs.setCurrentIndex(0)
    return window


def is_qts_own(widget: QWidget) -> bool:
    """Whether Qt makes it inside of one of its widgets."""
    if isinstance(widget, QScrollBar) or widget.objectName().startswith(("qt_", "Scroll")):
        return True
    return isinstance(widget.parentWidget(), QComboBox | QLineEdit | QAbstractSpinBox) or (
        isinstance(widget, QAbstractItemView)
        and isinstance(widget.parentWidget().parentWidget(), QComboBox)
    )


def told(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return widget.accessibleName() or text


def explained(widget: QWidget) -> str:
    """The tooltip that shows over a widget: its own, or that of what it stands in."""
    around: QWidget | None = widget
    while around is not None and not around.toolTip():
        around = around.parentWidget()
    return around.toolTip() if around is not None else ""


def path(widget: QWidget) -> str:
    around, names = widget, []
    while around is not None and not isinstance(around, MainWindow):
        names.append(f"{type(around).__name__} {around.objectName()}".strip())
        around = around.parentWidget()
    return " in ".join(names)


def test_that_what_the_keyboard_reaches_has_a_name(window: MainWindow) -> None:
    nameless = [
        path(widget)
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QTabBar | QTabWidget | QScrollArea)
        and not is_qts_own(widget)
        and not told(widget)
    ]
    assert nameless == []


def test_that_every_control_explains_itself(window: MainWindow) -> None:
    silent = [
        path(widget)
        for kind in TEACHING
        for widget in window.findChildren(kind)
        if not is_qts_own(widget) and not explained(widget)
    ]
    assert silent == []


def in_tab_order(qtbot: QtBot, window: MainWindow) -> list[QWidget]:
    """What Tab goes through, from the search field on until it is there again."""
    window.activateWindow()
    qtbot.waitActive(window)
    first = window.parts.gallery.findChild(QLineEdit, "search")
    first.setFocus()
    order = [first]
    while True:
        qtbot.keyClick(order[-1], Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
        if reached is first:
            return order
        assert reached not in order, path(reached)
        order.append(reached)


def test_that_tab_goes_from_panel_to_panel_and_left_to_right(
    qtbot: QtBot, window: MainWindow
) -> None:
    parts = window.parts
    panels = [parts.gallery, parts.pictures, parts.numbers, parts.transport, parts.runs]
    order = in_tab_order(qtbot, window)
    visited = [
        next((index for index, panel in enumerate(panels) if panel.isAncestorOf(widget)), None)
        for widget in order
    ]
    panels_in_order = [panel for panel in visited if panel is not None]
    assert panels_in_order == sorted(panels_in_order)
    assert set(panels_in_order) == set(range(len(panels)))


def test_that_tab_goes_down_a_panel(qtbot: QtBot, window: MainWindow) -> None:
    parts = window.parts
    order = in_tab_order(qtbot, window)
    for panel in (parts.gallery, parts.transport, parts.runs):
        rows = [
            widget.mapTo(window, QPoint(0, widget.height() // 2))
            for widget in order
            # After its slider, above which it stands: the schedule opens below both.
            if panel.isAncestorOf(widget) and widget.objectName() != "schedule"
        ]
        assert len(rows) > 1
        for one, other in pairwise(rows):
            same_row = abs(one.y() - other.y()) <= 8
            assert other.x() > one.x() if same_row else other.y() > one.y()
