"""Threads that compute a map: to be watched, stopped and trusted."""

from __future__ import annotations

import signal
import sys
import threading

import numpy as np
import pytest

from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.maps.axes import Axis
from simulation.maps.computation import MapComputation
from simulation.maps.metrics import METRICS
from simulation.maps.results import MapResults
from simulation.maps.specification import Map

AXES = (Axis("runs.0.learning_rate", 0.01, 1.0, 40), Axis("runs.0.momentum", 0, 0.99, 50))


def small_map(steps=20, side=None, **settings):
    axes = AXES if side is None else tuple(Axis(a.key, a.low, a.high, side) for a in AXES)
    return Map(Experiment(ObjectiveChoice("ill-conditioned"), (Run(),), steps, **settings), *axes)


def map_threads():
    return [thread for thread in threading.enumerate() if thread.name.startswith("map-")]


def test_that_cancelling_leaves_nothing_running():
    first = threading.Event()
    computation = MapComputation(small_map(200_000, 128), take=lambda *_: first.set(), lanes=64)
    computation.start()
    computation.cancel()
    assert computation.join(60)
    assert not map_threads()
    assert not computation.finished
    assert computation.error is None


def test_that_cancelling_in_the_middle_keeps_what_is_done():
    taken = []

    def take(cells, _):
        taken.append(cells)
        computation.cancel()

    map_ = small_map()
    computation = MapComputation(map_, take=take, lanes=100)
    computation.run()
    assert len(taken) == 1
    assert computation.results.done.sum() == len(taken[0]) == computation.cells_done
    rest = MapComputation(map_, results=computation.results, lanes=100)
    assert rest.run().complete
    whole = MapComputation(map_).run()
    for name in METRICS:
        np.testing.assert_array_equal(rest.results.columns[name], whole.columns[name])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signal to a thread")
def test_that_ctrl_c_leaves_nothing_running(monkeypatch):
    waiting, join = threading.Event(), MapComputation.join

    def join_and_tell(computation):
        waiting.set()
        return join(computation)

    def take(cells, columns):
        # A signal that comes while nobody waits yet would prove nothing.
        waiting.wait(60)
        threading.Event().wait(0.2)
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
        threading.Event().wait(0.2)

    monkeypatch.setattr(MapComputation, "join", join_and_tell)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # in a background it is off
    try:
        with pytest.raises(KeyboardInterrupt):
            MapComputation(small_map(), workers=1, take=take).run()
    finally:
        signal.signal(signal.SIGINT, before)
    assert not map_threads()


def test_that_what_cannot_be_computed_is_told():
    computation = MapComputation(small_map(device="cuda:7"))
    with pytest.raises(InputError, match="cuda:7"):
        computation.run()
    assert not map_threads()


def test_that_an_error_in_a_worker_is_not_lost():
    def take(cells, columns):
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="disk"):
        MapComputation(small_map(), take=take).run()
    assert not map_threads()


def test_that_a_coarse_picture_fills_every_cell_from_its_lower_left():
    map_ = small_map()
    results = MapComputation(map_).run()
    coarse = MapResults(map_.shape)
    assert not coarse.picture("gap")[1].any()
    cells = np.array([r * 40 + c for r in range(0, 50, 2) for c in range(0, 40, 2)])
    coarse.put(cells, {n: each.reshape(-1)[cells] for n, each in results.columns.items()})
    values, known = coarse.picture("gap")
    assert known.all()
    rows, columns = np.indices(map_.shape)
    np.testing.assert_array_equal(values, results.columns["gap"][rows // 2 * 2, columns // 2 * 2])
    assert not coarse.complete
