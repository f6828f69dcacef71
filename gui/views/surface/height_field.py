"""A surface of heights over a grid, and what lies on it, in front of it and behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

SIGHT_SAMPLES = 96
"""Points of a line of sight at which it is compared with the surface."""


@dataclass(frozen=True, slots=True, eq=False)
class HeightField:
    """Heights at the nodes of a regular grid, linear on two triangles a cell.

    Both triangles share the cell's diagonal from low x, low y to high x, high y.
    """

    x: Array
    """Nodes along the first axis, evenly spaced, ``(nx,)``."""
    y: Array
    """Nodes along the second axis, evenly spaced, ``(ny,)``."""
    z: Array
    """Heights, finite, ``(ny, nx)``."""
    solid: Array
    """Which cells exist, bool, ``(ny − 1, nx − 1)``; the others are holes."""

    def vertices(self) -> Array:
        """All nodes, row by row, ``(ny · nx, 3)``."""
        x, y = np.meshgrid(self.x, self.y)
        vertices: Array = np.stack([x, y, self.z], axis=-1).reshape(-1, 3)
        return vertices

    def cells(self) -> Array:
        """Vertices of each solid cell, counter-clockwise seen from above, ``(cells, 4)``."""
        index = np.arange(self.z.size).reshape(self.z.shape)
        corners = np.stack(
            [index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], axis=-1
        )
        cells: Array = corners[self.solid]
        return cells

    def faces(self) -> Array:
        """Vertices of each triangle, ``(2 · cells, 3)``."""
        faces: Array = self.cells()[:, [[0, 1, 2], [0, 2, 3]]].reshape(-1, 3)
        return faces

    def normals(self) -> Array:
        """Unit normals at the nodes, upward, ``(ny, nx, 3)``."""
        along_y, along_x = np.gradient(self.z, self.y, self.x)
        return _upward(along_x, along_y)

    def height_at(self, x: Array, y: Array) -> Array:
        """Heights at points, each ``(n,)``; beyond the border, those of the border."""
        corners, s, t, _ = self._locate(x, y)
        low, right, far, left = corners
        first = low + s * (right - low) + t * (far - right)
        second = low + t * (left - low) + s * (far - left)
        heights: Array = np.where(s >= t, first, second)
        return heights

    def normal_at(self, x: Array, y: Array) -> Array:
        """Unit normals of the triangles under points, ``(n, 3)``."""
        (low, right, far, left), s, t, _ = self._locate(x, y)
        along_x = np.where(s >= t, right - low, far - left) / (self.x[1] - self.x[0])
        along_y = np.where(s >= t, far - right, left - low) / (self.y[1] - self.y[0])
        return _upward(along_x, along_y)

    def is_solid(self, x: Array, y: Array) -> Array:
        """Whether there is a surface under points, bool ``(n,)``."""
        *_, cell = self._locate(x, y)
        solid: Array = self.solid[cell]
        return solid

    def hides(self, eye: Array, points: Array) -> Array:
        """Whether the surface lies between ``eye``, ``(3,)``, and points ``(n, 3)``."""
        # Not from the point itself, which lies on the surface that must not hide it.
        shares = np.linspace(0.03, 1, SIGHT_SAMPLES)[:, None, None]
        sight = points + shares * (eye - points)
        x, y, z = sight.reshape(-1, 3).T
        inside = (np.abs(x - self.x.mean()) <= np.ptp(self.x) / 2) & (
            np.abs(y - self.y.mean()) <= np.ptp(self.y) / 2
        )
        under = inside & self.is_solid(x, y) & (z < self.height_at(x, y))
        hidden: Array = under.reshape(len(shares), -1).any(0)
        return hidden

    def _locate(
        self, x: Array, y: Array
    ) -> tuple[tuple[Array, Array, Array, Array], Array, Array, tuple[Array, Array]]:
        """Heights at the corners of the cells that hold points, where in them, and which."""
        s = np.clip((x - self.x[0]) / (self.x[1] - self.x[0]), 0, len(self.x) - 1)
        t = np.clip((y - self.y[0]) / (self.y[1] - self.y[0]), 0, len(self.y) - 1)
        column = np.minimum(s.astype(int), len(self.x) - 2)
        row = np.minimum(t.astype(int), len(self.y) - 2)
        flat, at = self.z.ravel(), row * len(self.x) + column
        above = at + len(self.x)
        corners = flat[at], flat[at + 1], flat[above + 1], flat[above]
        return corners, s - column, t - row, (row, column)


def _upward(along_x: Array, along_y: Array) -> Array:
    normals = np.stack([-along_x, -along_y, np.ones_like(along_x)], axis=-1)
    unit: Array = normals / np.linalg.norm(normals, axis=-1, keepdims=True)
    return unit
