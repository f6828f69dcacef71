"""A sentence for the user that does not stop the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.panels.inputs import ToolButton

NOTICE_MILLISECONDS = 6_000
OFFER_MILLISECONDS = 20_000
"""To find out what a button would do takes longer than to read a sentence."""


class MessageBar(QFrame):
    """Shows one sentence above the transport: a problem until closed, a notice for a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._label = QLabel(self)
        self._label.setObjectName("messageText")
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._details = ""
        self._copy = QPushButton(self.tr("Copy details"), self)
        self._copy.setObjectName("copyDetails")
        self._copy.setToolTip(self.tr("Copy a report that can be pasted into a bug report"))
        self._copy.clicked.connect(self._copy_details)
        self._offers: list[QPushButton] = []
        close = ToolButton("dismiss", self.tr("Dismiss the message"), self)
        close.setText("✕")
        close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 6, 6)
        self._row.addWidget(self._label)
        self._row.addWidget(self._copy)
        self._row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty when there is none."""
        return "" if self.isHidden() else self._label.text()

    @property
    def details(self) -> str:
        """The report that can be copied, empty when there is none."""
        return "" if self.isHidden() else self._details

    def show_problem(self, sentence: str, details: str = "") -> None:
        """Show what went wrong, until it is dismissed or put right.

        With ``details`` to copy it is a failure of the program: only the user takes it away.
        """
        self._timer.stop()
        self._show(sentence, "problem", details)

    def attach_details(self, details: str) -> None:
        """Offer a report to copy beside the problem that is shown."""
        self.show_problem(self._label.text(), details)

    def show_notice(self, sentence: str) -> None:
        """Show what was done, for a few seconds."""
        self._timer.start(NOTICE_MILLISECONDS)
        self._show(sentence, "notice")

    def show_offer(self, sentence: str, offers: Mapping[str, Callable[[], object]]) -> None:
        """Show what was done, and buttons for what can be done about it, for a while."""
        self._timer.start(OFFER_MILLISECONDS)
        self._show(sentence, "offer")
        for text, do in offers.items():
            button = QPushButton(text, self)
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _checked, do=do: do())
            self._row.insertWidget(self._row.count() - 1, button)
            self._offers.append(button)

    def clear_offer(self) -> None:
        """Take an offer back that is of no more use."""
        if self.property("tone") == "offer":
            self.hide()

    def clear_problem(self) -> None:
        """Take a problem back that is solved; a notice stays its time."""
        if self.property("tone") == "problem" and not self._details:
            self.hide()

    @Slot()
    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _show(self, sentence: str, tone: str, details: str = "") -> None:
        self._label.setText(sentence)
        for button in self._offers:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offers = []
        self._details = details
        self._copy.setVisible(bool(details))
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
