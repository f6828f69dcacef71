"""RMSprop: the gradient divided by a running root mean square of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import MOMENTUM, Rule, TorchForm, torch_keywords
from simulation.optimizers.moments import average, average_square
from simulation.optimizers.shared import (
    EPSILON,
    MAXIMIZE,
    WEIGHT_DECAY,
    learning_rate,
    regularised,
)
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

SMOOTHING = Parameter(
    "smoothing",
    0.99,
    "Share of the average squared gradient kept from step to step.",
    low=0.0,
    high=1.0,
    slider=(0.0, 1.0),
    symbol="α",
)


class RMSpropState(NamedTuple):
    """What RMSprop remembers; all of shape ``(dim, lanes)``."""

    square: Tensor
    """Average squared gradient."""
    mean: Tensor
    """Average gradient; only the centred variant changes it."""
    velocity: Tensor


def init(x: Tensor) -> RMSpropState:
    """All averages and the velocity 0."""
    return RMSpropState(*(x.new_zeros(x.shape) for _ in range(3)))


def rmsprop(
    x: Tensor,
    gradient: Tensor,
    state: RMSpropState,
    learning_rate: Tensor,
    smoothing: Tensor,
    epsilon: Tensor,
    weight_decay: Tensor,
    momentum: Tensor,
    centered: bool,
    maximize: bool,
) -> tuple[Tensor, RMSpropState]:
    """s ← α s + (1 − α) g²; v ← β v + g / (√s + ε); x ← x − η v."""
    gradient = regularised(x, gradient, weight_decay, maximize)
    square = average_square(state.square, gradient, smoothing)
    variance, mean = square, state.mean
    if centered:
        mean = average(mean, gradient, smoothing)
        variance = square.addcmul(mean, mean, value=-1)
    velocity = momentum * state.velocity + gradient / (variance.sqrt() + epsilon)
    return x - learning_rate * velocity, RMSpropState(square, mean, velocity)


RMSPROP = Rule(
    id="rmsprop",
    name="RMSprop",
    formula=(
        "g ← g + λ x\n"
        "s ← α s + (1 − α) g²\n"
        "m ← α m + (1 − α) g, or 0 unless centered\n"
        "v ← β v + g / (√(s − m²) + ε)\n"
        "x ← x − η v"
    ),
    source="Tieleman & Hinton 2012; centred: Graves 2013; torch.optim.RMSprop",
    hyperparameters=(
        learning_rate(1e-2),
        SMOOTHING,
        EPSILON,
        WEIGHT_DECAY,
        replace(MOMENTUM, default=0.0),
        Parameter(
            "centered",
            False,
            "Divide by the standard deviation of the gradient instead of its root mean square.",
            kind="flag",
        ),
        MAXIMIZE,
    ),
    init=init,
    update=rmsprop,
    torch_form=TorchForm(
        "torch.optim.RMSprop",
        torch_keywords(
            "weight_decay",
            "momentum",
            "centered",
            "maximize",
            lr="learning_rate",
            alpha="smoothing",
            eps="epsilon",
        ),
    ),
)
