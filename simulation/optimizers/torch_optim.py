"""torch.optim's own classes, run for real as the reference implementation of a run."""

from __future__ import annotations

from dataclasses import dataclass

from simulation.optimizers.base import LEARNING_RATE, MOMENTUM, Optimizer
from simulation.parameters import Parameter


@dataclass(frozen=True, slots=True)
class TorchClass(Optimizer):
    """A ``torch.optim.Optimizer`` subclass; its ``id`` is its import path.

    Hyperparameters keep torch's names, but for ``lr``, which is ``learning_rate`` here.
    """


TORCH_SGD = TorchClass(
    id="torch.optim.SGD",
    name="torch.optim.SGD",
    formula=(
        "g ← g + weight_decay · x\n"
        "v ← momentum · v + (1 − dampening) g, but v ← g in the first step\n"
        "x ← x − learning_rate · v"
    ),
    source="torch.optim.SGD, run as it is",
    hyperparameters=(
        LEARNING_RATE,
        Parameter(
            "momentum", 0.0, MOMENTUM.meaning, low=0.0, high=1.0, slider=(0.0, 1.0), symbol="β"
        ),
        Parameter(
            "dampening",
            0.0,
            "Share of the gradient left out of the velocity; equal to momentum, it averages.",
            low=0.0,
            high=1.0,
            slider=(0.0, 1.0),
        ),
        Parameter(
            "weight_decay",
            0.0,
            "Pull towards the origin that is added to the gradient.",
            low=0.0,
            high=1e6,
            slider=(0.0, 1.0),
        ),
        Parameter("nesterov", False, "Look ahead along the velocity.", kind="flag"),
        Parameter("maximize", False, "Climb instead of descending.", kind="flag"),
    ),
)
