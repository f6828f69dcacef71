"""The same tiles on a cluster of dask.distributed, which is somebody else's to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from functools import lru_cache
from typing import Any

from simulation.errors import InputError
from simulation.maps.axes import Array
from simulation.maps.computation import tile_size
from simulation.maps.judging import Columns
from simulation.maps.order import tiles
from simulation.maps.results import MapResults
from simulation.maps.specification import Map
from simulation.maps.store import identity
from simulation.maps.tiles import MapWorker

CONNECT_SECONDS = 10.0
WAITING_TILES = 64
"""Tiles handed to the cluster at a time: they wait there, not all of them here."""

Take = Callable[[Array, Columns], None]


def compute_on_cluster(
    map_: Map,
    address: str,
    results: MapResults,
    take: Take,
    *,
    lanes: int | None = None,
    patience: float = CONNECT_SECONDS,
) -> None:
    """Compute what is missing of a map on the cluster whose scheduler is at ``address``.

    The numbers are those that this machine would give, as far as the machines are alike. Tiles
    of a worker that dies are given to another by the cluster.

    Raises
    ------
    InputError
        If ``distributed`` is not installed, or there is no scheduler.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise InputError(
            "cluster", "dask.distributed is not installed; pip install distributed"
        ) from error
    try:
        client = Client(address, timeout=patience, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(
            "cluster", "no scheduler answers at {address}; start one", address=address
        ) from error
    with client:
        compute_with(client.get_executor(pure=False), map_, results, take, lanes=lanes)


def compute_with(
    executor: Executor, map_: Map, results: MapResults, take: Take, *, lanes: int | None = None
) -> None:
    """Compute what is missing with any executor whose workers can import this program."""
    waiting: dict[Future[Columns], Array] = {}
    left = _missing(map_, results, lanes)
    try:
        while True:
            while len(waiting) < WAITING_TILES and (cells := next(left, None)) is not None:
                waiting[executor.submit(compute_tile, map_, cells)] = cells
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                cells = waiting.pop(future)
                columns = future.result()
                results.put(cells, columns)
                take(cells, columns)
    finally:
        for future in waiting:
            future.cancel()


def compute_tile(map_: Map, cells: Array) -> Columns:
    """Compute one tile: this runs on the cluster."""
    import torch

    torch.set_num_threads(1)
    return _worker(_Same(map_)).compute(cells)


class _Same:
    """A map that is the same as another with the same numbers, to keep its worker by."""

    def __init__(self, map_: Map) -> None:
        self.map = map_
        self.identity = identity(map_)

    def __hash__(self) -> int:
        return hash(self.identity)

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, _Same) and self.identity == other.identity


@lru_cache(maxsize=4)
def _worker(same: _Same) -> MapWorker:
    return MapWorker(same.map)


def _missing(map_: Map, results: MapResults, lanes: int | None) -> Iterator[Array]:
    worker = MapWorker(map_)
    size = lanes or tile_size(worker)
    done = results.done.reshape(-1)
    for cells in tiles(map_.shape, size, grouped=worker.grouped, progressive=False):
        missing = cells[~done[cells]]
        if len(missing):
            yield missing
