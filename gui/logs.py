"""The log file in the user's state folder; what goes wrong with it never stops the program."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LOG_FILE = "momentum-lab.log"
LOG_BYTES, OLD_LOGS = 500_000, 2

log = logging.getLogger("qt")


class LogFile(RotatingFileHandler):
    """Keeps the latest of what happened; a full disk costs lines of it, nothing else."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(
            folder / LOG_FILE, maxBytes=LOG_BYTES, backupCount=OLD_LOGS, encoding="utf-8"
        )
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Say nothing: there is nowhere to say it."""


def start_log(folder: Path) -> LogFile:
    """Have everything logged to a file in ``folder``.

    Raises
    ------
    OSError
        If nothing can be written there.
    """
    handler = LogFile(folder)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def log_qt_messages() -> None:
    """Have Qt's messages logged, and turn its way to die without a display into a sentence."""
    qInstallMessageHandler(_log_qt_message)


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_NO_PLATFORM = "no Qt platform plugin could be initialized"


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    log.log(_LEVELS[kind], text)
    if kind == QtMsgType.QtFatalMsg:
        _die(text)
    if kind == QtMsgType.QtWarningMsg and "qt.qpa" in str(_context.category):
        print(text, file=sys.stderr)  # noqa: T201 - says which library or display is missing


def _die(text: str) -> None:
    """End at once, as Qt is about to: it would abort, with no word on what to do."""
    import os

    sentence = f"momentum-lab: the window cannot open: {text}"
    if _NO_PLATFORM in text:
        sentence = (
            "momentum-lab: the window cannot open, there is no display to be had. Start it in a "
            "desktop session, or set DISPLAY. Commands need no display, for example: "
            "momentum-lab run ravine"
        )
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201
    os._exit(2)
