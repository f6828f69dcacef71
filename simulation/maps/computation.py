"""A map being computed by threads that can be stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from threading import Event, Lock, Thread

from simulation.engine.interruption import Cancelled
from simulation.maps.axes import Array
from simulation.maps.judging import Columns
from simulation.maps.order import tiles
from simulation.maps.results import MapResults
from simulation.maps.specification import Map
from simulation.maps.tiles import MapWorker

CACHED_NUMBERS = 2**15
"""Coordinates of a tile's positions on a CPU: what a step touches stays in the cache."""
SMALLEST_TILE = 1024
LONG_TILE = 4096
TILE_RUN_STEPS = 2**27
"""Of long runs tiles are smaller, down to ``LONG_TILE``: one that is interrupted is lost."""
CUDA_NUMBERS = 2**22

Take = Callable[[Array, Columns], None]


class _Worker(Thread):
    """A thread that can be waited for although Ctrl-C may come.

    WORKAROUND https://github.com/python/cpython/issues/90882: up to Python 3.12 a thread whose
    ``join`` is interrupted counts as ended. The program then ends under it and aborts.
    """

    def __init__(self, target: Callable[[], None], name: str) -> None:
        super().__init__(name=name)
        self._task = target
        self._ended = Event()

    def run(self) -> None:
        try:
            self._task()
        finally:
            self._ended.set()

    def wait(self, timeout: float | None) -> None:
        """Wait until it has ended, for at most ``timeout`` seconds."""
        if self._ended.wait(timeout):
            self.join()


class MapComputation:
    """Computes a map with a few threads, coarse to fine.

    The numbers depend neither on the threads nor on the tiles. ``results`` may be read at any
    time: cells are filled in as they are done.

    Parameters
    ----------
    map_
        What to compute.
    workers
        Threads; ``None`` for one a processor.
    results
        What is there already; only the other cells are computed.
    take
        Called with the cells and metrics of each tile, one call at a time, by a thread of the
        computation.
    progressive
        Whether to go from coarse to fine, for somebody to watch.
    lanes
        Cells of a tile, at most; ``None`` for what fits the processor's cache.
    """

    def __init__(
        self,
        map_: Map,
        *,
        workers: int | None = None,
        results: MapResults | None = None,
        take: Take | None = None,
        progressive: bool = True,
        lanes: int | None = None,
    ) -> None:
        self.map = map_
        self.results = results or MapResults(map_.shape)
        self.error: Exception | None = None
        """What went wrong, if something did; an ``InputError`` is the user's."""
        self.seconds = 0.0
        """Time from the start to the last tile."""
        self._take = take
        self._progressive = progressive
        self._lanes = lanes
        self._stopped = Event()
        self._lock = Lock()
        self._worker: MapWorker | None = None
        self._left: Iterator[Array] | None = None
        self._began = 0.0
        self._cells = int(self.results.done.sum())
        count = workers or _processors()
        self._threads = [_Worker(target=self._work, name=f"map-{each}") for each in range(count)]

    @property
    def cells_done(self) -> int:
        """How many cells there are so far."""
        return self._cells

    @property
    def running(self) -> bool:
        """Whether a thread is still at work."""
        return any(thread.is_alive() for thread in self._threads)

    @property
    def finished(self) -> bool:
        """Whether all cells are done."""
        return self._cells == self.map.cells

    def start(self) -> None:
        """Begin; returns at once, even where torch is still to be loaded."""
        self._began = time.perf_counter()
        for thread in self._threads:
            thread.start()

    def cancel(self) -> None:
        """Ask the threads to stop; each does so within a slice of its tile."""
        self._stopped.set()

    def join(self, timeout: float | None = None) -> bool:
        """Wait for the threads, for at most ``timeout`` seconds; whether all have ended."""
        until = None if timeout is None else time.monotonic() + timeout
        for thread in self._threads:
            if thread.ident is not None:
                thread.wait(None if until is None else max(0.0, until - time.monotonic()))
        return not self.running

    def run(self) -> MapResults:
        """Compute all of it and return the results.

        Raises
        ------
        InputError
            If the map cannot be computed.
        """
        self.start()
        try:
            self.join()
        except BaseException:
            self.cancel()
            self.join()
            raise
        if self.error is not None:
            raise self.error
        return self.results

    def _work(self) -> None:
        try:
            import torch

            torch.set_num_threads(1)  # threads of its own would wait for the slowest core
            while not self._stopped.is_set():
                with self._lock:
                    worker, cells = self._next()
                if cells is None:
                    return
                columns = worker.compute(cells, self._stopped.is_set)
                with self._lock:
                    self._keep(cells, columns)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - whoever started the threads is told
            with self._lock:
                self.error = self.error or error
            self._stopped.set()

    def _next(self) -> tuple[MapWorker, Array | None]:
        if self._worker is None or self._left is None:
            self._worker = MapWorker(self.map)
            self._left = self._tiles(self._worker)
        done = self.results.done.reshape(-1)
        for cells in self._left:
            missing = cells[~done[cells]]
            if len(missing):
                return self._worker, missing
        return self._worker, None

    def _tiles(self, worker: MapWorker) -> Iterator[Array]:
        return tiles(
            self.map.shape,
            self._lanes or tile_size(worker),
            grouped=worker.grouped,
            progressive=self._progressive,
        )

    def _keep(self, cells: Array, columns: Columns) -> None:
        if self._stopped.is_set():
            return
        self.results.put(cells, columns)
        self._cells += len(cells)
        self.seconds = time.perf_counter() - self._began
        if self._take is not None:
            self._take(cells, columns)


def tile_size(worker: MapWorker) -> int:
    """Cells of a tile where a worker computes."""
    dim = worker.map.experiment.objective.build().dim
    if worker.device.type == "cuda":
        return max(SMALLEST_TILE, CUDA_NUMBERS // dim)
    most = max(LONG_TILE, TILE_RUN_STEPS // worker.map.experiment.steps)
    return max(SMALLEST_TILE, min(CACHED_NUMBERS // dim, most))


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
