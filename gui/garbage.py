"""Garbage is collected in the window's thread, and in no other."""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

PERIOD_MILLISECONDS = 100
OLDEST = 2
"""The generation of what has survived longest."""
LONG_SECONDS = 0.01
"""What a collection may take before what is left by it is looked at no more."""


class Collector(QObject):
    """Takes Python's cyclic garbage collection over from wherever it happens to start.

    Python collects in the thread whose allocation was one too many. Widgets that are garbage
    would be destroyed there, by a thread that computes, and Qt crashes: at once, or later in
    whatever the memory belongs to then.

    What torch and the window are made of is a quarter of a million objects: to look through
    them takes a quarter of a second, in which nothing moves. So they are left alone once they
    are there, until :func:`look_at_all` is called because a window has ended.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._begun = False
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MILLISECONDS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self.destroyed.connect(gc.enable)
        self.destroyed.connect(gc.unfreeze)

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        pairs = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        due = [generation for generation, (count, most) in pairs if count > most > 0]
        if not due:
            return
        if due[-1] == OLDEST and not self._begun:
            self._begun = True
            gc.freeze()  # all of it was just made, and is in use
            return
        began = time.perf_counter()
        gc.collect(due[-1])
        if due[-1] == OLDEST and time.perf_counter() - began > LONG_SECONDS:
            gc.freeze()


def look_at_all() -> None:
    """Let the next collection that is due look at old objects too."""
    gc.unfreeze()
