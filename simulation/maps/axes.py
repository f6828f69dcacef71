"""The axes of a map: which number varies, over what range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from simulation.errors import InputError
from simulation.parameters import is_number

LARGEST_COUNT = 8192
"""Cells along an axis."""
FARTHEST_END = 1e300
"""Beyond it the length of an axis would be infinite."""

Array = np.ndarray[Any, np.dtype[Any]]
Scale = Literal["linear", "log"]


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: ``count`` values of the number at ``key``, from ``low`` to ``high``, both included.

    ``key`` is the number's path in the experiment file, such as ``runs.0.learning_rate``,
    ``objective.start.0``, ``noise.sigma``, ``batch_size`` or ``seed``.

    Raises
    ------
    InputError
        If the range is empty, or a logarithmic one does not lie above 0.
    """

    key: str
    low: float
    high: float
    count: int
    scale: Scale = "linear"

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if not is_number(end) or abs(end) > FARTHEST_END:
                raise InputError(self.key, "{end!r} is no end of a range; give a number", end=end)
        if not self.low < self.high:
            raise InputError(
                self.key,
                "from {low:g} to {high:g} is no range; give the smaller number first",
                low=self.low,
                high=self.high,
            )
        if self.scale not in ("linear", "log"):
            raise InputError(
                self.key, "{scale!r} is not allowed; give 'linear' or 'log'", scale=self.scale
            )
        if self.scale == "log" and self.low <= 0:
            raise InputError(
                self.key,
                "a logarithmic range cannot begin at {low:g}; begin above 0",
                low=self.low,
            )
        whole = isinstance(self.count, int) and not isinstance(self.count, bool)
        if not whole or not 2 <= self.count <= LARGEST_COUNT:
            raise InputError(
                self.key,
                "{count} cells are not allowed; give a whole number from 2 to {most}",
                count=self.count,
                most=LARGEST_COUNT,
            )

    @property
    def values(self) -> Array:
        """The values, ``(count,)``: evenly spaced, or by equal factors."""
        spaced = np.geomspace if self.scale == "log" else np.linspace
        values: Array = spaced(self.low, self.high, self.count)
        return values

    @property
    def edges(self) -> Array:
        """Where cells meet, ``(count + 1,)``: half a cell beyond the first and last value."""
        numbers = np.log(self.values) if self.scale == "log" else self.values
        half = (numbers[-1] - numbers[0]) / (self.count - 1) / 2
        edges: Array = np.linspace(numbers[0] - half, numbers[-1] + half, self.count + 1)
        return np.exp(edges) if self.scale == "log" else edges


def parse_axis(text: str, option: str) -> Axis:
    """Read ``KEY=LO:HI:N`` or ``KEY=LO:HI:N:log``.

    Raises
    ------
    InputError
        If it is written otherwise; ``option`` is named.
    """
    key, equals, range_ = text.partition("=")
    parts = range_.split(":")
    scale = parts.pop() if len(parts) == 4 else "linear"
    try:
        if not key or not equals or len(parts) != 3:
            raise ValueError
        low, high, count = float(parts[0]), float(parts[1]), int(parts[2])
    except ValueError:
        raise InputError(
            option,
            "{text!r} is no axis; give KEY=LO:HI:N, and :log where it goes by factors, such as "
            "runs.0.learning_rate=0.001:1:64:log",
            text=text,
        ) from None
    return Axis(key.strip(), low, high, count, scale)  # type: ignore[arg-type]
