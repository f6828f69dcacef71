"""Which edges of the box carry the axes, and what is written along them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from gui.views.surface.camera import Camera
from gui.views.surface.heights import HeightScale
from gui.views.surface.scene import TALLEST, Ground

Array = np.ndarray[Any, np.dtype[Any]]
Pixel = tuple[float, float]

MOST_TICKS = 5
HEIGHT_TICKS = (0.0, 1 / 3, 2 / 3, 1.0)
"""Shares of the height at which values are written: evenly spaced on any scale."""
NEAR = 0.08
"""Share of the height by which a round value may be beside its place."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An edge of the box in pixels."""

    ends: tuple[Pixel, Pixel]
    outward: Pixel
    """Unit vector away from the box."""
    ticks: tuple[tuple[Pixel, str], ...]
    name: str
    name_at: Pixel


def box_axes(ground: Ground, camera: Camera, size: tuple[float, float]) -> list[Axis]:
    """The nearest floor edge along each coordinate, and the upright edge farthest left.

    These lie on the outline of the box, so that nothing hides them.
    """
    names = [label.partition(" (")[0] for label in ground.landscape.plane.labels]
    half = ground.box.half_widths
    eye = camera.eye
    near_x, near_y = (math.copysign(side, at) for side, at in zip(half, eye[:2], strict=True))
    edges = [((-half[0], near_y, 0.0), (half[0], near_y, 0.0))]
    if not ground.is_ribbon:
        edges.append(((near_x, -half[1], 0.0), (near_x, half[1], 0.0)))
    axes = [
        _axis(camera, size, edge, _round_ticks(*window), name)
        for edge, window, name in zip(edges, ground.box.window, names, strict=False)
    ]
    posts = np.array([(sx * half[0], sy * half[1], 0.0) for sx in (-1, 1) for sy in (-1, 1)])
    foot = posts[camera.project(posts, size)[0][:, 0].argmin()]
    top = (foot[0], foot[1], TALLEST)
    ticks = _height_ticks(ground.box.scale)
    return [*axes, _axis(camera, size, (tuple(foot), top), ticks, "f")]


def _height_ticks(scale: HeightScale) -> list[tuple[float, str]]:
    """Round values at heights that are spaced about evenly."""
    if scale.softening is None:
        return _round_ticks(scale.low, scale.high)
    exact = scale.values(np.array(HEIGHT_TICKS))
    rounded = np.array([float(f"{value:.1g}") for value in exact])
    inside = (rounded >= scale.low) & (rounded <= scale.high)
    # Where they differ in later digits only, rounding would move them too far.
    near = np.abs(scale.heights(rounded) - HEIGHT_TICKS) < NEAR
    values = np.where(inside & near, rounded, exact)
    shares = scale.heights(values)
    return [(s, _number(v)) for s, v in zip(shares.tolist(), values.tolist(), strict=True)]


def _axis(
    camera: Camera,
    size: tuple[float, float],
    edge: tuple[Any, Any],
    ticks: list[tuple[float, str]],
    name: str,
) -> Axis:
    """An axis along an edge of the box; ticks are given at shares of its length."""
    first, last = np.array(edge)
    shares = np.array([0.0, 1.0, 0.5, *(share for share, _ in ticks)])
    pixels, _ = camera.project(first + shares[:, None] * (last - first), size)
    along = pixels[1] - pixels[0]
    across = np.array([along[1], -along[0]]) / (float(np.hypot(*along)) or 1.0)
    centre, _ = camera.project(np.array([[0.0, 0.0, TALLEST / 2]]), size)
    if across @ (pixels[2] - centre[0]) < 0:
        across = -across
    start, end, middle, *places = [(float(x), float(y)) for x, y in pixels]
    texts = [text for _, text in ticks]
    outward = (float(across[0]), float(across[1]))
    return Axis((start, end), outward, tuple(zip(places, texts, strict=True)), name, middle)


def _round_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Round numbers between ``low`` and ``high`` as shares of the way, with their texts."""
    step = 10.0 ** math.floor(math.log10((high - low) / MOST_TICKS))
    step *= next(m for m in (1, 2, 5, 10) if (high - low) / (m * step) <= MOST_TICKS)
    numbers = [k * step for k in range(math.ceil(low / step), math.floor(high / step) + 1)]
    return [((number - low) / (high - low), _number(number)) for number in numbers]


def _number(value: float) -> str:
    return f"{value:.3g}".replace("-", "−").replace("e+0", "e").replace("e+", "e")
