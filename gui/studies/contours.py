"""Lines of equal value on a grid."""

from __future__ import annotations

from typing import Any

import numpy as np
from contourpy import LineType, contour_generator

Array = np.ndarray[Any, np.dtype[Any]]


def contour_points(x: Array, y: Array, values: Array, level: float) -> Array:
    """Points ``(n, 2)`` of the lines where ``values``, ``(ny, nx)``, pass ``level``.

    Lines are separated by rows of nan.
    """
    generator = contour_generator(x, y, values, line_type=LineType.ChunkCombinedNan)
    (points,) = generator.lines(level)[0]
    return np.empty((0, 2)) if points is None else points
