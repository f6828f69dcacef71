"""What theory draws over a map: the boundary of stability and lines of equal rate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import contourpy
import numpy as np

from gui.studies.map_cells import alike
from gui.views.map.marks import TheoryLine
from gui.views.map.painting import Array, borders, number
from gui.views.map.view import MapView
from gui.worker.background import Wanted
from simulation.maps.specification import Map
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM, Rule
from simulation.theory.analysis import noisy, spectrum_of
from simulation.theory.stability import family_of, worst_rates

NODES = 160
RATES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


class TheoryOverlay:
    """Keeps the lines over the panes at the maps that these show."""

    def __init__(self, view: MapView, ask: Callable[..., None]) -> None:
        self._view = view
        self._ask = ask
        self._maps: Sequence[Map] = ()

    def forget(self) -> None:
        """There are other panes: no line is drawn yet."""
        self._maps = ()

    def show(self, maps: Sequence[Map]) -> None:
        """Have the lines over ``maps`` worked out, unless they are there; none for no maps."""
        if alike(self._maps, maps):
            return
        self._maps = maps
        self._view.set_theory([() for _ in self._view.panes])

        def work(wanted: Wanted) -> list[Any]:
            return [theory_lines(map_) for map_ in maps if wanted()]

        self._ask("theory", work, self._view.set_theory)


def theory_lines(map_: Map) -> tuple[TheoryLine, ...]:
    """Lines over the range of a map; none where the theory has nothing to say.

    It speaks of quadratics without noise, of optimizers that are linear recursions, and of
    maps whose axes are the learning rate, the momentum or start coordinates.
    """
    experiment, run = map_.experiment, map_.experiment.runs[map_.run]
    x, y = map_.x, map_.y
    rule = run.declaration
    starts = [axis.key.startswith("objective.start.") for axis in (x, y)]
    if not isinstance(rule, Rule) or noisy(experiment) or run.schedules or all(starts):
        return ()
    named = {axis.key.rpartition(".")[2]: axis for axis in (x, y) if axis.key.startswith("runs.")}
    if len(named) + sum(starts) < 2 or not set(named) <= {LEARNING_RATE.name, MOMENTUM.name}:
        return ()
    family = family_of(rule, run.hyperparameters)
    spectrum = spectrum_of(experiment)
    if family is None or spectrum is None or not spectrum.quadratic:
        return ()
    places = [np.linspace(*borders(axis), NODES) for axis in (x, y)]
    grids = dict(zip((x.key, y.key), np.meshgrid(*places), strict=True))
    values = {
        name: np.vectorize(lambda at, axis=axis: number(axis, at))(grids[axis.key]).ravel()
        for name, axis in named.items()
    }
    usual = run.hyperparameters
    columns = [
        values.get(name, np.full(NODES * NODES, float(usual.get(name) or 0.0)))
        for name in (LEARNING_RATE.name, MOMENTUM.name)
    ]
    with np.errstate(all="ignore"):
        rates = worst_rates(family, columns[0], columns[1], spectrum.distinct)
    return tuple(_lines(places[0], places[1], rates.reshape(NODES, NODES)))


def _lines(x: Array, y: Array, rates: Array) -> list[TheoryLine]:
    combined = contourpy.LineType.ChunkCombinedNan
    generator = contourpy.contour_generator(x, y, rates, line_type=combined)
    found = []
    for level in (1.0, *RATES):
        points: Any = generator.lines(level)[0][0]
        if points is not None:
            found.append(TheoryLine(points, level))
    return found
