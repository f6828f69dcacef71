"""In front of a class: full screen, large type, no controls, and the answer held back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from gui.layout import Layout
from gui.looks import Looks
from gui.presenter import Presenter

MAGNIFICATION = 1.5
LARGEST = 225
"""Percent of the usual size that type is magnified to at most: pictures need room, too."""
PRESENTED = "presented, not played yet"
"""Why the lesson is withheld."""


class Presentation(QObject):
    """Shows the landscape alone, at the start: what will happen? Playing reveals the curves."""

    leave_wanted = Signal()
    """Escape was pressed."""

    def __init__(
        self, window: QMainWindow, parts: Layout, presenter: Presenter, looks: Looks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._presenter = presenter
        self._looks = looks
        self._active = False
        self._hidden: list[QWidget] = []
        self._in_front: list[QDockWidget] = []
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.leave_wanted)
        presenter.playback.playing_changed.connect(self._reveal)

    @Slot(bool)
    def set_active(self, active: bool) -> None:
        """Enter or leave the presentation; leaving puts everything back."""
        if active == self._active:
            return
        self._active = active
        self._escape.setEnabled(active)
        if active:
            docks = self._parts.docks
            self._in_front = [dock for dock in docks if not dock.visibleRegion().isEmpty()]
            controls = (*self._parts.docks, self._window.menuBar(), self._parts.status)
            self._hidden = [part for part in controls if not part.isHidden()]
            for part in (*self._hidden, self._parts.numbers):
                part.hide()
            self._parts.headline.withhold(PRESENTED, on=True)
            self._parts.message_bar.clear_problem()  # the class has no use for it
            factor = min(MAGNIFICATION, LARGEST / self._looks.appearance.scale)
            self._looks.magnify(max(factor, 1.0))
            self._presenter.playback.to_start()
            self._window.showFullScreen()
        else:
            for part in (*self._hidden, self._parts.numbers):
                part.show()
            for dock in self._in_front:  # of those that share their place
                dock.raise_()
            self._parts.headline.withhold(PRESENTED, on=False)
            self._looks.magnify(1.0)
            self._window.showNormal()

    @Slot(bool)
    def _reveal(self, playing: bool) -> None:
        if self._active and playing:
            self._parts.numbers.show()
            self._parts.headline.withhold(PRESENTED, on=False)
