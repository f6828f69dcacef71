"""Ending a thread, whatever it is at."""

from __future__ import annotations

import logging
import os
import sys

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


def leave_stuck(code: int) -> None:
    """End the program with ``code``, here and now, if a thread is stuck.

    Python would destroy the thread while it runs when it ends as usual, and Qt aborts then.
    """
    if any(thread.isRunning() for thread in _STUCK):
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # as in a program of Windows' desktop
                stream.flush()
        os._exit(code)
