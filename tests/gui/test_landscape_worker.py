from __future__ import annotations

import numpy as np
import pytest
import torch

from gui.frames import WINDOW_BANDS
from gui.worker.landscape import draw_landscape
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.objectives.base import Objective
from simulation.objectives.catalog import build_objective


def placed(name: str, **parameters) -> Objective:
    return build_objective(name, parameters).place(torch.float64, torch.device("cpu"))


def test_that_a_curve_holds_the_values_of_the_objective_and_reaches_beyond_the_window():
    landscape = draw_landscape(3, placed("four-x-squared"), None, (2.0,))
    assert landscape.number == 3
    assert landscape.window[0] == (-3.0, 3.0)
    assert (landscape.u[0], landscape.u[-1]) == (-6.0, 6.0)
    np.testing.assert_allclose(landscape.values, 4 * landscape.u**2, rtol=1e-14)
    low, high = landscape.window[1]
    assert low < 0 < 36 < high < 45


def test_that_values_lie_on_the_grid_and_minima_where_they_are():
    landscape = draw_landscape(1, placed("quadratic"), None, (0.0, 0.0), grid=(31, 21))
    assert landscape.v is not None
    x, y = np.meshgrid(landscape.u, landscape.v)
    expected = x**2 + x * y + 1.5 * y**2 + x - 2 * y
    np.testing.assert_allclose(landscape.values, expected, atol=1e-12)
    np.testing.assert_allclose(landscape.minima, [[-1.0], [1.0]], atol=1e-12)
    np.testing.assert_allclose(landscape.minima_values, [-1.5])


def test_that_contour_lines_lie_on_their_levels():
    landscape = draw_landscape(1, placed("ill-conditioned"), None, (-5.0, -2.0))
    x, y = landscape.lines[np.isfinite(landscape.lines).all(1)].T
    values = 0.1 * x**2 + 2 * y**2
    nearest = np.abs(values[:, None] - landscape.levels).min(1)
    assert nearest.max() < 5e-3
    assert np.isnan(landscape.lines).any()


def test_that_half_of_the_windows_bands_cover_half_of_the_window():
    landscape = draw_landscape(1, placed("ill-conditioned"), None, (-5.0, -2.0))
    inside_u = (landscape.u >= -5.5) & (landscape.u <= 1.0)
    assert landscape.v is not None
    inside_v = (landscape.v >= -3.0) & (landscape.v <= 1.0)
    inside = landscape.values[np.ix_(inside_v, inside_u)]
    assert (np.diff(landscape.levels) > 0).all()
    assert landscape.levels[WINDOW_BANDS // 2 - 1] == pytest.approx(np.median(inside))
    assert landscape.levels[WINDOW_BANDS - 1] == pytest.approx(inside.max())


def test_that_each_pixel_is_in_the_band_of_its_value():
    landscape = draw_landscape(1, placed("ill-conditioned"), None, (-5.0, -2.0))
    assert landscape.v is not None
    rows, columns = landscape.bands.shape
    u = landscape.u[0] + (np.arange(columns) + 0.5) * np.ptp(landscape.u) / columns
    v = landscape.v[0] + (np.arange(rows) + 0.5) * np.ptp(landscape.v) / rows
    exact = np.searchsorted(landscape.levels, 0.1 * u**2 + 2 * v[:, None] ** 2)
    assert np.abs(exact - landscape.bands.astype(int)).max() <= 1
    assert (exact == landscape.bands).mean() > 0.98


@pytest.mark.parametrize("rate", [0.1, 1e3])
def test_that_a_plane_of_many_coordinates_shows_start_and_minimum(rate):
    experiment = Experiment(
        ObjectiveChoice("spectrum", start=tuple(range(1, 11))),
        (
            Run("momentum", {"learning_rate": 0.1, "momentum": 0.9}),
            Run("gradient-descent", {"learning_rate": rate}),
        ),
        steps=150,
    )
    runner = Runner(experiment)
    positions = [record.positions for record in runner.run().records]
    landscape = draw_landscape(1, runner.objective, positions, experiment.start)
    plane, window = landscape.plane, np.array(landscape.window)
    np.testing.assert_allclose(plane.directions.T @ plane.directions, np.eye(2), atol=1e-12)
    np.testing.assert_allclose(landscape.minima, [[0.0], [0.0]])
    for point in (np.zeros((10, 1)), np.array(experiment.start)[:, None]):
        seen = plane.project(point)[:, 0]
        assert (window[:, 0] < seen).all()
        assert (seen < window[:, 1]).all()
    assert np.ptp(window, axis=1).max() < 100
    lifted = plane.lift(np.array([[landscape.u[5]], [landscape.v[7]]]))
    value = runner.objective.value(torch.from_numpy(lifted)).item()
    assert landscape.values[7, 5] == pytest.approx(value)


def test_that_the_first_direction_is_the_one_of_most_motion():
    objective = placed("spectrum", dimension=4)
    path = np.zeros((4, 50))
    path[2], path[0] = np.linspace(5, 0, 50), 0.1
    landscape = draw_landscape(1, objective, [path], (0.1, 0.0, 5.0, 0.0))
    assert np.abs(landscape.plane.directions[:, 0]).argmax() == 2
    assert landscape.plane.directions[2, 0] > 0
    assert landscape.plane.labels[0] == "PC 1 (100 % of the motion)"


@pytest.mark.parametrize(
    "path", [np.zeros((4, 0)), np.full((4, 3), np.nan), np.outer(np.eye(4)[1], [3.0, 2.0, 0.0])]
)
def test_that_a_plane_is_found_for_runs_that_span_none(path):
    landscape = draw_landscape(1, placed("spectrum", dimension=4), [path], (0.0, 3.0, 0.0, 0.0))
    directions = landscape.plane.directions
    np.testing.assert_allclose(directions.T @ directions, np.eye(2), atol=1e-12)
    assert np.isfinite(landscape.window).all()
    assert (np.ptp(landscape.window, axis=1) > 0).all()
    assert np.isfinite(landscape.values).all()


class Ridge(Objective):
    """Is infinite to the left and not a number below."""

    dim = 2
    bounds = ((-1.0, 1.0), (-1.0, 1.0))

    def start(self, generator):
        return (0.5, 0.5)

    def value(self, x):
        return x[0].log().abs() + x[1].sqrt()

    def gradient(self, x):
        return torch.full_like(x, torch.nan)


def test_that_values_that_are_not_finite_take_no_part_in_the_levels():
    landscape = draw_landscape(1, Ridge(), None, (0.5, 0.5), grid=(20, 20))
    assert np.isfinite(landscape.levels).all()
    assert len(landscape.levels) >= WINDOW_BANDS
    assert len(landscape.lines)


class Flat(Ridge):
    def value(self, x):
        return torch.ones_like(x[0])


def test_that_a_constant_objective_has_no_levels():
    landscape = draw_landscape(1, Flat(), None, (0.5, 0.5), grid=(20, 20))
    assert not len(landscape.levels)
    assert not len(landscape.lines)
    assert not landscape.bands.any()


def test_that_a_run_which_starts_at_the_minimum_is_shown_along_the_coordinates():
    landscape = draw_landscape(1, placed("spectrum", dimension=4), [np.zeros((4, 9))], (0.0,) * 4)
    assert landscape.plane.labels == ("x1", "x2")
    np.testing.assert_array_equal(landscape.plane.directions, np.eye(4)[:, :2])
    assert landscape.window == ((-0.5, 0.5), (-0.5, 0.5))
