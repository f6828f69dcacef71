"""The numbers of a map: those of the runs that its cells stand for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.maps.axes import Axis
from simulation.maps.computation import MapComputation
from simulation.maps.metrics import METRICS, OUTCOMES
from simulation.maps.specification import Map
from simulation.noise import Noise
from simulation.schedules import Schedule

RATE, MOMENTUM = "runs.0.learning_rate", "runs.0.momentum"
BOWL = ObjectiveChoice("ill-conditioned")


def computed(map_, **options):
    return MapComputation(map_, progressive=False, **options).run().columns


def bowl(optimizer="momentum", steps=60, **settings):
    return Experiment(BOWL, (Run(optimizer),), steps=steps, **settings)


def noisy(kind, optimizer):
    return replace(bowl(optimizer), noise=Noise(kind, 0.3), seed=5)


SCHEDULED = replace(
    bowl(), runs=(Run(schedules={"learning_rate": Schedule("exponential", {"factor": 0.97})}),)
)
START = Axis("objective.start.0", -5, 1, 4)
RATES = Axis(RATE, 0.02, 0.7, 5, "log")
MAPS = {
    "rate and momentum": Map(bowl(), RATES, Axis(MOMENTUM, 0, 0.9, 4)),
    "start": Map(bowl("adam"), START, Axis("objective.start.1", -3, 1, 3)),
    "divergence": Map(bowl(steps=2000), Axis(RATE, 0.1, 1.6, 5), Axis(MOMENTUM, 0, 0.9, 4)),
    "steps and seed": Map(bowl(), Axis("steps", 1, 40, 3), Axis("seed", 0, 2, 3)),
    "noise": Map(noisy("gaussian", "momentum"), RATES, Axis("noise.sigma", 0.01, 1, 3, "log")),
    "noise and divergence": Map(
        replace(noisy("gaussian", "momentum"), steps=1200),
        Axis(RATE, 0.1, 1.6, 4),
        Axis(MOMENTUM, 0, 0.9, 3),
    ),
    "langevin": Map(noisy("langevin", "gradient-descent"), RATES, Axis("noise.sigma", 0.1, 1, 3)),
    "kramers": Map(noisy("kramers", "momentum"), RATES, Axis(MOMENTUM, 0, 0.9, 4)),
    "schedule": Map(SCHEDULED, RATES, START),
    "torch's own": Map(
        bowl("torch.optim.LBFGS", steps=4), START, Axis("objective.start.1", -3, 1, 2)
    ),
    "objective's parameter": Map(
        Experiment(ObjectiveChoice("formula", None, {"formula": "a*x^2 + y^4"}), (Run(),), steps=9),
        Axis("objective.values.a", 0.5, 2, 3),
        RATES,
    ),
    "float32": Map(bowl(dtype="float32"), RATES, START),
}


@pytest.mark.parametrize("name", MAPS)
def test_that_a_cell_has_the_numbers_of_its_run_bit_for_bit(name):
    map_ = MAPS[name]
    columns = computed(map_)
    for row, column in np.ndindex(*map_.shape):
        record = Runner(map_.at(row, column)).run().records[0]
        diverged = -1 if record.diverged_at is None else record.diverged_at
        assert columns["diverged_at"][row, column] == diverged
        expected = np.inf if record.diverged_at is not None else record.losses[-1]
        assert columns["final_loss"][row, column] == expected


def expected_metrics(record, steps, lowest, tolerance):
    """The definitions, read off a recorded run that stayed finite."""
    losses = record.losses
    within = losses <= lowest + tolerance * (losses[0] - lowest)
    misses = np.flatnonzero(~within)
    reached = misses[-1] + 1 if len(misses) else 0
    lowest_so_far = np.minimum.accumulate(losses)
    climb = (losses - lowest_so_far).max()
    way = losses[0] - lowest_so_far[-1]
    slopes = np.linalg.norm(record.gradients, axis=0)
    rises = (np.diff(losses) > 0).sum()
    if losses[-1] > losses[0]:
        outcome = "diverged"
    elif slopes[-1] <= 1e-6 * slopes[0]:
        outcome = "converged"
    else:
        outcome = "oscillating" if rises >= 0.1 * steps else "slow"
    return {
        "gap": losses[-1] - lowest,
        "steps_to_tolerance": reached if reached <= steps else -1,
        "path_length": np.linalg.norm(np.diff(record.positions), axis=0).sum(),
        "overshoot": (climb / way if way else np.inf) if climb else 0.0,
        "gradient_norm": slopes[-1],
        "outcome": OUTCOMES.index(outcome),
    }


def test_that_metrics_are_what_their_definitions_say():
    map_ = Map(bowl(), Axis(RATE, 0.02, 0.6, 9), Axis(MOMENTUM, 0, 0.95, 9))
    columns = computed(map_)
    outcomes = set()
    for row, column in np.ndindex(*map_.shape):
        record = Runner(map_.at(row, column)).run().records[0]
        for name, value in expected_metrics(record, 60, 0.0, map_.tolerance).items():
            np.testing.assert_allclose(columns[name][row, column], value, rtol=1e-12, err_msg=name)
        outcomes.add(columns["outcome"][row, column])
    assert len(outcomes) == len(OUTCOMES)


@pytest.mark.parametrize("name", ["noise", "schedule", "steps and seed", "torch's own", "kramers"])
def test_that_metrics_are_their_definitions_however_a_run_is_stepped(name):
    map_ = MAPS[name]
    columns = computed(map_)
    for row, column in np.ndindex(*map_.shape):
        experiment = map_.at(row, column)
        record = Runner(experiment).run().records[0]
        if record.diverged_at is not None:
            continue
        for metric, value in expected_metrics(
            record, experiment.steps, 0.0, map_.tolerance
        ).items():
            np.testing.assert_allclose(
                columns[metric][row, column], value, rtol=1e-12, err_msg=metric
            )


def test_that_stability_ends_where_the_theory_says():
    """Momentum on curvature λ is stable for 0 < ηλ < 2 + 2β (REFERENCE.md §5)."""
    experiment = replace(bowl(steps=400), objective=ObjectiveChoice("scalar-quadratic", (1.0,)))
    map_ = Map(experiment, Axis(RATE, 0.05, 4.5, 90), Axis(MOMENTUM, 0, 0.96, 25))
    diverged = computed(map_)["outcome"] == OUTCOMES.index("diverged")
    cell = map_.x_values[1] - map_.x_values[0]
    limit = 2 + 2 * map_.y_values[:, None]
    assert diverged[map_.x_values[None] > limit + cell].all()
    assert not diverged[map_.x_values[None] < limit - cell].any()


def test_that_the_fitted_rate_is_the_spectral_radius():
    """For ill-conditioned, from REFERENCE.md §5; the fit sees 200 steps of a transient, too."""
    map_ = Map(bowl(steps=200), Axis(RATE, 0.4, 0.6, 2), Axis(MOMENTUM, 0.25, 0.5, 2))
    rates = computed(map_)["rate"]
    np.testing.assert_allclose(rates[0, 1], 0.858945, rtol=0.01)
    np.testing.assert_allclose(rates[1, 1], 0.707107, rtol=0.01)
    descent = Map(
        bowl("gradient-descent", steps=200), Axis(RATE, 0.4, 0.6, 2), Axis("seed", 0, 1, 2)
    )
    np.testing.assert_allclose(computed(descent)["rate"], [[0.92, 1.4]] * 2, rtol=1e-3)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(("objective", "curvatures"), [("booth", (2, 18)), ("matyas", (0.04, 1))])
def test_that_the_rate_is_not_fitted_to_the_rounding_where_a_run_came_to_rest(
    objective, curvatures, dtype
):
    """Descent shrinks errors by max |1 − ηλ| a step. Booth's minimum has the loss 0 at (1, 3),
    where a run stalls a few roundings beside it; in float32 it is there after few steps."""
    runs = (Run("gradient-descent"),)
    experiment = Experiment(ObjectiveChoice(objective), runs, steps=400, dtype=dtype)
    rates = np.linspace(0.2, 1.8, 9) / curvatures[1]
    map_ = Map(experiment, Axis(RATE, rates[0], rates[-1], 9), Axis("seed", 0, 1, 2))
    expected = np.abs(1 - np.outer(curvatures, map_.x_values)).max(0)
    fitted = computed(map_)["rate"][0]
    known = ~np.isnan(fitted)
    assert known.sum() >= (9 if dtype == "float64" else 6)
    np.testing.assert_allclose(fitted[known], expected[known], rtol=0.01)


def test_that_neither_tiles_nor_threads_change_a_number():
    map_ = Map(bowl(steps=300), Axis(RATE, 0.05, 1.2, 40), Axis(MOMENTUM, 0, 0.99, 37))
    one = computed(map_, workers=1)
    for other in (computed(map_, workers=3, lanes=97), MapComputation(map_).run().columns):
        for name in METRICS:
            np.testing.assert_array_equal(one[name], other[name], err_msg=name)


def test_that_a_run_that_stands_still_is_set_down_with_its_true_numbers():
    """On 4x² with η = 1/8 the first step lands on the minimum and nothing moves again."""
    experiment = Experiment(
        ObjectiveChoice("four-x-squared"), (Run("gradient-descent"),), steps=500
    )
    map_ = Map(experiment, Axis(RATE, 0.125, 0.13, 2), Axis("objective.start.0", 1, 2, 2))
    columns = computed(map_)
    assert (columns["final_loss"][:, 0] == 0).all()
    assert (columns["steps_to_tolerance"][:, 0] == 1).all()
    assert columns["path_length"][:, 0].tolist() == [1.0, 2.0]
    assert (columns["outcome"] == OUTCOMES.index("converged")).all()


def test_that_without_a_known_minimum_a_target_takes_its_place():
    objective = ObjectiveChoice("formula", (3.0,), {"formula": "x^2 + 1"})
    experiment = Experiment(objective, (Run("gradient-descent"),), steps=50)
    axes = (Axis(RATE, 0.1, 0.2, 2), Axis("seed", 0, 1, 2))
    assert np.isnan(computed(Map(experiment, *axes))["gap"]).all()
    columns = computed(Map(experiment, *axes, target=1.0))
    np.testing.assert_allclose(columns["rate"], [[0.8, 0.6]] * 2, rtol=1e-4)


def test_that_slopes_whose_squares_no_float_holds_are_compared_all_the_same():
    objective = ObjectiveChoice("formula", (3.0, 4.0), {"formula": "1e160*(abs(x) + abs(y))"})
    experiment = Experiment(objective, (Run("gradient-descent"),), steps=5)
    columns = computed(Map(experiment, Axis(RATE, 1e-165, 2e-165, 2), Axis("seed", 0, 1, 2)))
    assert (columns["outcome"] == OUTCOMES.index("slow")).all()
    np.testing.assert_allclose(columns["gradient_norm"], np.sqrt(2) * 1e160, rtol=1e-15)


def test_that_batch_size_and_rate_are_those_of_the_runs():
    experiment = Experiment(ObjectiveChoice("airfoil"), (Run(),), steps=160, batch_size=10, seed=3)
    map_ = Map(experiment, Axis("batch_size", 1, 1500, 3, "log"), Axis(RATE, 0.001, 0.05, 3, "log"))
    assert map_.x_values.tolist() == [1, 39, 1500]
    columns = computed(map_)
    for row, column in np.ndindex(*map_.shape):
        record = Runner(map_.at(row, column)).run().records[0]
        # A product of matrices may round differently for another number of lanes.
        np.testing.assert_allclose(
            columns["final_loss"][row, column], record.losses[-1], rtol=1e-11
        )
