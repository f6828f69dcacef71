"""The gradient on a coarse grid over what is seen."""

from __future__ import annotations

from typing import Any

import numpy as np

from gui.frames import DescentField, Plane, Window
from simulation.objectives.base import Objective

Array = np.ndarray[Any, np.dtype[Any]]

ARROWS = (24, 16)
"""Arrows along both axes of what is in sight."""


def descent_field(
    objective: Objective, plane: Plane, view: Window, surroundings: float
) -> DescentField:
    """Directions of descent over ``view`` and its surroundings, in the plane.

    Parameters
    ----------
    objective
        Placed on the CPU in float64.
    plane
        That the arrows lie in.
    view
        Range of both axes that holds ``ARROWS``.
    surroundings
        How far the arrows go on beyond it, on each side, as a share of its width.
    """
    u, v = (_centres(side, count, surroundings) for side, count in zip(view, ARROWS, strict=True))
    places = np.stack(np.meshgrid(u, v)).reshape(2, -1)
    descent = -plane.directions.T @ _gradient(objective, plane.lift(places))
    finite = np.isfinite(descent).all(0)
    spacing = tuple((high - low) / count for (low, high), count in zip(view, ARROWS, strict=True))
    return DescentField(places[:, finite], descent[:, finite], (spacing[0], spacing[1]))


def _centres(side: tuple[float, float], count: int, surroundings: float) -> Array:
    """Middles of ``count`` cells of a side, and of those beyond it."""
    more = int(count * surroundings)
    shares = (np.arange(-more, count + more) + 0.5) / count
    centres: Array = side[0] + (side[1] - side[0]) * shares
    return centres


def _gradient(objective: Objective, points: Array) -> Array:
    import torch

    with torch.inference_mode():
        gradient: Array = objective.gradient(torch.from_numpy(points)).numpy()
    return gradient
