"""Planes through many coordinates, in which trajectories and landscape are seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.frames import Plane, PlaneChoice, Window
from simulation.objectives.base import Objective

Array = np.ndarray[Any, np.dtype[Any]]

MARGIN = 0.15
"""Room around the trajectories in a plane, as a share of their extent."""
PRINCIPAL_POINTS = 1000
"""Points of each run that the principal directions are taken from."""
ESCAPED = 10.0
"""Points this many times farther than the runs' own extent do not tilt the plane."""
DEGENERATE = 1e-12
"""Share of the motion below which a principal direction is rounding noise."""
DIFFERENCE = 1e-5
"""Step of the differences that stand in for second derivatives without a closed form."""


def choose_plane(choice: PlaneChoice, objective: Objective, points: Array) -> Plane:
    """The plane of a kind, labelled with the share of the motion along its axes.

    Parameters
    ----------
    choice
        Which plane; principal directions serve where there is no finite Hessian.
    objective
        Placed on the CPU in float64.
    points
        Where the runs have been, ``(dim, n)``, the last one at the end.
    """
    known = objective.minima
    origin = np.array(known[0].position) if known else points.mean(1)
    if choice.kind == "coordinates" and max(choice.axes) < objective.dim:
        return _coordinate_plane(objective, origin, points, choice.axes)
    if choice.kind == "hessian":
        curved = _curvature_plane(objective, origin if known else points[:, -1], points)
        if curved is not None:
            return curved
    return _principal_plane(objective, origin, points)


def trajectory_points(objective: Objective, positions: Sequence[Array], start: Array) -> Array:
    """Points that the plane should show: start, minimum and the runs, without escapees."""
    thinned = [run[:, :: -(-run.shape[1] // PRINCIPAL_POINTS)] for run in positions if run.size]
    points = np.concatenate([start[:, None], *thinned], axis=1)
    points = points[:, np.isfinite(points).all(0)]
    # Scaled by halves: the distance of points near the largest number must not overflow.
    distances = np.abs(points / 2 - start[:, None] / 2).max(0)
    if objective.minima:
        best = np.array(objective.minima[0].position)
        extent = np.abs(best - start).max() / 2
        points = np.column_stack([points, best])
        distances = np.append(distances, 0.0)
    else:
        extent = np.median(distances)
    return points[:, distances <= ESCAPED * extent]


def _principal_plane(objective: Objective, origin: Array, points: Array) -> Plane:
    """Plane of the two directions along which ``points`` lie farthest from the origin."""
    motion = points - origin[:, None]
    scale = np.abs(motion).max(initial=0.0)
    if not scale > 0:
        first_two = np.eye(objective.dim)[:, :2]
        return Plane(origin, first_two, objective.coordinates[:2])
    motion = motion / scale
    spread, vectors = np.linalg.eigh(motion @ motion.T)
    shares = np.maximum(spread[-2:][::-1], 0) / spread.sum()
    directions = vectors[:, -2:][:, ::-1]
    if shares[1] < DEGENERATE:
        directions = np.column_stack([directions[:, 0], _across(directions[:, 0])])
    largest = np.abs(directions).argmax(0)
    directions = directions * np.sign(directions[largest, [0, 1]])
    patterns = (
        QCoreApplication.translate("Landscape", "PC 1 ({percent:.0f} % of the motion)"),
        QCoreApplication.translate("Landscape", "PC 2 ({percent:.0f} %)"),
    )
    labels = tuple(
        pattern.format(percent=100 * share) for pattern, share in zip(patterns, shares, strict=True)
    )
    return Plane(origin, directions, labels)


def _coordinate_plane(
    objective: Objective, origin: Array, points: Array, axes: tuple[int, int]
) -> Plane:
    """The plane of two coordinates; the others are those of the origin."""
    directions = np.eye(objective.dim)[:, list(axes)]
    pattern = QCoreApplication.translate("Landscape", "{name} ({percent:.0f} % of the motion)")
    shares = _shares(directions, points - origin[:, None])
    labels = tuple(
        pattern.format(name=objective.coordinates[axis], percent=100 * share)
        for axis, share in zip(axes, shares, strict=True)
    )
    return Plane(origin, directions, labels)


def _curvature_plane(objective: Objective, origin: Array, points: Array) -> Plane | None:
    """The plane of most and of least curvature at the origin; ``None`` if it is not finite."""
    hessian = _hessian(objective, origin)
    if not np.isfinite(hessian).all():
        return None
    curvatures, vectors = np.linalg.eigh(hessian)
    directions = vectors[:, [-1, 0]]
    largest = np.abs(directions).argmax(0)
    directions = directions * np.sign(directions[largest, [0, 1]])
    pattern = QCoreApplication.translate(
        "Landscape", "{name} (curvature {curvature:.3g}, {percent:.0f} % of the motion)"
    )
    shares = _shares(directions, points - origin[:, None])
    labels = tuple(
        pattern.format(name=name, curvature=curvature, percent=100 * share)
        for name, curvature, share in zip(("v1", "v2"), curvatures[[-1, 0]], shares, strict=True)
    )
    return Plane(origin, directions, labels)


def _hessian(objective: Objective, at: Array) -> Array:
    """Second derivatives at a point, ``(dim, dim)``: closed form, or differences of gradients."""
    import torch

    with torch.inference_mode():
        exact = objective.hessian(torch.from_numpy(at[:, None]))
        if exact is not None:
            closed_form: Array = exact[..., 0].numpy()
            return closed_form
        steps = DIFFERENCE * (1 + np.abs(at).max()) * np.eye(len(at))
        ahead, behind = (
            objective.gradient(torch.from_numpy(at[:, None] + side)).numpy()
            for side in (steps, -steps)
        )
        slopes: Array = (ahead - behind) / (2 * steps[0, 0])
        return (slopes + slopes.T) / 2


def _shares(directions: Array, motion: Array) -> Array:
    """Share of the squared motion ``(dim, n)`` along each direction, 0 where nothing moves."""
    scale = np.abs(motion).max(initial=0.0) or 1.0
    along = ((directions.T @ (motion / scale)) ** 2).sum(1)
    shares: Array = along / (((motion / scale) ** 2).sum() or 1.0)
    return shares


def _across(direction: Array) -> Array:
    """A unit vector at right angles to ``direction``, near the axis that it uses least."""
    axis = np.eye(len(direction))[np.abs(direction).argmin()]
    across = axis - (axis @ direction) * direction
    unit: Array = across / np.linalg.norm(across)
    return unit


def window_around(points: Array) -> Window:
    """Range of both axes that holds points of shape ``(2, n)`` with a margin."""
    low, high = points.min(1), points.max(1)
    extent = high - low
    # A line or a single point still needs a window with an inside.
    least = 0.25 * extent.max() or 1.0
    room = MARGIN * extent + np.maximum(least - extent, 0) / 2
    (left, bottom), (right, top) = (low - room).tolist(), (high + room).tolist()
    return (left, right), (bottom, top)
