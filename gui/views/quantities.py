"""What can be plotted against the step, from what is recorded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from gui.views.known import Known
from simulation.engine.history import Record

Array = np.ndarray[Any, np.dtype[Any]]

ALL_COORDINATES = "coordinates"
MOST_SIDE_BY_SIDE = 128
"""Coordinates up to which all of them are offered in one picture."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number for each recorded row of a run."""

    id: str
    values: Callable[[Record, int], Array]
    """Values of all rows, ``(rows,)``, from a record and the index of its run."""
    log: bool = False
    """Whether it is at home on a logarithmic axis, as long as it is positive."""
    name: str = ""
    """What a coordinate or a hyperparameter is called; others are named by the view."""
    runs: Collection[int] | None = None
    """Runs that have it; ``None`` for all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is plotted at once: a quantity of all runs, or several quantities of one run."""

    id: str
    quantities: tuple[Quantity, ...]
    name: str = ""

    @property
    def of_one_run(self) -> bool:
        """Whether only the selected run is drawn."""
        return len(self.quantities) > 1


def choices(known: Known, stride: int) -> list[Choice]:
    """All that can be plotted of records with a row each ``stride`` steps."""
    offered = [loss()]
    if known.minimum is not None:
        offered.append(gap(known.minimum))
    offered.append(gradient_norm())
    if known.minima is not None and known.minima.size:
        offered.append(distance(known.minima))
    if stride == 1:  # between rows that are farther apart lie several displacements
        offered.append(displacement())
    offered += [hyperparameter(name, runs) for name, runs in known.hyperparameters.items()]
    axes = tuple(coordinate(index, name) for index, name in enumerate(known.coordinates))
    single = [Choice(quantity.id, (quantity,), quantity.name) for quantity in (*offered, *axes)]
    if 1 < len(axes) <= MOST_SIDE_BY_SIDE:
        single.insert(len(offered), Choice(ALL_COORDINATES, axes))
    return single


def loss() -> Quantity:
    """f(x)."""
    return Quantity("loss", lambda record, _: record.losses, log=True)


def gap(minimum: float) -> Quantity:
    """f(x) − f*."""
    return Quantity("gap", lambda record, _: record.losses - minimum, log=True)


def gradient_norm() -> Quantity:
    """‖∇f(x)‖₂."""
    return Quantity("gradient-norm", lambda record, _: _norms(record.gradients), log=True)


def distance(minima: Array) -> Quantity:
    """minₖ ‖x − x*ₖ‖₂ over the known minima, ``(dim, k)``."""

    def values(record: Record, run: int) -> Array:
        del run
        nearest = np.full(len(record), np.inf)
        for minimum in minima.T:
            # Where x is not a number neither is its distance.
            nearest = np.minimum(nearest, _norms(record.positions - minimum[:, None]))
        return nearest

    return Quantity("distance", values, log=True)


def displacement() -> Quantity:
    """‖xₜ − xₜ₋₁‖₂, 0 in step 0."""

    def values(record: Record, run: int) -> Array:
        del run
        with np.errstate(over="ignore", invalid="ignore"):
            steps = np.diff(record.positions, axis=1, prepend=record.positions[:, :1])
        return _norms(steps)

    return Quantity("displacement", values, log=True)


def hyperparameter(name: str, runs: Mapping[int, Callable[[Array], Array]]) -> Quantity:
    """A hyperparameter in force for the update that leaves each row."""

    def values(record: Record, run: int) -> Array:
        return runs[run](record.step_numbers)

    return Quantity(name, values, name=name.replace("_", " "), runs=runs)


def coordinate(index: int, name: str) -> Quantity:
    """One coordinate of x."""
    return Quantity(f"x{index}", lambda record, _: record.positions[index], name=name)


def _norms(vectors: Array) -> Array:
    """Lengths of the columns."""
    with np.errstate(over="ignore", invalid="ignore"):
        norms: Array = np.linalg.norm(vectors, axis=0)
    return norms


def for_axis(values: Array, *, log: bool) -> Array:
    """What is painted: values or their log₁₀, nan where there is nothing to paint."""
    with np.errstate(divide="ignore", invalid="ignore"):
        heights = np.log10(values) if log else values
    return np.where(np.isfinite(heights), heights, np.nan)
