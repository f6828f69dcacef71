"""A run that goes on where it was left equals one that was never interrupted, bit for bit."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest

from simulation.engine import past as past_module
from simulation.engine import runner as runner_module
from simulation.engine.past import usable_pasts
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS

MIXED = (
    Run("momentum", {"learning_rate": 0.01}),
    Run("momentum", {"learning_rate": 0.02}),
    Run("adam", {"learning_rate": 0.05, "amsgrad": True}),
    Run("torch.optim.SGD", {"learning_rate": 0.01, "momentum": 0.9}),
    Run("nesterov", {"learning_rate": 0.01}),
    Run("momentum", {"learning_rate": 0.005, "momentum": 0.9}),
)
DATA = {"objective": ObjectiveChoice("airfoil"), "batch_size": 16}
EXPERIMENTS = {
    "valley": Experiment(ObjectiveChoice("rosenbrock"), runs=MIXED, steps=700),
    "noise": Experiment(runs=MIXED, steps=700, noise=Noise(sigma=0.3, shared=False)),
    "data": Experiment(runs=MIXED, steps=700, **DATA),
    "replacement": Experiment(runs=MIXED, steps=700, sampling="replacement", **DATA),
}
every_experiment = pytest.mark.parametrize("experiment", EXPERIMENTS.values(), ids=EXPERIMENTS)


def goes_on(runner, experiment):
    """The runner that computes ``experiment`` with what another has done."""
    return Runner(experiment, usable_pasts(runner.experiment, runner.pasts(), experiment))


def assert_same_bits(one, other):
    for left, right in zip(one.records, other.records, strict=True):
        assert left.diverged_at == right.diverged_at
        np.testing.assert_array_equal(left.step_numbers, right.step_numbers)
        np.testing.assert_array_equal(left.positions, right.positions)
        np.testing.assert_array_equal(left.losses, right.losses)
        np.testing.assert_array_equal(left.gradients, right.gradients)


def stopped(experiment, after):
    runner = Runner(experiment)
    while runner.step < after:
        runner.advance(0.0)
    return runner


@every_experiment
@pytest.mark.parametrize("after", [0, 1, 333])
def test_that_a_resumed_run_equals_an_uninterrupted_one(experiment, after):
    first = stopped(experiment, after)
    pasts = pickle.loads(pickle.dumps(first.pasts()))
    whole = first.run()  # going on does not change what was saved
    assert_same_bits(Runner(experiment, pasts).run(), whole)


@every_experiment
@pytest.mark.parametrize("after", [64, 700])
def test_that_an_edit_of_one_run_leaves_the_others_to_the_bit(experiment, after):
    edited = experiment.with_run(1, Run("momentum", {"learning_rate": 0.011}))
    runner = goes_on(stopped(experiment, after), edited)
    assert_same_bits(runner.run(), Runner(edited).run())


def test_that_only_the_edited_run_is_computed_and_the_other_records_stay():
    experiment = EXPERIMENTS["valley"]
    first = Runner(experiment)
    before = first.run().records
    runner = goes_on(first, experiment.with_run(2, Run("adam", {"learning_rate": 0.01})))
    after = runner.history.records
    kept = [one is other for one, other in zip(after, before, strict=True)]
    assert kept == [True, True, False, True, True, True]
    assert (runner.history.computed, runner.history.farthest) == (0, 700)
    runner.run()
    assert runner.steps_per_second * runner.seconds == pytest.approx(700)  # one run's steps


def test_that_labels_colours_and_the_title_leave_nothing_to_compute():
    experiment = EXPERIMENTS["valley"]
    first = Runner(experiment)
    history = first.run()
    named = tuple(replace(run, label="A", colour="#123456") for run in MIXED)
    second = goes_on(first, replace(experiment, runs=named, title="Another"))
    assert second.done
    assert second.history == history
    assert second.steps_per_second == 0.0


@every_experiment
@pytest.mark.parametrize("steps", [1, 250, 699, 1500])
def test_that_other_steps_cut_or_continue_what_is_there(experiment, steps):
    first = Runner(experiment)
    first.run()
    other = replace(experiment, steps=steps)
    second = goes_on(first, other)
    assert second.step == min(steps, 700)
    assert_same_bits(second.run(), Runner(other).run())


def test_that_more_steps_after_an_edit_continue_every_run():
    experiment = EXPERIMENTS["valley"]
    first = Runner(experiment)
    first.run()
    edited = experiment.with_run(0, Run("momentum", {"learning_rate": 0.012}))
    second = goes_on(first, edited)
    second.run()
    longer = replace(edited, steps=900)
    third = goes_on(second, longer)
    assert third.step == 700
    assert_same_bits(third.run(), Runner(longer).run())


def test_that_what_was_cut_off_is_computed_again():
    experiment = replace(EXPERIMENTS["valley"], runs=MIXED[:1])
    first = Runner(experiment)
    first.run()
    short = goes_on(first, replace(experiment, steps=10))
    again = goes_on(short, experiment)
    assert again.step == 0
    assert_same_bits(again.run(), first.history)


def test_that_a_divergence_beyond_the_last_step_is_not_told():
    wild = Experiment(runs=(Run("gradient-descent", {"learning_rate": 10.0}),), steps=400)
    first = Runner(wild)
    lost_at = first.run().records[0].diverged_at
    assert 50 < lost_at < 400
    (record,) = goes_on(first, replace(wild, steps=50)).history.records
    assert record.diverged_at is None
    (record,) = goes_on(first, replace(wild, steps=lost_at)).history.records
    assert record.diverged_at == lost_at


@pytest.mark.parametrize("optimizer", [*OPTIMIZERS, "torch.optim.RMSprop"])
def test_that_lanes_of_every_optimizer_can_be_taken_apart(optimizer):
    rates = (0.01, 0.02, 0.03)
    runs = tuple(Run(optimizer, {"learning_rate": rate}) for rate in rates)
    experiment = Experiment(ObjectiveChoice("rosenbrock"), runs=runs, steps=300)
    first = stopped(experiment, 32)
    edited = replace(experiment, runs=(runs[2], Run(optimizer, {"learning_rate": 0.04}), runs[0]))
    second = goes_on(first, edited)
    taken = second.pasts()
    drawn = not isinstance(runs[0].declaration, Rule)  # torch's own may draw by their place
    expected = 0 if drawn else first.step
    assert [taken[place].step for place in range(3)] == [expected, 0, expected]
    assert_same_bits(second.run(), Runner(edited).run())


def test_that_runs_are_found_again_at_other_places_unless_these_tell_draws_apart():
    for noise, found in [(None, {0}), (Noise(), {0}), (Noise(shared=False), set())]:
        experiment = Experiment(runs=MIXED[:2], steps=20, noise=noise)
        first = Runner(experiment)
        first.run()
        fewer = replace(experiment, runs=MIXED[1:2])
        assert set(usable_pasts(experiment, first.pasts(), fewer)) == found
        assert_same_bits(goes_on(first, fewer).run(), Runner(fewer).run())


@pytest.mark.parametrize(
    "changes",
    [
        {"objective": ObjectiveChoice("ill-conditioned", (-4.0, -2.0))},
        {"seed": 1},
        {"noise": Noise()},
        {"dtype": "float32"},
        {"device": "cpu"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_that_what_all_numbers_depend_on_computes_all_anew(changes):
    experiment = Experiment(runs=MIXED, steps=5)
    first = Runner(experiment)
    first.run()
    assert usable_pasts(experiment, first.pasts(), replace(experiment, **changes)) == {}


def test_that_a_disabled_run_is_computed_when_it_is_enabled():
    experiment = Experiment(runs=(MIXED[0], replace(MIXED[1], enabled=False)), steps=5)
    first = Runner(experiment)
    first.run()
    both = replace(experiment, runs=MIXED[:2])
    assert set(usable_pasts(experiment, first.pasts(), both)) == {0}
    assert set(usable_pasts(both, goes_on(first, both).pasts(), experiment)) == {0}


def test_that_thinned_records_are_kept_only_with_the_same_stride_and_steps(monkeypatch):
    def every_third(steps, runs, dim):
        return 3

    for module in (past_module, runner_module):
        monkeypatch.setattr(module, "stride_for", every_third)
    experiment = Experiment(runs=MIXED[:2], steps=100)
    first = stopped(experiment, 32)
    edited = replace(experiment, runs=(MIXED[0], MIXED[4]))
    assert_same_bits(goes_on(first, edited).run(), Runner(edited).run())
    first.run()
    assert_same_bits(goes_on(first, edited).run(), Runner(edited).run())
    assert usable_pasts(experiment, first.pasts(), replace(experiment, steps=200)) == {}
