"""Long runs as compiled programs: nothing but the time differs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from simulation.engine import compiled_stepper
from simulation.engine.compiled_stepper import CompiledStepper
from simulation.engine.replay.compiled import Compiled
from simulation.engine.replay.replays import TRIALS, Replays
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS
from simulation.schedules import Schedule

RULES = [name for name, optimizer in OPTIMIZERS.items() if isinstance(optimizer, Rule)]
HIMMELBLAU = ObjectiveChoice("himmelblau")
STEPS = 500


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Compile at once; the steps of each call of a program."""
    made: list[int] = []
    call = Compiled.__call__

    def counted(self, steps=1):
        made.append(steps)
        call(self, steps)

    monkeypatch.setattr(Compiled, "__call__", counted)
    monkeypatch.setattr(compiled_stepper, "WORTH_COMPILING", 0)
    monkeypatch.setattr(compiled_stepper, "PROGRAMS", Replays())
    return made


def as_written(experiment):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CompiledStepper, "_compiled", lambda *_: None)
        return Runner(experiment).run().records


def assert_same(records, others):
    for one, other in zip(records, others, strict=True):
        for name in ("positions", "losses", "gradients"):
            np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
        assert one.diverged_at == other.diverged_at


@pytest.mark.parametrize("name", RULES)
def test_that_the_numbers_are_those_of_the_rule(name, calls):
    runs = (Run(name), replace(Run(name), label="other"))
    experiment = Experiment(HIMMELBLAU, runs, steps=STEPS)
    assert_same(Runner(experiment).run().records, as_written(experiment))


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_that_most_steps_of_momentum_are_taken_by_the_program(dtype, calls):
    experiment = Experiment(HIMMELBLAU, (Run("momentum"),), steps=STEPS, dtype=dtype)
    assert_same(Runner(experiment).run().records, as_written(experiment))
    assert sum(calls) > STEPS / 2


def test_that_what_diverges_does_so_at_the_same_step(calls):
    run = Run("momentum", {"learning_rate": 0.6, "momentum": 0.9})
    experiment = Experiment(HIMMELBLAU, (run,), steps=STEPS)
    records = Runner(experiment).run().records
    assert records[0].diverged_at is not None
    assert_same(records, as_written(experiment))


def test_that_slices_and_going_on_change_nothing(calls):
    experiment = Experiment(runs=(Run("nesterov"), Run("momentum")), steps=STEPS)
    longer = replace(experiment, steps=3 * STEPS)
    runner = Runner(experiment)
    while not runner.done:
        runner.advance(0)
    gone_on = Runner(longer, runner.pasts())
    assert_same(gone_on.run().records, as_written(longer))
    assert calls


def test_that_a_slider_does_not_compile_anew(calls, monkeypatch):
    Runner(Experiment(runs=(Run("momentum"),), steps=STEPS)).run()
    monkeypatch.setattr("simulation.engine.replay.replays.Program", None)
    moved = Run("momentum", {"learning_rate": 0.3, "momentum": 0.7})
    experiment = Experiment(runs=(moved,), steps=STEPS)
    assert_same(Runner(experiment).run().records, as_written(experiment))


def test_that_another_objective_has_another_program(calls):
    for formula in ("x^2 + y^2", "x^2 + 3*y^2"):
        choice = ObjectiveChoice("formula", None, {"formula": formula})
        experiment = Experiment(choice, (Run("momentum"),), steps=STEPS)
        assert_same(Runner(experiment).run().records, as_written(experiment))


@pytest.mark.parametrize(
    "experiment",
    [
        Experiment(runs=(Run("momentum"),), steps=STEPS, noise=Noise("gaussian", 0.1)),
        Experiment(
            runs=(Run(schedules={"learning_rate": Schedule("exponential", {"factor": 0.9})}),),
            steps=STEPS,
        ),
        Experiment(runs=(Run("adam"),), steps=STEPS),
        Experiment(ObjectiveChoice("rastrigin"), (Run("momentum"),), steps=STEPS),
    ],
    ids=["noise", "schedule", "roots", "sines"],
)
def test_that_what_differs_from_step_to_step_or_needs_torch_is_not_compiled(experiment, calls):
    assert_same(Runner(experiment).run().records, as_written(experiment))
    # The checks of a program that turned out to need torch in every step.
    assert sum(calls) <= 1 + TRIALS


def test_that_a_short_run_is_not_compiled(monkeypatch):
    monkeypatch.setattr(compiled_stepper, "PROGRAMS", Replays())
    monkeypatch.setattr(compiled_stepper, "WORTH_COMPILING", float("inf"))
    monkeypatch.setattr(Compiled, "__init__", lambda *_: pytest.fail("was compiled"))
    Runner(Experiment(runs=(Run("momentum"),), steps=40)).run()


@pytest.mark.parametrize("batch_size", [7, 64])
def test_that_most_steps_with_minibatches_are_taken_by_the_program(batch_size, calls):
    airfoil = ObjectiveChoice("airfoil")
    experiment = Experiment(
        airfoil, (Run("momentum"), Run("nesterov")), steps=STEPS, batch_size=batch_size
    )
    assert_same(Runner(experiment).run().records, as_written(experiment))
    assert sum(calls) > STEPS
