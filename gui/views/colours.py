"""Colours in the forms that painting wants."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtGui import QColor

from gui.frames import WINDOW_BANDS

Array = np.ndarray[Any, np.dtype[Any]]


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
