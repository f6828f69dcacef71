"""In which order cells are computed: coarse to fine, each exactly once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simulation.maps.axes import Array

FIRST_CELLS = 1024
"""Cells of the first picture, at most."""


def strides(shape: tuple[int, int], *, progressive: bool = True) -> list[int]:
    """Distances between the cells of each pass, from the coarsest to 1."""
    rows, columns = shape
    stride = 1
    while progressive and -(-rows // stride) * -(-columns // stride) > FIRST_CELLS:
        stride *= 2
    return [stride >> power for power in range(stride.bit_length())]


def tiles(
    shape: tuple[int, int],
    size: int,
    *,
    grouped: tuple[bool, bool] = (False, False),
    progressive: bool = True,
) -> Iterator[Array]:
    """Cut all cells of a map into tiles.

    Parameters
    ----------
    shape
        Rows and columns of the map.
    size
        Cells of a tile, at most.
    grouped
        Whether cells of different columns, and of different rows, must not share a tile.
    progressive
        Whether to go from coarse to fine.

    Yields
    ------
    ndarray
        Cells by their number, row by row, ``(n,)``, n ≤ ``size``.
    """
    for level, stride in enumerate(strides(shape, progressive=progressive)):
        parts: list[Array] = []
        for part in _lines(shape, stride, first=level == 0, across=grouped[0]):
            parts.append(part)
            if any(grouped) or sum(map(len, parts)) >= size:
                cells = np.concatenate(parts)
                whole = len(cells) if any(grouped) else len(cells) - len(cells) % size
                step = 1 if all(grouped) else size
                yield from (cells[at : at + step] for at in range(0, whole, step))
                parts = [cells[whole:]]
        if parts and len(left := np.concatenate(parts)):
            yield left


def _lines(shape: tuple[int, int], stride: int, *, first: bool, across: bool) -> Iterator[Array]:
    """Cells of one pass, row by row, or column by column where ``across``."""
    rows, columns = shape
    outer, inner = (columns, rows) if across else (rows, columns)
    for line in range(0, outer, stride):
        places = np.arange(0, inner, stride, dtype=np.int64)
        if not first and line % (2 * stride) == 0:
            places = places[1::2]  # the others belonged to the pass before
        if len(places):
            yield places * columns + line if across else line * columns + places
