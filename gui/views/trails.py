"""The runs on the landscape: trails up to the cursor, and a ball at the end of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPen

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.bundle import Bundle, Stroke
from gui.views.clipping import Box, clip_polyline
from gui.views.colours import solid
from gui.views.paths import PlanePath
from gui.views.settled import SettledTrails
from gui.views.spots import Look, Spots

Array = np.ndarray[Any, np.dtype[Any]]

THICK_POINTS = 600
"""Points, of all runs together, that thick smooth lines are painted through: these cost some
2 µs each, twenty times what a line of width 1 takes."""
LEAST_THICK_POINTS = 20
DOTTED_ROWS = 64
"""Trails with no more rows than this show every step as a dot."""
DOTTED_RUNS = 16
BALL, EDGE_WIDTH = 14.0, 1.6
TRAIL_WIDTH = 2.2
Z_TRAILS, Z_DOTS, Z_BALLS = 20, 30, 60


class TrailLayer:
    """Draws the paths of all runs in a plot.

    Each trail is a thin line with a thick tail, since thick smooth lines are slow.
    """

    def __init__(self, plot: Any) -> None:
        self._plot = plot
        self._theme = LIGHT
        self._styles: Sequence[RunStyle] = ()
        self._settled = SettledTrails(plot)
        self._settled.setZValue(Z_TRAILS)
        plot.addItem(self._settled, ignoreBounds=True)
        self._thick = Bundle(plot, still=False)
        self._thick.setZValue(Z_TRAILS)
        self._pens: list[QPen] = []
        self._shown: dict[int, Array] = {}
        self._tail: int | None = None
        self._dots = pg.ScatterPlotItem(pxMode=True, size=5)
        self._dots.setZValue(Z_DOTS)
        plot.addItem(self._dots)
        self._balls = Spots(plot)
        self._balls.setZValue(Z_BALLS)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def set_styles(self, styles: Sequence[RunStyle]) -> None:
        """Make a trail for each run."""
        self._styles = styles
        self._pens = [pg.mkPen(s.colour, width=TRAIL_WIDTH, style=s.line) for s in styles]
        self._settled.set_colours(tuple(style.colour for style in styles))

    def set_tail(self, steps: int | None) -> None:
        """Show so many of the last steps only, all of them for ``None``."""
        self._tail = steps

    def forget(self, runs: Iterable[int]) -> None:
        """Expect other paths of these runs than those shown so far."""
        self._settled.forget(runs)

    def show(self, paths: Sequence[PlanePath], step: int, box: Box) -> None:
        """Draw all paths up to ``step``; what lies outside ``box`` is cut off."""
        rows = {
            run: path.row(step) + 1
            for run, (path, style) in enumerate(zip(paths, self._styles, strict=False))
            if style.visible
        }
        rows = {run: count for run, count in rows.items() if count > 0}
        tail = max(THICK_POINTS // max(len(rows), 1), LEAST_THICK_POINTS)
        if sum(rows.values()) <= THICK_POINTS:
            tail = THICK_POINTS
        if self._tail is not None:
            tail = max(self._tail, THICK_POINTS)  # short enough to be thick all along
        self._shown = {run: self._tail_of(paths[run], count) for run, count in rows.items()}
        settled, thick = {}, []
        for run, points in self._shown.items():
            first = max(points.shape[1] - tail, 0)
            if self._tail is None:
                settled[run] = points[:, : first + 1]
            if points.shape[1] - first > 1:
                x, y = clip_polyline(points[:, first:], box)
                thick.append(Stroke(x, y, self._pens[run]))
        self._thick.show_lines(thick)
        self._settled.show_lines(settled, box)
        self._show_dots()

    def show_balls(self, positions: dict[int, tuple[float, float]]) -> None:
        """Draw a ball for each run that has a position."""
        edge = self._theme.marker_edge
        looks = [
            Look(style.symbol, style.colour, BALL, edge, EDGE_WIDTH)
            for style in (self._styles[run] for run in positions)
        ]
        self._balls.show_spots(list(positions.values()), looks)

    def trail(self, run: int) -> Array:
        """Points of the trail that is shown, before cutting, ``(2, rows)``."""
        return self._shown.get(run, np.empty((2, 0)))

    def _tail_of(self, path: PlanePath, count: int) -> Array:
        if self._tail is None:
            return path.points[:, :count]
        if not self._tail:
            return path.points[:, :0]
        rows = max(self._tail // path.record.stride, 1)
        return path.points[:, max(count - 1 - rows, 0) : count]

    def _show_dots(self) -> None:
        short = {
            run: p[:, np.isfinite(p).all(0)]
            for run, p in self._shown.items()
            if p.shape[1] <= DOTTED_ROWS
        }
        dotted = bool(short) and len(self._shown) <= DOTTED_RUNS
        self._dots.setVisible(dotted)  # without dots it would still cost in every frame
        if not dotted:
            return
        points = np.concatenate(list(short.values()), axis=1)
        brushes = {run: solid(self._styles[run].colour) for run in short}
        self._dots.setData(
            x=points[0],
            y=points[1],
            brush=[brushes[run] for run, p in short.items() for _ in range(p.shape[1])],
            pen=None,
        )
