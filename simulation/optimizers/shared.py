"""What most rules share: hyperparameters of one meaning, and weight decay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulation.optimizers.base import LEARNING_RATE
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

LARGEST_BETA = 0.999999
"""An average that forgets nothing divides by zero when its bias is corrected."""

BETA1 = Parameter(
    "beta1",
    0.9,
    "Share of the average gradient kept from step to step.",
    low=0.0,
    high=LARGEST_BETA,
    slider=(0.0, LARGEST_BETA),
    symbol="β1",
)

BETA2 = Parameter(
    "beta2",
    0.999,
    "Share of the average squared gradient kept from step to step.",
    low=0.0,
    high=LARGEST_BETA,
    slider=(0.0, LARGEST_BETA),
    symbol="β2",
)

EPSILON = Parameter(
    "epsilon",
    1e-8,
    "Keeps the divisor away from zero.",
    low=0.0,
    high=1e6,
    slider=(1e-12, 1.0),
    scale="log",
    symbol="ε",
)

WEIGHT_DECAY = Parameter(
    "weight_decay",
    0.0,
    "Pull towards the origin that is added to the gradient.",
    low=0.0,
    high=1e6,
    slider=(1e-6, 1.0),
    scale="log",
    symbol="λ",
)

DECOUPLED_WEIGHT_DECAY = Parameter(
    "decoupled_weight_decay",
    False,
    "Shrink the position itself instead of adding the pull to the gradient.",
    kind="flag",
)

MAXIMIZE = Parameter("maximize", False, "Climb instead of descending.", kind="flag")


def learning_rate(default: float) -> Parameter:
    """The learning rate with the default of one optimizer."""
    return replace(LEARNING_RATE, default=default)


def regularised(x: Tensor, gradient: Tensor, weight_decay: Tensor, maximize: bool) -> Tensor:
    """Gradient with weight decay, ±g + λ x."""
    if maximize:
        gradient = -gradient
    return gradient.addcmul(weight_decay, x)


def decay_weights(
    x: Tensor,
    gradient: Tensor,
    learning_rate: Tensor,
    weight_decay: Tensor,
    decoupled: bool,
    maximize: bool,
) -> tuple[Tensor, Tensor]:
    """Position and gradient after weight decay: (1 − η λ) x and ±g, or x and ±g + λ x."""
    if not decoupled:
        return x, regularised(x, gradient, weight_decay, maximize)
    return x * (1 - learning_rate * weight_decay), -gradient if maximize else gradient
