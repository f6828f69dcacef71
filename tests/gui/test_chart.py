"""The small plot of the pages of theory shows what belongs into the picture."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.theme import DARK, run_style
from gui.views.theory.chart import Chart, Trace, span, together

STYLE = run_style(0, "a run")


def made(qtbot: QtBot, **modes: bool) -> Chart:
    chart = Chart(**modes)
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    return chart


def test_that_what_goes_too_far_does_not_push_the_rest_out_of_the_picture() -> None:
    assert together((0.0, 1.0), (-5.0, 1e300)) == (-1.0, 2.0)
    assert together((0.0, 1.0), (0.2, 1.5)) == (0.0, 1.5)
    assert together(None, (1.0, 2.0)) == (1.0, 2.0)
    assert together((1.0, 2.0), None) == (1.0, 2.0)
    assert together(None, None) is None


def test_that_only_finite_numbers_span_a_range() -> None:
    assert span([np.array([1.0, np.nan, np.inf]), np.array([-2.0])]) == (-2.0, 1.0)
    assert span([np.array([np.nan])]) is None


def test_that_a_logarithmic_axis_leaves_out_what_it_cannot_show(qtbot) -> None:
    chart = made(qtbot, log_x=True, log_y=True)
    sizes = np.array([0.0, 0.1, 1.0, 10.0])
    chart.set_traces([Trace(STYLE, sizes, np.array([1.0, 0.01, -1.0, 100.0]), marks=True)])
    assert sorted(spot[0] for spot in chart._marks.data) == [-1.0, 1.0]
    (low, high), _ = chart.plot.getViewBox().viewRange()
    assert low < -1 < 1 < high
    chart.set_cursor(0.0)
    assert not chart._line.isVisible()
    chart.set_cursor(10.0)
    assert chart._line.value() == 1.0
    chart.grab()


def test_that_the_caption_names_the_lines_and_escapes_names(qtbot) -> None:
    chart = made(qtbot)
    chart.set_title("Energy")
    ones = np.ones(3)
    chart.set_traces([Trace(STYLE, ones, ones, "a < b"), Trace(STYLE, ones, ones)])
    assert chart.legend == ("a < b",)
    text = chart.findChild(QLabel, "caption").text()
    assert "Energy" in text
    assert "a&nbsp;&lt;&nbsp;b" in text


@pytest.mark.parametrize("values", [[], [np.nan, np.nan], [1e308, -1e308], [np.inf, 1.0]])
def test_that_a_diverging_line_is_no_trouble(qtbot, values) -> None:
    chart = made(qtbot, ascending=False)
    chart.set_traces([Trace(STYLE, np.arange(len(values)), np.array(values), fit="near")])
    chart.set_theme(DARK)
    chart.grab()
