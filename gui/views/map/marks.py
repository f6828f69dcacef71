"""What lies over the cells of a map: lines of theory, and the experiment's runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg

from gui.theme import RunStyle
from gui.views.map.painting import Array

RATE_PEN = ((255, 255, 255, 170), 1)
HALO_PEN = ((255, 255, 255), 4)
BOUNDARY_PEN = ((16, 16, 16), 1.8)
"""Colours and widths, the same in every theme: those of the cells beneath are too."""


@dataclass(frozen=True, slots=True)
class TheoryLine:
    """What theory says of a map: a boundary, or a line of equal rate."""

    points: Array
    """Places on the plot ``(n, 2)``; rows of nan part the pieces."""
    rate: float
    """By which the distance to the minimum shrinks a step; 1 at the boundary of stability."""

    @property
    def boundary(self) -> bool:
        """Whether runs beyond it diverge."""
        return self.rate == 1.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One of the experiment's runs."""

    run: int
    x: float
    y: float
    style: RunStyle


class TheoryLines:
    """Draws lines of theory: the boundary dark on a light halo, seen on any colour of a cell."""

    def __init__(self, plot: Any, z: float) -> None:
        self._rates, self._halo, self._boundary = (
            pg.PlotCurveItem(pen=pg.mkPen(colour, width=width), connect="finite")
            for colour, width in (RATE_PEN, HALO_PEN, BOUNDARY_PEN)
        )
        for item in (self._rates, self._halo, self._boundary):
            item.setZValue(z)
            plot.addItem(item)

    def show(self, lines: Sequence[TheoryLine]) -> None:
        """Draw these, and no others."""
        for boundary, items in ((True, (self._halo, self._boundary)), (False, (self._rates,))):
            points = _joined([each.points for each in lines if each.boundary == boundary])
            for item in items:
                item.setData(points[:, 0], points[:, 1])

    @property
    def boundary(self) -> tuple[Array, Array]:
        """Places of the boundary on the plot, ``(n,)`` each, parted by nan."""
        x, y = self._boundary.getData()
        return x, y


def _joined(parts: Sequence[Array]) -> Array:
    """Lines ``(n, 2)`` as one, parted by nan."""
    gap = np.full((1, 2), np.nan)
    pieces = [piece for part in parts for piece in (part, gap)]
    whole: Array = np.concatenate(pieces) if pieces else np.empty((0, 2))
    return whole
