"""Where things go in a plot of the landscape: pictures, legends, ranges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from gui.frames import Landscape, Window

Array = np.ndarray[Any, np.dtype[Any]]

LOST = 100.0
"""Trajectories farther away than this many windows are not fitted into the view."""
TRACK_POINTS, MOST_TRACKS = 128, 64
"""How closely it is looked where lines pass."""
STRETCHED = 3.0
"""Times the extent of a picture that a view may show before another one serves it better."""


def extent_of(points: Sequence[Array], window: Window) -> Window | None:
    """Range of both axes that holds points of shape ``(2, n)``, but for lost ones.

    ``None`` where they do not span one.
    """
    sides = np.array(window)
    reach = LOST * (sides[:, 1] - sides[:, 0])[:, None]
    together = np.concatenate([np.empty((2, 0)), *points], axis=1)
    near = together[:, (np.abs(together - sides.mean(1)[:, None]) < reach).all(0)]
    if not near.shape[1] or not (np.ptp(near, axis=1) > 0).all():
        return None
    (left, bottom), (right, top) = near.min(1).tolist(), near.max(1).tolist()
    return (left, right), (bottom, top)


def emptiest_corner(landscape: Landscape, start: tuple[float, float] | None) -> tuple[int, int]:
    """The corner farthest from the start and the minima: right or not, at the bottom or not."""
    window = np.array(landscape.window)
    low, extent = window[:, 0], window[:, 1] - window[:, 0]
    minima = np.vstack([landscape.minima, landscape.minima_values])[:2].T
    busy = (np.vstack([minima, *([start] if start else [])]) - low) / extent
    corners = ((1, 0), (1, 1), (0, 1))  # the tools are at the top left
    at = np.array([(right, 1 - down) for right, down in corners])
    room = np.linalg.norm(at[:, None] - busy, axis=2).min(1, initial=2.0)
    return corners[int(room.argmax())]


def tracks_of(
    lines: Sequence[tuple[Array, Array]], view: Window, size: tuple[float, float]
) -> list[Array]:
    """Where lines pass, in pixels of a plot of ``size``: some points of some of them.

    Parameters
    ----------
    lines
        Ascending x and y of each, in the coordinates of the axes.
    view
        Range of both axes.
    size
        Width and height of the plot in pixels.

    Returns
    -------
    list of Array
        ``(2, TRACK_POINTS)`` each.
    """
    (left, right), (bottom, top) = view
    x = np.linspace(left, right, TRACK_POINTS)
    across = np.linspace(0, size[0], TRACK_POINTS)
    some = [(xs, ys) for xs, ys in lines if len(xs)][:: 1 + len(lines) // MOST_TRACKS]
    heights = [np.interp(x, xs, ys, np.nan, np.nan) for xs, ys in some]
    scale = size[1] / (top - bottom)
    return [np.stack([across, (top - y) * scale]) for y in heights]


def serves(picture: Landscape, view: Window) -> bool:
    """Whether a picture is worth looking at in ``view``: it covers some of it, not too little."""
    grids = [picture.u] if picture.v is None else [picture.u, picture.v]
    return all(
        low < grid[-1] and high > grid[0] and high - low < STRETCHED * (grid[-1] - grid[0])
        for grid, (low, high) in zip(grids, view, strict=False)
    )


def describe(landscape: Landscape, x: float, y: float) -> str:
    """Coordinates of a point and the value at the grid's node next to it."""
    column = int(np.abs(landscape.u - x).argmin())
    names = [label.partition(" (")[0] for label in landscape.plane.labels]
    if landscape.v is None:
        value, shown = landscape.values[column], [x]
    else:
        value, shown = landscape.values[int(np.abs(landscape.v - y).argmin()), column], [x, y]
    step = float(landscape.u[1] - landscape.u[0])
    # As many digits as tell neighbouring nodes apart, however deep the zoom.
    digits = [max(4, 1 + math.ceil(math.log10(abs(n) / step))) if n else 4 for n in shown]
    parts = [f"{name} = {n:.{d}g}" for name, n, d in zip(names, shown, digits, strict=True)]
    return "   ".join([*parts, f"f ≈ {value:.4g}"]).replace("-", "−")
