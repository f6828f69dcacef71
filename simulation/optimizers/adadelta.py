"""Adadelta: steps in the units of x, from running averages of past steps and gradients."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import Rule, TorchForm, torch_keywords
from simulation.optimizers.moments import average_square
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

RHO = Parameter(
    "rho",
    0.9,
    "Share of the average squared gradient and step kept from step to step.",
    low=0.0,
    high=1.0,
    slider=(0.0, 1.0),
    symbol="ρ",
)


class AdadeltaState(NamedTuple):
    """What Adadelta remembers; both of shape ``(dim, lanes)``."""

    square: Tensor
    """Average squared gradient."""
    square_step: Tensor
    """Average squared step."""


def init(x: Tensor) -> AdadeltaState:
    """Both averages 0."""
    return AdadeltaState(x.new_zeros(x.shape), x.new_zeros(x.shape))


def adadelta(
    x: Tensor,
    gradient: Tensor,
    state: AdadeltaState,
    learning_rate: Tensor,
    rho: Tensor,
    epsilon: Tensor,
    weight_decay: Tensor,
    maximize: bool,
) -> tuple[Tensor, AdadeltaState]:
    """s ← ρ s + (1 − ρ) g²; d = √(u + ε) / √(s + ε) · g; u ← ρ u + (1 − ρ) d²; x ← x − η d."""
    gradient = regularised(x, gradient, weight_decay, maximize)
    square = average_square(state.square, gradient, rho)
    step = (state.square_step + epsilon).sqrt() / (square + epsilon).sqrt() * gradient
    square_step = average_square(state.square_step, step, rho)
    return x - learning_rate * step, AdadeltaState(square, square_step)


ADADELTA = Rule(
    id="adadelta",
    name="Adadelta",
    formula=(
        "g ← g + λ x\n"
        "s ← ρ s + (1 − ρ) g²\n"
        "d ← √(u + ε) / √(s + ε) · g\n"
        "u ← ρ u + (1 − ρ) d²\n"
        "x ← x − η d"
    ),
    source="Zeiler 2012; torch.optim.Adadelta",
    hyperparameters=(
        learning_rate(1.0),
        RHO,
        replace(EPSILON, default=1e-6),
        WEIGHT_DECAY,
        MAXIMIZE,
    ),
    init=init,
    update=adadelta,
    torch_form=TorchForm(
        "torch.optim.Adadelta",
        torch_keywords("rho", "weight_decay", "maximize", lr="learning_rate", eps="epsilon"),
    ),
)
