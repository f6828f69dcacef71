"""Adamax: Adam with the largest recent gradient in place of the root mean square."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import Rule, TorchForm, torch_keywords
from simulation.optimizers.moments import average, collected
from simulation.optimizers.shared import (
    BETA1,
    BETA2,
    EPSILON,
    MAXIMIZE,
    WEIGHT_DECAY,
    learning_rate,
    regularised,
)

if TYPE_CHECKING:
    from torch import Tensor


class AdamaxState(NamedTuple):
    """What Adamax remembers."""

    step: Tensor
    """Steps taken, shape ``()``."""
    mean: Tensor
    """m, average gradient, shape ``(dim, lanes)``."""
    largest: Tensor
    """u, largest recent gradient, fading by β2 a step, shape ``(dim, lanes)``."""


def init(x: Tensor) -> AdamaxState:
    """No step taken, m = u = 0."""
    return AdamaxState(x.new_zeros(()), x.new_zeros(x.shape), x.new_zeros(x.shape))


def adamax(
    x: Tensor,
    gradient: Tensor,
    state: AdamaxState,
    learning_rate: Tensor,
    beta1: Tensor,
    beta2: Tensor,
    epsilon: Tensor,
    weight_decay: Tensor,
    maximize: bool,
) -> tuple[Tensor, AdamaxState]:
    """u ← max(β2 u, |g| + ε); x ← x − η / (1 − β1ᵗ) · m / u."""
    gradient = regularised(x, gradient, weight_decay, maximize)
    step = state.step + 1
    mean = average(state.mean, gradient, beta1)
    largest = (beta2 * state.largest).maximum(gradient.abs() + epsilon)
    rate = learning_rate / collected(beta1, step)
    return x - rate * mean / largest, AdamaxState(step, mean, largest)


ADAMAX = Rule(
    id="adamax",
    name="Adamax",
    formula=(
        "g ← g + λ x\nm ← β1 m + (1 − β1) g\nu ← max(β2 u, |g| + ε)\nx ← x − η / (1 − β1ᵗ) · m / u"
    ),
    source="Kingma & Ba 2015, section 7.1; torch.optim.Adamax",
    hyperparameters=(
        learning_rate(2e-3),
        BETA1,
        replace(BETA2, meaning="Share of the largest gradient kept from step to step."),
        EPSILON,
        WEIGHT_DECAY,
        MAXIMIZE,
    ),
    init=init,
    update=adamax,
    torch_form=TorchForm(
        "torch.optim.Adamax",
        torch_keywords(
            "weight_decay",
            "maximize",
            lr="learning_rate",
            betas=("beta1", "beta2"),
            eps="epsilon",
        ),
    ),
)
