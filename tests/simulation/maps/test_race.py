"""Races between optimizers."""

from __future__ import annotations

import math
import statistics

import numpy as np
import pytest

from simulation.engine.interruption import Cancelled
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.maps.race import quantile, race
from simulation.maps.race_rules import Race, Watch


def entries(*optimizers, objective="ill-conditioned", steps=60, **settings):
    runs = tuple(Run(name) for name in optimizers)
    return Experiment(ObjectiveChoice(objective), runs, steps, **settings)


def test_that_momentum_beats_descent_in_a_ravine_by_about_what_theory_says():
    """Contraction a step on curvatures 0.2 and 4 (REFERENCE.md §5): descent max |1 − ηλ|, momentum
    √β where it rings."""
    first, second = race(Race(entries("gradient-descent", "momentum"), budget=200, starts=9))
    assert (first.run, second.run) == (1, 0)
    rate, beta = second.values["learning_rate"], first.values["momentum"]
    descent = max(abs(1 - rate * curvature) for curvature in (0.2, 4.0))
    expected = 2 * 60 * math.log(descent / math.sqrt(beta))  # losses fall by the square
    measured = math.log(second.median_loss / first.median_loss)
    assert 0.8 < measured / expected < 1.2
    assert descent < 0.93
    assert math.sqrt(beta) < 0.75
    assert first.diverged == second.diverged == 0
    assert 0 < second.lost_while_searching < 1


def test_that_the_same_race_ends_the_same_and_names_what_was_found():
    experiment = entries("adam", "momentum")
    told = []
    again = race(Race(experiment, 8, 4), Watch(tell=told.append))
    assert again == race(Race(experiment, 8, 4))
    assert [each.run for each in told] == [0, 1]
    found = {each.run: set(each.values) for each in again}
    assert found == {0: {"learning_rate"}, 1: {"learning_rate", "momentum"}}


def test_that_torchs_own_form_does_as_ours_does():
    """Sought at the same places: torch.optim.SGD is the accumulated momentum."""
    ours, theirs = race(Race(entries("momentum", "torch.optim.SGD", steps=10), 6, 3))
    assert ours.values == pytest.approx(theirs.values)
    assert ours.median_loss == pytest.approx(theirs.median_loss, rel=1e-12)


def test_that_divergence_is_counted():
    experiment = entries("gradient-descent", objective="himmelblau", steps=100)
    (finish,) = race(Race(experiment, budget=2, starts=16))
    assert 0 <= finish.diverged <= finish.runs == 16
    assert finish.lost_while_searching > 0


@pytest.mark.parametrize("settings", [{"budget": 0}, {"starts": 0}, {"seeds": 10**6}])
def test_that_effort_out_of_range_is_refused(settings):
    with pytest.raises(InputError, match=next(iter(settings))):
        Race(entries("momentum"), **settings)


def test_that_progress_rises_to_the_whole_and_the_losses_are_told():
    experiment = entries("adam", "torch.optim.SGD", steps=10)
    shares = []
    finishes = race(Race(experiment, 5, 4, 2), Watch(progress=shares.append))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    for finish in finishes:
        assert len(finish.losses) == finish.runs == 8
        assert list(finish.losses) == sorted(finish.losses)
        assert finish.median_loss == pytest.approx(statistics.median(finish.losses), rel=1e-15)
        assert finish.low_loss == pytest.approx(statistics.median(finish.losses[:4]), rel=1e-15)
        assert finish.high_loss == pytest.approx(statistics.median(finish.losses[4:]), rel=1e-15)


@pytest.mark.parametrize("optimizer", ["momentum", "torch.optim.SGD"])
def test_that_a_race_nobody_waits_for_ends(optimizer):
    shares = []
    watch = Watch(progress=shares.append, wanted=lambda: len(shares) < 1)
    with pytest.raises(Cancelled):
        race(Race(entries(optimizer), 100, 4), watch)
    assert shares[-1] < 1


def test_that_steps_to_the_tolerance_are_those_of_single_runs():
    """x²/2: each step multiplies the loss by (1 − η)²; reached is a thousandth of the first."""
    experiment = entries("gradient-descent", objective="scalar-quadratic", steps=200)
    (finish,) = race(Race(experiment, budget=4, starts=5))
    rate = finish.values["learning_rate"]
    assert finish.reached == finish.runs == 5
    shrinks = 2 * math.log(abs(1 - rate))
    assert finish.median_steps == math.ceil(math.log(1e-3) / shrinks)


@pytest.mark.parametrize("count", range(1, 13))
def test_that_quantiles_lie_half_way_where_they_lie_between_two(count):
    numbers = np.random.default_rng(count).normal(size=(3, count))
    for share in (0.25, 0.5, 0.75):
        expected = np.quantile(numbers, share, axis=1, method="averaged_inverted_cdf")
        np.testing.assert_allclose(quantile(numbers, share), expected, rtol=1e-14)
    np.testing.assert_allclose(quantile(numbers, 0.5), np.median(numbers, axis=1), rtol=1e-14)


def test_that_a_median_between_a_loss_and_a_divergence_is_infinite():
    assert quantile(np.array([math.inf, 1.0]), 0.5) == math.inf
    assert quantile(np.array([math.inf, 2.0, 1.0]), 0.5) == 2.0
    assert quantile(np.array([1e308, 1e308]), 0.5) == 1e308
