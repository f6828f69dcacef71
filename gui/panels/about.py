"""What the program is, who made its parts, and under which licences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from simulation.parts import Part, description, parts, version

ICON_SIZE = 96
TEXT_WIDTH = 56
"""Characters of a line."""
LICENCE_LETTERS, LIST_LETTERS = 92, 30
"""Widths: licences have lines of 80 letters."""
LICENCES_HEIGHT = 560
AROUND = 64
"""Pixels beside both."""


class About(QDialog):
    """Name, version, data and makers; leads to the licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About Momentum Lab"))
        picture = QLabel(self)
        picture.setPixmap(self.windowIcon().pixmap(ICON_SIZE))
        text = QLabel(self._text(), self)
        text.setObjectName("aboutText")
        text.setWordWrap(True)
        text.setMinimumWidth(TEXT_WIDTH * self.fontMetrics().averageCharWidth())
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setOpenExternalLinks(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        licences = buttons.addButton(self.tr("Licences…"), QDialogButtonBox.ButtonRole.ActionRole)
        licences.setObjectName("licences")
        licences.clicked.connect(self._show_licences)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(row)
        layout.addWidget(buttons)

    def _text(self) -> str:
        told = "<br>".join(description()[1:])
        return (
            f"<h2>Momentum Lab {version()}</h2>"
            + self.tr(
                "<p>A laboratory in which optimizers are balls rolling over an objective.</p>"
                "<p>Free software under the MIT licence.</p>"
            )
            + self.tr(
                "<p>Airfoil self-noise data: Brooks, Pope &amp; Marcolini 1989, "
                "<a href='https://archive.ics.uci.edu/dataset/291/airfoil+self+noise'>UCI Machine "
                "Learning Repository 291</a>, CC BY 4.0.</p>"
            )
            + f"<p><small>{told}</small></p>"
        )

    @Slot()
    def _show_licences(self) -> None:
        Licences(parts(), self).open()


class Licences(QDialog):
    """The parts by others in a list, and the licence text of the one that is chosen."""

    def __init__(self, listed: Sequence[Part], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("licences_dialog")
        self.setWindowTitle(self.tr("Licences"))
        self._parts = listed
        self._names = QListWidget(self)
        self._names.setObjectName("partNames")
        self._names.setAccessibleName(self.tr("Parts by others"))
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names.setWordWrap(True)
        self._names.addItems([f"{part.name} {part.version}".strip() for part in listed])
        self._licence = QLabel(self)
        self._licence.setObjectName("partLicence")
        self._licence.setWordWrap(True)
        self._text = self._licence_text()
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self._licence)
        column.addWidget(self._text, 1)
        halves = QSplitter(self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._names)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        widths = self._widths()
        halves.setSizes(widths)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.addWidget(halves, 1)
        layout.addWidget(buttons)
        size = QSize(sum(widths) + AROUND, LICENCES_HEIGHT)
        self.resize(size.boundedTo(self.screen().availableSize()))
        self._names.currentRowChanged.connect(self._show_part)
        self._names.setCurrentRow(0)

    def _licence_text(self) -> QPlainTextEdit:
        made = QPlainTextEdit(self)
        made.setObjectName("licenceText")
        made.setAccessibleName(self.tr("Text of the licence"))
        made.setReadOnly(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        made.setFont(font)
        return made

    def _widths(self) -> list[int]:
        """Pixels for the list and for a licence."""
        return [
            LIST_LETTERS * self.fontMetrics().averageCharWidth(),
            LICENCE_LETTERS * self._text.fontMetrics().horizontalAdvance("0"),
        ]

    @Slot(int)
    def _show_part(self, row: int) -> None:
        if row >= 0:
            self._licence.setText(self._parts[row].licence)
            self._licence.setVisible(bool(self._parts[row].licence))
            self._text.setPlainText(self._parts[row].text)
