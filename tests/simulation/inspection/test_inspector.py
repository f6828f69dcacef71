from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest

from simulation.engine.interruption import Cancelled
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.inspection.inspector import Inspector, inspect
from simulation.inspection.records import EXACT_DIGITS
from simulation.noise import Noise
from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS
from simulation.schedules import Schedule
from tests.simulation.inspection.arithmetic import computed

RULES = [(id_, {}) for id_, optimizer in OPTIMIZERS.items() if isinstance(optimizer, Rule)]
VARIANTS = [
    ("sgd", {"momentum": 0.9, "dampening": 0.3, "weight_decay": 0.1}),
    ("sgd", {"momentum": 0.9, "weight_decay": 0.1, "nesterov": True, "maximize": True}),
    ("rmsprop", {"momentum": 0.5, "centered": True, "weight_decay": 0.2}),
    ("adam", {"amsgrad": True, "weight_decay": 0.1, "decoupled_weight_decay": True}),
    ("adagrad", {"learning_rate_decay": 0.1, "initial_accumulator_value": 0.3}),
    ("asgd", {"decay": 0.1, "averaging_start": 3.0}),
    ("rprop", {"learning_rate": 3.0}),
    ("nadam", {"maximize": True}),
    ("adafactor", {"weight_decay": 0.1, "learning_rate": 1.0}),
]
PLACES = {"four-x-squared": (0.6,), "booth": (-1.2, 1.0)}
BALL = ("momentum", {"learning_rate": 0.4, "momentum": 0.5})


def bowl(*runs, steps=20, **settings):
    runs = tuple(Run(name, values) for name, values in runs)
    return Experiment(ObjectiveChoice("ill-conditioned"), runs, steps=steps, **settings)


def values_of(inspection):
    return {each.name: each.values for each in inspection.results}


def lines_of(inspection, coordinate=0, digits=6):
    return inspection.text(coordinate, digits).splitlines()


def assert_is_recorded(experiment, run, step):
    """The position is the engine's, bit for bit, in company and alone."""
    record = Runner(experiment).run().records[run]
    x = inspect(experiment, run, step).results[-1]
    np.testing.assert_array_equal(x.values, record.positions[:, step])
    return x


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(("objective", "start"), PLACES.items())
@pytest.mark.parametrize(("optimizer", "values"), RULES + VARIANTS)
def test_that_positions_are_those_of_the_engine(optimizer, values, objective, start, dtype):
    runs = (Run(*BALL), Run(optimizer, values), Run(optimizer, values | {"learning_rate": 0.02}))
    experiment = Experiment(ObjectiveChoice(objective, start), runs, steps=14, dtype=dtype)
    for step in (1, 2, 9):
        assert assert_is_recorded(experiment, 1, step).name.startswith("x")


@pytest.mark.parametrize(("objective", "start"), PLACES.items())
@pytest.mark.parametrize(("optimizer", "values"), RULES + VARIANTS)
def test_that_the_numbers_on_a_line_give_its_result(optimizer, values, objective, start):
    experiment = Experiment(ObjectiveChoice(objective, start), (Run(optimizer, values),), steps=14)
    for step in (1, 7, 8):
        inspection = inspect(experiment, 0, step)
        for coordinate in range(len(start)):
            for line in inspection.assignments(coordinate, EXACT_DIGITS):
                assert computed(line.result) == line.value
                if line.numbers:
                    assert computed(line.numbers) == pytest.approx(line.value, rel=1e-9), line.text


@pytest.mark.parametrize(("optimizer", "values"), RULES + VARIANTS)
def test_that_every_name_is_defined_once_and_before_it_is_used(optimizer, values):
    experiment = bowl((optimizer, values))
    inspection = inspect(experiment, 0, 8)
    lines = inspection.assignments(0)
    names = [line.name for line in lines]
    assert len(set(names)) == len(names)
    for place, line in enumerate(lines):
        for later in names[place + 1 :]:
            assert later not in line.formula, line.text
    assert all(each.name in names for each in inspection.results)


def test_that_momentum_reads_as_in_the_texts():
    assert lines_of(inspect(bowl(BALL), 0, 3), coordinate=1) == [
        "g₃ = ∇L(x₂) = 3.52",
        "v₃ = β·v₂ + g₃ = 0.5·0.8 + 3.52 = 3.92",
        "x₃ = x₂ − η·v₃ = 0.88 − 0.4·3.92 = −0.688",
    ]


def test_that_negative_numbers_are_bracketed_but_at_the_front():
    assert lines_of(inspect(bowl(BALL), 0, 2), coordinate=1) == [
        "g₂ = ∇L(x₁) = 4.8",
        "v₂ = β·v₁ + g₂ = 0.5·(−8) + 4.8 = 0.8",
        "x₂ = x₁ − η·v₂ = 1.2 − 0.4·0.8 = 0.88",
    ]
    assert lines_of(inspect(bowl(("gradient-descent", {"learning_rate": 0.4})), 0, 1))[-1] == (
        "x₁ = x₀ − η·g₁ = −5 − 0.4·(−1) = −4.6"
    )


def test_that_adam_has_its_bias_corrections_on_lines_of_their_own():
    formulas = {a.name: a.formula for a in inspect(bowl(("adam", {})), 0, 7).assignments(0)}
    assert formulas == {
        "g₇": "∇L(x₆)",
        "t₇": "t₆ + 1",
        "m₇": "β1·m₆ + (1 − β1)·g₇",
        "s₇": "β2·s₆ + (1 − β2)·g₇²",
        "m̂₇": "m₇ / (1 − β1^t₇)",
        "ŝ₇": "s₇ / (1 − β2^t₇)",
        "x₇": "x₆ − η·m̂₇ / (√ŝ₇ + ε)",
    }


def test_that_the_look_ahead_is_where_the_gradient_is_taken():
    lines = lines_of(inspect(bowl(("nesterov", BALL[1])), 0, 2), coordinate=1)
    assert lines[0] == "y₂ = x₁ − β·v₁ = 1.2 − 0.5·(−3.2) = 2.8"
    assert lines[1] == "g₂ = ∇L(y₂) = 11.2"


def test_that_options_appear_once_they_are_on():
    def formula(**options):
        lines = inspect(bowl(("sgd", {"learning_rate": 0.4, **options})), 0, 3).assignments(0)
        return {line.name: line.formula for line in lines}

    assert formula() == {"g₃": "∇L(x₂)", "t₃": "t₂ + 1", "v₃": "g₃", "x₃": "x₂ − η·g₃"}
    assert formula(weight_decay=0.1)["v₃"] == "g₃ + λ·x₂"
    assert formula(weight_decay=0.1, nesterov=True, momentum=0.9)["g′₃"] == "g₃ + λ·x₂"
    assert formula(momentum=0.9)["v₃"] == "β·v₂ + g₃"
    assert formula(momentum=0.9, dampening=0.5)["v₃"] == "β·v₂ + (1 − τ)·g₃"


def test_that_a_branch_says_why_it_is_taken():
    experiment = bowl(("sgd", {"momentum": 0.5, "dampening": 0.5}))
    first, second = (inspect(experiment, 0, step).assignments(0)[2] for step in (1, 2))
    assert (first.formula, first.reasons) == ("g₁", ("t₀ = 0: 0 = 0",))
    assert second.formula == "β·v₁ + (1 − τ)·g₂"
    assert second.reasons == ("β ≠ 0 and t₁ ≠ 0: 0.5 ≠ 0 and 1 ≠ 0",)


def test_that_coordinates_may_take_different_branches():
    start = (-5.0, -2.0)
    experiment = Experiment(
        ObjectiveChoice("ill-conditioned", start), (Run("rprop", {"learning_rate": 3.0}),), steps=5
    )
    inspection = inspect(experiment, 0, 2)  # the steep coordinate has crossed its valley
    steps = [next(line for line in inspection.assignments(i) if line.name == "Δ₂") for i in (0, 1)]
    assert [line.formula for line in steps] == [
        "min(max(η⁺·Δ₁, Δmin), Δmax)",
        "min(max(η⁻·Δ₁, Δmin), Δmax)",
    ]


def test_that_the_start_shows_what_the_optimizer_begins_with():
    assert lines_of(inspect(bowl(BALL), 0, 0), coordinate=1) == ["v₀ = 0", "x₀ = −2"]


def test_that_noise_and_its_place_among_the_runs_are_kept():
    noise = Noise("gaussian", 0.3, shared=False)
    experiment = bowl(BALL, BALL, ("adam", {}), noise=noise, seed=3)
    for run in range(3):
        assert_is_recorded(experiment, run, 11)
    assert lines_of(inspect(experiment, 1, 4))[0].startswith("g₄ = ∇L(x₃) + noise = ")


def test_that_minibatches_are_those_of_the_engine():
    run = Run("momentum", {"learning_rate": 0.02, "momentum": 0.5})
    experiment = Experiment(
        ObjectiveChoice("airfoil"), (Run(), run), steps=200, batch_size=10, seed=1
    )
    for step in (1, 149, 151, 200):
        assert_is_recorded(experiment, 1, step)


def test_that_a_schedule_shows_the_value_in_force():
    schedule = Schedule("exponential", {"factor": 0.5})
    experiment = bowl(BALL)
    run = replace(experiment.runs[0], schedules={"learning_rate": schedule})
    experiment = experiment.with_run(0, run)
    assert_is_recorded(experiment, 0, 9)
    assert "0.1·" in lines_of(inspect(experiment, 0, 3))[-1]


def test_that_classes_of_torch_show_what_goes_in_and_comes_out():
    experiment = bowl(BALL, ("torch.optim.SGD", BALL[1]))
    record = Runner(experiment).run().records[1]
    inspector = Inspector()
    for step in (7, 2, 20, 1):
        values = list(values_of(inspector.inspect(experiment, 1, step)).values())
        before, gradient, after, moved = values
        np.testing.assert_array_equal(before, record.positions[:, step - 1])
        np.testing.assert_array_equal(gradient, record.gradients[:, step - 1])
        np.testing.assert_array_equal(after, record.positions[:, step])
        np.testing.assert_array_equal(moved, after - before)
    assert lines_of(inspect(experiment, 1, 2), coordinate=1)[-1] == (
        "Δx₂ = x₂ − x₁ = 0.88 − 1.2 = −0.32"
    )


def test_that_going_back_and_forth_gives_the_same_numbers():
    experiment = bowl(BALL, ("adam", {}), steps=30_000)
    record = Runner(experiment).run().records[1]
    inspector = Inspector()
    for step in (20_001, 20_000, 20_002, 65, 64, 63, 1, 30_000):
        x = inspector.inspect(experiment, 1, step).results[-1].values
        np.testing.assert_array_equal(x, record.positions[:, step])


def test_that_an_edited_run_is_replayed_anew_and_a_renamed_one_is_not():
    inspector = Inspector()
    experiment = bowl(BALL, ("adam", {}), steps=500)
    inspector.inspect(experiment, 0, 400)
    renamed = experiment.with_run(0, replace(experiment.runs[0], label="ball"))
    longer = replace(renamed, steps=600)
    assert inspector.inspect(longer, 0, 401, seconds=0.0) is not None
    other = bowl(("momentum", {"learning_rate": 0.1, "momentum": 0.5}), steps=500)
    assert values_of(inspector.inspect(other, 0, 3)) != {}
    x = inspector.inspect(other, 0, 3).results[-1].values
    np.testing.assert_array_equal(x, Runner(other).run().records[0].positions[:, 3])


def test_that_a_long_replay_is_done_in_slices():
    experiment = bowl(BALL, steps=2000)
    inspector = Inspector()
    slices = 0
    while (found := inspector.inspect(experiment, 0, 1500, seconds=0.0)) is None:
        slices += 1
    assert slices > 3
    x = found.results[-1].values
    np.testing.assert_array_equal(x, Runner(experiment).run().records[0].positions[:, 1500])


def test_that_a_diverged_step_is_shown_as_it_is():
    experiment = bowl(("gradient-descent", {"learning_rate": 1e6}), steps=200)
    last = inspect(experiment, 0, 200).assignments(1)[-1]
    assert np.isnan(last.value)
    assert last.result == "nan"


@pytest.mark.parametrize(("run", "step"), [(1, 1), (-1, 1), (0, 21), (0, -1)])
def test_that_there_is_nothing_beyond_the_runs_and_their_steps(run, step):
    with pytest.raises(IndexError):
        inspect(bowl(BALL), run, step)


def test_that_an_inspection_holds_no_tensors():
    inspection = inspect(bowl(("radam", {})), 0, 8)
    pickled = pickle.dumps(inspection)
    assert b"torch" not in pickled
    assert pickle.loads(pickled).text(0) == inspection.text(0)


def test_that_a_step_of_torchs_that_takes_for_ever_can_be_stopped(monkeypatch):
    monkeypatch.setattr("simulation.engine.runner.PATIENCE_SECONDS", 0.0)
    values = {"learning_rate": 1e-9, "max_iter": 10**7, "tolerance_grad": 0, "tolerance_change": 0}
    endless = Experiment(ObjectiveChoice("rosenbrock"), (Run("torch.optim.LBFGS", values),))
    inspector = Inspector()
    for step in (1, 3):  # the step itself, and one before it
        with pytest.raises(Cancelled):
            inspector.inspect(endless, 0, step, stopped=lambda: True)
    quick = replace(endless, runs=(Run("torch.optim.LBFGS"),))
    again = inspector.inspect(quick, 0, 3)
    assert [each.values.tolist() for each in again.results] == [
        each.values.tolist() for each in inspect(quick, 0, 3).results
    ]
