"""Nesterov's accelerated gradient in three forms: they differ in where the slope is read.

Look-ahead and shifted are one iteration seen in two variables, θ = Θ − β v. The velocity
of the midpoint and the shifted form points downhill (x ← x + v), that of the look-ahead
form uphill (x ← x − v), as their sources write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulation.optimizers.base import LEARNING_RATE, MOMENTUM, Rule, Velocity, at_rest
from simulation.optimizers.momentum import displace

if TYPE_CHECKING:
    from torch import Tensor


def look_ahead(x: Tensor, state: Velocity, learning_rate: Tensor, momentum: Tensor) -> Tensor:
    """Where the velocity alone would carry the ball: x − β v."""
    del learning_rate
    return x - momentum * state.velocity


def halfway(x: Tensor, state: Velocity, learning_rate: Tensor, momentum: Tensor) -> Tensor:
    """Half of the way there: x + (β/2) v."""
    del learning_rate
    return x + momentum / 2 * state.velocity


def advance(
    x: Tensor, gradient: Tensor, state: Velocity, learning_rate: Tensor, momentum: Tensor
) -> tuple[Tensor, Velocity]:
    """v ← β v − η g; x ← x + v."""
    velocity = momentum * state.velocity - learning_rate * gradient
    return x + velocity, Velocity(velocity)


def advance_shifted(
    x: Tensor, gradient: Tensor, state: Velocity, learning_rate: Tensor, momentum: Tensor
) -> tuple[Tensor, Velocity]:
    """v ← β v − η g; Θ ← Θ + β v − η g."""
    step = learning_rate * gradient
    velocity = momentum * state.velocity - step
    return x + momentum * velocity - step, Velocity(velocity)


NESTEROV = Rule(
    id="nesterov",
    name="Nesterov (look-ahead)",
    formula="v ← β v + η ∇L(x − β v)\nx ← x − v",
    source="Nesterov 1983; Sutskever, Martens, Dahl & Hinton 2013",
    hyperparameters=(LEARNING_RATE, MOMENTUM),
    init=at_rest,
    query=look_ahead,
    update=displace,
)

NESTEROV_MIDPOINT = Rule(
    id="nesterov-midpoint",
    name="Nesterov (midpoint)",
    formula="v ← β v − η ∇L(x + (β/2) v)\nx ← x + v",
    source="Su Jianlin 2018, equation 20",
    hyperparameters=(LEARNING_RATE, MOMENTUM),
    init=at_rest,
    query=halfway,
    update=advance,
)

NESTEROV_SHIFTED = Rule(
    id="nesterov-shifted",
    name="Nesterov (shifted variable)",
    formula="v ← β v − η ∇L(Θ)\nΘ ← Θ + β v − η ∇L(Θ)",
    source="Su Jianlin 2018, after equation 20; the form that frameworks use",
    hyperparameters=(LEARNING_RATE, MOMENTUM),
    init=at_rest,
    update=advance_shifted,
)
