"""What is on the screen, and what to watch."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget


class Headline(QFrame):
    """Title of the experiment and, for a preset, the sentence that says what to look for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headline")
        self._title = QLabel(self)
        self._title.setObjectName("headlineTitle")
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._title.setFont(font)
        self._text = QLabel(self)
        self._text.setObjectName("headlineText")
        self._text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self._text)

    def show_lesson(self, title: str, look_for: str) -> None:
        """Show the title and what to look for, which may be empty."""
        self._title.setText(title)
        self._text.setText(look_for)
        self._text.setVisible(bool(look_for))
