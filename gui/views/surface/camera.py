"""Where the scene is looked at from."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
Point = tuple[float, float, float]

FOCAL_LENGTH = 1.7
"""In heights of the picture: a field of view of some 33 degrees."""
WIDEST_SQUEEZE = 1.3
"""Pictures less wide than this many heights show the scene smaller, so that it fits."""
ELEVATIONS = (-20.0, 89.0)
DISTANCES = (0.6, 12.0)


@dataclass(frozen=True, slots=True)
class Camera:
    """A perspective camera that looks at a point from a direction; z points up."""

    azimuth: float
    """Direction of the eye from the centre, in degrees from the x axis towards y."""
    elevation: float
    """Above the horizon, in degrees."""
    distance: float
    """From the eye to the centre."""
    centre: Point = (0.0, 0.0, 0.0)

    def orbited(self, azimuth: float, elevation: float) -> Camera:
        """Turned about the centre by degrees, never over the top."""
        return replace(
            self,
            azimuth=(self.azimuth + azimuth) % 360,
            elevation=_clip(self.elevation + elevation, ELEVATIONS),
        )

    def zoomed(self, factor: float) -> Camera:
        """At ``factor`` times the distance, within bounds."""
        return replace(self, distance=_clip(self.distance * factor, DISTANCES))

    def looking_at(self, centre: Point) -> Camera:
        """From the same direction and distance at another point."""
        return replace(self, centre=centre)

    @property
    def eye(self) -> Array:
        """Where the camera is, ``(3,)``."""
        eye: Array = np.array(self.centre) - self.distance * self.axes()[2]
        return eye

    def axes(self) -> Array:
        """Unit vectors to the right, up and forward in the picture, one a row, ``(3, 3)``."""
        azimuth, elevation = math.radians(self.azimuth), math.radians(self.elevation)
        x, y = math.cos(azimuth), math.sin(azimuth)
        level, rise = math.cos(elevation), math.sin(elevation)
        right, up = (-y, x, 0.0), (-rise * x, -rise * y, level)
        return np.array([right, up, (-level * x, -level * y, -rise)])

    def project(self, points: Array, size: tuple[float, float]) -> tuple[Array, Array]:
        """Pixels ``(n, 2)``, down from the top left, and depths ``(n,)`` of points ``(n, 3)``.

        What lies behind the eye has a depth that is not positive and no meaningful pixel.
        """
        across, up, depth = self.axes() @ (points - self.eye).T
        with np.errstate(divide="ignore", invalid="ignore"):
            scale = focal_length(size) / depth
            pixels = np.stack([size[0] / 2 + across * scale, size[1] / 2 - up * scale], axis=1)
        return pixels, depth


def focal_length(size: tuple[float, float]) -> float:
    """Pixels that a length of 1 at depth 1 covers in a picture of ``size``."""
    return FOCAL_LENGTH * min(size[1], size[0] / WIDEST_SQUEEZE)


def _clip(value: float, bounds: tuple[float, float]) -> float:
    return min(max(value, bounds[0]), bounds[1])
