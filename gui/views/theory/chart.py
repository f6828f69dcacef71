"""A small plot of lines over numbers, as the pages of theory use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.axes import HorizontalValueAxis, ValueAxis
from gui.views.plots import USUAL_POINTS, make_plot, style_plot
from gui.views.theory.reflow import be_high_enough
from gui.views.thinning import envelope

Array = np.ndarray[Any, np.dtype[Any]]

BUCKETS = 500
"""Columns that a long line over ascending numbers is thinned to."""
MOST_POINTS = 6000
"""Points of a line that goes back and forth; longer ones are thinned."""
THICK_POINTS = 1500
"""Points up to which a line is thick: beyond, it is slow to paint."""
MARGIN = 0.06
BEYOND = 1.0
"""How far lines that may leave the picture extend it, in extents of the others."""
LARGEST = 1e150
"""Numbers beyond it are drawn as infinite ones are: not at all."""
FAR = 100.0
"""Lines go on for so many widths of the picture at most: Qt is slow beyond."""
MOST_MARKS = 80
LEFT_WIDTH = 50
"""Of the vertical axis, pixels at the usual size of type: it has numbers and no name."""
GLYPHS = {"o": "●", "s": "■", "t": "▼", "d": "◆", "p": "⬟", "h": "⬢", "star": "★", "t1": "▲"}
"""Symbols of runs as characters."""
Z_CURSOR, Z_MARKS, Z_DOTS = -5, 15, 20

Fit = Literal["all", "near", "none"]
"""How much of a line the picture shows: all of it, what is not far beyond the lines of which
all is shown, or whatever happens to be in it."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A line of a chart."""

    style: RunStyle
    x: Array
    y: Array
    """Shape ``(n,)`` like ``x``; nan leaves a gap."""
    name: str = ""
    """For the legend; empty leaves it out."""
    thin: bool = False
    marks: bool = False
    """Whether points are shown, as long as they are not too many."""
    fit: Fit = "all"


class Chart(QWidget):
    """Lines with a legend, a vertical line at the cursor or dots on the lines."""

    def __init__(
        self,
        *,
        log_x: bool = False,
        log_y: bool = False,
        ascending: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._log = log_x, log_y
        self._ascending = ascending
        axes = {"left": ValueAxis("left"), "bottom": HorizontalValueAxis("bottom")}
        self.plot = make_plot(self, axes)
        self.plot.getAxis("bottom").setLogMode(x=log_x)
        self.plot.getAxis("left").setLogMode(y=log_y)
        self.plot.showGrid(x=True, y=True, alpha=0.15)
        self.plot.setMouseEnabled(x=False, y=False)  # new lines put them all into the picture
        self._title = ""
        self._caption = QLabel()
        self._caption.setObjectName("caption")
        self._caption.setWordWrap(True)
        self._caption.setContentsMargins(8, 0, 4, 0)
        self._caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._caption)
        layout.addWidget(self.plot, 1)
        self._line = pg.InfiniteLine(angle=90)
        self._line.setZValue(Z_CURSOR)
        self._line.hide()
        self._marks = pg.ScatterPlotItem(pxMode=True, size=6)
        self._marks.setZValue(Z_MARKS)
        self._dots = pg.ScatterPlotItem(pxMode=True, size=11)
        self._dots.setZValue(Z_DOTS)
        for item in (self._line, self._marks, self._dots):
            self.plot.addItem(item)
        self._curves: list[Any] = []
        self._traces: Sequence[Trace] = ()
        self._theme = LIGHT
        self.set_theme(LIGHT)

    @property
    def traces(self) -> tuple[Trace, ...]:
        """What is drawn."""
        return tuple(self._traces)

    @property
    def legend(self) -> tuple[str, ...]:
        """What the legend says."""
        return tuple(trace.name for trace in self._traces if trace.name)

    def set_title(self, title: str) -> None:
        """Say what is plotted over what."""
        self._title = title
        self._write_caption()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        style_plot(self.plot, theme)
        self._fit_axis()
        self._line.setPen(pg.mkPen(theme.foreground, width=1))
        self._draw()

    def set_traces(self, traces: Sequence[Trace]) -> None:
        """Draw other lines, all of them in the picture."""
        self._traces = traces
        self._fit()
        self._draw()
        self._write_caption()

    def set_cursor(self, x: float | None) -> None:
        """Move the vertical line; ``None`` hides it."""
        if x is None or not np.isfinite(x) or (x <= 0 and self._log[0]):
            self._line.hide()
            return
        self._line.show()
        self._line.setPos(np.log10(x) if self._log[0] else x)

    def set_dots(self, dots: Sequence[tuple[RunStyle, float, float]]) -> None:
        """Put a dot with the looks of a run at each finite place."""
        there = [dot for dot in dots if np.isfinite(dot[1:]).all()]
        self._dots.setData(
            x=np.array([x for _, x, _ in there]),
            y=np.array([y for *_, y in there]),
            symbol=[style.symbol for style, *_ in there],
            brush=[pg.mkBrush(style.colour) for style, *_ in there],
            pen=pg.mkPen(self._theme.marker_edge, width=1.2),
        )

    def _on_axes(self, trace: Trace) -> tuple[Array, Array]:
        """Coordinates of a line on the axes, nan where there is nothing to paint."""
        with np.errstate(all="ignore"):
            x = np.log10(trace.x) if self._log[0] else np.asarray(trace.x, float)
            y = np.log10(trace.y) if self._log[1] else np.asarray(trace.y, float)
        return (
            np.where(np.abs(x) < LARGEST, x, np.nan),
            np.where(np.abs(y) < LARGEST, y, np.nan),
        )

    def _thinned(self, trace: Trace) -> tuple[Array, Array]:
        x, y = self._on_axes(trace)
        if self._ascending:
            kept = np.isfinite(x)
            return envelope(x[kept], y[kept], BUCKETS)
        every = max(-(-len(x) // MOST_POINTS), 1) if np.isfinite(x).all() else 1  # gaps must stay
        return x[::every], y[::every]

    def _near(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Places as they are in the picture and around it; what is far off is brought nearer."""
        (left, right), (bottom, top) = self.plot.getViewBox().viewRange()
        wide, high = FAR * (right - left), FAR * (top - bottom)
        return x.clip(left - wide, right + wide), y.clip(bottom - high, top + high)

    def _draw(self) -> None:
        while len(self._curves) < len(self._traces):
            self._curves.append(pg.PlotCurveItem(antialias=True))
            self.plot.addItem(self._curves[-1])
        for curve in self._curves[len(self._traces) :]:
            curve.clear()
        for curve, trace in zip(self._curves, self._traces, strict=False):
            x, y = self._near(*self._thinned(trace))
            if not (np.isfinite(x) & np.isfinite(y)).any():  # pyqtgraph would look for its bounds
                curve.clear()
                continue
            width = 1 if trace.thin or len(x) > THICK_POINTS else 2
            curve.setPen(pg.mkPen(trace.style.colour, width=width, style=trace.style.line))
            curve.setData(x, y, connect="finite")
        self._draw_marks()

    def _draw_marks(self) -> None:
        marked = [t for t in self._traces if t.marks and len(t.x) <= MOST_MARKS]
        spots = [
            (x, y, trace.style)
            for trace in marked
            for x, y in zip(*self._on_axes(trace), strict=True)
            if np.isfinite([x, y]).all()
        ]
        self._marks.setData(
            x=np.array([x for x, _, _ in spots]),
            y=np.array([y for _, y, _ in spots]),
            symbol=[style.symbol for *_, style in spots],
            brush=[pg.mkBrush(style.colour) for *_, style in spots],
            pen=None,
        )

    def _fit(self) -> None:
        """Show all lines, but for what may leave and goes too far."""
        placed = [(trace.fit, self._on_axes(trace)) for trace in self._traces]
        for axis, set_range in ((0, self.plot.setXRange), (1, self.plot.setYRange)):
            within = span([places[axis] for fit, places in placed if fit == "all"])
            leaving = span([places[axis] for fit, places in placed if fit == "near"])
            extent = together(within, leaving)
            if extent is not None:
                low, high = extent
                # Halved: the difference of the largest numbers overflows.
                room = 2 * MARGIN * (high / 2 - low / 2) or max(abs(low), 1.0) * MARGIN
                set_range(low - room, high + room, padding=0)

    def _write_caption(self) -> None:
        """Say above the plot what it is and which line is which: there is no room in it."""
        entries = [
            f'<span style="color:{t.style.colour}">{GLYPHS[t.style.symbol]}</span>&nbsp;'
            + escape(t.name).replace(" ", "&nbsp;")
            for t in self._traces
            if t.name
        ]
        self._caption.setText("&nbsp; ".join([escape(self._title), *entries]))

    def _fit_axis(self) -> None:
        be_high_enough(self.plot)
        width = LEFT_WIDTH * QApplication.font().pointSizeF() / USUAL_POINTS
        self.plot.getAxis("left").setWidth(width)


def span(lines: Sequence[Array]) -> tuple[float, float] | None:
    """Lowest and highest finite number; ``None`` if there is none."""
    finite = [line[np.isfinite(line)] for line in lines]
    numbers = np.concatenate([np.empty(0), *finite])
    return (float(numbers.min()), float(numbers.max())) if len(numbers) else None


def together(
    within: tuple[float, float] | None, leaving: tuple[float, float] | None
) -> tuple[float, float] | None:
    """A range for both; of ``leaving`` only what is not far beyond ``within``."""
    if within is None or leaving is None:
        return within or leaving
    room = BEYOND * (within[1] - within[0])
    return (
        min(within[0], max(leaving[0], within[0] - room)),
        max(within[1], min(leaving[1], within[1] + room)),
    )
