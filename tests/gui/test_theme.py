"""Words can be read on every ground that they stand on: WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from gui.outlines import mixed
from gui.panels.tones import Tone, card_colour, tone_colour
from gui.theme import DARK, LIGHT, palette

LEAST = 4.5


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG defines it, 0 to 1."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: QColor, second: QColor) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_that_contrast_is_that_of_the_definition() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", Tone)
def test_that_words_of_every_tone_are_legible(qapp, theme, tone) -> None:
    colours = palette(theme)
    grounds = (colours.window().color(), colours.base().color(), card_colour(colours))
    word = tone_colour(colours, tone)
    assert min(contrast(word, ground) for ground in grounds) >= LEAST


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_what_is_chosen_linked_or_disabled_is_legible(qapp, theme) -> None:
    colours = palette(theme)
    window, base = colours.window().color(), colours.base().color()
    highlight, text = colours.highlight().color(), colours.windowText().color()
    gray = colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    pairs = [
        (colours.highlightedText().color(), highlight),
        (colours.link().color(), window),
        (colours.placeholderText().color(), base),
        (gray, window),
        (text, mixed(window, highlight, 0.28)),  # a chosen preset
        (text, QColor(theme.problem)),
        (text, QColor(theme.grid)),  # a notice
        (QColor(theme.muted), QColor(theme.background)),
    ]
    assert min(contrast(*pair) for pair in pairs) >= LEAST
