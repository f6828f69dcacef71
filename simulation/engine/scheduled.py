"""Hyperparameters that change from step to step, for all lanes of a stepper."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.errors import InputError, join
from simulation.experiment import Run
from simulation.optimizers.base import TorchForm
from simulation.schedules import moved

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]


class Scheduled:
    """The hyperparameters that at least one of some runs has a schedule for.

    Values are computed in float64, a chunk of steps at a time, whatever the lanes' dtype.
    """

    def __init__(self, runs: Sequence[Run]) -> None:
        self.names = tuple(sorted({name for run in runs for name in run.schedules}))
        self._last = len(runs) - 1
        self._columns = [_Columns(runs, name) for name in self.names]

    def lanes(self, first: int, count: int, like: Tensor) -> Iterator[dict[str, Tensor]]:
        """Values for each of ``count`` steps, from number ``first`` on, as tensors ``(lanes,)``.

        ``like`` is a tensor ``(dim, lanes)`` of the dtype and on the device wanted; lanes
        beyond the runs repeat the last one.
        """
        import torch

        lanes = np.arange(like.shape[1]).clip(max=self._last)
        tables = [
            torch.from_numpy(table[:, lanes]).to(like).unbind()
            for table in self._tables(first, count)
        ]
        for row in zip(*tables, strict=True):
            yield dict(zip(self.names, row, strict=True))

    def numbers(self, first: int, count: int) -> Iterator[dict[str, float]]:
        """The same for the first run alone, as plain numbers."""
        tables = [table[:, 0].tolist() for table in self._tables(first, count)]
        for row in zip(*tables, strict=True):
            yield dict(zip(self.names, row, strict=True))

    def _tables(self, first: int, count: int) -> list[Array]:
        """Values of each hyperparameter, ``(count, runs)``."""
        steps = np.arange(first, first + count)
        return [columns.values(steps) for columns in self._columns]


class _Columns:
    """One hyperparameter of some runs; many of them often follow one schedule."""

    def __init__(self, runs: Sequence[Run], name: str) -> None:
        driving = [run.driving_schedule(name) for run in runs]
        self._distinct = list(dict.fromkeys(driving))
        self._which = [self._distinct.index(schedule) for schedule in driving]
        self._base = np.array([float(run.hyperparameters[name]) for run in runs])
        self._keeps_friction = np.array([run.keeps_friction(name) for run in runs])

    def values(self, steps: Array) -> Array:
        """Values at each step, ``(n, runs)``."""
        factors = np.column_stack([schedule.factors(steps) for schedule in self._distinct])
        return moved(self._base, factors[:, self._which], keeps_friction=self._keeps_friction)


class ScheduledGroup:
    """What changes in the parameter group of an optimizer of torch's.

    Parameters
    ----------
    form
        How values by our names become keywords of the class.
    run
        The run, with all its hyperparameters.
    group
        ``param_groups[0]`` of its optimizer.
    key
        Path of the run in the experiment.

    Raises
    ------
    InputError
        If the class does not read a scheduled hyperparameter from its parameter group.
    """

    def __init__(self, form: TorchForm, run: Run, group: Mapping[str, Any], key: str) -> None:
        self._form = form
        self._values = run.hyperparameters
        self._scheduled = Scheduled([run])
        constant = form.keywords(self._values)
        probe = form.keywords({**self._values, **dict.fromkeys(self._scheduled.names, math.nan)})
        self._keywords = [name for name in constant if constant[name] != probe[name]]
        for name in self._keywords:
            if name not in group:
                raise InputError(
                    join(key, "schedules"),
                    "{path} keeps {name} out of its parameter groups, so it cannot change",
                    path=form.path,
                    name=name,
                )

    def steps(self, first: int, count: int) -> Iterator[dict[str, Any]]:
        """Entries of the group for each of ``count`` steps, from number ``first`` on."""
        if not self._keywords:
            yield from repeat({}, count)
        for changed in self._scheduled.numbers(first, count):
            keywords = self._form.keywords({**self._values, **changed})
            yield {name: keywords[name] for name in self._keywords}
