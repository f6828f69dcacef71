"""The settings dialog."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from gui.settings import SCALES, Appearance


class Preferences(QDialog):
    """Theme, size of type and language; every choice shows at once."""

    chosen = Signal(object)
    """An ``Appearance``."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self._theme = QComboBox(self)
        self._theme.setObjectName("theme")
        for value, text in (
            ("system", self.tr("As the desktop")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self._theme.addItem(text, value)
        self._scale = QComboBox(self)
        self._scale.setObjectName("scale")
        for scale in SCALES:
            self._scale.addItem(f"{scale} %", scale)
        self._language = appearance.language
        self._theme.setCurrentIndex(self._theme.findData(appearance.theme))
        self._scale.setCurrentIndex(self._scale.findData(appearance.scale))
        form = QFormLayout()
        form.addRow(self.tr("Colours"), self._theme)
        form.addRow(self.tr("Size of type"), self._scale)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addLayout(form)
        layout.addWidget(buttons)
        for box in (self._theme, self._scale):
            box.currentIndexChanged.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(
            Appearance(self._theme.currentData(), self._scale.currentData(), self._language)
        )
