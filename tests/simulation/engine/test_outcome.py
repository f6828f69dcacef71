from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.engine.history import RecordBlock, disabled_record
from simulation.engine.outcome import CONVERGED_RATIO, first_row_staying, judge


def record(losses, gradients=None, diverged_at=None, stride=1):
    """A one-dimensional record with these losses and gradients."""
    losses = np.array(losses, dtype=float)
    gradients = losses if gradients is None else np.array(gradients, dtype=float)
    rows = len(losses)
    block = RecordBlock((rows - 1) * stride, stride, runs=1, dim=1)
    finite = np.ones((1, 1), dtype=bool)
    for row in range(rows):
        at = np.full((1, 1, 1), losses[row])
        slope = np.full((1, 1, 1), gradients[row])
        block.append(row * stride, at, at[:, 0], slope, finite)
    block.records[0].diverged_at = diverged_at
    return block.records[0]


@pytest.mark.parametrize(
    ("made", "kind", "step", "sentence"),
    [
        (disabled_record(2), "disabled", None, "disabled"),
        (record([1, 2, 3], diverged_at=2), "diverged", 2, "diverged at step 2"),
        (record([1, 0.5, 0], diverged_at=1), "diverged", 1, "diverged at step 1"),
        (record([1, 0.5, 2]), "growing", None, "growing: loss 2, from 1"),
        (record([1, 0.5, 0.25]), "descending", None, "loss 0.25, from 1"),
        (record([1, 1]), "descending", None, "loss 1, from 1"),
        (record([4, 2, 1e-6, 1e-7]), "converged", 2, "converged at step 2"),
        (record([4, 1e-7, 2, 1e-7]), "converged", 3, "converged at step 3"),
        (record([4, 1e-7, 1e-7, 2]), "descending", None, "loss 2, from 4"),
        (record([4, 2, 1e-7, 1e-7], stride=5), "converged", 10, "converged at step 10"),
        (record([0, 0, 0]), "converged", 0, "converged at step 0"),
    ],
)
def test_that_a_run_is_judged_by_how_it_ended(made, kind, step, sentence):
    outcome = judge(made)
    assert (outcome.kind, outcome.step, outcome.sentence) == (kind, step, sentence)


@pytest.mark.parametrize(("factor", "kind"), [(0.999, "converged"), (1.001, "descending")])
def test_that_convergence_is_a_gradient_a_million_times_smaller(factor, kind):
    assert CONVERGED_RATIO == 1e-6
    assert judge(record([9, 1], gradients=[3.0, 3e-6 * factor])).kind == kind


@pytest.mark.parametrize(
    ("slopes", "kind"),
    [
        ((1e200, 1e200), "descending"),
        ((1e200, 1e193), "converged"),
        ((1e-200, 1e-200), "descending"),
        ((1e-200, 1e-207), "converged"),
        ((1.0, 1e-200), "converged"),
        ((np.inf, 1.0), "descending"),
    ],
)
def test_that_slopes_whose_squares_no_float_holds_are_compared_all_the_same(slopes, kind):
    assert judge(record([9, 1], gradients=slopes)).kind == kind


def test_that_every_state_of_a_real_run_is_told_apart(compute):
    rates = [0.1, 0.6, 100.0, 0.001]
    runs = [("gradient-descent", {"learning_rate": rate}) for rate in rates]
    records = compute("ill-conditioned", runs, steps=900)
    kinds = [judge(record).kind for record in records]
    assert kinds == ["converged", "growing", "diverged", "descending"]


@pytest.mark.parametrize("momentum", [0.0, 0.5])
def test_that_the_step_of_convergence_is_the_first_with_a_small_slope(momentum, compute):
    runs = [("momentum", {"learning_rate": 0.1, "momentum": momentum})]
    (made,) = compute("half-square", runs, steps=400)
    # On w²/2 from 1 the gradient is w itself, so its share of the first is w too.
    w, v, small = 1.0, 0.0, []
    for _ in range(401):
        small.append(abs(w) <= 1e-6)
        v = momentum * v + w
        w -= 0.1 * v
    last_large = max(step for step, is_small in enumerate(small) if not is_small)
    assert judge(made).step == last_large + 1


@given(st.lists(st.booleans(), min_size=1))
def test_that_the_row_found_is_the_first_from_which_all_are_true(condition):
    row = first_row_staying(np.array(condition))
    staying = [i for i in range(len(condition)) if all(condition[i:])]
    assert row == (staying[0] if staying else None)
