"""Pages behind tabs, beside which stand tools, and which fold away to their bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

LEAST_VIEW = (320, 150)
"""Pixels that a view is left in the smallest window."""
QWIDGETSIZE_MAX = 2**24 - 1
"""No limit, as Qt says it."""


class Tabs(QTabWidget):
    """Pages of which one is seen, or none while only the bar of tabs is.

    Signals
    -------
    wanted
        A tab was chosen, be it that of the page in front.
    seen
        It is shown now, or hidden.
    """

    wanted = Signal()
    seen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools: tuple[QWidget, QWidget, Callable[[int], None]] | None = None
        """A bar beside the tabs, the page that it is for, and what fits it into a width."""
        self._folded = False
        self.setObjectName(name)
        self.setDocumentMode(True)
        # Else the largest of its views, though not in sight, would dictate the window's size.
        self.setMinimumSize(*LEAST_VIEW)
        self.tabBarClicked.connect(self._want)
        self.currentChanged.connect(self._want)

    @property
    def folded(self) -> bool:
        """Whether only the bar is seen."""
        return self._folded

    def set_folded(self, *, folded: bool) -> None:
        """Leave only the bar of tabs, or show the page again."""
        pages = self.findChild(QStackedWidget)
        assert pages is not None
        self._folded = folded
        pages.setVisible(not folded)  # what is not seen is not computed
        bar = self.tabBar().sizeHint().height()
        self.setMinimumHeight(bar if folded else LEAST_VIEW[1])
        self.setMaximumHeight(bar if folded else QWIDGETSIZE_MAX)
        self._show_tools()

    def set_tools(self, tools: QWidget, page: QWidget, fit: Callable[[int], None]) -> None:
        """Have ``tools`` beside the tabs while ``page`` is in front.

        ``fit`` is told how many pixels there are for them.
        """
        self.setCornerWidget(tools)
        self._tools = tools, page, fit
        self._show_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tools()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_tools()
        done = super().event(event)
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.seen.emit()
        return done

    def _want(self, tab: int) -> None:
        self._show_tools()
        if tab >= 0:
            self.wanted.emit()

    def _show_tools(self) -> None:
        """Offer the tools where they work."""
        if self._tools is not None:
            tools, page, _ = self._tools
            tools.setVisible(self.currentWidget() is page and not self._folded)

    def _fit_tools(self) -> None:
        """Leave the tabs the room that they need."""
        if self._tools is not None:
            _, _, fit = self._tools
            fit(self.width() - self.tabBar().sizeHint().width())
