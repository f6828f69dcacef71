"""Computes what views ask for beside the trajectories, in a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from gui.worker.ending import end
from simulation.errors import InputError

Wanted = Callable[[], bool]
"""Whether an answer is still waited for; long work asks it now and then, and stops."""
Work = Callable[[Wanted], Any]

log = logging.getLogger("background")


@dataclass(frozen=True, slots=True)
class _Wish:
    topic: str
    number: int
    work: Work


class _Wishes:
    """The latest wish of each topic; shared by both threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[str, _Wish] = {}
        self._numbers: dict[str, int] = {}

    def put(self, topic: str, work: Work) -> None:
        with self._lock:
            number = self._numbers.get(topic, 0) + 1
            self._numbers[topic] = number
            self._waiting[topic] = _Wish(topic, number, work)

    def drop(self, topic: str) -> None:
        """Make nothing of this topic wanted any more."""
        with self._lock:
            self._numbers[topic] = self._numbers.get(topic, 0) + 1
            self._waiting.pop(topic, None)

    def drop_all(self) -> None:
        for topic in list(self._numbers):
            self.drop(topic)

    def take(self) -> _Wish | None:
        with self._lock:
            topic = next(iter(self._waiting), None)
            return None if topic is None else self._waiting.pop(topic)

    def is_latest(self, wish: _Wish) -> bool:
        with self._lock:
            return self._numbers[wish.topic] == wish.number


class _Worker(QObject):
    answered = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, wishes: _Wishes) -> None:
        super().__init__()
        self._wishes = wishes

    @Slot()
    def work(self) -> None:
        wish = self._wishes.take()
        if wish is None:
            return
        try:
            answer = wish.work(lambda: self._wishes.is_latest(wish))
        except InputError as error:
            self.failed.emit(wish, error)
        except Exception as error:
            log.exception(wish.topic)
            self.failed.emit(wish, error)
        else:
            self.answered.emit(wish, answer)


class Background(QObject):
    """One thread for what is asked by topic; a newer wish of a topic replaces an older one.

    Signals
    -------
    answered
        Topic, and what the work returned; only for the latest wish of the topic.
    failed
        Topic, and the exception that the work raised.
    """

    answered = Signal(str, object)
    failed = Signal(str, object)

    _wake = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._wishes = _Wishes()
        self._thread = QThread()
        self._thread.setObjectName("background")
        self._worker = _Worker(self._wishes)
        self._worker.moveToThread(self._thread)
        self._wake.connect(self._worker.work)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)

    def ask(self, topic: str, work: Work) -> None:
        """Have ``work(wanted)`` done, in place of whatever was asked of ``topic`` before.

        The thread starts with the first wish. Work that takes long asks ``wanted()`` and
        returns anything once it is false: the answer is dropped.
        """
        if self._closed:
            return
        self._wishes.put(topic, work)
        if not self._thread.isRunning():
            self._thread.start()
        self._wake.emit()

    def drop(self, topic: str) -> None:
        """Stop waiting for an answer of ``topic``."""
        self._wishes.drop(topic)

    def shutdown(self) -> None:
        """Stop the thread and wait for it."""
        self._closed = True
        self._wishes.drop_all()
        end(self._thread)

    @Slot(object, object)
    def _on_answered(self, wish: _Wish, answer: object) -> None:
        if self._wishes.is_latest(wish):
            self.answered.emit(wish.topic, answer)

    @Slot(object, object)
    def _on_failed(self, wish: _Wish, error: object) -> None:
        if self._wishes.is_latest(wish):
            self.failed.emit(wish.topic, error)
