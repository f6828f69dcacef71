"""Errors that nobody caught are told and logged; the program and the document go on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from simulation.parts import description

INTERRUPTED = 130

log = logging.getLogger("crashes")


class Crashes(QObject):
    """Hears of every uncaught exception, of Qt's slots and of threads too."""

    happened = Signal(str)
    """A report to copy; once for every place in the code, however often it fails there."""

    def __init__(self, log_file: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._known: set[tuple[str, str, int]] = set()
        self._hooks = sys.excepthook, threading.excepthook

    def install(self) -> None:
        """Listen from now on."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Listen no longer."""
        sys.excepthook, threading.excepthook = self._hooks

    def _on_thread_exception(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self._on_exception(failure.exc_type, failure.exc_value, failure.exc_traceback)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(INTERRUPTED)
            return
        place = _place(kind, trace)
        if place in self._known:
            return  # such as a view that fails at every frame
        self._known.add(place)
        log.critical("not caught", exc_info=(kind, error, trace))
        lines = traceback.format_exception(kind, error, trace)
        self.happened.emit(report("".join(lines), self._log_file))


def report(trouble: str, log_file: Path | None) -> str:
    """What happened, to what and where; meant to be pasted into a bug report."""
    where = [f"Log: {log_file}"] if log_file else []
    return "\n".join([*description(), *where, "", trouble])


def _place(kind: type[BaseException], trace: TracebackType | None) -> tuple[str, str, int]:
    frames = traceback.extract_tb(trace)
    last = frames[-1] if frames else None
    return kind.__name__, last.filename if last else "", (last.lineno or 0) if last else 0
