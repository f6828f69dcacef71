"""Computing some cells of a map: nothing else decides their numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

import numpy as np

from simulation.devices import torch_device, torch_dtype
from simulation.experiment import Experiment
from simulation.maps.computing import Goal, compute_lanes
from simulation.maps.judging import Columns
from simulation.maps.lanes import Array, Lanes
from simulation.maps.specification import Map
from simulation.objectives.base import Objective


class MapWorker:
    """Computes cells of a map. Several threads may use one.

    Raises
    ------
    InputError
        If the device or the data cannot be used.
    """

    def __init__(self, map_: Map) -> None:
        self.map = map_
        self.device = torch_device(map_.experiment.device, map_.cells)
        self._x = (map_.x_key, map_.x_values)
        self._y = (map_.y_key, map_.y_values)
        self._lock = Lock()
        self._last: dict[tuple[Any, ...], tuple[Experiment, Objective]] = {}
        self._place(self.group(0))

    @property
    def grouped(self) -> tuple[bool, bool]:
        """Whether each value of x, and each of y, is an experiment of its own."""
        return self._x[0].how == "rows", self._y[0].how == "rows"

    def group(self, cell: int) -> tuple[Any, ...]:
        """What cells must share to be computed together: values by their key."""
        row, column = divmod(cell, self.map.x.count)
        pairs = ((self._x, column), (self._y, row))
        return tuple(
            (key.key, values[index].item()) for (key, values), index in pairs if key.how == "rows"
        )

    def compute(self, cells: Array, stopped: Callable[[], bool] = lambda: False) -> Columns:
        """All metrics of ``cells`` of one group, numbered row by row.

        Raises
        ------
        Cancelled
            If ``stopped()`` says so between two slices.
        InputError
            If an optimizer refuses its values.
        """
        experiment, objective = self._place(self.group(int(cells[0])))
        map_ = self.map
        rows, columns = np.divmod(cells, map_.x.count)
        start = np.array(experiment.start)
        starts = np.repeat(start[:, None], len(cells), axis=1)
        given: dict[str, Any] = {"hyperparameters": {}}
        for (key, values), index in ((self._x, columns), (self._y, rows)):
            if key.how == "start":
                starts[key.index] = values[index]
            elif key.how == "hyperparameter":
                given["hyperparameters"][key.name] = values[index]
            elif key.how == "sigma":
                given["sigma"] = values[index]
        lanes = Lanes(experiment, map_.run, starts, **given)
        goal = Goal(map_.tolerance, map_.target)
        return compute_lanes(lanes, objective, self.device, goal=goal, stopped=stopped)

    def _place(self, group: tuple[Any, ...]) -> tuple[Experiment, Objective]:
        """The experiment of a group, and its objective where it is computed."""
        with self._lock:
            if group not in self._last:
                values: Mapping[str, Any] = dict(group)
                experiment = self.map.varied(values)
                placed = experiment.objective.build().place(
                    torch_dtype(experiment.dtype), self.device
                )
                while len(self._last) >= 8:
                    self._last.pop(next(iter(self._last)))
                self._last[group] = (experiment, placed)
            return self._last[group]
