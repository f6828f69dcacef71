"""Colours of maps where there is no window: the same for people who see colours differently."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from simulation.maps.axes import Array
from simulation.maps.judging import Columns
from simulation.maps.metrics import METRICS, NOT_REACHED, OUTCOMES, Metric

RAMP = ((68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37))
"""Dark violet to yellow: its lightness grows evenly, so it reads in grey too (viridis)."""
SHADES = 1025
"""As many as no eye tells apart; looking them up is several times as fast as working them out."""
DIVERGED = (120, 20, 20)
"""Reserved for what diverged: in no ramp."""
NOTHING = (200, 200, 200)
"""Reserved for what has no value: not reached, or not told by so few points."""
CATEGORIES = (
    (0, 114, 178),
    (86, 180, 233),
    (0, 158, 115),
    (240, 228, 66),
    (230, 159, 0),
    (204, 121, 167),
    (213, 94, 0),
    (90, 90, 90),
)
"""Okabe & Ito's colours; minima beyond the last begin anew."""
BAND_CELLS = 2**18
OUTCOME_COLOURS = ((0, 114, 178), (86, 180, 233), (240, 228, 66), DIVERGED)


@dataclass(frozen=True, slots=True)
class Colouring:
    """How the numbers of a metric become colours.

    ``low`` and ``high`` are the ends of the ramp; nan if no cell has a number.
    """

    metric: Metric
    low: float
    high: float

    @property
    def logarithmic(self) -> bool:
        """Whether equal factors are equal distances in colour."""
        return self.metric.scale == "log" and self.low > 0

    def shares(self, values: Array) -> Array:
        """Place of values on the ramp, 0 to 1."""
        low, high = self.low, self.high
        with np.errstate(divide="ignore", invalid="ignore"):
            if self.logarithmic:
                values, low, high = np.log(values), np.log(low), np.log(high)
            shares: Array = (values - low) / (high - low if high > low else 1.0)
        return shares.clip(0, 1)


def colouring(columns: Columns, metric: Metric) -> Colouring:
    """The ramp's ends: the smallest and largest value of a cell that did not diverge.

    ``columns`` has the metric and the outcome, of any one shape. Zeros on a logarithmic ramp
    take the colour of the smallest value above.
    """
    values = columns[metric.name][_told(columns, metric)]
    if metric.scale == "log" and (values > 0).any():
        values = values[values > 0]
    if not len(values):
        return Colouring(metric, np.nan, np.nan)
    return Colouring(metric, float(values.min()), float(values.max()))


def painted(columns: Columns, colours: Colouring) -> Array:
    """Colours of all cells, ``(rows, columns, 3)``, uint8; row 0 is the lowest y.

    A band of rows at a time: on the way, a cell takes thirty times the memory of its colour.
    """
    shape = columns["outcome"].shape
    image = np.empty((*shape, 3), np.uint8)
    needed = {name: columns[name] for name in (colours.metric.name, "outcome")}
    height = max(1, BAND_CELLS // shape[1])
    for first in range(0, shape[0], height):
        band = slice(first, first + height)
        image[band] = _band({name: each[band] for name, each in needed.items()}, colours)
    return image


def _band(columns: Columns, colours: Colouring) -> Array:
    metric = colours.metric
    values = columns[metric.name]
    if metric.kind == "category":
        table = np.array(
            OUTCOME_COLOURS if metric.name == "outcome" else CATEGORIES, dtype=np.uint8
        )
        image: Array = table[values % len(table)]
    else:
        image = ramp(colours.shares(values.astype(np.float64)))
    image[~_told(columns, metric)] = NOTHING
    if metric.name not in ("outcome", "diverged_at"):
        image[_diverged(columns)] = DIVERGED
    return image


def ramp(shares: Array) -> Array:
    """Colours ``(…, 3)``, uint8, of places on the ramp, each rounded to one of ``SHADES``."""
    places = np.nan_to_num(np.asarray(shares)).clip(0, 1) * (SHADES - 1)
    colours: Array = _shades()[places.round().astype(np.intp)]
    return colours


@cache
def _shades() -> Array:
    places, shades = np.linspace(0, 1, len(RAMP)), np.linspace(0, 1, SHADES)
    channels = [np.interp(shades, places, [colour[c] for colour in RAMP]) for c in range(3)]
    return np.stack(channels, axis=-1).round().astype(np.uint8)


def legend(columns: Columns, metric: Metric) -> list[tuple[str, tuple[int, int, int]]]:
    """Words for the colours that stand for no number, of those that occur."""
    if metric.name == "outcome":
        present = set(np.unique(columns["outcome"]).tolist())
        return [(w, OUTCOME_COLOURS[i]) for i, w in enumerate(OUTCOMES) if i in present]
    words: list[tuple[str, tuple[int, int, int]]] = []
    if metric.kind == "category":
        found = np.unique(columns[metric.name])
        words += [
            (f"minimum {i}", CATEGORIES[i % len(CATEGORIES)]) for i in found.tolist() if i >= 0
        ][:12]
    shown = metric.name not in ("outcome", "diverged_at")
    diverged = _diverged(columns) & shown
    if diverged.any():
        words.append(("diverged", DIVERGED))
    if (~_told(columns, metric) & ~diverged).any():
        words.append(("none", NOTHING))
    return words


def _diverged(columns: Columns) -> Array:
    outcome: Array = columns["outcome"] == OUTCOMES.index("diverged")
    return outcome


def _told(columns: Columns, metric: Metric) -> Array:
    """Which cells have a value of their own."""
    values = columns[metric.name]
    told: Array = np.isfinite(values) if metric.kind == "number" else values != NOT_REACHED
    if metric.name == "outcome" or metric.name not in METRICS:
        return np.ones(values.shape, np.bool_)
    if metric.kind == "number":
        told &= ~_diverged(columns)
    return told
