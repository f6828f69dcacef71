"""RAdam: Adam that divides by the second moment only once that can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulation.optimizers.base import Rule, TorchForm, torch_keywords
from simulation.optimizers.moments import Moments, add_gradient, collected, no_moments
from simulation.optimizers.shared import (
    BETA1,
    BETA2,
    DECOUPLED_WEIGHT_DECAY,
    EPSILON,
    MAXIMIZE,
    WEIGHT_DECAY,
    decay_weights,
    learning_rate,
)

if TYPE_CHECKING:
    from torch import Tensor

TRUSTED_LENGTH = 5.0
"""Length of the average from which its variance is tractable (torch's threshold; the paper
has 4)."""


def radam(
    x: Tensor,
    gradient: Tensor,
    state: Moments,
    learning_rate: Tensor,
    beta1: Tensor,
    beta2: Tensor,
    epsilon: Tensor,
    weight_decay: Tensor,
    decoupled_weight_decay: bool,
    maximize: bool,
) -> tuple[Tensor, Moments]:
    """x ← x − η r m̂ √(1 − β2ᵗ) / (√s + ε), or x − η m̂ while the average is short.

    Its length is ρₜ = ρ∞ − 2 t β2ᵗ / (1 − β2ᵗ) with ρ∞ = 2 / (1 − β2) − 1, and
    r² = (ρₜ − 4) (ρₜ − 2) ρ∞ / ((ρ∞ − 4) (ρ∞ − 2) ρₜ).
    """
    x, gradient = decay_weights(
        x, gradient, learning_rate, weight_decay, decoupled_weight_decay, maximize
    )
    moments = add_gradient(state, gradient, beta1, beta2)
    step, mean, square = moments
    mean_hat = mean / collected(beta1, step)
    # In float64 whatever x is: the length is a small difference of large numbers.
    beta2 = beta2.double()
    power = beta2**step
    limit = 2 / (1 - beta2) - 1
    length = limit - 2 * step * power / (1 - power)
    squared_rectifier = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)
    # Where the length is short, this may be the root of a negative number; it is not used.
    rectifier = (squared_rectifier * (1 - power)).sqrt().to(x.dtype)
    adapted = rectifier / (square.sqrt() + epsilon)
    scale = adapted.where(length > TRUSTED_LENGTH, 1.0)
    return x - learning_rate * mean_hat * scale, moments


RADAM = Rule(
    id="radam",
    name="RAdam",
    formula=(
        "g ← g + λ x\n"
        "m ← β1 m + (1 − β1) g\n"
        "s ← β2 s + (1 − β2) g²\n"
        "m̂ = m / (1 − β1ᵗ)\n"
        "ρ∞ = 2 / (1 − β2) − 1\n"
        "ρ = ρ∞ − 2 t β2ᵗ / (1 − β2ᵗ)\n"
        "r = √((ρ − 4) (ρ − 2) ρ∞ / ((ρ∞ − 4) (ρ∞ − 2) ρ))\n"
        "x ← x − η r m̂ √(1 − β2ᵗ) / (√s + ε), or x − η m̂ while ρ ≤ 5"
    ),
    source="Liu et al. 2020; torch.optim.RAdam",
    hyperparameters=(
        learning_rate(1e-3),
        BETA1,
        BETA2,
        EPSILON,
        WEIGHT_DECAY,
        DECOUPLED_WEIGHT_DECAY,
        MAXIMIZE,
    ),
    init=no_moments,
    update=radam,
    torch_form=TorchForm(
        "torch.optim.RAdam",
        torch_keywords(
            "weight_decay",
            "decoupled_weight_decay",
            "maximize",
            lr="learning_rate",
            betas=("beta1", "beta2"),
            eps="epsilon",
        ),
    ),
)
