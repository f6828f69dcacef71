"""NAdam: Adam whose momentum looks one step ahead, as Nesterov's does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

MOMENTUM_DECAY = Parameter(
    "momentum_decay",
    4e-3,
    "How fast the momentum rises from half of β1 to β1; 0 keeps it at half.",
    low=0.0,
    high=1e6,
    slider=(1e-4, 10.0),
    scale="log",
    symbol="ψ",
)


class NAdamState(NamedTuple):
    """What NAdam remembers."""

    moments: Moments
    product: Tensor
    """Product of all μ so far, shape ``(lanes,)``."""


def init(x: Tensor) -> NAdamState:
    """Nothing averaged yet."""
    return NAdamState(no_moments(x), x.new_ones(x.shape[1:]))


def nadam(
    x: Tensor,
    gradient: Tensor,
    state: NAdamState,
    learning_rate: Tensor,
    beta1: Tensor,
    beta2: Tensor,
    epsilon: Tensor,
    weight_decay: Tensor,
    momentum_decay: Tensor,
    decoupled_weight_decay: bool,
    maximize: bool,
) -> tuple[Tensor, NAdamState]:
    """x ← x − η [μₜ₊₁ m / (1 − Πμ μₜ₊₁) + (1 − μₜ) g / (1 − Πμ)] / (√ŝ + ε).

    μₜ = β1 (1 − ½ · 0.96^(t ψ)), and Πμ is the product of μ₁ … μₜ.
    """
    x, gradient = decay_weights(
        x, gradient, learning_rate, weight_decay, decoupled_weight_decay, maximize
    )
    moments = add_gradient(state.moments, gradient, beta1, beta2)
    step, mean, square = moments
    mu = beta1 * (1 - 0.5 * 0.96 ** (step * momentum_decay))
    mu_next = beta1 * (1 - 0.5 * 0.96 ** ((step + 1) * momentum_decay))
    product = state.product * mu
    ahead = mu_next / (1 - product * mu_next) * mean + (1 - mu) / (1 - product) * gradient
    square_hat = square / collected(beta2, step)
    x = x - learning_rate * ahead / (square_hat.sqrt() + epsilon)
    return x, NAdamState(moments, product)


NADAM = Rule(
    id="nadam",
    name="NAdam",
    formula=(
        "g ← g + λ x\n"
        "m ← β1 m + (1 − β1) g\n"
        "s ← β2 s + (1 − β2) g²\n"
        "μₜ = β1 (1 − ½ · 0.96^(t ψ))\n"
        "m̂ ← μₜ₊₁ m / (1 − μ₁…μₜ₊₁) + (1 − μₜ) g / (1 − μ₁…μₜ)\n"
        "x ← x − η · m̂ / (√(s / (1 − β2ᵗ)) + ε)"
    ),
    source="Dozat 2016; torch.optim.NAdam",
    hyperparameters=(
        learning_rate(2e-3),
        BETA1,
        BETA2,
        EPSILON,
        WEIGHT_DECAY,
        MOMENTUM_DECAY,
        DECOUPLED_WEIGHT_DECAY,
        MAXIMIZE,
    ),
    init=init,
    update=nadam,
    torch_form=TorchForm(
        "torch.optim.NAdam",
        torch_keywords(
            "weight_decay",
            "momentum_decay",
            "decoupled_weight_decay",
            "maximize",
            lr="learning_rate",
            betas=("beta1", "beta2"),
            eps="epsilon",
        ),
    ),
)
