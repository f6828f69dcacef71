"""Counts how often balls get from one well to the other, and how long they stayed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.theory.roots import root_between

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Escapes:
    """Escapes from one well, and the time that balls spent in it, over all balls."""

    count: int
    time: float

    @property
    def rate(self) -> float:
        """Escapes in a unit of time; ``nan`` before there was any time."""
        return self.count / self.time if self.time > 0 else float("nan")

    def interval(self, confidence: float = CONFIDENCE) -> tuple[float, float]:
        """Range of rates that is right with probability ``confidence``.

        Exact for counts that are Poisson's (Garwood 1936), as those of rare escapes are.
        """
        if not self.time > 0:
            return 0.0, float("inf")
        tail = (1 - confidence) / 2
        low = _gamma_quantile(self.count, tail) if self.count else 0.0
        return low / self.time, _gamma_quantile(self.count + 1, 1 - tail) / self.time


class Crossings:
    """Follows which well each ball of an ensemble was last at the bottom of.

    A ball belongs to a well from when it passes the bottom until it passes the other bottom,
    so the mean time in between is the mean first-passage time from bottom to bottom, and balls
    that turn back on the top are not counted. Balls that were at neither bottom yet count for
    nothing.

    Parameters
    ----------
    low, high
        The bottoms, in the first coordinate.
    """

    def __init__(self, low: float, high: float) -> None:
        self._bottoms = low, high
        self._sides: Any = None
        self._counts = [0, 0]
        self._ball_times = [0.0, 0.0]

    @property
    def rightward(self) -> Escapes:
        """Escapes from the well at the left."""
        return Escapes(self._counts[0], self._ball_times[0])

    @property
    def leftward(self) -> Escapes:
        """Escapes from the well at the right."""
        return Escapes(self._counts[1], self._ball_times[1])

    def restart(self) -> None:
        """Count from zero; balls keep their wells.

        Balls that begin together do not escape before they have had time to: what is counted
        from later on has no such beginning.
        """
        self._counts = [0, 0]
        self._ball_times = [0.0, 0.0]

    def begin(self, x: Array) -> None:
        """Take balls at ``x``, shape ``(balls,)``."""
        import torch

        low, high = self._bottoms
        sides = (x >= high).astype(np.int8) - (x <= low).astype(np.int8)
        self._sides = torch.from_numpy(sides)  # −1 left, 1 right, 0 neither

    def count(self, place: slice, x: Tensor, step: float) -> None:
        """Take the next positions of the balls ``place``, a ``step`` of time later."""
        low, high = self._bottoms
        sides = self._sides[place]
        inside = sides == -1, sides == 1
        beyond = x >= high, x <= low
        for side in (0, 1):
            self._ball_times[side] += step * int(inside[side].sum())
            self._counts[side] += int((inside[side] & beyond[side]).sum())
        sides.masked_fill_(beyond[0], 1).masked_fill_(beyond[1], -1)


def _gamma_quantile(shape: int, probability: float) -> float:
    """What a gamma variable of this shape and scale 1 stays below with this probability."""
    import torch

    def excess(value: float) -> float:
        arguments = torch.tensor([shape, value], dtype=torch.float64)
        return float(torch.special.gammainc(*arguments)) - probability

    return root_between(excess, 0.0, 10.0 * (shape + 10))  # beyond lies less than 1e-40 of it
