"""Garbage with widgets in it is collected by the window's thread, whoever makes more of it."""

import gc
import threading

from PySide6.QtCore import QObject

from gui.garbage import Collector


class Cycle:
    """Garbage that tells in which thread it was collected."""

    def __init__(self, seen):
        self.itself = self
        self.seen = seen

    def __del__(self):
        self.seen.append(threading.get_ident())


def test_that_a_thread_that_computes_collects_nothing(qtbot):
    owner = QObject()
    collector = Collector(owner)
    seen = []
    for _ in range(5000):
        Cycle(seen)
    work = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    work.start()
    work.join()
    assert not seen
    qtbot.waitUntil(lambda: len(seen) > 0, timeout=5000)
    assert set(seen) == {threading.get_ident()}
    collector._timer.stop()
    del owner
    gc.collect()
    gc.disable()
