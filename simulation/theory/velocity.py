"""What the velocity of a run consists of: past gradients, each with the weight left of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.engine.sampling import GradientFunction, GradientSource, LossFunction
from simulation.experiment import Experiment, Run
from simulation.inspection.replay import Replay, alone
from simulation.optimizers.base import Rule
from simulation.theory.probing import Leak, leaks, leaves, rule_of

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]

SLICE_SECONDS = 0.05
"""Of replaying, between two looks at whether it is still wanted."""
TORCH_NAMES = {"velocity": "momentum_buffer"}
"""What torch's own class calls a memory of the rule that stands for it."""


@dataclass(frozen=True, slots=True)
class Contributions:
    """One memory of a run after some step, taken apart."""

    step: int
    name: str
    """Which memory, such as ``velocity``."""
    coordinates: tuple[str, ...]
    weights: Array
    """What is left of each gradient, the latest first, ``(n,)``."""
    gradients: Array
    """As the steps saw them: on their minibatches, with their noise, where the rule looked;
    ``(dim, n)``, the latest first."""
    older: Array
    """What is left of all gradients before these, ``(dim,)``."""
    measured: Array
    """The memory as the run holds it, ``(dim,)``."""

    @property
    def parts(self) -> Array:
        """weight × gradient, ``(dim, n)``."""
        parts: Array = self.weights * self.gradients
        return parts

    @property
    def total(self) -> Array:
        """Sum of all parts, ``(dim,)``."""
        total: Array = self.parts.sum(axis=1) + self.older
        return total


class PastGradients:
    """Takes velocities apart; keeps the last run at hand, so that its other steps come fast."""

    def __init__(self) -> None:
        self._replayed: Experiment | None = None
        self._replay: Replay | None = None

    def contributions(
        self,
        experiment: Experiment,
        run: int,
        step: int,
        count: int,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Contributions | None:
        """Take the memory of a run after ``step`` steps apart into its last ``count`` gradients.

        Returns
        -------
        Contributions or None
            ``None`` for a rule without a memory that adds up gradients and nothing else, and
            once it is not ``wanted()`` any more.

        Raises
        ------
        InputError
            If the run cannot be computed.
        """
        rule = rule_of(experiment.runs[run].declaration)
        first = max(step - count, 0)
        numbers = np.arange(first, max(step, first + 1))
        leak = None if rule is None else leak_of(rule, experiment.runs[run], numbers)
        if leak is None:
            return None
        needed = alone(experiment, run)
        if self._replay is None or self._replayed != needed:
            self._replay, self._replayed = Replay(experiment, run), needed
        replay = self._replay
        while not replay.go_to(first, SLICE_SECONDS):
            if not wanted():
                return None
        before = _memory(replay.stepper.save(), leak.name, replay.objective.dim)
        taken = numbers[: step - first]
        gradients = self._walk(replay, step)
        keep, take = leak.keep[: len(taken)], leak.take[: len(taken)].copy()
        take[taken == 0] = leak.take_first[: len(taken)][taken == 0]
        left = np.cumprod(np.append(keep, 1.0)[::-1])[::-1]
        return Contributions(
            step,
            leak.name,
            replay.objective.coordinates,
            (take * left[1:])[::-1],
            gradients[:, ::-1],
            left[0] * before,
            _memory(replay.stepper.save(), leak.name, replay.objective.dim),
        )

    def _walk(self, replay: Replay, step: int) -> Array:
        """Take the steps up to ``step`` and return the gradients that they saw, ``(dim, n)``."""
        listening = _Listening(replay.source)
        count = step - replay.step
        if count:
            replay.stepper.advance(listening, replay.step, count)
            replay.step = step
        seen = [gradient[:, 0].cpu().numpy().astype(float) for gradient in listening.seen]
        return np.array(seen).reshape(-1, replay.objective.dim).T


def leak_of(rule: Rule, run: Run, steps: Array) -> Leak | None:
    """The first leaky memory of a run, with its factors in each of ``steps``, ``(n,)``."""
    values = dict(run.hyperparameters)
    for parameter in rule.hyperparameters:
        if parameter.kind == "number":
            values[parameter.name] = run.values(parameter.name, steps)
    found = leaks(rule, values)
    return found[0] if found else None


class _Listening:
    """Hands out the gradients of another source and keeps the first one of each step.

    Torch's classes may ask again, in a closure.
    """

    def __init__(self, source: GradientSource) -> None:
        self._source = source
        self._seen: dict[int, Tensor] = {}

    def steps(self, first: int, count: int) -> Iterator[GradientFunction]:
        for step, function in enumerate(self._source.steps(first, count), first):
            yield partial(self._hear, step, function)

    def loss(self, step: int) -> LossFunction:
        return self._source.loss(step)

    @property
    def seen(self) -> list[Tensor]:
        """Gradients ``(dim, lanes)`` in the order of their steps."""
        return [self._seen[step] for step in sorted(self._seen)]

    def _hear(self, step: int, function: GradientFunction, x: Tensor) -> Tensor:
        gradient = function(x)
        self._seen.setdefault(step, gradient)
        return gradient


def _memory(saved: Any, name: str, dim: int) -> Array:
    """A memory of the first lane of what a stepper has saved, ``(dim,)``."""
    state = saved[1]
    if isinstance(state, dict):
        held = state["state"].get(0, {}).get(TORCH_NAMES.get(name, name))
        # Torch has none before the first step, nor with momentum 0.
        return np.zeros(dim) if held is None else held.flatten().numpy().astype(float)
    (tensor,) = (tensor for leaf, tensor in leaves(state) if leaf == name)
    found: Array = tensor[:, 0].cpu().numpy().astype(float)
    return found
