"""Ending a thread, whatever it is at."""

from __future__ import annotations

import logging

from PySide6.QtCore import QThread

QUIT_MILLISECONDS = 10_000

log = logging.getLogger("worker")

_STUCK: list[QThread] = []


def end(thread: QThread) -> None:
    """Wait until ``thread`` has done what it is at, but not for ever.

    One that is stuck, in the code of others, is left to itself: ended by force, in the middle
    of Python's or torch's code, or destroyed while it runs, it would end the whole program.
    """
    thread.quit()
    if not thread.wait(QUIT_MILLISECONDS):
        log.warning("the thread %s does not end", thread.objectName())
        _STUCK.append(thread)
