"""The plane of learning rate and momentum: regimes as areas, rates as lines, runs as dots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.theme import LIGHT, Theme
from gui.views.legend import LegendEntry
from gui.views.overlay import Overlay
from gui.views.plots import make_plot, style_plot
from gui.views.theory.rate_axis import RateAxis
from gui.views.theory.reflow import be_high_enough
from gui.views.theory.stability_records import Boundary, Dot, Picture, edges, nearest
from gui.views.theory.tints import tint
from simulation.theory.regimes import Regime

Array = np.ndarray[Any, np.dtype[Any]]

GRAB = 14
"""Pixels around a dot within which it is taken."""
KEY_STEP = 0.01
"""Share of an axis that an arrow key moves the dot by."""
ROOM = 0.03
"""Share of the axes left around the picture."""
LEGEND_HEIGHT = 240
"""Pixels from which on a plot has room for a legend."""
CROWDED = 40
"""Pixels between two labels."""
OWN_SIZE, OTHER_SIZE = 15, 10
Z_LINES, Z_TEXT, Z_DOTS = 5, 8, 20


class StabilityPlot(QWidget):
    """Draws a picture and dots; the selected run's dot follows the mouse.

    Signals
    -------
    moved
        Where the dot is wanted, in the coordinates of the axes.
    dropped
        The mouse or the key was let go.
    hovered
        A place under the mouse, or ``None``.
    """

    moved = Signal(float, float)
    dropped = Signal()
    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = LIGHT
        self._picture: Picture | None = None
        self._dots: Sequence[Dot] = ()
        self._boundaries: Sequence[Boundary] = ()
        self._grabbed: QPointF | None = None
        self._plot: Any = make_plot(self, {"bottom": RateAxis("bottom")})
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMinimumWidth(140)
        self._plot.setLabel("left", self.tr("momentum β"))
        self._box = self._plot.getViewBox()
        self._image = pg.ImageItem(axisOrder="row-major")
        self._plot.addItem(self._image)
        self._curves: list[Any] = []
        self._lines: list[Any] = []
        """Curves of equal rate and their labels."""
        self._labels: list[QPointF] = []
        """Where labels are, in pixels."""
        self._star = pg.ScatterPlotItem(pxMode=True, symbol="star", size=17)
        self._points = pg.ScatterPlotItem(pxMode=True)
        for item in (self._star, self._points):
            item.setZValue(Z_DOTS)
            self._plot.addItem(item)
        self._overlay = Overlay(self._box)
        self._overlay.set_corner((1, 1))
        self._box.sigResized.connect(self._on_resized)
        self._plot.viewport().installEventFilter(self)
        self._plot.viewport().setMouseTracking(True)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.set_theme(LIGHT)

    @property
    def dragging(self) -> bool:
        """Whether a dot is held."""
        return self._grabbed is not None

    def set_axis(self, label: str, *, log: bool) -> None:
        """Name the horizontal axis."""
        self._plot.setLabel("bottom", label)
        self._plot.getAxis("bottom").setLogMode(x=log)

    def set_picture(self, picture: Picture | None) -> None:
        """Show areas and lines of equal rate."""
        self._picture = picture
        self._draw_picture()

    def set_boundaries(self, boundaries: Sequence[Boundary]) -> None:
        """Show curves known in closed form."""
        for curve in self._curves:
            self._plot.removeItem(curve)
        self._curves = []
        for boundary in boundaries:
            pen = pg.mkPen(boundary.style.colour, width=2, style=boundary.style.line)
            x, y = boundary.points.T
            curve = pg.PlotCurveItem(x, y, pen=pen, connect="finite")
            curve.setZValue(Z_LINES + 1)
            self._plot.addItem(curve)
            self._curves.append(curve)
        self._boundaries = boundaries
        self._show_legend()

    def _show_legend(self) -> None:
        named = [b.style for b in self._boundaries if b.style.label]
        roomy = self._box.height() >= LEGEND_HEIGHT
        self._overlay.set_legend([LegendEntry(s, s.label) for s in named] if roomy else [])

    def set_dots(self, dots: Sequence[Dot]) -> None:
        """Show the runs; the one that is selected last, on top."""
        self._dots = sorted(dots, key=lambda dot: dot.own)
        self._draw_dots()

    def set_readout(self, text: str) -> None:
        """Say what is under the mouse."""
        self._overlay.set_readout(text)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        style_plot(self._plot, theme)
        be_high_enough(self._plot)
        # Half of the number at its upper end stands above the axis.
        half = QFontMetrics(QApplication.font()).height() // 2
        self._plot.plotItem.layout.setContentsMargins(0, half, 0, 0)
        self._overlay.set_theme(theme)
        self._draw_picture()
        self._draw_dots()

    def value_at(self, x: float, y: float) -> tuple[float, Regime] | None:
        """Rate and regime of the cell at a place; ``None`` outside."""
        picture = self._picture
        if picture is None:
            return None
        column, row = nearest(picture.x, x), nearest(picture.y, y)
        return float(picture.rates[row, column]), Regime(int(picture.regimes[row, column]))

    # --- drawing ----------------------------------------------------------------------------

    def _on_resized(self) -> None:
        self._overlay.resized()
        self._show_legend()
        self._draw_picture()

    def _draw_picture(self) -> None:
        picture = self._picture
        for item in self._lines:
            self._plot.removeItem(item)
        self._lines, self._labels = [], []
        if picture is None:
            return
        colours = [QColor(tint(regime, self._theme)) for regime in Regime]
        table = np.array([[c.red(), c.green(), c.blue()] for c in colours], dtype=np.uint8)
        self._image.setImage(table[picture.regimes], autoLevels=False, levels=(0, 255))
        (left, right), (bottom, top) = edges(picture.x), edges(picture.y)
        self._image.setRect(QRectF(left, bottom, right - left, top - bottom))
        # Room for dots on the edges: without momentum, and without friction.
        self._plot.setRange(xRange=(left, right), yRange=(bottom, top), padding=ROOM)
        for rate, points in picture.lines:
            self._draw_line(rate, points)
        self._draw_star(picture.optimum)

    def _draw_line(self, rate: float, points: Array) -> None:
        edge = rate >= 1
        pen = pg.mkPen(self._theme.foreground, width=2 if edge else 1)
        curve = pg.PlotCurveItem(points[:, 0], points[:, 1], pen=pen, connect="finite")
        curve.setOpacity(1.0 if edge else 0.55)
        curve.setZValue(Z_LINES)
        self._plot.addItem(curve)
        self._lines.append(curve)
        finite = points[np.isfinite(points[:, 0])]
        if edge or not len(finite):
            return
        place = self._box.mapViewToScene(QPointF(*finite[len(finite) // 2]))
        if any((place - label).manhattanLength() < CROWDED for label in self._labels):
            return
        self._labels.append(place)
        text = pg.TextItem(f"{rate:g}", color=self._theme.foreground, anchor=(0.5, 0.5))
        text.setPos(*finite[len(finite) // 2])
        text.setZValue(Z_TEXT)
        self._plot.addItem(text)
        self._lines.append(text)

    def _draw_star(self, place: tuple[float, float] | None) -> None:
        x, y = ([], []) if place is None else ([place[0]], [place[1]])
        self._star.setData(
            x=x,
            y=y,
            brush=pg.mkBrush(self._theme.background),
            pen=pg.mkPen(self._theme.foreground, width=1.4),
        )

    def _draw_dots(self) -> None:
        places = [self._inside(dot) for dot in self._dots]
        self._points.setData(
            x=[x for x, _ in places],
            y=[y for _, y in places],
            symbol=[dot.style.symbol for dot in self._dots],
            size=[OWN_SIZE if dot.own else OTHER_SIZE for dot in self._dots],
            brush=[pg.mkBrush(dot.style.colour) for dot in self._dots],
            pen=[
                pg.mkPen(self._theme.foreground if dot.own else self._theme.marker_edge, width=1.4)
                for dot in self._dots
            ],
        )

    def _inside(self, dot: Dot) -> tuple[float, float]:
        """Where the dot is drawn: at the border if it lies beyond."""
        return self._bounded(dot.x, dot.y)

    def _bounded(self, x: float, y: float) -> tuple[float, float]:
        """The nearest place in the picture."""
        if self._picture is None:
            return x, y
        (left, right), (bottom, top) = edges(self._picture.x), edges(self._picture.y)
        return min(max(x, left), right), min(max(y, bottom), top)

    # --- the mouse and the keys ---------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_mouse(self, event: QMouseEvent) -> bool:
        kind, place = event.type(), self._plot.mapToScene(event.position().toPoint())
        left = Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and event.button() == left:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._grab(place)
            return self.dragging
        if kind == QEvent.Type.MouseButtonDblClick and event.button() == left:
            self._move_to(place)
            self.dropped.emit()
            return True
        if kind == QEvent.Type.MouseMove:
            self.hovered.emit(self._box.mapSceneToView(place))
            if self._grabbed is not None:
                self._move_to(place + self._grabbed)
            return self.dragging
        if kind == QEvent.Type.MouseButtonRelease and self.dragging:
            self._grabbed = None
            self.dropped.emit()
            return True
        return False

    def _grab(self, place: QPointF) -> None:
        own = [dot for dot in self._dots if dot.own]
        if own:
            offset = self._box.mapViewToScene(QPointF(*self._inside(own[0]))) - place
            if offset.manhattanLength() <= GRAB:
                self._grabbed = offset

    def _move_to(self, scene_place: QPointF) -> None:
        point = self._box.mapSceneToView(scene_place)
        self.moved.emit(*self._bounded(point.x(), point.y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Down: (0, -1),
            Qt.Key.Key_Up: (0, 1),
        }
        own = [dot for dot in self._dots if dot.own]
        way = ways.get(Qt.Key(event.key()))
        if way is None or not own:
            super().keyPressEvent(event)
            return
        (left, right), (bottom, top) = self._box.viewRange()
        x, y = self._inside(own[0])
        x += way[0] * KEY_STEP * (right - left)
        y += way[1] * KEY_STEP * (top - bottom)
        self.moved.emit(*self._bounded(x, y))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self.dropped.emit()
