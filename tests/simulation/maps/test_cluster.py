"""The same tiles elsewhere: on any executor, and on a cluster whose workers may die."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.maps.axes import Axis
from simulation.maps.cluster import compute_on_cluster, compute_with
from simulation.maps.computation import MapComputation
from simulation.maps.metrics import METRICS
from simulation.maps.results import MapResults
from simulation.maps.specification import Map


def make_map(steps, side):
    experiment = Experiment(ObjectiveChoice("himmelblau"), (Run("momentum"),), steps)
    axes = (Axis("runs.0.learning_rate", 1e-3, 0.02, side), Axis("objective.start.0", -5, 5, side))
    return Map(experiment, *axes)


def assert_same(one, other):
    for name in METRICS:
        np.testing.assert_array_equal(one.columns[name], other.columns[name], err_msg=name)


def test_that_an_executor_computes_what_is_missing_and_nothing_else():
    map_ = make_map(20, 30)
    expected = MapComputation(map_).run()
    results = MapResults(map_.shape)
    done = np.arange(300)
    results.put(done, {n: each.reshape(-1)[done] for n, each in expected.columns.items()})
    taken = []
    with ThreadPoolExecutor(2) as executor:
        compute_with(executor, map_, results, lambda cells, _: taken.append(cells), lanes=64)
    assert np.array_equal(np.sort(np.concatenate(taken)), np.arange(300, 900))
    assert_same(results, expected)


def test_that_a_scheduler_that_does_not_answer_is_named():
    pytest.importorskip("distributed")
    with pytest.raises(InputError, match=r"127\.0\.0\.1:1"):
        compute_on_cluster(
            make_map(5, 4), "tcp://127.0.0.1:1", MapResults((4, 4)), print, patience=0.2
        )


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # the library's own, when a worker is killed
def test_that_a_map_survives_the_death_of_a_worker():
    distributed = pytest.importorskip("distributed")
    map_ = make_map(500, 32)
    expected = MapComputation(map_).run()
    results = MapResults(map_.shape)
    killed = []

    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, protocol="tcp"
    ) as cluster:

        def take(cells, columns):
            if not killed:
                nanny = next(iter(cluster.workers.values()))
                os.kill(nanny.pid, signal.SIGKILL)
                killed.append(nanny.pid)

        compute_on_cluster(map_, cluster.scheduler_address, results, take, lanes=128)
    assert killed
    assert_same(results, expected)
