"""Sorting a column of a long table without keeping the window waiting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Array = np.ndarray[Any, np.dtype[Any]]

LARGEST_AT_ONCE = 300_000
"""Rows that are sorted before anybody notices."""


def order_of(values: Array, *, descending: bool) -> tuple[Array, Array]:
    """Which row comes where, and where each row is; nan comes last, equal rows in their order.

    Parameters
    ----------
    values
        Shape ``(rows,)``.

    Returns
    -------
    order, places
        Both ``(rows,)``: ``order[place]`` is a row, ``places[row]`` a place.
    """
    order = np.argsort(-values if descending else values, kind="stable")
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return order, places


class _Answers(QObject):
    done = Signal(int, object)


class _Job(QRunnable):
    """Holds the answers, so that it may end after the one who asked."""

    def __init__(
        self, number: int, column: Callable[[], Array], answers: _Answers, *, down: bool
    ) -> None:
        super().__init__()
        self._number, self._column, self._answers, self._down = number, column, answers, down

    def run(self) -> None:
        self._answers.done.emit(self._number, order_of(self._column(), descending=self._down))


class Sorter(QObject):
    """Sorts in another thread; only the answer to the latest question is told.

    Signals
    -------
    done
        What :func:`order_of` returns.
    """

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._is_busy = False
        self._answers = _Answers()
        self._answers.done.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_busy

    def ask(self, column: Callable[[], Array], *, descending: bool) -> None:
        """Sort what ``column()`` returns, in place of what was asked before."""
        self.drop()
        self._is_busy = True
        job = _Job(self._number, column, self._answers, down=descending)
        QThreadPool.globalInstance().start(job)

    def drop(self) -> None:
        """Wait for no answer any more."""
        self._number += 1
        self._is_busy = False

    @Slot(int, object)
    def _take(self, number: int, order: object) -> None:
        if number == self._number:
            self._is_busy = False
            self.done.emit(order)
