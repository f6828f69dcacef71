"""The legend keeps out of the way of what it explains."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import run_style
from gui.views.axes import HorizontalValueAxis, ValueAxis
from gui.views.legend import Legend, LegendEntry

BOUNDS = QRectF(0, 0, 600, 400)


def legend_of(count: int) -> Legend:
    legend = Legend()
    legend.set_entries(
        [LegendEntry(run_style(i, f"run {i}"), f"run {i}", "1.5") for i in range(count)]
    )
    return legend


def track(*points: tuple[float, float]) -> np.ndarray:
    x, y = np.array(points).T
    at = np.linspace(x[0], x[-1], 200)
    return np.stack([at, np.interp(at, x, y)])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("line", "corner"),
    [
        (track((0, 20), (600, 20)), (1, 1)),
        (track((0, 20), (600, 380)), (1, 0)),
        (track((0, 380), (600, 20)), (0, 0)),
    ],
)
def test_that_it_goes_where_no_line_passes(line: np.ndarray, corner: tuple[int, int]) -> None:
    legend = legend_of(4)
    legend.find_room([line], BOUNDS, QApplication.font())
    rect = legend.rect(BOUNDS, QApplication.font())
    assert not any(rect.contains(x, y) for x, y in line.T)
    assert legend.corner == corner


@pytest.mark.usefixtures("qapp")
def test_that_it_grows_shorter_where_there_is_little_room() -> None:
    font = QApplication.font()
    legend = legend_of(9)
    usual = legend.rect(BOUNDS, font).height()
    lines = [track((0, y), (600, y)) for y in (60.0, 150.0, 240.0, 330.0)]
    legend.find_room(lines, BOUNDS, font)
    shorter = legend.rect(BOUNDS, font)
    assert 0 < shorter.height() < usual
    assert not any(shorter.contains(x, y) for line in lines for x, y in line.T)
    legend.find_room([], BOUNDS, font)
    assert legend.rect(BOUNDS, font).height() == usual


@pytest.mark.usefixtures("qapp")
def test_that_it_is_left_out_of_a_plot_too_small_for_both() -> None:
    font = QApplication.font()
    low = QRectF(0, 0, 600, 2.5 * QFontMetricsF(font).height())
    legend = legend_of(1)
    lines = [track((0, y), (600, y)) for y in np.linspace(0, low.height(), 9)]
    legend.find_room(lines, low, font)
    assert legend.rect(low, font).isEmpty()


@pytest.mark.usefixtures("qapp")
def test_that_values_stand_in_a_row_where_a_list_would_hide_lines() -> None:
    legend, font, low = legend_of(3), QApplication.font(), QRectF(0, 0, 600, 140)
    lines = [track((0, 70), (600, 60)), track((0, 80), (600, 130))]
    legend.find_room(lines, low, font)
    row = legend.rect(low, font)
    assert 0 < row.height() < 2 * QFontMetricsF(font).lineSpacing() + 10
    assert not any(row.contains(x, y) for line in lines for x, y in line.T)
    legend.find_room([], low, font)
    assert legend.rect(low, font).height() > row.height()


@pytest.mark.usefixtures("qapp")
def test_that_values_that_do_not_fit_in_a_row_are_listed() -> None:
    legend, font, low = legend_of(12), QApplication.font(), QRectF(0, 0, 300, 140)
    legend.find_room([track((0, 70), (300, 60))], low, font)
    assert legend.rect(low, font).width() < 300


@pytest.mark.usefixtures("qapp")
def test_that_a_long_label_leaves_its_value_whole() -> None:
    entry = LegendEntry(run_style(0, ""), "a very long label of a run", "0.08901")
    metrics = QFontMetricsF(QApplication.font())
    text = entry.within(metrics.horizontalAdvance("a very long la   0.08901"), metrics)
    assert text.endswith("…   0.08901")
    assert entry.text == "a very long label of a run   0.08901"


@pytest.mark.parametrize("kind", [ValueAxis, HorizontalValueAxis])
@pytest.mark.parametrize("span", [(-1.05, 1.02), (-22.5, 1.5), (0.1, 0.4), (-3.2, -1.1)])
@pytest.mark.parametrize("size", [75, 120, 400])
def test_that_a_log_axis_shows_two_labels_however_short_it_is(
    qtbot: QtBot, kind: type[ValueAxis], span: tuple[float, float], size: int
) -> None:
    del qtbot
    axis = kind("left")
    axis.setLogMode(x=True, y=True)
    ((_, ticks),) = axis.tickValues(*span, size)
    assert len(ticks) >= 2
    reach = axis._label() / 2 * (span[1] - span[0]) / size
    whole = [span[0] + reach <= tick <= span[1] - reach for tick in ticks]
    assert sum(whole) >= 2 or reach > 0.35 * (span[1] - span[0])
