"""Compiled steps: the numbers of the rule as it is written, bit for bit."""

from __future__ import annotations

import pytest
import torch

from simulation.engine.replay.compiled import LANES_TOGETHER, SMALLEST_ROW, Compiled, Program
from simulation.engine.replay.listening import record
from simulation.engine.replay.planning import NotCompilable
from simulation.engine.replay.replays import Replays, agrees
from simulation.optimizers.catalog import OPTIMIZERS
from tests.simulation.engine.replay.steps import CLOSED, LANES, RULES, one_step

STEPS = 25


@pytest.fixture(autouse=True)
def _inference():
    with torch.inference_mode():
        yield


def assert_repeats(step, now, carried, steps=STEPS):
    """Compare with the step as it is written, one at a time and many at once."""
    program = Program(record(step, now), carried)
    slowly, fast = Compiled(program, now), Compiled(program, now)
    expected = now
    for _ in range(steps):
        expected = [*step(*expected), *now[carried:]]
        slowly()
        for one, other in zip(slowly.inputs, expected, strict=True):
            torch.testing.assert_close(one, other, rtol=0, atol=0, equal_nan=True)
    fast(steps)
    for one, other in zip(fast.inputs, expected, strict=True):
        torch.testing.assert_close(one, other, rtol=0, atol=0, equal_nan=True)
    return program


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_that_a_program_gives_the_numbers_of_every_rule(rule):
    assert_repeats(*one_step(rule, "himmelblau"))


@pytest.mark.parametrize("name", CLOSED)
def test_that_a_program_gives_the_numbers_of_every_objective(name):
    assert_repeats(*one_step(OPTIMIZERS["momentum"], name))


@pytest.mark.parametrize("rule", ["momentum", "nesterov", "adam", "lion", "rprop"])
def test_that_a_program_gives_the_numbers_of_float32(rule):
    assert_repeats(*one_step(OPTIMIZERS[rule], "rosenbrock", torch.float32))


@pytest.mark.parametrize("rule", ["gradient-descent", "adam", "rprop"])
def test_that_what_overflows_does_so_in_the_program_as_well(rule):
    step, now, carried = one_step(OPTIMIZERS[rule], "goldstein-price", spread=1e60)
    assert_repeats(step, now, carried)
    program = Program(record(step, now), carried)
    replay = Compiled(program, now)
    replay(STEPS)
    assert not replay.inputs[carried - 1].isfinite().all()


def test_that_arithmetic_alone_is_one_stretch_which_takes_many_steps():
    assert assert_repeats(*one_step(OPTIMIZERS["momentum"], "himmelblau")).plan.loops


def test_that_sines_are_left_to_torch_between_two_stretches():
    plan = assert_repeats(*one_step(OPTIMIZERS["momentum"], "rastrigin")).plan
    assert not plan.loops
    assert {each.name for level in (-1, 0, 1) for each in plan.calls(level)} == {"sin"}


def test_that_a_program_serves_any_number_of_lanes_it_has_room_for():
    step, now, carried = one_step(OPTIMIZERS["adam"], "beale")
    program = Program(record(step, now), carried)
    wide = [part.repeat(*[1] * (part.ndim - 1), 5) if part.ndim else part for part in now]
    replay = Compiled(program, wide)
    alone = Compiled(program, now)
    replay(STEPS)
    alone(STEPS)
    for one, other in zip(replay.inputs, alone.inputs, strict=True):
        assert torch.equal(one[..., -LANES:] if one.ndim else one, other)


def test_that_more_lanes_than_there_is_room_for_are_compiled_anew():
    replays = Replays()
    few = torch.ones(LANES_TOGETHER, dtype=torch.float64)
    many = torch.ones(2 * SMALLEST_ROW // 8, dtype=torch.float64)
    for values in (few, many, few):
        replay = replays.program("double", lambda x: [x * 2], [values], 1).start([values])
        replay(3)
        assert torch.equal(replay.inputs[0], 8 * values)


def test_that_lanes_that_no_program_takes_do_not_keep_others_from_it():
    replays = Replays()
    odd, even = (
        replays.program("double", lambda x: [x * 2], [torch.ones(lanes)], 1) for lanes in (7, 32)
    )
    assert odd is None
    assert even is not None


def test_that_no_step_is_none():
    x = torch.ones(LANES)
    replay = Compiled(Program(record(lambda x: [x + 1], [x]), 1), [x])
    replay(0)
    assert torch.equal(replay.inputs[0], x)


def test_that_carried_values_may_change_places():
    one, other = torch.full((32,), 1.0), torch.full((32,), 10.0)
    replay = Compiled(Program(record(lambda a, b: [b + 0, a], [one, other]), 2), [one, other])
    replay(3)
    assert (replay.inputs[0][0], replay.inputs[1][0]) == (10.0, 1.0)


def test_that_a_number_that_all_lanes_share_stays_one():
    count, x = torch.zeros(()), torch.ones(LANES)
    replay = Compiled(Program(record(lambda x, n: [x + n, n + 1], [x, count]), 2), [x, count])
    replay(4)
    assert replay.inputs[1].shape == ()
    assert replay.inputs[1] == 4
    assert (replay.inputs[0] == 7).all()


@pytest.mark.parametrize(
    ("step", "values"),
    [
        (lambda x: [x + 1], torch.ones(7)),
        (lambda x: [x + 1], torch.ones(64, dtype=torch.int64)),
        (lambda x: [x.sin()], torch.ones(64)),
        (lambda x: [x.cumsum(0).sin()], torch.ones(64)),
        (lambda x: [x + torch.arange(64.0)], torch.ones(64)),
    ],
    ids=["odd number of lanes", "integers", "nothing but sines", "between lanes", "lanes' own"],
)
def test_that_what_has_no_program_says_so(step, values):
    with pytest.raises(NotCompilable):
        Program(record(step, [values]), 1)
    assert Replays().program("step", step, [values], 1) is None


def test_that_a_program_is_compared_at_other_points_too():
    """What agrees where it was recorded may round otherwise elsewhere."""

    def step(x):
        return [x * x + 1]

    x = torch.ones(LANES, dtype=torch.float64)
    program = Program(record(step, [x]), 1)
    assert agrees(program, step, [x], 1)
    assert not agrees(program, lambda x: [x.where(x == 1, x * (1 + 1e-15)).square() + 1], [x], 1)
