"""From an experiment to the map of one of its runs, and back from a cell to a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

import numpy as np

from gui.panels.map_bar import MapChoice
from gui.theme import run_style
from gui.views.map.marks import Dot
from gui.views.map.painting import place
from gui.views.map.pane import Ranges
from gui.views.map.preview import Path
from gui.worker.background import Wanted
from simulation.experiment import Experiment, Run
from simulation.maps.axes import Axis
from simulation.maps.keys import Key, keys
from simulation.maps.specification import Map

PREVIEW_STEPS = 2000


def alone(experiment: Experiment, run: int) -> Experiment:
    """The experiment with one run only, without what does not change its numbers."""
    bare = replace(experiment.runs[run], label="", colour="", enabled=True)
    return replace(experiment, runs=(bare,), title="")


def alike(first: Sequence[Map], second: Sequence[Map]) -> bool:
    """Whether two rows of maps have the same cells, whatever their runs have on the axes."""
    pairs = list(zip_longest(first, second))
    return all(
        one is not None and other is not None and _essence(one) == _essence(other)
        for one, other in pairs
    )


def _essence(map_: Map) -> tuple[object, ...]:
    return map_.x, map_.y, map_.at(0, 0)


def axis_of(key: Key, range_: tuple[float, float] | None, count: int) -> Axis:
    """The axis over a range, or over the one that is shown first.

    What is offered evenly is offered from its least to its greatest value: beyond these there is
    nothing. Factors and coordinates go on.
    """
    low, high = range_ or (key.low, key.high)
    if key.scale == "linear" and key.how != "start":
        low, high = max(low, key.low), min(high, key.high)
        if not low < high:
            low, high = key.low, key.high
    if key.integer:
        low, high = np.floor(low), np.ceil(high)
        count = int(min(count, high - low + 1))
    return Axis(key.key, float(low), float(high), count, key.scale)


def maps_of(
    experiment: Experiment, runs: Sequence[int], choice: MapChoice, ranges: Ranges | None
) -> dict[int, Map]:
    """The maps of some runs, over ranges of both axes or the usual ones.

    Runs without these numbers have none.

    Raises
    ------
    InputError
        If a number of the ranges is not allowed.
    """
    made = {}
    across, up = ranges or (None, None)
    for index in runs:
        bare = alone(experiment, index)
        found = {key.key: key for key in keys(bare)}
        if choice.x in found and choice.y in found:
            x = axis_of(found[choice.x], across, choice.resolution)
            y = axis_of(found[choice.y], up, choice.resolution)
            made[index] = Map(bare, x, y)
    return made


def _value(path: str, experiment: Experiment, run: Run) -> float | None:
    """What a run has at the path of an axis, if it has it."""
    parts = path.split(".")
    if parts[0] == "runs":
        found = run.hyperparameters.get(parts[-1])
        return None if found is None or isinstance(found, bool | str) else float(found)
    if parts[:2] == ["objective", "start"]:
        place = int(parts[2])
        # The map of an objective with more coordinates is there until that of this one comes.
        return experiment.start[place] if place < len(experiment.start) else None
    found = getattr(experiment, path, None)
    return float(found) if isinstance(found, int | float) else None


def path_of(map_: Map, row: int, column: int, wanted: Wanted) -> Path | None:
    """The trajectory of a cell, as far as a glance needs it."""
    from simulation.engine.runner import Runner

    cell = map_.at(row, column)
    runner = Runner(replace(cell, steps=min(cell.steps, PREVIEW_STEPS)))
    while not runner.done and wanted():
        runner.advance(0.01)
    record = runner.history.records[0]
    return Path(record.positions, record.losses)


def dots_of(experiment: Experiment, axes: tuple[Axis, Axis]) -> list[Dot]:
    """Where the enabled runs are on a map, those that have both of its numbers."""
    dots = []
    for index, run in enumerate(experiment.runs):
        values = [_value(axis.key, experiment, run) for axis in axes]
        if not run.enabled or None in values:
            continue
        with np.errstate(divide="ignore", invalid="ignore"):
            x, y = (place(a, v) for a, v in zip(axes, values, strict=True) if v is not None)
        if np.isfinite([x, y]).all():  # zero has no place on a logarithmic axis
            dots.append(Dot(index, x, y, run_style(index, run.title, run.colour)))
    return dots


def with_cell(experiment: Experiment, map_: Map, row: int, column: int) -> Experiment:
    """The experiment with a cell's run added; a cell of start or noise alone moves those."""
    cell = map_.at(row, column)
    runs = experiment.runs
    if any(axis.key.startswith("runs.") for axis in (map_.x, map_.y)):
        runs = (*runs, replace(cell.runs[0], label="", colour=""))
    return replace(cell, runs=runs, title=experiment.title)
