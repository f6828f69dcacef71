"""Theme, size of type and language of the whole application."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.language import letter_fonts, speak, spoken_language
from gui.settings import Appearance, Settings
from gui.theme import DARK, LIGHT, Theme, palette, style_sheet, system_theme


class Looks(QObject):
    """Applies the chosen appearance to the application and tells its windows."""

    changed = Signal(object)
    """The ``Theme`` in force is another one, or the size of type is."""
    language_changed = Signal()
    """Another language is in force: what has texts is to be made anew."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._points = QApplication.font().pointSizeF()
        self._family = QApplication.font().family()
        self._magnified = 1.0
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply)

    @property
    def appearance(self) -> Appearance:
        """What the user chose."""
        return self._settings.appearance

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return {"light": LIGHT, "dark": DARK}.get(self.appearance.theme) or system_theme()

    def choose(self, appearance: Appearance) -> None:
        """Remember ``appearance`` and apply it."""
        self._settings.appearance = appearance
        self.apply()

    def choose_scale(self, scale: int) -> None:
        """Change the size of type alone."""
        self.choose(replace(self.appearance, scale=scale))

    def magnify(self, factor: float) -> None:
        """Enlarge all type by ``factor`` for as long as the program runs, for a lecture hall."""
        self._magnified = factor
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Put the appearance into force."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = self.theme
        before = spoken_language()
        speak(self.appearance.language)
        font = QApplication.font()
        font.setFamilies([self._family, *letter_fonts(spoken_language())])
        font.setPointSizeF(self._points * self.appearance.scale / 100 * self._magnified)
        app.setFont(font)
        app.setPalette(palette(theme))
        app.setStyleSheet(style_sheet(theme))
        self.changed.emit(theme)
        if spoken_language() != before:
            self.language_changed.emit()
