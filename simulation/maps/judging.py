"""From notes on lanes to metrics."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

import numpy as np

from simulation.engine.outcome import CONVERGED_RATIO
from simulation.maps.metrics import METRICS, NOT_REACHED, OUTCOMES, RISES
from simulation.objectives.base import Minimum

Array = np.ndarray[Any, np.dtype[Any]]
Columns = dict[str, Array]
"""Metrics of some cells, by name, ``(cells,)`` each."""

CONVERGED, SLOW, OSCILLATING, DIVERGED = range(len(OUTCOMES))
PART = 1024
"""Lanes that are judged together."""
FEWEST = 3
"""Points of a fit."""
LONE_BASIN = 0.05
"""How near a run must end to an only minimum, as a share of the view's diagonal."""


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of some lanes at their end.

    Parameters
    ----------
    steps
        How many were to be taken.
    stride
        Steps between two samples of the loss.
    notes
        See :meth:`simulation.maps.observing.Notes.read`.
    first_loss, threshold, first_slope, last_slope
        Loss at the start, loss that counts as reached, and norms of the gradient at the start
        and at the end, ``(lanes,)`` each.
    lowest
        The loss that counts as the minimum; nan if it is not known.
    smallest_gaps
        See :func:`simulation.maps.rounding.smallest_gaps`.
    """

    steps: int
    stride: int
    notes: dict[str, Array]
    first_loss: Array
    threshold: Array
    first_slope: Array
    last_slope: Array
    lowest: float
    smallest_gaps: tuple[float, ...]

    def part(self, lanes: slice | Array) -> Course:
        """The same of some lanes only."""
        return replace(
            self,
            notes={name: note[..., lanes] for name, note in self.notes.items()},
            first_loss=self.first_loss[lanes],
            threshold=self.threshold[lanes],
            first_slope=self.first_slope[lanes],
            last_slope=self.last_slope[lanes],
        )


def judge(course: Course, minima: tuple[Minimum, ...], reach: float) -> Columns:
    """All metrics of the lanes of a course; ``reach`` as from :func:`basin_reach`.

    A part of the lanes at a time: what is worked out on the way stays in the cache.
    """
    lanes = len(course.first_loss)
    parts = [slice(at, at + PART) for at in range(0, lanes, PART)] or [slice(0)]
    judged = [_judged(course.part(each), minima, reach) for each in parts]
    return {name: np.concatenate([part[name] for part in judged]) for name in METRICS}


def _judged(course: Course, minima: tuple[Minimum, ...], reach: float) -> Columns:
    notes, steps = course.notes, course.steps
    lost = notes["survived"] < steps
    with np.errstate(invalid="ignore", over="ignore", divide="ignore"):
        grown = ~(notes["loss"] <= course.first_loss)
        settled = course.last_slope <= CONVERGED_RATIO * course.first_slope
        settled &= np.isfinite(course.first_slope)
        rings = notes["rises"] >= RISES * steps
        fall = course.first_loss - notes["lowest"]
        overshoot = np.where(notes["climb"] > 0, notes["climb"] / fall, 0.0)
        gap = notes["loss"] - course.lowest
    diverged_at = np.where(np.isfinite(course.first_loss), notes["survived"] + 1, 0)
    columns = {
        "final_loss": np.where(lost, np.inf, notes["loss"]),
        "gap": np.where(lost & ~np.isnan(course.lowest), np.inf, gap),
        "steps_to_tolerance": _reached(course, lost),
        "rate": _rates(course),
        "outcome": np.select(
            [lost | grown, settled, rings], [DIVERGED, CONVERGED, OSCILLATING], SLOW
        ),
        "diverged_at": np.where(lost, diverged_at, NOT_REACHED),
        "basin": np.where(lost, NOT_REACHED, _basins(notes["x"], minima, reach)),
        "gradient_norm": np.where(lost, np.inf, course.last_slope),
        "path_length": np.where(lost, np.inf, notes["path"]),
        "overshoot": np.where(lost, np.inf, overshoot),
    }
    return {name: columns[name].astype(metric.dtype) for name, metric in METRICS.items()}


def basin_reach(minima: tuple[Minimum, ...], bounds: tuple[tuple[float, float], ...]) -> float:
    """How near to a minimum a run must end to have reached it."""
    if len(minima) < 2:
        return LONE_BASIN * float(np.linalg.norm([high - low for low, high in bounds]))
    places = np.array([minimum.position for minimum in minima])
    apart = np.linalg.norm(places[:, None] - places[None], axis=2)
    return float(apart[~np.eye(len(places), dtype=bool)].min()) / 2


def _reached(course: Course, lost: Array) -> Array:
    """First step from which the loss stays at or under the threshold."""
    above = course.notes["above"]
    at_once = (above == 0) & (course.first_loss <= course.threshold)
    never = lost | (above >= course.steps) | np.isnan(course.threshold)
    return np.where(never, NOT_REACHED, np.where(at_once, 0, above + 1))


def _rates(course: Course) -> Array:
    """Contraction a step, from the later half of the samples that say something.

    Those far above rounding are fitted; nearer ones only where there are too few.
    """
    first, *others = course.smallest_gaps
    rates = _fitted(course, first)
    for smallest in others:
        unknown = np.isnan(rates)
        if not unknown.any():
            break
        rates[unknown] = _fitted(course.part(unknown), smallest)
    return rates


def _fitted(course: Course, smallest: float) -> Array:
    """The same from gaps above ``smallest``; nan where those are too few."""
    samples = course.notes["samples"]
    count = len(samples)
    numbers = (np.arange(count)[:, None] + 1.0) * course.stride
    with np.errstate(invalid="ignore", over="ignore", divide="ignore"):
        gaps = samples - course.lowest
        good = (gaps > smallest) & np.isfinite(gaps) & (numbers <= course.notes["survived"])
        usable = np.where(good.all(0), count, good.argmin(0))
        place = np.arange(count)[:, None]
        chosen = (place >= usable // 2) & (place < usable)
        logs = np.where(chosen, np.log(np.where(good, gaps, 1.0)) / 2, 0.0)
        n = chosen.sum(0)
        middle = _total(numbers * chosen) / n
        offset = (numbers - middle) * chosen
        slope = _total(offset * logs) / _total(offset * offset)
        return np.where(n >= FEWEST, np.exp(slope), np.nan)


def _total(rows: Array) -> Array:
    """Sum of ``(n, lanes)`` over n, row by row.

    numpy's own sum adds in another order where there is but one lane.
    """
    return reduce(np.add, rows)


def _basins(x: Array, minima: tuple[Minimum, ...], reach: float) -> Array:
    best = np.full(x.shape[1], reach)
    found = np.full(x.shape[1], NOT_REACHED)
    for index, minimum in enumerate(minima):
        with np.errstate(over="ignore", invalid="ignore"):
            away = np.sqrt(((x - np.array(minimum.position)[:, None]) ** 2).sum(0))
        found[away < best] = index
        best = np.fmin(best, away)
    return found
