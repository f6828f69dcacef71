"""Whatever a hand does to the windows, nothing breaks and everything can be undone."""

from __future__ import annotations

import logging
import os
import random
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QColorDialog,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.app import Lab
from gui.documents import Documents
from gui.exports.dialogs import AnimationDialog, FigureDialog
from gui.language import LANGUAGES, speak
from gui.panels.runs import RunsPanel
from gui.settings import SCALES, THEMES, Appearance, Settings
from gui.window import FIRST_PRESET, MainWindow
from simulation.experiment import Experiment
from simulation.presets import find_preset, presets
from simulation.starts import Starts

ACTIONS = int(os.environ.get("MOMENTUM_LAB_MONKEY", "120"))
"""Actions to try, of all seeds together; 10,000 take some minutes: MOMENTUM_LAB_MONKEY=10000."""
FIRST_SEED = int(os.environ.get("MOMENTUM_LAB_MONKEY_SEED", "0"))

TEXTS = ("0.5", "1e-3", "-1", "nan", "1e400", "", "[1, 2]", "x", "0", "999999", "sin(x)", "%")
MOST_STEPS, MOST_RUNS, MOST_STARTS, MOST_WINDOWS = 3000, 12, 500, 2
"""Beyond these an action is undone: the monkey is to be many things, not patient."""
LEFT_ALONE = ("close", "new_window")
"""Actions that a move of its own does."""
KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Tab,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Home,
    Qt.Key.Key_Escape,
)


class Monkey:
    """Does one random thing after the other to the windows of a lab."""

    def __init__(self, lab: Lab, seed: int) -> None:
        self._lab = lab
        self._random = random.Random(seed)
        self._moves: tuple[Callable[[], str], ...] = (
            self.click,
            self.slide,
            self.type,
            self.choose,
            self.press_key,
            self.trigger,
            self.pick,
            self.use_mouse,
            self.turn_wheel,
            self.show_view,
            self.raise_panel,
            self.drag_start,
            self.start_in_many_places,
            self.open_preset,
            self.change_appearance,
            self.open_or_close,
            self.wait,
        )
        # What takes a second each time is done now and then.
        self._weights = [
            0.2 if m.__name__.startswith(("change", "open_or")) else 1 for m in self._moves
        ]

    @property
    def windows(self) -> list[MainWindow]:
        """Those on the screen: one that was replaced still lives for a moment."""
        return [window for window in self._lab.windows if window.isVisible()]

    def act(self) -> str:
        self._window = self._random.choice(self.windows)
        (move,) = self._random.choices(self._moves, self._weights)
        target = move()
        for window in self.windows:
            for dialog in window.findChildren(QDialog):
                dialog.close()
            if too_much(window.session.experiment):
                window.session.undo()
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
        return self._with(QWidget, lambda w: QTest.keyClick(w, self._random.choice(KEYS)))

    def trigger(self) -> str:
        actions = [
            action
            for action in offered(self._window.menuBar().actions())
            if action.isEnabled() and action.objectName() not in LEFT_ALONE
        ]
        action = self._random.choice(actions)
        name = action.text()
        action.trigger()
        return name

    def pick(self) -> str:
        """Click into a list, a table or a bar of tabs: presets, courses, the guide's pages."""
        return self._with((QAbstractItemView, QTabBar), self._click_inside)

    def use_mouse(self) -> str:
        """Click into a plot, or drag across it: choose steps and cells, move starts and dots."""

        def drag(plot: pg.PlotWidget) -> None:
            viewport, button = (
                plot.viewport(),
                self._random.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)),
            )
            ends = self._inside(viewport), self._inside(viewport)
            if self._random.random() < 0.2:
                QTest.mouseDClick(viewport, button, pos=ends[0])
            QTest.mousePress(viewport, button, pos=ends[0])
            for part in range(4):
                QTest.mouseMove(viewport, ends[0] + (ends[1] - ends[0]) * part / 3)
            QTest.mouseRelease(viewport, button, pos=ends[1])

        return self._with(pg.PlotWidget, drag)

    def turn_wheel(self) -> str:
        def turn(plot: pg.PlotWidget) -> None:
            viewport = plot.viewport()
            place = QPointF(self._inside(viewport))
            event = QWheelEvent(
                place,
                QPointF(viewport.mapToGlobal(place)),
                QPoint(),
                QPoint(0, self._random.choice((-240, -120, 120, 240))),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(viewport, event)

        return self._with(pg.PlotWidget, turn)

    def show_view(self) -> str:
        name = self._random.choice(self._window.parts.view_names)
        self._window.parts.show_view(name)
        return name

    def raise_panel(self) -> str:
        dock = self._random.choice(self._window.parts.docks)
        dock.show()
        dock.raise_()
        return dock.objectName()

    def drag_start(self) -> str:
        start = self._window.session.experiment.start
        moved = tuple(value + self._random.gauss(0, 1) for value in start)
        self._window.parts.landscape.start_moved.emit(moved)
        self._window.parts.landscape.start_dropped.emit()
        return str(moved)

    def start_in_many_places(self) -> str:
        session = self._window.session
        starts = self._random.choice((None, Starts(count=self._random.randint(2, 300))))
        session.edit(replace(session.experiment, starts=starts))
        return str(starts)

    def open_preset(self) -> str:
        name = self._random.choice(list(presets()))
        self._window.session.open_preset(name)
        return name

    def change_appearance(self) -> str:
        appearance = Appearance(
            self._random.choice(THEMES),
            self._random.choice(SCALES),
            self._random.choice(list(LANGUAGES)),
        )
        self._lab.looks.choose(appearance)
        QApplication.processEvents()  # another language makes every window anew
        return str(appearance)

    def open_or_close(self) -> str:
        if len(self.windows) < MOST_WINDOWS:
            self._window.actions_by_id["new_window"].trigger()
            return "open"
        self._window.actions_by_id["close"].trigger()
        return "close"

    def wait(self) -> str:
        QTest.qWait(self._random.randrange(20))
        return ""

    def _inside(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._random.randrange(max(widget.width(), 1)),
            self._random.randrange(max(widget.height(), 1)),
        )

    def _click_inside(self, widget: QWidget) -> None:
        target = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=self._inside(target))

    def _with(self, kind: type | tuple[type, ...], act: Callable[..., object]) -> str:
        kinds = kind if isinstance(kind, tuple) else (kind,)
        candidates = [
            widget
            for each in kinds
            for widget in self._window.findChildren(each)
            if widget.isVisible() and widget.isEnabled()
        ]
        if not candidates:
            return "nothing"
        widget = self._random.choice(candidates)
        described = f"{type(widget).__name__} {widget.objectName()}"
        act(widget)
        return described


def offered(actions: Iterable[QAction]) -> Iterator[QAction]:
    """All actions in these and in the menus they open."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from offered(menu.actions())
        elif action.text():
            yield action


def too_much(experiment: Experiment) -> bool:
    starts = 0 if experiment.starts is None else experiment.starts.count
    return experiment.steps > MOST_STEPS or len(experiment.runs) > MOST_RUNS or starts > MOST_STARTS


def close_what_waits() -> None:
    """Menus and dialogs wait for an answer that the monkey does not give."""
    for widget in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if widget is not None:
            widget.close()


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lab]:
    monkeypatch.setattr(Documents, "ask_to_save", lambda self: QMessageBox.StandardButton.Discard)
    monkeypatch.setattr(Documents, "ask_consent", lambda self, path: False)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: ("", ""))
    for dialog in (FigureDialog, AnimationDialog):
        monkeypatch.setattr(dialog, "ask", classmethod(lambda cls, *a: None))
    monkeypatch.setattr(RunsPanel, "ask_colour", classmethod(lambda cls, *a: None))
    monkeypatch.setattr(QColorDialog, "getColor", lambda *a, **k: None)
    font, colours = QApplication.font(), QApplication.palette()
    lab = Lab(Settings(tmp_path / "settings.ini"), tmp_path / "backups")
    yield lab
    for window in list(lab.windows):
        window.close()
    qtbot.waitUntil(lambda: lab.windows == [])
    QApplication.setFont(font)
    QApplication.setPalette(colours)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")
    speak("en")


def busy(windows: list[MainWindow]) -> bool:
    return any(window.presenter.controller.busy for window in windows)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [FIRST_SEED, FIRST_SEED + 1])
def test_that_random_hands_break_nothing_and_undo_brings_everything_back(
    qtbot: QtBot, lab: Lab, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    lab.start(None)
    monkey = Monkey(lab, seed)
    qtbot.waitUntil(lambda: not busy(monkey.windows), timeout=20_000)
    closer = QTimer()
    closer.timeout.connect(close_what_waits)
    closer.start(20)
    done: deque[str] = deque(maxlen=8)
    for number in range(ACTIONS // 2):
        with qtbot.captureExceptions() as exceptions:
            done.append(f"{number}: {monkey.act()}")
            QApplication.processEvents()
        assert not exceptions, list(done)
        told = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
        assert not told, list(done)
    closer.stop()
    qtbot.waitUntil(lambda: not busy(monkey.windows), timeout=60_000)
    for window in monkey.windows:
        while window.session.can_undo:
            window.session.undo()
        assert window.session.experiment == find_preset(FIRST_PRESET).experiment, list(done)
    qtbot.waitUntil(lambda: not busy(monkey.windows), timeout=60_000)
    for window in monkey.windows:
        window.presenter.to_end()
        message_bar = window.parts.message_bar
        assert message_bar.property("tone") != "problem" or not message_bar.text, list(done)
