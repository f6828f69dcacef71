"""What a race searches for, and whether its ranges were wide enough."""

from __future__ import annotations

import json

import numpy as np
import pytest

from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.maps.race import race
from simulation.maps.race_rules import Race
from simulation.maps.race_search import edges, places, tuned, usual_range, values_at, widened
from simulation.maps.race_table import rows, warnings

MOMENTUM = tuned(Experiment(ObjectiveChoice("ill-conditioned"), (Run("momentum"),), 1).runs[0])
RANGES = {name: usual_range(parameter) for name, parameter in MOMENTUM.items()}
KEY = "runs.0.learning_rate"


def descent(low, high, budget=40):
    """Descent on x²/2, whose best learning rate is 1 (each step multiplies x by 1 − η)."""
    experiment = Experiment(ObjectiveChoice("scalar-quadratic"), (Run("gradient-descent"),), 20)
    return Race(experiment, budget, 4, ranges={KEY: (low, high)})


def at(losses, rates=(0.01, 0.1, 1.0), momenta=(0.1, 0.5, 0.9)):
    tried = {"learning_rate": np.array(rates), "momentum": np.array(momenta)}
    return edges(tried, np.array(losses), MOMENTUM, RANGES)


@pytest.mark.parametrize(
    ("low", "high", "edge"),
    [(1e-3, 0.1, "high"), (1e-2, 3.0, None), (1.5, 1.9, "low")],
)
def test_that_a_best_rate_beyond_the_range_is_told_by_its_edge(low, high, edge):
    race_ = descent(low, high)
    (finish,) = race(race_)
    assert finish.edges.get("learning_rate") == edge
    assert finish.searched == {"learning_rate": (low, high)}
    assert rows([finish])[0]["at_edge"] == ("learning_rate" if edge else "")
    told = warnings(race_, [finish])
    assert len(told) == (edge is not None)
    assert all("at the edge of the range: widen it" in each and KEY in each for each in told)


def test_that_wider_ranges_reach_the_best_rate_in_the_end():
    race_ = descent(1e-3, 0.1)
    for _ in range(4):
        finishes = race(race_)
        if not finishes[0].edges:
            break
        race_ = race_.widened(finishes)
    assert finishes[0].edges == {}
    assert race_.ranges[KEY][0] == 1e-3
    assert race_.ranges[KEY][1] > 1
    assert abs(np.log(finishes[0].values["learning_rate"])) < 1  # 40 values over four decades


def test_that_a_value_is_at_the_edge_if_none_beyond_was_tried():
    assert at([3, 2, 1]) == {"learning_rate": "high"}  # momentum can go no further than 1
    assert at([1, 2, 3]) == {"learning_rate": "low"}
    assert at([2, 1, 2]) == {}


def test_that_equal_losses_within_the_range_leave_no_doubt():
    assert at([2, 1, 1]) == {}


def test_that_there_is_no_edge_where_nothing_was_told():
    assert at([np.inf, np.inf, np.inf]) == {}
    assert at([1.0], [0.1], [0.5]) == {}
    assert edges({}, np.empty(0), {}, {}) == {}


def test_that_a_range_grows_by_factors_and_stays_within_what_is_allowed():
    rate, momentum = MOMENTUM["learning_rate"], MOMENTUM["momentum"]
    assert widened(rate, (1e-2, 1.0), "high") == pytest.approx((1e-2, 10.0))
    assert widened(rate, (1e-2, 1.0), "low") == pytest.approx((1e-3, 1.0))
    assert widened(momentum, (0.2, 0.9), "high") == pytest.approx((0.2, 1.0))
    assert widened(rate, (1.0, rate.high), "high") == (1.0, rate.high)


def test_that_places_are_spread_by_factors_over_any_range():
    values = values_at(np.array([0.0, 0.5, 1.0]), MOMENTUM["learning_rate"], (1e-3, 10.0))
    np.testing.assert_allclose(values, [1e-3, 0.1, 10.0])


@pytest.mark.parametrize(
    ("key", "given"),
    [
        (KEY, (1.0, 0.1)),
        (KEY, (0.0, 1.0)),
        (KEY, (-1.0, 1.0)),
        ("runs.0.momentum", (0.0, 1.0)),
        ("runs.1.learning_rate", (0.1, 1.0)),
        ("steps", (1.0, 2.0)),
    ],
)
def test_that_a_range_that_cannot_be_searched_is_refused_by_its_key(key, given):
    experiment = Experiment(ObjectiveChoice("scalar-quadratic"), (Run("gradient-descent"),), 20)
    with pytest.raises(InputError, match=key):
        Race(experiment, 4, 2, ranges={key: given})


def test_that_the_command_warns_of_the_edge_and_says_what_to_give(capsys):
    from simulation.commands import main

    command = ["race", "ravine", "--budget", "8", "--starts", "2", "--json"]
    assert main([*command, "--range", f"{KEY}=0.0001:0.01"]) == 0
    told = capsys.readouterr()
    found = {row["run"]: row["at_edge"] for row in json.loads(told.out)}
    assert found[0] == "learning_rate"
    assert f"widen it, with --range {KEY}=0.0001:0.1" in told.err
    assert main([*command, "--range", "nonsense"]) == 2
    assert "KEY=LOW:HIGH" in capsys.readouterr().err


def test_that_no_finish_is_named_after_a_value_that_was_replaced():
    runs = tuple(
        Run("gradient-descent", {"learning_rate": 0.4}, label) for label in ("rate 0.4", "mine")
    )
    finishes = race(Race(Experiment(ObjectiveChoice("ill-conditioned"), runs, 5), 4, 2))
    assert all(finish.values["learning_rate"] != 0.4 for finish in finishes)
    names = {finish.run: finish.optimizer for finish in finishes}
    assert names == {0: "Gradient descent", 1: "mine"}


def test_that_rounding_around_the_minimum_decides_nothing():
    """Booth, whose curvatures are 2 and 18: with η < 0.1 descent shrinks errors by 1 − 2η, so all
    these rates come to rest within 1500 steps, and the largest is there first."""
    runs = (Run("gradient-descent", label="slow"), Run("gradient-descent", label="fast"))
    experiment = Experiment(ObjectiveChoice("booth"), runs, 1500)
    ranges = {KEY: (0.02, 0.04), "runs.1.learning_rate": (0.06, 0.09)}
    fast, slow = race(Race(experiment, 12, 8, ranges=ranges))
    assert [fast.optimizer, slow.optimizer] == ["fast", "slow"]
    (parameter,) = tuned(experiment.runs[0]).values()
    for finish in (fast, slow):
        tried = values_at(
            places(experiment.seed, 12, 0), parameter, finish.searched["learning_rate"]
        )
        assert finish.values["learning_rate"] == tried.max()
        assert finish.edges == {}
        assert finish.median_loss < 1e-25
    assert fast.median_steps < slow.median_steps
