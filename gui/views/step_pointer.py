"""The mouse over curves: it reads a step and a value, and chooses a step."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

LARGEST_STEP = 15
"""Decimal logarithm up to which a place is asked for its step."""


def step_at(x: float, *, log: bool) -> float:
    """The step at a place of an axis, between two perhaps."""
    return max(float(10 ** min(x, LARGEST_STEP) if log else x), 0.0)


def steps_between(left: float, right: float, last: int, *, log: bool) -> range:
    """Steps up to ``last`` between two places of an axis, at least one."""
    first = min(math.ceil(step_at(left, log=log)), last)
    return range(first, min(max(math.floor(step_at(right, log=log)), first), last) + 1)


class StepPointer(QObject):
    """Watches the mouse over a ``pyqtgraph.PlotWidget``.

    Signals
    -------
    pressed
        Where the left button is pressed or dragged: x in the coordinates of the axes.
    """

    pressed = Signal(float)

    def __init__(self, plot: Any, show: Callable[[QPointF | None], None]) -> None:
        """``show`` is called with the point under the mouse, ``None`` outside of the axes."""
        super().__init__(plot)
        self._plot = plot
        self._show = show
        plot.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() == QEvent.Type.Leave:
            self._show(None)
        if not isinstance(event, QMouseEvent) or event.type() not in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
        ):
            return False
        view_box = self._plot.getViewBox()
        scene_position = self._plot.mapToScene(event.position().toPoint())
        if not view_box.sceneBoundingRect().contains(scene_position):
            self._show(None)
            return False
        point = view_box.mapSceneToView(scene_position)
        self._show(point)
        if event.buttons() != Qt.MouseButton.LeftButton:
            return False
        self.pressed.emit(point.x())
        return True
