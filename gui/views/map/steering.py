"""The keys of a map: arrows go from cell to cell, the return key takes one."""

from __future__ import annotations

from PySide6.QtCore import Qt

Cell = tuple[int, int]
"""Row and column."""

DIRECTIONS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ZOOMS = {Qt.Key.Key_Plus: 0.5, Qt.Key.Key_Equal: 0.5, Qt.Key.Key_Minus: 2.0}
"""Factors of the range."""
LEAPS = 16
"""Leaps with the Shift key, from border to border."""


def steers(key: int) -> bool:
    """Whether a key is one of a map's."""
    return key in DIRECTIONS or key in ZOOMS or key in CHOOSING


def moved(cell: Cell | None, key: int, shape: Cell, *, leap: bool) -> Cell | None:
    """The cell that a key leads to; from none, the middle one. ``None`` for any other key."""
    if key not in DIRECTIONS:
        return None
    direction = DIRECTIONS[Qt.Key(key)]
    if cell is None:
        return shape[0] // 2, shape[1] // 2
    strides = [max(1, count // LEAPS) if leap else 1 for count in shape]
    row, column = (
        min(max(at + way * stride, 0), count - 1)
        for at, way, stride, count in zip(cell, direction, strides, shape, strict=True)
    )
    return row, column
