"""Adafactor on a vector, where it keeps the whole second moment.

Its root mean squares go over the coordinates of a lane: the rule is elementwise in lanes,
not in coordinates.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from simulation.lane_sums import mean
from simulation.optimizers.base import Rule, TorchForm, torch_keywords
from simulation.optimizers.shared import EPSILON, MAXIMIZE, WEIGHT_DECAY, learning_rate
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

BETA2_DECAY = Parameter(
    "beta2_decay",
    -0.8,
    "The newest squared gradient's share of the average falls as this power of the step.",
    low=-100.0,
    high=0.0,
    slider=(-1.0, 0.0),
    symbol="τ",
)

CLIPPING = Parameter(
    "clipping",
    1.0,
    "Largest root mean square of the scaled gradient.",
    low=1.0,
    high=1e6,
    slider=(1.0, 10.0),
    symbol="d",
)

EPSILON1 = replace(
    EPSILON,
    name="epsilon1",
    default=2.0**-52,
    meaning="Smallest divisor. The default is float64's machine precision, as in torch.",
    slider=(1e-30, 1e-3),
    symbol="ε1",
)

EPSILON2 = replace(
    EPSILON,
    name="epsilon2",
    default=1e-3,
    meaning="Smallest scale of the position: steps are relative to its root mean square.",
    slider=(1e-6, 1.0),
    symbol="ε2",
)


class AdafactorState(NamedTuple):
    """What Adafactor remembers."""

    step: Tensor
    """Steps taken, shape ``()``."""
    square: Tensor
    """s, average squared gradient, shape ``(dim, lanes)``."""


def init(x: Tensor) -> AdafactorState:
    """No step taken, s = 0."""
    return AdafactorState(x.new_zeros(()), x.new_zeros(x.shape))


def root_mean_square(x: Tensor) -> Tensor:
    """Root mean square of each lane: ``(dim, lanes)`` to ``(lanes,)``."""
    return mean(x * x).sqrt()


def adafactor(
    x: Tensor,
    gradient: Tensor,
    state: AdafactorState,
    learning_rate: Tensor,
    beta2_decay: Tensor,
    epsilon1: Tensor,
    epsilon2: Tensor,
    clipping: Tensor,
    weight_decay: Tensor,
    maximize: bool,
) -> tuple[Tensor, AdafactorState]:
    """x ← (1 − η λ) x − min(η, 1/√t) · max(ε2, rms x) · u / max(1, rms u / d).

    u = g / √max(s, ε1²), and s ← s + t^τ (g² − s).
    """
    if maximize:
        gradient = -gradient
    step = state.step + 1
    square = state.square.lerp(gradient * gradient, step**beta2_decay)
    scaled = gradient / square.maximum(epsilon1 * epsilon1).sqrt()
    clipped = scaled / (root_mean_square(scaled) / clipping).clamp(min=1)
    rate = learning_rate.minimum(step**-0.5) * root_mean_square(x).maximum(epsilon2)
    x = x * (1 - learning_rate * weight_decay) - rate * clipped
    return x, AdafactorState(step, square)


ADAFACTOR = Rule(
    id="adafactor",
    name="Adafactor",
    formula=(
        "s ← s + t^τ (g² − s)\n"
        "u ← g / √max(s, ε1²)\n"
        "ρ = min(η, 1/√t) · max(ε2, rms x)\n"
        "x ← (1 − η λ) x − ρ u / max(1, rms u / d)"
    ),
    source="Shazeer & Stern 2018; torch.optim.Adafactor on a vector",
    hyperparameters=(
        learning_rate(1e-2),
        BETA2_DECAY,
        EPSILON1,
        EPSILON2,
        CLIPPING,
        WEIGHT_DECAY,
        MAXIMIZE,
    ),
    init=init,
    update=adafactor,
    torch_form=TorchForm(
        "torch.optim.Adafactor",
        torch_keywords(
            "beta2_decay",
            "weight_decay",
            "maximize",
            lr="learning_rate",
            eps=("epsilon1", "epsilon2"),
            d="clipping",
        ),
    ),
)
