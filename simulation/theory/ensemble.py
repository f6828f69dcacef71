"""Many balls under the same noise law, each with its own noise, advanced together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.errors import InputError
from simulation.objectives.base import Objective
from simulation.seeds import generator
from simulation.theory.crossings import Crossings
from simulation.theory.langevin import Dynamics
from simulation.theory.stationary import Density

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]

TILE = 8192
"""Balls that are stepped together: what they need stays in the cache."""
MOST_NUMBERS = 40_000_000
"""Coordinates of all balls; twice as many numbers are kept, with the velocities."""


class Ensemble:
    """Balls that start together, or from a density, and then go their own ways.

    Only where they are now is kept. Tiles of balls have generators of their own, so a slice
    of work may be of any length: the numbers depend on the seed and the steps alone.

    Parameters
    ----------
    objective
        Placed on the CPU in float64.
    balls, seed
        How many, and what their noise is drawn from.
    start
        A point ``(dim,)`` at which all balls are released at rest, or the density that they
        are drawn from, with velocities that belong to ``dynamics``.
    dynamics
        Their law of motion.
    crossings
        What is counted on the way, or ``None``.

    Raises
    ------
    InputError
        If there are too many balls, or none.
    """

    def __init__(
        self,
        objective: Objective,
        balls: int,
        seed: int,
        start: Sequence[float] | Density,
        dynamics: Dynamics,
        crossings: Crossings | None = None,
    ) -> None:
        most = MOST_NUMBERS // objective.dim
        if not 1 <= balls <= most:
            raise InputError("balls", "give 1 to {most}", most=most)
        self.dynamics = dynamics
        self.steps = 0
        """Steps made so far."""
        self.time = 0.0
        """Time that they stand for."""
        self._objective = objective
        self._crossings = crossings
        self._at = np.empty((objective.dim, balls))
        self._displacements = np.zeros((objective.dim, balls))
        self._tiles = [slice(k, min(k + TILE, balls)) for k in range(0, balls, TILE)]
        self._draws = [generator(seed, "ensemble", k) for k in range(len(self._tiles))]
        self._release(start, generator(seed, "ensemble start"))
        if crossings is not None:
            crossings.begin(self._at[0])

    @property
    def positions(self) -> Array:
        """Where the balls are, ``(dim, balls)``: a view that the next slice changes."""
        return self._at

    @property
    def balls(self) -> int:
        return self._at.shape[1]

    @property
    def crossings(self) -> Crossings | None:
        """What was counted so far."""
        return self._crossings

    def change(self, dynamics: Dynamics, crossings: Crossings | None = None) -> None:
        """Go on by another law, from where the balls are; what is counted is so from now on.

        Velocities stay; under Langevin's equation there are none, so that from there the balls
        begin at rest. ``crossings`` are counted if none were yet.
        """
        had, has = self.dynamics, dynamics
        self._displacements *= has.step / had.step if had.momentum else 0.0
        self.dynamics = dynamics
        if self._crossings is not None:
            self._crossings.restart()
        elif crossings is not None:
            self._crossings = crossings
            crossings.begin(self._at[0])

    def advance(self, steps: int) -> None:
        """Make ``steps`` steps."""
        import torch

        with torch.inference_mode():
            for place, draws in zip(self._tiles, self._draws, strict=True):
                self._advance_tile(place, draws, steps)
        self.steps += steps
        self.time += steps * self.dynamics.step

    def _release(self, start: Sequence[float] | Density, draws: np.random.Generator) -> None:
        if isinstance(start, Density):
            self._at[:] = start.sample(self.balls, draws)
            if self.dynamics.momentum:
                self._displacements[:] = draws.standard_normal(self._at.shape)
                self._displacements *= self.dynamics.sigma * self.dynamics.step
        else:
            self._at[:] = np.array(start)[:, None]

    def _advance_tile(self, place: slice, draws: np.random.Generator, steps: int) -> None:
        import torch

        dynamics, gradient = self.dynamics, self._objective.gradient
        kept, rate, kick = dynamics.momentum, dynamics.learning_rate, dynamics.kick
        # Copies: the slices of two rows are not contiguous, and these stay in the cache.
        x = torch.from_numpy(self._at[:, place].copy())
        u = torch.from_numpy(self._displacements[:, place].copy())
        drawn = np.empty(tuple(x.shape))
        noise = torch.from_numpy(drawn)
        for _ in range(steps):
            draws.standard_normal(out=drawn)
            u.mul_(kept).sub_(gradient(x), alpha=rate).add_(noise, alpha=kick)
            x.add_(u)
            if self._crossings is not None:
                self._crossings.count(place, x[0], dynamics.step)
        self._at[:, place] = _array(x)
        self._displacements[:, place] = _array(u)


def _array(tensor: Tensor) -> Array:
    array: Array = tensor.numpy()
    return array
