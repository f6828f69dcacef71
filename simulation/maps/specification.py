"""What a map is: an experiment, two axes, and what counts as reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation import files
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.maps.axes import Array, Axis
from simulation.maps.keys import Key, find_key
from simulation.parameters import is_number

TOLERANCE = 1e-3
"""Share of the first gap to the minimum that counts as reached, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Map:
    """One run of an experiment, from every point of a grid.

    Parameters
    ----------
    experiment
        What all cells share.
    x, y
        The axes. Cell ``(row, column)`` has the y value number ``row``, from ``y.low`` up, and
        the x value number ``column``.
    run
        Which run, by its place in the experiment.
    tolerance
        A cell has reached the minimum when its gap is at most this share of the first gap.
    target
        The loss that counts as the minimum; ``None`` for the objective's own lowest one.

    Raises
    ------
    InputError
        If an axis names no number, or its range leaves what is allowed.
    """

    experiment: Experiment
    x: Axis
    y: Axis
    run: int = 0
    tolerance: float = TOLERANCE
    target: float | None = None

    def __post_init__(self) -> None:
        count = len(self.experiment.runs)
        if not isinstance(self.run, int) or not 0 <= self.run < count:
            raise InputError(
                "run", "{run} is not allowed; give 0 to {most}", run=self.run, most=count - 1
            )
        if self.x.key == self.y.key:
            raise InputError(self.y.key, "stands on both axes; give two different keys")
        if not is_number(self.tolerance) or not 0 < self.tolerance < 1:
            raise InputError(
                "tolerance",
                "{given!r} is not allowed; give a number between 0 and 1",
                given=self.tolerance,
            )
        if self.target is not None and (not is_number(self.target) or abs(self.target) > 1e300):
            raise InputError("target", "{given!r} is no loss; give a number", given=self.target)
        for row in (0, -1):  # the experiments of the corners say what is allowed
            for column in (0, -1):
                self.at(row, column)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.y.count, self.x.count

    @property
    def cells(self) -> int:
        """How many there are."""
        return self.x.count * self.y.count

    @property
    def x_key(self) -> Key:
        """What the x axis varies."""
        return find_key(self.experiment, self.x.key, self.run)

    @property
    def y_key(self) -> Key:
        """What the y axis varies."""
        return find_key(self.experiment, self.y.key, self.run)

    @property
    def x_values(self) -> Array:
        """What each column has, ``(x.count,)``; whole numbers where only those are allowed."""
        return _allowed(self.x, self.x_key)

    @property
    def y_values(self) -> Array:
        """What each row has, ``(y.count,)``."""
        return _allowed(self.y, self.y_key)

    def at(self, row: int, column: int) -> Experiment:
        """The experiment of one cell: its run gives that cell's numbers."""
        return self.varied(
            {self.x.key: self.x_values[column], self.y.key: self.y_values[row]},
        )

    def varied(self, values: Mapping[str, Any]) -> Experiment:
        """The experiment with other numbers at some keys."""
        if not values:
            return self.experiment
        starts = any(key.startswith("objective.start.") for key in values)
        if starts and "seed" in values:  # a drawn start is the one of that seed
            seed = {"seed": values["seed"]}
            other = {key: value for key, value in values.items() if key != "seed"}
            document = files.to_document(_set(self.experiment, seed), drawn_start=True)
            return files.from_document(_with(document, other))
        return _set(self.experiment, values, drawn_start=starts)


def _set(
    experiment: Experiment, values: Mapping[str, Any], *, drawn_start: bool = False
) -> Experiment:
    document = files.to_document(experiment, drawn_start=drawn_start)
    return files.from_document(_with(document, values))


def _with(document: dict[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in values.items():
        number = np.asarray(value).item()
        files.set_key(document, f"{key}={number!r}")
    return document


def _allowed(axis: Axis, key: Key) -> Array:
    return axis.values.round().astype(np.int64) if key.integer else axis.values
