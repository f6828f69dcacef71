"""Replaying a recorded step: the numbers of the rule as it is written, bit for bit."""

from __future__ import annotations

import pytest
import torch

from simulation.engine.cuda_graphs import map_tensors
from simulation.maps.dispatch import record
from simulation.maps.recording import NotRecordable
from simulation.maps.stepping import parts
from simulation.maps.tape import Tape, fused
from simulation.objectives.catalog import OBJECTIVES, build_objective
from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS

RULES = [rule for rule in OPTIMIZERS.values() if isinstance(rule, Rule)]
CLOSED = [name for name in OBJECTIVES if name != "airfoil"]
LANES = 64
STEPS = 25


@pytest.fixture(autouse=True)
def _inference():
    with torch.inference_mode():
        yield


def one_step(rule, objective):
    """A step as a function of tensors alone, and what it starts from."""
    draws = torch.Generator().manual_seed(7)
    x = torch.randn(objective.dim, LANES, dtype=torch.float64, generator=draws)
    shares = torch.linspace(0.1, 0.9, LANES, dtype=torch.float64)
    h = [p.default * shares if p.kind == "number" else p.default for p in rule.hyperparameters]
    state = rule.init(x)

    def step(x, *others):
        left = iter(others)
        now = map_tensors(lambda _: next(left), state)
        point = x if rule.query is None else rule.query(x, now, *h)
        x, now = rule.update(x, objective.gradient(point), now, *h)
        return [x, *parts(now), objective.value(x)]

    return step, [x, *parts(state)]


def assert_replays(rule, objective):
    step, now = one_step(rule, objective)
    carried = len(now)
    tape = Tape(record(step, now), carried)
    assert tape.exact
    outputs = step(*now)
    for _ in range(STEPS):
        outputs = step(*outputs[:carried])
        tape()
    for expected, got in zip(outputs, tape.outputs, strict=True):
        torch.testing.assert_close(got, expected, rtol=0, atol=0, equal_nan=True)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_that_a_tape_gives_the_numbers_of_every_rule(rule):
    objective = build_objective("himmelblau", {}).place(torch.float64, torch.device("cpu"))
    assert_replays(rule, objective)


@pytest.mark.parametrize("name", CLOSED)
def test_that_a_tape_gives_the_numbers_of_every_objective(name):
    objective = build_objective(name, {}).place(torch.float64, torch.device("cpu"))
    assert_replays(OPTIMIZERS["momentum"], objective)


def test_that_a_step_of_momentum_takes_one_call_an_operation_and_no_memory():
    objective = build_objective("ill-conditioned", {}).place(torch.float64, torch.device("cpu"))
    step, now = one_step(OPTIMIZERS["momentum"], objective)
    tape = Tape(record(lambda *parts: step(*parts)[:-1], now), len(now))
    places = [part.data_ptr() for part in tape.inputs]
    assert len(tape._calls) == 5  # 2a·x; β·v; + g; η·v; x −
    tape()
    assert [part.data_ptr() for part in tape.outputs] == places


def test_that_fusing_changes_no_more_than_rounding():
    objective = build_objective("ill-conditioned", {}).place(torch.float64, torch.device("cpu"))
    step, now = one_step(OPTIMIZERS["momentum"], objective)
    recording = record(step, now)
    exact, faster = Tape(recording, len(now)), Tape(fused(recording), len(now))
    assert len(faster._calls) == len(exact._calls) - 2
    for _ in range(STEPS):
        exact()
        faster()
    for one, other in zip(exact.outputs, faster.outputs, strict=True):
        torch.testing.assert_close(one, other, rtol=1e-12, atol=1e-13)


def test_that_carried_values_may_change_places():
    one, other = torch.tensor([1.0, 2.0]), torch.tensor([10.0, 20.0])
    tape = Tape(record(lambda a, b: [b + 0, a + 0], [one, other]), 2)
    tape()  # two steps, since making it is one
    assert tape.inputs[0].tolist() == [1.0, 2.0]
    tape()
    assert tape.inputs[0].tolist() == [10.0, 20.0]
    assert tape.inputs[1].tolist() == [1.0, 2.0]


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
