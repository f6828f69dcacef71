"""The flows under the runs: thin lines with a mark where a step has its time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt

from gui.frames import Landscape
from gui.theme import LIGHT, RunStyle, Theme
from gui.views.clipping import clip_polyline

if TYPE_CHECKING:
    from simulation.theory.flow_paths import FlowPath

Array = np.ndarray[Any, np.dtype[Any]]

MOST_MARKS = 64
"""Marks of one flow; with more of them, only the one at the cursor is shown."""
FAR = 50.0
"""Lines are cut this many widths of the landscape away."""
MARK, RING = 5, 13
Z_LINES, Z_MARKS, Z_RINGS = 18, 19, 55


class FlowLayer:
    """Draws the flow of each run in a plot, and a ring where it is at the cursor's time."""

    def __init__(self, plot: Any) -> None:
        self._plot = plot
        self._theme = LIGHT
        self._paths: Mapping[int, FlowPath] = {}
        self._lines: list[Any] = []
        self._places: dict[int, Array] = {}
        self._drawn: tuple[object, ...] = ()
        self._marks = pg.ScatterPlotItem(pxMode=True, size=MARK)
        self._marks.setZValue(Z_MARKS)
        self._rings = pg.ScatterPlotItem(pxMode=True, size=RING)
        self._rings.setZValue(Z_RINGS)
        for spots in (self._marks, self._rings):
            spots.setVisible(False)  # without a flow they would still cost in every frame
            plot.addItem(spots)

    def set_paths(self, paths: Mapping[int, FlowPath]) -> None:
        """Draw these flows, by run; they are seen when they are next shown."""
        self._paths = paths

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        self._drawn = ()

    def show(self, landscape: Landscape, styles: Sequence[RunStyle], cursor: int) -> None:
        """Draw all flows in the landscape's plane, and the rings at a step."""
        if not self._paths and not self._places:
            return
        wanted = (landscape, styles, self._paths)
        if len(self._drawn) != 3 or any(
            a is not b for a, b in zip(wanted, self._drawn, strict=True)
        ):
            self._drawn = wanted
            self._draw(landscape, styles)
        self._show_rings(styles, cursor)

    def line(self, run: int) -> Array:
        """Points of the line shown for a run, ``(2, n)``."""
        return self._places.get(run, np.empty((2, 0)))

    def rings(self) -> list[tuple[float, float]]:
        """Where the rings are."""
        return [(float(spot[0]), float(spot[1])) for spot in self._rings.data]

    def _draw(self, landscape: Landscape, styles: Sequence[RunStyle]) -> None:
        dim = len(landscape.plane.origin)
        self._places = {
            run: _project(path, landscape)
            for run, path in self._paths.items()
            if run < len(styles) and styles[run].visible and len(path.positions) == dim
        }
        while len(self._lines) < len(self._places):
            self._lines.append(pg.PlotCurveItem(antialias=True))
            self._lines[-1].setZValue(Z_LINES)
            self._plot.addItem(self._lines[-1])
        for line in self._lines[len(self._places) :]:
            line.clear()
        box = _surroundings(landscape)
        for line, (run, places) in zip(self._lines, self._places.items(), strict=False):
            # Wider lines that are dashed and smooth cost several times as much.
            line.setPen(pg.mkPen(styles[run].colour, width=1, style=Qt.PenStyle.DashLine))
            points = clip_polyline(places, box)
            if points.shape[1] < 2:
                line.clear()
            else:
                line.setData(*points, connect="finite")
        self._draw_marks(styles)

    def _draw_marks(self, styles: Sequence[RunStyle]) -> None:
        few = {
            run: places[:, self._paths[run].marks]
            for run, places in self._places.items()
            if len(self._paths[run].steps) <= MOST_MARKS
        }
        points = np.concatenate([np.empty((2, 0)), *few.values()], axis=1)
        pens = [
            pg.mkPen(styles[run].colour, width=1.2)
            for run, marks in few.items()
            for _ in range(marks.shape[1])
        ]
        brush = pg.mkBrush(self._theme.background)
        self._marks.setVisible(bool(pens))
        self._marks.setData(x=points[0], y=points[1], pen=pens, brush=brush)

    def _show_rings(self, styles: Sequence[RunStyle], cursor: int) -> None:
        spots = []
        for run, places in self._places.items():
            sample = self._paths[run].sample_of(cursor)
            if 0 <= sample < places.shape[1] and np.isfinite(places[:, sample]).all():
                spots.append((run, *places[:, sample].tolist()))
        self._rings.setVisible(bool(spots))
        self._rings.setData(
            x=np.array([x for _, x, _ in spots]),
            y=np.array([y for *_, y in spots]),
            pen=[pg.mkPen(styles[run].colour, width=2) for run, *_ in spots],
            brush=None,
        )


def _project(path: FlowPath, landscape: Landscape) -> Array:
    """Where a flow is in the coordinates of the plot, ``(2, n)``."""
    with np.errstate(all="ignore"):
        coordinates = landscape.plane.project(path.positions)
    if len(coordinates) == 1:
        coordinates = np.concatenate([coordinates, path.losses[None]])
    places: Array = np.where(np.isfinite(coordinates), coordinates, np.nan)
    return places


def _surroundings(landscape: Landscape) -> tuple[float, float, float, float]:
    (left, right), (bottom, top) = landscape.window
    wide, high = FAR * (right - left), FAR * (top - bottom)
    return left - wide, bottom - high, right + wide, top + high
