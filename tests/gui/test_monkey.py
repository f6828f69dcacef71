"""Whatever a hand does to the window, nothing breaks and everything can be undone."""

from __future__ import annotations

import os
import random

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QColorDialog,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.documents import Documents
from gui.exports.dialogs import AnimationDialog, FigureDialog
from gui.panels.runs import RunsPanel
from gui.window import MainWindow
from simulation.presets import presets

ACTIONS = int(os.environ.get("MOMENTUM_LAB_MONKEY", "300"))
"""Actions to try; the full 10,000 take some minutes: MOMENTUM_LAB_MONKEY=10000."""

TEXTS = ("0.5", "1e-3", "-1", "nan", "1e400", "", "[1, 2]", "x", "0", "999999", "sin(x)", "%")
LONGEST_RUN = 3000
"""Steps beyond which a run is cut short: the monkey is to be many things, not patient."""
LEFT_ALONE = ("close", "new_window", "about", "full_screen", "present")


class Monkey:
    """Does one random thing after the other to a window."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)
        self._moves = (
            self.click,
            self.slide,
            self.type,
            self.choose,
            self.press_key,
            self.trigger,
            self.drag_start,
            self.open_preset,
            self.wait,
        )

    def act(self) -> str:
        move = self._random.choice(self._moves)
        target = move()
        for dialog in self._window.findChildren(QDialog):
            dialog.close()
        experiment = self._window.session.experiment
        if experiment.steps > LONGEST_RUN or len(experiment.runs) > 12:
            self._window.session.undo()
        return f"{move.__name__} {target}"

    def click(self) -> str:
        return self._with(QAbstractButton, lambda b: QTest.mouseClick(b, Qt.MouseButton.LeftButton))

    def slide(self) -> str:
        def move(slider: QAbstractSlider) -> None:
            low, high = slider.minimum(), slider.maximum()
            slider.setSliderDown(True)
            for _ in range(3):
                slider.setValue(self._random.randint(low, high))
            slider.setSliderDown(False)

        return self._with(QAbstractSlider, move)

    def type(self) -> str:
        def enter(entry: QLineEdit) -> None:
            entry.selectAll()
            QTest.keyClicks(entry, self._random.choice(TEXTS))
            QTest.keyClick(entry, self._random.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))

        return self._with(QLineEdit, enter)

    def choose(self) -> str:
        return self._with(
            QComboBox, lambda box: box.setCurrentIndex(self._random.randrange(max(box.count(), 1)))
        )

    def press_key(self) -> str:
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Tab, Qt.Key.Key_PageUp)
        return self._with(QWidget, lambda w: QTest.keyClick(w, self._random.choice(keys)))

    def trigger(self) -> str:
        actions = [
            action
            for name, action in self._window.actions_by_id.items()
            if action.isEnabled() and name not in LEFT_ALONE
        ]
        action = self._random.choice(actions)
        action.trigger()
        return str(action.text())

    def drag_start(self) -> str:
        start = self._window.session.experiment.start
        moved = tuple(value + self._random.gauss(0, 1) for value in start)
        self._window.parts.landscape.start_moved.emit(moved)
        self._window.parts.landscape.start_dropped.emit()
        return str(moved)

    def open_preset(self) -> str:
        name = self._random.choice(list(presets()))
        self._window.session.open_preset(name)
        return name

    def wait(self) -> str:
        QTest.qWait(self._random.randrange(20))
        return ""

    def _with(self, kind: type, act) -> str:
        candidates = [
            widget
            for widget in self._window.findChildren(kind)
            if widget.isVisible() and widget.isEnabled() and not isinstance(widget, QListWidget)
        ]
        if not candidates:
            return "nothing"
        widget = self._random.choice(candidates)
        act(widget)
        return f"{type(widget).__name__} {widget.objectName()}"


def close_what_waits() -> None:
    for widget in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if widget is not None:
            widget.close()


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(Documents, "ask_to_save", lambda self: QMessageBox.StandardButton.Discard)
    monkeypatch.setattr(Documents, "ask_consent", lambda self, path: False)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: ("", ""))
    for dialog in (FigureDialog, AnimationDialog):
        monkeypatch.setattr(dialog, "ask", classmethod(lambda cls, *a: None))
    monkeypatch.setattr(RunsPanel, "ask_colour", classmethod(lambda cls, *a: None))
    monkeypatch.setattr(QColorDialog, "getColor", lambda *a, **k: None)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.presenter.start()
    qtbot.waitUntil(lambda: not window.presenter.controller.busy, timeout=20_000)
    return window


@pytest.mark.parametrize("seed", [0, 1])
def test_that_random_hands_break_nothing_and_undo_brings_everything_back(
    qtbot: QtBot, window: MainWindow, seed: int
) -> None:
    first = window.session.experiment
    closer = QTimer()  # menus and dialogs wait for an answer that the monkey does not give
    closer.timeout.connect(close_what_waits)
    closer.start(20)
    monkey = Monkey(window, seed)
    done = []
    for _ in range(ACTIONS // 2):
        done.append(monkey.act())
        QApplication.processEvents()
    closer.stop()
    qtbot.waitUntil(lambda: not window.presenter.controller.busy, timeout=30_000)
    while window.session.can_undo:
        window.session.undo()
    assert window.session.experiment == first, done[-5:]
    qtbot.waitUntil(lambda: not window.presenter.controller.busy, timeout=30_000)
    window.presenter.to_end()
    assert "problem" not in str(window.parts.message_bar.property("tone")) or not (
        window.parts.message_bar.text
    )
