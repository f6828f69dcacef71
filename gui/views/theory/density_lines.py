"""Lines around so much of a density on a plane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from contourpy import LineType, contour_generator

from simulation.theory.stationary import Density

Array = np.ndarray[Any, np.dtype[Any]]


BLOCK = 5
"""Cells of the density, along each coordinate, that are taken together: smooth thick lines of
many points are slow to paint."""


def density_lines(density: Density, shares: Sequence[float]) -> Array:
    """Outlines of the smallest regions that hold ``shares``, ``(n, 2)``, nan between lines."""
    edges = [borders[::BLOCK] for borders in density.edges]
    x, y = ((borders[1:] + borders[:-1]) / 2 for borders in edges)
    area = np.multiply.outer(*map(np.diff, edges))
    heights = (density.in_bins(edges) / area).T
    generator = contour_generator(x, y, heights, line_type=LineType.ChunkCombinedNan)
    found = [generator.lines(level)[0][0] for level in density.levels(shares)]
    lines = [line for line in found if line is not None]
    gap = np.full((1, 2), np.nan)
    parts = [part for line in lines for part in (line, gap)]
    return np.concatenate(parts) if parts else np.empty((0, 2))
