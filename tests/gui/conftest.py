"""No test of the window may leave something running behind."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QThread, QTimer
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.app import Lab
from gui.documents import Documents
from gui.language import speak
from gui.settings import Settings

REMEDY = """\
{leaks}
was left behind by this test, and would disturb those after it.
- A widget: hand it to qtbot.addWidget(widget), or give it a parent.
- A thread: end it before the test does, with quit() and wait(), or close its window.
- A timer: stop() it when its owner is closed, or give it its owner as parent.
"""


@pytest.fixture(scope="session", autouse=True)
def _what_is_imported() -> None:
    """Import what is large before the first test, which would have to look through it."""
    for module in ("torch", "pyqtgraph", "gui.window", "simulation.export.tables"):
        importlib.import_module(module)
    gc.disable()  # as gui/garbage.py does: a thread that computes must not destroy widgets


@pytest.fixture(autouse=True)
def _what_is_old_is_not_searched(_what_is_imported: None) -> None:
    """Collect what the test before was made of, then look at what this one makes only.

    Imports leave a quarter of a million objects: to look through them takes 0.3 s. When a test
    ends is too early: pytest still holds what fixtures gave to it.
    """
    gc.collect()
    gc.freeze()


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
    gc.collect(1)
    if _leaks(widgets_before):
        gc.collect()  # a widget in a reference cycle is garbage, not a leak
    leaks = _leaks(widgets_before)
    if leaks:
        sentence = REMEDY.format(leaks="\n".join(map(_describe, leaks)))
        for leak in leaks:
            _end(leak)  # this test is to blame, not the next one
        pytest.fail(sentence, pytrace=False)


@pytest.fixture(autouse=True)
def _nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Close windows with unsaved changes without a question; tests of the question ask it."""
    discard = QMessageBox.StandardButton.Discard
    monkeypatch.setattr(Documents, "ask_to_save", lambda _: discard)


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lab]:
    """Settings, looks and no window yet; those that a test opens are closed after it."""
    # Nothing of a window is frozen here, and to look at all again would cost each test 0.3 s.
    monkeypatch.setattr("gui.app.look_at_all", lambda: None)
    lab = Lab(Settings(tmp_path / "settings.ini"), tmp_path / "backups")
    yield lab
    monkeypatch.setattr(Documents, "may_close", lambda _: True)
    for window in list(lab.windows):
        window.close()
    qtbot.waitUntil(lambda: lab.windows == [])
    speak("en")


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
