"""Bounds on time that mean the same on a slow machine, and on a busy one."""

from __future__ import annotations

import time
from collections.abc import Callable

Work = Callable[[], object]


class Yardstick:
    """Work that is done as it should be, beside which other work is measured.

    What counts is the processor's time of this process, which others on the machine do not take.
    """

    def __init__(self, honest: Work) -> None:
        self._honest = honest
        self._seconds = seconds_of(honest)

    def assert_bounds(self, work: Work, times: float) -> None:
        """Check that ``work`` takes less than ``times`` the time of what is honest."""
        for _ in range(3):
            took = seconds_of(work)
            if took < times * self._seconds:
                return
            self._seconds = seconds_of(self._honest)  # the machine may be slower by now
        raise AssertionError(f"it takes {took:.3g} s, {took / self._seconds:.3g} times as long")


def seconds_of(work: Work) -> float:
    """Processor time of this process, all threads together."""
    began = time.process_time()
    work()
    return time.process_time() - began
