"""What stands still in the scene: the objective as a lit surface in a box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from gui.frames import WINDOW_BANDS, Landscape
from gui.theme import Theme
from gui.views.clipping import clip_polyline
from gui.views.colours import band_table
from gui.views.surface.height_field import HeightField
from gui.views.surface.heights import HeightScale, reads_best_in_log, scale_for

Array = np.ndarray[Any, np.dtype[Any]]

HALF_WIDTH = 1.0
"""Of the box along the longer axis; the scene has no unit."""
NARROWEST = 0.7
"""Least width of the box along the shorter axis, as a share of the longer."""
RIBBON = 0.22
"""Half the width to which a curve is drawn out."""
RIBBON_CELLS = 4
TALLEST = 0.8
"""Height of the box."""
LIGHT = np.array([-0.35, -0.5, 0.79])
"""Toward the light; it shines from the left, over the shoulder."""
AMBIENT = 0.62
LIFT = 0.004
"""How far lines run above the surface, so that they are not hidden by it."""


@dataclass(frozen=True, slots=True)
class Box:
    """Puts coordinates of the plane and values into the scene."""

    window: tuple[tuple[float, float], tuple[float, float]]
    half_widths: tuple[float, float]
    scale: HeightScale

    def place(self, points: Array) -> Array:
        """Scene coordinates x and y of points of the plane, both ``(2, n)``."""
        low, high = np.array(self.window).T[:, :, None]
        half = np.array(self.half_widths)[:, None]
        placed: Array = half * (2 * (points - low) / (high - low) - 1)
        return placed

    def heights(self, values: Array) -> Array:
        """Scene coordinate z of values of any shape."""
        return TALLEST * self.scale.heights(values)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The objective over the window as a surface; a curve becomes a ribbon."""

    landscape: Landscape
    box: Box
    field: HeightField
    colours: Array
    """RGB of each vertex, lit, 0 to 1, ``(vertices, 3)``."""
    lines: Array
    """Contour lines on the surface, or the borders of a ribbon: segments ``(n, 2, 3)``."""
    minima: Array
    """Known minima inside the window, on the surface, ``(k, 3)``."""
    minima_values: Array
    """Objective at them, ``(k,)``."""

    @property
    def is_ribbon(self) -> bool:
        """Whether the objective has one coordinate."""
        return self.landscape.v is None

    def holds(self, points: Array) -> Array:
        """Which points of the plane, ``(2, n)``, lie in the window and on the surface."""
        low, high = np.array(self.box.window).T[:, :, None]
        inside: Array = ((points >= low) & (points <= high)).all(0)
        placed = self.box.place(np.where(inside, points, low))
        return inside & self.field.is_solid(*placed)

    def lift(self, points: Array) -> Array:
        """Points of the plane, ``(2, n)``, onto the surface, ``(n, 3)``."""
        x, y = self.box.place(points)
        return np.stack([x, y, self.field.height_at(x, y)], axis=1)

    def start(self, start: tuple[float, ...]) -> Array | None:
        """A start, one float a coordinate, on the surface, ``(3,)``; ``None`` if it is outside."""
        plane = self.landscape.plane
        if len(start) != len(plane.origin):
            return None
        point = plane.project(np.array(start)[:, None])
        point = np.vstack([point, np.zeros(1)])[:2]
        place: Array | None = self.lift(point)[0] if self.holds(point).all() else None
        return place


def build_ground(
    landscape: Landscape, theme: Theme, *, log: bool = True, most_cells: int = 128
) -> Ground:
    """Raise the part of a landscape that lies in its window.

    Parameters
    ----------
    landscape
        Of one coordinate or on a plane.
    theme
        Gives the colours of the bands.
    log
        Whether heights are logarithmic.
    most_cells
        Along an axis; a finer landscape is thinned.
    """
    u = _nodes(landscape.u, landscape.window[0], most_cells)
    if landscape.v is None:
        v = np.linspace(-1.0, 1.0, RIBBON_CELLS + 1)
        values = np.tile(np.interp(u, landscape.u, landscape.values), (len(v), 1))
        window, half_widths = (landscape.window[0], (-1.0, 1.0)), (HALF_WIDTH, RIBBON)
    else:
        v = _nodes(landscape.v, landscape.window[1], most_cells)
        values = _interpolate(landscape, u, v)
        window, half_widths = landscape.window, _half_widths(landscape.window)
    minima, minima_values = _minima_inside(landscape)
    scale = scale_for(_values_inside(landscape), log=log)
    box = Box(window, half_widths, scale)
    field = _field(box, u, v, values)
    ground = Ground(
        landscape,
        box,
        field,
        _colours(landscape, field, values, scale, theme),
        np.empty((0, 2, 3)),
        np.empty((0, 3)),
        minima_values,
    )
    return _with_lines(ground, minima)


def scene_of(landscape: Landscape) -> object:
    """What two landscapes share that are looked at in the same way.

    The plane through many coordinates turns with every edit; that is no other scene.
    """
    dim = len(landscape.plane.origin)
    return dim if dim > 2 else (landscape.plane.labels, landscape.window)


def wants_log(landscape: Landscape) -> bool:
    """Whether logarithmic heights show the landscape's shape better; a curve keeps its own."""
    return landscape.v is not None and reads_best_in_log(_values_inside(landscape))


def _values_inside(landscape: Landscape) -> Array:
    """All that is known of the objective inside the window, ``(n,)``."""
    (left, right), (bottom, top) = landscape.window
    values = landscape.values[..., (landscape.u >= left) & (landscape.u <= right)]
    if landscape.v is not None:
        values = values[(landscape.v >= bottom) & (landscape.v <= top)]
    return np.append(values, _minima_inside(landscape)[1])


def _with_lines(ground: Ground, minima: Array) -> Ground:
    lines = _borders(ground) if ground.is_ribbon else _contours(ground)
    return Ground(
        ground.landscape,
        ground.box,
        ground.field,
        ground.colours,
        lines,
        ground.lift(minima),
        ground.minima_values,
    )


def _nodes(nodes: Array, side: tuple[float, float], most_cells: int) -> Array:
    """Evenly spaced nodes over a side of the window, as many cells as the grid has or a part."""
    cells = round((side[1] - side[0]) / float(nodes[1] - nodes[0]))
    return np.linspace(*side, max(cells // -(-cells // most_cells), 2) + 1)


def _interpolate(landscape: Landscape, u: Array, v: Array) -> Array:
    """Values at the nodes ``(nv, nu)``, linear between those of the landscape's grid."""
    assert landscape.v is not None
    row, below = _cells(landscape.v, v)
    column, left = _cells(landscape.u, u)
    values = landscape.values
    with np.errstate(invalid="ignore"):
        rows = _mix(values[row], values[row + 1], below[:, None])
        return _mix(rows[:, column], rows[:, column + 1], left[None])


def _cells(nodes: Array, at: Array) -> tuple[Array, Array]:
    """Index of the cell that holds each value, and where in it, 0 to 1."""
    place = (at - nodes[0]) / (nodes[-1] - nodes[0]) * (len(nodes) - 1)
    cell = np.clip(np.floor(place + 1e-9), 0, len(nodes) - 2).astype(int)
    return cell, np.clip(place - cell, 0, 1)


def _mix(first: Array, second: Array, share: Array) -> Array:
    # A node itself is not spoilt by a neighbour that is not finite.
    mixed: Array = np.where(share < 1e-9, first, (1 - share) * first + share * second)
    return mixed


def _half_widths(window: tuple[tuple[float, float], tuple[float, float]]) -> tuple[float, float]:
    """The window's own proportions, but never a narrow strip."""
    extents = np.array([high - low for low, high in window])
    half = np.clip(extents / extents.max(), NARROWEST, 1) * HALF_WIDTH
    return float(half[0]), float(half[1])


def _field(box: Box, u: Array, v: Array, values: Array) -> HeightField:
    ends = np.array([u[[0, -1]], v[[0, -1]]])
    (left, right), (near, far) = box.place(ends).tolist()
    heights = box.heights(values)
    finite = np.isfinite(heights)
    solid = finite[:-1, :-1] & finite[:-1, 1:] & finite[1:, 1:] & finite[1:, :-1]
    heights = np.where(finite, heights, 0.0)
    x, y = np.linspace(left, right, len(u)), np.linspace(near, far, len(v))
    return HeightField(x, y, heights, solid)


def _colours(
    landscape: Landscape, field: HeightField, values: Array, scale: HeightScale, theme: Theme
) -> Array:
    """The bands' colours, running into each other, in the light."""
    levels = landscape.levels[:WINDOW_BANDS]
    if len(levels):
        bands = np.interp(values, [scale.low, *levels], np.arange(len(levels) + 1))
    else:
        bands = scale.heights(values) * WINDOW_BANDS
    table = band_table(theme.bands, WINDOW_BANDS) / 255
    centres = np.arange(WINDOW_BANDS) + 0.5
    bands = np.nan_to_num(bands)
    colours = np.stack([np.interp(bands, centres, channel) for channel in table.T], axis=-1)
    diffuse = np.clip(field.normals() @ (LIGHT / np.linalg.norm(LIGHT)), 0, 1)
    lit = colours * (AMBIENT + (1.12 - AMBIENT) * diffuse)[..., None]
    shades: Array = np.clip(lit, 0, 1).reshape(-1, 3)
    return shades


def _contours(ground: Ground) -> Array:
    """The landscape's contour lines inside the window, on the surface."""
    lines = ground.landscape.lines
    if not len(lines):
        return np.empty((0, 2, 3))
    (left, right), (bottom, top) = ground.box.window
    segments = np.stack([lines[:-1], lines[1:]], axis=1)
    segments = segments[np.isfinite(segments).all((1, 2))]
    inside = (segments >= [left, bottom]) & (segments <= [right, top])
    crossing = segments[inside.all(2).any(1) & ~inside.all((1, 2))]
    segments = segments[inside.all((1, 2))]
    cut = [clip_polyline(segment.T, (left, bottom, right, top))[:, :2].T for segment in crossing]
    segments = np.concatenate([segments, *(piece[None] for piece in cut)])
    return _lifted(ground.lift(segments.reshape(-1, 2).T)).reshape(-1, 2, 3)


def _borders(ground: Ground) -> Array:
    """Both long borders of a ribbon and lines across its ends."""
    vertices = ground.field.vertices().reshape(*ground.field.z.shape, 3)
    edges = [vertices[0], vertices[-1], vertices[:, 0], vertices[:, -1]]
    segments = [np.stack([edge[:-1], edge[1:]], axis=1) for edge in edges]
    return _lifted(np.concatenate(segments))


def _lifted(points: Array) -> Array:
    """Points ``(…, 3)``, a little higher."""
    lifted: Array = points + np.array([0.0, 0.0, LIFT])
    return lifted


def _minima_inside(landscape: Landscape) -> tuple[Array, Array]:
    """Positions ``(2, k)`` of the minima in the window, and their values."""
    minima, values = landscape.minima, landscape.minima_values
    if landscape.v is None:
        minima = np.vstack([minima, np.zeros(minima.shape[1])])
        window = np.array([landscape.window[0], (-1.0, 1.0)])
    else:
        window = np.array(landscape.window)
    inside = ((minima >= window[:, :1]) & (minima <= window[:, 1:])).all(0)
    return minima[:, inside], values[inside]
