"""What is on the screen, and what to watch."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

TITLE_SIZE = 1.15
"""Size of the title in sizes of the usual type."""


class Headline(QFrame):
    """Title of the experiment and, for a preset, the sentence that says what to look for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headline")
        self._title = _Title(self)
        self._text = QLabel(self)
        self._text.setObjectName("headlineText")
        self._text.setWordWrap(True)
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
        self._text.setVisible(bool(look_for))

    def set_lesson_shown(self, shown: bool) -> None:
        """Hold the lesson back, or show it: it may give an answer away."""
        self._text.setVisible(shown and bool(self._text.text()))


class _Title(QLabel):
    """Bold, and a little larger than the usual type, whatever size that has."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("headlineTitle")
        self.setWordWrap(True)
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
