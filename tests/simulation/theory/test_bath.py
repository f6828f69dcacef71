"""A heat bath that is watched: what is kept and what begins anew as the settings change."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.theory.bath import Bath, Order
from simulation.theory.bath_settings import (
    STARTS,
    BathSettings,
    settings_of,
    suggested,
)
from simulation.theory.langevin import Dynamics
from simulation.theory.portrait import Portrait, Snapshot, draw_portrait
from tests.simulation.theory.baths import placed

USUAL = BathSettings(sigma=0.5, step=0.01, balls=2000)


def order(name: str = "double-well", settings: BathSettings = USUAL, **changes: object) -> Order:
    choice = ObjectiveChoice(name)
    start = Experiment(choice).start
    made = Order(choice, start, settings, number=0, until=0.3, seconds=60.0)
    return replace(made, **changes)


def fulfil(bath: Bath, wish: Order) -> tuple[Portrait, Snapshot]:
    return bath.fulfil(wish, lambda: True)


def test_that_time_passes_until_it_is_told() -> None:
    bath = Bath()
    _, snapshot = fulfil(bath, order())
    assert (snapshot.steps, snapshot.time) == (30, pytest.approx(0.3))
    assert fulfil(bath, order())[1].steps == 30
    assert fulfil(bath, order(until=0.5))[1].steps == 50


def test_that_the_pace_of_the_computer_changes_no_ball() -> None:
    at_once, bit_by_bit = Bath(), Bath()
    _, whole = fulfil(at_once, order(until=0.4))
    for until in (0.01, 0.05, 0.06, 0.4):
        _, pieces = fulfil(bit_by_bit, order(until=until))
    assert np.array_equal(whole.counts, pieces.counts)
    assert np.array_equal(whole.variances, pieces.variances)


def test_that_work_nobody_wants_stops() -> None:
    _, snapshot = Bath().fulfil(order(until=1e9), lambda: False)
    assert snapshot.steps == 0


def test_that_other_noise_finds_the_balls_where_they_are() -> None:
    bath = Bath()
    before, _ = fulfil(bath, order())
    after, snapshot = fulfil(bath, order(settings=replace(USUAL, sigma=0.2)))
    assert snapshot.steps == 30
    assert after.density.mean_and_variance(0)[1] < before.density.mean_and_variance(0)[1]


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 1},
        {"settings": replace(USUAL, balls=1000)},
        {"settings": replace(USUAL, seed=1)},
        {"position": (0.3,)},
    ],
)
def test_that_other_balls_begin_anew(changes: dict[str, object]) -> None:
    bath = Bath()
    fulfil(bath, order())
    _, snapshot = fulfil(bath, order(until=0.1, **changes))
    assert snapshot.steps == 10


def test_that_balls_drawn_from_the_density_have_it_at_once() -> None:
    settings = replace(USUAL, start=STARTS[1], balls=50_000)
    portrait, snapshot = fulfil(Bath(), order("two-wells", settings, until=0.0))
    assert snapshot.fit.p_value > 0.01
    assert snapshot.fit.distance < 2 * snapshot.fit.by_chance
    limits = [row.limit for row in portrait.rows]
    np.testing.assert_allclose(snapshot.variances, limits, rtol=0.03)


def test_that_there_must_be_a_density_to_draw_from() -> None:
    with pytest.raises(InputError, match="no stationary density"):
        fulfil(Bath(), order("plateau", replace(USUAL, start=STARTS[1])))


def test_that_balls_outside_of_the_picture_are_counted() -> None:
    """Nothing is hidden: what diverges is told, and every ball is somewhere."""
    settings = replace(USUAL, step=1.0, balls=500)
    portrait, snapshot = fulfil(Bath(), order("four-x-squared", settings, until=500.0))
    assert portrait.rows[0].exact == np.inf
    assert snapshot.counts.sum() + snapshot.outside == 500
    assert snapshot.lost == 500
    assert np.isinf(snapshot.variances).all()


def test_that_escapes_are_from_the_well_of_the_start() -> None:
    objective, dynamics = placed("double-well"), Dynamics(0.4, 0.01)
    from_left = draw_portrait(objective, (-1.0,), dynamics, 1000)
    from_right = draw_portrait(objective, (1.0,), dynamics, 1000)
    assert from_left.rightward
    assert not from_right.rightward
    assert from_left.mean_time < from_right.mean_time


def test_that_many_coordinates_have_variances_only() -> None:
    portrait, snapshot = fulfil(Bath(), order("spectrum"))
    assert portrait.edges == ()
    assert portrait.density is None
    assert len(portrait.rows) == len(snapshot.variances) == 10


def test_that_settings_follow_the_run_and_the_noise() -> None:
    runs = (
        Run("gradient-descent", {"learning_rate": 0.02}),
        Run("momentum", {"learning_rate": 0.02, "momentum": 0.5}),
        Run("adam"),
    )
    experiment = Experiment(ObjectiveChoice("two-wells"), runs, seed=5)
    assert settings_of(experiment, 0, USUAL) == replace(USUAL, seed=5, step=0.02)
    ball = settings_of(experiment, 1, USUAL)
    assert ball.equation == "kramers"
    assert ball.dynamics.learning_rate == pytest.approx(0.02)
    assert ball.dynamics.momentum == pytest.approx(0.5)
    assert settings_of(experiment, 2, USUAL) == replace(USUAL, seed=5)
    heated = Experiment(ObjectiveChoice("two-wells"), runs[:1], noise=Noise("langevin", 0.9))
    assert settings_of(heated, 0, USUAL).sigma == 0.9


@pytest.mark.parametrize("name", ["rosenbrock", "himmelblau", "double-well", "spectrum"])
def test_that_suggested_numbers_keep_the_balls_in_the_picture(name: str) -> None:
    objective = placed(name)
    start = Experiment(ObjectiveChoice(name)).start
    sigma, step = suggested(objective, start)
    settings = BathSettings(sigma=sigma, step=step, balls=1000)
    portrait, snapshot = fulfil(Bath(), order(name, settings, until=200 * step))
    assert snapshot.lost == 0
    if portrait.edges:
        assert snapshot.outside < 100
