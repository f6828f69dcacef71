"""Gradient descent and the three textbook forms of momentum.

All start at rest (v₀ = 0). While the learning rate is constant, the accumulated and the
displacement form give the same iterates; they part as soon as it changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulation.optimizers.base import (
    LEARNING_RATE,
    MOMENTUM,
    Rule,
    Stateless,
    TorchForm,
    Velocity,
    at_rest,
    torch_keywords,
)

if TYPE_CHECKING:
    from torch import Tensor


def descend(
    x: Tensor, gradient: Tensor, state: Stateless, learning_rate: Tensor
) -> tuple[Tensor, Stateless]:
    """x ← x − η g."""
    return x - learning_rate * gradient, state


def accumulate(
    x: Tensor, gradient: Tensor, state: Velocity, learning_rate: Tensor, momentum: Tensor
) -> tuple[Tensor, Velocity]:
    """v ← β v + g; x ← x − η v."""
    velocity = momentum * state.velocity + gradient
    return x - learning_rate * velocity, Velocity(velocity)


def displace(
    x: Tensor, gradient: Tensor, state: Velocity, learning_rate: Tensor, momentum: Tensor
) -> tuple[Tensor, Velocity]:
    """v ← β v + η g; x ← x − v."""
    velocity = momentum * state.velocity + learning_rate * gradient
    return x - velocity, Velocity(velocity)


def average(
    x: Tensor, gradient: Tensor, state: Velocity, learning_rate: Tensor, momentum: Tensor
) -> tuple[Tensor, Velocity]:
    """v ← β v + (1 − β) g; x ← x − η v."""
    velocity = momentum * state.velocity + (1 - momentum) * gradient
    return x - learning_rate * velocity, Velocity(velocity)


GRADIENT_DESCENT = Rule(
    id="gradient-descent",
    name="Gradient descent",
    formula="x ← x − η g",
    source="Cauchy 1847; every text",
    hyperparameters=(LEARNING_RATE,),
    init=lambda _: Stateless(),
    update=descend,
    torch_form=TorchForm("torch.optim.SGD", torch_keywords(lr="learning_rate")),
)

MOMENTUM_ACCUMULATED = Rule(
    id="momentum",
    name="Momentum",
    formula="v ← β v + g\nx ← x − η v",
    source="Polyak 1964 (heavy ball); Dive into Deep Learning; torch.optim.SGD",
    hyperparameters=(LEARNING_RATE, MOMENTUM),
    init=at_rest,
    update=accumulate,
    torch_form=TorchForm("torch.optim.SGD", torch_keywords("momentum", lr="learning_rate")),
)

MOMENTUM_DISPLACEMENT = Rule(
    id="momentum-displacement",
    name="Momentum (displacement form)",
    formula="v ← β v + η g\nx ← x − v",
    source="Polyak 1964; Su Jianlin 2018, with v of the opposite sign",
    hyperparameters=(LEARNING_RATE, MOMENTUM),
    init=at_rest,
    update=displace,
)

MOMENTUM_AVERAGED = Rule(
    id="momentum-averaged",
    name="Momentum (averaged form)",
    formula="v ← β v + (1 − β) g\nx ← x − η v",
    source="Exponential moving average of gradients; v₀ = 0, unlike torch's dampening",
    hyperparameters=(LEARNING_RATE, MOMENTUM),
    init=at_rest,
    update=average,
)
