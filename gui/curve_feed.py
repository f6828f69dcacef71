"""Feeds the curves, no more often than is good for the balls."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

from gui.frames import Frame, Landscape
from gui.pace import Pace
from gui.panels.landscape_tools import LandscapeTools
from gui.views.curves import CurvesView
from gui.views.known import known_of

CURVES_SHARE = 40
"""How many times as long as it took to draw growing curves they are left alone after that.
Painting them takes as long again: they may have a twentieth of the time, the balls the rest."""


class CurveFeed:
    """Hands the latest records to the curves, and what is known of the objective with them."""

    def __init__(self, curves: CurvesView, tools: LandscapeTools) -> None:
        self._curves = curves
        self._tools = tools
        self._frame: Frame | None = None
        self._landscape: Landscape | None = None
        self._are_old = False
        """Whether the curves are those of another history."""
        self._pace = Pace()

    def show_frame(self, frame: Frame) -> None:
        """Draw what was recorded since, if it is the last of it or time for it."""
        self._are_old |= frame.is_new_after(self._frame)
        self._frame = frame
        if not (frame.done or self._pace.is_due):
            return
        drawing = QElapsedTimer()
        drawing.start()
        if self._are_old:
            self._begin()
        else:
            self._curves.refresh()
        self._pace.rest(CURVES_SHARE * max(drawing.elapsed(), 1))

    def show_landscape(self, landscape: Landscape) -> None:
        """Use the minima of a landscape."""
        self._landscape = landscape
        self._begin()

    def finish(self) -> None:
        """Draw what waits: no more frames come."""
        if self._are_old:
            self._begin()

    def _begin(self) -> None:
        frame, landscape = self._frame, self._landscape
        if frame is None or (landscape is not None and landscape.number > frame.number):
            return  # the records are another experiment's; those of this one come next
        self._are_old = False
        known = known_of(frame.experiment, landscape)
        self._curves.set_history(frame.history, known)
        self._tools.set_coordinates(known.coordinates)
