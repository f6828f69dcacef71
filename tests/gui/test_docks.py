"""Docks give way where the window becomes narrow, and keep what a hand gives them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow

from gui.docks import DockWidths, Width

USUAL = Width(letters=60, share=0.25)
HORIZONTAL = Qt.Orientation.Horizontal


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QLabel("middle"))
    made.dock = QDockWidget("left", made)
    made.dock.setWidget(QLabel("panel"))
    made.widths = DockWidths(made, {made.dock: USUAL})
    made.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, made.dock)
    made.resize(4000, 600)
    made.widths.give_usual([made.dock])
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.widths._width == made.width())
    return made


def letters(window: QMainWindow) -> float:
    return window.dock.width() / QFontMetricsF(window.font()).averageCharWidth()


def test_that_a_dock_takes_no_more_than_its_letters_in_a_wide_window(window) -> None:
    assert letters(window) == pytest.approx(USUAL.letters, abs=0.5)


def test_that_a_dock_gives_way_in_a_narrow_window_and_comes_back(window) -> None:
    before = window.dock.width()
    window.resize(800, 600)
    assert window.dock.width() == pytest.approx(USUAL.share * 800, abs=1)
    window.resize(4000, 600)
    assert window.dock.width() == before


def test_that_what_a_hand_gives_stays_in_proportion(window, monkeypatch) -> None:
    window.resize(1000, 600)
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    window.resizeDocks([window.dock], [400], HORIZONTAL)
    window.layout().activate()
    monkeypatch.undo()
    assert window.dock.width() == 400
    window.resize(500, 600)
    assert window.dock.width() == pytest.approx(0.4 * 500, abs=1)
    window.resize(1000, 600)
    assert window.dock.width() == 400


def test_that_a_dock_that_is_closed_is_left_alone(window) -> None:
    window.dock.hide()
    window.resize(800, 600)
    window.dock.show()
    window.resize(801, 600)
    assert window.dock.width() == pytest.approx(USUAL.share * 801, abs=1)
