"""Races between optimizers."""

from __future__ import annotations

import math

import pytest

from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.maps.race import Race, race


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
    again = race(Race(experiment, 8, 4), told.append)
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
