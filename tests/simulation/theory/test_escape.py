"""Escapes from a well: Kramers' formula, the exact mean time, and balls that do it."""

from __future__ import annotations

import math
import sys

import numpy as np
import pytest

from simulation.objectives.wells import DoubleWell
from simulation.theory.crossings import Crossings, Escapes
from simulation.theory.ensemble import Ensemble
from simulation.theory.escape import hills, mean_escape_time
from simulation.theory.langevin import Dynamics
from tests.simulation.theory.baths import placed

BOX = (-3.0, 3.0)


def test_that_the_hill_is_where_its_slope_is_zero() -> None:
    left, right = hills(placed("double-well", barrier=2.0, tilt=0.0), BOX)
    assert (left.start, left.top, left.target) == pytest.approx((-1, 0, 1), abs=1e-9)
    assert (left.height, left.curvature, left.top_curvature) == pytest.approx((2, 16, 8), rel=1e-6)
    assert (right.start, right.target) == (left.target, left.start)


def test_that_bottoms_are_the_known_minima() -> None:
    objective = placed("double-well")
    assert isinstance(objective, DoubleWell)
    left, right = hills(objective, BOX)
    deep, shallow = (minimum.position[0] for minimum in objective.minima)
    assert (right.start, left.start) == pytest.approx((deep, shallow), abs=1e-9)
    assert right.height - left.height == pytest.approx(
        objective.minima[1].value - objective.minima[0].value
    )


@pytest.mark.parametrize("name", ["four-x-squared", "plateau"])
def test_that_one_well_has_no_way_out(name: str) -> None:
    assert hills(placed(name), BOX) is None


def test_that_the_rate_is_kramers() -> None:
    hill, _ = hills(placed("double-well", barrier=2.0, tilt=0.0), BOX)
    boltzmann = math.exp(-2 / 0.25)
    overdamped = math.sqrt(16 * 8) / (2 * math.pi) * boltzmann
    assert hill.rate(Dynamics(0.5, 0.01)) == pytest.approx(overdamped, rel=1e-6)
    friction, omega = 1.5, math.sqrt(8)
    factor = (math.sqrt(friction**2 / 4 + 8) - friction / 2) / omega * math.sqrt(16)
    full = factor / (2 * math.pi) * boltzmann
    assert hill.rate(Dynamics(0.5, 0.01, friction)) == pytest.approx(full, rel=1e-6)
    assert hill.rate(Dynamics(0.0, 0.01)) == 0


def test_that_strong_friction_slows_the_overdamped_rate_by_itself() -> None:
    hill, _ = hills(placed("double-well"), BOX)
    free, held = hill.rate(Dynamics(0.5, 0.01)), hill.rate(Dynamics(0.5, 1e-4, 1e4))
    assert held * 1e4 == pytest.approx(free, rel=1e-6)


def test_that_the_exact_time_is_kramers_for_high_hills() -> None:
    """Edholm & Leimar 1979: the correction of Kramers' rate is of the first order in σ²."""
    objective = placed("double-well", barrier=1.0, tilt=0.0)
    hill, _ = hills(objective, BOX)
    off = []
    for sigma in (0.3, 0.3 / math.sqrt(2), 0.15):
        exact = mean_escape_time(objective, hill, sigma, BOX)
        off.append(exact * hill.rate(Dynamics(sigma, 0.01)) - 1)
    assert 0 < off[2] < off[1] < off[0] < 0.05
    assert off[0] / off[1] == pytest.approx(2, rel=0.1)
    assert off[1] / off[2] == pytest.approx(2, rel=0.1)


@pytest.mark.parametrize("sigma", [1e-8, 0.02, 0.05])
def test_that_a_time_beyond_all_floats_is_infinite(sigma: float) -> None:
    objective = placed("double-well")
    hill, _ = hills(objective, BOX)
    time = mean_escape_time(objective, hill, sigma, BOX)
    # Kramers' rate is the inverse of the time for high hills: exp(ΔL/σ²), times a factor.
    lasts_for_ever = hill.height / sigma**2 > math.log(sys.float_info.max) + 10
    assert math.isinf(time) == lasts_for_ever
    assert time * hill.rate(Dynamics(sigma, 0.01)) == pytest.approx(1, rel=0.01) or lasts_for_ever


def test_that_the_two_times_differ_as_the_masses_of_the_wells() -> None:
    """Balance: as many balls go there as come back."""
    objective, sigma = placed("double-well"), 0.4
    out, back = (mean_escape_time(objective, hill, sigma, BOX) for hill in hills(objective, BOX))
    grid = np.linspace(*BOX, 100_001)
    weights = np.exp(-((grid**2 - 1) ** 2 - 0.25 * grid) / sigma**2)
    top = hills(objective, BOX)[0].top
    ratio = weights[grid > top].sum() / weights[grid < top].sum()
    assert back / out == pytest.approx(ratio, rel=0.02)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("dynamics", "warm_up", "steps"),
    [
        (Dynamics(0.34, 0.004), 400, 1300),
        (Dynamics(0.34, 0.05, 1.0), 300, 400),
        (Dynamics(0.34, 0.05, 3.0), 300, 500),
    ],
    ids=["langevin", "friction 1", "friction 3"],
)
def test_that_balls_escape_at_kramers_rate(dynamics: Dynamics, warm_up: int, steps: int) -> None:
    """A hill of 6.6 σ²: the formula lies in the confidence interval of what is measured."""
    objective = placed("double-well")
    hill, _ = hills(objective, BOX)
    start = (hill.start,)
    crossings = Crossings(hill.start, hill.target)
    ensemble = Ensemble(objective, 25_000, 0, start, dynamics, crossings)
    ensemble.advance(warm_up)  # away from the instant in which all are at the bottom
    crossings.restart()
    ensemble.advance(steps)
    escapes = crossings.rightward
    low, high = escapes.interval()
    assert escapes.count > 100
    assert low < hill.rate(dynamics) < high


def test_that_crossings_are_counted_from_bottom_to_bottom() -> None:
    import torch

    crossings = Crossings(-1.0, 1.0)
    crossings.begin(np.array([-1.5, 0.0]))
    everyone = slice(0, 2)
    for x in ([0.9, 0.5], [-1.2, 0.9], [1.1, 1.0], [0.0, -1.0]):
        crossings.count(everyone, torch.tensor(x), 0.5)
    # The first ball was left for three steps, turned back once, and got over in the third. The
    # second came in from nowhere and went back after one step.
    assert crossings.rightward == Escapes(1, 1.5)
    assert crossings.leftward == Escapes(1, 1.0)


def test_that_the_interval_holds_the_rate_as_often_as_it_says() -> None:
    draws = np.random.default_rng(0).poisson(12.0, 4000)
    counts, times = np.unique(draws, return_counts=True)
    intervals = [Escapes(int(count), 1.0).interval() for count in counts]
    held = [low < 12 < high for low, high in intervals]
    assert 0.95 <= np.average(held, weights=times) < 0.98


def test_that_nothing_is_known_of_what_was_not_waited_for() -> None:
    assert Escapes(0, 0.0).interval() == (0.0, math.inf)
    assert math.isnan(Escapes(0, 0.0).rate)
    assert Escapes(0, 10.0).interval()[0] == 0.0
