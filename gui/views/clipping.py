"""Cuts lines to a box, so that coordinates beyond all bounds can be painted truly."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF

Array = np.ndarray[Any, np.dtype[Any]]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

REACH = 4.0
"""Pixels that a line covers beyond its points, at most."""


def within(points: Array, box: Box) -> bool:
    """Whether all points of shape ``(2, n)`` lie in ``box``."""
    left, bottom, right, top = box
    x, y = points
    return not x.size or bool(
        x.min() >= left and x.max() <= right and y.min() >= bottom and y.max() <= top
    )


def clip_polyline(points: Array, box: Box) -> Array:
    """Keep the parts of a line that lie in ``box``: Liang & Barsky, for all segments at once.

    Segments keep their slope, however far their ends are. Parts are separated by nan.

    Parameters
    ----------
    points
        Finite vertices, ``(2, n)``.
    box
        What is kept.

    Returns
    -------
    Array
        Vertices ``(2, m)``; ``points`` itself if nothing is cut.
    """
    if within(points, box):
        return points
    low, high = np.array(box[:2])[:, None], np.array(box[2:])[:, None]
    first, last = points[:, :-1], points[:, 1:]
    # Quarters, so that differences of the largest numbers do not overflow.
    delta = last / 4 - first / 4
    with np.errstate(divide="ignore", invalid="ignore"):
        to_low, to_high = (low / 4 - first / 4) / delta, (high / 4 - first / 4) / delta
    # A side that the segment runs along (0/0) or beside (±inf) sets no end or shuts it out.
    enter = np.fmax(np.fmin(to_low, to_high).max(0), 0.0)
    leave = np.fmin(np.fmax(to_low, to_high).min(0), 1.0)
    still = (delta == 0) & ((first < low) | (first > high))
    kept = (enter <= leave) & ~still.any(0)
    first, delta, enter, leave = first[:, kept], delta[:, kept], enter[kept], leave[kept]
    parts = np.full((2, 3 * len(enter)), np.nan)
    parts[:, 0::3] = np.where(enter == 0, first, np.clip(first + 4 * (enter * delta), low, high))
    ends = np.where(leave == 1, last[:, kept], np.clip(first + 4 * (leave * delta), low, high))
    parts[:, 1::3] = ends
    return parts


def covered(lines: Iterable[tuple[Array, Array]], view: QRectF, size: QSizeF) -> QRectF:
    """The part of a view, of ``size`` in pixels, that lines through points are painted in."""
    ends = [(x.min(), y.min(), x.max(), y.max()) for x, y in lines if len(x)]
    if not ends:
        return QRectF()
    left, bottom, right, top = map(float, (*np.min(ends, 0)[:2], *np.max(ends, 0)[2:]))
    if not math.isfinite(left + bottom + right + top):
        return view  # one is interrupted where it leaves the surroundings of the view
    wide = REACH * view.width() / max(size.width(), 1.0)
    high = REACH * view.height() / max(size.height(), 1.0)
    box = QRectF(QPointF(left, bottom), QPointF(right, top))
    return box.adjusted(-wide, -high, wide, high) & view


def toward_border(point: tuple[float, float], box: Box) -> tuple[float, float]:
    """The point of ``box`` nearest to ``point``."""
    left, bottom, right, top = box
    return min(max(point[0], left), right), min(max(point[1], bottom), top)
