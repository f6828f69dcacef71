"""Advancing runs that share a rule: many as lanes of one tensor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any, Protocol

from simulation.engine.sampling import GradientSource
from simulation.engine.scheduled import Scheduled
from simulation.experiment import Run
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

    def save(self) -> Any:
        """All that the next step depends on; can be pickled."""

    def restore(self, saved: Any) -> None:
        """Go on from what :meth:`save` returned."""


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
    scheduled
        Hyperparameters that change, whose values replace those in ``numbers``.
    """

    def __init__(
        self,
        rule: Rule,
        numbers: Mapping[str, Tensor],
        flags: Mapping[str, Any],
        x: Tensor,
        scheduled: Scheduled | None = None,
    ) -> None:
        self._rule = rule
        given = {**numbers, **flags}
        self._hyperparameters = {p.name: given[p.name] for p in rule.hyperparameters}
        self._scheduled = scheduled if scheduled and scheduled.names else None
        self._x = x
        self._state = rule.init(x)

    def advance(self, source: GradientSource, first: int, count: int) -> Tensor:
        import torch

        x, state, rule = self._x, self._state, self._rule
        update, query = rule.update, rule.query
        positions = []
        with torch.inference_mode():
            hyperparameters = self._hyperparameters_of(first, count)
            gradients = source.steps(first, count)
            for gradient, h in zip(gradients, hyperparameters, strict=True):
                point = x if query is None else query(x, state, *h)
                x, state = update(x, gradient(point), state, *h)
                positions.append(x)
            self._x, self._state = x, state
            return torch.stack(positions)

    def _hyperparameters_of(self, first: int, count: int) -> Iterable[tuple[Any, ...]]:
        """Values for each step, by position: that is a twentieth faster than by name."""
        constant = self._hyperparameters
        if self._scheduled is None:
            return repeat(tuple(constant.values()), count)
        changing = self._scheduled.lanes(first, count, self._x)
        return (tuple({**constant, **h}.values()) for h in changing)

    def save(self) -> Any:
        return self._x, self._state  # updates are pure: nothing ever changes these

    def restore(self, saved: Any) -> None:
        self._x, self._state = saved


def lane_values(
    rule: Rule, runs: Sequence[Run], lanes: int, like: Tensor
) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Numbers ``(lanes,)`` and shared flags of runs, by name; the last run fills what is left.

    Numbers have the dtype and device of ``like``.
    """
    padded = [*runs, *[runs[-1]] * (lanes - len(runs))]
    numbers, flags = {}, {}
    for parameter in rule.hyperparameters:
        column = [run.hyperparameters[parameter.name] for run in padded]
        if parameter.kind == "number":
            numbers[parameter.name] = like.new_tensor(column)
        else:
            flags[parameter.name] = column[0]
    return numbers, flags
