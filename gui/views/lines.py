"""The curves of a plot against the step: of runs, of coordinates, of ensembles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtGui import QColor

from gui.theme import LINE_STYLES, SYMBOLS, RunStyle, Theme
from gui.views.quantities import Choice, Quantity
from simulation.engine.history import History, Record

Array = np.ndarray[Any, np.dtype[Any]]

BAND = (0.1, 0.5, 0.9)
"""Quantiles of an ensemble that are drawn: the band's edges and the line within."""
SHADES = (0.0, 0.45, -0.35, 0.25, -0.2)
"""How far coordinates of one run are mixed with the theme's foreground (+) or background (−)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A number against the step."""

    run: int
    """The run, or the first one of an ensemble."""
    quantity: str
    style: RunStyle
    record: Record
    """Of that run."""
    values: Array
    """Shape ``(rows,)``; an ensemble's median."""
    band: tuple[Array, Array] | None = None
    """Edges of an ensemble's band, ``(rows,)`` each."""
    members: int = 1
    """Runs in the ensemble."""

    def at(self, step: int) -> float:
        """Value at ``step``, or the recorded one before it."""
        # Rows may have been recorded since the values were read.
        return float(self.values[min(self.record.row_of(step), len(self.values) - 1)])


def lines_of_runs(history: History, styles: Sequence[RunStyle], quantity: Quantity) -> list[Line]:
    """One curve for each visible run that has the quantity."""
    return [
        Line(run, quantity.id, style, record, quantity.values(record, run))
        for run, (record, style) in enumerate(zip(history.records, styles, strict=False))
        if style.visible and len(record) and (quantity.runs is None or run in quantity.runs)
    ]


def lines_of_one(
    history: History, styles: Sequence[RunStyle], choice: Choice, run: int, theme: Theme
) -> list[Line]:
    """One curve for each of several quantities of one run."""
    if run >= len(history.records) or not len(history.records[run]):
        return []
    record = history.records[run]
    return [
        Line(
            run,
            quantity.id,
            _shade(styles[run], place, quantity.name, theme),
            record,
            quantity.values(record, run),
        )
        for place, quantity in enumerate(choice.quantities)
    ]


def _shade(style: RunStyle, place: int, label: str, theme: Theme) -> RunStyle:
    """The look of one of several curves of a run: its colour in shades and line styles."""
    mix = SHADES[place % len(SHADES)]
    other = QColor(theme.foreground if mix > 0 else theme.background)
    mine = QColor(style.colour)
    channels = zip(mine.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    mixed = QColor(*(round(a + (b - a) * abs(mix)) for a, b in channels))
    line = LINE_STYLES[place % len(LINE_STYLES)]
    return replace(
        style, label=label, colour=mixed.name(), line=line, symbol=SYMBOLS[place % len(SYMBOLS)]
    )


def has_ensemble(lines: Sequence[Line], groups: Sequence[str]) -> bool:
    """Whether two runs belong together; ``groups`` holds the group of each run."""
    present = [groups[line.run] for line in lines]
    return len(set(present)) < len(present)


def in_ensembles(lines: Sequence[Line], groups: Sequence[str]) -> list[Line]:
    """Runs of a group become their median with a band from the 10 % to the 90 % quantile."""
    gathered: dict[str, list[Line]] = {}
    for line in lines:
        gathered.setdefault(groups[line.run], []).append(line)
    return [each[0] if len(each) == 1 else _ensemble(each) for each in gathered.values()]


def _ensemble(lines: Sequence[Line]) -> Line:
    rows = min(len(line.values) for line in lines)
    low, middle, high = quantiles(np.stack([line.values[:rows] for line in lines]), BAND)
    return replace(lines[0], values=middle, band=(low, high), members=len(lines))


def quantiles(values: Array, shares: Sequence[float]) -> list[Array]:
    """Quantiles over the first axis, interpolated linearly: ``(n, rows)`` to ``(rows,)`` each.

    What is not a number counts as infinite: a run that diverged does not leave its ensemble.
    ``numpy.quantile`` makes nan of a finite value beside an infinite one.
    """
    ordered = np.sort(values, axis=0)  # what is not a number comes last, like what is infinite
    last = len(ordered) - 1
    found = []
    for share in shares:
        place = share * last
        below, part = _counted(ordered[int(place)]), place % 1
        above = _counted(ordered[min(int(place) + 1, last)])
        with np.errstate(over="ignore", invalid="ignore"):
            found.append(below + part * (above - below) if part else below)
    return found


def _counted(values: Array) -> Array:
    """What is not a number as infinity."""
    return np.where(np.isnan(values), np.inf, values)


def read_lines(
    history: History, styles: Sequence[RunStyle], choice: Choice, run: int, theme: Theme
) -> list[Line]:
    """The curves of a choice; ``run`` is whose they are where they are one run's."""
    if choice.of_one_run:
        return lines_of_one(history, styles, choice, run, theme)
    return lines_of_runs(history, styles, choice.quantities[0])


def suits_log(choice: Choice, lines: Sequence[Line]) -> bool:
    """Whether curves are at home on a logarithmic axis, and it leaves out nothing but zeros."""
    if not all(quantity.log for quantity in choice.quantities):
        return False
    below = [line.values for line in lines if np.fmin.reduce(line.values, initial=0.0) < 0]
    return not any((np.isfinite(values) & (values < 0)).any() for values in below)
