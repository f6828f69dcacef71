"""Curves as they are painted: thinned together, each as it would be alone."""

from __future__ import annotations

import numpy as np
import pytest

from gui.theme import run_style
from gui.views.lines import Line
from gui.views.placing import tracks_of
from gui.views.settled import without_rests
from gui.views.shapes import View, extent_of_heights, shapes_of, steady_range
from gui.views.thinning import envelope
from simulation.engine.history import Record


def line(values, run=0, steps=None):
    values = np.asarray(values, float)
    rows = len(values)
    record = Record((steps or rows) - 1, 1, np.zeros((1, rows)), values, np.zeros((1, rows)))
    record.publish(rows)
    return Line(run, "loss", run_style(run, "run"), record, values)


WAVE = np.sin(np.arange(9000) / 300) + 2


@pytest.mark.parametrize("log", [False, True])
def test_that_curves_of_different_lengths_come_back_in_their_order(log):
    lines = [line(WAVE), line(WAVE[:50] * 2, 1), line(WAVE * 3, 2), line(WAVE[:50], 3)]
    together = shapes_of(lines, View(0, 9000, log_y=log))
    assert [shape.style for shape in together] == [each.style for each in lines]
    for each, shape in zip(lines, together, strict=True):
        (alone,) = shapes_of([each], View(0, 9000, log_y=log))
        np.testing.assert_array_equal(shape.x, alone.x)
        np.testing.assert_array_equal(shape.y, alone.y)


def test_that_the_logarithm_of_the_thinned_is_the_thinned_logarithm():
    (shape,) = shapes_of([line(WAVE)], View(0, 9000, log_y=True))
    x, y = envelope(np.arange(9000), np.log10(WAVE), 800)
    np.testing.assert_array_equal(shape.x, x)
    np.testing.assert_allclose(shape.y, y)


def test_that_what_has_no_place_on_the_axis_hides_nothing_beside_it():
    values = WAVE.copy()
    values[1000:9000:7] = 0.0
    values[1003:9000:7] = np.inf
    (shape,) = shapes_of([line(values)], View(0, 9000, log_y=True))
    assert np.isfinite(shape.y).all()
    low, high = extent_of_heights([shape])
    assert 10**low == pytest.approx(WAVE.min(), rel=1e-3)
    assert 10**high == pytest.approx(WAVE.max(), rel=1e-3)


def test_that_a_smooth_slope_gets_no_stairs():
    falling = np.linspace(5, 1, 9000)
    x, y = envelope(np.arange(9000), falling, 800)
    np.testing.assert_allclose(y, np.interp(x, np.arange(9000), falling))


def test_that_a_view_keeps_one_row_beyond_each_border():
    (shape,) = shapes_of([line(WAVE[:100])], View(20.5, 30.5))
    assert shape.x.tolist() == list(range(20, 32))
    (shape,) = shapes_of([line(WAVE[:100])], View(1, np.log10(20), log_x=True))
    np.testing.assert_allclose(10**shape.x, range(9, 21))


def test_that_nothing_to_paint_has_no_extent():
    shapes = shapes_of([line([0.0, -1.0])], View(0, 1, log_y=True))
    assert extent_of_heights(shapes) is None
    assert extent_of_heights([]) is None


def test_that_many_curves_are_thinned_more():
    few, many = (shapes_of([line(WAVE)] * count, View(0, 9000)) for count in (2, 512))
    assert len(few[0].x) == 1600
    assert len(many[0].x) < 500
    assert many[0].y.max() == WAVE.max()


def test_that_tracks_pass_where_the_lines_do():
    x = np.array([0.0, 10.0])
    ((across, down),) = tracks_of([(x, x)], ((0.0, 10.0), (0.0, 10.0)), (200.0, 100.0))
    np.testing.assert_allclose(down, 100 - across / 2)


def test_that_a_resting_line_is_painted_through_few_points_and_ends_where_it_ends():
    steps = np.arange(10_000)
    x, y = 100 * 0.99**steps, 50 * (-0.98) ** steps
    thin_x, thin_y = without_rests(x, y)
    assert len(thin_x) < 1000
    assert (thin_x[-1], thin_y[-1]) == (x[-1], y[-1])
    kept = np.searchsorted(-x, -thin_x)
    nearest = kept[np.searchsorted(kept, steps, side="right") - 1]
    apart = np.hypot(x - x[nearest], y - y[nearest])
    assert apart.max() < 0.5


def test_that_gaps_stay_in_a_line_without_rests():
    x = np.repeat([1.0, np.nan, 2.0], 200)
    thin_x, _ = without_rests(x, np.zeros(600))
    assert np.isnan(thin_x).any()
    assert thin_x[0] == 1.0
    assert thin_x[-1] == 2.0


@pytest.mark.parametrize(
    ("low", "high"),
    [(0.0, 1.0), (-300.0, 3.0), (1e16, 1e16 + 4), (-1.7e308, 1.7e308), (5.0, 5.0), (0.0, 5e-324)],
)
def test_that_a_range_holds_its_values_with_little_to_spare(low, high):
    bottom, top = steady_range(low, high)
    assert np.isfinite([bottom, top]).all()
    assert bottom <= low <= high <= top
    if high > low > -1e300 and high > 1e-300:
        assert top / 2 - bottom / 2 < 1.35 * (high / 2 - low / 2)


def test_that_a_range_keeps_still_while_its_values_change_a_little():
    ranges = {steady_range(-50.0 - 0.01 * k, 3.0) for k in range(100)}
    assert len(ranges) < 4
