"""Long runs as compiled programs, which take many steps in one call."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulation.engine.replay.compiled import Compiled
from simulation.engine.replay.programs import PROGRAMS
from simulation.engine.sampling import FullGradient, GradientSource
from simulation.engine.scheduled import Scheduled
from simulation.engine.states import map_tensors, parts
from simulation.engine.steppers import LaneStepper
from simulation.optimizers.base import Rule

if TYPE_CHECKING:
    from torch import Tensor

WORTH_COMPILING = 4096
"""Steps taken as they are written before a program is made: that costs as much."""
WORTH_CALLING = 64
"""Steps of a call, at least."""
TRAIL_BYTES = 2**21


class CompiledStepper(LaneStepper):
    """A lane stepper for CPUs; what is the same in every step is compiled once it pays.

    The numbers are those of the rule as it is written, bit for bit. Minibatches, noise and
    schedules are stepped one by one, and so are rules and objectives whose every step needs
    torch, for a root or a sine.

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
        self._written = 0
        """Steps taken as the rule is written."""
        self._replay: Compiled | None = None
        self._most = TRAIL_BYTES // (x.numel() * x.element_size())

    def advance(self, source: GradientSource, first: int, count: int) -> Tensor:
        import torch

        with torch.inference_mode():
            replay = self._compiled(source) if count >= WORTH_CALLING else None
            if replay is None:
                self._written += count
                return super().advance(source, first, count)
            trails = []
            for taken in range(0, count, self._most):
                steps = min(self._most, count - taken)
                replay(steps)
                trails.append(replay.trail(steps))
            x, *state = (each.clone() for each in replay.inputs[: 1 + len(parts(self._state))])
            left = iter(state)
            self._x, self._state = x, map_tensors(lambda _: next(left), self._state)
            return trails[0] if len(trails) == 1 else torch.cat(trails)

    def _compiled(self, source: GradientSource) -> Compiled | None:
        """The program, about to go on from here; ``None`` where there is none, or not yet."""
        fits = isinstance(source, FullGradient) and self._scheduled is None
        waits = self._written < WORTH_COMPILING and not PROGRAMS.known(self._name)
        if not fits or waits or self._most < WORTH_CALLING:
            return None
        now = [self._x, *parts(self._state)]
        if self._replay is not None:
            for place, value in zip(self._replay.inputs, now, strict=False):
                place.copy_(value)
            return self._replay
        step = self._step(next(source.steps(0, 1)))
        values = [*now, *self._numbers]
        program = PROGRAMS.program(self._name, step, values, len(now), trail_bytes=TRAIL_BYTES)
        if program is not None and program.trail_bytes:
            self._replay = Compiled(program, values)
        return self._replay

    def _step(self, gradient: Callable[[Tensor], Tensor]) -> Callable[..., Sequence[Tensor]]:
        """A step as a function of all that may differ from lane to lane."""
        update, query, state = self._rule.update, self._rule.query, self._state
        given = self._hyperparameters

        def step(x: Tensor, *others: Tensor) -> list[Tensor]:
            left = iter(others)
            before = map_tensors(lambda _: next(left), state)
            numbers = dict(zip(self._names, left, strict=True))
            h = tuple({**given, **numbers}.values())
            point = x if query is None else query(x, before, *h)
            x, after = update(x, gradient(point), before, *h)
            return [x, *parts(after)]

        return step
