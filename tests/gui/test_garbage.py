"""Garbage with widgets in it is collected by the window's thread, whoever makes more of it."""

import gc
import threading

from PySide6.QtCore import QObject

from gui.garbage import Collector, look_at_all


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
    collector._begun = True  # it is past the start, after which nothing is looked at
    seen = []
    for _ in range(5000):
        Cycle(seen)
    work = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    work.start()
    work.join()
    assert not seen
    qtbot.waitUntil(lambda: len(seen) > 0)
    assert set(seen) == {threading.get_ident()}
    collector._timer.stop()
    del owner
    gc.collect()
    gc.disable()


def test_that_what_is_old_is_looked_at_once_and_again_after_a_window_has_ended(qtbot, monkeypatch):
    collected = []
    owner = QObject()
    collector = Collector(owner)
    collector._timer.stop()
    with monkeypatch.context() as patch:
        patch.setattr(gc, "get_count", lambda: (10**6, 10**6, 10**6))
        patch.setattr(gc, "collect", collected.append)
        collector._collect()
        assert not collected  # the first time, all is new and in use
        assert gc.get_freeze_count() > 0
        collector._collect()
        assert collected == [2]
        look_at_all()
        assert gc.get_freeze_count() == 0
        collector._collect()
        assert collected == [2, 2]
    gc.unfreeze()
    del owner
    gc.disable()
