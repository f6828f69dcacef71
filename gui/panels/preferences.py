"""The settings dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from gui.language import LANGUAGES, can_be_shown
from gui.settings import SCALES, Appearance


class Preferences(QDialog):
    """Theme, size of type and language; every choice shows at once."""

    chosen = Signal(object)
    """An ``Appearance``."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        self._language = QComboBox(self)
        self._language.setObjectName("language")
        self._offer_languages(appearance.language)
        self._theme.setCurrentIndex(self._theme.findData(appearance.theme))
        self._scale.setCurrentIndex(self._scale.findData(appearance.scale))
        form = QFormLayout()
        form.addRow(self.tr("Colours"), self._theme)
        form.addRow(self.tr("Size of type"), self._scale)
        form.addRow(self.tr("Language"), self._language)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(buttons)
        for box in (self._theme, self._scale, self._language):
            box.currentIndexChanged.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        boxes = (self._theme, self._scale, self._language)
        self.chosen.emit(Appearance(*(box.currentData() for box in boxes)))

    def _offer_languages(self, chosen: str) -> None:
        """Offer each language in its own letters, or say what shows them."""
        self._language.addItem(self.tr("As the desktop"), "")
        missing = {
            "zh_CN": self.tr("Chinese: install a font first, such as fonts-noto-cjk"),
            "ja": self.tr("Japanese: install a font first, such as fonts-noto-cjk"),
        }
        model = self._language.model()
        assert isinstance(model, QStandardItemModel)
        for language, name in LANGUAGES.items():
            shown = can_be_shown(language)
            self._language.addItem(name if shown else missing[language], language)
            model.item(self._language.count() - 1).setEnabled(shown)
        self._language.setCurrentIndex(max(0, self._language.findData(chosen)))
