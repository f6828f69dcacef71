"""Shared by the tests of the simulation: experiments in one line, and one torch thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run


@pytest.fixture(scope="session", autouse=True)
def _one_torch_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def make_experiment():
    """``make_experiment("spectrum", runs, steps=100, start=…, dimension=3)``.

    A run is a pair of an optimizer's name and its hyperparameters. What is no setting of an
    experiment is a parameter of the objective.
    """

    def make(objective, runs, start=None, **settings):
        own = {name: settings.pop(name) for name in SETTINGS if name in settings}
        return Experiment(
            ObjectiveChoice(objective, start, settings),
            tuple(Run(name, values) for name, values in runs),
            **own,
        )

    return make


@pytest.fixture(scope="session")
def compute(make_experiment):
    """Like ``make_experiment``, but returns the record of each run."""

    def compute(*args, **settings):
        return Runner(make_experiment(*args, **settings)).run().records

    return compute


SETTINGS = ("steps", "seed", "batch_size", "dtype", "device")
