"""The vocabulary: an experiment, frozen and valid, says everything that is computed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulation.devices import DEVICE_PATTERN, DTYPES
from simulation.epochs import Epochs
from simulation.errors import InputError, join
from simulation.noise import Noise
from simulation.objectives.base import DataObjective, Objective
from simulation.objectives.catalog import build_objective, objective_kind
from simulation.optimizers.base import MOMENTUM
from simulation.parameters import Parameter, check_all, check_vector, is_text
from simulation.runs import Run
from simulation.schedule_kinds import RESCALE
from simulation.schedules import Schedule
from simulation.seeds import generator
from simulation.starts import Starts
from simulation.wording import any_of

__all__ = [
    "BATCH_SIZE",
    "MAX_RUNS",
    "SAMPLINGS",
    "SEED",
    "STEPS",
    "Experiment",
    "ObjectiveChoice",
    "Run",
]

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
        if not is_text(self.title):
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
        """Return a copy in which run ``index`` is ``run``, under a label that is still true."""
        run = run.relabelled_after(self.runs[index])
        return replace(self, runs=(*self.runs[:index], run, *self.runs[index + 1 :]))
