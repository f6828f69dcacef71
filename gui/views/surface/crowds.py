"""The companions of the runs on the surface: where thousands of small balls are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from gui.theme import RunStyle
from gui.views.surface.scene import LIFT, Ground
from simulation.engine.companions import Cloud

Array = np.ndarray[Any, np.dtype[Any]]

Crowds = tuple[tuple[int, Array], ...]
"""Index of a run and where its companions are, ``(n, 3)``."""


def crowds_at(
    ground: Ground, clouds: Sequence[Cloud | None], styles: Sequence[RunStyle], step: int
) -> Crowds:
    """Put the companions of the visible runs on the surface as they are at ``step``.

    Those out of the window are left out.
    """
    plane = ground.landscape.plane
    return tuple(
        (run, _lifted(ground, cloud, step))
        for run, (cloud, style) in enumerate(zip(clouds, styles, strict=False))
        if cloud is not None and style.visible and cloud.positions.shape[1] == len(plane.origin)
    )


def _lifted(ground: Ground, cloud: Cloud, step: int) -> Array:
    positions = cloud.positions[cloud.row_of(step)].astype(float)
    with np.errstate(over="ignore", invalid="ignore"):
        points = ground.landscape.plane.project(positions)
        points = np.vstack([points, np.zeros(points.shape[1])])[:2]  # along the middle of a ribbon
        points = points[:, ground.holds(points)]
    places = ground.lift(points)
    places[:, 2] += 2 * LIFT
    return places
