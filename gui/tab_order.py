"""Tab goes through all that is seen, from left to right, and through nothing that is not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QTabWidget,
    QWidget,
)


class PageOrder(QObject):
    """Lets Tab go from a bar of tabs to the page in front.

    What is made late, as some pages are, has its place at the end of the window's order else.
    """

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        tabs.tabBar().installEventFilter(self)
        tabs.currentChanged.connect(self._mend_soon)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.mend()
        return super().eventFilter(watched, event)

    @Slot()
    def mend(self) -> None:
        """Put the page in front behind the bar."""
        page = self._tabs.currentWidget()
        if page is not None:
            for first, second in pairwise([self._tabs.tabBar(), *_reached(page)]):
                QWidget.setTabOrder(first, second)

    @Slot()
    def _mend_soon(self) -> None:
        QTimer.singleShot(0, self, self.mend)  # when it is made


class RaisedDocks(QObject):
    """Brings a dock to the front in which something gets the focus.

    To Qt, a dock behind the tab of another one is visible: Tab goes into it.
    """

    def __init__(self, docks: Sequence[QDockWidget]) -> None:
        super().__init__(docks[0].window())
        self._docks = docks
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._show)

    @Slot("QWidget*", "QWidget*")
    def _show(self, _before: QWidget | None, now: QWidget | None) -> None:
        for dock in self._docks:
            if now is not None and dock.isAncestorOf(now) and dock.visibleRegion().isEmpty():
                dock.raise_()


def _reached(page: QWidget) -> list[QWidget]:
    """What Tab reaches in a page, in the order in which it was made.

    Not by ``nextInFocusChain``: PySide then takes each widget for the owner of the next one, and
    when one of them goes, the Python objects of all that follow are no good any more.
    """
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.window() == page.window()  # menus are windows
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    ]
