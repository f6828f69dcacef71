"""How wide docks are: so many letters of text in a line, and no more than a share of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow


@dataclass(frozen=True, slots=True)
class Width:
    """What a dock is wished to have."""

    letters: float
    """In a line of text, in a window of any width."""
    share: float
    """Of the width of the window, at most."""


LEFT, RIGHT = Width(48, 0.21), Width(58, 0.26)
"""What docks at either side usually have."""


class DockWidths(QObject):
    """Gives docks their widths, as the window and the type become larger or smaller.

    What the user gives them by hand is what they are wished to have from then on.

    Parameters
    ----------
    window
        Whose docks they are.
    wishes
        What each usually has.
    """

    def __init__(self, window: QMainWindow, wishes: dict[QDockWidget, Width]) -> None:
        super().__init__(window)
        self._window = window
        self._usual = dict(wishes)
        self._wishes: dict[QDockWidget, Width] = {}
        self._width = 0
        """That of the window, for which the docks have theirs."""
        window.installEventFilter(self)
        for dock in wishes:
            dock.installEventFilter(self)

    def give_usual(self, docks: Sequence[QDockWidget]) -> None:
        """Begin with the usual widths for these; others keep what was restored."""
        self._wishes |= {dock: self._usual[dock] for dock in docks}
        self._share_out(docks)

    @Slot()
    def fit(self) -> None:
        """Give the docks that are shown what they are wished to have."""
        # One behind another tab counts as visible, and has the width that it once had.
        shown = [
            dock
            for dock in self._usual
            if not (dock.isFloating() or dock.visibleRegion().isEmpty()) and dock in self._wishes
        ]
        if shown:  # in a presentation there are none
            self._share_out(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window and kind == QEvent.Type.Show:
            QTimer.singleShot(0, self, self._adopt)  # when it is laid out
        elif watched is self._window and kind == QEvent.Type.Resize:
            if self._window.isVisible() and self._window.width() != self._width:
                self.fit()
        elif kind == QEvent.Type.Resize and isinstance(watched, QDockWidget):
            self._notice(watched)
        return super().eventFilter(watched, event)

    @Slot()
    def _adopt(self) -> None:
        """Take restored widths for wished."""
        for dock in self._usual:
            if dock not in self._wishes and dock.isVisible():
                self._wishes[dock] = self._now(dock)
        self._width = self._window.width()

    def _notice(self, dock: QDockWidget) -> None:
        """Keep a width that a hand gives; all other changes come of the window."""
        by_hand = QApplication.mouseButtons() & Qt.MouseButton.LeftButton
        if by_hand and self._window.width() == self._width and not dock.isFloating():
            for each in (dock, *self._window.tabifiedDockWidgets(dock)):
                if each in self._usual:
                    self._wishes[each] = self._now(dock)

    def _now(self, dock: QDockWidget) -> Width:
        share = dock.width() / max(self._window.width(), 1)
        return Width(dock.width() / self._letter, max(share, self._usual[dock].share))

    @property
    def _letter(self) -> float:
        return QFontMetricsF(self._window.font()).averageCharWidth()

    def _share_out(self, docks: Sequence[QDockWidget]) -> None:
        self._width = self._window.width()
        wished = [self._wishes[dock] for dock in docks]
        widths = [round(min(w.letters * self._letter, w.share * self._width)) for w in wished]
        self._window.resizeDocks(list(docks), widths, Qt.Orientation.Horizontal)
        settle(self._window)


def settle(window: QMainWindow) -> None:
    """Have a window lay itself out.

    WORKAROUND (Qt 6.11): where docks become tabs before it has, a second bar of tabs stays
    behind.
    """
    layout = window.layout()
    assert layout is not None
    layout.activate()
