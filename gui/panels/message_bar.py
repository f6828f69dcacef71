"""A sentence for the user that does not stop the work."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.panels.inputs import ToolButton

NOTICE_MILLISECONDS = 6_000


class MessageBar(QFrame):
    """Shows one sentence above the transport: a problem until closed, a notice for a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._label = QLabel(self)
        self._label.setObjectName("messageText")
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = ToolButton("dismiss", self.tr("Dismiss the message"), self)
        close.setText("✕")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._label)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty when there is none."""
        return "" if self.isHidden() else self._label.text()

    def show_problem(self, sentence: str) -> None:
        """Show what went wrong, until it is dismissed or put right."""
        self._timer.stop()
        self._show(sentence, "problem")

    def show_notice(self, sentence: str) -> None:
        """Show what was done, for a few seconds."""
        self._timer.start(NOTICE_MILLISECONDS)
        self._show(sentence, "notice")

    def clear_problem(self) -> None:
        """Take a problem back that is solved; a notice stays its time."""
        if self.property("tone") == "problem":
            self.hide()

    def _show(self, sentence: str, tone: str) -> None:
        self._label.setText(sentence)
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
