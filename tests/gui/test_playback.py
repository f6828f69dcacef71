"""The cursor never passes what is computed, and every way of moving it is exact."""

from __future__ import annotations

import math

import pytest

from gui.panels.transport import SPEEDS
from gui.playback import (
    DEFAULT_SPEED,
    LEAST_SECONDS,
    MOST_SECONDS,
    Playback,
    suited_speed,
)


@pytest.fixture
def playback() -> Playback:
    playback = Playback()
    playback.set_total(20)
    playback.set_computed(20)
    return playback


def test_that_a_second_shows_as_many_steps_as_the_speed_says(playback: Playback) -> None:
    playback.speed = 7.0
    playback.play()
    for _ in range(100):
        playback.tick(0.01)
    assert playback.cursor in (6, 7)  # a hundred additions of 0.01 may fall short of 1
    playback.tick(0.01)
    assert playback.cursor == 7


def test_that_playing_stops_at_the_end_and_starts_over_from_there(playback: Playback) -> None:
    playback.play()
    playback.tick(100)
    assert (playback.cursor, playback.playing) == (20, False)
    playback.play()
    assert (playback.cursor, playback.playing) == (0, True)


def test_that_a_loop_begins_again(playback: Playback) -> None:
    playback.loop = True
    playback.play()
    playback.tick(100)
    assert (playback.cursor, playback.playing) == (0, True)


def test_that_the_cursor_waits_for_the_computation_and_goes_on() -> None:
    playback = Playback()
    playback.set_total(100)
    playback.set_computed(3)
    playback.speed = 50.0
    playback.play()
    playback.tick(1.0)
    assert (playback.cursor, playback.playing) == (3, True)
    playback.set_computed(100)
    playback.tick(0.1)
    assert playback.cursor in (8, 9)


def test_that_the_end_is_kept_while_the_experiment_changes(playback: Playback) -> None:
    shown = []
    playback.cursor_changed.connect(shown.append)
    playback.seek(20)
    playback.set_total(50)
    playback.set_computed(10)
    playback.set_computed(50)
    assert shown == [20, 10, 50]


def test_that_a_step_back_is_one_step_and_pauses(playback: Playback) -> None:
    playback.play()
    playback.tick(1.04)
    before = playback.cursor
    playback.step_back()
    assert (playback.cursor, playback.playing) == (before - 1, False)
    playback.seek(0)
    playback.step_back()
    assert playback.cursor == 0


def test_that_unlimited_speed_shows_the_newest_step() -> None:
    playback = Playback()
    playback.speed = math.inf
    playback.set_total(1000)
    playback.set_computed(0)
    playback.play()
    for computed in (10, 400, 999):
        playback.set_computed(computed)
        playback.tick(0.016)
        assert playback.cursor == computed
    playback.set_computed(1000)
    playback.tick(0.016)
    assert (playback.cursor, playback.playing) == (1000, False)


def test_that_moving_by_hand_pauses(playback: Playback) -> None:
    moves = {playback.to_start: 0, playback.to_end: 20, playback.step_back: 4}
    moves[playback.step_forward] = 6
    for move, expected in moves.items():
        playback.seek(5)
        playback.set_playing(True)
        move()
        assert (playback.cursor, playback.playing) == (expected, False)
    playback.to_start()
    playback.step_back()
    assert playback.cursor == 0


@pytest.mark.parametrize("steps", [2, 3, 5, 10, 20, 60, 150, 300, 1596, 4800])
def test_that_what_is_opened_plays_for_a_time_to_watch(steps: int) -> None:
    assert LEAST_SECONDS <= steps / suited_speed(steps, SPEEDS) <= MOST_SECONDS


def test_that_a_speed_is_suited_only_where_the_usual_one_is_not() -> None:
    usual = range(int(DEFAULT_SPEED * LEAST_SECONDS), int(DEFAULT_SPEED * MOST_SECONDS) + 1)
    assert {suited_speed(steps, SPEEDS) for steps in usual} == {DEFAULT_SPEED}
    assert suited_speed(1, SPEEDS) == min(SPEEDS)
    assert suited_speed(10**7, SPEEDS) == max(speed for speed in SPEEDS if math.isfinite(speed))


def test_that_a_chosen_speed_stays(playback: Playback) -> None:
    playback.set_speed(2.0)
    playback.suit_speed(SPEEDS)
    assert playback.speed == 2.0
