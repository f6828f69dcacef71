"""Chunks captured as CUDA graphs give the numbers that single steps give."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from simulation.engine import cuda_graphs
from simulation.engine.cuda_graphs import GRAPH_STEPS, GraphStepper
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS

RULES = [name for name, optimizer in OPTIMIZERS.items() if isinstance(optimizer, Rule)]


class EagerGraph:
    """Stands in for a graph where there is no CUDA: the same steps, one by one."""

    captured = 0

    def __init__(self, advance, x, state) -> None:
        type(self).captured += 1
        self._advance = advance

    def run(self, x, state):
        positions = []
        for _ in range(GRAPH_STEPS):
            x, state = self._advance(x, state)
            positions.append(x)
        return torch.stack(positions), x, state


@pytest.fixture
def graphs(monkeypatch: pytest.MonkeyPatch) -> type[EagerGraph]:
    monkeypatch.setattr(cuda_graphs, "StepGraph", EagerGraph)
    stepper = "simulation.engine.runner.CompiledStepper"
    monkeypatch.setattr(stepper, lambda _function, *given: GraphStepper(*given))
    monkeypatch.setattr(EagerGraph, "captured", 0)
    return EagerGraph


@pytest.mark.parametrize("name", RULES)
def test_that_chunks_and_leftovers_make_the_whole_trajectory(name: str, graphs) -> None:
    experiment = Experiment(runs=(Run(name),), steps=3 * GRAPH_STEPS + 7)
    chunked = Runner(experiment).run().records[0]
    assert graphs.captured == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(GraphStepper, "_captured", lambda *_: None)
        single = Runner(experiment).run().records[0]
    np.testing.assert_array_equal(chunked.positions, single.positions)


@pytest.mark.parametrize(
    "experiment",
    [
        Experiment(steps=100, noise=Noise()),
        Experiment(ObjectiveChoice("airfoil"), steps=100, batch_size=10),
    ],
    ids=["noise", "minibatches"],
)
def test_that_what_differs_from_step_to_step_is_not_captured(experiment, graphs) -> None:
    Runner(experiment).run()
    assert graphs.captured == 0


def test_that_an_operation_that_cannot_be_captured_is_stepped_one_by_one(
    monkeypatch: pytest.MonkeyPatch, graphs
) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("operation not permitted when stream is capturing")

    monkeypatch.setattr(cuda_graphs, "StepGraph", refuse)
    record = Runner(Experiment(steps=100)).run().records[0]
    assert len(record) == 101


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_that_a_graph_on_the_device_equals_single_steps_bit_for_bit(name, dtype) -> None:
    choice = ObjectiveChoice("rosenbrock")
    run = Run(name, {"learning_rate": 1e-3})
    experiment = Experiment(choice, (run,), steps=500, dtype=dtype, device="cuda")
    captured = Runner(experiment).run().records[0].positions
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(GraphStepper, "_captured", lambda *_: None)
        single = Runner(experiment).run().records[0].positions
    np.testing.assert_array_equal(captured, single)
    on_cpu = Experiment(choice, (run,), steps=500, dtype=dtype, device="cpu")
    tolerance = 1e-9 if dtype == "float64" else 1e-3
    np.testing.assert_allclose(captured, Runner(on_cpu).run().records[0].positions, rtol=tolerance)
