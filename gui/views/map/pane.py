"""One map: its cells, theory and runs over them, and what is under the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.axes import HorizontalValueAxis, ValueAxis
from gui.views.map.cell_image import CellImage
from gui.views.map.cross import Cross
from gui.views.map.marks import Dot, TheoryLines
from gui.views.map.painting import Array, borders, nearest, number
from gui.views.map.pane_title import PaneTitle
from gui.views.map.steering import ZOOMS, Cell, moved, steers
from gui.views.plots import make_plot, style_plot
from simulation.maps.axes import Axis

REST_MILLISECONDS = 180
"""How long the view rests before the map is wanted for what it shows."""
BALL = 13
Z_THEORY, Z_CROSS, Z_DOTS = 5, 6, 10
CLOSEST = 1e-9
"""Extent of the view in whole ranges: nearer, numbers of 16 digits tell no cells apart."""
BEYOND = 0.5
"""How far the view may leave the whole range, in widths of it."""
SHIFT = Qt.KeyboardModifier.ShiftModifier
Ranges = tuple[tuple[float, float], tuple[float, float]]


class MapPane(QWidget):
    """A picture of honest cells: nothing is smoothed.

    The mouse points at a cell, or the arrow keys do; a click or the return key chooses it.

    Signals
    -------
    hovered
        Row and column of the cell that is pointed at; −1 and −1 when none is.
    chosen
        Row and column of a cell that was clicked, or entered.
    range_wanted
        The map is wanted for this range of both axes, in their own numbers.
    moved
        The user zoomed or moved: the range of both axes, as it is on the plot.
    """

    hovered = Signal(int, int)
    chosen = Signal(int, int)
    range_wanted = Signal(object)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axes: tuple[Axis, Axis] | None = None
        self._pressed: QPointF | None = None
        self._cell: Cell | None = None
        self._beside_first = True
        self._theme = LIGHT
        self._plot = make_plot(
            self, {"left": ValueAxis("left"), "bottom": HorizontalValueAxis("bottom")}
        )
        self._box = self._plot.getViewBox()
        self._cells = CellImage(self._plot)
        self._cross = Cross(self._plot, Z_CROSS)
        self._focus_ring = pg.QtWidgets.QGraphicsRectItem(self._box)
        self.theory = TheoryLines(self._plot, Z_THEORY)
        self._dots = pg.ScatterPlotItem(pxMode=True)
        self._dots.setZValue(Z_DOTS)
        self._plot.addItem(self._dots)
        self.title = PaneTitle()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._want_range)
        self._box.sigRangeChangedManually.connect(self._on_moved)
        self._box.sigResized.connect(self._show_focus)
        self._plot.viewport().installEventFilter(self)
        self._plot.viewport().setMouseTracking(True)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self._plot, 1)
        self.set_run(None)
        self.set_theme(LIGHT)

    @property
    def plot(self) -> Any:
        """The plot, for whoever links or exports it."""
        return self._plot

    @property
    def axis_width(self) -> int:
        """Pixels that the axis at the left takes."""
        return round(self._plot.getAxis("left").width()) if self._beside_first else 0

    def set_axes(self, x: Axis, y: Axis, names: tuple[str, str], *, keep_view: bool) -> None:
        """Show another grid; what was there stays beneath until its cells are known.

        ``keep_view`` leaves the range as it is: the grid was made for it.
        """
        keep_view = keep_view and self._axes is not None
        self._cells.begin(keep=keep_view or self._axes == (x, y))
        self._axes = x, y
        for side, axis, name in (("bottom", x, names[0]), ("left", y, names[1])):
            item = self._plot.getAxis(side)
            item.setLogMode(x=axis.scale == "log", y=axis.scale == "log")
            item.set_name(name)
        if not keep_view:
            self.fit()
        self._show_cross(None)

    def set_home(self, x: Axis, y: Axis) -> None:
        """Let the wheel go no further than there is something to tell around the whole grid."""
        rect = _area(x, y)
        width, height = rect.width(), rect.height()
        self._box.setLimits(
            xMin=rect.left() - BEYOND * width,
            xMax=rect.right() + BEYOND * width,
            yMin=rect.top() - BEYOND * height,
            yMax=rect.bottom() + BEYOND * height,
            minXRange=CLOSEST * width,
            minYRange=CLOSEST * height,
        )

    def set_cells(self, image: Array, stride: int = 1) -> None:
        """Show the cells' colours, ``(rows, columns, 4)``, of one in ``stride`` of both."""
        if self._axes is not None:
            self._cells.show(image, self._rect_of(image, stride))

    def set_run(self, style: RunStyle | None) -> None:
        """Say whose map it is, where there are several."""
        self.title.set_run(style, self.axis_width)
        whose = "" if style is None else f": {style.label}"
        self.setAccessibleName(self.tr("Map") + whose)

    def set_beside(self, *, first: bool) -> None:
        """Leave out the axis that the pane at the left has already."""
        self._beside_first = first
        self._plot.showAxis("left", show=first)

    def set_dots(self, dots: Sequence[Dot]) -> None:
        """Show where the experiment's own runs are."""
        self._dots.setData(
            [
                {
                    "pos": (dot.x, dot.y),
                    "symbol": dot.style.symbol,
                    "brush": pg.mkBrush(dot.style.colour),
                    "pen": pg.mkPen("#ffffff", width=2),
                    "size": BALL,
                }
                for dot in dots
            ]
        )

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``; those of the cells mean numbers and stay."""
        self._theme = theme
        style_plot(self._plot, theme)
        self.title.set_theme(theme)
        self._focus_ring.setPen(pg.mkPen(theme.accent, width=2))

    def show_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show this range, as it is on the plot."""
        self._box.setRange(xRange=x, yRange=y, padding=0)

    @Slot()
    def fit(self) -> None:
        """Show the whole grid."""
        if self._axes is not None:
            x, y = self._axes
            self.show_range(borders(x), borders(y))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.point_at(None)
        elif isinstance(event, QMouseEvent):
            self._on_mouse(event)
        return super().eventFilter(watched, event)

    def cell_at(self, position: QPointF) -> tuple[int, int] | None:
        """Row and column at a place of the widget, if there is a cell."""
        scene = self._plot.mapToScene(position.toPoint())
        if self._axes is None or not self._box.sceneBoundingRect().contains(scene):
            return None
        point = self._box.mapSceneToView(scene)
        x, y = self._axes
        row, column = nearest(y, point.y()), nearest(x, point.x())
        inside = 0 <= row < y.count and 0 <= column < x.count
        return (row, column) if inside else None

    def _on_mouse(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and left:
            self._pressed = event.position()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        elif event.type() == QEvent.Type.MouseButtonRelease and left and self._pressed is not None:
            moved = (event.position() - self._pressed).manhattanLength()
            self._pressed = None
            if cell is not None and moved < QApplication.startDragDistance():
                self.chosen.emit(*cell)
        elif event.type() == QEvent.Type.MouseMove and not event.buttons():
            self.point_at(cell)

    def point_at(self, cell: Cell | None) -> None:
        """Let a cell, row and column, be the one that is looked at."""
        self._show_cross(cell)
        self.hovered.emit(*(cell or (-1, -1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._axes is None or not steers(event.key()):
            super().keyPressEvent(event)
            return
        x, y = self._axes
        leap = bool(event.modifiers() & SHIFT)
        cell = moved(self._cell, event.key(), (y.count, x.count), leap=leap)
        if cell is not None:
            self.point_at(cell)
        elif event.key() in ZOOMS:
            centre = None if self._cell is None else self._middle(self._cell)
            self._box.scaleBy((ZOOMS[Qt.Key(event.key())],) * 2, center=centre)
            self._on_moved()
        elif self._cell is not None:
            self.chosen.emit(*self._cell)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        self._focus_ring.setRect(self._box.rect().adjusted(1, 1, -1, -1))
        self._focus_ring.setVisible(self.hasFocus())

    def _show_cross(self, cell: Cell | None) -> None:
        self._cell = cell
        self._cross.place(None if cell is None or self._axes is None else self._middle(cell))

    def _middle(self, cell: Cell) -> QPointF:
        """Middle of a cell, on the plot."""
        assert self._axes is not None
        rect, (x, y) = self._rect(), self._axes
        return QPointF(
            rect.left() + (cell[1] + 0.5) * rect.width() / x.count,
            rect.top() + (cell[0] + 0.5) * rect.height() / y.count,
        )

    def _rect_of(self, image: Array, stride: int) -> QRectF:
        """Where a picture of one in ``stride`` cells lies: the last ones may reach beyond."""
        assert self._axes is not None
        rect, (x, y) = self._rect(), self._axes
        rect.setWidth(rect.width() * image.shape[1] * stride / x.count)
        rect.setHeight(rect.height() * image.shape[0] * stride / y.count)
        return rect

    def _rect(self) -> QRectF:
        assert self._axes is not None
        return _area(*self._axes)

    def _on_moved(self) -> None:
        self._rest.start()
        self.moved.emit(self._box.viewRange())

    def _want_range(self) -> None:
        if self._axes is not None:
            (left, right), (bottom, top) = self._box.viewRange()
            x, y = self._axes
            wanted = (
                (number(x, left), number(x, right)),
                (number(y, bottom), number(y, top)),
            )
            self.range_wanted.emit(wanted)


def _area(x: Axis, y: Axis) -> QRectF:
    """Where a grid lies on the plot."""
    (left, right), (bottom, top) = borders(x), borders(y)
    return QRectF(left, bottom, right - left, top - bottom)
