"""The arithmetic of one step, generated from the optimizer's own rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.engine.interruption import Cancelled
from simulation.engine.sampling import GradientFunction
from simulation.experiment import Experiment, Run
from simulation.inspection.algebra import ZERO
from simulation.inspection.expressions import Choice, Operation, Symbol
from simulation.inspection.lines import Definition
from simulation.inspection.names import (
    GRADIENT,
    POINT,
    POSITION,
    Names,
    local_letter,
    state_letter,
)
from simulation.inspection.records import Inspection
from simulation.inspection.replay import Replay, alone
from simulation.inspection.tracing import Traced, call_with_locals, first_lane
from simulation.optimizers.base import Rule

if TYPE_CHECKING:
    from torch import Tensor


def inspect(experiment: Experiment, run: int, step: int) -> Inspection:
    """Write out step number ``step`` of a run, by its index; 0 is the start.

    Raises
    ------
    IndexError
        If there is no such run or step.
    InputError
        If the run cannot be computed.
    """
    inspection = Inspector().inspect(experiment, run, step)
    assert inspection is not None
    return inspection


def never() -> bool:
    """Do not stop."""
    return False


class Inspector:
    """Inspects steps; keeps the last run at hand, so that its other steps come fast."""

    def __init__(self) -> None:
        self._replayed: Experiment | None = None
        self._replay: Replay | None = None
        self._stopped = never

    def inspect(
        self,
        experiment: Experiment,
        run: int,
        step: int,
        seconds: float = inf,
        stopped: Callable[[], bool] | None = None,
    ) -> Inspection | None:
        """Like :func:`inspect`; ``None`` if ``seconds`` are over, to be called again.

        Raises
        ------
        Cancelled
            If ``stopped`` becomes true in the middle of a step that takes too long.
        """
        self._stopped = stopped or never
        try:
            return self._inspect(experiment, run, step, seconds)
        except Cancelled:
            self._replay = None  # nothing can go on from within a step
            raise

    def _inspect(
        self, experiment: Experiment, run: int, step: int, seconds: float
    ) -> Inspection | None:
        if not 0 <= run < len(experiment.runs) or not 0 <= step <= experiment.steps:
            raise IndexError(f"there is no step {step} of run {run}")
        needed = alone(experiment, run)
        if self._replay is None or self._replayed != needed:
            self._replay = Replay(experiment, run, lambda: self._stopped())
            self._replayed = needed
        if not self._replay.go_to(max(step - 1, 0), seconds):
            return None
        return _Step(self._replay, experiment, run, step).inspection()


class _Step:
    """One step, of which all that comes before it is replayed."""

    def __init__(self, replay: Replay, experiment: Experiment, run: int, step: int) -> None:
        self._replay = replay
        self._experiment = experiment
        self._index = run
        self._run: Run = experiment.runs[run]
        self._step = step
        self._names = Names()

    def inspection(self) -> Inspection:
        import torch

        optimizer = self._run.declaration
        intermediate: list[Definition] = []
        if not isinstance(optimizer, Rule):
            results = self._displacement()
        else:
            with torch.inference_mode():
                if self._step == 0:
                    results = self._start()
                else:
                    results, intermediate = self._traced(optimizer)
        return Inspection(
            self._index,
            self._step,
            optimizer.formula,
            self._replay.objective.coordinates,
            tuple(results),
            tuple(intermediate),
        )

    def _start(self) -> list[Definition]:
        x, state = self._replay.stepper.save()
        fields = [
            Definition(self._names.take(state_letter(name), 0), first_lane(tensor))
            for name, tensor in _fields(state)
        ]
        return [*fields, Definition(self._names.take(POSITION, 0), first_lane(x))]

    def _traced(self, rule: Rule) -> tuple[list[Definition], list[Definition]]:
        """Results and named intermediate results."""
        x, old = self._replay.stepper.save()
        h = self._hyperparameters(rule, x)
        traced_x = self._leaf(POSITION, self._step - 1, x)
        state = self._traced_state(old)
        results = []
        point: Any = traced_x
        if rule.query is not None:
            point = rule.query(traced_x, state, *h)
            results.append(self._definition(POINT, point))
        slope = self._leaf(GRADIENT, self._step, self._gradient(point.tensor))
        where = results[0].name if results else _name(traced_x)
        results.append(Definition(_name(slope), slope.values, origin=self._source_of(where)))
        (new_x, new_state), variables = call_with_locals(rule.update, traced_x, slope, state, *h)
        unchanged = {field.expression for _, field in _fields(state)}
        for name, field in _fields(new_state):
            if field.expression not in unchanged:
                results.append(self._definition(state_letter(name), field))
        results.append(self._definition(POSITION, new_x))
        named = {result.expression for result in results}
        return results, [
            self._definition(local_letter(name), variable)
            for name, variable in variables.items()
            if isinstance(variable.expression, Operation | Choice)
            and variable.expression not in named
        ]

    def _displacement(self) -> list[Definition]:
        """Steps of optimizers that are run as they are: what went in and what came out."""
        names, step = self._names, self._step
        stepper, source = self._replay.stepper, self._replay.source
        x = self._position()
        before = Definition(names.take(POSITION, max(step - 1, 0)), first_lane(x))
        if step == 0:
            return [before]
        gradient = first_lane(self._gradient(x))
        slope = Definition(
            names.take(GRADIENT, step), gradient, origin=self._source_of(before.name)
        )
        saved = stepper.save()
        after = stepper.advance(source, step - 1, 1)[-1]
        stepper.restore(saved)
        new = Definition(names.take(POSITION, step), first_lane(after))
        moved = Operation("sub", (new.symbol, before.symbol))
        with np.errstate(invalid="ignore"):  # inf − inf is nan, as it should be
            change = new.values - before.values
        return [before, slope, new, Definition(names.take(f"Δ{POSITION}", step), change, moved)]

    def _position(self) -> Tensor:
        """Where a run that keeps its state to itself is, ``(dim, 1)``."""
        parameter: Tensor = self._replay.stepper.save()[0]
        return parameter.reshape(self._replay.objective.dim, 1)

    def _hyperparameters(self, rule: Rule, x: Tensor) -> list[Any]:
        """Values in force for the step, as the rule takes them.

        An option that is off, being 0 by default and now, is no term of the formula.
        """
        made = []
        for parameter in rule.hyperparameters:
            value = self._run.hyperparameters[parameter.name]
            if parameter.kind != "number":
                made.append(value)
                continue
            (number,) = self._run.values(parameter.name, np.array([self._step - 1])).tolist()
            tensor = x.new_full((x.shape[1],), number)
            off = value == parameter.default == 0 and parameter.name not in self._run.schedules
            name = parameter.symbol or parameter.name
            leaf = Traced(tensor, ZERO) if off else self._leaf(name, None, tensor)
            made.append(leaf)
        return made

    def _traced_state(self, state: Any) -> Any:
        """A state of the same kind whose tensors are traced."""
        return type(state)(
            *(
                self._traced_state(part)
                if isinstance(part, tuple)
                else self._leaf(state_letter(name), self._step - 1, part)
                for name, part in zip(state._fields, state, strict=True)
            )
        )

    def _gradient(self, point: Tensor) -> Tensor:
        """What the engine's step sees at a point."""
        function: GradientFunction = next(self._replay.source.steps(self._step - 1, 1))
        return function(point)

    def _source_of(self, point: str) -> str:
        batch = "_batch" if self._experiment.batch_size is not None else ""
        noise = " + noise" if self._experiment.noise is not None else ""
        return f"∇L{batch}({point}){noise}"

    def _leaf(self, letter: str, step: int | None, tensor: Tensor) -> Traced:
        return Traced(tensor, Symbol(self._names.take(letter, step), first_lane(tensor)))

    def _definition(self, letter: str, traced: Traced) -> Definition:
        name = self._names.take(letter, self._step)
        return Definition(name, traced.values, traced.expression)


def _name(leaf: Traced) -> str:
    assert isinstance(leaf.expression, Symbol)
    return leaf.expression.name


def _fields(state: Any) -> Iterator[tuple[str, Any]]:
    """Fields of a state and of those inside it, by name."""
    for name, part in zip(state._fields, state, strict=True):
        if isinstance(part, tuple):
            yield from _fields(part)
        else:
            yield name, part
