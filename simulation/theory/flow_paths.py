"""The flow that a run follows, sampled at the run's own times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.objectives.base import Objective
from simulation.theory.flows import Ending, Flow, Piece, Wanted, always
from simulation.theory.motions import Motion
from simulation.theory.placing import gradients_at, losses_at
from simulation.theory.solving import solve

Array = np.ndarray[Any, np.dtype[Any]]

MOST_MARKS = 4000
"""Steps at which a flow is sampled; longer runs are sampled at every kᵗʰ step."""
SMOOTH = 1200
"""Samples of a short flow, so that its line looks smooth."""
MOST_BETWEEN = 48
LONGEST = 1_000_000
"""Steps of a run that a flow is followed along."""


@dataclass(frozen=True, slots=True)
class FlowPath:
    """A flow beside a run: a mark for each sampled step, and points between the marks."""

    steps: Array
    """Steps that have a mark, ``(m,)``, from 0 on."""
    between: int
    """From one mark to the next in samples."""
    times: Array
    """Of all samples, ``(n,)`` with n = (m − 1) · between + 1."""
    positions: Array
    """Shape ``(dim, n)``."""
    velocities: Array
    """Shape ``(dim, n)``."""
    losses: Array
    """Shape ``(n,)``."""
    frictions: Array
    """In force at each sample, ``(n,)``; 0 without mass."""
    ending: Ending

    @property
    def marks(self) -> slice:
        """Samples at the steps that have a mark."""
        return slice(None, None, self.between)

    def sample_of(self, step: int) -> int:
        """Sample at a step, or at the marked one before it; −1 if the flow ended earlier."""
        mark = int(np.searchsorted(self.steps, step, "right")) - 1
        is_past = not len(self.steps) or (step > self.steps[-1] and self.ending != "complete")
        return -1 if is_past else mark * self.between


def flow_beside(
    motion: Motion, objective: Objective, start: Array, steps: int, wanted: Wanted = always
) -> FlowPath:
    """Follow the flow of a run for as long as its steps take.

    A ball does not start at rest: v₀ = 0 is its velocity half a step before the start, and
    half a step after it is −α∇L(θ₀)/γ. The flow starts with the mean of the two, which makes
    the run's deviation from it one of second order in the step.

    Parameters
    ----------
    motion
        The run's.
    objective
        Placed on the CPU in float64.
    start
        Shape ``(dim,)``.
    steps
        Of the run.
    wanted
        Asked now and then; once it answers no, the rest is left out.
    """
    followed = min(steps, LONGEST)
    clock = motion.clock(followed)
    numbers = _sampled(followed)
    between = max(1, min(MOST_BETWEEN, SMOOTH // len(numbers)))
    places = np.interp(np.arange((len(numbers) - 1) * between + 1) / between, *_graph(numbers))
    times = np.interp(places, np.arange(followed + 1), clock)
    velocity = np.zeros(len(start))
    pieces: tuple[Piece, ...] = ()
    if motion.kind == "ball":
        velocity = initial_velocity(motion, gradients_at(objective, start[:, None])[:, 0])
        pieces = _pieces(motion, clock)
    solution = solve(Flow(objective, start, velocity, pieces), times, wanted)
    marks = max(len(solution) - 1, 0) // between + 1
    kept = slice((marks - 1) * between + 1)
    ends = np.array([piece.end for piece in pieces])
    frictions = np.array([piece.friction for piece in pieces] or [0.0])
    in_force = np.searchsorted(ends, times[kept], "left").clip(max=len(frictions) - 1)
    cut: Ending = "costly" if followed < steps else "complete"
    return FlowPath(
        numbers[:marks],
        between,
        times[kept],
        solution.positions[:, kept],
        solution.velocities[:, kept],
        losses_at(objective, np.ascontiguousarray(solution.positions[:, kept])),
        frictions[in_force],
        cut if solution.ending == "complete" else solution.ending,
    )


def initial_velocity(motion: Motion, gradient: Array) -> Array:
    """Velocity at the start of a ball whose v₀ is 0: −α∇L(θ₀)/(2γ), shape ``(dim,)``."""
    first = np.zeros(1)
    (rate,), _ = motion.rates(first)
    (time_step,), _ = motion.pace(first)
    velocity: Array = -gradient * (rate / (2 * time_step) if time_step > 0 else 0.0)
    return velocity


def _sampled(steps: int) -> Array:
    """At most ``MOST_MARKS`` steps, evenly spaced, and the last."""
    every = -(-steps // MOST_MARKS)
    return np.append(np.arange(0, steps, every), steps)


def _graph(numbers: Array) -> tuple[Array, Array]:
    return np.arange(len(numbers)), numbers


def _pieces(motion: Motion, clock: Array) -> tuple[Piece, ...]:
    """Stretches of one friction."""
    if motion.is_constant:
        _, (friction,) = motion.pace(np.zeros(1))
        return (Piece(float(clock[-1]), float(friction)),)
    _, frictions = motion.pace(np.arange(len(clock) - 1))
    # What follows rescaled rates differs in its last digits from step to step.
    changes = np.flatnonzero(~np.isclose(frictions[1:], frictions[:-1], rtol=1e-12, atol=0)) + 1
    ends = clock[np.append(changes, len(clock) - 1)]
    return tuple(
        Piece(float(end), float(frictions[first]))
        for end, first in zip(ends, np.append(0, changes), strict=True)
    )
