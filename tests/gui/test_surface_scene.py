from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gui.theme import DARK, LIGHT, run_style
from gui.views.paths import PlanePath
from gui.views.surface.box_axes import box_axes
from gui.views.surface.camera import Camera
from gui.views.surface.depth import back_to_front, thinned
from gui.views.surface.height_field import HeightField
from gui.views.surface.heights import HeightScale, scale_for
from gui.views.surface.rolling import (
    MOST_POINTS,
    MOST_ROWS,
    RADIUS,
    TRAIL_LIFT,
    roll,
    thinned_rows,
    trail,
)
from gui.views.surface.scene import LIFT, TALLEST, build_ground, scene_of, wants_log
from gui.worker.landscape import draw_landscape
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run

SIZE = (900.0, 600.0)


def descent(rate):
    return Run("gradient-descent", {"learning_rate": rate}, f"rate {rate}")


def scene(objective, *rates, steps=20, log=True, theme=LIGHT, start=None):
    """Ground, paths and styles of an experiment that has run to its end."""
    choice = ObjectiveChoice(objective, start=start) if start else ObjectiveChoice(objective)
    experiment = Experiment(choice, tuple(map(descent, rates)), steps=steps)
    runner = Runner(experiment)
    records = runner.run().records
    positions = [record.positions for record in records]
    landscape = draw_landscape(1, runner.objective, positions, experiment.start)
    ground = build_ground(landscape, theme, log=log)
    paths = [PlanePath(record, landscape.plane) for record in records]
    for path in paths:
        path.extend()
    return ground, paths, [run_style(i, run.label) for i, run in enumerate(experiment.runs)]


# --- heights ------------------------------------------------------------------------------------


@pytest.mark.parametrize("log", [True, False])
@given(values=arrays(float, 20, elements=st.floats(-1e9, 1e9), unique=True))
def test_that_heights_keep_the_order_of_values_and_can_be_undone(log, values):
    scale = scale_for(values, log=log)
    ordered = np.sort(values)
    heights = scale.heights(ordered)
    assert heights[0] == 0
    assert heights[-1] == pytest.approx(1)
    assert (np.diff(heights) >= 0).all()
    np.testing.assert_allclose(scale.values(heights), ordered, atol=1e-6 * np.ptp(ordered))


def test_that_the_logarithm_puts_a_low_median_at_half_the_height():
    values = np.array([0.0, 1.0, 1.0, 1.0, 1000.0])
    assert scale_for(values, log=True).heights(np.array(1.0)) == pytest.approx(0.5)
    assert scale_for(values, log=False).heights(np.array(1.0)) == pytest.approx(0.001)


def test_that_values_below_the_lowest_known_one_lie_lower():
    assert HeightScale(1.0, 2.0, 0.1).heights(np.array(0.9)) < 0


@pytest.mark.parametrize("values", [[], [np.nan, np.inf], [3.0, 3.0]])
def test_that_a_flat_or_empty_objective_has_a_scale(values):
    scale = scale_for(np.array(values), log=True)
    assert scale.low < scale.high
    assert np.isfinite(scale.heights(np.array([3.0]))).all()


# --- the surface --------------------------------------------------------------------------------


def tent():
    x, y = np.linspace(-1, 1, 5), np.linspace(-1, 1, 3)
    z = np.tile(1 - np.abs(x), (3, 1))
    return HeightField(x, y, z, np.ones((2, 4), dtype=bool))


def test_that_the_surface_passes_through_its_vertices_and_is_flat_between():
    field = tent()
    x, y, z = field.vertices().T
    np.testing.assert_allclose(field.height_at(x, y), z, atol=1e-12)
    middles = field.vertices()[field.faces()].mean(1)
    np.testing.assert_allclose(field.height_at(*middles[:, :2].T), middles[:, 2], atol=1e-12)


def test_that_normals_point_up_and_away_from_the_slope():
    normal = tent().normal_at(np.array([0.3]), np.array([0.2]))[0]
    np.testing.assert_allclose(normal, np.array([1, 0, 1]) / np.sqrt(2), atol=1e-12)


def test_that_a_ridge_hides_what_lies_behind_it():
    points = np.array([[-0.9, 0.0, 0.1], [0.9, 0.0, 0.1], [0.0, 0.0, 1.0]])
    assert tent().hides(np.array([4.0, 0.0, 1.0]), points).tolist() == [True, False, False]


def test_that_cells_are_painted_before_those_that_can_hide_them():
    field, eye = tent(), np.array([0.3, -5.0, 2.0])
    centres = field.vertices()[field.cells()].mean(1)[back_to_front(field, eye)]
    distances = np.abs(centres[:, :2] - eye[:2])
    for index, cell in enumerate(distances):
        later = distances[index + 1 :]
        assert not ((later > cell + 1e-9).all(1)).any()


def test_that_a_thinned_field_keeps_its_corners_and_colours():
    field = tent()
    colours = np.arange(45).reshape(15, 3)
    coarse, kept = thinned(field, colours, 2)
    assert coarse.z.shape == (3, 3)
    np.testing.assert_array_equal(coarse.x, [-1, 0, 1])
    np.testing.assert_array_equal(kept[:3], colours[[0, 2, 4]])


def test_that_the_surface_has_the_heights_of_the_objective():
    ground, *_ = scene("ill-conditioned", 0.1, log=False)
    (left, right), (bottom, top) = ground.box.window
    points = np.array([np.linspace(left, right, 7), np.linspace(top, bottom, 7)])
    values = 0.1 * points[0] ** 2 + 2 * points[1] ** 2
    heights = ground.lift(points)[:, 2]
    np.testing.assert_allclose(heights, ground.box.heights(values), atol=2e-3)
    assert ground.field.z.min() == pytest.approx(0, abs=1e-3)
    assert ground.field.z.max() == pytest.approx(TALLEST)


@pytest.mark.parametrize("objective", ["ill-conditioned", "rosenbrock", "four-x-squared"])
def test_that_lines_run_on_the_surface(objective):
    ground, *_ = scene(objective, 0.01)
    points = ground.lines.reshape(-1, 3)
    assert len(points) > 100
    above = points[:, 2] - ground.field.height_at(points[:, 0], points[:, 1])
    np.testing.assert_allclose(above, LIFT, atol=1e-9)


def test_that_contour_lines_are_level():
    ground, *_ = scene("ill-conditioned", 0.1, log=False)
    heights = ground.lines[..., 2]
    assert np.abs(np.diff(heights, axis=1)).max() < 0.01


def test_that_the_surface_is_brighter_towards_the_light_and_coloured_by_height():
    ground, *_ = scene("ill-conditioned", 0.1, log=False)
    assert ((ground.colours >= 0) & (ground.colours <= 1)).all()
    dark, *_ = scene("ill-conditioned", 0.1, log=False, theme=DARK)
    assert dark.colours.mean() < 0.5 < ground.colours.mean()
    light = ground.colours.reshape(*ground.field.z.shape, 3).sum(2)
    low, high = ground.field.z < 0.1 * TALLEST, ground.field.z > 0.7 * TALLEST
    assert light[low].mean() > light[high].mean() + 0.3
    # Both walls of the ravine have the same colours, but one faces the light.
    middle = int(np.argmin(ground.field.z[:, 0]))
    away, toward = light[middle - 20].mean(), light[middle + 20].mean()
    assert toward > away + 0.05


def test_that_what_is_not_finite_is_a_hole():
    ground, *_ = scene("ill-conditioned", 0.1)
    landscape = ground.landscape
    values = landscape.values.copy()
    values[:, landscape.u > -1.0] = np.inf
    holed = build_ground(
        type(landscape)(
            **{
                name: values if name == "values" else getattr(landscape, name)
                for name in landscape.__slots__
            }
        ),
        LIGHT,
    )
    assert np.isfinite(holed.field.z).all()
    assert np.isfinite(holed.colours).all()
    assert 0 < len(holed.field.cells()) < len(ground.field.cells())
    assert holed.holds(np.array([[-4.0, 0.5], [0.0, 0.0]])).tolist() == [True, False]


def test_that_a_curve_becomes_a_ribbon_with_its_minimum():
    ground, *_ = scene("four-x-squared", 0.1, log=False)
    assert ground.is_ribbon
    assert np.ptp(ground.field.z, axis=0).max() == 0
    np.testing.assert_allclose(ground.minima, [[0, 0, 0]], atol=1e-3)


def test_that_heights_are_logarithmic_where_linear_ones_show_no_shape():
    assert wants_log(scene("rosenbrock", 0.001)[0].landscape)
    assert not wants_log(scene("ill-conditioned", 0.1)[0].landscape)
    assert not wants_log(scene("four-x-squared", 0.1)[0].landscape)


def test_that_a_plane_that_turns_is_still_the_same_scene():
    one, two = (scene("airfoil", rate, steps=5)[0].landscape for rate in (0.05, 0.01))
    assert one.window != two.window
    assert scene_of(one) == scene_of(two)
    assert scene_of(one) != scene_of(scene("rosenbrock", 0.001)[0].landscape)


# --- balls and trails ---------------------------------------------------------------------------


def test_that_balls_rest_on_the_surface():
    ground, paths, styles = scene("ill-conditioned", 0.4, 0.1)
    for step in (0, 3, 20):
        rolling = roll(ground, paths, styles, step)
        assert [ball.run for ball in rolling.balls] == [0, 1]
        for ball in rolling.balls:
            expected = paths[ball.run].record.positions[:, step]
            np.testing.assert_allclose(ball.place, expected)
            np.testing.assert_allclose(ground.lift(expected[:, None])[0], ball.foot)
            assert np.linalg.norm(ball.centre - ball.foot) == pytest.approx(RADIUS)
            assert not ball.floats


def test_that_hidden_runs_are_not_in_the_scene():
    ground, paths, _ = scene("ill-conditioned", 0.4, 0.1)
    rolling = roll(ground, paths, [run_style(i, "", visible=i == 1) for i in range(2)], 5)
    assert [ball.run for ball in rolling.balls] == [1]
    assert [run for run, _ in rolling.trails] == [1]


def test_that_a_ball_outside_the_window_is_left_out_with_its_coordinate():
    ground, paths, styles = scene("ill-conditioned", 0.6)
    rolling = roll(ground, paths, styles, 20)
    assert rolling.balls == ()
    (missing,) = rolling.left_out
    assert (missing.run, missing.axis, missing.diverged_at) == (0, 1, None)
    assert missing.value == paths[0].points[1, 20]


def test_that_a_diverged_ball_is_left_out_with_its_step():
    ground, paths, styles = scene("ill-conditioned", 5.0, steps=400)
    (missing,) = roll(ground, paths, styles, 400).left_out
    assert missing.diverged_at == paths[0].record.diverged_at is not None
    assert np.isfinite(missing.value)


@pytest.mark.parametrize("objective", ["ill-conditioned", "four-x-squared"])
def test_that_no_trail_leaves_the_box_however_far_its_run_went(objective):
    ground, paths, styles = scene(objective, 5.0, steps=400)
    ((_, points),) = roll(ground, paths, styles, 400).trails
    seen = points[np.isfinite(points).all(1)]
    assert len(seen) > 1
    assert (np.abs(seen[:, :2]) <= np.array(ground.box.half_widths) + 1e-9).all()
    assert seen[:, 2].max() < 2 * TALLEST


def test_that_a_trail_follows_the_surface_through_all_rows():
    ground, paths, styles = scene("rosenbrock", 0.001, steps=50)
    ((_, points),) = roll(ground, paths, styles, 50).trails
    above = points[:, 2] - ground.field.height_at(points[:, 0], points[:, 1])
    np.testing.assert_allclose(above, TRAIL_LIFT, atol=1e-9)
    placed = ground.box.place(paths[0].points).T
    gaps = np.abs(points[None, :, :2] - placed[:, None]).max(2).min(1)
    assert gaps.max() < 1e-9
    steps = np.hypot(*np.diff(points[:, :2], axis=0).T)
    assert steps.max() <= 2 * np.diff(ground.field.x[:2])[0]


def test_that_the_trail_on_a_curve_goes_through_positions_and_losses():
    ground, paths, styles = scene("four-x-squared", 0.2, log=False)
    ((_, points),) = roll(ground, paths, styles, 20).trails
    np.testing.assert_allclose(
        points[:, 2] - TRAIL_LIFT, ground.box.heights(paths[0].record.losses)
    )
    assert not points[:, 1].any()


@given(rows=st.integers(1, 200_000))
def test_that_thinning_keeps_both_ends_and_both_sides_of_a_zigzag(rows):
    chosen = thinned_rows(rows)
    assert chosen[0] == 0
    assert chosen[-1] == rows - 1
    assert len(chosen) <= MOST_ROWS
    assert (np.diff(chosen) > 0).all()
    if rows > 2:
        assert set(chosen % 2) == {0, 1}


def test_that_long_trails_have_a_bounded_number_of_points():
    ground, *_ = scene("ill-conditioned", 0.1)
    points = np.random.default_rng(0).uniform([[-5.4], [-2.9]], [[0.9], [1.1]], (2, 30_000))
    assert MOST_POINTS / 2 <= len(trail(ground, points)) <= MOST_POINTS


def test_that_balls_off_the_plane_float_at_their_own_loss():
    ground, paths, styles = scene("airfoil", 0.05, 0.001, steps=100, log=False)
    for step in (0, 10, 100):
        for ball in roll(ground, paths, styles, step).balls:
            row = paths[ball.run].row(step)
            own = ground.box.heights(paths[ball.run].record.losses[row])
            assert ball.centre[2] >= own + ball.radius - 1e-12
            assert ball.foot[2] == pytest.approx(
                ground.field.height_at(*ball.foot[:2, None])[0], abs=1e-12
            )


# --- the camera ---------------------------------------------------------------------------------


def test_that_the_camera_sees_its_centre_in_the_middle_and_up_above():
    camera = Camera(30, 40, 3, (0.2, -0.1, 0.3))
    points = np.array([camera.centre, np.add(camera.centre, [0, 0, 0.2])])
    pixels, depth = camera.project(points, SIZE)
    np.testing.assert_allclose(pixels[0], [450, 300])
    assert depth[0] == pytest.approx(3)
    assert pixels[1, 0] == pytest.approx(450)
    assert pixels[1, 1] < 300
    np.testing.assert_allclose(np.linalg.norm(camera.eye - camera.centre), 3)


def test_that_from_the_south_x_goes_right_and_y_away():
    pixels, depth = Camera(-90, 30, 4).project(np.eye(3)[:2], SIZE)
    assert pixels[0, 0] > 450
    assert depth[1] > 4


def test_that_the_camera_keeps_its_bounds():
    camera = Camera(0, 30, 4).orbited(400, 300).zoomed(1e9)
    assert camera.azimuth == 40
    assert camera.elevation < 90
    assert camera.zoomed(0).distance > 0


@pytest.mark.parametrize("azimuth", [-62, 20, 120, 200])
def test_that_the_axes_lie_on_the_outline_of_the_box(azimuth):
    ground, *_ = scene("ill-conditioned", 0.1)
    camera = Camera(azimuth, 35, 5)
    x, y = ground.box.half_widths
    corners = np.array([(i * x, j * y, k) for i in (-1, 1) for j in (-1, 1) for k in (0, TALLEST)])
    pixels, _ = camera.project(corners, SIZE)
    axes = box_axes(ground, camera, SIZE)
    assert [axis.name for axis in axes] == ["x1", "x2", "f"]
    for axis in axes:
        beyond = (pixels - axis.ends[0]) @ axis.outward
        assert beyond.max() < 1e-6
        assert len(axis.ticks) >= 3
