"""Which balls are in sight, and what tells at the border of those that are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.theme import RunStyle
from gui.views.clipping import Box, toward_border
from gui.views.paths import PlanePath

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Absent:
    """A ball that is lost, or lies outside of the view."""

    border: Point
    """Where the border is nearest to it, in coordinates of the plot."""
    direction: tuple[int, int]
    """Outward: −1, 0 or 1 to the right and down."""
    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class Balls:
    """The balls of the visible runs at a step."""

    places: dict[int, Point]
    """Where those in sight are, by run."""
    rows: dict[int, int]
    """Row of the path of each of those."""
    absent: tuple[Absent, ...]


def balls_at(
    step: int,
    paths: Sequence[PlanePath],
    styles: Sequence[RunStyle],
    view: Box,
    axes: Sequence[str],
) -> Balls:
    """Find the balls of all runs in a view; ``axes`` are the names of what is on both axes."""
    places: dict[int, Point] = {}
    rows: dict[int, int] = {}
    absent = []
    for run, (path, style) in enumerate(zip(paths, styles, strict=False)):
        row = path.row(step)
        if row < 0 or not style.visible:
            continue
        x, y = path.points[:, row].tolist()
        if toward_border((x, y), view) == (x, y) and not path.diverged_by(step):
            places[run] = (x, y)
            rows[run] = row
        else:
            lost_at = path.record.diverged_at if path.diverged_by(step) else None
            absent.append(_absent((x, y), view, axes, style, lost_at))
    return Balls(places, rows, tuple(absent))


def _absent(
    point: Point, view: Box, axes: Sequence[str], style: RunStyle, lost_at: int | None
) -> Absent:
    x, y = toward_border(point, view)
    width, height = view[2] - view[0], view[3] - view[1]
    beyond = [abs(point[0] / width - x / width), abs(point[1] / height - y / height)]
    axis = int(beyond[1] > beyond[0])
    outward = 1 if point[axis] > (view[axis] + view[axis + 2]) / 2 else -1
    direction = (0, -outward) if axis else (outward, 0)
    if lost_at is not None:
        told = QCoreApplication.translate("LandscapeView", "diverged at step {step}")
        text = told.format(step=lost_at)
    else:
        text = f"{axes[axis].partition(' (')[0]} = {point[axis]:.3g}".replace("-", "−")
    return Absent((x, y), direction, style.colour, text)
