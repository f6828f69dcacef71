"""Linear rules stepped by the engine at many hyperparameters at once."""

from __future__ import annotations

from functools import cache

import numpy as np
import torch

from simulation.engine.sampling import FullGradient
from simulation.engine.steppers import LaneStepper
from simulation.objectives.catalog import build_objective
from simulation.optimizers.catalog import OPTIMIZERS

FORMS = {
    "momentum": ("momentum", {}),
    "displacement": ("momentum-displacement", {}),
    "averaged": ("momentum-averaged", {}),
    "look-ahead": ("nesterov", {}),
    "midpoint": ("nesterov-midpoint", {}),
    "shifted": ("nesterov-shifted", {}),
    "torch": ("sgd", {}),
    "torch-dampened": ("sgd", {"dampening": 0.5}),
    "torch-nesterov": ("sgd", {"nesterov": True}),
}
"""Every form of momentum and of Nesterov's method that the engine runs."""


def rule_and_values(form, learning_rates, momenta):
    """A rule, and its hyperparameters with these learning rates and momenta, ``(n,)``."""
    name, own = FORMS[form]
    rule = OPTIMIZERS[name]
    defaults = {p.name: p.default for p in rule.hyperparameters}
    return rule, {**defaults, **own, "learning_rate": learning_rates, "momentum": momenta}


@cache
def bowl(curvature):
    """λx²/2 in float64."""
    made = build_objective("scalar-quadratic", {"curvature": curvature})
    return made.place(torch.float64, torch.device("cpu"))


@cache
def spectrum(dimension):
    made = build_objective("spectrum", {"dimension": dimension})
    return made.place(torch.float64, torch.device("cpu"))


def engine_positions(rule, values, objective, steps):
    """Positions from x = 1, ``(steps + 1, dim, n)``, as the engine steps them."""
    lanes = max(np.size(value) for value in values.values())
    numbers, flags = {}, {}
    for parameter in rule.hyperparameters:
        value = values[parameter.name]
        if parameter.kind == "number":
            numbers[parameter.name] = torch.from_numpy(
                np.broadcast_to(np.asarray(value, float), lanes).copy()
            )
        else:
            flags[parameter.name] = value
    x = torch.ones((objective.dim, lanes), dtype=torch.float64)
    stepper = LaneStepper(rule, numbers, flags, x)
    moved = stepper.advance(FullGradient(objective), 0, steps)
    return torch.cat([x[None], moved]).numpy()
