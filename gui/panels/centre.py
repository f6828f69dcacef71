"""The middle of the window: the headline, the views in two halves, the transport."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.panels.headline import Headline
from gui.panels.tabs import Tabs

LOW = 32
"""Height, in lines of text, below which one half is seen at a time, and the headline is brief."""
SHARES = (500, 300)
"""Of the height, for the upper and the lower half."""


class Centre(QWidget):
    """Both halves one above the other; where it is low, one of them, and the tabs of the other.

    Parameters
    ----------
    headline
        Stands above.
    halves
        The upper and the lower one.
    below
        What stands beneath, from the top.
    """

    def __init__(
        self,
        headline: Headline,
        halves: tuple[Tabs, Tabs],
        below: tuple[QWidget, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._headline = headline
        self._halves = halves
        self._open = halves[0]
        """The half that is seen where there is room for one."""
        self._low = False
        self._sizes = list(SHARES)
        self._views = QSplitter(Qt.Orientation.Vertical)
        self._views.setObjectName("views")
        self._views.setChildrenCollapsible(False)
        for place, (half, share) in enumerate(zip(halves, SHARES, strict=True)):
            self._views.addWidget(half)
            self._views.setStretchFactor(place, share)
            half.wanted.connect(self._on_wanted)
            half.seen.connect(self._fit)
        self._views.setSizes(self._sizes)
        self._views.splitterMoved.connect(self._keep_sizes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(headline)
        column.addWidget(self._views, 1)
        for part in below:
            column.addWidget(part)

    def open(self, half: QWidget) -> None:
        """Let this half be seen, if there is room for one only."""
        self._open = next(each for each in self._halves if each is half)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _on_wanted(self) -> None:
        sender = self.sender()
        if isinstance(sender, Tabs):
            self.open(sender)

    @Slot()
    def _keep_sizes(self) -> None:
        """Those that a hand gives are given again once both halves are seen again."""
        if not self._low:
            self._sizes = self._views.sizes()

    @Slot()
    def _fit(self) -> None:
        low = self.height() < LOW * self.fontMetrics().lineSpacing()
        self._headline.set_brief(brief=low)
        # A presentation hides the lower half, until the answer is shown.
        low = low and not any(half.isHidden() for half in self._halves)
        for half in self._halves:
            folded = low and half is not self._open
            if folded or folded != half.folded:
                half.set_folded(folded=folded)
        if self._low and not low:
            self._views.setSizes(self._sizes)
        self._low = low
