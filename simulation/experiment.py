"""The vocabulary: an experiment, frozen and valid, says everything that is computed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulation.devices import DEVICE_PATTERN, DTYPES
from simulation.errors import InputError, join
from simulation.objectives.base import DataObjective, Objective
from simulation.objectives.catalog import build_objective, objective_kind
from simulation.optimizers.base import Optimizer
from simulation.optimizers.catalog import find_optimizer
from simulation.parameters import Parameter, check_all, check_vector
from simulation.seeds import generator

MAX_RUNS = 512

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
        object.__setattr__(self, "parameters", checked)
        dim = self.build().dim
        if self.start is not None:
            start = check_vector(self.start, "objective.start")
            if len(start) != dim:
                raise InputError(
                    "objective.start",
                    f"{len(start)} numbers are given, {self.id} has {dim} coordinates; "
                    f"give a list of {dim}",
                )
            object.__setattr__(self, "start", start)

    def build(self) -> Objective:
        """Make the objective; cheap, and without reading data or loading torch."""
        return build_objective(self.id, self.parameters)


@dataclass(frozen=True, slots=True)
class Run:
    """One optimizer with its hyperparameter values, its label and its colour.

    Hyperparameters that are not given are filled with the optimizer's defaults. ``colour``
    is ``#rrggbb``, or empty for the next one of the palette.
    """

    optimizer: str = "momentum"
    hyperparameters: Mapping[str, Any] = field(default_factory=dict)
    label: str = ""
    enabled: bool = True
    colour: str = ""

    def checked(self, key: str) -> Run:
        """Return this run with defaults filled in and all values valid."""
        optimizer = find_optimizer(self.optimizer, join(key, "optimizer"))
        for name, value in (("label", self.label), ("colour", self.colour)):
            if not isinstance(value, str):
                raise InputError(join(key, name), f"{value!r} is not allowed; give a text")
        if self.colour and not re.fullmatch(r"#[0-9a-fA-F]{6}", self.colour):
            raise InputError(join(key, "colour"), f"{self.colour!r} is no colour; give #rrggbb")
        if not isinstance(self.enabled, bool):
            raise InputError(
                join(key, "enabled"), f"{self.enabled!r} is not allowed; give true or false"
            )
        values = check_all(optimizer.hyperparameters, self.hyperparameters, key, optimizer.id)
        return replace(self, hyperparameters=values)

    @property
    def declaration(self) -> Optimizer:
        """The optimizer's declaration."""
        return find_optimizer(self.optimizer, "optimizer")

    @property
    def title(self) -> str:
        """The label, or a description made from the optimizer and its numbers."""
        if self.label:
            return self.label
        numbers = (
            f"{parameter.symbol} {self.hyperparameters[parameter.name]:g}"
            for parameter in self.declaration.hyperparameters
            if parameter.symbol
        )
        return ", ".join([self.declaration.name, *numbers])


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
    dtype: str = "float64"
    device: str = "auto"
    title: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.title, str):
            raise InputError("title", f"{self.title!r} is not allowed; give a text")
        if not self.runs:
            raise InputError("runs", "there is none; give at least one [[runs]] table")
        if len(self.runs) > MAX_RUNS:
            raise InputError("runs", f"{len(self.runs)} are given; give at most {MAX_RUNS}")
        if self.dtype not in DTYPES:
            raise InputError("dtype", f"{self.dtype!r} is not allowed; give {' or '.join(DTYPES)}")
        if not isinstance(self.device, str) or not re.fullmatch(DEVICE_PATTERN, self.device):
            raise InputError("device", f"{self.device!r} is not allowed; give auto, cpu or cuda")
        runs = tuple(run.checked(f"runs.{index}") for index, run in enumerate(self.runs))
        object.__setattr__(self, "runs", runs)
        object.__setattr__(self, "steps", STEPS.check(self.steps, "steps"))
        object.__setattr__(self, "seed", SEED.check(self.seed, "seed"))
        if self.batch_size is not None:
            self._check_batch_size(self.batch_size)

    def _check_batch_size(self, batch_size: int) -> None:
        object.__setattr__(self, "batch_size", BATCH_SIZE.check(batch_size, "batch_size"))
        objective = self.objective.build()
        if not isinstance(objective, DataObjective):
            raise InputError("batch_size", f"{objective.id} has no data to draw from; remove it")
        if batch_size > objective.examples:
            raise InputError(
                "batch_size", f"{batch_size} is out of range; give 1 to {objective.examples}"
            )

    @property
    def start(self) -> tuple[float, ...]:
        """Start point of all runs, shape ``(dim,)``: as given, or the objective's own."""
        if self.objective.start is not None:
            return self.objective.start
        return self.objective.build().start(generator(self.seed, "start"))

    @property
    def steps_per_epoch(self) -> int | None:
        """Updates that show every example once; ``None`` without data."""
        objective = self.objective.build()
        if not isinstance(objective, DataObjective):
            return None
        return -(-objective.examples // (self.batch_size or objective.examples))

    def with_run(self, index: int, run: Run) -> Experiment:
        """Return a copy in which run ``index`` is ``run``."""
        return replace(self, runs=(*self.runs[:index], run, *self.runs[index + 1 :]))
