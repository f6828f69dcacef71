"""The engine: determinism to the bit, divergence as a result, thinning, slices."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from simulation.engine import runner as runner_module
from simulation.engine.history import stride_for
from simulation.engine.interruption import Cancelled
from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.optimizers.catalog import OPTIMIZERS

PROBLEMS = [
    pytest.param(("ill-conditioned", {}), id="ill-conditioned"),
    pytest.param(("quadratic", {}), id="quadratic"),
    pytest.param(("spectrum", {"dimension": 5}), id="spectrum"),
    pytest.param(("rastrigin", {}), id="rastrigin"),
    pytest.param(("airfoil", {}), id="airfoil"),
    pytest.param(("airfoil", {"batch_size": 7}), id="airfoil in sevens"),
]
SMALL = {"learning_rate": 0.01}
EVERY_OPTIMIZER = [(name, SMALL) for name in OPTIMIZERS]


def descents(*rates):
    return [("gradient-descent", {"learning_rate": rate}) for rate in rates]


def assert_same_bits(one, other):
    assert one.diverged_at == other.diverged_at
    np.testing.assert_array_equal(one.step_numbers, other.step_numbers)
    np.testing.assert_array_equal(one.positions, other.positions)
    np.testing.assert_array_equal(one.losses, other.losses)
    np.testing.assert_array_equal(one.gradients, other.gradients)


# ------------------------------------------------------------------------------- determinism


@pytest.fixture
def in_chunks(monkeypatch):
    """Run an experiment in chunks that begin with ``first`` steps and grow or shrink."""

    def run(experiment, first, seconds):
        monkeypatch.setattr(runner_module, "FIRST_CHUNK", first)
        monkeypatch.setattr(runner_module, "CHUNK_SECONDS", seconds)
        runner = Runner(experiment)
        while not runner.done:
            runner.advance(0)
        return runner.history.records

    return run


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("problem", PROBLEMS)
def test_that_numbers_do_not_depend_on_how_work_is_cut_into_slices(
    problem, dtype, in_chunks, make_experiment
):
    objective, settings = problem
    experiment = make_experiment(objective, EVERY_OPTIMIZER, steps=43, dtype=dtype, **settings)
    whole = in_chunks(experiment, 43, math.inf)
    # One by one; growing; shrinking; and chunks that fill up to LANE_MULTIPLE by themselves.
    for first, seconds in [(1, 0.0), (5, math.inf), (33, 0.0), (32, 0.0)]:
        for one, other in zip(in_chunks(experiment, first, seconds), whole, strict=True):
            assert_same_bits(one, other)


@pytest.mark.parametrize("problem", PROBLEMS)
def test_that_the_same_experiment_gives_the_same_bits_again(problem, compute):
    objective, settings = problem
    first, again = (compute(objective, EVERY_OPTIMIZER, steps=40, **settings) for _ in range(2))
    for one, other in zip(first, again, strict=True):
        assert_same_bits(one, other)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("problem", PROBLEMS)
def test_that_a_run_alone_gives_the_same_bits_as_among_others(problem, dtype, compute):
    objective, settings = problem
    settings = {"steps": 40, "dtype": dtype, **settings}
    many = descents(*np.geomspace(1e-4, 0.2, 41)) + EVERY_OPTIMIZER
    together = compute(objective, many, **settings)
    for index in (0, 31, 32, *range(40, len(many))):
        (alone,) = compute(objective, [many[index]], **settings)
        assert_same_bits(alone, together[index])


@pytest.mark.parametrize("problem", PROBLEMS)
def test_that_permuting_runs_permutes_results(problem, compute):
    objective, settings = problem
    runs = [*descents(0.1, 0.02, 0.3), *EVERY_OPTIMIZER, *descents(0.07)]
    order = np.random.default_rng(0).permutation(len(runs))
    straight = compute(objective, runs, steps=40, **settings)
    permuted = compute(objective, [runs[index] for index in order], steps=40, **settings)
    for place, index in enumerate(order):
        assert_same_bits(permuted[place], straight[index])


def test_that_more_steps_continue_the_same_trajectory(compute):
    (short,) = compute("ill-conditioned", [("nesterov", SMALL)], steps=30)
    (long,) = compute("ill-conditioned", [("nesterov", SMALL)], steps=90)
    np.testing.assert_array_equal(long.positions[:, :31], short.positions)


def test_that_the_seed_decides_the_minibatches_and_the_start(compute):
    ends = [
        compute("airfoil", descents(0.1), steps=20, batch_size=10, seed=seed, start=start)[0]
        for seed, start in [(0, (0.0,) * 6), (1, (0.0,) * 6), (0, None), (1, None)]
    ]
    assert len({end.losses[-1] for end in ends}) == 4
    assert ends[0].losses[0] == ends[1].losses[0]
    assert ends[2].losses[0] != ends[3].losses[0]


# -------------------------------------------------------------------------------- divergence


def first_step_not_finite(rate, momentum, steps, start=(-5.0, -2.0), number=float):
    """Heavy ball on 0.1 x₁² + 2 x₂² in plain Python; ``None`` if all stays finite."""
    rate, momentum = number(rate), number(momentum)
    x, v = [number(start[0]), number(start[1])], [number(0), number(0)]
    for step in range(steps + 1):
        loss = number(0.1) * (x[0] * x[0]) + number(2) * (x[1] * x[1])
        if not all(map(math.isfinite, (*x, loss))):
            return step
        slopes = number(0.2) * x[0], number(4) * x[1]
        v = [momentum * b + g for b, g in zip(v, slopes, strict=True)]
        x = [a - rate * b for a, b in zip(x, v, strict=True)]
    return None


@pytest.mark.parametrize(("optimizer", "steps"), [("momentum", 1500), ("torch.optim.SGD", 300)])
@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9])
def test_that_divergence_is_the_first_step_that_is_not_finite(optimizer, steps, momentum, compute):
    rates = [0.1, 0.6, 1.2, 5.0, 100.0, 1e6]
    runs = [(optimizer, {"learning_rate": rate, "momentum": momentum}) for rate in rates]
    records = compute("ill-conditioned", runs, steps=steps)
    expected = [first_step_not_finite(rate, momentum, steps) for rate in rates]
    assert [record.diverged_at for record in records] == expected
    assert expected[0] is None
    assert None not in expected[3:]


def test_that_float32_diverges_where_float32_arithmetic_does(compute):
    rates = [0.6, 5.0, 100.0]
    records = compute("ill-conditioned", descents(*rates), steps=300, dtype="float32")
    with np.errstate(over="ignore", invalid="ignore"):
        expected = [first_step_not_finite(rate, 0, 300, number=np.float32) for rate in rates]
    assert [record.diverged_at for record in records] == expected
    assert None not in expected


def test_that_a_start_where_the_loss_overflows_has_diverged_at_step_0(compute):
    (record,) = compute("ill-conditioned", descents(0.1), start=(1e200, 0.0), steps=5)
    assert record.diverged_at == 0
    assert math.isinf(record.losses[0])


def test_that_divergence_between_recorded_steps_is_found(monkeypatch, compute):
    monkeypatch.setattr(runner_module, "stride_for", lambda *_: 50)
    (record,) = compute("ill-conditioned", descents(5.0), steps=500)
    assert record.diverged_at == first_step_not_finite(5.0, 0, 500)
    assert record.diverged_at not in record.step_numbers


@pytest.mark.parametrize("problem", PROBLEMS)
def test_that_other_runs_go_on_unaffected_to_the_bit(problem, compute):
    objective, settings = problem
    wild = [("gradient-descent", {"learning_rate": 1e5}), ("momentum", {"learning_rate": 1e5})]
    calm = [("gradient-descent", SMALL), ("momentum", SMALL), ("torch.optim.SGD", SMALL)]
    both = compute(objective, [wild[0], *calm, wild[1]], steps=200, **settings)
    assert all(record.diverged_at for record in (both[0], both[-1]))
    for one, other in zip(both[1:-1], compute(objective, calm, steps=200, **settings), strict=True):
        assert one.diverged_at is None
        assert_same_bits(one, other)


def test_that_a_diverged_run_is_recorded_to_its_last_step(compute):
    (record,) = compute("ill-conditioned", descents(100.0), steps=500)
    assert len(record) == 501
    assert np.isfinite(record.positions[:, : record.diverged_at]).all()
    assert not np.isfinite(record.losses[record.diverged_at :]).any()


# --------------------------------------------------------------------------------- recording


@pytest.mark.parametrize("problem", PROBLEMS)
def test_that_a_row_holds_the_full_objective_and_gradient_at_its_position(problem, make_experiment):
    objective, settings = problem
    runner = Runner(make_experiment(objective, EVERY_OPTIMIZER, steps=25, **settings))
    for record in runner.run().records:
        x = torch.tensor(record.positions)
        losses, gradients = runner.objective.value(x), runner.objective.gradient(x)
        np.testing.assert_allclose(record.losses, losses, rtol=1e-12)
        np.testing.assert_allclose(record.gradients, gradients, rtol=1e-9, atol=1e-13)


def test_that_step_0_is_the_start(compute):
    for record in compute("ill-conditioned", EVERY_OPTIMIZER, steps=3):
        assert record.positions[:, 0].tolist() == [-5.0, -2.0]
        assert record.losses[0] == pytest.approx(0.1 * 25 + 2 * 4, rel=1e-15)
        np.testing.assert_allclose(record.gradients[:, 0], [-1.0, -8.0], rtol=1e-15)
        assert record.step_numbers.tolist() == [0, 1, 2, 3]


def test_that_float32_records_are_float32_numbers(compute):
    (record,) = compute("ill-conditioned", [("momentum", SMALL)], steps=10, dtype="float32")
    for array in (record.positions, record.losses, record.gradients):
        np.testing.assert_array_equal(array, array.astype(np.float32))
    (double,) = compute("ill-conditioned", [("momentum", SMALL)], steps=10)
    assert (double.positions != record.positions).any()


@pytest.mark.parametrize("budget", [0, 500, 3000])
@pytest.mark.parametrize("problem", PROBLEMS)
def test_that_a_small_budget_thins_by_a_stride_and_keeps_the_last_step(
    problem, budget, monkeypatch, compute
):
    objective, settings = problem
    runs = [*descents(0.01, 0.02), ("torch.optim.SGD", SMALL)]
    full = compute(objective, runs, steps=97, **settings)
    monkeypatch.setattr(
        runner_module, "stride_for", lambda *sizes: stride_for(*sizes, budget=budget)
    )
    thinned = compute(objective, runs, steps=97, **settings)
    dim = len(full[0].positions)
    stride = stride_for(97, 3, dim, budget)
    assert stride > 1
    size = sum(r.positions.nbytes + r.losses.nbytes + r.gradients.nbytes for r in thinned)
    assert size <= max(budget, 2 * 3 * 8 * (2 * dim + 1))
    for record, reference in zip(thinned, full, strict=True):
        steps = sorted({*range(0, 97, stride), 97})
        assert record.step_numbers.tolist() == steps
        np.testing.assert_array_equal(record.positions, reference.positions[:, steps])
        np.testing.assert_array_equal(record.losses, reference.losses[steps])
        np.testing.assert_array_equal(record.gradients, reference.gradients[:, steps])


def test_that_a_disabled_run_is_not_computed_and_the_others_keep_their_places(compute):
    enabled = [("momentum", SMALL), ("gradient-descent", SMALL)]
    runs = (
        Run("momentum", SMALL),
        Run("momentum", {"learning_rate": 0.2}, enabled=False),
        Run("gradient-descent", SMALL),
    )
    runner = Runner(Experiment(runs=runs, steps=10))
    records = runner.run().records
    assert [len(record) for record in records] == [11, 0, 11]
    kinds = [outcome.kind for outcome in runner.outcomes]
    assert kinds == ["descending", "disabled", "descending"]
    expected = compute("ill-conditioned", enabled, steps=10)
    assert_same_bits(records[0], expected[0])
    assert_same_bits(records[2], expected[1])


def test_that_an_experiment_with_all_runs_disabled_ends_at_once():
    runner = Runner(Experiment(runs=(Run(enabled=False),), steps=10_000_000))
    runner.advance(0.5)
    assert runner.history.computed == -1
    assert runner.steps_per_second == 0.0


# ------------------------------------------------------------------------------------ slices


def test_that_a_slice_takes_some_steps_and_returns():
    runner = Runner(Experiment(steps=1_000_000))
    assert (runner.step, runner.history.computed, runner.done) == (0, 0, False)
    runner.advance(0)
    assert 0 < runner.step < 1_000_000
    assert runner.history.computed == runner.step
    assert not runner.done


def test_that_an_experiment_is_cut_small_only_where_a_slice_ends(monkeypatch):
    monkeypatch.setattr(runner_module, "CHUNK_SECONDS", 0.0)
    monkeypatch.setattr(runner_module, "UNWATCHED_SECONDS", math.inf)
    runner = Runner(Experiment(steps=1000))
    take, taken = runner._take_steps, []
    monkeypatch.setattr(runner, "_take_steps", lambda most: taken.append(most) or take(most))
    runner.advance(0)
    runner.advance(0)
    runner.run()
    assert taken == [32, 16, 8, 16, 32, 64, 128, 256, 512]


def test_that_a_slice_lasts_about_as_long_as_asked(monkeypatch):
    """By a clock that goes on by 10 µs a step."""
    runner = Runner(Experiment(steps=10_000_000))
    clock = SimpleNamespace(perf_counter=lambda: runner.step * 1e-5)
    monkeypatch.setattr(runner_module, "time", clock)
    for asked in (0.02, 0.1):  # the first lets the chunk find its size
        before = runner.seconds
        runner.advance(asked)
        assert asked < runner.seconds - before < asked + 2 * runner_module.CHUNK_SECONDS


def test_that_what_was_read_between_slices_does_not_change():
    runner = Runner(Experiment(steps=400))
    runner.advance(0)
    record = runner.history.records[0]
    views = record.positions, record.losses, record.gradients
    copies = [view.copy() for view in views]
    runner.run()
    assert len(record) == 401
    for view, copied in zip(views, copies, strict=True):
        np.testing.assert_array_equal(view, copied)


def test_that_advancing_what_is_done_changes_nothing():
    runner = Runner(Experiment(steps=5))
    before = runner.run().records[0].positions.copy()
    runner.advance(1.0)
    assert runner.step == 5
    np.testing.assert_array_equal(runner.history.records[0].positions, before)


def test_that_speed_counts_the_steps_of_every_enabled_run():
    runner = Runner(Experiment(runs=(Run(), Run(), Run(enabled=False)), steps=50))
    runner.run()
    assert runner.steps_per_second == pytest.approx(2 * 50 / runner.seconds)


# ---------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize("device", ["cuda:99", "cuda:1000000"])
def test_that_a_gpu_which_is_not_there_is_refused(device):
    with pytest.raises(InputError, match=rf"^device: {device} is not available here"):
        Runner(Experiment(device=device))


def test_that_auto_is_the_cpu_for_a_few_runs():
    assert Runner(Experiment(device="auto")).device == "cpu"


def test_that_missing_data_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("MOMENTUM_LAB_DATA", str(tmp_path / "none"))
    with pytest.raises(InputError, match="is not a folder"):
        Runner(Experiment(ObjectiveChoice("airfoil")))


def test_that_a_step_of_torchs_that_takes_for_ever_can_be_stopped(monkeypatch):
    monkeypatch.setattr(runner_module, "PATIENCE_SECONDS", 0.0)
    values = {"learning_rate": 1e-9, "max_iter": 10**7, "tolerance_grad": 0, "tolerance_change": 0}
    run = Run("torch.optim.LBFGS", values)
    asked = iter(range(10**9))
    runner = Runner(
        Experiment(ObjectiveChoice("rosenbrock"), (run,)), stopped=lambda: next(asked) > 50
    )
    with pytest.raises(Cancelled):
        runner.run()
    assert next(asked) == 52
