"""Maps as pictures: colours worked out away from the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.language import translated
from gui.panels.map_bar import key_title
from gui.studies.map_jobs import Job
from gui.views.map.painting import Array, cells_of, common
from simulation.maps.colours import Colouring
from simulation.maps.metrics import METRICS, NOT_REACHED, OUTCOMES, Metric, is_known
from simulation.maps.specification import Map

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """What the panes show of some jobs."""

    jobs: list[int]
    """Whose picture it is, by ``id``."""
    images: list[tuple[Array, int]]
    """Colours, and of one in how many rows and columns they are."""
    colouring: Colouring
    words: dict[str, Colour]


def painted(jobs: Sequence[Job], metric: Metric) -> Picture:
    """All that is known of the jobs, on one ramp."""
    shown = [cells_of(job.results, metric) for job in jobs]
    colours = common([cells.colouring for cells in shown])
    words = dict(word for cells in shown for word in cells.words)
    if metric.name == "basin":
        words = _minima_named(words, jobs[0].map)
    images = [(cells.painted(colours), cells.stride) for cells in shown]
    return Picture([id(job) for job in jobs], images, colours, words)


def known_metrics(map_: Map) -> list[str]:
    """Names of the metrics that a map has; may have to read the data."""
    return [name for name, metric in METRICS.items() if is_known(metric, map_)]


def told(job: Job, row: int, column: int, metric: Metric) -> list[tuple[str, str]]:
    """Names and values of one cell, for the user to read."""
    map_, results = job.map, job.results
    lines = [
        (key_title(map_.x_key), f"{map_.x_values[column]:.6g}"),
        (key_title(map_.y_key), f"{map_.y_values[row]:.6g}"),
    ]
    if not results.done[row, column]:
        waiting = QCoreApplication.translate("MapStudy", "not computed yet")
        return [*lines, (translated(metric.title), waiting)]
    if metric.name != "outcome":
        value = results.columns[metric.name][row, column]
        missing = metric.kind != "number" and value == NOT_REACHED
        if missing:
            text = QCoreApplication.translate("MapStudy", "none")
        else:
            text = _places(map_)[value] if metric.name == "basin" else f"{value:.6g}"
        lines.append((translated(metric.title), text))
    outcome = OUTCOMES[int(results.columns["outcome"][row, column])]
    return [*lines, (translated(METRICS["outcome"].title), translated(outcome))]


def _minima_named(words: Mapping[str, Colour], map_: Map) -> dict[str, Colour]:
    """Minima called by where they are instead of by their number."""
    names = {f"minimum {index}": place for index, place in enumerate(_places(map_))}
    return {names.get(word, word): colour for word, colour in words.items()}


def _places(map_: Map) -> list[str]:
    """Where the known minima are, in the order of their numbers."""
    minima = map_.experiment.objective.build().minima
    return [f"({', '.join(f'{x:.3g}' for x in minimum.position)})" for minimum in minima]
