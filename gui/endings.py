"""The system asks the program to end: at a logout, by ``kill``, by Ctrl+C in a terminal."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""Signals of the system, as far as it has them."""


class Endings(QObject):
    """Tells in the main thread that the program is to end.

    Python acts on a signal only between two of its own instructions, and in Qt's event loop there
    may be none for hours. What Python writes into a socket at once wakes that loop.
    """

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        numbers = (getattr(signal, name, None) for name in ENDING)
        self._before = {n: signal.signal(n, _ignore) for n in numbers if n is not None}

    @Slot()
    def _on_signal(self) -> None:
        if set(self._reader.recv(64)) & set(self._before):
            self.wanted.emit()

    def close(self) -> None:
        """Listen no longer: a signal ends the program as it did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Let Python only write the signal's number into the socket."""
