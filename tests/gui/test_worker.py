"""The simulation thread: starts, streams, cancels, drops what is stale, and never dies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.frames import Frame
from gui.worker.controller import Controller
from gui.worker.mailbox import Mailbox
from simulation.engine.history import History
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.inspection.inspector import Inspector

ENDLESS = {
    "learning_rate": 1e-9,
    "max_iter": 10_000_000,
    "tolerance_grad": 0.0,
    "tolerance_change": 0.0,
}
"""Values with which torch's LBFGS takes hours for one step."""
LONG = 10_000_000
"""The most steps there can be. That they are not all taken shows that a run was interrupted."""


@pytest.fixture
def controller(qtbot: QtBot) -> Iterator[Controller]:
    controller = Controller()
    controller.start()
    yield controller
    controller.shutdown()


def collect(controller: Controller) -> list[Frame]:
    frames: list[Frame] = []
    controller.frame_changed.connect(frames.append)
    return frames


def wait_until_idle(qtbot: QtBot, controller: Controller) -> None:
    def idle() -> bool:
        controller.deliver()
        return not controller.busy

    qtbot.waitUntil(idle)


def wait_until_growing(qtbot: QtBot, controller: Controller, frames: list[Frame]) -> History:
    """Wait until something is seen of a long run; its history."""

    def growing() -> bool:
        controller.deliver()
        return len({frame.computed for frame in frames}) >= 3

    qtbot.waitUntil(growing)
    assert not frames[-1].done
    return frames[-1].history


def wait_for_the_thread(qtbot: QtBot, controller: Controller) -> None:
    """Wait until the thread has come to what it is asked now, after all that was asked before."""
    with qtbot.waitSignal(controller.inspected):
        controller.inspect(Experiment(), 0, 0)


def test_that_a_mailbox_hands_out_the_latest_once() -> None:
    mailbox: Mailbox[int] = Mailbox()
    assert mailbox.take() is None
    for value in range(5):
        mailbox.put(value)
    assert mailbox.take() == 4
    assert mailbox.take() is None


def test_that_the_thread_computes_what_the_runner_computes(
    qtbot: QtBot, controller: Controller
) -> None:
    frames = collect(controller)
    experiment = Experiment(steps=200)
    controller.compute(experiment)
    wait_until_idle(qtbot, controller)
    (expected,) = Runner(experiment).run().records
    assert frames[-1].done
    np.testing.assert_array_equal(frames[-1].history.records[0].positions, expected.positions)


def test_that_a_long_run_is_seen_growing_and_can_be_cancelled(
    qtbot: QtBot, controller: Controller
) -> None:
    frames = collect(controller)
    controller.compute(Experiment(steps=LONG))
    kept = wait_until_growing(qtbot, controller, frames)
    controller.cancel()
    assert not controller.busy
    wait_for_the_thread(qtbot, controller)  # a slice that was under way may still end
    stopped_at = kept.computed
    for _ in range(5):  # any of which would come after another slice
        wait_for_the_thread(qtbot, controller)
    assert kept.computed == stopped_at < LONG


def test_that_only_the_latest_of_many_requests_is_answered(
    qtbot: QtBot, controller: Controller
) -> None:
    frames = collect(controller)
    failures: list[str] = []
    controller.failed.connect(failures.append)
    for steps in range(100, 400):
        number = controller.compute(Experiment(steps=steps))
    wait_until_idle(qtbot, controller)
    assert {frame.number for frame in frames} == {number}
    assert frames[-1].computed == 399
    assert failures == []


def test_that_a_new_request_interrupts_a_long_one(qtbot: QtBot, controller: Controller) -> None:
    frames = collect(controller)
    controller.compute(Experiment(steps=LONG))
    long = wait_until_growing(qtbot, controller, frames)
    controller.compute(Experiment(steps=10))
    wait_until_idle(qtbot, controller)
    assert frames[-1].done
    assert frames[-1].experiment.steps == 10
    assert long.computed < LONG


def test_that_missing_data_is_a_sentence_and_the_thread_lives_on(
    qtbot: QtBot, controller: Controller, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MOMENTUM_LAB_DATA", str(tmp_path / "nowhere"))
    with qtbot.waitSignal(controller.failed) as blocker:
        controller.compute(Experiment(ObjectiveChoice("airfoil")))
    assert "MOMENTUM_LAB_DATA" in blocker.args[0]
    frames = collect(controller)
    controller.compute(Experiment())
    wait_until_idle(qtbot, controller)
    assert frames[-1].done


def test_that_an_unforeseen_error_is_a_sentence_too(
    qtbot: QtBot, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object) -> None:
        raise RuntimeError("the roof is on fire")

    monkeypatch.setattr("simulation.engine.runner.Runner.advance", explode)
    with qtbot.waitSignal(controller.failed) as blocker:
        controller.compute(Experiment())
    assert "the roof is on fire" in blocker.args[0]
    assert not controller.busy


def test_that_one_diverging_run_does_not_stop_the_others(
    qtbot: QtBot, controller: Controller
) -> None:
    frames = collect(controller)
    wild = Run("gradient-descent", {"learning_rate": 10})
    controller.compute(Experiment(runs=(wild, Run()), steps=300))
    wait_until_idle(qtbot, controller)
    assert [outcome.kind for outcome in frames[-1].outcomes] == ["diverged", "converged"]


def test_that_a_table_is_written_in_the_background(
    qtbot: QtBot, controller: Controller, tmp_path: Path
) -> None:
    frames = collect(controller)
    experiment = Experiment(steps=5)
    controller.compute(experiment)
    wait_until_idle(qtbot, controller)
    with qtbot.waitSignal(controller.exported):
        controller.export(experiment, frames[-1].history, tmp_path / "out.csv")
    assert len((tmp_path / "out.csv").read_text().splitlines()) == 7
    with qtbot.waitSignal(controller.export_failed) as blocker:
        controller.export(experiment, frames[-1].history, tmp_path / "no" / "out.csv")
    assert "cannot be written" in blocker.args[0]


def test_that_closing_in_the_middle_of_a_run_ends_the_thread(qtbot: QtBot) -> None:
    controller = Controller()
    controller.start()
    frames = collect(controller)
    controller.compute(replace(Experiment(), steps=LONG))
    history = wait_until_growing(qtbot, controller, frames)
    controller.shutdown()
    assert not controller._thread.isRunning()
    assert history.computed < LONG


def test_that_an_edit_of_one_run_leaves_the_others_on_the_screen(
    qtbot: QtBot, controller: Controller
) -> None:
    frames = collect(controller)
    runs = tuple(Run("momentum", {"learning_rate": 0.01 * (1 + i)}) for i in range(8))
    experiment = Experiment(runs=runs, steps=10_000)
    controller.compute(experiment)
    wait_until_idle(qtbot, controller)
    before = frames[-1].history.records
    frames.clear()
    controller.compute(experiment.with_run(3, Run("momentum", {"learning_rate": 0.2})))

    def answered() -> bool:
        controller.deliver()
        return bool(frames)

    qtbot.waitUntil(answered)
    first = frames[0]
    assert first.farthest == 10_000
    kept = [one is other for one, other in zip(first.history.records, before, strict=True)]
    assert kept == [True] * 3 + [False] + [True] * 4
    assert len(first.history.records[3]) > 0
    wait_until_idle(qtbot, controller)


def test_that_a_label_computes_nothing_and_a_wish_for_all_anew_computes_all(
    qtbot: QtBot, controller: Controller
) -> None:
    frames = collect(controller)
    experiment = Experiment(steps=100)
    controller.compute(experiment)
    wait_until_idle(qtbot, controller)
    history = frames[-1].history
    controller.compute(replace(experiment, runs=(Run(label="mine"),)))
    wait_until_idle(qtbot, controller)
    assert frames[-1].experiment.runs[0].label == "mine"
    assert frames[-1].history == history
    controller.compute(experiment, anew=True)
    wait_until_idle(qtbot, controller)
    assert frames[-1].history != history


def test_that_a_step_that_takes_for_ever_holds_neither_a_newer_request_nor_the_end_up(
    qtbot: QtBot, controller: Controller
) -> None:
    frames, started = collect(controller), []
    controller._worker.started.connect(started.append)
    run = Run("torch.optim.LBFGS", ENDLESS)
    endless = Experiment(ObjectiveChoice("rosenbrock"), (Run("momentum"), run), steps=50)
    first = controller.compute(endless)
    qtbot.waitUntil(lambda: first in started)
    controller.compute(Experiment(steps=33))
    wait_until_idle(qtbot, controller)
    assert frames[-1].done
    assert frames[-1].experiment.steps == 33
    again = controller.compute(endless)
    qtbot.waitUntil(lambda: again in started)
    controller.shutdown()
    assert not controller._thread.isRunning()


def test_that_a_step_that_takes_for_ever_to_write_out_holds_nothing_up(
    qtbot: QtBot, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, inspect = Event(), Inspector.inspect

    def inspect_and_tell(*args: Any) -> Any:
        begun.set()
        return inspect(*args)

    monkeypatch.setattr(Inspector, "inspect", inspect_and_tell)
    frames = collect(controller)
    run = Run("torch.optim.LBFGS", ENDLESS)
    endless = Experiment(ObjectiveChoice("rosenbrock"), (run,), steps=50)
    controller.inspect(endless, 0, 2)
    qtbot.waitUntil(begun.is_set)
    controller.compute(Experiment(steps=33))  # which is not for that run any more
    wait_until_idle(qtbot, controller)
    assert frames[-1].done
    controller.inspect(endless, 0, 2)
    with qtbot.waitSignal(controller.inspected) as blocker:
        controller.inspect(endless, 0, 0)
    assert blocker.args[0].step == 0
    controller.inspect(endless, 0, 2)
    controller.cancel()
    with qtbot.waitSignal(controller.inspected) as blocker:
        controller.inspect(Experiment(), 0, 3)
    assert blocker.args[0].step == 3
