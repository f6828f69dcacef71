"""Advancing runs that share a rule: many as lanes of one tensor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from simulation.engine.sampling import GradientSource
from simulation.optimizers.base import Rule

if TYPE_CHECKING:
    from torch import Tensor

LANE_MULTIPLE = 32
"""Lanes are padded to a multiple of this: then every element of a tensor goes through the
same vector instructions whatever its neighbours are, and a run's numbers do not depend on
how many other runs there are."""


class Stepper(Protocol):
    """Holds the state of some runs and moves them on."""

    def advance(self, source: GradientSource, first: int, count: int) -> Tensor:
        """Take ``count`` steps, number ``first`` on; positions ``(count, dim, lanes)``."""


class LaneStepper:
    """Steps all runs of one rule together.

    Parameters
    ----------
    rule
        The update.
    numbers
        Hyperparameters of shape ``(lanes,)``, by name.
    flags
        Hyperparameters that all lanes share, by name.
    x
        Start positions, ``(dim, lanes)``.
    """

    def __init__(
        self, rule: Rule, numbers: Mapping[str, Tensor], flags: Mapping[str, Any], x: Tensor
    ) -> None:
        self._rule = rule
        self._hyperparameters = {**numbers, **flags}
        self._x = x
        self._state = rule.init(x)

    def advance(self, source: GradientSource, first: int, count: int) -> Tensor:
        import torch

        x, state, rule, h = self._x, self._state, self._rule, self._hyperparameters
        update, query = rule.update, rule.query
        positions = []
        with torch.inference_mode():
            for gradient in source.steps(first, count):
                point = x if query is None else query(x, state, **h)
                x, state = update(x, gradient(point), state, **h)
                positions.append(x)
            self._x, self._state = x, state
            return torch.stack(positions)
