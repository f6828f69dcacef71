"""How fast the steps of an optimizer near its flow as they get smaller: the observed order.

The rules are those of :mod:`simulation.optimizers`, unchanged. Gradient descent is Euler's
method, of order 1. Momentum is the leapfrog method, of order 2, but it starts with v₀ = 0 half
a step before the start: released there, the ball has the velocity −γ∇L/2 when the clock starts,
an error of order 1. It goes when v₀ = −∇L(θ₀)/(1 + β), for then the velocities half a step
before and after the start cancel, and the ball begins at rest.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from simulation.objectives.base import Objective
from simulation.optimizers.base import Rule, State, Velocity
from simulation.optimizers.catalog import OPTIMIZERS
from simulation.optimizers.momentum import GRADIENT_DESCENT, MOMENTUM_ACCUMULATED
from simulation.optimizers.nesterov import NESTEROV
from simulation.theory.flows import Flow, Piece, Wanted, always
from simulation.theory.friction import to_optimizer
from simulation.theory.motions import NESTEROV as LOOKING_AHEAD
from simulation.theory.motions import Motion
from simulation.theory.solving import solve

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]

Release = Literal["descent", "early", "rest"]
"""Gradient descent; momentum from v₀ = 0; momentum from v₀ = −∇L(θ₀)/(1 + β)."""

HALVINGS = 8
MOST_STEPS = 32
"""Steps of the run's own size that are compared; its later ones are left out."""
FITTED = 4
"""Smallest steps that the order is read from."""
STRAIGHT = 0.3
"""Slopes of a line with an order differ by less."""
NOISE = 1e-9
"""Errors below this, of the largest coordinate of the flow, are those of rounding and of the
solver."""
LOOK_UP = 256
"""Steps between two looks whether the answer is still wanted."""


@dataclass(frozen=True, slots=True)
class Convergence:
    """Errors of a rule over the size of its steps."""

    release: Release
    step_sizes: Array
    """From the run's own down, halved each time, ``(k,)``."""
    errors: Array
    """Largest distance from the flow at the times that all sizes share, ``(k,)``."""

    @property
    def order(self) -> float:
        """Slope of log error over log step size at the smallest steps; nan if there is none."""
        return self._line[0]

    @property
    def fitted(self) -> Array:
        """Errors on the straight line with that slope, ``(k,)``."""
        slope, offset = self._line
        return np.exp(slope * np.log(self.step_sizes) + offset)

    @property
    def _line(self) -> tuple[float, float]:
        """Slope and offset, in natural logarithms.

        They are nan where there are too few errors, and where these are on no straight line:
        then all the steps are still too large, or the motion too sensitive.
        """
        kept = np.flatnonzero(np.isfinite(self.errors) & (self.errors > 0))[-FITTED:]
        if len(kept) < FITTED:
            return math.nan, math.nan
        sizes, errors = np.log(self.step_sizes[kept]), np.log(self.errors[kept])
        slopes = np.diff(errors) / np.diff(sizes)
        if np.ptp(slopes) > STRAIGHT:
            return math.nan, math.nan
        slope, offset = np.polyfit(sizes, errors, 1).tolist()
        return slope, offset


def convergence(
    motion: Motion, objective: Objective, start: Array, steps: int, wanted: Wanted = always
) -> tuple[Convergence, ...]:
    """Halve the steps of a run again and again, and compare each time with the flow.

    The end time is that of the run, or of its first ``MOST_STEPS`` steps. Schedules are left
    out: the run's own learning rate and momentum count. Momentum is measured from both starts.
    ``objective`` is placed on the CPU in float64; ``start`` has the shape ``(dim,)``.
    """
    base_steps = min(steps, MOST_STEPS)
    first = np.zeros(1)
    (size,), (friction,) = (each.tolist() for each in motion.pace(first))
    if not size > 0:
        return ()
    sizes = size / 2.0 ** np.arange(HALVINGS + 1)
    times = size * np.arange(base_steps + 1)
    pieces = (Piece(times[-1], friction),) if motion.kind == "ball" else ()
    flow = solve(Flow(objective, start, np.zeros(len(start)), pieces), times, wanted)
    releases: tuple[Release, ...] = ("descent",)
    if pieces:
        releases = ("early",) if motion.looks_ahead else ("early", "rest")
    found = []
    for release in releases:
        march = _March(_rule(motion), objective, start, friction, release)
        errors = march.errors(sizes, flow.positions, wanted)
        errors[errors < NOISE * np.abs(flow.positions).max(initial=0.0)] = np.nan
        found.append(Convergence(release, sizes, errors))
    return tuple(found)


def _rule(motion: Motion) -> Rule:
    """The rule to measure; with constant numbers all forms of plain momentum are one."""
    own = OPTIMIZERS[motion.run.optimizer]
    if motion.kind == "descent":
        return GRADIENT_DESCENT
    if not motion.looks_ahead:
        return MOMENTUM_ACCUMULATED
    return own if isinstance(own, Rule) and own.id in LOOKING_AHEAD else NESTEROV


@dataclass(frozen=True, slots=True)
class _March:
    """Steps a rule at many step sizes at once, as lanes."""

    rule: Rule
    objective: Objective
    start: Array
    friction: float
    release: Release

    def errors(self, sizes: Array, positions: Array, wanted: Wanted) -> Array:
        """Largest distance of each lane from ``positions``, ``(dim, n)``, at their times.

        Lane j takes 2^j steps from one of those times to the next. Lanes that ``wanted`` stops,
        and those that lose themselves, have the error inf or nan.
        """
        import torch

        x = torch.from_numpy(self.start)[:, None].expand(-1, len(sizes)).contiguous()
        errors = np.zeros(len(sizes))
        intervals = positions.shape[1] - 1
        with torch.inference_mode(), np.errstate(all="ignore"):
            numbers = self._numbers(sizes)
            state = self._state(x, numbers)
            for step in range(1, intervals * 2 ** (len(sizes) - 1) + 1):
                point = x if self.rule.query is None else self.rule.query(x, state, *numbers)
                x, state = self.rule.update(x, self.objective.gradient(point), state, *numbers)
                if step % LOOK_UP == 0 and not wanted():
                    return np.full(len(sizes), np.nan)
                # Lane j is at one of the times where 2^j divides the number of the step.
                lanes = np.arange(min((step & -step).bit_length(), len(sizes)))
                lanes = lanes[step >> lanes <= intervals]
                apart = x.numpy()[:, lanes] - positions[:, step >> lanes]
                errors[lanes] = np.fmax(errors[lanes], np.linalg.norm(apart, axis=0))
        return errors

    def _numbers(self, sizes: Array) -> list[Tensor]:
        """Hyperparameters of the lanes, by position."""
        import torch

        if self.release == "descent":
            return [torch.from_numpy(sizes)]
        pairs = np.array([to_optimizer(self.friction, size) for size in sizes.tolist()])
        return list(torch.from_numpy(np.ascontiguousarray(pairs.T)))

    def _state(self, x: Tensor, numbers: list[Tensor]) -> State:
        if self.release == "rest":
            return Velocity(-self.objective.gradient(x) / (1 + numbers[1]))
        return self.rule.init(x)
