"""Flows: what gradient descent and momentum become as their steps get small.

The gradient flow is θ̇ = −∇L(θ); a ball with friction λ follows θ̈ + λθ̇ = −∇L(θ), the damped
Newton equation. Source: Su Jianlin 2018.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from simulation.objectives.base import Objective

Array = np.ndarray[Any, np.dtype[Any]]
Wanted = Callable[[], bool]

Ending = Literal["complete", "costly", "escaped"]
"""Whether a flow reached the last time asked for, or took too many evaluations, or left all
bounds before it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time with one friction."""

    end: float
    friction: float


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow to follow from time 0 on.

    A ball has pieces, one after the other, with its friction; the gradient flow has none.
    """

    objective: Objective
    """Placed on the CPU in float64."""
    start: Array
    """Shape ``(dim,)``."""
    velocity: Array
    """Of a ball at the start, shape ``(dim,)``."""
    pieces: tuple[Piece, ...] = ()

    @property
    def has_mass(self) -> bool:
        """Whether it is that of a ball."""
        return bool(self.pieces)


@dataclass(frozen=True, slots=True)
class Solution:
    """A flow at some times, as far as it could be followed."""

    positions: Array
    """Shape ``(dim, n)``."""
    velocities: Array
    """Shape ``(dim, n)``; minus the gradient for the gradient flow."""
    ending: Ending

    def __len__(self) -> int:
        return int(self.positions.shape[1])


def always() -> bool:
    """Nothing supersedes the work."""
    return True
