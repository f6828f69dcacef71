"""Starts the application: the window first, the numbers right after."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from gui.autosave import Backup, find_backups
from gui.looks import Looks
from gui.settings import Settings
from gui.views.surface.opengl import prepare_opengl
from gui.window import MainWindow
from simulation.paths import user_state

SWITCH_SECONDS = 0.0005
"""How long Python lets one thread keep the interpreter: short, so that drawing stays smooth
beside a simulation thread of many small operations."""


class Lab(QObject):
    """The open windows and what they share."""

    def __init__(self, settings: Settings, backups: Path) -> None:
        super().__init__()
        self.settings = settings
        self.looks = Looks(settings, self)
        self.looks.apply()
        self.windows: list[MainWindow] = []
        self._backups = backups

    def open_window(self, path: Path | None = None, backup: Backup | None = None) -> MainWindow:
        """Open another window: on a file, on what a crash left behind, or on the first preset."""
        window = MainWindow(self.settings, self.looks, self._backups)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.another_wanted.connect(self.open_window)
        window.destroyed.connect(lambda: self.windows.remove(window))
        self.windows.append(window)
        if path is not None:
            window.documents.open_path(path)
        if backup is not None:
            window.take_over(backup)
        window.show()
        QTimer.singleShot(0, window.presenter.start)  # after the first paint: torch takes a second
        return window

    def start(self, path: Path | None) -> None:
        """Open what was asked for, and what a crash left behind."""
        backups = find_backups(self._backups)
        if path is not None or not backups:
            self.open_window(path)
        for backup in backups:
            self.open_window(backup=backup)


def run(arguments: Sequence[str]) -> int:
    """Open the window, on an experiment file if one is given; return when all are closed."""
    sys.setswitchinterval(SWITCH_SECONDS)
    prepare_opengl()
    app = QApplication.instance() or QApplication(["momentum-lab", *arguments])
    assert isinstance(app, QApplication)
    app.setApplicationName("momentum-lab")
    app.setApplicationDisplayName("Momentum Lab")
    app.setStyle("Fusion")
    lab = Lab(Settings(), user_state() / "backups")
    lab.start(Path(arguments[0]) if arguments else None)
    return app.exec()
