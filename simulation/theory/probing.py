"""Finding out what linear recursion an update rule is, by stepping it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from simulation.experiment import Run
from simulation.optimizers.base import Optimizer, Rule
from simulation.optimizers.catalog import OPTIMIZERS
from simulation.optimizers.torch_optim import TorchClass
from simulation.theory.linear_forms import LinearForm, Recursion

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]

TRIALS = 5
TRIAL_SCALES = (1.0, -1.0, 1e3, 1e-3, 1.0)
"""Sizes of the random states on which superposition is tried: what bends only far out, or only
close to zero, is found too."""
LATER_STEPS = (1, 2, 20)
"""Steps at which the form must be the same for a rule to count as one recursion."""
SUPERPOSITION_TOLERANCE = 1e-9
CONSTANCY_TOLERANCE = 1e-12


@dataclass(frozen=True, slots=True)
class NoRecursion:
    """Why a rule has no matrix: a result, not a failure."""

    reason: Literal["foreign", "bends", "changes"]
    """Its update is nobody's rule here; it is not linear (superposition fails); or it is, but
    differently from step to step."""


def rule_of(optimizer: Optimizer) -> Rule | None:
    """The rule of an optimizer; of torch's own classes, the rule that gives the same iterates.

    A rule stands in for a class if it declares that class as its form in torch and all
    hyperparameters go by the same names; tests hold both to the same numbers.
    """
    if isinstance(optimizer, Rule):
        return optimizer
    if not isinstance(optimizer, TorchClass):
        return None
    names = {p.name for p in optimizer.hyperparameters}
    for other in OPTIMIZERS.values():
        if (
            isinstance(other, Rule)
            and other.torch_form is not None
            and other.torch_form.path == optimizer.torch_form.path
            and names <= {p.name for p in other.hyperparameters}
        ):
            return other
    return None


def recursion_of(run: Run, step: int = 0) -> Recursion | NoRecursion:
    """The recursion of a run, with its hyperparameters as they are in force at ``step``."""
    rule = rule_of(run.declaration)
    if rule is None:
        return NoRecursion("foreign")
    found = probe(rule, values_in_force(run, step))
    return found if isinstance(found, NoRecursion) else found.at(0)


def values_in_force(run: Run, step: int) -> dict[str, Any]:
    """All hyperparameters of a run for the update that leaves ``step``."""
    values = dict(run.hyperparameters)
    for name in run.schedules:
        values[name] = float(run.values(name, np.array([step]))[0])
    return values


def probe(rule: Rule, values: Mapping[str, Any]) -> Recursion | NoRecursion:
    """Step a rule from each unit state and read off its matrix.

    What is read off is then held against steps from random states: if a step from a sum is
    not the sum of the steps, the rule is not linear.

    Parameters
    ----------
    rule
        The rule.
    values
        All its hyperparameters; each number may be an array ``(n,)`` of values to be probed at
        once. What is left out (``None``) makes numbers of the step nan, and so no recursion.

    Returns
    -------
    Recursion or NoRecursion
        The recursion has a leading axis of length n, or 1.
    """
    import torch

    with torch.inference_mode():
        prober = _Prober(rule, values)
        forms = {step: prober.form(step) for step in (0, *prober.later_steps)}
        if any(form is None for form in forms.values()):
            return NoRecursion("bends")
        first, *rest = (form for form in forms.values() if form is not None)
        later = rest[0] if rest else first
        if not all(_same(later, other) for other in rest):
            return NoRecursion("changes")
        return Recursion(prober.names, prober.start, first, later)


def later_form(rule: Rule, values: Mapping[str, Any]) -> LinearForm | None:
    """The form of the second step alone, untried: for rules that :func:`probe` has tried."""
    import torch

    with torch.inference_mode():
        return _Prober(rule, values, trials=0).form(1)


@dataclass(frozen=True, slots=True)
class Leak:
    """One memory of a rule that is a leaky sum of gradients: v ← a v + b g."""

    name: str
    """Which number of the state it is."""
    keep: Array
    """a for each value of the hyperparameters, ``(n,)``."""
    take: Array
    """b, ``(n,)``."""
    take_first: Array
    """b in the very first step, ``(n,)``; torch's SGD takes the first gradient whole."""


def leaks(rule: Rule, values: Mapping[str, Any]) -> tuple[Leak, ...]:
    """The memories of a rule, linear or not, that add up gradients and nothing else.

    Adam's first moment is one. Arguments are those of :func:`probe`.
    """
    import torch

    with torch.inference_mode():
        prober = _Prober(rule, values)
        first, *later = (prober.leaks(step) for step in (0, *prober.later_steps))
        names = prober.names[:-1]
        found = []
        for place, name in enumerate(names):
            answers = [each[place] for each in later or [first]]
            begun = first[place]
            if begun is None or not answers or any(each is None for each in answers):
                continue
            keep, take = answers[0]  # type: ignore[misc]
            if all(np.allclose(each, answers[0]) for each in answers):  # type: ignore[arg-type]
                found.append(Leak(name, keep, take, begun[1]))
    return tuple(found)


class _Prober:
    """Steps one coordinate in many lanes: each value of the hyperparameters × each state."""

    def __init__(self, rule: Rule, values: Mapping[str, Any], *, trials: int = TRIALS) -> None:
        import torch

        self._rule = rule
        given = [(p.kind == "number", values[p.name]) for p in rule.hyperparameters]
        self._count = max((np.size(value) for number, value in given if number), default=1)
        one = torch.ones((1, 1), dtype=torch.float64)
        begun = leaves(rule.init(one))
        self._memories = [place for place, (_, part) in enumerate(begun) if part.ndim]
        self._counts = len(begun) > len(self._memories)
        self._size = len(self._memories) + 1
        units = np.eye(self._size + 1)
        draw = np.random.default_rng(0)
        states = draw.normal(size=(TRIALS, self._size + 1)) * np.array(TRIAL_SCALES)[:, None]
        self._inputs = np.concatenate([units, states[:trials]])
        """Rows of a state and a gradient, ``(k, m + 1)``."""
        rows = len(self._inputs)
        self._lanes = self._count * rows
        self._hyperparameters = [
            self._in_lanes(value) if number else value for number, value in given
        ]
        self._columns = [torch.from_numpy(np.tile(c, self._count)[None]) for c in self._inputs.T]
        self.names = (*(begun[place][0] for place in self._memories), "x")
        own = [float(begun[place][1].flatten()[0]) for place in self._memories]
        self.start = np.tile([*own, 1.0], (self._count, 1))

    @property
    def later_steps(self) -> tuple[int, ...]:
        """Steps at which the rule may act differently: none if it does not count them."""
        return LATER_STEPS if self._counts else ()

    def form(self, step: int) -> LinearForm | None:
        """The form of step number ``step``, or ``None`` if it is not linear there."""
        answers, readings = self._step_from(self._counters(step))
        units = self._size + 1
        moved = np.moveaxis(answers[:, :units], 1, 2)  # (n, m, inputs)
        read = readings[:, :units]
        for found, maps in ((answers, moved), (readings[..., None], read[:, None])):
            if not self._superposes(found[:, units:], maps):
                return None
        size = self._size
        if read[:, size].any():  # it would have to know the slope before it reads it
            return None
        return LinearForm(moved[:, :, :size], moved[:, :, size], read[:, :size])

    def _superposes(self, found: Array, maps: Array) -> bool:
        """Whether ``found``, ``(n, trials, m)``, are what ``maps`` make of the trial inputs."""
        trials = self._inputs[self._size + 1 :]
        # A sum over the inputs, and how large its terms are.
        expected = np.einsum("nmi,ki->nkm", maps, trials)
        terms = np.einsum("nmi,ki->nkm", np.abs(maps), np.abs(trials))
        return bool((np.abs(found - expected) <= SUPERPOSITION_TOLERANCE * terms).all())

    def leaks(self, step: int) -> list[tuple[Array, Array] | None]:
        """For each memory a and b of v ← a v + b g, or ``None`` if it is moved otherwise."""
        answers, _ = self._step_from(self._counters(step))
        found: list[tuple[Array, Array] | None] = []
        for place in range(self._size - 1):
            moved = answers[:, :, place]
            keep, take = moved[:, place], moved[:, self._size]
            expected = keep[:, None] * self._inputs[:, place] + take[:, None] * self._inputs[:, -1]
            terms = np.abs(keep[:, None] * self._inputs[:, place]) + np.abs(
                take[:, None] * self._inputs[:, -1]
            )
            fits = (np.abs(moved - expected) <= SUPERPOSITION_TOLERANCE * terms).all()
            found.append((keep, take) if fits and take.any() else None)
        return found

    def _in_lanes(self, value: Any) -> Tensor:
        import torch

        number = np.nan if value is None else value
        column = np.broadcast_to(np.asarray(number, dtype=float), (self._count,))
        return torch.from_numpy(np.repeat(column, len(self._inputs)))

    def _counters(self, step: int) -> Any:
        """The state after ``step`` steps at rest at the minimum: only what counts has moved."""
        import torch

        x = torch.zeros((1, 1), dtype=torch.float64)
        state = self._rule.init(x)
        first_lane = [h if isinstance(h, bool) else h[:1] for h in self._hyperparameters]
        for _ in range(step if self._counts else 0):
            _, state = self._rule.update(x, x, state, *first_lane)
        return state

    def _step_from(self, state: Any) -> tuple[Array, Array]:
        """The states after a step, ``(n, k, m)``, and where the gradient was read, ``(n, k)``."""
        *memories, x, gradient = self._columns
        parts = [part for _, part in leaves(state)]
        for place, column in zip(self._memories, memories, strict=True):
            parts[place] = column
        state = _rebuilt(state, iter(parts))
        rule, h = self._rule, self._hyperparameters
        point = x if rule.query is None else rule.query(x, state, *h)
        moved, after = rule.update(x, gradient, state, *h)
        found = leaves(after)
        columns = [*(found[place][1] for place in self._memories), moved]
        shape = (self._count, len(self._inputs))
        answers = np.stack([column.numpy().reshape(shape) for column in columns], axis=-1)
        return answers, point.numpy().reshape(shape)


def leaves(state: Any) -> list[tuple[str, Tensor]]:
    """The tensors of a state with their names; states may hold states."""
    found: list[tuple[str, Tensor]] = []
    for name, part in zip(state._fields, state, strict=True):
        found += leaves(part) if isinstance(part, tuple) else [(name, part)]
    return found


def _rebuilt(state: Any, parts: Iterator[Tensor]) -> Any:
    return type(state)(
        *(_rebuilt(part, parts) if isinstance(part, tuple) else next(parts) for part in state)
    )


def _same(one: LinearForm, other: LinearForm) -> bool:
    pairs = (
        (one.transition, other.transition),
        (one.response, other.response),
        (one.reading, other.reading),
    )
    return all(
        np.allclose(a, b, rtol=CONSTANCY_TOLERANCE, atol=CONSTANCY_TOLERANCE) for a, b in pairs
    )
