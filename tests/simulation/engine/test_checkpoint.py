"""A run that is interrupted and resumed equals one that was not, bit for bit."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise

MIXED = (
    Run("momentum", {"learning_rate": 0.01}),
    Run("adam", {"learning_rate": 0.05, "amsgrad": True}),
    Run("torch.optim.SGD", {"learning_rate": 0.01, "momentum": 0.9}),
    Run("nesterov", {"learning_rate": 0.01}),
)

EXPERIMENTS = {
    "valley": Experiment(ObjectiveChoice("rosenbrock"), runs=MIXED, steps=700),
    "noise": Experiment(runs=MIXED, steps=700, noise=Noise(sigma=0.3, shared=False)),
    "data": Experiment(ObjectiveChoice("airfoil"), runs=MIXED, steps=700, batch_size=16),
    "replacement": Experiment(
        ObjectiveChoice("airfoil"), runs=MIXED, steps=700, batch_size=16, sampling="replacement"
    ),
}


@pytest.mark.parametrize("name", list(EXPERIMENTS))
@pytest.mark.parametrize("stop_after", [0, 1, 333])
def test_that_a_resumed_run_equals_an_uninterrupted_one(name: str, stop_after: int) -> None:
    experiment = EXPERIMENTS[name]
    whole = Runner(experiment).run()
    first = Runner(experiment)
    while first.step < stop_after:
        first.advance(0.0)
    checkpoint = pickle.loads(pickle.dumps(first.checkpoint()))
    first.run()  # going on does not change what was saved
    second = Runner(experiment)
    second.resume(checkpoint)
    resumed = second.run()
    for expected, record in zip(whole.records, resumed.records, strict=True):
        np.testing.assert_array_equal(record.positions, expected.positions)
        np.testing.assert_array_equal(record.losses, expected.losses)
        assert record.diverged_at == expected.diverged_at
