from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice
from simulation.starts import KINDS, MOST_STARTS, Starts

COUNTS = st.integers(2, MOST_STARTS)
CENTRES = st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=4)


@given(st.sampled_from(list(KINDS)), COUNTS, CENTRES, st.integers(0, 9))
def test_that_all_starts_lie_in_the_box_around_the_start(kind, count, centre, seed):
    starts = Starts(kind, count, extent=0.5)
    if kind == "grid" and starts.side(len(centre)) < 2:
        return
    points = starts.points(centre, seed)
    assert points.shape[0] == len(centre)
    assert points.shape[1] <= count
    assert np.abs(points - np.array(centre)[:, None]).max() <= 0.5 * (1 + 1e-9) + 1e-12


@given(COUNTS, st.integers(1, 12))
def test_that_a_grid_has_the_longest_side_that_its_count_allows(count, dim):
    side = Starts("grid", count).side(dim)
    assert side**dim <= count < (side + 1) ** dim


def test_that_a_grid_reaches_every_corner_of_its_box():
    points = Starts("grid", 9, extent=2.0).points((1.0, 10.0), seed=0)
    values = {tuple(point) for point in points.T.tolist()}
    assert values == {(x, y) for x in (-1.0, 1.0, 3.0) for y in (8.0, 10.0, 12.0)}


def test_that_a_cloud_comes_from_the_seed_and_grows_by_its_count():
    few, many = (Starts("cloud", n).points((0.0, 0.0), seed=3) for n in (10, 100))
    np.testing.assert_array_equal(many[:, :10], few)
    assert not np.array_equal(Starts("cloud", 10).points((0.0, 0.0), seed=4), few)


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"kind": "ring"}, "starts.kind"),
        ({"kind": ["cloud"]}, "starts.kind"),
        ({"count": 1}, "starts.count"),
        ({"count": MOST_STARTS + 1}, "starts.count"),
        ({"count": 2.5}, "starts.count"),
        ({"extent": 0}, "starts.extent"),
        ({"extent": float("nan")}, "starts.extent"),
    ],
)
def test_that_what_is_not_allowed_is_refused_by_its_key(values, key):
    with pytest.raises(InputError) as refusal:
        Starts(**values)
    assert refusal.value.key == key


def test_that_a_grid_in_too_many_dimensions_is_refused():
    wide = ObjectiveChoice("spectrum", parameters={"dimension": 13})
    with pytest.raises(InputError, match="8,192 starts") as refusal:
        Experiment(wide, starts=Starts("grid", MOST_STARTS))
    assert refusal.value.key == "starts.count"
    Experiment(wide, starts=Starts("cloud", MOST_STARTS))
