"""The landscape with the balls on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.frames import Landscape, LandscapeLook
from gui.theme import LIGHT, RunStyle, Theme
from gui.views.arrows import Arrows
from gui.views.axes import NumberAxis
from gui.views.balls import Balls, balls_at
from gui.views.clouds import CloudLayer
from gui.views.colours import alike
from gui.views.flows import FlowLayer
from gui.views.legend import LegendEntry
from gui.views.overlay import BorderMark, Overlay
from gui.views.paths import PlanePath, follow
from gui.views.pictures import Pictures
from gui.views.placing import describe, emptiest_corner, extent_of
from gui.views.plots import make_plot, style_plot
from gui.views.start_marker import StartMarker
from gui.views.trails import TrailLayer

if TYPE_CHECKING:
    from simulation.engine.companions import Cloud
    from simulation.engine.history import History
    from simulation.theory.flow_paths import FlowPath

Array = np.ndarray[Any, np.dtype[Any]]

CLIP_MARGIN = 50.0
"""Trails are cut this many view widths away: far out of sight, near enough to be painted."""
FIT_MARGIN = 0.08


class LandscapeView(QWidget):
    """Bands and contour lines, or a curve, with trails and balls up to a cursor.

    Signals
    -------
    start_moved
        The start as the mouse drags it, a tuple of one float a coordinate.
    start_dropped
        The mouse let go of it.
    range_wanted
        The landscape is to be drawn for the ranges of both axes that are in sight: a
        :data:`gui.frames.Window`.
    """

    start_moved = Signal(object)
    start_dropped = Signal()
    range_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        axes = {side: NumberAxis(side) for side in ("left", "bottom")}
        self._plot = make_plot(self, axes)
        self._plot.getPlotItem().setOpacity(0)  # axes of nothing would only lie
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self._view_box: Any = self._plot.getViewBox()
        self._pictures = Pictures(self._plot, self)
        self._clouds = CloudLayer(self._plot)
        self._flows = FlowLayer(self._plot)
        self._trails = TrailLayer(self._plot)
        self._arrows = Arrows(self._view_box)
        self._start_marker = StartMarker(self._view_box, self._drag_start, self.start_dropped.emit)
        self._overlay = Overlay(self._view_box)
        self._theme = LIGHT
        self._look = LandscapeLook()
        self._landscape: Landscape | None = None
        self._styles: Sequence[RunStyle] = ()
        self._history: History | None = None
        self._paths: list[PlanePath] = []
        self._start: tuple[float, ...] = ()
        self._cursor = 0
        self._balls = Balls({}, {}, ())
        self._shown: tuple[object, ...] = ()
        self._pictures.range_wanted.connect(self.range_wanted)
        self._view_box.sigRangeChanged.connect(self._on_range)
        self._view_box.sigResized.connect(self._resized)
        self._plot.scene().sigMouseClicked.connect(self._click)
        self._plot.scene().sigMouseMoved.connect(self._hover)
        self.set_theme(LIGHT)

    def set_landscape(self, landscape: Landscape) -> None:
        """Show another landscape; the view goes home if it has another window or plane."""
        old, self._landscape = self._landscape, landscape
        self._plot.getPlotItem().setOpacity(1)
        self._pictures.set_home(landscape)
        labels = [*landscape.plane.labels, self.tr("f")]
        self._plot.getAxis("bottom").set_name(labels[0])
        self._plot.getAxis("left").set_name(labels[1])
        self._follow_history()
        if old is None or old.window != landscape.window:
            self._overlay.set_corner(emptiest_corner(landscape, self._start_in_plot()))
            self.fit_window()
        self._place_start()
        self._show()

    def set_closeup(self, closeup: Landscape) -> None:
        """Show part of the landscape more finely; one of an older landscape is ignored."""
        self._pictures.set_closeup(closeup)
        self._place_start()

    def set_runs(self, styles: Sequence[RunStyle]) -> None:
        """Say how the runs look, in the order of the experiment."""
        before, self._styles = self._styles, styles
        self._overlay.set_legend([LegendEntry(s, s.label) for s in styles if s.visible])
        if not alike(before, styles):
            self._trails.set_styles(styles)
            self._clouds.set_styles(styles)
            self._show()

    def set_history(self, history: History) -> None:
        """Show the trajectories of another computation; rows may still be added to it."""
        self._history = history
        self._follow_history()
        self._show()

    def set_clouds(self, clouds: Sequence[Cloud | None]) -> None:
        """Show the companions of each run, to which rows may still be added."""
        self._clouds.set_clouds(clouds)

    def cloud(self, run: int) -> Array:
        """Where the companions of a run are shown, ``(2, count)``."""
        return self._clouds.places().get(run, np.empty((2, 0)))

    def set_start(self, start: tuple[float, ...]) -> None:
        """Put the start marker at ``start``, one float a coordinate."""
        if start != self._start:
            self._start = start
            self._place_start()

    def set_flows(self, paths: Mapping[int, FlowPath]) -> None:
        """Draw flows under the trails, by run."""
        self._flows.set_paths(paths)
        self._show()

    def set_cursor(self, step: int) -> None:
        """Show the balls at ``step`` and their trails up to it."""
        self._cursor = step
        if self._state() != self._shown:  # else runs have grown beyond the cursor
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        style_plot(self._plot, theme)
        layers = self._trails, self._overlay, self._arrows, self._flows, self._start_marker
        for layer in (self._pictures.backdrop, self._pictures.field, *layers):
            layer.set_theme(theme)
        self._show()

    def set_look(self, look: LandscapeLook) -> None:
        """Choose what is drawn over the landscape, and its colours."""
        self._look = look
        self._pictures.backdrop.set_colour_map(look.colour_map)
        self._pictures.field.setVisible(look.field)
        self._pictures.field.place()
        self._trails.set_tail(look.tail)
        self._show()

    def set_colour_map(self, name: str) -> None:
        """Colour the bands by one of :data:`gui.views.colours.COLOUR_MAPS`."""
        self.set_look(replace(self._look, colour_map=name))

    def fit_window(self) -> None:
        """Show the window that the landscape was drawn for."""
        if self._landscape is not None:
            x_range, y_range = self._landscape.window
            self._plot.setRange(xRange=x_range, yRange=y_range, padding=0)

    def fit_trajectories(self) -> None:
        """Show all that the visible runs have passed, but for what is out of all proportion."""
        if self._landscape is None:
            return
        shown = [p.points for p, s in zip(self._paths, self._styles, strict=False) if s.visible]
        extent = extent_of(shown, self._landscape.window)
        if extent is not None:
            self._plot.setRange(xRange=extent[0], yRange=extent[1], padding=FIT_MARGIN)

    def ball_positions(self) -> dict[int, tuple[float, float]]:
        """Where each ball is shown, by the index of its run, in coordinates of the plot."""
        return dict(self._balls.places)

    def trail(self, run: int) -> Array:
        """Points of the trail shown for a run, ``(2, rows)``."""
        return self._trails.trail(run)

    def border_marks(self) -> tuple[str, ...]:
        """What the marks at the border say."""
        return tuple(mark.text for mark in self._overlay.marks)

    def _on_range(self) -> None:
        self._pictures.follow()
        self._place_start()
        self._show()

    def _follow_history(self) -> None:
        if self._landscape is None or self._history is None:
            return
        before = self._paths
        self._paths = follow(self._history.records, self._landscape.plane, before)
        pairs = zip_longest(before, self._paths)
        other = [run for run, (old, new) in enumerate(pairs) if old is not new]
        if other:
            self._trails.forget(other)

    def _state(self) -> tuple[object, ...]:
        """What the picture depends on while time passes."""
        for path in self._paths:
            path.extend()
        cursor = self._cursor
        rows = [(p.row(cursor), p.row(cursor + p.record.stride)) for p in self._paths]
        return (cursor, *rows, *(path.diverged_by(cursor) for path in self._paths))

    def _show(self) -> None:
        if self._landscape is None:
            return
        self._shown = self._state()
        (left, right), (bottom, top) = self._view_box.viewRange()
        wide, high = CLIP_MARGIN * (right - left), CLIP_MARGIN * (top - bottom)
        far = (left - wide, bottom - high, right + wide, top + high)
        self._trails.show(self._paths, self._cursor, far)
        self._clouds.show_step(self._cursor, self._landscape)
        self._flows.show(self._landscape, self._styles, self._cursor)
        near = (left, bottom, right, top)
        names = [*self._landscape.plane.labels, self.tr("f")]
        balls = self._balls = balls_at(self._cursor, self._paths, self._styles, near, names)
        self._trails.show_balls(balls.places)
        look = self._look
        self._arrows.show_step(
            self._paths, self._styles, balls.rows, arrows=look.arrows, ghosts=look.ghosts
        )
        self._overlay.set_marks(
            [
                BorderMark(
                    self._view_box.mapFromView(QPointF(*a.border)), a.direction, a.colour, a.text
                )
                for a in balls.absent
            ]
        )

    def _resized(self) -> None:
        self._overlay.resized()
        self._arrows.resized()
        self._pictures.field.place()
        self._place_start()
        self._show()

    def _start_in_plot(self) -> tuple[float, float] | None:
        """Where the start is in coordinates of the plot."""
        landscape = self._pictures.shown
        if landscape is None or len(self._start) != len(landscape.plane.origin):
            return None
        x, *rest = landscape.plane.project(np.array(self._start)[:, None])[:, 0].tolist()
        return x, rest[0] if rest else float(np.interp(x, landscape.u, landscape.values))

    def _place_start(self) -> None:
        place = self._start_in_plot()
        self._pictures.backdrop.set_start(place)
        self._start_marker.setVisible(place is not None)
        if place is not None:
            self._start_marker.setPos(self._view_box.mapFromView(QPointF(*place)))

    def _drag_start(self, pixel: QPointF) -> None:
        """Ask for the start to be where ``pixel`` of the plot is."""
        if self._landscape is None:
            return
        point = self._view_box.mapToView(pixel)
        axes = self._landscape.plane.directions.shape[1]
        seen = np.array([point.x(), point.y()])[:axes, None]
        start = tuple(self._landscape.plane.lift(seen)[:, 0].tolist())
        # Shown at once: the answer to the wish may take a moment.
        self.set_start(start)
        self.start_moved.emit(start)

    def _click(self, event: Any) -> None:
        inside = self._view_box.sceneBoundingRect().contains(event.scenePos())
        if event.double() and inside and event.button() == Qt.MouseButton.LeftButton:
            self._drag_start(self._view_box.mapFromScene(event.scenePos()))
            self.start_dropped.emit()

    def leaveEvent(self, _event: QEvent) -> None:
        self._overlay.set_readout("")

    def _hover(self, scene_position: QPointF) -> None:
        inside = self._view_box.sceneBoundingRect().contains(scene_position)
        shown = self._pictures.shown if inside else None
        point = self._view_box.mapSceneToView(scene_position)
        self._overlay.set_readout(describe(shown, point.x(), point.y()) if shown else "")
