"""Colours in the forms that painting wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QBrush, QColor, QPen

from gui.frames import WINDOW_BANDS
from gui.theme import RunStyle, Theme

Array = np.ndarray[Any, np.dtype[Any]]

COLOUR_MAPS = {"theme": "", "viridis": "viridis", "cividis": "cividis", "magma": "magma"} | {
    "grey": "CET-L1"
}
"""Choices of bands: the theme's, and perceptually uniform ones by pyqtgraph's names."""
STOPS = 12


def band_stops(colour_map: str, theme: Theme) -> tuple[str, ...]:
    """Colours of one of :data:`COLOUR_MAPS`, low to high."""
    source = COLOUR_MAPS[colour_map]
    if not source:
        return theme.bands
    colours = pg.colormap.get(source).getLookupTable(nPts=STOPS, mode=pg.ColorMap.QCOLOR)
    return tuple(colour.name() for colour in colours)


def band_table(stops: tuple[str, ...], bands: int) -> Array:
    """One opaque RGB colour a band, ``(bands, 3)`` uint8, from ``stops``, low to high.

    Bands beyond the window's share the last colour.
    """
    colours = [QColor(stop) for stop in stops]
    channels = np.array([[c.red(), c.green(), c.blue()] for c in colours], dtype=float)
    at = np.minimum(np.arange(bands) / (WINDOW_BANDS - 1), 1) * (len(stops) - 1)
    columns = [np.interp(at, np.arange(len(stops)), channel) for channel in channels.T]
    return np.stack(columns, axis=1).round().astype(np.uint8)


def translucent(colour: str, alpha: int) -> QColor:
    """The colour with an opacity of ``alpha``, 0 to 255."""
    mixed = QColor(colour)
    mixed.setAlpha(alpha)
    return mixed


@cache
def solid(colour: str) -> QBrush:
    """A brush of one colour; one object, which pyqtgraph knows a symbol again by."""
    return QBrush(QColor(colour))


@cache
def outline(colour: str, width: float) -> QPen:
    """A pen that keeps its width at any scale; one object, as with :func:`solid`."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    return pen


def alike(styles: Sequence[RunStyle], others: Sequence[RunStyle]) -> bool:
    """Whether runs look the same, whatever they are called."""
    return [replace(style, label="") for style in styles] == [
        replace(style, label="") for style in others
    ]
