"""A tape as CUDA graphs; where there is no device, with graphs that are played by hand."""

from __future__ import annotations

import pytest
import torch

from simulation.engine.replay import graphed
from simulation.engine.replay.graphed import MOST_GRAPHS, Graphed
from simulation.engine.replay.listening import record
from simulation.engine.replay.tape import Tape
from simulation.optimizers.catalog import OPTIMIZERS
from tests.simulation.engine.replay.steps import one_step

CHUNKS = (5, 5, 3, 5, 3, 5, 1, 3)


class HandPlayed:
    """Does in a replay what was captured."""

    replays = 0

    def __init__(self, work) -> None:
        self._work = work

    def replay(self) -> None:
        HandPlayed.replays += 1
        self._work()


@pytest.fixture
def graphs(monkeypatch):
    def captured(work, warm_up):
        warm_up()  # which changes the values, as on a device
        return HandPlayed(work)

    monkeypatch.setattr(graphed, "captured", captured)
    monkeypatch.setattr(HandPlayed, "replays", 0)
    return HandPlayed


def tapes():
    with torch.inference_mode():
        step, now, carried = one_step(OPTIMIZERS["adam"], "rastrigin")
        recording = record(step, now)
        return Tape(recording, carried), Tape(recording, carried)


def assert_same_numbers(chunks):
    one, other = tapes()
    graph = Graphed(other)
    with torch.inference_mode():
        for steps in chunks:
            one(steps)
            graph(steps)
    for expected, got in zip(one.inputs, graph.inputs, strict=True):
        assert torch.equal(expected, got)


def test_that_graphs_take_the_steps_of_the_tape(graphs):
    assert_same_numbers(CHUNKS)
    assert graphs.replays == len(CHUNKS) - len(set(CHUNKS))  # once as written, then captured


def test_that_few_numbers_of_steps_have_graphs(graphs):
    assert_same_numbers([*range(1, 10), *range(1, 10)])
    assert graphs.replays == MOST_GRAPHS


def test_that_what_cannot_be_captured_is_done_call_by_call(monkeypatch, caplog):
    def refuse(work, warm_up):
        warm_up()
        raise RuntimeError("operation not permitted when stream is capturing")

    monkeypatch.setattr(graphed, "captured", refuse)
    assert_same_numbers(CHUNKS)
    assert "cannot be captured" in caplog.text


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_that_a_map_on_the_device_is_that_of_the_processor():
    from simulation.experiment import Experiment, Run
    from simulation.maps.axes import Axis
    from simulation.maps.computation import MapComputation
    from simulation.maps.specification import Map

    def losses(device):
        experiment = Experiment(runs=(Run("momentum"),), steps=300, device=device)
        x, y = Axis("objective.start.0", -5, 1, 32), Axis("objective.start.1", -3, 1, 32)
        return MapComputation(Map(experiment, x, y)).run().columns["final_loss"]

    one, other = (torch.from_numpy(losses(device)) for device in ("cuda", "cpu"))
    torch.testing.assert_close(one, other, rtol=1e-9, atol=1e-12)
