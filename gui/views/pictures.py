"""Which picture of the landscape is shown: all of it, or a closeup of what is in sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.frames import Landscape, Window
from gui.views.backdrop import Backdrop
from gui.views.field_lines import FieldLines
from gui.views.placing import serves

REST_MILLISECONDS = 120
"""How long the view rests before the landscape is wanted for what it shows."""
NEAREST, FARTHEST = 1e-9, 1e6
"""Extent of the view in windows: beyond these, numbers of 16 digits tell nothing apart."""


class Pictures(QObject):
    """Shows the landscape in a plot, and asks for closeups once the view rests.

    Signals
    -------
    range_wanted
        The landscape is to be drawn for a :data:`gui.frames.Window`.
    """

    range_wanted = Signal(object)

    def __init__(self, plot: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._view_box: Any = plot.getViewBox()
        self.backdrop = Backdrop(plot)
        self.field = FieldLines(plot)
        self.home: Landscape | None = None
        """The landscape as it was drawn first."""
        self.shown: Landscape | None = None
        """That, or a closeup of it."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._ask)

    def set_home(self, landscape: Landscape) -> None:
        """Show another landscape, and ask for its closeup."""
        self.home = landscape
        wide, high = (side[1] - side[0] for side in landscape.window)
        self._view_box.setLimits(
            minXRange=NEAREST * wide,
            maxXRange=FARTHEST * wide,
            minYRange=NEAREST * high,
            maxYRange=FARTHEST * high,
        )
        self._show(landscape)
        self._rest.start()

    def set_closeup(self, closeup: Landscape) -> None:
        """Show a part of the landscape; one of an older landscape, or elsewhere, is ignored."""
        if self.home is not None and closeup.plane is self.home.plane and self._serves(closeup):
            self._show(closeup)

    def follow(self) -> None:
        """Follow the view: what is shown stays as long as it shows something."""
        if self.home is None or self.shown is None:
            return
        if not self._serves(self.shown):
            self._show(self.home)
        self.field.place()
        self._rest.start()

    def _view(self) -> Window:
        (left, right), (bottom, top) = self._view_box.viewRange()
        return (left, right), (bottom, top)

    def _serves(self, picture: Landscape) -> bool:
        return serves(picture, self._view())

    def _show(self, landscape: Landscape) -> None:
        self.shown = landscape
        self.backdrop.set_landscape(landscape)
        self.field.set_field(landscape.field)

    @Slot()
    def _ask(self) -> None:
        self.range_wanted.emit(self._view())
