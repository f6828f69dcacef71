"""Steps to be recorded: each rule and objective as a function of tensors alone."""

from __future__ import annotations

import torch

from simulation.engine.states import map_tensors, parts
from simulation.objectives.catalog import OBJECTIVES, build_objective
from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS

RULES = [rule for rule in OPTIMIZERS.values() if isinstance(rule, Rule)]
CLOSED = [name for name in OBJECTIVES if name != "airfoil"]
LANES = 64


def one_step(rule, name, dtype=torch.float64, spread=1.0):
    """A step as a function of all it changes, with the loss last, and what it starts from."""
    objective = build_objective(name, {}).place(dtype, torch.device("cpu"))
    draws = torch.Generator().manual_seed(7)
    x = spread * torch.randn(objective.dim, LANES, dtype=dtype, generator=draws)
    shares = torch.linspace(0.1, 0.9, LANES, dtype=dtype)
    h = [p.default * shares if p.kind == "number" else p.default for p in rule.hyperparameters]
    numbers = [each for each in h if isinstance(each, torch.Tensor)]
    state = rule.init(x)

    def step(x, *others):
        left = iter(others)
        now = map_tensors(lambda _: next(left), state)
        next(left)  # the loss before
        given = [next(left) if isinstance(each, torch.Tensor) else each for each in h]
        point = x if rule.query is None else rule.query(x, now, *given)
        x, now = rule.update(x, objective.gradient(point), now, *given)
        return [x, *parts(now), objective.value(x)]

    changed = [x, *parts(state), objective.value(x)]
    return step, [*changed, *numbers], len(changed)
