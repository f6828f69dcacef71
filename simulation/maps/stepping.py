"""Moving lanes on, with notes on each step: as the rule is written, or recorded and replayed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from simulation.devices import torch_dtype
from simulation.engine.interruption import Interruptible
from simulation.engine.replay.programs import PROGRAMS, function_name
from simulation.engine.replay.recording import NotRecordable
from simulation.engine.sampling import FullGradient, GradientSource, Minibatches
from simulation.engine.states import map_tensors, parts
from simulation.maps.lanes import Lanes, column, kept, kicks, scheduled
from simulation.maps.observing import Notes, first_notes, noted
from simulation.maps.torch_lanes import TorchSteps
from simulation.objectives.base import DataObjective, Objective
from simulation.optimizers.base import Rule
from simulation.optimizers.torch_optim import TorchClass

if TYPE_CHECKING:
    import torch
    from torch import Tensor


NOTES = len(Notes._fields)


class Steps(Protocol):
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


class Stepping(Protocol):
    """Moves lanes on and takes notes."""

    x: Tensor
    loss: Tensor
    notes: Notes
    threshold: Tensor
    """Loss of each lane that counts as reached, ``(lanes,)``."""

    def advance(self, steps: int) -> None:
        """Take some steps."""

    def moving(self) -> tuple[Tensor, ...] | None:
        """All that the next step depends on; ``None`` if it depends on its number as well."""

    def keep(self, indices: Tensor) -> None:
        """Go on with these lanes only."""


def starting_points(lanes: Lanes, device: torch.device) -> Tensor:
    """Where lanes start, ``(dim, lanes)``, in their experiment's dtype."""
    import torch

    return torch.tensor(lanes.starts, dtype=torch_dtype(lanes.experiment.dtype), device=device)


def make_stepping(
    lanes: Lanes,
    objective: Objective,
    x: Tensor,
    threshold: Tensor,
    stopped: Callable[[], bool] = lambda: False,
) -> Stepping:
    """Start ``lanes``, which are padded, from ``x`` on an objective that is placed beside it.

    Steps of torch's own optimizers, which may take for ever, raise ``Cancelled`` when they are
    ``stopped()``.
    """
    experiment = lanes.experiment
    source: GradientSource = FullGradient(objective)
    if experiment.batch_size is not None and isinstance(objective, DataObjective):
        source = Minibatches(
            objective,
            experiment.batch_size,
            experiment.seed,
            x.device,
            replacement=experiment.sampling == "replacement",
            schedule=experiment.batch_size_schedule,
        )
    optimizer = lanes.chosen.declaration
    if isinstance(optimizer, TorchClass):
        source = Interruptible(source, stopped)
        return NotedSteps(TorchSteps(lanes, objective, source, x), threshold)
    assert isinstance(optimizer, Rule)
    plain = PlainSteps(optimizer, lanes, objective, source, x)
    if plain.repeats:
        try:
            return RecordedSteps(plain, threshold, function_name(experiment))
        except NotRecordable:
            pass
    return NotedSteps(plain, threshold)


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
        self.repeats = (
            noise is None and isinstance(source, FullGradient) and not lanes.chosen.schedules
        )
        """Whether every step does the same."""
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

    def moving(self) -> tuple[Tensor, ...] | None:
        leaves = (self.x, *parts(self.state))
        return leaves if self.repeats and all(leaf.ndim for leaf in leaves) else None

    def keep(self, indices: Tensor) -> None:
        self.x = kept(self.x, indices)
        self.state = map_tensors(lambda part: kept(part, indices), self.state)
        self.loss = kept(self.loss, indices)
        self.given = tuple(kept(each, indices) for each in self.given)
        self._kept = indices if self._kept is None else self._kept[indices]

    def _now(self, values: Any) -> list[Any]:
        """What is made for all lanes, for those that are left."""
        return [each if self._kept is None else kept(each, self._kept) for each in values]


class NotedSteps:
    """Steps that have no program, with notes that may have one."""

    def __init__(self, steps: Steps, threshold: Tensor) -> None:
        self._steps = steps
        self.threshold = threshold
        self.x, self.loss = steps.x, steps.loss
        self.notes: Notes
        self._note_down(first_notes(steps.x, steps.loss))

    def advance(self, steps: int) -> None:
        for _ in range(steps):
            before = (self.x, self.loss)
            self._steps.step()
            self.x, self.loss = self._steps.x, self._steps.loss
            if self._noting is None:
                now = (self.x, self.loss)
                self.notes = noted(self.notes, before, now, self.threshold)
                continue
            seen = (*before, self.x, self.loss)
            for place, tensor in zip(self._noting.inputs[NOTES:], seen, strict=False):
                place.copy_(tensor)
            self._noting()

    def moving(self) -> tuple[Tensor, ...] | None:
        return self._steps.moving()

    def keep(self, indices: Tensor) -> None:
        self._steps.keep(indices)
        self.x, self.loss = self._steps.x, self._steps.loss
        self.threshold = kept(self.threshold, indices)
        self._note_down(Notes(*(kept(note, indices) for note in self.notes)))

    def _note_down(self, notes: Notes) -> None:
        """Go on with notes on the lanes that there are."""
        seen = [self.x, self.loss, self.x, self.loss, self.threshold]
        name = ("notes", len(self.x), self.x.dtype)
        program = PROGRAMS.program(name, _noted, [*notes, *seen], NOTES)
        self._noting = None if program is None else program.start([*notes, *seen])
        self.notes = notes if self._noting is None else Notes(*self._noting.inputs[:NOTES])


class RecordedSteps:
    """The same step over and over, compiled once with its notes.

    Raises
    ------
    NotRecordable
        If the step has no program.
    """

    def __init__(self, plain: PlainSteps, threshold: Tensor, function: Hashable) -> None:
        self._plain = plain
        self._function = function
        state = parts(plain.state)
        self._leaves = 1 + len(state)
        moving = [plain.x, *state, plain.loss, *first_notes(plain.x, plain.loss)]
        self._carried = len(moving)
        self._go_on([*moving, threshold, *filter(is_tensor, plain.given)])

    def advance(self, steps: int) -> None:
        self._replay(steps)

    def moving(self) -> tuple[Tensor, ...] | None:
        leaves = self._replay.inputs[: self._leaves]
        return tuple(leaves) if all(leaf.ndim for leaf in leaves) else None

    def keep(self, indices: Tensor) -> None:
        self._go_on([kept(each, indices) for each in self._replay.inputs])

    def _go_on(self, values: Sequence[Tensor]) -> None:
        """Take the next steps from these values."""
        rule = self._plain.rule
        flags = tuple(each for each in self._plain.given if not is_tensor(each))
        name = ("noted", self._function, rule.id, flags)
        program = PROGRAMS.program(name, self._step, values, self._carried)
        if program is None:
            raise NotRecordable(name)
        self._replay = program.start(values)
        self.x, *now = self._replay.inputs
        self.loss, *notes = now[self._leaves - 1 : self._leaves + NOTES]
        self.notes = Notes(*notes)
        self.threshold = self._replay.inputs[self._carried]

    def _step(self, *values: Tensor) -> list[Tensor]:
        """A step as a function of all that may differ from lane to lane."""
        left = iter(values)
        plain, x = self._plain, next(left)
        state = map_tensors(lambda _: next(left), plain.state)
        loss, notes = next(left), Notes(*islice(left, NOTES))
        threshold = next(left)
        given = tuple(next(left) if is_tensor(each) else each for each in plain.given)
        new_x, state = plain.advanced(x, state, plain.objective.gradient, given)
        new_loss = plain.objective.value(new_x)
        now = noted(notes, (x, loss), (new_x, new_loss), threshold)
        return [new_x, *parts(state), new_loss, *now]


def _noted(*values: Tensor) -> Notes:
    """Notes, positions and losses before and after, and the threshold, to the next notes."""
    *notes, old_x, old_loss, x, loss, threshold = values
    return noted(Notes(*notes), (old_x, old_loss), (x, loss), threshold)


def is_tensor(value: Any) -> bool:
    """Whether a value is a tensor, rather than a flag."""
    import torch

    return isinstance(value, torch.Tensor)
