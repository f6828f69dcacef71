"""Averaged SGD: a falling learning rate, and the mean of the late iterates beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulation.optimizers.base import Rule, TorchForm, torch_keywords
from simulation.optimizers.shared import MAXIMIZE, WEIGHT_DECAY, learning_rate, regularised
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

DECAY = Parameter(
    "decay",
    1e-4,
    "Pull towards the origin, which also sets how fast the learning rate falls.",
    low=0.0,
    high=1e6,
    slider=(1e-6, 1.0),
    scale="log",
    symbol="κ",
)

POWER = Parameter(
    "power",
    0.75,
    "Exponent with which the learning rate falls.",
    low=-10.0,
    high=10.0,
    slider=(0.0, 1.0),
    symbol="α",
)

AVERAGING_START = Parameter(
    "averaging_start",
    1e6,
    "Step after which iterates are averaged; before, the average is the iterate.",
    low=0.0,
    high=1e12,
    slider=(1.0, 1e6),
    scale="log",
    symbol="t₀",
)


class ASGDState(NamedTuple):
    """What averaged SGD remembers."""

    step: Tensor
    """Steps taken, shape ``()``."""
    average: Tensor
    """Average of the iterates, shape ``(dim, lanes)``: the estimate that the method is for."""


def init(x: Tensor) -> ASGDState:
    """No step taken; the average starts at the iterate."""
    return ASGDState(x.new_zeros(()), x.clone())


def asgd(
    x: Tensor,
    gradient: Tensor,
    state: ASGDState,
    learning_rate: Tensor,
    decay: Tensor,
    power: Tensor,
    averaging_start: Tensor,
    weight_decay: Tensor,
    maximize: bool,
) -> tuple[Tensor, ASGDState]:
    """x ← (1 − κ ηₜ) x − ηₜ g with ηₜ = η / (1 + κ η t)^α; a ← a + μ (x − a)."""
    gradient = regularised(x, gradient, weight_decay, maximize)
    rate = learning_rate / (1 + decay * learning_rate * state.step) ** power
    x = x * (1 - decay * rate) - rate * gradient
    share = 1 / (state.step - averaging_start).clamp(min=1)
    return x, ASGDState(state.step + 1, state.average.lerp(x, share))


ASGD = Rule(
    id="asgd",
    name="Averaged SGD",
    formula=(
        "g ← g + λ x\n"
        "ηₜ = η / (1 + κ η t)^α, t the steps taken before\n"
        "x ← (1 − κ ηₜ) x − ηₜ g\n"
        "a ← a + (x − a) / max(1, t − t₀)"
    ),
    source="Polyak & Juditsky 1992; torch.optim.ASGD",
    hyperparameters=(
        learning_rate(1e-2),
        DECAY,
        POWER,
        AVERAGING_START,
        WEIGHT_DECAY,
        MAXIMIZE,
    ),
    init=init,
    update=asgd,
    torch_form=TorchForm(
        "torch.optim.ASGD",
        torch_keywords(
            "weight_decay",
            "maximize",
            lr="learning_rate",
            lambd="decay",
            alpha="power",
            t0="averaging_start",
        ),
    ),
)
