"""Energy of a run seen as a ball, and of its flow.

A ball of mass 1 has the kinetic energy ½‖θ̇‖², the potential energy L(θ) and loses λ‖θ̇‖² a
second to friction: the three and what was lost add up to what it began with. An optimizer has
its velocities between the steps, θ̇_{n+½} = (θ_{n+1} − θ_n)/γ; at a step, where its position and
so its potential is, the velocity is the mean of the two beside it, as leapfrog has it. Without
friction that energy is right to second order and does not drift. Before the first step the
velocity is v₀ = 0, after the last one it follows from the gradient there.

Gradient descent has no mass: its velocity is −∇L and its potential falls at the rate ‖∇L‖².

Source: Su Jianlin 2018; Hairer, Lubich & Wanner 2003, Geometric numerical integration
illustrated by the Störmer–Verlet method.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.objectives.base import Objective
from simulation.theory.flow_paths import FlowPath
from simulation.theory.motions import Motion
from simulation.theory.placing import losses_at

Array = np.ndarray[Any, np.dtype[Any]]

LEVELS, LEVEL_POINTS = 8, 300


@dataclass(frozen=True, slots=True)
class Energies:
    """Where the energy is, step by step or sample by sample."""

    times: Array
    """Shape ``(n,)``."""
    velocities: Array
    """Shape ``(dim, n)``."""
    potential: Array
    """The loss, ``(n,)``."""
    dissipated: Array
    """Lost to friction so far, ``(n,)``."""
    has_mass: bool = True

    def every(self, stride: int) -> Energies:
        """Each ``stride``-th of them, from the first on."""
        return Energies(
            self.times[::stride],
            self.velocities[:, ::stride],
            self.potential[::stride],
            self.dissipated[::stride],
            self.has_mass,
        )

    @property
    def kinetic(self) -> Array:
        """½‖θ̇‖², ``(n,)``; 0 without mass."""
        if not self.has_mass:
            return np.zeros(len(self.times))
        with np.errstate(over="ignore", invalid="ignore"):
            kinetic: Array = (self.velocities**2).sum(0) / 2
        return kinetic

    @property
    def total(self) -> Array:
        """Kinetic and potential, ``(n,)``."""
        with np.errstate(over="ignore", invalid="ignore"):
            total: Array = self.kinetic + self.potential
        return total


def energies_of_run(motion: Motion, positions: Array, losses: Array, gradients: Array) -> Energies:
    """Energies at each step of a run that was recorded step by step.

    Parameters
    ----------
    motion
        The run's.
    positions, gradients
        Shape ``(dim, n)``, from the start on.
    losses
        Shape ``(n,)``.
    """
    count = len(losses)
    steps = np.arange(count)
    time_steps, frictions = motion.pace(steps)
    with np.errstate(all="ignore"):
        times = np.concatenate([[0.0], np.cumsum(time_steps[: count - 1])])
        if motion.kind == "descent":
            velocities = -gradients
            losing = (gradients**2).sum(0)
        else:
            velocities = _velocities(motion, positions, gradients, time_steps)
            losing = (velocities**2).sum(0)
        lost = (losing[1:] + losing[:-1]) / 2 * time_steps[: count - 1]
        if motion.kind == "ball":
            lost = lost * frictions[: count - 1]
        dissipated = np.concatenate([[0.0], np.cumsum(lost)])
    return Energies(times, velocities, losses, dissipated, motion.kind == "ball")


def energies_of_flow(path: FlowPath, *, has_mass: bool) -> Energies:
    """Energies at each sample of a flow; what is missing of its first one was dissipated."""
    energies = Energies(
        path.times, path.velocities, path.losses, np.zeros(len(path.times)), has_mass
    )
    total = energies.total
    return Energies(path.times, path.velocities, path.losses, total[:1].sum() - total, has_mass)


def level_lines(objective: Objective, low: float, high: float, most: float) -> tuple[Array, Array]:
    """Lines of equal energy ½v² + L(x) of a single coordinate: x and v, gaps of nan between.

    Parameters
    ----------
    objective
        Of one coordinate, placed on the CPU in float64.
    low, high
        Range of x.
    most
        Highest energy of the evenly spaced lines. The hilltops between ``low`` and ``high``
        have a line each, too: it parts the motions that cross from those that do not.
    """
    x = np.linspace(low, high, LEVEL_POINTS)
    potential = losses_at(objective, x[None])
    if not np.isfinite(potential).all() or not most > potential.min():
        return np.empty(0), np.empty(0)
    inner = potential[1:-1]
    tops = inner[(inner > potential[:-2]) & (inner >= potential[2:])]
    even = np.linspace(potential.min(), most, LEVELS + 1)[1:]
    pieces = [piece for energy in (*even, *tops) for piece in _orbits(x, potential, energy)]
    along, speeds = zip(*pieces, strict=True)
    return np.concatenate(along), np.concatenate(speeds)


def _orbits(x: Array, potential: Array, energy: float) -> Iterator[tuple[Array, Array]]:
    """Each well's line of one energy, there and back, then nan."""
    inside = np.flatnonzero(potential <= energy)
    for rows in np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1):
        speed = np.sqrt(2 * (energy - potential[rows]))
        yield (
            np.concatenate([x[rows], x[rows[::-1]], x[rows[:1]], [np.nan]]),
            np.concatenate([speed, -speed[::-1], speed[:1], [np.nan]]),
        )


def _velocities(motion: Motion, positions: Array, gradients: Array, time_steps: Array) -> Array:
    """Velocity of a ball at each step, ``(dim, n)``."""
    count = positions.shape[1]
    rates, momenta = motion.rates(np.arange(count))
    moving = np.where(time_steps > 0, time_steps, 1.0)
    between = np.diff(positions, axis=1) / moving[: count - 1]
    before = np.concatenate([np.zeros((len(positions), 1)), between], axis=1)
    # One step beyond the last, as the update would take it.
    last = momenta[-1] * before[:, -1] - rates[-1] * gradients[:, -1] / moving[-1]
    after = np.concatenate([between, last[:, None]], axis=1)
    mean: Array = (before + after) / 2
    return mean
