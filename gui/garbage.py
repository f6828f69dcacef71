"""Garbage is collected in the window's thread, and in no other."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

PERIOD_MILLISECONDS = 100


class Collector(QObject):
    """Takes Python's cyclic garbage collection over from wherever it happens to start.

    Python collects in the thread whose allocation was one too many. Widgets that are garbage
    would be destroyed there, by a thread that computes, and Qt crashes: at once, or later in
    whatever the memory belongs to then.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MILLISECONDS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self.destroyed.connect(gc.enable)

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        pairs = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        due = [generation for generation, (count, most) in pairs if count > most > 0]
        if due:
            gc.collect(due[-1])
