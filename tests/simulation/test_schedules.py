"""Schedules equal torch's, stay within their range, and survive being written down."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.optim import lr_scheduler

from simulation.engine.runner import Runner
from simulation.engine.sampling import Minibatches
from simulation.epochs import Epochs
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.export.tables import trajectory_tables
from simulation.files import dumps, from_document, parse, set_key, to_document
from simulation.objectives.catalog import build_objective
from simulation.presets import find_preset
from simulation.schedule_kinds import KINDS
from simulation.schedules import Schedule, extreme_steps

STEPS = 200
BASE = 0.3


def schedule(kind, *parts, **parameters):
    return Schedule(kind, parameters, parts).checked("schedule")


def factors(*args, count=STEPS, **parameters):
    return schedule(*args, **parameters).factors(np.arange(count))


def with_from(value, **parameters):
    return schedule("warm-up", **parameters, **{"from": value})


# -------------------------------------------------------------------- equal to torch's


def torch_factors(make, base=BASE):
    """Learning rates that a scheduler of torch's sets for each step, over ``base``."""
    x = torch.zeros(1, requires_grad=True)
    x.grad = torch.zeros(1)
    optimizer = torch.optim.SGD([x], lr=base)
    scheduler = make(optimizer)
    rates = []
    for _ in range(STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return np.array(rates) / base


def one_cycle(optimizer, **options):
    return lr_scheduler.OneCycleLR(optimizer, BASE, STEPS, cycle_momentum=False, **options)


S = lr_scheduler
EQUAL = {
    "constant": (schedule("constant", factor=0.25, steps=7), lambda o: S.ConstantLR(o, 0.25, 7)),
    "step": (schedule("step", every=30, factor=0.1), lambda o: S.StepLR(o, 30, 0.1)),
    "step, every": (schedule("step", every=1, factor=0.9), lambda o: S.StepLR(o, 1, 0.9)),
    "step, growing": (schedule("step", every=7, factor=1.5), lambda o: S.StepLR(o, 7, 1.5)),
    "multi-step": (
        schedule("multi-step", at=[3, 50, 50, 120], factor=0.3),
        lambda o: S.MultiStepLR(o, [3, 50, 50, 120], 0.3),
    ),
    "exponential": (schedule("exponential", factor=0.97), lambda o: S.ExponentialLR(o, 0.97)),
    "polynomial": (schedule("polynomial", steps=60), lambda o: S.PolynomialLR(o, 60, 1.0)),
    "polynomial, cubic": (
        schedule("polynomial", steps=60, power=3.0),
        lambda o: S.PolynomialLR(o, 60, 3.0),
    ),
    "inverse-time": (
        schedule("inverse-time", rate=0.2, power=0.5),
        lambda o: S.LambdaLR(o, lambda t: (1 + 0.2 * t) ** -0.5),
    ),
    "cosine": (schedule("cosine", steps=STEPS), lambda o: S.CosineAnnealingLR(o, STEPS)),
    "cosine, rising again": (
        schedule("cosine", steps=33, floor=0.1),
        lambda o: S.CosineAnnealingLR(o, 33, 0.1 * BASE),
    ),
    "cosine-restarts": (
        schedule("cosine-restarts", period=17, floor=0.05),
        lambda o: S.CosineAnnealingWarmRestarts(o, 17, 1, 0.05 * BASE),
    ),
    "cosine-restarts, growing": (
        schedule("cosine-restarts", period=3, growth=3),
        lambda o: S.CosineAnnealingWarmRestarts(o, 3, 3),
    ),
    "warm-up": (with_from(0.2, steps=9), lambda o: S.LinearLR(o, 0.2, 1.0, 9)),
    "one-cycle": (schedule("one-cycle", steps=STEPS), one_cycle),
    "one-cycle, linear": (
        schedule(
            "one-cycle", steps=STEPS, rise=0.43, start_divisor=7, final_divisor=50, shape="linear"
        ),
        lambda o: one_cycle(
            o, pct_start=0.43, div_factor=7, final_div_factor=50, anneal_strategy="linear"
        ),
    ),
    "one-cycle, falling only": (
        schedule("one-cycle", steps=STEPS, rise=0.0),
        lambda o: one_cycle(o, pct_start=0.0),
    ),
    "sequence": (
        schedule(
            "sequence",
            with_from(0.1, steps=10),
            Schedule("exponential", {"factor": 0.9}),
            Schedule("step", {"every": 20, "factor": 0.5}),
            at=[10, 60],
        ),
        lambda o: S.SequentialLR(
            o,
            [S.LinearLR(o, 0.1, 1.0, 10), S.ExponentialLR(o, 0.9), S.StepLR(o, 20, 0.5)],
            [10, 60],
        ),
    ),
    "product": (
        schedule(
            "product",
            Schedule("constant", {"factor": 0.1, "steps": 20}),
            Schedule("exponential", {"factor": 0.9}),
        ),
        lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.1, 20), S.ExponentialLR(o, 0.9)]),
    ),
}


@pytest.mark.filterwarnings("ignore:The epoch parameter in `scheduler.step\\(\\)`:UserWarning")
@pytest.mark.parametrize("name", EQUAL)
def test_that_factors_are_those_of_torchs_scheduler(name):
    ours, make = EQUAL[name]
    # Torch accumulates; near 0 its rounding is relative to what it accumulated from.
    np.testing.assert_allclose(
        ours.factors(np.arange(STEPS)), torch_factors(make), rtol=1e-12, atol=1e-16
    )


def test_that_every_kind_is_compared_with_torch():
    assert {name.split(",")[0] for name in EQUAL} == set(KINDS) - {"rescale"}


def test_that_one_cycle_can_dip_as_torchs_momentum_does():
    """Momentum 0.95 → 0.85 → 0.95 is one cycle around 0.85 with divisors 0.85/0.95 and 1."""
    x = torch.zeros(1, requires_grad=True)
    x.grad = torch.zeros(1)
    optimizer = torch.optim.SGD([x], lr=BASE, momentum=0.9)
    scheduler = lr_scheduler.OneCycleLR(optimizer, BASE, STEPS)
    expected = []
    for _ in range(STEPS - 1):
        expected.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        scheduler.step()
    dip = factors("one-cycle", steps=STEPS, start_divisor=0.85 / 0.95, final_divisor=1.0)
    np.testing.assert_allclose(0.85 * dip[:-1], expected, rtol=1e-12)


# ------------------------------------------------------------------------ closed forms


@pytest.mark.parametrize("name", EQUAL)
def test_that_any_step_can_be_had_without_the_others(name):
    ours, _ = EQUAL[name]
    every = ours.factors(np.arange(STEPS))
    alone = [ours.factors(np.array([step]))[0] for step in range(STEPS)]
    np.testing.assert_array_equal(every, alone)


@pytest.mark.parametrize("name", EQUAL)
def test_that_extreme_steps_are_where_the_factor_is_smallest_and_largest(name):
    ours, _ = EQUAL[name]
    low, high = extreme_steps(ours, STEPS)
    every = ours.factors(np.arange(STEPS))
    assert (every[low], every[high]) == (every.min(), every.max())


@given(st.integers(1, 20), st.integers(1, 5))
def test_that_each_period_starts_at_the_top_and_only_there(period, growth):
    restarts = np.flatnonzero(factors("cosine-restarts", period=period, growth=growth) == 1.0)
    lengths = np.diff(restarts)
    np.testing.assert_array_equal(lengths, [period * growth**i for i in range(len(lengths))])


@given(st.floats(0, 1), st.integers(1, 50))
def test_that_a_warm_up_ends_at_exactly_the_value_itself(start, steps):
    warm = with_from(start, steps=steps).factors(np.arange(60))
    assert warm[0] == pytest.approx(start)
    assert (warm[steps:] == 1.0).all()
    assert (np.diff(warm) >= 0).all()
    assert warm.max() == 1.0


def test_that_polynomial_and_one_cycle_stay_where_they_ended():
    assert (factors("polynomial", steps=10, power=2)[10:] == 0).all()
    ended = factors("one-cycle", steps=10, start_divisor=5, final_divisor=20)[9:]
    np.testing.assert_allclose(ended, 1 / 100)


@pytest.mark.parametrize("steps", [1, 2, 3])
@pytest.mark.parametrize("rise", [0.0, 1 / 3, 0.5, 1.0])
@pytest.mark.parametrize("shape", ["cosine", "linear"])
def test_that_the_shortest_cycles_are_finite(steps, rise, shape):
    short = factors("one-cycle", steps=steps, rise=rise, shape=shape)
    assert ((short > 0) & (short <= 1)).all()


def test_that_a_sequence_restarts_the_steps_of_each_part():
    parts = [Schedule("exponential", {"factor": 0.5})] * 3
    found = factors("sequence", *parts, at=[2, 5], count=8)
    np.testing.assert_array_equal(found, [1, 0.5, 1, 0.5, 0.25, 1, 0.5, 0.25])


def test_that_what_grows_beyond_all_floats_is_infinite_without_a_warning():
    assert factors("exponential", factor=10.0, count=400)[-1] == np.inf


# ------------------------------------------------------------------- runs and coupling


def drop(factor=0.1, at=(1,)):
    return Schedule("multi-step", {"at": at, "factor": factor})


def one_run(run, steps=STEPS, **settings):
    return Experiment(runs=(run,), steps=steps, **settings).runs[0]


def test_that_momentum_rises_to_the_reference_when_the_learning_rate_drops_tenfold():
    schedules = {"learning_rate": drop(), "momentum": Schedule("rescale")}
    run = one_run(Run("momentum", {"momentum": 0.9}, schedules=schedules))
    before, after = run.values("momentum", np.arange(2))
    assert before == 0.9
    assert after == pytest.approx(0.968377, abs=5e-7)


def test_that_rescaled_momentum_keeps_the_friction():
    """1 − β stays proportional to the time step √η, whatever the learning rate does."""
    schedules = {"learning_rate": Schedule("cosine", {"floor": 0.01}), "momentum": "rescale"}
    schedules["momentum"] = Schedule("rescale")
    run = one_run(Run("momentum", {"momentum": 0.8, "learning_rate": 0.3}, schedules=schedules))
    steps = np.arange(STEPS)
    time_step = np.sqrt(run.values("learning_rate", steps))
    friction = (1 - run.values("momentum", steps)) / time_step
    np.testing.assert_allclose(friction, 0.2 / np.sqrt(0.3), rtol=1e-12)


def test_that_rescale_without_a_schedule_to_follow_changes_nothing():
    run = one_run(Run("momentum", {"momentum": 0.7}, schedules={"momentum": Schedule("rescale")}))
    assert (run.values("momentum", np.arange(5)) == 0.7).all()


def test_that_a_value_without_a_schedule_is_the_same_at_every_step():
    run = one_run(Run("momentum", {"learning_rate": 0.3}))
    assert (run.values("learning_rate", np.arange(5)) == 0.3).all()


def test_that_the_title_says_what_changes():
    run = one_run(Run("momentum", schedules={"learning_rate": Schedule("cosine")}))
    assert run.title == "Momentum, η 0.1 (cosine), β 0.9"


# --------------------------------------------------------------------------- refusals


def refused(**schedules):
    with pytest.raises(InputError) as caught:
        Experiment(runs=(Run("momentum", schedules=schedules),), steps=STEPS)
    return caught.value


@pytest.mark.parametrize(
    ("schedules", "key", "words"),
    [
        ({"learning_rat": drop()}, "learning_rat", "did you mean 'learning_rate'"),
        ({"learning_rate": Schedule("steps")}, "learning_rate.kind", "did you mean 'step'"),
        ({"learning_rate": Schedule("step", {"evry": 3})}, "learning_rate.evry", "'every'"),
        ({"learning_rate": Schedule("step", {"every": 0})}, "learning_rate.every", "from 1 to"),
        ({"learning_rate": Schedule("step", {"every": 1.5})}, "learning_rate.every", "whole"),
        ({"learning_rate": drop(at=[5, 3])}, "learning_rate.at", "ascending whole numbers"),
        ({"learning_rate": drop(at=[0.5])}, "learning_rate.at", "ascending whole numbers"),
        ({"learning_rate": drop(at=[-1])}, "learning_rate.at", "ascending whole numbers"),
        ({"learning_rate": Schedule("cosine", {"floor": 2})}, "learning_rate.floor", "0 to 1"),
        ({"learning_rate": Schedule("rescale")}, "learning_rate", "for momentum only"),
        ({"learning_rate": Schedule("product")}, "learning_rate.parts", "0 are given"),
        (
            {"learning_rate": Schedule("sequence", {"at": [3]}, (drop(),))},
            "learning_rate.parts",
            "'at' wants 2",
        ),
        ({"learning_rate": Schedule("step", {}, (drop(),))}, "learning_rate.parts", "has none"),
        (
            {"learning_rate": Schedule("product", {}, (Schedule("step", {"factor": -1}),))},
            "learning_rate.parts.0.factor",
            "out of range",
        ),
        (
            {"momentum": Schedule("product", {}, (Schedule("rescale"),))},
            "momentum.parts",
            "cannot be a part",
        ),
        ({"momentum": drop(1.2, at=[150])}, "momentum", "1.08 at step 150; keep it a number"),
        ({"learning_rate": Schedule("exponential", {"factor": 1e4})}, "learning_rate", "inf"),
        ({"learning_rate": drop(1e4), "momentum": Schedule("rescale")}, "momentum", "at step 1"),
    ],
)
def test_that_what_cannot_be_used_is_refused_by_its_path(schedules, key, words):
    error = refused(**schedules)
    assert error.key == f"runs.0.schedules.{key}"
    assert words in error.problem


def test_that_a_value_may_leave_its_range_after_the_last_step():
    run = Run("momentum", schedules={"momentum": drop(1.2, at=[150])})
    assert Experiment(runs=(run,), steps=150).steps == 150


def test_that_a_number_that_is_left_out_cannot_be_scheduled():
    class_path = "torch.optim.Adafactor"
    with pytest.raises(InputError, match=r"schedules\.eps1: eps1 is left out"):
        Experiment(runs=(Run(class_path, schedules={"eps1": drop()}),))


def test_that_only_numbers_can_be_scheduled():
    with pytest.raises(InputError, match=r"runs\.0\.schedules\.nesterov: "):
        Experiment(runs=(Run("sgd", schedules={"nesterov": drop()}),))


# ------------------------------------------------------------------------------ files


KIND_EXAMPLES = [ours for ours, _ in EQUAL.values()]


@pytest.mark.parametrize("name", EQUAL)
def test_that_a_schedule_that_was_written_reads_back_equal(name):
    ours, _ = EQUAL[name]
    schedules = {"learning_rate": ours, "momentum": Schedule("rescale")}
    runs = (Run("momentum", schedules=schedules), Run("momentum"))
    experiment = Experiment(
        ObjectiveChoice("airfoil"), runs, batch_size=10, batch_size_schedule=ours
    )
    text = dumps(experiment)
    read = from_document(parse(text, "test"))
    assert read.runs == experiment.runs
    assert read.batch_size_schedule == ours
    assert dumps(read) == text


FILE = """\
format = 1
steps = 50
batch_size = 10

[batch_size_schedule]
kind = "step"
every = 2
factor = 2.0

[objective]
id = "airfoil"

[[runs]]
optimizer = "momentum"
learning_rate = 0.1

[runs.schedules.learning_rate]
kind = "step"
every = 30

[[runs]]
optimizer = "momentum"

[runs.schedules.momentum]
kind = "sequence"
at = [5]
parts = [{kind = "warm-up", from = 0.5}, {kind = "exponential", factor = 0.9}]
"""


def test_that_a_file_says_what_the_records_say():
    experiment = from_document(parse(FILE, "test"))
    first, second = experiment.runs
    assert first.schedules == {"learning_rate": schedule("step", every=30)}
    assert second.schedules["momentum"].parts[0] == with_from(0.5)
    assert experiment.batch_size_schedule == schedule("step", every=2, factor=2.0)


@pytest.mark.parametrize(
    ("assignment", "values"),
    [
        ("runs.0.schedules.learning_rate.factor=0.5", [0.1, 0.05]),
        ("runs.0.schedules.learning_rate={kind='constant', factor=3}", [0.3, 0.3]),
    ],
)
def test_that_a_schedule_can_be_set_by_its_path(assignment, values):
    document = to_document(from_document(parse(FILE, "test")))
    set_key(document, assignment)
    run = from_document(document).runs[0]
    np.testing.assert_allclose(run.values("learning_rate", np.array([29, 30])), values)


def test_that_a_part_can_be_set_by_its_path():
    document = to_document(from_document(parse(FILE, "test")))
    set_key(document, "runs.1.schedules.momentum.parts.1.factor=0.5")
    assert (
        from_document(document).runs[1].schedules["momentum"].parts[1].parameters["factor"] == 0.5
    )


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('kind = "step"\nevery = 30', "every = 30", "runs.0.schedules.learning_rate.kind"),
        ('kind = "step"\nevery = 30', "kind = 3", "runs.0.schedules.learning_rate.kind"),
        ("every = 30", 'every = "x"', "runs.0.schedules.learning_rate.every"),
        ("every = 30", "evry = 30", "runs.0.schedules.learning_rate.evry"),
        ("every = 30", "parts = 3", "runs.0.schedules.learning_rate.parts"),
        ("every = 30", "parts = [3]", "runs.0.schedules.learning_rate.parts.0"),
        ("factor = 0.9", "power = 0.9", "runs.1.schedules.momentum.parts.1.power"),
        ("learning_rate = 0.1\n", "schedules = 3\n", "runs.0.schedules"),
        ("every = 2\n", "every = 2\npower = 1\n", "batch_size_schedule.power"),
        ("batch_size = 10\n", "", "batch_size_schedule"),
        ('kind = "step"\nevery = 2\nfactor = 2.0', 'kind = "rescale"', "batch_size_schedule.kind"),
    ],
)
def test_that_bad_input_is_named_by_its_path(old, new, key):
    text = FILE.replace(old, new)
    if key == "runs.0.schedules":
        text = text.replace('[runs.schedules.learning_rate]\nkind = "step"\nevery = 30\n', "")
    assert text != FILE
    with pytest.raises(InputError) as caught:
        from_document(parse(text, "test"))
    assert caught.value.key == key


def test_that_bottomless_nesting_gets_a_sentence():
    table = {"kind": "step"}
    for _ in range(50_000):
        table = {"kind": "product", "parts": [table]}
    document = parse(FILE, "test")
    document["runs"][0]["schedules"]["learning_rate"] = table
    with pytest.raises(InputError, match="nested deeper"):
        from_document(document)


# ------------------------------------------------------------------------------ engine


RATE = Schedule("one-cycle", {"steps": STEPS})
MOMENTUM_DIP = Schedule("one-cycle", {"steps": STEPS, "start_divisor": 0.9, "final_divisor": 1.0})


def ball(run, dtype="float64", **settings):
    runs = run if isinstance(run, tuple) else (run,)
    return Runner(Experiment(runs=runs, steps=STEPS, dtype=dtype, **settings)).run().records


def scheduled(optimizer, rate=BASE, **schedules):
    return Run(optimizer, {"learning_rate": rate, "momentum": 0.8}, schedules=schedules)


def torch_path(make, dtype=torch.float64):
    """torch.optim.SGD with a scheduler on 0.1 x₁² + 2 x₂², positions ``(2, steps + 1)``."""
    x = torch.tensor([-5.0, -2.0], dtype=dtype)
    curvature = torch.tensor([0.2, 4.0], dtype=dtype)
    optimizer = torch.optim.SGD([x], lr=BASE, momentum=0.8)
    scheduler = make(optimizer)
    path = [x.clone()]
    for _ in range(STEPS):
        x.grad = curvature * x
        optimizer.step()
        scheduler.step()
        path.append(x.clone())
    return torch.stack(path, 1).numpy()


@pytest.mark.parametrize("optimizer", ["momentum", "sgd", "torch.optim.SGD"])
@pytest.mark.parametrize("name", ["step", "cosine, rising again", "sequence", "product"])
@pytest.mark.filterwarnings("ignore:The epoch parameter in `scheduler.step\\(\\)`:UserWarning")
def test_that_a_scheduled_ball_is_torchs(optimizer, name):
    ours, make = EQUAL[name]
    (record,) = ball(scheduled(optimizer, learning_rate=ours))
    expected = torch_path(make)
    size = np.maximum.accumulate(np.abs(expected).max(0))
    assert (np.abs(record.positions - expected) <= 1e-12 * size).all()


def test_that_a_scheduled_ball_is_torchs_in_float32():
    ours, make = EQUAL["step"]
    (record,) = ball(scheduled("momentum", learning_rate=ours), dtype="float32")
    np.testing.assert_allclose(
        record.positions, torch_path(make, torch.float32), rtol=1e-5, atol=1e-5
    )


@pytest.mark.parametrize("optimizer", ["momentum", "sgd", "torch.optim.SGD"])
def test_that_momentum_is_scheduled_beside_the_learning_rate(optimizer):
    def make(optimizer):
        return lr_scheduler.OneCycleLR(
            optimizer, BASE, STEPS + 1, base_momentum=0.8, max_momentum=0.8 / 0.9
        )

    rate, dip = (
        replace(each, parameters={**each.parameters, "steps": STEPS + 1})
        for each in (RATE, MOMENTUM_DIP)
    )
    (record,) = ball(scheduled(optimizer, learning_rate=rate, momentum=dip))
    expected = torch_path(make)
    size = np.maximum.accumulate(np.abs(expected).max(0))
    assert (np.abs(record.positions - expected) <= 1e-12 * size).all()


def test_that_scheduling_betas_reaches_torchs_tuple():
    runs = tuple(
        Run(name, {"learning_rate": 0.1}, schedules={"beta1": Schedule("step", {"every": 50})})
        for name in ("adam", "torch.optim.Adam", "adam", "torch.optim.Adam")
    )
    unscheduled = tuple(replace(run, schedules={}) for run in runs[:1])
    ours, torchs, *_ = ball(runs)
    (constant,) = ball(unscheduled)
    np.testing.assert_allclose(ours.positions, torchs.positions, rtol=1e-9, atol=1e-12)
    assert np.abs(ours.positions - constant.positions).max() > 1e-3


def test_that_accumulated_and_displacement_form_agree_until_the_learning_rate_changes():
    schedules = {"learning_rate": drop(at=[30])}
    runs = (scheduled("momentum", **schedules), scheduled("momentum-displacement", **schedules))
    accumulated, displaced = (record.positions for record in ball(runs))
    np.testing.assert_allclose(accumulated[:, :31], displaced[:, :31], rtol=1e-9)
    assert np.abs(accumulated[:, 31] - displaced[:, 31]).max() > 0.01


def test_that_scheduled_lanes_are_bit_for_bit_what_each_run_is_alone():
    runs = (
        scheduled("momentum"),
        scheduled("momentum", learning_rate=RATE),
        scheduled("momentum", 0.2, learning_rate=RATE, momentum=Schedule("rescale")),
        scheduled("momentum", 0.1, momentum=Schedule("inverse-time")),
        *(scheduled("momentum", 0.01 * k, learning_rate=RATE) for k in range(1, 40)),
    )
    together = ball(runs)
    for run, record in zip(runs, together, strict=True):
        np.testing.assert_array_equal(record.positions, ball(run)[0].positions)


def test_that_values_do_not_depend_on_how_the_work_is_cut():
    experiment = Experiment(runs=(scheduled("momentum", learning_rate=RATE),), steps=STEPS)
    (whole,) = Runner(experiment).run().records
    slices = Runner(experiment)
    while not slices.done:
        slices._chunk = 7
        slices.advance(0.0)
    np.testing.assert_array_equal(slices.history.records[0].positions, whole.positions)


# ------------------------------------------------------------------------- the presets


def test_that_the_conventions_preset_shows_what_it_says():
    experiment = find_preset("schedule-conventions").experiment
    accumulated, displaced = (record.positions for record in Runner(experiment).run().records)
    np.testing.assert_allclose(accumulated[:, :11], displaced[:, :11], rtol=1e-12)
    speed = [np.linalg.norm(np.diff(path, axis=1), axis=0) for path in (accumulated, displaced)]
    assert speed[0][10] < 0.2 * speed[0][9]
    assert speed[1][10] > 0.8 * speed[1][9]
    assert accumulated[0].max() < 0 < displaced[0].max()


def test_that_the_friction_preset_shows_what_it_says():
    experiment = find_preset("schedule-rescale").experiment
    momenta = [run.values("momentum", np.array([19, 20])) for run in experiment.runs]
    np.testing.assert_allclose(momenta, [[0.9, 0.9], [0.9, 0.9], [0.9, 0.968377]], atol=5e-7)
    kept, creeping, rescaled = (record.losses[-1] for record in Runner(experiment).run().records)
    assert kept < rescaled < creeping / 5


# ---------------------------------------------------------------------------- the CSV


def test_that_the_table_says_the_learning_rate_that_leaves_each_row():
    run = Run("gradient-descent", {"learning_rate": 0.4}, schedules={"learning_rate": drop()})
    experiment = Experiment(runs=(run,), steps=3)
    (table,) = trajectory_tables(experiment, Runner(experiment).run())
    rates = table["learning_rate"].to_numpy()
    np.testing.assert_allclose(rates, [0.4, 0.04, 0.04, 0.04])
    for coordinate in ("1", "2"):
        moved = table[f"dx{coordinate}"].to_numpy()[1:]
        gradients = table[f"grad{coordinate}"].to_numpy()[:-1]
        np.testing.assert_allclose(moved, -rates[:-1] * gradients)


GROWTH = schedule("step", every=1, factor=2.0)


def test_that_the_epoch_column_follows_the_batch_size():
    experiment = Experiment(
        ObjectiveChoice("airfoil"),
        (Run("momentum", {"learning_rate": 0.01}),),
        steps=300,
        batch_size=10,
        batch_size_schedule=GROWTH,
    )
    (table,) = trajectory_tables(experiment, Runner(experiment).run())
    epoch = table["epoch"].to_numpy()
    # 1500 examples in batches of 10, 20, 40, 80: 150, 75, 38 and 19 steps.
    np.testing.assert_array_equal(epoch[[0, 75, 150, 225, 263, 282]], [0, 0.5, 1, 2, 3, 4])
    assert (np.diff(epoch) > 0).all()


# --------------------------------------------------------------------------- batch size


class Numbered:
    """The gradient of a batch is the numbers of its examples."""

    examples = 50

    def minibatches(self, order, batch_size):
        return order.split(batch_size)

    def minibatch_gradient(self, batch, x):
        return batch


@given(st.sampled_from(KIND_EXAMPLES), st.integers(1, 50), st.integers(0, 100))
def test_that_every_epoch_shows_each_example_once_however_large_its_batches(ours, size, seed):
    epochs = Epochs(50, size, ours)
    lengths = epochs.lengths(np.arange(5))
    source = Minibatches(Numbered(), size, seed, torch.device("cpu"), schedule=ours)
    shown = [gradient(None).tolist() for gradient in source.steps(0, lengths.sum())]
    for epoch, start in enumerate(np.cumsum(lengths) - lengths):
        batches = shown[start : start + lengths[epoch]]
        assert sorted(chain.from_iterable(batches)) == list(range(50))
        assert len(batches[0]) == epochs.batch_sizes(np.array([epoch]))[0]


def test_that_a_growing_batch_ends_with_all_examples():
    sizes = Epochs(50, 3, GROWTH).batch_sizes(np.arange(10))
    np.testing.assert_array_equal(sizes, [3, 6, 12, 24, 48, 50, 50, 50, 50, 50])


def test_that_a_batch_that_grows_beyond_all_floats_is_all_examples():
    growing = schedule("step", every=1, factor=1e3)
    assert (Epochs(50, 3, growing).batch_sizes(np.arange(1, 3000)) == 50).all()


def test_that_factors_that_are_no_numbers_leave_whole_batches():
    lost = schedule(
        "product", schedule("step", every=1, factor=1e3), schedule("step", every=1, factor=1e-3)
    )
    sizes = Epochs(50, 3, lost).batch_sizes(np.arange(3000))
    assert ((sizes >= 1) & (sizes <= 50)).all()


def test_that_a_shrinking_batch_keeps_one_example():
    shrinking = schedule("step", every=1, factor=0.4)
    sizes = Epochs(50, 10, shrinking).batch_sizes(np.arange(6))
    np.testing.assert_array_equal(sizes, [10, 4, 2, 1, 1, 1])


@given(st.sampled_from([None, *KIND_EXAMPLES]), st.integers(1, 50), st.integers(0, 500))
def test_that_steps_and_epochs_fit_together(ours, size, first):
    epochs = Epochs(50, size, ours)
    steps = np.arange(first, first + 20)
    epoch, place = epochs.locate(steps)
    lengths = epochs.lengths(epoch)
    assert ((place >= 0) & (place < lengths)).all()
    starts = np.array([epochs.lengths(np.arange(e)).sum() for e in epoch])
    np.testing.assert_array_equal(starts + place, steps)
    np.testing.assert_allclose(epochs.elapsed(steps), epoch + place / lengths, rtol=1e-12)


def test_that_a_constant_schedule_of_one_makes_the_epochs_of_none():
    ours, none = Epochs(1500, 7, schedule("constant")), Epochs(1500, 7)
    steps = np.arange(2000)
    for a, b in zip(ours.locate(steps), none.locate(steps), strict=True):
        np.testing.assert_array_equal(a, b)


def test_that_growing_batches_quieten_the_gradient():
    objective = build_objective("airfoil", {}).place(torch.float64, torch.device("cpu"))
    x = torch.zeros(6, 1, dtype=torch.float64)
    source = Minibatches(
        objective, 1, 0, torch.device("cpu"), schedule=schedule("multi-step", at=[1], factor=100.0)
    )
    noise = [
        float((gradient(x) - objective.gradient(x)).square().sum())
        for gradient in source.steps(0, 1515)
    ]
    assert np.mean(noise[1500:]) < np.mean(noise[:1500]) / 50
