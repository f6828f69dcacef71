"""A map as PNG, drawn without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from simulation.maps.axes import Array, Axis
from simulation.maps.colours import Colouring, colouring, legend, painted, ramp
from simulation.maps.metrics import METRICS
from simulation.maps.results import MapResults
from simulation.maps.specification import Map
from simulation.writing import replacing

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

SMALLEST_SIDE = 640
"""Small maps are drawn with several pixels a cell, up to about this size."""
LEFT, TOP, RIGHT, BOTTOM = 110, 72, 190, 84
BAR = 22
TEXT = 16
TICKS = 5
INK, PAPER = (30, 30, 30), (255, 255, 255)


def write_png(map_: Map, results: MapResults, metric: str, path: Path) -> None:
    """Draw one metric of a map that is complete.

    Each cell is a rectangle of one colour, nothing is smoothed. What diverged, and what has no
    value, has a colour that stands for nothing else.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    image = draw(map_, results, metric)
    with replacing(path) as file:
        image.save(file, format="PNG")


def draw(map_: Map, results: MapResults, metric: str) -> Image:
    """The picture that :func:`write_png` writes."""
    from PIL import Image, ImageDraw

    colours = colouring(results.columns, METRICS[metric])
    zoom = tuple(max(1, round(SMALLEST_SIDE / count)) for count in map_.shape)
    cells = painted(results.columns, colours)[::-1]
    cells = cells.repeat(zoom[0], 0).repeat(zoom[1], 1)
    height, width = cells.shape[:2]
    image = Image.new("RGB", (LEFT + width + RIGHT, TOP + height + BOTTOM), PAPER)
    image.paste(Image.fromarray(np.ascontiguousarray(cells)), (LEFT, TOP))
    pen = ImageDraw.Draw(image)
    pen.rectangle((LEFT - 1, TOP - 1, LEFT + width, TOP + height), outline=INK)
    title = colours.metric.title + (f" ({colours.metric.unit})" if colours.metric.unit else "")
    _write(pen, (LEFT, TOP // 4), title, "lm", size=TEXT + 4)
    _x_axis(pen, map_.x, map_.x_values, width, TOP + height)
    _y_axis(pen, map_.y, map_.y_values, height)
    if colours.metric.kind != "category" and colours.low == colours.low:
        _colour_bar(image, pen, colours, (LEFT + width + 24, TOP, height - 90))
    words = legend(results.columns, colours.metric)
    below = TOP if colours.metric.kind == "category" else TOP + height - 24 * len(words)
    for row, (word, colour) in enumerate(words):
        x, y = LEFT + width + 24, below + 24 * row
        pen.rectangle((x, y, x + BAR - 4, y + BAR - 4), fill=colour, outline=INK)
        _write(pen, (x + BAR + 4, y + (BAR - 4) // 2), word, "lm")
    return image


def _x_axis(pen: ImageDraw, axis: Axis, values: Array, width: int, bottom: int) -> None:
    for index in _ticks(axis.count):
        x = LEFT + round((index + 0.5) * width / axis.count)
        pen.line((x, bottom, x, bottom + 6), fill=INK)
        _write(pen, (x, bottom + 10), f"{values[index]:.3g}", "mt")
    _write(pen, (LEFT + width // 2, bottom + 44), _named(axis), "mt")


def _y_axis(pen: ImageDraw, axis: Axis, values: Array, height: int) -> None:
    for index in _ticks(axis.count):
        y = TOP + height - round((index + 0.5) * height / axis.count)
        pen.line((LEFT - 7, y, LEFT - 1, y), fill=INK)
        _write(pen, (LEFT - 12, y), f"{values[index]:.3g}", "rm")
    _write(pen, (12, TOP - 10), _named(axis), "lb")


def _colour_bar(
    image: Image, pen: ImageDraw, colours: Colouring, place: tuple[int, int, int]
) -> None:
    from PIL import Image

    x, top, height = place
    strip = ramp(np.linspace(1, 0, height))[:, None].repeat(BAR, 1)
    image.paste(Image.fromarray(strip), (x, top))
    pen.rectangle((x - 1, top - 1, x + BAR, top + height), outline=INK)
    spaced = np.geomspace if colours.logarithmic else np.linspace
    for value in np.unique(spaced(colours.low, colours.high, TICKS)):
        y = top + height - round(float(colours.shares(np.array(value))) * height)
        pen.line((x + BAR, y, x + BAR + 6, y), fill=INK)
        _write(pen, (x + BAR + 10, y), f"{value:.3g}", "lm")


def _ticks(count: int) -> list[int]:
    """Cells whose value is written: those at the ends, and some evenly between."""
    return sorted({round(place) for place in np.linspace(0, count - 1, TICKS)})


def _named(axis: Axis) -> str:
    return axis.key + (" (log)" if axis.scale == "log" else "")


def _write(
    pen: ImageDraw, place: tuple[float, float], text: str, anchor: str, *, size: int = TEXT
) -> None:
    from PIL import ImageFont

    pen.text(place, text, fill=INK, anchor=anchor, font=ImageFont.load_default(size))
