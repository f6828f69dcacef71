from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simulation.seeds import generator

SEEDS = st.integers(0, 2**32 - 1)


@given(SEEDS, st.text(), st.integers(0, 10**6))
def test_that_a_seed_and_a_purpose_always_give_the_same_stream(seed, purpose, epoch):
    first = generator(seed, purpose, epoch).random(8)
    generator(seed, "something else").random(100)
    np.testing.assert_array_equal(generator(seed, purpose, epoch).random(8), first)


@given(SEEDS, st.sets(st.text(max_size=5), min_size=2, max_size=2))
def test_that_two_purposes_draw_from_different_streams(seed, purposes):
    one, other = (generator(seed, purpose).random(8) for purpose in sorted(purposes))
    assert not np.intersect1d(one, other).size


@given(st.sets(SEEDS, min_size=2, max_size=2))
def test_that_two_seeds_give_different_streams(seeds):
    one, other = (generator(seed, "start").random(8) for seed in sorted(seeds))
    assert not np.intersect1d(one, other).size


def test_that_the_number_1_and_the_text_1_are_different_purposes():
    assert generator(0, 1).random() != generator(0, "1").random()


def test_that_the_streams_of_two_purposes_are_not_correlated():
    one, other = (generator(0, purpose).normal(size=10_000) for purpose in ("noise", "start"))
    # The correlation of independent samples has a standard deviation of 1/√n = 0.01.
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.05
