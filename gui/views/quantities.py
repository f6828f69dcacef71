"""What can be plotted against the step, from what is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.engine.history import Record

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number for each recorded row of a run."""

    id: str
    values: Callable[[Record], Array]
    """Values of all rows, ``(rows,)``."""
    log: bool
    """Whether it is at home on a logarithmic axis, as long as it is positive."""


def loss() -> Quantity:
    """f(x)."""
    return Quantity("loss", lambda record: record.losses, log=True)


def gap(minimum: float) -> Quantity:
    """f(x) − f*."""
    return Quantity("gap", lambda record: record.losses - minimum, log=True)


def gradient_norm() -> Quantity:
    """‖∇f(x)‖₂."""
    return Quantity("gradient-norm", _gradient_norm, log=True)


def coordinate(index: int) -> Quantity:
    """One coordinate of x."""
    return Quantity(f"x{index}", lambda record: record.positions[index], log=False)


def _gradient_norm(record: Record) -> Array:
    with np.errstate(over="ignore", invalid="ignore"):
        norms: Array = np.linalg.norm(record.gradients, axis=0)
    return norms


def for_axis(values: Array, *, log: bool) -> Array:
    """What is painted: values or their log₁₀, nan where there is nothing to paint."""
    with np.errstate(divide="ignore", invalid="ignore"):
        heights = np.log10(values) if log else values
    return np.where(np.isfinite(heights), heights, np.nan)


def envelope(x: Array, y: Array, buckets: int) -> tuple[Array, Array]:
    """Thin a long curve to the lowest and highest value of each of some ``buckets``.

    No spike is lost. Buckets of nothing but nan stay a gap. Short curves come back as
    they are.
    """
    every = -(-len(x) // buckets)
    if every <= 2:
        return x, y
    first = np.arange(0, len(x), every)
    heights = np.stack([np.fmin.reduceat(y, first), np.fmax.reduceat(y, first)], axis=1)
    return np.repeat(x[first], 2), heights.ravel()
