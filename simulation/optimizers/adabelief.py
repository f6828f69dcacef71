"""AdaBelief: Adam that divides by how far the gradient strays from its average."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import Rule
from simulation.optimizers.moments import average, average_square, collected
from simulation.optimizers.shared import BETA1, BETA2, EPSILON, learning_rate

if TYPE_CHECKING:
    from torch import Tensor


class AdaBeliefState(NamedTuple):
    """What AdaBelief remembers."""

    step: Tensor
    """Steps taken, shape ``()``."""
    mean: Tensor
    """m, average gradient, shape ``(dim, lanes)``."""
    surprise: Tensor
    """s, average squared distance of the gradient from m, shape ``(dim, lanes)``."""


def init(x: Tensor) -> AdaBeliefState:
    """No step taken, both averages 0."""
    return AdaBeliefState(x.new_zeros(()), x.new_zeros(x.shape), x.new_zeros(x.shape))


def adabelief(
    x: Tensor,
    gradient: Tensor,
    state: AdaBeliefState,
    learning_rate: Tensor,
    beta1: Tensor,
    beta2: Tensor,
    epsilon: Tensor,
) -> tuple[Tensor, AdaBeliefState]:
    """s ← β2 s + (1 − β2) (g − m)² + ε; x ← x − η m̂ / (√ŝ + ε)."""
    step = state.step + 1
    mean = average(state.mean, gradient, beta1)
    surprise = average_square(state.surprise, gradient - mean, beta2) + epsilon
    mean_hat = mean / collected(beta1, step)
    surprise_hat = surprise / collected(beta2, step)
    x = x - learning_rate * mean_hat / (surprise_hat.sqrt() + epsilon)
    return x, AdaBeliefState(step, mean, surprise)


ADABELIEF = Rule(
    id="adabelief",
    name="AdaBelief",
    formula=(
        "m ← β1 m + (1 − β1) g\n"
        "s ← β2 s + (1 − β2) (g − m)² + ε\n"
        "x ← x − η · m / (1 − β1ᵗ) / (√(s / (1 − β2ᵗ)) + ε)"
    ),
    source="Zhuang et al. 2020, algorithm 2",
    hyperparameters=(
        learning_rate(1e-3),
        BETA1,
        replace(BETA2, meaning="Share of the average squared surprise kept from step to step."),
        replace(EPSILON, default=1e-16, slider=(1e-20, 1e-4)),
    ),
    init=init,
    update=adabelief,
)
