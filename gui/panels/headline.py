"""What is on the screen, and what to watch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from gui.tips import tip

TITLE_SIZE = 1.15
"""Size of the title in sizes of the usual type."""


class Headline(QFrame):
    """Title of the experiment and, for a preset, the sentence that says what to look for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headline")
        self._title = _Title(self)
        self._text = _Words("headlineText", self)
        self._withheld: set[str] = set()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self._text)

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def show_lesson(self, title: str, look_for: str) -> None:
        """Show the title and what to look for, which may be empty."""
        self._title.setText(title)
        self._text.setText(look_for)
        self._show_or_hide()

    def set_brief(self, *, brief: bool) -> None:
        """Leave title and lesson a line each; what does not fit in is in their tooltips."""
        for part in (self._title, self._text):
            part.set_brief(brief=brief)

    def withhold(self, reason: str, *, on: bool) -> None:
        """Hide the lesson as long as there is a reason: it may give an answer away."""
        (self._withheld.add if on else self._withheld.discard)(reason)
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self._text.setVisible(bool(self._text.text()) and not self._withheld)


class _Words(QLabel):
    """As many lines as it needs, or one."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWordWrap(True)

    def set_brief(self, *, brief: bool) -> None:
        """Take one line, or all that are needed."""
        self.setWordWrap(not brief)
        self._explain()

    def setText(self, text: str) -> None:  # noqa: N802 - overrides Qt
        super().setText(text)
        self._explain()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return hint if self.wordWrap() else QSize(0, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room, right = self.contentsRect(), Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), right, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    @property
    def _is_cut(self) -> bool:
        needed = self.fontMetrics().horizontalAdvance(self.text())
        return not self.wordWrap() and needed > self.contentsRect().width()

    def _explain(self) -> None:
        self.setToolTip(tip(self.text()) if self._is_cut else "")


class _Title(_Words):
    """Bold, and a little larger than the usual type, whatever size that has."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("headlineTitle", parent)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A style sheet that is set anew puts back the font from before.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._follow()

    def _follow(self) -> None:
        wanted = QApplication.font()
        wanted.setBold(True)
        wanted.setPointSizeF(wanted.pointSizeF() * TITLE_SIZE)
        # Setting a font comes back here as a FontChange: only a new one may do it.
        if self.font() != wanted:
            self.setFont(wanted)
