"""Adagrad: each coordinate's rate falls with the gradients that it has seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import Rule, TorchForm, torch_keywords
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

LEARNING_RATE_DECAY = Parameter(
    "learning_rate_decay",
    0.0,
    "The learning rate falls as 1 / (1 + decay · steps taken).",
    low=0.0,
    high=1e6,
    slider=(1e-6, 1.0),
    scale="log",
    symbol="δ",
)

INITIAL_ACCUMULATOR = Parameter(
    "initial_accumulator_value",
    0.0,
    "What the sum of squared gradients starts from; above 0, it softens the first steps.",
    low=0.0,
    high=1e6,
    slider=(1e-6, 10.0),
    scale="log",
    symbol="s₀",
)


class AdagradState(NamedTuple):
    """What Adagrad remembers."""

    step: Tensor
    """Steps taken, shape ``()``."""
    squares: Tensor
    """Sum of squared gradients without its initial value, shape ``(dim, lanes)``."""


def init(x: Tensor) -> AdagradState:
    """No step taken, nothing summed."""
    return AdagradState(x.new_zeros(()), x.new_zeros(x.shape))


def adagrad(
    x: Tensor,
    gradient: Tensor,
    state: AdagradState,
    learning_rate: Tensor,
    learning_rate_decay: Tensor,
    weight_decay: Tensor,
    initial_accumulator_value: Tensor,
    epsilon: Tensor,
    maximize: bool,
) -> tuple[Tensor, AdagradState]:
    """s ← s + g²; x ← x − η / (1 + δ t) · g / (√s + ε)."""
    gradient = regularised(x, gradient, weight_decay, maximize)
    squares = state.squares + gradient * gradient
    rate = learning_rate / (1 + learning_rate_decay * state.step)
    divisor = (initial_accumulator_value + squares).sqrt() + epsilon
    return x - rate * gradient / divisor, AdagradState(state.step + 1, squares)


ADAGRAD = Rule(
    id="adagrad",
    name="Adagrad",
    formula=(
        "g ← g + λ x\n"
        "s ← s + g², s = s₀ at the start\n"
        "x ← x − η / (1 + δ t) · g / (√s + ε), t the steps taken before"
    ),
    source="Duchi, Hazan & Singer 2011; torch.optim.Adagrad",
    hyperparameters=(
        learning_rate(1e-2),
        LEARNING_RATE_DECAY,
        WEIGHT_DECAY,
        INITIAL_ACCUMULATOR,
        replace(EPSILON, default=1e-10),
        MAXIMIZE,
    ),
    init=init,
    update=adagrad,
    torch_form=TorchForm(
        "torch.optim.Adagrad",
        torch_keywords(
            "weight_decay",
            "initial_accumulator_value",
            "maximize",
            lr="learning_rate",
            lr_decay="learning_rate_decay",
            eps="epsilon",
        ),
    ),
)
