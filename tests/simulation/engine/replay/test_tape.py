"""Replaying a recorded step: the numbers of the rule as it is written, bit for bit."""

from __future__ import annotations

import pytest
import torch

from simulation.engine.replay.listening import record
from simulation.engine.replay.recording import NotRecordable
from simulation.engine.replay.tape import Tape
from simulation.optimizers.catalog import OPTIMIZERS
from tests.simulation.engine.replay.steps import CLOSED, RULES, one_step

STEPS = 25


@pytest.fixture(autouse=True)
def _inference():
    with torch.inference_mode():
        yield


def assert_replays(rule, name):
    step, now, carried = one_step(rule, name)
    tape = Tape(record(step, now), carried)
    expected = now
    for _ in range(STEPS):
        expected = [*step(*expected), *now[carried:]]
        tape()
    for one, other in zip(tape.inputs, expected, strict=True):
        torch.testing.assert_close(one, other, rtol=0, atol=0, equal_nan=True)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_that_a_tape_gives_the_numbers_of_every_rule(rule):
    assert_replays(rule, "himmelblau")


@pytest.mark.parametrize("name", CLOSED)
def test_that_a_tape_gives_the_numbers_of_every_objective(name):
    assert_replays(OPTIMIZERS["momentum"], name)


def test_that_a_step_of_momentum_takes_one_call_an_operation_and_no_memory():
    step, now, carried = one_step(OPTIMIZERS["momentum"], "ill-conditioned")
    tape = Tape(record(lambda *parts: step(*parts)[:-1], now), carried - 1)
    places = [part.data_ptr() for part in tape.outputs]
    assert len(tape._calls) == 5  # 2a·x; β·v; + g; η·v; x −
    tape()
    assert [part.data_ptr() for part in tape.inputs[: carried - 1]] == places


def test_that_carried_values_may_change_places():
    one, other = torch.tensor([1.0, 2.0]), torch.tensor([10.0, 20.0])
    tape = Tape(record(lambda a, b: [b + 0, a + 0], [one, other]), 2)
    assert tape.inputs[0].tolist() == [1.0, 2.0]
    tape()
    assert tape.inputs[0].tolist() == [10.0, 20.0]
    assert tape.inputs[1].tolist() == [1.0, 2.0]
    tape()
    assert tape.inputs[0].tolist() == [1.0, 2.0]


def test_that_a_tensor_in_two_places_is_two_values():
    one = torch.tensor([1.0, 2.0])
    recording = record(lambda before, after: [after - before], [one, one])
    tape = Tape(recording, 0)
    tape.inputs[1].copy_(torch.tensor([4.0, 6.0]))
    tape()
    assert tape.outputs[0].tolist() == [3.0, 4.0]


def branching(x):
    return [x * 2 if x.sum() > 0 else -x]


def in_place(x):
    return [x.mul_(2)]


def random(x):
    return [x + torch.rand_like(x)]


@pytest.mark.parametrize("function", [branching, in_place, random])
def test_that_what_depends_on_values_or_chance_is_not_recorded(function):
    with pytest.raises(NotRecordable):
        record(function, [torch.ones(4)])
