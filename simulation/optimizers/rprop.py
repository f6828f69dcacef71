"""Rprop: the gradient's sign alone, with a step that grows until the sign flips."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import LEARNING_RATE, Rule, TorchForm, torch_keywords
from simulation.optimizers.shared import MAXIMIZE
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

DECREASE_FACTOR = Parameter(
    "decrease_factor",
    0.5,
    "What a coordinate's step is multiplied by when its slope changes sign.",
    low=1e-6,
    high=0.999999,
    slider=(0.01, 0.99),
    symbol="η⁻",
)

INCREASE_FACTOR = Parameter(
    "increase_factor",
    1.2,
    "What a coordinate's step is multiplied by while its slope keeps its sign.",
    low=1.000001,
    high=1e6,
    slider=(1.01, 3.0),
    symbol="η⁺",
)

SMALLEST_STEP = Parameter(
    "smallest_step",
    1e-6,
    "No step gets smaller.",
    low=0.0,
    high=1e6,
    slider=(1e-9, 1.0),
    scale="log",
    symbol="Δmin",
)

LARGEST_STEP = Parameter(
    "largest_step",
    50.0,
    "No step gets larger.",
    low=0.0,
    high=1e6,
    slider=(0.01, 100.0),
    scale="log",
    symbol="Δmax",
)


class RpropState(NamedTuple):
    """What Rprop remembers."""

    step: Tensor
    """Steps taken, shape ``()``."""
    gradient: Tensor
    """The gradient before, 0 where its sign had flipped, shape ``(dim, lanes)``."""
    size: Tensor
    """Δ, step of each coordinate, shape ``(dim, lanes)``."""


def init(x: Tensor) -> RpropState:
    """No step taken, no gradient seen."""
    return RpropState(x.new_zeros(()), x.new_zeros(x.shape), x.new_zeros(x.shape))


def rprop(
    x: Tensor,
    gradient: Tensor,
    state: RpropState,
    learning_rate: Tensor,
    decrease_factor: Tensor,
    increase_factor: Tensor,
    smallest_step: Tensor,
    largest_step: Tensor,
    maximize: bool,
) -> tuple[Tensor, RpropState]:
    """Δ ← Δ η⁺ or Δ η⁻ as the sign stays or flips; x ← x − Δ sign(g), but not after a flip."""
    if maximize:
        gradient = -gradient
    agreement = gradient * state.gradient
    flipped = agreement < 0
    size = state.size.where(state.step > 0, learning_rate)
    size = size.where(agreement <= 0, increase_factor * size)
    size = size.where(~flipped, decrease_factor * size)
    size = size.maximum(smallest_step).minimum(largest_step)
    gradient = gradient.where(~flipped, 0.0)
    return x - size * gradient.sign(), RpropState(state.step + 1, gradient, size)


RPROP = Rule(
    id="rprop",
    name="Rprop",
    formula=(
        "Δ ← η⁺ Δ where g keeps its sign, η⁻ Δ where it flips; Δ = η at the start\n"
        "Δ ← min(max(Δ, Δmin), Δmax)\n"
        "g ← 0 where it flips\n"
        "x ← x − Δ sign(g)"
    ),
    source="Riedmiller & Braun 1993, without weight-backtracking; torch.optim.Rprop",
    hyperparameters=(
        replace(LEARNING_RATE, default=1e-2, meaning="Step of every coordinate at the start."),
        DECREASE_FACTOR,
        INCREASE_FACTOR,
        SMALLEST_STEP,
        LARGEST_STEP,
        MAXIMIZE,
    ),
    init=init,
    update=rprop,
    torch_form=TorchForm(
        "torch.optim.Rprop",
        torch_keywords(
            "maximize",
            lr="learning_rate",
            etas=("decrease_factor", "increase_factor"),
            step_sizes=("smallest_step", "largest_step"),
        ),
    ),
)
