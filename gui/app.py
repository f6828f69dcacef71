"""Starts the application: the window first, the numbers right after."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

SWITCH_SECONDS = 0.0005
"""How long Python lets one thread keep the interpreter: short, so that drawing stays smooth
beside a simulation thread of many small operations."""


def run(arguments: Sequence[str]) -> int:
    """Open the window, on an experiment file if one is given; return when it is closed."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication.instance() or QApplication(["momentum-lab", *arguments])
    assert isinstance(app, QApplication)
    app.setApplicationName("momentum-lab")
    app.setApplicationDisplayName("Momentum Lab")
    app.setStyle("Fusion")

    from gui.window import MainWindow

    window = MainWindow()
    if arguments:
        window.documents.open_path(Path(arguments[0]))
    window.show()
    QTimer.singleShot(
        0, window.presenter.start
    )  # after the first paint: torch takes a second to load
    return app.exec()
