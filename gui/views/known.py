"""What curves are measured against: minima, and the hyperparameters in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np

from gui.frames import Landscape
from simulation.experiment import Experiment, Run
from simulation.objectives.base import DataObjective, Objective
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM

Array = np.ndarray[Any, np.dtype[Any]]
Values = Callable[[Array], Array]

ALWAYS = (LEARNING_RATE.name, MOMENTUM.name)
"""Hyperparameters that are plotted even if no schedule moves them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the records."""

    coordinates: tuple[str, ...]
    """Name of each coordinate."""
    minimum: float | None = None
    """Lowest value of the objective."""
    minima: Array | None = None
    """Positions of the known minima, ``(dim, k)``."""
    hyperparameters: Mapping[str, Mapping[int, Values]] = field(default_factory=dict)
    """By name and run: values ``(n,)`` in force for the updates that leave steps ``(n,)``."""


def known_of(experiment: Experiment, landscape: Landscape | None) -> Known:
    """What is known of an experiment; of one with data, what the landscape shows."""
    objective = experiment.objective.build()
    values = [] if landscape is None else landscape.minima_values.tolist()
    return Known(
        objective.coordinates,
        min(values, default=None),
        _minima(objective, landscape),
        _hyperparameters(experiment),
    )


def _minima(objective: Objective, landscape: Landscape | None) -> Array | None:
    if not isinstance(objective, DataObjective):
        return np.array([m.position for m in objective.minima]).reshape(-1, objective.dim).T
    # Its own minima would read the data here; those of the landscape lie in its plane.
    if landscape is None or len(landscape.plane.origin) != objective.dim:
        return None
    return landscape.plane.lift(landscape.minima)


def _hyperparameters(experiment: Experiment) -> dict[str, dict[int, Values]]:
    """Those that are usual or scheduled in some run, with the runs that have them."""
    scheduled = [name for run in experiment.runs for name in run.schedules]
    found: dict[str, dict[int, Values]] = {}
    for name in dict.fromkeys((*ALWAYS, *scheduled)):
        having: dict[int, Values] = {
            index: partial(run.values, name)
            for index, run in enumerate(experiment.runs)
            if any(p.name == name and p.kind == "number" for p in run.declaration.hyperparameters)
        }
        if having:
            found[name] = having
    return found


def ensemble(run: Run) -> str:
    """What runs have in common that make one ensemble: the label, else everything but looks."""
    return run.label or repr(replace(run, colour="", enabled=True))
