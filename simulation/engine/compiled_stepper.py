"""Long runs as compiled programs, which take many steps in one call."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulation.engine.replay.compiled import Compiled
from simulation.engine.replay.programs import PROGRAMS
from simulation.engine.sampling import FullGradient, GradientSource, Minibatches
from simulation.engine.scheduled import Scheduled
from simulation.engine.states import map_tensors, parts
from simulation.engine.steppers import LaneStepper
from simulation.optimizers.base import Rule

if TYPE_CHECKING:
    from torch import Tensor

WORTH_COMPILING = 0.05
"""Seconds of steps taken as they are written, in all runs, before a program is made: that costs
as much. The clock may decide, as the numbers are the same."""
WORTH_CALLING = 4
"""Steps of a call, at least."""
TRAIL_BYTES = 2**21
SERIES_BYTES = 2**19
"""Room for the minibatches of the steps of a call."""


class CompiledStepper(LaneStepper):
    """A lane stepper for CPUs; what is the same in every step is compiled once it pays.

    The numbers are those of the rule as it is written, bit for bit. Noise and schedules are
    stepped one by one, and so are rules and objectives whose every step needs torch, for a
    root or a sine.

    Parameters
    ----------
    function
        See :func:`function_name`.
    rule, numbers, flags, x, scheduled
        As for a :class:`LaneStepper`.
    """

    def __init__(
        self,
        function: Hashable,
        rule: Rule,
        numbers: Mapping[str, Tensor],
        flags: Mapping[str, Any],
        x: Tensor,
        scheduled: Scheduled | None = None,
    ) -> None:
        super().__init__(rule, numbers, flags, x, scheduled)
        self._name = (function, rule.id, tuple(flags.items()))
        self._names = tuple(numbers)
        self._numbers = list(numbers.values())
        self._replay: Compiled | None = None
        self._most = TRAIL_BYTES // (x.numel() * x.element_size())

    def advance(self, source: GradientSource, first: int, count: int) -> Tensor:
        import torch

        with torch.inference_mode():
            replay = self._compiled(source) if count >= WORTH_CALLING else None
            if replay is None:
                began = time.perf_counter()
                positions = super().advance(source, first, count)
                PROGRAMS.spend(self._name_of(source), time.perf_counter() - began)
                return positions
            trails = []
            for taken in range(0, count, self._most):
                steps = min(self._most, count - taken)
                if isinstance(source, Minibatches):
                    replay.load_series(torch.stack(source.batches(first + taken, steps)))
                replay(steps)
                trails.append(replay.trail(steps))
            x, *state = (each.clone() for each in replay.inputs[: 1 + len(parts(self._state))])
            left = iter(state)
            self._x, self._state = x, map_tensors(lambda _: next(left), self._state)
            return trails[0] if len(trails) == 1 else torch.cat(trails)

    def _compiled(self, source: GradientSource) -> Compiled | None:
        """The program, about to go on from here; ``None`` where there is none, or not yet."""
        if not isinstance(source, FullGradient | Minibatches) or self._scheduled is not None:
            return None
        if self._most < WORTH_CALLING:
            return None
        name = self._name_of(source)
        if PROGRAMS.spent(name) < WORTH_COMPILING:
            return None
        now = [self._x, *parts(self._state)]
        if self._replay is not None:
            self._replay.load(now)
            return self._replay
        given, series_bytes = [*now, *self._numbers], 0
        if isinstance(source, Minibatches):
            (batch,) = source.batches(0, 1)
            if batch.shape[1:] != (1,):
                return None
            given.append(batch)
            batch_bytes = batch.numel() * batch.element_size()
            self._most = min(self._most, SERIES_BYTES // batch_bytes)
            series_bytes = SERIES_BYTES
        program = PROGRAMS.program(
            name,
            self._step(source),
            given,
            len(now),
            trail_bytes=TRAIL_BYTES,
            series_bytes=series_bytes,
        )
        if program is not None and program.trail_bytes:
            self._replay = program.start(given)
        return self._replay

    def _name_of(self, source: GradientSource) -> Hashable:
        return (type(source).__name__, *self._name)

    def _step(self, source: FullGradient | Minibatches) -> Callable[..., Sequence[Tensor]]:
        """A step as a function of all that may differ from lane to lane, and of a batch."""
        update, query, state = self._rule.update, self._rule.query, self._state
        given, gradient = self._hyperparameters, source.gradient

        def step(x: Tensor, *others: Tensor) -> list[Tensor]:
            left = iter(others)
            before = map_tensors(lambda _: next(left), state)
            numbers = {name: next(left) for name in self._names}
            h = tuple({**given, **numbers}.values())
            point = x if query is None else query(x, before, *h)
            x, after = update(x, gradient(point, *left), before, *h)
            return [x, *parts(after)]

        return step
