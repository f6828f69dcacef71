"""Batch size × learning rate → temperature, predicted and measured, cell by cell."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.conventions import ACCUMULATED, CONVENTIONS, equivalent_learning_rate
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.objectives.base import DataObjective
from simulation.theory.gradient_noise import GradientNoise, measure
from simulation.theory.minibatch_ensemble import MinibatchEnsemble
from simulation.theory.placing import placed_objective

DESCENT = "gradient-descent"
BATCH_SIZES = (1, 3, 10, 30, 100)
RATE_FACTORS = (0.5, 1.0, 2.0)
SETTLED = 3.5
"""Times in which the slowest direction forgets, after which positions count."""
MOST_STEPS = 20_000
"""Steps in which runs must have settled to be measured."""
SLICE = 20
"""Steps between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One learning rate with one batch size.

    Losses are means above the least loss: ``bath``, of a heat bath of this temperature,
    dim · σ²/2; ``exact``, of the Lyapunov equation, ``inf`` where it never settles;
    ``measured`` with its standard ``error``, ``nan`` until there is something.
    """

    learning_rate: float
    batch_size: int
    temperature: float
    bath: float
    exact: float
    measured: float
    error: float


class Temperatures:
    """Measures the cells of an experiment, those first that were measured least.

    Parameters
    ----------
    experiment
        On data, with a quadratic loss.
    run
        Whose learning rate and momentum.

    Raises
    ------
    InputError
        If nothing is known of this objective's or this optimizer's noise.
    """

    def __init__(self, experiment: Experiment, run: int) -> None:
        self._rate, self._momentum = _rates(experiment, run)
        self._seed = experiment.seed
        self._noise = _noise(experiment)
        self._slowest = float(np.linalg.eigvalsh(self._noise.hessian)[0])
        own = experiment.batch_size
        sizes = sorted({*BATCH_SIZES, *([own] if own and own <= BATCH_SIZES[-1] else [])})
        self._cells = [(k * self._rate, size) for size in sizes for k in RATE_FACTORS]
        self._exact = [self._solve(rate, size) for rate, size in self._cells]
        self._runs: dict[int, MinibatchEnsemble] = {}
        self._turn = 0

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells as far as they are measured."""
        return tuple(map(self._cell, range(len(self._cells))))

    def advance(self, seconds: float, wanted: Callable[[], bool]) -> None:
        """Measure on for ``seconds`` of the clock, each cell in turn."""
        finish = time.perf_counter() + seconds
        while wanted() and time.perf_counter() < finish:
            self._turn = (self._turn + 1) % len(self._cells)
            if self._settling(self._turn) < MOST_STEPS and self._exact[self._turn] < float("inf"):
                self._measure(self._turn)

    def _measure(self, index: int) -> None:
        if index not in self._runs:
            rate, size = self._cells[index]
            self._runs[index] = MinibatchEnsemble(
                self._noise, rate, self._momentum, size, self._seed
            )
        runs = self._runs[index]
        runs.advance(SLICE, settling=runs.steps < self._settling(index))

    def _settling(self, index: int) -> float:
        """Steps after which positions count."""
        return SETTLED * (1 - self._momentum) / (self._cells[index][0] * self._slowest)

    def _solve(self, rate: float, size: int) -> float:
        covariance = self._noise.stationary_covariance(rate, self._momentum, size)
        return float("inf") if covariance is None else self._noise.excess_loss(covariance)

    def _cell(self, index: int) -> Cell:
        rate, size = self._cells[index]
        temperature = self._noise.temperature(rate, self._momentum, size)
        runs = self._runs.get(index)
        nothing = float("nan"), float("nan")
        measured, error = nothing if runs is None else runs.excess_loss
        return Cell(
            learning_rate=rate,
            batch_size=size,
            temperature=temperature,
            bath=self._noise.minimum.size * temperature / 2,
            exact=self._exact[index],
            measured=measured,
            error=error,
        )


def _rates(experiment: Experiment, run: int) -> tuple[float, float]:
    """Learning rate of the accumulated form, and momentum, of the run's first step."""
    chosen = experiment.runs[run]
    values: Any = chosen.hyperparameters
    if chosen.optimizer == DESCENT:
        return values["learning_rate"], 0.0
    if chosen.optimizer not in CONVENTIONS:
        raise InputError(
            "optimizer",
            "the temperature of minibatches is known for gradient descent and momentum; "
            "choose such a run",
        )
    momentum = values["momentum"]
    if not momentum < 1:
        raise InputError("momentum", "without friction there is no temperature; give less than 1")
    rate = values["learning_rate"]
    return equivalent_learning_rate(rate, momentum, chosen.optimizer, ACCUMULATED), momentum


def _noise(experiment: Experiment) -> GradientNoise:
    objective = placed_objective(experiment.objective)
    noise = measure(objective) if isinstance(objective, DataObjective) else None
    if noise is None:
        raise InputError("objective", "give an objective on data with a quadratic loss")
    return noise
