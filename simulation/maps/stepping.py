"""Moving lanes on: as the rule is written, or recorded once and replayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from simulation.devices import torch_dtype
from simulation.engine.cuda_graphs import map_tensors
from simulation.engine.sampling import FullGradient, GradientSource, Minibatches
from simulation.maps.dispatch import record
from simulation.maps.lanes import Lanes, column, kept, kicks, scheduled
from simulation.maps.recording import NotRecordable
from simulation.maps.tape import Tape, fused
from simulation.maps.torch_lanes import TorchSteps
from simulation.objectives.base import DataObjective, Objective
from simulation.optimizers.base import Rule
from simulation.optimizers.torch_optim import TorchClass

if TYPE_CHECKING:
    import torch
    from torch import Tensor


class Stepping(Protocol):
    """Moves lanes on."""

    x: Tensor
    """Positions now, ``(dim, lanes)``; only to be read, and only until the next step."""
    loss: Tensor
    """The objective there, ``(lanes,)``; the same holds."""

    def step(self) -> None:
        """Take the next step."""

    def moving(self) -> tuple[Tensor, ...] | None:
        """All that the next step depends on; ``None`` if it depends on its number as well."""

    def keep(self, indices: Tensor) -> None:
        """Go on with these lanes only."""


def make_stepping(
    lanes: Lanes, objective: Objective, *, device: torch.device, fuse: bool
) -> Stepping:
    """Start ``lanes``, which are padded, on an objective that is placed on ``device``."""
    import torch

    experiment = lanes.experiment
    source: GradientSource = FullGradient(objective)
    if experiment.batch_size is not None and isinstance(objective, DataObjective):
        source = Minibatches(
            objective,
            experiment.batch_size,
            experiment.seed,
            device,
            replacement=experiment.sampling == "replacement",
            schedule=experiment.batch_size_schedule,
        )
    optimizer = lanes.chosen.declaration
    x = torch.tensor(lanes.starts, dtype=torch_dtype(experiment.dtype), device=device)
    if isinstance(optimizer, TorchClass):
        return TorchSteps(lanes, objective, source, x)
    assert isinstance(optimizer, Rule)
    plain = PlainSteps(optimizer, lanes, objective, source, x)
    same = experiment.noise is None and isinstance(source, FullGradient)
    if same and not lanes.chosen.schedules:
        try:
            return TapeSteps(plain, fuse=fuse)
        except NotRecordable:
            return plain
    return plain


class PlainSteps:
    """Steps as the rule is written: what changes from step to step is no matter here."""

    def __init__(
        self, rule: Rule, lanes: Lanes, objective: Objective, source: GradientSource, x: Tensor
    ) -> None:
        self.rule = rule
        self.objective = objective
        self.x = x
        self.state = rule.init(x)
        self.loss = objective.value(x)
        self.given = tuple(
            column(lanes, parameter.name, x)
            if parameter.kind == "number"
            else lanes.chosen.hyperparameters[parameter.name]
            for parameter in rule.hyperparameters
        )
        self._kept: Tensor | None = None
        steps = lanes.experiment.steps
        self._gradients = source.steps(0, steps)
        self._given = scheduled(lanes, self.given, x) if lanes.chosen.schedules else None
        noise = lanes.experiment.noise
        self._kicks = None if noise is None else kicks(lanes, noise, x)

    def advanced(self, x: Tensor, state: Any, gradient: Any, h: Any) -> tuple[Tensor, Any]:
        """The next position and state."""
        point = x if self.rule.query is None else self.rule.query(x, state, *h)
        after: tuple[Tensor, Any] = self.rule.update(x, gradient(point), state, *h)
        return after

    def step(self) -> None:
        gradient = next(self._gradients)
        h = self.given if self._given is None else tuple(self._now(next(self._given)))
        if self._kicks is not None:
            (kick,) = self._now([next(self._kicks)])
            full = gradient

            def gradient(point: Tensor) -> Tensor:
                pushed: Tensor = full(point) + kick
                return pushed

        self.x, self.state = self.advanced(self.x, self.state, gradient, h)
        self.loss = self.objective.value(self.x)

    def moving(self) -> None:
        return None

    def keep(self, indices: Tensor) -> None:
        self.x = kept(self.x, indices)
        self.state = map_tensors(lambda part: kept(part, indices), self.state)
        self.loss = kept(self.loss, indices)
        self.given = tuple(kept(each, indices) for each in self.given)
        self._kept = indices if self._kept is None else self._kept[indices]

    def _now(self, values: Any) -> list[Any]:
        """What is made for all lanes, for those that are left."""
        return [each if self._kept is None else kept(each, self._kept) for each in values]


class TapeSteps:
    """The same step over and over, recorded once and replayed in place.

    Raises
    ------
    NotRecordable
        If it cannot be recorded, or the replay gives other numbers.
    """

    def __init__(self, plain: PlainSteps, *, fuse: bool) -> None:
        self._plain = plain
        self._fuse = fuse
        self.x = plain.x
        self.loss = plain.loss
        self._ahead = False
        """Whether the tape has taken the next step already, in being made."""
        self._record()

    def step(self) -> None:
        if not self._ahead:
            self._tape()
        self._ahead = False
        self.x, self.loss = self._tape.inputs[0], self._tape.outputs[-1]

    def moving(self) -> tuple[Tensor, ...] | None:
        leaves = self._tape.inputs
        return tuple(leaves) if all(leaf.ndim for leaf in leaves) else None

    def keep(self, indices: Tensor) -> None:
        plain = self._plain
        leaves = iter(self._tape.inputs)
        plain.x = next(leaves)
        plain.state = map_tensors(lambda _: next(leaves), plain.state)
        plain.keep(indices)
        self.x, self.loss = plain.x, kept(self.loss, indices)
        self._record()

    def _record(self) -> None:
        """Record the next step, which takes it."""
        plain = self._plain
        leaves = [plain.x, *parts(plain.state)]

        def one_step(x: Tensor, *others: Tensor) -> list[Tensor]:
            left = iter(others)
            state = map_tensors(lambda _: next(left), plain.state)
            x, state = plain.advanced(x, state, plain.objective.gradient, plain.given)
            return [x, *parts(state), plain.objective.value(x)]

        recording = record(one_step, leaves)
        self._tape = Tape(fused(recording) if self._fuse else recording, len(leaves))
        if not self._tape.exact and not self._fuse:
            raise NotRecordable(plain.rule.id)
        self._ahead = True


def parts(state: Any) -> list[Tensor]:
    """The tensors of a state, in their order."""
    found: list[Tensor] = []

    def note(part: Tensor) -> Tensor:
        found.append(part)
        return part

    map_tensors(note, state)
    return found
