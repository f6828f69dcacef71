"""Starts the application: the window first, the numbers right after."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication, QMessageBox

from gui.autosave import Backup, find_backups
from gui.endings import Endings
from gui.first_paint import FirstPaint
from gui.garbage import Collector, look_at_all
from gui.logs import log_qt_messages
from gui.looks import Looks
from gui.safety import SafetyNet
from gui.settings import Settings
from gui.succession import succeed
from gui.views.surface.opengl import prepare_opengl
from gui.window import MainWindow
from gui.worker.ending import leave_stuck
from gui.worker.preload import preload_torch
from simulation.parts import PROGRAM
from simulation.paths import RESOURCES, user_state

FAILED = 1
SWITCH_SECONDS = 0.0005
"""How long Python lets one thread keep the interpreter: short, so that drawing stays smooth
beside a simulation thread of many small operations."""

log = logging.getLogger("app")


class Lab(QObject):
    """The open windows and what they share."""

    def __init__(self, settings: Settings, backups: Path, net: SafetyNet | None = None) -> None:
        super().__init__()
        self.settings = settings
        self._net = net
        if net is not None:
            net.crashes.happened.connect(self._tell_crash)
        self.looks = Looks(settings, self)
        self.looks.apply()
        self.looks.language_changed.connect(
            self._replace_windows, Qt.ConnectionType.QueuedConnection
        )
        self.windows: list[MainWindow] = []
        self._backups = backups

    def open_window(self, path: Path | None = None, backup: Backup | None = None) -> MainWindow:
        """Open another window: on a file, on what a crash left behind, or on the first preset."""
        window = self._make_window()
        if path is not None:
            window.documents.open_path(path)
        if backup is not None:
            window.take_over(backup)
        FirstPaint(window, window.presenter.start)  # which has torch imported: a second
        window.show()
        return window

    def _make_window(self, predecessor: MainWindow | None = None) -> MainWindow:
        window = MainWindow(self.settings, self.looks, self._backups, predecessor)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.another_wanted.connect(self.open_window)
        window.destroyed.connect(lambda: self.windows.remove(window))
        window.destroyed.connect(look_at_all)
        # Qt keeps what styles painted of each widget, up to 10 MB, also of those that are gone.
        window.destroyed.connect(QPixmapCache.clear)
        self.windows.append(window)
        return window

    @Slot()
    def _replace_windows(self) -> None:
        """Make every window anew, in the language that is in force now."""
        for old in list(self.windows):
            old.end_presentation()  # what it hid is not the arrangement to be taken over
            new = self._make_window(predecessor=old)
            succeed(new, old)
            QTimer.singleShot(0, new.presenter.start)

    def start(self, path: Path | None) -> None:
        """Open what was asked for, and what a crash left behind."""
        backups = find_backups(self._backups)
        if path is not None or not backups:
            self.open_window(path)
        for backup in backups:
            self.open_window(backup=backup)
        self._tell_what_is_wrong()

    @Slot()
    def end(self) -> None:
        """Close all windows without a question: nobody may be there to answer it."""
        log.info("the system asks the program to end")
        for window in list(self.windows):
            window.retire(unsaved_stays=True)
            window.hide()
        QApplication.exit()

    def _tell_what_is_wrong(self) -> None:
        """Say in the newest window what failed before it was there."""
        message_bar = self.windows[-1].parts.message_bar
        crash = self._net.earlier_crash() if self._net else ""
        if crash and message_bar.text:  # it says already what was recovered, or could not be
            message_bar.attach_details(crash)
        elif crash:
            message_bar.show_problem(
                self.tr("The program ended unexpectedly. Nothing was open that is not saved."),
                crash,
            )
        elif problem := self._problem():
            message_bar.show_problem(problem)

    def _problem(self) -> str:
        if self.settings.set_aside is not None:
            sentence = self.tr("The settings were damaged. They are now as at first; see {file}.")
            return sentence.format(file=self.settings.set_aside)
        if self._net is not None and self._net.problem:
            return self._net.problem
        if not self.settings.can_be_kept:
            return self.tr("The settings cannot be kept: their file cannot be written.")
        return ""

    @Slot(str)
    def _tell_crash(self, report: str) -> None:
        """Keep what is open, and say that something failed."""
        for window in self.windows:
            window.autosave.write()
        active = [window for window in self.windows if window.isActiveWindow()]
        where = self._net.log_file if self._net else None
        sentence = self.tr("Something failed that should not have. What is open is still there.")
        if where is not None:
            sentence += " " + self.tr("The log is {file}.").format(file=where)
        for window in active or self.windows[:1]:
            window.parts.message_bar.show_problem(sentence, report)


def run(arguments: Sequence[str]) -> int:
    """Open the window, on an experiment file if one is given; return when all are closed."""
    sys.setswitchinterval(SWITCH_SECONDS)
    net = SafetyNet(user_state())
    log_qt_messages()
    prepare_opengl()
    app = QApplication.instance() or QApplication([PROGRAM, *arguments])
    assert isinstance(app, QApplication)
    app.setApplicationName(PROGRAM)
    app.setApplicationDisplayName("Momentum Lab")
    QGuiApplication.setDesktopFileName(PROGRAM)
    app.setWindowIcon(program_icon())
    app.setStyle("Fusion")
    # Beside the making of the window, which has nothing more to load: that uses one processor, and
    # Qt's loader lets Python go on.
    Thread(target=preload_torch, name="preload", daemon=True).start()
    try:
        Collector(app)
        lab = Lab(Settings(), user_state() / "backups", net)
        endings = Endings(app)
        endings.wanted.connect(lab.end)
        lab.start(Path(arguments[0]) if arguments else None)
    except Exception as error:
        log.exception("the window cannot open")
        _tell_failed_start(error, net.log_file)
        return FAILED
    _log_start(lab.windows[0], net)
    _shorten_pauses(lab.windows[0])
    code = app.exec()
    endings.close()
    net.close()
    leave_stuck(code)
    return code


def _log_start(window: MainWindow, net: SafetyNet) -> None:
    """Log when the window and its first numbers are there: packaging/measure-start reads it."""
    FirstPaint(window, lambda: log.info("window painted"))
    frames, once = window.presenter.controller, Qt.ConnectionType.SingleShotConnection
    frames.frame_changed.connect(lambda _: log.info("first frame"), once)
    frames.frame_changed.connect(lambda _: net.log_parts(), once)  # nothing waits for that


def _shorten_pauses(window: MainWindow) -> None:
    """Leave what imports made out of the search for garbage: it is most of the heap.

    With it, a search stops all threads for a tenth of a second.
    """
    window.presenter.controller.frame_changed.connect(
        lambda _: gc.freeze(), Qt.ConnectionType.SingleShotConnection
    )


def program_icon() -> QIcon:
    """The program's own icon, in all sizes."""
    icon = QIcon()
    for path in (RESOURCES / "icons").glob("*.png"):
        icon.addFile(str(path))
    return icon


def _tell_failed_start(error: Exception, log_file: Path | None) -> None:
    sentence = f"Momentum Lab cannot start: {error}"
    if log_file is not None:
        sentence += f"\nThe log is {log_file}."
    print(sentence, file=sys.stderr)  # noqa: T201
    QMessageBox.critical(None, "Momentum Lab", sentence)
