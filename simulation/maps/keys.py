"""Which numbers of an experiment a map can vary, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from simulation import files
from simulation.errors import InputError, unknown
from simulation.experiment import BATCH_SIZE, SEED, STEPS, Experiment
from simulation.noise import PARAMETERS as NOISE_PARAMETERS
from simulation.objectives.base import DataObjective
from simulation.objectives.catalog import objective_kind
from simulation.optimizers.base import Rule
from simulation.parameters import Parameter

How = Literal["start", "hyperparameter", "sigma", "rows"]
"""A start coordinate, a hyperparameter and the noise's strength may differ from lane to lane;
of anything else each value is an experiment of its own, whose cells are computed together."""


@dataclass(frozen=True, slots=True)
class Key:
    """A number that a map can vary."""

    key: str
    """Its path in the experiment file."""
    name: str
    """What it is called: a hyperparameter's, a coordinate's or a parameter's name."""
    how: How
    low: float
    high: float
    """The range that a map of it shows first."""
    scale: Literal["linear", "log"] = "linear"
    integer: bool = False
    index: int = 0
    """Of a start, the coordinate."""


def keys(experiment: Experiment, run: int = 0) -> tuple[Key, ...]:
    """The numbers that a map of ``run`` can vary, the usual ones first.

    Others, such as those of a schedule, can be given by their path: see :func:`find_key`.
    """
    return tuple(_keys(experiment, run))


def find_key(experiment: Experiment, key: str, run: int) -> Key:
    """What there is at ``key``.

    Raises
    ------
    InputError
        If there is no number, or it has no influence on the run.
    """
    known = {each.key: each for each in keys(experiment, run)}
    if key in known:
        return known[key]
    parts = key.split(".")
    if parts[0] == "runs" and parts[1:2] != [str(run)]:
        raise InputError(key, "the map is of run {run}; give a key of runs.{run}", run=run)
    if parts[0] == "noise" and experiment.noise is None:
        raise InputError(key, "the experiment has no noise to vary; add a [noise] table")
    value = _value_at(files.to_document(experiment, drawn_start=True), parts)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InputError(key, unknown(key, known, "number of this experiment"))
    return Key(key, parts[-1], "rows", value / 2, value * 2 or 1.0, integer=isinstance(value, int))


def _keys(experiment: Experiment, run: int) -> Iterator[Key]:
    yield from _hyperparameters(experiment, run)
    objective = experiment.objective.build()
    for index, name in enumerate(objective.coordinates):
        low, high = objective.bounds[index]
        yield Key(f"objective.start.{index}", name, "start", low, high, index=index)
    if experiment.noise is not None:
        lanes = isinstance(experiment.runs[run].declaration, Rule)
        for parameter in filter(_is_number, NOISE_PARAMETERS):
            how: How = "sigma" if lanes and parameter.name == "sigma" else "rows"
            yield _key(f"noise.{parameter.name}", parameter, how)
    if isinstance(objective, DataObjective):
        yield _key("batch_size", BATCH_SIZE, "rows")
    for parameter in filter(_is_number, objective_kind(experiment.objective.id).parameters):
        yield _key(f"objective.{parameter.name}", parameter, "rows")
    for parameter in getattr(objective, "value_parameters", ()):
        yield _key(f"objective.values.{parameter.name}", parameter, "rows")
    yield _key("seed", SEED, "rows")
    yield _key("steps", STEPS, "rows")


def _hyperparameters(experiment: Experiment, run: int) -> Iterator[Key]:
    optimizer = experiment.runs[run].declaration
    lanes = isinstance(optimizer, Rule)
    for parameter in filter(_is_number, optimizer.hyperparameters):
        how: How = "hyperparameter" if lanes and parameter.kind == "number" else "rows"
        yield _key(f"runs.{run}.{parameter.name}", parameter, how)


def _is_number(parameter: Parameter) -> bool:
    return parameter.kind in ("number", "integer") and parameter.default is not None


def _key(path: str, parameter: Parameter, how: How) -> Key:
    low, high = parameter.slider or (0.0, 1.0)
    integer = parameter.kind == "integer"
    return Key(path, parameter.name, how, low, high, parameter.scale, integer)


def _value_at(document: Any, parts: list[str]) -> Any:
    for part in parts:
        if isinstance(document, list) and part.isdigit() and int(part) < len(document):
            document = document[int(part)]
        elif isinstance(document, dict):
            document = document.get(part)
        else:
            return None
    return document
