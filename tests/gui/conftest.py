"""No test of the window may leave something running behind."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QThread, QTimer
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

TESTS_A_COLLECTION = 20
"""After so many, all garbage is collected and the rest left out of the search for leaks."""

REMEDY = """\
{leaks}
was left behind by this test, and would disturb those after it.
- A widget: hand it to qtbot.addWidget(widget), or give it a parent.
- A thread: end it before the test does, with quit() and wait(), or close its window.
- A timer: stop() it when its owner is closed, or give it its owner as parent.
"""


@pytest.fixture(scope="session", autouse=True)
def _what_is_imported_is_not_searched() -> None:
    """Keep what imports leave behind out of every search for leaks: it is most of the heap."""
    for module in ("torch", "pyqtgraph", "gui.window", "simulation.export.tables"):
        importlib.import_module(module)
    gc.collect()
    gc.freeze()
    gc.disable()  # as gui/garbage.py does: a thread that computes must not destroy widgets


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Begin each test with the settings of a new user."""
    QSettings("momentum-lab", "momentum-lab").clear()


@pytest.fixture(autouse=True)
def _looks_of_its_own() -> Iterator[None]:
    """Give each test the application as it looks at first: themes and type sizes stay in it."""
    app = QApplication.instance()
    looks = (QApplication.palette(), QApplication.font()) if app is not None else None
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleSheet():
        app.setStyleSheet("")
        app.setPalette(looks[0] if looks else QPalette())
        app.setFont(looks[1] if looks else QFont())


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail a test after which a top-level widget, a running thread or an active timer lives."""
    widgets_before = _top_level_widgets()
    yield
    if QApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if gc.get_count()[2] > TESTS_A_COLLECTION:
        gc.collect()
        if not _top_level_widgets():
            gc.freeze()  # what is left was imported or is remembered
    gc.collect(1)
    if _leaks(widgets_before):
        gc.collect()  # a widget in a reference cycle is garbage, not a leak
    leaks = _leaks(widgets_before)
    if leaks:
        sentence = REMEDY.format(leaks="\n".join(map(_describe, leaks)))
        for leak in leaks:
            _end(leak)  # this test is to blame, not the next one
        pytest.fail(sentence, pytrace=False)


def _top_level_widgets() -> list[QWidget]:
    return QApplication.topLevelWidgets() if QApplication.instance() else []


def _leaks(widgets_before: list[QWidget]) -> list[QObject]:
    # The menus of pyqtgraph's plots have no parent; they live as long as pytest holds a window
    # that a fixture handed to the test.
    widgets = [
        widget
        for widget in _top_level_widgets()
        if widget not in widgets_before and not isinstance(widget, QMenu)
    ]
    found = [item for item in gc.get_objects() if issubclass(type(item), QThread | QTimer)]
    alive = [item for item in found if isValid(item)]
    threads = [item for item in alive if isinstance(item, QThread) and item.isRunning()]
    timers = [item for item in alive if isinstance(item, QTimer) and item.isActive()]
    return [*widgets, *threads, *timers]


def _describe(leak: QObject) -> str:
    name = f" {leak.objectName()!r}" if leak.objectName() else ""
    kind = next(kind for kind in (QThread, QTimer, QWidget) if isinstance(leak, kind))
    parent = f", child of {leak.parent()}" if leak.parent() else ""
    return f"{kind.__name__} {type(leak).__module__}.{type(leak).__qualname__}{name}{parent}"


def _end(leak: QObject) -> None:
    if isinstance(leak, QThread):
        leak.quit()
        leak.wait(5000)
    elif isinstance(leak, QTimer):
        leak.stop()
    elif isinstance(leak, QWidget):
        leak.close()
        leak.deleteLater()
