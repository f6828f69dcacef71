"""Whose map it is, above a pane."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.samples import SAMPLE_WIDTH, paint_sample

GAP = 6
AIR = 6


class PaneTitle(QWidget):
    """A run's sample and name; the name is cut short where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: RunStyle | None = None
        self._theme = LIGHT
        self._indent = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def style_shown(self) -> RunStyle | None:
        """The run that is named."""
        return self._style

    def set_run(self, style: RunStyle | None, indent: int = 0) -> None:
        """Name a run, ``indent`` pixels from the left, or none."""
        self._style, self._indent = style, indent
        label = "" if style is None else style.label
        self.setToolTip(label)
        self.setAccessibleName(label)
        self.setFixedHeight(self.fontMetrics().height() + AIR)
        self.setVisible(style is not None)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sample(painter, self._style, self._theme, self._indent + 1, self.height() / 2)
        painter.setPen(self._theme.foreground)
        left = self._indent + SAMPLE_WIDTH + GAP
        room = QRectF(left, 0, self.width() - left, self.height())
        text = QFontMetricsF(painter.font()).elidedText(
            self._style.label, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
