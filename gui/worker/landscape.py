"""Draws what the balls roll on: the objective along a curve, or on a plane in bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from contourpy import LineType, contour_generator

from gui.frames import WINDOW_BANDS, Landscape, LandscapeChoice, LevelsChoice, Plane, Window
from gui.worker.fields import descent_field
from gui.worker.planes import choose_plane, trajectory_points, window_around
from simulation.objectives.base import Objective

Array = np.ndarray[Any, np.dtype[Any]]

CURVE_POINTS = 801
ROOM_BELOW, ROOM_ABOVE = 0.15, 0.08
"""Shares of a curve's height that are left free: below it, minima have their labels."""
SURROUNDINGS = 0.5
"""How far the grid reaches beyond the window, on each side, as a share of its width."""
MOST_LEVELS = 3 * WINDOW_BANDS
PIXELS_PER_CELL = 4
STEEPEST_SPACING = 8.0
FEWEST_DECADES, MOST_DECADES = 2.0, 12.0
CLOSEUP_GRID = (321, 241)
CLOSEUP_SURROUNDINGS = 0.25
FEWEST_BANDS = 8
"""Levels in sight below which a closeup takes levels of its own."""

USUAL = LandscapeChoice()


def draw_landscape(
    number: int,
    objective: Objective,
    positions: Sequence[Array] | None,
    start: Sequence[float],
    *,
    grid: tuple[int, int] = (241, 181),
    choice: LandscapeChoice = USUAL,
) -> Landscape:
    """Evaluate an objective where it is to be seen.

    One coordinate gives a curve and two give the plane they span, over the objective's
    bounds. More give a plane through the minimum, where one is known, or the middle of the
    trajectories.

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
    choice
        The plane through more than two coordinates, and the spacing of levels.
    """
    if objective.dim == 1:
        return _draw_curve(number, objective)
    if objective.dim == 2:
        through = Plane(np.zeros(2), np.eye(2), objective.coordinates)
        window: Window = (objective.bounds[0], objective.bounds[1])
    else:
        points = trajectory_points(objective, positions or [], np.asarray(start, dtype=float))
        through = choose_plane(choice.plane, objective, points)
        window = window_around(through.project(points))
    minima = np.array([m.position for m in objective.minima]).reshape(-1, objective.dim).T
    projected = through.project(minima)
    distance = np.linalg.norm(minima - through.lift(projected), axis=0)
    here = distance <= 1e-9 * (1 + np.linalg.norm(minima, axis=0))
    blank = Landscape(
        number=number,
        plane=through,
        window=window,
        u=np.empty(0),
        v=np.empty(0),
        values=np.empty((0, 0)),
        levels=np.empty(0),
        bands=np.empty((0, 0), dtype=np.uint8),
        lines=np.empty((0, 2)),
        minima=projected[:, here],
        minima_values=np.array([m.value for m in objective.minima])[here],
    )
    return _painted(blank, objective, window, grid, SURROUNDINGS, choice.levels)


def draw_closeup(
    home: Landscape, objective: Objective, view: Window, levels: LevelsChoice = "balanced"
) -> Landscape:
    """Evaluate the objective of ``home`` anew, finely, for another range of both axes.

    The levels of ``home`` are kept, and the colours with them, while they still tell
    something; where few of them are in sight, or most of the view lies above them, they
    are chosen for what is in sight.

    Parameters
    ----------
    home
        The landscape that is looked at, of any range.
    objective
        That it was drawn of.
    view
        Range of both axes that is in sight.
    levels
        How the levels are spaced.
    """
    if home.v is None:
        u = _around(view[0], CURVE_POINTS, CLOSEUP_SURROUNDINGS)
        return replace(home, u=u, values=_evaluate(objective, u[None]))
    return _painted(home, objective, view, CLOSEUP_GRID, CLOSEUP_SURROUNDINGS, levels)


def _draw_curve(number: int, objective: Objective) -> Landscape:
    u = _around(objective.bounds[0], CURVE_POINTS, SURROUNDINGS)
    values = _evaluate(objective, u[None])
    inside = values[_inside(u, objective.bounds[0]) & np.isfinite(values)]
    bottom, top = (inside.min(), inside.max()) if inside.size else (0.0, 1.0)
    extent = top - bottom
    below, above = (share * extent or 1.0 for share in (ROOM_BELOW, ROOM_ABOVE))
    minima = np.array([m.position for m in objective.minima]).reshape(-1, 1).T
    return Landscape(
        number=number,
        plane=Plane(np.zeros(1), np.eye(1), objective.coordinates),
        window=(objective.bounds[0], (float(bottom - below), float(top + above))),
        u=u,
        v=None,
        values=values,
        levels=np.empty(0),
        bands=np.empty((0, 0), dtype=np.uint8),
        lines=np.empty((0, 2)),
        minima=minima,
        minima_values=np.array([m.value for m in objective.minima]),
    )


def _painted(
    landscape: Landscape,
    objective: Objective,
    view: Window,
    grid: tuple[int, int],
    surroundings: float,
    spacing: LevelsChoice,
) -> Landscape:
    """The landscape with all that belongs to one range of its plane."""
    u, v = (_around(side, nodes, surroundings) for side, nodes in zip(view, grid, strict=True))
    mesh = np.stack(np.meshgrid(u, v)).reshape(2, -1)
    values = _evaluate(objective, landscape.plane.lift(mesh)).reshape(len(v), len(u))
    inside = values[np.ix_(_inside(v, view[1]), _inside(u, view[0]))]
    levels = landscape.levels
    if not _telling(levels, inside):
        levels = _levels(values, inside, spacing)
    return replace(
        landscape,
        u=u,
        v=v,
        values=values,
        levels=levels,
        bands=np.searchsorted(levels, _refine(_refine(values).T).T).astype(np.uint8),
        lines=_contour_lines(u, v, values, levels),
        field=descent_field(objective, landscape.plane, view, surroundings),
    )


def _evaluate(objective: Objective, points: Array) -> Array:
    """Values at ``points`` of shape ``(dim, n)``."""
    import torch

    with torch.inference_mode():
        values: Array = objective.value(torch.from_numpy(points)).numpy()
    return values


def _around(side: tuple[float, float], nodes: int, surroundings: float) -> Array:
    """Nodes over one side of the window and its surroundings."""
    reach = surroundings * (side[1] - side[0])
    return np.linspace(side[0] - reach, side[1] + reach, nodes)


def _inside(nodes: Array, side: tuple[float, float]) -> Array:
    inside: Array = (nodes >= side[0]) & (nodes <= side[1])
    return inside


def _telling(levels: Array, inside: Array) -> bool:
    """Whether enough of the levels are in sight, and not most of the view above them."""
    finite = inside[np.isfinite(inside)]
    if not len(levels) or not finite.size:
        return False
    in_sight = np.count_nonzero((levels > finite.min()) & (levels < finite.max()))
    return bool(in_sight >= FEWEST_BANDS and np.median(finite) < levels[-1])


def _levels(values: Array, inside: Array, spacing: LevelsChoice) -> Array:
    """Levels over the values inside the window, and beyond them as far as values go.

    low + (high − low) tᵖ for even steps of t. Linear levels have p = 1; balanced ones crowd
    towards the lowest value as much as the values themselves do, with p such that the lower
    half of the bands covers half the window: p = 2 or so for a bowl, more for a narrow
    valley. Logarithmic ones have even steps in log (f − low).
    """
    finite = inside[np.isfinite(inside)]
    if not finite.size or not finite.min() < finite.max():
        return np.empty(0)
    low, high = float(finite.min()), float(finite.max())
    highest = float(values[np.isfinite(values)].max())
    beyond = (highest - low) / (high - low)
    if spacing == "log":
        heights = finite[finite > low] - low
        decades = np.log10((high - low) / np.quantile(heights, 0.001))
        decades = float(np.clip(decades, FEWEST_DECADES, MOST_DECADES))
        count = min(int(WINDOW_BANDS * (1 + np.log10(beyond) / decades)), MOST_LEVELS)
        steps = np.arange(1, count + 1) / WINDOW_BANDS
        logarithmic: Array = low + (high - low) * 10 ** (decades * (steps - 1))
        return logarithmic
    power = _balanced_power(finite, low, high) if spacing == "balanced" else 1.0
    count = min(int(WINDOW_BANDS * beyond ** (1 / power)), MOST_LEVELS)
    levels: Array = low + (high - low) * (np.arange(1, count + 1) / WINDOW_BANDS) ** power
    return levels


def _balanced_power(finite: Array, low: float, high: float) -> float:
    share = (float(np.median(finite)) - low) / (high - low)
    power = np.clip(np.log2(1 / share), 1.0, STEEPEST_SPACING) if share else STEEPEST_SPACING
    return float(power)


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
