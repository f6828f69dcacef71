"""What moves in the scene: balls at a step of their runs, and their trails up to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gui.theme import RunStyle
from gui.views.clipping import clip_polyline
from gui.views.paths import PlanePath
from gui.views.surface.scene import LIFT, TALLEST, Ground

Array = np.ndarray[Any, np.dtype[Any]]

MOST_POINTS = 2000
"""Points of one trail."""
MOST_ROWS = 1000
"""Rows of one run that its trail goes through."""
RADIUS = 0.042
SMALL_RADIUS = 0.026
MANY = 24
"""From this many balls on they are small."""
HIGHEST = 1.5 * TALLEST
"""Balls that would float above are left out."""
TRAIL_LIFT = 2 * LIFT


@dataclass(frozen=True, slots=True, eq=False)
class Ball:
    """A ball in the scene."""

    run: int
    place: tuple[float, float]
    """In coordinates of the plane; of a curve: x and f."""
    foot: Array
    """Point of the surface that it lies on or floats above, ``(3,)``."""
    centre: Array
    """``(3,)``."""
    radius: float
    colour: str

    @property
    def floats(self) -> bool:
        """Whether it is off the surface: its loss is not the plane's."""
        return bool(self.centre[2] - self.foot[2] > 1.5 * self.radius)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A ball that the scene has no place for, and why."""

    run: int
    axis: int
    """Coordinate of the plane that is farthest outside; 2 for the value."""
    value: float
    """Its value."""
    diverged_at: int | None
    """First step with a value that is not finite, if that has been reached."""


@dataclass(frozen=True, slots=True)
class Rolling:
    """Balls, trails and what is left out, at one step."""

    balls: tuple[Ball, ...] = ()
    trails: tuple[tuple[int, Array], ...] = ()
    """Index of a run and its trail, ``(n, 3)`` with rows of nan between its parts."""
    left_out: tuple[LeftOut, ...] = ()


def roll(
    ground: Ground, paths: Sequence[PlanePath], styles: Sequence[RunStyle], step: int
) -> Rolling:
    """Put the visible runs on the surface as they are at ``step``."""
    balls: list[Ball] = []
    trails: list[tuple[int, Array]] = []
    left_out: list[LeftOut] = []
    radius = SMALL_RADIUS if sum(style.visible for style in styles) >= MANY else RADIUS
    for run, (path, style) in enumerate(zip(paths, styles, strict=False)):
        row = path.row(step)
        if row < 0 or not style.visible:
            continue
        trails.append((run, trail(ground, path.points[:, : row + 1])))
        ball = _ball(ground, path, row, run, style.colour, radius)
        if ball is None or path.diverged_by(step):
            lost_at = path.record.diverged_at if path.diverged_by(step) else None
            axis, value = _farthest(ground, path, row)
            left_out.append(LeftOut(run, axis, value, lost_at))
        else:
            balls.append(ball)
    return Rolling(tuple(balls), tuple(trails), tuple(left_out))


def trail(ground: Ground, points: Array) -> Array:
    """The path through points of the plane, ``(2, rows)``, just above the surface.

    Laid onto the surface between the points; on a ribbon, where a straight path would only
    cover itself, it goes from point to point through the air, x and f being the points.

    Returns
    -------
    Array
        At most ``MOST_POINTS`` points ``(n, 3)``; rows of nan separate the parts that lie in
        the window.
    """
    points = points[:, thinned_rows(points.shape[1])]
    (left, right), (bottom, top) = ground.box.window
    if ground.is_ribbon:
        bottom, top = ground.box.scale.values(np.array([-0.1, HIGHEST / TALLEST]))
    points = clip_polyline(points, (left, bottom, right, top))
    if ground.is_ribbon:
        x = ground.box.place(np.stack([points[0], np.zeros(points.shape[1])]))[0]
        z = ground.box.heights(points[1]) + TRAIL_LIFT
        return np.stack([x, 0 * x, z], axis=1)
    placed = _subdivide(points, ground)
    known = np.isfinite(placed[0])
    x, y = np.where(known, placed, 0.0)
    known &= ground.field.is_solid(x, y)
    z = ground.field.height_at(x, y) + TRAIL_LIFT
    return np.where(known[:, None], np.stack([x, y, z], axis=1), np.nan)


def thinned_rows(rows: int) -> Array:
    """Every third, ninth, … row of many, and the last.

    A power of three, so that rows stay chosen while more are added, and so that a zigzag,
    which an even stride would reduce to one of its sides, keeps both.
    """
    stride = 1
    while rows > stride * (MOST_ROWS - 1):
        stride *= 3
    chosen = np.arange(0, rows, stride)
    return chosen if (rows - 1) % stride == 0 else np.append(chosen, rows - 1)


def _subdivide(points: Array, ground: Ground) -> Array:
    """Scene coordinates ``(2, m)`` of a line, with points added so that it can follow cells."""
    placed = ground.box.place(points)
    if placed.shape[1] < 2:
        return placed
    cell = min(np.diff(ground.field.x[:2])[0], np.diff(ground.field.y[:2])[0])
    lengths = np.nan_to_num(np.hypot(*np.diff(placed, axis=1))) / cell
    room = MOST_POINTS - placed.shape[1]
    share = min(1.0, room / max(lengths.sum(), 1.0))
    pieces = np.maximum(np.floor(lengths * share), 0).astype(int) + 1
    at = np.repeat(np.arange(len(pieces)), pieces)
    first = np.cumsum(pieces) - pieces
    fraction = (np.arange(pieces.sum()) - first[at]) / pieces[at]
    between = placed[:, at] + fraction * (placed[:, at + 1] - placed[:, at])
    # Next to a gap there is nothing to add, and nan times 0 must not eat the point itself.
    between = np.where(fraction == 0, placed[:, at], between)
    return np.column_stack([between, placed[:, -1]])


def _ball(
    ground: Ground, path: PlanePath, row: int, run: int, colour: str, radius: float
) -> Ball | None:
    """The ball at a row, or ``None`` if that lies outside the box."""
    u, second = path.points[:, row].tolist()
    point = np.array([[u], [0.0 if ground.is_ribbon else second]])
    height = float(ground.box.heights(path.record.losses[row]))
    if not ground.holds(point).all() or not height <= HIGHEST:
        return None
    foot = ground.lift(point)[0]
    x, y = foot[:2, None]
    centre = foot + radius * ground.field.normal_at(x, y)[0]
    if len(ground.landscape.plane.origin) > 2:
        # The plane holds only a shadow of the run, whose loss is its own.
        centre[2] = max(centre[2], height + radius)
    return Ball(run, (u, second), foot, centre, radius, colour)


def _farthest(ground: Ground, path: PlanePath, row: int) -> tuple[int, float]:
    """Which coordinate of a row lies farthest outside of the box, and its value."""
    loss = float(path.record.losses[row])
    u, second = path.points[:, row].tolist()
    coordinates = np.array([u, 0.0 if ground.is_ribbon else second])
    window = np.array(ground.box.window)
    beyond = np.maximum(window[:, 0] - coordinates, coordinates - window[:, 1])
    beyond = beyond / np.ptp(window, axis=1)
    if beyond.max() <= 0:
        return 2, loss
    axis = int(beyond.argmax())
    return axis, float(coordinates[axis])
