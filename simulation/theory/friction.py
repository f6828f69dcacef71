"""Momentum as a ball with friction: friction and time step ↔ learning rate and momentum.

Momentum is the leapfrog method on the damped Newton equation θ̈ + λθ̇ = −∇L. With the
displacement u_{n+1} = θ_{n+1} − θ_n = γ θ̇_{n+½} its update is u ← βu − α∇L(θ), θ ← θ + u, and

    β = (1 − λγ/2) / (1 + λγ/2),        α = γ² / (1 + λγ/2),
    γ = √(2α / (1 + β)),                λ = 2 (1 − β) / (γ (1 + β)).

So the ball moves in steps of about √α, where gradient descent moves in steps of α.

Source: Su Jianlin 2018, Optimization from a dynamics viewpoint (1): from SGD to momentum.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simulation.errors import InputError
from simulation.parameters import Parameter

Array = np.ndarray[Any, np.dtype[Any]]

FRICTION = Parameter(
    "friction",
    1.0,
    "What slows the ball down. 0 keeps its energy for ever, much of it makes the ball creep.",
    low=0.0,
    high=1e6,
    slider=(0.0, 5.0),
    symbol="λ",
)
TIME_STEP = Parameter(
    "time_step",
    0.1,
    "How much of the ball's time passes in one step of the optimizer. It is about the root of "
    "the learning rate; halving it shows the same motion twice as finely.",
    low=1e-9,
    high=1e6,
    slider=(1e-3, 3.0),
    scale="log",
    symbol="γ",
)


def to_optimizer(friction: float, time_step: float) -> tuple[float, float]:
    """Learning rate α and momentum β of a ball with friction λ seen every time step γ.

    Both are those of the accumulated and the displacement form.

    Raises
    ------
    InputError
        If momentum would be negative: friction × time step exceeds 2.
    """
    half = friction * time_step / 2
    if half > 1:
        raise InputError(
            "friction",
            "with the time step {time_step:g} give at most {most:g}; more needs momentum below 0",
            time_step=time_step,
            most=2 / time_step,
        )
    return time_step**2 / (1 + half), (1 - half) / (1 + half)


def to_dynamics(learning_rate: float, momentum: float) -> tuple[float, float]:
    """Friction λ and time step γ of the ball that an optimizer moves; undoes `to_optimizer`.

    A learning rate of 0 stands still: its time step is 0, and so is its friction here.
    """
    frictions, time_steps = dynamics(np.array([learning_rate]), np.array([momentum]))
    return float(frictions[0]), float(time_steps[0])


def dynamics(learning_rates: Array, momenta: Array) -> tuple[Array, Array]:
    """Frictions and time steps of learning rates and momenta, all of shape ``(n,)``."""
    time_steps = np.sqrt(2 * learning_rates / (1 + momenta))
    moving = time_steps > 0
    divisor = np.where(moving, time_steps, 1.0) * (1 + momenta)
    return np.where(moving, 2 * (1 - momenta) / divisor, 0.0), time_steps
