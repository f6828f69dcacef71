"""A fair comparison: every optimizer with the best values that the same effort finds.

Each optimizer may try the same number of learning rates, and of momentums where it has one,
at the same places of the ranges that its sliders offer. What did best on some starts is then
run from other starts, the same for all: a value that was lucky while it was chosen has no
advantage from that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from simulation.devices import torch_device, torch_dtype
from simulation.errors import InputError
from simulation.experiment import Experiment, Run
from simulation.maps.computing import compute_lanes
from simulation.maps.judging import Columns
from simulation.maps.lanes import Array, Lanes
from simulation.maps.metrics import OUTCOMES
from simulation.objectives.base import Objective
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM, Rule
from simulation.parameters import Parameter
from simulation.seeds import generator

TUNED = (LEARNING_RATE.name, "lr", MOMENTUM.name)
"""Hyperparameters that are searched for; others stay as the run has them."""
TRIAL_STARTS = 8
"""Starts that a value is tried from, at most."""
LANES = 2**14


@dataclass(frozen=True, slots=True)
class Race:
    """What is compared, and with how much effort.

    Parameters
    ----------
    experiment
        Objective, steps, noise and minibatches; its enabled runs take part.
    budget
        Values that every optimizer may try.
    starts, seeds
        Fresh starts, and seeds of noise and minibatches, over which they are ranked.

    Raises
    ------
    InputError
        If a number is out of range, or no run is enabled.
    """

    experiment: Experiment
    budget: int = 64
    starts: int = 32
    seeds: int = 1

    def __post_init__(self) -> None:
        for name, most in (("budget", 100_000), ("starts", 100_000), ("seeds", 1000)):
            given = getattr(self, name)
            if not isinstance(given, int) or not 1 <= given <= most:
                raise InputError(
                    name, "{given} is not allowed; give 1 to {most}", given=given, most=most
                )
        if not any(run.enabled for run in self.experiment.runs):
            raise InputError("runs", "none is enabled; enable those that take part")


@dataclass(frozen=True, slots=True)
class Finish:
    """How one optimizer did."""

    run: int
    """Its place in the experiment."""
    optimizer: str
    """The run's label, or what its optimizer is called."""
    values: dict[str, float]
    """What was found for the hyperparameters that were searched for."""
    median_loss: float
    """Of the final losses from all starts and seeds, those that diverged counted as inf."""
    low_loss: float
    high_loss: float
    """Quartiles of the same."""
    diverged: int
    runs: int
    """How many were run, all starts and seeds."""
    lost_while_searching: float
    """Share of the values tried that diverged from at least one start."""


def race(race_: Race, tell: Callable[[Finish], None] = lambda _: None) -> list[Finish]:
    """Run it; the best comes first. Equal medians rank by their upper quartile.

    ``tell`` is called with each optimizer's finish as soon as it is known.

    Raises
    ------
    InputError
        If the device or the data cannot be used.
    """
    runs = [index for index, run in enumerate(race_.experiment.runs) if run.enabled]
    finishes = []
    for index in runs:
        finishes.append(_finish(race_, index))
        tell(finishes[-1])
    return sorted(finishes, key=lambda each: (each.median_loss, each.high_loss, each.diverged))


def _finish(race_: Race, index: int) -> Finish:
    run = race_.experiment.runs[index]
    tuned = _tuned(run)
    tried = {
        parameter.name: _candidates(race_, parameter, axis) for axis, parameter in enumerate(tuned)
    }
    best, lost = 0, 0.0
    if tuned:
        columns = list(_trials(race_, index, tried, ("tune", min(race_.starts, TRIAL_STARTS))))
        losses = np.stack([each[0] for each in columns], axis=-1)
        best = int(np.argmin(_middle(losses)))
        lost = float(np.mean(np.stack([each[1] for each in columns], axis=-1).any(-1)))
    values = {name: float(numbers[best]) for name, numbers in tried.items()}
    found = {name: np.array([value]) for name, value in values.items()}
    ends = list(_trials(race_, index, found, ("start", race_.starts)))
    losses = np.stack([each[0] for each in ends], axis=-1)[0]
    diverged = np.stack([each[1] for each in ends], axis=-1)[0]
    low, middle, high = np.sort(losses)[[len(losses) // 4, len(losses) // 2, 3 * len(losses) // 4]]
    return Finish(
        run=index,
        optimizer=run.label or run.declaration.name,
        values=values,
        median_loss=float(middle),
        low_loss=float(low),
        high_loss=float(high),
        diverged=int(diverged.sum()),
        runs=len(losses),
        lost_while_searching=lost,
    )


def _middle(losses: Array) -> Array:
    """Median over the last axis, infinite ones included."""
    middle: Array = np.sort(losses, axis=-1)[..., losses.shape[-1] // 2]
    return middle


def _tuned(run: Run) -> list[Parameter]:
    return [
        parameter
        for parameter in run.declaration.hyperparameters
        if parameter.name in TUNED
        and parameter.kind == "number"
        and parameter.slider is not None
        and run.hyperparameters[parameter.name] is not None
    ]


def _candidates(race_: Race, parameter: Parameter, axis: int) -> Array:
    """Values to try, ``(budget,)``, at places that are the same for all optimizers.

    Uniform over the slider: by factors where that is logarithmic.
    """
    places = generator(race_.experiment.seed, "race", "search", axis).random(race_.budget)
    assert parameter.slider is not None
    low, high = parameter.slider
    if parameter.scale == "log":
        values: Array = low * (high / low) ** places
    else:
        values = low + (high - low) * places
    return values.clip(parameter.low, parameter.high)


def _trials(
    race_: Race, index: int, tried: dict[str, Array], starts: tuple[str, int]
) -> Iterator[tuple[Array, Array]]:
    """Final losses and whether they diverged, ``(values,)`` each, start by start, seed by seed."""
    purpose, count = starts
    base = race_.experiment
    for number in range(race_.seeds):
        # Searching sees other noise than ranking does.
        shift = number if purpose == "start" else race_.seeds + number
        experiment = replace(base, seed=(base.seed + shift) % 2**32)
        device = torch_device(experiment.device, len(next(iter(tried.values()), [0])) * count)
        objective = experiment.objective.build().place(torch_dtype(experiment.dtype), device)
        points = _starts(base, objective, purpose, count)
        columns = _together(experiment, index, tried, points, (objective, device))
        losses = columns["final_loss"].reshape(count, -1)
        lost = (columns["outcome"] == OUTCOMES.index("diverged")).reshape(count, -1)
        yield from zip(np.where(lost, np.inf, losses), lost, strict=True)


def _together(
    experiment: Experiment, index: int, tried: dict[str, Array], points: Array, where: Any
) -> Columns:
    """Every start with every value, start by start."""
    objective, device = where
    count = len(next(iter(tried.values()), [0]))
    if isinstance(experiment.runs[index].declaration, Rule):
        starts = points.repeat(count, axis=1)
        given = {name: np.tile(each, points.shape[1]) for name, each in tried.items()}
        lanes = Lanes(experiment, index, starts, given)
        cuts = [np.arange(at, min(at + LANES, lanes.count)) for at in range(0, lanes.count, LANES)]
        return _joined([compute_lanes(lanes.taken(cut), objective, device) for cut in cuts])
    parts = []
    for place in range(count):  # torch's own are stepped one by one
        run = experiment.runs[index]
        values = {**run.hyperparameters, **{k: float(v[place]) for k, v in tried.items()}}
        chosen = experiment.with_run(index, replace(run, hyperparameters=values))
        parts.append(compute_lanes(Lanes(chosen, index, points), objective, device))
    return {name: np.stack([part[name] for part in parts], axis=-1).ravel() for name in parts[0]}


def _joined(parts: Sequence[Columns]) -> Columns:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _starts(experiment: Experiment, objective: Objective, purpose: str, count: int) -> Array:
    """Start points ``(dim, count)``: the objective's own draws, or evenly over its view."""
    draws = [generator(experiment.seed, "race", purpose, number) for number in range(count)]
    own = [objective.start(draw) for draw in draws[:2]]
    if len(own) == 2 and own[0] != own[1]:
        return np.array(
            [
                objective.start(generator(experiment.seed, "race", purpose, "own", n))
                for n in range(count)
            ]
        ).T
    low, high = np.array(objective.bounds).T
    return np.array([low + (high - low) * draw.random(objective.dim) for draw in draws]).T
