"""One step of a run, written out with its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.arithmetic import ArithmeticPage
from simulation.inspection.records import DIGITS, EXACT_DIGITS, Inspection

DIGITS_OFFERED = (3, 4, DIGITS, 9)
ALL_SHOWN = 2
"""Coordinates up to which all are shown, one below the other."""
GAP = 8
"""Between the title and the controls, pixels."""


class InspectorView(QWidget):
    """The arithmetic of the step that led to the cursor, term by term.

    Signals
    -------
    inspection_wanted
        The view came into sight, and what it shows may be out of date.
    """

    inspection_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._inspection: Inspection | None = None
        self._styles: Sequence[RunStyle] = ()
        self._theme = LIGHT
        self._page = ArithmeticPage()
        self._page.setAccessibleName(self.tr("Arithmetic of the step"))
        self._title = QLabel()
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._coordinate = QComboBox()
        self._coordinate.setToolTip(self.tr("The coordinate whose numbers are shown"))
        self._coordinate.setAccessibleName(self.tr("Coordinate"))
        self._digits = QComboBox()
        self._digits.setToolTip(self.tr("Significant digits"))
        self._digits.setAccessibleName(self.tr("Significant digits"))
        for digits in DIGITS_OFFERED:
            self._digits.addItem(self.tr("{count} digits").format(count=digits), digits)
        self._digits.addItem(self.tr("all digits"), EXACT_DIGITS)
        self._digits.setCurrentIndex(DIGITS_OFFERED.index(DIGITS))
        self._copy = QToolButton()
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the whole step as text"))
        self._lay_out()
        self._copy.clicked.connect(self.copy)
        self._coordinate.currentIndexChanged.connect(self._write)
        self._digits.currentIndexChanged.connect(self._write)
        self.set_theme(LIGHT)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 8, 6)
        bar.setSpacing(GAP)
        bar.addWidget(self._title, stretch=1)
        for control in (self._coordinate, self._digits, self._copy):
            bar.addWidget(control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._page, stretch=1)

    def set_runs(self, styles: Sequence[RunStyle]) -> None:
        """Say how the runs look, in the order of the experiment."""
        self._styles = styles
        self._write()

    def set_inspection(self, inspection: Inspection | None) -> None:
        """Show a step; ``None`` if there is none to show."""
        names = inspection.coordinates if inspection else ()
        shown = tuple(self._coordinate.itemText(i) for i in range(self._coordinate.count()))
        if names != shown:
            self._coordinate.blockSignals(True)
            self._coordinate.clear()
            self._coordinate.addItems(list(names))
            self._coordinate.blockSignals(False)
        self._coordinate.setVisible(len(names) > ALL_SHOWN)
        self._inspection = inspection
        self._write()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        self._write()

    def text(self) -> str:
        """What is shown, as plain text."""
        inspection = self._inspection
        if inspection is None:
            return ""
        blocks = [self._heading(), inspection.formula]
        for coordinate in self._coordinates():
            name = inspection.coordinates[coordinate]
            blocks.append(f"{name}\n{inspection.text(coordinate, self._significant)}")
        return "\n\n".join(blocks) + "\n"

    def copy(self) -> None:
        """Put what is shown on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.inspection_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._write()

    @property
    def _significant(self) -> int:
        digits: int = self._digits.currentData()
        return digits

    def _coordinates(self) -> Sequence[int]:
        """Indices of the coordinates that are shown."""
        assert self._inspection is not None
        count = len(self._inspection.coordinates)
        return range(count) if count <= ALL_SHOWN else (max(self._coordinate.currentIndex(), 0),)

    def _heading(self) -> str:
        inspection = self._inspection
        assert inspection is not None
        run = inspection.run
        step = self.tr("step {step}").format(step=inspection.step)
        where = step if inspection.step else self.tr("start")
        return f"{where} · {self._styles[run].label}" if run < len(self._styles) else where

    def _write(self) -> None:
        inspection = self._inspection
        self._copy.setEnabled(inspection is not None)
        if inspection is None:
            self._title.clear()
            self._page.clear()
            return
        elided = self._title.fontMetrics().elidedText(
            self._heading(), Qt.TextElideMode.ElideRight, self._title.width() - GAP
        )
        self._title.setText(elided)
        self._title.setToolTip(self._heading())
        lines = {
            inspection.coordinates[coordinate]: inspection.assignments(
                coordinate, self._significant
            )
            for coordinate in self._coordinates()
        }
        self._page.write(inspection.formula, lines, self.tr("because {reason}"), self._theme)
