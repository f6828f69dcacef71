"""Adam, AdamW and SparseAdam: momentum divided by a running root mean square."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import Rule, TorchForm, torch_keywords
from simulation.optimizers.moments import Moments, add_gradient, average, collected, no_moments
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

AMSGRAD = Parameter(
    "amsgrad",
    False,
    "Divide by the largest average squared gradient so far, so that steps never grow back.",
    kind="flag",
)


class AdamState(NamedTuple):
    """What Adam remembers."""

    moments: Moments
    largest: Tensor
    """Largest s so far, shape ``(dim, lanes)``; only AMSGrad changes it."""


def init(x: Tensor) -> AdamState:
    """Nothing averaged yet."""
    return AdamState(no_moments(x), x.new_zeros(x.shape))


def adam(
    x: Tensor,
    gradient: Tensor,
    state: AdamState,
    learning_rate: Tensor,
    beta1: Tensor,
    beta2: Tensor,
    epsilon: Tensor,
    weight_decay: Tensor,
    amsgrad: bool,
    maximize: bool,
    decoupled_weight_decay: bool,
) -> tuple[Tensor, AdamState]:
    """x ← x − η m̂ / (√ŝ + ε), with m̂ = m / (1 − β1ᵗ) and ŝ = s / (1 − β2ᵗ)."""
    x, gradient = decay_weights(
        x, gradient, learning_rate, weight_decay, decoupled_weight_decay, maximize
    )
    moments = add_gradient(state.moments, gradient, beta1, beta2)
    step, mean, square = moments
    largest = state.largest
    if amsgrad:
        largest = square = largest.maximum(square)
    mean_hat = mean / collected(beta1, step)
    square_hat = square / collected(beta2, step)
    x = x - learning_rate * mean_hat / (square_hat.sqrt() + epsilon)
    return x, AdamState(moments, largest)


def sparse_adam(
    x: Tensor,
    gradient: Tensor,
    state: Moments,
    learning_rate: Tensor,
    beta1: Tensor,
    beta2: Tensor,
    epsilon: Tensor,
    maximize: bool,
) -> tuple[Tensor, Moments]:
    """x ← x − η √(1 − β2ᵗ) / (1 − β1ᵗ) · m / (√s + ε)."""
    if maximize:
        gradient = -gradient
    step = state.step + 1
    mean = average(state.mean, gradient, beta1)
    square = average(state.square, gradient * gradient, beta2)
    rate = learning_rate * collected(beta2, step).sqrt() / collected(beta1, step)
    return x - rate * mean / (square.sqrt() + epsilon), Moments(step, mean, square)


_MOMENTS = "m ← β1 m + (1 − β1) g\ns ← β2 s + (1 − β2) g²\n"
_STEP = "x ← x − η · m / (1 − β1ᵗ) / (√(s / (1 − β2ᵗ)) + ε)"

ADAM = Rule(
    id="adam",
    name="Adam",
    formula="g ← g + λ x\n" + _MOMENTS + _STEP,
    source="Kingma & Ba 2015; AMSGrad: Reddi, Kale & Kumar 2018; torch.optim.Adam",
    hyperparameters=(
        learning_rate(1e-3),
        BETA1,
        BETA2,
        EPSILON,
        WEIGHT_DECAY,
        AMSGRAD,
        MAXIMIZE,
        DECOUPLED_WEIGHT_DECAY,
    ),
    init=init,
    update=adam,
    torch_form=TorchForm(
        "torch.optim.Adam",
        torch_keywords(
            "weight_decay",
            "amsgrad",
            "maximize",
            "decoupled_weight_decay",
            lr="learning_rate",
            betas=("beta1", "beta2"),
            eps="epsilon",
        ),
    ),
)

ADAMW = Rule(
    id="adamw",
    name="AdamW",
    formula="x ← (1 − η λ) x\n" + _MOMENTS + _STEP,
    source="Loshchilov & Hutter 2019; torch.optim.AdamW",
    hyperparameters=(
        learning_rate(1e-3),
        BETA1,
        BETA2,
        EPSILON,
        replace(
            WEIGHT_DECAY,
            default=1e-2,
            meaning="Share of the position, times the learning rate, that each step takes away.",
        ),
        AMSGRAD,
        MAXIMIZE,
    ),
    init=init,
    update=partial(adam, decoupled_weight_decay=True),
    torch_form=TorchForm(
        "torch.optim.AdamW",
        torch_keywords(
            "weight_decay",
            "amsgrad",
            "maximize",
            lr="learning_rate",
            betas=("beta1", "beta2"),
            eps="epsilon",
        ),
    ),
)

SPARSE_ADAM = Rule(
    id="sparse-adam",
    name="SparseAdam",
    formula=_MOMENTS + "x ← x − η √(1 − β2ᵗ) / (1 − β1ᵗ) · m / (√s + ε)",
    source=(
        "Kingma & Ba 2015, section 2, the faster order; torch.optim.SparseAdam with every "
        "coordinate present"
    ),
    hyperparameters=(
        replace(learning_rate(1e-3), low=1e-12),
        BETA1,
        BETA2,
        replace(EPSILON, low=1e-300),
        MAXIMIZE,
    ),
    init=no_moments,
    update=sparse_adam,
    torch_form=TorchForm(
        "torch.optim.SparseAdam",
        torch_keywords("maximize", lr="learning_rate", betas=("beta1", "beta2"), eps="epsilon"),
        sparse=True,
    ),
)
