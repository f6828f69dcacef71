"""Cuts lines to a box, so that coordinates beyond all bounds can be painted truly."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


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


def toward_border(point: tuple[float, float], box: Box) -> tuple[float, float]:
    """The point of ``box`` nearest to ``point``."""
    left, bottom, right, top = box
    return min(max(point[0], left), right), min(max(point[1], bottom), top)
