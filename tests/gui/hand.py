"""A random hand on the widgets of one window: it clicks, drags, types and turns the wheel."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

from gui.window import MainWindow

TEXTS = (
    *("0.5", "1e-3", "-1", "nan", "1e400", "", "[1, 2]", "x", "0", "999999", "sin(x)", "%"),
    *("-0", "1e-400", "inf", "1,5", "0x1f", "1_0", "9" * 400, "((((", "{0}", "&", "<b>", "\\"),
    *("x1 / 0", "lambda: 0", "__import__('os')", "1 2", "-", "e", ".", " 7 ", "nan, nan"),
)
FOREIGN_TEXTS = ("１２", "١٢", "−1", "🙈", "\x00", "a\nb", "½", "学习率")
LEFT_ALONE = ("close", "new_window")
"""Actions that a move of its own does."""
KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Tab, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_Escape),
)


class Hand:
    """Moves that each take a widget at random; they return what was touched."""

    _random: random.Random
    _window: MainWindow

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
            self._leave(entry)

        return self._with(QLineEdit, enter)

    def type_foreign_text(self) -> str:
        """Enter what comes from other keyboards and clipboards."""

        def enter(entry: QLineEdit) -> None:
            entry.selectAll()
            entry.insert(self._random.choice(FOREIGN_TEXTS))
            self._leave(entry)

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

    # --- plots ------------------------------------------------------------------------------

    def use_mouse(self) -> str:
        """Click into a plot, or drag across it: choose steps and cells, move starts and dots."""

        def drag(plot: pg.PlotWidget) -> None:
            viewport = plot.viewport()
            button = self._random.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton))
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

    def drag_start(self) -> str:
        start = self._window.session.experiment.start
        moved = tuple(value + self._random.gauss(0, 1) for value in start)
        self._window.parts.landscape.start_moved.emit(moved)
        self._window.parts.landscape.start_dropped.emit()
        return str(moved)

    # --- helpers ----------------------------------------------------------------------------

    def _leave(self, entry: QLineEdit) -> None:
        QTest.keyClick(entry, self._random.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))

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
