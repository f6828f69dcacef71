"""Rules that take only the sign: every coordinate moves by the learning rate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import (
    MOMENTUM,
    Rule,
    Stateless,
    Velocity,
    at_rest,
)
from simulation.optimizers.moments import average
from simulation.optimizers.shared import BETA1, BETA2, WEIGHT_DECAY, learning_rate

if TYPE_CHECKING:
    from torch import Tensor


class LionState(NamedTuple):
    """What Lion remembers."""

    mean: Tensor
    """m, average gradient, shape ``(dim, lanes)``."""


def sign_sgd(
    x: Tensor, gradient: Tensor, state: Stateless, learning_rate: Tensor
) -> tuple[Tensor, Stateless]:
    """x ← x − η sign(g)."""
    return x - learning_rate * gradient.sign(), state


def signum(
    x: Tensor, gradient: Tensor, state: Velocity, learning_rate: Tensor, momentum: Tensor
) -> tuple[Tensor, Velocity]:
    """v ← β v + (1 − β) g; x ← x − η sign(v)."""
    velocity = average(state.velocity, gradient, momentum)
    return x - learning_rate * velocity.sign(), Velocity(velocity)


def lion(
    x: Tensor,
    gradient: Tensor,
    state: LionState,
    learning_rate: Tensor,
    beta1: Tensor,
    beta2: Tensor,
    weight_decay: Tensor,
) -> tuple[Tensor, LionState]:
    """x ← x − η (sign(β1 m + (1 − β1) g) + λ x); m ← β2 m + (1 − β2) g."""
    direction = average(state.mean, gradient, beta1).sign() + weight_decay * x
    mean = average(state.mean, gradient, beta2)
    return x - learning_rate * direction, LionState(mean)


SIGN_SGD = Rule(
    id="sign-sgd",
    name="signSGD",
    formula="x ← x − η sign(g)",
    source="Bernstein, Wang, Azizzadenesheli & Anandkumar 2018",
    hyperparameters=(learning_rate(1e-2),),
    init=lambda _: Stateless(),
    update=sign_sgd,
)

SIGNUM = Rule(
    id="signum",
    name="Signum (signSGD with momentum)",
    formula="v ← β v + (1 − β) g\nx ← x − η sign(v)",
    source="Bernstein, Wang, Azizzadenesheli & Anandkumar 2018, algorithm 2",
    hyperparameters=(learning_rate(1e-2), MOMENTUM),
    init=at_rest,
    update=signum,
)

LION = Rule(
    id="lion",
    name="Lion",
    formula="c ← β1 m + (1 − β1) g\nx ← x − η (sign(c) + λ x)\nm ← β2 m + (1 − β2) g",
    source="Chen et al. 2023, Symbolic discovery of optimization algorithms",
    hyperparameters=(
        learning_rate(1e-4),
        replace(BETA1, meaning="Share of the average in the direction of the step."),
        replace(BETA2, default=0.99, meaning="Share of the average kept from step to step."),
        replace(
            WEIGHT_DECAY,
            meaning="Share of the position, times the learning rate, that each step takes away.",
        ),
    ),
    init=lambda x: LionState(x.new_zeros(x.shape)),
    update=lion,
)
