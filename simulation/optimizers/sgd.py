"""torch's SGD with all its options; unlike the textbook forms it starts from v₁ = g."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import MOMENTUM, Rule, TorchForm, torch_keywords
from simulation.optimizers.shared import MAXIMIZE, WEIGHT_DECAY, learning_rate, regularised
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

DAMPENING = Parameter(
    "dampening",
    0.0,
    "Share of the gradient left out of the velocity; equal to momentum, it averages. "
    "The first step leaves out nothing.",
    low=0.0,
    high=1.0,
    slider=(0.0, 1.0),
    symbol="τ",
)


class SGDState(NamedTuple):
    """What SGD remembers."""

    step: Tensor
    """Steps taken, shape ``()``."""
    velocity: Tensor
    """Shape ``(dim, lanes)``."""


def init(x: Tensor) -> SGDState:
    """No step taken, v = 0."""
    return SGDState(x.new_zeros(()), x.new_zeros(x.shape))


def sgd(
    x: Tensor,
    gradient: Tensor,
    state: SGDState,
    learning_rate: Tensor,
    momentum: Tensor,
    dampening: Tensor,
    weight_decay: Tensor,
    nesterov: bool,
    maximize: bool,
) -> tuple[Tensor, SGDState]:
    """v ← β v + (1 − τ) g; x ← x − η v, or x − η (g + β v) with Nesterov's look-ahead."""
    gradient = regularised(x, gradient, weight_decay, maximize)
    # Torch keeps no velocity, and so dampens nothing, in the first step and where β = 0.
    damped = momentum.logical_and(state.step)
    velocity = momentum * state.velocity + (1 - dampening) * gradient
    velocity = velocity.where(damped, gradient)
    direction = gradient + momentum * velocity if nesterov else velocity
    return x - learning_rate * direction, SGDState(state.step + 1, velocity)


SGD = Rule(
    id="sgd",
    name="SGD",
    formula=(
        "g ← g + λ x\n"
        "v ← β v + (1 − τ) g, but v ← g in the first step\n"
        "x ← x − η v, or x − η (g + β v) with nesterov"
    ),
    source="Polyak 1964; Sutskever, Martens, Dahl & Hinton 2013; torch.optim.SGD",
    hyperparameters=(
        learning_rate(1e-3),
        replace(MOMENTUM, default=0.0),
        DAMPENING,
        WEIGHT_DECAY,
        Parameter("nesterov", False, "Look ahead along the velocity.", kind="flag"),
        MAXIMIZE,
    ),
    init=init,
    update=sgd,
    torch_form=TorchForm(
        "torch.optim.SGD",
        torch_keywords(
            "momentum", "dampening", "weight_decay", "nesterov", "maximize", lr="learning_rate"
        ),
    ),
)
