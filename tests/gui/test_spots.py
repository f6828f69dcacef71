"""Symbols that move over a plot, painted where they are and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gui.views.plots import make_plot
from gui.views.spots import FEW, Look, Spots

RED = Look("o", "#ff0000", 14.0, "#ff0000", 1.0)


def plot_of(qtbot: QtBot) -> tuple[Any, Spots]:
    plot = make_plot(None)
    qtbot.addWidget(plot)
    plot.resize(300, 200)
    spots = Spots(plot)
    plot.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    plot.show()
    qtbot.waitExposed(plot)
    return plot, spots


def red(image: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == QColor("#ff0000")
    ]


def test_that_a_spot_is_where_it_was_put_and_leaves_nothing_behind(qtbot: QtBot) -> None:
    plot, spots = plot_of(qtbot)
    seen = []
    for place in ((0.2, 0.7), (0.8, 0.3)):
        spots.show_spots([place], [RED])
        pixels = red(plot.grab().toImage())
        centre = [sum(axis) / len(pixels) for axis in zip(*pixels, strict=True)]
        seen.append((len(pixels), centre))
    (before, first), (after, second) = seen
    assert before == after
    assert 120 < before < 200  # a disc of 14 pixels has 154
    box = plot.getViewBox().size()
    assert abs((second[0] - first[0]) - 0.6 * box.width()) <= 1.5
    assert abs((second[1] - first[1]) - 0.4 * box.height()) <= 1.5


def test_that_a_spot_keeps_its_size_at_any_scale(qtbot: QtBot) -> None:
    plot, spots = plot_of(qtbot)
    spots.show_spots([(0.5, 0.5)], [RED])
    near = len(red(plot.grab().toImage()))
    plot.setRange(xRange=(-10, 11), yRange=(-10, 11), padding=0)
    assert len(red(plot.grab().toImage())) == near


def test_that_spots_out_of_sight_are_left_out_however_far_they_are(qtbot: QtBot) -> None:
    plot, spots = plot_of(qtbot)
    spots.show_spots([(1e300, -1e300), (-5.0, 0.5)], [RED, RED])
    assert not red(plot.grab().toImage())


def test_that_many_spots_are_all_painted(qtbot: QtBot) -> None:
    plot, spots = plot_of(qtbot)
    small = replace(RED, size=4.0)
    places = [((i + 0.5) / (2 * FEW), 0.5) for i in range(2 * FEW)]
    spots.show_spots(places[:1], [small])
    one = len(red(plot.grab().toImage()))
    spots.show_spots(places, [small] * len(places))
    assert len(red(plot.grab().toImage())) > 0.9 * one * len(places)
    spots.show_spots([], [])
    assert not red(plot.grab().toImage())
