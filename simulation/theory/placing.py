"""Objectives for theory: placed on the CPU in float64, with arrays in and out."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from simulation.experiment import ObjectiveChoice
from simulation.objectives.base import Objective

Array = np.ndarray[Any, np.dtype[Any]]


def placed_objective(choice: ObjectiveChoice) -> Objective:
    """The objective, ready to be evaluated in float64 on the CPU; the last ones are kept.

    Raises
    ------
    InputError
        If its data is missing.
    """
    return _placed(_Key(choice))


def gradients_at(objective: Objective, positions: Array) -> Array:
    """Gradient at each column of ``positions``, ``(dim, n)``."""
    import torch

    with torch.inference_mode():
        gradients: Array = objective.gradient(torch.from_numpy(positions)).numpy()
    return gradients


def losses_at(objective: Objective, positions: Array) -> Array:
    """Objective at each column of ``positions``, ``(n,)``."""
    import torch

    with torch.inference_mode():
        losses: Array = objective.value(torch.from_numpy(positions)).numpy()
    return losses


class _Key:
    """An objective's choice as a key: its parameters are a dictionary, which has no hash."""

    def __init__(self, choice: ObjectiveChoice) -> None:
        self.choice = choice

    def __hash__(self) -> int:
        return hash(self.choice.id)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Key):
            return False
        one, two = self.choice, other.choice
        return (one.id, one.parameters) == (two.id, two.parameters)


@lru_cache(maxsize=4)
def _placed(key: _Key) -> Objective:
    import torch

    return key.choice.build().place(torch.float64, torch.device("cpu"))
