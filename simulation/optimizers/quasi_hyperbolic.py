"""Quasi-hyperbolic momentum: a weighted mean of the gradient and its running average."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulation.optimizers.base import MOMENTUM, Rule, Velocity, at_rest
from simulation.optimizers.moments import Moments, add_gradient, average, collected, no_moments
from simulation.optimizers.shared import BETA1, BETA2, EPSILON, learning_rate
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

NU = Parameter(
    "nu",
    0.7,
    "Weight of the averaged gradient: 0 is gradient descent, 1 is averaged momentum.",
    low=0.0,
    high=1.0,
    slider=(0.0, 1.0),
    symbol="ν",
)


def qhm(
    x: Tensor,
    gradient: Tensor,
    state: Velocity,
    learning_rate: Tensor,
    momentum: Tensor,
    nu: Tensor,
) -> tuple[Tensor, Velocity]:
    """v ← β v + (1 − β) g; x ← x − η ((1 − ν) g + ν v)."""
    velocity = average(state.velocity, gradient, momentum)
    return x - learning_rate * average(velocity, gradient, nu), Velocity(velocity)


def qhadam(
    x: Tensor,
    gradient: Tensor,
    state: Moments,
    learning_rate: Tensor,
    beta1: Tensor,
    beta2: Tensor,
    nu1: Tensor,
    nu2: Tensor,
    epsilon: Tensor,
) -> tuple[Tensor, Moments]:
    """x ← x − η ((1 − ν1) g + ν1 m̂) / (√((1 − ν2) g² + ν2 ŝ) + ε)."""
    moments = add_gradient(state, gradient, beta1, beta2)
    step, mean, square = moments
    mean_hat = mean / collected(beta1, step)
    square_hat = square / collected(beta2, step)
    direction = average(mean_hat, gradient, nu1)
    divisor = average(square_hat, gradient * gradient, nu2).sqrt() + epsilon
    return x - learning_rate * direction / divisor, moments


QHM = Rule(
    id="qhm",
    name="Quasi-hyperbolic momentum",
    formula="v ← β v + (1 − β) g\nx ← x − η ((1 − ν) g + ν v)",
    source="Ma & Yarats 2019, with the values that they recommend",
    hyperparameters=(learning_rate(1.0), replace(MOMENTUM, default=0.999), NU),
    init=at_rest,
    update=qhm,
)

QHADAM = Rule(
    id="qhadam",
    name="QHAdam",
    formula=(
        "m ← β1 m + (1 − β1) g\n"
        "s ← β2 s + (1 − β2) g²\n"
        "m̂ = m / (1 − β1ᵗ)\n"
        "ŝ = s / (1 − β2ᵗ)\n"
        "x ← x − η ((1 − ν1) g + ν1 m̂) / (√((1 − ν2) g² + ν2 ŝ) + ε)"
    ),
    source="Ma & Yarats 2019, with the values that they recommend",
    hyperparameters=(
        learning_rate(1e-3),
        replace(BETA1, default=0.995),
        BETA2,
        replace(
            NU,
            name="nu1",
            meaning="Weight of the averaged gradient; the rest is the gradient itself.",
            symbol="ν1",
        ),
        replace(
            NU,
            name="nu2",
            default=1.0,
            meaning="Weight of the averaged square; the rest is the squared gradient itself.",
            symbol="ν2",
        ),
        EPSILON,
    ),
    init=no_moments,
    update=qhadam,
)
