"""Maps as pictures: colours worked out away from the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gui.studies.map_jobs import Job
from gui.views.map.painting import Array, cells_of, common
from simulation.maps.colours import Colouring
from simulation.maps.metrics import Metric
from simulation.maps.specification import Map

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """What the panes show of some jobs."""

    jobs: list[int]
    """Whose picture it is, by ``id``."""
    images: list[Array]
    colouring: Colouring
    words: dict[str, Colour]


def painted(jobs: Sequence[Job], metric: Metric) -> Picture:
    """All that is known of the jobs, on one ramp."""
    shown = [cells_of(job.results, metric) for job in jobs]
    colours = common([cells.colouring for cells in shown])
    words = dict(word for cells in shown for word in cells.words)
    if metric.name == "basin":
        words = _minima_named(words, jobs[0].map)
    images = [cells.painted(colours) for cells in shown]
    return Picture([id(job) for job in jobs], images, colours, words)


def _minima_named(words: Mapping[str, Colour], map_: Map) -> dict[str, Colour]:
    """Minima called by where they are instead of by their number."""
    minima = map_.experiment.objective.build().minima
    names = {
        f"minimum {index}": f"({', '.join(f'{x:.3g}' for x in minimum.position)})"
        for index, minimum in enumerate(minima)
    }
    return {names.get(word, word): colour for word, colour in words.items()}
