"""Roots by halving, and the quantiles found with them."""

from __future__ import annotations

import math

import pytest
from scipy.special import gammaincinv

from simulation.theory.crossings import Escapes
from simulation.theory.roots import root_between


def test_that_a_root_is_found_to_the_last_bit() -> None:
    assert root_between(lambda x: x**2 - 2, 0.0, 2.0) == pytest.approx(math.sqrt(2), rel=2e-16)


def test_that_the_function_may_fall() -> None:
    assert root_between(math.cos, 0.0, 3.0) == pytest.approx(math.pi / 2, rel=2e-16)


def test_that_a_root_at_zero_is_found() -> None:
    assert abs(root_between(lambda x: x, -1.0, 2.0)) < 1e-300


@pytest.mark.parametrize("count", [1, 7, 400])
def test_that_the_interval_is_that_of_garwood(count: int) -> None:
    low, high = Escapes(count, 2.0).interval(0.9)
    assert low == pytest.approx(gammaincinv(count, 0.05) / 2, rel=1e-10)
    assert high == pytest.approx(gammaincinv(count + 1, 0.95) / 2, rel=1e-10)
