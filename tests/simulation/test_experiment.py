from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from simulation.errors import InputError
from simulation.experiment import MAX_RUNS, Experiment, ObjectiveChoice, Run
from simulation.seeds import generator

AIRFOIL = ObjectiveChoice("airfoil")


def test_that_the_default_experiment_is_momentum_on_the_ill_conditioned_bowl():
    experiment = Experiment()
    assert experiment.objective.id == "ill-conditioned"
    assert experiment.start == (-5.0, -2.0)
    assert [run.optimizer for run in experiment.runs] == ["momentum"]


def test_that_hyperparameters_which_are_not_given_take_the_declared_defaults():
    run = Experiment(runs=(Run("torch.optim.SGD", {"learning_rate": 0.3}),)).runs[0]
    assert run.hyperparameters == {
        "learning_rate": 0.3,
        "momentum": 0.0,
        "dampening": 0.0,
        "weight_decay": 0.0,
        "nesterov": False,
        "maximize": False,
    }


def test_that_objective_parameters_which_are_not_given_take_the_declared_defaults():
    assert ObjectiveChoice("spectrum").parameters == {"dimension": 10}


def test_that_an_experiment_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Experiment().steps = 3


def test_that_replacing_one_run_leaves_the_others_and_the_original_alone():
    before = Experiment(runs=(Run("momentum"), Run("nesterov"), Run("gradient-descent")))
    after = before.with_run(1, Run("momentum-averaged"))
    names = [run.optimizer for run in after.runs]
    assert names == ["momentum", "momentum-averaged", "gradient-descent"]
    assert before.runs[1].optimizer == "nesterov"


@pytest.mark.parametrize(
    ("label", "optimizer", "changes", "kept"),
    [
        ("momentum 0.9", "momentum", {"momentum": 0.8}, False),
        ("rate 0.1000", "momentum", {"learning_rate": 0.2}, False),
        ("rate 0.1, β 0.9", "momentum", {"momentum": 0.8}, False),
        ("momentum 0.9", "momentum", {"learning_rate": 0.2}, True),
        ("run 9", "momentum", {"momentum": 0.8}, True),
        ("0.95 at best", "momentum", {"momentum": 0.8}, True),
        ("momentum, mine", "nesterov", {}, False),
        ("mine", "nesterov", {}, True),
        ("", "nesterov", {"momentum": 0.8}, True),
    ],
)
def test_that_a_label_goes_with_what_it_tells(label, optimizer, changes, kept):
    numbers = {"learning_rate": 0.1, "momentum": 0.9}
    before = Experiment(runs=(Run("momentum", numbers, label),))
    after = before.with_run(0, Run(optimizer, {**numbers, **changes}, label))
    assert after.runs[0].label == (label if kept else "")


def test_that_a_label_that_was_written_anew_stays():
    before = Experiment(runs=(Run("momentum", {"momentum": 0.9}, "momentum 0.9"),))
    after = before.with_run(0, Run("momentum", {"momentum": 0.8}, "was 0.9"))
    assert after.runs[0].label == "was 0.9"


def test_that_a_replaced_run_is_checked_too():
    with pytest.raises(InputError, match=r"^runs\.0\.momentum: "):
        Experiment().with_run(0, Run("momentum", {"momentum": 2.0}))


@pytest.mark.parametrize(
    ("build", "key"),
    [
        (lambda: ObjectiveChoice("bowel"), "objective.id"),
        (lambda: ObjectiveChoice("ellipse", (1.0,)), "objective.start"),
        (lambda: ObjectiveChoice("ellipse", (1.0, 2.0, 3.0)), "objective.start"),
        (lambda: ObjectiveChoice("ellipse", (1.0, float("nan"))), "objective.start"),
        (lambda: ObjectiveChoice("ellipse", None, {"Q": 1}), "objective.Q"),
        (lambda: ObjectiveChoice("spectrum", None, {"dimension": 0}), "objective.dimension"),
        (lambda: ObjectiveChoice("spectrum", (1.0,) * 10, {"dimension": 9}), "objective.start"),
        (lambda: Experiment(runs=()), "runs"),
        (lambda: Experiment(runs=(Run(),) * (MAX_RUNS + 1)), "runs"),
        (lambda: Experiment(runs=(Run(), Run("momentums"))), "runs.1.optimizer"),
        (lambda: Experiment(runs=(Run("momentum", {"beta": 1}),)), "runs.0.beta"),
        (lambda: Experiment(runs=(Run(label=3),)), "runs.0.label"),
        (lambda: Experiment(runs=(Run(colour="red"),)), "runs.0.colour"),
        (lambda: Experiment(runs=(Run(colour="#12345"),)), "runs.0.colour"),
        (lambda: Experiment(runs=(Run(colour="#123456\n"),)), "runs.0.colour"),
        (lambda: Experiment(runs=(Run(enabled=1),)), "runs.0.enabled"),
        (lambda: Experiment(title=1), "title"),
        (lambda: Experiment(steps=0), "steps"),
        (lambda: Experiment(steps=10_000_001), "steps"),
        (lambda: Experiment(steps=True), "steps"),
        (lambda: Experiment(seed=-1), "seed"),
        (lambda: Experiment(seed=2**32), "seed"),
        (lambda: Experiment(dtype="float16"), "dtype"),
        (lambda: Experiment(device="tpu"), "device"),
        (lambda: Experiment(device="cuda:x"), "device"),
        (lambda: Experiment(batch_size=10), "batch_size"),
        (lambda: Experiment(AIRFOIL, batch_size=0), "batch_size"),
        (lambda: Experiment(AIRFOIL, batch_size=1501), "batch_size"),
        (lambda: Experiment(AIRFOIL, batch_size=True), "batch_size"),
    ],
)
def test_that_a_refusal_names_the_key(build, key):
    with pytest.raises(InputError) as refusal:
        build()
    assert refusal.value.key == key
    assert str(refusal.value).startswith(f"{key}: ")


def test_that_the_largest_number_of_runs_is_allowed():
    assert len(Experiment(runs=(Run(),) * MAX_RUNS).runs) == MAX_RUNS


@pytest.mark.parametrize(
    ("objective", "batch_size", "steps"),
    [
        (ObjectiveChoice("ellipse"), None, None),
        (AIRFOIL, None, 1),
        (AIRFOIL, 10, 150),  # the textbook's
        (AIRFOIL, 7, 215),  # 214 whole batches and one of the 2 examples that are left
        (AIRFOIL, 1, 1500),
        (AIRFOIL, 1500, 1),
    ],
)
def test_that_an_epoch_has_as_many_steps_as_there_are_batches(objective, batch_size, steps):
    epochs = Experiment(objective, batch_size=batch_size).epochs
    assert (None if epochs is None else epochs.lengths(np.zeros(1))[0]) == steps


def test_that_a_random_start_is_drawn_from_the_seed():
    starts = [Experiment(AIRFOIL, seed=seed).start for seed in (0, 0, 1)]
    assert starts[0] == starts[1] != starts[2]


def test_that_the_airfoil_start_has_small_normal_weights_and_no_bias():
    objective = AIRFOIL.build()
    starts = [objective.start(generator(seed, "start")) for seed in range(400)]
    weights = [w for start in starts for w in start[:-1]]
    assert {start[-1] for start in starts} == {0.0}
    # 2,000 draws from N(0, 0.01²): mean and deviation lie within 5 of their standard errors.
    mean = sum(weights) / len(weights)
    deviation = (sum(w * w for w in weights) / len(weights)) ** 0.5
    assert abs(mean) < 5 * 0.01 / 2000**0.5
    assert abs(deviation - 0.01) < 5 * 0.01 / 4000**0.5


def test_that_a_run_without_a_label_is_titled_by_its_numbers():
    run = Experiment(runs=(Run("momentum", {"learning_rate": 0.6, "momentum": 0.25}),)).runs[0]
    assert run.title == "Momentum, η 0.6, β 0.25"


def test_that_a_label_is_the_title():
    assert Run(label="steep").title == "steep"
