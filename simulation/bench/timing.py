"""Measuring work side by side: in turns, with the median of several rounds."""

from __future__ import annotations

import gc
import importlib.util
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

ROUNDS = 7
"""Measured rounds; one more comes first, to warm up."""


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work that can be timed."""

    name: str
    units: int
    """Units of work that one call does, such as steps; times are given per unit."""
    prepare: Callable[[], Callable[[], Any]]
    """Returns the call to be timed. What that returns tests compare between peers: the last
    positions ``(dim,)`` or ``(dim, lanes)``, or the path of the file that was written."""
    needs: tuple[str, ...] = ()
    """Packages that may not be installed."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Those of the packages it needs that are not installed."""
        return tuple(name for name in self.needs if importlib.util.find_spec(name) is None)


@dataclass(frozen=True, slots=True)
class Peer:
    """What our work is compared with."""

    task: Task
    goal: float | None = None
    """How many times as fast as this we want to be; ``None`` where the figure is only shown."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One piece of our work and its peers, which are measured in turns with it."""

    work: str
    ours: Task
    peers: tuple[Peer, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: our work beside one peer, in seconds per unit of work."""

    work: str
    ours_seconds: float
    peer: str
    peer_seconds: float | None
    """``None`` if a package that the peer needs is not installed."""
    goal: float | None

    @property
    def ratio(self) -> float | None:
        """How many times as fast as the peer we are."""
        return None if self.peer_seconds is None else self.peer_seconds / self.ours_seconds

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; ``None`` if there is none, or no peer."""
        return None if self.goal is None or self.ratio is None else self.ratio >= self.goal


def compare(comparison: Comparison, rounds: int = ROUNDS) -> list[Line]:
    """Measure our work and its peers; one line for each peer."""
    present = [peer.task for peer in comparison.peers if not peer.task.missing]
    ours, *theirs = median_seconds([comparison.ours, *present], rounds)
    seconds = dict(zip(present, theirs, strict=True))
    return [
        Line(comparison.work, ours, _described(peer.task), seconds.get(peer.task), peer.goal)
        for peer in comparison.peers
    ]


def median_seconds(tasks: Sequence[Task], rounds: int) -> list[float]:
    """Median seconds per unit of each task.

    The tasks take turns, so that a slow spell of the machine hits all of them alike.
    """
    gc.collect()
    seconds: list[list[float]] = [[] for _ in tasks]
    for measured in [False] + [True] * rounds:
        for task, times in zip(tasks, seconds, strict=True):
            elapsed = _time(task.prepare())
            if measured:
                times.append(elapsed / task.units)
    return [statistics.median(times) for times in seconds]


def _time(call: Callable[[], Any]) -> float:
    with _no_garbage_collection():
        began = time.perf_counter()
        call()
        return time.perf_counter() - began


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _described(task: Task) -> str:
    missing = " and ".join(task.missing)
    return f"{task.name} (not measured: {missing} not installed)" if missing else task.name
