"""Leaky averages: how much of each past gradient a velocity holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.errors import InputError

Array = np.ndarray[Any, np.dtype[Any]]

MOST = 8
"""Momenta that are compared at once."""


@dataclass(frozen=True, slots=True)
class LeakyAverage:
    """The weights of past gradients for one momentum."""

    momentum: float
    weights: Array
    """Weight of the gradient τ steps ago, τ = 0, 1, …: ``(count,)``."""
    limit: float
    """What the sum of all weights tends to."""
    memory: float
    """1/(1 − β): how many gradients count."""

    @property
    def total(self) -> float:
        """Sum of the weights that are there."""
        return float(self.weights.sum())

    def effective_step(self, learning_rate: float) -> float:
        """How far a slope of 1 that never changes moves a ball in a step, in the long run."""
        return learning_rate * self.limit


def leaky_average(momentum: float, count: int, *, averaged: bool) -> LeakyAverage:
    """Weights βᵗ of the accumulated velocity, or (1 − β) βᵗ of the averaged one.

    The accumulated weights add up to 1/(1 − β), so that a learning rate η acts like
    η/(1 − β); the averaged ones to 1.

    Source: Dive into Deep Learning, chapter on momentum, "leaky averages".
    """
    with np.errstate(divide="ignore"):
        memory = float(np.divide(1.0, 1.0 - momentum))
    share = 1.0 - momentum if averaged else 1.0
    weights = share * float(momentum) ** np.arange(count)
    return LeakyAverage(momentum, weights, 1.0 if averaged else memory, memory)


def read_momenta(text: str) -> tuple[float, ...]:
    """Momenta that a user typed, separated by commas or blanks.

    Raises
    ------
    InputError
        If they are not one to eight numbers of the range of a momentum.
    """
    words = text.replace(",", " ").replace(";", " ").split()
    try:
        momenta = tuple(float(word) for word in words)
    except ValueError:
        momenta = ()
    if not 1 <= len(momenta) <= MOST or not all(0 <= beta <= 1 for beta in momenta):
        problem = "give one to {most} numbers from 0 to 1, such as 0.9, 0.6"
        raise InputError("momentum", problem, most=MOST)
    return momenta
