"""Loss, coordinates, learning rates and the like against the step."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.axes import StepAxis, ValueAxis, power_text
from gui.views.colours import alike
from gui.views.curve_bar import CurveBar
from gui.views.known import Known
from gui.views.legend import LegendEntry
from gui.views.lines import Line, has_ensemble, in_ensembles, read_lines, suits_log
from gui.views.overlay import Overlay
from gui.views.placing import tracks_of
from gui.views.plots import make_plot, style_plot
from gui.views.quantities import choices, for_axis
from gui.views.references import Reference
from gui.views.shapes import Shape, View, extent_of_heights, shapes_of, steady_range
from gui.views.step_pointer import StepPointer, step_at, steps_between
from gui.views.strokes import Strokes
from simulation.engine.history import History

Z_CURSOR = 10


class CurvesView(QWidget):
    """A quantity of all runs, or all coordinates of one, against the step, with the cursor.

    Signals
    -------
    step_chosen
        The step at which the mouse is pressed or dragged.
    """

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = CurveBar()
        axes = {"left": ValueAxis("left"), "bottom": StepAxis("bottom")}
        self._plot = make_plot(self, axes)
        self._plot.getPlotItem().setOpacity(0)  # until there is something to draw
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._bar)
        layout.addWidget(self._plot, stretch=1)
        self._view_box = self._plot.getViewBox()
        self._plot.setLabel("bottom", self.tr("step"))
        self._plot.showGrid(x=True, y=True, alpha=0.15)
        self._line = pg.InfiniteLine(angle=90)
        self._line.setZValue(Z_CURSOR)
        self._plot.addItem(self._line)
        self._strokes = Strokes(self._plot)
        self._overlay = Overlay(self._view_box)
        self._styles: Sequence[RunStyle] = ()
        self._groups: Sequence[str] = ()
        self._references: Sequence[Reference] = ()
        self._history: History | None = None
        self._selected = 0
        self._lines: list[Line] = []
        self._shapes: list[Shape] = []
        self._cursor = 0
        self._values_wait = False
        """Whether the legend tells the values of an earlier cursor."""
        self._theme = LIGHT
        self._follows = True
        self._fits = False
        self._bar.changed.connect(self.fit)
        self._view_box.sigRangeChangedManually.connect(self._hold)
        self._view_box.sigXRangeChanged.connect(self._draw)
        self._view_box.sigResized.connect(self._resized)
        pointer = StepPointer(self._plot, self._read_out)
        pointer.pressed.connect(self._choose_step)
        self.set_theme(LIGHT)

    def set_runs(self, styles: Sequence[RunStyle], groups: Sequence[str] | None = None) -> None:
        """Say how the runs look, in the order of the experiment.

        Runs of the same group, by default of the same label, can be shown as a band.
        """
        before, self._styles = self._styles, styles
        self._groups = [style.label for style in styles] if groups is None else groups
        self._name_run()
        if self._bar.band or not alike(before, styles):
            self.refresh()
        else:
            self._read()
            self._show_values()

    def set_history(self, history: History, known: Known) -> None:
        """Show another computation: its records, to which rows may still be added."""
        self._history = history
        self._bar.set_choices(choices(known, history.stride))
        self.fit()

    def set_selected(self, run: int) -> None:
        """Say whose coordinates are drawn side by side."""
        self._selected = run
        self._name_run()
        self.refresh()

    def set_references(self, references: Sequence[Reference]) -> None:
        """Mark what a text printed."""
        self._references = references
        self._draw_references()

    def refresh(self) -> None:
        """Draw the rows that were recorded since; the range follows unless it was zoomed."""
        if self._follows:
            self.fit()
        else:
            self._read()
            self._draw()

    def set_cursor(self, step: int) -> None:
        """Move to ``step`` the line and the dot on each curve, and tell the values there."""
        if step != self._cursor or self._values_wait:
            self._cursor = step
            self._show_values()

    def move_cursor(self, step: int) -> None:
        """Move the line and the dots only: numbers that change in every frame tell nothing."""
        if step != self._cursor:
            self._cursor = step
            self._values_wait = True
            self._place_cursor(self.values_at_cursor())

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        style_plot(self._plot, theme)
        self._overlay.set_theme(theme)
        self._strokes.set_theme(theme)
        self._line.setPen(pg.mkPen(theme.foreground, width=1))
        self._read()
        self._draw()

    def fit(self) -> None:
        """Show all steps, and all values that are finite."""
        self._follows = True
        self._read()
        choice = self._bar.choice
        self._bar.settle(choice is not None and suits_log(choice, self._lines))
        for side, log in (("left", self._bar.log_y), ("bottom", self._bar.log_x)):
            axis = self._plot.getAxis(side)
            if axis.logMode != log:  # it would be painted anew whether or not
                axis.setLogMode(x=log, y=log)
        if self._history is not None:
            self._plot.getPlotItem().setOpacity(1)
            steps = max((record.steps for record in self._history.records), default=1)
            last = np.log10(max(steps, 2)) if self._bar.log_x else max(steps, 1)
            self._fits = True
            self._plot.setXRange(0, last, padding=0.02)
            self._fits = False
        self._shape()
        self._fit_heights()
        self._paint()
        self._place_legend()

    def _fit_heights(self) -> None:
        extent = extent_of_heights(self._shapes)
        if extent is not None:
            self._plot.setYRange(*steady_range(*extent), padding=0)

    @property
    def quantity_name(self) -> str:
        """What is plotted, in words."""
        return self._bar.text

    def steps_in_view(self) -> range:
        """The steps between the left and the right border, at least one."""
        left, right = self._view_box.viewRange()[0]
        last = max((r.steps for r in self._history.records), default=0) if self._history else 0
        return steps_between(left, right, last, log=self._bar.log_x)

    @property
    def choice(self) -> str:
        """What is plotted, by its id; empty before there is anything."""
        return self._bar.choice.id if self._bar.choice else ""

    def choose(self, choice: str) -> None:
        """Plot ``loss``, ``gradient-norm``, ``x0``, ``coordinates``, ``momentum`` and so on."""
        self._bar.choose(choice)

    def values_at_cursor(self) -> list[float]:
        """Value of each curve at the cursor, in the order of the legend."""
        return [line.at(self._cursor) for line in self._lines]

    def _choose_step(self, x: float) -> None:
        if self._history is not None:
            self.step_chosen.emit(min(self._step_at(x), max(self._history.farthest, 0)))

    def _read_out(self, point: QPointF | None) -> None:
        """Tell step and value under the mouse."""
        if point is None:
            self._overlay.set_readout("")
            return
        value = power_text(point.y()) if self._bar.log_y else f"{point.y():.4g}"
        text = self.tr("step {step}: {value}")
        self._overlay.set_readout(text.format(step=self._step_at(point.x()), value=value))

    def _step_at(self, x: float) -> int:
        return round(step_at(x, log=self._bar.log_x))

    def _hold(self) -> None:
        self._follows = False

    def _resized(self) -> None:
        self._overlay.resized()
        self._place_legend()

    def _name_run(self) -> None:
        if self._styles:
            self._bar.set_run(self._styles[self._one_run()].label)

    def _one_run(self) -> int:
        """The selected run, or the first visible one if that is hidden or gone."""
        visible = [run for run, style in enumerate(self._styles) if style.visible] or [0]
        return self._selected if self._selected in visible else visible[0]

    def _read(self) -> None:
        """Take what is recorded of what is to be drawn."""
        choice, history = self._bar.choice, self._history
        self._lines = []
        if choice is None or history is None or not self._styles:
            return
        self._lines = read_lines(history, self._styles, choice, self._one_run(), self._theme)
        offered = not choice.of_one_run and has_ensemble(self._lines, self._groups)
        self._bar.offer_band(offered)
        if offered and self._bar.band:
            self._lines = in_ensembles(self._lines, self._groups)

    def _draw(self) -> None:
        """Paint the part of the curves that is in view."""
        if not self._fits:  # else it is still to be read
            self._shape()
            self._paint()

    def _shape(self) -> None:
        left, right = self._view_box.viewRange()[0]
        view = View(left, right, log_x=self._bar.log_x, log_y=self._bar.log_y)
        self._shapes = shapes_of(self._lines, view)

    def _paint(self) -> None:
        self._strokes.draw(self._shapes)
        self._draw_references()
        self._show_values()

    def _draw_references(self) -> None:
        drawn = {(line.run, line.quantity): line for line in self._lines if line.members == 1}
        marks = [mark for mark in self._references if (mark.run, mark.quantity) in drawn]
        x = for_axis(np.array([mark.step for mark in marks], float), log=self._bar.log_x)
        y = for_axis(np.array([mark.value for mark in marks], float), log=self._bar.log_y)
        texts = [self.tr("published: {value}").format(value=mark.printed) for mark in marks]
        colours = [drawn[mark.run, mark.quantity].style.colour for mark in marks]
        self._strokes.place_references(x, y, colours, texts)

    def _place_legend(self) -> None:
        lines = [(shape.x, shape.y) for shape in self._shapes]
        size = self._view_box.size()
        box = size.width(), size.height()
        self._overlay.find_room(tracks_of(lines, self._view_box.viewRange(), box))

    def _show_values(self) -> None:
        """Put the line at the cursor, a dot on each curve and the value into the legend."""
        values = self.values_at_cursor()
        self._values_wait = False
        self._place_cursor(values)
        self._overlay.set_legend(
            [
                LegendEntry(line.style, self._legend_name(line), f"{value:.4g}")
                for line, value in zip(self._lines, values, strict=True)
            ]
        )

    def _place_cursor(self, values: Sequence[float]) -> None:
        on_axis = self._cursor > 0 or not self._bar.log_x
        self._line.setVisible(on_axis)
        x = float(for_axis(np.array(self._cursor), log=self._bar.log_x))
        if on_axis:
            self._line.setPos(x)
        heights = for_axis(np.array(values), log=self._bar.log_y)
        self._strokes.place_dots(x, heights, [line.style for line in self._lines])

    def _legend_name(self, line: Line) -> str:
        if line.members == 1:
            return line.style.label
        pattern = self.tr("{label}, median of {count}")
        return pattern.format(label=line.style.label, count=line.members)
