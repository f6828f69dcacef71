"""What waits, and what ends the waiting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gui.curve_feed import CurveFeed
from gui.frames import Frame
from gui.pace import Pace
from simulation.engine.runner import Runner
from simulation.experiment import Experiment


class Recorder:
    """Stands in for views: notes what it is asked for."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *_: self.calls.append(name)


def frame_of(runner: Runner, number: int = 1) -> Frame:
    history = runner.history
    return Frame(
        number, runner.experiment, history, history.computed, history.farthest, runner.done,
        (), 0.0, "cpu",
    )  # fmt: skip


def test_that_a_rest_ends_after_its_time(qtbot) -> None:
    pace = Pace()
    assert pace.is_due
    pace.rest(10_000_000)
    assert not pace.is_due
    pace.rest(30)
    qtbot.waitUntil(lambda: pace.is_due)
    pace.rest(10_000_000)
    assert not pace.is_due


@pytest.fixture
def resting() -> tuple[CurveFeed, Recorder, Runner]:
    curves = Recorder()
    feed = CurveFeed(curves, Recorder())
    runner = Runner(Experiment(steps=30))
    feed.show_frame(frame_of(runner))
    assert curves.calls == ["set_history"]
    feed._pace.rest(100_000)
    curves.calls.clear()
    return feed, curves, runner


def test_that_growing_curves_rest_and_the_last_rows_are_drawn_at_once(resting) -> None:
    feed, curves, runner = resting
    feed.show_frame(frame_of(runner))
    assert not curves.calls
    runner.run()
    feed.show_frame(frame_of(runner))
    assert curves.calls == ["refresh"]


def test_that_another_history_waits_for_its_turn_or_for_the_end(resting) -> None:
    feed, curves, runner = resting
    other = Runner(replace(runner.experiment, steps=40))
    feed.show_frame(frame_of(other, 2))
    assert not curves.calls
    feed.finish()  # cancelled: no more frames come
    assert curves.calls == ["set_history"]
    feed.finish()
    assert curves.calls == ["set_history"]
