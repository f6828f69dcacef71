"""Colours of words: quiet, warning and good, legible on light and on dark palettes."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.outlines import mixed

DARK_BELOW = 128
"""Lightness of the window, 0 to 255, below which a palette counts as dark."""


class Tone(Enum):
    """What a coloured word says; each has a contrast of at least 4.5 to its ground."""

    PLAIN = "plain"
    QUIET = "quiet"
    WARNING = "warning"
    GOOD = "good"


_COLOURS = {  # on light, on dark
    Tone.WARNING: ("#b3310b", "#ffa07a"),
    Tone.GOOD: ("#1b7540", "#7fd69b"),
}


def tone_colour(palette: QPalette, tone: Tone) -> QColor:
    """Colour of words of ``tone`` on the window of ``palette``."""
    ground, text = palette.window().color(), palette.windowText().color()
    if tone is Tone.PLAIN:
        return text
    if tone is Tone.QUIET:
        return mixed(text, ground, 0.35)
    return QColor(_COLOURS[tone][ground.lightness() < DARK_BELOW])


def card_colour(palette: QPalette) -> QColor:
    """Colour of a card that lies on the window: a shade nearer to the light."""
    ground = palette.window().color()
    if ground.lightness() < DARK_BELOW:
        return mixed(ground, palette.windowText().color(), 0.05)
    return mixed(ground, palette.base().color(), 0.6)


class ToneLabel(QLabel):
    """A label whose colour follows its tone through every change of the palette."""

    def __init__(self, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.set_tone(tone)

    def set_tone(self, tone: Tone) -> None:
        """Colour the text by ``tone``."""
        self._tone = tone
        # The application's: a parent may hear of a new palette later than its children.
        colour = tone_colour(QApplication.palette(), tone)
        # Setting a palette comes back here as a PaletteChange: only a new colour may do it.
        if self.palette().windowText().color() != colour:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ParentChange):
            self.set_tone(self._tone)
