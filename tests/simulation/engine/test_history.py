from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.engine.history import (
    MEMORY_BUDGET,
    History,
    RecordBlock,
    disabled_record,
    stride_for,
)

STEPS = st.integers(1, 60)
STRIDES = st.integers(1, 70)


def rows_of(steps, stride):
    """The steps to be recorded: every ``stride``-th and the last."""
    return [step for step in range(steps + 1) if step % stride == 0 or step == steps]


def append(block, first, last, runs=2, dim=3, bad=()):
    """Steps ``first`` … ``last``, each value made of its step, run and coordinate."""
    step, axis, run = np.ix_(range(first, last + 1), range(dim), range(runs))
    positions = step + 0.01 * axis + 100.0 * run
    finite = np.array([[(s, r) not in bad for r in range(runs)] for s in range(first, last + 1)])
    gradients = -positions.transpose(1, 0, 2)
    block.append(first, positions, 1000.0 + positions[:, 0], gradients, finite)


def filled(steps, stride, cuts=(), **options):
    """A block with all steps, appended in chunks that end at ``cuts``."""
    block = RecordBlock(steps, stride, runs=2, dim=3)
    append(block, 0, 0, **options)
    edges = [0, *sorted(set(cuts) & set(range(1, steps))), steps]
    for before, last in pairwise(edges):
        append(block, before + 1, last, **options)
    return block


@given(STEPS, STRIDES, st.lists(st.integers(1, 60)))
def test_that_rows_hold_every_stride_th_step_and_the_last(steps, stride, cuts):
    for run, record in enumerate(filled(steps, stride, cuts).records):
        expected = np.array(rows_of(steps, stride), dtype=float)
        assert record.step_numbers.tolist() == expected.tolist()
        assert len(record) == len(expected)
        positions = expected + 0.01 * np.arange(3)[:, None] + 100.0 * run
        np.testing.assert_array_equal(record.positions, positions)
        np.testing.assert_array_equal(record.losses, 1000.0 + positions[0])
        np.testing.assert_array_equal(record.gradients, -positions)


@given(STEPS, STRIDES, st.integers(-1, 80))
def test_that_a_step_is_found_in_its_row_or_the_one_before(steps, stride, step):
    (record, _) = filled(steps, stride).records
    before = [row for row, kept in enumerate(rows_of(steps, stride)) if kept <= step]
    assert record.row_of(step) == (before[-1] if before else -1)


@given(STEPS, STRIDES, st.data())
def test_that_a_step_not_yet_recorded_is_found_in_the_last_row(steps, stride, data):
    block = RecordBlock(steps, stride, runs=2, dim=3)
    reached = data.draw(st.integers(0, steps))
    append(block, 0, reached)
    rows = sum(kept <= reached for kept in rows_of(steps, stride))
    assert len(block.records[0]) == rows
    assert block.records[0].row_of(steps) == rows - 1


@given(st.integers(1, 10**7), st.integers(0, 512), st.integers(1, 100), st.integers(0, 10**9))
def test_that_the_stride_is_the_smallest_that_stays_within_the_budget(steps, runs, dim, budget):
    stride = stride_for(steps, runs, dim, budget)
    row = 8 * runs * (2 * dim + 1)

    def size(stride):
        return row * (-(-steps // stride) + 1)

    assert 1 <= stride <= steps
    assert size(stride) <= max(budget, 2 * row)  # start and last step are always kept
    assert stride == 1 or not runs or size(stride - 1) > budget


def test_that_nothing_is_thinned_within_a_gibibyte():
    assert MEMORY_BUDGET == 2**30
    assert stride_for(100_000, 100, 2) == 1
    assert stride_for(10_000_000, 100, 2) > 1


def test_that_the_arrays_of_a_full_block_are_no_larger_than_its_rows():
    record = filled(20, 7).records[0]
    assert record.positions.shape == record.positions.base.shape[1:] == (3, 4)


def test_that_what_was_published_does_not_change_when_rows_are_added():
    block = RecordBlock(10, 1, runs=2, dim=3)
    append(block, 0, 4)
    views = [(r.positions, r.losses, r.gradients, r.step_numbers) for r in block.records]
    copies = [[view.copy() for view in group] for group in views]
    append(block, 5, 10)
    for group, copied in zip(views, copies, strict=True):
        for view, copy in zip(group, copied, strict=True):
            np.testing.assert_array_equal(view, copy)


def test_that_published_arrays_are_views_of_one_memory():
    block = RecordBlock(10, 1, runs=2, dim=3)
    append(block, 0, 4)
    early = block.records[0].positions
    append(block, 5, 10)
    assert np.shares_memory(early, block.records[0].positions)


@given(STEPS, STRIDES, st.lists(st.integers(1, 60)), st.data())
def test_that_the_first_step_that_is_not_finite_is_kept_even_if_not_recorded(
    steps, stride, cuts, data
):
    bad = data.draw(st.sets(st.integers(0, steps), min_size=1))
    block = filled(steps, stride, cuts, bad={(step, 1) for step in bad})
    assert block.records[0].diverged_at is None
    assert block.records[1].diverged_at == min(bad)


def test_that_a_history_has_computed_what_its_slowest_enabled_run_has():
    fast, slow = RecordBlock(10, 1, 2, 3), RecordBlock(10, 1, 2, 3)
    history = History((*fast.records, disabled_record(3), *slow.records))
    assert history.computed == -1
    append(fast, 0, 7)
    assert history.computed == -1
    append(slow, 0, 3)
    assert history.computed == 3


def test_that_a_history_without_enabled_runs_has_computed_nothing():
    assert History((disabled_record(2),)).computed == -1


def test_that_a_history_tells_its_stride():
    records = filled(20, 7).records
    assert History((*records, disabled_record(3))).stride == 7


@pytest.mark.parametrize("dim", [1, 3])
def test_that_a_disabled_run_has_no_rows(dim):
    record = disabled_record(dim)
    assert len(record) == 0
    assert record.positions.shape == record.gradients.shape == (dim, 0)
    assert record.losses.shape == record.step_numbers.shape == (0,)
