"""The vocabulary: an experiment, frozen and valid, says everything that is computed."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from simulation.devices import DEVICE_PATTERN, DTYPES
from simulation.epochs import Epochs
from simulation.errors import InputError, join, unknown
from simulation.noise import Noise
from simulation.objectives.base import DataObjective, Objective
from simulation.objectives.catalog import build_objective, objective_kind
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM, Optimizer
from simulation.optimizers.catalog import find_optimizer
from simulation.parameters import Parameter, check_all, check_vector
from simulation.schedule_kinds import RESCALE, Array
from simulation.schedules import UNCHANGED, Schedule, extreme_steps, moved
from simulation.seeds import generator
from simulation.starts import Starts
from simulation.wording import any_of, said

MAX_RUNS = 512
SAMPLINGS = ("shuffle", "replacement")

STEPS = Parameter(
    "steps",
    20,
    "Number of updates.",
    low=1,
    high=10_000_000,
    slider=(1, 10_000),
    scale="log",
    kind="integer",
)
SEED = Parameter(
    "seed", 0, "Fixes every random draw.", low=0, high=2**32 - 1, slider=(0, 100), kind="integer"
)
BATCH_SIZE = Parameter(
    "batch_size",
    10,
    "Examples a minibatch; the data is reshuffled each epoch.",
    low=1,
    high=10_000_000,
    slider=(1, 1500),
    scale="log",
    kind="integer",
)


@dataclass(frozen=True, slots=True)
class ObjectiveChoice:
    """An objective with its parameters and the start of all runs.

    ``start`` of shape ``(dim,)``, or ``None`` for the objective's own, which may be drawn
    from the seed. Parameters that are not given are filled with their defaults.
    """

    id: str = "ill-conditioned"
    start: tuple[float, ...] | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kind = objective_kind(self.id)
        checked = check_all(kind.parameters, self.parameters, "objective", self.id)
        built = build_objective(self.id, checked)
        object.__setattr__(self, "parameters", built.settled(checked))
        dim = built.dim
        if self.start is not None:
            start = check_vector(self.start, "objective.start")
            if len(start) != dim:
                raise InputError(
                    "objective.start",
                    "{count} numbers are given, {objective} has {dim} coordinates; "
                    "give a list of {dim}",
                    count=len(start),
                    objective=self.id,
                    dim=dim,
                )
            object.__setattr__(self, "start", start)

    def with_parameter(self, name: str, value: Any) -> ObjectiveChoice:
        """Return a copy with another value, without what no longer fits then.

        A start stays as long as it has as many numbers as there are coordinates.
        """
        parameters = objective_kind(self.id).adapted({**self.parameters, name: value})
        moved = ObjectiveChoice(self.id, None, parameters)
        if self.start is not None and len(self.start) == moved.build().dim:
            return replace(moved, start=self.start)
        return moved

    def build(self) -> Objective:
        """Make the objective; cheap, and without reading data or loading torch."""
        return build_objective(self.id, self.parameters)


@dataclass(frozen=True, slots=True)
class Run:
    """One optimizer with its hyperparameter values, its label and its colour.

    Hyperparameters that are not given are filled with the optimizer's defaults. ``schedules``
    change those that are numbers from step to step, by name. ``colour`` is ``#rrggbb``, or
    empty for the next one of the palette.
    """

    optimizer: str = "momentum"
    hyperparameters: Mapping[str, Any] = field(default_factory=dict)
    label: str = ""
    enabled: bool = True
    colour: str = ""
    schedules: Mapping[str, Schedule] = field(default_factory=dict)

    def checked(self, key: str) -> Run:
        """Return this run with defaults filled in and all values valid."""
        optimizer = find_optimizer(self.optimizer, join(key, "optimizer"))
        for name, value in (("label", self.label), ("colour", self.colour)):
            if not isinstance(value, str):
                raise InputError(
                    join(key, name), "{given!r} is not allowed; give a text", given=value
                )
        if self.colour and not re.fullmatch(r"#[0-9a-fA-F]{6}", self.colour):
            raise InputError(
                join(key, "colour"), "{given!r} is no colour; give #rrggbb", given=self.colour
            )
        if not isinstance(self.enabled, bool):
            raise InputError(
                join(key, "enabled"),
                "{given!r} is not allowed; give true or false",
                given=self.enabled,
            )
        values = check_all(optimizer.hyperparameters, self.hyperparameters, key, optimizer.id)
        schedules = self._checked_schedules(optimizer, values, join(key, "schedules"))
        return replace(self, hyperparameters=values, schedules=schedules)

    def _checked_schedules(
        self, optimizer: Optimizer, values: Mapping[str, Any], key: str
    ) -> dict[str, Schedule]:
        names = [p.name for p in optimizer.hyperparameters if p.kind == "number"]
        for name, schedule in self.schedules.items():
            if name not in names:
                problem = unknown(
                    name, names, said("number that changes in {optimizer}", optimizer=optimizer.id)
                )
                raise InputError(join(key, name), problem)
            if values[name] is None:
                raise InputError(
                    join(key, name), "{name} is left out; give it a number to change", name=name
                )
            if schedule.kind == RESCALE and name != MOMENTUM.name:
                raise InputError(
                    join(key, name), "{kind} is for {name} only", kind=RESCALE, name=MOMENTUM.name
                )
        return {name: each.checked(join(key, name)) for name, each in self.schedules.items()}

    def check_range(self, steps: int, key: str) -> None:
        """Raise ``InputError`` if a schedule leaves its hyperparameter's range in ``steps``."""
        declared = {parameter.name: parameter for parameter in self.declaration.hyperparameters}
        for name in self.schedules:
            ends = np.array(extreme_steps(self.driving_schedule(name), steps))
            for step, value in zip(ends, self.values(name, ends), strict=True):
                if not declared[name].low <= value <= declared[name].high:
                    raise InputError(
                        f"{key}.schedules.{name}",
                        "{name} would be {given:g} at step {step}; keep it {allowed}",
                        name=name,
                        given=value,
                        step=step,
                        allowed=declared[name].allowed,
                    )

    def values(self, name: str, steps: Array) -> Array:
        """A numeric hyperparameter as the updates from ``steps`` on see it.

        ``steps`` are whole numbers of shape ``(n,)``; the update that leaves the start is
        step 0. Returns float64 of shape ``(n,)``, nan for a number that is left out.
        """
        given = self.hyperparameters[name]
        base = math.nan if given is None else float(given)
        factors = self.driving_schedule(name).factors(steps)
        return moved(base, factors, keeps_friction=self.keeps_friction(name))

    def driving_schedule(self, name: str) -> Schedule:
        """The schedule whose factors move a hyperparameter.

        Its own; the learning rate's for ``rescale``; without one, one that changes nothing.
        """
        driver = LEARNING_RATE.name if self.keeps_friction(name) else name
        return self.schedules.get(driver, UNCHANGED)

    def keeps_friction(self, name: str) -> bool:
        """Whether a hyperparameter follows the learning rate so as to keep the friction."""
        return self.schedules.get(name, UNCHANGED).kind == RESCALE

    @property
    def declaration(self) -> Optimizer:
        """The optimizer's declaration."""
        return find_optimizer(self.optimizer, "optimizer")

    def _tells(self, parameter: Parameter) -> bool:
        """Whether a hyperparameter's value is worth a place in the title."""
        usual = self.hyperparameters[parameter.name] == parameter.default
        always = parameter.name in (LEARNING_RATE.name, MOMENTUM.name)
        return always or not usual or parameter.name in self.schedules

    @property
    def title(self) -> str:
        """The label, or a description made from the optimizer and its numbers."""
        if self.label:
            return self.label
        kinds = {name: f" ({schedule.kind})" for name, schedule in self.schedules.items()}
        numbers = (
            f"{p.symbol} {self.hyperparameters[p.name]:g}{kinds.get(p.name, '')}"
            for p in self.declaration.hyperparameters
            if p.symbol and self._tells(p)
        )
        optimizer, listed = said(self.declaration.name), ", ".join(numbers)
        if not listed:
            return optimizer
        return said("{optimizer}, {numbers}", optimizer=optimizer, numbers=listed)


@dataclass(frozen=True, slots=True)
class Experiment:
    """One objective, a start, runs, and how long, how exactly and where to compute.

    Valid from its construction on: whoever holds one can compute it.

    Raises
    ------
    InputError
        If any value cannot be used; its ``key`` is the path in the experiment file.
    """

    objective: ObjectiveChoice = field(default_factory=ObjectiveChoice)
    runs: tuple[Run, ...] = (Run(),)
    steps: int = STEPS.default
    seed: int = SEED.default
    batch_size: int | None = None
    """Examples a step sees, or ``None`` for all of them."""
    batch_size_schedule: Schedule | None = None
    """What multiplies ``batch_size`` in each epoch, or ``None``; its steps are epochs."""
    sampling: str = "shuffle"
    """How minibatches are drawn: all examples in a new order each epoch, or with replacement."""
    noise: Noise | None = None
    """Noise on the gradients, or ``None``."""
    starts: Starts | None = None
    """Where companions of every run start besides, or ``None``."""
    dtype: str = "float64"
    device: str = "auto"
    title: str = ""

    def __post_init__(self) -> None:
        self._check_texts()
        if not self.runs:
            raise InputError("runs", "there is none; give at least one [[runs]] table")
        if len(self.runs) > MAX_RUNS:
            raise InputError(
                "runs",
                "{count} are given; give at most {most}",
                count=len(self.runs),
                most=MAX_RUNS,
            )
        runs = tuple(run.checked(f"runs.{index}") for index, run in enumerate(self.runs))
        object.__setattr__(self, "runs", runs)
        object.__setattr__(self, "steps", STEPS.check(self.steps, "steps"))
        object.__setattr__(self, "seed", SEED.check(self.seed, "seed"))
        if self.noise is not None:
            for index, run in enumerate(self.runs):
                self.noise.check_run(run, f"runs.{index}.optimizer")
        if self.starts is not None:
            self.starts.check_dimension(self.objective.build().dim)
        if self.batch_size is not None:
            self._check_batch_size(self.batch_size)
        self._check_schedules()

    def _check_texts(self) -> None:
        if not isinstance(self.title, str):
            raise InputError("title", "{given!r} is not allowed; give a text", given=self.title)
        for key, words in (("sampling", SAMPLINGS), ("dtype", DTYPES)):
            word = getattr(self, key)
            if word not in words:
                raise InputError(
                    key, "{given!r} is not allowed; give {words}", given=word, words=any_of(words)
                )
        if not isinstance(self.device, str) or not re.fullmatch(DEVICE_PATTERN, self.device):
            raise InputError(
                "device", "{given!r} is not allowed; give auto, cpu or cuda", given=self.device
            )

    def _check_batch_size(self, batch_size: int) -> None:
        object.__setattr__(self, "batch_size", BATCH_SIZE.check(batch_size, "batch_size"))
        objective = self.objective.build()
        if not isinstance(objective, DataObjective):
            raise InputError(
                "batch_size",
                "{objective} has no data to draw from; remove it",
                objective=objective.id,
            )
        if batch_size > objective.examples:
            raise InputError(
                "batch_size",
                "{given} is out of range; give 1 to {most}",
                given=batch_size,
                most=objective.examples,
            )

    def _check_schedules(self) -> None:
        for index, run in enumerate(self.runs):
            run.check_range(self.steps, f"runs.{index}")
        schedule, key = self.batch_size_schedule, "batch_size_schedule"
        if schedule is None:
            return
        if self.batch_size is None:
            raise InputError(key, "there is no batch_size to change; give one, or remove this")
        if schedule.kind == RESCALE:
            raise InputError(
                join(key, "kind"), "{kind} is for {name} only", kind=RESCALE, name=MOMENTUM.name
            )
        object.__setattr__(self, key, schedule.checked(key))

    @property
    def start(self) -> tuple[float, ...]:
        """Start point of all runs, shape ``(dim,)``: as given, or the objective's own."""
        if self.objective.start is not None:
            return self.objective.start
        return self.objective.build().start(generator(self.seed, "start"))

    @property
    def epochs(self) -> Epochs | None:
        """How steps make epochs; ``None`` without data."""
        objective = self.objective.build()
        if not isinstance(objective, DataObjective):
            return None
        batch_size = self.batch_size or objective.examples
        return Epochs(objective.examples, batch_size, self.batch_size_schedule)

    def with_run(self, index: int, run: Run) -> Experiment:
        """Return a copy in which run ``index`` is ``run``."""
        return replace(self, runs=(*self.runs[:index], run, *self.runs[index + 1 :]))
