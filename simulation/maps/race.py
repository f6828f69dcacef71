"""A fair comparison: every optimizer with the best values that the same effort finds.

Each optimizer may try the same number of learning rates, and of momentums where it has one,
at the same places of the ranges that its sliders offer. What did best on some starts is then
run from other starts, the same for all: a value that was lucky while it was chosen has no
advantage from that. Losses that differ from the minimum by rounding alone are equal, and what
was near it after fewer steps is better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from simulation.devices import torch_device, torch_dtype
from simulation.engine.interruption import Cancelled
from simulation.experiment import Experiment
from simulation.maps.computing import compute_lanes
from simulation.maps.judging import Columns
from simulation.maps.lanes import Array, Lanes
from simulation.maps.metrics import NOT_REACHED, OUTCOMES
from simulation.maps.race_rules import Finish, Race, Watch
from simulation.maps.race_search import edges, places, tuned, values_at
from simulation.maps.rounding import smallest_gaps
from simulation.objectives.base import Objective
from simulation.optimizers.base import Rule
from simulation.seeds import generator

TRIAL_STARTS = 8
"""Starts that a value is tried from, at most."""
LANES = 2**14


def race(race_: Race, watch: Watch | None = None) -> list[Finish]:
    """Run it; the best comes first, see :attr:`Finish.standing`.

    Raises
    ------
    Cancelled
        If it is not wanted any more.
    InputError
        If the device or the data cannot be used.
    """
    watch = watch or Watch()
    runs = [index for index, run in enumerate(race_.experiment.runs) if run.enabled]
    watch.lanes, watch.done = sum(_effort(race_, index) for index in runs), 0
    finishes = []
    for index in runs:
        finishes.append(_finish(race_, index, watch))
        watch.tell(finishes[-1])
    return sorted(finishes, key=lambda each: each.standing)


def _effort(race_: Race, index: int) -> int:
    """How many runs one optimizer takes."""
    searched = race_.budget * min(race_.starts, TRIAL_STARTS)
    return race_.seeds * (race_.starts + (searched if race_.searched(index) else 0))


def _finish(race_: Race, index: int, watch: Watch) -> Finish:
    run = race_.experiment.runs[index]
    parameters, searched = tuned(run), race_.searched(index)
    tried = {
        name: values_at(
            places(race_.experiment.seed, race_.budget, axis), parameters[name], searched[name]
        )
        for axis, name in enumerate(parameters)
    }
    best, lost, middles, least = 0, 0.0, np.empty(0), _least(race_.experiment)
    if tried:
        trials = _trials(race_, index, tried, ("tune", min(race_.starts, TRIAL_STARTS)), watch)
        losses, astray, steps = map(np.concatenate, zip(*trials, strict=True))
        middles = quantile(losses.T, 0.5).clip(least)
        best = int(np.lexsort((quantile(_late(steps).T, 0.5), middles))[0])
        lost = float(np.mean(astray.any(0)))
    values = {name: float(numbers[best]) for name, numbers in tried.items()}
    found = {name: np.array([value]) for name, value in values.items()}
    ends = _trials(race_, index, found, ("start", race_.starts), watch)
    losses, diverged, steps = (np.concatenate(parts).ravel() for parts in zip(*ends, strict=True))
    losses = np.sort(losses)
    low, middle, high = (float(quantile(losses, share)) for share in (0.25, 0.5, 0.75))
    known = bool(race_.experiment.objective.build().minima)
    return Finish(
        run=index,
        optimizer=run.with_values(values).label or run.declaration.name,
        values=values,
        median_loss=middle,
        low_loss=low,
        high_loss=high,
        diverged=int(diverged.sum()),
        runs=len(losses),
        lost_while_searching=lost,
        losses=tuple(losses.tolist()),
        reached=int((steps != NOT_REACHED).sum()) if known else None,
        median_steps=_median_steps(steps),
        searched=searched,
        edges=edges(tried, middles, parameters, searched),
        least=least,
    )


def _least(experiment: Experiment) -> float:
    """The loss up to which only rounding parts a run from the minimum; −inf if none is known."""
    import torch

    dtype = torch_dtype(experiment.dtype)
    objective = experiment.objective.build().place(dtype, torch.device("cpu"))
    lowest = min((minimum.value for minimum in objective.minima), default=-np.inf)
    if not np.isfinite(lowest):
        return lowest
    with torch.inference_mode():
        return lowest + smallest_gaps(objective, lowest, torch.empty(0, dtype=dtype))[-1]


def _median_steps(steps: Array) -> float | None:
    """Median of steps to the tolerance; ``None`` if it is among those that never reached it."""
    middle = float(quantile(_late(steps), 0.5))
    return middle if np.isfinite(middle) else None


def _late(steps: Array) -> Array:
    """Steps to the tolerance, infinitely many where it was never reached."""
    late: Array = np.where(steps == NOT_REACHED, np.inf, steps)
    return late


def quantile(numbers: Array, share: float) -> Array:
    """Quantile over the last axis, infinite numbers included.

    Where it lies between two numbers it is their mean, as in the usual definition of the median
    (Hyndman & Fan 1996, definition 2); numpy's makes nan of infinite ones.
    """
    place = share * numbers.shape[-1]
    ranked = np.sort(numbers, axis=-1)
    above: Array = ranked[..., int(place)]
    if not place.is_integer():
        return above
    mean: Array = ranked[..., int(place) - 1] / 2 + above / 2
    return mean


def _trials(
    race_: Race, index: int, tried: dict[str, Array], starts: tuple[str, int], watch: Watch
) -> Iterator[tuple[Array, Array, Array]]:
    """Seed by seed: final losses, which diverged, steps to the tolerance; ``(starts, values)``."""
    purpose, count = starts
    base = race_.experiment
    for number in range(race_.seeds):
        # Searching sees other noise than ranking does.
        shift = number if purpose == "start" else race_.seeds + number
        experiment = replace(base, seed=(base.seed + shift) % 2**32)
        device = torch_device(experiment.device, len(next(iter(tried.values()), [0])) * count)
        objective = experiment.objective.build().place(torch_dtype(experiment.dtype), device)
        points = _starts(base, objective, purpose, count)
        columns = _together(experiment, index, tried, points, _Place(objective, device, watch))
        losses, outcomes, steps = (
            columns[name].reshape(count, -1)
            for name in ("final_loss", "outcome", "steps_to_tolerance")
        )
        lost = outcomes == OUTCOMES.index("diverged")
        yield np.where(lost, np.inf, losses), lost, steps


@dataclass(frozen=True, slots=True)
class _Place:
    """Where runs are computed, and who watches."""

    objective: Objective
    device: Any
    watch: Watch

    def compute(self, lanes: Lanes) -> Columns:
        columns = compute_lanes(
            lanes, self.objective, self.device, stopped=lambda: not self.watch.wanted()
        )
        if not self.watch.wanted():  # short runs never ask
            raise Cancelled
        self.watch.pass_by(lanes.count)
        return columns


def _together(
    experiment: Experiment, index: int, tried: dict[str, Array], points: Array, where: _Place
) -> Columns:
    """Every start with every value, start by start."""
    count = len(next(iter(tried.values()), [0]))
    if isinstance(experiment.runs[index].declaration, Rule):
        starts = points.repeat(count, axis=1)
        given = {name: np.tile(each, points.shape[1]) for name, each in tried.items()}
        lanes = Lanes(experiment, index, starts, given)
        cuts = [np.arange(at, min(at + LANES, lanes.count)) for at in range(0, lanes.count, LANES)]
        return _joined([where.compute(lanes.taken(cut)) for cut in cuts])
    parts = []
    for place in range(count):  # torch's own are stepped one by one
        run = experiment.runs[index]
        values = {**run.hyperparameters, **{k: float(v[place]) for k, v in tried.items()}}
        chosen = experiment.with_run(index, replace(run, hyperparameters=values))
        parts.append(where.compute(Lanes(chosen, index, points)))
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
