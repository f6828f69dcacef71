"""Bringing one run of an experiment back to any of its steps."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from math import inf
from typing import Any

from simulation.engine.runner import Runner
from simulation.experiment import Experiment

FIRST_SPACING = 64
MOST_SAVED = 256
"""States kept at most; beyond, every other one is dropped."""


def alone(experiment: Experiment, run: int) -> Experiment:
    """What decides the numbers of one run, and no more.

    The run keeps its place, since its random draws depend on it; neither its name nor how
    many steps are taken in the end matters.
    """
    chosen = replace(experiment.runs[run], label="", colour="")
    runs = (*(replace(chosen, enabled=False) for _ in range(run)), replace(chosen, enabled=True))
    return replace(experiment, runs=runs, steps=1, title="")


class Replay:
    """Computes one run as the engine does, alone, and stops where it is told to.

    It keeps states on the way: going back, or to a step nearby, is fast.

    Parameters
    ----------
    experiment, run
        Which run, by its place.
    stopped
        Asked by steps of torch's own optimizers, which may take for ever.

    Raises
    ------
    InputError
        If the device, the data or the optimizer's values cannot be used.
    """

    def __init__(
        self, experiment: Experiment, run: int, stopped: Callable[[], bool] | None = None
    ) -> None:
        runner = Runner(alone(experiment, run), stopped=stopped)
        self.objective = runner.objective
        self.stepper, self.source = runner.stepping(run)
        self.step = 0
        """Steps taken so far."""
        self._spacing = FIRST_SPACING
        self._saved: dict[int, Any] = {0: self.stepper.save()}

    def go_to(self, step: int, seconds: float = inf) -> bool:
        """Be where ``step`` steps are taken; ``False`` if that needs longer than ``seconds``.

        Called again, it goes on from there.

        Raises
        ------
        Cancelled
            If it is to stop in the middle of a step; the replay is of no more use then.
        """
        deadline = time.perf_counter() + seconds
        nearest = max(saved for saved in self._saved if saved <= step)
        if not nearest <= self.step <= step:
            self.stepper.restore(self._saved[nearest])
            self.step = nearest
        while self.step < step:
            self._advance(min(step - self.step, self._spacing - self.step % self._spacing))
            if time.perf_counter() > deadline:
                return self.step == step
        return True

    def _advance(self, count: int) -> None:
        self.stepper.advance(self.source, self.step, count)
        self.step += count
        if self.step % self._spacing == 0 and self.step not in self._saved:
            self._saved[self.step] = self.stepper.save()
        if len(self._saved) > MOST_SAVED:
            self._spacing *= 2
            self._saved = {k: v for k, v in self._saved.items() if k % self._spacing == 0}
