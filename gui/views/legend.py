"""The plate that tells the runs of a plot apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import LIGHT, RunStyle, Theme
from gui.views.colours import translucent
from gui.views.samples import SAMPLE_WIDTH, paint_sample
from gui.views.still import Still

Array = np.ndarray[Any, np.dtype[Any]]

MOST_ENTRIES = 12
LARGEST_SHARE, WIDEST_SHARE = 0.5, 0.6
"""Shares of the height and the width of the plot that the legend may cover."""
WIDEST_ROW = 0.8
"""Share of the width that values in one row may cover."""
LARGEST_COVER = 1 / 3
"""Share of the height that it may cover where lines pass."""
PADDING = 8.0
Corner = tuple[int, int]
CORNERS: tuple[Corner, ...] = ((1, 0), (0, 0), (1, 1), (0, 1))
"""At the left (0) or right (1) and the top (0) or bottom (1)."""
INSET = 10.0
"""Distance of the plates from the border of the plot."""
PLATE_ALPHA = 216


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A run in the legend."""

    style: RunStyle
    label: str
    value: str = ""
    """Kept whole where there is no room for all of the label."""

    @property
    def text(self) -> str:
        """What it says."""
        return self.label + self._tail

    @property
    def _tail(self) -> str:
        return f"   {self.value}" if self.value else ""

    def within(self, width: float, metrics: QFontMetricsF) -> str:
        """What it says in so many pixels."""
        room = width - metrics.horizontalAdvance(self._tail)
        return metrics.elidedText(self.label, Qt.TextElideMode.ElideRight, room) + self._tail


@dataclass(frozen=True, slots=True)
class _Item:
    """A text of the plate, and the sample beside it."""

    left: float
    top: float
    width: float
    text: str
    style: RunStyle | None = None


NOTHING: tuple[QSizeF, list[_Item]] = (QSizeF(), [])


class Legend:
    """Lays out and paints the entries of a plot's legend.

    They stand below each other; where lines would pass behind them, their values in one row.
    """

    def __init__(self) -> None:
        self.entries: Sequence[LegendEntry] = ()
        self.corner: Corner = (1, 0)
        """One of ``CORNERS``."""
        self._most_rows = MOST_ENTRIES + 1
        self._in_a_row = False
        self._theme = LIGHT
        self._still = Still()
        self._key: object = None
        self._layout: tuple[QSizeF, list[_Item]] = NOTHING

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        self._still.forget()

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """List these; of long lists, the end is a count."""
        self.entries = entries
        self._still.forget()

    def rect(self, bounds: QRectF, font: QFont) -> QRectF:
        """Where it lies in a plot with these bounds; empty without entries."""
        return self._laid_out(bounds, font)[0]

    def find_room(self, tracks: Sequence[Array], bounds: QRectF, font: QFont) -> None:
        """Go where it covers none of these tracks, as a row or shorter if need be.

        It stays where it is if that is such a place.

        In a plot that is too small for lines and a legend, it is left out.

        Parameters
        ----------
        tracks
            Points of lines in pixels of the plot, each ``(2, n)``.
        bounds
            Of the plot.
        font
            It is written in.
        """
        usual, here = self._count(bounds, QFontMetricsF(font)), self.corner
        shapes = [
            (usual, False),
            (usual, True),
            *((rows, False) for rows in range(usual - 1, 1, -1)),
        ]
        best: tuple[float, tuple[int, bool], Corner] = (math.inf, shapes[0], here)
        for shape in shapes:
            for corner in sorted(CORNERS, key=lambda corner: corner != here):
                (self._most_rows, self._in_a_row), self.corner = shape, corner
                rect = self._laid_out(bounds, font)[0]
                covered = _crowd(tracks, rect) if not rect.isEmpty() else math.inf
                if covered < best[0]:
                    best = covered, shape, corner
                if not covered:
                    break
            if not best[0]:
                break
        fewest, (self._most_rows, self._in_a_row), self.corner = best
        if fewest and self.rect(bounds, font).height() > LARGEST_COVER * bounds.height():
            self._most_rows = 0

    def paint(self, painter: QPainter, bounds: QRectF, widget: QWidget | None) -> QRectF:
        """Paint it where it lies, and return where that is."""
        rect, items = self._laid_out(bounds, painter.font())
        if items:
            around = rect.adjusted(-1, -1, 1, 1)
            self._still.show(painter, around, widget, lambda on: self._paint(on, bounds))
        return rect

    def _paint(self, painter: QPainter, bounds: QRectF) -> None:
        rect, items = self._laid_out(bounds, painter.font())
        line = _line(QFontMetricsF(painter.font()))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        paint_plate(painter, rect, self._theme)
        for item in items:
            left, top = rect.left() + item.left, rect.top() + item.top
            if item.style is not None:
                paint_sample(painter, item.style, self._theme, left, top + line / 2)
            painter.setPen(self._theme.foreground)
            box = QRectF(left + SAMPLE_WIDTH + PADDING, top, item.width, line)
            painter.drawText(box, align, item.text)

    def _laid_out(self, bounds: QRectF, font: QFont) -> tuple[QRectF, list[_Item]]:
        """Where it lies, and what is in it: measured once, since that takes long."""
        key = (self.entries, self._most_rows, self._in_a_row, bounds.size(), font)
        if key != self._key:
            self._key = key
            lay_out = self._lay_out_row if self._in_a_row else self._lay_out_list
            nothing = not self.entries or not self._most_rows
            self._layout = NOTHING if nothing else lay_out(bounds, QFontMetricsF(font))
        size, items = self._layout
        return placed(size, bounds, self.corner) if items else QRectF(), items

    def _lay_out_list(self, bounds: QRectF, metrics: QFontMetricsF) -> tuple[QSizeF, list[_Item]]:
        shown = self._shown(bounds, metrics)
        rest = len(self.entries) - len(shown)
        texts = [entry.text for entry in shown]
        width = max(metrics.horizontalAdvance(text) for text in texts)
        most = WIDEST_SHARE * bounds.width() - SAMPLE_WIDTH - 3 * PADDING
        if width > most:
            width = most
            texts = [entry.within(most, metrics) for entry in shown]
        styles: list[RunStyle | None] = [entry.style for entry in shown]
        if rest:
            texts.append(f"+ {rest}")
            styles.append(None)
        line = _line(metrics)
        items = [
            _Item(PADDING, PADDING / 2 + line * row, width, text, style)
            for row, (text, style) in enumerate(zip(texts, styles, strict=True))
        ]
        return QSizeF(width + SAMPLE_WIDTH + 3 * PADDING, line * len(texts) + PADDING), items

    def _lay_out_row(self, bounds: QRectF, metrics: QFontMetricsF) -> tuple[QSizeF, list[_Item]]:
        """Values beside each other; nothing if there are none, or there is no room."""
        items, left = [], PADDING
        for entry in self.entries:
            width = metrics.horizontalAdvance(entry.value)
            items.append(_Item(left, PADDING / 2, width, entry.value, entry.style))
            left += SAMPLE_WIDTH + width + 2 * PADDING
        if left > WIDEST_ROW * bounds.width() or not all(entry.value for entry in self.entries):
            return NOTHING
        return QSizeF(left, _line(metrics) + PADDING), items

    def _shown(self, bounds: QRectF, metrics: QFontMetricsF) -> Sequence[LegendEntry]:
        """All entries, or the first ones and then a count of the others."""
        rows = min(self._count(bounds, metrics), self._most_rows)
        return self.entries if len(self.entries) <= rows else self.entries[: rows - 1]

    def _count(self, bounds: QRectF, metrics: QFontMetricsF) -> int:
        """How many entries there is room for."""
        room = int(bounds.height() * LARGEST_SHARE / metrics.lineSpacing())
        return max(2, min(room, MOST_ENTRIES + 1))


def _crowd(tracks: Sequence[Array], rect: QRectF) -> int:
    """Points of lines that lie in a rectangle."""
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    return sum(
        int(((x >= left) & (x <= right) & (y >= top) & (y <= bottom)).sum()) for x, y in tracks
    )


def _line(metrics: QFontMetricsF) -> float:
    """Height of an entry."""
    return metrics.height() + 3


def placed(size: QSizeF, bounds: QRectF, corner: Corner) -> QRectF:
    """A plate of a size in a corner of a plot, on whole pixels."""
    bounds = bounds.adjusted(INSET, INSET, -INSET, -INSET)
    width, height = math.ceil(size.width()), math.ceil(size.height())
    x = bounds.right() - width if corner[0] else bounds.left()
    y = bounds.bottom() - height if corner[1] else bounds.top()
    return QRectF(math.floor(x), math.floor(y), width, height)


def paint_plate(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint what text over a plot stands on."""
    painter.setPen(QPen(translucent(theme.grid, PLATE_ALPHA), 1))
    painter.setBrush(translucent(theme.background, PLATE_ALPHA))
    painter.drawRoundedRect(rect, 5, 5)
