"""A way out of a step that takes too long to wait for its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from simulation.engine.sampling import GradientFunction, GradientSource, LossFunction

if TYPE_CHECKING:
    from torch import Tensor


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Whoever asked for it does not want it any more."""


class Interruptible:
    """A source of gradients that hands out none any more once it is to stop.

    Torch's own optimizers may ask for a million gradients in one step: only there can they be
    stopped. Whose step was interrupted is of no more use.

    Parameters
    ----------
    source
        Where the gradients come from.
    stopped
        Asked before each; the gradient then raises :class:`Cancelled`.
    patience
        Seconds that steps may take although they are to stop: what ends soon can be gone on
        with.
    """

    def __init__(
        self, source: GradientSource, stopped: Callable[[], bool], patience: float = 0.0
    ) -> None:
        self._source = source
        self._stopped = stopped
        self._patience = patience
        self._deadline = 0.0

    def steps(self, first: int, count: int) -> Iterator[GradientFunction]:
        self._deadline = time.perf_counter() + self._patience
        for gradient in self._source.steps(first, count):
            yield partial(self._computed, gradient)

    def loss(self, step: int) -> LossFunction:
        return self._source.loss(step)

    def _computed(self, gradient: GradientFunction, x: Tensor) -> Tensor:
        if self._stopped() and time.perf_counter() >= self._deadline:
            raise Cancelled
        return gradient(x)
