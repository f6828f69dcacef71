"""Lanes of a map: one run with numbers that differ from lane to lane."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.engine.steppers import LANE_MULTIPLE
from simulation.experiment import Experiment, Run
from simulation.noise import Kicks, Noise
from simulation.schedules import moved

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Lanes:
    """What differs between the lanes of one experiment's run.

    Parameters
    ----------
    experiment, run
        What they share, and which of its runs it is.
    starts
        ``(dim, lanes)``, float64.
    hyperparameters
        Those that differ, ``(lanes,)`` each, by name.
    sigma
        Strength of the noise, ``(lanes,)``, where it differs.
    """

    experiment: Experiment
    run: int
    starts: Array
    hyperparameters: Mapping[str, Array] = field(default_factory=dict)
    sigma: Array | None = None

    @property
    def count(self) -> int:
        """How many there are."""
        return int(self.starts.shape[1])

    @property
    def chosen(self) -> Run:
        """The run that they share."""
        return self.experiment.runs[self.run]

    def taken(self, indices: Array) -> Lanes:
        """Some of them, in the order of ``indices``."""
        return replace(
            self,
            starts=np.ascontiguousarray(self.starts[:, indices]),
            hyperparameters={k: each[indices] for k, each in self.hyperparameters.items()},
            sigma=None if self.sigma is None else self.sigma[indices],
        )

    def padded(self) -> Lanes:
        """With the last one repeated, so that all go through the same vector instructions."""
        lanes = -(-self.count // LANE_MULTIPLE) * LANE_MULTIPLE
        return self.taken(np.arange(lanes).clip(max=self.count - 1))


def kept(part: Any, indices: Tensor) -> Any:
    """``part`` of some lanes; what all lanes share, a number or a flag, as it is."""
    import torch

    if not isinstance(part, torch.Tensor) or not part.ndim or part.shape[-1] == 1:
        return part
    return part.index_select(-1, indices)


def column(lanes: Lanes, name: str, like: Tensor) -> Tensor:
    """A hyperparameter of each lane, ``(lanes,)``, of the dtype and on the device of ``like``."""
    import torch

    values = lanes.hyperparameters.get(name)
    if values is None:
        return like.new_full((lanes.count,), lanes.chosen.hyperparameters[name])
    return torch.from_numpy(values.astype(np.float64)).to(like)


def scheduled(lanes: Lanes, given: tuple[Any, ...], like: Tensor) -> Iterator[tuple[Any, ...]]:
    """Hyperparameters of each step, by position; computed in float64 as the engine does."""
    import torch

    run = lanes.chosen
    names = [parameter.name for parameter in run.declaration.hyperparameters]
    for step in range(lanes.experiment.steps):
        changed = {
            name: torch.from_numpy(_values(lanes, name, step)).to(like) for name in run.schedules
        }
        yield tuple(changed.get(name, value) for name, value in zip(names, given, strict=True))


def _values(lanes: Lanes, name: str, step: int) -> Array:
    """A number in force for one step, ``(lanes,)``, float64."""
    run = lanes.chosen
    base = lanes.hyperparameters.get(name)
    if base is None:
        base = np.full(lanes.count, run.hyperparameters[name], np.float64)
    factors = run.driving_schedule(name).factors(np.array([step]))
    values: Array = moved(base, factors, keeps_friction=run.keeps_friction(name))
    return values


def kicks(lanes: Lanes, noise: Noise, like: Tensor) -> Iterator[Tensor]:
    """Noise of each step, ``(dim, lanes)``: the same draws for all lanes."""
    import torch

    unit = replace(noise, kind="gaussian", sigma=1.0)
    place = [(lanes.run, lanes.chosen)]
    draws = Kicks(unit, lanes.experiment.seed, place, like.shape[0])
    for step in range(lanes.experiment.steps):
        kick = draws.steps(step, 1)[0] * _strength(lanes, noise, step)
        yield torch.from_numpy(kick).to(like)


def _strength(lanes: Lanes, noise: Noise, step: int) -> Array:
    """Strength σₜ of each lane's noise, ``(lanes,)``; see :mod:`simulation.noise`."""
    sigma = np.full(lanes.count, noise.sigma) if lanes.sigma is None else lanes.sigma
    if noise.kind == "gaussian":
        return sigma
    if noise.kind == "linear":
        mean: Array = sigma / noise.draws**0.5
        return mean
    rate = _values(lanes, "learning_rate", step)
    stays = _values(lanes, "momentum", step) if noise.kind == "kramers" else 0.0
    with np.errstate(divide="ignore"):
        return np.where(rate > 0, sigma * np.sqrt(2 * (1 - stays) / rate), 0.0)
