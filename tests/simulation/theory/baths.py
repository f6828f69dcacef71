"""What the tests of heat baths share."""

from __future__ import annotations

from simulation.objectives.base import Objective
from simulation.objectives.catalog import build_objective


def placed(name: str, **parameters: object) -> Objective:
    """An objective on the CPU in float64."""
    import torch

    return build_objective(name, parameters).place(torch.float64, torch.device("cpu"))
