"""Draws what the balls roll on: the objective along a curve, or on a plane in bands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from contourpy import LineType, contour_generator
from PySide6.QtCore import QCoreApplication

from gui.frames import WINDOW_BANDS, Landscape, Plane
from simulation.objectives.base import Objective

Array = np.ndarray[Any, np.dtype[Any]]
Window = tuple[tuple[float, float], tuple[float, float]]

CURVE_POINTS = 801
SURROUNDINGS = 0.5
"""How far the grid reaches beyond the window, on each side, as a share of its width."""
MARGIN = 0.15
"""Room around the trajectories in a plane, as a share of their extent."""
MOST_LEVELS = 3 * WINDOW_BANDS
PIXELS_PER_CELL = 4
STEEPEST_SPACING = 8.0
PRINCIPAL_POINTS = 1000
"""Points of each run that the principal directions are taken from."""
ESCAPED = 10.0
"""Points this many times farther than the runs' own extent do not tilt the plane."""
DEGENERATE = 1e-12
"""Share of the motion below which a principal direction is rounding noise."""


def draw_landscape(
    number: int,
    objective: Objective,
    positions: Sequence[Array] | None,
    start: Sequence[float],
    *,
    grid: tuple[int, int] = (241, 181),
) -> Landscape:
    """Evaluate an objective where it is to be seen.

    One coordinate gives a curve and two give the plane they span, over the objective's
    bounds. More give the plane of the two principal directions of the trajectories, taken
    about the minimum where one is known, so that it is in the picture.

    Parameters
    ----------
    number
        Of the computation that this is drawn for.
    objective
        Placed on the CPU in float64.
    positions
        Trajectories, each ``(dim, rows)``; looked at for more than two coordinates.
    start
        Start of all runs, ``(dim,)``.
    grid
        Number of nodes along both axes.
    """
    if objective.dim == 1:
        return _draw_curve(number, objective)
    if objective.dim == 2:
        plane = Plane(np.zeros(2), np.eye(2), objective.coordinates)
        window: Window = (objective.bounds[0], objective.bounds[1])
    else:
        points = _trajectory_points(objective, positions or [], np.asarray(start, dtype=float))
        plane = _principal_plane(objective, points)
        window = _window_around(plane.project(points))
    return _draw_plane(number, objective, plane, window, grid)


def _draw_curve(number: int, objective: Objective) -> Landscape:
    u = _around(objective.bounds[0], CURVE_POINTS)
    values = _evaluate(objective, u[None])
    inside = values[_inside(u, objective.bounds[0]) & np.isfinite(values)]
    bottom, top = (inside.min(), inside.max()) if inside.size else (0.0, 1.0)
    room = 0.08 * (top - bottom) or 1.0
    minima = np.array([m.position for m in objective.minima]).reshape(-1, 1).T
    return Landscape(
        number=number,
        plane=Plane(np.zeros(1), np.eye(1), objective.coordinates),
        window=(objective.bounds[0], (float(bottom - room), float(top + room))),
        u=u,
        v=None,
        values=values,
        levels=np.empty(0),
        bands=np.empty((0, 0), dtype=np.uint8),
        lines=np.empty((0, 2)),
        minima=minima,
        minima_values=np.array([m.value for m in objective.minima]),
    )


def _draw_plane(
    number: int, objective: Objective, plane: Plane, window: Window, grid: tuple[int, int]
) -> Landscape:
    u, v = (_around(side, nodes) for side, nodes in zip(window, grid, strict=True))
    mesh = np.stack(np.meshgrid(u, v)).reshape(2, -1)
    values = _evaluate(objective, plane.lift(mesh)).reshape(len(v), len(u))
    across, along = _inside(v, window[1]), _inside(u, window[0])
    levels = _levels(values, values[np.ix_(across, along)])
    minima = np.array([m.position for m in objective.minima]).reshape(-1, objective.dim).T
    projected = plane.project(minima)
    distance = np.linalg.norm(minima - plane.lift(projected), axis=0)
    here = distance <= 1e-9 * (1 + np.linalg.norm(minima, axis=0))
    return Landscape(
        number=number,
        plane=plane,
        window=window,
        u=u,
        v=v,
        values=values,
        levels=levels,
        bands=np.searchsorted(levels, _refine(_refine(values).T).T).astype(np.uint8),
        lines=_contour_lines(u, v, values, levels),
        minima=projected[:, here],
        minima_values=np.array([m.value for m in objective.minima])[here],
    )


def _evaluate(objective: Objective, points: Array) -> Array:
    """Values at ``points`` of shape ``(dim, n)``."""
    import torch

    with torch.inference_mode():
        values: Array = objective.value(torch.from_numpy(points)).numpy()
    return values


def _around(side: tuple[float, float], nodes: int) -> Array:
    """Nodes over one side of the window and its surroundings."""
    reach = SURROUNDINGS * (side[1] - side[0])
    return np.linspace(side[0] - reach, side[1] + reach, nodes)


def _inside(nodes: Array, side: tuple[float, float]) -> Array:
    inside: Array = (nodes >= side[0]) & (nodes <= side[1])
    return inside


def _levels(values: Array, inside: Array) -> Array:
    """Levels that crowd towards the lowest value as much as the values themselves do.

    low + (high − low) tᵖ for even steps of t, with p such that the lower half of the bands
    covers half the window: p = 2 or so for a bowl, more for a narrow valley.
    """
    finite = inside[np.isfinite(inside)]
    if not finite.size or not finite.min() < finite.max():
        return np.empty(0)
    low, high = float(finite.min()), float(finite.max())
    share = (float(np.median(finite)) - low) / (high - low)
    power = np.clip(np.log2(1 / share), 1.0, STEEPEST_SPACING) if share else STEEPEST_SPACING
    highest = float(values[np.isfinite(values)].max())
    reach = ((highest - low) / (high - low)) ** (1 / power)
    count = min(int(WINDOW_BANDS * reach), MOST_LEVELS)
    levels: Array = low + (high - low) * (np.arange(1, count + 1) / WINDOW_BANDS) ** power
    return levels


def _refine(values: Array) -> Array:
    """Interpolate along the first axis to the middles of the pixels in each cell.

    As linear as contourpy is, so that bands end at the lines.
    """
    share = ((np.arange(PIXELS_PER_CELL) + 0.5) / PIXELS_PER_CELL)[:, None]
    between = values[:-1, None] * (1 - share) + values[1:, None] * share
    return between.reshape(-1, values.shape[1])


def _contour_lines(u: Array, v: Array, values: Array, levels: Array) -> Array:
    generator = contour_generator(u, v, values, line_type=LineType.ChunkCombinedNan)
    gap = np.full((1, 2), np.nan)
    pieces = []
    for level in levels:
        (points,) = generator.lines(level)[0]
        if points is not None:
            pieces += [points, gap]
    return np.concatenate(pieces) if pieces else np.empty((0, 2))


def _trajectory_points(objective: Objective, positions: Sequence[Array], start: Array) -> Array:
    """Points that the plane should show: start, minimum and the runs, without escapees."""
    thinned = [run[:, :: -(-run.shape[1] // PRINCIPAL_POINTS)] for run in positions if run.size]
    points = np.concatenate([start[:, None], *thinned], axis=1)
    points = points[:, np.isfinite(points).all(0)]
    # Scaled by halves: the distance of points near the largest number must not overflow.
    distances = np.abs(points / 2 - start[:, None] / 2).max(0)
    if objective.minima:
        best = np.array(objective.minima[0].position)
        extent = np.abs(best - start).max() / 2
        points = np.column_stack([points, best])
        distances = np.append(distances, 0.0)
    else:
        extent = np.median(distances)
    return points[:, distances <= ESCAPED * extent]


def _principal_plane(objective: Objective, points: Array) -> Plane:
    """Plane of the two directions along which ``points`` lie farthest from the origin."""
    known = objective.minima
    origin = np.array(known[0].position) if known else points.mean(1)
    motion = points - origin[:, None]
    scale = np.abs(motion).max(initial=0.0)
    if not scale > 0:
        first_two = np.eye(objective.dim)[:, :2]
        return Plane(origin, first_two, objective.coordinates[:2])
    motion = motion / scale
    spread, vectors = np.linalg.eigh(motion @ motion.T)
    shares = np.maximum(spread[-2:][::-1], 0) / spread.sum()
    directions = vectors[:, -2:][:, ::-1]
    if shares[1] < DEGENERATE:
        directions = np.column_stack([directions[:, 0], _across(directions[:, 0])])
    largest = np.abs(directions).argmax(0)
    directions = directions * np.sign(directions[largest, [0, 1]])
    patterns = (
        QCoreApplication.translate("Landscape", "PC 1 ({percent:.0f} % of the motion)"),
        QCoreApplication.translate("Landscape", "PC 2 ({percent:.0f} %)"),
    )
    labels = tuple(
        pattern.format(percent=100 * share) for pattern, share in zip(patterns, shares, strict=True)
    )
    return Plane(origin, directions, labels)


def _across(direction: Array) -> Array:
    """A unit vector at right angles to ``direction``, near the axis that it uses least."""
    axis = np.eye(len(direction))[np.abs(direction).argmin()]
    across = axis - (axis @ direction) * direction
    unit: Array = across / np.linalg.norm(across)
    return unit


def _window_around(points: Array) -> Window:
    """Range of both axes that holds points of shape ``(2, n)`` with a margin."""
    low, high = points.min(1), points.max(1)
    extent = high - low
    # A line or a single point still needs a window with an inside.
    least = 0.25 * extent.max() or 1.0
    room = MARGIN * extent + np.maximum(least - extent, 0) / 2
    (left, bottom), (right, top) = (low - room).tolist(), (high + room).tolist()
    return (left, right), (bottom, top)
